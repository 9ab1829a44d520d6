//! One JSON file of a folder: read in whole, replaced in whole, by one writer at a time.

use super::{StoreError, StoredAccount, StoredServer};
use crate::private_file::{private, write_private_file};
use plex_sdk_contract::ids::ClientIdentifier;
use plex_sdk_contract::time::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime};
use uuid::Uuid;

/// The version of the file's form.
const VERSION: u32 = 1;
/// How long to wait for another writer.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long to wait between two tries to be the writer.
const PAUSE: Duration = Duration::from_millis(10);

/// What the file holds.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Document {
    version: u32,
    #[serde(default)]
    client_identifier: Option<ClientIdentifier>,
    #[serde(default)]
    pub(super) accounts: BTreeMap<String, StoredAccount>,
    #[serde(default)]
    pub(super) servers: BTreeMap<String, StoredServer>,
}

impl Default for Document {
    fn default() -> Self {
        Self {
            version: VERSION,
            client_identifier: None,
            accounts: BTreeMap::new(),
            servers: BTreeMap::new(),
        }
    }
}

/// What reading a text came to.
enum Parsed {
    Document(Document),
    Newer(u32),
    /// The line and column where reading stopped. What stands there may be a secret, and is not told.
    Damaged(usize, usize),
}

impl Parsed {
    fn of(text: &[u8]) -> Self {
        #[derive(Deserialize)]
        struct Head {
            version: u32,
        }
        let damaged = |error: serde_json::Error| Self::Damaged(error.line(), error.column());
        match serde_json::from_slice(text) {
            Ok(Head { version }) if version > VERSION => Self::Newer(version),
            Ok(_) => serde_json::from_slice(text).map_or_else(damaged, Self::Document),
            Err(error) => damaged(error),
        }
    }
}

#[derive(Clone, Debug)]
pub(super) struct Folder {
    file: PathBuf,
    lock: PathBuf,
}

/// An error of the file system, with what was tried and where.
fn failed(what: &'static str, path: &Path) -> impl FnOnce(io::Error) -> StoreError {
    move |source| StoreError::Io {
        what,
        path: path.to_owned(),
        source,
    }
}

impl Folder {
    pub(super) fn open(mut folder: PathBuf, name: &str) -> Result<Self, StoreError> {
        make_private_folder(&folder).map_err(failed("make the folder", &folder))?;
        let opened = Self {
            lock: folder.join(format!("{name}.lock")),
            file: {
                folder.push(name);
                folder
            },
        };
        opened.read()?;
        Ok(opened)
    }

    pub(super) fn path(&self) -> &Path {
        &self.file
    }

    pub(super) fn client_identifier(&self) -> Result<ClientIdentifier, StoreError> {
        if let Some(known) = self.read()?.client_identifier {
            return Ok(known);
        }
        self.update(|document| {
            let new = || Uuid::new_v4().to_string().into();
            Ok(document.client_identifier.get_or_insert_with(new).clone())
        })
    }

    /// The document as it is now. A reader needs no lock: a writer replaces the file in one step.
    pub(super) fn read(&self) -> Result<Document, StoreError> {
        match self.parse()? {
            Parsed::Document(document) => Ok(document),
            Parsed::Newer(found) => Err(self.newer(found)),
            Parsed::Damaged(..) => {
                let _held = self.lock()?;
                self.read_locked()
            }
        }
    }

    /// Changes the document, alone.
    pub(super) fn update<R>(
        &self,
        change: impl FnOnce(&mut Document) -> Result<R, StoreError>,
    ) -> Result<R, StoreError> {
        let _held = self.lock()?;
        let mut document = self.read_locked()?;
        let result = change(&mut document)?;
        self.write(&document)?;
        Ok(result)
    }

    fn newer(&self, found: u32) -> StoreError {
        StoreError::Newer {
            path: self.file.clone(),
            found,
            known: VERSION,
        }
    }

    fn parse(&self) -> Result<Parsed, StoreError> {
        match fs::read(&self.file) {
            Ok(text) => {
                close_to_others(&self.file)?;
                Ok(Parsed::of(&text))
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                Ok(Parsed::Document(Document::default()))
            }
            Err(error) => Err(failed("read", &self.file)(error)),
        }
    }

    /// Reads while holding the lock; what is damaged is put aside.
    fn read_locked(&self) -> Result<Document, StoreError> {
        match self.parse()? {
            Parsed::Document(document) => Ok(document),
            Parsed::Newer(found) => Err(self.newer(found)),
            Parsed::Damaged(line, column) => {
                let kept = self.put_aside()?;
                Err(StoreError::Corrupt {
                    path: self.file.clone(),
                    kept,
                    line,
                    column,
                })
            }
        }
    }

    fn put_aside(&self) -> Result<PathBuf, StoreError> {
        let now = Timestamp::from(SystemTime::now()).as_secs();
        let mut name = self.file.clone().into_os_string();
        name.push(format!(".corrupt-{now}"));
        let mut kept = PathBuf::from(&name);
        for more in 1.. {
            if !kept.exists() {
                break;
            }
            let mut name = name.clone();
            name.push(format!("-{more}"));
            kept = name.into();
        }
        fs::rename(&self.file, &kept).map_err(failed("put aside", &self.file))?;
        Ok(kept)
    }

    fn write(&self, document: &Document) -> Result<(), StoreError> {
        let text = serde_json::to_vec_pretty(document).map_err(io::Error::from);
        let mut text = text.map_err(failed("write", &self.file))?;
        text.push(b'\n');
        write_private_file(&self.file, &text).map_err(failed("write", &self.file))
    }

    /// Waits to be the only writer, until the answer is dropped.
    fn lock(&self) -> Result<File, StoreError> {
        let file = private(OpenOptions::new().create(true).append(true))
            .open(&self.lock)
            .map_err(failed("open", &self.lock))?;
        let started = Instant::now();
        loop {
            match file.try_lock() {
                Ok(()) => return Ok(file),
                Err(TryLockError::WouldBlock) if started.elapsed() < PATIENCE => {
                    std::thread::sleep(PAUSE);
                }
                Err(TryLockError::WouldBlock) => {
                    let path = self.lock.clone();
                    return Err(StoreError::Busy { path });
                }
                Err(TryLockError::Error(error)) => return Err(failed("lock", &self.lock)(error)),
            }
        }
    }
}

fn make_private_folder(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Takes from others what they may do with a file, and says so.
#[cfg(unix)]
fn close_to_others(path: &Path) -> Result<(), StoreError> {
    use std::os::unix::fs::PermissionsExt as _;
    let metadata = fs::metadata(path).map_err(failed("read", path))?;
    let mode = metadata.permissions().mode() & 0o7777;
    if mode.trailing_zeros() >= 6 {
        return Ok(());
    }
    let narrow = fs::Permissions::from_mode(0o600);
    fs::set_permissions(path, narrow).map_err(|source| StoreError::Exposed {
        path: path.to_owned(),
        mode,
        source,
    })?;
    tracing::warn!(path = %path.display(), mode = format_args!("{mode:o}"), "others could read the credentials; closed to them now");
    Ok(())
}

#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "as elsewhere")]
fn close_to_others(_path: &Path) -> Result<(), StoreError> {
    Ok(())
}
