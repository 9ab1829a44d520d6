//! The programme guide: channels and their mappings, lineups, countries, languages, and where to watch what is on.

use crate::text::Text;
use plex_sdk_derive::model;

/// Which channels of a tuner are which ones of a guide.
#[model]
pub struct ChannelMappings {
    /// A pair each.
    #[wire(name = "ChannelMapping")]
    pub channel_mappings: Vec<ChannelMapping>,
}

/// Which channel of a tuner is which one of a guide.
#[model]
pub struct ChannelMapping {
    /// The channel at the tuner, such as `46.3`.
    pub device_identifier: Option<Text>,
    /// The channel's number in the guide.
    pub lineup_identifier: Option<Text>,
    /// The channel's key in the guide.
    pub channel_key: Option<Text>,
    /// Whether the channel is used.
    pub enabled: Option<bool>,
    /// Whether the tuner has it among its favourites.
    pub favorite: Option<bool>,
}

/// Lineups.
#[model]
pub struct Lineups {
    /// The global id of this group of lineups.
    pub uuid: Option<Text>,
    /// The lineups.
    #[wire(name = "Lineup")]
    pub lineups: Vec<Lineup>,
}

/// The channels of one source in one place, as a guide knows them.
#[model]
pub struct Lineup {
    /// Its global id, which other requests take.
    pub uuid: Option<Text>,
    /// Its key.
    pub key: Option<Text>,
    /// Its identifier.
    pub identifier: Option<Text>,
    /// The word `lineup`.
    #[wire(name = "type")]
    pub kind: Option<Text>,
    /// Its name.
    pub title: Option<Text>,
    /// Where it comes from: -1 not known, 0 antenna, 1 cable, 2 satellite, 3 the internet, 4 made up.
    pub lineup_type: Option<i32>,
    /// Where it is seen.
    pub location: Option<Text>,
    /// Its channels, where they were asked for.
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

/// A channel of a programme guide.
#[model]
pub struct Channel {
    /// Its id, from a guide that is in use.
    pub id: Option<Text>,
    /// Its identifier.
    pub identifier: Option<Text>,
    /// Its key.
    pub key: Option<Text>,
    /// The key under which its programmes are asked, from a guide that is in use.
    pub grid_key: Option<Text>,
    /// Its name.
    pub title: Option<Text>,
    /// Its short name.
    pub call_sign: Option<Text>,
    /// The number on the remote control.
    pub channel_vcn: Option<Text>,
    /// The same, from a guide that is in use.
    pub vcn: Option<Text>,
    /// Its language, three letters.
    pub language: Option<Text>,
    /// The address of its picture.
    pub thumb: Option<Text>,
    /// Whether it is in high definition.
    pub hd: Option<bool>,
    /// The same, from a guide that is in use.
    pub is_hd: Option<bool>,
    /// Whether it is protected, and may not play.
    pub drm: Option<bool>,
    /// Whether it is among the favourites.
    pub favorite: Option<bool>,
    /// How strong the signal is, in per cent.
    pub signal_strength: Option<u32>,
    /// How good the signal is, in per cent.
    pub signal_quality: Option<u32>,
}

/// Countries that guides are there for.
#[model]
pub struct EpgCountries {
    /// The countries.
    #[wire(name = "Country")]
    pub countries: Vec<EpgCountry>,
}

/// A country that guides are there for.
#[model]
pub struct EpgCountry {
    /// The path that goes on from here, below `/livetv/epg/countries/`.
    pub key: Option<Text>,
    /// The word `country`.
    #[wire(name = "type")]
    pub kind: Option<Text>,
    /// Its name.
    pub title: Option<Text>,
    /// Its code, three letters.
    pub code: Option<Text>,
    /// The language of its guide, three letters.
    pub language: Option<Text>,
    /// That language's name.
    pub language_title: Option<Text>,
    /// How a postal code looks there.
    pub example: Option<Text>,
    /// How one gets to lineups: 0 by region, 1 by postal code, 2 by the one postal code in `example`.
    pub flavor: Option<i32>,
}

/// Regions of a country.
#[model]
pub struct EpgRegions {
    /// The regions.
    #[wire(name = "Region")]
    pub regions: Vec<EpgRegion>,
}

/// A region of a country.
#[model]
pub struct EpgRegion {
    /// The path that goes on from here, below the country's regions: `132718/lineups`.
    pub key: Option<Text>,
    /// The word `region`.
    #[wire(name = "type")]
    pub kind: Option<Text>,
    /// Its name.
    pub title: Option<Text>,
    /// Whether it is the whole country.
    pub national: Option<bool>,
}

/// Ways to look at what is on now.
#[model]
pub struct WatchNow {
    /// The ways.
    #[wire(name = "Type")]
    pub types: Vec<WatchNowType>,
}

/// A way to look at what is on now, such as movies only.
#[model]
pub struct WatchNowType {
    /// The path that lists what is on, with its query.
    pub key: Option<Text>,
    /// Its name.
    pub title: Option<Text>,
    /// What it lists: `movie`, `episode` or `mixed`.
    #[wire(name = "type")]
    pub kind: Option<Text>,
    /// Whether it is the one that is chosen.
    pub active: Option<bool>,
}

/// Languages that guides are written in.
#[model]
pub struct EpgLanguages {
    /// The languages.
    #[wire(name = "Language")]
    pub languages: Vec<EpgLanguage>,
}

/// A language that guides are written in.
#[model]
pub struct EpgLanguage {
    /// Its code, three letters.
    pub code: Option<Text>,
    /// Its name.
    pub title: Option<Text>,
}
