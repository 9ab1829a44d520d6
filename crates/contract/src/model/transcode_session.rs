//! [`TranscodeSession`]: a conversion under way.

use crate::text::Text;
use serde::{Deserialize, Serialize};

/// A conversion of media for a player that plays it, or for a download.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct TranscodeSession {
    /// Its path, such as `/transcode/sessions/abc`, or its bare id.
    pub key: Text,
    /// Whether the server waits, as the player has enough for now.
    pub throttled: bool,
    /// Whether all is converted.
    pub complete: bool,
    /// How much is converted, 0 to 100.
    pub progress: Option<f64>,
    /// The bytes converted so far; a negative number is an error's.
    pub size: Option<i64>,
    /// How many times faster than it plays it is converted.
    pub speed: Option<f64>,
    /// Whether it failed.
    pub error: bool,
    /// The length of the media in milliseconds.
    #[serde(rename = "duration")]
    pub duration_ms: Option<u64>,
    /// The time it still takes, in seconds.
    pub remaining: Option<i64>,
    /// What it is for: `streaming` or `static`.
    pub context: Option<Text>,
    /// The codec of the file's video.
    pub source_video_codec: Option<Text>,
    /// The codec of the file's sound.
    pub source_audio_codec: Option<Text>,
    /// What is done with the video: `copy`, `transcode` or `directplay`.
    pub video_decision: Option<Text>,
    /// What is done with the sound.
    pub audio_decision: Option<Text>,
    /// What is done with the subtitles, such as `burn`.
    pub subtitle_decision: Option<Text>,
    /// How it is sent: `http`, `dash`, `hls`.
    pub protocol: Option<Text>,
    /// The container it is sent in.
    pub container: Option<Text>,
    /// The codec that the video gets.
    pub video_codec: Option<Text>,
    /// The codec that the sound gets.
    pub audio_codec: Option<Text>,
    /// How many channels the sound gets.
    pub audio_channels: Option<u32>,
    /// The width that the video gets, in pixels.
    pub width: Option<u32>,
    /// The height that the video gets, in pixels.
    pub height: Option<u32>,
    /// Whether hardware was to help.
    pub transcode_hw_requested: bool,
    /// The hardware that decodes.
    pub transcode_hw_decoding: Option<Text>,
    /// The same for people.
    pub transcode_hw_decoding_title: Option<Text>,
    /// The hardware that encodes.
    pub transcode_hw_encoding: Option<Text>,
    /// The same for people.
    pub transcode_hw_encoding_title: Option<Text>,
    /// Whether all of it is done by hardware.
    pub transcode_hw_full_pipeline: Option<bool>,
    /// When it began or was last heard of, in seconds since 1970.
    pub time_stamp: Option<f64>,
    /// The last place that is converted, in seconds from the start.
    pub max_offset_available: Option<f64>,
    /// The first place that is still there, in seconds from the start.
    pub min_offset_available: Option<f64>,
    /// Whether it is for a download.
    pub offline_transcode: Option<bool>,
}
