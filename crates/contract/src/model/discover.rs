//! Lists and search results of the Discover provider.

use crate::model::library::directory::Directory;
use crate::model::library::filters::SectionMeta;
use crate::model::library::metadata::{Hub, Metadata};
use crate::text::Text;
use plex_sdk_derive::model;

/// A list of a provider: items with 24 hexadecimal digits for a rating key, or rows of them.
#[model]
pub struct ProviderPage {
    /// The word of the list, such as `watchlist`.
    #[wire(name = "librarySectionID")]
    pub library_section_id: Option<Text>,
    /// The title of the list.
    pub library_section_title: Option<Text>,
    /// The items.
    #[wire(name = "Metadata")]
    pub metadata: Vec<Metadata>,
    /// Entries that lead to other lists.
    #[wire(name = "Directory")]
    pub directories: Vec<Directory>,
    /// Rows of items, where the answer is made of rows.
    #[wire(name = "Hub")]
    pub hubs: Vec<Hub>,
    /// Filters and orders, where the provider tells them.
    #[wire(name = "Meta")]
    pub meta: Option<Box<SectionMeta>>,
}

/// What a search found, source by source.
#[model]
pub struct DiscoverResults {
    /// Words to search for instead.
    pub suggested_terms: Vec<Text>,
    /// What each source found.
    #[wire(name = "SearchResults")]
    pub groups: Vec<DiscoverGroup>,
}

/// What one source found.
#[model]
pub struct DiscoverGroup {
    /// The source's word: `external` for what Plex knows, `plex` for what it shows itself.
    pub id: Text,
    /// The source's name.
    pub title: Option<Text>,
    /// How many results it has.
    pub size: Option<u32>,
    /// The results, the best first.
    #[wire(name = "SearchResult")]
    pub results: Vec<DiscoverResult>,
}

/// One thing a search found: an item, or an entry that leads to a list.
#[model]
pub struct DiscoverResult {
    /// How well it fits, 0 to 1.
    pub score: Option<f64>,
    /// The item.
    #[wire(name = "Metadata")]
    pub metadata: Option<Box<Metadata>>,
    /// The entry, such as a person.
    #[wire(name = "Directory")]
    pub directory: Option<Directory>,
}
