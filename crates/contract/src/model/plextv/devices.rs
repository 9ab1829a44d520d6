//! The devices that signed in to an account ([`AccountDevice`]), and what they are to keep offline.

use crate::ids::{ClientIdentifier, MachineIdentifier};
use crate::model::authentication::Connection;
use crate::reply::Root;
use crate::text::Text;
use crate::time::Timestamp;
use crate::token::{AccountToken, ServerToken};
use plex_sdk_derive::model;

/// The devices of an account.
#[model]
pub struct AccountDevices {
    /// The address the caller is seen under from outside.
    pub public_address: Option<Text>,
    /// The devices.
    #[wire(name = "Device")]
    pub devices: Vec<AccountDevice>,
}

/// An app or server that signed in to an account.
#[model]
pub struct AccountDevice {
    /// Its number at plex.tv.
    pub id: Option<Text>,
    /// Its name.
    pub name: Text,
    /// The software, such as `Plex Media Server`.
    pub product: Text,
    /// The software's version.
    pub product_version: Text,
    /// The operating system.
    pub platform: Text,
    /// The operating system's version.
    pub platform_version: Text,
    /// The kind of device.
    pub device: Text,
    /// Its model.
    pub model: Option<Text>,
    /// Its maker.
    pub vendor: Option<Text>,
    /// The software's version once more.
    pub version: Option<Text>,
    /// Its identifier: of a server, its machine identifier.
    pub client_identifier: ClientIdentifier,
    /// What it can be, separated by commas: `server`, `player`, `controller`, …; may be empty.
    pub provides: Text,
    /// The token it signed in with, in the list of devices.
    pub token: Option<AccountToken>,
    /// This account's token for it, in the list of resources.
    pub access_token: Option<ServerToken>,
    /// When it was first seen.
    pub created_at: Option<Timestamp>,
    /// When it was last seen.
    pub last_seen_at: Option<Timestamp>,
    /// The address it is seen under from outside.
    pub public_address: Option<Text>,
    /// Its sizes of window and screen, such as `1440x900`, separated by commas.
    pub screen_resolution: Option<Text>,
    /// Its pixels in relation to points; empty where it did not say.
    pub screen_density: Option<Text>,
    /// Whether the account owns it.
    pub owned: Option<bool>,
    /// The owner's number where it is another account's.
    pub owner_id: Option<u64>,
    /// The owner's name where it is another account's.
    pub source_title: Option<Text>,
    /// Whether it belongs to the account's Home.
    pub home: Option<bool>,
    /// Whether it was made for offline copies.
    pub synced: Option<bool>,
    /// Whether it can be reached through Plex's relay.
    pub relay: Option<bool>,
    /// Whether it is connected to plex.tv now.
    pub presence: Option<bool>,
    /// Whether it can be searched.
    pub search_enabled: Option<bool>,
    /// Whether it refuses plain HTTP.
    pub https_required: Option<bool>,
    /// Whether the caller comes from the same public address.
    pub public_address_matches: Option<bool>,
    /// Whether its router blocks names that point into the local network.
    pub dns_rebinding_protection: Option<bool>,
    /// Whether its public address works from inside.
    pub nat_loopback_supported: Option<bool>,
    /// Its addresses; in the list of devices with their URL alone.
    #[wire(name = "Connection")]
    pub connections: Vec<Connection>,
    /// What it keeps offline, in sum.
    #[wire(name = "SyncList")]
    pub sync_list: Option<SyncTotals>,
}

/// What a device keeps offline, in sum.
#[model]
pub struct SyncTotals {
    /// How many items are there in full.
    pub items_complete_count: Option<u32>,
    /// Their size, in bytes.
    pub total_size: Option<u64>,
    /// The version of the list.
    pub version: Option<u32>,
}

/// What a device is to keep offline.
#[model]
pub struct DeviceSyncList {
    /// The device.
    pub client_identifier: Option<ClientIdentifier>,
    /// The version of the list.
    pub version: Option<u32>,
    /// How many items are there in full.
    pub items_complete_count: Option<u32>,
    /// Their size, in bytes.
    pub total_size: Option<u64>,
    /// The list itself.
    #[wire(name = "SyncItems")]
    pub sync_items: DeviceSyncItems,
}

impl Root for DeviceSyncList {
    const ROOT: &'static str = "SyncList";
}

/// The entries of a [`DeviceSyncList`].
#[model]
pub struct DeviceSyncItems {
    /// The entries.
    #[wire(name = "SyncItem")]
    pub items: Vec<DeviceSyncItem>,
}

/// Something of one server that a device is to keep offline.
#[model]
pub struct DeviceSyncItem {
    /// Its number.
    pub id: u64,
    /// A number that grows with each change of it.
    pub version: Option<u32>,
    /// The title of what was chosen, such as a season.
    pub root_title: Option<Text>,
    /// The title it was given.
    pub title: Text,
    /// What its items are, such as `episode`.
    pub metadata_type: Option<Text>,
    /// What they are made of: `video`, `audio` or `photo`.
    pub content_type: Option<Text>,
    /// The server that has them.
    #[wire(name = "Server")]
    pub server: Option<SyncServer>,
    /// How far it is.
    #[wire(name = "Status")]
    pub status: Option<DeviceSyncStatus>,
    /// How its items are converted.
    #[wire(name = "MediaSettings")]
    pub media_settings: Option<SyncMediaSettings>,
    /// Which of its items are kept.
    #[wire(name = "Policy")]
    pub policy: Option<SyncPolicy>,
    /// Where its items are listed.
    #[wire(name = "Location")]
    pub location: Option<SyncLocation>,
}

impl Root for DeviceSyncItem {
    const ROOT: &'static str = "SyncItem";
}

/// The server that has what a device keeps.
#[model]
pub struct SyncServer {
    /// Its machine identifier.
    pub machine_identifier: MachineIdentifier,
}

/// How far a device is with something it is to keep.
#[model]
pub struct DeviceSyncStatus {
    /// Its state, such as `pending` or `completed`; may be empty.
    pub state: Text,
    /// How many items it has.
    pub items_count: Option<u32>,
    /// How many were converted or fetched.
    pub items_complete_count: Option<u32>,
    /// How many the device has.
    pub items_downloaded_count: Option<u32>,
    /// How many the device may fetch.
    pub items_ready_count: Option<u32>,
    /// How many went well.
    pub items_successful_count: Option<u32>,
    /// The size of all items, in bytes.
    pub total_size: Option<u64>,
    /// The code of what went wrong.
    pub failure_code: Option<Text>,
    /// What went wrong.
    pub failure: Option<Text>,
}

/// How media are converted for a device; empty texts stand for no change.
#[model]
pub struct SyncMediaSettings {
    /// The loudness of sound, in percent.
    pub audio_boost: Option<Text>,
    /// The most bits of video, in kilobits a second.
    pub max_video_bitrate: Option<Text>,
    /// The most bits of music, in kilobits a second.
    pub music_bitrate: Option<Text>,
    /// The quality of photos, 0 to 100.
    pub photo_quality: Option<Text>,
    /// The largest photo, such as `1920x1080`.
    pub photo_resolution: Option<Text>,
    /// The size of subtitles, in percent.
    pub subtitle_size: Option<Text>,
    /// The quality of video, 0 to 100.
    pub video_quality: Option<Text>,
    /// The largest picture of video, such as `1280x720`.
    pub video_resolution: Option<Text>,
}

/// Which items a device keeps.
#[model]
pub struct SyncPolicy {
    /// `all`, or `count` for as many as `value` says.
    pub scope: Text,
    /// Whether only unwatched items are kept.
    pub unwatched: bool,
    /// How many items are kept.
    pub value: Option<u32>,
}

/// Where the items are listed that a device keeps.
#[model]
pub struct SyncLocation {
    /// A `library://` address.
    pub uri: Text,
}
