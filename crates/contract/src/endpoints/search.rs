//! Search through everything.

use crate::endpoint::endpoints;

endpoints! {
    ($) Pms, search, search_endpoints;
}
