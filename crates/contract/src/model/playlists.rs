//! Generators of playlists, among them orders to make optimized versions ([`OptimizeOrder`]).

use crate::model::transcoder::session::SubtitleHandling;
use crate::text::Text;
use crate::time::Timestamp;
use plex_sdk_derive::model;

open_enum! {
    /// Which of the items an order covers.
    OptimizeScope {
        /// All of them.
        All = "all",
        /// The first few.
        Count = "count",
    }
}

open_enum! {
    /// How far an order is.
    OptimizeState {
        /// Something is still to do.
        Pending = "pending",
        /// All is done.
        Complete = "complete",
        /// It failed.
        Failed = "failed",
    }
}

open_enum! {
    /// How far one item of an order is.
    ProcessingState {
        /// Its copy is made.
        Processed = "processed",
        /// Its copy is made and in place.
        Completed = "completed",
        /// Its copy is gone, and it is not to be made again.
        Tombstoned = "tombstoned",
        /// It is left out by the user's wish.
        Disabled = "disabled",
        /// It failed; the context says why.
        Error = "error",
        /// It has its turn to come.
        Pending = "pending",
    }
}

/// An order to make optimized versions, as it is sent (`Item[...]`). What is left out stays as it is.
#[model]
#[derive(Eq)]
pub struct OptimizeOrder {
    /// The kind of generator, 42 for optimized versions.
    #[wire(name = "type")]
    pub kind: Option<i32>,
    /// Its title.
    pub title: Option<Text>,
    /// The quality's name; empty for one of one's own.
    pub target: Option<Text>,
    /// The number of the quality as a tag: 1 mobile, 2 TV, 3 original; absent for one of one's own.
    #[wire(name = "targetTagID")]
    pub target_tag_id: Option<u64>,
    /// The folder for the copies: -1 beside the original.
    #[wire(name = "locationID")]
    pub location_id: Option<i64>,
    /// The address of the items, such as `library://`, section and item.
    #[wire(name = "Location][uri")]
    pub location_uri: Option<Text>,
    /// Which of the items are covered.
    #[wire(name = "Policy][scope")]
    pub policy_scope: Option<OptimizeScope>,
    /// How many items are covered, where the scope is a count.
    #[wire(name = "Policy][value")]
    pub policy_value: Option<u32>,
    /// Whether items that were played are left out.
    #[wire(name = "Policy][unwatched")]
    pub policy_unwatched: Option<bool>,
    /// The device to suit, such as `Universal TV`.
    #[wire(name = "Device][profile")]
    pub device_profile: Option<Text>,
    /// The quality of the picture, 0 to 100.
    #[wire(name = "MediaSettings][videoQuality")]
    pub video_quality: Option<u32>,
    /// The largest picture, such as `1280x720`.
    #[wire(name = "MediaSettings][videoResolution")]
    pub video_resolution: Option<Text>,
    /// The highest rate of the picture in kbit/s.
    #[wire(name = "MediaSettings][maxVideoBitrate")]
    pub max_video_bitrate: Option<u32>,
    /// The loudness in percent of the original.
    #[wire(name = "MediaSettings][audioBoost")]
    pub audio_boost: Option<u32>,
    /// The size of drawn-in subtitles in percent.
    #[wire(name = "MediaSettings][subtitleSize")]
    pub subtitle_size: Option<u32>,
    /// The rate of music in kbit/s.
    #[wire(name = "MediaSettings][musicBitrate")]
    pub music_bitrate: Option<u32>,
    /// The quality of photos, 0 to 100.
    #[wire(name = "MediaSettings][photoQuality")]
    pub photo_quality: Option<u32>,
    /// The largest photo, such as `1920x1080`.
    #[wire(name = "MediaSettings][photoResolution")]
    pub photo_resolution: Option<Text>,
}

/// The answer that gives a playlist's generator in full.
#[model]
pub struct PlaylistGeneratorItems {
    /// The generator.
    #[wire(name = "Item")]
    pub items: Vec<PlaylistGeneratorItem>,
}

/// An order to make optimized versions, as the server keeps it.
#[model]
pub struct PlaylistGeneratorItem {
    /// Its number.
    pub id: Option<u64>,
    /// The kind of generator: -1 a filter, 42 optimized versions.
    #[wire(name = "type")]
    pub kind: Option<i32>,
    /// Its title.
    pub title: Option<Text>,
    /// The path of a picture made of its items.
    pub composite: Option<Text>,
    /// The quality's name.
    pub target: Option<Text>,
    /// The number of the quality as a tag.
    #[wire(name = "targetTagID")]
    pub target_tag_id: Option<u64>,
    /// How far it is.
    #[wire(name = "Status")]
    pub status: Option<OptimizeStatus>,
    /// The quality in detail.
    #[wire(name = "MediaSettings")]
    pub media_settings: Option<OptimizeSettings>,
    /// Which of the items are covered.
    #[wire(name = "Policy")]
    pub policy: Option<OptimizePolicy>,
    /// The items.
    #[wire(name = "Location")]
    pub location: Option<OptimizeLocation>,
    /// The device to suit.
    #[wire(name = "Device")]
    pub device: Option<OptimizeDevice>,
}

/// How far an order is, counted in items.
#[model]
pub struct OptimizeStatus {
    /// How many items it covers.
    pub items_count: Option<u32>,
    /// How many of them are done, well or not.
    pub items_complete_count: Option<u32>,
    /// How many of them are done well.
    pub items_successful_count: Option<u32>,
    /// The size of the copies in bytes.
    pub total_size: Option<u64>,
    /// How far it is as a whole.
    pub state: Option<OptimizeState>,
}

/// The quality of optimized versions.
#[model]
pub struct OptimizeSettings {
    /// Whether the original may do as it is.
    pub direct_play: Option<bool>,
    /// Whether the picture may be taken over as it is.
    pub direct_stream: Option<bool>,
    /// Whether the sound may be taken over as it is.
    pub direct_stream_audio: Option<bool>,
    /// Whether the quality follows the bandwidth.
    pub auto_adjust_quality: Option<bool>,
    /// The quality of the picture, 0 to 100.
    pub video_quality: Option<u32>,
    /// The rate of the picture in kbit/s.
    pub video_bitrate: Option<u32>,
    /// The highest rate of the picture in kbit/s.
    pub max_video_bitrate: Option<u32>,
    /// The rate of music in kbit/s.
    pub music_bitrate: Option<u32>,
    /// The highest rate for a moment, in kbit/s.
    pub peak_bitrate: Option<u32>,
    /// The quality of photos, 0 to 100.
    pub photo_quality: Option<u32>,
    /// What becomes of subtitles.
    pub subtitles: Option<SubtitleHandling>,
    /// What becomes of subtitles with styles of their own.
    pub advanced_subtitles: Option<SubtitleHandling>,
    /// Whether subtitles are shifted to fit the speech.
    pub auto_adjust_subtitle: Option<bool>,
    /// The largest picture, such as `1280x720`.
    pub video_resolution: Option<Text>,
    /// The largest photo.
    pub photo_resolution: Option<Text>,
    /// How many channels of sound.
    pub audio_channel_count: Option<u32>,
    /// The size of drawn-in subtitles in percent.
    pub subtitle_size: Option<u32>,
    /// The loudness in percent of the original.
    pub audio_boost: Option<u32>,
    /// The length of a segment in seconds.
    pub seconds_per_segment: Option<u32>,
    /// Whether the largest picture is meant for both ways of holding the device.
    pub disable_resolution_rotation: Option<bool>,
}

/// Which of the items an order covers.
#[model]
pub struct OptimizePolicy {
    /// All, or the first few.
    pub scope: Option<OptimizeScope>,
    /// How many, where the scope is a count.
    pub value: Option<u32>,
    /// Whether items that were played are left out.
    pub unwatched: Option<bool>,
}

/// The items that an order covers.
#[model]
pub struct OptimizeLocation {
    /// Their address.
    pub uri: Option<Text>,
    /// The section they are in.
    #[wire(name = "librarySectionID")]
    pub library_section_id: Option<u64>,
}

/// The device that optimized versions suit.
#[model]
pub struct OptimizeDevice {
    /// The name of its profile.
    pub profile: Option<Text>,
}

/// The answer that lists what fills a playlist.
#[model]
pub struct PlaylistGenerators {
    /// The generators.
    #[wire(name = "PlayQueueGenerator")]
    pub generators: Vec<PlaylistGenerator>,
}

/// What fills a playlist: a filter, or an order to make optimized versions.
#[model]
pub struct PlaylistGenerator {
    /// Its number.
    pub id: Option<u64>,
    /// The playlist.
    #[wire(name = "playlistID")]
    pub playlist_id: Option<u64>,
    /// The address of the items.
    pub uri: Option<Text>,
    /// When it was made.
    pub created_at: Option<Timestamp>,
    /// When it was last updated.
    pub updated_at: Option<Timestamp>,
    /// When what it finds last changed.
    pub changed_at: Option<Timestamp>,
    /// Its kind: -1 a filter, 42 optimized versions.
    #[wire(name = "type")]
    pub kind: Option<i32>,
}
