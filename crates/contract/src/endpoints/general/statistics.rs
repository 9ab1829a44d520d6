//! Who and what uses a server, and how much.

use crate::codec::envelope::MediaContainer;
use crate::model::{
    BandwidthStatistics, Neighbours, ResourceStatistics, SystemAccounts, SystemDevices,
};
use crate::time::Timestamp;
use plex_sdk_derive::{endpoints, request};

endpoints! {
    Pms, general, general_statistics_endpoints;

    /// Lists the accounts that the server knows.
    GetSystemAccounts {}: GET "/accounts" -> MediaContainer<SystemAccounts>, Admin, Read, unpublished;
    /// Lists the devices that the server has seen.
    GetSystemDevices {}: GET "/devices" -> MediaContainer<SystemDevices>, Admin, Read, unpublished;
    /// Lists the players on the server's local network and their addresses.
    GetClients {}: GET "/clients" -> MediaContainer<Neighbours>, User, Read, unpublished;
    /// Lists the servers on the local network, including the server itself.
    GetLocalServers {}: GET "/servers" -> MediaContainer<Neighbours>, User, Read, unpublished;
    /// Returns how much data was sent to each device and account over time.
    GetBandwidthStatistics: GET "/statistics/bandwidth"
        -> MediaContainer<BandwidthStatistics>, Admin, Read, unpublished;
    /// Returns the CPU and memory usage of the server's machine over time.
    GetResourceStatistics: GET "/statistics/resources"
        -> MediaContainer<ResourceStatistics>, Admin, Read, unpublished;
}

/// Play history and statistics refer to accounts by the ids in this list. The owner's id is 1.
#[request]
pub struct GetSystemAccounts {}

/// Play history and statistics refer to devices by the ids in this list.
#[request]
pub struct GetSystemDevices {}

/// The server can relay commands to these players.
#[request]
pub struct GetClients {}

#[request]
pub struct GetLocalServers {}

/// Set `timespan`: without it, the server returns no data. The response also contains the accounts and devices that the
/// data refers to.
#[request]
pub struct GetBandwidthStatistics {
    /// The length of each interval: 1 for months, 2 for weeks, 3 for days, 4 for hours, 6 for seconds.
    pub timespan: Option<u32>,
    /// Return only entries of the account with this id.
    #[wire(name = "accountID")]
    pub account_id: Option<u64>,
    /// Return only entries of the device with this id.
    #[wire(name = "deviceID")]
    pub device_id: Option<u64>,
    /// Whether to return only entries of devices inside (`true`) or outside (`false`) the server's local network.
    pub lan: Option<bool>,
    /// Return only intervals that begin at this time.
    pub at: Option<Timestamp>,
    /// Return only intervals that begin before this time.
    #[wire(name = "at<")]
    pub at_before: Option<Timestamp>,
    /// Return only intervals that begin after this time.
    #[wire(name = "at>")]
    pub at_after: Option<Timestamp>,
    /// Return only entries of exactly this size. In bytes.
    pub bytes: Option<u64>,
    /// Return only entries below this size. In bytes.
    #[wire(name = "bytes<")]
    pub bytes_below: Option<u64>,
    /// Return only entries above this size. In bytes.
    #[wire(name = "bytes>")]
    pub bytes_above: Option<u64>,
}

/// Set `timespan`: without it, the server returns no data.
#[request]
pub struct GetResourceStatistics {
    /// The length of each interval: 6 for seconds.
    pub timespan: Option<u32>,
}
