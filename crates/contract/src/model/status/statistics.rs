//! How much was played, by whom and where ([`MediaStatistics`]).

use crate::text::Text;
use crate::time::Timestamp;
use plex_sdk_derive::model;

/// The answer that sums up what was played.
#[model]
pub struct MediaStatistics {
    /// The accounts that the sums name.
    #[wire(name = "Account")]
    pub accounts: Vec<StatisticsAccount>,
    /// The devices that the sums name.
    #[wire(name = "Device")]
    pub devices: Vec<StatisticsDevice>,
    /// The sums.
    #[wire(name = "StatisticsMedia")]
    pub media: Vec<StatisticsMedia>,
}

/// What one account played of one kind on one device in one stretch of time.
#[model]
pub struct StatisticsMedia {
    /// Who played.
    #[wire(name = "accountID")]
    pub account_id: Option<u64>,
    /// Where.
    #[wire(name = "deviceID")]
    pub device_id: Option<u64>,
    /// The length of the stretch: 1 months, 2 weeks, 3 days, 4 hours, 6 seconds.
    pub timespan: Option<u32>,
    /// When the stretch starts.
    pub at: Option<Timestamp>,
    /// The number of the kind of item, such as 1 movie, 4 episode, 10 track.
    pub metadata_type: Option<u32>,
    /// How many plays.
    pub count: Option<u32>,
    /// How long they took together, in seconds.
    #[wire(name = "duration")]
    pub duration_seconds: Option<u64>,
}

/// An account in sums of what was played.
#[model]
pub struct StatisticsAccount {
    /// Its number on the server; 1 is the owner's.
    pub id: Option<u64>,
    /// Its path.
    pub key: Option<Text>,
    /// Its name.
    pub name: Option<Text>,
    /// The address of its picture.
    pub thumb: Option<Text>,
    /// Whether sound is picked by language.
    pub auto_select_audio: Option<bool>,
    /// The preferred language of sound.
    pub default_audio_language: Option<Text>,
    /// The preferred language of subtitles.
    pub default_subtitle_language: Option<Text>,
    /// When subtitles show: 0 by hand, 1 with foreign sound, 2 always.
    pub subtitle_mode: Option<u32>,
}

/// A device in sums of what was played.
#[model]
pub struct StatisticsDevice {
    /// Its number on the server.
    pub id: Option<u64>,
    /// Its name.
    pub name: Option<Text>,
    /// The system it runs on.
    pub platform: Option<Text>,
    /// The identifier of the app's installation.
    pub client_identifier: Option<Text>,
    /// When the server first saw it.
    pub created_at: Option<Timestamp>,
}
