//! Streams that are no part of an item yet ([`Streams`]) and how loud a stream is ([`AudioLevels`]).

use crate::model::library::media::Stream;
use plex_sdk_derive::model;

/// Streams that are no part of an item yet, such as subtitles that were found.
#[model]
pub struct Streams {
    /// The streams.
    #[wire(name = "Stream")]
    pub streams: Vec<Stream>,
}

/// How loud a stream is as it plays.
#[model]
pub struct AudioLevels {
    /// How many levels were measured, one for each 100 ms.
    pub total_samples: Option<u64>,
    /// The levels, thinned out where that was asked for.
    #[wire(name = "Level")]
    pub levels: Vec<AudioLevel>,
}

/// How loud a stream is at one point.
#[model]
pub struct AudioLevel {
    /// The level in dB, 0 is full scale.
    #[wire(name = "v")]
    pub level: f64,
}
