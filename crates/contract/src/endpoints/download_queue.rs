//! Queues of items made ready for download. They came with version 1.0.0 of the interface, in servers since 1.41.9.

use crate::codec::envelope::MediaContainer;
use crate::endpoint::endpoints;
use crate::endpoints::transcoder::transcode_request;
use crate::ids::{DownloadItemId, DownloadQueueId};
use crate::model::{AddedQueueItems, DownloadQueueItems, DownloadQueues, PlaybackDecision};
use crate::reply::{Binary, NoBody};
use crate::text::Text;
use plex_sdk_derive::Request;

/// `POST /downloadQueue`
///
/// Gives the download queue of this user and this app, made where there was none.
///
/// - Answer: the queue.
/// - Errors: 400 without a client identifier; 401 without a token that the server accepts.
/// - Who: anyone whose token the server accepts.
/// - Source: `create_download_queue`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct CreateDownloadQueue {}

/// `GET /downloadQueue/{queueId}`
///
/// Reads a download queue.
///
/// - Parameters: the queue.
/// - Answer: the queue, with how far it is.
/// - Errors: 401 without a token that the server accepts; 404 for a queue that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_download_queue`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetDownloadQueue {
    /// The queue.
    pub queue_id: DownloadQueueId,
}

// No indent below: the first line of the operation's documentation follows an empty line.
transcode_request! {

/// `POST /downloadQueue/{queueId}/add`
///
/// Adds items to a download queue, to be made ready in the quality wanted.
///
/// - Parameters: the queue; the items' paths; how the app can play, and the limits, as for a conversion.
/// - Answer: the entry of each item; the old one where the same was there before.
/// - Errors: 400 for parameters that cannot be; 401 without a token that the server accepts; 404 for a queue that is not
///   there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `add_download_queue_items`.
pub struct AddDownloadQueueItems {
    /// The queue.
    pub queue_id: DownloadQueueId,
    /// The items' paths, such as `/library/metadata/900`.
    pub keys: Vec<Text>,
    /// The path of a single item, which a decision takes; `keys` are what is added.
    pub path: Option<Text>,
}
}

/// `GET /downloadQueue/{queueId}/items`
///
/// Lists the entries of a download queue.
///
/// - Parameters: the queue.
/// - Answer: the entries, with how far each is.
/// - Errors: 401 without a token that the server accepts; 404 for a queue that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `list_download_queue_items`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct ListDownloadQueueItems {
    /// The queue.
    pub queue_id: DownloadQueueId,
}

/// `GET /downloadQueue/{queueId}/items/{itemId}`
///
/// Reads one or more entries of a download queue.
///
/// - Parameters: the queue; the entries, at least one.
/// - Answer: the entries, with how far each is.
/// - Errors: 401 without a token that the server accepts; 404 for a queue or entries that are not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_download_queue_items`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetDownloadQueueItems {
    /// The queue.
    pub queue_id: DownloadQueueId,
    /// The entries.
    pub item_id: Vec<DownloadItemId>,
}

/// `DELETE /downloadQueue/{queueId}/items/{itemId}`
///
/// Takes one or more entries out of a download queue, and throws away what was made for them.
///
/// - Parameters: the queue; the entries, at least one.
/// - Answer: nothing.
/// - Errors: 401 without a token that the server accepts; 404 for a queue or entries that are not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `remove_download_queue_items`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct RemoveDownloadQueueItems {
    /// The queue.
    pub queue_id: DownloadQueueId,
    /// The entries.
    pub item_id: Vec<DownloadItemId>,
}

/// `POST /downloadQueue/{queueId}/items/{itemId}/restart`
///
/// Has one or more entries decided and made anew, in the quality they were added with.
///
/// - Parameters: the queue; the entries, at least one.
/// - Answer: nothing.
/// - Errors: 401 without a token that the server accepts; 404 for a queue or entries that are not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `restart_processing_download_queue_items`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct RestartProcessingDownloadQueueItems {
    /// The queue.
    pub queue_id: DownloadQueueId,
    /// The entries.
    pub item_id: Vec<DownloadItemId>,
}

/// `GET /downloadQueue/{queueId}/item/{itemId}/decision`
///
/// Tells in full what was decided about an entry.
///
/// - Parameters: the queue; the entry.
/// - Answer: codes and texts of the decision, and the item with what becomes of each stream.
/// - Errors: 400 while it is not decided; 401 without a token that the server accepts; 404 for a queue or entry that is
///   not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_item_decision`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetItemDecision {
    /// The queue.
    pub queue_id: DownloadQueueId,
    /// The entry.
    pub item_id: DownloadItemId,
}

/// `GET /downloadQueue/{queueId}/item/{itemId}/media`
///
/// Downloads what was made ready.
///
/// - Parameters: the queue; the entry.
/// - Answer: the media file.
/// - Errors: 401 without a token that the server accepts; 404 for a queue or entry that is not there for the caller; 503
///   while the entry waits or is being converted.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_download_queue_media`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetDownloadQueueMedia {
    /// The queue.
    pub queue_id: DownloadQueueId,
    /// The entry.
    pub item_id: DownloadItemId,
}

impl From<DownloadQueueId> for GetDownloadQueue {
    fn from(queue_id: DownloadQueueId) -> Self {
        Self { queue_id }
    }
}

impl From<DownloadQueueId> for ListDownloadQueueItems {
    fn from(queue_id: DownloadQueueId) -> Self {
        Self { queue_id }
    }
}

endpoints! {
    ($) Pms, download_queue, download_queue_endpoints;
    CreateDownloadQueue {}: POST "/downloadQueue"
        -> MediaContainer<DownloadQueues>, User, Idempotent, since 1 41 9;
    GetDownloadQueue: GET "/downloadQueue/{queueId}"
        -> MediaContainer<DownloadQueues>, User, Read, since 1 41 9;
    AddDownloadQueueItems: POST "/downloadQueue/{queueId}/add"
        -> MediaContainer<AddedQueueItems>, User, Idempotent, since 1 41 9;
    ListDownloadQueueItems: GET "/downloadQueue/{queueId}/items"
        -> MediaContainer<DownloadQueueItems>, User, Read, since 1 41 9;
    GetDownloadQueueItems: GET "/downloadQueue/{queueId}/items/{itemId}"
        -> MediaContainer<DownloadQueueItems>, User, Read, since 1 41 9;
    RemoveDownloadQueueItems: DELETE "/downloadQueue/{queueId}/items/{itemId}"
        -> NoBody, User, Idempotent, since 1 41 9;
    RestartProcessingDownloadQueueItems: POST "/downloadQueue/{queueId}/items/{itemId}/restart"
        -> NoBody, User, Once, since 1 41 9;
    GetItemDecision: GET "/downloadQueue/{queueId}/item/{itemId}/decision"
        -> MediaContainer<PlaybackDecision>, User, Read, since 1 41 9;
    GetDownloadQueueMedia: GET "/downloadQueue/{queueId}/item/{itemId}/media"
        -> Binary, User, Read, since 1 41 9;
}
