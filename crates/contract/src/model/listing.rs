//! What a section's own lists answer besides items: filters, orders, tags, what items share, and its timeline.

use crate::model::metadata::Metadata;
use crate::model::section::{SectionFilter, SectionSort};
use crate::model::tag::Tag;
use crate::text::Text;
use crate::time::Timestamp;
use plex_sdk_derive::model;

/// The ready-made filters of a section.
#[model]
pub struct SectionFilters {
    /// The section's title.
    pub title1: Option<Text>,
    /// What the list holds, such as `secondary`.
    pub view_group: Option<Text>,
    /// The filters.
    #[wire(name = "Directory")]
    pub filters: Vec<SectionFilter>,
}

/// The orders that a section's list can be in.
#[model]
pub struct SectionSorts {
    /// The section's title.
    pub title1: Option<Text>,
    /// The backdrop's path.
    pub art: Option<Text>,
    /// The icon's path.
    pub thumb: Option<Text>,
    /// What the list is used for, such as `secondary`.
    pub content: Option<Text>,
    /// The path in front of the pictures of codecs, studios and the like.
    pub media_tag_prefix: Option<Text>,
    /// The version of those pictures.
    pub media_tag_version: Option<u64>,
    /// What the list holds, such as `secondary`.
    pub view_group: Option<Text>,
    /// How the user last chose to see the list, as a number.
    pub view_mode: Option<u64>,
    /// The orders.
    #[wire(name = "Directory")]
    pub sorts: Vec<SectionSort>,
}

/// The words attached to a section's items.
#[model]
pub struct SectionTags {
    /// The section's title.
    pub title1: Option<Text>,
    /// The tags.
    #[wire(name = "Directory")]
    pub tags: Vec<Tag>,
}

/// What several items have in common.
#[model]
pub struct CommonFields {
    /// The section the items are in.
    #[wire(name = "librarySectionID")]
    pub library_section_id: Option<u64>,
    /// The title of that section.
    pub library_section_title: Option<Text>,
    /// The global id of that section.
    #[wire(name = "librarySectionUUID")]
    pub library_section_uuid: Option<Text>,
    /// One entry with the fields that all items share; its `mixed_fields` names those in which they differ.
    #[wire(name = "Common")]
    pub common: Vec<Metadata>,
    /// The same entry where a server gives it as an item.
    #[wire(name = "Metadata")]
    pub metadata: Vec<Metadata>,
}

/// How far a section is with its changes.
#[model]
pub struct SectionTimeline {
    /// The section's title.
    pub title1: Option<Text>,
    /// The backdrop's path.
    pub art: Option<Text>,
    /// The icon's path.
    pub thumb: Option<Text>,
    /// What the list is used for, such as `secondary`.
    pub content: Option<Text>,
    /// When something in the section last changed.
    #[wire(name = "latestEntryTime")]
    pub latest_entry_at: Option<Timestamp>,
    /// How many items wait for their metadata; 0 when the section is at rest.
    pub update_queue_size: Option<u32>,
    /// The path in front of the pictures of codecs, studios and the like.
    pub media_tag_prefix: Option<Text>,
    /// The version of those pictures.
    pub media_tag_version: Option<u64>,
    /// What the list holds, such as `secondary`.
    pub view_group: Option<Text>,
    /// How the user last chose to see the list, as a number.
    pub view_mode: Option<u64>,
}
