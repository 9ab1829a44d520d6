//! The list of plays: a row of the data file for each time something was played to its end.

use crate::world::play_state::Whose;
use crate::world::store::{Store, index};
use crate::world::users::UserKind;
use plex_sdk_contract::ids::{HistoryId, RatingKey};
use plex_sdk_contract::time::Timestamp;
use rusqlite::params;
use std::sync::Arc;

const SCHEMA: &str = "
    CREATE TABLE IF NOT EXISTS history (
        id INTEGER PRIMARY KEY AUTOINCREMENT, server INTEGER NOT NULL, user TEXT NOT NULL,
        item TEXT NOT NULL, client TEXT NOT NULL, viewed_at INTEGER NOT NULL) STRICT;
";

/// One time that something was played to its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Play {
    pub(crate) id: i64,
    pub(crate) user: UserKind,
    pub(crate) item: RatingKey,
    /// The app that played it.
    pub(crate) client: String,
    pub(crate) viewed_at: Timestamp,
}

/// The plays of all servers.
pub(crate) struct History {
    store: Arc<Store>,
}

impl History {
    pub(crate) fn open(store: Arc<Store>) -> rusqlite::Result<Self> {
        store.with(|file| file.execute_batch(SCHEMA))?;
        Ok(Self { store })
    }

    pub(crate) fn add(
        &self,
        whose: Whose,
        item: &RatingKey,
        client: &str,
        viewed_at: Timestamp,
    ) -> rusqlite::Result<()> {
        self.store.with(|file| {
            file.execute(
                "INSERT INTO history (server, user, item, client, viewed_at) VALUES (?1, ?2, ?3, ?4, ?5)",
                params![
                    index(whose.server),
                    whose.user.word(),
                    item.as_str(),
                    client,
                    viewed_at.as_secs()
                ],
            )
            .map(|_| ())
        })
    }

    /// All plays on a server, the oldest first.
    pub(crate) fn all(&self, server: usize) -> rusqlite::Result<Vec<Play>> {
        self.store.with(|file| {
            file.prepare_cached(
                "SELECT id, user, item, client, viewed_at FROM history WHERE server = ?1 ORDER BY id",
            )?
            .query_map([index(server)], |row| {
                let user = UserKind::from_word(&row.get::<_, String>(1)?);
                let (id, client) = (row.get(0)?, row.get(3)?);
                let item = row.get::<_, String>(2)?.into();
                let viewed_at = Timestamp(row.get(4)?);
                Ok(user.map(|user| Play {
                    id,
                    user,
                    item,
                    client,
                    viewed_at,
                }))
            })?
            .filter_map(Result::transpose)
            .collect()
        })
    }

    /// Deletes a play; false where there is none with this number.
    pub(crate) fn delete(&self, server: usize, id: &HistoryId) -> rusqlite::Result<bool> {
        let Ok(id) = id.as_str().parse::<i64>() else {
            return Ok(false);
        };
        self.store.with(|file| {
            file.execute(
                "DELETE FROM history WHERE server = ?1 AND id = ?2",
                params![index(server), id],
            )
            .map(|deleted| deleted > 0)
        })
    }
}
