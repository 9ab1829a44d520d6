//! What Plex knows of movies, shows and music.

use crate::endpoint::endpoints;

endpoints! {
    ($) MetadataProvider, metadata_provider, metadata_provider_endpoints;
}
