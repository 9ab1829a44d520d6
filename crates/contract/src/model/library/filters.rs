//! What a list can be filtered and sorted by ([`SectionMeta`]).

use crate::model::library::kind::MediaKind;
use crate::text::Text;
use plex_sdk_derive::model;

/// The filters, sorts and fields that a list supports. Only with `includeMeta=1`.
#[model]
pub struct SectionMeta {
    /// Types of items that the section can list.
    #[wire(name = "Type")]
    pub types: Vec<MetaType>,
    /// Field types, each with its operators.
    #[wire(name = "FieldType")]
    pub field_types: Vec<FieldType>,
}

/// A type of item that a section can list.
#[model]
pub struct MetaType {
    /// API path that lists the items of this type.
    pub key: Option<Text>,
    /// Type of the items, such as `movie` or `folder`.
    #[wire(name = "type")]
    pub kind: Option<MediaKind>,
    /// Which kind more closely, such as `clip`.
    pub subtype: Option<Text>,
    /// Display name.
    pub title: Option<Text>,
    /// Whether the current list shows this type.
    pub active: bool,
    /// Predefined filters.
    #[wire(name = "Filter")]
    pub filters: Vec<SectionFilter>,
    /// Sorts.
    #[wire(name = "Sort")]
    pub sorts: Vec<SectionSort>,
    /// Fields for custom filters.
    #[wire(name = "Field")]
    pub fields: Vec<Field>,
}

/// A predefined filter.
#[model]
pub struct SectionFilter {
    /// Query parameter of the filter, such as `genre`.
    pub filter: Option<Text>,
    /// Type of the filter's values: `string`, `integer`, `boolean` or `tag`.
    pub filter_type: Option<Text>,
    /// API path that lists the possible values.
    pub key: Option<Text>,
    /// Display name.
    pub title: Option<Text>,
    /// Type of the object: always `filter`.
    #[wire(name = "type")]
    pub kind: Option<Text>,
    /// Value used if none is given.
    pub default: Option<Text>,
    /// Whether clients show it among the advanced filters only.
    pub advanced: Option<bool>,
}

/// A sort that a list supports.
#[model]
pub struct SectionSort {
    /// Value of the `sort` parameter for ascending order.
    pub key: Option<Text>,
    /// Value of the `sort` parameter for descending order.
    pub desc_key: Option<Text>,
    /// Display name.
    pub title: Option<Text>,
    /// Default direction of the sort: `asc` or `desc`.
    pub default_direction: Option<Text>,
    /// Direction if this is the default sort of the list: `asc` or `desc`. Absent otherwise.
    pub default: Option<Text>,
    /// Whether the current list uses this sort.
    pub active: bool,
    /// Direction of the sort in the current list: `asc` or `desc`.
    pub active_direction: Option<Text>,
    /// API path that lists the first characters of the items. Only for sorts by title.
    pub first_character_key: Option<Text>,
}

/// A field that custom filters can use.
#[model]
pub struct Field {
    /// Name of the field in a query, such as `title` or `show.title`.
    pub key: Option<Text>,
    /// Display name.
    pub title: Option<Text>,
    /// Type of the field: the `kind` of a [`FieldType`].
    #[wire(name = "type")]
    pub kind: Option<Text>,
    /// Meaning of the field's numbers, such as `year` or `rating`.
    pub sub_type: Option<Text>,
}

/// A type of field, with the operators that it supports.
#[model]
pub struct FieldType {
    /// Name of the type, such as `tag`, `string`, `integer`, `boolean` or `date`.
    #[wire(name = "type")]
    pub kind: Option<Text>,
    /// Operators that compare the field with a value.
    #[wire(name = "Operator")]
    pub operators: Vec<FieldOperator>,
}

/// An operator that compares a field with a value.
#[model]
pub struct FieldOperator {
    /// The operator as it appears in a query, between field and value, such as `=` or `>>=`.
    pub key: Option<Text>,
    /// Display name, such as "is greater than".
    pub title: Option<Text>,
}

/// The predefined filters of a library section.
#[model]
pub struct SectionFilters {
    /// First title of the list: the title of the section.
    pub title1: Option<Text>,
    /// Type of the entries in the list, such as `episode`, or `secondary` for a menu.
    pub view_group: Option<Text>,
    /// The filters.
    #[wire(name = "Directory")]
    pub filters: Vec<SectionFilter>,
}

/// The sorts of a library section.
#[model]
pub struct SectionSorts {
    /// First title of the list: the title of the section.
    pub title1: Option<Text>,
    /// Path of the background artwork.
    pub art: Option<Text>,
    /// Path of the icon.
    pub thumb: Option<Text>,
    /// Kind of content, such as `secondary` for a menu.
    pub content: Option<Text>,
    /// Path prefix of media tag images, such as codec and studio logos.
    pub media_tag_prefix: Option<Text>,
    /// Version of the media tag images: Unix time, in seconds.
    pub media_tag_version: Option<u64>,
    /// Type of the entries in the list, such as `episode`, or `secondary` for a menu.
    pub view_group: Option<Text>,
    /// View mode that the user last chose, as an opaque number.
    pub view_mode: Option<u64>,
    /// The sorts.
    #[wire(name = "Directory")]
    pub sorts: Vec<SectionSort>,
}
