//! What the library lists besides items: tags, markers, streams, sound levels, who plays, what a search found.

use crate::model::media::Stream;
use crate::model::metadata::Metadata;
use crate::model::search::FoundTag;
use crate::model::tag::{Marker, MarkerKind, Tag};
use crate::text::Text;
use plex_sdk_derive::model;

/// A list of tags: genres, people and the like.
#[model]
pub struct Tags {
    /// The path in front of the pictures of codecs, studios and the like.
    pub media_tag_prefix: Option<Text>,
    /// The version of those pictures.
    pub media_tag_version: Option<u64>,
    /// The tags.
    #[wire(name = "Directory")]
    pub tags: Vec<Tag>,
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

/// Who plays an item most.
#[model]
pub struct TopUsers {
    /// Accounts, those with most plays first.
    #[wire(name = "Account")]
    pub accounts: Vec<TopUser>,
}

/// How often one account played an item.
#[model]
pub struct TopUser {
    /// The account's number on the server; 1 is the owner.
    pub id: u64,
    /// How often it played the item.
    pub global_view_count: u64,
}

/// What a search through all sections found.
#[model]
pub struct LibrarySearchResults {
    /// The path in front of the pictures of codecs, studios and the like.
    pub media_tag_prefix: Option<Text>,
    /// The version of those pictures.
    pub media_tag_version: Option<u64>,
    /// The section, where there is but one.
    #[wire(name = "librarySectionID")]
    pub library_section_id: Option<u64>,
    /// The title of that section.
    pub library_section_title: Option<Text>,
    /// The global id of that section.
    #[wire(name = "librarySectionUUID")]
    pub library_section_uuid: Option<Text>,
    /// What was found, best first.
    #[wire(name = "SearchResult")]
    pub results: Vec<LibrarySearchResult>,
}

/// One thing that a search found: an item, or a tag such as a person.
#[model]
pub struct LibrarySearchResult {
    /// How well it fits, higher is better.
    pub score: Option<f64>,
    /// The item, if it is one.
    #[wire(name = "Metadata")]
    pub metadata: Option<Box<Metadata>>,
    /// The tag, if it is one.
    #[wire(name = "Directory")]
    pub tag: Option<Box<FoundTag>>,
}
