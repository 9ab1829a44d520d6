//! Entries that lead to other lists ([`Directory`]).

use crate::model::library::filters::{FieldType, MetaType, SectionFilter, SectionSort};
use crate::model::library::kind::MediaKind;
use crate::text::Text;
use plex_sdk_derive::model;

/// A menu entry: it leads to a list and is not an item itself.
#[model]
pub struct Directory {
    /// API path of the list. Relative to the current list unless it starts with `/`.
    pub key: Text,
    /// Title.
    pub title: Text,
    /// Type of the items in the list, if the server states it.
    #[wire(name = "type")]
    pub kind: Option<MediaKind>,
    /// The id of the tag, where the entry is one.
    pub id: Option<Text>,
    /// The tag itself, such as a genre or a person's name, where the entry is one.
    pub tag: Option<Text>,
    /// The filter that finds the items with the tag, such as `genre=15`.
    pub filter: Option<Text>,
    /// The number of the tag's kind, such as 1 for genres and 6 for actors.
    pub tag_type: Option<u32>,
    /// Number of entries in the list.
    pub count: Option<u32>,
    /// Number of items that start with this character, in a list of first characters.
    pub size: Option<u32>,
    /// API path of the same list without the menu around it.
    pub fast_key: Option<Text>,
    /// Path of the thumbnail.
    pub thumb: Option<Text>,
    /// Path of the background artwork.
    pub art: Option<Text>,
    /// Number of episodes or tracks in the list.
    pub leaf_count: Option<u32>,
    /// Number of episodes or tracks in the list that the user played.
    pub viewed_leaf_count: Option<u32>,
    /// Prompt to show to the user if the entry leads to a search, such as "Search Movies".
    pub prompt: Option<Text>,
    /// Whether the entry leads to a search.
    pub search: Option<bool>,
    /// Whether the entry leads to a list of choices rather than of items.
    pub secondary: Option<bool>,
    /// Filters of the list, if the entry represents an item type.
    #[wire(name = "Filter")]
    pub filters: Vec<SectionFilter>,
    /// Sorts of the list, if the entry represents an item type.
    #[wire(name = "Sort")]
    pub sorts: Vec<SectionSort>,
}

/// A list of directories.
#[model]
pub struct Directories {
    /// First title of the list.
    pub title1: Option<Text>,
    /// Path prefix of media tag images, such as codec and studio logos.
    pub media_tag_prefix: Option<Text>,
    /// Version of the media tag images: Unix time, in seconds.
    pub media_tag_version: Option<u64>,
    /// The directories.
    #[wire(name = "Directory")]
    pub directories: Vec<Directory>,
    /// Second title of the list, usually what the list contains.
    pub title2: Option<Text>,
    /// Path of the background artwork.
    pub art: Option<Text>,
    /// Path of the icon.
    pub thumb: Option<Text>,
    /// Kind of content, such as `secondary` for a menu.
    pub content: Option<Text>,
    /// ID of the library section.
    #[wire(name = "librarySectionID")]
    pub library_section_id: Option<u64>,
    /// Title of the library section.
    pub library_section_title: Option<Text>,
    /// UUID of the library section.
    #[wire(name = "librarySectionUUID")]
    pub library_section_uuid: Option<Text>,
    /// Type of the entries in the list, such as `episode`, or `secondary` for a menu.
    pub view_group: Option<Text>,
    /// View mode that the user last chose, as an opaque number.
    pub view_mode: Option<u64>,
    /// Whether clients should not cache the list.
    pub nocache: Option<bool>,
    /// Whether the list is sorted in ascending order.
    pub sort_asc: Option<bool>,
    /// The kinds of items in a section; with `includeDetails=1`.
    #[wire(name = "Type")]
    pub types: Vec<MetaType>,
    /// The kinds of fields of a section and how each compares; with `includeDetails=1`.
    #[wire(name = "FieldType")]
    pub field_types: Vec<FieldType>,
}
