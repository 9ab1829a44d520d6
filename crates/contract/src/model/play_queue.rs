//! Play queues: what plays now and what next.

use crate::model::metadata::Metadata;
use crate::text::Text;
use serde::{Deserialize, Serialize};

/// A play queue, or the window of it that was asked for.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct PlayQueue {
    /// Its number.
    #[serde(rename = "playQueueID")]
    pub play_queue_id: Option<u64>,
    /// The entry that plays now.
    #[serde(rename = "playQueueSelectedItemID")]
    pub selected_item_id: Option<u64>,
    /// The place of that entry in the whole queue, from 0.
    #[serde(rename = "playQueueSelectedItemOffset")]
    pub selected_item_offset: Option<u32>,
    /// The rating key of the item that plays now.
    #[serde(rename = "playQueueSelectedMetadataItemID")]
    pub selected_metadata_item_id: Option<u64>,
    /// The last entry that was added by hand: what stands before it plays next. Absent while nothing was added.
    #[serde(rename = "playQueueLastAddedItemID")]
    pub last_added_item_id: Option<u64>,
    /// Whether it is shuffled.
    #[serde(rename = "playQueueShuffled")]
    pub shuffled: Option<bool>,
    /// The address of what it was made from, such as `library://`, section and item.
    #[serde(rename = "playQueueSourceURI")]
    pub source_uri: Option<Text>,
    /// How many entries the whole queue has; the window may have fewer.
    #[serde(rename = "playQueueTotalCount")]
    pub total_count: Option<u32>,
    /// Grows by one with each change.
    #[serde(rename = "playQueueVersion")]
    pub version: Option<u64>,
    /// The path in front of the pictures of codecs, studios and the like.
    pub media_tag_prefix: Option<Text>,
    /// The version of those pictures.
    pub media_tag_version: Option<u64>,
    /// The entries: items with their `play_queue_item_id`.
    #[serde(rename = "Metadata")]
    pub metadata: Vec<Metadata>,
}
