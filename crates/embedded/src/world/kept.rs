//! [`Kept`]: something a server remembers, in the data file under a name of its own.

use crate::world::store::Store;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::sync::{Arc, Mutex, PoisonError};

/// A value that is written to the data file, whole, each time it changes.
pub(crate) struct Kept<T> {
    store: Arc<Store>,
    name: String,
    value: Mutex<T>,
}

impl<T: Serialize + DeserializeOwned + Default> Kept<T> {
    /// The value of this name; what it is at first where the file has none, or one that is not understood.
    pub(crate) fn open(store: &Arc<Store>, name: String) -> rusqlite::Result<Self> {
        let bytes = store.read(&name)?;
        let value = bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok());
        Ok(Self {
            store: store.clone(),
            name,
            value: Mutex::new(value.unwrap_or_default()),
        })
    }

    pub(crate) fn read<R>(&self, read: impl FnOnce(&T) -> R) -> R {
        read(&self.value.lock().unwrap_or_else(PoisonError::into_inner))
    }

    pub(crate) fn change<R>(&self, change: impl FnOnce(&mut T) -> R) -> R {
        let mut value = self.value.lock().unwrap_or_else(PoisonError::into_inner);
        let result = change(&mut value);
        let written = serde_json::to_vec(&*value)
            .map_err(|error| error.to_string())
            .and_then(|bytes| {
                self.store
                    .write(&self.name, &bytes)
                    .map_err(|error| error.to_string())
            });
        if let Err(error) = written {
            tracing::warn!(%error, name = self.name, "a change could not be kept; it ends with this process");
        }
        result
    }
}
