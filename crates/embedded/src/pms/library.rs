//! The library and its sections.

use crate::refusal::Refusal;
use crate::serve::Call;
use crate::world::library::Shelf;
use crate::world::tokens::Level;
use plex_sdk_contract::codec::envelope::MediaContainer;
use plex_sdk_contract::endpoints::library::{GetRootLibrary, GetSections};
use plex_sdk_contract::model::{Directories, Directory, Section, Sections};

/// Who answers for everything in the library.
pub(crate) const IDENTIFIER: &str = "com.plexapp.plugins.library";
/// Where pictures of codecs and the like would be.
pub(crate) const TAG_PREFIX: &str = "/system/bundle/media/flags/";
/// The version of those pictures.
pub(crate) const TAG_VERSION: u64 = 1_777_730_215;

/// True where the caller may see a section.
pub(crate) fn sees(call: &Call<'_>, shelf: &Shelf) -> bool {
    !(shelf.private && call.caller.user.sees_part())
}

/// The sections that the caller may see, folders for the administrator only.
pub(crate) fn sections(call: &Call<'_>) -> Result<Vec<Section>, Refusal> {
    let (_, server) = call.server()?;
    let mut sections: Vec<Section> = server
        .library
        .shelves
        .iter()
        .filter(|shelf| sees(call, shelf))
        .map(|shelf| shelf.section.clone())
        .collect();
    if call.caller.level < Level::Admin {
        for section in &mut sections {
            section.locations.clear();
        }
    }
    Ok(sections)
}

pub(crate) fn get_root_library(
    _call: &Call<'_>,
    _request: GetRootLibrary,
) -> Result<MediaContainer<Directories>, Refusal> {
    let directories: Vec<Directory> = [
        ("sections", "Sections"),
        ("recentlyAdded", "Recently Added"),
        ("onDeck", "On Deck"),
    ]
    .into_iter()
    .map(|(key, title)| Directory {
        key: key.into(),
        title: title.into(),
        ..Directory::default()
    })
    .collect();
    let content = Directories {
        title1: Some("Plex Library".into()),
        media_tag_prefix: Some(TAG_PREFIX.into()),
        media_tag_version: Some(TAG_VERSION),
        directories,
        ..Directories::default()
    };
    let mut container = MediaContainer::new(content.directories.len(), content);
    container.identifier = Some(IDENTIFIER.into());
    container.allow_sync = Some(false);
    Ok(container)
}

pub(crate) fn get_sections(
    call: &Call<'_>,
    _request: GetSections,
) -> Result<MediaContainer<Sections>, Refusal> {
    let content = Sections {
        title1: Some("Plex Library".into()),
        sections: sections(call)?,
        ..Sections::default()
    };
    let mut container = MediaContainer::new(content.sections.len(), content);
    container.allow_sync = Some(false);
    Ok(container)
}
