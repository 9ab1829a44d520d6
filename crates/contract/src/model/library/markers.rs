//! Chapters ([`Chapter`]) and stretches that may be skipped ([`Marker`]).

use crate::text::Text;
use plex_sdk_derive::model;

open_enum! {
    /// The type of a marker.
    MarkerKind {
        /// The intro.
        Intro = "intro",
        /// The closing credits.
        Credits = "credits",
        /// A commercial break.
        Commercial = "commercial",
        /// A bookmark set by the user.
        Bookmark = "bookmark",
        /// A resume position.
        Resume = "resume",
    }
}

/// A chapter of a video.
#[model]
pub struct Chapter {
    /// ID of the chapter on the server.
    pub id: Option<u64>,
    /// Filter that finds this chapter.
    pub filter: Option<Text>,
    /// Position of the chapter, from 1.
    pub index: Option<u32>,
    /// Title.
    pub tag: Option<Text>,
    /// Path of the thumbnail.
    pub thumb: Option<Text>,
    /// Start of the chapter, in milliseconds from the start of the video.
    #[wire(name = "startTimeOffset")]
    pub start_time_offset_ms: Option<u64>,
    /// End of the chapter, in milliseconds from the start of the video.
    #[wire(name = "endTimeOffset")]
    pub end_time_offset_ms: Option<u64>,
}

/// A marked range of an item, such as the intro, which a player can offer to skip.
#[model]
pub struct Marker {
    /// ID of the marker on the server.
    pub id: Option<u64>,
    /// Type of the marker.
    #[wire(name = "type")]
    pub kind: Option<MarkerKind>,
    /// Start of the marker, in milliseconds from the start of the item.
    #[wire(name = "startTimeOffset")]
    pub start_time_offset_ms: Option<u64>,
    /// End of the marker, in milliseconds from the start of the item.
    #[wire(name = "endTimeOffset")]
    pub end_time_offset_ms: Option<u64>,
    /// Whether these are the final credits: nothing follows them.
    #[wire(name = "final")]
    pub is_final: Option<bool>,
    /// Version of the detector, if it is given on the marker itself.
    pub version: Option<Text>,
    /// Attributes set by the detector.
    #[wire(name = "Attributes")]
    pub attributes: Option<MarkerAttributes>,
    /// Title set by the user.
    pub title: Option<Text>,
    /// Color set by the user.
    pub color: Option<Text>,
}

/// The attributes that the detector set on a marker.
#[model]
pub struct MarkerAttributes {
    /// ID of the attributes.
    pub id: Option<u64>,
    /// Version of the detector.
    pub version: Option<Text>,
}

/// The response with a created or changed marker. The server sends the marker either as an entry of `markers` or as
/// fields of the container itself.
#[model]
pub struct Markers {
    /// ID of the marker on the server, if it is on the container.
    pub id: Option<u64>,
    /// Type of the marker, if it is on the container.
    #[wire(name = "type")]
    pub kind: Option<MarkerKind>,
    /// Start of the marker, in milliseconds from the start of the item, if it is on the container.
    #[wire(name = "startTimeOffset")]
    pub start_time_offset_ms: Option<u64>,
    /// End of the marker, in milliseconds from the start of the item, if it is on the container.
    #[wire(name = "endTimeOffset")]
    pub end_time_offset_ms: Option<u64>,
    /// Title set by the user, if it is on the container.
    pub title: Option<Text>,
    /// Color set by the user, if it is on the container.
    pub color: Option<Text>,
    /// The marker as an entry.
    #[wire(name = "Marker")]
    pub markers: Vec<Marker>,
}
