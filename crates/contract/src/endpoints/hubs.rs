//! Rows of items to start from, and which of them are shown where.

use crate::endpoint::endpoints;

endpoints! {
    ($) Pms, hubs, hubs_endpoints;
}
