//! Lists within a section: by tag, folder, letter, and what a list can be filtered and sorted by.

use crate::endpoint::endpoints;

endpoints! {
    ($) Pms, library, library_listing_endpoints;
}
