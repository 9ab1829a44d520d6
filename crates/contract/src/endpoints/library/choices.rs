//! What lists within a section can be filtered and sorted by: filters, orders, and the choices of each filter.

use crate::codec::envelope::MediaContainer;
use crate::endpoint::endpoints;
use crate::ids::SectionId;
use crate::model::{Directories, MetadataPage, SectionFilters, SectionSorts, SectionTags};
use crate::text::Text;
use plex_sdk_derive::Request;

/// `GET /library/sections/{sectionId}/filters`
///
/// Lists the ready-made filters of a section.
///
/// - Parameters: the section.
/// - Answer: the filters, each with the path of its choices.
/// - Errors: 401 without a token that the server accepts; 403 for anyone but the owner; 404 for a section that is not
///   there for the caller.
/// - Who: the server's owner.
/// - Source: `get_section_filters`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetSectionFilters {
    /// The section.
    pub section_id: SectionId,
}

/// `GET /library/sections/{sectionId}/sorts`
///
/// Lists the orders that the list of a section can be in.
///
/// - Parameters: the section.
/// - Answer: the orders, each with the values of `sort` that give it.
/// - Errors: 401 without a token that the server accepts; 404 for a section that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_available_sorts`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetAvailableSorts {
    /// The section.
    pub section_id: SectionId,
}

/// `GET /library/sections/{sectionId}/{tag}`
///
/// Lists the choices of a filter, such as all genres of a section; other words of the menu, such as `recentlyViewed`,
/// list items.
///
/// - Parameters: the section; the word; the number of the kind of items; filters; the window; what to include.
/// - Answer: choices under `directories`, each with the value for the filter as its `key` and the path of the filtered
///   list as its `fast_key`; or items under `metadata`.
/// - Errors: 401 without a token that the server accepts; 404 for a section that is not there for the caller, or a word
///   that it does not know.
/// - Who: anyone whose token the server accepts.
/// - Source: `list_filter_choices`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct ListFilterChoices {
    /// The section.
    pub section_id: SectionId,
    /// The word: `collection`, `edition`, `genre`, `year`, `decade`, `director`, `writer`, `producer`, `actor`,
    /// `country`, `studio`, `contentRating`, `resolution`, `label`, `mood`, `style`, `recentlyViewed` and so on, as the
    /// keys of filters and menus have it.
    pub tag: Text,
    /// The number of the kind of item; the section's own kind where it is not given.
    #[wire(name = "type")]
    pub kind: Option<u16>,
    /// The place of the first entry wanted, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// How many entries are wanted at most.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
    /// Whether to tell which filters and sorts the section knows.
    pub include_meta: Option<bool>,
    /// Whether to tell the ids of each item in other databases.
    pub include_guids: Option<bool>,
    /// Filters as name and value, in the order they go on the wire: `("year>>", "1999")`, `("genre", "15")`.
    #[wire(name = "*")]
    pub filter: Vec<(Text, Text)>,
}

/// `GET /library/sections/{sectionId}/actor`
///
/// Lists the actors of a section: [`ListFilterChoices`] with the word `actor`.
///
/// - Parameters: the section; the number of the kind of items; filters.
/// - Answer: directories, each with the value for the filter `actor` as its `key`.
/// - Errors: 401 without a token that the server accepts; 404 for a section that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_actors_library`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetActorsLibrary {
    /// The section.
    pub section_id: SectionId,
    /// The number of the kind of item; the section's own kind where it is not given.
    #[wire(name = "type")]
    pub kind: Option<u16>,
    /// Filters as name and value, in the order they go on the wire: `("year>>", "1999")`, `("genre", "15")`.
    #[wire(name = "*")]
    pub filter: Vec<(Text, Text)>,
}

/// `GET /library/sections/{sectionId}/country`
///
/// Lists the countries of production of a section: [`ListFilterChoices`] with the word `country`.
///
/// - Parameters: the section; the number of the kind of items; filters.
/// - Answer: directories, each with the value for the filter `country` as its `key`.
/// - Errors: 401 without a token that the server accepts; 404 for a section that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_countries_library`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetCountriesLibrary {
    /// The section.
    pub section_id: SectionId,
    /// The number of the kind of item; the section's own kind where it is not given.
    #[wire(name = "type")]
    pub kind: Option<u16>,
    /// Filters as name and value, in the order they go on the wire: `("year>>", "1999")`, `("genre", "15")`.
    #[wire(name = "*")]
    pub filter: Vec<(Text, Text)>,
}

/// `GET /library/sections/{sectionId}/genre`
///
/// Lists the genres of a section: [`ListFilterChoices`] with the word `genre`.
///
/// - Parameters: the section; the number of the kind of items; filters.
/// - Answer: directories, each with the value for the filter `genre` as its `key`.
/// - Errors: 401 without a token that the server accepts; 404 for a section that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_genres_library`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetGenresLibrary {
    /// The section.
    pub section_id: SectionId,
    /// The number of the kind of item; the section's own kind where it is not given.
    #[wire(name = "type")]
    pub kind: Option<u16>,
    /// Filters as name and value, in the order they go on the wire: `("year>>", "1999")`, `("genre", "15")`.
    #[wire(name = "*")]
    pub filter: Vec<(Text, Text)>,
}

/// `GET /library/sections/{sectionId}/label`
///
/// Lists the labels of a section: [`ListFilterChoices`] with the word `label`.
///
/// - Parameters: the section; the number of the kind of items.
/// - Answer: directories, each with the value for the filter `label` as its `key`.
/// - Errors: 401 without a token that the server accepts; 404 for a section that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_section_labels`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetSectionLabels {
    /// The section.
    pub section_id: SectionId,
    /// The number of the kind of item; the section's own kind where it is not given.
    #[wire(name = "type")]
    pub kind: Option<u16>,
}

/// `GET /library/sections/{sectionId}/tags`
///
/// Lists the tags of a section, of all kinds.
///
/// - Parameters: the section.
/// - Answer: the tags.
/// - Errors: 401 without a token that the server accepts; 404 for a section that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_section_tags` (one description only).
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetSectionTags {
    /// The section.
    pub section_id: SectionId,
}

/// `GET /library/sections/{sectionId}/firstCharacter`
///
/// Lists the first letters of the titles of a section, to jump to in a long list.
///
/// - Parameters: the section; the number of the kind of items; the order of the list; filters.
/// - Answer: directories, each with a letter as its `title` and how many items start with it as its `size`.
/// - Errors: 401 without a token that the server accepts; 404 for a section that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Paths: the official description has `firstCharacters`; orders that servers give lead to `firstCharacter`.
/// - Source: `get_first_character`, `get_first_characters`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetFirstCharacters {
    /// The section.
    pub section_id: SectionId,
    /// The number of the kind of item; the section's own kind where it is not given.
    #[wire(name = "type")]
    pub kind: Option<u16>,
    /// The order, such as `titleSort` or `addedAt:desc`.
    pub sort: Option<Text>,
    /// Filters as name and value, in the order they go on the wire: `("year>>", "1999")`, `("genre", "15")`.
    #[wire(name = "*")]
    pub filter: Vec<(Text, Text)>,
}

/// `GET /library/sections/{sectionId}/audioLayout`
///
/// Lists the layouts of sound, such as stereo, that occur in the media files of a section: [`ListFilterChoices`] with
/// the word `audioLayout`.
///
/// - Parameters: the section; the number of the kind of items; filters that choose the items.
/// - Answer: directories, each with the value for the filter `audioLayout` as its `key`.
/// - Errors: 401 without a token that the server accepts; 404 for a section that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `library_section_get_audio_layouts`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct LibrarySectionGetAudioLayouts {
    /// The section.
    pub section_id: SectionId,
    /// The number of the kind of item; the section's own kind where it is not given.
    #[wire(name = "type")]
    pub kind: Option<u16>,
    /// Filters as name and value, in the order they go on the wire: `("year>>", "1999")`, `("genre", "15")`.
    #[wire(name = "*")]
    pub filter: Vec<(Text, Text)>,
}

/// `GET /library/sections/{sectionId}/videoCodec`
///
/// Lists the codecs of video that occur in the media files of a section: [`ListFilterChoices`] with the word
/// `videoCodec`.
///
/// - Parameters: the section; the number of the kind of items; filters that choose the items.
/// - Answer: directories, each with the value for the filter `videoCodec` as its `key`.
/// - Errors: 401 without a token that the server accepts; 404 for a section that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `library_section_get_video_codecs`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct LibrarySectionGetVideoCodecs {
    /// The section.
    pub section_id: SectionId,
    /// The number of the kind of item; the section's own kind where it is not given.
    #[wire(name = "type")]
    pub kind: Option<u16>,
    /// Filters as name and value, in the order they go on the wire: `("year>>", "1999")`, `("genre", "15")`.
    #[wire(name = "*")]
    pub filter: Vec<(Text, Text)>,
}

/// `GET /library/sections/{sectionId}/audioCodec`
///
/// Lists the codecs of sound that occur in the media files of a section: [`ListFilterChoices`] with the word
/// `audioCodec`.
///
/// - Parameters: the section; the number of the kind of items; filters that choose the items.
/// - Answer: directories, each with the value for the filter `audioCodec` as its `key`.
/// - Errors: 401 without a token that the server accepts; 404 for a section that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `library_section_get_audio_codecs`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct LibrarySectionGetAudioCodecs {
    /// The section.
    pub section_id: SectionId,
    /// The number of the kind of item; the section's own kind where it is not given.
    #[wire(name = "type")]
    pub kind: Option<u16>,
    /// Filters as name and value, in the order they go on the wire: `("year>>", "1999")`, `("genre", "15")`.
    #[wire(name = "*")]
    pub filter: Vec<(Text, Text)>,
}

/// `GET /library/sections/{sectionId}/subtitleCodec`
///
/// Lists the formats of subtitles that occur in the media files of a section: [`ListFilterChoices`] with the word
/// `subtitleCodec`.
///
/// - Parameters: the section; the number of the kind of items; filters that choose the items.
/// - Answer: directories, each with the value for the filter `subtitleCodec` as its `key`.
/// - Errors: 401 without a token that the server accepts; 404 for a section that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `library_section_get_subtitle_codecs`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct LibrarySectionGetSubtitleCodecs {
    /// The section.
    pub section_id: SectionId,
    /// The number of the kind of item; the section's own kind where it is not given.
    #[wire(name = "type")]
    pub kind: Option<u16>,
    /// Filters as name and value, in the order they go on the wire: `("year>>", "1999")`, `("genre", "15")`.
    #[wire(name = "*")]
    pub filter: Vec<(Text, Text)>,
}

/// `GET /library/sections/{sectionId}/byYear`
///
/// Lists a section by year of release. [`ListFilterChoices`] with the word `year` is what working clients ask for.
///
/// - Parameters: the section; the window.
/// - Answer: choices under `directories`, or items under `metadata`.
/// - Errors: 401 without a token that the server accepts; 404 for a section that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_by_year` (one description only).
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetByYear {
    /// The section.
    pub section_id: SectionId,
    /// The place of the first entry wanted, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// How many entries are wanted at most.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

/// `GET /library/sections/{sectionId}/byDecade`
///
/// Lists a section by decade of release. [`ListFilterChoices`] with the word `decade` is what working clients ask for.
///
/// - Parameters: the section; the window.
/// - Answer: choices under `directories`, or items under `metadata`.
/// - Errors: 401 without a token that the server accepts; 404 for a section that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_by_decade` (one description only).
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetByDecade {
    /// The section.
    pub section_id: SectionId,
    /// The place of the first entry wanted, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// How many entries are wanted at most.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

/// `GET /library/sections/{sectionId}/byContentRating`
///
/// Lists a section by age rating. [`ListFilterChoices`] with the word `contentRating` is what working clients ask for.
///
/// - Parameters: the section; the window.
/// - Answer: choices under `directories`, or items under `metadata`.
/// - Errors: 401 without a token that the server accepts; 404 for a section that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_by_content_rating` (one description only).
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetByContentRating {
    /// The section.
    pub section_id: SectionId,
    /// The place of the first entry wanted, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// How many entries are wanted at most.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

/// `GET /library/sections/{sectionId}/byResolution`
///
/// Lists a section by the resolution of its videos. [`ListFilterChoices`] with the word `resolution` is what working
/// clients ask for.
///
/// - Parameters: the section; the window.
/// - Answer: choices under `directories`, or items under `metadata`.
/// - Errors: 401 without a token that the server accepts; 404 for a section that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_by_resolution` (one description only).
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetByResolution {
    /// The section.
    pub section_id: SectionId,
    /// The place of the first entry wanted, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// How many entries are wanted at most.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

/// `GET /library/sections/{sectionId}/byFolder`
///
/// Lists a section by the folders on the disk. [`ListFilterChoices`] with the word `folder` is what working clients ask
/// for.
///
/// - Parameters: the section; the window.
/// - Answer: choices under `directories`, or items under `metadata`.
/// - Errors: 401 without a token that the server accepts; 404 for a section that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_by_folder` (one description only).
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetByFolder {
    /// The section.
    pub section_id: SectionId,
    /// The place of the first entry wanted, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// How many entries are wanted at most.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

made_from_a_section! {
    GetSectionFilters GetAvailableSorts GetActorsLibrary GetCountriesLibrary GetGenresLibrary GetSectionLabels GetSectionTags GetFirstCharacters LibrarySectionGetAudioLayouts LibrarySectionGetVideoCodecs LibrarySectionGetAudioCodecs LibrarySectionGetSubtitleCodecs GetByYear GetByDecade GetByContentRating GetByResolution GetByFolder
}

endpoints! {
    ($) Pms, library, library_choices_endpoints;
    GetSectionFilters: GET "/library/sections/{sectionId}/filters"
        -> MediaContainer<SectionFilters>, Admin, Read;
    GetAvailableSorts: GET "/library/sections/{sectionId}/sorts"
        -> MediaContainer<SectionSorts>, User, Read;
    ListFilterChoices: GET "/library/sections/{sectionId}/{tag}"
        -> MediaContainer<MetadataPage>, User, Read;
    GetActorsLibrary: GET "/library/sections/{sectionId}/actor"
        -> MediaContainer<Directories>, User, Read;
    GetCountriesLibrary: GET "/library/sections/{sectionId}/country"
        -> MediaContainer<Directories>, User, Read;
    GetGenresLibrary: GET "/library/sections/{sectionId}/genre"
        -> MediaContainer<Directories>, User, Read;
    GetSectionLabels: GET "/library/sections/{sectionId}/label"
        -> MediaContainer<Directories>, User, Read;
    GetSectionTags: GET "/library/sections/{sectionId}/tags"
        -> MediaContainer<SectionTags>, User, Read;
    GetFirstCharacters: GET "/library/sections/{sectionId}/firstCharacter" | "/library/sections/{sectionId}/firstCharacters"
        -> MediaContainer<Directories>, User, Read;
    LibrarySectionGetAudioLayouts: GET "/library/sections/{sectionId}/audioLayout"
        -> MediaContainer<Directories>, User, Read;
    LibrarySectionGetVideoCodecs: GET "/library/sections/{sectionId}/videoCodec"
        -> MediaContainer<Directories>, User, Read;
    LibrarySectionGetAudioCodecs: GET "/library/sections/{sectionId}/audioCodec"
        -> MediaContainer<Directories>, User, Read;
    LibrarySectionGetSubtitleCodecs: GET "/library/sections/{sectionId}/subtitleCodec"
        -> MediaContainer<Directories>, User, Read;
    GetByYear: GET "/library/sections/{sectionId}/byYear"
        -> MediaContainer<MetadataPage>, User, Read;
    GetByDecade: GET "/library/sections/{sectionId}/byDecade"
        -> MediaContainer<MetadataPage>, User, Read;
    GetByContentRating: GET "/library/sections/{sectionId}/byContentRating"
        -> MediaContainer<MetadataPage>, User, Read;
    GetByResolution: GET "/library/sections/{sectionId}/byResolution"
        -> MediaContainer<MetadataPage>, User, Read;
    GetByFolder: GET "/library/sections/{sectionId}/byFolder"
        -> MediaContainer<MetadataPage>, User, Read;
}
