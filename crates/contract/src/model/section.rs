//! Library sections, what they can be filtered and sorted by ([`SectionMeta`]), and rows of items ([`Hub`]).

use crate::ids::SectionId;
use crate::model::metadata::{MediaKind, Metadata};
use crate::model::search::FoundTag;
use crate::model::tag::Location;
use crate::text::Text;
use crate::time::Timestamp;
use plex_sdk_derive::model;

open_enum! {
    /// What a section holds.
    SectionKind {
        /// Movies and other single videos.
        Movie = "movie",
        /// Shows with seasons and episodes.
        Show = "show",
        /// Artists with albums and tracks.
        Artist = "artist",
        /// Photos and photo albums.
        Photo = "photo",
    }
}

impl Default for SectionKind {
    /// No word at all.
    fn default() -> Self {
        Self::Unknown(Text::default())
    }
}

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

/// What a list can be filtered and sorted by; with `includeMeta=1` only.
#[model]
pub struct SectionMeta {
    /// The kinds of items that the section can list.
    #[wire(name = "Type")]
    pub types: Vec<MetaType>,
    /// The kinds of fields and how each compares.
    #[wire(name = "FieldType")]
    pub field_types: Vec<FieldType>,
}

/// One kind of items that a section can list.
#[model]
pub struct MetaType {
    /// The path that lists them.
    pub key: Option<Text>,
    /// Which kind, such as `movie` or `folder`.
    #[wire(name = "type")]
    pub kind: Option<MediaKind>,
    /// Which kind more closely, such as `clip`.
    pub subtype: Option<Text>,
    /// Its name.
    pub title: Option<Text>,
    /// Whether the list at hand shows this kind.
    pub active: bool,
    /// The ready-made filters.
    #[wire(name = "Filter")]
    pub filters: Vec<SectionFilter>,
    /// The orders.
    #[wire(name = "Sort")]
    pub sorts: Vec<SectionSort>,
    /// The fields for filters of one's own.
    #[wire(name = "Field")]
    pub fields: Vec<Field>,
}

/// A ready-made filter.
#[model]
pub struct SectionFilter {
    /// The query parameter, such as `genre`.
    pub filter: Option<Text>,
    /// What it takes: `string`, `integer`, `boolean` or `tag`.
    pub filter_type: Option<Text>,
    /// The path that lists its choices.
    pub key: Option<Text>,
    /// Its name.
    pub title: Option<Text>,
    /// Always `filter`.
    #[wire(name = "type")]
    pub kind: Option<Text>,
    /// The choice taken when none is given.
    pub default: Option<Text>,
    /// Whether clients show it among the advanced filters only.
    pub advanced: Option<bool>,
}

/// An order that a list can be in.
#[model]
pub struct SectionSort {
    /// The value of `sort` that gives it, ascending.
    pub key: Option<Text>,
    /// The value of `sort` that gives it, descending.
    pub desc_key: Option<Text>,
    /// Its name.
    pub title: Option<Text>,
    /// The way round it starts with: `asc` or `desc`.
    pub default_direction: Option<Text>,
    /// The way round when this is the list's usual order, else absent.
    pub default: Option<Text>,
    /// Whether the list at hand is in it.
    pub active: bool,
    /// Which way round the list at hand is.
    pub active_direction: Option<Text>,
    /// The path that lists first letters, for orders by title.
    pub first_character_key: Option<Text>,
}

/// A field for filters of one's own.
#[model]
pub struct Field {
    /// Its name in a query, such as `title` or `show.title`.
    pub key: Option<Text>,
    /// Its name to show.
    pub title: Option<Text>,
    /// Which [`FieldType`] it is of.
    #[wire(name = "type")]
    pub kind: Option<Text>,
    /// What its numbers mean, such as `year` or `rating`.
    pub sub_type: Option<Text>,
}

/// A kind of field.
#[model]
pub struct FieldType {
    /// Its word: `tag`, `string`, `integer`, `boolean`, `date` and so on.
    #[wire(name = "type")]
    pub kind: Option<Text>,
    /// How it compares.
    #[wire(name = "Operator")]
    pub operators: Vec<FieldOperator>,
}

/// A way to compare a field with a value.
#[model]
pub struct FieldOperator {
    /// What stands between name and value, such as `=` or `>>=`.
    pub key: Option<Text>,
    /// Its name, such as "is greater than".
    pub title: Option<Text>,
}

/// A titled row of items, such as "Recently Added".
#[model]
pub struct Hub {
    /// The row's word, such as `home.continue`.
    pub hub_identifier: Option<Text>,
    /// Its title.
    pub title: Option<Text>,
    /// What its items are, or `mixed`.
    #[wire(name = "type")]
    pub kind: Option<MediaKind>,
    /// What its items are more closely.
    pub subtype: Option<Text>,
    /// What a client is to show it as, such as `hub.movie.similar`.
    pub context: Option<Text>,
    /// The path of the full list.
    pub key: Option<Text>,
    /// The path of exactly these items.
    pub hub_key: Option<Text>,
    /// How many items it carries.
    pub size: Option<u32>,
    /// How many items the full list has.
    pub total_size: Option<u32>,
    /// Whether the full list has more items.
    pub more: bool,
    /// How to show it: `shelf`, `hero` or `clip`.
    pub style: Option<Text>,
    /// Whether it is shown on the home screen.
    pub promoted: bool,
    /// Whether its items change from one request to the next.
    pub random: bool,
    /// Why it is shown, such as `section`.
    pub reason: Option<Text>,
    /// The id of what `reason` names.
    #[wire(name = "reasonID")]
    pub reason_id: Option<u64>,
    /// The title of what `reason` names.
    pub reason_title: Option<Text>,
    /// The items.
    #[wire(name = "Metadata")]
    pub metadata: Vec<Metadata>,
    /// Entries that are no items, such as tags that a search found.
    #[wire(name = "Directory")]
    pub directories: Vec<FoundTag>,
}
