//! The library as a whole, across sections.

use crate::codec::envelope::MediaContainer;
use crate::endpoint::endpoints;
use crate::ids::{PersonId, SectionId};
use crate::model::{LibrarySearchResults, MetadataPage, Tags};
use crate::reply::Binary;
use crate::text::Text;
use plex_sdk_derive::Request;

/// `GET /library/all`
///
/// Lists items of all sections that the caller may see, a window of them at a time.
///
/// - Parameters: `type`, the number of the kind of item (1 movie, 2 show, 3 season, 4 episode, 8 artist, 9 album, 10
///   track); the order; the window; filters as for one section, such as `title` or `guid`.
/// - Answer: the items, each with the section it is in.
/// - Errors: 401 without a token that the server accepts; 400 for a filter that servers do not know.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_library_items`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetLibraryItems {
    /// The number of the kind of item.
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
    /// Whether to tell the ids of each item in other databases.
    pub include_guids: Option<bool>,
    /// Filters as name and value, in the order they go on the wire, such as `("guid", "plex://movie/…")`.
    #[wire(name = "*")]
    pub filter: Vec<(Text, Text)>,
}

/// `GET /library/all/top`
///
/// Lists what the users of the server played most, across sections.
///
/// - Parameters: `type`, the number of the kind of item (1 movie, 2 show, 3 season, 4 episode, 8 artist, 9 album, 10
///   track).
/// - Answer: the items with `global_view_count`, the most played first.
/// - Errors: 401 without a token that the server accepts; 400 without a kind.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_top_watched_content`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetTopWatchedContent {
    /// The number of the kind of item.
    #[wire(name = "type")]
    pub kind: u16,
    /// Whether to tell the ids of each item in other databases.
    pub include_guids: Option<bool>,
}

impl From<u16> for GetTopWatchedContent {
    fn from(kind: u16) -> Self {
        Self {
            kind,
            ..Self::default()
        }
    }
}

/// `GET /library/onDeck`
///
/// Lists what the caller began to watch, and the next episodes of shows.
///
/// - Parameters: the window.
/// - Answer: movies and episodes, those played last first.
/// - Errors: 401 without a token that the server accepts.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_on_deck`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetOnDeck {
    /// Whether to tell the ids of each item in other databases.
    pub include_guids: Option<bool>,
    /// The place of the first item wanted, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// How many items are wanted at most.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

/// `GET /library/recentlyAdded`
///
/// Lists what came into the library last.
///
/// - Parameters: `type`, the number of the kind of item (1 movie, 2 show, 3 season, 4 episode, 8 artist, 9 album, 10
///   track); the sections to look in, all where none is given; the window.
/// - Answer: the items, the newest first; new episodes of one season may be one entry, the season.
/// - Errors: 401 without a token that the server accepts.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_recently_added_global`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetRecentlyAddedGlobal {
    /// The number of the kind of item.
    #[wire(name = "type")]
    pub kind: Option<u16>,
    /// The section to look in.
    #[wire(name = "contentDirectoryID")]
    pub content_directory_id: Option<SectionId>,
    /// The sections that the user pinned.
    #[wire(name = "pinnedContentDirectoryID")]
    pub pinned_content_directory_id: Vec<SectionId>,
    /// The section to look in, as some servers call it.
    #[wire(name = "sectionID")]
    pub section_id: Option<SectionId>,
    /// Whether to tell which filters and sorts the list knows.
    pub include_meta: Option<bool>,
    /// Whether to tell the ids of each item in other databases.
    pub include_guids: Option<bool>,
    /// The place of the first item wanted, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// How many items are wanted at most.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

/// `GET /library/randomArtwork`
///
/// Picks backdrops of movies, shows and artists by chance, as a screen saver wants them.
///
/// - Parameters: the sections.
/// - Answer: up to 100 entries of type `image`: the title, and in `key` the path of the picture.
/// - Errors: 401 without a token that the server accepts.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_random_artwork`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetRandomArtwork {
    /// The sections to pick from; all where none is given.
    pub sections: Vec<SectionId>,
}

/// `GET /library/search`
///
/// Searches through all sections at once.
///
/// - Parameters: the words, and what to look for.
/// - Answer: items and tags, each with how well it fits.
/// - Errors: 401 without a token that the server accepts; 400 without words.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_search_all_libraries`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetSearchAllLibraries {
    /// The words to look for.
    pub query: Text,
    /// At most this many results of each kind.
    pub limit: Option<u32>,
    /// What to look for: `movies`, `music`, `otherVideos`, `people`, `tv`.
    pub search_types: Vec<Text>,
    /// Whether to look for collections too.
    pub include_collections: Option<bool>,
    /// Whether to look beyond the server too.
    pub include_external_media: Option<bool>,
}

impl From<Text> for GetSearchAllLibraries {
    fn from(query: Text) -> Self {
        Self {
            query,
            ..Self::default()
        }
    }
}

/// `GET /library/tags`
///
/// Lists the tags of one kind, such as all genres, over all sections.
///
/// - Parameters: `type`, a number of a kind of tag, not of items; the window.
/// - Answer: the tags.
/// - Errors: 401 without a token that the server accepts.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_tags`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetTags {
    /// The number of the kind of tag: 1 genre, 2 collection, 4 director, 6 actor, 11 label.
    #[wire(name = "type")]
    pub kind: Option<u32>,
    /// The place of the first item wanted, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// How many items are wanted at most.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

/// `GET /library/people/{personId}`
///
/// Reads one person.
///
/// - Parameters: the person: the number of the tag on this server, or the tag's `tag_key`.
/// - Answer: the person, as a list of one tag.
/// - Errors: 401 without a token that the server accepts; 404 for a person that no item has.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_person`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetPerson {
    /// The person.
    pub person_id: PersonId,
}

impl From<PersonId> for GetPerson {
    fn from(person_id: PersonId) -> Self {
        Self { person_id }
    }
}

/// `GET /library/people/{personId}/media`
///
/// Lists the items that one person had a part in.
///
/// - Parameters: the person: the number of the tag on this server, or the tag's `tag_key`; the window.
/// - Answer: the items.
/// - Errors: 401 without a token that the server accepts; 404 for a person that no item has.
/// - Who: anyone whose token the server accepts.
/// - Source: `list_person_media`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct ListPersonMedia {
    /// The person.
    pub person_id: PersonId,
    /// The place of the first item wanted, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// How many items are wanted at most.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

impl From<PersonId> for ListPersonMedia {
    fn from(person_id: PersonId) -> Self {
        Self {
            person_id,
            ..Self::default()
        }
    }
}

/// `GET /library/matches`
///
/// Finds the item of the library that something from outside is, by what is known of it.
///
/// - Parameters: `type` as a number; either `path`, or the title with what the kind needs: the show and numbers or
///   date of an episode.
/// - Answer: the items that fit, with `score`; above 85 is a sure match.
/// - Errors: 401 without a token that the server accepts; 400 where what is given is not enough for the kind.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_library_matches`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetLibraryMatches {
    /// The number of the kind of item.
    #[wire(name = "type")]
    pub kind: u16,
    /// The title, of a movie, show, artist or album.
    pub title: Option<Text>,
    /// The year of release, of a movie, show or album.
    pub year: Option<i32>,
    /// The global id, such as `imdb://tt0000001`.
    pub guid: Option<Text>,
    /// The path of the file, of a movie, episode or track.
    pub path: Option<Text>,
    /// The title above: the artist of an album, the album of a track.
    pub parent_title: Option<Text>,
    /// The number of the season or disc.
    pub parent_index: Option<i32>,
    /// The number of the episode or track.
    pub index: Option<i32>,
    /// The show of an episode, the artist of a track.
    pub grandparent_title: Option<Text>,
    /// The year of the show of an episode.
    pub grandparent_year: Option<i32>,
    /// The date of release of an episode, `YYYY-MM-DD`.
    pub originally_available_at: Option<Text>,
    /// Whether to give all that is known of a sure match.
    pub include_full_metadata: Option<bool>,
    /// Whether to give the season and show of an episode as well.
    pub include_ancestor_metadata: Option<bool>,
    /// Whether to give what each source says of each field.
    pub include_alternate_metadata_sources: Option<bool>,
    /// The place of the first item wanted, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// How many items are wanted at most.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

impl From<u16> for GetLibraryMatches {
    fn from(kind: u16) -> Self {
        Self {
            kind,
            ..Self::default()
        }
    }
}

/// `POST /library/file`
///
/// Makes an item of a file that lies in no section: the server matches it, fetches what is known of it, and keeps it
/// for a while. An episode brings its season and show.
///
/// - Parameters: the file; what to compute, keep and include. Movies and episodes only.
/// - Answer: the items that were made.
/// - Errors: 401 without a token that the server accepts; 400 where the file cannot be matched.
/// - Who: anyone whose token the server accepts.
/// - Source: `ingest_transient_item`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct IngestTransientItem {
    /// The address of the file.
    pub url: Text,
    /// The path to match by, where the address says nothing.
    pub virtual_file_path: Option<Text>,
    /// Whether to compute the hashes that Plex and opensubtitles.org know files by; not by default.
    pub compute_hashes: Option<bool>,
    /// Whether to keep a file that matches nothing; not by default.
    pub ingest_non_matches: Option<bool>,
    /// What else to include, as for a single item: `("includeExtras", "1")`.
    #[wire(name = "*")]
    pub include: Vec<(Text, Text)>,
}

impl From<Text> for IngestTransientItem {
    fn from(url: Text) -> Self {
        Self {
            url,
            ..Self::default()
        }
    }
}

/// `GET /library/hashes`
///
/// Computes the hash that Plex knows a file of the server's machine by.
///
/// - Parameters: the file; `type` as a number.
/// - Answer: the hash; no source tells how it is spelled, so the body is given as it came.
/// - Errors: 401 without a token that the server accepts; 403 for anyone but the owner; 400 for a file that cannot be
///   read.
/// - Who: the server's owner.
/// - Source: `get_file_hash`, known from older descriptions only.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetFileHash {
    /// The file, as `file://` and its absolute path.
    pub url: Text,
    /// The number of the kind of item.
    #[wire(name = "type")]
    pub kind: Option<u16>,
}

impl From<Text> for GetFileHash {
    fn from(url: Text) -> Self {
        Self {
            url,
            ..Self::default()
        }
    }
}

endpoints! {
    ($) Pms, library, library_all_endpoints;
    GetLibraryItems: GET "/library/all"
        -> MediaContainer<MetadataPage>, User, Read;
    GetTopWatchedContent: GET "/library/all/top"
        -> MediaContainer<MetadataPage>, User, Read;
    GetOnDeck: GET "/library/onDeck"
        -> MediaContainer<MetadataPage>, User, Read;
    GetRecentlyAddedGlobal: GET "/library/recentlyAdded"
        -> MediaContainer<MetadataPage>, User, Read;
    GetRandomArtwork: GET "/library/randomArtwork"
        -> MediaContainer<MetadataPage>, User, Read;
    GetSearchAllLibraries: GET "/library/search"
        -> MediaContainer<LibrarySearchResults>, User, Read;
    GetTags: GET "/library/tags"
        -> MediaContainer<Tags>, User, Read;
    GetPerson: GET "/library/people/{personId}"
        -> MediaContainer<Tags>, User, Read;
    ListPersonMedia: GET "/library/people/{personId}/media"
        -> MediaContainer<MetadataPage>, User, Read;
    GetLibraryMatches: GET "/library/matches"
        -> MediaContainer<MetadataPage>, User, Read;
    IngestTransientItem: POST "/library/file"
        -> MediaContainer<MetadataPage>, User, Once;
    GetFileHash: GET "/library/hashes"
        -> Binary, Admin, Read;
}
