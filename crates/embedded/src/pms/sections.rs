//! Sections: made, changed, removed, looked after, and what lies in them.

use crate::pms::administration::{AGENTS, has_folder, parent};
use crate::pms::events::section_refreshed;
use crate::pms::library::{IDENTIFIER, TAG_PREFIX, TAG_VERSION, shelf};
use crate::pms::preferences::{self, SECTION, Values};
use crate::pms::{content, fields, sorting};
use crate::refusal::Refusal;
use crate::serve::Call;
use crate::world::library::{Item, Shelf, new_section};
use plex_sdk_contract::codec::envelope::MediaContainer;
use plex_sdk_contract::endpoints::library::*;
use plex_sdk_contract::ids::SectionId;
use plex_sdk_contract::model::{
    Directories, Directory, Location, Metadata, MetadataPage, Preferences, Section, SectionFilters,
    SectionKind, SectionSorts, SectionTimeline, Sections,
};
use plex_sdk_contract::reply::NoBody;
use plex_sdk_contract::text::Text;
use std::collections::{BTreeMap, BTreeSet};

/// The kind as clients and as Plex's own description write it.
fn kind_of(kind: &SectionKind) -> Option<SectionKind> {
    match kind.as_str() {
        "1" | "movie" => Some(SectionKind::Movie),
        "2" | "show" => Some(SectionKind::Show),
        "8" | "artist" => Some(SectionKind::Artist),
        "13" | "photo" => Some(SectionKind::Photo),
        _ => None,
    }
}

/// The settings that were sent along.
fn sent(prefs: &BTreeMap<Text, Text>) -> Result<Values, Refusal> {
    let pairs = prefs
        .iter()
        .map(|(id, value)| (id.as_str(), value.as_str()));
    preferences::read(SECTION, pairs)
}

/// Folders that the server's disk has, and no others.
fn folders(call: &Call<'_>, paths: &[Text]) -> Result<Vec<Location>, Refusal> {
    let (_, server) = call.server()?;
    if !paths.iter().all(|path| has_folder(server, path)) {
        return Err(Refusal::BadRequest);
    }
    let numbered = (1..).zip(paths);
    Ok(numbered
        .map(|(number, path)| Location {
            id: Some(number),
            path: path.clone(),
        })
        .collect())
}

/// Takes what the settings of a section say about how it is listed.
fn apply(section: &mut Section, settings: &Values) {
    if let Some(hidden) = settings
        .get("hidden")
        .and_then(|hidden| hidden.parse().ok())
    {
        section.hidden = hidden;
    }
}

pub(crate) fn add_section(
    call: &Call<'_>,
    request: AddSection,
) -> Result<MediaContainer<Sections>, Refusal> {
    let (_, server) = call.server()?;
    let kind = kind_of(&request.kind).ok_or(Refusal::BadRequest)?;
    let empty = [&request.name, &request.agent, &request.language]
        .iter()
        .any(|text| text.trim().is_empty());
    let locations = folders(call, &request.locations)?;
    if empty || locations.is_empty() || !AGENTS.iter().any(|(id, ..)| *id == request.agent.as_str())
    {
        return Err(Refusal::BadRequest);
    }
    let settings = sent(&request.prefs)?;
    let now = call.world.now();
    let shelf = server.administration.sections.add(|number| {
        let mut section = new_section(number as u64, &request.name, kind, now);
        section.agent = Some(request.agent.clone());
        section.language = Some(request.language.clone());
        section.scanner = request.scanner.clone().or(section.scanner);
        section.locations = locations;
        apply(&mut section, &settings);
        let private = false;
        let shelf = Shelf {
            section,
            private,
            removed: false,
        };
        (shelf, settings)
    });
    section_refreshed(server, &shelf.section.key);
    let content = Sections {
        sections: vec![shelf.section],
        ..Sections::default()
    };
    Ok(MediaContainer::new(1, content))
}

pub(crate) fn edit_section(call: &Call<'_>, request: EditSection) -> Result<NoBody, Refusal> {
    let (_, server) = call.server()?;
    shelf(call, &request.section_id)?;
    let locations = folders(call, &request.locations)?;
    let settings = sent(&request.prefs)?;
    let name = request
        .name
        .as_ref()
        .is_some_and(|name| name.trim().is_empty());
    if name || !AGENTS.iter().any(|(id, ..)| *id == request.agent.as_str()) {
        return Err(Refusal::BadRequest);
    }
    let now = call.world.now();
    let changed = server
        .administration
        .sections
        .change(&request.section_id, |entry| {
            let section = &mut entry.shelf.section;
            section.agent = Some(request.agent);
            section.title = request.name.unwrap_or_else(|| section.title.clone());
            section.scanner = request.scanner.or_else(|| section.scanner.take());
            section.language = request.language.or_else(|| section.language.take());
            if !locations.is_empty() {
                section.locations = locations;
            }
            section.updated_at = Some(now);
            apply(section, &settings);
            entry.settings.extend(settings);
        });
    changed.then_some(NoBody).ok_or(Refusal::NotFound)
}

pub(crate) fn delete_library_section(
    call: &Call<'_>,
    request: DeleteLibrarySection,
) -> Result<NoBody, Refusal> {
    let (_, server) = call.server()?;
    let removed = server.administration.sections.remove(&request.section_id);
    removed.then_some(NoBody).ok_or(Refusal::NotFound)
}

fn menu(section: &Section, directories: Vec<Directory>) -> MediaContainer<Directories> {
    let content = Directories {
        title1: Some(section.title.clone()),
        art: section.art.clone(),
        thumb: section.thumb.clone(),
        content: Some("secondary".into()),
        media_tag_prefix: Some(TAG_PREFIX.into()),
        media_tag_version: Some(TAG_VERSION),
        library_section_id: section.key.as_str().parse().ok(),
        directories,
        ..Directories::default()
    };
    let mut container = MediaContainer::new(content.directories.len(), content);
    container.identifier = Some(IDENTIFIER.into());
    container.allow_sync = Some(false);
    container
}

pub(crate) fn get_library_details(
    call: &Call<'_>,
    request: GetLibraryDetails,
) -> Result<MediaContainer<Directories>, Refusal> {
    let (_, Shelf { section, .. }) = shelf(call, &request.section_id)?;
    let meta = sorting::meta(&section, None);
    let entry = |key: &str, title: String, secondary: bool| Directory {
        key: key.into(),
        title: title.into(),
        secondary: secondary.then_some(true),
        ..Directory::default()
    };
    let kinds = meta.types.first();
    let all = kinds
        .and_then(|kind| kind.title.as_deref())
        .unwrap_or_default();
    let mut directories = vec![entry("all", format!("All {all}"), false)];
    for filter in kinds.iter().flat_map(|kind| &kind.filters) {
        if let (Some(word), Some(title)) = (&filter.filter, &filter.title) {
            directories.push(entry(word, format!("By {title}"), true));
        }
    }
    directories.push(entry("folder", "By Folder".into(), false));
    let mut answer = menu(&section, directories);
    if request.include_details == Some(true) {
        answer.types = meta.types;
        answer.field_types = meta.field_types;
    }
    Ok(answer)
}

pub(crate) fn get_section_agents(
    call: &Call<'_>,
    request: GetSectionAgents,
) -> Result<MediaContainer<Directories>, Refusal> {
    let (_, Shelf { section, .. }) = shelf(call, &request.section_id)?;
    let kind = fields::levels(&section).first().map(|(number, ..)| *number);
    let directories = AGENTS
        .iter()
        .filter(|(.., kinds)| kind.is_some_and(|kind| kinds.contains(&kind)))
        .map(|(identifier, name, _)| Directory {
            key: (*identifier).into(),
            title: (*name).into(),
            ..Directory::default()
        })
        .collect();
    Ok(menu(&section, directories))
}

pub(crate) fn get_sections_prefs(
    _call: &Call<'_>,
    request: GetSectionsPrefs,
) -> Result<MediaContainer<Preferences>, Refusal> {
    if !matches!(request.kind.number(), Some(1 | 2 | 8 | 13)) {
        return Err(Refusal::BadRequest);
    }
    Ok(preferences::settings(SECTION, &Values::new()))
}

fn settings(call: &Call<'_>, id: &SectionId) -> Result<MediaContainer<Preferences>, Refusal> {
    let (_, server) = call.server()?;
    shelf(call, id)?;
    let entry = server
        .administration
        .sections
        .find(id)
        .ok_or(Refusal::NotFound)?;
    Ok(preferences::settings(SECTION, &entry.settings))
}

pub(crate) fn get_section_preferences(
    call: &Call<'_>,
    request: GetSectionPreferences,
) -> Result<MediaContainer<Preferences>, Refusal> {
    settings(call, &request.section_id)
}

pub(crate) fn get_section_settings(
    call: &Call<'_>,
    request: GetSectionSettings,
) -> Result<MediaContainer<Preferences>, Refusal> {
    settings(call, &request.section_id)
}

pub(crate) fn set_section_preferences(
    call: &Call<'_>,
    request: SetSectionPreferences,
) -> Result<NoBody, Refusal> {
    let (_, server) = call.server()?;
    let values = sent(&request.prefs)?;
    let changed = server
        .administration
        .sections
        .change(&request.section_id, |entry| {
            apply(&mut entry.shelf.section, &values);
            entry.settings.extend(values);
        });
    changed.then_some(NoBody).ok_or(Refusal::NotFound)
}

pub(crate) fn get_section_timeline(
    call: &Call<'_>,
    request: GetSectionTimeline,
) -> Result<MediaContainer<SectionTimeline>, Refusal> {
    let (_, Shelf { section, .. }) = shelf(call, &request.section_id)?;
    let content = SectionTimeline {
        title1: Some(section.title),
        art: section.art,
        thumb: section.thumb,
        content: Some("secondary".into()),
        view_group: Some("secondary".into()),
        latest_entry_at: section.scanned_at.max(section.updated_at),
        update_queue_size: Some(0),
        media_tag_prefix: Some(TAG_PREFIX.into()),
        media_tag_version: Some(TAG_VERSION),
        ..SectionTimeline::default()
    };
    Ok(MediaContainer::new(0, content))
}

/// Scans a section: it is over at once, and nothing new is found.
fn scan(call: &Call<'_>, id: &SectionId) -> Result<(), Refusal> {
    let (_, server) = call.server()?;
    let now = call.world.now();
    let found = server.administration.sections.change(id, |entry| {
        entry.shelf.section.scanned_at = Some(now);
    });
    found.then_some(()).ok_or(Refusal::NotFound)?;
    section_refreshed(server, id);
    Ok(())
}

fn scan_all(call: &Call<'_>) -> Result<NoBody, Refusal> {
    let (_, server) = call.server()?;
    for entry in server.administration.sections.all() {
        scan(call, &entry.shelf.section.key)?;
    }
    Ok(NoBody)
}

pub(crate) fn refresh_section(call: &Call<'_>, request: RefreshSection) -> Result<NoBody, Refusal> {
    if let Some(path) = &request.path {
        folders(call, std::slice::from_ref(path))?;
    }
    scan(call, &request.section_id)?;
    Ok(NoBody)
}

pub(crate) fn refresh_all_sections(
    call: &Call<'_>,
    _request: RefreshAllSections,
) -> Result<NoBody, Refusal> {
    scan_all(call)
}

pub(crate) fn refresh_sections_metadata(
    call: &Call<'_>,
    _request: RefreshSectionsMetadata,
) -> Result<NoBody, Refusal> {
    scan_all(call)
}

/// Scans are over at once, so none can be stopped.
pub(crate) fn stop_all_refreshes(
    _call: &Call<'_>,
    _request: StopAllRefreshes,
) -> Result<NoBody, Refusal> {
    Ok(NoBody)
}

/// Work on a section that changes nothing here: no file is ever gone, and nothing is computed.
macro_rules! upkeep {
    ($($handler:ident: $Operation:ident;)+) => {
        $(pub(crate) fn $handler(call: &Call<'_>, request: $Operation) -> Result<NoBody, Refusal> {
            shelf(call, &request.section_id).map(|_| NoBody)
        })+
    };
}

upkeep! {
    cancel_refresh: CancelRefresh;
    empty_trash: EmptyTrash;
    start_analysis: StartAnalysis;
    delete_indexes: DeleteIndexes;
    delete_intros: DeleteIntros;
    optimize_section: OptimizeSection;
}

/// There are no bundles of items that are gone.
pub(crate) fn clean_bundles(_call: &Call<'_>, _request: CleanBundles) -> Result<NoBody, Refusal> {
    Ok(NoBody)
}

/// The data file needs no care.
pub(crate) fn optimize_database(
    _call: &Call<'_>,
    _request: OptimizeDatabase,
) -> Result<NoBody, Refusal> {
    Ok(NoBody)
}

pub(crate) fn get_section_filters(
    call: &Call<'_>,
    request: GetSectionFilters,
) -> Result<MediaContainer<SectionFilters>, Refusal> {
    let (_, Shelf { section, .. }) = shelf(call, &request.section_id)?;
    let kind = sorting::meta(&section, None).types.into_iter().next();
    let content = SectionFilters {
        title1: Some(section.title),
        view_group: Some("secondary".into()),
        filters: kind.map(|kind| kind.filters).unwrap_or_default(),
    };
    Ok(MediaContainer::new(content.filters.len(), content))
}

pub(crate) fn get_available_sorts(
    call: &Call<'_>,
    request: GetAvailableSorts,
) -> Result<MediaContainer<SectionSorts>, Refusal> {
    let (_, Shelf { section, .. }) = shelf(call, &request.section_id)?;
    let kind = sorting::meta(&section, None).types.into_iter().next();
    let content = SectionSorts {
        title1: Some(section.title),
        content: Some("secondary".into()),
        view_group: Some("secondary".into()),
        sorts: kind.map(|kind| kind.sorts).unwrap_or_default(),
        ..SectionSorts::default()
    };
    Ok(MediaContainer::new(content.sorts.len(), content))
}

/// How many items start with each letter; filters are ignored.
pub(crate) fn get_first_characters(
    call: &Call<'_>,
    request: GetFirstCharacters,
) -> Result<MediaContainer<Directories>, Refusal> {
    let (_, server) = call.server()?;
    let (place, Shelf { section, .. }) = shelf(call, &request.section_id)?;
    let kind = match request.kind {
        Some(kind) => kind.known(),
        None => fields::levels(&section)
            .first()
            .map(|(_, kind, _)| kind.clone()),
    };
    let mut counts: BTreeMap<char, u32> = BTreeMap::new();
    for Item { full, .. } in server
        .library
        .items
        .iter()
        .filter(|item| item.shelf == place)
    {
        if kind.is_some() && full.kind == kind {
            let title = full.title_sort.as_ref().unwrap_or(&full.title);
            let first = title.chars().next().filter(|first| first.is_alphabetic());
            let letter = first
                .and_then(|first| first.to_uppercase().next())
                .unwrap_or('#');
            *counts.entry(letter).or_default() += 1;
        }
    }
    let directories = counts
        .into_iter()
        .map(|(letter, size)| Directory {
            key: letter.to_string().replace('#', "%23").into(),
            title: letter.to_string().into(),
            size: Some(size),
            ..Directory::default()
        })
        .collect();
    Ok(menu(&section, directories))
}

/// The folder that an item's file lies in.
fn folder_of(item: &Item) -> Option<&str> {
    let mut parts = item.full.media.iter().flat_map(|media| &media.parts);
    parent(parts.next()?.file.as_deref()?)
}

/// A folder of a section: the folders in it by the numbers that they have there, and the items.
pub(crate) fn get_section_folder(
    call: &Call<'_>,
    request: GetSectionFolder,
) -> Result<MediaContainer<MetadataPage>, Refusal> {
    let (_, server) = call.server()?;
    let (place, Shelf { section, .. }) = shelf(call, &request.section_id)?;
    let library = &server.lists.library();
    let items = || {
        library
            .items
            .iter()
            .enumerate()
            .filter(|(_, item)| item.shelf == place)
    };
    let tops: Vec<&str> = section
        .locations
        .iter()
        .map(|location| location.path.as_str())
        .collect();
    let mut all = BTreeSet::new();
    for (_, item) in items() {
        let mut folder = folder_of(item);
        while let Some(path) = folder.filter(|path| !tops.contains(path)) {
            all.insert(path);
            folder = parent(path);
        }
    }
    let all: Vec<&str> = all
        .into_iter()
        .filter(|path| tops.iter().any(|top| path.starts_with(top)))
        .collect();
    let asked = match &request.parent {
        None => None,
        Some(number) => {
            let number: usize = number.parse().map_err(|_| Refusal::BadRequest)?;
            let place = number.checked_sub(1).ok_or(Refusal::NotFound)?;
            Some(*all.get(place).ok_or(Refusal::NotFound)?)
        }
    };
    let inside = |path: Option<&str>| match asked {
        Some(folder) => path == Some(folder),
        None => path.is_some_and(|path| tops.contains(&path)),
    };
    let folders = (1..).zip(&all).filter(|(_, path)| inside(parent(path)));
    let mut entries: Vec<Metadata> = folders
        .map(|(number, path): (usize, &&str)| Metadata {
            key: format!("/library/sections/{}/folder?parent={number}", section.key).into(),
            title: path.rsplit('/').next().unwrap_or_default().into(),
            ..Metadata::default()
        })
        .collect();
    let found: Vec<usize> = items()
        .filter(|(_, item)| inside(folder_of(item)))
        .map(|(at, _)| at)
        .collect();
    let mut page = content::page(call, library, &found, (None, None), false);
    entries.append(&mut page.metadata);
    let total = entries.len();
    let start = request.container_start.unwrap_or(0);
    let skip = usize::try_from(start).unwrap_or(usize::MAX);
    let take = request
        .container_size
        .and_then(|size| usize::try_from(size).ok())
        .unwrap_or(usize::MAX);
    page.metadata = entries.into_iter().skip(skip).take(take).collect();
    let mut page = MediaContainer::new(page.metadata.len(), page.content);
    page.offset = Some(start);
    page.total_size = Some(u32::try_from(total).unwrap_or(u32::MAX));
    page.identifier = Some(IDENTIFIER.into());
    page.title1 = Some(section.title);
    Ok(page)
}
