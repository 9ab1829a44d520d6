//! Grabbers and tuners of live TV ([`MediaGrabber`], [`Tuner`]) and the channels that a tuner finds.

use crate::ids::TunerId;
use crate::model::epg::ChannelMapping;
use crate::model::preferences::Setting;
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
