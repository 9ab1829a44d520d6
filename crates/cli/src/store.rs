//! What `plexctl` keeps in its folder: accounts in the client's store, choices in `settings.json`, lists of servers.

use crate::args::{Global, StorePlace};
use crate::exit::{Failure, Kind};
use clap::ValueEnum;
use etcetera::BaseStrategy;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use plex_sdk::auth::store::{
    CredentialStore, FileStore, Place, StoreError, StoredAccount, write_private_file,
};
use plex_sdk::connect::FileCache;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// What was chosen, and belongs to no secret.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
struct Settings {
    /// The account in use.
    account: Option<String>,
    accounts: BTreeMap<String, Choice>,
}

/// What goes with one account.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Choice {
    /// Another plex.tv than everyone's: its tokens go there alone.
    pub(crate) plex_tv: Option<String>,
    pub(crate) server: Option<ChosenServer>,
}

/// The server that commands use where none is given.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct ChosenServer {
    pub(crate) name: String,
    pub(crate) machine_identifier: String,
}

pub(crate) struct Store {
    folder: PathBuf,
    credentials: Box<dyn CredentialStore>,
}

/// The folder of accounts and settings.
pub(crate) fn folder(global: &Global) -> io::Result<PathBuf> {
    let given = global.config_dir.clone();
    if let Some(folder) = given.filter(|folder| !folder.as_os_str().is_empty()) {
        return Ok(folder);
    }
    let folders = etcetera::choose_base_strategy().map_err(io::Error::other)?;
    Ok(folders.config_dir().join("plexctl"))
}

/// Where secrets are to be kept, by the command line or else the environment.
fn place(global: &Global) -> Result<StorePlace, Failure> {
    if let Some(place) = global.store {
        return Ok(place);
    }
    match std::env::var_os("PLEXCTL_STORE") {
        Some(name) if !name.is_empty() => StorePlace::from_str(&name.to_string_lossy(), true)
            .map_err(|_| Failure::usage("PLEXCTL_STORE is none of auto, file and keyring")),
        _ => Ok(StorePlace::default()),
    }
}

impl Store {
    /// Opens the store, and makes it where there is none.
    pub(crate) fn open(global: &Global) -> Result<Self, Failure> {
        let folder = folder(global).map_err(|error| {
            Failure::new(
                Kind::Other,
                format!("no folder to keep accounts in: {error}"),
            )
            .with_hint("give one with --config-dir or PLEXCTL_CONFIG_DIR")
        })?;
        let credentials = credentials(place(global)?, &folder)?;
        Ok(Self {
            folder,
            credentials,
        })
    }

    /// Opens the store, where anything was ever kept.
    pub(crate) fn existing(global: &Global) -> Result<Option<Self>, Failure> {
        match folder(global) {
            Ok(folder) if settings_file(&folder).exists() => Self::open(global).map(Some),
            _ => Ok(None),
        }
    }

    pub(crate) fn names(&self) -> Result<Vec<String>, Failure> {
        self.credentials.accounts().map_err(refused)
    }

    pub(crate) fn account(&self, name: &str) -> Result<Option<StoredAccount>, Failure> {
        self.credentials.account(name).map_err(refused)
    }

    /// Where the account's secrets are.
    pub(crate) fn place(&self, name: &str) -> Result<Place, Failure> {
        self.credentials.place(name).map_err(refused)
    }

    /// Keeps an account, with its choices, and uses it from now on.
    pub(crate) fn save(
        &self,
        name: &str,
        account: &StoredAccount,
        choice: Choice,
    ) -> Result<(), Failure> {
        // First the place its token may go to: a token without one would go to plex.tv.
        self.change(|settings| {
            settings.accounts.insert(name.to_owned(), choice);
        })?;
        self.credentials
            .save_account(name, account)
            .map_err(refused)?;
        self.change(|settings| settings.account = Some(name.to_owned()))
    }

    /// Keeps what changed of an account alone.
    pub(crate) fn update(&self, name: &str, account: &StoredAccount) -> Result<(), Failure> {
        self.credentials
            .save_account(name, account)
            .map_err(refused)
    }

    /// Forgets an account and all that goes with it.
    pub(crate) fn forget(&self, name: &str) -> Result<(), Failure> {
        let list = self.list_file(name);
        if let Err(error) = fs::remove_file(&list)
            && error.kind() != io::ErrorKind::NotFound
        {
            return Err(cannot("remove", &list, &error));
        }
        self.credentials.remove_account(name).map_err(refused)?;
        self.change(|settings| {
            settings.accounts.remove(name);
            if settings.account.as_deref() == Some(name) {
                settings.account = None;
            }
        })
    }

    /// The account in use.
    pub(crate) fn chosen(&self) -> Result<Option<String>, Failure> {
        Ok(self.settings()?.account)
    }

    pub(crate) fn choose(&self, name: &str) -> Result<(), Failure> {
        self.change(|settings| settings.account = Some(name.to_owned()))
    }

    pub(crate) fn choice(&self, name: &str) -> Result<Choice, Failure> {
        Ok(self.settings()?.accounts.remove(name).unwrap_or_default())
    }

    pub(crate) fn choose_server(&self, name: &str, server: ChosenServer) -> Result<(), Failure> {
        self.change(|settings| {
            let choice = settings.accounts.entry(name.to_owned()).or_default();
            choice.server = Some(server);
        })
    }

    /// Where the account's list of servers is kept. It holds tokens, and only its owner can read it.
    pub(crate) fn list(&self, name: &str) -> FileCache {
        FileCache::new(self.list_file(name))
    }

    fn list_file(&self, name: &str) -> PathBuf {
        let name = utf8_percent_encode(name, NON_ALPHANUMERIC);
        self.folder.join(format!("servers-{name}.json"))
    }

    fn settings(&self) -> Result<Settings, Failure> {
        let file = settings_file(&self.folder);
        let text = match fs::read(&file) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Settings::default()),
            Err(error) => return Err(cannot("read", &file, &error)),
        };
        serde_json::from_slice(&text).map_err(|error| {
            let kept = file.with_extension("json.corrupt");
            let place = format!("line {}, column {}", error.line(), error.column());
            let message = format!("{} is damaged at {place}", file.display());
            match fs::rename(&file, &kept) {
                Ok(()) => corrupt(format!("{message}; it was kept as {}", kept.display())),
                Err(error) => corrupt(format!("{message}, and cannot be put aside: {error}")),
            }
        })
    }

    fn change(&self, change: impl FnOnce(&mut Settings)) -> Result<(), Failure> {
        let mut settings = self.settings()?;
        change(&mut settings);
        let file = settings_file(&self.folder);
        let text = serde_json::to_vec_pretty(&settings).map_err(io::Error::from);
        text.and_then(|text| write_private_file(&file, &text))
            .map_err(|error| cannot("write", &file, &error))
    }
}

fn settings_file(folder: &Path) -> PathBuf {
    folder.join("settings.json")
}

/// A place in one word, for programs.
pub(crate) fn word(place: &Place) -> &'static str {
    match place {
        Place::File(_) => "file",
        _ => "keyring",
    }
}

/// A place as it is told to people.
pub(crate) fn describe(place: &Place) -> String {
    match place {
        Place::File(path) => format!("the file {}", path.display()),
        _ => "the system's keyring".to_owned(),
    }
}

/// The app's name in the keyring.
#[cfg(feature = "keyring")]
const SERVICE: &str = "plexctl";

#[cfg(feature = "keyring")]
fn credentials(place: StorePlace, folder: &Path) -> Result<Box<dyn CredentialStore>, Failure> {
    use plex_sdk::auth::store::{AutoStore, KeyringStore};
    Ok(match place {
        StorePlace::Auto => Box::new(AutoStore::open(folder, SERVICE).map_err(refused)?),
        StorePlace::File => Box::new(FileStore::open(folder).map_err(refused)?),
        StorePlace::Keyring => {
            let store = KeyringStore::open(folder, SERVICE).map_err(refused)?;
            store.check().map_err(refused)?;
            Box::new(store)
        }
    })
}

#[cfg(not(feature = "keyring"))]
fn credentials(place: StorePlace, folder: &Path) -> Result<Box<dyn CredentialStore>, Failure> {
    if place == StorePlace::Keyring {
        let message = "this plexctl was built without the feature `keyring`";
        return Err(Failure::usage(message).with_hint("leave --store away to use a file"));
    }
    Ok(Box::new(FileStore::open(folder).map_err(refused)?))
}

fn cannot(what: &str, path: &Path, error: &io::Error) -> Failure {
    let message = format!("cannot {what} {}: {error}", path.display());
    Failure::new(Kind::Other, message).with_hint(FOLDER_HINT)
}

const FOLDER_HINT: &str =
    "make the folder yours to read and write, or choose another one with --config-dir";

fn corrupt(message: String) -> Failure {
    Failure::new(Kind::Other, message).with_hint(
        "sign in again with `plexctl login`, or repair the file that was kept and put it back",
    )
}

/// What the store says, with a hint.
#[expect(
    clippy::needless_pass_by_value,
    reason = "the shape that map_err takes"
)]
fn refused(error: StoreError) -> Failure {
    let mut message = error.to_string();
    if let Some(cause) = crate::exit::innermost(&error) {
        message = format!("{message}: {cause}");
    }
    match error {
        StoreError::Corrupt { .. } => corrupt(message),
        StoreError::Newer { .. } => Failure::new(Kind::Other, message)
            .with_hint("update plexctl, or choose another folder with --config-dir"),
        StoreError::Busy { .. } => Failure::new(Kind::Other, message)
            .with_hint("another plexctl is at work there: wait for it, then try again"),
        StoreError::Io { .. } | StoreError::Exposed { .. } => {
            Failure::new(Kind::Other, message).with_hint(FOLDER_HINT)
        }
        _ => Failure::new(Kind::Other, message)
            .with_hint("unlock the keyring, or sign in with --store file, which does not ask it"),
    }
}
