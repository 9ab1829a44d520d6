//! Words attached to items ([`Tag`]), and tags that a search found ([`FoundTag`]).

use crate::ids::RatingKey;
use crate::model::wide::wide;
use crate::text::Text;
use plex_sdk_derive::model;

wide! {
    /// A word attached to items: a genre, person, country, collection, label, mood, style and so on.
    pub struct Tag: TagDetail {
        /// The tag's id: a number on a server, other text at a cloud provider.
        "id" id: Option<Text>,
        /// The word itself, or a person's name.
        "tag" tag: Text,
        /// The filter that finds the items which carry it, such as `genre=15`.
        "filter" filter: Option<Text>,
    }
}

wide! {
    /// What a [`Tag`] says more of a person, and how often it is used.
    pub struct TagDetail: TagMore {
        /// What a person did, or the part that an actor played.
        "role" role: Option<Text>,
        /// A person's id at Plex's metadata provider, 24 hexadecimal digits.
        "tagKey" tag_key: Option<Text>,
        /// The portrait's address.
        "thumb" thumb: Option<Text>,
        /// How many items carry it; with `includeRelatedCount=1` only.
        "count" count: Option<u32>,
    }
}

wide! {
    /// The fields of [`Tag`] that few tags have.
    pub struct TagMore {
        /// The backdrop's address.
        "art" art: Option<Text>,
        /// A person's place in the cast list, from 1.
        "order" order: Option<u32>,
        /// The path that lists the items which carry it.
        "key" key: Option<Text>,
        /// The item that stands for the tag, where there is one.
        "ratingKey" rating_key: Option<RatingKey>,
        /// The global id of what the tag names.
        "guid" guid: Option<Text>,
        /// The name as it stands in web addresses.
        "slug" slug: Option<Text>,
        /// A text about what the tag names.
        "summary" summary: Option<Text>,
        /// The tag's own type word, such as `tag`.
        "type" kind: Option<Text>,
        /// The number of the tag's kind, such as 1 for genres and 6 for actors.
        "tagType" tag_type: Option<u32>,
        /// The number that the tag stands for, if any.
        "tagValue" tag_value: Option<i32>,
        /// The name to show where it differs from `tag`, as of a season order.
        "title" title: Option<Text>,
        /// Where a season order comes from, such as `tmdb`.
        "source" source: Option<Text>,
        /// What a client is to show the tag as.
        "context" context: Option<Text>,
        /// Whether `key` can be opened as a list.
        "directory" directory: Option<bool>,
        /// How sure an automatic tag is, 0 to 1.
        "confidence" confidence: Option<f64>,
        /// How well it fits a search, higher is better.
        "score" score: Option<f64>,
        /// Why a search found it, such as `section`.
        "reason" reason: Option<Text>,
        /// The id of what `reason` names.
        "reasonID" reason_id: Option<u64>,
        /// The title of what `reason` names.
        "reasonTitle" reason_title: Option<Text>,
        /// The section it belongs to.
        "librarySectionID" library_section_id: Option<u64>,
        /// The path of that section.
        "librarySectionKey" library_section_key: Option<Text>,
        /// The title of that section.
        "librarySectionTitle" library_section_title: Option<Text>,
        /// The type number of that section, such as 1 for movies.
        "librarySectionType" library_section_type: Option<u32>,
    }
}

/// A list of tags: genres, people and the like.
#[model]
pub struct Tags {
    /// The path in front of the pictures of codecs, studios and the like.
    pub media_tag_prefix: Option<Text>,
    /// The version of those pictures.
    pub media_tag_version: Option<u64>,
    /// The tags.
    #[wire(name = "Directory")]
    pub tags: Vec<Tag>,
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
