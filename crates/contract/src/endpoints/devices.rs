//! Tuners for live TV, and the grabbers that fetch from them.

use crate::codec::envelope::MediaContainer;
use crate::endpoint::endpoints;
use crate::ids::TunerId;
use crate::model::{ChangeStatus, DeviceChannels, MediaGrabbers, Tuners};
use crate::reply::{Binary, NoBody};
use crate::text::Text;
use plex_sdk_derive::Request;
use std::collections::BTreeMap;

/// `GET /media/grabbers`
///
/// Lists the grabbers, the parts of the server that fetch live media.
///
/// - Parameters: what they must fetch.
/// - Answer: the grabbers.
/// - Errors: 401 without a token that the server accepts.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_available_grabbers`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetAvailableGrabbers {
    /// What they must fetch: `livetv`, `stream` or `download`.
    pub protocol: Option<Text>,
}

/// `GET /media/grabbers/devices`
///
/// Lists the tuners that the server knows.
///
/// - Answer: the tuners.
/// - Errors: 401 without a token that the server accepts; 403 for other users than the owner.
/// - Who: the owner.
/// - Source: `list_devices`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct ListDevices {}

/// `POST /media/grabbers/devices`
///
/// Makes a tuner known to the server, which finds out the grabber that it belongs to.
///
/// - Parameters: the tuner's address.
/// - Answer: the tuner.
/// - Errors: 400 where no tuner answers there; 401 without a token that the server accepts; 403 for other users than the
///   owner.
/// - Who: the owner.
/// - Source: `add_device`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct AddDevice {
    /// The tuner's address, such as `http://192.168.1.9`.
    pub uri: Option<Text>,
}

/// `POST /media/grabbers/devices/discover`
///
/// Has the grabbers look for tuners in the network. Servers also take GET.
///
/// - Parameters: which grabbers are to look.
/// - Answer: the tuners that were found.
/// - Errors: 401 without a token that the server accepts; 403 for other users than the owner.
/// - Who: the owner.
/// - Source: `discover_devices`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct DiscoverDevices {
    /// What the grabbers must fetch: `livetv`, `stream` or `download`.
    pub protocol: Option<Text>,
    /// The grabber, such as `tv.plex.grabbers.hdhomerun`.
    pub grabber_identifier: Option<Text>,
}

/// `GET /media/grabbers/devices/{deviceId}`
///
/// Reads one tuner.
///
/// - Parameters: the tuner.
/// - Answer: the tuner with its channels' places in the guide.
/// - Errors: 401 without a token that the server accepts; 403 for other users than the owner; 404 where there is none.
/// - Who: the owner.
/// - Source: `get_device_details`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetDeviceDetails {
    /// The tuner.
    pub device_id: TunerId,
}

impl From<TunerId> for GetDeviceDetails {
    fn from(device_id: TunerId) -> Self {
        Self { device_id }
    }
}

/// `DELETE /media/grabbers/devices/{deviceId}`
///
/// Makes the server forget a tuner and its channels' places in the guide.
///
/// - Parameters: the tuner.
/// - Answer: a status number and a message.
/// - Errors: 401 without a token that the server accepts; 403 for other users than the owner; 404 where there is none.
/// - Who: the owner.
/// - Source: `remove_device`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct RemoveDevice {
    /// The tuner.
    pub device_id: TunerId,
}

impl From<TunerId> for RemoveDevice {
    fn from(device_id: TunerId) -> Self {
        Self { device_id }
    }
}

/// `PUT /media/grabbers/devices/{deviceId}`
///
/// Switches a tuner on or off.
///
/// - Parameters: the tuner, and whether it is used.
/// - Answer: a status number and a message.
/// - Errors: 401 without a token that the server accepts; 403 for other users than the owner; 404 where there is none.
/// - Who: the owner.
/// - Source: `modify_device`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct ModifyDevice {
    /// The tuner.
    pub device_id: TunerId,
    /// Whether it is used.
    pub enabled: Option<bool>,
}

/// `PUT /media/grabbers/devices/{deviceId}/channelmap`
///
/// Says which channels of a tuner are which ones of the guide, and which are used.
///
/// - Parameters: the tuner; for each channel of the tuner the number, and the key, of a channel of the guide; the
///   channels that are used.
/// - Answer: the tuner, or a status number and a message.
/// - Errors: 401 without a token that the server accepts.
/// - Who: anyone whose token the server accepts.
/// - Source: `set_channelmap`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct SetChannelmap {
    /// The tuner.
    pub device_id: TunerId,
    /// From the tuner's channel, such as `46.3`, to the number of the guide's channel.
    pub channel_mapping: BTreeMap<Text, Text>,
    /// From the tuner's channel to the key of the guide's channel.
    pub channel_mapping_by_key: BTreeMap<Text, Text>,
    /// The tuner's channels that are used.
    pub channels_enabled: Vec<Text>,
}

/// `GET /media/grabbers/devices/{deviceId}/channels`
///
/// Lists the channels that a tuner receives, as its last scan found them.
///
/// - Parameters: the tuner.
/// - Answer: the channels.
/// - Errors: 401 without a token that the server accepts; 403 for other users than the owner; 404 where there is none.
/// - Who: the owner.
/// - Source: `get_devices_channels`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetDevicesChannels {
    /// The tuner.
    pub device_id: TunerId,
}

impl From<TunerId> for GetDevicesChannels {
    fn from(device_id: TunerId) -> Self {
        Self { device_id }
    }
}

/// `PUT /media/grabbers/devices/{deviceId}/prefs`
///
/// Changes settings of a tuner.
///
/// - Parameters: the tuner, and each setting's id with its value as text.
/// - Errors: 401 without a token that the server accepts; 403 for other users than the owner.
/// - Who: the owner.
/// - Source: `set_device_preferences`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct SetDevicePreferences {
    /// The tuner.
    pub device_id: TunerId,
    /// Settings as id and value.
    #[wire(name = "*")]
    pub settings: Vec<(Text, Text)>,
}

/// `POST /media/grabbers/devices/{deviceId}/scan`
///
/// Has a tuner look for channels. It takes minutes; an activity, named in the answer's header `X-Plex-Activity`, tells
/// how far it got.
///
/// - Parameters: the tuner, and where it is to receive from.
/// - Answer: the tuner, or a status number and a message.
/// - Errors: 401 without a token that the server accepts.
/// - Who: anyone whose token the server accepts.
/// - Source: `scan`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct Scan {
    /// The tuner.
    pub device_id: TunerId,
    /// Where it is to receive from, one of the tuner's sources, such as `Cable`.
    pub source: Option<Text>,
}

/// `DELETE /media/grabbers/devices/{deviceId}/scan`
///
/// Stops a tuner that looks for channels.
///
/// - Parameters: the tuner.
/// - Answer: the tuner, or a status number and a message.
/// - Errors: 401 without a token that the server accepts.
/// - Who: anyone whose token the server accepts.
/// - Source: `stop_scan`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct StopScan {
    /// The tuner.
    pub device_id: TunerId,
}

impl From<TunerId> for StopScan {
    fn from(device_id: TunerId) -> Self {
        Self { device_id }
    }
}

/// `GET /media/grabbers/devices/{deviceId}/thumb/{version}`
///
/// Fetches the picture of a tuner; a server may redirect to the tuner itself (301).
///
/// - Parameters: the tuner, and the picture's version, so that a cache notices a new one.
/// - Answer: the picture.
/// - Errors: 401 without a token that the server accepts; 403 for other users than the owner; 404 where there is none.
/// - Who: the owner.
/// - Source: `get_thumb`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetThumb {
    /// The tuner.
    pub device_id: TunerId,
    /// The picture's version.
    pub version: u32,
}

endpoints! {
    ($) Pms, devices, devices_endpoints;
    GetAvailableGrabbers: GET "/media/grabbers" -> MediaContainer<MediaGrabbers>, User, Read;
    ListDevices {}: GET "/media/grabbers/devices" -> MediaContainer<Tuners>, Admin, Read;
    AddDevice: POST "/media/grabbers/devices" -> MediaContainer<Tuners>, Admin, Once;
    DiscoverDevices: POST | GET "/media/grabbers/devices/discover"
        -> MediaContainer<Tuners>, Admin, Idempotent;
    GetDeviceDetails: GET "/media/grabbers/devices/{deviceId}"
        -> MediaContainer<Tuners>, Admin, Read;
    RemoveDevice: DELETE "/media/grabbers/devices/{deviceId}"
        -> MediaContainer<ChangeStatus>, Admin, Idempotent;
    ModifyDevice: PUT "/media/grabbers/devices/{deviceId}"
        -> MediaContainer<ChangeStatus>, Admin, Idempotent;
    SetChannelmap: PUT "/media/grabbers/devices/{deviceId}/channelmap"
        -> MediaContainer<Tuners>, User, Idempotent;
    GetDevicesChannels: GET "/media/grabbers/devices/{deviceId}/channels"
        -> MediaContainer<DeviceChannels>, Admin, Read;
    SetDevicePreferences: PUT "/media/grabbers/devices/{deviceId}/prefs"
        -> NoBody, Admin, Idempotent;
    Scan: POST "/media/grabbers/devices/{deviceId}/scan" -> MediaContainer<Tuners>, User, Once;
    StopScan: DELETE "/media/grabbers/devices/{deviceId}/scan"
        -> MediaContainer<Tuners>, User, Idempotent;
    GetThumb: GET "/media/grabbers/devices/{deviceId}/thumb/{version}" -> Binary, Admin, Read;
}
