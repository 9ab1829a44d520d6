//! What the server decided about playing an item.

use crate::model::library::metadata::Metadata;
use crate::text::Text;
use plex_sdk_derive::model;

/// What the server decided about playing an item, and why.
///
/// Codes: 1xxx it can be played, 2xxx it cannot for a general reason, 3xxx it cannot be played as it is, 4xxx it cannot
/// be converted.
#[model]
pub struct PlaybackDecision {
    /// The decision as a whole, such as 1000 (played as it is) or 1001 (converted).
    pub general_decision_code: Option<u32>,
    /// The same in words.
    pub general_decision_text: Option<Text>,
    /// Whether it can be played as it is: 1000 yes, 3000 and more no.
    pub direct_play_decision_code: Option<u32>,
    /// The same in words.
    pub direct_play_decision_text: Option<Text>,
    /// Whether it can be converted.
    pub transcode_decision_code: Option<u32>,
    /// The same in words.
    pub transcode_decision_text: Option<Text>,
    /// What the player's own choice came to, where it said `hasMDE=1`.
    pub mde_decision_code: Option<u32>,
    /// The same in words.
    pub mde_decision_text: Option<Text>,
    /// The bandwidth there was, in kbit/s.
    pub available_bandwidth: Option<u64>,
    /// The id of what the server set aside for it.
    pub resource_session: Option<Text>,
    /// The section the item is in; below zero for what is in none, such as live TV.
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
    /// The item, with the version, files and streams that were picked and what becomes of each.
    #[wire(name = "Metadata")]
    pub metadata: Vec<Metadata>,
}
