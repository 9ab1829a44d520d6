//! The data file (`SQLite`): who the servers are and which lasting tokens are good, the tokens as SHA-256 only.

use crate::world::tokens::{Digest, Lasting, Place};
use crate::world::users::UserKind;
use plex_sdk_contract::ids::MachineIdentifier;
use rusqlite::{Connection, params};
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};
use uuid::Uuid;

/// The file's name inside the data folder.
pub(crate) const FILE: &str = "embedded-plex.sqlite";

const SCHEMA: &str = "
    CREATE TABLE IF NOT EXISTS server (
        place INTEGER PRIMARY KEY, machine_identifier TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE IF NOT EXISTS token (
        digest BLOB PRIMARY KEY, user TEXT NOT NULL, server INTEGER, issued_at INTEGER NOT NULL) STRICT;
";

pub(crate) struct Store {
    connection: Mutex<Connection>,
}

/// What the file held at start.
pub(crate) struct Kept {
    pub(crate) machine_identifiers: Vec<MachineIdentifier>,
    pub(crate) tokens: Vec<(Digest, Lasting)>,
}

impl Store {
    /// Opens the file in this folder, or one in memory, and reads it; missing machine identifiers are made.
    pub(crate) fn open(folder: Option<&Path>, servers: usize) -> rusqlite::Result<(Self, Kept)> {
        let mut connection = match folder {
            Some(folder) => Connection::open(folder.join(FILE))?,
            None => Connection::open_in_memory()?,
        };
        if folder.is_some() {
            connection.pragma_update(None, "synchronous", "NORMAL")?;
        }
        let transaction = connection.transaction()?;
        transaction.execute_batch(SCHEMA)?;
        for place in 0..servers {
            let (a, b) = (Uuid::new_v4().simple(), Uuid::new_v4().simple());
            let fresh: String = format!("{a}{b}").chars().take(40).collect();
            transaction.execute(
                "INSERT OR IGNORE INTO server VALUES (?1, ?2)",
                params![index(place), fresh],
            )?;
        }
        let machine_identifiers = transaction
            .prepare("SELECT machine_identifier FROM server ORDER BY place")?
            .query_map([], |row| row.get::<_, String>(0))?
            .map(|id| id.map(MachineIdentifier::from))
            .collect::<rusqlite::Result<Vec<_>>>()?;
        let tokens = transaction
            .prepare("SELECT digest, user, server FROM token")?
            .query_map([], |row| {
                let user = UserKind::from_word(&row.get::<_, String>(1)?);
                let server: Option<i64> = row.get(2)?;
                let place = server.map_or(Some(Place::PlexTv), |server| {
                    usize::try_from(server).ok().map(Place::Server)
                });
                let digest = Digest(row.get(0)?);
                Ok(user
                    .zip(place)
                    .map(|(user, place)| (digest, Lasting { user, place })))
            })?
            .collect::<rusqlite::Result<Vec<_>>>()?
            .into_iter()
            .flatten()
            .collect();
        transaction.commit()?;
        let store = Self {
            connection: Mutex::new(connection),
        };
        let kept = Kept {
            machine_identifiers,
            tokens,
        };
        Ok((store, kept))
    }

    /// Keeps tokens, all or none of them.
    pub(crate) fn keep_tokens(
        &self,
        tokens: &[(Digest, Lasting)],
        issued_at: i64,
    ) -> rusqlite::Result<()> {
        let mut connection = self.lock();
        let transaction = connection.transaction()?;
        for (digest, token) in tokens {
            let server = match token.place {
                Place::PlexTv => None,
                Place::Server(place) => Some(index(place)),
            };
            transaction
                .prepare_cached("INSERT OR REPLACE INTO token VALUES (?1, ?2, ?3, ?4)")?
                .execute(params![digest.0, token.user.word(), server, issued_at])?;
        }
        transaction.commit()
    }

    pub(crate) fn drop_token(&self, digest: &Digest) -> rusqlite::Result<()> {
        self.lock()
            .execute("DELETE FROM token WHERE digest = ?1", [digest.0])
            .map(|_| ())
    }

    fn lock(&self) -> MutexGuard<'_, Connection> {
        self.connection
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

fn index(place: usize) -> i64 {
    i64::try_from(place).unwrap_or(i64::MAX)
}
