//! plex.tv about itself, and services beside the account.

use crate::endpoint::endpoints;

endpoints! {
    ($) PlexTv, general, plextv_general_endpoints;
}
