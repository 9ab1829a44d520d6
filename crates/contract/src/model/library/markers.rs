//! Chapters ([`Chapter`]) and stretches that may be skipped ([`Marker`]).

use crate::text::Text;
use plex_sdk_derive::model;

open_enum! {
    /// What a stretch of playing time is that a player may offer to skip.
    MarkerKind {
        /// The opening titles.
        Intro = "intro",
        /// The closing credits.
        Credits = "credits",
        /// An advertisement break.
        Commercial = "commercial",
        /// A place that the user marked.
        Bookmark = "bookmark",
        /// The place to go on from.
        Resume = "resume",
    }
}

/// A chapter of a video.
#[model]
pub struct Chapter {
    /// The chapter's number on the server.
    pub id: Option<u64>,
    /// The filter that finds this chapter.
    pub filter: Option<Text>,
    /// Its place, from 1.
    pub index: Option<u32>,
    /// Its title.
    pub tag: Option<Text>,
    /// The path of its picture.
    pub thumb: Option<Text>,
    /// Where it starts, in milliseconds.
    #[wire(name = "startTimeOffset")]
    pub start_time_offset_ms: Option<u64>,
    /// Where it ends, in milliseconds.
    #[wire(name = "endTimeOffset")]
    pub end_time_offset_ms: Option<u64>,
}

/// A stretch of playing time that a player may offer to skip.
#[model]
pub struct Marker {
    /// The marker's number on the server.
    pub id: Option<u64>,
    /// What the stretch is.
    #[wire(name = "type")]
    pub kind: Option<MarkerKind>,
    /// Where it starts, in milliseconds.
    #[wire(name = "startTimeOffset")]
    pub start_time_offset_ms: Option<u64>,
    /// Where it ends, in milliseconds.
    #[wire(name = "endTimeOffset")]
    pub end_time_offset_ms: Option<u64>,
    /// Whether nothing follows these credits.
    #[wire(name = "final")]
    pub is_final: Option<bool>,
    /// The version of the detector, where it stands on the marker itself.
    pub version: Option<Text>,
    /// The detector's own notes.
    #[wire(name = "Attributes")]
    pub attributes: Option<MarkerAttributes>,
    /// The name that the user gave it.
    pub title: Option<Text>,
    /// The colour that the user gave it.
    pub color: Option<Text>,
}

/// What the detector noted with a marker.
#[model]
pub struct MarkerAttributes {
    /// The id of the note.
    pub id: Option<u64>,
    /// The version of the detector that found the marker.
    pub version: Option<Text>,
}

/// A marker that was made or changed: as an entry of a list, or spread over the container itself.
#[model]
pub struct Markers {
    /// The marker's number, where it stands on the container.
    pub id: Option<u64>,
    /// What it marks, where that stands on the container.
    #[wire(name = "type")]
    pub kind: Option<MarkerKind>,
    /// Where it starts, in milliseconds, where that stands on the container.
    #[wire(name = "startTimeOffset")]
    pub start_time_offset_ms: Option<u64>,
    /// Where it ends, in milliseconds, where that stands on the container.
    #[wire(name = "endTimeOffset")]
    pub end_time_offset_ms: Option<u64>,
    /// Its name, where that stands on the container.
    pub title: Option<Text>,
    /// Its colour, where that stands on the container.
    pub color: Option<Text>,
    /// The marker as an entry.
    #[wire(name = "Marker")]
    pub markers: Vec<Marker>,
}
