//! What Plex knows of movies, shows and music.

use crate::codec::envelope::MediaContainer;
use crate::ids::RatingKey;
use crate::model::{Availabilities, CommonSenseMediaPage, ItemUserState, ProviderPage};
use crate::reply::NoBody;
use crate::text::Text;
use plex_sdk_derive::{endpoints, request};

endpoints! {
    MetadataProvider, metadata_provider, metadata_provider_endpoints;

    /// Marks an item as played for the account, on all its servers.
    ProviderScrobble: GET "/actions/scrobble" -> NoBody, User, Once, unpublished;
    /// Marks an item as unplayed for the account, on all its servers.
    ProviderUnscrobble: GET "/actions/unscrobble" -> NoBody, User, Idempotent, unpublished;
    /// Returns an item from Plex's metadata provider.
    ProviderGetMetadata: GET "/library/metadata/{ratingKey}"
        -> MediaContainer<ProviderPage>, User, Read, unpublished;
    /// Lists the streaming services where an item can be watched.
    GetAvailabilities: GET "/library/metadata/{ratingKey}/availabilities"
        -> MediaContainer<Availabilities>, User, Read, unpublished;
    /// Returns the full Common Sense Media entry of an item.
    GetCommonSenseMedia: GET "/library/metadata/{ratingKey}/commonsensemedia"
        -> MediaContainer<CommonSenseMediaPage>, User, Read, unpublished;
    /// Returns the account's state of an item, such as its play count and watchlist status.
    GetUserState: GET "/library/metadata/{ratingKey}/userState"
        -> MediaContainer<ItemUserState>, User, Read, unpublished;
}

/// What clients name as the owner of an item.
const LIBRARY: &str = "com.plexapp.plugins.library";

#[request]
pub struct ProviderScrobble {
    /// The rating key of the item: the 24 hexadecimal digits at the end of its `plex://` id.
    pub key: RatingKey,
    /// The identifier of the media provider. Default: `com.plexapp.plugins.library`, which clients send.
    #[wire(preset = LIBRARY.into())]
    pub identifier: Text,
}

#[request]
pub struct ProviderUnscrobble {
    /// The rating key of the item: the 24 hexadecimal digits at the end of its `plex://` id.
    pub key: RatingKey,
    /// The identifier of the media provider. Default: `com.plexapp.plugins.library`, which clients send.
    #[wire(preset = LIBRARY.into())]
    pub identifier: Text,
}

#[request]
pub struct ProviderGetMetadata {
    /// The rating key of the item: the 24 hexadecimal digits at the end of its `plex://` id.
    pub rating_key: RatingKey,
    /// Whether to include the account's state of the item, such as its play count.
    pub include_user_state: Option<bool>,
}

#[request]
pub struct GetAvailabilities {
    /// The rating key of the item: the 24 hexadecimal digits at the end of its `plex://` id.
    pub rating_key: RatingKey,
}

#[request]
pub struct GetCommonSenseMedia {
    /// The rating key of the item: the 24 hexadecimal digits at the end of its `plex://` id.
    pub rating_key: RatingKey,
}

#[request]
pub struct GetUserState {
    /// The rating key of the item: the 24 hexadecimal digits at the end of its `plex://` id.
    pub rating_key: RatingKey,
}
