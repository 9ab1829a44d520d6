//! Results of searches: [`SearchPage`] and [`LibrarySearchResults`].

use crate::model::library::directory::Directory;
use crate::model::library::metadata::Metadata;
use crate::model::library::tags::FoundTag;
use crate::text::Text;
use plex_sdk_derive::model;

/// The results of a search that are not grouped into hubs.
#[model]
pub struct SearchPage {
    /// Path prefix of media tag images, such as codec and studio logos.
    pub media_tag_prefix: Option<Text>,
    /// Version of the media tag images: Unix time, in seconds.
    pub media_tag_version: Option<u64>,
    /// The items found.
    #[wire(name = "Metadata")]
    pub metadata: Vec<Metadata>,
    /// Results that are not items.
    #[wire(name = "Directory")]
    pub directories: Vec<Directory>,
    /// Other providers that can be searched.
    #[wire(name = "Provider")]
    pub providers: Vec<SearchProvider>,
}

/// A provider that can be searched.
#[model]
pub struct SearchProvider {
    /// API path of the search.
    pub key: Option<Text>,
    /// Display name.
    pub title: Option<Text>,
    /// Type of the results, such as `mixed`.
    #[wire(name = "type")]
    pub kind: Option<Text>,
}

/// The results of a search across all library sections.
#[model]
pub struct LibrarySearchResults {
    /// Path prefix of media tag images, such as codec and studio logos.
    pub media_tag_prefix: Option<Text>,
    /// Version of the media tag images: Unix time, in seconds.
    pub media_tag_version: Option<u64>,
    /// ID of the library section. Absent if the results come from several sections.
    #[wire(name = "librarySectionID")]
    pub library_section_id: Option<u64>,
    /// Title of the library section.
    pub library_section_title: Option<Text>,
    /// UUID of the library section.
    #[wire(name = "librarySectionUUID")]
    pub library_section_uuid: Option<Text>,
    /// The results, best match first.
    #[wire(name = "SearchResult")]
    pub results: Vec<LibrarySearchResult>,
}

/// A search result: an item, or a tag such as a person.
#[model]
pub struct LibrarySearchResult {
    /// How well the result matches the search. The higher, the better.
    pub score: Option<f64>,
    /// The item, if the result is an item.
    #[wire(name = "Metadata")]
    pub metadata: Option<Box<Metadata>>,
    /// The tag, if the result is a tag.
    #[wire(name = "Directory")]
    pub tag: Option<Box<FoundTag>>,
}
