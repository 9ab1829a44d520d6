//! The library and its sections.

use crate::pms::timeline::shown;
use crate::pms::{fields, query};
use crate::refusal::Refusal;
use crate::serve::Call;
use crate::world::library::Shelf;
use crate::world::tokens::Level;
use plex_sdk_contract::codec::envelope::MediaContainer;
use plex_sdk_contract::endpoints::library::{GetRootLibrary, GetSections, ListFilterChoices};
use plex_sdk_contract::ids::SectionId;
use plex_sdk_contract::model::{Directories, Directory, MetadataPage, Section, Sections};

/// Who answers for everything in the library.
pub(crate) const IDENTIFIER: &str = "com.plexapp.plugins.library";
/// Where pictures of codecs and the like would be.
pub(crate) const TAG_PREFIX: &str = "/system/bundle/media/flags/";
/// The version of those pictures.
pub(crate) const TAG_VERSION: u64 = 1_777_730_215;

/// True where the caller may see a section.
pub(crate) fn sees(call: &Call<'_>, shelf: &Shelf) -> bool {
    let is_hidden = shelf.private && call.caller.user.sees_part();
    !shelf.removed && !is_hidden
}

/// A section that the caller may see, with the place that its items name.
pub(crate) fn shelf(call: &Call<'_>, id: &SectionId) -> Result<(usize, Shelf), Refusal> {
    let (_, server) = call.server()?;
    let entry = server.administration.sections.find(id);
    let entry = entry.filter(|entry| sees(call, &entry.shelf));
    let entry = entry.ok_or(Refusal::NotFound)?;
    Ok((entry.place, entry.shelf))
}

/// The sections that the caller may see, folders for the administrator only.
pub(crate) fn sections(call: &Call<'_>) -> Result<Vec<Section>, Refusal> {
    let (_, server) = call.server()?;
    let mut sections: Vec<Section> = server
        .administration
        .sections
        .all()
        .into_iter()
        .filter(|entry| sees(call, &entry.shelf))
        .map(|entry| entry.shelf.section)
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

/// True for the words that a section lists choices of.
pub(crate) fn is_choice(word: &str) -> bool {
    fields::find(word).is_some_and(|field| field.offered)
}

pub(crate) fn list_filter_choices(
    call: &Call<'_>,
    request: ListFilterChoices,
) -> Result<MediaContainer<MetadataPage>, Refusal> {
    let library = &shown(call)?;
    let (place, shelf) = shelf(call, &request.section_id)?;
    let field = fields::find(&request.tag).filter(|field| field.offered);
    let field = field.ok_or(Refusal::NotFound)?;
    let kind = match request.kind {
        Some(kind) => kind.known(),
        None => fields::levels(&shelf.section)
            .first()
            .map(|(_, kind, _)| kind.clone()),
    };
    let items = library.items.iter();
    let items = items
        .filter(|item| item.shelf == place && kind.is_some() && item.full.kind == kind)
        .map(|item| &item.full);
    let directories: Vec<Directory> = query::choices(items, field)
        .into_iter()
        .map(|(key, title)| Directory {
            fast_key: Some(
                format!(
                    "/library/sections/{}/all?{}={key}",
                    shelf.section.key, field.name
                )
                .into(),
            ),
            key: key.into(),
            title: title.into(),
            kind: Some(field.name.into()),
            ..Directory::default()
        })
        .collect();
    let content = MetadataPage {
        title1: Some(shelf.section.title.clone()),
        media_tag_prefix: Some(TAG_PREFIX.into()),
        media_tag_version: Some(TAG_VERSION),
        directories,
        ..MetadataPage::default()
    };
    let mut container = MediaContainer::new(content.directories.len(), content);
    container.identifier = Some(IDENTIFIER.into());
    container.allow_sync = Some(false);
    Ok(container)
}
