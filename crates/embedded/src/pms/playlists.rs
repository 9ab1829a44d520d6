//! Playlists: made, filled, ordered. Each belongs to one account.

use crate::pms::content::{self, Page};
use crate::pms::timeline::shown;
use crate::pms::{addresses, events, query};
use crate::refusal::Refusal;
use crate::serve::Call;
use crate::world::Server;
use crate::world::edits;
use crate::world::library::Library;
use crate::world::lists::Kind;
use crate::world::playlists::{Playlist, move_entry, present};
use plex_sdk_contract::endpoints::content::ListContent;
use plex_sdk_contract::endpoints::playlists::{
    AddPlaylistItems, ClearPlaylistItems, CreatePlaylist, DeletePlaylist, DeletePlaylistItem,
    GetPlaylist, GetPlaylistItems, ListPlaylists, MovePlaylistItem, UpdatePlaylist, UploadPlaylist,
};
use plex_sdk_contract::ids::PlayQueueId;
use plex_sdk_contract::model::notification::TimelineState;
use plex_sdk_contract::model::{MediaKind, Metadata, PlaylistKind};
use plex_sdk_contract::query::Query;
use plex_sdk_contract::reply::NoBody;
use uuid::Uuid;

/// A playlist of the caller's, with its number.
fn find(call: &Call<'_>, server: &Server, id: &str) -> Result<(u64, Playlist), Refusal> {
    let number: u64 = id.parse().map_err(|_| Refusal::NotFound)?;
    let found = server.lists.state().playlists.get(&number).cloned();
    let owner = call.caller.user.word();
    let playlist = found.filter(|playlist| playlist.owner == owner);
    Ok((number, playlist.ok_or(Refusal::NotFound)?))
}

/// What it plays: the entries' numbers, none where it is smart, and the places of the items.
fn entries(
    call: &Call<'_>,
    server: &Server,
    library: &Library,
    playlist: &Playlist,
) -> Vec<(Option<u64>, usize)> {
    match &playlist.content {
        Some(content) => {
            let places = addresses::items(call, server, library, content).unwrap_or_default();
            let places = addresses::playable(library, &places);
            places.into_iter().map(|at| (None, at)).collect()
        }
        None => present(library, &playlist.entries)
            .filter(|(_, at)| content::is_seen(call, library, *at))
            .map(|(id, at)| (Some(id), at))
            .collect(),
    }
}

/// The places of what a playlist plays.
pub(crate) fn played(
    call: &Call<'_>,
    server: &Server,
    library: &Library,
    id: &str,
) -> Result<Vec<usize>, Refusal> {
    let (_, playlist) = find(call, server, id)?;
    let entries = entries(call, server, library, &playlist);
    Ok(entries.into_iter().map(|(_, at)| at).collect())
}

/// What is told of a playlist.
pub(crate) fn described(
    call: &Call<'_>,
    server: &Server,
    library: &Library,
    id: &str,
) -> Result<Metadata, Refusal> {
    let (number, playlist) = find(call, server, id)?;
    Ok(told(call, server, library, number, &playlist))
}

fn told(
    call: &Call<'_>,
    server: &Server,
    library: &Library,
    number: u64,
    playlist: &Playlist,
) -> Metadata {
    let places: Vec<usize> = entries(call, server, library, playlist)
        .into_iter()
        .map(|(_, at)| at)
        .collect();
    playlist.full(number, library, &places)
}

fn answer(call: &Call<'_>, server: &Server, id: &str) -> Result<Page, Refusal> {
    let full = described(call, server, &shown(call)?, id)?;
    Ok(content::page_of(&[full], (None, None)))
}

pub(crate) fn list_playlists(call: &Call<'_>, request: ListPlaylists) -> Result<Page, Refusal> {
    let (_, server) = call.server()?;
    let library = &shown(call)?;
    let owner = call.caller.user.word();
    let own: Vec<(u64, Playlist)> = {
        let state = server.lists.state();
        let own = state.playlists.iter().filter(|(_, one)| one.owner == owner);
        own.map(|(number, one)| (*number, one.clone())).collect()
    };
    let of_section = |playlist: &Playlist| {
        let Some(section) = &request.section_id else {
            return true;
        };
        let shelf = library.find_shelf(section);
        let entries = entries(call, server, library, playlist);
        entries
            .iter()
            .any(|(_, at)| Some(library.items[*at].shelf) == shelf)
    };
    let mut found: Vec<Metadata> = own
        .iter()
        .filter(|(_, one)| {
            request
                .playlist_type
                .as_ref()
                .is_none_or(|kind| *kind == one.plays)
        })
        .filter(|(_, one)| {
            request
                .smart
                .is_none_or(|smart| smart == one.content.is_some())
        })
        .filter(|_| {
            request
                .kind
                .as_ref()
                .is_none_or(|kind| *kind.kind() == MediaKind::Playlist)
        })
        .filter(|(_, one)| of_section(one))
        .map(|(number, one)| told(call, server, library, *number, one))
        .collect();
    if let Some(title) = &request.title {
        let title = title.to_lowercase();
        found.retain(|entry| entry.title.to_lowercase().contains(&title));
    }
    let mut asked = ListContent::new("").filter(request.filter);
    asked.sort = request.sort;
    query::choose(
        &mut found,
        "playlist",
        &Query::read(&asked).0,
        call.world.now(),
    );
    let window = (request.container_start, request.container_size);
    Ok(content::page_of(&found, window))
}

/// What a playlist of these items plays, as far as it can.
fn plays(library: &Library, places: &[usize]) -> Option<PlaylistKind> {
    let first = library.items.get(*places.first()?)?;
    Some(match first.full.kind {
        Some(MediaKind::Track) => PlaylistKind::Audio,
        Some(MediaKind::Photo) => PlaylistKind::Photo,
        _ => PlaylistKind::Video,
    })
}

/// The rating keys that a request puts into a playlist.
fn sources(
    call: &Call<'_>,
    server: &Server,
    library: &Library,
    uri: Option<&str>,
    queue: Option<&PlayQueueId>,
) -> Result<Vec<usize>, Refusal> {
    if let Some(queue) = queue {
        return super::play_queues::played(call, server, library, queue);
    }
    let Some(uri) = uri.filter(|uri| !uri.is_empty()) else {
        return Ok(Vec::new());
    };
    let places = addresses::items(call, server, library, uri).map_err(|_| Refusal::BadRequest)?;
    Ok(addresses::playable(library, &places))
}

/// Refuses items that a playlist of this kind does not play.
fn check(library: &Library, places: &[usize], wanted: &PlaylistKind) -> Result<(), Refusal> {
    let fits = |at: &usize| plays(library, &[*at]).as_ref() == Some(wanted);
    places
        .iter()
        .all(fits)
        .then_some(())
        .ok_or(Refusal::BadRequest)
}

pub(crate) fn create_playlist(call: &Call<'_>, request: CreatePlaylist) -> Result<Page, Refusal> {
    let (_, server) = call.server()?;
    let library = &shown(call)?;
    let smart = request.smart == Some(true);
    let uri = request.uri.as_deref();
    if smart && uri.and_then(addresses::section).is_none() {
        return Err(Refusal::BadRequest);
    }
    let places = sources(call, server, library, uri, request.play_queue_id.as_ref())?;
    let found = plays(library, &places);
    let kind = request.kind.or(found).ok_or(Refusal::BadRequest)?;
    check(library, &places, &kind)?;
    let now = call.world.now().as_secs();
    let mut new = Playlist {
        owner: call.caller.user.word().into(),
        plays: kind,
        uuid: Uuid::new_v4().to_string(),
        title: request.title.unwrap_or_default(),
        content: request.uri.filter(|_| smart),
        entries: Vec::new(),
        last_entry: 0,
        added_at: now,
        updated_at: now,
        changes: Vec::new(),
    };
    if !smart {
        new.append(&addresses::keys(&places));
    }
    let number = server.lists.change(|state| {
        let number = state.fresh();
        state.playlists.insert(number, new);
        state.touch(Kind::Playlist, number);
        number
    });
    tell(call, server, number, TimelineState::Created)?;
    answer(call, server, &number.to_string())
}

fn tell(
    call: &Call<'_>,
    server: &Server,
    number: u64,
    state: TimelineState,
) -> Result<(), Refusal> {
    let full = described(call, server, &shown(call)?, &number.to_string())?;
    events::changed(server, &"-1".into(), &full, state);
    Ok(())
}

/// No file of the embedded Plex is a playlist, so nothing comes of it, as with a path that is not there.
pub(crate) fn upload_playlist(call: &Call<'_>, request: UploadPlaylist) -> Result<NoBody, Refusal> {
    call.server()?;
    let path = request.path.filter(|path| path.starts_with('/'));
    path.map(|_| NoBody).ok_or(Refusal::BadRequest)
}

pub(crate) fn get_playlist(call: &Call<'_>, request: GetPlaylist) -> Result<Page, Refusal> {
    let (_, server) = call.server()?;
    answer(call, server, request.playlist_id.as_str())
}

pub(crate) fn get_playlist_items(
    call: &Call<'_>,
    request: GetPlaylistItems,
) -> Result<Page, Refusal> {
    let (_, server) = call.server()?;
    let library = &shown(call)?;
    let (number, playlist) = find(call, server, request.playlist_id.as_str())?;
    let guids = request.include_guids == Some(true);
    let items: Vec<Metadata> = entries(call, server, library, &playlist)
        .into_iter()
        .filter_map(|(id, at)| {
            let mut item = content::partial(call, library.items.get(at)?, guids);
            item.playlist_item_id = id;
            Some(item)
        })
        .collect();
    let window = (request.container_start, request.container_size);
    let whole = told(call, server, library, number, &playlist);
    let mut page = content::page_of(&items, window);
    page.rating_key.clone_from(&whole.rating_key);
    page.title = Some(whole.title.clone());
    page.composite.clone_from(&whole.composite);
    page.duration_seconds = Some(whole.duration_ms.unwrap_or(0) / 1000);
    page.leaf_count = whole.leaf_count;
    page.playlist_type = Some(playlist.plays);
    page.smart = Some(playlist.content.is_some());
    page.content.content = playlist.content;
    Ok(page)
}

/// Changes a playlist of the caller's.
fn change(
    call: &Call<'_>,
    id: &str,
    change: impl FnOnce(&mut Playlist, &Server, &Library) -> Result<(), Refusal>,
) -> Result<Page, Refusal> {
    let (_, server) = call.server()?;
    let library = &shown(call)?;
    let (number, mut playlist) = find(call, server, id)?;
    change(&mut playlist, server, library)?;
    playlist.updated_at = call.world.now().as_secs();
    server.lists.change(|state| {
        state.playlists.insert(number, playlist);
        state.touch(Kind::Playlist, number);
    });
    tell(call, server, number, TimelineState::Processed)?;
    answer(call, server, id)
}

pub(crate) fn add_playlist_items(
    call: &Call<'_>,
    request: AddPlaylistItems,
) -> Result<Page, Refusal> {
    change(
        call,
        request.playlist_id.as_str(),
        |playlist, server, library| {
            let uri = request.uri.as_deref();
            let places = sources(call, server, library, uri, request.play_queue_id.as_ref())?;
            if playlist.content.is_some() {
                uri.and_then(addresses::section)
                    .ok_or(Refusal::BadRequest)?;
                playlist.content = request.uri;
                return Ok(());
            }
            if places.is_empty() {
                return Err(Refusal::BadRequest);
            }
            check(library, &places, &playlist.plays)?;
            playlist.append(&addresses::keys(&places));
            Ok(())
        },
    )
}

/// Refuses where the entries are those of a filter.
fn by_hand(playlist: &Playlist) -> Result<(), Refusal> {
    match playlist.content {
        Some(_) => Err(Refusal::BadRequest),
        None => Ok(()),
    }
}

pub(crate) fn clear_playlist_items(
    call: &Call<'_>,
    request: ClearPlaylistItems,
) -> Result<Page, Refusal> {
    change(call, request.playlist_id.as_str(), |playlist, _, _| {
        by_hand(playlist)?;
        playlist.entries.clear();
        Ok(())
    })
}

pub(crate) fn delete_playlist_item(
    call: &Call<'_>,
    request: DeletePlaylistItem,
) -> Result<Page, Refusal> {
    change(call, request.playlist_id.as_str(), |playlist, _, _| {
        by_hand(playlist)?;
        let id = request.generator_id.as_str();
        let at = playlist
            .entries
            .iter()
            .position(|entry| entry.id.to_string() == id);
        playlist.entries.remove(at.ok_or(Refusal::NotFound)?);
        Ok(())
    })
}

pub(crate) fn move_playlist_item(
    call: &Call<'_>,
    request: MovePlaylistItem,
) -> Result<Page, Refusal> {
    change(call, request.playlist_id.as_str(), |playlist, _, _| {
        by_hand(playlist)?;
        let number = |id: &str| id.parse().map_err(|_| Refusal::NotFound);
        let id = number(request.playlist_item_id.as_str())?;
        let after = request
            .after
            .as_ref()
            .map(|after| number(after.as_str()))
            .transpose()?;
        move_entry(&mut playlist.entries, id, after)
            .then_some(())
            .ok_or(Refusal::NotFound)
    })
}

pub(crate) fn update_playlist(call: &Call<'_>, request: UpdatePlaylist) -> Result<NoBody, Refusal> {
    let flag = |flag: Option<bool>| flag.map(|flag| if flag { "1" } else { "0" }.into());
    let pairs = [
        ("title.value", request.title.or(request.title_value)),
        ("title.locked", flag(request.title_locked)),
        ("titleSort.value", request.title_sort_value),
        ("titleSort.locked", flag(request.title_sort_locked)),
        ("summary.value", request.summary.or(request.summary_value)),
        ("summary.locked", flag(request.summary_locked)),
        ("thumb.locked", flag(request.thumb_locked)),
    ];
    let now = call.world.now();
    change(call, request.playlist_id.as_str(), |playlist, _, _| {
        for (name, value) in pairs {
            if let Some(value) = value {
                edits::add(&mut playlist.changes, name, &value, now);
            }
        }
        for (name, value) in request
            .edits
            .iter()
            .filter(|(name, _)| edits::is_change(name))
        {
            edits::add(&mut playlist.changes, name, value, now);
        }
        Ok(())
    })?;
    Ok(NoBody)
}

pub(crate) fn delete_playlist(call: &Call<'_>, request: DeletePlaylist) -> Result<NoBody, Refusal> {
    let (_, server) = call.server()?;
    let (number, _) = find(call, server, request.playlist_id.as_str())?;
    tell(call, server, number, TimelineState::Deleted)?;
    server.lists.change(|state| {
        state.playlists.remove(&number);
        state.touch(Kind::Playlist, number);
    });
    Ok(NoBody)
}
