//! Collections of a section: made, filled, ordered, listed.

use crate::pms::content::{self, Page};
use crate::pms::library::{sees, shelf};
use crate::pms::timeline::shown;
use crate::pms::{addresses, edits, events, fields, query, sorting};
use crate::refusal::Refusal;
use crate::serve::Call;
use crate::world::Server;
use crate::world::collections::{BY_HAND, BY_RELEASE, Collection, MODE_OF_SECTION};
use crate::world::library::Library;
use crate::world::lists::{Kind, State};
use plex_sdk_contract::endpoints::collections::{
    AddCollectionItems, CreateCollection, DeleteCollectionByKey, GetCollection,
    GetCollectionChildren, MoveCollectionItem, RemoveCollectionItem, SetCollectionPreferences,
};
use plex_sdk_contract::endpoints::content::{GetCollectionItems, ListContent};
use plex_sdk_contract::endpoints::library::{DeleteCollection, GetCollections};
use plex_sdk_contract::model::notification::TimelineState;
use plex_sdk_contract::model::{MediaKind, Metadata, Preferences, Setting};
use plex_sdk_contract::query::Query;
use plex_sdk_contract::reply::NoBody;
use plex_sdk_contract::text::Text;
use uuid::Uuid;

/// A collection that the caller may see, with its number.
fn find(call: &Call<'_>, server: &Server, id: &str) -> Result<(u64, Collection), Refusal> {
    let number: u64 = id.parse().map_err(|_| Refusal::NotFound)?;
    let found = server.lists.state().collections.get(&number).cloned();
    let collection = found.ok_or(Refusal::NotFound)?;
    match server.administration.sections.at(collection.shelf) {
        Some(shelf) if sees(call, &shelf) => Ok((number, collection)),
        _ => Err(Refusal::NotFound),
    }
}

fn members_of(
    call: &Call<'_>,
    server: &Server,
    library: &Library,
    collection: &Collection,
) -> Vec<usize> {
    match &collection.content {
        // An address that means nothing any more lists nothing.
        Some(content) => addresses::items(call, server, library, content).unwrap_or_default(),
        None => collection.members(library),
    }
}

/// The places of a collection's items, in its order.
pub(crate) fn members(
    call: &Call<'_>,
    server: &Server,
    library: &Library,
    id: &str,
) -> Result<Vec<usize>, Refusal> {
    let (_, collection) = find(call, server, id)?;
    Ok(members_of(call, server, library, &collection))
}

/// What is told of a collection in full.
pub(crate) fn described(
    call: &Call<'_>,
    server: &Server,
    library: &Library,
    id: &str,
    preferences: bool,
) -> Result<Metadata, Refusal> {
    let (number, collection) = find(call, server, id)?;
    let members = members_of(call, server, library, &collection);
    let mut full = collection.full(number, library, &members);
    if preferences {
        full.preferences = Some(Box::new(settings(&collection)));
    }
    Ok(full)
}

fn settings(collection: &Collection) -> Preferences {
    let setting = |id: &str, label: &str, value: i32, default: i32, values: &str| Setting {
        id: id.into(),
        label: Some(label.into()),
        kind: Some("int".into()),
        value: Some(value.to_string().into()),
        default: Some(default.to_string().into()),
        group: Some(Text::default()),
        enum_values: Some(values.into()),
        ..Setting::default()
    };
    Preferences {
        settings: vec![
            setting(
                "collectionMode",
                "Collection mode",
                collection.mode,
                MODE_OF_SECTION,
                "-1:Library default|0:Hide collection|1:Hide items in this collection|2:Show this collection and its items",
            ),
            setting(
                "collectionSort",
                "Collection order",
                collection.order,
                BY_RELEASE,
                "0:Release date|1:Alphabetical|2:Custom",
            ),
            setting(
                "collectionFilterBasedOnUser",
                "Filter based on",
                collection.filter_based_on_user,
                0,
                "0:The server's admin|1:The user who looks",
            ),
        ],
    }
}

/// A section's collections as lists carry them: without labels and locks.
pub(crate) fn listed(
    call: &Call<'_>,
    server: &Server,
    library: &Library,
    place: usize,
    query: &Query,
) -> Vec<Metadata> {
    let collections: Vec<(u64, Collection)> = {
        let state = server.lists.state();
        let of_shelf = state
            .collections
            .iter()
            .filter(|(_, one)| one.shelf == place);
        of_shelf
            .map(|(number, one)| (*number, one.clone()))
            .collect()
    };
    let mut entries: Vec<Metadata> = collections
        .into_iter()
        .map(|(number, collection)| {
            let members = members_of(call, server, library, &collection);
            let mut entry = collection.full(number, library, &members);
            entry.labels.clear();
            entry.fields.clear();
            entry.library_section_id = None;
            entry.library_section_key = None;
            entry.library_section_title = None;
            entry
        })
        .collect();
    query::choose(&mut entries, "collection", query, call.world.now());
    entries
}

pub(crate) fn get_collections(call: &Call<'_>, request: GetCollections) -> Result<Page, Refusal> {
    let (_, server) = call.server()?;
    let library = &shown(call)?;
    let (place, shelf) = shelf(call, &request.section_id)?;
    let section = &shelf.section;
    let mut asked = ListContent::new(request.section_id).filter(request.filter);
    asked.sort = request.sort;
    let entries = listed(call, server, library, place, &Query::read(&asked).0);
    let window = (request.container_start, request.container_size);
    let mut page = content::page_of(&entries, window);
    page.title1 = Some(section.title.clone());
    page.title2 = Some("All Collections".into());
    page.library_section_id = section.key.as_str().parse().ok();
    page.library_section_title = Some(section.title.clone());
    page.library_section_uuid.clone_from(&section.uuid);
    page.view_group = Some("movie".into());
    page.meta =
        (request.include_meta == Some(true)).then(|| Box::new(sorting::collections_meta(section)));
    Ok(page)
}

/// A collection as the answer to what was done with it.
fn answer(call: &Call<'_>, server: &Server, id: &str, preferences: bool) -> Result<Page, Refusal> {
    let library = &shown(call)?;
    let full = described(call, server, library, id, preferences)?;
    let mut page = content::page_of(std::slice::from_ref(&full), (None, None));
    page.library_section_id = full.library_section_id;
    page.library_section_title = full.library_section_title;
    Ok(page)
}

pub(crate) fn create_collection(
    call: &Call<'_>,
    request: CreateCollection,
) -> Result<Page, Refusal> {
    edits::owner_only(call)?;
    let (_, server) = call.server()?;
    let library = &shown(call)?;
    let found = shelf(call, &request.section_id);
    let (place, shelf) = found.map_err(|_| Refusal::BadRequest)?;
    let uri = request.uri.filter(|uri| !uri.is_empty());
    let smart = request.smart == Some(true);
    let places = match &uri {
        Some(uri) => {
            addresses::items(call, server, library, uri).map_err(|_| Refusal::BadRequest)?
        }
        None if smart => return Err(Refusal::BadRequest),
        None => Vec::new(),
    };
    if smart && uri.as_deref().and_then(addresses::section).is_none() {
        return Err(Refusal::BadRequest);
    }
    let first = places.first().and_then(|at| library.items.get(*at));
    let holds = match request.kind {
        Some(kind) => kind.known().ok_or(Refusal::BadRequest)?,
        None => match first.and_then(|item| item.full.kind.clone()) {
            Some(kind) => kind,
            None => fields::levels(&shelf.section)
                .first()
                .map_or(MediaKind::Movie, |(_, kind, _)| kind.clone()),
        },
    };
    let items = if smart {
        Vec::new()
    } else {
        within(library, place, &places)?
    };
    let new = Collection {
        content: uri.filter(|_| smart),
        items,
        ..empty(call, place, request.title.unwrap_or_default(), holds)
    };
    let number = server.lists.change(|state| insert(state, new));
    tell(call, server, number, TimelineState::Created)?;
    answer(call, server, &number.to_string(), false)
}

/// A new collection without items.
pub(crate) fn empty(call: &Call<'_>, shelf: usize, title: Text, holds: MediaKind) -> Collection {
    let now = call.world.now().as_secs();
    Collection {
        shelf,
        holds,
        uuid: Uuid::new_v4().to_string(),
        title,
        content: None,
        items: Vec::new(),
        mode: MODE_OF_SECTION,
        order: BY_RELEASE,
        filter_based_on_user: 0,
        added_at: now,
        updated_at: now,
        changes: Vec::new(),
    }
}

/// Puts a new collection among the others.
pub(crate) fn insert(state: &mut State, new: Collection) -> u64 {
    let number = state.fresh();
    state.collections.insert(number, new);
    state.touch(Kind::Collection, number);
    number
}

/// The rating keys of items, each once, all of which have to be of the section.
fn within(library: &Library, shelf: usize, places: &[usize]) -> Result<Vec<u64>, Refusal> {
    let mut keys = Vec::new();
    for at in places {
        if library.items[*at].shelf != shelf {
            return Err(Refusal::BadRequest);
        }
        let key = *at as u64 + 1;
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    Ok(keys)
}

fn tell(
    call: &Call<'_>,
    server: &Server,
    number: u64,
    state: TimelineState,
) -> Result<(), Refusal> {
    let library = &shown(call)?;
    let full = described(call, server, library, &number.to_string(), false)?;
    let section = full.library_section_id.unwrap_or_default().to_string();
    events::changed(server, &section.into(), &full, state);
    Ok(())
}

pub(crate) fn get_collection(call: &Call<'_>, request: GetCollection) -> Result<Page, Refusal> {
    let (_, server) = call.server()?;
    let preferences = request.include_preferences == Some(true);
    answer(call, server, request.collection_id.as_str(), preferences)
}

pub(crate) fn get_collection_children(
    call: &Call<'_>,
    request: GetCollectionChildren,
) -> Result<Page, Refusal> {
    let window = (request.container_start, request.container_size);
    let guids = request.include_guids == Some(true);
    children(call, request.collection_id.as_str(), window, guids)
}

pub(crate) fn get_collection_items(
    call: &Call<'_>,
    request: GetCollectionItems,
) -> Result<Page, Refusal> {
    let window = (request.container_start, request.container_size);
    let guids = request.include_guids == Some(true);
    children(call, request.collection_id.as_str(), window, guids)
}

fn children(
    call: &Call<'_>,
    id: &str,
    window: (Option<u32>, Option<u32>),
    guids: bool,
) -> Result<Page, Refusal> {
    let (_, server) = call.server()?;
    let library = &shown(call)?;
    let members = members(call, server, library, id)?;
    Ok(content::page(call, library, &members, window, guids))
}

/// Changes a collection, and answers with what it is then.
fn change(
    call: &Call<'_>,
    id: &str,
    change: impl FnOnce(&mut Collection, &Server, &Library) -> Result<(), Refusal>,
) -> Result<Page, Refusal> {
    let (_, server) = call.server()?;
    let library = &shown(call)?;
    let (number, mut collection) = find(call, server, id)?;
    change(&mut collection, server, library)?;
    collection.updated_at = call.world.now().as_secs();
    server.lists.change(|state| {
        state.collections.insert(number, collection);
        state.touch(Kind::Collection, number);
    });
    tell(call, server, number, TimelineState::Processed)?;
    answer(call, server, id, false)
}

pub(crate) fn add_collection_items(
    call: &Call<'_>,
    request: AddCollectionItems,
) -> Result<Page, Refusal> {
    change(
        call,
        request.collection_id.as_str(),
        |collection, server, library| {
            let places = addresses::items(call, server, library, &request.uri)
                .map_err(|_| Refusal::BadRequest)?;
            if collection.content.is_some() {
                addresses::section(&request.uri).ok_or(Refusal::BadRequest)?;
                collection.content = Some(request.uri);
                return Ok(());
            }
            for key in within(library, collection.shelf, &places)? {
                if !collection.items.contains(&key) {
                    collection.items.push(key);
                }
            }
            Ok(())
        },
    )
}

pub(crate) fn remove_collection_item(
    call: &Call<'_>,
    request: RemoveCollectionItem,
) -> Result<Page, Refusal> {
    change(call, request.collection_id.as_str(), |collection, _, _| {
        let key = request.item_id.as_str();
        let at = collection
            .items
            .iter()
            .position(|own| own.to_string() == key);
        collection.items.remove(at.ok_or(Refusal::BadRequest)?);
        Ok(())
    })
}

pub(crate) fn move_collection_item(
    call: &Call<'_>,
    request: MoveCollectionItem,
) -> Result<Page, Refusal> {
    change(
        call,
        request.collection_id.as_str(),
        |collection, _, library| {
            // The order that was seen is the one that is changed.
            let mut items = addresses::keys(&collection.members(library));
            let place =
                |items: &[u64], key: &str| items.iter().position(|own| own.to_string() == key);
            let from = place(&items, request.item_id.as_str()).ok_or(Refusal::BadRequest)?;
            let item = items.remove(from);
            let to = match &request.after {
                Some(after) if *after == request.item_id => from,
                Some(after) => place(&items, after.as_str()).ok_or(Refusal::BadRequest)? + 1,
                None => 0,
            };
            items.insert(to, item);
            collection.items = items;
            collection.order = BY_HAND;
            Ok(())
        },
    )
}

pub(crate) fn set_collection_preferences(
    call: &Call<'_>,
    request: SetCollectionPreferences,
) -> Result<NoBody, Refusal> {
    let within = |value: Option<i32>, from: i32, to: i32| match value {
        Some(value) if !(from..=to).contains(&value) => Err(Refusal::BadRequest),
        value => Ok(value),
    };
    let mode = within(request.collection_mode, -1, 2)?;
    let order = within(request.collection_sort, 0, 2)?;
    let whose = within(request.collection_filter_based_on_user, 0, 1)?;
    change(call, request.collection_id.as_str(), |collection, _, _| {
        collection.mode = mode.unwrap_or(collection.mode);
        collection.order = order.unwrap_or(collection.order);
        collection.filter_based_on_user = whose.unwrap_or(collection.filter_based_on_user);
        Ok(())
    })?;
    Ok(NoBody)
}

/// Deletes a collection; its items stay.
pub(crate) fn delete(call: &Call<'_>, id: &str) -> Result<NoBody, Refusal> {
    let (_, server) = call.server()?;
    let (number, _) = find(call, server, id)?;
    tell(call, server, number, TimelineState::Deleted)?;
    server.lists.change(|state| {
        state.collections.remove(&number);
        state.touch(Kind::Collection, number);
    });
    Ok(NoBody)
}

pub(crate) fn delete_collection_by_key(
    call: &Call<'_>,
    request: DeleteCollectionByKey,
) -> Result<NoBody, Refusal> {
    delete(call, request.collection_id.as_str())
}

pub(crate) fn delete_collection(
    call: &Call<'_>,
    request: DeleteCollection,
) -> Result<NoBody, Refusal> {
    let (_, server) = call.server()?;
    let (place, _) = shelf(call, &request.section_id)?;
    let id = request.collection_id.as_str();
    let (_, collection) = find(call, server, id)?;
    if collection.shelf != place {
        return Err(Refusal::NotFound);
    }
    delete(call, id)
}
