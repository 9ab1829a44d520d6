//! The library, its sections and their settings.

use crate::codec::envelope::MediaContainer;
use crate::ids::SectionId;
use crate::model::MediaType;
use crate::model::{Directories, Preferences, SectionKind, SectionTimeline, Sections};
use crate::reply::NoBody;
use crate::text::Text;
use plex_sdk_derive::{endpoints, request};
use std::collections::BTreeMap;

endpoints! {
    Pms, library, library_sections_endpoints;

    /// Lists the entry points of the library, such as its sections and recent additions.
    GetRootLibrary {}: GET "/library" -> MediaContainer<Directories>, User, Read, unpublished;
    /// Lists the library sections, such as Movies or TV Shows.
    GetSections {}: GET "/library/sections/all" | "/library/sections" -> MediaContainer<Sections>, User, Read;
    /// Creates a library section and starts scanning its folders.
    AddSection: POST "/library/sections" | "/library/sections/all"
        -> MediaContainer<Sections>, Admin, Once, status CREATED;
    /// Returns the menu of a library section, optionally with its filters and sorts.
    GetLibraryDetails: GET "/library/sections/{sectionId}" -> MediaContainer<Directories>, User, Read;
    /// Changes the name, folders, agent or settings of a library section.
    EditSection: PUT "/library/sections/{sectionId}" | "/library/sections/{sectionId}/edit"
        -> NoBody, Admin, Idempotent;
    /// Deletes a library section and the metadata of its items, but no media files.
    DeleteLibrarySection: DELETE "/library/sections/{sectionId}" -> NoBody, Admin, Idempotent;
    /// Lists the metadata agents that a library section can use.
    GetSectionAgents: GET "/library/sections/{sectionId}/agents"
        -> MediaContainer<Directories>, Admin, Read, unpublished;
    /// Lists the settings that a new library section would have, with their defaults.
    GetSectionsPrefs: GET "/library/sections/prefs" -> MediaContainer<Preferences>, Admin, Read;
    /// Returns the settings of a library section.
    GetSectionPreferences: GET "/library/sections/{sectionId}/prefs"
        -> MediaContainer<Preferences>, User, Read;
    /// Changes settings of a library section.
    SetSectionPreferences: PUT "/library/sections/{sectionId}/prefs" -> NoBody, Admin, Idempotent;
    /// Returns the settings of a library section, for the server owner only.
    GetSectionSettings: GET "/library/sections/{sectionId}/settings"
        -> MediaContainer<Preferences>, Admin, Read, unpublished;
    /// Moves a library section to another position in the list of library sections.
    MoveSection: PUT "/library/sections/{sectionId}/move" -> NoBody, Admin, Once, unpublished;
    /// Returns when a library section last changed and how many items await metadata.
    GetSectionTimeline: GET "/library/sections/{sectionId}/timeline"
        -> MediaContainer<SectionTimeline>, User, Read, unpublished;
}

/// The keys of the entries are relative to `/library/`. Some servers respond with 400 if the caller is a shared user.
#[request]
pub struct GetRootLibrary {}

/// Only the library sections that the caller can access are listed. Each contains its id, title, type, agent and
/// folders.
#[request]
pub struct GetSections {}

/// The response contains the new library section with its id. The server responds with 400 if a parameter is missing,
/// or if it cannot access a folder.
#[request]
pub struct AddSection {
    /// The name of the library section.
    pub name: Text,
    /// The type of the library section.
    #[wire(name = "type")]
    pub kind: SectionKind,
    /// The metadata agent, such as `tv.plex.agents.movie`.
    pub agent: Text,
    /// The scanner that finds the media files, such as `Plex Movie`.
    pub scanner: Option<Text>,
    /// The language of the metadata, such as `en-US`.
    pub language: Text,
    /// The folders, as paths on the server's machine. At least one.
    #[wire(name = "location+")]
    pub locations: Vec<Text>,
    /// The settings by id. [`GetSectionsPrefs`] lists them.
    pub prefs: BTreeMap<Text, Text>,
    /// The id of the group of metadata providers to use. Requires Plex Media Server 1.42.2 or later.
    pub metadata_agent_provider_group_id: Option<Text>,
    /// Whether the folders are relative to the server's `Media Upload` path.
    pub relative: Option<bool>,
    /// Whether to import the media from iTunes.
    #[wire(name = "importFromiTunes")]
    pub import_from_itunes: Option<bool>,
}

/// The menu contains lists such as All Movies, and choices such as By Genre. The keys are relative to the library
/// section. The properties of the library section itself, such as its folders and agent, are returned by
/// [`GetSections`].
#[request]
pub struct GetLibraryDetails {
    /// The id of the library section.
    pub section_id: SectionId,
    /// Whether to include the metadata types with their filters and sorts.
    pub include_details: Option<bool>,
}

/// Fields that are left out stay unchanged. `locations` replaces all previous folders. The server responds with 400 if
/// a value is invalid, or if it cannot access a folder.
#[request]
pub struct EditSection {
    /// The id of the library section.
    pub section_id: SectionId,
    /// The metadata agent. Required even if it stays the same.
    pub agent: Text,
    /// The new name of the library section.
    pub name: Option<Text>,
    /// The scanner that finds the media files.
    pub scanner: Option<Text>,
    /// The language of the metadata, such as `en-US`.
    pub language: Option<Text>,
    /// All folders of the library section, as paths on the server's machine. If empty, the folders stay unchanged.
    #[wire(name = "location+")]
    pub locations: Vec<Text>,
    /// The settings to change, by id.
    pub prefs: BTreeMap<Text, Text>,
    /// The id of the group of metadata providers to use. Requires Plex Media Server 1.42.2 or later.
    pub metadata_agent_provider_group_id: Option<Text>,
}

#[request]
pub struct DeleteLibrarySection {
    /// The id of the library section.
    pub section_id: SectionId,
    /// Whether to respond immediately and do the work in the background, as an activity. By default, the server
    /// responds when the work is done.
    #[wire(name = "async")]
    pub run_async: Option<bool>,
}

#[request]
pub struct GetSectionAgents {
    /// The id of the library section.
    pub section_id: SectionId,
}

#[request]
pub struct GetSectionsPrefs {
    /// The metadata type of the library section: movie, show, artist or photo.
    #[wire(name = "type")]
    pub kind: MediaType,
    /// The metadata agent that the library section would use.
    pub agent: Option<Text>,
}

#[request]
pub struct GetSectionPreferences {
    /// The id of the library section.
    pub section_id: SectionId,
    /// The metadata agent whose settings to return. By default, the agent of the library section.
    pub agent: Option<Text>,
}

/// Settings that are left out stay unchanged. The server responds with 400 if a value is invalid. [`EditSection`] can
/// change settings too.
#[request]
pub struct SetSectionPreferences {
    /// The id of the library section.
    pub section_id: SectionId,
    /// The settings to change, by id.
    pub prefs: BTreeMap<Text, Text>,
}

/// Working clients use [`GetSectionPreferences`] instead.
#[request]
pub struct GetSectionSettings {
    /// The id of the library section.
    pub section_id: SectionId,
}

/// The parameters of this operation are not documented, so the new position cannot be chosen.
#[request]
pub struct MoveSection {
    /// The id of the library section.
    pub section_id: SectionId,
}

#[request]
pub struct GetSectionTimeline {
    /// The id of the library section.
    pub section_id: SectionId,
}
