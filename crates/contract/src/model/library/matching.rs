//! What an agent finds when it is asked which title an item is.

use crate::model::library::kind::MediaKind;
use crate::model::library::metadata::Metadata;
use crate::text::Text;
use plex_sdk_derive::model;

/// A candidate title for an item.
#[model]
pub struct Match {
    /// Global ID of the title. Send it to select this match.
    pub guid: Option<Text>,
    /// Title.
    pub name: Option<Text>,
    /// Year of release.
    pub year: Option<i32>,
    /// How well the title matches the item, 0 to 100. A score above 85 counts as a match.
    pub score: Option<i32>,
    /// Type of the title.
    #[wire(name = "type")]
    pub kind: Option<MediaKind>,
    /// URL of the poster or thumbnail.
    pub thumb: Option<Text>,
    /// Plot summary or description.
    pub summary: Option<Text>,
    /// Whether the item is currently matched to this title.
    pub matched: Option<bool>,
    /// Whether the title no longer exists at its source.
    pub lifespan_ended: Option<bool>,
}

/// The candidate titles for an item, best match first.
#[model]
pub struct Matches {
    /// The titles, in the form that servers return in practice.
    #[wire(name = "SearchResult")]
    pub matches: Vec<Match>,
    /// The titles as items, in the form that Plex's published API documents.
    #[wire(name = "Metadata")]
    pub metadata: Vec<Metadata>,
}
