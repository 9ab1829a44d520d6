//! What the server decided about playing an item.

use crate::model::library::metadata::Metadata;
use crate::text::Text;
use plex_sdk_derive::model;

/// The server's decision about how to play an item.
///
/// Decision codes: 1xxx playback is possible, 2xxx general error, 3xxx direct play is not possible, 4xxx transcoding is
/// not possible.
#[model]
pub struct PlaybackDecision {
    /// Overall decision code, such as 1000 for direct play or 1001 for transcoding.
    pub general_decision_code: Option<u32>,
    /// Overall decision as text.
    pub general_decision_text: Option<Text>,
    /// Decision code for direct play: 1000 if it is possible, 3000 or above if not.
    pub direct_play_decision_code: Option<u32>,
    /// Decision for direct play as text.
    pub direct_play_decision_text: Option<Text>,
    /// Decision code for transcoding, such as 1001 if it is possible.
    pub transcode_decision_code: Option<u32>,
    /// Decision for transcoding as text.
    pub transcode_decision_text: Option<Text>,
    /// Decision code for the player's own choice, if the request has `hasMDE=1`.
    pub mde_decision_code: Option<u32>,
    /// Decision for the player's own choice as text.
    pub mde_decision_text: Option<Text>,
    /// Available bandwidth at the time of the decision, in kbit/s.
    pub available_bandwidth: Option<u64>,
    /// ID of the resources that the server reserved for the playback.
    pub resource_session: Option<Text>,
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
    /// The item, with the selected version, files and streams, and the decision for each.
    #[wire(name = "Metadata")]
    pub metadata: Vec<Metadata>,
}
