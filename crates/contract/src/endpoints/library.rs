//! The library and its sections.

use crate::codec::envelope::MediaContainer;
use crate::endpoint::endpoints;
use crate::ids::SectionId;
use crate::model::{Directories, MetadataPage, Sections};
use crate::text::Text;
use serde::{Deserialize, Serialize};

/// `GET /library`
///
/// Lists the ways into the library, such as its sections and what was added last.
///
/// - Answer: directories, each with a key below `/library/`.
/// - Errors: 401 without a token that the server accepts.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_root_library`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct GetRootLibrary {}

/// `GET /library/sections/all`
///
/// Lists the library's sections, such as "Movies", as far as the caller may see them.
///
/// - Answer: sections with their numbers, titles, kinds, agents and folders.
/// - Errors: 401 without a token that the server accepts.
/// - Who: anyone whose token the server accepts.
/// - Paths: `/library/sections` gives the same and is what older clients ask for.
/// - Source: `get_sections`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct GetSections {}

/// `GET /library/sections/{sectionId}/collections`
///
/// Lists a section's collections.
///
/// - Parameters: the section; filters in the order given; the window's start (from 0) and size; whether to tell the
///   fields.
/// - Answer: the collections, as items of a list.
/// - Errors: 401 without a token that the server accepts; 404 for a section that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_collections`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct GetCollections {
    /// The section.
    pub section_id: SectionId,
    /// The place of the first collection wanted, from 0.
    #[serde(rename = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// How many collections are wanted at most.
    #[serde(rename = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
    /// Whether to tell by which fields collections can be filtered and sorted.
    pub include_meta: Option<bool>,
    /// Filters as name and value, in the order they go on the wire.
    #[serde(rename = "*")]
    pub filter: Vec<(Text, Text)>,
}

impl From<SectionId> for GetCollections {
    fn from(section_id: SectionId) -> Self {
        Self {
            section_id,
            ..Self::default()
        }
    }
}

/// `GET /library/sections/{sectionId}/{tag}`
///
/// Lists what the items of a section have in one field, such as all their genres: the choices of a filter.
///
/// - Parameters: the section; the field, such as `genre`, `year` or `contentRating`; `type`, the number of the kind of
///   item.
/// - Answer: directories, each with the choice's title and as key what a filter takes.
/// - Errors: 401 without a token that the server accepts; 404 for a section that is not there for the caller, and for a
///   field that has no choices.
/// - Who: anyone whose token the server accepts.
/// - Source: `list_filter_choices`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct ListFilterChoices {
    /// The section.
    pub section_id: SectionId,
    /// The field.
    pub tag: Text,
    /// The number of the kind of item; the section's own kind where it is not given.
    #[serde(rename = "type")]
    pub kind: Option<u16>,
}

endpoints! {
    ($) Pms, library, library_endpoints;
    GetRootLibrary {}: GET "/library" -> MediaContainer<Directories>, User, Read;
    GetSections {}: GET "/library/sections/all" | "/library/sections"
        -> MediaContainer<Sections>, User, Read;
    GetCollections: GET "/library/sections/{sectionId}/collections"
        -> MediaContainer<MetadataPage>, User, Read;
    ListFilterChoices: GET "/library/sections/{sectionId}/{tag}"
        -> MediaContainer<Directories>, User, Read;
}
