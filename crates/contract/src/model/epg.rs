//! The programme guide: channels and their mappings, lineups, countries, languages, and where to watch what is on.

use crate::text::Text;
use plex_sdk_derive::model;

/// The mapping of a tuner's channels to the channels of a program guide.
#[model]
pub struct ChannelMappings {
    /// The mappings, one per channel.
    #[wire(name = "ChannelMapping")]
    pub channel_mappings: Vec<ChannelMapping>,
}

/// The mapping of one tuner channel to a channel of a program guide.
#[model]
pub struct ChannelMapping {
    /// Channel on the tuner, such as `46.3`.
    pub device_identifier: Option<Text>,
    /// Identifier of the channel in the lineup.
    pub lineup_identifier: Option<Text>,
    /// Key of the channel in the program guide.
    pub channel_key: Option<Text>,
    /// Whether the channel is enabled.
    pub enabled: Option<bool>,
    /// Whether the channel is one of the tuner's favorites.
    pub favorite: Option<bool>,
}

/// A set of lineups.
#[model]
pub struct Lineups {
    /// UUID of the set of lineups.
    pub uuid: Option<Text>,
    /// The lineups.
    #[wire(name = "Lineup")]
    pub lineups: Vec<Lineup>,
}

/// A lineup: the channels of one source in one area, as a program guide lists them.
#[model]
pub struct Lineup {
    /// UUID of the lineup, used in other requests.
    pub uuid: Option<Text>,
    /// Key of the lineup.
    pub key: Option<Text>,
    /// Identifier of the lineup.
    pub identifier: Option<Text>,
    /// Type of the object: always `lineup`.
    #[wire(name = "type")]
    pub kind: Option<Text>,
    /// Display name.
    pub title: Option<Text>,
    /// Type of the lineup: -1 not applicable, 0 over the air, 1 cable, 2 satellite, 3 IPTV, 4 virtual.
    pub lineup_type: Option<i32>,
    /// Area of the lineup.
    pub location: Option<Text>,
    /// Channels of the lineup. Only if the request asked for them.
    #[wire(name = "Channel")]
    pub channels: Vec<Channel>,
}

/// The channels of a lineup.
#[model]
pub struct Channels {
    /// The channels.
    #[wire(name = "Channel")]
    pub channels: Vec<Channel>,
}

/// A channel of a program guide.
#[model]
pub struct Channel {
    /// ID of the channel. Only from a program guide that is in use.
    pub id: Option<Text>,
    /// Identifier of the channel.
    pub identifier: Option<Text>,
    /// Key of the channel.
    pub key: Option<Text>,
    /// Key to request the channel's programs with. Only from a program guide that is in use.
    pub grid_key: Option<Text>,
    /// Display name.
    pub title: Option<Text>,
    /// Call sign, the short name of the channel.
    pub call_sign: Option<Text>,
    /// Virtual channel number, as on a remote control.
    pub channel_vcn: Option<Text>,
    /// Virtual channel number, from a program guide that is in use.
    pub vcn: Option<Text>,
    /// Three-letter language code.
    pub language: Option<Text>,
    /// URL of the logo.
    pub thumb: Option<Text>,
    /// Whether the channel is in high definition.
    pub hd: Option<bool>,
    /// Whether the channel is in high definition, from a program guide that is in use.
    pub is_hd: Option<bool>,
    /// Whether the channel is DRM-protected and might not be playable.
    pub drm: Option<bool>,
    /// Whether the channel is a favorite.
    pub favorite: Option<bool>,
    /// Signal strength, in percent.
    pub signal_strength: Option<u32>,
    /// Signal quality, in percent.
    pub signal_quality: Option<u32>,
}

/// The countries that have program guides.
#[model]
pub struct EpgCountries {
    /// The countries.
    #[wire(name = "Country")]
    pub countries: Vec<EpgCountry>,
}

/// A country that has program guides.
#[model]
pub struct EpgCountry {
    /// Path of the next step, relative to `/livetv/epg/countries/`.
    pub key: Option<Text>,
    /// Type of the object: always `country`.
    #[wire(name = "type")]
    pub kind: Option<Text>,
    /// Name of the country.
    pub title: Option<Text>,
    /// Three-letter country code.
    pub code: Option<Text>,
    /// Three-letter language code of the program guide.
    pub language: Option<Text>,
    /// Name of the language.
    pub language_title: Option<Text>,
    /// Example of a postal code.
    pub example: Option<Text>,
    /// How to find lineups: 0 by region, 1 by postal code, 2 by the single postal code in `example`.
    pub flavor: Option<i32>,
}

/// The regions of a country.
#[model]
pub struct EpgRegions {
    /// The regions.
    #[wire(name = "Region")]
    pub regions: Vec<EpgRegion>,
}

/// A region of a country.
#[model]
pub struct EpgRegion {
    /// Path of the next step, relative to the country's regions, such as `132718/lineups`.
    pub key: Option<Text>,
    /// Type of the object: always `region`.
    #[wire(name = "type")]
    pub kind: Option<Text>,
    /// Name of the region.
    pub title: Option<Text>,
    /// Whether the region is the whole country.
    pub national: Option<bool>,
}

/// The ways to browse what is on now.
#[model]
pub struct WatchNow {
    /// The ways.
    #[wire(name = "Type")]
    pub types: Vec<WatchNowType>,
}

/// A way to browse what is on now, such as movies only.
#[model]
pub struct WatchNowType {
    /// API path of the list, including its query.
    pub key: Option<Text>,
    /// Display name.
    pub title: Option<Text>,
    /// Type of the items: `movie`, `episode` or `mixed`.
    #[wire(name = "type")]
    pub kind: Option<Text>,
    /// Whether this way is selected.
    pub active: Option<bool>,
}

/// The languages of program guides.
#[model]
pub struct EpgLanguages {
    /// The languages.
    #[wire(name = "Language")]
    pub languages: Vec<EpgLanguage>,
}

/// A language of program guides.
#[model]
pub struct EpgLanguage {
    /// Three-letter language code.
    pub code: Option<Text>,
    /// Name of the language.
    pub title: Option<Text>,
}
