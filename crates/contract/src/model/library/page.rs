//! Lists of items ([`MetadataPage`]) and what several items have in common ([`CommonFields`]).

use crate::ids::RatingKey;
use crate::model::library::directory::Directory;
use crate::model::library::filters::SectionMeta;
use crate::model::library::kind::PlaylistKind;
use crate::model::library::metadata::{Hub, Metadata};
use crate::text::Text;
use plex_sdk_derive::model;

/// A list of items, with what the list says of itself and of the items' parent.
#[model]
pub struct MetadataPage {
    /// The list's title, of a playlist or on old servers the section.
    pub title: Option<Text>,
    /// The first title, mostly the section's or the show's.
    pub title1: Option<Text>,
    /// The second title, mostly what is listed.
    pub title2: Option<Text>,
    /// The key of the item whose children are listed.
    pub key: Option<Text>,
    /// The key of the playlist whose entries are listed.
    pub rating_key: Option<RatingKey>,
    /// The description of the item whose children are listed.
    pub summary: Option<Text>,
    /// The backdrop's path.
    pub art: Option<Text>,
    /// The banner's path.
    pub banner: Option<Text>,
    /// The poster's or icon's path.
    pub thumb: Option<Text>,
    /// The theme music's path.
    pub theme: Option<Text>,
    /// The path of a picture made of the items.
    pub composite: Option<Text>,
    /// What the list is used for, or a smart playlist's filter.
    pub content: Option<Text>,
    /// The section the items are in.
    #[wire(name = "librarySectionID")]
    pub library_section_id: Option<i64>,
    /// The title of that section.
    pub library_section_title: Option<Text>,
    /// The global id of that section.
    #[wire(name = "librarySectionUUID")]
    pub library_section_uuid: Option<Text>,
    /// The path in front of the pictures of codecs, studios and the like.
    pub media_tag_prefix: Option<Text>,
    /// The version of those pictures.
    pub media_tag_version: Option<u64>,
    /// The path that reports on missing metadata being fetched.
    pub augmentation_key: Option<Text>,
    /// The path of the settings of the agent that made the list.
    pub prefs_key: Option<Text>,
    /// What the items are, such as `episode`.
    pub view_group: Option<Text>,
    /// How the user last chose to see the list, as a number.
    pub view_mode: Option<u64>,
    /// Whether clients should ask anew each time.
    pub nocache: Option<bool>,
    /// Whether the list is in ascending order.
    pub sort_asc: Option<bool>,
    /// Whether the items have different parents.
    pub mixed_parents: Option<bool>,
    /// A playlist's playing time in seconds: here, unlike on the playlist itself, these are no milliseconds.
    #[wire(name = "duration")]
    pub duration_seconds: Option<u64>,
    /// How many entries a playlist has.
    pub leaf_count: Option<u32>,
    /// What a playlist plays.
    pub playlist_type: Option<PlaylistKind>,
    /// How many items were added to a playlist.
    pub leaf_count_added: Option<u32>,
    /// How many items a request asked to add to a playlist.
    pub leaf_count_requested: Option<u32>,
    /// Whether a playlist is a stored filter.
    pub smart: Option<bool>,
    /// The name of the server that answered.
    pub friendly_name: Option<Text>,
    /// The address the server is seen under from outside.
    pub public_address: Option<Text>,
    /// The number of the season or disc whose children are listed.
    pub parent_index: Option<i32>,
    /// The title of the item whose children are listed.
    pub parent_title: Option<Text>,
    /// The year of the item whose children are listed.
    pub parent_year: Option<i32>,
    /// The key of the show or artist above.
    pub grandparent_rating_key: Option<RatingKey>,
    /// The title of the show or artist above.
    pub grandparent_title: Option<Text>,
    /// The studio of the show above.
    pub grandparent_studio: Option<Text>,
    /// The age rating of the show above.
    pub grandparent_content_rating: Option<Text>,
    /// The poster's path of the show or artist above.
    pub grandparent_thumb: Option<Text>,
    /// The theme music's path of the show above.
    pub grandparent_theme: Option<Text>,
    /// The items.
    #[wire(name = "Metadata")]
    pub metadata: Vec<Metadata>,
    /// Entries that are no items, such as "All episodes".
    #[wire(name = "Directory")]
    pub directories: Vec<Directory>,
    /// Rows of items, where the answer is made of rows.
    #[wire(name = "Hub")]
    pub hubs: Vec<Hub>,
    /// Filters and orders; with `includeMeta=1`.
    #[wire(name = "Meta")]
    pub meta: Option<Box<SectionMeta>>,
}

/// What several items have in common.
#[model]
pub struct CommonFields {
    /// The section the items are in.
    #[wire(name = "librarySectionID")]
    pub library_section_id: Option<u64>,
    /// The title of that section.
    pub library_section_title: Option<Text>,
    /// The global id of that section.
    #[wire(name = "librarySectionUUID")]
    pub library_section_uuid: Option<Text>,
    /// One entry with the fields that all items share; its `mixed_fields` names those in which they differ.
    #[wire(name = "Common")]
    pub common: Vec<Metadata>,
    /// The same entry where a server gives it as an item.
    #[wire(name = "Metadata")]
    pub metadata: Vec<Metadata>,
}
