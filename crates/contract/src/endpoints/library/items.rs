//! One item or several: edit, delete, refresh, settings, and what hangs on them.

use crate::codec::envelope::MediaContainer;
use crate::endpoint::endpoints;
use crate::ids::{AugmentationId, MediaId, RatingKey};
use crate::model::{ItemTree, MetadataPage, TopUsers};
use crate::reply::NoBody;
use crate::text::Text;
use plex_sdk_derive::Request;

/// `PUT /library/metadata/{ids}`
///
/// Changes fields of one or more items.
///
/// - Parameters: the items; the fields: `name.value` sets one, `name.locked` keeps it from refreshes (1) or not (0).
/// - Answer: no body.
/// - Errors: 401 without a token that the server accepts; 403 for anyone but the owner; 400 for a value that a field
///   does not take.
/// - Who: the server's owner.
/// - Source: `edit_metadata_item`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct EditMetadataItem {
    /// The items.
    pub ids: Vec<RatingKey>,
    /// Fields as name and value: `("title.value", "Low Tide")`, `("title.locked", "1")`, `("genre[0].tag.tag",
    /// "Drama")`.
    #[wire(name = "*")]
    pub values: Vec<(Text, Text)>,
}

/// `DELETE /library/metadata/{ids}`
///
/// Deletes an item with everything below it, and its files from the disk.
///
/// - Parameters: the item.
/// - Answer: no body.
/// - Errors: 401 without a token that the server accepts; 403 for anyone but the owner; 400 where it could not be
///   deleted, as when the server may not delete files; 404 for an item that is not there.
/// - Who: the server's owner.
/// - Source: `delete_metadata_item`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct DeleteMetadataItem {
    /// The item.
    pub ids: RatingKey,
    /// Whether to delete what stands in for it as well, such as optimized versions; not by default.
    pub proxy: Option<bool>,
}

impl From<RatingKey> for DeleteMetadataItem {
    fn from(ids: RatingKey) -> Self {
        Self {
            ids,
            ..Self::default()
        }
    }
}

/// `PUT /library/metadata/{ids}/refresh`
///
/// Has the metadata of items fetched anew, in the background.
///
/// - Parameters: the items; how.
/// - Answer: no body.
/// - Errors: 401 without a token that the server accepts; 403 for anyone but the owner; 404 for an item that is not
///   there for the caller.
/// - Who: the server's owner.
/// - Source: `refresh_items_metadata`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct RefreshItemsMetadata {
    /// The items.
    pub ids: Vec<RatingKey>,
    /// The agent to ask, where not the usual one.
    pub agent: Option<Text>,
    /// Whether the items count as changed now.
    pub mark_updated: Option<bool>,
    /// Whether to leave out the fetching itself.
    pub skip_refresh: Option<bool>,
}

impl From<RatingKey> for RefreshItemsMetadata {
    fn from(id: RatingKey) -> Self {
        Self {
            ids: vec![id],
            ..Self::default()
        }
    }
}

/// `PUT /library/metadata/{ids}/prefs`
///
/// Changes an item's own settings, such as the order of its episodes.
///
/// - Parameters: the item; the settings, whose names and choices the item tells with `includePreferences=1`.
/// - Answer: no body.
/// - Errors: 401 without a token that the server accepts; 403 for anyone but the owner; 400 for a setting that the
///   item does not have.
/// - Who: the server's owner.
/// - Source: `set_item_preferences`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct SetItemPreferences {
    /// The item.
    pub ids: RatingKey,
    /// Settings as name and value, such as `("episodeSort", "1")`.
    #[wire(name = "*")]
    pub values: Vec<(Text, Text)>,
}

impl From<RatingKey> for SetItemPreferences {
    fn from(ids: RatingKey) -> Self {
        Self {
            ids,
            ..Self::default()
        }
    }
}

/// `DELETE /library/metadata/{ids}/media/{mediaItem}`
///
/// Deletes one version of an item, and its files from the disk.
///
/// - Parameters: the item and the version.
/// - Answer: no body.
/// - Errors: 401 without a token that the server accepts; 403 for anyone but the owner; 400 where it could not be
///   deleted; 404 for a version that is not there.
/// - Who: the server's owner.
/// - Source: `delete_media_item`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct DeleteMediaItem {
    /// The item.
    pub ids: RatingKey,
    /// The version.
    pub media_item: MediaId,
    /// Whether to delete what stands in for it as well, such as optimized versions; not by default.
    pub proxy: Option<bool>,
}

/// `GET /library/metadata/{ids}/tree`
///
/// Shows an item with everything below it down to files and streams, as the server's database has it.
///
/// - Parameters: the item.
/// - Answer: the items, each inside the one above it.
/// - Errors: 401 without a token that the server accepts; 404 for an item that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_item_tree`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetItemTree {
    /// The item.
    pub ids: RatingKey,
}

impl From<RatingKey> for GetItemTree {
    fn from(ids: RatingKey) -> Self {
        Self { ids }
    }
}

/// `GET /library/metadata/{ids}/users/top`
///
/// Lists who played an item most often.
///
/// - Parameters: the item.
/// - Answer: accounts with the number of plays, the highest first.
/// - Errors: 401 without a token that the server accepts; 403 for anyone but the owner; 404 for an item that is not
///   there for the caller.
/// - Who: the server's owner.
/// - Source: `list_top_users`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct ListTopUsers {
    /// The item.
    pub ids: RatingKey,
}

impl From<RatingKey> for ListTopUsers {
    fn from(ids: RatingKey) -> Self {
        Self { ids }
    }
}

/// `GET /library/metadata/augmentations/{augmentationId}`
///
/// Reads what a search for more metadata found, which was started by reading an item with `asyncAugmentMetadata=1`.
///
/// - Parameters: the search; whether to wait.
/// - Answer: rows of related things from online sources. Servers may also answer 204 without a body, when there is
///   nothing to tell.
/// - Errors: 401 without a token that the server accepts; 401 as well for a search of another user; 404 for a search
///   that is not there.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_augmentation_status`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetAugmentationStatus {
    /// The search: the last part of the `augmentation_key` of that answer.
    pub augmentation_id: AugmentationId,
    /// Whether to wait for the end of the search.
    pub wait: Option<bool>,
}

impl From<AugmentationId> for GetAugmentationStatus {
    fn from(augmentation_id: AugmentationId) -> Self {
        Self {
            augmentation_id,
            ..Self::default()
        }
    }
}

endpoints! {
    ($) Pms, library, library_items_endpoints;
    EditMetadataItem: PUT "/library/metadata/{ids}"
        -> NoBody, Admin, Idempotent;
    DeleteMetadataItem: DELETE "/library/metadata/{ids}"
        -> NoBody, Admin, Idempotent;
    RefreshItemsMetadata: PUT "/library/metadata/{ids}/refresh"
        -> NoBody, Admin, Once;
    SetItemPreferences: PUT "/library/metadata/{ids}/prefs"
        -> NoBody, Admin, Idempotent;
    DeleteMediaItem: DELETE "/library/metadata/{ids}/media/{mediaItem}"
        -> NoBody, Admin, Idempotent;
    GetItemTree: GET "/library/metadata/{ids}/tree"
        -> MediaContainer<ItemTree>, User, Read;
    ListTopUsers: GET "/library/metadata/{ids}/users/top"
        -> MediaContainer<TopUsers>, Admin, Read;
    GetAugmentationStatus: GET "/library/metadata/augmentations/{augmentationId}"
        -> MediaContainer<MetadataPage>, User, Read;
}
