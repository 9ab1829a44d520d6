//! Queues of items made ready for download.

use crate::endpoint::endpoints;

endpoints! {
    ($) Pms, download_queue, download_queue_endpoints;
}
