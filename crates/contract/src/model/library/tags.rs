//! Words attached to items ([`Tag`]), and tags that a search found ([`FoundTag`]).

use crate::ids::RatingKey;
use crate::model::wide::wide;
use crate::text::Text;
use plex_sdk_derive::model;

wide! {
    /// A tag attached to items: a genre, person, country, collection, label, mood, style and so on.
    pub struct Tag: TagDetail {
        /// Tag ID. A number on a server, any text at a cloud provider.
        "id" id: Option<Text>,
        /// Name of the tag, such as a genre or the name of a person.
        "tag" tag: Text,
        /// Filter that finds the items with this tag, such as `genre=15`.
        "filter" filter: Option<Text>,
    }
}

wide! {
    /// The fields of a [`Tag`] that describe a person, and how often the tag is used.
    pub struct TagDetail: TagMore {
        /// Job of a crew member, or the role that an actor played.
        "role" role: Option<Text>,
        /// ID of a person at Plex's metadata provider: 24 hexadecimal digits.
        "tagKey" tag_key: Option<Text>,
        /// URL of the portrait.
        "thumb" thumb: Option<Text>,
        /// Number of items with this tag. Only with `includeRelatedCount=1`.
        "count" count: Option<u32>,
    }
}

wide! {
    /// The less common fields of [`Tag`].
    pub struct TagMore {
        /// URL of the background artwork.
        "art" art: Option<Text>,
        /// Position of a person in the cast list, from 1.
        "order" order: Option<u32>,
        /// API path that lists the items with this tag.
        "key" key: Option<Text>,
        /// Rating key of the item that represents the tag. Absent if there is none.
        "ratingKey" rating_key: Option<RatingKey>,
        /// Global ID of the object that the tag names.
        "guid" guid: Option<Text>,
        /// Name of the tag as it appears in web addresses.
        "slug" slug: Option<Text>,
        /// Description of the object that the tag names.
        "summary" summary: Option<Text>,
        /// Type of the object, such as `tag`.
        "type" kind: Option<Text>,
        /// Tag type number, such as 1 for a genre or 6 for an actor.
        "tagType" tag_type: Option<u32>,
        /// Number that the tag represents. Absent if it represents none.
        "tagValue" tag_value: Option<i32>,
        /// Display name, if it differs from `tag`, as for a season order.
        "title" title: Option<Text>,
        /// Source of a season order, such as `tmdb`.
        "source" source: Option<Text>,
        /// Display hint for clients.
        "context" context: Option<Text>,
        /// Whether `key` can be opened as a list.
        "directory" directory: Option<bool>,
        /// Confidence of an automatic tag, 0 to 1.
        "confidence" confidence: Option<f64>,
        /// How well the tag matches the search. The higher, the better.
        "score" score: Option<f64>,
        /// Reason for the search result, such as `section`.
        "reason" reason: Option<Text>,
        /// ID of the object that `reason` refers to.
        "reasonID" reason_id: Option<u64>,
        /// Title of the object that `reason` refers to.
        "reasonTitle" reason_title: Option<Text>,
        /// ID of the library section.
        "librarySectionID" library_section_id: Option<u64>,
        /// Path of the library section.
        "librarySectionKey" library_section_key: Option<Text>,
        /// Title of the library section.
        "librarySectionTitle" library_section_title: Option<Text>,
        /// Metadata type number of the library section: 1 movie, 2 show, 8 artist, 13 photo.
        "librarySectionType" library_section_type: Option<u32>,
    }
}

/// A list of tags, such as genres or people.
#[model]
pub struct Tags {
    /// Path prefix of media tag images, such as codec and studio logos.
    pub media_tag_prefix: Option<Text>,
    /// Version of the media tag images: Unix time, in seconds.
    pub media_tag_version: Option<u64>,
    /// The tags.
    #[wire(name = "Directory")]
    pub tags: Vec<Tag>,
}

/// The tags attached to the items of a library section.
#[model]
pub struct SectionTags {
    /// First title of the list: the title of the section.
    pub title1: Option<Text>,
    /// The tags.
    #[wire(name = "Directory")]
    pub tags: Vec<Tag>,
}

/// A tag found by a search, such as an actor or a genre, or another hub entry that is not an item.
#[model]
pub struct FoundTag {
    /// Tag ID.
    pub id: Option<u64>,
    /// API path that lists the items with this tag.
    pub key: Option<Text>,
    /// Filter that finds the items with this tag, such as `actor=120`.
    pub filter: Option<Text>,
    /// Name of the tag, such as a genre or the name of a person.
    pub tag: Option<Text>,
    /// Display name, if the entry is not a tag.
    pub title: Option<Text>,
    /// Type of the object, usually `tag`.
    #[wire(name = "type")]
    pub kind: Option<Text>,
    /// Tag type number, such as 1 for a genre or 6 for an actor.
    pub tag_type: Option<u32>,
    /// Number that the tag represents. Absent if it represents none.
    pub tag_value: Option<i32>,
    /// ID of a person at Plex's metadata provider: 24 hexadecimal digits.
    pub tag_key: Option<Text>,
    /// Path or URL of the thumbnail.
    pub thumb: Option<Text>,
    /// Number of items with this tag.
    pub count: Option<u32>,
    /// How well the tag matches the search. The higher, the better.
    pub score: Option<f64>,
    /// Reason for the search result, such as `section`.
    pub reason: Option<Text>,
    /// ID of the object that `reason` refers to.
    #[wire(name = "reasonID")]
    pub reason_id: Option<u64>,
    /// Title of the object that `reason` refers to.
    pub reason_title: Option<Text>,
    /// ID of the library section.
    #[wire(name = "librarySectionID")]
    pub library_section_id: Option<u64>,
    /// Path of the library section.
    pub library_section_key: Option<Text>,
    /// Title of the library section.
    pub library_section_title: Option<Text>,
    /// Metadata type number of the library section: 1 movie, 2 show, 8 artist, 13 photo.
    pub library_section_type: Option<u32>,
}
