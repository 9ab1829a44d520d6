//! Results of searches: [`SearchPage`] and [`LibrarySearchResults`].

use crate::model::library::directory::Directory;
use crate::model::library::metadata::Metadata;
use crate::model::library::tags::FoundTag;
use crate::text::Text;
use plex_sdk_derive::model;

/// The answer of a search that is not made of rows.
#[model]
pub struct SearchPage {
    /// The path in front of the pictures of codecs, studios and the like.
    pub media_tag_prefix: Option<Text>,
    /// The version of those pictures.
    pub media_tag_version: Option<u64>,
    /// The items found.
    #[wire(name = "Metadata")]
    pub metadata: Vec<Metadata>,
    /// What was found and is no item.
    #[wire(name = "Directory")]
    pub directories: Vec<Directory>,
    /// Further places to search.
    #[wire(name = "Provider")]
    pub providers: Vec<SearchProvider>,
}

/// A place to search.
#[model]
pub struct SearchProvider {
    /// The path of its search.
    pub key: Option<Text>,
    /// Its name.
    pub title: Option<Text>,
    /// What it finds, such as `mixed`.
    #[wire(name = "type")]
    pub kind: Option<Text>,
}

/// What a search through all sections found.
#[model]
pub struct LibrarySearchResults {
    /// The path in front of the pictures of codecs, studios and the like.
    pub media_tag_prefix: Option<Text>,
    /// The version of those pictures.
    pub media_tag_version: Option<u64>,
    /// The section, where there is but one.
    #[wire(name = "librarySectionID")]
    pub library_section_id: Option<u64>,
    /// The title of that section.
    pub library_section_title: Option<Text>,
    /// The global id of that section.
    #[wire(name = "librarySectionUUID")]
    pub library_section_uuid: Option<Text>,
    /// What was found, best first.
    #[wire(name = "SearchResult")]
    pub results: Vec<LibrarySearchResult>,
}

/// One thing that a search found: an item, or a tag such as a person.
#[model]
pub struct LibrarySearchResult {
    /// How well it fits, higher is better.
    pub score: Option<f64>,
    /// The item, if it is one.
    #[wire(name = "Metadata")]
    pub metadata: Option<Box<Metadata>>,
    /// The tag, if it is one.
    #[wire(name = "Directory")]
    pub tag: Option<Box<FoundTag>>,
}
