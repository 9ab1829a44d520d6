//! The library as a whole, across sections.

use crate::codec::envelope::MediaContainer;
use crate::ids::{PersonId, SectionId};
use crate::model::MediaType;
use crate::model::{LibrarySearchResults, MetadataPage, Tags};
use crate::reply::Binary;
use crate::text::Text;
use plex_sdk_derive::{endpoints, request};

endpoints! {
    Pms, library, library_all_endpoints;

    /// Lists items across all library sections that the caller can access.
    GetLibraryItems: GET "/library/all" -> MediaContainer<MetadataPage>, User, Read;
    /// Lists the most played items of one type, across library sections.
    GetTopWatchedContent: GET "/library/all/top" -> MediaContainer<MetadataPage>, User, Read, unpublished;
    /// Lists the on-deck items of all library sections, for the current user.
    GetOnDeck: GET "/library/onDeck" -> MediaContainer<MetadataPage>, User, Read, unpublished;
    /// Lists the items that were most recently added to the library.
    GetRecentlyAddedGlobal: GET "/library/recentlyAdded"
        -> MediaContainer<MetadataPage>, User, Read, unpublished;
    /// Returns background artwork of random items, such as for a screen saver.
    GetRandomArtwork: GET "/library/randomArtwork" -> MediaContainer<MetadataPage>, User, Read;
    /// Searches all library sections at once.
    GetSearchAllLibraries: GET "/library/search"
        -> MediaContainer<LibrarySearchResults>, User, Read, unpublished;
    /// Lists the tags of one type, such as all genres, across all library sections.
    GetTags: GET "/library/tags" -> MediaContainer<Tags>, User, Read;
    /// Returns a person, such as an actor or director.
    GetPerson: GET "/library/people/{personId}" -> MediaContainer<Tags>, User, Read;
    /// Lists the items that a person, such as an actor, appears in.
    ListPersonMedia: GET "/library/people/{personId}/media" -> MediaContainer<MetadataPage>, User, Read;
    /// Finds the library items that match a description of external content.
    GetLibraryMatches: GET "/library/matches" -> MediaContainer<MetadataPage>, User, Read;
    /// Creates a temporary item from a file that is in no library section.
    IngestTransientItem: POST "/library/file" -> MediaContainer<MetadataPage>, User, Once;
    /// Computes the hash by which Plex identifies a file on the server's machine.
    GetFileHash: GET "/library/hashes" -> Binary, Admin, Read, unpublished;
}

/// Each item contains the library section that it belongs to.
#[request]
pub struct GetLibraryItems {
    /// The metadata type of the items.
    #[wire(name = "type")]
    pub kind: Option<MediaType>,
    /// The sort, such as `titleSort` or `addedAt:desc`.
    pub sort: Option<Text>,
    /// The maximum number of items in total, across all pages. `total_size` then does not exceed it.
    pub limit: Option<u32>,
    /// The index of the first item to return, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// The maximum number of items to return.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
    /// Whether to include the ids of each item in external databases.
    pub include_guids: Option<bool>,
    /// Filters as name and value, sent in this order, such as `("guid", "plex://movie/…")` or `("title", "blue")`.
    #[wire(name = "*")]
    pub filter: Vec<(Text, Text)>,
}

/// The plays of all users of the server count. Each item contains its number of plays in `global_view_count`. The most
/// played item comes first.
#[request]
pub struct GetTopWatchedContent {
    /// The metadata type of the items.
    #[wire(name = "type")]
    pub kind: MediaType,
    /// Whether to include the ids of each item in external databases.
    pub include_guids: Option<bool>,
}

/// On-deck items are movies and episodes in progress, and the next episodes of shows. The most recently played item
/// comes first.
#[request]
pub struct GetOnDeck {
    /// Whether to include the ids of each item in external databases.
    pub include_guids: Option<bool>,
    /// The index of the first item to return, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// The maximum number of items to return.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

/// The newest item comes first. New episodes of the same season may be grouped into one entry, the season.
#[request]
pub struct GetRecentlyAddedGlobal {
    /// The metadata type of the items.
    #[wire(name = "type")]
    pub kind: Option<MediaType>,
    /// The id of the library section. Only its items are returned. By default, all library sections.
    #[wire(name = "contentDirectoryID")]
    pub content_directory_id: Option<SectionId>,
    /// The ids of the library sections that are pinned to the home screen.
    #[wire(name = "pinnedContentDirectoryID")]
    pub pinned_content_directory_id: Vec<SectionId>,
    /// The id of the library section. An alternative to `content_directory_id` that some servers use.
    #[wire(name = "sectionID")]
    pub section_id: Option<SectionId>,
    /// Whether to include the available filters and sorts.
    pub include_meta: Option<bool>,
    /// Whether to include the ids of each item in external databases.
    pub include_guids: Option<bool>,
    /// The index of the first item to return, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// The maximum number of items to return.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

/// The response contains up to 100 entries, each with the title of the item and the path of the image in `key`. Only
/// movies, shows and artists that the current user can access are used.
#[request]
pub struct GetRandomArtwork {
    /// The ids of the library sections to choose from. By default, all library sections.
    pub sections: Vec<SectionId>,
}

/// The results are items and tags, such as people. Each contains a score that tells how well it matches, and the best
/// match comes first. The server responds with 400 if the search text is empty.
#[request]
pub struct GetSearchAllLibraries {
    /// The text to search for.
    pub query: Text,
    /// The maximum number of results of each type.
    pub limit: Option<u32>,
    /// What to search for: `movies`, `music`, `otherVideos`, `people` or `tv`.
    pub search_types: Vec<Text>,
    /// Whether to search for collections too.
    pub include_collections: Option<bool>,
    /// Whether to search sources other than this server too.
    pub include_external_media: Option<bool>,
}

#[request]
pub struct GetTags {
    /// The numeric tag type, which is not a metadata type: 1 genre, 2 collection, 4 director, 5 writer, 6 actor, 7
    /// producer, 8 country, 11 label.
    #[wire(name = "type")]
    pub kind: Option<u32>,
    /// The index of the first item to return, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// The maximum number of items to return.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

/// The response is a list with a single tag. The server responds with 404 if the person does not appear in any item.
#[request]
pub struct GetPerson {
    /// The id of the person's tag on this server, or its `tag_key`.
    pub person_id: PersonId,
}

/// The server responds with 404 if the person does not appear in any item.
#[request]
pub struct ListPersonMedia {
    /// The id of the person's tag on this server, or its `tag_key`.
    pub person_id: PersonId,
    /// The index of the first item to return, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// The maximum number of items to return.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

/// Pass what is known about the content. A movie, show, artist or album requires `title`, an episode requires
/// `grandparent_title` together with the numbers of season and episode or the air date. `path` can replace the titles.
///
/// Each match contains a `score` from 0 to 100. A score above 85 counts as a positive match. The server responds with
/// 400 if there is not enough information for the type.
#[request]
pub struct GetLibraryMatches {
    /// The metadata type of the items.
    #[wire(name = "type")]
    pub kind: MediaType,
    /// The title of the movie, show, artist or album. Required if `path` is not set.
    pub title: Option<Text>,
    /// The year of release of the movie, show or album.
    pub year: Option<i32>,
    /// The GUID, such as `imdb://tt0000001`. It identifies the content better than a title does.
    pub guid: Option<Text>,
    /// The full path of the media file of the movie, episode or track.
    pub path: Option<Text>,
    /// The artist of the album, or the album of the track.
    pub parent_title: Option<Text>,
    /// The number of the season or, for a track, of the disc.
    pub parent_index: Option<i32>,
    /// The number of the episode in the season, or of the track in the album.
    pub index: Option<i32>,
    /// The show of the episode, or the artist of the track. Required if `path` is not set.
    pub grandparent_title: Option<Text>,
    /// The year of the episode's show.
    pub grandparent_year: Option<i32>,
    /// The date when the episode first aired, as `YYYY-MM-DD`.
    pub originally_available_at: Option<Text>,
    /// Whether to include all available metadata if the best match scores above 85.
    pub include_full_metadata: Option<bool>,
    /// Whether to include the parents of each match, such as the season and show of an episode.
    pub include_ancestor_metadata: Option<bool>,
    /// Whether to include the values of all sources for each field. This changes the structure of the response.
    pub include_alternate_metadata_sources: Option<bool>,
    /// The index of the first item to return, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// The maximum number of items to return.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

/// The server matches the file, fetches its metadata and stores the result as a transient item. For an episode, its
/// season and show are created too. Only movies and episodes are supported. The type is derived from the path.
///
/// The server responds with 400 if it cannot match the file.
#[request]
pub struct IngestTransientItem {
    /// The URL of the file, such as `file:///storage%2Femulated%2F0%2FArcher-S01E01.mkv`.
    pub url: Text,
    /// The path to use for matching if the URL is opaque, such as `/Avatar.mkv`.
    pub virtual_file_path: Option<Text>,
    /// Whether to compute the hashes by which Plex and OpenSubtitles identify the file. Default: `false`.
    pub compute_hashes: Option<bool>,
    /// Whether to store the file even if nothing matches it. Default: `false`.
    pub ingest_non_matches: Option<bool>,
    /// Further parameters that are also accepted when reading an item, such as `("includeExtras", "1")`.
    #[wire(name = "*")]
    pub include: Vec<(Text, Text)>,
}

/// The format of the hash is not documented, so the response body is returned unchanged. The server responds with 400
/// if it cannot read the file.
#[request]
pub struct GetFileHash {
    /// The URL of the file: `file://` followed by its absolute path.
    pub url: Text,
    /// The metadata type of the file's content.
    #[wire(name = "type")]
    pub kind: Option<MediaType>,
}
