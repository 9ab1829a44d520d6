//! Conversions: how media gets to a player, and conversions that run ([`TranscodeSession`]).

use crate::text::Text;
use plex_sdk_derive::model;

open_enum! {
    /// What is converted, as it stands in paths.
    #[derive(Default)]
    TranscodeType {
        /// Movies, episodes and clips.
        #[default]
        Video = "video",
        /// Tracks.
        Music = "music",
        /// Sound alone.
        Audio = "audio",
        /// Photos.
        Photo = "photo",
        /// Subtitles alone.
        Subtitles = "subtitles",
    }
}

open_enum! {
    /// How media is carried.
    StreamProtocol {
        /// As one long answer.
        Http = "http",
        /// In segments, listed by an `m3u8` playlist.
        Hls = "hls",
        /// In segments, listed by an `mpd` manifest.
        Dash = "dash",
    }
}

open_enum! {
    /// Where a player is, seen from the server.
    ClientLocation {
        /// In the same network.
        Lan = "lan",
        /// Elsewhere on the internet.
        Wan = "wan",
        /// On a mobile network.
        Cellular = "cellular",
    }
}

open_enum! {
    /// What becomes of subtitles.
    SubtitleHandling {
        /// The server decides.
        Auto = "auto",
        /// They are drawn into the picture.
        Burn = "burn",
        /// They are left out.
        None = "none",
        /// They travel beside the media, as a file.
        Sidecar = "sidecar",
        /// They are a track of the media.
        Embedded = "embedded",
        /// They travel beside the media, in segments.
        Segmented = "segmented",
    }
}

open_enum! {
    /// What becomes of subtitles with styles of their own that the player cannot show.
    AdvancedSubtitles {
        /// They are drawn into the picture.
        Burn = "burn",
        /// They are turned into plain text.
        Text = "text",
    }
}

open_enum! {
    /// What is done with one kind of stream.
    StreamDecision {
        /// It is sent as it is, in its own file.
        DirectPlay = "directplay",
        /// It is taken over unchanged.
        Copy = "copy",
        /// It is converted.
        Transcode = "transcode",
        /// It is drawn into the picture.
        Burn = "burn",
        /// It is left out.
        Ignore = "ignore",
    }
}

/// The answer that lists conversions which run.
#[model]
pub struct TranscodeSessions {
    /// The conversions.
    #[wire(name = "TranscodeSession")]
    pub sessions: Vec<TranscodeSession>,
}

/// A conversion that runs.
#[model]
pub struct TranscodeSession {
    /// Its id; inside a list of sessions its path, which ends in the id.
    pub key: Text,
    /// Whether it waits, as it is far enough ahead of the player.
    pub throttled: Option<bool>,
    /// Whether all is converted.
    pub complete: Option<bool>,
    /// Whether it failed.
    pub error: Option<bool>,
    /// How far it is, 0 to 100.
    pub progress: Option<f64>,
    /// The size so far in bytes; negative where that is not known.
    pub size: Option<i64>,
    /// How many times faster than it plays.
    pub speed: Option<f64>,
    /// The playing time in milliseconds.
    #[wire(name = "duration")]
    pub duration_ms: Option<u64>,
    /// The time left, in seconds.
    pub remaining: Option<i64>,
    /// What it is for: `streaming` to play at once, `static` to keep.
    pub context: Option<Text>,
    /// The codec of the picture it reads.
    pub source_video_codec: Option<Text>,
    /// The codec of the sound it reads.
    pub source_audio_codec: Option<Text>,
    /// What is done with the picture.
    pub video_decision: Option<StreamDecision>,
    /// What is done with the sound.
    pub audio_decision: Option<StreamDecision>,
    /// What is done with subtitles.
    pub subtitle_decision: Option<StreamDecision>,
    /// How it is carried.
    pub protocol: Option<StreamProtocol>,
    /// The file format it writes.
    pub container: Option<Text>,
    /// The codec of the picture it writes.
    pub video_codec: Option<Text>,
    /// The codec of the sound it writes.
    pub audio_codec: Option<Text>,
    /// How many channels of sound it writes.
    pub audio_channels: Option<u32>,
    /// The picture's width in pixels.
    pub width: Option<u32>,
    /// The picture's height in pixels.
    pub height: Option<u32>,
    /// Whether the hardware was to help.
    pub transcode_hw_requested: Option<bool>,
    /// The hardware that reads, such as `vaapi`.
    pub transcode_hw_decoding: Option<Text>,
    /// That hardware's name to show.
    pub transcode_hw_decoding_title: Option<Text>,
    /// The hardware that writes, such as `qsv`.
    pub transcode_hw_encoding: Option<Text>,
    /// That hardware's name to show.
    pub transcode_hw_encoding_title: Option<Text>,
    /// Whether the hardware does all of it.
    pub transcode_hw_full_pipeline: Option<bool>,
    /// Whether it is made for download.
    pub offline_transcode: Option<bool>,
    /// The instant that the server notes for it, in seconds since 1970 with a fraction.
    pub time_stamp: Option<f64>,
    /// The earliest place in the item that is there, in seconds.
    pub min_offset_available: Option<f64>,
    /// The latest place in the item that is there, in seconds.
    pub max_offset_available: Option<f64>,
}
