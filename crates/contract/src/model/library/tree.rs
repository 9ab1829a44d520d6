//! An item with everything below it, as the server's database has it.

use crate::model::library::media::Stream;
use crate::model::preferences::Setting;
use crate::text::Text;
use crate::time::Timestamp;
use plex_sdk_derive::model;

/// One or more items with everything below them.
#[model]
pub struct ItemTree {
    /// Path prefix of media tag images, such as codec and studio logos.
    pub media_tag_prefix: Option<Text>,
    /// Version of the media tag images: Unix time, in seconds.
    pub media_tag_version: Option<u64>,
    /// The items.
    #[wire(name = "MetadataItem")]
    pub items: Vec<TreeItem>,
}

/// An item in an item tree.
#[model]
pub struct TreeItem {
    /// ID of the item, which is also its rating key.
    pub id: Option<u64>,
    /// Title. Empty if the item has none of its own.
    pub title: Option<Text>,
    /// Global ID, such as `plex://movie/` followed by 24 hexadecimal digits.
    pub guid: Option<Text>,
    /// Title of the parent, if it is stored on the item itself.
    pub parent_title: Option<Text>,
    /// Rating key of the item that this one is an instance of. Usually empty.
    pub instance_rating_key: Option<Text>,
    /// Season number (0 for specials), episode number (from 1) or track number (from 1).
    pub index: Option<i32>,
    /// Release date, as `YYYY-MM-DD`. Can be empty.
    pub originally_available_at: Option<Text>,
    /// When the item was added to the library.
    pub added_at: Option<Timestamp>,
    /// When the item's metadata was last refreshed.
    pub refreshed_at: Option<Timestamp>,
    /// The item's own settings.
    #[wire(name = "Setting")]
    pub settings: Vec<Setting>,
    /// Media versions of the item.
    #[wire(name = "MediaItem")]
    pub media: Vec<TreeMedia>,
    /// Children of the item.
    #[wire(name = "MetadataItem")]
    pub items: Vec<TreeItem>,
}

/// A media version in an item tree.
#[model]
pub struct TreeMedia {
    /// ID of the version on the server.
    pub id: Option<u64>,
    /// Files of the version, in playback order.
    #[wire(name = "MediaPart")]
    pub parts: Vec<TreePart>,
}

/// A file in an item tree.
#[model]
pub struct TreePart {
    /// ID of the file on the server.
    pub id: Option<u64>,
    /// Metadata type number of the item that the file belongs to, such as 4 for episodes.
    pub metadata_type: Option<u32>,
    /// Absolute path on the server's disk.
    pub file: Option<Text>,
    /// File size, in bytes.
    pub size: Option<u64>,
    /// Duration, in milliseconds.
    #[wire(name = "duration")]
    pub duration_ms: Option<u64>,
    /// Hash that Plex identifies the file by: 40 hexadecimal digits.
    pub hash: Option<Text>,
    /// Hash that OpenSubtitles identifies the file by: 16 hexadecimal digits.
    pub open_subtitle_hash: Option<Text>,
    /// Streams of the file. Here, their `kind` holds the stream type.
    #[wire(name = "MediaStream")]
    pub streams: Vec<Stream>,
}
