//! Who plays what: user, player and session of an item in a list of sessions, and jobs in the background.

use crate::text::Text;
use plex_sdk_derive::model;

open_enum! {
    /// The playback state of a player.
    PlaybackState {
        /// The player is playing.
        Playing = "playing",
        /// The player is paused.
        Paused = "paused",
        /// The player is waiting for data.
        Buffering = "buffering",
        /// The player is stopped.
        Stopped = "stopped",
    }
}

/// The user of a playback session.
#[model]
pub struct SessionUser {
    /// Account ID on the server. `1` is the owner.
    pub id: Option<Text>,
    /// Display name.
    pub title: Option<Text>,
    /// URL of the avatar.
    pub thumb: Option<Text>,
}

/// The player of a playback session.
#[model]
pub struct SessionPlayer {
    /// Client identifier of the app.
    pub machine_identifier: Option<Text>,
    /// Name of the player.
    pub title: Option<Text>,
    /// Playback state.
    pub state: Option<PlaybackState>,
    /// App, such as `Plex Web`.
    pub product: Option<Text>,
    /// Version of the app.
    pub version: Option<Text>,
    /// Operating system or platform, such as `Chrome` or `Android`.
    pub platform: Option<Text>,
    /// Version of the platform.
    pub platform_version: Option<Text>,
    /// Device that the player runs on.
    pub device: Option<Text>,
    /// Class of the device: `phone`, `tablet`, `stb`, `tv`, `pc` or `speaker`.
    pub device_class: Option<Text>,
    /// Model of the device.
    pub model: Option<Text>,
    /// Manufacturer of the device.
    pub vendor: Option<Text>,
    /// Name of the client profile, which describes what the player can play.
    pub profile: Option<Text>,
    /// Protocol to control the player with, usually `plex`.
    pub protocol: Option<Text>,
    /// Version of the protocol.
    pub protocol_version: Option<Text>,
    /// Comma-separated capabilities of the player, such as `timeline,playback`.
    pub protocol_capabilities: Option<Text>,
    /// IP address of the player as the server sees it.
    pub address: Option<Text>,
    /// Public IP address of the player.
    pub remote_public_address: Option<Text>,
    /// Whether the player is in the server's own network.
    pub local: Option<bool>,
    /// Whether the connection goes through a relay.
    pub relayed: Option<bool>,
    /// Whether the connection is encrypted.
    pub secure: Option<bool>,
    /// Account ID of the user on the server. 1 is the owner.
    #[wire(name = "userID")]
    pub user_id: Option<u64>,
}

/// The network details of a playback session.
#[model]
pub struct SessionDetails {
    /// ID of the session, used to terminate it.
    pub id: Option<Text>,
    /// Bandwidth of the session, in kbit/s.
    pub bandwidth: Option<u32>,
    /// Location of the player: `lan`, `wan` or `cellular`.
    pub location: Option<Text>,
}

/// The background jobs of a server.
#[model]
pub struct BackgroundTasks {
    /// The jobs.
    #[wire(name = "TranscodeJob")]
    pub jobs: Vec<TranscodeJob>,
}

/// A background job that creates an optimized version.
#[model]
pub struct TranscodeJob {
    /// API path of the item.
    pub key: Option<Text>,
    /// Rating key of the item.
    pub rating_key: Option<Text>,
    /// Title of the item.
    pub title: Option<Text>,
    /// Path of the poster or thumbnail.
    pub thumb: Option<Text>,
    /// Type of the job: `transcode`.
    #[wire(name = "type")]
    pub kind: Option<Text>,
    /// ID of the playlist generator that the job belongs to.
    #[wire(name = "generatorID")]
    pub generator_id: Option<u64>,
    /// Tag ID of the target quality.
    #[wire(name = "targetTagID")]
    pub target_tag_id: Option<u64>,
    /// Progress, in percent, 0 to 100.
    pub progress: Option<f64>,
    /// Estimated time remaining, in seconds.
    pub remaining: Option<i64>,
    /// Size of the output so far, in bytes.
    pub size: Option<i64>,
    /// Speed, as a multiple of real time. 1.0 is real time.
    pub speed: Option<f64>,
}
