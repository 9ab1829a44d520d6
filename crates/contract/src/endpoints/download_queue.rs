//! Queues of items made ready for download. They came with version 1.0.0 of the interface, in servers since 1.41.9.

use crate::codec::envelope::MediaContainer;
use crate::endpoints::transcoder::transcode_request;
use crate::ids::{DownloadItemId, DownloadQueueId};
use crate::model::{AddedQueueItems, DownloadQueueItems, DownloadQueues, PlaybackDecision};
use crate::reply::{Binary, NoBody};
use crate::text::Text;
use plex_sdk_derive::{endpoints, request};

endpoints! {
    Pms, download_queue, download_queue_endpoints;

    /// Returns the current user's download queue for this client, creating it if needed.
    CreateDownloadQueue {}: POST "/downloadQueue"
        -> MediaContainer<DownloadQueues>, User, Idempotent, since 1 41 9;
    /// Returns a download queue and its status.
    GetDownloadQueue: GET "/downloadQueue/{queueId}"
        -> MediaContainer<DownloadQueues>, User, Read, since 1 41 9;
    /// Adds items to a download queue, to be prepared in the requested quality.
    AddDownloadQueueItems: POST "/downloadQueue/{queueId}/add"
        -> MediaContainer<AddedQueueItems>, User, Idempotent, since 1 41 9;
    /// Lists all items in a download queue with their status.
    ListDownloadQueueItems: GET "/downloadQueue/{queueId}/items"
        -> MediaContainer<DownloadQueueItems>, User, Read, since 1 41 9;
    /// Returns one or more items of a download queue by id.
    GetDownloadQueueItems: GET "/downloadQueue/{queueId}/items/{itemId}"
        -> MediaContainer<DownloadQueueItems>, User, Read, since 1 41 9;
    /// Removes items from a download queue and deletes the files prepared for them.
    RemoveDownloadQueueItems: DELETE "/downloadQueue/{queueId}/items/{itemId}"
        -> NoBody, User, Idempotent, since 1 41 9;
    /// Processes items of a download queue again with their original parameters.
    RestartProcessingDownloadQueueItems: POST "/downloadQueue/{queueId}/items/{itemId}/restart"
        -> NoBody, User, Once, since 1 41 9;
    /// Returns the transcode decision for an item in a download queue.
    GetItemDecision: GET "/downloadQueue/{queueId}/item/{itemId}/decision"
        -> MediaContainer<PlaybackDecision>, User, Read, since 1 41 9;
    /// Downloads the prepared media file of an item in a download queue.
    GetDownloadQueueMedia: GET "/downloadQueue/{queueId}/item/{itemId}/media"
        -> Binary, User, Read, since 1 41 9;
}

/// The server identifies the client by its client identifier and responds with 400 if the request has none.
#[request]
pub struct CreateDownloadQueue {}

#[request]
pub struct GetDownloadQueue {
    /// The id of the download queue.
    pub queue_id: DownloadQueueId,
}

// No indent below: the first line of the operation's documentation follows an empty line.
transcode_request! {

/// The response contains the id of the queue item for each key. If the same item is already in the queue, it is the id
/// of the existing queue item.
///
/// The quality is requested as for a transcode session. The server responds with 400 if the parameters are invalid.
pub struct AddDownloadQueueItems {
    /// The id of the download queue.
    pub queue_id: DownloadQueueId,
    /// The keys of the items to add, such as `/library/metadata/900`.
    pub keys: Vec<Text>,
    /// The key of a single item, for the decision. Only the items in `keys` are added.
    pub path: Option<Text>,
}
}

#[request]
pub struct ListDownloadQueueItems {
    /// The id of the download queue.
    pub queue_id: DownloadQueueId,
}

#[request]
pub struct GetDownloadQueueItems {
    /// The id of the download queue.
    pub queue_id: DownloadQueueId,
    /// The ids of the queue items. At least one.
    #[wire(required)]
    pub item_id: Vec<DownloadItemId>,
}

#[request]
pub struct RemoveDownloadQueueItems {
    /// The id of the download queue.
    pub queue_id: DownloadQueueId,
    /// The ids of the queue items. At least one.
    #[wire(required)]
    pub item_id: Vec<DownloadItemId>,
}

/// Processing starts over from the transcode decision.
#[request]
pub struct RestartProcessingDownloadQueueItems {
    /// The id of the download queue.
    pub queue_id: DownloadQueueId,
    /// The ids of the queue items. At least one.
    #[wire(required)]
    pub item_id: Vec<DownloadItemId>,
}

/// The response contains decision codes and texts, and the item with the decision for each stream. The server responds
/// with 400 as long as no decision is available.
#[request]
pub struct GetItemDecision {
    /// The id of the download queue.
    pub queue_id: DownloadQueueId,
    /// The id of the queue item.
    pub item_id: DownloadItemId,
}

/// The server responds with 503 while the item is waiting or being transcoded.
#[request]
pub struct GetDownloadQueueMedia {
    /// The id of the download queue.
    pub queue_id: DownloadQueueId,
    /// The id of the queue item.
    pub item_id: DownloadItemId,
}
