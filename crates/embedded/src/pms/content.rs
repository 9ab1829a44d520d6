//! The items of the library: lists of them, and each in full.

use crate::pms::deck::next_episode;
use crate::pms::library::{IDENTIFIER, TAG_PREFIX, TAG_VERSION, sees, shelf};
use crate::pms::timeline::shown;
use crate::pms::{artwork, collections, fields, playlists, query, sorting};
use crate::refusal::Refusal;
use crate::serve::Call;
use crate::world::collections::sort_title;
use crate::world::library::{Item, Library, Shelf};
use crate::world::tokens::Level;
use plex_sdk_contract::codec::envelope::MediaContainer;
use plex_sdk_contract::endpoints::content::{
    GetAllItemLeaves, GetMetadataChildren, GetMetadataItem, ListContent,
};
use plex_sdk_contract::ids::RatingKey;
use plex_sdk_contract::model::{
    Directory, ItemList, MediaKind, MediaType, Metadata, MetadataPage, Related,
};
use plex_sdk_contract::query::Query;
use plex_sdk_contract::time::Timestamp;

/// Lists carry so many of the cast.
const ROLES_IN_LISTS: usize = 3;

pub(crate) type Page = MediaContainer<MetadataPage>;

pub(crate) fn list_content(call: &Call<'_>, request: ListContent) -> Result<Page, Refusal> {
    let (_, server) = call.server()?;
    let library = &shown(call)?;
    let (place, shelf) = shelf(call, &request.section_id)?;
    // What of the query is not understood is ignored.
    let (query, _) = Query::read(&request);
    let kind = listed_kind(&shelf, &query);
    let window = (request.container_start, request.container_size);
    let guids = request.include_guids == Some(true);
    let found = evaluate(library, (place, &shelf), &query, call.world.now());
    let of_section = query.kind.is_none() && request.include_collections == Some(true);
    let mut page = if kind == Some(MediaKind::Collection) || of_section {
        let mut entries = collections::listed(call, server, library, place, &query);
        if of_section {
            let items = found.iter().filter_map(|at| library.items.get(*at));
            entries.extend(items.map(|item| partial(call, item, guids)));
        }
        if of_section && query.sort.is_empty() {
            entries.sort_by_key(sort_title);
        }
        page_of(&entries, window)
    } else {
        page(call, library, &found, window, guids)
    };
    page.title1 = Some(shelf.section.title.clone());
    page.title2 = Some("All".into());
    page.art.clone_from(&shelf.section.art);
    page.thumb.clone_from(&shelf.section.thumb);
    page.library_section_id = shelf.section.key.as_str().parse().ok();
    page.library_section_title = Some(shelf.section.title.clone());
    page.library_section_uuid.clone_from(&shelf.section.uuid);
    page.view_group = kind.as_ref().map(|kind| kind.as_str().into());
    if request.include_meta == Some(true) {
        page.meta = Some(Box::new(match kind {
            Some(MediaKind::Collection) => sorting::collections_meta(&shelf.section),
            kind => sorting::meta(&shelf.section, kind.as_ref()),
        }));
    }
    Ok(page)
}

/// The kind of items that a query lists: the one it names, or the section's own.
fn listed_kind(shelf: &Shelf, query: &Query) -> Option<MediaKind> {
    if let Some(number) = query.kind {
        return MediaType::from(number).known();
    }
    let levels = fields::levels(&shelf.section);
    levels.first().map(|(_, kind, _)| kind.clone())
}

/// The places of the items of a section that a query lists, in its order.
pub(crate) fn evaluate(
    library: &Library,
    (place, shelf): (usize, &Shelf),
    query: &Query,
    now: Timestamp,
) -> Vec<usize> {
    let kind = listed_kind(shelf, query);
    let levels = fields::levels(&shelf.section);
    let source = query
        .source_kind
        .and_then(|number| MediaType::from(number).known());
    let reader = query::Reader {
        kinds: levels.iter().map(|(_, kind, _)| kind.as_str()).collect(),
        source: source.as_ref().map(MediaKind::as_str),
    };
    let test = query.filter.as_ref().and_then(|filter| reader.read(filter));
    let mut found: Vec<usize> = library
        .items
        .iter()
        .enumerate()
        .filter(|(_, item)| item.shelf == place && kind.is_some() && item.full.kind == kind)
        .map(|(at, _)| at)
        .filter(|at| {
            test.as_ref()
                .is_none_or(|test| test.fits(library, *at, now))
        })
        .collect();
    sorting::sort(library, &mut found, &query.sort, now);
    if let Some(field) = &query.group {
        query::group(library, &mut found, field);
    }
    if let Some(limit) = query.limit {
        found.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    }
    found
}

pub(crate) fn get_metadata_item(
    call: &Call<'_>,
    request: GetMetadataItem,
) -> Result<Page, Refusal> {
    let (_, server) = call.server()?;
    let library = &shown(call)?;
    let mut items: Vec<Metadata> = Vec::new();
    for id in &request.ids {
        if items
            .iter()
            .any(|item| item.rating_key.as_ref() == Some(id))
        {
            continue;
        }
        if let Ok(at) = find(call, library, id) {
            items.push(full(call, library, at, &request));
        } else {
            let preferences = request.include_preferences == Some(true);
            let list = collections::described(call, server, library, id.as_str(), preferences);
            items
                .extend(list.or_else(|_| playlists::described(call, server, library, id.as_str())));
        }
    }
    let first = items.first().ok_or(Refusal::NotFound)?;
    let content = MetadataPage {
        library_section_id: first.library_section_id,
        library_section_title: first.library_section_title.clone(),
        library_section_uuid: shelf_uuid(library, first),
        media_tag_prefix: Some(TAG_PREFIX.into()),
        media_tag_version: Some(TAG_VERSION),
        metadata: items,
        ..MetadataPage::default()
    };
    let mut page = MediaContainer::new(content.metadata.len(), content);
    page.identifier = Some(IDENTIFIER.into());
    page.allow_sync = Some(true);
    Ok(page)
}

pub(crate) fn get_metadata_children(
    call: &Call<'_>,
    request: GetMetadataChildren,
) -> Result<Page, Refusal> {
    let (_, server) = call.server()?;
    let library = &shown(call)?;
    if let Ok(members) = collections::members(call, server, library, request.id.as_str()) {
        let window = (request.container_start, request.container_size);
        let guids = request.include_guids == Some(true);
        return Ok(page(call, library, &members, window, guids));
    }
    let at = find(call, library, &request.id)?;
    let children: Vec<usize> = library.children(at).collect();
    let window = (request.container_start, request.container_size);
    let guids = request.include_guids == Some(true);
    let mut page = page(call, library, &children, window, guids);
    describe(&mut page, library, at);
    let parent = &library.items[at].full;
    let whole = request.container_start.unwrap_or(0) == 0;
    if parent.kind == Some(MediaKind::Show)
        && children.len() > 1
        && whole
        && request.exclude_all_leaves != Some(true)
    {
        page.directories.push(Directory {
            key: format!("/library/metadata/{}/allLeaves", request.id).into(),
            title: "All episodes".into(),
            leaf_count: parent.leaf_count,
            viewed_leaf_count: parent.viewed_leaf_count,
            thumb: parent.thumb.clone(),
            ..Directory::default()
        });
    }
    Ok(page)
}

pub(crate) fn get_all_item_leaves(
    call: &Call<'_>,
    request: GetAllItemLeaves,
) -> Result<Page, Refusal> {
    let library = &shown(call)?;
    let at = find(call, library, &request.ids)?;
    let key = &library.items[at].full.rating_key;
    let leaves: Vec<usize> = library
        .items
        .iter()
        .enumerate()
        .filter(|(_, item)| {
            let playable = matches!(item.full.kind, Some(MediaKind::Episode | MediaKind::Track));
            let above = [
                &item.full.parent_rating_key,
                &item.full.grandparent_rating_key,
            ];
            playable && above.contains(&key)
        })
        .map(|(at, _)| at)
        .collect();
    let window = (request.container_start, request.container_size);
    let guids = request.include_guids == Some(true);
    let mut page = page(call, library, &leaves, window, guids);
    describe(&mut page, library, at);
    page.mixed_parents = Some(true);
    Ok(page)
}

/// The place of an item that the caller may see.
pub(crate) fn find(call: &Call<'_>, library: &Library, id: &RatingKey) -> Result<usize, Refusal> {
    let at = library.find(id).ok_or(Refusal::NotFound)?;
    is_seen(call, library, at)
        .then_some(at)
        .ok_or(Refusal::NotFound)
}

/// True where the caller may see the item at this place.
pub(crate) fn is_seen(call: &Call<'_>, library: &Library, at: usize) -> bool {
    let (Some(item), Ok((_, server))) = (library.items.get(at), call.server()) else {
        return false;
    };
    let shelf = server.administration.sections.at(item.shelf);
    shelf.is_some_and(|shelf| sees(call, &shelf))
}

fn shelf_uuid(library: &Library, item: &Metadata) -> Option<plex_sdk_contract::Text> {
    let shelf = library.find_shelf(&item.library_section_id?.to_string().into())?;
    library.shelves.get(shelf)?.section.uuid.clone()
}

/// A window of a list: from its start, and so many.
pub(super) fn window<T>(
    list: impl Iterator<Item = T>,
    (start, size): (Option<u32>, Option<u32>),
) -> impl Iterator<Item = T> {
    let number = |number| usize::try_from(number).unwrap_or(usize::MAX);
    list.skip(number(start.unwrap_or(0)))
        .take(size.map_or(usize::MAX, number))
}

/// A window of a list, with its items as lists carry them.
pub(crate) fn page(
    call: &Call<'_>,
    library: &Library,
    found: &[usize],
    window: (Option<u32>, Option<u32>),
    guids: bool,
) -> Page {
    windowed(found, window, |at| {
        let item = library.items.get(*at)?;
        Some(partial(call, item, guids))
    })
}

/// A window of a list of entries that are made already.
pub(crate) fn page_of(entries: &[Metadata], window: (Option<u32>, Option<u32>)) -> Page {
    windowed(entries, window, |entry| Some(entry.clone()))
}

fn windowed<T>(
    found: &[T],
    (start, size): (Option<u32>, Option<u32>),
    entry: impl Fn(&T) -> Option<Metadata>,
) -> Page {
    let start = start.unwrap_or(0);
    let metadata: Vec<Metadata> = window(found.iter(), (Some(start), size))
        .filter_map(entry)
        .collect();
    let content = MetadataPage {
        media_tag_prefix: Some(TAG_PREFIX.into()),
        media_tag_version: Some(TAG_VERSION),
        metadata,
        ..MetadataPage::default()
    };
    let mut page = MediaContainer::new(content.metadata.len(), content);
    page.offset = Some(start);
    page.total_size = Some(u32::try_from(found.len()).unwrap_or(u32::MAX));
    page.identifier = Some(IDENTIFIER.into());
    page.allow_sync = Some(true);
    page
}

/// Gives a list what it says of the item that its entries lie in.
fn describe(page: &mut Page, library: &Library, at: usize) {
    let Some(item) = library.items.get(at).map(|item| &item.full) else {
        return;
    };
    page.key = item.rating_key.as_ref().map(|key| key.as_str().into());
    page.title1 = Some(item.parent_title.as_ref().unwrap_or(&item.title).clone());
    page.title2 = Some(item.title.clone());
    page.summary.clone_from(&item.summary);
    page.art.clone_from(&item.art);
    page.thumb.clone_from(&item.thumb);
    page.parent_index = item.index;
    page.parent_title = Some(item.title.clone());
    page.parent_year = item.year;
    page.grandparent_rating_key
        .clone_from(&item.parent_rating_key);
    page.grandparent_title.clone_from(&item.parent_title);
    page.library_section_id = item.library_section_id;
    page.library_section_title
        .clone_from(&item.library_section_title);
    page.library_section_uuid = shelf_uuid(library, item);
    let below = library
        .children(at)
        .next()
        .and_then(|at| library.items.get(at));
    page.view_group = below
        .and_then(|item| item.full.kind.as_ref())
        .map(|kind| kind.as_str().into());
}

/// An item as a list carries it.
pub(crate) fn partial(call: &Call<'_>, item: &Item, guids: bool) -> Metadata {
    let mut item = item.full.clone();
    item.roles.truncate(ROLES_IN_LISTS);
    for role in &mut item.roles {
        role.tag_key = None;
    }
    item.locations.clear();
    item.library_section_id = None;
    item.library_section_key = None;
    item.library_section_title = None;
    if !guids {
        item.guids.clear();
    }
    for part in item.media.iter_mut().flat_map(|media| &mut media.parts) {
        part.streams.clear();
    }
    artwork::dress(call, &mut item);
    hide_files(call, &mut item);
    item
}

/// An item as it is read by its key.
fn full(call: &Call<'_>, library: &Library, at: usize, request: &GetMetadataItem) -> Metadata {
    let shelf = library.items[at].shelf;
    let mut item = library.items[at].full.clone();
    artwork::dress(call, &mut item);
    if let Ok((_, server)) = call.server()
        && let Some(shelf) = server.administration.sections.at(shelf)
    {
        item.library_section_title = Some(shelf.section.title);
    }
    if request.check_files == Some(true) {
        for part in item.media.iter_mut().flat_map(|media| &mut media.parts) {
            part.exists = Some(true);
            part.accessible = Some(true);
        }
    }
    let none = || {
        Some(Box::new(ItemList {
            size: Some(0),
            ..ItemList::default()
        }))
    };
    if request.include_extras == Some(true) {
        item.extras = none();
    }
    if request.include_on_deck == Some(true) && item.kind == Some(MediaKind::Show) {
        let next = next_episode(library, at).and_then(|next| library.items.get(next));
        let next: Vec<Metadata> = next
            .map(|item| partial(call, item, false))
            .into_iter()
            .collect();
        item.on_deck = Some(Box::new(ItemList {
            size: u32::try_from(next.len()).ok(),
            metadata: next,
            ..ItemList::default()
        }));
    }
    if request.include_related == Some(true) {
        item.related = Some(Box::new(Related::default()));
    }
    for element in &request.exclude_elements {
        match element.as_str() {
            "Media" => item.media.clear(),
            "Genre" => item.genres.clear(),
            "Country" => item.countries.clear(),
            "Director" => item.directors.clear(),
            "Role" => item.roles.clear(),
            "Guid" => item.guids.clear(),
            "Image" => item.images.clear(),
            "Location" => item.locations.clear(),
            _ => {}
        }
    }
    for field in &request.exclude_fields {
        match field.as_str() {
            "summary" => item.summary = None,
            "file" => item
                .media
                .iter_mut()
                .flat_map(|media| &mut media.parts)
                .for_each(|part| part.file = None),
            _ => {}
        }
    }
    hide_files(call, &mut item);
    item
}

/// Paths on the server's disk are the administrator's business.
fn hide_files(call: &Call<'_>, item: &mut Metadata) {
    if call.caller.level == Level::Admin {
        return;
    }
    item.locations.clear();
    for part in item.media.iter_mut().flat_map(|media| &mut media.parts) {
        part.file = None;
    }
}
