//! What a server answers to a report of playback.

use crate::text::Text;
use plex_sdk_derive::model;

/// The answer to a report of playback.
#[model]
pub struct TimelineAnswer {
    /// What the server made of the report, such as `progress`.
    pub playback_state: Option<Text>,
    /// Where the item resumes now, in milliseconds.
    #[wire(name = "viewOffset")]
    pub view_offset_ms: Option<u64>,
    /// How often the user played the item.
    pub view_count: Option<u32>,
    /// How often the user skipped it.
    pub skip_count: Option<u32>,
    /// The play queue that the item belongs to.
    #[wire(name = "playQueueID")]
    pub play_queue_id: Option<u64>,
    /// Why the server ended the session; the player is to stop.
    pub termination_code: Option<u32>,
    /// The same in words, to show to the user.
    pub termination_text: Option<Text>,
    /// The rates of the conversion, where it follows the bandwidth.
    #[wire(name = "Bandwidths")]
    pub bandwidths: Option<Bandwidths>,
}

/// The rates of a conversion over the playing time.
#[model]
pub struct Bandwidths {
    /// The rates, from earlier to later.
    #[wire(name = "Bandwidth")]
    pub bandwidths: Vec<Bandwidth>,
}

/// A rate and since when it holds.
#[model]
pub struct Bandwidth {
    /// The place in the item where it starts, in milliseconds.
    #[wire(name = "time")]
    pub time_ms: Option<u64>,
    /// The rate in kbit/s.
    pub bandwidth: Option<u64>,
    /// The size of the picture, as a name to show.
    pub resolution: Option<Text>,
}
