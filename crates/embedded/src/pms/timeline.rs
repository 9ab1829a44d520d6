//! What an account played, where it stopped and how it rates.

use crate::gate::header_or_query;
use crate::pms::content::find;
use crate::pms::events;
use crate::refusal::Refusal;
use crate::serve::Call;
use crate::world::library::Library;
use crate::world::play_state::{PlayState, Whose, is_played};
use crate::world::sessions;
use http::HeaderName;
use plex_sdk_contract::codec::envelope::MediaContainer;
use plex_sdk_contract::endpoints::timeline::{
    GetProgress, LIBRARY, MarkPlayed, RemoveFromContinueWatching, Report, SetRating, Unscrobble,
};
use plex_sdk_contract::ids::RatingKey;
use plex_sdk_contract::model::{MediaKind, PlaybackState, SessionPlayer, TimelineAnswer};
use plex_sdk_contract::reply::NoBody;
use plex_sdk_contract::text::Text;
use std::time::Duration;

/// An item resumes nowhere in its first minute.
const FIRST_MS: u64 = 60_000;
/// An item counts as played from so many hundredths on.
const PLAYED_FROM: u64 = 90;
/// What tells a player that the owner ended its session.
const ENDED_BY_OWNER: u32 = 2006;

/// Whose plays a call is about.
pub(crate) fn whose(call: &Call<'_>) -> Result<Whose, Refusal> {
    let (server, _) = call.server()?;
    let user = call.caller.user;
    Ok(Whose { server, user })
}

/// The library's present sections, with the caller's plays, places and ratings.
pub(crate) fn shown(call: &Call<'_>) -> Result<Library, Refusal> {
    let (_, server) = call.server()?;
    let states = &call.world.play_states;
    let mut library = states.show(whose(call)?, &server.lists.library())?;
    server.administration.sections.show(&mut library);
    Ok(library)
}

pub(crate) fn mark_played(call: &Call<'_>, request: MarkPlayed) -> Result<NoBody, Refusal> {
    let named = named(&request.identifier, request.key, request.uri.as_ref())?;
    let (_, server) = call.server()?;
    let library = &server.lists.library();
    let at = find(call, library, &named)?;
    let now = call.world.now();
    let states = &call.world.play_states;
    let whose = whose(call)?;
    let mut keys = played_below(library, at);
    if keys.as_slice() != [named] {
        // Of what lies below only what was not played is played now.
        let mut unplayed = Vec::new();
        for key in keys {
            if states.of(whose, &key)?.view_count == 0 {
                unplayed.push(key);
            }
        }
        keys = unplayed;
    }
    states.change(whose, &keys, |state| state.finish(now))?;
    Ok(NoBody)
}

pub(crate) fn unscrobble(call: &Call<'_>, request: Unscrobble) -> Result<NoBody, Refusal> {
    let named = named(&request.identifier, request.key, request.uri.as_ref())?;
    let (_, server) = call.server()?;
    let library = &server.lists.library();
    let at = find(call, library, &named)?;
    let keys = played_below(library, at);
    let states = &call.world.play_states;
    states.change(whose(call)?, &keys, PlayState::forget)?;
    Ok(NoBody)
}

pub(crate) fn set_rating(call: &Call<'_>, request: SetRating) -> Result<NoBody, Refusal> {
    let now = call.world.now();
    let rated_at = request.rated_at.unwrap_or(now);
    let rating = match request.rating {
        -1.0 => None,
        rating if (0.0..=10.0).contains(&rating) => Some(rating),
        _ => return Err(Refusal::BadRequest),
    };
    if rated_at > now {
        return Err(Refusal::BadRequest);
    }
    let (_, server) = call.server()?;
    let named = named(&request.identifier, Some(request.key), None)?;
    let library = &server.lists.library();
    find(call, library, &named)?;
    let states = &call.world.play_states;
    states.change(whose(call)?, &[named], |state| {
        state.user_rating = rating;
        state.last_rated_at = rating.map(|_| rated_at);
    })?;
    Ok(NoBody)
}

pub(crate) fn get_progress(call: &Call<'_>, request: GetProgress) -> Result<NoBody, Refusal> {
    let (_, server) = call.server()?;
    let key = request.key;
    let library = &server.lists.library();
    let at = find(call, library, &key).map_err(|_| Refusal::BadRequest)?;
    let item = &library.items[at].full;
    let offset = request.time_ms;
    if !is_played(item) || item.duration_ms.is_some_and(|duration| offset > duration) {
        return Err(Refusal::BadRequest);
    }
    // Marking it as not played is how an item is put back to its start.
    if offset == 0 {
        return Ok(NoBody);
    }
    let now = call.world.now();
    let at_end = is_at_end(offset, item.duration_ms);
    let states = &call.world.play_states;
    states.change(whose(call)?, &[key], |state| {
        if at_end {
            state.finish(now);
        } else {
            state.resume_at(offset, now);
        }
    })?;
    Ok(NoBody)
}

pub(crate) fn remove_from_continue_watching(
    call: &Call<'_>,
    request: RemoveFromContinueWatching,
) -> Result<NoBody, Refusal> {
    let (_, server) = call.server()?;
    let library = &server.lists.library();
    find(call, library, &request.rating_key)?;
    let states = &call.world.play_states;
    states.change(whose(call)?, &[request.rating_key], |state| {
        state.set_aside = true;
    })?;
    Ok(NoBody)
}

pub(crate) fn report(
    call: &Call<'_>,
    request: Report,
) -> Result<MediaContainer<TimelineAnswer>, Refusal> {
    let (_, server) = call.server()?;
    let in_path = || key_in(request.key.as_ref()?);
    let key = request.rating_key.clone().or_else(in_path);
    let key = key.ok_or(Refusal::BadRequest)?;
    let state = request.state.clone().ok_or(Refusal::BadRequest)?;
    let library = &server.lists.library();
    let at = find(call, library, &key).map_err(|_| Refusal::BadRequest)?;
    let item = &library.items[at].full;
    if !is_played(item) {
        return Err(Refusal::BadRequest);
    }
    let whose = whose(call)?;
    let now = call.world.now();
    let offset_ms = request.time_ms.unwrap_or(0);
    let at_end = is_at_end(offset_ms, item.duration_ms.or(request.duration_ms));
    let player = player(call, state.clone());
    let client = player.machine_identifier.clone().unwrap_or_default();
    let offline = request.offline == Some(true);
    let heard = if offline {
        sessions::Heard {
            number: 0,
            finishes: at_end,
            finished: at_end,
            ended: None,
        }
    } else {
        let report = sessions::Report {
            whose,
            item: key.clone(),
            player,
            name: request.session_identifier,
            offset_ms,
            at_end,
        };
        call.world.sessions.report(report, now)
    };
    let reported_at = request.updated_at.filter(|at| offline && *at < now);
    let then = reported_at.unwrap_or(now);
    let states = &call.world.play_states;
    let keeps_place = item.kind != Some(MediaKind::Track);
    if heard.finishes {
        states.change(whose, std::slice::from_ref(&key), |state| {
            state.finish(then);
        })?;
        call.world.history.add(whose, &key, &client, then)?;
    } else if !heard.finished && keeps_place && offset_ms >= FIRST_MS {
        states.change(whose, std::slice::from_ref(&key), |state| {
            state.resume_at(offset_ms, then);
        })?;
    }
    if !offline {
        let session = heard.number.to_string();
        let offset = Duration::from_millis(offset_ms);
        let state = state.as_str().into();
        events::played_by(server, &key, state, offset, (&session, &client));
    }
    let kept = states.of(whose, &key)?;
    let answer = TimelineAnswer {
        view_offset_ms: Some(kept.view_offset_ms).filter(|offset| *offset > 0),
        view_count: Some(kept.view_count).filter(|count| *count > 0),
        play_queue_id: request
            .play_queue_id
            .and_then(|id| id.as_str().parse().ok()),
        termination_code: heard.ended.as_ref().map(|_| ENDED_BY_OWNER),
        termination_text: heard.ended,
        ..TimelineAnswer::default()
    };
    Ok(MediaContainer::new(0, answer))
}

fn is_at_end(offset_ms: u64, duration_ms: Option<u64>) -> bool {
    duration_ms.is_some_and(|duration| {
        duration > 0 && offset_ms.saturating_mul(100) >= duration.saturating_mul(PLAYED_FROM)
    })
}

/// The item that a call names, by its key or its address.
fn named(
    identifier: &Text,
    key: Option<RatingKey>,
    uri: Option<&Text>,
) -> Result<RatingKey, Refusal> {
    let key = key.or_else(|| key_in(uri?)).ok_or(Refusal::BadRequest)?;
    if identifier != LIBRARY {
        return Err(Refusal::NotFound);
    }
    Ok(key)
}

/// The item that a path or an address ends in.
fn key_in(path: &str) -> Option<RatingKey> {
    let (_, key) = path.rsplit_once("/library/metadata/")?;
    let is_key = !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_digit());
    is_key.then(|| key.into())
}

/// What is played of an item: itself, or all that lies below it.
fn played_below(library: &Library, of: usize) -> Vec<RatingKey> {
    let items = library.items.iter().enumerate();
    items
        .filter(|(_, item)| is_played(&item.full))
        .filter(|(at, _)| {
            let mut above = std::iter::successors(Some(*at), |at| library.items.get(*at)?.parent);
            above.any(|at| at == of)
        })
        .filter_map(|(_, item)| item.full.rating_key.clone())
        .collect()
}

/// The player that calls, as it says of itself.
fn player(call: &Call<'_>, state: PlaybackState) -> SessionPlayer {
    let said = |name: &str| -> Option<Text> {
        let header = HeaderName::try_from(name).ok()?;
        header_or_query(call.headers, call.query, &header, name).map(Into::into)
    };
    let device = said("X-Plex-Device");
    SessionPlayer {
        machine_identifier: said("X-Plex-Client-Identifier"),
        title: said("X-Plex-Device-Name").or_else(|| device.clone()),
        state: Some(state),
        product: said("X-Plex-Product"),
        version: said("X-Plex-Version"),
        platform: said("X-Plex-Platform"),
        platform_version: said("X-Plex-Platform-Version"),
        model: said("X-Plex-Model"),
        vendor: said("X-Plex-Device-Vendor"),
        device,
        address: Some("127.0.0.1".into()),
        local: Some(true),
        relayed: Some(false),
        secure: Some(false),
        user_id: Some(call.caller.user.number()),
        ..SessionPlayer::default()
    }
}
