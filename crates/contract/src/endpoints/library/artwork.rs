//! Posters, backdrops, logos and themes of an item.

use crate::endpoint::endpoints;

endpoints! {
    ($) Pms, library, library_artwork_endpoints;
}
