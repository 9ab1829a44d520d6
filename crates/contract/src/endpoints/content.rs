//! The items of the library.

use crate::codec::envelope::MediaContainer;
use crate::endpoint::endpoints;
use crate::ids::{RatingKey, SectionId};
use crate::model::MetadataPage;
use crate::text::Text;
use serde::{Deserialize, Serialize};

/// `GET /library/sections/{sectionId}/all`
///
/// Lists the items of a section, a window of them at a time.
///
/// - Parameters: the section; `type`, the number of the kind of item (1 movie, 2 show, 3 season, 4 episode, 8 artist,
///   9 album, 10 track); `sort`, fields with `:desc` after them where wanted, separated by commas; filters in the order
///   given; the window's start (from 0) and size; what to include.
/// - Answer: the items, and with `offset` and `total_size` where the window stands.
/// - Errors: 401 without a token that the server accepts; 404 for a section that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `list_content`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct ListContent {
    /// The section.
    pub section_id: SectionId,
    /// The number of the kind of item; the section's own kind where it is not given.
    #[serde(rename = "type")]
    pub kind: Option<u16>,
    /// The order, such as `titleSort` or `addedAt:desc`.
    pub sort: Option<Text>,
    /// At most this many items in all.
    pub limit: Option<u32>,
    /// The place of the first item wanted, from 0.
    #[serde(rename = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// How many items are wanted at most.
    #[serde(rename = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
    /// Whether to tell which filters and sorts the section knows.
    pub include_meta: Option<bool>,
    /// Whether to tell the ids of each item in other databases.
    pub include_guids: Option<bool>,
    /// Whether collections count as items of the list.
    pub include_collections: Option<bool>,
    /// Filters as name and value, in the order they go on the wire: `("year>>", "1999")`, `("title", "blue")`. A
    /// [`Query`](crate::query::Query) makes them.
    #[serde(rename = "*")]
    pub filter: Vec<(Text, Text)>,
}

impl From<SectionId> for ListContent {
    fn from(section_id: SectionId) -> Self {
        Self {
            section_id,
            ..Self::default()
        }
    }
}

/// `GET /library/metadata/{ids}`
///
/// Reads one or more items in full, in the order asked for.
///
/// - Parameters: the items' rating keys, at least one; what to check and to include.
/// - Answer: the items.
/// - Errors: 401 without a token that the server accepts; 404 where none of the items is there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_metadata_item`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct GetMetadataItem {
    /// The items' rating keys.
    pub ids: Vec<RatingKey>,
    /// Whether to check that the files are there, before the answer.
    pub check_files: Option<bool>,
    /// Whether to check that the files are there, after the answer.
    pub async_check_files: Option<bool>,
    /// Whether to leave out the refresh of local metadata.
    pub skip_refresh: Option<bool>,
    /// Whether to tell the ids in other databases.
    pub include_guids: Option<bool>,
    /// Whether to tell where intro and credits are.
    pub include_markers: Option<bool>,
    /// Whether to tell the chapters.
    pub include_chapters: Option<bool>,
    /// Whether to give the extras, such as trailers.
    pub include_extras: Option<bool>,
    /// Whether to give rows of related items.
    pub include_related: Option<bool>,
    /// Whether to give the next episode to watch.
    pub include_on_deck: Option<bool>,
    /// Whether to give the item's settings.
    pub include_preferences: Option<bool>,
    /// Whether to give reviews.
    pub include_reviews: Option<bool>,
    /// Elements to leave out, such as `Media`.
    pub exclude_elements: Vec<Text>,
    /// Fields to leave out, such as `summary`.
    pub exclude_fields: Vec<Text>,
}

impl From<RatingKey> for GetMetadataItem {
    fn from(id: RatingKey) -> Self {
        Self {
            ids: vec![id],
            ..Self::default()
        }
    }
}

/// `GET /library/metadata/{id}/children`
///
/// Lists what is directly below an item: the seasons of a show, the albums of an artist, the episodes of a season.
///
/// - Parameters: the item; `excludeAllLeaves`, to leave out the entry that stands for everything below; the window.
/// - Answer: the children, and what they share about their parent.
/// - Errors: 401 without a token that the server accepts; 404 for an item that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_metadata_children`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct GetMetadataChildren {
    /// The item.
    pub id: RatingKey,
    /// Whether to leave out the entry "All episodes".
    pub exclude_all_leaves: Option<bool>,
    /// Whether to tell the ids of each item in other databases.
    pub include_guids: Option<bool>,
    /// The place of the first item wanted, from 0.
    #[serde(rename = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// How many items are wanted at most.
    #[serde(rename = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

/// `GET /library/metadata/{ids}/allLeaves`
///
/// Lists everything playable below an item: all episodes of a show, all tracks of an artist.
///
/// - Parameters: the item; the window.
/// - Answer: episodes or tracks in their order.
/// - Errors: 401 without a token that the server accepts; 404 for an item that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_all_item_leaves`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct GetAllItemLeaves {
    /// The item.
    pub ids: RatingKey,
    /// Whether to tell the ids of each item in other databases.
    pub include_guids: Option<bool>,
    /// The place of the first item wanted, from 0.
    #[serde(rename = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// How many items are wanted at most.
    #[serde(rename = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

endpoints! {
    ($) Pms, content, content_endpoints;
    ListContent: GET "/library/sections/{sectionId}/all"
        -> MediaContainer<MetadataPage>, User, Read;
    GetMetadataItem: GET "/library/metadata/{ids}"
        -> MediaContainer<MetadataPage>, User, Read;
    GetMetadataChildren: GET "/library/metadata/{id}/children"
        -> MediaContainer<MetadataPage>, User, Read;
    GetAllItemLeaves: GET "/library/metadata/{ids}/allLeaves"
        -> MediaContainer<MetadataPage>, User, Read;
}
