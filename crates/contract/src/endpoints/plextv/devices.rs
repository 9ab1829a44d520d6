//! The account's devices and their sync items.

use crate::codec::envelope::MediaContainer;
use crate::endpoint::endpoints;
use crate::ids::{ClientIdentifier, MachineIdentifier};
use crate::model::{AccountDevices, DeviceSyncItem, DeviceSyncList};
use crate::reply::{NoBody, Plain};
use crate::text::Text;
use plex_sdk_derive::Request;

/// `GET /devices.xml`
///
/// Lists the apps and servers that signed in to the account, with the token of each: mind where the answer ends up.
///
/// - Answer: the devices, in XML.
/// - Errors: 401 with code 1001 for the token.
/// - Who: any account's token.
/// - Source: `list_devices`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct ListDevices {}

/// `DELETE /devices/{deviceId}.xml`
///
/// Signs a device out of the account; its token is no good from then on.
///
/// - Parameters: the device's number.
/// - Answer: nothing that counts.
/// - Errors: 401 with code 1001 for the token; 404 for a device that is not the account's.
/// - Who: any account's token.
/// - Source: `delete_device`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct DeleteDevice {
    /// The device's number.
    pub device_id: u64,
}

impl From<u64> for DeleteDevice {
    fn from(device_id: u64) -> Self {
        Self { device_id }
    }
}

/// `GET /devices/{clientId}/sync_items`
///
/// Lists what a device is to keep offline, the way it was before downloads.
///
/// - Parameters: the device's identifier.
/// - Answer: the list, in XML.
/// - Errors: 401 with code 1001 for the token; 404 for a device that is not the account's.
/// - Who: any account's token.
/// - Source: `list_sync_items`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct ListSyncItems {
    /// The device.
    pub client_id: ClientIdentifier,
}

impl From<ClientIdentifier> for ListSyncItems {
    fn from(client_id: ClientIdentifier) -> Self {
        Self { client_id }
    }
}

/// `POST /devices/{clientId}/sync_items`
///
/// Gives a device something more to keep offline.
///
/// - Parameters: the device's identifier; what it is to keep: titles, kinds, the server and a `library://` address that
///   lists the items; how many of them; how they are converted, where an empty text stands for no change.
/// - Answer: the new entry, in XML, status 201.
/// - Errors: 401 with code 1001 for the token; 404 for a device that is not the account's.
/// - Who: any account's token; the device must provide `sync-target`.
/// - Source: `create_sync_item`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct CreateSyncItem {
    /// The device.
    pub client_id: ClientIdentifier,
    /// The title to give it.
    #[wire(name = "SyncItem[title]")]
    pub title: Text,
    /// The title of what was chosen, such as a season.
    #[wire(name = "SyncItem[rootTitle]")]
    pub root_title: Text,
    /// What its items are, such as `episode`.
    #[wire(name = "SyncItem[metadataType]")]
    pub metadata_type: Text,
    /// The server that has them.
    #[wire(name = "SyncItem[machineIdentifier]")]
    pub machine_identifier: MachineIdentifier,
    /// What they are made of: `video`, `audio` or `photo`.
    #[wire(name = "SyncItem[contentType]")]
    pub content_type: Text,
    /// `all`, or `count` for as many as `value` says.
    #[wire(name = "SyncItem[Policy][scope]")]
    pub scope: Text,
    /// Whether only unwatched items are kept.
    #[wire(name = "SyncItem[Policy][unwatched]")]
    pub unwatched: bool,
    /// How many items are kept; 0 for all.
    #[wire(name = "SyncItem[Policy][value]")]
    pub value: u32,
    /// The `library://` address that lists the items.
    #[wire(name = "SyncItem[Location][uri]")]
    pub uri: Text,
    /// The loudness of sound, in percent.
    #[wire(name = "SyncItem[MediaSettings][audioBoost]")]
    pub audio_boost: Option<Text>,
    /// The most bits of video, in kilobits a second.
    #[wire(name = "SyncItem[MediaSettings][maxVideoBitrate]")]
    pub max_video_bitrate: Option<Text>,
    /// The most bits of music, in kilobits a second.
    #[wire(name = "SyncItem[MediaSettings][musicBitrate]")]
    pub music_bitrate: Option<Text>,
    /// The quality of photos, 0 to 100.
    #[wire(name = "SyncItem[MediaSettings][photoQuality]")]
    pub photo_quality: Option<Text>,
    /// The largest photo, such as `1920x1080`.
    #[wire(name = "SyncItem[MediaSettings][photoResolution]")]
    pub photo_resolution: Option<Text>,
    /// The size of subtitles, in percent.
    #[wire(name = "SyncItem[MediaSettings][subtitleSize]")]
    pub subtitle_size: Option<Text>,
    /// The quality of video, 0 to 100.
    #[wire(name = "SyncItem[MediaSettings][videoQuality]")]
    pub video_quality: Option<Text>,
    /// The largest picture of video, such as `1280x720`.
    #[wire(name = "SyncItem[MediaSettings][videoResolution]")]
    pub video_resolution: Option<Text>,
}

/// `DELETE /devices/{clientId}/sync_items/{syncId}`
///
/// Takes something off what a device is to keep offline.
///
/// - Parameters: the device's identifier; the entry's number.
/// - Answer: nothing, status 204.
/// - Errors: 401 with code 1001 for the token; 404 for an entry that is not there.
/// - Who: any account's token.
/// - Source: `delete_sync_item`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct DeleteSyncItem {
    /// The device.
    pub client_id: ClientIdentifier,
    /// The entry's number.
    pub sync_id: u64,
}

endpoints! {
    ($) PlexTv, devices, plextv_devices_endpoints;
    ListDevices {}: GET "/devices.xml" -> MediaContainer<AccountDevices>, User, Read;
    DeleteDevice: DELETE "/devices/{deviceId}.xml" -> NoBody, User, Idempotent;
    ListSyncItems: GET "/devices/{clientId}/sync_items" -> Plain<DeviceSyncList>, User, Read;
    CreateSyncItem: POST "/devices/{clientId}/sync_items" -> Plain<DeviceSyncItem>, User, Once,
        status CREATED;
    DeleteSyncItem: DELETE "/devices/{clientId}/sync_items/{syncId}" -> NoBody, User, Idempotent,
        status NO_CONTENT;
}
