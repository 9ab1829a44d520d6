//! Grabbers and tuners of live TV ([`MediaGrabber`], [`Tuner`]) and the channels that a tuner finds.

use crate::ids::TunerId;
use crate::model::epg::ChannelMapping;
use crate::model::preferences::Setting;
use crate::text::Text;
use crate::time::Timestamp;
use plex_sdk_derive::model;

/// The media grabbers of a server.
#[model]
pub struct MediaGrabbers {
    /// The media grabbers.
    #[wire(name = "MediaGrabber")]
    pub grabbers: Vec<MediaGrabber>,
}

/// A media grabber: the part of a server that fetches live TV and other media.
#[model]
pub struct MediaGrabber {
    /// Display name.
    pub title: Option<Text>,
    /// Identifier of the grabber, such as `tv.plex.grabbers.hdhomerun`.
    pub identifier: Option<Text>,
    /// Protocol of the grabber: `livetv`, `stream` or `download`.
    pub protocol: Option<Text>,
}

/// A list of tuners.
#[model]
pub struct Tuners {
    /// Status code. 0 or absent for no error.
    pub status: Option<i32>,
    /// Error message.
    pub message: Option<Text>,
    /// The tuners.
    #[wire(name = "Device")]
    pub tuners: Vec<Tuner>,
}

/// A tuner: a device that receives TV channels.
#[model]
pub struct Tuner {
    /// ID of the tuner on the server.
    pub id: Option<TunerId>,
    /// ID of the tuner on the server, used in API paths. If it is not a number, use [`id`](Self::id) instead.
    pub key: Option<Text>,
    /// Global ID of the tuner, such as `device://tv.plex.grabbers.hdhomerun/1053C0CA`.
    pub uuid: Option<Text>,
    /// URI of the tuner.
    pub uri: Option<Text>,
    /// Identifier assigned by the manufacturer.
    pub device_identifier: Option<Text>,
    /// Protocol of the tuner, such as `livetv`.
    pub protocol: Option<Text>,
    /// Name of the tuner.
    pub name: Option<Text>,
    /// Display name.
    pub title: Option<Text>,
    /// Manufacturer.
    pub make: Option<Text>,
    /// Model name.
    pub model: Option<Text>,
    /// Model number.
    pub model_number: Option<Text>,
    /// Comma-separated sources that the tuner can receive from, such as `Antenna,Cable`.
    pub sources: Option<Text>,
    /// Whether the tuner is in use, such as `enabled`.
    pub state: Option<Text>,
    /// Whether the tuner responds, such as `alive`.
    pub status: Option<Text>,
    /// Whether the tuner is in use. Only on some servers.
    pub enabled: Option<bool>,
    /// Number of channels that the tuner can receive at the same time.
    pub tuners: Option<u32>,
    /// When the server last reached the tuner.
    pub last_seen_at: Option<Timestamp>,
    /// Lineup of the tuner's channels.
    pub lineup: Option<Text>,
    /// Type of the lineup.
    pub lineup_type: Option<Text>,
    /// Path of the thumbnail.
    pub thumb: Option<Text>,
    /// Version of the thumbnail.
    pub thumb_version: Option<u32>,
    /// Mapping of the tuner's channels to the channels of the program guide.
    #[wire(name = "ChannelMapping")]
    pub channel_mappings: Vec<ChannelMapping>,
    /// Settings of the tuner.
    #[wire(name = "Setting")]
    pub settings: Vec<Setting>,
}

/// The result of a change.
#[model]
pub struct ChangeStatus {
    /// Status code. 0 or absent for no error.
    pub status: Option<i32>,
    /// Error message.
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
    /// Key of the channel.
    pub key: Option<Text>,
    /// Channel on the tuner, such as `46.3`.
    pub identifier: Option<Text>,
    /// Name of the channel.
    pub name: Option<Text>,
    /// Whether the channel is DRM-protected and might not be playable.
    pub drm: Option<bool>,
    /// Whether the channel is in high definition.
    pub hd: Option<bool>,
    /// Whether the channel is one of the tuner's favorites.
    pub favorite: Option<bool>,
    /// Signal strength, in percent.
    pub signal_strength: Option<u32>,
    /// Signal quality, in percent.
    pub signal_quality: Option<u32>,
}
