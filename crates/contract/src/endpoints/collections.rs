//! Collections: made, filled, ordered.

use crate::endpoint::endpoints;

endpoints! {
    ($) Pms, collections, collections_endpoints;
}
