//! Rows of items to start from, and which of them are shown where.

use crate::codec::envelope::MediaContainer;
use crate::ids::{RatingKey, SectionId};
use crate::model::MediaType;
use crate::model::{Hubs, ManagedHubs, MetadataPage};
use crate::reply::NoBody;
use crate::text::Text;
use plex_sdk_derive::{endpoints, request};

endpoints! {
    Pms, hubs, hubs_endpoints;

    /// Lists the global hubs of the server, each with its first items.
    GetAllHubs: GET "/hubs" -> MediaContainer<Hubs>, User, Read;
    /// Returns the current user's Continue Watching hub.
    GetContinueWatching: GET "/hubs/continueWatching" -> MediaContainer<Hubs>, User, Read;
    /// Lists the items that the current user has started but not finished.
    GetContinueWatchingItems: GET "/hubs/continueWatching/items"
        -> MediaContainer<MetadataPage>, User, Read, unpublished;
    /// Lists the Recently Added hubs of the home screen.
    GetHomeRecentlyAdded: GET "/hubs/home/recentlyAdded" -> MediaContainer<MetadataPage>, User, Read, unpublished;
    /// Lists the items of a single hub.
    GetHubItems: GET "/hubs/items" -> MediaContainer<MetadataPage>, User, Read;
    /// Lists the hubs of an item in a music library section, such as an artist.
    GetMetadataHubs: GET "/hubs/metadata/{metadataId}" -> MediaContainer<Hubs>, User, Read;
    /// Lists the hubs to show when an item has finished playing, such as the next episode.
    GetPostplayHubs: GET "/hubs/metadata/{metadataId}/postplay" -> MediaContainer<Hubs>, User, Read;
    /// Lists the hubs of items related to an item, such as more by the same director.
    GetRelatedHubs: GET "/hubs/metadata/{metadataId}/related" -> MediaContainer<Hubs>, User, Read;
    /// Lists the hubs that are promoted to the home screen.
    GetPromotedHubs: GET "/hubs/promoted" -> MediaContainer<Hubs>, User, Read;
    /// Lists the hubs of a library section, each with its first items.
    GetSectionHubs: GET "/hubs/sections/{sectionId}" -> MediaContainer<Hubs>, User, Read;
    /// Lists the items in one library section that the current user has in progress.
    GetSectionContinueWatchingItems: GET "/hubs/sections/{sectionId}/continueWatching/items"
        -> MediaContainer<MetadataPage>, User, Read, unpublished;
    /// Lists all hubs of a library section with their order and visibility.
    ListHubs: GET "/hubs/sections/{sectionId}/manage" -> MediaContainer<ManagedHubs>, Admin, Read;
    /// Resets the hubs of a library section to their defaults.
    ResetSectionDefaults: DELETE "/hubs/sections/{sectionId}/manage" -> NoBody, Admin, Idempotent;
    /// Creates a custom hub from a collection.
    CreateCustomHub: POST "/hubs/sections/{sectionId}/manage" -> NoBody, Admin, Once;
    /// Moves a hub to another position among the hubs of its library section.
    MoveHub: PUT "/hubs/sections/{sectionId}/manage/{identifier}/move" | "/hubs/sections/{sectionId}/manage/move"
        -> MediaContainer<ManagedHubs>, Admin, Idempotent;
    /// Deletes a custom hub.
    DeleteCustomHub: DELETE "/hubs/sections/{sectionId}/manage/{identifier}" -> NoBody, Admin, Idempotent;
    /// Changes where a hub is shown.
    UpdateHubVisibility: PUT "/hubs/sections/{sectionId}/manage/{identifier}" -> NoBody, Admin, Idempotent;
}

/// A hub that has further items is marked with `more`.
#[request]
pub struct GetAllHubs {
    /// The maximum number of items in each hub.
    pub count: Option<u32>,
    /// Whether to return only transient hubs, which are likely to change when media is played or added.
    pub only_transient: Option<bool>,
    /// The identifiers of the hubs to return, such as `home.continue`. By default, all hubs.
    pub identifier: Vec<Text>,
    /// The ids of the library sections to include. By default, all library sections.
    #[wire(name = "contentDirectoryID")]
    pub content_directory_id: Vec<SectionId>,
    /// Whether to include the ids of each item in external databases.
    pub include_guids: Option<bool>,
    /// The index of the first item to return, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// The maximum number of items to return.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

/// The response contains no hub if the user has nothing in progress.
#[request]
pub struct GetContinueWatching {
    /// The maximum number of items in the hub.
    pub count: Option<u32>,
    /// The index of the first item to return, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// The maximum number of items to return.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

/// The items are movies and episodes, most recently played first.
#[request]
pub struct GetContinueWatchingItems {
    /// Whether to include the ids of each item in external databases.
    pub include_guids: Option<bool>,
    /// The index of the first item to return, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// The maximum number of items to return.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

#[request]
pub struct GetHomeRecentlyAdded {
    /// The id of the library section that is shown.
    #[wire(name = "contentDirectoryID")]
    pub content_directory_id: Option<SectionId>,
    /// The ids of the library sections that are pinned to the home screen.
    #[wire(name = "pinnedContentDirectoryID")]
    pub pinned_content_directory_id: Vec<SectionId>,
    /// The id of the library section. Only its items are returned.
    #[wire(name = "sectionID")]
    pub section_id: Option<SectionId>,
    /// The metadata type of the items.
    #[wire(name = "type")]
    pub kind: Option<MediaType>,
    /// Whether to include the available filters and sorts.
    pub include_meta: Option<bool>,
    /// The index of the first item to return, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// The maximum number of items to return.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

#[request]
pub struct GetHubItems {
    /// The identifier of the hub, such as `home.continue`.
    pub identifier: Text,
    /// The maximum number of items in the hub.
    pub count: Option<u32>,
    /// The index of the first item to return, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// The maximum number of items to return.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

/// The server responds with 400 if the item does not exist or the caller may not access it.
#[request]
pub struct GetMetadataHubs {
    /// The rating key of the item.
    pub metadata_id: RatingKey,
    /// The maximum number of items in each hub.
    pub count: Option<u32>,
    /// Whether to return only transient hubs, which are likely to change when media is played or added.
    pub only_transient: Option<bool>,
    /// The index of the first item to return, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// The maximum number of items to return.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}
/// The server responds with 400 if the item does not exist or the caller may not access it.
#[request]
pub struct GetPostplayHubs {
    /// The rating key of the item.
    pub metadata_id: RatingKey,
    /// The maximum number of items in each hub.
    pub count: Option<u32>,
    /// Whether to return only transient hubs, which are likely to change when media is played or added.
    pub only_transient: Option<bool>,
    /// The index of the first item to return, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// The maximum number of items to return.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}
/// The server responds with 400 if the item does not exist or the caller may not access it.
#[request]
pub struct GetRelatedHubs {
    /// The rating key of the item.
    pub metadata_id: RatingKey,
    /// The maximum number of items in each hub.
    pub count: Option<u32>,
    /// Whether to return only transient hubs, which are likely to change when media is played or added.
    pub only_transient: Option<bool>,
    /// The index of the first item to return, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// The maximum number of items to return.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}
#[request]
pub struct GetPromotedHubs {
    /// The maximum number of items in each hub.
    pub count: Option<u32>,
    /// The index of the first item to return, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// The maximum number of items to return.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

/// The server responds with 400 if the library section does not exist or the caller may not access it.
#[request]
pub struct GetSectionHubs {
    /// The id of the library section.
    pub section_id: SectionId,
    /// The maximum number of items in each hub.
    pub count: Option<u32>,
    /// Whether to return only transient hubs, which are likely to change when media is played or added.
    pub only_transient: Option<bool>,
    /// Whether to include radio stations. Only music library sections have them.
    pub include_stations: Option<bool>,
    /// Whether to include the ids of each item in external databases.
    pub include_guids: Option<bool>,
    /// The index of the first item to return, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// The maximum number of items to return.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

/// The items are movies or episodes, most recently played first.
#[request]
pub struct GetSectionContinueWatchingItems {
    /// The id of the library section.
    pub section_id: SectionId,
    /// Whether to include the ids of each item in external databases.
    pub include_guids: Option<bool>,
    /// The index of the first item to return, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// The maximum number of items to return.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

/// The list contains built-in and custom hubs, hidden ones included.
#[request]
pub struct ListHubs {
    /// The id of the library section.
    pub section_id: SectionId,
    /// The rating key of a collection. Only the hub made from it is returned; the list is empty if there is none.
    pub metadata_item_id: Option<RatingKey>,
}

/// This deletes the custom hubs of the library section.
#[request]
pub struct ResetSectionDefaults {
    /// The id of the library section.
    pub section_id: SectionId,
}

/// The server responds with 400 if it cannot create a hub from the item.
#[request]
pub struct CreateCustomHub {
    /// The id of the library section.
    pub section_id: SectionId,
    /// The rating key of the collection.
    pub metadata_item_id: RatingKey,
    /// Whether to show the hub in the library section's recommendations.
    pub promoted_to_recommended: Option<bool>,
    /// Whether to show the hub on the owner's home screen.
    pub promoted_to_own_home: Option<bool>,
    /// Whether to show the hub on the home screens of shared users.
    pub promoted_to_shared_home: Option<bool>,
}

/// The response contains the hubs in their new order.
#[request]
pub struct MoveHub {
    /// The id of the library section.
    pub section_id: SectionId,
    /// The identifier of the hub, such as `movie.recentlyadded`.
    pub identifier: Text,
    /// The identifier of the hub to place it after. If omitted, the hub moves to the beginning.
    pub after: Option<Text>,
}

/// The collection that the hub was made from is kept. The server responds with 400 if the hub is built in.
#[request]
pub struct DeleteCustomHub {
    /// The id of the library section.
    pub section_id: SectionId,
    /// The identifier of the hub.
    pub identifier: Text,
}

/// Settings that are left out stay unchanged.
#[request]
pub struct UpdateHubVisibility {
    /// The id of the library section.
    pub section_id: SectionId,
    /// The identifier of the hub, such as `movie.recentlyadded`.
    pub identifier: Text,
    /// Whether to show the hub in the library section's recommendations.
    pub promoted_to_recommended: Option<bool>,
    /// Whether to show the hub on the owner's home screen.
    pub promoted_to_own_home: Option<bool>,
    /// Whether to show the hub on the home screens of shared users.
    pub promoted_to_shared_home: Option<bool>,
}
