//! An item with everything below it, as the server's database has it.

use crate::model::library::media::Stream;
use crate::model::preferences::Setting;
use crate::text::Text;
use crate::time::Timestamp;
use plex_sdk_derive::model;

/// The answer that shows one or more items with everything below them.
#[model]
pub struct ItemTree {
    /// The path in front of the pictures of codecs, studios and the like.
    pub media_tag_prefix: Option<Text>,
    /// The version of those pictures.
    pub media_tag_version: Option<u64>,
    /// The items.
    #[wire(name = "MetadataItem")]
    pub items: Vec<TreeItem>,
}

/// An item in a tree.
#[model]
pub struct TreeItem {
    /// The item's number, which is its rating key.
    pub id: Option<u64>,
    /// The title; empty where it has none of its own.
    pub title: Option<Text>,
    /// The item's global id.
    pub guid: Option<Text>,
    /// The parent's title, where it stands on the item itself.
    pub parent_title: Option<Text>,
    /// The key of the item that this one stands in for, mostly empty.
    pub instance_rating_key: Option<Text>,
    /// Its number: of a season, episode or track.
    pub index: Option<i32>,
    /// The date of release, `YYYY-MM-DD`; may be empty.
    pub originally_available_at: Option<Text>,
    /// When it came into the library.
    pub added_at: Option<Timestamp>,
    /// When its metadata was last fetched.
    pub refreshed_at: Option<Timestamp>,
    /// Its own settings.
    #[wire(name = "Setting")]
    pub settings: Vec<Setting>,
    /// Its versions.
    #[wire(name = "MediaItem")]
    pub media: Vec<TreeMedia>,
    /// The items below it.
    #[wire(name = "MetadataItem")]
    pub items: Vec<TreeItem>,
}

/// A version in a tree.
#[model]
pub struct TreeMedia {
    /// The version's number.
    pub id: Option<u64>,
    /// Its files.
    #[wire(name = "MediaPart")]
    pub parts: Vec<TreePart>,
}

/// A file in a tree.
#[model]
pub struct TreePart {
    /// The file's number.
    pub id: Option<u64>,
    /// The number of the kind of item it belongs to, such as 4 for episodes.
    pub metadata_type: Option<u32>,
    /// Its absolute path on the server's machine.
    pub file: Option<Text>,
    /// Its length in bytes.
    pub size: Option<u64>,
    /// The playing time in milliseconds.
    #[wire(name = "duration")]
    pub duration_ms: Option<u64>,
    /// The hash that Plex knows the file by, 40 hexadecimal digits.
    pub hash: Option<Text>,
    /// The hash that opensubtitles.org knows the file by, 16 hexadecimal digits.
    pub open_subtitle_hash: Option<Text>,
    /// What the file holds; here `kind` says what each stream is.
    #[wire(name = "MediaStream")]
    pub streams: Vec<Stream>,
}
