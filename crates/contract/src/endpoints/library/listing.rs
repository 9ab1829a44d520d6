//! Lists of items within a section: by kind, new, unplayed, on deck, by folder, found, in collections and rows.

use crate::codec::envelope::MediaContainer;
use crate::ids::{RatingKey, SectionId};
use crate::model::MediaType;
use crate::model::{CommonFields, MetadataPage};
use crate::text::Text;
use plex_sdk_derive::{endpoints, request};

endpoints! {
    Pms, library, library_listing_endpoints;

    /// Lists all movies in a library section.
    GetSectionMovies: GET "/library/sections/{sectionId}/movies"
        -> MediaContainer<MetadataPage>, User, Read, unpublished;
    /// Lists all shows in a library section.
    GetSectionShows: GET "/library/sections/{sectionId}/shows"
        -> MediaContainer<MetadataPage>, User, Read, unpublished;
    /// Lists all episodes in a library section.
    GetSectionEpisodes: GET "/library/sections/{sectionId}/episodes"
        -> MediaContainer<MetadataPage>, User, Read, unpublished;
    /// Lists all artists in a library section.
    GetSectionArtists: GET "/library/sections/{sectionId}/artists"
        -> MediaContainer<MetadataPage>, User, Read, unpublished;
    /// Lists the clips in a library section.
    GetSectionClips: GET "/library/sections/{sectionId}/clips"
        -> MediaContainer<MetadataPage>, User, Read, unpublished;
    /// Lists all photos in a library section.
    GetSectionPhotos: GET "/library/sections/{sectionId}/photos"
        -> MediaContainer<MetadataPage>, User, Read, unpublished;
    /// Lists the playlists of a library section.
    GetSectionPlaylists: GET "/library/sections/{sectionId}/playlists"
        -> MediaContainer<MetadataPage>, User, Read, unpublished;
    /// Lists the items of a library section by release date, newest first.
    GetNewestForSection: GET "/library/sections/{sectionId}/newest"
        -> MediaContainer<MetadataPage>, User, Read, unpublished;
    /// Lists the items that were most recently added to a library section, newest first.
    GetRecentlyAddedForSection: GET "/library/sections/{sectionId}/recentlyAdded"
        -> MediaContainer<MetadataPage>, User, Read, unpublished;
    /// Lists the on-deck items of a library section, for the current user.
    GetOnDeckForSection: GET "/library/sections/{sectionId}/onDeck"
        -> MediaContainer<MetadataPage>, User, Read, unpublished;
    /// Lists the items of a library section that the current user has not played.
    GetUnwatchedForSection: GET "/library/sections/{sectionId}/unwatched"
        -> MediaContainer<MetadataPage>, User, Read, unpublished;
    /// Searches the titles in a library section.
    SearchSection: GET "/library/sections/{sectionId}/search"
        -> MediaContainer<MetadataPage>, User, Read, unpublished;
    /// Lists the items and subfolders in a folder of a library section.
    GetSectionFolder: GET "/library/sections/{sectionId}/folder"
        -> MediaContainer<MetadataPage>, User, Read, unpublished;
    /// Lists the hubs of a library section, such as Recently Added.
    GetLibrarySectionHubs: GET "/library/sections/{sectionId}/hubs"
        -> MediaContainer<MetadataPage>, User, Read, unpublished;
    /// Lists the collections in a library section.
    GetCollections: GET "/library/sections/{sectionId}/collections"
        -> MediaContainer<MetadataPage>, User, Read;
    /// Returns the fields that several items have in common, as needed to edit them together.
    GetCommon: GET "/library/sections/{sectionId}/common" -> MediaContainer<CommonFields>, User, Read;
    /// Lists the items in a library section with a field that starts with the typed text.
    Autocomplete: GET "/library/sections/{sectionId}/autocomplete"
        -> MediaContainer<MetadataPage>, User, Read;
}

/// Working clients use [`ListContent`](crate::endpoints::content::ListContent) instead. The response contains the
/// position of the page in `offset` and the number of all entries in `total_size`.
#[request]
pub struct GetSectionMovies {
    /// The id of the library section.
    pub section_id: SectionId,
    /// The index of the first item to return, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// The maximum number of items to return.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

/// Working clients use [`ListContent`](crate::endpoints::content::ListContent) instead. The response contains the
/// position of the page in `offset` and the number of all entries in `total_size`.
#[request]
pub struct GetSectionShows {
    /// The id of the library section.
    pub section_id: SectionId,
    /// The index of the first item to return, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// The maximum number of items to return.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

/// Working clients use [`ListContent`](crate::endpoints::content::ListContent) instead. The response contains the
/// position of the page in `offset` and the number of all entries in `total_size`.
#[request]
pub struct GetSectionEpisodes {
    /// The id of the library section.
    pub section_id: SectionId,
    /// The index of the first item to return, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// The maximum number of items to return.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

/// Working clients use [`ListContent`](crate::endpoints::content::ListContent) instead. The response contains the
/// position of the page in `offset` and the number of all entries in `total_size`.
#[request]
pub struct GetSectionArtists {
    /// The id of the library section.
    pub section_id: SectionId,
    /// The index of the first item to return, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// The maximum number of items to return.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

/// Working clients use [`ListContent`](crate::endpoints::content::ListContent) instead. The response contains the
/// position of the page in `offset` and the number of all entries in `total_size`.
#[request]
pub struct GetSectionClips {
    /// The id of the library section.
    pub section_id: SectionId,
    /// The index of the first item to return, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// The maximum number of items to return.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

/// Working clients use [`ListContent`](crate::endpoints::content::ListContent) instead. The response contains the
/// position of the page in `offset` and the number of all entries in `total_size`.
#[request]
pub struct GetSectionPhotos {
    /// The id of the library section.
    pub section_id: SectionId,
    /// The index of the first item to return, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// The maximum number of items to return.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

/// Working clients use [`ListContent`](crate::endpoints::content::ListContent) instead. The response contains the
/// position of the page in `offset` and the number of all entries in `total_size`.
#[request]
pub struct GetSectionPlaylists {
    /// The id of the library section.
    pub section_id: SectionId,
    /// The index of the first item to return, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// The maximum number of items to return.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

#[request]
pub struct GetNewestForSection {
    /// The id of the library section.
    pub section_id: SectionId,
    /// The index of the first item to return, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// The maximum number of items to return.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

#[request]
pub struct GetRecentlyAddedForSection {
    /// The id of the library section.
    pub section_id: SectionId,
    /// The index of the first item to return, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// The maximum number of items to return.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

/// On-deck items are movies and episodes in progress, and the next episodes of shows.
#[request]
pub struct GetOnDeckForSection {
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
pub struct GetUnwatchedForSection {
    /// The id of the library section.
    pub section_id: SectionId,
    /// The index of the first item to return, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// The maximum number of items to return.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

/// The search is limited to one metadata type. Servers offer it in the menu of a library section, once for each type.
#[request]
pub struct SearchSection {
    /// The id of the library section.
    pub section_id: SectionId,
    /// The metadata type of the items.
    #[wire(name = "type")]
    pub kind: MediaType,
    /// The text to search for.
    pub query: Option<Text>,
    /// The index of the first item to return, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// The maximum number of items to return.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

/// Use it to browse a library section by its folders on disk. Subfolders have a key but no rating key.
#[request]
pub struct GetSectionFolder {
    /// The id of the library section.
    pub section_id: SectionId,
    /// The id of the folder, as in the keys that the server returns. By default, the top level.
    pub parent: Option<Text>,
    /// The index of the first item to return, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// The maximum number of items to return.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
    /// Whether to include the available filters and sorts.
    pub include_meta: Option<bool>,
}

/// The hubs are in `hubs`. Working clients use `/hubs/sections/{sectionId}` instead.
#[request]
pub struct GetLibrarySectionHubs {
    /// The id of the library section.
    pub section_id: SectionId,
}

/// The response contains the position of the page in `offset` and the number of all collections in `total_size`. Labels
/// are not included: they are only returned for a single collection.
#[request]
pub struct GetCollections {
    /// The id of the library section.
    pub section_id: SectionId,
    /// The sort, such as `titleSort` or `addedAt:desc`.
    pub sort: Option<Text>,
    /// The index of the first item to return, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// The maximum number of items to return.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
    /// Whether to include the available filters and sorts.
    pub include_meta: Option<bool>,
    /// Whether to include the fields for custom filters in the available filters.
    pub include_advanced: Option<bool>,
    /// Filters as name and value, sent in this order, such as `("year>>", "1999")` or `("genre", "15")`.
    #[wire(name = "*")]
    pub filter: Vec<(Text, Text)>,
}

/// Select the items with `ids` or `filter`. The response contains a single entry with the common fields. Its
/// `mixed_fields` names the fields in which the items differ. The server responds with 400 if no items are selected.
#[request]
pub struct GetCommon {
    /// The id of the library section.
    pub section_id: SectionId,
    /// The metadata type of the items. By default, the type of the library section.
    #[wire(name = "type")]
    pub kind: Option<MediaType>,
    /// The rating keys of the items.
    #[wire(name = "id")]
    pub ids: Vec<RatingKey>,
    /// Filters that select the items, as name and value, sent in this order, such as `("year>>", "1999")` or `("genre",
    /// "15")`.
    #[wire(name = "*")]
    pub filter: Vec<(Text, Text)>,
}

/// Name the field in `query`, followed by `.query`. The server responds with 400 if a parameter is missing or invalid.
#[request]
pub struct Autocomplete {
    /// The id of the library section.
    pub section_id: SectionId,
    /// The metadata type of the items. By default, the type of the library section.
    #[wire(name = "type")]
    pub kind: Option<MediaType>,
    /// The index of the first item to return, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// The maximum number of items to return.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
    /// The field with the typed text, such as `("title.query", "blu")` or `("genre.query", "dr")`, and filters that
    /// restrict the items.
    #[wire(name = "*")]
    pub query: Vec<(Text, Text)>,
}
