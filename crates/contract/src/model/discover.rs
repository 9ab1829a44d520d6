//! What the providers beside plex.tv answer: lists of items, search results, where to watch, what was watched.

use crate::ids::RatingKey;
use crate::model::metadata::{MediaKind, Metadata};
use crate::model::section::{Hub, SectionMeta};
use crate::model::tag::{CommonSenseMedia, Directory};
use crate::text::Text;
use crate::time::Timestamp;
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

/// Where an item can be watched.
#[model]
pub struct Availabilities {
    /// The offers.
    #[wire(name = "Availability")]
    pub availabilities: Vec<Availability>,
}

/// An offer to watch an item at some service.
#[model]
pub struct Availability {
    /// The service's word, such as `netflix`.
    pub platform: Option<Text>,
    /// The service's name.
    pub title: Option<Text>,
    /// The kind of offer: `buy`, `rent`, `subscription` or `free`.
    pub offer_type: Option<Text>,
    /// The country's code.
    pub country: Option<Text>,
    /// The price, in the country's currency.
    pub price: Option<f64>,
    /// The price to show, with its currency.
    pub price_description: Option<Text>,
    /// The best picture it has, such as `4k`.
    pub quality: Option<Text>,
    /// Where to watch it.
    pub url: Option<Text>,
    /// Where the service is.
    pub platform_url: Option<Text>,
    /// What else is to be known of the service.
    pub platform_info: Option<Text>,
    /// The address of the service's logo.
    pub platform_color_thumb: Option<Text>,
}

/// What Common Sense Media says of an item.
#[model]
pub struct CommonSenseMediaPage {
    /// The entries, mostly one.
    #[wire(name = "CommonSenseMedia")]
    pub entries: Vec<CommonSenseMedia>,
}

/// What the account did with an item.
#[model]
pub struct ItemUserState {
    /// The state.
    #[wire(name = "UserState")]
    pub user_state: UserState,
}

/// How far the account is with an item, on all servers together.
#[model]
pub struct UserState {
    /// The item.
    pub rating_key: Option<RatingKey>,
    /// What the item is.
    #[wire(name = "type")]
    pub kind: Option<MediaKind>,
    /// How often it was played.
    pub view_count: u32,
    /// How many of its episodes were played.
    pub viewed_leaf_count: u32,
    /// Where it was left, in milliseconds from the start.
    #[wire(name = "viewOffset")]
    pub view_offset_ms: u64,
    /// `complete` where it was played to the end.
    pub view_state: Option<Text>,
    /// When it was last played.
    pub last_viewed_at: Option<Timestamp>,
    /// When it was put on the watchlist; absent where it is not there.
    pub watchlisted_at: Option<Timestamp>,
}
