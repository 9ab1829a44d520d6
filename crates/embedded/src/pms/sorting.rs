//! Orders of a list, and what a list tells about its orders and filters.

use crate::world::library::Library;
use plex_sdk_contract::model::{
    Field, FieldType, MediaKind, Meta, MetaType, Metadata, Operator, Section, SectionKind, Sort,
};
use std::cmp::Ordering;

/// The orders that can be asked for, with their names.
const SORTS: &[(&str, &str)] = &[
    ("titleSort", "Title"),
    ("year", "Year"),
    ("originallyAvailableAt", "Release Date"),
    ("rating", "Critic Rating"),
    ("addedAt", "Date Added"),
    ("duration", "Duration"),
];

/// The fields that a list tells it can be filtered by: name, title, kind.
const FIELDS: &[(&str, &str, &str)] = &[
    ("title", "Title", "string"),
    ("studio", "Studio", "string"),
    ("year", "Year", "integer"),
    ("genre", "Genre", "tag"),
    ("contentRating", "Content Rating", "tag"),
];

/// How each kind of field compares.
const OPERATORS: &[(&str, &[(&str, &str)])] = &[
    (
        "string",
        &[
            ("=", "contains"),
            ("!=", "does not contain"),
            ("==", "is"),
            ("!==", "is not"),
            ("<=", "begins with"),
            (">=", "ends with"),
        ],
    ),
    (
        "integer",
        &[
            ("=", "is"),
            ("!=", "is not"),
            (">>=", "is greater than"),
            ("<<=", "is less than"),
        ],
    ),
    ("tag", &[("=", "is"), ("!=", "is not")]),
];

/// Sorts the places of items as asked; what is not known leaves the order as it is.
pub(crate) fn sort(library: &Library, found: &mut [usize], wanted: Option<&str>) {
    found.sort_by(|a, b| usual(library, *a, *b));
    let fields: Vec<&str> = wanted.unwrap_or_default().split(',').collect();
    // The last field first: later sorts keep the order of equals.
    for field in fields.into_iter().rev() {
        let (path, direction) = field.split_once(':').unwrap_or((field, "asc"));
        let name = path.rsplit('.').next().unwrap_or(path);
        found.sort_by(|a, b| {
            let (Some(a), Some(b)) = (library.items.get(*a), library.items.get(*b)) else {
                return Ordering::Equal;
            };
            let order = by(name, &a.full, &b.full);
            if direction.starts_with("desc") {
                order.reverse()
            } else {
                order
            }
        });
    }
}

/// By title; below a show or artist by its title, then as they are numbered.
fn usual(library: &Library, a: usize, b: usize) -> Ordering {
    let key = |at: usize| {
        let top = library.upwards(at).last().map(|item| title(&item.full));
        let item = library.items.get(at).map(|item| &item.full);
        let numbers = item
            .filter(|item| item.parent_rating_key.is_some())
            .map(|item| (item.parent_index, item.index));
        (top, numbers)
    };
    key(a).cmp(&key(b))
}

fn title(item: &Metadata) -> String {
    item.title_sort
        .as_ref()
        .unwrap_or(&item.title)
        .to_lowercase()
}

fn by(field: &str, a: &Metadata, b: &Metadata) -> Ordering {
    match field {
        "titleSort" | "title" => title(a).cmp(&title(b)),
        "year" => a.year.cmp(&b.year),
        "addedAt" => a.added_at.cmp(&b.added_at),
        "updatedAt" => a.updated_at.cmp(&b.updated_at),
        "originallyAvailableAt" => a.originally_available_at.cmp(&b.originally_available_at),
        "duration" => a.duration_ms.cmp(&b.duration_ms),
        "index" => a.index.cmp(&b.index),
        "rating" => a
            .rating
            .unwrap_or(-1.0)
            .total_cmp(&b.rating.unwrap_or(-1.0)),
        _ => Ordering::Equal,
    }
}

/// What a section's list can be filtered and sorted by.
pub(crate) fn meta(section: &Section) -> Meta {
    let kinds: &[(u8, MediaKind, &str)] = match section.kind {
        Some(SectionKind::Show) => &[
            (2, MediaKind::Show, "TV Shows"),
            (3, MediaKind::Season, "Seasons"),
            (4, MediaKind::Episode, "Episodes"),
        ],
        Some(SectionKind::Artist) => &[
            (8, MediaKind::Artist, "Artists"),
            (9, MediaKind::Album, "Albums"),
            (10, MediaKind::Track, "Tracks"),
        ],
        _ => &[(1, MediaKind::Movie, "Movies")],
    };
    let types = kinds
        .iter()
        .enumerate()
        .map(|(at, (number, kind, title))| MetaType {
            key: Some(format!("/library/sections/{}/all?type={number}", section.key).into()),
            kind: Some(kind.clone()),
            title: Some((*title).into()),
            active: at == 0,
            filters: Vec::new(),
            sorts: SORTS.iter().map(sort_entry).collect(),
            fields: FIELDS
                .iter()
                .map(|entry| field_entry(kind, entry))
                .collect(),
        })
        .collect();
    let field_types = OPERATORS
        .iter()
        .map(|(kind, operators)| FieldType {
            kind: Some((*kind).into()),
            operators: operators
                .iter()
                .map(|(key, title)| Operator {
                    key: Some((*key).into()),
                    title: Some((*title).into()),
                })
                .collect(),
        })
        .collect();
    Meta { types, field_types }
}

fn sort_entry((key, title): &(&str, &str)) -> Sort {
    let usual = *key == "titleSort";
    Sort {
        key: Some((*key).into()),
        desc_key: Some(format!("{key}:desc").into()),
        title: Some((*title).into()),
        default_direction: Some(if usual { "asc" } else { "desc" }.into()),
        default: usual.then(|| "asc".into()),
        active: usual,
        ..Sort::default()
    }
}

/// Fields of movies stand bare, those of other kinds with the kind in front.
fn field_entry(kind: &MediaKind, (name, title, field_kind): &(&str, &str, &str)) -> Field {
    let key = match kind {
        MediaKind::Movie => (*name).into(),
        other => format!("{other}.{name}").into(),
    };
    Field {
        key: Some(key),
        title: Some((*title).into()),
        kind: Some((*field_kind).into()),
        sub_type: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn titles(wanted: Option<&str>) -> Vec<String> {
        let library = Library::main();
        let mut found: Vec<usize> = (0..10).collect();
        sort(&library, &mut found, wanted);
        found
            .iter()
            .map(|at| library.items[*at].full.title.to_string())
            .collect()
    }

    #[test]
    fn the_usual_order_skips_articles() {
        let usual = titles(None);
        assert_eq!(
            usual[..4],
            [
                "Big Buck Bunny",
                "Charade",
                "Elephants Dream",
                "The General"
            ]
        );
        assert_eq!(titles(Some("nonsense")), usual);
    }

    #[test]
    fn orders_turn_round_and_combine() {
        assert_eq!(titles(Some("year"))[0], "Nosferatu");
        assert_eq!(titles(Some("year:desc"))[0], "Tears of Steel");
        let both = titles(Some("year:desc,titleSort:desc"));
        let place = |title: &str| both.iter().position(|at| at == title).unwrap();
        assert!(place("Sita Sings the Blues") < place("Big Buck Bunny"));
        assert_eq!(titles(Some("rating:desc"))[0], "Metropolis");
    }
}
