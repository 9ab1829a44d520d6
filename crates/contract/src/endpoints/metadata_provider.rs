//! What Plex knows of movies, shows and music.

use crate::codec::envelope::MediaContainer;
use crate::endpoint::endpoints;
use crate::ids::RatingKey;
use crate::model::{Availabilities, CommonSenseMediaPage, ItemUserState, ProviderPage};
use crate::reply::NoBody;
use crate::text::Text;
use plex_sdk_derive::Request;

/// What clients name as the owner of an item.
const LIBRARY: &str = "com.plexapp.plugins.library";

/// `GET /actions/scrobble`
///
/// Marks an item as watched, for all servers of the account.
///
/// - Parameters: the item's key; whose item it is.
/// - Answer: nothing that counts.
/// - Errors: 401 for the token; 404 for an item that the provider does not know.
/// - Who: any account's token.
/// - Source: `provider_scrobble`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct ProviderScrobble {
    /// The item's key: the 24 hexadecimal digits at the end of its `plex://` id.
    pub key: RatingKey,
    /// Whose item it is; clients send `com.plexapp.plugins.library`.
    pub identifier: Text,
}

impl From<RatingKey> for ProviderScrobble {
    fn from(key: RatingKey) -> Self {
        Self {
            key,
            identifier: LIBRARY.into(),
        }
    }
}

/// `GET /actions/unscrobble`
///
/// Marks an item as not watched, for all servers of the account.
///
/// - Parameters: the item's key; whose item it is.
/// - Answer: nothing that counts.
/// - Errors: 401 for the token; 404 for an item that the provider does not know.
/// - Who: any account's token.
/// - Source: `provider_unscrobble`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct ProviderUnscrobble {
    /// The item's key: the 24 hexadecimal digits at the end of its `plex://` id.
    pub key: RatingKey,
    /// Whose item it is; clients send `com.plexapp.plugins.library`.
    pub identifier: Text,
}

impl From<RatingKey> for ProviderUnscrobble {
    fn from(key: RatingKey) -> Self {
        Self {
            key,
            identifier: LIBRARY.into(),
        }
    }
}

/// `GET /library/metadata/{ratingKey}`
///
/// Reads an item as Plex knows it.
///
/// - Parameters: the item's key; what to include.
/// - Answer: the item.
/// - Errors: 401 for the token; 404 for an item that the provider does not know.
/// - Who: any account's token.
/// - Source: `provider_get_metadata`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct ProviderGetMetadata {
    /// The item's key: the 24 hexadecimal digits at the end of its `plex://` id.
    pub rating_key: RatingKey,
    /// Whether to tell what the account did with the item.
    pub include_user_state: Option<bool>,
}

impl From<RatingKey> for ProviderGetMetadata {
    fn from(rating_key: RatingKey) -> Self {
        Self {
            rating_key,
            ..Self::default()
        }
    }
}

/// `GET /library/metadata/{ratingKey}/availabilities`
///
/// Tells where an item can be watched.
///
/// - Parameters: the item's key.
/// - Answer: the offers.
/// - Errors: 401 for the token; 404 for an item that the provider does not know.
/// - Who: any account's token.
/// - Source: `get_availabilities`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetAvailabilities {
    /// The item's key: the 24 hexadecimal digits at the end of its `plex://` id.
    pub rating_key: RatingKey,
}

impl From<RatingKey> for GetAvailabilities {
    fn from(rating_key: RatingKey) -> Self {
        Self { rating_key }
    }
}

/// `GET /library/metadata/{ratingKey}/commonsensemedia`
///
/// Tells what Common Sense Media says of an item, in full.
///
/// - Parameters: the item's key.
/// - Answer: the entry.
/// - Errors: 401 for the token; 404 for an item that the provider does not know.
/// - Who: any account's token.
/// - Source: `get_common_sense_media`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetCommonSenseMedia {
    /// The item's key: the 24 hexadecimal digits at the end of its `plex://` id.
    pub rating_key: RatingKey,
}

impl From<RatingKey> for GetCommonSenseMedia {
    fn from(rating_key: RatingKey) -> Self {
        Self { rating_key }
    }
}

/// `GET /library/metadata/{ratingKey}/userState`
///
/// Tells what the account did with an item: how often it was played, and whether it is on the watchlist.
///
/// - Parameters: the item's key.
/// - Answer: the state.
/// - Errors: 401 for the token; 404 for an item that the provider does not know.
/// - Who: any account's token.
/// - Source: `get_user_state`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetUserState {
    /// The item's key: the 24 hexadecimal digits at the end of its `plex://` id.
    pub rating_key: RatingKey,
}

impl From<RatingKey> for GetUserState {
    fn from(rating_key: RatingKey) -> Self {
        Self { rating_key }
    }
}

endpoints! {
    ($) MetadataProvider, metadata_provider, metadata_provider_endpoints;
    ProviderScrobble: GET "/actions/scrobble" -> NoBody, User, Once;
    ProviderUnscrobble: GET "/actions/unscrobble" -> NoBody, User, Idempotent;
    ProviderGetMetadata: GET "/library/metadata/{ratingKey}"
        -> MediaContainer<ProviderPage>, User, Read;
    GetAvailabilities: GET "/library/metadata/{ratingKey}/availabilities"
        -> MediaContainer<Availabilities>, User, Read;
    GetCommonSenseMedia: GET "/library/metadata/{ratingKey}/commonsensemedia"
        -> MediaContainer<CommonSenseMediaPage>, User, Read;
    GetUserState: GET "/library/metadata/{ratingKey}/userState"
        -> MediaContainer<ItemUserState>, User, Read;
}
