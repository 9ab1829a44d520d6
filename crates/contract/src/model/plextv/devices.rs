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
    /// Public IP address of the caller.
    pub public_address: Option<Text>,
    /// The devices.
    #[wire(name = "Device")]
    pub devices: Vec<AccountDevice>,
}

/// An app or server that is signed in to an account.
#[model]
pub struct AccountDevice {
    /// Device ID at plex.tv.
    pub id: Option<Text>,
    /// Name of the device.
    pub name: Text,
    /// Software product, such as `Plex Media Server`.
    pub product: Text,
    /// Version of the software.
    pub product_version: Text,
    /// Operating system or platform.
    pub platform: Text,
    /// Version of the platform.
    pub platform_version: Text,
    /// Type of the device.
    pub device: Text,
    /// Model of the device.
    pub model: Option<Text>,
    /// Manufacturer of the device.
    pub vendor: Option<Text>,
    /// Version of the software, repeated.
    pub version: Option<Text>,
    /// Client identifier. For a server, its machine identifier.
    pub client_identifier: ClientIdentifier,
    /// Comma-separated capabilities, such as `server`, `player` or `controller`. Can be empty.
    pub provides: Text,
    /// Token that the device signed in with. Only in the list of devices.
    pub token: Option<AccountToken>,
    /// This account's token for the server. Only in the list of resources.
    pub access_token: Option<ServerToken>,
    /// When plex.tv first saw the device.
    pub created_at: Option<Timestamp>,
    /// When plex.tv last saw the device.
    pub last_seen_at: Option<Timestamp>,
    /// Public IP address of the device.
    pub public_address: Option<Text>,
    /// Comma-separated window and screen sizes, in pixels, such as `1440x772,1440x900`.
    pub screen_resolution: Option<Text>,
    /// Screen density, as reported by the device. Empty if it did not report one.
    pub screen_density: Option<Text>,
    /// Whether the account owns the device.
    pub owned: Option<bool>,
    /// plex.tv account ID of the owner. Absent if the account itself owns the device.
    pub owner_id: Option<u64>,
    /// Username of the owner. Absent if the account itself owns the device.
    pub source_title: Option<Text>,
    /// Whether the device belongs to the account's Home.
    pub home: Option<bool>,
    /// Whether the device exists for synced (offline) content.
    pub synced: Option<bool>,
    /// Whether the device is reachable through Plex's relay.
    pub relay: Option<bool>,
    /// Whether the device is currently connected to plex.tv.
    pub presence: Option<bool>,
    /// Whether the device can be searched.
    pub search_enabled: Option<bool>,
    /// Whether the device refuses plain HTTP.
    pub https_required: Option<bool>,
    /// Whether the caller has the same public IP address.
    pub public_address_matches: Option<bool>,
    /// Whether the device's router blocks host names that resolve to local addresses.
    pub dns_rebinding_protection: Option<bool>,
    /// Whether the public address works from inside the device's network.
    pub nat_loopback_supported: Option<bool>,
    /// Connections to try. In the list of devices, they contain only the URI.
    #[wire(name = "Connection")]
    pub connections: Vec<Connection>,
    /// Totals of the device's sync list.
    #[wire(name = "SyncList")]
    pub sync_list: Option<SyncTotals>,
}

/// The totals of a device's sync list.
#[model]
pub struct SyncTotals {
    /// Number of complete items.
    pub items_complete_count: Option<u32>,
    /// Total size of the items, in bytes.
    pub total_size: Option<u64>,
    /// Version of the sync list.
    pub version: Option<u32>,
}

/// The sync list of a device: the content that it keeps offline.
#[model]
pub struct DeviceSyncList {
    /// Client identifier of the device.
    pub client_identifier: Option<ClientIdentifier>,
    /// Version of the sync list.
    pub version: Option<u32>,
    /// Number of complete items.
    pub items_complete_count: Option<u32>,
    /// Total size of the items, in bytes.
    pub total_size: Option<u64>,
    /// Entries of the sync list.
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

/// A sync item: content of one server that a device keeps offline.
#[model]
pub struct DeviceSyncItem {
    /// ID of the sync item.
    pub id: u64,
    /// Version of the sync item. Increases with each change.
    pub version: Option<u32>,
    /// Title of the synced item, such as a season.
    pub root_title: Option<Text>,
    /// Title of the sync item.
    pub title: Text,
    /// Type of the items, such as `episode`.
    pub metadata_type: Option<Text>,
    /// Type of media: `video`, `audio` or `photo`.
    pub content_type: Option<Text>,
    /// Server that has the content.
    #[wire(name = "Server")]
    pub server: Option<SyncServer>,
    /// Status of the sync item.
    #[wire(name = "Status")]
    pub status: Option<DeviceSyncStatus>,
    /// Transcode settings of the sync item.
    #[wire(name = "MediaSettings")]
    pub media_settings: Option<SyncMediaSettings>,
    /// Which items to keep.
    #[wire(name = "Policy")]
    pub policy: Option<SyncPolicy>,
    /// Location of the items.
    #[wire(name = "Location")]
    pub location: Option<SyncLocation>,
}

impl Root for DeviceSyncItem {
    const ROOT: &'static str = "SyncItem";
}

/// The server that has the content of a sync item.
#[model]
pub struct SyncServer {
    /// Machine identifier of the server.
    pub machine_identifier: MachineIdentifier,
}

/// The status of a sync item.
#[model]
pub struct DeviceSyncStatus {
    /// State, such as `pending` or `completed`. Can be empty.
    pub state: Text,
    /// Number of items.
    pub items_count: Option<u32>,
    /// Number of items that have been transcoded or downloaded.
    pub items_complete_count: Option<u32>,
    /// Number of items on the device.
    pub items_downloaded_count: Option<u32>,
    /// Number of items ready for download.
    pub items_ready_count: Option<u32>,
    /// Number of items processed successfully.
    pub items_successful_count: Option<u32>,
    /// Total size of the items, in bytes.
    pub total_size: Option<u64>,
    /// Error code.
    pub failure_code: Option<Text>,
    /// Error message.
    pub failure: Option<Text>,
}

/// The transcode settings of a sync item. An empty value means no change.
#[model]
pub struct SyncMediaSettings {
    /// Volume, in percent of the original.
    pub audio_boost: Option<Text>,
    /// Maximum video bitrate, in kbit/s.
    pub max_video_bitrate: Option<Text>,
    /// Maximum music bitrate, in kbit/s.
    pub music_bitrate: Option<Text>,
    /// Photo quality, 0 to 100.
    pub photo_quality: Option<Text>,
    /// Maximum photo resolution, such as `1920x1080`.
    pub photo_resolution: Option<Text>,
    /// Size of burned-in subtitles, in percent.
    pub subtitle_size: Option<Text>,
    /// Video quality, 0 to 100.
    pub video_quality: Option<Text>,
    /// Maximum video resolution, such as `1280x720`.
    pub video_resolution: Option<Text>,
}

/// Which items of a sync item a device keeps.
#[model]
pub struct SyncPolicy {
    /// Scope: `all`, or `count` for the number of items in `value`.
    pub scope: Text,
    /// Whether to keep only unplayed items.
    pub unwatched: bool,
    /// Number of items to keep.
    pub value: Option<u32>,
}

/// The location of the items of a sync item.
#[model]
pub struct SyncLocation {
    /// URI of the items: a `library://` URI.
    pub uri: Text,
}
