//! What a server answers to a report of playback.

use crate::text::Text;
use serde::{Deserialize, Serialize};

/// The answer to a report of playback.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct TimelineAnswer {
    /// What the server made of the report, such as `progress`.
    pub playback_state: Option<Text>,
    /// Where the item resumes now, in milliseconds.
    #[serde(rename = "viewOffset")]
    pub view_offset_ms: Option<u64>,
    /// How often the user played the item.
    pub view_count: Option<u32>,
    /// How often the user skipped it.
    pub skip_count: Option<u32>,
    /// The play queue that the item belongs to.
    #[serde(rename = "playQueueID")]
    pub play_queue_id: Option<u64>,
    /// Why the server ended the session; the player is to stop.
    pub termination_code: Option<u32>,
    /// The same in words, to show to the user.
    pub termination_text: Option<Text>,
    /// The rates of the conversion, where it follows the bandwidth.
    #[serde(rename = "Bandwidths")]
    pub bandwidths: Option<Bandwidths>,
}

/// The rates of a conversion over the playing time.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Bandwidths {
    /// The rates, from earlier to later.
    #[serde(rename = "Bandwidth")]
    pub bandwidths: Vec<Bandwidth>,
}

/// A rate and since when it holds.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Bandwidth {
    /// The place in the item where it starts, in milliseconds.
    #[serde(rename = "time")]
    pub time_ms: Option<u64>,
    /// The rate in kbit/s.
    pub bandwidth: Option<u64>,
    /// The size of the picture, as a name to show.
    pub resolution: Option<Text>,
}
