//! [`Collection`]: items that someone put together, or a stored filter.

use crate::world::edits::{self, Change};
use crate::world::library::Library;
use plex_sdk_contract::ids::RatingKey;
use plex_sdk_contract::model::{MediaKind, Metadata};
use plex_sdk_contract::text::Text;
use plex_sdk_contract::time::Timestamp;
use serde::{Deserialize, Serialize};

/// The order of items by release, which is the usual one.
pub(crate) const BY_RELEASE: i32 = 0;
/// The order of items by title.
pub(crate) const BY_TITLE: i32 = 1;
/// The order of items as they were put.
pub(crate) const BY_HAND: i32 = 2;

/// How a collection is shown where the section decides.
pub(crate) const MODE_OF_SECTION: i32 = -1;

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Collection {
    /// The place of its section.
    pub(crate) shelf: usize,
    /// What it holds.
    pub(crate) holds: MediaKind,
    pub(crate) uuid: String,
    pub(crate) title: Text,
    /// The address of what it lists, where it is smart.
    pub(crate) content: Option<Text>,
    /// The rating keys of its items, as they were put; none where it is smart.
    pub(crate) items: Vec<u64>,
    pub(crate) mode: i32,
    pub(crate) order: i32,
    pub(crate) filter_based_on_user: i32,
    pub(crate) added_at: i64,
    pub(crate) updated_at: i64,
    pub(crate) changes: Vec<Change>,
}

impl Collection {
    /// The places of its items, in its order.
    pub(crate) fn members(&self, library: &Library) -> Vec<usize> {
        let mut members: Vec<usize> = self
            .items
            .iter()
            .filter_map(|key| library.find(&RatingKey::from(*key)))
            .filter(|at| library.items[*at].full.kind.is_some())
            .collect();
        let full = |at: &usize| &library.items[*at].full;
        match self.order {
            BY_HAND => {}
            BY_TITLE => members.sort_by_key(|at| sort_title(full(at))),
            _ => members.sort_by_key(|at| {
                let item = full(at);
                (
                    item.originally_available_at.clone(),
                    item.year,
                    sort_title(item),
                )
            }),
        }
        members
    }

    /// The title it has now.
    pub(crate) fn title(&self) -> Text {
        let title = edits::last_value(&self.changes, "title.value");
        title
            .filter(|title| !title.is_empty())
            .map_or_else(|| self.title.clone(), Into::into)
    }

    /// What is told of it in full, with these members.
    pub(crate) fn full(&self, number: u64, library: &Library, members: &[usize]) -> Metadata {
        let items: Vec<&Metadata> = members
            .iter()
            .filter_map(|at| library.items.get(*at))
            .map(|item| &item.full)
            .collect();
        let years = || items.iter().filter_map(|item| item.year);
        let section = library.shelves.get(self.shelf).map(|shelf| &shelf.section);
        let path = format!("/library/collections/{number}");
        let mut full = Metadata {
            rating_key: Some(number.into()),
            key: format!("{path}/children").into(),
            guid: Some(format!("collection://{}", self.uuid).into()),
            kind: Some(MediaKind::Collection),
            subtype: Some(self.holds.as_str().into()),
            title: self.title.clone(),
            summary: Some(Text::default()),
            index: i32::try_from(number).ok(),
            child_count: Some(u32::try_from(items.len()).unwrap_or(u32::MAX)),
            content_rating: items.iter().find_map(|item| item.content_rating.clone()),
            added_at: Some(Timestamp(self.added_at)),
            updated_at: Some(Timestamp(self.updated_at)),
            thumb: Some(format!("{path}/composite/{}", self.updated_at).into()),
            library_section_id: section.and_then(|section| section.key.as_str().parse().ok()),
            library_section_title: section.map(|section| section.title.clone()),
            library_section_key: section
                .map(|section| format!("/library/sections/{}", section.key).into()),
            ..Metadata::default()
        };
        full.rating_count = full.child_count.map(|count| count.max(1));
        full.min_year = years().min();
        full.max_year = years().max();
        if self.content.is_some() {
            full.smart = Some(true);
            full.content.clone_from(&self.content);
        }
        // What is as usual is left out.
        full.collection_mode = Some(self.mode).filter(|mode| *mode != MODE_OF_SECTION);
        full.collection_sort = Some(self.order).filter(|order| *order != BY_RELEASE);
        full.collection_filter_based_on_user =
            Some(self.filter_based_on_user).filter(|whose| *whose != 0);
        edits::apply_to(&mut full, &self.changes);
        full
    }
}

/// What an item is ordered by where titles decide.
pub(crate) fn sort_title(item: &Metadata) -> String {
    item.title_sort
        .as_ref()
        .unwrap_or(&item.title)
        .to_lowercase()
}
