//! The items of the library.

use crate::codec::envelope::MediaContainer;
use crate::ids::{CollectionId, RatingKey, SectionId};
use crate::model::MediaType;
use crate::model::{Directories, MetadataPage};
use crate::reply::Binary;
use crate::text::Text;
use crate::time::Timestamp;
use plex_sdk_derive::{endpoints, request};

endpoints! {
    Pms, content, content_endpoints;

    /// Lists the items of a library section, with filters, sorts and paging.
    ListContent: GET "/library/sections/{sectionId}/all" -> MediaContainer<MetadataPage>, User, Read;
    /// Returns one or more items with full metadata, in the requested order.
    GetMetadataItem: GET "/library/metadata/{ids}" -> MediaContainer<MetadataPage>, User, Read;
    /// Lists the direct children of an item, such as the seasons of a show.
    GetMetadataChildren: GET "/library/metadata/{id}/children"
        -> MediaContainer<MetadataPage>, User, Read, unpublished;
    /// Lists everything playable in an item, such as all episodes of a show.
    GetAllItemLeaves: GET "/library/metadata/{ids}/allLeaves" -> MediaContainer<MetadataPage>, User, Read;
    /// Lists the items of a collection, page by page.
    GetCollectionItems: GET "/library/collections/{collectionId}/items"
        -> MediaContainer<MetadataPage>, User, Read;
    /// Creates a composite image from the images of the items in a collection.
    GetCollectionImage: GET "/library/collections/{collectionId}/composite/{updatedAt}" -> Binary, User, Read;
    /// Lists all albums of a music library section.
    GetAlbums: GET "/library/sections/{sectionId}/albums" -> MediaContainer<MetadataPage>, User, Read;
    /// Lists everything playable in a library section, such as all episodes or tracks.
    GetAllLeaves: GET "/library/sections/{sectionId}/allLeaves" -> MediaContainer<MetadataPage>, User, Read;
    /// Lists the background artwork of a library section.
    GetArts: GET "/library/sections/{sectionId}/arts" -> MediaContainer<MetadataPage>, User, Read;
    /// Lists the categories of a library section.
    GetCategories: GET "/library/sections/{sectionId}/categories" -> MediaContainer<MetadataPage>, User, Read;
    /// Lists the clusters of a library section, usually photos that belong together.
    GetCluster: GET "/library/sections/{sectionId}/cluster" -> MediaContainer<MetadataPage>, User, Read;
    /// Lists the moments of a library section, usually photos taken at the same time.
    ListMoments: GET "/library/sections/{sectionId}/moment" -> MediaContainer<MetadataPage>, User, Read;
    /// Lists the folders that contain the media of a library section.
    GetFolders: GET "/library/sections/{sectionId}/location" -> MediaContainer<Directories>, User, Read;
    /// Finds a path between two tracks on which neighboring tracks sound similar.
    GetSonicPath: GET "/library/sections/{sectionId}/computePath" -> MediaContainer<MetadataPage>, User, Read;
    /// Finds the tracks of a music library section that are closest to a sonic analysis.
    GetSonicallySimilar: GET "/library/sections/{sectionId}/nearest"
        -> MediaContainer<MetadataPage>, User, Read;
}

/// The response contains the position of the page in `offset` and the number of all matching items in `total_size`. A
/// container size of 0 returns only the total.
///
/// A request without paging may return only part of the items: servers may limit the size of a response.
#[request]
pub struct ListContent {
    /// The id of the library section.
    pub section_id: SectionId,
    /// The metadata type of the items. By default, the type of the library section.
    #[wire(name = "type")]
    pub kind: Option<MediaType>,
    /// The sort, such as `titleSort` or `addedAt:desc`. Separate several fields with commas.
    pub sort: Option<Text>,
    /// The maximum number of items in total, across all pages. `total_size` then does not exceed it.
    pub limit: Option<u32>,
    /// The index of the first item to return, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// The maximum number of items to return.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
    /// Whether to include the available filters and sorts.
    pub include_meta: Option<bool>,
    /// Whether to include the ids of each item in external databases.
    pub include_guids: Option<bool>,
    /// Whether to include collections in the list.
    pub include_collections: Option<bool>,
    /// Filters as name and value, sent in this order, such as `("year>>", "1999")` or `("title", "blue")`. A
    /// [`Query`](crate::query::Query) builds them.
    #[wire(name = "*")]
    pub filter: Vec<(Text, Text)>,
}

/// Before it responds, the server refreshes local metadata and media analysis. Set `skip_refresh` or one of the
/// `async_` fields to avoid the delay. Work that continues after the response is reported as an activity.
///
/// With several rating keys, items that do not exist are left out. The server responds with 404 only if none of them
/// exists.
#[request]
pub struct GetMetadataItem {
    /// The rating keys of the items. At least one.
    #[wire(required)]
    pub ids: Vec<RatingKey>,
    /// Whether to check the files before responding. Ignored if `async_check_files` is set. Default: `false`.
    pub check_files: Option<bool>,
    /// Whether to check the files after responding. Default: `false`.
    pub async_check_files: Option<bool>,
    /// Whether to skip the refresh of local metadata and media analysis before responding. Default: `false`.
    pub skip_refresh: Option<bool>,
    /// Whether to include the ids of each item in external databases.
    pub include_guids: Option<bool>,
    /// Whether to include markers, such as those of the intro and the credits.
    pub include_markers: Option<bool>,
    /// Whether to include chapters.
    pub include_chapters: Option<bool>,
    /// Whether to include extras, such as trailers.
    pub include_extras: Option<bool>,
    /// Whether to include hubs of related items.
    pub include_related: Option<bool>,
    /// Whether to include the next episode to watch.
    pub include_on_deck: Option<bool>,
    /// Whether to include the settings of the item.
    pub include_preferences: Option<bool>,
    /// Whether to include reviews.
    pub include_reviews: Option<bool>,
    /// The elements to leave out, such as `Media`.
    pub exclude_elements: Vec<Text>,
    /// The fields to leave out, such as `summary`.
    pub exclude_fields: Vec<Text>,
    /// Whether to refresh local metadata after responding. Default: `false`.
    pub async_refresh_local_media_agent: Option<bool>,
    /// Whether to analyze the media again after responding. Default: `false`.
    pub async_refresh_analysis: Option<bool>,
    /// Whether to check before responding that the files exist. Implied by `check_files`. Default: `false`.
    pub check_file_availability: Option<bool>,
    /// Whether to look up further metadata at online providers after responding. Ignored if the caller is not an admin
    /// or requests more than one item. Default: `false`.
    pub async_augment_metadata: Option<bool>,
    /// The number of augmentations to add. Requires `async_augment_metadata`.
    pub augment_count: Option<u32>,
    /// Whether to include media from other sources, such as trailers on the web.
    pub include_external_media: Option<bool>,
    /// Whether to include the most popular tracks of an artist.
    pub include_popular_leaves: Option<bool>,
    /// Whether to include the radio stations of an artist.
    pub include_stations: Option<bool>,
    /// Whether to include the next concerts of an artist.
    pub include_concerts: Option<bool>,
    /// Whether to include all concerts of an artist.
    pub include_all_concerts: Option<bool>,
    /// Whether to include the bandwidths that the media require.
    pub include_bandwidths: Option<bool>,
    /// Whether to include the direct children of the item.
    pub include_children: Option<bool>,
    /// The optional fields to include, such as `thumbBlurHash`.
    pub include_fields: Vec<Text>,
    /// Whether to include the place where a photo was taken.
    pub include_geolocation: Option<bool>,
    /// Whether to include the loudness ramps of a track.
    pub include_loudness_ramps: Option<bool>,
    /// Whether to include the number of items that share each tag.
    pub include_related_count: Option<bool>,
    /// Whether to include the watch state of the current user, if the provider stores it separately.
    pub include_user_state: Option<bool>,
}

/// The children of an artist are its albums, those of a season its episodes. The response also contains the fields that
/// the children share, such as the title of the show.
#[request]
pub struct GetMetadataChildren {
    /// The rating key of the item.
    pub id: RatingKey,
    /// Whether to leave out the "All episodes" entry.
    pub exclude_all_leaves: Option<bool>,
    /// Return only the child with this number, such as the season with this season number.
    pub index: Option<i32>,
    /// Whether to include the available filters and sorts.
    pub include_meta: Option<bool>,
    /// The elements to include, such as `Stream`.
    pub include_elements: Vec<Text>,
    /// Whether to include the ids of each item in external databases.
    pub include_guids: Option<bool>,
    /// The index of the first item to return, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// The maximum number of items to return.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

/// The leaves of an artist or album are its tracks. They are returned in their natural order.
#[request]
pub struct GetAllItemLeaves {
    /// The rating key of the item.
    pub ids: RatingKey,
    /// Whether to include the ids of each item in external databases.
    pub include_guids: Option<bool>,
    /// The index of the first item to return, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// The maximum number of items to return.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

/// The items are returned in the order of the collection. A collection with more than 100 items must be read with
/// paging.
#[request]
pub struct GetCollectionItems {
    /// The id of the collection.
    pub collection_id: CollectionId,
    /// The index of the first item to return, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// The maximum number of items to return.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
    /// Whether to include the ids of each item in external databases.
    pub include_guids: Option<bool>,
}

#[request]
pub struct GetCollectionImage {
    /// The id of the collection.
    pub collection_id: CollectionId,
    /// When the image was last changed, as in the path that the server returned. It only keeps caches from returning an
    /// old image.
    pub updated_at: Timestamp,
    /// The number of rows in the grid. Default: 2.
    pub rows: Option<u32>,
    /// The number of images in each row. Default: 2.
    #[wire(name = "cols")]
    pub columns: Option<u32>,
    /// The width of the image, in pixels. Default: 512.
    pub width: Option<u32>,
    /// The height of the image, in pixels. Default: 512.
    pub height: Option<u32>,
    /// The width of the border between the source images, in pixels. Default: 0.
    pub border: Option<u32>,
    /// The metadata type of the items whose images are used. By default, all types.
    #[wire(name = "type")]
    pub kind: Option<MediaType>,
    /// The format of the image: `jpg` or `png`. Default: `jpg`.
    pub format: Option<Text>,
    /// Which part of a source image to keep if its proportions do not fit: `center` or `top`. Default: `center`.
    pub crop: Option<Text>,
    /// Whether to repeat source images if there are too few to fill the grid. Default: `true`.
    pub repeat: Option<bool>,
    /// The image of each item to use: `thumb`, `art` or `banner`. Default: `thumb`.
    pub media: Option<Text>,
    /// The background color as six hexadecimal digits (RGB). Default: black.
    pub background_color: Option<Text>,
}

#[request]
pub struct GetAlbums {
    /// The id of the library section.
    pub section_id: SectionId,
    /// The index of the first item to return, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// The maximum number of items to return.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
    /// Whether to include the ids of each item in external databases.
    pub include_guids: Option<bool>,
}

#[request]
pub struct GetAllLeaves {
    /// The id of the library section.
    pub section_id: SectionId,
    /// The index of the first item to return, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// The maximum number of items to return.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

/// Each entry contains the path of the image in `key`.
#[request]
pub struct GetArts {
    /// The id of the library section.
    pub section_id: SectionId,
    /// The index of the first item to return, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// The maximum number of items to return.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

/// Each entry contains the path of the category in `key`.
#[request]
pub struct GetCategories {
    /// The id of the library section.
    pub section_id: SectionId,
    /// The index of the first item to return, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// The maximum number of items to return.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

/// Each entry contains the path of the cluster in `key`.
#[request]
pub struct GetCluster {
    /// The id of the library section.
    pub section_id: SectionId,
    /// The index of the first item to return, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// The maximum number of items to return.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

/// Each entry contains the path of the moment in `key`.
#[request]
pub struct ListMoments {
    /// The id of the library section.
    pub section_id: SectionId,
    /// The index of the first item to return, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// The maximum number of items to return.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

/// Each folder contains the path of the filtered list of items in `fast_key`. To browse folder by folder, use
/// [`GetSectionFolder`](super::library::GetSectionFolder).
#[request]
pub struct GetFolders {
    /// The id of the library section.
    pub section_id: SectionId,
}

/// The path begins with the first track and ends with the last one. Requires a Plex Pass and sonic analysis of the
/// library section.
///
/// The server responds with 400 if one of the two tracks is missing.
#[request]
pub struct GetSonicPath {
    /// The id of the library section.
    pub section_id: SectionId,
    /// The rating key of the first track.
    #[wire(name = "startID")]
    pub start_id: RatingKey,
    /// The rating key of the last track.
    #[wire(name = "endID")]
    pub end_id: RatingKey,
    /// The number of tracks on the path. Default: 50.
    pub count: Option<u32>,
    /// The maximum sonic distance between neighboring tracks. Default: 0.25.
    pub max_distance: Option<f64>,
    /// Whether to include the ids of each item in external databases.
    pub include_guids: Option<bool>,
}

/// Each track contains its sonic `distance`. The closest track comes first. To start from an item instead of an
/// analysis, use `ListSonicallySimilar`.
///
/// The server responds with 400 if `values` is missing or does not contain 50 numbers.
#[request]
pub struct GetSonicallySimilar {
    /// The id of the library section.
    pub section_id: SectionId,
    /// The metadata type of the items, such as tracks.
    #[wire(name = "type")]
    pub kind: Option<MediaType>,
    /// The sonic analysis, as the 50 numbers that a track contains.
    pub values: Vec<i32>,
    /// The maximum number of tracks to return. Default: 50.
    pub limit: Option<u32>,
    /// The maximum sonic distance from the analysis. Default: 0.25.
    pub max_distance: Option<f64>,
}
