//! Responses of the metadata provider: where to watch an item, what it suits, and how far the account is with it.

use crate::ids::RatingKey;
use crate::model::library::kind::MediaKind;
use crate::model::library::ratings::CommonSenseMedia;
use crate::text::Text;
use crate::time::Timestamp;
use plex_sdk_derive::model;

/// Where an item can be watched.
#[model]
pub struct Availabilities {
    /// The offers.
    #[wire(name = "Availability")]
    pub availabilities: Vec<Availability>,
}

/// An offer to watch an item on a streaming service.
#[model]
pub struct Availability {
    /// Identifier of the service, such as `netflix`.
    pub platform: Option<Text>,
    /// Display name of the service.
    pub title: Option<Text>,
    /// Type of the offer: `buy`, `rent`, `subscription` or `free`.
    pub offer_type: Option<Text>,
    /// Country code.
    pub country: Option<Text>,
    /// Price, in the country's currency.
    pub price: Option<f64>,
    /// Price as text, with the currency.
    pub price_description: Option<Text>,
    /// Best available quality, such as `4k`.
    pub quality: Option<Text>,
    /// URL to watch the item.
    pub url: Option<Text>,
    /// URL of the service.
    pub platform_url: Option<Text>,
    /// More information about the service.
    pub platform_info: Option<Text>,
    /// URL of the service's logo.
    pub platform_color_thumb: Option<Text>,
}

/// The reviews of an item by Common Sense Media.
#[model]
pub struct CommonSenseMediaPage {
    /// The reviews, usually one.
    #[wire(name = "CommonSenseMedia")]
    pub entries: Vec<CommonSenseMedia>,
}

/// The response with the account's state of an item.
#[model]
pub struct ItemUserState {
    /// The account's state of the item.
    #[wire(name = "UserState")]
    pub user_state: UserState,
}

/// The account's state of an item, synchronized across all servers.
#[model]
pub struct UserState {
    /// Rating key of the item.
    pub rating_key: Option<RatingKey>,
    /// Type of the item.
    #[wire(name = "type")]
    pub kind: Option<MediaKind>,
    /// Number of times the account played the item. 0 if never.
    pub view_count: u32,
    /// Number of episodes in the item that the account played. 0 if none.
    pub viewed_leaf_count: u32,
    /// Resume position, in milliseconds. 0 if the item is not partly played.
    #[wire(name = "viewOffset")]
    pub view_offset_ms: u64,
    /// `complete` if the account played the item to the end.
    pub view_state: Option<Text>,
    /// When the account last played the item.
    pub last_viewed_at: Option<Timestamp>,
    /// When the account added the item to its watchlist. Absent if the item is not on the watchlist.
    pub watchlisted_at: Option<Timestamp>,
}
