//! What a search answers beside items: tags ([`FoundTag`]), and the places searched ([`SearchPage`]).

use crate::model::metadata::Metadata;
use crate::model::tag::Directory;
use crate::text::Text;
use plex_sdk_derive::model;

/// An entry of a row that is no item: a tag that a search found, such as an actor or a genre.
#[model]
pub struct FoundTag {
    /// The tag's number.
    pub id: Option<u64>,
    /// The path that lists the items which carry it.
    pub key: Option<Text>,
    /// The filter that finds those items, such as `actor=120`.
    pub filter: Option<Text>,
    /// The word itself, or a person's name.
    pub tag: Option<Text>,
    /// The name to show, where the entry is not a tag.
    pub title: Option<Text>,
    /// What it is, mostly `tag`.
    #[wire(name = "type")]
    pub kind: Option<Text>,
    /// The number of the tag's kind, such as 1 for genres and 6 for actors.
    pub tag_type: Option<u32>,
    /// The number that the tag stands for, if any.
    pub tag_value: Option<i32>,
    /// A person's id at Plex's metadata provider, 24 hexadecimal digits.
    pub tag_key: Option<Text>,
    /// The picture's path or address.
    pub thumb: Option<Text>,
    /// How many items carry it.
    pub count: Option<u32>,
    /// How well it fits, higher is better.
    pub score: Option<f64>,
    /// Why it was found, such as `section`.
    pub reason: Option<Text>,
    /// The id of what `reason` names.
    #[wire(name = "reasonID")]
    pub reason_id: Option<u64>,
    /// The title of what `reason` names.
    pub reason_title: Option<Text>,
    /// The section it belongs to.
    #[wire(name = "librarySectionID")]
    pub library_section_id: Option<u64>,
    /// The path of that section.
    pub library_section_key: Option<Text>,
    /// The title of that section.
    pub library_section_title: Option<Text>,
    /// The type number of that section, such as 1 for movies.
    pub library_section_type: Option<u32>,
}

/// The answer of a search that is not made of rows.
#[model]
pub struct SearchPage {
    /// The path in front of the pictures of codecs, studios and the like.
    pub media_tag_prefix: Option<Text>,
    /// The version of those pictures.
    pub media_tag_version: Option<u64>,
    /// The items found.
    #[wire(name = "Metadata")]
    pub metadata: Vec<Metadata>,
    /// What was found and is no item.
    #[wire(name = "Directory")]
    pub directories: Vec<Directory>,
    /// Further places to search.
    #[wire(name = "Provider")]
    pub providers: Vec<SearchProvider>,
}

/// A place to search.
#[model]
pub struct SearchProvider {
    /// The path of its search.
    pub key: Option<Text>,
    /// Its name.
    pub title: Option<Text>,
    /// What it finds, such as `mixed`.
    #[wire(name = "type")]
    pub kind: Option<Text>,
}
