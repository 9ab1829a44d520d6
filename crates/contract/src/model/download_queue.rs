//! Download queues: items that the server makes ready for one app of one user.

use crate::model::transcoder::session::TranscodeSession;
use crate::text::Text;
use plex_sdk_derive::model;

open_enum! {
    /// The status of a download queue.
    DownloadQueueStatus {
        /// The decision for at least one entry is pending.
        Deciding = "deciding",
        /// At least one entry is waiting to be transcoded, and none is being transcoded.
        Waiting = "waiting",
        /// An entry is being transcoded.
        Processing = "processing",
        /// All entries are available, or were available and have expired.
        Done = "done",
        /// An entry failed.
        Error = "error",
    }
}

open_enum! {
    /// The status of an entry of a download queue.
    DownloadStatus {
        /// The decision is pending.
        Deciding = "deciding",
        /// The entry is waiting to be transcoded.
        Waiting = "waiting",
        /// The entry is being transcoded.
        Processing = "processing",
        /// The entry is available for download.
        Available = "available",
        /// The decision or the transcode failed.
        Error = "error",
        /// The transcode has expired and is no longer available.
        Expired = "expired",
    }
}

/// The response with a download queue.
#[model]
pub struct DownloadQueues {
    /// The download queue.
    #[wire(name = "DownloadQueue")]
    pub queues: Vec<DownloadQueue>,
}

/// A download queue: items that the server prepares for one app of one user.
#[model]
pub struct DownloadQueue {
    /// ID of the download queue.
    pub id: Option<u64>,
    /// Account ID of its user on the server. 1 is the owner of the server.
    pub owner: Option<u64>,
    /// Client identifier of the app.
    pub client_identifier: Option<Text>,
    /// Number of entries.
    pub item_count: Option<u32>,
    /// Status of the queue.
    pub status: Option<DownloadQueueStatus>,
}

/// The items added to a download queue.
#[model]
pub struct AddedQueueItems {
    /// The added items, in the order of the request.
    #[wire(name = "AddedQueueItems")]
    pub items: Vec<AddedQueueItem>,
}

/// An item added to a download queue.
#[model]
pub struct AddedQueueItem {
    /// API path of the item.
    pub key: Option<Text>,
    /// ID of the entry. If the same item was already in the queue, the ID of the existing entry.
    pub id: Option<u64>,
}

/// The entries of a download queue.
#[model]
pub struct DownloadQueueItems {
    /// The entries.
    #[wire(name = "DownloadQueueItem")]
    pub items: Vec<DownloadQueueItem>,
}

/// An entry of a download queue.
#[model]
pub struct DownloadQueueItem {
    /// ID of the entry.
    pub id: Option<u64>,
    /// ID of the download queue.
    pub queue_id: Option<u64>,
    /// API path of the item.
    pub key: Option<Text>,
    /// Status of the entry.
    pub status: Option<DownloadStatus>,
    /// Error message, if the entry failed.
    pub error: Option<Text>,
    /// Decision about how to prepare the item.
    #[wire(name = "DecisionResult")]
    pub decision: Option<DecisionResult>,
    /// Transcode session, while the entry is being transcoded.
    #[wire(name = "TranscodeSession")]
    pub transcode_session: Option<TranscodeSession>,
}

/// The decision about an entry of a download queue. The codes are those of
/// [`PlaybackDecision`](crate::model::PlaybackDecision).
#[model]
pub struct DecisionResult {
    /// Overall decision code, such as 1000 for direct play or 1001 for transcoding.
    pub general_decision_code: Option<u32>,
    /// Overall decision as text.
    pub general_decision_text: Option<Text>,
    /// Decision code for direct play: 1000 if it is possible, 3000 or above if not.
    pub direct_play_decision_code: Option<u32>,
    /// Decision for direct play as text.
    pub direct_play_decision_text: Option<Text>,
    /// Decision code for transcoding, such as 1001 if it is possible.
    pub transcode_decision_code: Option<u32>,
    /// Decision for transcoding as text.
    pub transcode_decision_text: Option<Text>,
    /// Decision code for the player's own choice, if the request has `hasMDE=1`.
    pub mde_decision_code: Option<u32>,
    /// Decision for the player's own choice as text.
    pub mde_decision_text: Option<Text>,
    /// Maximum bitrate set when the entry was added, in kbit/s.
    pub available_bandwidth: Option<u64>,
}
