//! Who plays what, now and before.

use crate::endpoint::endpoints;

endpoints! {
    ($) Pms, status, status_endpoints;
}
