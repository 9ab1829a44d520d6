//! One item or several: edit, match, analyse, relate.

use crate::endpoint::endpoints;

endpoints! {
    ($) Pms, library, library_items_endpoints;
}
