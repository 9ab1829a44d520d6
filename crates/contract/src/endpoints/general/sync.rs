//! Mobile sync, older than the download queue.

use crate::endpoint::endpoints;

endpoints! {
    ($) Pms, general, general_sync_endpoints;
}
