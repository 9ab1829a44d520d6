//! Live TV: grabbers and tuners, recorders, and what their channels are in a programme guide.

use crate::ids::{DvrId, TunerId};
use crate::model::server::Setting;
use crate::text::Text;
use crate::time::Timestamp;
use plex_sdk_derive::model;

/// Grabbers: the parts of a server that fetch live media.
#[model]
pub struct MediaGrabbers {
    /// The grabbers.
    #[wire(name = "MediaGrabber")]
    pub grabbers: Vec<MediaGrabber>,
}

/// A part of a server that fetches live media.
#[model]
pub struct MediaGrabber {
    /// Its name.
    pub title: Option<Text>,
    /// Its identifier, such as `tv.plex.grabbers.hdhomerun`.
    pub identifier: Option<Text>,
    /// What it fetches: `livetv`, `stream` or `download`.
    pub protocol: Option<Text>,
}

/// Tuners.
#[model]
pub struct Tuners {
    /// The number of a fault; 0 for none.
    pub status: Option<i32>,
    /// The fault in words.
    pub message: Option<Text>,
    /// The tuners.
    #[wire(name = "Device")]
    pub tuners: Vec<Tuner>,
}

/// A device that receives television.
#[model]
pub struct Tuner {
    /// Its number on this server.
    pub id: Option<TunerId>,
    /// Its number on this server, which paths are made of; where it is none, [`id`](Self::id) is.
    pub key: Option<Text>,
    /// Its global id, such as `device://tv.plex.grabbers.hdhomerun/1053C0CA`.
    pub uuid: Option<Text>,
    /// Its address.
    pub uri: Option<Text>,
    /// The identifier that its maker gave it.
    pub device_identifier: Option<Text>,
    /// How it is spoken to, such as `livetv`.
    pub protocol: Option<Text>,
    /// Its name.
    pub name: Option<Text>,
    /// Its name to show.
    pub title: Option<Text>,
    /// Its maker.
    pub make: Option<Text>,
    /// Its model.
    pub model: Option<Text>,
    /// Its model's number.
    pub model_number: Option<Text>,
    /// Comma list of where it can receive from, such as `Antenna,Cable`.
    pub sources: Option<Text>,
    /// Whether it is used, such as `enabled`.
    pub state: Option<Text>,
    /// Whether it is there, such as `alive`.
    pub status: Option<Text>,
    /// Whether it is used, on some servers.
    pub enabled: Option<bool>,
    /// How many channels it receives at a time.
    pub tuners: Option<u32>,
    /// When it last answered.
    pub last_seen_at: Option<Timestamp>,
    /// The lineup that its channels belong to.
    pub lineup: Option<Text>,
    /// What kind of lineup that is.
    pub lineup_type: Option<Text>,
    /// The path of its picture.
    pub thumb: Option<Text>,
    /// The version of its picture.
    pub thumb_version: Option<u32>,
    /// Which of its channels is which one of the guide.
    #[wire(name = "ChannelMapping")]
    pub channel_mappings: Vec<ChannelMapping>,
    /// Its settings.
    #[wire(name = "Setting")]
    pub settings: Vec<Setting>,
}

/// What became of a change.
#[model]
pub struct ChangeStatus {
    /// The number of a fault; 0 for none.
    pub status: Option<i32>,
    /// The fault in words.
    pub message: Option<Text>,
}

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

/// The channels that a tuner receives.
#[model]
pub struct DeviceChannels {
    /// The channels.
    #[wire(name = "DeviceChannel")]
    pub channels: Vec<DeviceChannel>,
}

/// A channel that a tuner receives.
#[model]
pub struct DeviceChannel {
    /// Its key.
    pub key: Option<Text>,
    /// The channel at the tuner, such as `46.3`.
    pub identifier: Option<Text>,
    /// Its name.
    pub name: Option<Text>,
    /// Whether it is protected, and may not play.
    pub drm: Option<bool>,
    /// Whether it is in high definition.
    pub hd: Option<bool>,
    /// Whether it is among the tuner's favourites.
    pub favorite: Option<bool>,
    /// How strong the signal is, in per cent.
    pub signal_strength: Option<u32>,
    /// How good the signal is, in per cent.
    pub signal_quality: Option<u32>,
}

/// Recorders of live TV.
#[model]
pub struct Dvrs {
    /// The number of a fault; 0 for none.
    pub status: Option<i32>,
    /// The fault in words.
    pub message: Option<Text>,
    /// The recorders.
    #[wire(name = "Dvr")]
    pub dvrs: Vec<Dvr>,
}

/// A recorder of live TV: tuners with a programme guide.
#[model]
pub struct Dvr {
    /// Its number.
    pub key: Option<DvrId>,
    /// Its global id.
    pub uuid: Option<Text>,
    /// The language of its guide, three letters.
    pub language: Option<Text>,
    /// The lineup of its channels, as `lineup://tv.plex.providers.epg.cloud/…`.
    pub lineup: Option<Text>,
    /// The lineup's name.
    pub lineup_title: Option<Text>,
    /// The identifier of its guide's provider.
    pub epg_identifier: Option<Text>,
    /// The country of its guide, three letters.
    pub country: Option<Text>,
    /// The name of its guide.
    pub title: Option<Text>,
    /// When its guide was last loaded.
    pub refreshed_at: Option<Timestamp>,
    /// Its tuners.
    #[wire(name = "Device")]
    pub tuners: Vec<Tuner>,
    /// Its lineups, where it has several.
    #[wire(name = "Lineup")]
    pub lineups: Vec<Lineup>,
    /// Its settings.
    #[wire(name = "Setting")]
    pub settings: Vec<Setting>,
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
