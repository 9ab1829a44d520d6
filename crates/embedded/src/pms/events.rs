//! What a server tells of its library and players.

use crate::world::Server;
use plex_sdk_contract::ids::{RatingKey, SectionId};
use plex_sdk_contract::model::notification::{
    ActivityEvent, ActivityNotification, PlaySessionState, PlayState, TimelineEntry, TimelineState,
};
use plex_sdk_contract::model::{
    Activity, ActivityContext, MediaKind, Metadata, NotificationContent,
};
use std::time::Duration;
use uuid::Uuid;

/// Tells of a section's refresh, from its start to its end, with an entry for each item; false where there is no such
/// section.
pub(crate) fn section_refreshed(server: &Server, section: &SectionId) -> bool {
    let library = &server.lists.library();
    let Some(entry) = server.administration.sections.find(section) else {
        return false;
    };
    let (at, shelf) = (entry.place, entry.shelf);
    let uuid = Uuid::new_v4().to_string();
    let title = shelf.section.title.as_str();
    let activity = |event, progress, subtitle: &str| {
        NotificationContent::Activity(ActivityNotification {
            event,
            uuid: uuid.as_str().into(),
            activity: Activity {
                uuid: uuid.as_str().into(),
                kind: "library.update.section".into(),
                cancellable: true,
                user_id: Some(1),
                title: Some(format!("Scanning {title}").into()),
                subtitle: Some(subtitle.into()),
                progress: Some(progress),
                context: Some(ActivityContext {
                    library_section_id: Some(section.clone()),
                    ..ActivityContext::default()
                }),
            },
        })
    };
    let items: Vec<_> = library
        .items
        .iter()
        .filter(|item| item.shelf == at)
        .collect();
    server.hub.tell(activity(ActivityEvent::Started, 0.0, ""));
    for (done, item) in items.iter().enumerate() {
        server.hub.tell(timeline(section, &item.full));
        #[expect(clippy::cast_precision_loss, reason = "a library here is small")]
        let progress = (100.0 * (done + 1) as f64 / items.len() as f64).floor();
        server
            .hub
            .tell(activity(ActivityEvent::Updated, progress, &item.full.title));
    }
    server.hub.tell(activity(ActivityEvent::Ended, 100.0, ""));
    true
}

/// Tells that something was made or changed, or is gone.
pub(crate) fn changed(server: &Server, section: &SectionId, item: &Metadata, state: TimelineState) {
    let mut told = entry(section, item);
    told.state = state;
    server.hub.tell(NotificationContent::Timeline(told));
}

fn timeline(section: &SectionId, item: &Metadata) -> NotificationContent {
    NotificationContent::Timeline(entry(section, item))
}

fn entry(section: &SectionId, item: &Metadata) -> TimelineEntry {
    TimelineEntry {
        identifier: Some("com.plexapp.plugins.library".into()),
        section_id: Some(section.clone()),
        item_id: item.rating_key.clone(),
        parent_item_id: item.parent_rating_key.clone(),
        root_item_id: item.grandparent_rating_key.clone(),
        kind: item.kind.as_ref().and_then(number),
        title: Some(item.title.clone()),
        state: TimelineState::Processed,
        updated_at: item.updated_at,
        ..TimelineEntry::default()
    }
}

/// The number that stands for what an item is.
fn number(kind: &MediaKind) -> Option<i64> {
    Some(match kind {
        MediaKind::Movie => 1,
        MediaKind::Show => 2,
        MediaKind::Season => 3,
        MediaKind::Episode => 4,
        MediaKind::Artist => 8,
        MediaKind::Album => 9,
        MediaKind::Track => 10,
        MediaKind::Clip => 12,
        MediaKind::Photo => 13,
        MediaKind::Playlist => 15,
        MediaKind::Collection => 18,
        _ => return None,
    })
}

/// Tells what a player does with an item; false where there is no such item.
pub(crate) fn played(
    server: &Server,
    item: &RatingKey,
    state: PlayState,
    offset: Duration,
) -> bool {
    played_by(
        server,
        item,
        state,
        offset,
        (item.as_str(), "embedded-player"),
    )
}

/// The same of a session's player: the session's number and the player's identifier.
pub(crate) fn played_by(
    server: &Server,
    item: &RatingKey,
    state: PlayState,
    offset: Duration,
    (session, client): (&str, &str),
) -> bool {
    let library = &server.lists.library();
    let found = library.find(item).and_then(|at| library.items.get(at));
    let Some(found) = found else { return false };
    server
        .hub
        .tell(NotificationContent::Playing(PlaySessionState {
            session_key: session.into(),
            client_identifier: Some(client.into()),
            guid: found.full.guid.clone(),
            rating_key: item.clone(),
            url: Some("".into()),
            key: Some(format!("/library/metadata/{item}").into()),
            view_offset_ms: u64::try_from(offset.as_millis()).ok(),
            state,
            ..PlaySessionState::default()
        }));
    true
}
