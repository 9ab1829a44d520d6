//! Play queues: what plays now and what next.

use crate::model::library::metadata::Metadata;
use crate::text::Text;
use plex_sdk_derive::model;

/// A play queue, or the window of it that was requested.
#[model]
pub struct PlayQueue {
    /// ID of the play queue.
    #[wire(name = "playQueueID")]
    pub play_queue_id: Option<u64>,
    /// ID of the selected entry, which is playing.
    #[wire(name = "playQueueSelectedItemID")]
    pub selected_item_id: Option<u64>,
    /// Position of the selected entry in the whole queue, from 0.
    #[wire(name = "playQueueSelectedItemOffset")]
    pub selected_item_offset: Option<u32>,
    /// Rating key of the selected item.
    #[wire(name = "playQueueSelectedMetadataItemID")]
    pub selected_metadata_item_id: Option<u64>,
    /// ID of the last entry in the "Up Next" region, which contains the entries that the user added. Absent if the
    /// region is empty.
    #[wire(name = "playQueueLastAddedItemID")]
    pub last_added_item_id: Option<u64>,
    /// Whether the queue is shuffled.
    #[wire(name = "playQueueShuffled")]
    pub shuffled: Option<bool>,
    /// URI that the queue was created from, such as a `library://` URI.
    #[wire(name = "playQueueSourceURI")]
    pub source_uri: Option<Text>,
    /// Number of entries in the whole queue. The window can contain fewer.
    #[wire(name = "playQueueTotalCount")]
    pub total_count: Option<u32>,
    /// Version of the queue. Increases by 1 with each change.
    #[wire(name = "playQueueVersion")]
    pub version: Option<u64>,
    /// Path prefix of media tag images, such as codec and studio logos.
    pub media_tag_prefix: Option<Text>,
    /// Version of the media tag images: Unix time, in seconds.
    pub media_tag_version: Option<u64>,
    /// The entries: items with their `play_queue_item_id`.
    #[wire(name = "Metadata")]
    pub metadata: Vec<Metadata>,
}
