//! [`Lists`]: what users made and changed on one server, kept in the data file, and the library as it is with that.

use crate::world::collections::Collection;
use crate::world::edits::{self, Change};
use crate::world::library::Library;
use crate::world::play_queues::PlayQueue;
use crate::world::playlists::Playlist;
use crate::world::store::Store;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Collections and playlists have numbers from here on; items have lower ones.
const FIRST_NUMBER: u64 = 100_001;
/// A server keeps this many play queues; the oldest go first.
const MOST_PLAY_QUEUES: usize = 1000;

/// What the data file keeps an entry as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    Edits,
    Collection,
    Playlist,
}

impl Kind {
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Edits => "edits",
            Self::Collection => "collection",
            Self::Playlist => "playlist",
        }
    }
}

/// What users made and changed.
#[derive(Default)]
pub(crate) struct State {
    /// The changes of items, by rating key, in their order.
    pub(crate) edits: BTreeMap<u64, Vec<Change>>,
    pub(crate) collections: BTreeMap<u64, Collection>,
    pub(crate) playlists: BTreeMap<u64, Playlist>,
    /// These end with the process.
    pub(crate) play_queues: BTreeMap<u64, PlayQueue>,
    last_number: u64,
    last_queue: u64,
    touched: BTreeSet<(Kind, u64)>,
}

impl State {
    /// A number for something new.
    pub(crate) fn fresh(&mut self) -> u64 {
        self.last_number = self.last_number.max(FIRST_NUMBER - 1) + 1;
        self.last_number
    }

    /// Says that an entry is to be kept as it now is, or to be dropped where it is gone.
    pub(crate) fn touch(&mut self, kind: Kind, number: u64) {
        self.touched.insert((kind, number));
    }

    /// Adds a play queue, with its number.
    pub(crate) fn add_queue(&mut self, queue: PlayQueue) -> u64 {
        self.last_queue += 1;
        self.play_queues.insert(self.last_queue, queue);
        while self.play_queues.len() > MOST_PLAY_QUEUES {
            self.play_queues.pop_first();
        }
        self.last_queue
    }

    fn json(&self, kind: Kind, number: u64) -> Option<String> {
        fn text<T: Serialize>(found: Option<&T>) -> Option<String> {
            serde_json::to_string(found?).ok()
        }
        match kind {
            Kind::Edits => text(self.edits.get(&number)),
            Kind::Collection => text(self.collections.get(&number)),
            Kind::Playlist => text(self.playlists.get(&number)),
        }
    }

    fn read(&mut self, kind: &str, number: u64, json: &str) {
        fn put<T: DeserializeOwned>(into: &mut BTreeMap<u64, T>, number: u64, json: &str) {
            match serde_json::from_str(json) {
                Ok(entry) => {
                    into.insert(number, entry);
                }
                Err(error) => {
                    tracing::warn!(%error, number, "an entry of the file is not readable");
                }
            }
        }
        match kind {
            "edits" => put(&mut self.edits, number, json),
            "collection" => put(&mut self.collections, number, json),
            "playlist" => put(&mut self.playlists, number, json),
            _ => {}
        }
        // Numbers that were given are not given again.
        if kind != Kind::Edits.word() {
            self.last_number = self.last_number.max(number);
        }
    }
}

/// What users made and changed on one server.
pub(crate) struct Lists {
    store: Arc<Store>,
    server: usize,
    seed: Arc<Library>,
    state: Mutex<State>,
    current: Mutex<Arc<Library>>,
}

impl Lists {
    /// What the data file has for this server.
    pub(crate) fn open(
        store: Arc<Store>,
        server: usize,
        seed: Arc<Library>,
    ) -> rusqlite::Result<Self> {
        let mut state = State::default();
        for (kind, number, json) in store.entries(server)? {
            state.read(&kind, number, &json);
        }
        let lists = Self {
            current: Mutex::new(edits::apply(&seed, &state)),
            store,
            server,
            seed,
            state: Mutex::new(state),
        };
        Ok(lists)
    }

    /// The library as it is now.
    pub(crate) fn library(&self) -> Arc<Library> {
        let current = self.current.lock();
        current.unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// What users made and changed; a caller that holds it does not call [`Self::change`].
    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Makes a change, keeps what it touched, and brings the library up to date.
    pub(crate) fn change<T>(&self, change: impl FnOnce(&mut State) -> T) -> T {
        let mut state = self.state();
        let done = change(&mut state);
        let touched = std::mem::take(&mut state.touched);
        if touched.is_empty() {
            return done;
        }
        let entries: Vec<_> = touched
            .into_iter()
            .map(|(kind, number)| (kind.word(), number, state.json(kind, number)))
            .collect();
        if let Err(error) = self.store.keep_entries(self.server, &entries) {
            tracing::warn!(%error, "a change could not be kept; it ends with this process");
        }
        let current = edits::apply(&self.seed, &state);
        *self.current.lock().unwrap_or_else(PoisonError::into_inner) = current;
        done
    }
}
