//! Rows of items to start from, and which of them are shown where.

use crate::codec::envelope::MediaContainer;
use crate::endpoint::endpoints;
use crate::ids::{RatingKey, SectionId};
use crate::model::{Hubs, ManagedHubs, MetadataPage};
use crate::reply::NoBody;
use crate::text::Text;
use plex_sdk_derive::Request;

/// `GET /hubs`
///
/// Lists the rows of the whole server, such as "Continue Watching" and what was added last, each with its first items.
///
/// - Parameters: how many items a row carries; whether only rows that change often; the rows and sections wanted; the
///   window's start (from 0) and size, counted in rows.
/// - Answer: rows with their items, `more` where there are further ones.
/// - Errors: 401 without a token that the server accepts.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_all_hubs`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetAllHubs {
    /// How many items a row carries at most.
    pub count: Option<u32>,
    /// Whether to give only rows that change by playing or adding.
    pub only_transient: Option<bool>,
    /// The words of the rows wanted, such as `home.continue`; all where none is given.
    pub identifier: Vec<Text>,
    /// The sections wanted; all where none is given.
    #[wire(name = "contentDirectoryID")]
    pub content_directory_id: Vec<SectionId>,
    /// Whether to tell the ids of each item in other databases.
    pub include_guids: Option<bool>,
    /// The place of the first row wanted, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// How many rows are wanted at most.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

/// `GET /hubs/continueWatching`
///
/// Gives the row of what was started and not finished.
///
/// - Parameters: how many items it carries; the window.
/// - Answer: one row, or none where nothing was started.
/// - Errors: 401 without a token that the server accepts.
/// - Who: anyone whose token the server accepts; everyone has their own.
/// - Source: `get_continue_watching`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetContinueWatching {
    /// How many items the row carries at most.
    pub count: Option<u32>,
    /// The place of the first row wanted, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// How many rows are wanted at most.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

/// `GET /hubs/continueWatching/items`
///
/// Lists what was started and not finished, as items without a row around them.
///
/// - Parameters: whether to tell foreign ids; the window.
/// - Answer: movies and episodes, the one played last first.
/// - Errors: 401 without a token that the server accepts.
/// - Who: anyone whose token the server accepts; everyone has their own.
/// - Source: `get_continue_watching_items`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetContinueWatchingItems {
    /// Whether to tell the ids of each item in other databases.
    pub include_guids: Option<bool>,
    /// The place of the first item wanted, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// How many items are wanted at most.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

/// `GET /hubs/home/recentlyAdded`
///
/// Lists what was added last, as the home screen shows it.
///
/// - Parameters: the section shown, the sections pinned to the home screen, the number of the kind of item; the window.
/// - Answer: the items, the newest first.
/// - Errors: 401 without a token that the server accepts.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_home_recently_added`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetHomeRecentlyAdded {
    /// The section shown.
    #[wire(name = "contentDirectoryID")]
    pub content_directory_id: Option<SectionId>,
    /// The sections pinned to the home screen.
    #[wire(name = "pinnedContentDirectoryID")]
    pub pinned_content_directory_id: Vec<SectionId>,
    /// The section the items must be in.
    #[wire(name = "sectionID")]
    pub section_id: Option<SectionId>,
    /// The number of the kind of item, such as 1 for movies and 2 for shows.
    #[wire(name = "type")]
    pub kind: Option<u16>,
    /// Whether to tell which filters and sorts there are.
    pub include_meta: Option<bool>,
    /// The place of the first item wanted, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// How many items are wanted at most.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

/// `GET /hubs/items`
///
/// Lists the items of one row.
///
/// - Parameters: the row's word; how many items; the window.
/// - Answer: the items.
/// - Errors: 401 without a token that the server accepts; 404 for a row that is not there.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_hub_items`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetHubItems {
    /// The row's word, such as `home.continue`.
    pub identifier: Text,
    /// How many items are wanted at most.
    pub count: Option<u32>,
    /// The place of the first item wanted, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// How many items are wanted at most, in one window.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

impl From<Text> for GetHubItems {
    fn from(identifier: Text) -> Self {
        Self {
            identifier,
            ..Self::default()
        }
    }
}

/// The rows around an item; their operations differ in the path alone.
macro_rules! hubs_of_an_item {
    ($Name:ident) => {
        impl From<RatingKey> for $Name {
            fn from(metadata_id: RatingKey) -> Self {
                Self {
                    metadata_id,
                    ..Self::default()
                }
            }
        }
    };
}

/// `GET /hubs/metadata/{metadataId}`
///
/// Lists the rows of an item of a music section, such as an artist's albums by format.
///
/// - Parameters: the item; how many items a row carries; whether only rows that change often; the window.
/// - Answer: rows with their items.
/// - Errors: 400 for an item that is not there for the caller; 401 without a token that the server accepts.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_metadata_hubs`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetMetadataHubs {
    /// The item.
    pub metadata_id: RatingKey,
    /// How many items a row carries at most.
    pub count: Option<u32>,
    /// Whether to give only rows that change by playing or adding.
    pub only_transient: Option<bool>,
    /// The place of the first row wanted, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// How many rows are wanted at most.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}
hubs_of_an_item!(GetMetadataHubs);

/// `GET /hubs/metadata/{metadataId}/postplay`
///
/// Lists the rows to show once an item was played to its end, such as the next episode.
///
/// - Parameters: the item; how many items a row carries; whether only rows that change often; the window.
/// - Answer: rows with their items.
/// - Errors: 400 for an item that is not there for the caller; 401 without a token that the server accepts.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_postplay_hubs`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetPostplayHubs {
    /// The item.
    pub metadata_id: RatingKey,
    /// How many items a row carries at most.
    pub count: Option<u32>,
    /// Whether to give only rows that change by playing or adding.
    pub only_transient: Option<bool>,
    /// The place of the first row wanted, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// How many rows are wanted at most.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}
hubs_of_an_item!(GetPostplayHubs);

/// `GET /hubs/metadata/{metadataId}/related`
///
/// Lists the rows of what is like an item, such as more by the same director.
///
/// - Parameters: the item; how many items a row carries; whether only rows that change often; the window.
/// - Answer: rows with their items.
/// - Errors: 400 for an item that is not there for the caller; 401 without a token that the server accepts.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_related_hubs`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetRelatedHubs {
    /// The item.
    pub metadata_id: RatingKey,
    /// How many items a row carries at most.
    pub count: Option<u32>,
    /// Whether to give only rows that change by playing or adding.
    pub only_transient: Option<bool>,
    /// The place of the first row wanted, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// How many rows are wanted at most.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}
hubs_of_an_item!(GetRelatedHubs);

/// `GET /hubs/promoted`
///
/// Lists the rows that the home screen shows.
///
/// - Parameters: how many items a row carries; the window.
/// - Answer: rows with their items.
/// - Errors: 401 without a token that the server accepts.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_promoted_hubs`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetPromotedHubs {
    /// How many items a row carries at most.
    pub count: Option<u32>,
    /// The place of the first row wanted, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// How many rows are wanted at most.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

/// `GET /hubs/sections/{sectionId}`
///
/// Lists the rows of a section, each with its first items.
///
/// - Parameters: the section; how many items a row carries; whether only rows that change often; what to include; the
///   window.
/// - Answer: rows with their items.
/// - Errors: 400 for a section that is not there for the caller; 401 without a token that the server accepts.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_section_hubs`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetSectionHubs {
    /// The section.
    pub section_id: SectionId,
    /// How many items a row carries at most.
    pub count: Option<u32>,
    /// Whether to give only rows that change by playing or adding.
    pub only_transient: Option<bool>,
    /// Whether to give radio stations, in music sections.
    pub include_stations: Option<bool>,
    /// Whether to tell the ids of each item in other databases.
    pub include_guids: Option<bool>,
    /// The place of the first row wanted, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// How many rows are wanted at most.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

/// `GET /hubs/sections/{sectionId}/continueWatching/items`
///
/// Lists what was started in a section and not finished.
///
/// - Parameters: the section; whether to tell foreign ids; the window.
/// - Answer: movies or episodes, the one played last first.
/// - Errors: 401 without a token that the server accepts.
/// - Who: anyone whose token the server accepts; everyone has their own.
/// - Source: `get_section_continue_watching_items`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetSectionContinueWatchingItems {
    /// The section.
    pub section_id: SectionId,
    /// Whether to tell the ids of each item in other databases.
    pub include_guids: Option<bool>,
    /// The place of the first item wanted, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// How many items are wanted at most.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

/// `GET /hubs/sections/{sectionId}/manage`
///
/// Lists all rows of a section, shown or not, in their order.
///
/// - Parameters: the section; a collection, to find the row made from it.
/// - Answer: the rows and where each is shown; none where the collection has no row.
/// - Errors: 401 without a token that the server accepts; 403 for others than the owner; 404 for a section that is not
///   there.
/// - Who: the owner.
/// - Source: `list_hubs`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct ListHubs {
    /// The section.
    pub section_id: SectionId,
    /// The collection whose row is wanted.
    pub metadata_item_id: Option<RatingKey>,
}

/// `DELETE /hubs/sections/{sectionId}/manage`
///
/// Puts a section's rows back as they were at first; rows made from collections go.
///
/// - Parameters: the section.
/// - Answer: nothing.
/// - Errors: 401 without a token that the server accepts; 403 for others than the owner; 404 for a section that is not
///   there.
/// - Who: the owner.
/// - Source: `reset_section_defaults`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct ResetSectionDefaults {
    /// The section.
    pub section_id: SectionId,
}

/// `POST /hubs/sections/{sectionId}/manage`
///
/// Makes a row from a collection.
///
/// - Parameters: the section; the collection; where the row is shown.
/// - Answer: nothing.
/// - Errors: 400 where no row can be made from that item; 401 without a token that the server accepts; 403 for others
///   than the owner; 404 for a section or an item that is not there.
/// - Who: the owner.
/// - Source: `create_custom_hub`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct CreateCustomHub {
    /// The section.
    pub section_id: SectionId,
    /// The collection.
    pub metadata_item_id: RatingKey,
    /// Whether it is shown among the section's recommendations.
    pub promoted_to_recommended: Option<bool>,
    /// Whether it is shown on the owner's home screen.
    pub promoted_to_own_home: Option<bool>,
    /// Whether it is shown on the home screen of those the server is shared with.
    pub promoted_to_shared_home: Option<bool>,
}

/// `PUT /hubs/sections/{sectionId}/manage/{identifier}/move`
///
/// Moves a row to another place among its section's rows.
///
/// - Parameters: the section; the row; the row it comes after, or none for the first place.
/// - Answer: the rows in their new order.
/// - Errors: 401 without a token that the server accepts; 403 for others than the owner; 404 for a section that is not
///   there.
/// - Who: the owner.
/// - Paths: `/hubs/sections/{sectionId}/manage/move` is the documented one, with the row as a parameter of the query.
/// - Source: `move_hub`, `move_hub_by_identifier`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct MoveHub {
    /// The section.
    pub section_id: SectionId,
    /// The row's word.
    pub identifier: Text,
    /// The word of the row it comes after.
    pub after: Option<Text>,
}

/// `DELETE /hubs/sections/{sectionId}/manage/{identifier}`
///
/// Deletes a row that was made from a collection; the collection stays.
///
/// - Parameters: the section; the row.
/// - Answer: nothing.
/// - Errors: 400 for a row that the server brings along; 401 without a token that the server accepts; 403 for others
///   than the owner; 404 for a section or row that is not there.
/// - Who: the owner.
/// - Source: `delete_custom_hub`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct DeleteCustomHub {
    /// The section.
    pub section_id: SectionId,
    /// The row's word.
    pub identifier: Text,
}

/// `PUT /hubs/sections/{sectionId}/manage/{identifier}`
///
/// Sets where a row is shown; what is left out stays.
///
/// - Parameters: the section; the row; where it is shown.
/// - Answer: nothing.
/// - Errors: 401 without a token that the server accepts; 403 for others than the owner; 404 for a section that is not
///   there.
/// - Who: the owner.
/// - Source: `update_hub_visibility`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct UpdateHubVisibility {
    /// The section.
    pub section_id: SectionId,
    /// The row's word.
    pub identifier: Text,
    /// Whether it is shown among the section's recommendations.
    pub promoted_to_recommended: Option<bool>,
    /// Whether it is shown on the owner's home screen.
    pub promoted_to_own_home: Option<bool>,
    /// Whether it is shown on the home screen of those the server is shared with.
    pub promoted_to_shared_home: Option<bool>,
}

/// Operations whose one required parameter is the section.
macro_rules! of_a_section {
    ($($Name:ident),+) => {$(
        impl From<SectionId> for $Name {
            #[allow(clippy::needless_update, reason = "some have the section alone")]
            fn from(section_id: SectionId) -> Self {
                Self {
                    section_id,
                    ..Self::default()
                }
            }
        }
    )+};
}
of_a_section!(
    GetSectionHubs,
    GetSectionContinueWatchingItems,
    ListHubs,
    ResetSectionDefaults
);

endpoints! {
    ($) Pms, hubs, hubs_endpoints;
    GetAllHubs: GET "/hubs" -> MediaContainer<Hubs>, User, Read;
    GetContinueWatching: GET "/hubs/continueWatching" -> MediaContainer<Hubs>, User, Read;
    GetContinueWatchingItems: GET "/hubs/continueWatching/items"
        -> MediaContainer<MetadataPage>, User, Read;
    GetHomeRecentlyAdded: GET "/hubs/home/recentlyAdded" -> MediaContainer<MetadataPage>, User, Read;
    GetHubItems: GET "/hubs/items" -> MediaContainer<MetadataPage>, User, Read;
    GetMetadataHubs: GET "/hubs/metadata/{metadataId}" -> MediaContainer<Hubs>, User, Read;
    GetPostplayHubs: GET "/hubs/metadata/{metadataId}/postplay" -> MediaContainer<Hubs>, User, Read;
    GetRelatedHubs: GET "/hubs/metadata/{metadataId}/related" -> MediaContainer<Hubs>, User, Read;
    GetPromotedHubs: GET "/hubs/promoted" -> MediaContainer<Hubs>, User, Read;
    GetSectionHubs: GET "/hubs/sections/{sectionId}" -> MediaContainer<Hubs>, User, Read;
    GetSectionContinueWatchingItems: GET "/hubs/sections/{sectionId}/continueWatching/items"
        -> MediaContainer<MetadataPage>, User, Read;
    ListHubs: GET "/hubs/sections/{sectionId}/manage" -> MediaContainer<ManagedHubs>, Admin, Read;
    ResetSectionDefaults: DELETE "/hubs/sections/{sectionId}/manage" -> NoBody, Admin, Idempotent;
    CreateCustomHub: POST "/hubs/sections/{sectionId}/manage" -> NoBody, Admin, Once;
    MoveHub: PUT "/hubs/sections/{sectionId}/manage/{identifier}/move"
        | "/hubs/sections/{sectionId}/manage/move"
        -> MediaContainer<ManagedHubs>, Admin, Idempotent;
    DeleteCustomHub: DELETE "/hubs/sections/{sectionId}/manage/{identifier}"
        -> NoBody, Admin, Idempotent;
    UpdateHubVisibility: PUT "/hubs/sections/{sectionId}/manage/{identifier}"
        -> NoBody, Admin, Idempotent;
}
