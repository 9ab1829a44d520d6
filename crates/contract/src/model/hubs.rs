//! Lists of hubs ([`Hubs`]), and the hubs of a section as its owner arranges them ([`ManagedHub`]).
//!
//! A [`Hub`] itself is beside [`Metadata`](crate::model::Metadata): hubs have items, and items have related hubs.

use crate::model::library::metadata::Hub;
use crate::text::Text;
use plex_sdk_derive::model;

open_enum! {
    /// Who gets to see a row.
    HubVisibility {
        /// Everyone.
        All = "all",
        /// Nobody.
        None = "none",
        /// The server's owner.
        Admin = "admin",
        /// Those the server is shared with.
        Shared = "shared",
    }
}

/// The answer that lists rows of items.
#[model]
pub struct Hubs {
    /// The list's title.
    pub title1: Option<Text>,
    /// The list's second title.
    pub title2: Option<Text>,
    /// The section the rows belong to, where they belong to one.
    #[wire(name = "librarySectionID")]
    pub library_section_id: Option<u64>,
    /// The title of that section.
    pub library_section_title: Option<Text>,
    /// The global id of that section.
    #[wire(name = "librarySectionUUID")]
    pub library_section_uuid: Option<Text>,
    /// The path in front of the pictures of codecs, studios and the like.
    pub media_tag_prefix: Option<Text>,
    /// The version of those pictures.
    pub media_tag_version: Option<u64>,
    /// The rows.
    #[wire(name = "Hub")]
    pub hubs: Vec<Hub>,
}

/// A row of a section and where it is shown.
#[model]
pub struct ManagedHub {
    /// The row's word, such as `movie.recentlyadded`, or `custom.collection.`, section and rating key.
    pub identifier: Text,
    /// Its title.
    pub title: Text,
    /// Whether it can be deleted, as rows made from collections can; absent means yes.
    pub deletable: Option<bool>,
    /// Who sees it on the home screen.
    pub home_visibility: Option<HubVisibility>,
    /// Who sees it among the section's recommendations.
    pub recommendations_visibility: Option<HubVisibility>,
    /// Whether it is shown among the section's recommendations.
    pub promoted_to_recommended: Option<bool>,
    /// Whether it is shown on the owner's home screen.
    pub promoted_to_own_home: Option<bool>,
    /// Whether it is shown on the home screen of those the server is shared with.
    pub promoted_to_shared_home: Option<bool>,
}

/// The answer that lists a section's rows for its owner, in their order.
#[model]
pub struct ManagedHubs {
    /// The rows.
    #[wire(name = "Hub")]
    pub hubs: Vec<ManagedHub>,
}
