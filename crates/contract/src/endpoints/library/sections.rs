//! The library, its sections and their settings.

use crate::codec::envelope::MediaContainer;
use crate::endpoint::endpoints;
use crate::ids::SectionId;
use crate::model::{Directories, Preferences, SectionKind, SectionTimeline, Sections};
use crate::reply::NoBody;
use crate::text::Text;
use plex_sdk_derive::Request;
use std::collections::BTreeMap;

/// `GET /library`
///
/// Lists the ways into the library, such as its sections and what was added last.
///
/// - Answer: directories, each with a key below `/library/`.
/// - Errors: 401 without a token that the server accepts. Some servers refuse it to guests with 400.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_root_library`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct GetRootLibrary {}

/// `GET /library/sections/all`
///
/// Lists the library's sections, such as "Movies", as far as the caller may see them.
///
/// - Answer: sections with their numbers, titles, kinds, agents and folders.
/// - Errors: 401 without a token that the server accepts.
/// - Who: anyone whose token the server accepts.
/// - Paths: `/library/sections` gives the same and is what older clients ask for.
/// - Source: `get_sections`, `get_sections_legacy`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct GetSections {}

/// `POST /library/sections`
///
/// Adds a section to the library and starts to scan its folders.
///
/// - Parameters: a name; what it holds; agent, scanner and language of its metadata; its folders, at least one, each in
///   a `location` of its own; settings under `prefs[...]`.
/// - Answer: the new section, with its number.
/// - Errors: 401 without a token that the server accepts; 403 for anyone but the owner; 400 where a parameter is
///   missing or the server cannot see a folder.
/// - Who: the server's owner.
/// - Paths: `/library/sections/all` is the path in the official description, which writes the kind as a number there.
/// - Source: `add_section_legacy` (the spelling that clients use), `add_section`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct AddSection {
    /// Its name.
    pub name: Text,
    /// What it holds.
    #[wire(name = "type")]
    pub kind: SectionKind,
    /// The agent that finds its metadata, such as `tv.plex.agents.movie`.
    pub agent: Text,
    /// The scanner that finds its files, such as `Plex Movie`.
    pub scanner: Option<Text>,
    /// The language of its metadata, such as `en-US`.
    pub language: Text,
    /// Its folders, as paths on the server's machine.
    #[wire(name = "location+")]
    pub locations: Vec<Text>,
    /// Settings by name; [`GetSectionsPrefs`] lists them.
    pub prefs: BTreeMap<Text, Text>,
    /// The group of metadata providers to use, on servers that have such groups.
    pub metadata_agent_provider_group_id: Option<Text>,
    /// Whether the folders are relative to the place for uploaded media.
    pub relative: Option<bool>,
    /// Whether to take the music library of iTunes.
    #[wire(name = "importFromiTunes")]
    pub import_from_itunes: Option<bool>,
}

/// `GET /library/sections/{sectionId}`
///
/// Reads the menu of one section: its lists, such as "All Movies", and its menus of choices, such as "By Genre". Its
/// own fields, such as folders and agent, are in [`GetSections`].
///
/// - Parameters: the section; whether to include details.
/// - Answer: directories with keys relative to the section; with `includeDetails`, the kinds of items too, each with
///   its filters and orders, and how each kind of field compares.
/// - Errors: 401 without a token that the server accepts; 404 for a section that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_library_details`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetLibraryDetails {
    /// The section.
    pub section_id: SectionId,
    /// Whether to tell the kinds of items with their filters and orders.
    pub include_details: Option<bool>,
}

/// `PUT /library/sections/{sectionId}`
///
/// Changes name, folders, agent or settings of a section. What is not given stays; folders that are given replace the
/// old ones.
///
/// - Parameters: the section; its agent, also where it stays; what is to change; folders each in a `location` of its
///   own; settings under `prefs[...]`.
/// - Answer: nothing.
/// - Errors: 401 without a token that the server accepts; 403 for anyone but the owner; 404 for a section that is not
///   there for the caller; 400 where a value does not fit or the server cannot see a folder.
/// - Who: the server's owner.
/// - Paths: one old description has `/library/sections/{sectionId}/edit` for it.
/// - Source: `edit_section`, `edit_library_section`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct EditSection {
    /// The section.
    pub section_id: SectionId,
    /// The agent that finds its metadata.
    pub agent: Text,
    /// Its new name.
    pub name: Option<Text>,
    /// The scanner that finds its files.
    pub scanner: Option<Text>,
    /// The language of its metadata.
    pub language: Option<Text>,
    /// All its folders, as paths on the server's machine.
    #[wire(name = "location+")]
    pub locations: Vec<Text>,
    /// Settings by name.
    pub prefs: BTreeMap<Text, Text>,
    /// The group of metadata providers to use, on servers that have such groups.
    pub metadata_agent_provider_group_id: Option<Text>,
}

/// `DELETE /library/sections/{sectionId}`
///
/// Removes a section with all metadata of its items. The media files stay.
///
/// - Parameters: the section; whether to wait.
/// - Answer: nothing.
/// - Errors: 401 without a token that the server accepts; 403 for anyone but the owner; 404 for a section that is not
///   there for the caller.
/// - Who: the server's owner.
/// - Source: `delete_library_section`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct DeleteLibrarySection {
    /// The section.
    pub section_id: SectionId,
    /// Whether to answer at once, while an activity does the work.
    #[wire(name = "async")]
    pub run_async: Option<bool>,
}

/// `GET /library/sections/{sectionId}/agents`
///
/// Lists the agents that a section can use.
///
/// - Answer: directories, one for each agent.
/// - Errors: 401 without a token that the server accepts; 403 for anyone but the owner; 404 for a section that is not
///   there for the caller.
/// - Who: the server's owner.
/// - Source: `get_section_agents` (one description only).
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetSectionAgents {
    /// The section.
    pub section_id: SectionId,
}

/// `GET /library/sections/prefs`
///
/// Lists the settings that a new section of a kind would have, with the values they start with.
///
/// - Parameters: the number of the kind of items; the agent that the section is to use.
/// - Answer: settings.
/// - Errors: 401 without a token that the server accepts; 403 for anyone but the owner; 400 without a kind.
/// - Who: the server's owner.
/// - Source: `get_sections_prefs`. The official description gives it the answer of `GET /`, which does not fit what it
///   is for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetSectionsPrefs {
    /// The number of the kind of items: 1 movie, 2 show, 8 artist, 13 photo.
    #[wire(name = "type")]
    pub kind: u16,
    /// The agent that the section is to use.
    pub agent: Option<Text>,
}

/// `GET /library/sections/{sectionId}/prefs`
///
/// Reads the settings of a section.
///
/// - Parameters: the section; an agent to take in place of its own.
/// - Answer: settings with their values.
/// - Errors: 401 without a token that the server accepts; 404 for a section that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_section_preferences`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetSectionPreferences {
    /// The section.
    pub section_id: SectionId,
    /// The agent whose settings to give, where it is not to be the section's own.
    pub agent: Option<Text>,
}

/// `PUT /library/sections/{sectionId}/prefs`
///
/// Changes settings of a section. Those that are not given stay.
///
/// - Parameters: the section; values by name, each under `prefs[...]`.
/// - Answer: nothing.
/// - Errors: 401 without a token that the server accepts; 403 for anyone but the owner; 404 for a section that is not
///   there for the caller; 400 for a value that does not fit.
/// - Who: the server's owner.
/// - Source: `set_section_preferences`. Clients also use [`EditSection`] for it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct SetSectionPreferences {
    /// The section.
    pub section_id: SectionId,
    /// Values by the name of their setting.
    pub prefs: BTreeMap<Text, Text>,
}

/// `GET /library/sections/{sectionId}/settings`
///
/// Reads the settings of a section. [`GetSectionPreferences`] is what working clients ask for.
///
/// - Answer: settings with their values.
/// - Errors: 401 without a token that the server accepts; 403 for anyone but the owner; 404 for a section that is not
///   there for the caller.
/// - Who: the server's owner.
/// - Source: `get_section_settings` (one description only, which leaves the answer open).
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetSectionSettings {
    /// The section.
    pub section_id: SectionId,
}

/// `PUT /library/sections/{sectionId}/move`
///
/// Moves a section to another place in the list of sections.
///
/// - Parameters: the section.
/// - Answer: nothing.
/// - Errors: 401 without a token that the server accepts; 403 for anyone but the owner; 404 for a section that is not
///   there for the caller.
/// - Who: the server's owner.
/// - Source: `move_section` (one description only, which names no parameters).
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct MoveSection {
    /// The section.
    pub section_id: SectionId,
}

/// `GET /library/sections/{sectionId}/timeline`
///
/// Tells when a section last changed and how many of its items still wait for metadata.
///
/// - Parameters: the section.
/// - Answer: the instant and the count.
/// - Errors: 401 without a token that the server accepts; 404 for a section that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_section_timeline`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetSectionTimeline {
    /// The section.
    pub section_id: SectionId,
}

made_from_a_section! {
    GetLibraryDetails EditSection DeleteLibrarySection GetSectionAgents GetSectionPreferences SetSectionPreferences GetSectionSettings MoveSection GetSectionTimeline
}

endpoints! {
    ($) Pms, library, library_sections_endpoints;
    GetRootLibrary {}: GET "/library"
        -> MediaContainer<Directories>, User, Read;
    GetSections {}: GET "/library/sections/all" | "/library/sections"
        -> MediaContainer<Sections>, User, Read;
    AddSection: POST "/library/sections" | "/library/sections/all"
        -> MediaContainer<Sections>, Admin, Once, status CREATED;
    GetLibraryDetails: GET "/library/sections/{sectionId}"
        -> MediaContainer<Directories>, User, Read;
    EditSection: PUT "/library/sections/{sectionId}" | "/library/sections/{sectionId}/edit"
        -> NoBody, Admin, Idempotent;
    DeleteLibrarySection: DELETE "/library/sections/{sectionId}"
        -> NoBody, Admin, Idempotent;
    GetSectionAgents: GET "/library/sections/{sectionId}/agents"
        -> MediaContainer<Directories>, Admin, Read;
    GetSectionsPrefs: GET "/library/sections/prefs"
        -> MediaContainer<Preferences>, Admin, Read;
    GetSectionPreferences: GET "/library/sections/{sectionId}/prefs"
        -> MediaContainer<Preferences>, User, Read;
    SetSectionPreferences: PUT "/library/sections/{sectionId}/prefs"
        -> NoBody, Admin, Idempotent;
    GetSectionSettings: GET "/library/sections/{sectionId}/settings"
        -> MediaContainer<Preferences>, Admin, Read;
    MoveSection: PUT "/library/sections/{sectionId}/move"
        -> NoBody, Admin, Once;
    GetSectionTimeline: GET "/library/sections/{sectionId}/timeline"
        -> MediaContainer<SectionTimeline>, User, Read;
}
