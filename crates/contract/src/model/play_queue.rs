//! Play queues: what plays now and what next.

use crate::model::library::metadata::Metadata;
use crate::text::Text;
use plex_sdk_derive::model;

/// A play queue, or the window of it that was asked for.
#[model]
pub struct PlayQueue {
    /// Its number.
    #[wire(name = "playQueueID")]
    pub play_queue_id: Option<u64>,
    /// The entry that plays now.
    #[wire(name = "playQueueSelectedItemID")]
    pub selected_item_id: Option<u64>,
    /// The place of that entry in the whole queue, from 0.
    #[wire(name = "playQueueSelectedItemOffset")]
    pub selected_item_offset: Option<u32>,
    /// The rating key of the item that plays now.
    #[wire(name = "playQueueSelectedMetadataItemID")]
    pub selected_metadata_item_id: Option<u64>,
    /// The last entry that was added by hand: what stands before it plays next. Absent while nothing was added.
    #[wire(name = "playQueueLastAddedItemID")]
    pub last_added_item_id: Option<u64>,
    /// Whether it is shuffled.
    #[wire(name = "playQueueShuffled")]
    pub shuffled: Option<bool>,
    /// The address of what it was made from, such as `library://`, section and item.
    #[wire(name = "playQueueSourceURI")]
    pub source_uri: Option<Text>,
    /// How many entries the whole queue has; the window may have fewer.
    #[wire(name = "playQueueTotalCount")]
    pub total_count: Option<u32>,
    /// Grows by one with each change.
    #[wire(name = "playQueueVersion")]
    pub version: Option<u64>,
    /// The path in front of the pictures of codecs, studios and the like.
    pub media_tag_prefix: Option<Text>,
    /// The version of those pictures.
    pub media_tag_version: Option<u64>,
    /// The entries: items with their `play_queue_item_id`.
    #[wire(name = "Metadata")]
    pub metadata: Vec<Metadata>,
}
