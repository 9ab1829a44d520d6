//! The account's devices and their sync items.

use crate::codec::envelope::MediaContainer;
use crate::ids::{ClientIdentifier, MachineIdentifier};
use crate::model::{AccountDevices, DeviceSyncItem, DeviceSyncList};
use crate::reply::{NoBody, Plain};
use crate::text::Text;
use plex_sdk_derive::{endpoints, request};

endpoints! {
    PlexTv, devices, plextv_devices_endpoints;

    /// Lists the apps and servers that are signed in to the account, with their tokens.
    ListAccountDevices {}: GET "/devices.xml" -> MediaContainer<AccountDevices>, User, Read, unpublished;
    /// Signs a device out of the account and revokes its token.
    DeleteDevice: DELETE "/devices/{deviceId}.xml" -> NoBody, User, Idempotent, unpublished;
    /// Lists the sync items of a device, which it keeps available offline.
    ListSyncItems: GET "/devices/{clientId}/sync_items" -> Plain<DeviceSyncList>, User, Read, unpublished;
    /// Creates a sync item, so that a device keeps content of a server available offline.
    CreateSyncItem: POST "/devices/{clientId}/sync_items"
        -> Plain<DeviceSyncItem>, User, Once, status CREATED, unpublished;
    /// Deletes a sync item, so that a device no longer keeps its content offline.
    DeleteSyncItem: DELETE "/devices/{clientId}/sync_items/{syncId}"
        -> NoBody, User, Idempotent, status NO_CONTENT, unpublished;
}

/// The response contains the token of every device. Do not log it.
#[request]
pub struct ListAccountDevices {}

#[request]
pub struct DeleteDevice {
    /// The id of the device at plex.tv.
    pub device_id: u64,
}

/// Sync is the predecessor of downloads.
#[request]
pub struct ListSyncItems {
    /// The client identifier of the device.
    pub client_id: ClientIdentifier,
}

/// The device must provide `sync-target`. An empty string for a media setting means no change.
#[request]
pub struct CreateSyncItem {
    /// The client identifier of the device.
    pub client_id: ClientIdentifier,
    /// The title of the sync item.
    #[wire(name = "SyncItem[title]")]
    pub title: Text,
    /// The title of the synced item, such as a season.
    #[wire(name = "SyncItem[rootTitle]")]
    pub root_title: Text,
    /// The type of the items, such as `episode`.
    #[wire(name = "SyncItem[metadataType]")]
    pub metadata_type: Text,
    /// The machine identifier of the server that has the items.
    #[wire(name = "SyncItem[machineIdentifier]")]
    pub machine_identifier: MachineIdentifier,
    /// The type of media: `video`, `audio` or `photo`.
    #[wire(name = "SyncItem[contentType]")]
    pub content_type: Text,
    /// Which items to keep: `all`, or `count` for the number in `value`.
    #[wire(name = "SyncItem[Policy][scope]")]
    pub scope: Text,
    /// Whether to keep only unwatched items.
    #[wire(name = "SyncItem[Policy][unwatched]")]
    pub unwatched: bool,
    /// The number of items to keep, or 0 for all.
    #[wire(name = "SyncItem[Policy][value]")]
    pub value: u32,
    /// The `library://` URI that lists the items.
    #[wire(name = "SyncItem[Location][uri]")]
    pub uri: Text,
    /// The loudness of transcoded audio. In percent.
    #[wire(name = "SyncItem[MediaSettings][audioBoost]")]
    pub audio_boost: Option<Text>,
    /// The maximum video bitrate. In kbit/s.
    #[wire(name = "SyncItem[MediaSettings][maxVideoBitrate]")]
    pub max_video_bitrate: Option<Text>,
    /// The maximum music bitrate. In kbit/s.
    #[wire(name = "SyncItem[MediaSettings][musicBitrate]")]
    pub music_bitrate: Option<Text>,
    /// The quality of photos. 0 to 100.
    #[wire(name = "SyncItem[MediaSettings][photoQuality]")]
    pub photo_quality: Option<Text>,
    /// The maximum photo resolution, such as `1920x1080`.
    #[wire(name = "SyncItem[MediaSettings][photoResolution]")]
    pub photo_resolution: Option<Text>,
    /// The size of subtitles. In percent.
    #[wire(name = "SyncItem[MediaSettings][subtitleSize]")]
    pub subtitle_size: Option<Text>,
    /// The quality of videos. 0 to 100.
    #[wire(name = "SyncItem[MediaSettings][videoQuality]")]
    pub video_quality: Option<Text>,
    /// The maximum video resolution, such as `1280x720`.
    #[wire(name = "SyncItem[MediaSettings][videoResolution]")]
    pub video_resolution: Option<Text>,
}

#[request]
pub struct DeleteSyncItem {
    /// The client identifier of the device.
    pub client_id: ClientIdentifier,
    /// The id of the sync item.
    pub sync_id: u64,
}
