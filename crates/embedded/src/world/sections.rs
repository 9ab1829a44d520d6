//! [`Sections`]: the sections of a server's library, as its owner left them.

use crate::world::kept::Kept;
use crate::world::library::{Library, Shelf};
use crate::world::store::Store;
use plex_sdk_contract::ids::SectionId;
use plex_sdk_contract::model::Section;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A section with where its items stand, and its settings.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Entry {
    /// The place that items name as their shelf; no other section ever gets it.
    pub(crate) place: usize,
    pub(crate) shelf: Shelf,
    pub(crate) settings: BTreeMap<String, String>,
}

#[derive(Default, Serialize, Deserialize)]
struct Listed {
    entries: Vec<Entry>,
    /// How many sections there ever were; the last one's number.
    made: usize,
}

pub(crate) struct Sections(Kept<Listed>);

impl Sections {
    /// The sections that were kept, or else those of the library.
    pub(crate) fn open(
        store: &Arc<Store>,
        server: usize,
        library: &Library,
    ) -> rusqlite::Result<Self> {
        let kept: Kept<Listed> = Kept::open(store, format!("{server}/sections"))?;
        if kept.read(|listed| listed.made < library.shelves.len()) {
            kept.change(|listed| {
                let seeds = library
                    .shelves
                    .iter()
                    .enumerate()
                    .map(|(place, shelf)| Entry {
                        place,
                        shelf: shelf.clone(),
                        settings: BTreeMap::new(),
                    });
                listed.entries = seeds.collect();
                listed.made = library.shelves.len();
            });
        }
        Ok(Self(kept))
    }

    pub(crate) fn all(&self) -> Vec<Entry> {
        self.0.read(|listed| listed.entries.clone())
    }

    pub(crate) fn find(&self, id: &SectionId) -> Option<Entry> {
        self.0.read(|listed| {
            let found = listed
                .entries
                .iter()
                .find(|entry| entry.shelf.section.key == *id);
            found.cloned()
        })
    }

    /// The section whose items stand at this place.
    pub(crate) fn at(&self, place: usize) -> Option<Shelf> {
        self.0.read(|listed| {
            let found = listed.entries.iter().find(|entry| entry.place == place);
            found.map(|entry| entry.shelf.clone())
        })
    }

    /// Has the library's sections be what became of them, each at its place.
    pub(crate) fn show(&self, library: &mut Library) {
        let gone = || Shelf {
            section: Section::default(),
            private: false,
            removed: true,
        };
        self.0.read(|listed| {
            library.shelves.clear();
            library.shelves.resize_with(listed.made, gone);
            for entry in &listed.entries {
                if let Some(place) = library.shelves.get_mut(entry.place) {
                    place.clone_from(&entry.shelf);
                }
            }
        });
    }

    /// Adds the section that is made with its number.
    pub(crate) fn add(
        &self,
        make: impl FnOnce(usize) -> (Shelf, BTreeMap<String, String>),
    ) -> Shelf {
        self.0.change(|listed| {
            let place = listed.made;
            listed.made += 1;
            let (added, settings) = make(listed.made);
            listed.entries.push(Entry {
                place,
                shelf: added.clone(),
                settings,
            });
            added
        })
    }

    /// Changes a section; false where there is none.
    pub(crate) fn change(&self, id: &SectionId, change: impl FnOnce(&mut Entry)) -> bool {
        self.0.change(|listed| {
            let found = listed
                .entries
                .iter_mut()
                .find(|entry| entry.shelf.section.key == *id);
            found.map(change).is_some()
        })
    }

    /// Removes a section, with all that stands in it; false where there is none.
    pub(crate) fn remove(&self, id: &SectionId) -> bool {
        self.0.change(|listed| {
            let before = listed.entries.len();
            listed
                .entries
                .retain(|entry| entry.shelf.section.key != *id);
            listed.entries.len() < before
        })
    }
}
