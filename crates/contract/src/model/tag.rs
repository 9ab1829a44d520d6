//! What is attached to an item: tags, foreign ids, ratings, reviews, chapters, markers, pictures, locations.

use crate::ids::RatingKey;
use crate::model::metadata::MediaKind;
use crate::model::section::{FieldType, MetaType, SectionFilter, SectionSort};
use crate::model::wide::wide;
use crate::text::Text;
use plex_sdk_derive::model;

open_enum! {
    /// What a stretch of playing time is that a player may offer to skip.
    MarkerKind {
        /// The opening titles.
        Intro = "intro",
        /// The closing credits.
        Credits = "credits",
        /// An advertisement break.
        Commercial = "commercial",
        /// A place that the user marked.
        Bookmark = "bookmark",
        /// The place to go on from.
        Resume = "resume",
    }
}

open_enum! {
    /// What a picture of an item is used for.
    ImageKind {
        /// A wide backdrop.
        Background = "background",
        /// A square backdrop.
        BackgroundSquare = "backgroundSquare",
        /// A very wide, low strip.
        Banner = "banner",
        /// The title as a drawing on a transparent ground.
        ClearLogo = "clearLogo",
        /// A square cover, as of an album.
        CoverArt = "coverArt",
        /// An upright poster.
        CoverPoster = "coverPoster",
        /// A still frame.
        Snapshot = "snapshot",
    }
}

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

/// The id of an item elsewhere.
#[model]
pub struct Guid {
    /// The id with its scheme, such as `imdb://tt0096697`.
    pub id: Text,
}

/// A rating by one source.
#[model]
pub struct Rating {
    /// The source and its verdict, such as `rottentomatoes://image.rating.ripe`.
    pub image: Option<Text>,
    /// Who rated: `audience` or `critic`.
    #[wire(name = "type")]
    pub kind: Option<Text>,
    /// The rating, 0 to 10.
    pub value: Option<f64>,
    /// How many ratings it sums up.
    pub count: Option<u32>,
}

/// A summary of a given length, from a cloud provider.
#[model]
pub struct ShortSummary {
    /// What kind of summary it is.
    #[wire(name = "type")]
    pub kind: Option<Text>,
    /// The summary itself.
    #[wire(name = "tag")]
    pub text: Option<Text>,
    /// Its greatest length, in characters.
    pub size: Option<u32>,
}

/// A critic's review.
#[model]
pub struct Review {
    /// The review's number.
    pub id: Option<u64>,
    /// The filter that finds this review.
    pub filter: Option<Text>,
    /// The source and its verdict, such as `rottentomatoes://image.review.fresh`.
    pub image: Option<Text>,
    /// The web address of the full review.
    pub link: Option<Text>,
    /// The paper or site that printed it.
    pub source: Option<Text>,
    /// The critic's name.
    pub tag: Option<Text>,
    /// The review's words.
    pub text: Option<Text>,
}

/// A chapter of a video.
#[model]
pub struct Chapter {
    /// The chapter's number on the server.
    pub id: Option<u64>,
    /// The filter that finds this chapter.
    pub filter: Option<Text>,
    /// Its place, from 1.
    pub index: Option<u32>,
    /// Its title.
    pub tag: Option<Text>,
    /// The path of its picture.
    pub thumb: Option<Text>,
    /// Where it starts, in milliseconds.
    #[wire(name = "startTimeOffset")]
    pub start_time_offset_ms: Option<u64>,
    /// Where it ends, in milliseconds.
    #[wire(name = "endTimeOffset")]
    pub end_time_offset_ms: Option<u64>,
}

/// A stretch of playing time that a player may offer to skip.
#[model]
pub struct Marker {
    /// The marker's number on the server.
    pub id: Option<u64>,
    /// What the stretch is.
    #[wire(name = "type")]
    pub kind: Option<MarkerKind>,
    /// Where it starts, in milliseconds.
    #[wire(name = "startTimeOffset")]
    pub start_time_offset_ms: Option<u64>,
    /// Where it ends, in milliseconds.
    #[wire(name = "endTimeOffset")]
    pub end_time_offset_ms: Option<u64>,
    /// Whether nothing follows these credits.
    #[wire(name = "final")]
    pub is_final: Option<bool>,
    /// The version of the detector, where it stands on the marker itself.
    pub version: Option<Text>,
    /// The detector's own notes.
    #[wire(name = "Attributes")]
    pub attributes: Option<MarkerAttributes>,
    /// The name that the user gave it.
    pub title: Option<Text>,
    /// The colour that the user gave it.
    pub color: Option<Text>,
}

/// What the detector noted with a marker.
#[model]
pub struct MarkerAttributes {
    /// The id of the note.
    pub id: Option<u64>,
    /// The version of the detector that found the marker.
    pub version: Option<Text>,
}

/// A field that refreshes leave alone (`Field` on the wire).
#[model]
pub struct FieldLock {
    /// The field, such as `titleSort` or `thumb`.
    pub name: Text,
    /// Whether it is locked.
    pub locked: Option<bool>,
}

/// A picture of an item.
#[model]
pub struct Image {
    /// What the picture is used for.
    #[wire(name = "type")]
    pub kind: Option<ImageKind>,
    /// Its address or path.
    pub url: Option<Text>,
    /// The words to show in its place.
    pub alt: Option<Text>,
}

/// The four corner colours of a blurred backdrop.
#[model]
pub struct UltraBlurColors {
    /// Upper left, six hexadecimal digits.
    pub top_left: Option<Text>,
    /// Upper right, six hexadecimal digits.
    pub top_right: Option<Text>,
    /// Lower left, six hexadecimal digits.
    pub bottom_left: Option<Text>,
    /// Lower right, six hexadecimal digits.
    pub bottom_right: Option<Text>,
}

/// A folder of a section or of a show, season or artist.
#[model]
pub struct Location {
    /// The folder's number on the server.
    pub id: Option<u64>,
    /// The absolute path on the server's machine.
    pub path: Text,
}

/// What Common Sense Media says of a title.
#[model]
pub struct CommonSenseMedia {
    /// The number of the entry.
    pub id: Option<u64>,
    /// The path of the full entry.
    pub key: Option<Text>,
    /// The verdict in one sentence.
    pub one_liner: Option<Text>,
    /// A text on how good it is.
    pub any_good: Option<Text>,
    /// A text on what parents should be aware of.
    pub parents_need_to_know: Option<Text>,
    /// The ages it suits, by who says so.
    #[wire(name = "AgeRating")]
    pub age_ratings: Vec<AgeRating>,
    /// How it fares topic by topic.
    #[wire(name = "ParentalAdvisoryTopic")]
    pub parental_advisory_topics: Vec<ParentalAdvisoryTopic>,
    /// Questions to talk over afterwards.
    #[wire(name = "TalkingPoint")]
    pub talking_points: Vec<TalkingPoint>,
}

/// The age from which a title suits, in one group's view.
#[model]
pub struct AgeRating {
    /// Whose view it is: `official`, `adult` or `child`.
    #[wire(name = "type")]
    pub kind: Option<Text>,
    /// The age in years.
    pub age: Option<f64>,
    /// The age as a word, such as `10+`.
    pub age_group: Option<Text>,
    /// The group's rating, 0 to 5.
    pub rating: Option<f64>,
    /// How many people rated.
    pub rating_count: Option<u32>,
}

/// How much of one topic a title shows.
#[model]
pub struct ParentalAdvisoryTopic {
    /// The topic's word, such as `violence`.
    pub id: Option<Text>,
    /// The topic's name to show.
    pub label: Option<Text>,
    /// A text on what is shown.
    pub tag: Option<Text>,
    /// Whether the topic is a good thing, as role models are.
    pub positive: Option<bool>,
    /// How much of it there is, 0 to 5.
    pub rating: Option<f64>,
}

/// A question to talk over after watching.
#[model]
pub struct TalkingPoint {
    /// The question.
    pub tag: Option<Text>,
}

/// A web address that an item of a cloud provider carries.
#[model]
pub struct Link {
    /// The address.
    pub url: Option<Text>,
}

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
