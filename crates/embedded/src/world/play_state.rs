//! What each account played, where it stopped and how it rates: rows of the data file, shown on a copy of the library.

use crate::world::library::Library;
use crate::world::store::{Store, index};
use crate::world::users::UserKind;
use plex_sdk_contract::ids::RatingKey;
use plex_sdk_contract::model::{MediaKind, Metadata};
use plex_sdk_contract::time::Timestamp;
use rusqlite::{OptionalExtension, Row, params};
use std::collections::HashSet;
use std::sync::Arc;

const SCHEMA: &str = "
    CREATE TABLE IF NOT EXISTS play_state (
        server INTEGER NOT NULL, user TEXT NOT NULL, item TEXT NOT NULL,
        view_count INTEGER NOT NULL, view_offset INTEGER NOT NULL, last_viewed_at INTEGER,
        user_rating REAL, last_rated_at INTEGER, set_aside INTEGER NOT NULL,
        PRIMARY KEY (server, user, item)) STRICT;
";

const COLUMNS: &str =
    "view_count, view_offset, last_viewed_at, user_rating, last_rated_at, set_aside";

/// What one account did with one item.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct PlayState {
    /// How often it was played; 0 is never.
    pub(crate) view_count: u32,
    /// Where it resumes in milliseconds; 0 is at the start.
    pub(crate) view_offset_ms: u64,
    pub(crate) last_viewed_at: Option<Timestamp>,
    pub(crate) user_rating: Option<f64>,
    pub(crate) last_rated_at: Option<Timestamp>,
    /// True where it is not to be offered until it is played again.
    pub(crate) set_aside: bool,
}

/// A server, by its place, and an account on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Whose {
    pub(crate) server: usize,
    pub(crate) user: UserKind,
}

impl PlayState {
    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self {
            view_count: row.get("view_count")?,
            view_offset_ms: u64::try_from(row.get::<_, i64>("view_offset")?).unwrap_or(0),
            last_viewed_at: row.get::<_, Option<i64>>("last_viewed_at")?.map(Timestamp),
            user_rating: row.get("user_rating")?,
            last_rated_at: row.get::<_, Option<i64>>("last_rated_at")?.map(Timestamp),
            set_aside: row.get("set_aside")?,
        })
    }

    /// It was played to its end once more.
    pub(crate) fn finish(&mut self, now: Timestamp) {
        self.view_count = self.view_count.saturating_add(1);
        self.resume_at(0, now);
    }

    /// It was played, and resumes here.
    pub(crate) fn resume_at(&mut self, offset_ms: u64, now: Timestamp) {
        self.view_offset_ms = offset_ms;
        self.last_viewed_at = Some(now);
        self.set_aside = false;
    }

    /// It was never played.
    pub(crate) fn forget(&mut self) {
        self.view_count = 0;
        self.view_offset_ms = 0;
        self.last_viewed_at = None;
        self.set_aside = false;
    }
}

/// The play states of all accounts on all servers.
pub(crate) struct PlayStates {
    store: Arc<Store>,
}

impl PlayStates {
    pub(crate) fn open(store: Arc<Store>) -> rusqlite::Result<Self> {
        store.with(|file| file.execute_batch(SCHEMA))?;
        Ok(Self { store })
    }

    /// What the account did with an item.
    pub(crate) fn of(&self, whose: Whose, item: &RatingKey) -> rusqlite::Result<PlayState> {
        let found = self.store.with(|file| {
            file.prepare_cached(&format!(
                "SELECT {COLUMNS} FROM play_state WHERE server = ?1 AND user = ?2 AND item = ?3"
            ))?
            .query_row(
                params![index(whose.server), whose.user.word(), item.as_str()],
                PlayState::read,
            )
            .optional()
        });
        Ok(found?.unwrap_or_default())
    }

    /// Changes what the account did with these items, with all of them or none.
    pub(crate) fn change(
        &self,
        whose: Whose,
        items: &[RatingKey],
        change: impl Fn(&mut PlayState),
    ) -> rusqlite::Result<()> {
        let mut changed = Vec::with_capacity(items.len());
        for item in items {
            let mut state = self.of(whose, item)?;
            change(&mut state);
            changed.push((item, state));
        }
        self.store.with(|file| {
            let transaction = file.transaction()?;
            for (item, state) in &changed {
                transaction
                    .prepare_cached(
                        "INSERT OR REPLACE INTO play_state VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
                    )?
                    .execute(params![
                        index(whose.server),
                        whose.user.word(),
                        item.as_str(),
                        state.view_count,
                        i64::try_from(state.view_offset_ms).unwrap_or(i64::MAX),
                        state.last_viewed_at.map(Timestamp::as_secs),
                        state.user_rating,
                        state.last_rated_at.map(Timestamp::as_secs),
                        state.set_aside,
                    ])?;
            }
            transaction.commit()
        })
    }

    fn all(&self, whose: Whose) -> rusqlite::Result<Vec<(RatingKey, PlayState)>> {
        self.store.with(|file| {
            file.prepare_cached(&format!(
                "SELECT item, {COLUMNS} FROM play_state WHERE server = ?1 AND user = ?2"
            ))?
            .query_map(params![index(whose.server), whose.user.word()], |row| {
                let item: String = row.get("item")?;
                Ok((item.into(), PlayState::read(row)?))
            })?
            .collect()
        })
    }

    /// The items that the account does not want to be offered.
    pub(crate) fn set_aside(&self, whose: Whose) -> rusqlite::Result<HashSet<RatingKey>> {
        let all = self.all(whose)?.into_iter();
        Ok(all
            .filter(|(_, state)| state.set_aside)
            .map(|(item, _)| item)
            .collect())
    }

    /// The library as the account sees it: with its plays, places and ratings.
    pub(crate) fn show(&self, whose: Whose, library: &Library) -> rusqlite::Result<Library> {
        let mut library = library.clone();
        for (key, state) in self.all(whose)? {
            let Some(at) = library.find(&key) else {
                continue;
            };
            let item = &mut library.items[at].full;
            item.user_rating = state.user_rating;
            item.last_rated_at = state.last_rated_at;
            if !is_played(item) {
                continue;
            }
            item.view_count = Some(state.view_count).filter(|count| *count > 0);
            item.view_offset_ms = Some(state.view_offset_ms).filter(|offset| *offset > 0);
            item.last_viewed_at = state.last_viewed_at;
            let mut above = library.items[at].parent;
            while let Some(at) = above {
                let Some(item) = library.items.get_mut(at) else {
                    break;
                };
                above = item.parent;
                add_up(&mut item.full, &state);
            }
        }
        Ok(library)
    }
}

/// True for what is played itself, not by what lies below it.
pub(crate) fn is_played(item: &Metadata) -> bool {
    matches!(
        item.kind,
        Some(MediaKind::Movie | MediaKind::Episode | MediaKind::Track | MediaKind::Clip)
    )
}

/// Adds the state of something below an item to what the item says.
fn add_up(item: &mut Metadata, below: &PlayState) {
    item.last_viewed_at = item.last_viewed_at.max(below.last_viewed_at);
    if below.view_count == 0 {
        return;
    }
    item.view_count = Some(
        item.view_count
            .unwrap_or(0)
            .saturating_add(below.view_count),
    );
    if item.leaf_count.is_some() {
        item.viewed_leaf_count = Some(item.viewed_leaf_count.unwrap_or(0).saturating_add(1));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OLIVE: Whose = Whose {
        server: 0,
        user: UserKind::Owner,
    };

    fn states() -> PlayStates {
        let (store, _) = Store::open(None, 2).unwrap();
        PlayStates::open(Arc::new(store)).unwrap()
    }

    #[test]
    fn each_account_has_its_own_state_on_each_server() {
        let states = states();
        let item = RatingKey::from(1);
        states
            .change(OLIVE, std::slice::from_ref(&item), |state| {
                state.finish(Timestamp(9));
            })
            .unwrap();
        assert_eq!(states.of(OLIVE, &item).unwrap().view_count, 1);
        for other in [
            Whose { server: 1, ..OLIVE },
            Whose {
                user: UserKind::Home,
                ..OLIVE
            },
        ] {
            assert_eq!(states.of(other, &item).unwrap(), PlayState::default());
        }
    }

    #[test]
    fn what_lies_above_adds_up() {
        let states = states();
        let library = Library::main();
        let places = |kind: MediaKind| {
            let items = library.items.iter().enumerate();
            items
                .filter(|(_, item)| item.full.kind.as_ref() == Some(&kind))
                .map(|(at, _)| at)
                .collect::<Vec<_>>()
        };
        let episode = places(MediaKind::Episode)[0];
        let key = library.items[episode].full.rating_key.clone().unwrap();
        states
            .change(OLIVE, std::slice::from_ref(&key), |state| {
                state.finish(Timestamp(5));
                state.finish(Timestamp(8));
            })
            .unwrap();
        let shown = states.show(OLIVE, &library).unwrap();
        for item in shown.upwards(episode) {
            let item = &item.full;
            assert_eq!(item.view_count, Some(2), "{}", item.title);
            assert_eq!(item.last_viewed_at, Some(Timestamp(8)));
            let viewed = item.leaf_count.map(|_| 1);
            assert_eq!(item.viewed_leaf_count, viewed, "{}", item.title);
        }
        states.change(OLIVE, &[key], PlayState::forget).unwrap();
        let shown = states.show(OLIVE, &library).unwrap();
        for (before, after) in library.items.iter().zip(&shown.items) {
            assert_eq!(before.full, after.full);
        }
    }
}
