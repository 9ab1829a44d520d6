//! A server's settings.

use crate::endpoint::endpoints;

endpoints! {
    ($) Pms, preferences, preferences_endpoints;
}
