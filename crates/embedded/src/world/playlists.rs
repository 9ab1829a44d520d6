//! [`Playlist`]: what an account plays, in its order, or a stored filter.

use crate::world::edits::{self, Change};
use crate::world::library::Library;
use plex_sdk_contract::ids::RatingKey;
use plex_sdk_contract::model::{MediaKind, Metadata, PlaylistKind};
use plex_sdk_contract::text::Text;
use plex_sdk_contract::time::Timestamp;
use serde::{Deserialize, Serialize};

/// An entry: an item may stand in a list more than once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Entry {
    /// The entry's own number.
    pub(crate) id: u64,
    /// The item's rating key.
    pub(crate) item: u64,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Playlist {
    /// Whose it is, as the user's word.
    pub(crate) owner: String,
    pub(crate) plays: PlaylistKind,
    pub(crate) uuid: String,
    pub(crate) title: Text,
    /// The address of what it lists, where it is smart.
    pub(crate) content: Option<Text>,
    pub(crate) entries: Vec<Entry>,
    /// The last number that an entry got.
    pub(crate) last_entry: u64,
    pub(crate) added_at: i64,
    pub(crate) updated_at: i64,
    pub(crate) changes: Vec<Change>,
}

impl Playlist {
    /// Adds items at the end.
    pub(crate) fn append(&mut self, items: &[u64]) {
        for item in items {
            self.last_entry += 1;
            self.entries.push(Entry {
                id: self.last_entry,
                item: *item,
            });
        }
    }

    /// What is told of it in full, with the places of what it plays.
    pub(crate) fn full(&self, number: u64, library: &Library, plays: &[usize]) -> Metadata {
        let items = plays.iter().filter_map(|at| library.items.get(*at));
        let duration: u64 = items.filter_map(|item| item.full.duration_ms).sum();
        let mut full = Metadata {
            rating_key: Some(number.into()),
            key: format!("/playlists/{number}/items").into(),
            guid: Some(format!("com.plexapp.agents.none://{}", self.uuid).into()),
            kind: Some(MediaKind::Playlist),
            title: self.title.clone(),
            summary: Some(Text::default()),
            duration_ms: Some(duration).filter(|duration| *duration > 0),
            leaf_count: Some(u32::try_from(plays.len()).unwrap_or(u32::MAX)),
            added_at: Some(Timestamp(self.added_at)),
            updated_at: Some(Timestamp(self.updated_at)),
            ..Metadata::default()
        };
        full.composite = Some(format!("/playlists/{number}/composite/{}", self.updated_at).into());
        full.smart = Some(self.content.is_some());
        full.content.clone_from(&self.content);
        full.playlist_type = Some(self.plays.clone());
        edits::apply_to(&mut full, &self.changes);
        full
    }
}

/// The entries that are still there, with the places of their items.
pub(crate) fn present<'l>(
    library: &'l Library,
    entries: &'l [Entry],
) -> impl Iterator<Item = (u64, usize)> + 'l {
    entries.iter().filter_map(|entry| {
        let at = library.find(&RatingKey::from(entry.item))?;
        library.items[at].full.kind.as_ref()?;
        Some((entry.id, at))
    })
}

/// Moves an entry behind another, or to the front; false where one of them is not there.
pub(crate) fn move_entry(entries: &mut Vec<Entry>, id: u64, after: Option<u64>) -> bool {
    let place = |entries: &[Entry], id| entries.iter().position(|entry| entry.id == id);
    let Some(from) = place(entries, id) else {
        return false;
    };
    if after == Some(id) || after.is_some_and(|after| place(entries, after).is_none()) {
        return after == Some(id);
    }
    let entry = entries.remove(from);
    let to = after
        .and_then(|after| place(entries, after))
        .map_or(0, |at| at + 1);
    entries.insert(to, entry);
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_move_behind_others_and_to_the_front() {
        let moved = |id, after| {
            let mut entries: Vec<Entry> = (1..=4).map(|id| Entry { id, item: id }).collect();
            let done = move_entry(&mut entries, id, after);
            (
                done,
                entries.iter().map(|entry| entry.id).collect::<Vec<_>>(),
            )
        };
        assert_eq!(moved(3, None), (true, vec![3, 1, 2, 4]));
        assert_eq!(moved(1, Some(3)), (true, vec![2, 3, 1, 4]));
        assert_eq!(moved(4, Some(1)), (true, vec![1, 4, 2, 3]));
        assert_eq!(moved(2, Some(2)), (true, vec![1, 2, 3, 4]));
        assert_eq!(moved(9, None), (false, vec![1, 2, 3, 4]));
        assert_eq!(moved(1, Some(9)), (false, vec![1, 2, 3, 4]));
    }
}
