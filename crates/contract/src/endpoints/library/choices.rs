//! What lists within a section can be filtered and sorted by: filters, orders, and the choices of each filter.

use crate::codec::envelope::MediaContainer;
use crate::ids::SectionId;
use crate::model::MediaType;
use crate::model::{Directories, MetadataPage, SectionFilters, SectionSorts, SectionTags};
use crate::text::Text;
use plex_sdk_derive::{endpoints, request};

endpoints! {
    Pms, library, library_choices_endpoints;

    /// Lists the predefined filters of a library section.
    GetSectionFilters: GET "/library/sections/{sectionId}/filters"
        -> MediaContainer<SectionFilters>, Admin, Read;
    /// Lists the sorts that a library section supports.
    GetAvailableSorts: GET "/library/sections/{sectionId}/sorts" -> MediaContainer<SectionSorts>, User, Read;
    /// Lists the possible values of a filter in a library section, such as its genres.
    ListFilterChoices: GET "/library/sections/{sectionId}/{tag}"
        -> MediaContainer<MetadataPage>, User, Read, unpublished;
    /// Lists the actors in a library section.
    GetActorsLibrary: GET "/library/sections/{sectionId}/actor"
        -> MediaContainer<Directories>, User, Read, unpublished;
    /// Lists the countries in which the items of a library section were produced.
    GetCountriesLibrary: GET "/library/sections/{sectionId}/country"
        -> MediaContainer<Directories>, User, Read, unpublished;
    /// Lists the genres in a library section.
    GetGenresLibrary: GET "/library/sections/{sectionId}/genre"
        -> MediaContainer<Directories>, User, Read, unpublished;
    /// Lists the labels in a library section.
    GetSectionLabels: GET "/library/sections/{sectionId}/label"
        -> MediaContainer<Directories>, User, Read, unpublished;
    /// Lists the tags of all types in a library section.
    GetSectionTags: GET "/library/sections/{sectionId}/tags"
        -> MediaContainer<SectionTags>, User, Read, unpublished;
    /// Lists the first characters of the titles in a library section.
    GetFirstCharacters: GET "/library/sections/{sectionId}/firstCharacter" | "/library/sections/{sectionId}/firstCharacters"
        -> MediaContainer<Directories>, User, Read;
    /// Lists the audio layouts, such as stereo or 5.1, that occur in a library section.
    LibrarySectionGetAudioLayouts: GET "/library/sections/{sectionId}/audioLayout"
        -> MediaContainer<Directories>, User, Read;
    /// Lists the video codecs that occur in a library section.
    LibrarySectionGetVideoCodecs: GET "/library/sections/{sectionId}/videoCodec"
        -> MediaContainer<Directories>, User, Read;
    /// Lists the audio codecs that occur in a library section.
    LibrarySectionGetAudioCodecs: GET "/library/sections/{sectionId}/audioCodec"
        -> MediaContainer<Directories>, User, Read;
    /// Lists the subtitle formats that occur in a library section.
    LibrarySectionGetSubtitleCodecs: GET "/library/sections/{sectionId}/subtitleCodec"
        -> MediaContainer<Directories>, User, Read;
    /// Lists a library section by year of release.
    GetByYear: GET "/library/sections/{sectionId}/byYear"
        -> MediaContainer<MetadataPage>, User, Read, unpublished;
    /// Lists a library section by decade of release.
    GetByDecade: GET "/library/sections/{sectionId}/byDecade"
        -> MediaContainer<MetadataPage>, User, Read, unpublished;
    /// Lists a library section by content rating.
    GetByContentRating: GET "/library/sections/{sectionId}/byContentRating"
        -> MediaContainer<MetadataPage>, User, Read, unpublished;
    /// Lists a library section by video resolution.
    GetByResolution: GET "/library/sections/{sectionId}/byResolution"
        -> MediaContainer<MetadataPage>, User, Read, unpublished;
    /// Lists a library section by folder on disk.
    GetByFolder: GET "/library/sections/{sectionId}/byFolder"
        -> MediaContainer<MetadataPage>, User, Read, unpublished;
}

/// Each filter contains the path of its possible values in `key`. `GetLibraryDetails` with `include_details` returns
/// filters and sorts in one request and is preferred.
#[request]
pub struct GetSectionFilters {
    /// The id of the library section.
    pub section_id: SectionId,
}

/// Each sort contains the values of `sort` for ascending and descending order. `GetLibraryDetails` with
/// `include_details` returns filters and sorts in one request and is preferred.
#[request]
pub struct GetAvailableSorts {
    /// The id of the library section.
    pub section_id: SectionId,
}

/// Values are in `directories`. Each contains the value to filter by in `key`, and the path of the filtered list in
/// `fast_key`.
///
/// The `tag` can also be another entry of the library section's menu, such as `recentlyViewed`. The response then
/// contains items in `metadata`. The server responds with 404 if it does not know the tag.
#[request]
pub struct ListFilterChoices {
    /// The id of the library section.
    pub section_id: SectionId,
    /// The filter or menu entry, as in the keys that the server returns: `collection`, `edition`, `genre`, `year`,
    /// `decade`, `director`, `writer`, `producer`, `actor`, `country`, `studio`, `contentRating`, `resolution`,
    /// `label`, `mood`, `style`, `recentlyViewed` and others.
    pub tag: Text,
    /// The metadata type of the items. By default, the type of the library section.
    #[wire(name = "type")]
    pub kind: Option<MediaType>,
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
    /// Filters as name and value, sent in this order, such as `("year>>", "1999")` or `("genre", "15")`.
    #[wire(name = "*")]
    pub filter: Vec<(Text, Text)>,
}

/// Each entry contains the value of the `actor` filter in `key`. Same as [`ListFilterChoices`] with the tag `actor`.
#[request]
pub struct GetActorsLibrary {
    /// The id of the library section.
    pub section_id: SectionId,
    /// The metadata type of the items. By default, the type of the library section.
    #[wire(name = "type")]
    pub kind: Option<MediaType>,
    /// Filters as name and value, sent in this order, such as `("year>>", "1999")` or `("genre", "15")`.
    #[wire(name = "*")]
    pub filter: Vec<(Text, Text)>,
}

/// Each entry contains the value of the `country` filter in `key`. Same as [`ListFilterChoices`] with the tag
/// `country`.
#[request]
pub struct GetCountriesLibrary {
    /// The id of the library section.
    pub section_id: SectionId,
    /// The metadata type of the items. By default, the type of the library section.
    #[wire(name = "type")]
    pub kind: Option<MediaType>,
    /// Filters as name and value, sent in this order, such as `("year>>", "1999")` or `("genre", "15")`.
    #[wire(name = "*")]
    pub filter: Vec<(Text, Text)>,
}

/// Each entry contains the value of the `genre` filter in `key`. Same as [`ListFilterChoices`] with the tag `genre`.
#[request]
pub struct GetGenresLibrary {
    /// The id of the library section.
    pub section_id: SectionId,
    /// The metadata type of the items. By default, the type of the library section.
    #[wire(name = "type")]
    pub kind: Option<MediaType>,
    /// Filters as name and value, sent in this order, such as `("year>>", "1999")` or `("genre", "15")`.
    #[wire(name = "*")]
    pub filter: Vec<(Text, Text)>,
}

/// Each entry contains the value of the `label` filter in `key`. Same as [`ListFilterChoices`] with the tag `label`.
#[request]
pub struct GetSectionLabels {
    /// The id of the library section.
    pub section_id: SectionId,
    /// The metadata type of the items. By default, the type of the library section.
    #[wire(name = "type")]
    pub kind: Option<MediaType>,
}

#[request]
pub struct GetSectionTags {
    /// The id of the library section.
    pub section_id: SectionId,
}

/// Clients use them to jump to a letter in a long list. Each entry contains the character in `title` and the number of
/// items that start with it in `size`.
#[request]
pub struct GetFirstCharacters {
    /// The id of the library section.
    pub section_id: SectionId,
    /// The metadata type of the items. By default, the type of the library section.
    #[wire(name = "type")]
    pub kind: Option<MediaType>,
    /// The sort, such as `titleSort` or `addedAt:desc`.
    pub sort: Option<Text>,
    /// Filters as name and value, sent in this order, such as `("year>>", "1999")` or `("genre", "15")`.
    #[wire(name = "*")]
    pub filter: Vec<(Text, Text)>,
}

/// Each entry contains the value of the `audioLayout` filter in `key`. Same as [`ListFilterChoices`] with the tag
/// `audioLayout`. Requires Plex Media Server 1.43.2 or later.
#[request]
pub struct LibrarySectionGetAudioLayouts {
    /// The id of the library section.
    pub section_id: SectionId,
    /// The metadata type of the items. By default, the type of the library section.
    #[wire(name = "type")]
    pub kind: Option<MediaType>,
    /// Filters that select the items to consider, as name and value, sent in this order, such as `("year>>", "1999")`
    /// or `("genre", "15")`.
    #[wire(name = "*")]
    pub filter: Vec<(Text, Text)>,
}

/// Each entry contains the value of the `videoCodec` filter in `key`. Same as [`ListFilterChoices`] with the tag
/// `videoCodec`. Requires Plex Media Server 1.43.2 or later.
#[request]
pub struct LibrarySectionGetVideoCodecs {
    /// The id of the library section.
    pub section_id: SectionId,
    /// The metadata type of the items. By default, the type of the library section.
    #[wire(name = "type")]
    pub kind: Option<MediaType>,
    /// Filters that select the items to consider, as name and value, sent in this order, such as `("year>>", "1999")`
    /// or `("genre", "15")`.
    #[wire(name = "*")]
    pub filter: Vec<(Text, Text)>,
}

/// Each entry contains the value of the `audioCodec` filter in `key`. Same as [`ListFilterChoices`] with the tag
/// `audioCodec`. Requires Plex Media Server 1.43.2 or later.
#[request]
pub struct LibrarySectionGetAudioCodecs {
    /// The id of the library section.
    pub section_id: SectionId,
    /// The metadata type of the items. By default, the type of the library section.
    #[wire(name = "type")]
    pub kind: Option<MediaType>,
    /// Filters that select the items to consider, as name and value, sent in this order, such as `("year>>", "1999")`
    /// or `("genre", "15")`.
    #[wire(name = "*")]
    pub filter: Vec<(Text, Text)>,
}

/// Each entry contains the value of the `subtitleCodec` filter in `key`. Same as [`ListFilterChoices`] with the tag
/// `subtitleCodec`. Requires Plex Media Server 1.43.2 or later.
#[request]
pub struct LibrarySectionGetSubtitleCodecs {
    /// The id of the library section.
    pub section_id: SectionId,
    /// The metadata type of the items. By default, the type of the library section.
    #[wire(name = "type")]
    pub kind: Option<MediaType>,
    /// Filters that select the items to consider, as name and value, sent in this order, such as `("year>>", "1999")`
    /// or `("genre", "15")`.
    #[wire(name = "*")]
    pub filter: Vec<(Text, Text)>,
}

/// Working clients use [`ListFilterChoices`] with the tag `year` instead. The response contains filter values in
/// `directories`, or items in `metadata`.
#[request]
pub struct GetByYear {
    /// The id of the library section.
    pub section_id: SectionId,
    /// The index of the first item to return, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// The maximum number of items to return.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

/// Working clients use [`ListFilterChoices`] with the tag `decade` instead. The response contains filter values in
/// `directories`, or items in `metadata`.
#[request]
pub struct GetByDecade {
    /// The id of the library section.
    pub section_id: SectionId,
    /// The index of the first item to return, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// The maximum number of items to return.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

/// Working clients use [`ListFilterChoices`] with the tag `contentRating` instead. The response contains filter values
/// in `directories`, or items in `metadata`.
#[request]
pub struct GetByContentRating {
    /// The id of the library section.
    pub section_id: SectionId,
    /// The index of the first item to return, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// The maximum number of items to return.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

/// Working clients use [`ListFilterChoices`] with the tag `resolution` instead. The response contains filter values in
/// `directories`, or items in `metadata`.
#[request]
pub struct GetByResolution {
    /// The id of the library section.
    pub section_id: SectionId,
    /// The index of the first item to return, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// The maximum number of items to return.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

/// Working clients use [`ListFilterChoices`] with the tag `folder` instead. The response contains filter values in
/// `directories`, or items in `metadata`.
#[request]
pub struct GetByFolder {
    /// The id of the library section.
    pub section_id: SectionId,
    /// The index of the first item to return, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// The maximum number of items to return.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}
