//! Who plays what, now and before.

use crate::pms::content::{self, Page};
use crate::pms::library::IDENTIFIER;
use crate::refusal::Refusal;
use crate::serve::Call;
use crate::world::history::Play;
use crate::world::library::Library;
use crate::world::tokens::{Digest, Level};
use plex_sdk_contract::codec::envelope::MediaContainer;
use plex_sdk_contract::endpoints::status::{
    DeleteHistory, GetBackgroundTasks, GetHistoryItem, ListPlaybackHistory, ListSessions,
    TerminateSession,
};
use plex_sdk_contract::model::{
    BackgroundTasks, Metadata, MetadataPage, SessionDetails, SessionUser,
};
use plex_sdk_contract::reply::NoBody;
use plex_sdk_contract::text::Text;
use std::cmp::Reverse;

/// What a player shows where the owner gave no reason.
const NO_REASON: &str = "The owner of the server ended this.";

pub(crate) fn list_sessions(call: &Call<'_>, _request: ListSessions) -> Result<Page, Refusal> {
    let (place, server) = call.server()?;
    let sessions = call.world.sessions.on(place, call.world.now());
    let library = &server.lists.library();
    let metadata: Vec<Metadata> = sessions
        .into_iter()
        .filter_map(|session| {
            let item = library.items.get(library.find(&session.item)?)?;
            let user = session.whose.user;
            let mut shown = item.full.clone();
            shown.view_offset_ms = Some(session.offset_ms);
            shown.session_key = Some(session.number.to_string().into());
            shown.user = Some(Box::new(SessionUser {
                id: Some(user.number().to_string().into()),
                title: Some(user.profile().name.into()),
                thumb: Some(format!("https://plex.tv/users/{}/avatar", user.profile().uuid).into()),
            }));
            shown.player = Some(Box::new(session.player));
            shown.session = Some(Box::new(SessionDetails {
                id: Some(session.id.into()),
                bandwidth: item.full.media.first().and_then(|media| media.bitrate),
                location: Some("lan".into()),
            }));
            Some(shown)
        })
        .collect();
    let size = metadata.len();
    let content = MetadataPage {
        metadata,
        ..MetadataPage::default()
    };
    Ok(MediaContainer::new(size, content))
}

/// An embedded server makes no other versions of anything.
pub(crate) fn get_background_tasks(
    _call: &Call<'_>,
    _request: GetBackgroundTasks,
) -> Result<MediaContainer<BackgroundTasks>, Refusal> {
    Ok(MediaContainer::new(0, BackgroundTasks::default()))
}

pub(crate) fn terminate_session(
    call: &Call<'_>,
    request: TerminateSession,
) -> Result<NoBody, Refusal> {
    let (place, _) = call.server()?;
    if request.session_id.is_empty() {
        return Err(Refusal::Forbidden);
    }
    let reason = request.reason.filter(|reason| !reason.is_empty());
    let reason = reason.unwrap_or_else(|| NO_REASON.into());
    let sessions = &call.world.sessions;
    let ended = sessions.end(place, &request.session_id, reason);
    ended.then_some(NoBody).ok_or(Refusal::NotFound)
}

pub(crate) fn list_playback_history(
    call: &Call<'_>,
    request: ListPlaybackHistory,
) -> Result<Page, Refusal> {
    let (place, server) = call.server()?;
    let library = &server.lists.library();
    let owner = call.caller.level == Level::Admin;
    let mut plays = call.world.history.all(place)?;
    plays.retain(|play| {
        let Some(at) = library.find(&play.item) else {
            return false;
        };
        let item = &library.items[at].full;
        let of_section = request.library_section_id.as_ref();
        let of_item = request.metadata_item_id.as_ref();
        (owner || play.user == call.caller.user)
            && request.account_id.is_none_or(|id| id == play.user.number())
            && request
                .device_id
                .is_none_or(|id| id == device(&play.client))
            && of_section.is_none_or(|id| item.library_section_id == id.as_str().parse().ok())
            && of_item.is_none_or(|id| {
                let mut keys = library.upwards(at).map(|item| &item.full.rating_key);
                keys.any(|key| key.as_ref() == Some(id))
            })
            && request.viewed_at.is_none_or(|at| play.viewed_at == at)
            && request.viewed_from.is_none_or(|at| play.viewed_at >= at)
            && request.viewed_until.is_none_or(|at| play.viewed_at <= at)
    });
    // Other fields than the instant are not ordered by here.
    match request.sort.first().map(Text::as_str) {
        None | Some("viewedAt" | "viewedAt:asc") => plays.sort_by_key(|play| play.viewed_at),
        Some("viewedAt:desc") => plays.sort_by_key(|play| Reverse((play.viewed_at, play.id))),
        Some(_) => return Err(Refusal::BadRequest),
    }
    let total = plays.len();
    let start = request.container_start.unwrap_or(0);
    let window = content::window(plays.iter(), (Some(start), request.container_size));
    let metadata: Vec<Metadata> = window.filter_map(|play| entry(library, play)).collect();
    let content = MetadataPage {
        metadata,
        ..MetadataPage::default()
    };
    let mut page = MediaContainer::new(content.metadata.len(), content);
    page.offset = Some(start);
    page.total_size = Some(u32::try_from(total).unwrap_or(u32::MAX));
    page.identifier = Some(IDENTIFIER.into());
    Ok(page)
}

pub(crate) fn get_history_item(call: &Call<'_>, request: GetHistoryItem) -> Result<Page, Refusal> {
    let (place, server) = call.server()?;
    let plays = call.world.history.all(place)?;
    let id = request.history_id.as_str();
    let play = plays.iter().find(|play| play.id.to_string() == id);
    let entry = play.and_then(|play| entry(&server.lists.library(), play));
    let content = MetadataPage {
        metadata: vec![entry.ok_or(Refusal::NotFound)?],
        ..MetadataPage::default()
    };
    Ok(MediaContainer::new(1, content))
}

pub(crate) fn delete_history(call: &Call<'_>, request: DeleteHistory) -> Result<NoBody, Refusal> {
    let (place, _) = call.server()?;
    let deleted = call.world.history.delete(place, &request.history_id)?;
    deleted.then_some(NoBody).ok_or(Refusal::NotFound)
}

/// The number of a device, which belongs to its app's identifier.
fn device(client: &str) -> u64 {
    let digest = Digest::of(client).0;
    let bytes = digest.iter().take(3);
    bytes.fold(0, |number, byte| number * 256 + u64::from(*byte))
}

/// A play as the list carries it: what was played, in short, by whom and when.
fn entry(library: &Library, play: &Play) -> Option<Metadata> {
    let item = &library.items.get(library.find(&play.item)?)?.full;
    let mut entry = Metadata {
        rating_key: item.rating_key.clone(),
        key: item.key.clone(),
        title: item.title.clone(),
        kind: item.kind.clone(),
        thumb: item.thumb.clone(),
        index: item.index,
        originally_available_at: item.originally_available_at.clone(),
        ..Metadata::default()
    };
    entry.library_section_id = item.library_section_id;
    entry.parent_key.clone_from(&item.parent_key);
    entry.parent_title.clone_from(&item.parent_title);
    entry.parent_thumb.clone_from(&item.parent_thumb);
    entry.parent_index = item.parent_index;
    entry.grandparent_key.clone_from(&item.grandparent_key);
    entry.grandparent_title.clone_from(&item.grandparent_title);
    entry.grandparent_thumb.clone_from(&item.grandparent_thumb);
    entry.grandparent_art.clone_from(&item.grandparent_art);
    entry.history_key = Some(format!("/status/sessions/history/{}", play.id).into());
    entry.viewed_at = Some(play.viewed_at);
    entry.account_id = Some(play.user.number());
    entry.device_id = Some(device(&play.client));
    Some(entry)
}
