//! Who plays what: user, player and session of an item in a list of sessions, and jobs in the background.

use crate::text::Text;
use plex_sdk_derive::model;

open_enum! {
    /// What a player is doing.
    PlaybackState {
        /// It plays.
        Playing = "playing",
        /// It is paused.
        Paused = "paused",
        /// It waits for data.
        Buffering = "buffering",
        /// It stopped.
        Stopped = "stopped",
    }
}

/// The user of a session.
#[model]
pub struct SessionUser {
    /// The user's number on the server; `1` is the owner.
    pub id: Option<Text>,
    /// The name to show.
    pub title: Option<Text>,
    /// The address of the picture.
    pub thumb: Option<Text>,
}

/// The player of a session.
#[model]
pub struct SessionPlayer {
    /// The identifier of the app's installation.
    pub machine_identifier: Option<Text>,
    /// The player's name.
    pub title: Option<Text>,
    /// What it is doing.
    pub state: Option<PlaybackState>,
    /// The app, such as `Plex Web`.
    pub product: Option<Text>,
    /// The app's version.
    pub version: Option<Text>,
    /// The system it runs on, such as `Chrome` or `Android`.
    pub platform: Option<Text>,
    /// That system's version.
    pub platform_version: Option<Text>,
    /// The device.
    pub device: Option<Text>,
    /// What the device is: `phone`, `tablet`, `stb`, `tv`, `pc` or `speaker`.
    pub device_class: Option<Text>,
    /// The device's model.
    pub model: Option<Text>,
    /// The device's maker.
    pub vendor: Option<Text>,
    /// The name of the profile that says what it can play.
    pub profile: Option<Text>,
    /// The protocol it can be controlled with, mostly `plex`.
    pub protocol: Option<Text>,
    /// That protocol's version.
    pub protocol_version: Option<Text>,
    /// Comma list of what can be controlled, such as `timeline,playback`.
    pub protocol_capabilities: Option<Text>,
    /// Its address as the server sees it.
    pub address: Option<Text>,
    /// Its address on the internet.
    pub remote_public_address: Option<Text>,
    /// Whether it is in the server's own network.
    pub local: Option<bool>,
    /// Whether it is reached through a relay.
    pub relayed: Option<bool>,
    /// Whether its connection is encrypted.
    pub secure: Option<bool>,
    /// The number of its user.
    #[wire(name = "userID")]
    pub user_id: Option<u64>,
}

/// What a session uses of the network.
#[model]
pub struct SessionDetails {
    /// The session's id, by which it can be ended.
    pub id: Option<Text>,
    /// The rate set aside for it, in kbit/s.
    pub bandwidth: Option<u32>,
    /// Where it plays: `lan`, `wan` or `cellular`.
    pub location: Option<Text>,
}

/// The answer that lists jobs in the background.
#[model]
pub struct BackgroundTasks {
    /// The jobs.
    #[wire(name = "TranscodeJob")]
    pub jobs: Vec<TranscodeJob>,
}

/// A job that makes an optimized version.
#[model]
pub struct TranscodeJob {
    /// The item's path.
    pub key: Option<Text>,
    /// The item's key.
    pub rating_key: Option<Text>,
    /// The item's title.
    pub title: Option<Text>,
    /// The poster's path.
    pub thumb: Option<Text>,
    /// What the job is: `transcode`.
    #[wire(name = "type")]
    pub kind: Option<Text>,
    /// The order it belongs to.
    #[wire(name = "generatorID")]
    pub generator_id: Option<u64>,
    /// The number of the quality as a tag.
    #[wire(name = "targetTagID")]
    pub target_tag_id: Option<u64>,
    /// How far it is, 0 to 100.
    pub progress: Option<f64>,
    /// The time left, in seconds.
    pub remaining: Option<i64>,
    /// The size so far, in bytes.
    pub size: Option<i64>,
    /// How many times faster than it plays.
    pub speed: Option<f64>,
}
