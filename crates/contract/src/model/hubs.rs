//! Lists of hubs ([`Hubs`]), and the hubs of a section as its owner arranges them ([`ManagedHub`]).
//!
//! A [`Hub`] itself is beside [`Metadata`](crate::model::Metadata): hubs have items, and items have related hubs.

use crate::model::library::metadata::Hub;
use crate::text::Text;
use plex_sdk_derive::model;

open_enum! {
    /// Who can see a hub.
    HubVisibility {
        /// All users.
        All = "all",
        /// No users.
        None = "none",
        /// The server's admin.
        Admin = "admin",
        /// Shared users.
        Shared = "shared",
    }
}

/// A list of hubs.
#[model]
pub struct Hubs {
    /// First title of the list.
    pub title1: Option<Text>,
    /// Second title of the list.
    pub title2: Option<Text>,
    /// ID of the library section. Absent if the hubs belong to several sections.
    #[wire(name = "librarySectionID")]
    pub library_section_id: Option<u64>,
    /// Title of the library section.
    pub library_section_title: Option<Text>,
    /// UUID of the library section.
    #[wire(name = "librarySectionUUID")]
    pub library_section_uuid: Option<Text>,
    /// Path prefix of media tag images, such as codec and studio logos.
    pub media_tag_prefix: Option<Text>,
    /// Version of the media tag images: Unix time, in seconds.
    pub media_tag_version: Option<u64>,
    /// The hubs.
    #[wire(name = "Hub")]
    pub hubs: Vec<Hub>,
}

/// A hub of a library section, with the settings that control where it is shown.
#[model]
pub struct ManagedHub {
    /// Identifier of the hub, such as `movie.recentlyadded`. For a collection: `custom.collection.`, section ID and
    /// rating key.
    pub identifier: Text,
    /// Title.
    pub title: Text,
    /// Whether the hub can be deleted, as hubs made from collections can. Absent means yes.
    pub deletable: Option<bool>,
    /// Who sees the hub on the home screen.
    pub home_visibility: Option<HubVisibility>,
    /// Who sees the hub in the section's recommendations.
    pub recommendations_visibility: Option<HubVisibility>,
    /// Whether the hub is shown in the section's recommendations.
    pub promoted_to_recommended: Option<bool>,
    /// Whether the hub is shown on the admin's home screen.
    pub promoted_to_own_home: Option<bool>,
    /// Whether the hub is shown on the home screen of shared users.
    pub promoted_to_shared_home: Option<bool>,
}

/// The hubs of a library section as its admin manages them, in display order.
#[model]
pub struct ManagedHubs {
    /// The hubs.
    #[wire(name = "Hub")]
    pub hubs: Vec<ManagedHub>,
}
