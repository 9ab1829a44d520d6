//! [`AutoStore`]: the system's keyring where one works, else a file.

use super::{CredentialStore, FileStore, KeyringStore, Place, StoreError};
use super::{StoredAccount, StoredServer};
use plex_sdk_contract::ids::ClientIdentifier;
use std::path::PathBuf;

/// Credentials in the operating system's keyring where there is one that works, else in a file.
///
/// - What is kept stays where it is, until it is removed: what is in the file is read and changed there, what is in the
///   keyring there. Nothing is ever in both places.
/// - What is new goes to the keyring. Where that cannot be used it goes to the file, and a warning is logged. (A keyring
///   that takes a secret after it was given up, because someone unlocked it too late, holds an entry that is not read.)
/// - What is in a keyring that cannot be used now is an error, [`StoreError::Keyring`], and not missing.
///
/// The keyring is asked only for what it holds and for what is new. On servers and in containers, where there is none, and
/// in tests, where a person's own should not be asked, use [`FileStore`].
#[derive(Debug)]
pub struct AutoStore {
    file: FileStore,
    keyring: KeyringStore,
}

impl AutoStore {
    /// Opens the store of a folder, which is made where it is missing. `service` is the app's name in the keyring.
    pub fn open(
        folder: impl Into<PathBuf>,
        service: impl Into<String>,
    ) -> Result<Self, StoreError> {
        let folder = folder.into();
        Ok(Self {
            keyring: KeyringStore::open(folder.clone(), service)?,
            file: FileStore::open(folder)?,
        })
    }

    /// Where this name is kept now.
    fn holder(&self, held: Names, name: &str) -> Result<Option<&dyn CredentialStore>, StoreError> {
        let stores: [&dyn CredentialStore; 2] = [&self.file, &self.keyring];
        for store in stores {
            if held(store)?.iter().any(|held| held == name) {
                return Ok(Some(store));
            }
        }
        Ok(None)
    }

    fn names(&self, held: Names) -> Result<Vec<String>, StoreError> {
        let mut names = held(&self.file)?;
        names.extend(held(&self.keyring)?);
        names.sort();
        names.dedup();
        Ok(names)
    }

    /// Keeps something where it is, or where what is new goes.
    fn save(
        &self,
        held: Names,
        name: &str,
        save: impl Fn(&dyn CredentialStore) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        if let Some(store) = self.holder(held, name)? {
            return save(store);
        }
        match save(&self.keyring) {
            Err(StoreError::Keyring(why)) => {
                let path = self.file.path().display();
                tracing::warn!(%path, why, "the keyring cannot be used; a file is, which its owner alone can read");
                save(&self.file)
            }
            other => other,
        }
    }
}

/// Gives the names of accounts, or of servers, in a store.
type Names = fn(&dyn CredentialStore) -> Result<Vec<String>, StoreError>;
const ACCOUNTS: Names = |store| store.accounts();
const SERVERS: Names = |store| store.servers();

impl CredentialStore for AutoStore {
    fn place(&self, name: &str) -> Result<Place, StoreError> {
        let holder = self.holder(ACCOUNTS, name)?;
        holder.unwrap_or(&self.keyring).place(name)
    }

    fn client_identifier(&self) -> Result<ClientIdentifier, StoreError> {
        self.file.client_identifier()
    }

    fn accounts(&self) -> Result<Vec<String>, StoreError> {
        self.names(ACCOUNTS)
    }

    fn account(&self, name: &str) -> Result<Option<StoredAccount>, StoreError> {
        let holder = self.holder(ACCOUNTS, name)?;
        holder.map_or(Ok(None), |store| store.account(name))
    }

    fn save_account(&self, name: &str, account: &StoredAccount) -> Result<(), StoreError> {
        self.save(ACCOUNTS, name, |store| store.save_account(name, account))
    }

    fn remove_account(&self, name: &str) -> Result<bool, StoreError> {
        let holder = self.holder(ACCOUNTS, name)?;
        holder.map_or(Ok(false), |store| store.remove_account(name))
    }

    fn servers(&self) -> Result<Vec<String>, StoreError> {
        self.names(SERVERS)
    }

    fn server(&self, name: &str) -> Result<Option<StoredServer>, StoreError> {
        let holder = self.holder(SERVERS, name)?;
        holder.map_or(Ok(None), |store| store.server(name))
    }

    fn save_server(&self, name: &str, server: &StoredServer) -> Result<(), StoreError> {
        self.save(SERVERS, name, |store| store.save_server(name, server))
    }

    fn remove_server(&self, name: &str) -> Result<bool, StoreError> {
        let holder = self.holder(SERVERS, name)?;
        holder.map_or(Ok(false), |store| store.remove_server(name))
    }
}

#[cfg(test)]
mod tests {
    use super::super::system_keyring::Memory;
    use super::*;
    use plex_sdk_contract::{AccountToken, ServerToken};
    use std::path::Path;

    fn open(folder: &Path, memory: &Memory) -> AutoStore {
        let secrets = Box::new(memory.clone());
        AutoStore {
            file: FileStore::open(folder).unwrap(),
            keyring: KeyringStore::with(folder.into(), "app".into(), secrets).unwrap(),
        }
    }

    fn account(token: &str) -> StoredAccount {
        StoredAccount {
            token: AccountToken::new(token).ok(),
            ..StoredAccount::default()
        }
    }

    fn file(folder: &Path) -> String {
        std::fs::read_to_string(folder.join("credentials.json")).unwrap_or_default()
    }

    #[test]
    fn what_is_kept_stays_where_it_is() {
        let (folder, memory) = (tempfile::tempdir().unwrap(), Memory::default());
        let folder = folder.path();
        // As it was before there was a keyring.
        let early = FileStore::open(folder).unwrap();
        let id = early.client_identifier().unwrap();
        early.save_account("ann", &account("t1")).unwrap();

        let store = open(folder, &memory);
        assert_eq!(store.client_identifier().unwrap(), id);
        assert_eq!(store.account("ann").unwrap(), Some(account("t1")));
        store.save_account("ann", &account("t2")).unwrap();
        assert!(memory.is_empty() && file(folder).contains("t2"));
        assert!(matches!(store.place("ann").unwrap(), Place::File(_)));

        store.save_account("bob", &account("b1")).unwrap();
        assert!(!file(folder).contains("b1") && !file(folder).contains("bob"));
        assert_eq!(store.place("bob").unwrap(), Place::Keyring("app".into()));
        assert_eq!(store.accounts().unwrap(), ["ann", "bob"]);
        // Where no keyring is asked, the file is all there is.
        assert_eq!(early.accounts().unwrap(), ["ann"]);

        assert!(store.remove_account("ann").unwrap());
        assert!(!store.remove_account("ann").unwrap());
        assert!(!file(folder).contains("t2"));
        store.save_account("ann", &account("t3")).unwrap();
        assert!(!file(folder).contains("t3"));
        for name in ["ann", "bob"] {
            assert!(store.remove_account(name).unwrap());
        }
        assert!(memory.is_empty() && store.accounts().unwrap().is_empty());
    }

    #[test]
    fn without_a_keyring_it_is_the_file_and_nothing_is_lost() {
        let (folder, memory) = (tempfile::tempdir().unwrap(), Memory::default());
        let folder = folder.path();
        let store = open(folder, &memory);
        store.save_account("ann", &account("t1")).unwrap();
        memory.lock(true);
        store.save_account("bob", &account("b1")).unwrap();
        let server = StoredServer {
            token: ServerToken::new("s1").ok(),
            ..StoredServer::default()
        };
        store.save_server("attic", &server).unwrap();
        assert!(file(folder).contains("b1") && file(folder).contains("s1"));
        assert_eq!(store.accounts().unwrap(), ["ann", "bob"]);
        for refused in [
            store.account("ann").map(drop),
            store.save_account("ann", &account("t2")),
            store.remove_account("ann").map(drop),
        ] {
            assert!(matches!(refused, Err(StoreError::Keyring(_))));
        }
        assert_eq!(store.account("bob").unwrap(), Some(account("b1")));

        memory.lock(false);
        assert_eq!(store.account("ann").unwrap(), Some(account("t1")));
        // It is in the file until it is removed.
        store.save_account("bob", &account("b2")).unwrap();
        assert!(file(folder).contains("b2"));
        assert_eq!(store.server("attic").unwrap(), Some(server));
        assert_eq!(store.servers().unwrap(), ["attic"]);
        assert!(store.remove_server("attic").unwrap());
    }
}
