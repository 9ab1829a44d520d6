//! Generators of playlists, among them orders to make optimized versions ([`OptimizeOrder`]).

use crate::model::transcoder::session::SubtitleHandling;
use crate::text::Text;
use crate::time::Timestamp;
use plex_sdk_derive::model;

open_enum! {
    /// Which items an optimization request covers.
    OptimizeScope {
        /// All items.
        All = "all",
        /// The first items, up to a number.
        Count = "count",
    }
}

open_enum! {
    /// The state of an optimization request.
    OptimizeState {
        /// Some items have not been processed.
        Pending = "pending",
        /// All items have been processed.
        Complete = "complete",
        /// The request failed.
        Failed = "failed",
    }
}

open_enum! {
    /// The processing state of an item in an optimization request.
    ProcessingState {
        /// The optimized version has been created.
        Processed = "processed",
        /// The optimized version has been created and is in place.
        Completed = "completed",
        /// The optimized version was deleted and will not be created again.
        Tombstoned = "tombstoned",
        /// The user disabled the item.
        Disabled = "disabled",
        /// Processing failed. The context states the reason.
        Error = "error",
        /// The item is waiting to be processed.
        Pending = "pending",
    }
}

/// A request to create optimized versions, as the client sends it. Fields that are not set remain unchanged.
#[model]
#[derive(Eq)]
pub struct OptimizeOrder {
    /// Type of the playlist generator. 42 for optimized versions.
    #[wire(name = "type")]
    pub kind: Option<i32>,
    /// Title.
    pub title: Option<Text>,
    /// Name of the target quality. Empty for a custom quality.
    pub target: Option<Text>,
    /// Tag ID of the target quality: 1 mobile, 2 TV, 3 original quality. Absent for a custom quality.
    #[wire(name = "targetTagID")]
    pub target_tag_id: Option<u64>,
    /// ID of the folder to store the optimized versions in. -1 for the folder of the original.
    #[wire(name = "locationID")]
    pub location_id: Option<i64>,
    /// URI of the items, such as a `library://` URI.
    #[wire(name = "Location][uri")]
    pub location_uri: Option<Text>,
    /// Which items are covered.
    #[wire(name = "Policy][scope")]
    pub policy_scope: Option<OptimizeScope>,
    /// Number of items to cover, if the scope is a count.
    #[wire(name = "Policy][value")]
    pub policy_value: Option<u32>,
    /// Whether to cover only unplayed items.
    #[wire(name = "Policy][unwatched")]
    pub policy_unwatched: Option<bool>,
    /// Name of the target device's profile, such as `Universal TV`.
    #[wire(name = "Device][profile")]
    pub device_profile: Option<Text>,
    /// Video quality, 0 to 100.
    #[wire(name = "MediaSettings][videoQuality")]
    pub video_quality: Option<u32>,
    /// Maximum video resolution, such as `1280x720`.
    #[wire(name = "MediaSettings][videoResolution")]
    pub video_resolution: Option<Text>,
    /// Maximum video bitrate, in kbit/s.
    #[wire(name = "MediaSettings][maxVideoBitrate")]
    pub max_video_bitrate: Option<u32>,
    /// Volume, in percent of the original.
    #[wire(name = "MediaSettings][audioBoost")]
    pub audio_boost: Option<u32>,
    /// Size of burned-in subtitles, in percent.
    #[wire(name = "MediaSettings][subtitleSize")]
    pub subtitle_size: Option<u32>,
    /// Music bitrate, in kbit/s.
    #[wire(name = "MediaSettings][musicBitrate")]
    pub music_bitrate: Option<u32>,
    /// Photo quality, 0 to 100.
    #[wire(name = "MediaSettings][photoQuality")]
    pub photo_quality: Option<u32>,
    /// Maximum photo resolution, such as `1920x1080`.
    #[wire(name = "MediaSettings][photoResolution")]
    pub photo_resolution: Option<Text>,
}

/// The response with a playlist generator in full.
#[model]
pub struct PlaylistGeneratorItems {
    /// The playlist generator.
    #[wire(name = "Item")]
    pub items: Vec<PlaylistGeneratorItem>,
}

/// A request to create optimized versions, as the server stores it.
#[model]
pub struct PlaylistGeneratorItem {
    /// ID of the playlist generator.
    pub id: Option<u64>,
    /// Type of the playlist generator: -1 for a smart playlist, 42 for optimized versions.
    #[wire(name = "type")]
    pub kind: Option<i32>,
    /// Title.
    pub title: Option<Text>,
    /// Path of a composite image made from the items.
    pub composite: Option<Text>,
    /// Name of the target quality. Empty for a custom quality.
    pub target: Option<Text>,
    /// Tag ID of the target quality: 1 mobile, 2 TV, 3 original quality. Absent for a custom quality.
    #[wire(name = "targetTagID")]
    pub target_tag_id: Option<u64>,
    /// Progress of the request.
    #[wire(name = "Status")]
    pub status: Option<OptimizeStatus>,
    /// Details of the target quality.
    #[wire(name = "MediaSettings")]
    pub media_settings: Option<OptimizeSettings>,
    /// Which items are covered.
    #[wire(name = "Policy")]
    pub policy: Option<OptimizePolicy>,
    /// Location of the items.
    #[wire(name = "Location")]
    pub location: Option<OptimizeLocation>,
    /// Target device.
    #[wire(name = "Device")]
    pub device: Option<OptimizeDevice>,
}

/// The progress of an optimization request.
#[model]
pub struct OptimizeStatus {
    /// Number of items that the request covers.
    pub items_count: Option<u32>,
    /// Number of items processed, successfully or not.
    pub items_complete_count: Option<u32>,
    /// Number of items processed successfully.
    pub items_successful_count: Option<u32>,
    /// Total size of the optimized versions, in bytes.
    pub total_size: Option<u64>,
    /// State of the request.
    pub state: Option<OptimizeState>,
}

/// The target quality of optimized versions.
#[model]
pub struct OptimizeSettings {
    /// Whether the original file can be used as is.
    pub direct_play: Option<bool>,
    /// Whether the video can be copied without transcoding.
    pub direct_stream: Option<bool>,
    /// Whether the audio can be copied without transcoding.
    pub direct_stream_audio: Option<bool>,
    /// Whether the quality adjusts to the bandwidth.
    pub auto_adjust_quality: Option<bool>,
    /// Video quality, 0 to 100.
    pub video_quality: Option<u32>,
    /// Video bitrate, in kbit/s.
    pub video_bitrate: Option<u32>,
    /// Maximum video bitrate, in kbit/s.
    pub max_video_bitrate: Option<u32>,
    /// Music bitrate, in kbit/s.
    pub music_bitrate: Option<u32>,
    /// Peak bitrate, in kbit/s.
    pub peak_bitrate: Option<u32>,
    /// Photo quality, 0 to 100.
    pub photo_quality: Option<u32>,
    /// How subtitles are delivered.
    pub subtitles: Option<SubtitleHandling>,
    /// How styled subtitles are delivered.
    pub advanced_subtitles: Option<SubtitleHandling>,
    /// Whether subtitles are synchronized with the audio automatically.
    pub auto_adjust_subtitle: Option<bool>,
    /// Maximum video resolution, such as `1280x720`.
    pub video_resolution: Option<Text>,
    /// Maximum photo resolution, such as `1920x1080`.
    pub photo_resolution: Option<Text>,
    /// Number of audio channels.
    pub audio_channel_count: Option<u32>,
    /// Size of burned-in subtitles, in percent.
    pub subtitle_size: Option<u32>,
    /// Volume, in percent of the original.
    pub audio_boost: Option<u32>,
    /// Segment length, in seconds.
    pub seconds_per_segment: Option<u32>,
    /// Whether the maximum resolution applies as is, whichever way the device is held.
    pub disable_resolution_rotation: Option<bool>,
}

/// Which items an optimization request covers.
#[model]
pub struct OptimizePolicy {
    /// Whether all items or only the first ones are covered.
    pub scope: Option<OptimizeScope>,
    /// Number of items to cover, if the scope is a count.
    pub value: Option<u32>,
    /// Whether to cover only unplayed items.
    pub unwatched: Option<bool>,
}

/// The location of the items that an optimization request covers.
#[model]
pub struct OptimizeLocation {
    /// URI of the items, such as a `library://` URI.
    pub uri: Option<Text>,
    /// ID of the library section.
    #[wire(name = "librarySectionID")]
    pub library_section_id: Option<u64>,
}

/// The target device of optimized versions.
#[model]
pub struct OptimizeDevice {
    /// Name of the device's profile, such as `Universal TV`.
    pub profile: Option<Text>,
}

/// The generators of a playlist.
#[model]
pub struct PlaylistGenerators {
    /// The generators.
    #[wire(name = "PlayQueueGenerator")]
    pub generators: Vec<PlaylistGenerator>,
}

/// A playlist generator: the filter of a smart playlist, or a request to create optimized versions.
#[model]
pub struct PlaylistGenerator {
    /// ID of the playlist generator.
    pub id: Option<u64>,
    /// ID of the playlist.
    #[wire(name = "playlistID")]
    pub playlist_id: Option<u64>,
    /// URI of the items, such as a `library://` URI.
    pub uri: Option<Text>,
    /// When the generator was created.
    pub created_at: Option<Timestamp>,
    /// When the generator was last updated.
    pub updated_at: Option<Timestamp>,
    /// When the results of the generator last changed.
    pub changed_at: Option<Timestamp>,
    /// Type of the playlist generator: -1 for a smart playlist, 42 for optimized versions.
    #[wire(name = "type")]
    pub kind: Option<i32>,
}
