//! The library as a whole, across sections.

use crate::endpoint::endpoints;

endpoints! {
    ($) Pms, library, library_all_endpoints;
}
