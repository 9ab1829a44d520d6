//! Library sections ([`Section`]), their folders and tabs.

use crate::ids::SectionId;
use crate::model::library::kind::SectionKind;
use crate::text::Text;
use crate::time::Timestamp;
use plex_sdk_derive::model;

/// A library section, such as "Movies".
#[model]
pub struct Section {
    /// ID of the section.
    pub key: SectionId,
    /// ID of the section, repeated. Only in the list of media providers.
    pub id: Option<SectionId>,
    /// UUID of the section, used in `library://` URIs.
    pub uuid: Option<Text>,
    /// Title.
    pub title: Text,
    /// Type of the section.
    #[wire(name = "type")]
    pub kind: Option<SectionKind>,
    /// More specific type, such as `podcasts`.
    pub subtype: Option<Text>,
    /// Identifier of the agent that finds metadata.
    pub agent: Option<Text>,
    /// The group of metadata providers that it uses, on servers that have such groups.
    pub metadata_agent_provider_group_id: Option<Text>,
    /// Name of the scanner that finds files.
    pub scanner: Option<Text>,
    /// Metadata language, such as `en-US`.
    pub language: Option<Text>,
    /// Whether items of the section may be downloaded.
    pub allow_sync: bool,
    /// Path of the background artwork.
    pub art: Option<Text>,
    /// Path of a composite image made from the section's items.
    pub composite: Option<Text>,
    /// Path of the icon.
    pub thumb: Option<Text>,
    /// Whether the section can be browsed as a list of items.
    pub content: Option<bool>,
    /// Whether the section can be opened as a menu.
    pub directory: Option<bool>,
    /// Whether the section supports filters.
    pub filters: Option<bool>,
    /// Where the section is hidden: 0 nowhere, 1 on the home screen, 2 on the home screen and in search.
    pub hidden: u8,
    /// Whether the section is being scanned.
    pub refreshing: bool,
    /// API path of the section.
    pub path: Option<Text>,
    /// Path of the section's hubs for the home screen.
    pub hub_key: Option<Text>,
    /// When the section was created.
    pub created_at: Option<Timestamp>,
    /// When the section last changed.
    pub updated_at: Option<Timestamp>,
    /// When the section was last scanned.
    pub scanned_at: Option<Timestamp>,
    /// Counter that grows with each change of the content. Not a time.
    pub content_changed_at: Option<u64>,
    /// Total duration of all items, in milliseconds.
    #[wire(name = "durationTotal")]
    pub duration_total_ms: Option<u64>,
    /// Total size of all files, in bytes.
    pub storage_total: Option<u64>,
    /// Number of items in the section.
    pub total_size: Option<u32>,
    /// Folders of the section.
    #[wire(name = "Location")]
    pub locations: Vec<Location>,
    /// Tabs of the section, such as "Recommended" and "Library".
    #[wire(name = "Pivot")]
    pub pivots: Vec<Pivot>,
}

/// A list of library sections.
#[model]
pub struct Sections {
    /// First title of the list.
    pub title1: Option<Text>,
    /// Second title of the list.
    pub title2: Option<Text>,
    /// Path of the background artwork.
    pub art: Option<Text>,
    /// Path of the icon.
    pub thumb: Option<Text>,
    /// Kind of content, such as `secondary` for a menu. Usually empty.
    pub content: Option<Text>,
    /// Path prefix of media tag images, such as codec and studio logos.
    pub media_tag_prefix: Option<Text>,
    /// Version of the media tag images: Unix time, in seconds.
    pub media_tag_version: Option<u64>,
    /// Type of the entries in the list, such as `episode`, or `secondary` for a menu.
    pub view_group: Option<Text>,
    /// The library sections.
    #[wire(name = "Directory")]
    pub sections: Vec<Section>,
}

/// A tab of a library section.
#[model]
pub struct Pivot {
    /// Identifier of the tab, such as `recommended`.
    pub id: Option<Text>,
    /// API path of the tab's content.
    pub key: Option<Text>,
    /// How to display the tab: `hub`, `list` or `view`.
    #[wire(name = "type")]
    pub kind: Option<Text>,
    /// Title.
    pub title: Option<Text>,
    /// Display hint for clients, such as `content.library`.
    pub context: Option<Text>,
    /// Name of the icon, such as `star`.
    pub symbol: Option<Text>,
    /// Client feature that the tab requires.
    pub requires: Option<Text>,
}

/// A folder of a library section, show, season or artist.
#[model]
pub struct Location {
    /// ID of the folder on the server.
    pub id: Option<u64>,
    /// Absolute path on the server's disk.
    pub path: Text,
}

/// The update state of a library section.
#[model]
pub struct SectionTimeline {
    /// First title of the list: the title of the section.
    pub title1: Option<Text>,
    /// Path of the background artwork.
    pub art: Option<Text>,
    /// Path of the icon.
    pub thumb: Option<Text>,
    /// Kind of content, such as `secondary` for a menu.
    pub content: Option<Text>,
    /// When the section last changed.
    #[wire(name = "latestEntryTime")]
    pub latest_entry_at: Option<Timestamp>,
    /// Number of items waiting for a metadata update. 0 if the section is idle.
    pub update_queue_size: Option<u32>,
    /// Path prefix of media tag images, such as codec and studio logos.
    pub media_tag_prefix: Option<Text>,
    /// Version of the media tag images: Unix time, in seconds.
    pub media_tag_version: Option<u64>,
    /// Type of the entries in the list, such as `episode`, or `secondary` for a menu.
    pub view_group: Option<Text>,
    /// View mode that the user last chose, as an opaque number.
    pub view_mode: Option<u64>,
}
