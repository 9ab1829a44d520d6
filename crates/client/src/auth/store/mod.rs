//! [`CredentialStore`]: where an app keeps its client identifier, accounts and servers from one start to the next.
//!
//! [`FileStore`] is a file that only its owner can read. With the feature `keyring`, `KeyringStore` gives the secrets to
//! the operating system's keyring, and `AutoStore` to whichever of the two works. All of them block, and a keyring may ask
//! a person first: in async code call them where that is fine, such as in `tokio::task::spawn_blocking`.
//!
//! ```no_run
//! use plex_sdk::Account;
//! use plex_sdk::auth::store::{CredentialStore, FileStore, StoredAccount};
//!
//! # async fn run() -> Result<(), Box<dyn std::error::Error>> {
//! let store = FileStore::open("/home/ann/.config/app")?;
//! let account = Account::builder().client_identifier(store.client_identifier()?).build()?;
//! let pin = account.sign_in().with_link_code().await?;
//! println!("type {} at {}", pin.code(), pin.link_url());
//! let token = pin.wait().await?.token;
//! store.save_account("ann", &StoredAccount { token: Some(token), ..StoredAccount::default() })?;
//! # Ok(())
//! # }
//! ```

#[cfg(feature = "keyring")]
mod auto;
mod file;
mod folder;
#[cfg(feature = "keyring")]
mod keyring;
#[cfg(feature = "keyring")]
mod system_keyring;

#[cfg(feature = "keyring")]
pub use auto::AutoStore;
pub use file::FileStore;
#[cfg(feature = "keyring")]
pub use keyring::KeyringStore;

pub use crate::private_file::write_private_file;

use super::DeviceKey;
use plex_sdk_contract::ids::{ClientIdentifier, MachineIdentifier};
use plex_sdk_contract::{AccountToken, Jwt, ServerToken};
use serde::{Deserialize, Serialize};
use std::io;
use std::path::PathBuf;

/// What an app keeps of one account.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct StoredAccount {
    /// The name to show.
    pub title: Option<String>,
    /// Its global id.
    pub uuid: Option<String>,
    /// Its token.
    pub token: Option<AccountToken>,
    /// The device's key for it, where it signs in with one.
    pub device_key: Option<DeviceKey>,
    /// The last signed token that the key gave.
    pub jwt: Option<Jwt>,
}

/// What an app keeps of one server.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct StoredServer {
    /// Its name as people know it.
    pub title: Option<String>,
    /// Its identifier: an address that was good once may be another server's by now.
    pub machine_identifier: Option<MachineIdentifier>,
    /// Where it was reached last.
    pub url: Option<String>,
    /// The name of the stored account that uses it.
    pub account: Option<String>,
    /// That account's token for it.
    pub token: Option<ServerToken>,
}

/// Where the secrets of an account are.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Place {
    /// In this file, in plain text.
    File(PathBuf),
    /// In the operating system's keyring, under this name of the app.
    Keyring(String),
}

/// Why credentials cannot be kept or read. It holds no secret.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// A file or folder cannot be used.
    #[error("cannot {what} {}", path.display())]
    Io {
        /// What was tried.
        what: &'static str,
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The file is damaged. It was put aside and nothing of it was lost; the next call starts with an empty one.
    #[error("{} is damaged at line {line}, column {column}; it was kept as {}", path.display(), kept.display())]
    Corrupt {
        /// Where it was.
        path: PathBuf,
        /// Where it is now.
        kept: PathBuf,
        /// The line where reading stopped.
        line: usize,
        /// The column where reading stopped.
        column: usize,
    },
    /// A newer version of this crate wrote the file; it was left alone.
    #[error("{} has version {found}, and this app knows {known}: update the app", path.display())]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its version.
        found: u32,
        /// The newest version known here.
        known: u32,
    },
    /// Others can read the file, and that cannot be changed.
    #[error("others can read {} (mode {mode:o}), and that cannot be changed", path.display())]
    Exposed {
        /// The file.
        path: PathBuf,
        /// Its mode.
        mode: u32,
        /// What the system said.
        source: io::Error,
    },
    /// Another process did not let go of the file in time.
    #[error("another process holds {} for too long", path.display())]
    Busy {
        /// The file that is locked.
        path: PathBuf,
    },
    /// The operating system's keyring cannot be used, or is locked.
    #[cfg(feature = "keyring")]
    #[error("the keyring cannot be used: {0}")]
    Keyring(String),
    /// The keyring holds something else under the app's name.
    #[cfg(feature = "keyring")]
    #[error("the keyring's entry `{0}` cannot be read")]
    KeyringEntry(String),
}

/// A place for credentials. Each call is whole by itself: two apps, or two threads, lose nothing of each other's.
pub trait CredentialStore: Send + Sync {
    /// Where the secrets of the account of this name are, or would go.
    fn place(&self, name: &str) -> Result<Place, StoreError>;

    /// The client identifier of this installation: made at the first call, the same ever after.
    fn client_identifier(&self) -> Result<ClientIdentifier, StoreError>;

    /// The names of the accounts, in order.
    fn accounts(&self) -> Result<Vec<String>, StoreError>;
    /// The account of this name.
    fn account(&self, name: &str) -> Result<Option<StoredAccount>, StoreError>;
    /// Keeps an account under a name, in place of what was there.
    fn save_account(&self, name: &str, account: &StoredAccount) -> Result<(), StoreError>;
    /// Forgets an account; says whether there was one.
    fn remove_account(&self, name: &str) -> Result<bool, StoreError>;

    /// The names of the servers, in order.
    fn servers(&self) -> Result<Vec<String>, StoreError>;
    /// The server of this name.
    fn server(&self, name: &str) -> Result<Option<StoredServer>, StoreError>;
    /// Keeps a server under a name, in place of what was there.
    fn save_server(&self, name: &str, server: &StoredServer) -> Result<(), StoreError>;
    /// Forgets a server; says whether there was one.
    fn remove_server(&self, name: &str) -> Result<bool, StoreError>;
}
