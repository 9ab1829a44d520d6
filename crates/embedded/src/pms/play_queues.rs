//! Play queues: made, read through a window, changed. Each belongs to one account, and to this process.

use crate::pms::library::{IDENTIFIER, TAG_PREFIX, TAG_VERSION};
use crate::pms::timeline::shown;
use crate::pms::{addresses, content, playlists};
use crate::refusal::Refusal;
use crate::serve::Call;
use crate::world::Server;
use crate::world::library::Library;
use crate::world::play_queues::PlayQueue as Queue;
use crate::world::playlists::present;
use plex_sdk_contract::codec::envelope::MediaContainer;
use plex_sdk_contract::endpoints::play_queue::{
    AddToPlayQueue, ClearPlayQueue, CreatePlayQueue, DeletePlayQueueItem, GetPlayQueue,
    MovePlayQueueItem, ResetPlayQueue, Shuffle, Unshuffle,
};
use plex_sdk_contract::ids::{PlayQueueId, PlaylistId, RatingKey};
use plex_sdk_contract::model::{MediaKind, PlayQueue};
use plex_sdk_contract::text::Text;

type Reply = MediaContainer<PlayQueue>;

fn number(id: &str) -> Result<u64, Refusal> {
    id.parse().map_err(|_| Refusal::NotFound)
}

/// A queue of the caller's.
fn find(call: &Call<'_>, server: &Server, id: &PlayQueueId) -> Result<(u64, Queue), Refusal> {
    let number = number(id.as_str())?;
    let found = server.lists.state().play_queues.get(&number).cloned();
    let queue = found.filter(|queue| queue.owner == call.caller.user);
    Ok((number, queue.ok_or(Refusal::NotFound)?))
}

/// The places of what a queue plays.
pub(crate) fn played(
    call: &Call<'_>,
    server: &Server,
    library: &Library,
    id: &PlayQueueId,
) -> Result<Vec<usize>, Refusal> {
    let (_, queue) = find(call, server, id)?;
    Ok(present(library, &queue.entries).map(|(_, at)| at).collect())
}

/// Which part of a queue is wanted.
#[derive(Default)]
struct Part {
    center: Option<u64>,
    window: Option<u32>,
    without_before: bool,
    without_after: bool,
}

fn answer(call: &Call<'_>, library: &Library, number: u64, queue: &Queue, part: &Part) -> Reply {
    let selected = queue.selected_place();
    let center = part.center.and_then(|center| {
        let mut entries = queue.entries.iter();
        entries.position(|entry| entry.id == center)
    });
    let middle = center.unwrap_or(selected);
    let reach = part.window.map_or(usize::MAX, |window| window as usize);
    let mut first = middle.saturating_sub(reach);
    let mut end = middle
        .saturating_add(reach)
        .saturating_add(1)
        .min(queue.entries.len());
    if part.without_before {
        first = (middle + 1).min(end);
    }
    if part.without_after {
        end = middle.max(first);
    }
    let shown = queue.entries.get(first..end).unwrap_or_default();
    let metadata: Vec<_> = present(library, shown)
        .filter(|(_, at)| content::is_seen(call, library, *at))
        .filter_map(|(id, at)| {
            let mut item = content::partial(call, library.items.get(at)?, true);
            item.play_queue_item_id = Some(id);
            Some(item)
        })
        .collect();
    let content = PlayQueue {
        play_queue_id: Some(number),
        selected_item_id: Some(queue.selected),
        selected_item_offset: u32::try_from(selected).ok(),
        selected_metadata_item_id: queue.entries.get(selected).map(|entry| entry.item),
        last_added_item_id: queue.last_added,
        shuffled: Some(queue.shuffled),
        source_uri: Some(queue.source.clone()),
        total_count: u32::try_from(queue.entries.len()).ok(),
        version: Some(queue.version),
        media_tag_prefix: Some(TAG_PREFIX.into()),
        media_tag_version: Some(TAG_VERSION),
        metadata,
    };
    let mut container = MediaContainer::new(content.metadata.len(), content);
    container.identifier = Some(IDENTIFIER.into());
    container
}

/// The places of what a request puts into a queue, with the address it is from.
fn sources(
    call: &Call<'_>,
    server: &Server,
    library: &Library,
    uri: Option<&Text>,
    playlist: Option<&PlaylistId>,
) -> Result<(Vec<usize>, Text), Refusal> {
    let (places, source) = match (uri, playlist) {
        (_, Some(id)) => {
            let places = playlists::played(call, server, library, id.as_str());
            (places, format!("playlist:///playlists/{id}").into())
        }
        (Some(uri), None) => (addresses::items(call, server, library, uri), uri.clone()),
        (None, None) => return Err(Refusal::BadRequest),
    };
    let places = places.map_err(|_| Refusal::BadRequest)?;
    let places = addresses::playable(library, &places);
    if places.is_empty() {
        return Err(Refusal::BadRequest);
    }
    Ok((places, source))
}

pub(crate) fn create_play_queue(
    call: &Call<'_>,
    request: CreatePlayQueue,
) -> Result<Reply, Refusal> {
    let (_, server) = call.server()?;
    let library = &shown(call)?;
    let uri = request.uri.as_ref();
    let playlist = request.playlist_id.as_ref();
    let (mut places, source) = sources(call, server, library, uri, playlist)?;
    let mut selected = match &request.key {
        Some(key) => {
            let key = RatingKey::from(key.rsplit('/').next().unwrap_or_default());
            let first = library.find(&key);
            places.iter().position(|at| Some(*at) == first).unwrap_or(0)
        }
        None => 0,
    };
    // One episode goes on to the next ones.
    if let ([one], Some(true)) = (places.as_slice(), request.continuous)
        && library.items[*one].full.kind == Some(MediaKind::Episode)
    {
        let one = *one;
        let above = (0..library.items.len())
            .find(|at| library.lies_in(one, *at) && library.items[*at].parent.is_none());
        places = above.map_or(places, |show| library.leaves(show).collect());
        selected = places.iter().position(|at| *at == one).unwrap_or(0);
    }
    let keys = addresses::keys(&places);
    let mut queue = Queue::new(call.caller.user, source, &keys, selected);
    if request.shuffle == Some(true) {
        if request.key.is_none() {
            // Without a wish, chance has the first one too.
            queue.select(chance());
        }
        queue.shuffle(chance());
        queue.version = 1;
    }
    let number = server.lists.change(|state| state.add_queue(queue.clone()));
    Ok(answer(call, library, number, &queue, &Part::default()))
}

fn chance() -> u64 {
    uuid::Uuid::new_v4().as_u64_pair().0
}

pub(crate) fn get_play_queue(call: &Call<'_>, request: GetPlayQueue) -> Result<Reply, Refusal> {
    let (_, server) = call.server()?;
    let (id, queue) = find(call, server, &request.play_queue_id)?;
    let center = request.center.as_ref();
    let part = Part {
        center: center.map(|center| number(center.as_str())).transpose()?,
        window: request.window,
        without_before: request.include_before == Some(false),
        without_after: request.include_after == Some(false),
    };
    Ok(answer(call, &shown(call)?, id, &queue, &part))
}

/// Changes a queue of the caller's.
fn change(
    call: &Call<'_>,
    id: &PlayQueueId,
    change: impl FnOnce(&mut Queue, &Server, &Library) -> Result<(), Refusal>,
) -> Result<Reply, Refusal> {
    let (_, server) = call.server()?;
    let library = &shown(call)?;
    let (number, mut queue) = find(call, server, id)?;
    change(&mut queue, server, library)?;
    server
        .lists
        .change(|state| state.play_queues.insert(number, queue.clone()));
    Ok(answer(call, library, number, &queue, &Part::default()))
}

pub(crate) fn add_to_play_queue(
    call: &Call<'_>,
    request: AddToPlayQueue,
) -> Result<Reply, Refusal> {
    change(call, &request.play_queue_id, |queue, server, library| {
        let uri = request.uri.as_ref();
        let playlist = request.playlist_id.as_ref();
        let (places, _) = sources(call, server, library, uri, playlist)?;
        queue.add(&addresses::keys(&places), request.next == Some(true));
        Ok(())
    })
}

pub(crate) fn clear_play_queue(call: &Call<'_>, request: ClearPlayQueue) -> Result<Reply, Refusal> {
    change(call, &request.play_queue_id, |queue, _, _| {
        queue.clear();
        Ok(())
    })
}

pub(crate) fn delete_play_queue_item(
    call: &Call<'_>,
    request: DeletePlayQueueItem,
) -> Result<Reply, Refusal> {
    change(call, &request.play_queue_id, |queue, _, _| {
        let id = number(request.play_queue_item_id.as_str())?;
        queue.remove(id).then_some(()).ok_or(Refusal::BadRequest)
    })
}

pub(crate) fn move_play_queue_item(
    call: &Call<'_>,
    request: MovePlayQueueItem,
) -> Result<Reply, Refusal> {
    change(call, &request.play_queue_id, |queue, _, _| {
        let id = number(request.play_queue_item_id.as_str())?;
        let after = request.after.as_ref();
        let after = after.map(|after| number(after.as_str())).transpose()?;
        queue
            .shift(id, after)
            .then_some(())
            .ok_or(Refusal::BadRequest)
    })
}

pub(crate) fn reset_play_queue(call: &Call<'_>, request: ResetPlayQueue) -> Result<Reply, Refusal> {
    change(call, &request.play_queue_id, |queue, _, _| {
        queue.reset();
        Ok(())
    })
}

pub(crate) fn shuffle(call: &Call<'_>, request: Shuffle) -> Result<Reply, Refusal> {
    change(call, &request.play_queue_id, |queue, _, _| {
        queue.shuffle(chance());
        Ok(())
    })
}

pub(crate) fn unshuffle(call: &Call<'_>, request: Unshuffle) -> Result<Reply, Refusal> {
    change(call, &request.play_queue_id, |queue, _, _| {
        queue.unshuffle();
        Ok(())
    })
}
