//! [`KeyringStore`]: secrets in the operating system's keyring, all else in a file.

use super::folder::Folder;
use super::system_keyring::{Secrets, System};
use super::{CredentialStore, Place, StoreError, StoredAccount, StoredServer};
use plex_sdk_contract::ids::ClientIdentifier;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::fmt;
use std::path::{Path, PathBuf};

/// Credentials whose secrets are in the operating system's keyring; names, addresses and the client identifier are in the
/// file `keyring-index.json` of a folder.
///
/// The keyring is the Secret Service, macOS's Keychain or Windows' Credential Manager. Opening the store does not ask it:
/// whether there is one shows when a secret is kept or read. The system may then ask a person to unlock it; after a
/// minute without an answer the call gives up with [`StoreError::Keyring`].
pub struct KeyringStore {
    folder: Folder,
    service: String,
    secrets: Box<dyn Secrets>,
}

impl KeyringStore {
    /// Opens the store of a folder, which is made where it is missing. `service` is the app's name in the keyring.
    pub fn open(
        folder: impl Into<PathBuf>,
        service: impl Into<String>,
    ) -> Result<Self, StoreError> {
        let service = service.into();
        let secrets = Box::new(System::new(service.clone()));
        Self::with(folder.into(), service, secrets)
    }

    pub(super) fn with(
        folder: PathBuf,
        service: String,
        secrets: Box<dyn Secrets>,
    ) -> Result<Self, StoreError> {
        let folder = Folder::open(folder, "keyring-index.json")?;
        Ok(Self {
            folder,
            service,
            secrets,
        })
    }

    /// Asks the keyring, and changes nothing: an error where there is none. Whether it is locked may show only when a
    /// secret is kept or read.
    pub fn check(&self) -> Result<(), StoreError> {
        self.secrets.get("check").map(drop)
    }

    /// The file of what is no secret.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    fn load<T: DeserializeOwned>(&self, key: &str) -> Result<Option<T>, StoreError> {
        let Some(secret) = self.secrets.get(key)? else {
            return Ok(None);
        };
        match serde_json::from_slice(&secret) {
            Ok(value) => Ok(Some(value)),
            Err(_) => Err(StoreError::KeyringEntry(key.to_owned())),
        }
    }

    fn keep<T: Serialize>(&self, key: &str, value: &T) -> Result<(), StoreError> {
        let secret = serde_json::to_vec(value);
        let secret = secret.map_err(|error| StoreError::Keyring(error.to_string()))?;
        self.secrets.set(key, &secret)
    }
}

impl fmt::Debug for KeyringStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("KeyringStore")
            .field("folder", &self.folder)
            .finish_non_exhaustive()
    }
}

fn account_key(name: &str) -> String {
    format!("account:{name}")
}

fn server_key(name: &str) -> String {
    format!("server:{name}")
}

impl CredentialStore for KeyringStore {
    fn place(&self, _name: &str) -> Result<Place, StoreError> {
        Ok(Place::Keyring(self.service.clone()))
    }

    fn client_identifier(&self) -> Result<ClientIdentifier, StoreError> {
        self.folder.client_identifier()
    }

    fn accounts(&self) -> Result<Vec<String>, StoreError> {
        Ok(self.folder.read()?.accounts.into_keys().collect())
    }

    fn account(&self, name: &str) -> Result<Option<StoredAccount>, StoreError> {
        let Some(without_secrets) = self.folder.read()?.accounts.remove(name) else {
            return Ok(None);
        };
        let kept = self.load(&account_key(name))?;
        Ok(Some(kept.unwrap_or(without_secrets)))
    }

    fn save_account(&self, name: &str, account: &StoredAccount) -> Result<(), StoreError> {
        self.folder.update(|document| {
            self.keep(&account_key(name), account)?;
            let without_secrets = StoredAccount {
                title: account.title.clone(),
                uuid: account.uuid.clone(),
                ..StoredAccount::default()
            };
            document.accounts.insert(name.to_owned(), without_secrets);
            Ok(())
        })
    }

    fn remove_account(&self, name: &str) -> Result<bool, StoreError> {
        self.folder.update(|document| {
            self.secrets.delete(&account_key(name))?;
            Ok(document.accounts.remove(name).is_some())
        })
    }

    fn servers(&self) -> Result<Vec<String>, StoreError> {
        Ok(self.folder.read()?.servers.into_keys().collect())
    }

    fn server(&self, name: &str) -> Result<Option<StoredServer>, StoreError> {
        let Some(without_secrets) = self.folder.read()?.servers.remove(name) else {
            return Ok(None);
        };
        let kept = self.load(&server_key(name))?;
        Ok(Some(kept.unwrap_or(without_secrets)))
    }

    fn save_server(&self, name: &str, server: &StoredServer) -> Result<(), StoreError> {
        self.folder.update(|document| {
            self.keep(&server_key(name), server)?;
            let without_secrets = StoredServer {
                token: None,
                ..server.clone()
            };
            document.servers.insert(name.to_owned(), without_secrets);
            Ok(())
        })
    }

    fn remove_server(&self, name: &str) -> Result<bool, StoreError> {
        self.folder.update(|document| {
            self.secrets.delete(&server_key(name))?;
            Ok(document.servers.remove(name).is_some())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::system_keyring::Memory;
    use super::*;
    use crate::auth::DeviceKey;
    use plex_sdk_contract::{AccountToken, ServerToken};

    #[test]
    fn the_file_holds_no_secret_and_the_keyring_all() {
        let folder = tempfile::tempdir().unwrap();
        let memory = Memory::default();
        let store =
            KeyringStore::with(folder.path().into(), "app".into(), Box::new(memory.clone()));
        let store = store.unwrap();
        let account = StoredAccount {
            title: Some("Ann".into()),
            token: AccountToken::new("acc0unt-s3cret").ok(),
            device_key: DeviceKey::generate().ok(),
            ..StoredAccount::default()
        };
        let server = StoredServer {
            url: Some("http://10.0.0.2:32400".into()),
            token: ServerToken::new("s3rver-s3cret").ok(),
            ..StoredServer::default()
        };
        store.save_account("ann", &account).unwrap();
        store.save_server("attic", &server).unwrap();
        assert_eq!(store.account("ann").unwrap(), Some(account.clone()));
        assert_eq!(store.server("attic").unwrap(), Some(server));
        let text = std::fs::read_to_string(store.path()).unwrap();
        let key = account.device_key.as_ref().unwrap().export();
        for secret in ["acc0unt-s3cret", "s3rver-s3cret", key.expose()] {
            assert!(!text.contains(secret) && !format!("{store:?}").contains(secret));
        }
        assert!(text.contains("10.0.0.2"));

        // Someone emptied the entry by hand, or broke it.
        memory.delete("account:ann").unwrap();
        let left = store.account("ann").unwrap().unwrap();
        assert_eq!((left.title.as_deref(), left.token), (Some("Ann"), None));
        memory.set("account:ann", b"s3cret{").unwrap();
        let error = store.account("ann").unwrap_err();
        assert!(!format!("{error} {error:?}").contains("s3cret"));

        memory.lock(true);
        assert!(store.save_account("bob", &account).is_err());
        assert_eq!(store.accounts().unwrap(), ["ann"]);
        memory.lock(false);
        assert!(store.remove_account("ann").unwrap());
        assert!(!store.remove_account("ann").unwrap());
        assert!(store.remove_server("attic").unwrap());
        assert!(memory.is_empty());
    }
}
