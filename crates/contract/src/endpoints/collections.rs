//! Collections: made, filled, ordered.

use crate::codec::envelope::MediaContainer;
use crate::endpoint::endpoints;
use crate::ids::{CollectionId, RatingKey, SectionId};
use crate::model::MetadataPage;
use crate::reply::NoBody;
use crate::text::Text;
use plex_sdk_derive::Request;

/// `POST /library/collections`
///
/// Makes a collection: an empty one, one of the items at an address, or a smart one that is a stored filter.
///
/// - Parameters: the section; the title; whether it is smart; the address of the items, needed where it is smart; the
///   number of the kind of item it holds.
/// - Answer: the collection.
/// - Errors: 400 for a section that is not there, or a smart collection without an address; 401 without a token that
///   the server accepts.
/// - Who: anyone whose token the server accepts, as far as the owner lets them.
/// - Source: `create_collection`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct CreateCollection {
    /// The section.
    pub section_id: SectionId,
    /// The title.
    pub title: Option<Text>,
    /// Whether it is a stored filter.
    pub smart: Option<bool>,
    /// The address of its items, such as `server://`, machine identifier, `/com.plexapp.plugins.library` and a path.
    pub uri: Option<Text>,
    /// The number of the kind of item it holds: 1 movie, 2 show, 8 artist, 9 album, 10 track.
    #[wire(name = "type")]
    pub kind: Option<u16>,
}

/// `GET /library/collections/{collectionId}`
///
/// Reads a collection.
///
/// - Parameters: the collection; whether to give the settings of its own.
/// - Answer: the collection, without its items.
/// - Errors: 401 without a token that the server accepts; 404 for a collection that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_collection`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetCollection {
    /// The collection.
    pub collection_id: CollectionId,
    /// Whether to give the collection's settings.
    pub include_preferences: Option<bool>,
}

/// `DELETE /library/collections/{collectionId}`
///
/// Deletes a collection; its items stay.
///
/// - Parameters: the collection.
/// - Answer: nothing.
/// - Errors: 401 without a token that the server accepts; 404 for a collection that is not there.
/// - Who: the owner.
/// - Source: `delete_collection_by_key`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct DeleteCollectionByKey {
    /// The collection.
    pub collection_id: CollectionId,
}

/// `GET /library/collections/{collectionId}/children`
///
/// Lists the items of a collection, in the collection's order.
///
/// - Parameters: the collection; whether to tell foreign ids; the window.
/// - Answer: the items.
/// - Errors: 401 without a token that the server accepts; 404 for a collection that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_collection_children`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetCollectionChildren {
    /// The collection.
    pub collection_id: CollectionId,
    /// Whether to tell the ids of each item in other databases.
    pub include_guids: Option<bool>,
    /// The place of the first item wanted, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// How many items are wanted at most.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

/// `PUT /library/collections/{collectionId}/items`
///
/// Puts items into a collection; a smart one gets a new filter.
///
/// - Parameters: the collection; the address of the items, or of the filter.
/// - Answer: the collection.
/// - Errors: 401 without a token that the server accepts; 404 for a collection that is not there.
/// - Who: the owner.
/// - Source: `add_collection_items`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct AddCollectionItems {
    /// The collection.
    pub collection_id: CollectionId,
    /// The address, such as `server://`, machine identifier, `/com.plexapp.plugins.library/library/metadata/1,2`.
    pub uri: Text,
}

/// `DELETE /library/collections/{collectionId}/items/{itemId}`
///
/// Takes an item out of a collection.
///
/// - Parameters: the collection; the item.
/// - Answer: the collection.
/// - Errors: 400 for an item that is not in it; 401 without a token that the server accepts; 404 for a collection that
///   is not there.
/// - Who: the owner.
/// - Verbs: servers also take `PUT`, which is the documented one.
/// - Source: `remove_collection_item`, `delete_collection_item`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct RemoveCollectionItem {
    /// The collection.
    pub collection_id: CollectionId,
    /// The item.
    pub item_id: RatingKey,
}

/// `PUT /library/collections/{collectionId}/items/{itemId}/move`
///
/// Moves an item to another place in a collection, which is ordered by hand from then on.
///
/// - Parameters: the collection; the item; the item it comes after, or none for the first place.
/// - Answer: the collection.
/// - Errors: 400 for an item that is not in it; 401 without a token that the server accepts; 404 for a collection that
///   is not there.
/// - Who: the owner.
/// - Source: `move_collection_item`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct MoveCollectionItem {
    /// The collection.
    pub collection_id: CollectionId,
    /// The item.
    pub item_id: RatingKey,
    /// The item it comes after.
    pub after: Option<RatingKey>,
}

/// `PUT /library/collections/{collectionId}/prefs`
///
/// Sets how a collection is shown and ordered; what is left out stays.
///
/// - Parameters: the collection; how its items are shown; its order; whose plays a smart collection looks at.
/// - Answer: nothing.
/// - Errors: 401 without a token that the server accepts; 404 for a collection that is not there.
/// - Who: the owner.
/// - Source: `set_collection_preferences`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct SetCollectionPreferences {
    /// The collection.
    pub collection_id: CollectionId,
    /// How it is shown: -1 as the section says, 0 hidden, 1 without its items, 2 with its items.
    pub collection_mode: Option<i32>,
    /// The order: 0 by release, 1 by title, 2 by hand.
    pub collection_sort: Option<i32>,
    /// Whose plays a smart collection looks at: 0 the owner's, 1 the user's.
    pub collection_filter_based_on_user: Option<i32>,
}

/// Operations whose one required parameter is the collection.
macro_rules! of_a_collection {
    ($($Name:ident),+) => {$(
        impl From<CollectionId> for $Name {
            #[allow(clippy::needless_update, reason = "some have the collection alone")]
            fn from(collection_id: CollectionId) -> Self {
                Self {
                    collection_id,
                    ..Self::default()
                }
            }
        }
    )+};
}
of_a_collection!(GetCollection, DeleteCollectionByKey, GetCollectionChildren);

endpoints! {
    ($) Pms, collections, collections_endpoints;
    CreateCollection: POST "/library/collections" -> MediaContainer<MetadataPage>, User, Once;
    GetCollection: GET "/library/collections/{collectionId}"
        -> MediaContainer<MetadataPage>, User, Read;
    DeleteCollectionByKey: DELETE "/library/collections/{collectionId}" -> NoBody, Admin, Idempotent;
    GetCollectionChildren: GET "/library/collections/{collectionId}/children"
        -> MediaContainer<MetadataPage>, User, Read;
    AddCollectionItems: PUT "/library/collections/{collectionId}/items"
        -> MediaContainer<MetadataPage>, Admin, Idempotent;
    RemoveCollectionItem: DELETE | PUT "/library/collections/{collectionId}/items/{itemId}"
        -> MediaContainer<MetadataPage>, Admin, Idempotent;
    MoveCollectionItem: PUT "/library/collections/{collectionId}/items/{itemId}/move"
        -> MediaContainer<MetadataPage>, Admin, Idempotent;
    SetCollectionPreferences: PUT "/library/collections/{collectionId}/prefs"
        -> NoBody, Admin, Idempotent;
}
