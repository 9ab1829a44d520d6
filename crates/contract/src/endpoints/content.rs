//! The items of the library.

use crate::codec::envelope::MediaContainer;
use crate::endpoint::endpoints;
use crate::endpoints::library::made_from_a_section;
use crate::ids::{CollectionId, RatingKey, SectionId};
use crate::model::{Directories, MetadataPage};
use crate::reply::Binary;
use crate::text::Text;
use crate::time::Timestamp;
use plex_sdk_derive::Request;

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
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct ListContent {
    /// The section.
    pub section_id: SectionId,
    /// The number of the kind of item; the section's own kind where it is not given.
    #[wire(name = "type")]
    pub kind: Option<u16>,
    /// The order, such as `titleSort` or `addedAt:desc`.
    pub sort: Option<Text>,
    /// At most this many items in all.
    pub limit: Option<u32>,
    /// The place of the first item wanted, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// How many items are wanted at most.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
    /// Whether to tell which filters and sorts the section knows.
    pub include_meta: Option<bool>,
    /// Whether to tell the ids of each item in other databases.
    pub include_guids: Option<bool>,
    /// Whether collections count as items of the list.
    pub include_collections: Option<bool>,
    /// Filters as name and value, in the order they go on the wire: `("year>>", "1999")`, `("title", "blue")`. A
    /// [`Query`](crate::query::Query) makes them.
    #[wire(name = "*")]
    pub filter: Vec<(Text, Text)>,
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
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
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
    /// Whether to refresh local metadata after the answer.
    pub async_refresh_local_media_agent: Option<bool>,
    /// Whether to analyse the files anew after the answer.
    pub async_refresh_analysis: Option<bool>,
    /// Whether to check that the files can be reached.
    pub check_file_availability: Option<bool>,
    /// Whether to fetch more metadata from providers after the answer.
    pub async_augment_metadata: Option<bool>,
    /// How many items to fetch more metadata for.
    pub augment_count: Option<u32>,
    /// Whether to give media at other places, such as trailers on the web.
    pub include_external_media: Option<bool>,
    /// Whether to give the tracks of an artist that are heard most.
    pub include_popular_leaves: Option<bool>,
    /// Whether to give the radio stations of an artist.
    pub include_stations: Option<bool>,
    /// Whether to give the next concerts of an artist.
    pub include_concerts: Option<bool>,
    /// Whether to give all concerts of an artist.
    pub include_all_concerts: Option<bool>,
    /// Whether to tell the bandwidths that media need.
    pub include_bandwidths: Option<bool>,
    /// Whether to give what is directly below the item.
    pub include_children: Option<bool>,
    /// Fields to give even where they are left out else, such as `thumbBlurHash`.
    pub include_fields: Vec<Text>,
    /// Whether to tell where a photo was taken.
    pub include_geolocation: Option<bool>,
    /// Whether to tell how the loudness of a track rises and falls.
    pub include_loudness_ramps: Option<bool>,
    /// Whether to count the items that carry each tag.
    pub include_related_count: Option<bool>,
    /// Whether to tell what the user did with the item, where a provider has it apart.
    pub include_user_state: Option<bool>,
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
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetMetadataChildren {
    /// The item.
    pub id: RatingKey,
    /// Whether to leave out the entry "All episodes".
    pub exclude_all_leaves: Option<bool>,
    /// The number of the one child wanted, such as of a season.
    pub index: Option<i32>,
    /// Whether to tell which filters and sorts the list knows.
    pub include_meta: Option<bool>,
    /// Elements to give even where they are left out else, such as `Stream`.
    pub include_elements: Vec<Text>,
    /// Whether to tell the ids of each item in other databases.
    pub include_guids: Option<bool>,
    /// The place of the first item wanted, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// How many items are wanted at most.
    #[wire(name = "X-Plex-Container-Size")]
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
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetAllItemLeaves {
    /// The item.
    pub ids: RatingKey,
    /// Whether to tell the ids of each item in other databases.
    pub include_guids: Option<bool>,
    /// The place of the first item wanted, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// How many items are wanted at most.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

/// `GET /library/collections/{collectionId}/items`
///
/// Lists the items of a collection, in its order.
///
/// - Parameters: the collection; the window, which is needed where there are more than 100 items; whether to tell other
///   ids.
/// - Answer: the items.
/// - Errors: 401 without a token that the server accepts; 404 for a collection that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_collection_items`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetCollectionItems {
    /// The collection.
    pub collection_id: CollectionId,
    /// The place of the first entry wanted, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// How many entries are wanted at most.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
    /// Whether to tell the ids of each item in other databases.
    pub include_guids: Option<bool>,
}

impl From<CollectionId> for GetCollectionItems {
    fn from(collection_id: CollectionId) -> Self {
        Self {
            collection_id,
            ..Self::default()
        }
    }
}

/// `GET /library/collections/{collectionId}/composite/{updatedAt}`
///
/// Makes one picture of the pictures of a collection's items.
///
/// - Parameters: the collection; an instant, which only keeps caches from giving an old picture; how the picture is to
///   be.
/// - Answer: the picture, a JPEG where nothing else was asked for.
/// - Errors: 401 without a token that the server accepts; 404 for a collection that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_collection_image`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetCollectionImage {
    /// The collection.
    pub collection_id: CollectionId,
    /// When the picture last changed, as in the path that an answer gave.
    pub updated_at: Timestamp,
    /// How many rows of pictures; 2 where not given.
    pub rows: Option<u32>,
    /// How many pictures in a row; 2 where not given.
    #[wire(name = "cols")]
    pub columns: Option<u32>,
    /// The width of the whole in pixels; 512 where not given.
    pub width: Option<u32>,
    /// The height of the whole in pixels; 512 where not given.
    pub height: Option<u32>,
    /// The width of the lines between the pictures in pixels; 0 where not given.
    pub border: Option<u32>,
    /// The number of the kind of items to take pictures of; all kinds where not given.
    #[wire(name = "type")]
    pub kind: Option<i32>,
    /// `jpg`, which is usual, or `png`.
    pub format: Option<Text>,
    /// Which part of a picture to take where its shape does not fit: `center`, which is usual, or `top`.
    pub crop: Option<Text>,
    /// Whether pictures may be repeated where there are too few; yes where not given.
    pub repeat: Option<bool>,
    /// Which pictures to take: `thumb`, which is usual, `art` or `banner`.
    pub media: Option<Text>,
    /// The colour behind the pictures, six hexadecimal digits; black where not given.
    pub background_color: Option<Text>,
}

/// `GET /library/sections/{sectionId}/albums`
///
/// Lists all albums of a music section.
///
/// - Parameters: the section; the window; whether to tell other ids.
/// - Answer: the albums.
/// - Errors: 401 without a token that the server accepts; 404 for a section that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_albums`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetAlbums {
    /// The section.
    pub section_id: SectionId,
    /// The place of the first entry wanted, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// How many entries are wanted at most.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
    /// Whether to tell the ids of each item in other databases.
    pub include_guids: Option<bool>,
}

/// `GET /library/sections/{sectionId}/allLeaves`
///
/// Lists everything playable of a section: all episodes, all tracks.
///
/// - Parameters: the section; the window.
/// - Answer: episodes or tracks.
/// - Errors: 401 without a token that the server accepts; 404 for a section that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_all_leaves`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetAllLeaves {
    /// The section.
    pub section_id: SectionId,
    /// The place of the first entry wanted, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// How many entries are wanted at most.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

/// `GET /library/sections/{sectionId}/arts`
///
/// Lists the backdrops of a section.
///
/// - Parameters: the section; the window.
/// - Answer: one entry for each picture, with its path as `key`.
/// - Errors: 401 without a token that the server accepts; 404 for a section that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_arts`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetArts {
    /// The section.
    pub section_id: SectionId,
    /// The place of the first entry wanted, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// How many entries are wanted at most.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

/// `GET /library/sections/{sectionId}/categories`
///
/// Lists the categories of a section.
///
/// - Parameters: the section; the window.
/// - Answer: one entry for each category, with its path as `key`.
/// - Errors: 401 without a token that the server accepts; 404 for a section that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_categories`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetCategories {
    /// The section.
    pub section_id: SectionId,
    /// The place of the first entry wanted, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// How many entries are wanted at most.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

/// `GET /library/sections/{sectionId}/cluster`
///
/// Lists the clusters of a section, mostly of photos taken close to each other.
///
/// - Parameters: the section; the window.
/// - Answer: one entry for each cluster, with its path as `key`.
/// - Errors: 401 without a token that the server accepts; 404 for a section that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_cluster`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetCluster {
    /// The section.
    pub section_id: SectionId,
    /// The place of the first entry wanted, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// How many entries are wanted at most.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

/// `GET /library/sections/{sectionId}/moment`
///
/// Lists the moments of a section, mostly of photos taken at one time.
///
/// - Parameters: the section; the window.
/// - Answer: one entry for each moment, with its path as `key`.
/// - Errors: 401 without a token that the server accepts; 404 for a section that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `list_moments`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct ListMoments {
    /// The section.
    pub section_id: SectionId,
    /// The place of the first entry wanted, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// How many entries are wanted at most.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

/// `GET /library/sections/{sectionId}/location`
///
/// Lists the folders that the media of a section lie in.
///
/// - Parameters: the section.
/// - Answer: directories, each with the path of the filtered list as its `fast_key`.
/// - Errors: 401 without a token that the server accepts; 404 for a section that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_folders`. [`GetSectionFolder`](super::library::GetSectionFolder) walks through them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetFolders {
    /// The section.
    pub section_id: SectionId,
}

/// `GET /library/sections/{sectionId}/computePath`
///
/// Finds a way from one track to another in small steps of sound. It needs the sonic analysis, which is part of Plex
/// Pass.
///
/// - Parameters: the section; the two tracks; how many steps; how far apart they may be; whether to tell other ids.
/// - Answer: the tracks along the way, the two given ones first and last.
/// - Errors: 401 without a token that the server accepts; 404 for a section that is not there for the caller; 400 where
///   a track is missing.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_sonic_path`.
#[derive(Clone, Debug, Default, PartialEq, Request)]
pub struct GetSonicPath {
    /// The section.
    pub section_id: SectionId,
    /// The first track.
    #[wire(name = "startID")]
    pub start_id: RatingKey,
    /// The last track.
    #[wire(name = "endID")]
    pub end_id: RatingKey,
    /// How many tracks; 50 where not given.
    pub count: Option<u32>,
    /// How far apart, in sonic terms, neighbours may be; 0.25 where not given.
    pub max_distance: Option<f64>,
    /// Whether to tell the ids of each item in other databases.
    pub include_guids: Option<bool>,
}

/// `GET /library/sections/{sectionId}/nearest`
///
/// Finds the tracks of a music section that sound most like a given sonic analysis.
///
/// - Parameters: the section; the number of the kind of items; the 50 numbers of the analysis; how many tracks; how far
///   off they may be.
/// - Answer: the tracks, each with its `distance`, the nearest first.
/// - Errors: 401 without a token that the server accepts; 404 for a section that is not there for the caller; 400
///   without the 50 numbers.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_sonically_similar`.
#[derive(Clone, Debug, Default, PartialEq, Request)]
pub struct GetSonicallySimilar {
    /// The section.
    pub section_id: SectionId,
    /// The number of the kind of items, 10 for tracks.
    #[wire(name = "type")]
    pub kind: Option<u16>,
    /// The 50 numbers of the analysis, as a track has them.
    pub values: Vec<i32>,
    /// At most this many tracks; 50 where not given.
    pub limit: Option<u32>,
    /// How far off, in sonic terms, they may be; 0.25 where not given.
    pub max_distance: Option<f64>,
}

made_from_a_section! {
    ListContent GetAlbums GetAllLeaves GetArts GetCategories GetCluster ListMoments GetFolders
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
    GetCollectionItems: GET "/library/collections/{collectionId}/items"
        -> MediaContainer<MetadataPage>, User, Read;
    GetCollectionImage: GET "/library/collections/{collectionId}/composite/{updatedAt}"
        -> Binary, User, Read;
    GetAlbums: GET "/library/sections/{sectionId}/albums"
        -> MediaContainer<MetadataPage>, User, Read;
    GetAllLeaves: GET "/library/sections/{sectionId}/allLeaves"
        -> MediaContainer<MetadataPage>, User, Read;
    GetArts: GET "/library/sections/{sectionId}/arts"
        -> MediaContainer<MetadataPage>, User, Read;
    GetCategories: GET "/library/sections/{sectionId}/categories"
        -> MediaContainer<MetadataPage>, User, Read;
    GetCluster: GET "/library/sections/{sectionId}/cluster"
        -> MediaContainer<MetadataPage>, User, Read;
    ListMoments: GET "/library/sections/{sectionId}/moment"
        -> MediaContainer<MetadataPage>, User, Read;
    GetFolders: GET "/library/sections/{sectionId}/location"
        -> MediaContainer<Directories>, User, Read;
    GetSonicPath: GET "/library/sections/{sectionId}/computePath"
        -> MediaContainer<MetadataPage>, User, Read;
    GetSonicallySimilar: GET "/library/sections/{sectionId}/nearest"
        -> MediaContainer<MetadataPage>, User, Read;
}
