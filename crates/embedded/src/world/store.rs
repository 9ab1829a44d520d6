//! The data file (`SQLite`): who the servers are, which lasting tokens are good, the tokens as SHA-256 only, the devices
//! with keys of their own, the key that plex.tv signs with, and what users made and changed.

use crate::world::devices::{KeptDevice, KeptDevices, Signed, fresh_seed};
use crate::world::tokens::{Digest, Lasting, Place};
use crate::world::users::UserKind;
use plex_sdk_contract::ids::MachineIdentifier;
use plex_sdk_contract::time::Timestamp;
use rusqlite::{Connection, OptionalExtension, params};
use std::fs::OpenOptions;
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
    CREATE TABLE IF NOT EXISTS signing_key (
        place INTEGER PRIMARY KEY CHECK (place = 0), seed BLOB NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS device (
        client TEXT PRIMARY KEY, user TEXT NOT NULL, x BLOB NOT NULL, kid TEXT) STRICT;
    CREATE TABLE IF NOT EXISTS signed (
        number INTEGER PRIMARY KEY, digest BLOB NOT NULL UNIQUE, client TEXT NOT NULL, user TEXT NOT NULL,
        expires_at INTEGER NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS entry (
        server INTEGER NOT NULL, kind TEXT NOT NULL, number INTEGER NOT NULL, json TEXT NOT NULL,
        PRIMARY KEY (server, kind, number)) STRICT;
    CREATE TABLE IF NOT EXISTS kept (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT;
";

pub(crate) struct Store {
    connection: Mutex<Connection>,
}

/// What the file held at start.
pub(crate) struct Kept {
    pub(crate) machine_identifiers: Vec<MachineIdentifier>,
    pub(crate) tokens: Vec<(Digest, Lasting)>,
    pub(crate) devices: KeptDevices,
}

impl Store {
    /// Opens the file in this folder, or one in memory, and reads it; missing machine identifiers are made.
    pub(crate) fn open(folder: Option<&Path>, servers: usize) -> rusqlite::Result<(Self, Kept)> {
        let mut connection = match folder {
            Some(folder) => {
                let file = folder.join(FILE);
                make_private(&file);
                Connection::open(file)?
            }
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
        let devices = kept_devices(&transaction)?;
        transaction.commit()?;
        let store = Self {
            connection: Mutex::new(connection),
        };
        let kept = Kept {
            machine_identifiers,
            tokens,
            devices,
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

    pub(crate) fn keep_device(&self, device: &KeptDevice) -> rusqlite::Result<()> {
        let KeptDevice {
            client,
            user,
            x,
            kid,
        } = device;
        self.lock()
            .execute(
                "INSERT OR REPLACE INTO device VALUES (?1, ?2, ?3, ?4)",
                params![client, user.word(), x, kid],
            )
            .map(|_| ())
    }

    /// Drops a device and the tokens it got.
    pub(crate) fn drop_device(&self, client: &str) -> rusqlite::Result<()> {
        let mut connection = self.lock();
        let transaction = connection.transaction()?;
        transaction.execute("DELETE FROM device WHERE client = ?1", [client])?;
        transaction.execute("DELETE FROM signed WHERE client = ?1", [client])?;
        transaction.commit()
    }

    pub(crate) fn keep_signed(&self, digest: &Digest, signed: &Signed) -> rusqlite::Result<()> {
        let Signed {
            client,
            user,
            expires,
        } = signed;
        self.lock()
            .execute(
                "INSERT OR REPLACE INTO signed (digest, client, user, expires_at) VALUES (?1, ?2, ?3, ?4)",
                params![digest.0, client, user.word(), expires.as_secs()],
            )
            .map(|_| ())
    }

    pub(crate) fn drop_signed(&self, digest: &Digest) -> rusqlite::Result<()> {
        self.lock()
            .execute("DELETE FROM signed WHERE digest = ?1", [digest.0])
            .map(|_| ())
    }

    /// What users made and changed on a server: kind, number and text of each.
    pub(crate) fn entries(&self, server: usize) -> rusqlite::Result<Vec<(String, u64, String)>> {
        self.lock()
            .prepare("SELECT kind, number, json FROM entry WHERE server = ?1")?
            .query_map([index(server)], |row| {
                Ok((
                    row.get(0)?,
                    row.get::<_, i64>(1)?.unsigned_abs(),
                    row.get(2)?,
                ))
            })?
            .collect()
    }

    /// Keeps entries of a server, or drops those that have no text.
    pub(crate) fn keep_entries(
        &self,
        server: usize,
        entries: &[(&str, u64, Option<String>)],
    ) -> rusqlite::Result<()> {
        let mut connection = self.lock();
        let transaction = connection.transaction()?;
        for (kind, number, json) in entries {
            let number = i64::try_from(*number).unwrap_or(i64::MAX);
            match json {
                Some(json) => transaction.execute(
                    "INSERT OR REPLACE INTO entry VALUES (?1, ?2, ?3, ?4)",
                    params![index(server), kind, number, json],
                )?,
                None => transaction.execute(
                    "DELETE FROM entry WHERE server = ?1 AND kind = ?2 AND number = ?3",
                    params![index(server), kind, number],
                )?,
            };
        }
        transaction.commit()
    }

    /// What is kept under a name.
    pub(crate) fn read(&self, name: &str) -> rusqlite::Result<Option<Vec<u8>>> {
        self.lock()
            .query_row("SELECT value FROM kept WHERE name = ?1", [name], |row| {
                row.get(0)
            })
            .optional()
    }

    pub(crate) fn write(&self, name: &str, value: &[u8]) -> rusqlite::Result<()> {
        self.lock()
            .execute(
                "INSERT OR REPLACE INTO kept VALUES (?1, ?2)",
                params![name, value],
            )
            .map(|_| ())
    }

    /// Runs something on the file.
    pub(crate) fn with<T>(
        &self,
        run: impl FnOnce(&mut Connection) -> rusqlite::Result<T>,
    ) -> rusqlite::Result<T> {
        run(&mut self.lock())
    }

    fn lock(&self) -> MutexGuard<'_, Connection> {
        self.connection
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

/// A new file is its owner's alone: it holds the key that plex.tv signs with. Where that cannot be done, opening it tells.
fn make_private(file: &Path) {
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let _ = options.write(true).create_new(true).open(file);
}

/// The devices with keys of their own; a missing signing key is made.
fn kept_devices(connection: &Connection) -> rusqlite::Result<KeptDevices> {
    connection.execute(
        "INSERT OR IGNORE INTO signing_key VALUES (0, ?1)",
        params![fresh_seed()],
    )?;
    let seed = connection.query_row("SELECT seed FROM signing_key", [], |row| row.get(0))?;
    let devices = connection
        .prepare("SELECT client, user, x, kid FROM device")?
        .query_map([], |row| {
            let user = UserKind::from_word(&row.get::<_, String>(1)?);
            let (client, x, kid) = (row.get(0)?, row.get(2)?, row.get(3)?);
            Ok(user.map(|user| KeptDevice {
                client,
                user,
                x,
                kid,
            }))
        })?
        .filter_map(Result::transpose)
        .collect::<rusqlite::Result<_>>()?;
    let signed = connection
        .prepare("SELECT digest, client, user, expires_at FROM signed ORDER BY number")?
        .query_map([], |row| {
            let user = UserKind::from_word(&row.get::<_, String>(2)?);
            let (digest, client) = (Digest(row.get(0)?), row.get(1)?);
            let expires = Timestamp(row.get(3)?);
            Ok(user.map(|user| {
                (
                    digest,
                    Signed {
                        client,
                        user,
                        expires,
                    },
                )
            }))
        })?
        .filter_map(Result::transpose)
        .collect::<rusqlite::Result<_>>()?;
    Ok(KeptDevices {
        seed,
        devices,
        signed,
    })
}

/// A server's place as the file has it.
pub(crate) fn index(place: usize) -> i64 {
    i64::try_from(place).unwrap_or(i64::MAX)
}
