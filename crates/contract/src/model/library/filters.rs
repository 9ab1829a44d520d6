//! What a list can be filtered and sorted by ([`SectionMeta`]).

use crate::model::library::kind::MediaKind;
use crate::text::Text;
use plex_sdk_derive::model;

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
