//! Entries that lead to other lists ([`Directory`]).

use crate::model::library::filters::{FieldType, MetaType, SectionFilter, SectionSort};
use crate::model::library::kind::MediaKind;
use crate::text::Text;
use plex_sdk_derive::model;

/// An entry of a menu: it leads to a list and is no item of its own.
#[model]
pub struct Directory {
    /// The path it leads to, relative to the list it stands in unless it starts with `/`.
    pub key: Text,
    /// The name to show.
    pub title: Text,
    /// What the list holds, where that is said.
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
    /// How many entries the list has.
    pub count: Option<u32>,
    /// How many items start with this letter, in a list of first characters.
    pub size: Option<u32>,
    /// A path that gives the same list without the menu around it.
    pub fast_key: Option<Text>,
    /// The picture's path.
    pub thumb: Option<Text>,
    /// The backdrop's path.
    pub art: Option<Text>,
    /// How many episodes or tracks lie below.
    pub leaf_count: Option<u32>,
    /// How many of those were played.
    pub viewed_leaf_count: Option<u32>,
    /// What to ask the user for, where it leads to a search.
    pub prompt: Option<Text>,
    /// Whether it leads to a search.
    pub search: Option<bool>,
    /// Whether it leads to a list of choices rather than of items.
    pub secondary: Option<bool>,
    /// The filters that the list takes, where it is a kind of items.
    #[wire(name = "Filter")]
    pub filters: Vec<SectionFilter>,
    /// The orders that the list can be in, where it is a kind of items.
    #[wire(name = "Sort")]
    pub sorts: Vec<SectionSort>,
}

/// An answer that lists directories.
#[model]
pub struct Directories {
    /// The list's title.
    pub title1: Option<Text>,
    /// The path in front of the pictures of codecs, studios and the like.
    pub media_tag_prefix: Option<Text>,
    /// The version of those pictures.
    pub media_tag_version: Option<u64>,
    /// The directories.
    #[wire(name = "Directory")]
    pub directories: Vec<Directory>,
    /// The list's second title, mostly what is listed.
    pub title2: Option<Text>,
    /// The backdrop's path.
    pub art: Option<Text>,
    /// The icon's path.
    pub thumb: Option<Text>,
    /// What the list is used for, such as `secondary` for a menu.
    pub content: Option<Text>,
    /// The section that the directories belong to.
    #[wire(name = "librarySectionID")]
    pub library_section_id: Option<u64>,
    /// The title of that section.
    pub library_section_title: Option<Text>,
    /// The global id of that section.
    #[wire(name = "librarySectionUUID")]
    pub library_section_uuid: Option<Text>,
    /// What the list holds, such as `secondary`.
    pub view_group: Option<Text>,
    /// How the user last chose to see the list, as a number.
    pub view_mode: Option<u64>,
    /// Whether clients should ask anew each time.
    pub nocache: Option<bool>,
    /// Whether the list is in ascending order.
    pub sort_asc: Option<bool>,
    /// The kinds of items in a section; with `includeDetails=1`.
    #[wire(name = "Type")]
    pub types: Vec<MetaType>,
    /// The kinds of fields of a section and how each compares; with `includeDetails=1`.
    #[wire(name = "FieldType")]
    pub field_types: Vec<FieldType>,
}
