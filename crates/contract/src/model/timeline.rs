//! What a server answers to a report of playback.

use crate::text::Text;
use plex_sdk_derive::model;

/// The response to a timeline report, with which a player reports its playback.
#[model]
pub struct TimelineAnswer {
    /// Playback state that the server derived from the report, such as `progress`.
    pub playback_state: Option<Text>,
    /// Resume position, in milliseconds.
    #[wire(name = "viewOffset")]
    pub view_offset_ms: Option<u64>,
    /// Number of times the user played the item.
    pub view_count: Option<u32>,
    /// Number of times the user skipped the item.
    pub skip_count: Option<u32>,
    /// ID of the play queue that the item belongs to.
    #[wire(name = "playQueueID")]
    pub play_queue_id: Option<u64>,
    /// Reason code, if the server terminated the session. The player should then stop.
    pub termination_code: Option<u32>,
    /// Reason for the termination as text, to show to the user.
    pub termination_text: Option<Text>,
    /// Bitrates of the transcode, if its quality adjusts to the bandwidth.
    #[wire(name = "Bandwidths")]
    pub bandwidths: Option<Bandwidths>,
}

/// The bitrates of a transcode over the course of playback.
#[model]
pub struct Bandwidths {
    /// The bitrates, in playback order.
    #[wire(name = "Bandwidth")]
    pub bandwidths: Vec<Bandwidth>,
}

/// A bitrate and the position in the item from which it applies.
#[model]
pub struct Bandwidth {
    /// Position in the item where the bitrate starts to apply, in milliseconds.
    #[wire(name = "time")]
    pub time_ms: Option<u64>,
    /// Bitrate, in kbit/s.
    pub bandwidth: Option<u64>,
    /// Video resolution as a display name.
    pub resolution: Option<Text>,
}
