//! The watchlist, and what to watch where.

use crate::endpoint::endpoints;

endpoints! {
    ($) Discover, discover, discover_endpoints;
}
