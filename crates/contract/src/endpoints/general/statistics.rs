//! Who and what uses a server, and how much.

use crate::codec::envelope::MediaContainer;
use crate::endpoint::endpoints;
use crate::model::{
    BandwidthStatistics, Neighbours, ResourceStatistics, SystemAccounts, SystemDevices,
};
use crate::time::Timestamp;
use plex_sdk_derive::Request;

/// `GET /accounts`
///
/// Lists the accounts that the server knows, as it numbers them in histories and statistics.
///
/// - Answer: the accounts: the owner is 1.
/// - Errors: 401 without a token that the server accepts; 403 for other users than the owner.
/// - Who: the owner.
/// - Source: `get_system_accounts`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct GetSystemAccounts {}

/// `GET /devices`
///
/// Lists the devices that the server has met, as it numbers them in histories and statistics.
///
/// - Answer: the devices.
/// - Errors: 401 without a token that the server accepts; 403 for other users than the owner.
/// - Who: the owner.
/// - Source: `get_system_devices`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct GetSystemDevices {}

/// `GET /clients`
///
/// Lists the players that the server sees in its network and can relay commands to.
///
/// - Answer: the players with their addresses.
/// - Errors: 401 without a token that the server accepts.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_clients`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct GetClients {}

/// `GET /servers`
///
/// Lists the servers that the server sees in its network; it is one of them itself.
///
/// - Answer: the servers with their addresses.
/// - Errors: 401 without a token that the server accepts.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_local_servers`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct GetLocalServers {}

/// `GET /statistics/bandwidth`
///
/// Tells how many bytes went to which device of which account, stretch by stretch.
///
/// - Parameters: how long the stretches are, and filters; servers need a time span to answer with numbers.
/// - Answer: the numbers, and the accounts and devices that they name.
/// - Errors: 401 without a token that the server accepts; 403 for other users than the owner.
/// - Who: the owner.
/// - Source: `get_bandwidth_statistics`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct GetBandwidthStatistics {
    /// How long the stretches are: 1 months, 2 weeks, 3 days, 4 hours, 6 seconds.
    pub timespan: Option<u32>,
    /// Of this account only.
    #[wire(name = "accountID")]
    pub account_id: Option<u64>,
    /// Of this device only.
    #[wire(name = "deviceID")]
    pub device_id: Option<u64>,
    /// Whether the device was in the server's network.
    pub lan: Option<bool>,
    /// The stretch that begins just then.
    pub at: Option<Timestamp>,
    /// Stretches that begin before.
    #[wire(name = "at<")]
    pub at_before: Option<Timestamp>,
    /// Stretches that begin after.
    #[wire(name = "at>")]
    pub at_after: Option<Timestamp>,
    /// Just so many bytes.
    pub bytes: Option<u64>,
    /// Fewer bytes than that.
    #[wire(name = "bytes<")]
    pub bytes_below: Option<u64>,
    /// More bytes than that.
    #[wire(name = "bytes>")]
    pub bytes_above: Option<u64>,
}

/// `GET /statistics/resources`
///
/// Tells how busy processors and memory of the server's machine were, stretch by stretch.
///
/// - Parameters: how long the stretches are; servers need it to answer with numbers.
/// - Answer: the numbers.
/// - Errors: 401 without a token that the server accepts; 403 for other users than the owner.
/// - Who: the owner.
/// - Source: `get_resource_statistics`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct GetResourceStatistics {
    /// How long the stretches are; 6 for seconds.
    pub timespan: Option<u32>,
}

endpoints! {
    ($) Pms, general, general_statistics_endpoints;
    GetSystemAccounts {}: GET "/accounts" -> MediaContainer<SystemAccounts>, Admin, Read;
    GetSystemDevices {}: GET "/devices" -> MediaContainer<SystemDevices>, Admin, Read;
    GetClients {}: GET "/clients" -> MediaContainer<Neighbours>, User, Read;
    GetLocalServers {}: GET "/servers" -> MediaContainer<Neighbours>, User, Read;
    GetBandwidthStatistics: GET "/statistics/bandwidth"
        -> MediaContainer<BandwidthStatistics>, Admin, Read;
    GetResourceStatistics: GET "/statistics/resources"
        -> MediaContainer<ResourceStatistics>, Admin, Read;
}
