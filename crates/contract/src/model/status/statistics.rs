//! How much was played, by whom and where ([`MediaStatistics`]).

use crate::text::Text;
use crate::time::Timestamp;
use plex_sdk_derive::model;

/// The playback statistics of a server.
#[model]
pub struct MediaStatistics {
    /// Accounts referenced by the statistics.
    #[wire(name = "Account")]
    pub accounts: Vec<StatisticsAccount>,
    /// Devices referenced by the statistics.
    #[wire(name = "Device")]
    pub devices: Vec<StatisticsDevice>,
    /// The statistics, one entry for each account, device, item type and time span.
    #[wire(name = "StatisticsMedia")]
    pub media: Vec<StatisticsMedia>,
}

/// The playback of one item type by one account on one device in one time span.
#[model]
pub struct StatisticsMedia {
    /// Account ID on the server. 1 is the owner.
    #[wire(name = "accountID")]
    pub account_id: Option<u64>,
    /// Device ID on the server.
    #[wire(name = "deviceID")]
    pub device_id: Option<u64>,
    /// Unit of the time span: 1 months, 2 weeks, 3 days, 4 hours, 6 seconds.
    pub timespan: Option<u32>,
    /// Start of the time span.
    pub at: Option<Timestamp>,
    /// Metadata type number of the items, such as 1 for movies, 4 for episodes or 10 for tracks.
    pub metadata_type: Option<u32>,
    /// Number of plays.
    pub count: Option<u32>,
    /// Total playback time, in seconds.
    #[wire(name = "duration")]
    pub duration_seconds: Option<u64>,
}

/// An account referenced by playback statistics.
#[model]
pub struct StatisticsAccount {
    /// Account ID on the server. 1 is the owner.
    pub id: Option<u64>,
    /// API path of the account.
    pub key: Option<Text>,
    /// Name of the account.
    pub name: Option<Text>,
    /// URL of the avatar. Can be empty.
    pub thumb: Option<Text>,
    /// Whether the server selects audio streams by the preferred language.
    pub auto_select_audio: Option<bool>,
    /// Preferred audio language, such as `en`.
    pub default_audio_language: Option<Text>,
    /// Preferred subtitle language, such as `en`.
    pub default_subtitle_language: Option<Text>,
    /// When to show subtitles: 0 if selected manually, 1 with foreign audio, 2 always.
    pub subtitle_mode: Option<u32>,
}

/// A device referenced by playback statistics.
#[model]
pub struct StatisticsDevice {
    /// Device ID on the server.
    pub id: Option<u64>,
    /// Name of the device.
    pub name: Option<Text>,
    /// Operating system or platform, such as `Android`.
    pub platform: Option<Text>,
    /// Client identifier of the app.
    pub client_identifier: Option<Text>,
    /// When the server first saw the device.
    pub created_at: Option<Timestamp>,
}
