//! Play queues: what plays now and what next.

use crate::endpoint::endpoints;

endpoints! {
    ($) Pms, play_queue, play_queue_endpoints;
}
