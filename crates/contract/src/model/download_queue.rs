//! Download queues: items that the server makes ready for one app of one user.

use crate::model::transcoder::session::TranscodeSession;
use crate::text::Text;
use plex_sdk_derive::model;

open_enum! {
    /// How far a download queue is.
    DownloadQueueStatus {
        /// About one entry at least it is not decided what to do.
        Deciding = "deciding",
        /// Entries wait for their conversion, and none is running.
        Waiting = "waiting",
        /// An entry is being converted.
        Processing = "processing",
        /// All entries are ready, or were.
        Done = "done",
        /// An entry failed.
        Error = "error",
    }
}

open_enum! {
    /// How far an entry of a download queue is.
    DownloadStatus {
        /// It is not decided what to do.
        Deciding = "deciding",
        /// It waits for its conversion.
        Waiting = "waiting",
        /// It is being converted.
        Processing = "processing",
        /// It can be downloaded.
        Available = "available",
        /// The decision or the conversion failed.
        Error = "error",
        /// It was ready, and the server has thrown it away since.
        Expired = "expired",
    }
}

/// The answer that gives a download queue.
#[model]
pub struct DownloadQueues {
    /// The queue.
    #[wire(name = "DownloadQueue")]
    pub queues: Vec<DownloadQueue>,
}

/// A download queue.
#[model]
pub struct DownloadQueue {
    /// Its number.
    pub id: Option<u64>,
    /// The number of its user on the server.
    pub owner: Option<u64>,
    /// The identifier of its app's installation.
    pub client_identifier: Option<Text>,
    /// How many entries it has.
    pub item_count: Option<u32>,
    /// How far it is.
    pub status: Option<DownloadQueueStatus>,
}

/// The answer that says what was added to a download queue.
#[model]
pub struct AddedQueueItems {
    /// What was added, in the order asked for.
    #[wire(name = "AddedQueueItems")]
    pub items: Vec<AddedQueueItem>,
}

/// An item that was added to a download queue.
#[model]
pub struct AddedQueueItem {
    /// The item's path.
    pub key: Option<Text>,
    /// The number of its entry; that of the old one where the same was in the queue before.
    pub id: Option<u64>,
}

/// The answer that lists entries of a download queue.
#[model]
pub struct DownloadQueueItems {
    /// The entries.
    #[wire(name = "DownloadQueueItem")]
    pub items: Vec<DownloadQueueItem>,
}

/// An entry of a download queue.
#[model]
pub struct DownloadQueueItem {
    /// Its number.
    pub id: Option<u64>,
    /// The queue.
    pub queue_id: Option<u64>,
    /// The item's path.
    pub key: Option<Text>,
    /// How far it is.
    pub status: Option<DownloadStatus>,
    /// What went wrong.
    pub error: Option<Text>,
    /// What was decided.
    #[wire(name = "DecisionResult")]
    pub decision: Option<DecisionResult>,
    /// The conversion, while it runs.
    #[wire(name = "TranscodeSession")]
    pub transcode_session: Option<TranscodeSession>,
}

/// What was decided about an entry; the codes are those of
/// [`PlaybackDecision`](crate::model::PlaybackDecision).
#[model]
pub struct DecisionResult {
    /// The decision as a whole.
    pub general_decision_code: Option<u32>,
    /// The same in words.
    pub general_decision_text: Option<Text>,
    /// Whether it can be taken as it is.
    pub direct_play_decision_code: Option<u32>,
    /// The same in words.
    pub direct_play_decision_text: Option<Text>,
    /// Whether it can be converted.
    pub transcode_decision_code: Option<u32>,
    /// The same in words.
    pub transcode_decision_text: Option<Text>,
    /// What the app's own choice came to.
    pub mde_decision_code: Option<u32>,
    /// The same in words.
    pub mde_decision_text: Option<Text>,
    /// The highest rate that was allowed when the entry was added, in kbit/s.
    pub available_bandwidth: Option<u64>,
}
