//! Accounts and devices that a server knows, its neighbours, and how much of network and machine it used.

use crate::ids::{ClientIdentifier, MachineIdentifier};
use crate::text::Text;
use crate::time::Timestamp;
use plex_sdk_derive::model;

/// The accounts known to a server.
#[model]
pub struct SystemAccounts {
    /// The accounts.
    #[wire(name = "Account")]
    pub accounts: Vec<SystemAccount>,
}

/// An account known to a server.
#[model]
pub struct SystemAccount {
    /// Account ID on the server. 1 is the owner, 0 is an unnamed local account, and any other value is a plex.tv
    /// account ID.
    pub id: Option<u64>,
    /// API path of the account.
    pub key: Option<Text>,
    /// Name of the account. Empty for the unnamed local account.
    pub name: Option<Text>,
    /// Preferred audio language, such as `en`.
    pub default_audio_language: Option<Text>,
    /// Whether the server selects audio streams by the preferred language.
    pub auto_select_audio: Option<bool>,
    /// Preferred subtitle language, such as `en`.
    pub default_subtitle_language: Option<Text>,
    /// When to show subtitles: 0 if selected manually, 1 with foreign audio, 2 always.
    pub subtitle_mode: Option<i32>,
    /// URL of the avatar. Can be empty.
    pub thumb: Option<Text>,
}

/// The devices known to a server.
#[model]
pub struct SystemDevices {
    /// The devices.
    #[wire(name = "Device")]
    pub devices: Vec<SystemDevice>,
}

/// A device known to a server.
#[model]
pub struct SystemDevice {
    /// Device ID on the server.
    pub id: Option<u64>,
    /// Name of the device.
    pub name: Option<Text>,
    /// Operating system or platform, such as `Android`.
    pub platform: Option<Text>,
    /// Client identifier of the app.
    pub client_identifier: Option<ClientIdentifier>,
    /// When the server first saw the device.
    pub created_at: Option<Timestamp>,
}

/// The players or servers in a server's network.
#[model]
pub struct Neighbours {
    /// The players or servers.
    #[wire(name = "Server")]
    pub servers: Vec<Neighbour>,
}

/// A player or server in a server's network.
#[model]
pub struct Neighbour {
    /// Name of the player or server.
    pub name: Option<Text>,
    /// Host name or IP address.
    pub host: Option<Text>,
    /// IP address.
    pub address: Option<Text>,
    /// Port, 1 to 65535. Absent for some players.
    pub port: Option<u32>,
    /// Machine identifier of the player or server.
    pub machine_identifier: Option<MachineIdentifier>,
    /// Version of the app or server.
    pub version: Option<Text>,
    /// Protocol to control the player with, usually `plex`.
    pub protocol: Option<Text>,
    /// App of the player.
    pub product: Option<Text>,
    /// Class of the player's device: `phone`, `tablet`, `stb`, `tv`, `pc`, ….
    pub device_class: Option<Text>,
    /// Version of the protocol.
    pub protocol_version: Option<Text>,
    /// Comma-separated capabilities of the player, such as `timeline,playback,navigation,mirror,playqueues`.
    pub protocol_capabilities: Option<Text>,
}

/// The bandwidth statistics of a server, by account, device and time.
#[model]
pub struct BandwidthStatistics {
    /// Devices referenced by the statistics.
    #[wire(name = "Device")]
    pub devices: Vec<SystemDevice>,
    /// Accounts referenced by the statistics.
    #[wire(name = "Account")]
    pub accounts: Vec<SystemAccount>,
    /// The statistics, one entry for each account, device and time span.
    #[wire(name = "StatisticsBandwidth")]
    pub bandwidth: Vec<StatisticsBandwidth>,
}

/// The bytes that a server sent to one device of one account in one time span.
#[model]
pub struct StatisticsBandwidth {
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
    /// Whether the device was in the server's own network.
    pub lan: Option<bool>,
    /// Amount of data sent, in bytes.
    pub bytes: Option<u64>,
}

/// The resource usage of a server's machine over time.
#[model]
pub struct ResourceStatistics {
    /// The statistics, oldest first.
    #[wire(name = "StatisticsResources")]
    pub resources: Vec<StatisticsResources>,
}

/// The resource usage of a server's machine in one time span.
#[model]
pub struct StatisticsResources {
    /// Unit of the time span: 1 months, 2 weeks, 3 days, 4 hours, 6 seconds.
    pub timespan: Option<u32>,
    /// Start of the time span.
    pub at: Option<Timestamp>,
    /// CPU usage of the whole machine, in percent.
    pub host_cpu_utilization: Option<f64>,
    /// CPU usage of the server, in percent.
    pub process_cpu_utilization: Option<f64>,
    /// Memory usage of the whole machine, in percent.
    pub host_memory_utilization: Option<f64>,
    /// Memory usage of the server, in percent.
    pub process_memory_utilization: Option<f64>,
}
