//! Playlists: made, filled, ordered.

use crate::endpoint::endpoints;

endpoints! {
    ($) Pms, playlists, playlists_endpoints;
}
