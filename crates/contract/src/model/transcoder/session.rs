//! Conversions: how media gets to a player, and conversions that run ([`TranscodeSession`]).

use crate::text::Text;
use plex_sdk_derive::model;

open_enum! {
    /// The type of media to transcode.
    #[derive(Default)]
    TranscodeType {
        /// Movies, episodes and clips.
        #[default]
        Video = "video",
        /// Tracks.
        Music = "music",
        /// Audio only.
        Audio = "audio",
        /// Photos.
        Photo = "photo",
        /// Subtitles only.
        Subtitles = "subtitles",
    }
}

open_enum! {
    /// The protocol that media is streamed with.
    StreamProtocol {
        /// A single HTTP response.
        Http = "http",
        /// Segments listed in an `m3u8` playlist.
        Hls = "hls",
        /// Segments listed in an `mpd` manifest.
        Dash = "dash",
    }
}

open_enum! {
    /// Where a player is, relative to the server.
    ClientLocation {
        /// In the server's own network.
        Lan = "lan",
        /// Elsewhere on the internet.
        Wan = "wan",
        /// On a cellular network.
        Cellular = "cellular",
    }
}

open_enum! {
    /// How subtitles are delivered.
    SubtitleHandling {
        /// The server decides.
        Auto = "auto",
        /// They are burned into the video.
        Burn = "burn",
        /// They are left out.
        None = "none",
        /// They are sent as a separate file.
        Sidecar = "sidecar",
        /// They are embedded in the media as a stream.
        Embedded = "embedded",
        /// They are sent separately, in segments.
        Segmented = "segmented",
    }
}

open_enum! {
    /// How styled subtitles are handled if the player does not support their format.
    AdvancedSubtitles {
        /// They are burned into the video.
        Burn = "burn",
        /// They are converted to plain text.
        Text = "text",
    }
}

open_enum! {
    /// The playback decision for a type of stream.
    StreamDecision {
        /// The original file is played.
        DirectPlay = "directplay",
        /// The stream is copied without transcoding.
        Copy = "copy",
        /// The stream is transcoded.
        Transcode = "transcode",
        /// The subtitles are burned into the video.
        Burn = "burn",
        /// The stream is left out.
        Ignore = "ignore",
    }
}

/// The transcode sessions in progress.
#[model]
pub struct TranscodeSessions {
    /// The transcode sessions.
    #[wire(name = "TranscodeSession")]
    pub sessions: Vec<TranscodeSession>,
}

/// A transcode session in progress.
#[model]
pub struct TranscodeSession {
    /// ID of the session. In a list of playback sessions, its API path, which ends in the ID.
    pub key: Text,
    /// Whether transcoding is throttled because it is far enough ahead of the player.
    pub throttled: Option<bool>,
    /// Whether transcoding is complete.
    pub complete: Option<bool>,
    /// Whether transcoding failed.
    pub error: Option<bool>,
    /// Progress, in percent, 0 to 100. -1 if unknown.
    pub progress: Option<f64>,
    /// Size of the output so far, in bytes. Negative if unknown.
    pub size: Option<i64>,
    /// Speed, as a multiple of real time. 1.0 is real time.
    pub speed: Option<f64>,
    /// Duration, in milliseconds.
    #[wire(name = "duration")]
    pub duration_ms: Option<u64>,
    /// Estimated time remaining, in seconds.
    pub remaining: Option<i64>,
    /// Purpose of the session: `streaming` for playback, `static` for a file to keep.
    pub context: Option<Text>,
    /// Video codec of the source.
    pub source_video_codec: Option<Text>,
    /// Audio codec of the source.
    pub source_audio_codec: Option<Text>,
    /// Playback decision for the video.
    pub video_decision: Option<StreamDecision>,
    /// Playback decision for the audio.
    pub audio_decision: Option<StreamDecision>,
    /// Playback decision for the subtitles.
    pub subtitle_decision: Option<StreamDecision>,
    /// Streaming protocol.
    pub protocol: Option<StreamProtocol>,
    /// Container format of the output, such as `mkv`.
    pub container: Option<Text>,
    /// Video codec of the output.
    pub video_codec: Option<Text>,
    /// Audio codec of the output.
    pub audio_codec: Option<Text>,
    /// Number of audio channels in the output.
    pub audio_channels: Option<u32>,
    /// Width of the output, in pixels.
    pub width: Option<u32>,
    /// Height of the output, in pixels.
    pub height: Option<u32>,
    /// Whether hardware acceleration was requested.
    pub transcode_hw_requested: Option<bool>,
    /// Hardware decoder, such as `vaapi`.
    pub transcode_hw_decoding: Option<Text>,
    /// Display name of the hardware decoder.
    pub transcode_hw_decoding_title: Option<Text>,
    /// Hardware encoder, such as `qsv`.
    pub transcode_hw_encoding: Option<Text>,
    /// Display name of the hardware encoder.
    pub transcode_hw_encoding_title: Option<Text>,
    /// Whether the whole pipeline is hardware accelerated.
    pub transcode_hw_full_pipeline: Option<bool>,
    /// Whether the transcode is for a download.
    pub offline_transcode: Option<bool>,
    /// Time of the session: Unix time, in seconds, with a fraction.
    pub time_stamp: Option<f64>,
    /// Earliest available position in the item, in seconds.
    pub min_offset_available: Option<f64>,
    /// Latest available position in the item, in seconds.
    pub max_offset_available: Option<f64>,
}
