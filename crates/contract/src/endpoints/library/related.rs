//! From one item to others: extras, relatives, and what is like it.

use crate::codec::envelope::MediaContainer;
use crate::ids::RatingKey;
use crate::model::MetadataPage;
use crate::reply::NoBody;
use crate::text::Text;
use plex_sdk_derive::{endpoints, request};

endpoints! {
    Pms, library, library_related_endpoints;

    /// Lists the extras of an item, such as trailers and interviews.
    GetExtras: GET "/library/metadata/{ids}/extras" -> MediaContainer<MetadataPage>, User, Read;
    /// Adds an extra, such as a trailer, to an item.
    AddExtras: POST "/library/metadata/{ids}/extras" -> NoBody, User, Once;
    /// Lists the hubs of items related to an item.
    GetRelatedItems: GET "/library/metadata/{ids}/related" -> MediaContainer<MetadataPage>, User, Read;
    /// Lists the items that are similar to an item.
    ListSimilar: GET "/library/metadata/{ids}/similar" -> MediaContainer<MetadataPage>, User, Read;
    /// Lists the tracks, albums or artists that sound most like an item.
    ListSonicallySimilar: GET "/library/metadata/{ids}/nearest" -> MediaContainer<MetadataPage>, User, Read;
    /// Finds tracks that lead from one track to another in small sonic steps.
    ComputeSonicPath: GET "/library/metadata/{id}/computePath"
        -> MediaContainer<MetadataPage>, User, Read, unpublished;
    /// Returns the parent of an item, such as the season of an episode.
    GetMetadataParent: GET "/library/metadata/{id}/parent"
        -> MediaContainer<MetadataPage>, User, Read, unpublished;
    /// Returns the grandparent of an item, such as the show of an episode.
    GetMetadataGrandparent: GET "/library/metadata/{id}/grandparent"
        -> MediaContainer<MetadataPage>, User, Read, unpublished;
    /// Lists the items two levels below an item, such as the episodes of a show.
    GetMetadataGrandchildren: GET "/library/metadata/{id}/grandchildren"
        -> MediaContainer<MetadataPage>, User, Read, unpublished;
    /// Returns the next episode of a show or season for the current user.
    GetMetadataOnDeck: GET "/library/metadata/{id}/onDeck"
        -> MediaContainer<MetadataPage>, User, Read, unpublished;
    /// Returns an item with its reviews.
    GetMetadataReviews: GET "/library/metadata/{id}/reviews"
        -> MediaContainer<MetadataPage>, User, Read, unpublished;
}

/// The extras are clips. `subtype` and `extra_type` tell what each of them is.
#[request]
pub struct GetExtras {
    /// The rating key of the item.
    pub ids: RatingKey,
    /// Whether to include the ids of each item in external databases.
    pub include_guids: Option<bool>,
}

/// The server also responds with 404 if it cannot add the extra.
#[request]
pub struct AddExtras {
    /// The rating key of the item.
    pub ids: RatingKey,
    /// The type of the extra: 1 trailer, 2 deleted scene, 3 interview, 4 music video, 5 behind the scenes, 6 scene, 7
    /// live music video, 8 lyric music video, 9 concert, 10 featurette, 11 short, 12 other.
    pub extra_type: Option<u8>,
    /// The URL of the extra.
    pub url: Text,
    /// The title of the extra.
    pub title: Option<Text>,
}

/// Related items share people or a collection with the item, or are similar to it. The hubs are in `hubs`.
#[request]
pub struct GetRelatedItems {
    /// The rating key of the item.
    pub ids: RatingKey,
    /// Whether to include the ids of each item in external databases.
    pub include_guids: Option<bool>,
}

/// The response contains items in `metadata`, or hubs of items in `hubs`.
#[request]
pub struct ListSimilar {
    /// The rating key of the item.
    pub ids: RatingKey,
    /// The maximum number of items to return. Default: 200.
    pub count: Option<u32>,
}

/// Each item contains its sonic `distance`. The closest item comes first. Requires a Plex Pass and sonic analysis of
/// the library section.
#[request]
pub struct ListSonicallySimilar {
    /// The rating key of the item.
    pub ids: RatingKey,
    /// The rating key of an album whose tracks to leave out.
    #[wire(name = "excludeParentID")]
    pub exclude_parent_id: Option<RatingKey>,
    /// The rating key of an artist whose tracks to leave out.
    #[wire(name = "excludeGrandparentID")]
    pub exclude_grandparent_id: Option<RatingKey>,
    /// The maximum number of items to return. Default: 50.
    pub limit: Option<u32>,
    /// The maximum sonic distance, from 0 to 1. Default: 0.25.
    pub max_distance: Option<f64>,
    /// Whether to include the ids of each item in external databases.
    pub include_guids: Option<bool>,
}

/// Requires a Plex Pass and sonic analysis of the library section. The parameters of this operation are not documented.
/// Working clients use the library section's operation, `GetSonicPath`, instead.
#[request]
pub struct ComputeSonicPath {
    /// The rating key of the first track.
    pub id: RatingKey,
    /// Parameters as name and value, presumably those of the library section's operation, such as `("endID", "949")`.
    #[wire(name = "*")]
    pub options: Vec<(Text, Text)>,
}

/// The parent of a track is its album.
#[request]
pub struct GetMetadataParent {
    /// The rating key of the item.
    pub id: RatingKey,
}

/// The grandparent of a track is its artist.
#[request]
pub struct GetMetadataGrandparent {
    /// The rating key of the item.
    pub id: RatingKey,
}

/// The grandchildren of an artist are its tracks. They are returned in their natural order.
#[request]
pub struct GetMetadataGrandchildren {
    /// The rating key of the item.
    pub id: RatingKey,
    /// The index of the first item to return, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// The maximum number of items to return.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

/// The list is empty if the user has watched all episodes.
#[request]
pub struct GetMetadataOnDeck {
    /// The rating key of the item.
    pub id: RatingKey,
}

#[request]
pub struct GetMetadataReviews {
    /// The rating key of the item.
    pub id: RatingKey,
}
