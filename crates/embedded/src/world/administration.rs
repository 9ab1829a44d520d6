//! [`Administration`]: what an owner changes of a server.

use crate::world::artwork::Artwork;
use crate::world::kept::Kept;
use crate::world::library::Library;
use crate::world::sections::Sections;
use crate::world::store::Store;
use crate::world::transcodes::Transcodes;
use plex_sdk_contract::time::Timestamp;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use uuid::Uuid;

pub(crate) struct Administration {
    pub(crate) artwork: Artwork,
    pub(crate) sections: Sections,
    /// Values of settings, where they are not the ones to start with.
    pub(crate) preferences: Kept<BTreeMap<String, String>>,
    /// When updates were last looked for.
    pub(crate) checked_at: Kept<Option<Timestamp>>,
    pub(crate) transcodes: Transcodes,
    running: Mutex<BTreeMap<&'static str, Uuid>>,
}

impl Administration {
    pub(crate) fn open(
        store: &Arc<Store>,
        server: usize,
        library: &Library,
    ) -> rusqlite::Result<Self> {
        Ok(Self {
            artwork: Artwork::open(store, server)?,
            sections: Sections::open(store, server, library)?,
            preferences: Kept::open(store, format!("{server}/preferences"))?,
            checked_at: Kept::open(store, format!("{server}/checked_at"))?,
            transcodes: Transcodes::default(),
            running: Mutex::default(),
        })
    }

    /// The tasks that run, each with its activity.
    pub(crate) fn running(&self) -> MutexGuard<'_, BTreeMap<&'static str, Uuid>> {
        self.running.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
