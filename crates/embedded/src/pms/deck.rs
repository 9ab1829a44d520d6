//! What to watch next, and what came in last.

use crate::pms::content::{Page, find, page};
use crate::pms::library::{sees, shelf};
use crate::pms::timeline::{shown, whose};
use crate::refusal::Refusal;
use crate::serve::Call;
use crate::world::library::Library;
use plex_sdk_contract::endpoints::hubs::{
    GetContinueWatchingItems, GetSectionContinueWatchingItems,
};
use plex_sdk_contract::endpoints::library::{
    GetMetadataOnDeck, GetNewestForSection, GetOnDeck, GetOnDeckForSection,
    GetRecentlyAddedForSection, GetRecentlyAddedGlobal, GetUnwatchedForSection,
};
use plex_sdk_contract::model::{MediaKind, Metadata};
use std::cmp::Reverse;
use std::collections::HashSet;

/// What stands for the kinds of sections where they are listed together: episodes as seasons, tracks as albums.
pub(crate) const NEWS: &[MediaKind] = &[MediaKind::Movie, MediaKind::Season, MediaKind::Album];

/// What is listed: of the sections with these places, or of all.
#[derive(Clone, Debug, Default)]
pub(crate) struct Within(pub(crate) Option<Vec<usize>>);

impl Within {
    fn has(&self, place: usize) -> bool {
        let Self(only) = self;
        only.as_ref().is_none_or(|only| only.contains(&place))
    }
}

/// The places of the items that the caller may see.
pub(crate) fn seen<'l>(
    call: &'l Call<'_>,
    library: &'l Library,
    within: &'l Within,
) -> impl Iterator<Item = (usize, &'l Metadata)> {
    let items = library.items.iter().enumerate();
    items
        .filter(move |(_, item)| {
            let shelf = library.shelves.get(item.shelf);
            within.has(item.shelf) && shelf.is_some_and(|shelf| sees(call, shelf))
        })
        .map(|(at, item)| (at, &item.full))
}

/// What the caller began, and the next episodes of shows; what was played last comes first.
pub(crate) fn on_deck(
    call: &Call<'_>,
    library: &Library,
    within: &Within,
) -> Result<Vec<usize>, Refusal> {
    let aside = call.world.play_states.set_aside(whose(call)?)?;
    let mut found = Vec::new();
    for (at, item) in seen(call, library, within) {
        match item.kind {
            Some(MediaKind::Movie) if item.view_offset_ms.is_some() => {
                found.push((item.last_viewed_at, at));
            }
            Some(MediaKind::Show) if item.last_viewed_at.is_some() => {
                let next = next_episode(library, at);
                found.extend(next.map(|next| (item.last_viewed_at, next)));
            }
            _ => {}
        }
    }
    found.sort_by_key(|(played, at)| (Reverse(*played), *at));
    let is_aside = |at: &usize| {
        let key = library.items[*at].full.rating_key.as_ref();
        key.is_some_and(|key| aside.contains(key))
    };
    let found = found.into_iter().map(|(_, at)| at);
    Ok(found.filter(|at| !is_aside(at)).collect())
}

/// The episode to watch next of a show or season: the one that was left, or the first unplayed one behind the last played.
pub(crate) fn next_episode(library: &Library, of: usize) -> Option<usize> {
    let episodes: Vec<(usize, &Metadata)> = library
        .items
        .iter()
        .enumerate()
        .filter(|(_, item)| item.full.kind == Some(MediaKind::Episode))
        .filter(|(at, _)| {
            let mut above = std::iter::successors(Some(*at), |at| library.items.get(*at)?.parent);
            above.any(|at| at == of)
        })
        .map(|(at, item)| (at, &item.full))
        .collect();
    let last = episodes
        .iter()
        .enumerate()
        .filter(|(_, (_, item))| item.last_viewed_at.is_some())
        .max_by_key(|(number, (_, item))| (item.last_viewed_at, *number))
        .map_or(0, |(number, _)| number);
    episodes
        .get(last..)?
        .iter()
        .find(|(_, item)| item.view_offset_ms.is_some() || item.view_count.is_none())
        .map(|(at, _)| *at)
}

/// What came in last of these kinds, the newest first.
pub(crate) fn newest(
    call: &Call<'_>,
    library: &Library,
    within: &Within,
    kinds: &[MediaKind],
) -> Vec<usize> {
    by(call, library, within, kinds, |item| item.added_at)
}

/// The items of these kinds that have a value, the greatest first.
pub(crate) fn by<V: Ord>(
    call: &Call<'_>,
    library: &Library,
    within: &Within,
    kinds: &[MediaKind],
    value: impl Fn(&Metadata) -> Option<V>,
) -> Vec<usize> {
    let mut found: Vec<(Reverse<V>, usize)> = seen(call, library, within)
        .filter(|(_, item)| item.kind.as_ref().is_some_and(|kind| kinds.contains(kind)))
        .filter_map(|(at, item)| Some((Reverse(value(item)?), at)))
        .collect();
    found.sort();
    found.into_iter().map(|(_, at)| at).collect()
}

type Window = (Option<u32>, Option<u32>);

/// One section that the caller may see.
pub(crate) fn within(
    call: &Call<'_>,
    id: &plex_sdk_contract::ids::SectionId,
) -> Result<Within, Refusal> {
    let (place, _) = shelf(call, id)?;
    Ok(Within(Some(vec![place])))
}

fn deck_page(
    call: &Call<'_>,
    library: &Library,
    within: &Within,
    window: Window,
    guids: Option<bool>,
) -> Result<Page, Refusal> {
    let found = on_deck(call, library, within)?;
    let mut page = page(call, library, &found, window, guids == Some(true));
    page.mixed_parents = Some(true);
    Ok(page)
}

pub(crate) fn get_on_deck(call: &Call<'_>, request: GetOnDeck) -> Result<Page, Refusal> {
    let window = (request.container_start, request.container_size);
    deck_page(
        call,
        &shown(call)?,
        &Within::default(),
        window,
        request.include_guids,
    )
}

pub(crate) fn get_on_deck_for_section(
    call: &Call<'_>,
    request: GetOnDeckForSection,
) -> Result<Page, Refusal> {
    let library = shown(call)?;
    let within = within(call, &request.section_id)?;
    let window = (request.container_start, request.container_size);
    deck_page(call, &library, &within, window, request.include_guids)
}

pub(crate) fn get_continue_watching_items(
    call: &Call<'_>,
    request: GetContinueWatchingItems,
) -> Result<Page, Refusal> {
    let window = (request.container_start, request.container_size);
    deck_page(
        call,
        &shown(call)?,
        &Within::default(),
        window,
        request.include_guids,
    )
}

pub(crate) fn get_section_continue_watching_items(
    call: &Call<'_>,
    request: GetSectionContinueWatchingItems,
) -> Result<Page, Refusal> {
    let library = shown(call)?;
    let within = within(call, &request.section_id)?;
    let window = (request.container_start, request.container_size);
    deck_page(call, &library, &within, window, request.include_guids)
}

pub(crate) fn get_metadata_on_deck(
    call: &Call<'_>,
    request: GetMetadataOnDeck,
) -> Result<Page, Refusal> {
    let library = shown(call)?;
    let at = find(call, &library, &request.id)?;
    let next: Vec<usize> = next_episode(&library, at).into_iter().collect();
    Ok(page(call, &library, &next, (None, None), false))
}

pub(crate) fn get_recently_added_global(
    call: &Call<'_>,
    request: GetRecentlyAddedGlobal,
) -> Result<Page, Refusal> {
    let library = shown(call)?;
    let one = request.section_id.or(request.content_directory_id);
    let within = match one {
        Some(id) => within(call, &id)?,
        None => Within::default(),
    };
    let kinds = match request.kind {
        Some(kind) => kind.known().into_iter().collect(),
        None => NEWS.to_vec(),
    };
    let found = newest(call, &library, &within, &kinds);
    let window = (request.container_start, request.container_size);
    let guids = request.include_guids == Some(true);
    let mut page = page(call, &library, &found, window, guids);
    page.mixed_parents = Some(true);
    Ok(page)
}

pub(crate) fn get_recently_added_for_section(
    call: &Call<'_>,
    request: GetRecentlyAddedForSection,
) -> Result<Page, Refusal> {
    let library = shown(call)?;
    let within = within(call, &request.section_id)?;
    let found = newest(call, &library, &within, NEWS);
    let window = (request.container_start, request.container_size);
    Ok(page(call, &library, &found, window, false))
}

/// The newest by their dates of release.
pub(crate) fn get_newest_for_section(
    call: &Call<'_>,
    request: GetNewestForSection,
) -> Result<Page, Refusal> {
    let library = shown(call)?;
    let within = within(call, &request.section_id)?;
    let kinds = [MediaKind::Movie, MediaKind::Episode, MediaKind::Album];
    let found = by(call, &library, &within, &kinds, |item| {
        item.originally_available_at.clone()
    });
    let window = (request.container_start, request.container_size);
    Ok(page(call, &library, &found, window, false))
}

pub(crate) fn get_unwatched_for_section(
    call: &Call<'_>,
    request: GetUnwatchedForSection,
) -> Result<Page, Refusal> {
    let library = shown(call)?;
    let within = within(call, &request.section_id)?;
    let kinds = [MediaKind::Movie, MediaKind::Show, MediaKind::Album];
    let mut found = by(call, &library, &within, &kinds, |item| item.added_at);
    let unplayed: HashSet<usize> = seen(call, &library, &within)
        .filter(|(_, item)| crate::pms::fields::is_unwatched(item))
        .map(|(at, _)| at)
        .collect();
    found.retain(|at| unplayed.contains(at));
    let window = (request.container_start, request.container_size);
    Ok(page(call, &library, &found, window, false))
}
