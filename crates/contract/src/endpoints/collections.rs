//! Collections: made, filled, ordered.

use crate::codec::envelope::MediaContainer;
use crate::ids::{CollectionId, RatingKey, SectionId};
use crate::model::MediaType;
use crate::model::MetadataPage;
use crate::reply::NoBody;
use crate::text::Text;
use plex_sdk_derive::{endpoints, request};

endpoints! {
    Pms, collections, collections_endpoints;

    /// Creates a collection in a library section: empty, from items, or smart.
    CreateCollection: POST "/library/collections" -> MediaContainer<MetadataPage>, User, Once;
    /// Returns a collection without its items.
    GetCollection: GET "/library/collections/{collectionId}"
        -> MediaContainer<MetadataPage>, User, Read, unpublished;
    /// Deletes a collection.
    DeleteCollectionByKey: DELETE "/library/collections/{collectionId}"
        -> NoBody, Admin, Idempotent, unpublished;
    /// Lists the items of a collection, in the order of the collection.
    GetCollectionChildren: GET "/library/collections/{collectionId}/children"
        -> MediaContainer<MetadataPage>, User, Read, unpublished;
    /// Adds items to a collection, or replaces the filter of a smart collection.
    AddCollectionItems: PUT "/library/collections/{collectionId}/items"
        -> MediaContainer<MetadataPage>, Admin, Idempotent;
    /// Removes an item from a collection.
    RemoveCollectionItem: DELETE | PUT "/library/collections/{collectionId}/items/{itemId}"
        -> MediaContainer<MetadataPage>, Admin, Idempotent;
    /// Moves an item to another position in a collection.
    MoveCollectionItem: PUT "/library/collections/{collectionId}/items/{itemId}/move"
        -> MediaContainer<MetadataPage>, Admin, Idempotent;
    /// Changes how a collection is displayed, sorted and filtered.
    SetCollectionPreferences: PUT "/library/collections/{collectionId}/prefs"
        -> NoBody, Admin, Idempotent, unpublished;
}

/// A smart collection stores a filter, and contains the items that match it. The server responds with 400 if the
/// library section does not exist, or if a smart collection has no `uri`.
#[request]
pub struct CreateCollection {
    /// The id of the library section.
    pub section_id: SectionId,
    /// The title of the collection.
    pub title: Option<Text>,
    /// Whether to create a smart collection. Default: `false`.
    pub smart: Option<bool>,
    /// The content URI of the items, such as `server://<machine
    /// identifier>/com.plexapp.plugins.library/library/metadata/1,2`. For a smart collection, the content URI of the
    /// filter; it is then required.
    pub uri: Option<Text>,
    /// The metadata type of the items: movie, show, artist, album or track.
    #[wire(name = "type")]
    pub kind: Option<MediaType>,
}

#[request]
pub struct GetCollection {
    /// The id of the collection.
    pub collection_id: CollectionId,
    /// Whether to include the settings of the collection.
    pub include_preferences: Option<bool>,
}

/// The items in it stay in the library.
#[request]
pub struct DeleteCollectionByKey {
    /// The id of the collection.
    pub collection_id: CollectionId,
}

#[request]
pub struct GetCollectionChildren {
    /// The id of the collection.
    pub collection_id: CollectionId,
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
pub struct AddCollectionItems {
    /// The id of the collection.
    pub collection_id: CollectionId,
    /// The content URI of the items, such as `server://<machine
    /// identifier>/com.plexapp.plugins.library/library/metadata/1,2`. For a smart collection, the content URI of the
    /// new filter.
    pub uri: Text,
}

/// The server responds with 400 if the item is not in the collection.
#[request]
pub struct RemoveCollectionItem {
    /// The id of the collection.
    pub collection_id: CollectionId,
    /// The rating key of the item.
    pub item_id: RatingKey,
}

/// This switches the collection to custom order. The server responds with 400 if the item is not in the collection.
#[request]
pub struct MoveCollectionItem {
    /// The id of the collection.
    pub collection_id: CollectionId,
    /// The rating key of the item.
    pub item_id: RatingKey,
    /// The rating key of the item to place it after. If omitted, the item moves to the beginning.
    pub after: Option<RatingKey>,
}

/// Settings that are left out stay unchanged.
#[request]
pub struct SetCollectionPreferences {
    /// The id of the collection.
    pub collection_id: CollectionId,
    /// How the collection is displayed: -1 as set for the library section, 0 hidden, 1 shown with its items hidden, 2
    /// shown together with its items.
    pub collection_mode: Option<i32>,
    /// The order of the items: 0 release date, 1 title, 2 custom.
    pub collection_sort: Option<i32>,
    /// Whose watch state a smart collection filters by: 0 the owner's, 1 the current user's.
    pub collection_filter_based_on_user: Option<i32>,
}
