//! Accounts and devices that a server knows, its neighbours, and how much of network and machine it used.

use crate::ids::{ClientIdentifier, MachineIdentifier};
use crate::text::Text;
use crate::time::Timestamp;
use plex_sdk_derive::model;

/// The accounts that a server knows.
#[model]
pub struct SystemAccounts {
    /// The accounts.
    #[wire(name = "Account")]
    pub accounts: Vec<SystemAccount>,
}

/// An account as a server numbers it.
#[model]
pub struct SystemAccount {
    /// Its number on this server: 1 for the owner, 0 for nobody in particular, else the number at plex.tv.
    pub id: Option<u64>,
    /// The path that reads it.
    pub key: Option<Text>,
    /// Its name; empty for nobody in particular.
    pub name: Option<Text>,
    /// The language of sound it likes best, such as `en`.
    pub default_audio_language: Option<Text>,
    /// Whether the server chooses sound by that language.
    pub auto_select_audio: Option<bool>,
    /// The language of subtitles it likes best.
    pub default_subtitle_language: Option<Text>,
    /// When subtitles are shown: 0 as chosen by hand, 1 with foreign sound, 2 always.
    pub subtitle_mode: Option<i32>,
    /// Its picture's address; may be empty.
    pub thumb: Option<Text>,
}

/// The devices that a server has met.
#[model]
pub struct SystemDevices {
    /// The devices.
    #[wire(name = "Device")]
    pub devices: Vec<SystemDevice>,
}

/// A device that a server has met.
#[model]
pub struct SystemDevice {
    /// Its number on this server.
    pub id: Option<u64>,
    /// Its name.
    pub name: Option<Text>,
    /// What it runs on, such as `Android`.
    pub platform: Option<Text>,
    /// The identifier its app was installed with.
    pub client_identifier: Option<ClientIdentifier>,
    /// When the server first met it.
    pub created_at: Option<Timestamp>,
}

/// Players or servers near a server.
#[model]
pub struct Neighbours {
    /// The players or servers.
    #[wire(name = "Server")]
    pub servers: Vec<Neighbour>,
}

/// A player or server in the same network as a server.
#[model]
pub struct Neighbour {
    /// Its name.
    pub name: Option<Text>,
    /// Its host name or address.
    pub host: Option<Text>,
    /// Its address.
    pub address: Option<Text>,
    /// Its port; some players name none.
    pub port: Option<u32>,
    /// Its identifier.
    pub machine_identifier: Option<MachineIdentifier>,
    /// The version of its app.
    pub version: Option<Text>,
    /// How a player is spoken to, mostly `plex`.
    pub protocol: Option<Text>,
    /// A player's app.
    pub product: Option<Text>,
    /// What a player is: `phone`, `tablet`, `stb`, `tv`, `pc`, ….
    pub device_class: Option<Text>,
    /// The version of the protocol that a player speaks.
    pub protocol_version: Option<Text>,
    /// Comma list of what a player takes: `timeline,playback,navigation,mirror,playqueues`.
    pub protocol_capabilities: Option<Text>,
}

/// Bytes that went out, by account, device and time.
#[model]
pub struct BandwidthStatistics {
    /// The devices that the numbers name.
    #[wire(name = "Device")]
    pub devices: Vec<SystemDevice>,
    /// The accounts that the numbers name.
    #[wire(name = "Account")]
    pub accounts: Vec<SystemAccount>,
    /// The numbers.
    #[wire(name = "StatisticsBandwidth")]
    pub bandwidth: Vec<StatisticsBandwidth>,
}

/// Bytes that one device of one account got within one stretch of time.
#[model]
pub struct StatisticsBandwidth {
    /// The account's number.
    #[wire(name = "accountID")]
    pub account_id: Option<u64>,
    /// The device's number.
    #[wire(name = "deviceID")]
    pub device_id: Option<u64>,
    /// How long the stretch is: 1 months, 2 weeks, 3 days, 4 hours, 6 seconds.
    pub timespan: Option<u32>,
    /// When it began.
    pub at: Option<Timestamp>,
    /// Whether the device was in the server's network.
    pub lan: Option<bool>,
    /// The bytes.
    pub bytes: Option<u64>,
}

/// How busy a server's machine was.
#[model]
pub struct ResourceStatistics {
    /// The numbers, the oldest first.
    #[wire(name = "StatisticsResources")]
    pub resources: Vec<StatisticsResources>,
}

/// How busy a server's machine was within one stretch of time.
#[model]
pub struct StatisticsResources {
    /// How long the stretch is: 1 months, 2 weeks, 3 days, 4 hours, 6 seconds.
    pub timespan: Option<u32>,
    /// When it began.
    pub at: Option<Timestamp>,
    /// The processors' load in all, in per cent.
    pub host_cpu_utilization: Option<f64>,
    /// The processors' load by the server, in per cent.
    pub process_cpu_utilization: Option<f64>,
    /// The memory in use in all, in per cent.
    pub host_memory_utilization: Option<f64>,
    /// The memory in use by the server, in per cent.
    pub process_memory_utilization: Option<f64>,
}
