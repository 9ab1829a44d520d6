//! Updates of a server.

use crate::endpoint::endpoints;

endpoints! {
    ($) Pms, updater, updater_endpoints;
}
