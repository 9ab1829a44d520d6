//! What is being played now, as the players report it.

use crate::world::play_state::Whose;
use plex_sdk_contract::ids::RatingKey;
use plex_sdk_contract::model::{PlaybackState, SessionPlayer};
use plex_sdk_contract::text::Text;
use plex_sdk_contract::time::Timestamp;
use std::sync::{Mutex, MutexGuard, PoisonError};
use uuid::Uuid;

/// A player that says nothing for so many seconds is gone.
const SILENT_FOR: i64 = 180;

/// A player with what it plays.
#[derive(Clone, Debug)]
pub(crate) struct Session {
    /// Its number, counted from 1.
    pub(crate) number: u64,
    /// By which it is ended.
    pub(crate) id: String,
    pub(crate) whose: Whose,
    pub(crate) item: RatingKey,
    pub(crate) player: SessionPlayer,
    pub(crate) offset_ms: u64,
    /// What the app calls it, where it plays several things at once.
    name: Option<Text>,
    /// Whether the item counts as played by this session.
    finished: bool,
    /// Why the owner ended it.
    ended: Option<Text>,
    heard_at: Timestamp,
}

/// What a player reports.
pub(crate) struct Report {
    pub(crate) whose: Whose,
    pub(crate) item: RatingKey,
    pub(crate) player: SessionPlayer,
    pub(crate) name: Option<Text>,
    pub(crate) offset_ms: u64,
    /// Whether that is near the end.
    pub(crate) at_end: bool,
}

/// What a report comes to.
pub(crate) struct Heard {
    pub(crate) number: u64,
    /// True the first time that the session gets near the item's end.
    pub(crate) finishes: bool,
    /// True where the item counts as played by this session.
    pub(crate) finished: bool,
    /// Why the player is to stop.
    pub(crate) ended: Option<Text>,
}

#[derive(Default)]
struct Open {
    sessions: Vec<Session>,
    last: u64,
}

/// The sessions of all servers.
#[derive(Default)]
pub(crate) struct Sessions {
    open: Mutex<Open>,
}

impl Sessions {
    pub(crate) fn report(&self, report: Report, now: Timestamp) -> Heard {
        let mut open = self.lock();
        let found = open.sessions.iter().position(|session| {
            session.whose == report.whose
                && session.player.machine_identifier == report.player.machine_identifier
                && session.name == report.name
        });
        let mut session = if let Some(at) = found {
            open.sessions.swap_remove(at)
        } else {
            open.last += 1;
            Session {
                number: open.last,
                id: Uuid::new_v4().simple().to_string(),
                whose: report.whose,
                item: report.item.clone(),
                player: SessionPlayer::default(),
                offset_ms: 0,
                name: report.name,
                finished: false,
                ended: None,
                heard_at: now,
            }
        };
        if session.item != report.item {
            session.item = report.item;
            session.finished = false;
        }
        let finishes = report.at_end && !session.finished;
        session.finished |= report.at_end;
        session.player = report.player;
        session.offset_ms = report.offset_ms;
        session.heard_at = now;
        let heard = Heard {
            number: session.number,
            finishes,
            finished: session.finished,
            ended: session.ended.clone(),
        };
        if session.player.state != Some(PlaybackState::Stopped) {
            open.sessions.push(session);
        }
        heard
    }

    /// What is played on a server, in the order it began.
    pub(crate) fn on(&self, server: usize, now: Timestamp) -> Vec<Session> {
        let mut open = self.lock();
        open.sessions
            .retain(|session| now.as_secs() - session.heard_at.as_secs() <= SILENT_FOR);
        let sessions = open.sessions.iter();
        let mut found: Vec<Session> = sessions
            .filter(|session| session.whose.server == server && session.ended.is_none())
            .cloned()
            .collect();
        found.sort_by_key(|session| session.number);
        found
    }

    /// Has a session's player told to stop; false where there is no such session.
    pub(crate) fn end(&self, server: usize, id: &str, reason: Text) -> bool {
        let mut open = self.lock();
        let found = open.sessions.iter_mut().find(|session| {
            session.whose.server == server && session.id == id && session.ended.is_none()
        });
        let Some(session) = found else { return false };
        session.ended = Some(reason);
        true
    }

    /// A server forgets its sessions as it stops.
    pub(crate) fn forget(&self, server: usize) {
        self.lock()
            .sessions
            .retain(|session| session.whose.server != server);
    }

    fn lock(&self) -> MutexGuard<'_, Open> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::world::users::UserKind;

    fn told(sessions: &Sessions, item: u64, at_end: bool, state: PlaybackState) -> Heard {
        let report = Report {
            whose: Whose {
                server: 0,
                user: UserKind::Owner,
            },
            item: item.into(),
            player: SessionPlayer {
                state: Some(state),
                ..SessionPlayer::default()
            },
            name: None,
            offset_ms: 1,
            at_end,
        };
        sessions.report(report, Timestamp(100))
    }

    #[test]
    fn an_item_is_finished_once_a_session() {
        let sessions = Sessions::default();
        let playing = PlaybackState::Playing;
        assert!(!told(&sessions, 1, false, playing.clone()).finishes);
        assert!(told(&sessions, 1, true, playing.clone()).finishes);
        assert!(!told(&sessions, 1, true, playing.clone()).finishes);
        assert!(told(&sessions, 2, true, playing.clone()).finishes);
        assert!(!told(&sessions, 2, true, PlaybackState::Stopped).finishes);
        assert!(sessions.on(0, Timestamp(100)).is_empty());
        assert!(told(&sessions, 2, true, playing).finishes);
    }

    #[test]
    fn who_says_nothing_is_gone() {
        let sessions = Sessions::default();
        told(&sessions, 1, false, PlaybackState::Paused);
        assert_eq!(sessions.on(1, Timestamp(100)).len(), 0);
        assert_eq!(sessions.on(0, Timestamp(100 + SILENT_FOR)).len(), 1);
        assert_eq!(sessions.on(0, Timestamp(101 + SILENT_FOR)).len(), 0);
    }

    #[test]
    fn the_owner_ends_a_session_and_its_player_hears_why() {
        let sessions = Sessions::default();
        told(&sessions, 1, false, PlaybackState::Playing);
        let id = sessions.on(0, Timestamp(100))[0].id.clone();
        assert!(!sessions.end(1, &id, "no".into()));
        assert!(sessions.end(0, &id, "late".into()));
        assert!(!sessions.end(0, &id, "late".into()));
        assert!(sessions.on(0, Timestamp(100)).is_empty());
        let heard = told(&sessions, 1, false, PlaybackState::Playing);
        assert_eq!(heard.ended, Some("late".into()));
    }
}
