//! From one item to others: extras, relatives, and what is like it.

use crate::codec::envelope::MediaContainer;
use crate::endpoint::endpoints;
use crate::ids::RatingKey;
use crate::model::MetadataPage;
use crate::reply::NoBody;
use crate::text::Text;
use plex_sdk_derive::Request;

/// `GET /library/metadata/{ids}/extras`
///
/// Lists the extras of an item, such as trailers and interviews.
///
/// - Parameters: the item.
/// - Answer: clips; `subtype` and `extra_type` say what each is.
/// - Errors: 401 without a token that the server accepts; 404 for an item that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_extras`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetExtras {
    /// The item.
    pub ids: RatingKey,
    /// Whether to tell the ids of each item in other databases.
    pub include_guids: Option<bool>,
}

impl From<RatingKey> for GetExtras {
    fn from(ids: RatingKey) -> Self {
        Self {
            ids,
            ..Self::default()
        }
    }
}

/// `POST /library/metadata/{ids}/extras`
///
/// Adds an extra to an item.
///
/// - Parameters: the item; the extra.
/// - Answer: no body.
/// - Errors: 401 without a token that the server accepts; 404 for an item that is not there, and where the extra
///   cannot be added.
/// - Who: anyone whose token the server accepts.
/// - Source: `add_extras`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct AddExtras {
    /// The item.
    pub ids: RatingKey,
    /// What it is: 1 trailer, 2 deleted scene, 3 interview, 4 music video, 5 behind the scenes, 6 scene, up to 12
    /// other.
    pub extra_type: Option<u8>,
    /// The address of the extra.
    pub url: Text,
    /// Its title.
    pub title: Option<Text>,
}

/// `GET /library/metadata/{ids}/related`
///
/// Gives rows of items that have to do with an item: by the same people, of the same collection, alike.
///
/// - Parameters: the item.
/// - Answer: rows in `hubs`.
/// - Errors: 401 without a token that the server accepts; 404 for an item that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_related_items`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetRelatedItems {
    /// The item.
    pub ids: RatingKey,
    /// Whether to tell the ids of each item in other databases.
    pub include_guids: Option<bool>,
}

impl From<RatingKey> for GetRelatedItems {
    fn from(ids: RatingKey) -> Self {
        Self {
            ids,
            ..Self::default()
        }
    }
}

/// `GET /library/metadata/{ids}/similar`
///
/// Lists items that are like an item.
///
/// - Parameters: the item; how many.
/// - Answer: the items, or rows of them in `hubs`.
/// - Errors: 401 without a token that the server accepts; 404 for an item that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `list_similar`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct ListSimilar {
    /// The item.
    pub ids: RatingKey,
    /// At most this many items; 200 where it is not given.
    pub count: Option<u32>,
}

impl From<RatingKey> for ListSimilar {
    fn from(ids: RatingKey) -> Self {
        Self {
            ids,
            ..Self::default()
        }
    }
}

/// `GET /library/metadata/{ids}/nearest`
///
/// Lists tracks, albums or artists that sound like the one given. Needs a Plex Pass and the sonic analysis.
///
/// - Parameters: the item; whom to leave out, how many, how far.
/// - Answer: the items with `distance`, the nearest first.
/// - Errors: 401 without a token that the server accepts; 404 for an item that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `list_sonically_similar`.
#[derive(Clone, Debug, Default, PartialEq, Request)]
pub struct ListSonicallySimilar {
    /// The item.
    pub ids: RatingKey,
    /// The album whose tracks are left out.
    #[wire(name = "excludeParentID")]
    pub exclude_parent_id: Option<RatingKey>,
    /// The artist whose tracks are left out.
    #[wire(name = "excludeGrandparentID")]
    pub exclude_grandparent_id: Option<RatingKey>,
    /// At most this many items; servers take 50 where it is not given.
    pub limit: Option<u32>,
    /// How different they may be, 0 to 1; servers take 0.25 where it is not given.
    pub max_distance: Option<f64>,
    /// Whether to tell the ids of each item in other databases.
    pub include_guids: Option<bool>,
}

impl From<RatingKey> for ListSonicallySimilar {
    fn from(ids: RatingKey) -> Self {
        Self {
            ids,
            ..Self::default()
        }
    }
}

/// `GET /library/metadata/{id}/computePath`
///
/// Finds tracks that lead from one track to another by small steps of sound. Needs a Plex Pass and the sonic
/// analysis.
///
/// - Parameters: the track to start with; no source tells the others, which are those of a section for all that is
///   known.
/// - Answer: tracks in order.
/// - Errors: 401 without a token that the server accepts; 404 for an item that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `compute_sonic_path`, known from one description only; clients ask the section's `computePath`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct ComputeSonicPath {
    /// The item.
    pub id: RatingKey,
    /// What a section takes for the same question, such as `("endID", "949")`.
    #[wire(name = "*")]
    pub options: Vec<(Text, Text)>,
}

impl From<RatingKey> for ComputeSonicPath {
    fn from(id: RatingKey) -> Self {
        Self {
            id,
            ..Self::default()
        }
    }
}

/// `GET /library/metadata/{id}/parent`
///
/// Reads what an item is directly in: the season of an episode, the album of a track.
///
/// - Parameters: the item.
/// - Answer: the parent.
/// - Errors: 401 without a token that the server accepts; 404 for an item that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_metadata_parent`, known from one description only.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetMetadataParent {
    /// The item.
    pub id: RatingKey,
}

impl From<RatingKey> for GetMetadataParent {
    fn from(id: RatingKey) -> Self {
        Self { id }
    }
}

/// `GET /library/metadata/{id}/grandparent`
///
/// Reads what is two steps above an item: the show of an episode, the artist of a track.
///
/// - Parameters: the item.
/// - Answer: the grandparent.
/// - Errors: 401 without a token that the server accepts; 404 for an item that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_metadata_grandparent`, known from one description only.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetMetadataGrandparent {
    /// The item.
    pub id: RatingKey,
}

impl From<RatingKey> for GetMetadataGrandparent {
    fn from(id: RatingKey) -> Self {
        Self { id }
    }
}

/// `GET /library/metadata/{id}/grandchildren`
///
/// Lists what is two steps below an item: the episodes of a show, the tracks of an artist.
///
/// - Parameters: the item; the window.
/// - Answer: the grandchildren in their order.
/// - Errors: 401 without a token that the server accepts; 404 for an item that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_metadata_grandchildren`, known from one description only.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetMetadataGrandchildren {
    /// The item.
    pub id: RatingKey,
    /// The place of the first item wanted, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// How many items are wanted at most.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

impl From<RatingKey> for GetMetadataGrandchildren {
    fn from(id: RatingKey) -> Self {
        Self {
            id,
            ..Self::default()
        }
    }
}

/// `GET /library/metadata/{id}/onDeck`
///
/// Reads the episode of a show or season that the caller would watch next.
///
/// - Parameters: the item.
/// - Answer: the episode, or nothing when all were watched.
/// - Errors: 401 without a token that the server accepts; 404 for an item that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_metadata_on_deck`, known from one description only.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetMetadataOnDeck {
    /// The item.
    pub id: RatingKey,
}

impl From<RatingKey> for GetMetadataOnDeck {
    fn from(id: RatingKey) -> Self {
        Self { id }
    }
}

/// `GET /library/metadata/{id}/reviews`
///
/// Reads the reviews of an item.
///
/// - Parameters: the item.
/// - Answer: the item with `reviews`.
/// - Errors: 401 without a token that the server accepts; 404 for an item that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_metadata_reviews`, known from one description only.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetMetadataReviews {
    /// The item.
    pub id: RatingKey,
}

impl From<RatingKey> for GetMetadataReviews {
    fn from(id: RatingKey) -> Self {
        Self { id }
    }
}

endpoints! {
    ($) Pms, library, library_related_endpoints;
    GetExtras: GET "/library/metadata/{ids}/extras"
        -> MediaContainer<MetadataPage>, User, Read;
    AddExtras: POST "/library/metadata/{ids}/extras"
        -> NoBody, User, Once;
    GetRelatedItems: GET "/library/metadata/{ids}/related"
        -> MediaContainer<MetadataPage>, User, Read;
    ListSimilar: GET "/library/metadata/{ids}/similar"
        -> MediaContainer<MetadataPage>, User, Read;
    ListSonicallySimilar: GET "/library/metadata/{ids}/nearest"
        -> MediaContainer<MetadataPage>, User, Read;
    ComputeSonicPath: GET "/library/metadata/{id}/computePath"
        -> MediaContainer<MetadataPage>, User, Read;
    GetMetadataParent: GET "/library/metadata/{id}/parent"
        -> MediaContainer<MetadataPage>, User, Read;
    GetMetadataGrandparent: GET "/library/metadata/{id}/grandparent"
        -> MediaContainer<MetadataPage>, User, Read;
    GetMetadataGrandchildren: GET "/library/metadata/{id}/grandchildren"
        -> MediaContainer<MetadataPage>, User, Read;
    GetMetadataOnDeck: GET "/library/metadata/{id}/onDeck"
        -> MediaContainer<MetadataPage>, User, Read;
    GetMetadataReviews: GET "/library/metadata/{id}/reviews"
        -> MediaContainer<MetadataPage>, User, Read;
}
