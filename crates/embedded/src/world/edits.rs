//! Edits: how a change of an item's fields is spelled, kept and applied.

use crate::world::library::{Item, Library, hex24};
use crate::world::lists::State;
use percent_encoding::percent_decode_str;
use plex_sdk_contract::ids::RatingKey;
use plex_sdk_contract::model::{FieldLock, MediaKind, Metadata, Tag};
use plex_sdk_contract::text::Text;
use plex_sdk_contract::time::Timestamp;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// One change of an item.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) enum Change {
    /// A pair as it came, such as `title.value` and the new title.
    Set {
        name: String,
        value: String,
        at: i64,
    },
    /// The item was deleted.
    Gone,
}

/// True where a parameter is a change rather than a filter.
pub(crate) fn is_change(name: &str) -> bool {
    let last = name.rsplit_once('.').map(|(_, last)| last);
    matches!(last, Some("value" | "locked")) || name.contains("].tag.tag")
}

/// Adds a change; one that says the same field's value anew replaces the old.
pub(crate) fn add(changes: &mut Vec<Change>, name: &str, value: &str, now: Timestamp) {
    if !name.contains('[') {
        changes.retain(|change| !matches!(change, Change::Set { name: old, .. } if old == name));
    }
    changes.push(Change::Set {
        name: name.into(),
        value: value.into(),
        at: now.as_secs(),
    });
}

/// The value that was set last under this name.
pub(crate) fn last_value<'c>(changes: &'c [Change], wanted: &str) -> Option<&'c str> {
    changes.iter().rev().find_map(|change| match change {
        Change::Set { name, value, .. } if name == wanted => Some(value.as_str()),
        _ => None,
    })
}

/// The library with all changes, and with the collections as tags on their items.
pub(crate) fn apply(seed: &Arc<Library>, state: &State) -> Arc<Library> {
    if state.edits.is_empty() && state.collections.is_empty() {
        return seed.clone();
    }
    let mut library = Library::clone(seed);
    for (number, changes) in &state.edits {
        let Some(at) = library.find(&RatingKey::from(*number)) else {
            continue;
        };
        if changes.contains(&Change::Gone) {
            remove(&mut library, at);
        } else {
            apply_to(&mut library.items[at].full, changes);
        }
    }
    pass_down(&mut library);
    for (number, collection) in &state.collections {
        if collection.content.is_some() {
            continue;
        }
        let tag = Tag {
            id: Some(number.to_string().into()),
            tag: collection.title(),
            filter: Some(format!("collection={number}").into()),
            ..Tag::default()
        };
        for at in collection.members(&library) {
            library.items[at].full.collections.push(tag.clone());
        }
    }
    Arc::new(library)
}

/// Leaves a hole where an item was, and where was what lay in it: other items keep their places.
fn remove(library: &mut Library, at: usize) {
    let below: Vec<usize> = (0..library.items.len())
        .filter(|place| library.lies_in(*place, at))
        .collect();
    for place in below {
        library.items[place] = Item {
            shelf: usize::MAX,
            parent: None,
            full: Metadata::default(),
        };
    }
}

/// Gives items the titles above them, and the counts of what is in them.
fn pass_down(library: &mut Library) {
    for at in 0..library.items.len() {
        let above: Vec<Text> = library
            .upwards(at)
            .skip(1)
            .map(|item| item.full.title.clone())
            .collect();
        let leaves = library.leaves(at).count();
        let children = library.children(at).count();
        let full = &mut library.items[at].full;
        let mut above = above.into_iter();
        if let Some(title) = above.next() {
            full.parent_title = Some(title);
        }
        if let Some(title) = above.next() {
            full.grandparent_title = Some(title);
        }
        let number = |count| u32::try_from(count).unwrap_or(u32::MAX);
        full.leaf_count = full.leaf_count.map(|_| number(leaves));
        full.child_count = full.child_count.map(|_| number(children));
    }
}

/// Applies changes to one item.
pub(crate) fn apply_to(item: &mut Metadata, changes: &[Change]) {
    for change in changes {
        let Change::Set { name, value, at } = change else {
            continue;
        };
        item.updated_at = item.updated_at.max(Some(Timestamp(*at)));
        if let Some(field) = name.strip_suffix(".value") {
            set(item, field, value);
        } else if let Some(field) = name.strip_suffix(".locked") {
            lock(item, field, value != "0");
        } else if let Some((field, rest)) = name.split_once('[') {
            edit_tag(item, field, rest, value);
        } else {
            prefer(item, name, value);
        }
    }
}

/// Sets a field; an empty value clears it.
fn set(item: &mut Metadata, field: &str, value: &str) {
    let text = || (!value.is_empty()).then(|| Text::from(value));
    match field {
        "title" if !value.is_empty() => item.title = value.into(),
        "titleSort" => item.title_sort = text().filter(|sort| *sort != item.title),
        "originalTitle" => item.original_title = text(),
        "summary" => item.summary = Some(value.into()),
        "tagline" => item.tagline = text(),
        "studio" => item.studio = text(),
        "contentRating" => item.content_rating = text(),
        "originallyAvailableAt" => {
            item.originally_available_at = text();
            if let Some(year) = value.get(..4).and_then(|year| year.parse().ok()) {
                item.year = Some(year);
            }
        }
        "year" => item.year = value.parse().ok(),
        "index" => item.index = value.parse().ok(),
        "addedAt" => item.added_at = value.parse().ok().map(Timestamp),
        "userRating" => item.user_rating = value.parse().ok(),
        "rating" => item.rating = value.parse().ok(),
        "audienceRating" => item.audience_rating = value.parse().ok(),
        _ => {}
    }
}

fn lock(item: &mut Metadata, field: &str, locked: bool) {
    item.fields.retain(|lock| lock.name != field);
    if locked {
        item.fields.push(FieldLock {
            name: field.into(),
            locked: Some(true),
        });
    }
}

/// Adds a tag (`0].tag.tag`), or takes tags away (`].tag.tag-`).
fn edit_tag(item: &mut Metadata, field: &str, rest: &str, value: &str) {
    let Some(tags) = tags_mut(item, field) else {
        return;
    };
    if rest.ends_with(".tag.tag-") {
        for gone in removed(value) {
            tags.retain(|tag| tag.tag != gone.as_str());
        }
    } else if rest.ends_with(".tag.tag") && tags.iter().all(|tag| tag.tag != value) {
        // The number belongs to the words, so that it is the same after a start.
        let number = u32::from_str_radix(&hex24(&format!("{field}/{value}"))[..7], 16);
        let number = number.unwrap_or_default() + 1000;
        tags.push(Tag {
            id: Some(number.to_string().into()),
            tag: value.into(),
            filter: Some(format!("{field}={number}").into()),
            ..Tag::default()
        });
    }
}

/// The tags that a removal names: commas part them, and each is encoded for itself.
pub(crate) fn removed(value: &str) -> Vec<String> {
    let decode = |tag: &str| percent_decode_str(tag).decode_utf8_lossy().into_owned();
    value.split(',').map(decode).collect()
}

fn tags_mut<'i>(item: &'i mut Metadata, field: &str) -> Option<&'i mut Vec<Tag>> {
    Some(match field {
        "genre" => &mut item.genres,
        "country" => &mut item.countries,
        "director" => &mut item.directors,
        "writer" => &mut item.writers,
        "actor" => &mut item.roles,
        "producer" => &mut item.producers,
        "similar" => &mut item.similar,
        "label" => &mut item.labels,
        "mood" => &mut item.moods,
        "style" => &mut item.styles,
        _ => return None,
    })
}

/// Sets one of an item's own settings.
fn prefer(item: &mut Metadata, name: &str, value: &str) {
    let number = value.parse().ok();
    let text = || (!value.is_empty()).then(|| Text::from(value));
    match name {
        "languageOverride" => item.language_override = text(),
        "showOrdering" => item.show_ordering = text(),
        "audioLanguage" => item.audio_language = text(),
        "subtitleLanguage" => item.subtitle_language = text(),
        "useOriginalTitle" => item.use_original_title = number,
        "albumSort" => item.album_sort = number,
        "episodeSort" => item.episode_sort = number,
        "flattenSeasons" => item.flatten_seasons = number,
        "subtitleMode" => item.subtitle_mode = number,
        "enableCreditsMarkerGeneration" => item.enable_credits_marker_generation = number,
        "autoDeletionItemPolicyUnwatchedLibrary" => item.auto_deletion_keep = number,
        "autoDeletionItemPolicyWatchedLibrary" => item.auto_deletion_played = number,
        _ => {}
    }
}

/// True where something plays by itself.
pub(crate) fn is_playable(kind: Option<&MediaKind>) -> bool {
    matches!(
        kind,
        Some(
            MediaKind::Movie
                | MediaKind::Episode
                | MediaKind::Track
                | MediaKind::Clip
                | MediaKind::Photo
        )
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edited(pairs: &[(&str, &str)]) -> Metadata {
        let mut item = Library::main().items[0].full.clone();
        let mut changes = Vec::new();
        for (name, value) in pairs {
            add(&mut changes, name, value, Timestamp(5));
        }
        apply_to(&mut item, &changes);
        item
    }

    #[test]
    fn an_empty_value_clears_and_a_lock_is_told() {
        let item = edited(&[
            ("tagline.value", "x"),
            ("tagline.value", ""),
            ("summary.value", ""),
            ("studio.value", ""),
            ("title.value", ""),
            ("title.locked", "1"),
            ("studio.locked", "1"),
            ("studio.locked", "0"),
        ]);
        assert!(item.tagline.is_none() && item.studio.is_none());
        assert_eq!(item.summary.as_deref(), Some(""));
        assert!(!item.title.is_empty());
        let names: Vec<&str> = item.fields.iter().map(|lock| lock.name.as_str()).collect();
        assert_eq!(names, ["title"]);
    }

    #[test]
    fn tags_come_and_go_whatever_is_in_them() {
        let odd = "!@#$%^&*()-_=+[];:'\"/?,.";
        let item = edited(&[("label[0].tag.tag", odd), ("label[1].tag.tag", "b")]);
        assert_eq!(item.labels[0].tag, odd);
        let encoded =
            percent_encoding::utf8_percent_encode(odd, percent_encoding::NON_ALPHANUMERIC);
        let encoded = encoded.to_string();
        let item = edited(&[
            ("label[0].tag.tag", odd),
            ("label[1].tag.tag", "b"),
            ("label[].tag.tag-", &encoded),
        ]);
        let left: Vec<&str> = item.labels.iter().map(|tag| tag.tag.as_str()).collect();
        assert_eq!(left, ["b"]);
    }
}
