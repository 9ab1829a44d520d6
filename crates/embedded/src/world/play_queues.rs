//! [`PlayQueue`]: what plays now and what next; kept in memory only.

use crate::world::playlists::{Entry, move_entry};
use crate::world::users::UserKind;
use plex_sdk_contract::text::Text;

#[derive(Clone, Debug)]
pub(crate) struct PlayQueue {
    pub(crate) owner: UserKind,
    /// The address of what it was made from.
    pub(crate) source: Text,
    pub(crate) entries: Vec<Entry>,
    /// The numbers of the entries in the order before shuffling.
    order: Vec<u64>,
    /// The entry that plays.
    pub(crate) selected: u64,
    /// The end of what was put in by hand to play next.
    pub(crate) last_added: Option<u64>,
    pub(crate) shuffled: bool,
    /// Grows with each change.
    pub(crate) version: u64,
    last_entry: u64,
}

impl PlayQueue {
    /// A queue of these items, one at least, that plays the one at a place first.
    pub(crate) fn new(owner: UserKind, source: Text, items: &[u64], selected: usize) -> Self {
        let entries: Vec<Entry> = (1..)
            .zip(items)
            .map(|(id, item)| Entry { id, item: *item })
            .collect();
        let selected = entries.get(selected).or(entries.first());
        Self {
            owner,
            source,
            order: entries.iter().map(|entry| entry.id).collect(),
            selected: selected.map_or(0, |entry| entry.id),
            last_added: None,
            shuffled: false,
            version: 1,
            last_entry: items.len() as u64,
            entries,
        }
    }

    fn place(&self, id: u64) -> Option<usize> {
        self.entries.iter().position(|entry| entry.id == id)
    }

    /// The place of what plays.
    pub(crate) fn selected_place(&self) -> usize {
        self.place(self.selected).unwrap_or(0)
    }

    /// Plays the entry at a place, counted round and round.
    pub(crate) fn select(&mut self, place: u64) {
        let count = (self.entries.len() as u64).max(1);
        let at = usize::try_from(place % count).unwrap_or(0);
        self.selected = self.entries.get(at).map_or(self.selected, |entry| entry.id);
    }

    /// Adds items: right behind what plays, or behind all that was added so.
    pub(crate) fn add(&mut self, items: &[u64], next: bool) {
        let behind = match self.last_added {
            Some(last) if !next => self.place(last),
            _ => None,
        };
        let mut to = behind.unwrap_or_else(|| self.selected_place());
        if !self.entries.is_empty() {
            to += 1;
        }
        for item in items {
            self.last_entry += 1;
            let id = self.last_entry;
            self.entries.insert(to, Entry { id, item: *item });
            to += 1;
            self.order.push(id);
        }
        if !items.is_empty() && (!next || self.last_added.is_none()) {
            self.last_added = Some(self.last_entry);
        }
        self.version += 1;
    }

    /// Takes an entry out; false where it is not there or the only one.
    pub(crate) fn remove(&mut self, id: u64) -> bool {
        let Some(at) = self.place(id) else {
            return false;
        };
        if self.entries.len() == 1 {
            return false;
        }
        self.entries.remove(at);
        self.order.retain(|other| *other != id);
        if self.selected == id {
            let next = self.entries.get(at).or(self.entries.last());
            self.selected = next.map_or(0, |entry| entry.id);
        }
        if self.last_added == Some(id) {
            let before = at
                .checked_sub(1)
                .filter(|before| *before > self.selected_place());
            self.last_added = before.map(|before| self.entries[before].id);
        }
        self.version += 1;
        true
    }

    /// Moves an entry; behind another it counts as added last.
    pub(crate) fn shift(&mut self, id: u64, after: Option<u64>) -> bool {
        if !move_entry(&mut self.entries, id, after) {
            return false;
        }
        if after.is_some() {
            self.last_added = Some(id);
        }
        self.version += 1;
        true
    }

    /// Leaves what plays alone.
    pub(crate) fn clear(&mut self) {
        let selected = self.selected;
        self.entries.retain(|entry| entry.id == selected);
        self.order.retain(|id| *id == selected);
        self.last_added = None;
        self.version += 1;
    }

    /// Begins again with the first entry.
    pub(crate) fn reset(&mut self) {
        self.selected = self.entries.first().map_or(0, |entry| entry.id);
        self.version += 1;
    }

    /// Mixes what comes beside what plays, which becomes the first.
    pub(crate) fn shuffle(&mut self, seed: u64) {
        let mut mixed = seed | 1;
        let mut chance = || {
            mixed ^= mixed << 13;
            mixed ^= mixed >> 7;
            mixed ^= mixed << 17;
            mixed
        };
        let selected = self.selected;
        let before: Vec<u64> = self.entries.iter().map(|entry| entry.id).collect();
        self.entries
            .sort_by_cached_key(|entry| (entry.id != selected, chance()));
        // Chance may leave all as it was, which nobody would call shuffled.
        if self.entries.iter().map(|entry| entry.id).eq(before) && self.entries.len() > 2 {
            self.entries[1..].rotate_left(1);
        }
        self.shuffled = true;
        self.last_added = None;
        self.version += 1;
    }

    /// Brings back the order from before.
    pub(crate) fn unshuffle(&mut self) {
        let order = &self.order;
        let place = |id| order.iter().position(|other| *other == id);
        self.entries.sort_by_key(|entry| place(entry.id));
        self.shuffled = false;
        self.last_added = None;
        self.version += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn queue() -> PlayQueue {
        PlayQueue::new(UserKind::Owner, "x".into(), &[11, 12, 13], 1)
    }

    fn ids(queue: &PlayQueue) -> Vec<u64> {
        queue.entries.iter().map(|entry| entry.id).collect()
    }

    #[test]
    fn added_entries_follow_each_other_and_the_next_one_comes_before() {
        let mut queue = queue();
        queue.add(&[14], false);
        queue.add(&[15], false);
        assert_eq!(
            (ids(&queue), queue.last_added),
            (vec![1, 2, 4, 5, 3], Some(5))
        );
        queue.add(&[16], true);
        assert_eq!(
            (ids(&queue), queue.last_added),
            (vec![1, 2, 6, 4, 5, 3], Some(5))
        );
        assert!(queue.remove(5));
        assert_eq!(queue.last_added, Some(4));
        assert_eq!(queue.version, 5);
    }

    #[test]
    fn the_front_is_no_place_of_what_was_added() {
        let mut queue = queue();
        assert!(queue.shift(3, None));
        assert_eq!((ids(&queue), queue.last_added), (vec![3, 1, 2], None));
        assert!(queue.shift(3, Some(2)));
        assert_eq!((ids(&queue), queue.last_added), (vec![1, 2, 3], Some(3)));
        assert!(!queue.shift(9, None) && !queue.remove(9));
    }

    #[test]
    fn what_plays_stays_when_all_else_goes_or_changes_places() {
        let mut queue = PlayQueue::new(UserKind::Owner, "x".into(), &[1, 2, 3, 4, 5, 6], 2);
        queue.shuffle(77);
        assert_eq!(
            (queue.entries[0].id, queue.selected, queue.shuffled),
            (3, 3, true)
        );
        queue.unshuffle();
        assert_eq!(ids(&queue), [1, 2, 3, 4, 5, 6]);
        assert!(queue.remove(3));
        assert_eq!(queue.selected, 4);
        queue.clear();
        assert_eq!(ids(&queue), [4]);
        assert!(!queue.remove(4));
    }
}
