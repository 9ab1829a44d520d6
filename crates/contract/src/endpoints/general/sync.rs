//! Mobile sync, older than the download queue.

use crate::codec::envelope::MediaContainer;
use crate::ids::{ClientIdentifier, RatingKey};
use crate::model::{Directories, MetadataPage, SyncStatus};
use crate::reply::NoBody;
use plex_sdk_derive::{endpoints, request};

endpoints! {
    Pms, general, general_sync_endpoints;

    /// Returns the status of mobile sync.
    GetSyncStatus {}: GET "/sync" -> MediaContainer<SyncStatus>, User, Read, unpublished;
    /// Lists the sync items that the server is working on.
    GetSyncItems {}: GET "/sync/items" -> MediaContainer<Directories>, User, Read, unpublished;
    /// Lists the media of a sync item, converted to the quality that it requests.
    GetSyncItem: GET "/sync/items/{syncId}" -> MediaContainer<MetadataPage>, User, Read, unpublished;
    /// Lists the items that are waiting to be synced.
    GetSyncQueue {}: GET "/sync/queue" -> MediaContainer<Directories>, User, Read, unpublished;
    /// Lists the items that are waiting to be transcoded for mobile sync.
    GetSyncTranscodeQueue {}: GET "/sync/transcodeQueue"
        -> MediaContainer<Directories>, User, Read, unpublished;
    /// Makes the server look up again which media its sync items refer to.
    RefreshSyncContent {}: PUT "/sync/refreshContent" -> NoBody, User, Idempotent, unpublished;
    /// Makes the server fetch its sync items from plex.tv again.
    RefreshSyncLists {}: PUT "/sync/refreshSynclists" -> NoBody, User, Idempotent, unpublished;
    /// Tells the server that a device has finished downloading a synced item.
    MarkSyncItemDownloaded: PUT "/sync/{clientIdentifier}/item/{ratingKey}/downloaded"
        -> NoBody, User, Idempotent, unpublished;
}

/// Mobile sync is the predecessor of the download queue.
#[request]
pub struct GetSyncStatus {}

#[request]
pub struct GetSyncItems {}

#[request]
pub struct GetSyncItem {
    /// The id of the sync item at plex.tv.
    pub sync_id: u64,
}

#[request]
pub struct GetSyncQueue {}

#[request]
pub struct GetSyncTranscodeQueue {}

#[request]
pub struct RefreshSyncContent {}

#[request]
pub struct RefreshSyncLists {}

#[request]
pub struct MarkSyncItemDownloaded {
    /// The client identifier of the device.
    pub client_identifier: ClientIdentifier,
    /// The rating key of the item.
    pub rating_key: RatingKey,
}
