//! [`Transcodes`]: the conversions that run.

use crate::world::users::UserKind;
use plex_sdk_contract::model::TranscodeSession;
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// A conversion that runs.
#[derive(Clone)]
pub(crate) struct Running {
    pub(crate) user: UserKind,
    /// What gives its bytes.
    pub(crate) seed: u64,
    /// Kilobits for each second.
    pub(crate) rate: u32,
    pub(crate) shown: TranscodeSession,
}

/// The conversions that run, by their names.
#[derive(Default)]
pub(crate) struct Transcodes(Mutex<BTreeMap<String, Running>>);

impl Transcodes {
    pub(crate) fn start(&self, name: &str, running: Running) {
        self.with(|all| all.insert(name.to_owned(), running));
    }

    pub(crate) fn all(&self) -> Vec<Running> {
        self.with(|all| all.values().cloned().collect())
    }

    pub(crate) fn find(&self, name: &str) -> Option<Running> {
        self.with(|all| all.get(name).cloned())
    }

    /// Ends one; false where it does not run.
    pub(crate) fn stop(&self, name: &str) -> bool {
        self.with(|all| all.remove(name).is_some())
    }

    fn with<R>(&self, run: impl FnOnce(&mut BTreeMap<String, Running>) -> R) -> R {
        run(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
