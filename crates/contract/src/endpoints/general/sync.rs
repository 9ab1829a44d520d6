//! Mobile sync, older than the download queue.

use crate::codec::envelope::MediaContainer;
use crate::endpoint::endpoints;
use crate::ids::{ClientIdentifier, RatingKey};
use crate::model::{Directories, MetadataPage, SyncStatus};
use crate::reply::NoBody;
use plex_sdk_derive::Request;

/// `GET /sync`
///
/// Tells how mobile sync stands.
///
/// - Answer: a status number.
/// - Errors: 401 without a token that the server accepts.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_sync_status`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct GetSyncStatus {}

/// `GET /sync/items`
///
/// Lists the sync items that the server works on.
///
/// - Answer: an entry for each.
/// - Errors: 401 without a token that the server accepts.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_sync_items`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct GetSyncItems {}

/// `GET /sync/items/{syncId}`
///
/// Lists the media of a sync item, converted as it asks for.
///
/// - Parameters: the sync item's number at plex.tv.
/// - Answer: the items with their media.
/// - Errors: 401 without a token that the server accepts; 404 where there is none.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_sync_item`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct GetSyncItem {
    /// The sync item's number at plex.tv.
    pub sync_id: u64,
}

impl From<u64> for GetSyncItem {
    fn from(sync_id: u64) -> Self {
        Self { sync_id }
    }
}

/// `GET /sync/queue`
///
/// Lists what waits to be synced.
///
/// - Answer: an entry for each.
/// - Errors: 401 without a token that the server accepts.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_sync_queue`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct GetSyncQueue {}

/// `GET /sync/transcodeQueue`
///
/// Lists what waits to be converted for a sync.
///
/// - Answer: an entry for each.
/// - Errors: 401 without a token that the server accepts.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_sync_transcode_queue`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct GetSyncTranscodeQueue {}

/// `PUT /sync/refreshContent`
///
/// Has the server look anew which media its sync items stand for.
///
/// - Errors: 401 without a token that the server accepts.
/// - Who: anyone whose token the server accepts.
/// - Source: `refresh_sync_content`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct RefreshSyncContent {}

/// `PUT /sync/refreshSynclists`
///
/// Has the server fetch its sync items from plex.tv anew.
///
/// - Errors: 401 without a token that the server accepts.
/// - Who: anyone whose token the server accepts.
/// - Source: `refresh_sync_lists`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct RefreshSyncLists {}

/// `PUT /sync/{clientIdentifier}/item/{ratingKey}/downloaded`
///
/// Tells the server that a device has its copy of an item.
///
/// - Parameters: the device and the item.
/// - Errors: 401 without a token that the server accepts; 404 for an item that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `mark_sync_item_downloaded`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct MarkSyncItemDownloaded {
    /// The device.
    pub client_identifier: ClientIdentifier,
    /// The item.
    pub rating_key: RatingKey,
}

endpoints! {
    ($) Pms, general, general_sync_endpoints;
    GetSyncStatus {}: GET "/sync" -> MediaContainer<SyncStatus>, User, Read;
    GetSyncItems {}: GET "/sync/items" -> MediaContainer<Directories>, User, Read;
    GetSyncItem: GET "/sync/items/{syncId}" -> MediaContainer<MetadataPage>, User, Read;
    GetSyncQueue {}: GET "/sync/queue" -> MediaContainer<Directories>, User, Read;
    GetSyncTranscodeQueue {}: GET "/sync/transcodeQueue" -> MediaContainer<Directories>, User, Read;
    RefreshSyncContent {}: PUT "/sync/refreshContent" -> NoBody, User, Idempotent;
    RefreshSyncLists {}: PUT "/sync/refreshSynclists" -> NoBody, User, Idempotent;
    MarkSyncItemDownloaded: PUT "/sync/{clientIdentifier}/item/{ratingKey}/downloaded"
        -> NoBody, User, Idempotent;
}
