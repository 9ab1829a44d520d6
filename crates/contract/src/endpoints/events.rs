//! Notifications as they happen.

use crate::endpoint::endpoints;

endpoints! {
    ($) Pms, events, events_endpoints;
}
