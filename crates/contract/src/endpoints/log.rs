//! Lines for a server's log.

use crate::endpoint::endpoints;

endpoints! {
    ($) Pms, log, log_endpoints;
}
