//! Library sections ([`Section`]), their folders and tabs.

use crate::ids::SectionId;
use crate::model::library::kind::SectionKind;
use crate::text::Text;
use crate::time::Timestamp;
use plex_sdk_derive::model;

/// A library section, such as "Movies".
#[model]
pub struct Section {
    /// The section's number.
    pub key: SectionId,
    /// The section's number once more, in the list of media providers.
    pub id: Option<SectionId>,
    /// The section's global id, as in `library://` addresses.
    pub uuid: Option<Text>,
    /// The section's name.
    pub title: Text,
    /// What it holds.
    #[wire(name = "type")]
    pub kind: Option<SectionKind>,
    /// What it holds more closely, such as `podcasts`.
    pub subtype: Option<Text>,
    /// The agent that finds its metadata.
    pub agent: Option<Text>,
    /// The group of metadata providers that it uses, on servers that have such groups.
    pub metadata_agent_provider_group_id: Option<Text>,
    /// The scanner that finds its files.
    pub scanner: Option<Text>,
    /// The language of its metadata, such as `en-US`.
    pub language: Option<Text>,
    /// Whether its items may be downloaded.
    pub allow_sync: bool,
    /// The backdrop's path.
    pub art: Option<Text>,
    /// The path of a picture made of its items.
    pub composite: Option<Text>,
    /// The icon's path.
    pub thumb: Option<Text>,
    /// Whether it can be browsed as a list of items.
    pub content: Option<bool>,
    /// Whether it can be opened as a menu.
    pub directory: Option<bool>,
    /// Whether it can be filtered.
    pub filters: Option<bool>,
    /// Where it is hidden: 0 nowhere, 1 from home, 2 from home and search.
    pub hidden: u8,
    /// Whether it is being scanned.
    pub refreshing: bool,
    /// A path that leads to it.
    pub path: Option<Text>,
    /// The path of its rows for the home screen.
    pub hub_key: Option<Text>,
    /// When it was made.
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    pub updated_at: Option<Timestamp>,
    /// When it was last scanned.
    pub scanned_at: Option<Timestamp>,
    /// A counter that grows with each change of its content; no time.
    pub content_changed_at: Option<u64>,
    /// The playing time of all its items, in milliseconds.
    #[wire(name = "durationTotal")]
    pub duration_total_ms: Option<u64>,
    /// The size of all its files, in bytes.
    pub storage_total: Option<u64>,
    /// How many items it has.
    pub total_size: Option<u32>,
    /// Its folders.
    #[wire(name = "Location")]
    pub locations: Vec<Location>,
    /// Its tabs, such as "Recommended" and "Library".
    #[wire(name = "Pivot")]
    pub pivots: Vec<Pivot>,
}

/// The answer that lists the library sections.
#[model]
pub struct Sections {
    /// The list's title.
    pub title1: Option<Text>,
    /// The list's second title.
    pub title2: Option<Text>,
    /// The backdrop's path.
    pub art: Option<Text>,
    /// The icon's path.
    pub thumb: Option<Text>,
    /// What the list is used for, mostly empty.
    pub content: Option<Text>,
    /// The path in front of the pictures of codecs, studios and the like.
    pub media_tag_prefix: Option<Text>,
    /// The version of those pictures.
    pub media_tag_version: Option<u64>,
    /// What the list holds, such as `secondary`.
    pub view_group: Option<Text>,
    /// The sections.
    #[wire(name = "Directory")]
    pub sections: Vec<Section>,
}

/// A tab of a section.
#[model]
pub struct Pivot {
    /// The tab's word, such as `recommended`.
    pub id: Option<Text>,
    /// The path of its content.
    pub key: Option<Text>,
    /// How to show it: `hub`, `list` or `view`.
    #[wire(name = "type")]
    pub kind: Option<Text>,
    /// Its name.
    pub title: Option<Text>,
    /// What a client is to show it as.
    pub context: Option<Text>,
    /// The name of its icon.
    pub symbol: Option<Text>,
    /// The client feature that it needs.
    pub requires: Option<Text>,
}

/// A folder of a section or of a show, season or artist.
#[model]
pub struct Location {
    /// The folder's number on the server.
    pub id: Option<u64>,
    /// The absolute path on the server's machine.
    pub path: Text,
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
