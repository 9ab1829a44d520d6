//! Lists of items ([`MetadataPage`]) and what several items have in common ([`CommonFields`]).

use crate::ids::RatingKey;
use crate::model::library::directory::Directory;
use crate::model::library::filters::SectionMeta;
use crate::model::library::kind::PlaylistKind;
use crate::model::library::metadata::{Hub, Metadata};
use crate::text::Text;
use plex_sdk_derive::model;

/// A page of items, with the fields that describe the list itself and the parent of its items.
#[model]
pub struct MetadataPage {
    /// Title of the list: the title of a playlist or, on older servers, of the library section.
    pub title: Option<Text>,
    /// First title of the list, usually that of the library section or the show.
    pub title1: Option<Text>,
    /// Second title of the list, usually what the list contains.
    pub title2: Option<Text>,
    /// Rating key of the item whose children are listed.
    pub key: Option<Text>,
    /// Rating key of the playlist whose entries are listed.
    pub rating_key: Option<RatingKey>,
    /// Summary of the item whose children are listed.
    pub summary: Option<Text>,
    /// Path of the background artwork.
    pub art: Option<Text>,
    /// Path of the banner image.
    pub banner: Option<Text>,
    /// Path of the poster, thumbnail or icon.
    pub thumb: Option<Text>,
    /// Path of the theme music.
    pub theme: Option<Text>,
    /// Path of a composite image made from the items.
    pub composite: Option<Text>,
    /// Kind of content, such as `secondary` for a menu. For a smart playlist, its filter URI.
    pub content: Option<Text>,
    /// ID of the library section. Negative for items outside any section, such as -4 for live TV.
    #[wire(name = "librarySectionID")]
    pub library_section_id: Option<i64>,
    /// Title of the library section.
    pub library_section_title: Option<Text>,
    /// UUID of the library section.
    #[wire(name = "librarySectionUUID")]
    pub library_section_uuid: Option<Text>,
    /// Path prefix of media tag images, such as codec and studio logos.
    pub media_tag_prefix: Option<Text>,
    /// Version of the media tag images: Unix time, in seconds.
    pub media_tag_version: Option<u64>,
    /// Path that reports on metadata the server is still fetching.
    pub augmentation_key: Option<Text>,
    /// Path of the settings of the agent that produced the list.
    pub prefs_key: Option<Text>,
    /// Type of the entries in the list, such as `episode`, or `secondary` for a menu.
    pub view_group: Option<Text>,
    /// View mode that the user last chose, as an opaque number.
    pub view_mode: Option<u64>,
    /// Whether clients should not cache the list.
    pub nocache: Option<bool>,
    /// Whether the list is sorted in ascending order.
    pub sort_asc: Option<bool>,
    /// Whether the items have different parents.
    pub mixed_parents: Option<bool>,
    /// Duration of the playlist, in seconds. On the playlist item itself, the duration is in milliseconds.
    #[wire(name = "duration")]
    pub duration_seconds: Option<u64>,
    /// Number of entries in the playlist.
    pub leaf_count: Option<u32>,
    /// Type of media in the playlist.
    pub playlist_type: Option<PlaylistKind>,
    /// How many items were added to a playlist.
    pub leaf_count_added: Option<u32>,
    /// How many items a request asked to add to a playlist.
    pub leaf_count_requested: Option<u32>,
    /// Whether the playlist is smart: a saved filter rather than a fixed list.
    pub smart: Option<bool>,
    /// Friendly name of the server.
    pub friendly_name: Option<Text>,
    /// Public IP address of the server.
    pub public_address: Option<Text>,
    /// Season or disc number of the item whose children are listed.
    pub parent_index: Option<i32>,
    /// Title of the item whose children are listed.
    pub parent_title: Option<Text>,
    /// Year of release of the item whose children are listed.
    pub parent_year: Option<i32>,
    /// Rating key of the grandparent, such as the show or artist.
    pub grandparent_rating_key: Option<RatingKey>,
    /// Title of the grandparent.
    pub grandparent_title: Option<Text>,
    /// Studio of the grandparent.
    pub grandparent_studio: Option<Text>,
    /// Content rating of the grandparent.
    pub grandparent_content_rating: Option<Text>,
    /// Path of the grandparent's poster or thumbnail.
    pub grandparent_thumb: Option<Text>,
    /// Path of the grandparent's theme music.
    pub grandparent_theme: Option<Text>,
    /// The items.
    #[wire(name = "Metadata")]
    pub metadata: Vec<Metadata>,
    /// Menu entries that are not items, such as "All episodes".
    #[wire(name = "Directory")]
    pub directories: Vec<Directory>,
    /// The hubs, if the response is a list of hubs.
    #[wire(name = "Hub")]
    pub hubs: Vec<Hub>,
    /// Filters and sorts of the list. Only with `includeMeta=1`.
    #[wire(name = "Meta")]
    pub meta: Option<Box<SectionMeta>>,
}

/// The fields that several items have in common.
#[model]
pub struct CommonFields {
    /// ID of the library section.
    #[wire(name = "librarySectionID")]
    pub library_section_id: Option<u64>,
    /// Title of the library section.
    pub library_section_title: Option<Text>,
    /// UUID of the library section.
    #[wire(name = "librarySectionUUID")]
    pub library_section_uuid: Option<Text>,
    /// A single entry with the fields that all items share. Its `mixed_fields` lists the fields that differ.
    #[wire(name = "Common")]
    pub common: Vec<Metadata>,
    /// The same entry, on servers that return it as an item.
    #[wire(name = "Metadata")]
    pub metadata: Vec<Metadata>,
}
