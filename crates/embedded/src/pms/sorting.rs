//! Orders of a list, and what a list tells about its orders and filters.

use crate::pms::fields::{self, FIELDS, Value, holders};
use crate::world::collections::sort_title;
use crate::world::library::Library;
use plex_sdk_contract::model::{
    Field, FieldOperator, FieldType, MediaKind, MetaType, Metadata, Section, SectionFilter,
    SectionMeta, SectionSort,
};
use plex_sdk_contract::query;
use plex_sdk_contract::time::Timestamp;
use std::cmp::Ordering;

/// The orders that lists tell of, with their names; more fields can be asked for.
const SORTS: &[(&str, &str)] = &[
    ("titleSort", "Title"),
    ("year", "Year"),
    ("originallyAvailableAt", "Release Date"),
    ("rating", "Critic Rating"),
    ("userRating", "Rating"),
    ("addedAt", "Date Added"),
    ("lastViewedAt", "Date Played"),
    ("viewCount", "Plays"),
    ("duration", "Duration"),
];

/// How each kind of field compares.
const OPERATORS: &[(&str, &[(&str, &str)])] = &[
    ("tag", &[("=", "is"), ("!=", "is not")]),
    (
        "integer",
        &[
            ("=", "is"),
            ("!=", "is not"),
            (">>=", "is greater than"),
            ("<<=", "is less than"),
        ],
    ),
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
    ("boolean", &[("=", "is true"), ("!=", "is false")]),
    ("date", &[("<<=", "is before"), (">>=", "is after")]),
    ("resolution", &[("=", "is")]),
];

/// Puts the places of items in the usual order, then as asked; what is not known leaves the order as it is.
pub(crate) fn sort(library: &Library, found: &mut [usize], wanted: &[query::Sort], now: Timestamp) {
    found.sort_by_cached_key(|at| usual(library, *at));
    // The last field first: later sorts keep the order of equals.
    for order in wanted.iter().rev() {
        if order.field.as_str() == RANDOM {
            found.sort_by_key(|at| shuffled(*at, now));
            continue;
        }
        let Some(field) = fields::find(order.field.name()) else {
            continue;
        };
        let key = |at: &usize| {
            let holders = holders(library, *at, order.field.scope());
            holders.first().and_then(|item| (field.get)(item))
        };
        let descending = order.direction == Some(query::Direction::Descending);
        found.sort_by(|a, b| match (key(a), key(b)) {
            (Some(a), Some(b)) if descending => compare(&b, &a),
            (Some(a), Some(b)) => compare(&a, &b),
            // Without a value an item counts as smaller than all others.
            (a, b) => {
                let order_of_values = a.is_some().cmp(&b.is_some());
                if descending || order.nulls_last {
                    order_of_values.reverse()
                } else {
                    order_of_values
                }
            }
        });
    }
}

/// Puts entries that are no items of the library in the order of their titles, then as asked.
pub(crate) fn sort_entries(entries: &mut [Metadata], wanted: &[query::Sort]) {
    entries.sort_by_key(sort_title);
    for order in wanted.iter().rev() {
        let name = match order.field.name() {
            // A playlist's entries are what it has of media.
            "mediaCount" => "leafCount",
            name => name,
        };
        let Some(field) = fields::find(name) else {
            continue;
        };
        let descending = order.direction == Some(query::Direction::Descending);
        entries.sort_by(|a, b| {
            let found = match ((field.get)(a), (field.get)(b)) {
                (Some(a), Some(b)) => compare(&a, &b),
                (a, b) => a.is_some().cmp(&b.is_some()),
            };
            if descending { found.reverse() } else { found }
        });
    }
}

/// The order that is another one each second.
const RANDOM: &str = "random";

fn shuffled(at: usize, now: Timestamp) -> u64 {
    let seed = now.as_secs().unsigned_abs() ^ (at as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let mixed = (seed ^ (seed >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed ^ (mixed >> 32)
}

fn compare(a: &Value<'_>, b: &Value<'_>) -> Ordering {
    match (a, b) {
        (Value::Text(a) | Value::Word(a), Value::Text(b) | Value::Word(b)) => {
            a.to_lowercase().cmp(&b.to_lowercase())
        }
        (Value::Number(a), Value::Number(b)) => a.total_cmp(b),
        (Value::Flag(a), Value::Flag(b)) => a.cmp(b),
        (Value::Instant(a), Value::Instant(b)) => a.cmp(b),
        (Value::Tags(a), Value::Tags(b)) => {
            let first = |tags: &[plex_sdk_contract::model::Tag]| {
                tags.first().map(|tag| tag.tag.to_lowercase())
            };
            first(a).cmp(&first(b))
        }
        _ => Ordering::Equal,
    }
}

/// The numbers of what an item lies in and of itself.
type Numbers = (Option<i32>, Option<i32>);

/// By title; below a show or artist by its title, then as they are numbered.
fn usual(library: &Library, at: usize) -> (Option<String>, Option<Numbers>) {
    let top = library
        .upwards(at)
        .last()
        .map(|item| sort_title(&item.full));
    let item = library.items.get(at).map(|item| &item.full);
    let numbers = item
        .filter(|item| item.parent_rating_key.is_some())
        .map(|item| (item.parent_index, item.index));
    (top, numbers)
}

/// What a section's list of this kind of items can be filtered and sorted by.
pub(crate) fn meta(section: &Section, listed: Option<&MediaKind>) -> SectionMeta {
    let types = fields::levels(section)
        .iter()
        .map(|(number, kind, title)| MetaType {
            key: Some(format!("/library/sections/{}/all?type={number}", section.key).into()),
            kind: Some(kind.clone()),
            title: Some((*title).into()),
            subtype: None,
            active: listed == Some(kind),
            filters: filters(section, *number, kind),
            sorts: SORTS.iter().map(sort_entry).collect(),
            fields: told(kind).map(|field| field_entry(kind, field)).collect(),
        })
        .collect();
    SectionMeta {
        types,
        field_types: field_types(),
    }
}

/// What a section's list of collections can be filtered and sorted by.
pub(crate) fn collections_meta(section: &Section) -> SectionMeta {
    let kind = MediaKind::Collection;
    let types = vec![MetaType {
        key: Some(format!("/library/sections/{}/all?type=18", section.key).into()),
        kind: Some(kind),
        title: Some("Collections".into()),
        active: true,
        sorts: SORTS.iter().take(1).map(sort_entry).collect(),
        ..MetaType::default()
    }];
    SectionMeta {
        types,
        field_types: field_types(),
    }
}

fn told(kind: &MediaKind) -> impl Iterator<Item = &'static fields::Field> {
    FIELDS.iter().filter(move |field| field.told.contains(kind))
}

fn filters(section: &Section, number: u16, kind: &MediaKind) -> Vec<SectionFilter> {
    told(kind)
        .filter(|field| field.offered)
        .map(|field| SectionFilter {
            filter: Some(field.name.into()),
            filter_type: Some(
                match field.kind {
                    "integer" | "boolean" => field.kind,
                    _ => "string",
                }
                .into(),
            ),
            key: Some(
                format!(
                    "/library/sections/{}/{}?type={number}",
                    section.key, field.name
                )
                .into(),
            ),
            title: Some(field.title.into()),
            kind: Some("filter".into()),
            default: None,
            advanced: None,
        })
        .collect()
}

fn field_types() -> Vec<FieldType> {
    OPERATORS
        .iter()
        .map(|(kind, operators)| FieldType {
            kind: Some((*kind).into()),
            operators: operators
                .iter()
                .map(|(key, title)| FieldOperator {
                    key: Some((*key).into()),
                    title: Some((*title).into()),
                })
                .collect(),
        })
        .collect()
}

fn sort_entry((key, title): &(&str, &str)) -> SectionSort {
    let usual = *key == "titleSort";
    SectionSort {
        key: Some((*key).into()),
        desc_key: Some(format!("{key}:desc").into()),
        title: Some((*title).into()),
        default_direction: Some(if usual { "asc" } else { "desc" }.into()),
        default: usual.then(|| "asc".into()),
        active: usual,
        ..SectionSort::default()
    }
}

/// Fields of movies stand bare, those of other kinds with the kind in front.
fn field_entry(kind: &MediaKind, field: &fields::Field) -> Field {
    let key = match kind {
        MediaKind::Movie => field.name.into(),
        other => format!("{other}.{}", field.name).into(),
    };
    Field {
        key: Some(key),
        title: Some(field.title.into()),
        kind: Some(field.kind.into()),
        sub_type: field.sub_kind.map(Into::into),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use plex_sdk_contract::query::Query;

    fn ordered(places: std::ops::Range<usize>, wanted: &str) -> Vec<String> {
        let library = Library::main();
        let mut found: Vec<usize> = places.collect();
        let query: Query = format!("sort={wanted}").parse().unwrap();
        sort(&library, &mut found, &query.sort, Timestamp(7));
        let title = |at: &usize| library.items[*at].full.title.to_string();
        found.iter().map(title).collect()
    }

    fn titles(wanted: &str) -> Vec<String> {
        ordered(0..10, wanted)
    }

    #[test]
    fn the_usual_order_skips_articles() {
        let usual = titles("");
        assert_eq!(
            usual[..4],
            [
                "Big Buck Bunny",
                "Charade",
                "Elephants Dream",
                "The General"
            ]
        );
        assert_eq!(titles("nonsense"), usual);
    }

    #[test]
    fn orders_turn_round_and_combine() {
        assert_eq!(titles("year")[0], "Nosferatu");
        assert_eq!(titles("year:asc")[0], "Nosferatu");
        assert_eq!(titles("year:desc")[0], "Tears of Steel");
        assert_eq!(titles("movie.year:desc")[0], "Tears of Steel");
        let both = titles("year:desc,titleSort:desc");
        let place = |title: &str| both.iter().position(|at| at == title).unwrap();
        assert!(place("Sita Sings the Blues") < place("Big Buck Bunny"));
        assert_eq!(titles("rating:desc")[0], "Metropolis");
        let mut random = titles("random");
        assert_ne!(random, titles(""));
        random.sort();
        let mut all = titles("");
        all.sort();
        assert_eq!(random, all);
    }

    #[test]
    fn items_without_a_value_go_where_they_were_told() {
        // The artist has no year, the album has one; so it is with their tracks.
        let library = Library::main();
        let music = library
            .items
            .iter()
            .position(|item| item.shelf == 2)
            .unwrap();
        let range = music..music + 2;
        for (wanted, expected) in [
            ("year", ["Broke For Free", "Layers"]),
            ("year:desc", ["Layers", "Broke For Free"]),
            ("year:nullsLast", ["Layers", "Broke For Free"]),
            ("year:desc:nullsLast", ["Layers", "Broke For Free"]),
        ] {
            assert_eq!(ordered(range.clone(), wanted), expected, "{wanted}");
        }
    }

    #[test]
    fn what_is_told_is_understood() {
        let library = Library::main();
        for shelf in &library.shelves {
            let meta = meta(&shelf.section, None);
            for of in &meta.types {
                for field in &of.fields {
                    let name = field.key.as_deref().unwrap();
                    let name = name.rsplit('.').next().unwrap();
                    let known = fields::find(name).unwrap();
                    let kinds = &meta.field_types;
                    assert!(
                        kinds
                            .iter()
                            .any(|of| of.kind.as_deref() == Some(known.kind)),
                        "{name}"
                    );
                }
                for sort in &of.sorts {
                    assert!(fields::find(sort.key.as_deref().unwrap()).is_some());
                }
                for filter in &of.filters {
                    assert!(fields::find(filter.filter.as_deref().unwrap()).is_some());
                }
            }
        }
    }
}
