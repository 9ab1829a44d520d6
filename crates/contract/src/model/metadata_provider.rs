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
