//! Lists of items within a section: by kind, new, unplayed, on deck, by folder, found, in collections and rows.

use crate::codec::envelope::MediaContainer;
use crate::endpoint::endpoints;
use crate::ids::{RatingKey, SectionId};
use crate::model::{CommonFields, MetadataPage};
use crate::text::Text;
use plex_sdk_derive::Request;

/// `GET /library/sections/{sectionId}/movies`
///
/// Lists the movies of a section.
///
/// - Parameters: the section; the window.
/// - Answer: the movies, and with `offset` and `total_size` where the window stands.
/// - Errors: 401 without a token that the server accepts; 404 for a section that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_section_movies` (one description only; [`ListContent`](crate::endpoints::content::ListContent) is
///   what working clients ask for).
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetSectionMovies {
    /// The section.
    pub section_id: SectionId,
    /// The place of the first entry wanted, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// How many entries are wanted at most.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

/// `GET /library/sections/{sectionId}/shows`
///
/// Lists the shows of a section.
///
/// - Parameters: the section; the window.
/// - Answer: the shows, and with `offset` and `total_size` where the window stands.
/// - Errors: 401 without a token that the server accepts; 404 for a section that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_section_shows` (one description only; [`ListContent`](crate::endpoints::content::ListContent) is what
///   working clients ask for).
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetSectionShows {
    /// The section.
    pub section_id: SectionId,
    /// The place of the first entry wanted, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// How many entries are wanted at most.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

/// `GET /library/sections/{sectionId}/episodes`
///
/// Lists the episodes of a section.
///
/// - Parameters: the section; the window.
/// - Answer: the episodes, and with `offset` and `total_size` where the window stands.
/// - Errors: 401 without a token that the server accepts; 404 for a section that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_section_episodes` (one description only; [`ListContent`](crate::endpoints::content::ListContent) is
///   what working clients ask for).
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetSectionEpisodes {
    /// The section.
    pub section_id: SectionId,
    /// The place of the first entry wanted, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// How many entries are wanted at most.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

/// `GET /library/sections/{sectionId}/artists`
///
/// Lists the artists of a section.
///
/// - Parameters: the section; the window.
/// - Answer: the artists, and with `offset` and `total_size` where the window stands.
/// - Errors: 401 without a token that the server accepts; 404 for a section that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_section_artists` (one description only; [`ListContent`](crate::endpoints::content::ListContent) is
///   what working clients ask for).
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetSectionArtists {
    /// The section.
    pub section_id: SectionId,
    /// The place of the first entry wanted, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// How many entries are wanted at most.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

/// `GET /library/sections/{sectionId}/clips`
///
/// Lists the clips of a section.
///
/// - Parameters: the section; the window.
/// - Answer: the clips, and with `offset` and `total_size` where the window stands.
/// - Errors: 401 without a token that the server accepts; 404 for a section that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_section_clips` (one description only; [`ListContent`](crate::endpoints::content::ListContent) is what
///   working clients ask for).
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetSectionClips {
    /// The section.
    pub section_id: SectionId,
    /// The place of the first entry wanted, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// How many entries are wanted at most.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

/// `GET /library/sections/{sectionId}/photos`
///
/// Lists the photos of a section.
///
/// - Parameters: the section; the window.
/// - Answer: the photos, and with `offset` and `total_size` where the window stands.
/// - Errors: 401 without a token that the server accepts; 404 for a section that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_section_photos` (one description only; [`ListContent`](crate::endpoints::content::ListContent) is
///   what working clients ask for).
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetSectionPhotos {
    /// The section.
    pub section_id: SectionId,
    /// The place of the first entry wanted, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// How many entries are wanted at most.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

/// `GET /library/sections/{sectionId}/playlists`
///
/// Lists the playlists of a section.
///
/// - Parameters: the section; the window.
/// - Answer: the playlists, and with `offset` and `total_size` where the window stands.
/// - Errors: 401 without a token that the server accepts; 404 for a section that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_section_playlists` (one description only; [`ListContent`](crate::endpoints::content::ListContent) is
///   what working clients ask for).
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetSectionPlaylists {
    /// The section.
    pub section_id: SectionId,
    /// The place of the first entry wanted, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// How many entries are wanted at most.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

/// `GET /library/sections/{sectionId}/newest`
///
/// Lists the items of a section that came out last, the newest first.
///
/// - Parameters: the section; the window.
/// - Answer: the items.
/// - Errors: 401 without a token that the server accepts; 404 for a section that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_newest_for_section` (one description only, and the menus of servers).
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetNewestForSection {
    /// The section.
    pub section_id: SectionId,
    /// The place of the first entry wanted, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// How many entries are wanted at most.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

/// `GET /library/sections/{sectionId}/recentlyAdded`
///
/// Lists the items that came into a section last, the newest first.
///
/// - Parameters: the section; the window.
/// - Answer: the items.
/// - Errors: 401 without a token that the server accepts; 404 for a section that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_recently_added_for_section` (one description only, and the menus of servers).
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetRecentlyAddedForSection {
    /// The section.
    pub section_id: SectionId,
    /// The place of the first entry wanted, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// How many entries are wanted at most.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

/// `GET /library/sections/{sectionId}/onDeck`
///
/// Lists what the user has begun or would see next in a section.
///
/// - Parameters: the section; the window; whether to tell other ids.
/// - Answer: the items.
/// - Errors: 401 without a token that the server accepts; 404 for a section that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_on_deck_for_section`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetOnDeckForSection {
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

/// `GET /library/sections/{sectionId}/unwatched`
///
/// Lists the items of a section that the user has not played.
///
/// - Parameters: the section; the window.
/// - Answer: the items.
/// - Errors: 401 without a token that the server accepts; 404 for a section that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_unwatched_for_section` (one description only, and the menus of servers).
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetUnwatchedForSection {
    /// The section.
    pub section_id: SectionId,
    /// The place of the first entry wanted, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// How many entries are wanted at most.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

/// `GET /library/sections/{sectionId}/search`
///
/// Searches a section by title. Servers list this path in the menu of a section, once for each kind of items.
///
/// - Parameters: the section; the number of the kind of items; the words; the window.
/// - Answer: the items that fit.
/// - Errors: 401 without a token that the server accepts; 404 for a section that is not there for the caller; 400
///   without a kind.
/// - Who: anyone whose token the server accepts.
/// - Source: `search_section`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct SearchSection {
    /// The section.
    pub section_id: SectionId,
    /// The number of the kind of items: 1 movie, 2 show, 3 season, 4 episode, 8 artist, 9 album, 10 track.
    #[wire(name = "type")]
    pub kind: u16,
    /// What to search for.
    pub query: Option<Text>,
    /// The place of the first entry wanted, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// How many entries are wanted at most.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

/// `GET /library/sections/{sectionId}/folder`
///
/// Walks through a section by the folders on the disk.
///
/// - Parameters: the section; the folder, the one on top where it is not given; the window.
/// - Answer: sub-folders, which have a key and no rating key, and the items in the folder.
/// - Errors: 401 without a token that the server accepts; 404 for a section that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_section_folder`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetSectionFolder {
    /// The section.
    pub section_id: SectionId,
    /// The number of the folder, as in the keys that an answer gave.
    pub parent: Option<Text>,
    /// The place of the first entry wanted, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// How many entries are wanted at most.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
    /// Whether to tell which filters and sorts the section knows.
    pub include_meta: Option<bool>,
}

/// `GET /library/sections/{sectionId}/hubs`
///
/// Reads the rows of a section, such as "Recently Added".
///
/// - Parameters: the section.
/// - Answer: the rows, under `hubs`.
/// - Errors: 401 without a token that the server accepts; 404 for a section that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_library_section_hubs` (one description only; `/hubs/sections/{sectionId}` is what working clients ask
///   for).
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetLibrarySectionHubs {
    /// The section.
    pub section_id: SectionId,
}

/// `GET /library/sections/{sectionId}/collections`
///
/// Lists the collections of a section.
///
/// - Parameters: the section; filters; the order; the window; what to include.
/// - Answer: the collections, and with `offset` and `total_size` where the window stands.
/// - Errors: 401 without a token that the server accepts; 404 for a section that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_collections`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetCollections {
    /// The section.
    pub section_id: SectionId,
    /// The order, such as `titleSort` or `addedAt:desc`.
    pub sort: Option<Text>,
    /// The place of the first entry wanted, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// How many entries are wanted at most.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
    /// Whether to tell which filters and sorts the section knows.
    pub include_meta: Option<bool>,
    /// Whether to tell fields for filters of one's own too.
    pub include_advanced: Option<bool>,
    /// Filters as name and value, in the order they go on the wire: `("year>>", "1999")`, `("genre", "15")`.
    #[wire(name = "*")]
    pub filter: Vec<(Text, Text)>,
}

/// `GET /library/sections/{sectionId}/common`
///
/// Tells which fields several items share, as a form to edit them at once would show.
///
/// - Parameters: the section; the number of the kind of items; the items, or filters that choose them.
/// - Answer: one entry with the shared fields; `mixed_fields` names those in which the items differ.
/// - Errors: 401 without a token that the server accepts; 400 where nothing chooses items; 404 for a section or item
///   that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_common`. The official description has the entry under `Metadata`, clients read it under `Common`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetCommon {
    /// The section.
    pub section_id: SectionId,
    /// The number of the kind of item; the section's own kind where it is not given.
    #[wire(name = "type")]
    pub kind: Option<u16>,
    /// The items' rating keys.
    #[wire(name = "id")]
    pub ids: Vec<RatingKey>,
    /// Filters as name and value, in the order they go on the wire: `("year>>", "1999")`, `("genre", "15")`.
    #[wire(name = "*")]
    pub filter: Vec<(Text, Text)>,
}

/// `GET /library/sections/{sectionId}/autocomplete`
///
/// Completes what a user has typed of a field: lists items of a section whose field starts with it.
///
/// - Parameters: the section; the number of the kind of items; the field with `.query` behind it and what was typed,
///   and filters, as free pairs.
/// - Answer: the items; for a field of tags, such as `genre`, the tags in `directories`.
/// - Errors: 401 without a token that the server accepts; 404 for a section that is not there for the caller; 400 where
///   a parameter is missing or does not fit.
/// - Who: anyone whose token the server accepts.
/// - Source: `autocomplete`. Servers add an attribute of a changing name to each item, `title.queryRange` and the like,
///   with the place of what fitted; it is not kept.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct Autocomplete {
    /// The section.
    pub section_id: SectionId,
    /// The number of the kind of item; the section's own kind where it is not given.
    #[wire(name = "type")]
    pub kind: Option<u16>,
    /// The place of the first entry wanted, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// How many entries are wanted at most.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
    /// What was typed, as `("title.query", "blu")`, and filters.
    #[wire(name = "*")]
    pub query: Vec<(Text, Text)>,
}

made_from_a_section! {
    GetSectionMovies GetSectionShows GetSectionEpisodes GetSectionArtists GetSectionClips GetSectionPhotos GetSectionPlaylists GetNewestForSection GetRecentlyAddedForSection GetOnDeckForSection GetUnwatchedForSection GetSectionFolder GetLibrarySectionHubs GetCollections GetCommon Autocomplete
}

endpoints! {
    ($) Pms, library, library_listing_endpoints;
    GetSectionMovies: GET "/library/sections/{sectionId}/movies"
        -> MediaContainer<MetadataPage>, User, Read;
    GetSectionShows: GET "/library/sections/{sectionId}/shows"
        -> MediaContainer<MetadataPage>, User, Read;
    GetSectionEpisodes: GET "/library/sections/{sectionId}/episodes"
        -> MediaContainer<MetadataPage>, User, Read;
    GetSectionArtists: GET "/library/sections/{sectionId}/artists"
        -> MediaContainer<MetadataPage>, User, Read;
    GetSectionClips: GET "/library/sections/{sectionId}/clips"
        -> MediaContainer<MetadataPage>, User, Read;
    GetSectionPhotos: GET "/library/sections/{sectionId}/photos"
        -> MediaContainer<MetadataPage>, User, Read;
    GetSectionPlaylists: GET "/library/sections/{sectionId}/playlists"
        -> MediaContainer<MetadataPage>, User, Read;
    GetNewestForSection: GET "/library/sections/{sectionId}/newest"
        -> MediaContainer<MetadataPage>, User, Read;
    GetRecentlyAddedForSection: GET "/library/sections/{sectionId}/recentlyAdded"
        -> MediaContainer<MetadataPage>, User, Read;
    GetOnDeckForSection: GET "/library/sections/{sectionId}/onDeck"
        -> MediaContainer<MetadataPage>, User, Read;
    GetUnwatchedForSection: GET "/library/sections/{sectionId}/unwatched"
        -> MediaContainer<MetadataPage>, User, Read;
    SearchSection: GET "/library/sections/{sectionId}/search"
        -> MediaContainer<MetadataPage>, User, Read;
    GetSectionFolder: GET "/library/sections/{sectionId}/folder"
        -> MediaContainer<MetadataPage>, User, Read;
    GetLibrarySectionHubs: GET "/library/sections/{sectionId}/hubs"
        -> MediaContainer<MetadataPage>, User, Read;
    GetCollections: GET "/library/sections/{sectionId}/collections"
        -> MediaContainer<MetadataPage>, User, Read;
    GetCommon: GET "/library/sections/{sectionId}/common"
        -> MediaContainer<CommonFields>, User, Read;
    Autocomplete: GET "/library/sections/{sectionId}/autocomplete"
        -> MediaContainer<MetadataPage>, User, Read;
}
