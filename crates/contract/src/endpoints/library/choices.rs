//! What lists within a section can be filtered and sorted by.

use crate::endpoint::endpoints;

endpoints! {
    ($) Pms, library, library_choices_endpoints;
}
