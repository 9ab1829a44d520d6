//! One item or several: edit, delete, refresh, settings, and what hangs on them.

use crate::codec::envelope::MediaContainer;
use crate::ids::{AugmentationId, MediaId, RatingKey};
use crate::model::{ItemTree, MetadataPage, TopUsers};
use crate::reply::NoBody;
use crate::text::Text;
use plex_sdk_derive::{endpoints, request};

endpoints! {
    Pms, library, library_items_endpoints;

    /// Edits and locks fields of one or more items by rating key.
    EditMetadataItem: PUT "/library/metadata/{ids}" -> NoBody, Admin, Idempotent;
    /// Deletes an item, everything in it, and its files on disk.
    DeleteMetadataItem: DELETE "/library/metadata/{ids}" -> NoBody, Admin, Idempotent;
    /// Starts a metadata refresh of one or more items.
    RefreshItemsMetadata: PUT "/library/metadata/{ids}/refresh" -> NoBody, Admin, Once;
    /// Changes the settings of an item, such as the episode order of a show.
    SetItemPreferences: PUT "/library/metadata/{ids}/prefs" -> NoBody, Admin, Idempotent;
    /// Deletes one version of an item, and its files on disk.
    DeleteMediaItem: DELETE "/library/metadata/{ids}/media/{mediaItem}" -> NoBody, Admin, Idempotent;
    /// Returns an item with everything in it, down to its media, parts and streams.
    GetItemTree: GET "/library/metadata/{ids}/tree" -> MediaContainer<ItemTree>, User, Read;
    /// Lists the users who have played an item, by number of plays.
    ListTopUsers: GET "/library/metadata/{ids}/users/top" -> MediaContainer<TopUsers>, Admin, Read;
    /// Returns the results of a metadata augmentation.
    GetAugmentationStatus: GET "/library/metadata/augmentations/{augmentationId}"
        -> MediaContainer<MetadataPage>, User, Read;
}

/// `<field>.value` sets a field. `<field>.locked` locks it against metadata refreshes (`1`) or unlocks it (`0`). Tags
/// are numbered from 0: `genre[0].tag.tag`.
///
/// The server responds with 400 if a field does not accept its value.
#[request]
pub struct EditMetadataItem {
    /// The rating keys of the items. At least one.
    #[wire(required)]
    pub ids: Vec<RatingKey>,
    /// The fields as name and value, such as `("title.value", "Low Tide")`, `("title.locked", "1")` or
    /// `("genre[0].tag.tag", "Drama")`.
    #[wire(name = "*")]
    pub values: Vec<(Text, Text)>,
}

/// The server responds with 400 if it cannot delete the item, for example because it is not allowed to delete media
/// files.
#[request]
pub struct DeleteMetadataItem {
    /// The rating key of the item.
    pub ids: RatingKey,
    /// Whether to delete proxy items too, such as optimized versions. Default: `false`.
    pub proxy: Option<bool>,
}

/// The refresh runs in the background.
#[request]
pub struct RefreshItemsMetadata {
    /// The rating keys of the items. At least one.
    #[wire(required)]
    pub ids: Vec<RatingKey>,
    /// The metadata agent to use instead of the usual one.
    pub agent: Option<Text>,
    /// Whether to mark the items as updated now.
    pub mark_updated: Option<bool>,
    /// Whether to skip the refresh itself.
    pub skip_refresh: Option<bool>,
}

/// To read the available settings and their values, request the item with `include_preferences`. The server responds
/// with 400 if the item does not have a setting.
#[request]
pub struct SetItemPreferences {
    /// The rating key of the item.
    pub ids: RatingKey,
    /// The settings to change, as pairs of id and value, such as `("episodeSort", "1")`.
    #[wire(name = "*")]
    pub values: Vec<(Text, Text)>,
}

/// The server responds with 400 if it cannot delete the version.
#[request]
pub struct DeleteMediaItem {
    /// The rating key of the item.
    pub ids: RatingKey,
    /// The id of the media, that is, the version of the item.
    pub media_item: MediaId,
    /// Whether to delete proxy items too, such as optimized versions. Default: `false`.
    pub proxy: Option<bool>,
}

/// Each item is nested in its parent, as stored in the server's database.
#[request]
pub struct GetItemTree {
    /// The rating key of the item.
    pub ids: RatingKey,
}

/// The user with the most plays comes first.
#[request]
pub struct ListTopUsers {
    /// The rating key of the item.
    pub ids: RatingKey,
}

/// Requesting an item with `async_augment_metadata` starts an augmentation. The results are hubs of related content
/// from online sources. The server may also respond with 204 and no body if there is nothing to return.
///
/// The server responds with 401 if the augmentation belongs to another user.
#[request]
pub struct GetAugmentationStatus {
    /// The id of the augmentation: the last part of the `augmentation_key` in the response that started it.
    pub augmentation_id: AugmentationId,
    /// Whether to wait until the augmentation is complete.
    pub wait: Option<bool>,
}
