//! [`FileStore`]: credentials in a file.

use super::folder::Folder;
use super::{CredentialStore, Place, StoreError, StoredAccount, StoredServer};
use plex_sdk_contract::ids::ClientIdentifier;
use std::path::{Path, PathBuf};

/// Credentials in the file `credentials.json` of a folder, in plain text, readable by its owner alone.
#[derive(Clone, Debug)]
pub struct FileStore {
    folder: Folder,
}

impl FileStore {
    /// Opens the store of a folder, which is made where it is missing. A file that others can read is closed to them.
    pub fn open(folder: impl Into<PathBuf>) -> Result<Self, StoreError> {
        let folder = Folder::open(folder.into(), "credentials.json")?;
        Ok(Self { folder })
    }

    /// The file.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }
}

impl CredentialStore for FileStore {
    fn place(&self, _name: &str) -> Result<Place, StoreError> {
        Ok(Place::File(self.path().to_owned()))
    }

    fn client_identifier(&self) -> Result<ClientIdentifier, StoreError> {
        self.folder.client_identifier()
    }

    fn accounts(&self) -> Result<Vec<String>, StoreError> {
        Ok(self.folder.read()?.accounts.into_keys().collect())
    }

    fn account(&self, name: &str) -> Result<Option<StoredAccount>, StoreError> {
        Ok(self.folder.read()?.accounts.remove(name))
    }

    fn save_account(&self, name: &str, account: &StoredAccount) -> Result<(), StoreError> {
        self.folder.update(|document| {
            let (name, account) = (name.to_owned(), account.clone());
            document.accounts.insert(name, account);
            Ok(())
        })
    }

    fn remove_account(&self, name: &str) -> Result<bool, StoreError> {
        self.folder
            .update(|document| Ok(document.accounts.remove(name).is_some()))
    }

    fn servers(&self) -> Result<Vec<String>, StoreError> {
        Ok(self.folder.read()?.servers.into_keys().collect())
    }

    fn server(&self, name: &str) -> Result<Option<StoredServer>, StoreError> {
        Ok(self.folder.read()?.servers.remove(name))
    }

    fn save_server(&self, name: &str, server: &StoredServer) -> Result<(), StoreError> {
        self.folder.update(|document| {
            let (name, server) = (name.to_owned(), server.clone());
            document.servers.insert(name, server);
            Ok(())
        })
    }

    fn remove_server(&self, name: &str) -> Result<bool, StoreError> {
        self.folder
            .update(|document| Ok(document.servers.remove(name).is_some()))
    }
}
