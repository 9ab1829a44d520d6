//! Streams that are no part of an item yet ([`Streams`]) and how loud a stream is ([`AudioLevels`]).

use crate::model::library::media::Stream;
use plex_sdk_derive::model;

/// Streams that do not belong to an item yet, such as subtitles found by a search.
#[model]
pub struct Streams {
    /// The streams.
    #[wire(name = "Stream")]
    pub streams: Vec<Stream>,
}

/// The loudness of an audio stream over time.
#[model]
pub struct AudioLevels {
    /// Number of measured levels, one for each 100 ms of audio.
    pub total_samples: Option<u64>,
    /// The levels. Fewer than `total_samples` if the request asked for a subsample.
    #[wire(name = "Level")]
    pub levels: Vec<AudioLevel>,
}

/// The loudness of an audio stream at one point.
#[model]
pub struct AudioLevel {
    /// Level, in dB. 0 is full scale.
    #[wire(name = "v")]
    pub level: f64,
}
