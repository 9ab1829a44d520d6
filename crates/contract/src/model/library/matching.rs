//! What an agent finds when it is asked which title an item is.

use crate::model::library::kind::MediaKind;
use crate::model::library::metadata::Metadata;
use crate::text::Text;
use plex_sdk_derive::model;

/// A title that an item may be.
#[model]
pub struct Match {
    /// The title's global id, which is passed to choose it.
    pub guid: Option<Text>,
    /// The title.
    pub name: Option<Text>,
    /// The year of release.
    pub year: Option<i32>,
    /// How well it fits, 0 to 100; above 85 it counts as found.
    pub score: Option<i32>,
    /// What it is.
    #[wire(name = "type")]
    pub kind: Option<MediaKind>,
    /// The poster's address.
    pub thumb: Option<Text>,
    /// The plot or description.
    pub summary: Option<Text>,
    /// Whether the item counts as this title already.
    pub matched: Option<bool>,
    /// Whether the title is gone at its source, as agents have it.
    pub lifespan_ended: Option<bool>,
}

/// The titles that an item may be, best first.
#[model]
pub struct Matches {
    /// The titles, as servers answer in practice.
    #[wire(name = "SearchResult")]
    pub matches: Vec<Match>,
    /// The titles as items, as Plex's description has it.
    #[wire(name = "Metadata")]
    pub metadata: Vec<Metadata>,
}
