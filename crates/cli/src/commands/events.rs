//! `plexctl events`: what the server tells as it happens, until it is stopped.

use crate::args::{EventSource, Events, Global};
use crate::connect::Session;
use crate::exit::Failure;
use crate::output;
use crate::stop::Stop;
use plex_sdk::events::{Event, Source};
use plex_sdk::ids::{RatingKey, SectionId};
use plex_sdk::model::notification::{
    ActivityNotification, PlaySessionState, PlayState, TimelineEntry, TimelineState,
};
use plex_sdk::model::{Notification, NotificationContent, NotificationKind};
use plex_sdk_embedded::EmbeddedPlex;
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::time::Duration;

/// How often the embedded Plex of this command tells of something.
const MADE_UP: Duration = Duration::from_secs(1);

/// Prints events until SIGINT or SIGTERM.
pub(crate) async fn run(global: &Global, args: Events) -> Result<(), Failure> {
    let mut stop = Stop::new()?;
    // A kind that is misspelt would never come.
    for kind in &args.kinds {
        if !NotificationKind::KNOWN.contains(&kind.as_str()) {
            let known = NotificationKind::KNOWN.join(", ");
            return Err(Failure::usage(format!("there is no kind `{kind}`"))
                .with_hint(format!("the kinds are {known}")));
        }
    }
    let session = Session::open(global).await?;
    let result = {
        let made_up = async {
            match session.embedded() {
                Some(plex) => made_up(plex, Some(MADE_UP)).await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            () = stop.wait() => Ok(()),
            () = made_up => Ok(()),
            result = print(global, &session, args) => result,
        }
    };
    session.close().await;
    result
}

async fn print(global: &Global, session: &Session, args: Events) -> Result<(), Failure> {
    let source = match args.source {
        None => Source::Automatic,
        Some(EventSource::Websocket) => Source::WebSocket,
        Some(EventSource::OldWebsocket) => Source::OldWebSocket,
        Some(EventSource::Eventsource) => Source::EventSource,
    };
    let events = session
        .server
        .events()
        .source(source)
        .kinds(args.kinds.iter().map(String::as_str));
    let mut events = events.connect().await?;
    let mut left = args.count;
    while let Some(event) = events.next().await {
        let event = event?;
        if global.json {
            output::json(&as_json(&event))?;
        } else {
            output::line(output::clean(&line(&event)))?;
        }
        if let (Event::Notification(_), Some(left)) = (&event, &mut left) {
            *left -= 1;
            if *left == 0 {
                break;
            }
        }
    }
    Ok(())
}

fn word(source: Source) -> &'static str {
    match source {
        Source::WebSocket => "websocket",
        Source::OldWebSocket => "old-websocket",
        Source::EventSource => "eventsource",
        _ => "automatic",
    }
}

fn as_json(event: &Event) -> Value {
    match event {
        Event::Connected { source } => json!({ "event": "connected", "source": word(*source) }),
        Event::Disconnected(error) => {
            json!({ "event": "disconnected", "cause": error.to_string() })
        }
        Event::Gap { cause, lasted } => json!({
            "event": "gap",
            "lasted_ms": u64::try_from(lasted.as_millis()).unwrap_or(u64::MAX),
            "cause": cause.to_string(),
        }),
        Event::Notification(told) => json!({
            "event": "notification",
            "kind": told.kind(),
            "notification": told.raw(),
        }),
        Event::NotUnderstood(error) => {
            json!({ "event": "not_understood", "cause": error.to_string() })
        }
        other => json!({ "event": "other", "cause": format!("{other:?}") }),
    }
}

fn line(event: &Event) -> String {
    match event {
        Event::Connected { source } => format!("connected: {}", word(*source)),
        Event::Disconnected(error) => format!("disconnected: {error}"),
        Event::Gap { lasted, .. } => format!(
            "gap: nothing is known of the last {}",
            output::span(*lasted)
        ),
        Event::Notification(told) => format!("{}: {}", told.kind(), content(told)),
        Event::NotUnderstood(error) => format!("not understood: {error}"),
        other => format!("{other:?}"),
    }
}

/// What a notification tells, in a few words; as it came where there are none for it.
fn content(told: &Notification) -> String {
    match told.content() {
        NotificationContent::Playing(session) => playing(session),
        NotificationContent::Timeline(entry) => timeline(entry),
        NotificationContent::Activity(told) => activity(told),
        NotificationContent::Status(told) => {
            let texts = [&told.title, &told.description];
            let texts: Vec<_> = texts.into_iter().flatten().map(|text| &**text).collect();
            texts.join(": ")
        }
        NotificationContent::Progress(told) => {
            told.message.as_deref().unwrap_or_default().to_owned()
        }
        NotificationContent::Preference(setting) => {
            // Its value may be a secret.
            format!("{} changed", setting.id)
        }
        _ => told.raw().to_string(),
    }
}

fn playing(session: &PlaySessionState) -> String {
    let mut text = format!("item {} {}", session.rating_key, session.state);
    if let Some(offset) = session.view_offset_ms {
        let seconds = offset / 1000;
        let (hours, minutes) = (seconds / 3600, seconds / 60 % 60);
        let _ = write!(text, " at {hours}:{minutes:02}:{:02}", seconds % 60);
    }
    if let Some(client) = &session.client_identifier {
        let _ = write!(text, ", player {client}");
    }
    text
}

fn timeline(entry: &TimelineEntry) -> String {
    let state = match entry.state {
        TimelineState::Created => "is new".to_owned(),
        TimelineState::Progress => "is being worked on".to_owned(),
        TimelineState::Matching => "is being matched".to_owned(),
        TimelineState::DownloadingMetadata => "gets its metadata fetched".to_owned(),
        TimelineState::ProcessingMetadata => "gets its metadata put in".to_owned(),
        TimelineState::Processed => "is done".to_owned(),
        TimelineState::Deleted => "is gone".to_owned(),
        other => format!("is in state {}", i64::from(other)),
    };
    let item = entry.item_id.as_ref().map_or("-", RatingKey::as_str);
    let section = entry.section_id.as_ref().map_or("-", SectionId::as_str);
    let title = entry.title.as_deref().unwrap_or_default();
    format!("item {item} of section {section} {state}: {title}")
}

fn activity(told: &ActivityNotification) -> String {
    let activity = &told.activity;
    let mut text = format!("{} {}", activity.kind, told.event);
    if let Some(progress) = activity.progress.filter(|progress| *progress >= 0.0) {
        let _ = write!(text, ", {progress:.0} %");
    }
    for more in [&activity.title, &activity.subtitle].into_iter().flatten() {
        if !more.is_empty() {
            let _ = write!(text, ": {more}");
        }
    }
    text
}

/// Has the first server of an embedded Plex tell of something every so often: a movie plays on, and from time to time the
/// first section is refreshed. It does not end.
pub(crate) async fn made_up(plex: &EmbeddedPlex, every: Option<Duration>) {
    let Some(every) = every else {
        return std::future::pending().await;
    };
    let id = plex.server().machine_identifier();
    for step in 0_u32.. {
        tokio::time::sleep(every).await;
        if step % 10 == 9 {
            plex.refresh_section(id, &1.into());
            continue;
        }
        let state = match step % 10 {
            6 => PlayState::Paused,
            8 => PlayState::Stopped,
            _ => PlayState::Playing,
        };
        plex.play(id, &1.into(), state, every.saturating_mul(step));
    }
    std::future::pending::<()>().await;
}
