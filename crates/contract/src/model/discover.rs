//! Lists and search results of the Discover provider.

use crate::model::library::directory::Directory;
use crate::model::library::filters::SectionMeta;
use crate::model::library::metadata::{Hub, Metadata};
use crate::text::Text;
use plex_sdk_derive::model;

/// A page of a cloud provider: items, whose rating keys have 24 hexadecimal digits, or hubs.
#[model]
pub struct ProviderPage {
    /// Identifier of the list, such as `watchlist`.
    #[wire(name = "librarySectionID")]
    pub library_section_id: Option<Text>,
    /// Title of the list.
    pub library_section_title: Option<Text>,
    /// The items.
    #[wire(name = "Metadata")]
    pub metadata: Vec<Metadata>,
    /// Menu entries that lead to other lists.
    #[wire(name = "Directory")]
    pub directories: Vec<Directory>,
    /// The hubs, if the response is a list of hubs.
    #[wire(name = "Hub")]
    pub hubs: Vec<Hub>,
    /// Filters and sorts of the list, if the provider sends them.
    #[wire(name = "Meta")]
    pub meta: Option<Box<SectionMeta>>,
}

/// The results of a Discover search, grouped by source.
#[model]
pub struct DiscoverResults {
    /// Suggested search terms.
    pub suggested_terms: Vec<Text>,
    /// Results by source.
    #[wire(name = "SearchResults")]
    pub groups: Vec<DiscoverGroup>,
}

/// The results from one source.
#[model]
pub struct DiscoverGroup {
    /// Identifier of the source: `external` for titles known to Plex, `plex` for titles available on Plex.
    pub id: Text,
    /// Display name of the source.
    pub title: Option<Text>,
    /// Number of results.
    pub size: Option<u32>,
    /// The results, best match first.
    #[wire(name = "SearchResult")]
    pub results: Vec<DiscoverResult>,
}

/// A Discover search result: an item, or an entry that leads to a list.
#[model]
pub struct DiscoverResult {
    /// How well the result matches the search, 0 to 1.
    pub score: Option<f64>,
    /// The item, if the result is an item.
    #[wire(name = "Metadata")]
    pub metadata: Option<Box<Metadata>>,
    /// The entry, such as a person, if the result is not an item.
    #[wire(name = "Directory")]
    pub directory: Option<Directory>,
}
