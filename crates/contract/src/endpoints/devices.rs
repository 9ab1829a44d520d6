//! Tuners for live TV, and the grabbers that fetch from them.

use crate::codec::envelope::MediaContainer;
use crate::ids::TunerId;
use crate::model::{ChangeStatus, DeviceChannels, MediaGrabbers, Tuners};
use crate::reply::{Binary, NoBody};
use crate::text::Text;
use plex_sdk_derive::{endpoints, request};
use std::collections::BTreeMap;

endpoints! {
    Pms, devices, devices_endpoints;

    /// Lists the media grabbers that are available to the server.
    GetAvailableGrabbers: GET "/media/grabbers" -> MediaContainer<MediaGrabbers>, User, Read;
    /// Lists the tuners that the server knows.
    ListDevices {}: GET "/media/grabbers/devices" -> MediaContainer<Tuners>, Admin, Read;
    /// Adds a tuner by its address.
    AddDevice: POST "/media/grabbers/devices" -> MediaContainer<Tuners>, Admin, Once;
    /// Searches the network for tuners and returns those that it finds.
    DiscoverDevices: POST | GET "/media/grabbers/devices/discover"
        -> MediaContainer<Tuners>, Admin, Idempotent;
    /// Returns a tuner and its channel mappings.
    GetDeviceDetails: GET "/media/grabbers/devices/{deviceId}" -> MediaContainer<Tuners>, Admin, Read;
    /// Removes a tuner and its channel mappings from the server.
    RemoveDevice: DELETE "/media/grabbers/devices/{deviceId}"
        -> MediaContainer<ChangeStatus>, Admin, Idempotent;
    /// Enables or disables a tuner.
    ModifyDevice: PUT "/media/grabbers/devices/{deviceId}" -> MediaContainer<ChangeStatus>, Admin, Idempotent;
    /// Maps the channels of a tuner to guide channels and sets which are enabled.
    SetChannelmap: PUT "/media/grabbers/devices/{deviceId}/channelmap"
        -> MediaContainer<Tuners>, User, Idempotent;
    /// Lists the channels that a tuner found in its last scan.
    GetDevicesChannels: GET "/media/grabbers/devices/{deviceId}/channels"
        -> MediaContainer<DeviceChannels>, Admin, Read;
    /// Changes the settings of a tuner.
    SetDevicePreferences: PUT "/media/grabbers/devices/{deviceId}/prefs" -> NoBody, Admin, Idempotent;
    /// Starts a channel scan on a tuner.
    Scan: POST "/media/grabbers/devices/{deviceId}/scan" -> MediaContainer<Tuners>, User, Once;
    /// Stops the channel scan of a tuner.
    StopScan: DELETE "/media/grabbers/devices/{deviceId}/scan" -> MediaContainer<Tuners>, User, Idempotent;
    /// Downloads the image of a tuner.
    GetThumb: GET "/media/grabbers/devices/{deviceId}/thumb/{version}" -> Binary, Admin, Read;
}

/// A grabber fetches media over one protocol, such as live TV from a network tuner.
#[request]
pub struct GetAvailableGrabbers {
    /// Return only grabbers for this protocol: `livetv`, `stream` or `download`.
    pub protocol: Option<Text>,
}

#[request]
pub struct ListDevices {}

/// The server identifies the tuner and assigns it to the right grabber. It responds with 400 if no tuner answers at the
/// address.
#[request]
pub struct AddDevice {
    /// The URI of the tuner, such as `http://192.168.1.9`.
    pub uri: Option<Text>,
}

#[request]
pub struct DiscoverDevices {
    /// Search only with grabbers for this protocol: `livetv`, `stream` or `download`.
    pub protocol: Option<Text>,
    /// Search only with this grabber, such as `tv.plex.grabbers.hdhomerun`.
    pub grabber_identifier: Option<Text>,
}

#[request]
pub struct GetDeviceDetails {
    /// The id of the tuner.
    pub device_id: TunerId,
}

/// The response contains a status code and a message, not the tuner.
#[request]
pub struct RemoveDevice {
    /// The id of the tuner.
    pub device_id: TunerId,
}

/// The response contains a status code and a message, not the tuner.
#[request]
pub struct ModifyDevice {
    /// The id of the tuner.
    pub device_id: TunerId,
    /// Whether to enable the tuner.
    pub enabled: Option<bool>,
}

/// The response contains the tuner, or a status code and a message.
#[request]
pub struct SetChannelmap {
    /// The id of the tuner.
    pub device_id: TunerId,
    /// The mapping by number: from a tuner channel, such as `46.3`, to a channel number (VCN) in the lineup.
    pub channel_mapping: BTreeMap<Text, Text>,
    /// The mapping by key: from a tuner channel, such as `46.3`, to a channel key in the lineup.
    pub channel_mapping_by_key: BTreeMap<Text, Text>,
    /// The tuner channels to enable, such as `46.1`.
    pub channels_enabled: Vec<Text>,
}

#[request]
pub struct GetDevicesChannels {
    /// The id of the tuner.
    pub device_id: TunerId,
}

#[request]
pub struct SetDevicePreferences {
    /// The id of the tuner.
    pub device_id: TunerId,
    /// The settings to change, as pairs of id and value.
    #[wire(name = "*")]
    pub settings: Vec<(Text, Text)>,
}

/// The scan takes minutes and runs in the background. The response header `X-Plex-Activity` contains the UUID of the
/// activity that reports its progress.
///
/// The response body contains the tuner, or a status code and a message.
#[request]
pub struct Scan {
    /// The id of the tuner.
    pub device_id: TunerId,
    /// The source to scan, one of those that the tuner supports, such as `Cable`.
    pub source: Option<Text>,
}

/// The response contains the tuner, or a status code and a message.
#[request]
pub struct StopScan {
    /// The id of the tuner.
    pub device_id: TunerId,
}

/// The server may respond with 301 and redirect to the image on the tuner itself.
#[request]
pub struct GetThumb {
    /// The id of the tuner.
    pub device_id: TunerId,
    /// The version number of the image. It only keeps caches from returning an old image.
    pub version: u32,
}
