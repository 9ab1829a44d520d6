//! What every server knows without telling: parameters that are no filters, fields and orders that no
//! `Meta` lists.

use crate::model::{MediaKind, MediaType};

/// Parameters of a listing whose names start so are no filters.
const OTHER_STARTS: &[&str] = &["include", "exclude", "check", "async", "skip"];
/// Parameters of a listing that are no filters.
const OTHERS: &[&str] = &["clusterZoomLevel", "nocache", "unmatchedOnly"];
/// Parameters that belong to one request, not to a query.
const REQUEST_START: &str = "X-Plex-";

/// What a pair of a query is by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    Kind,
    SourceKind,
    Sort,
    Limit,
    Group,
    Having,
    Push,
    Pop,
    And,
    Or,
    /// Kept, but no filter.
    Other,
    /// Not kept.
    Request,
    Condition,
}

const ROLES: &[(&str, Role)] = &[
    ("type", Role::Kind),
    ("sourceType", Role::SourceKind),
    ("sort", Role::Sort),
    ("limit", Role::Limit),
    ("group", Role::Group),
    ("having", Role::Having),
    ("push", Role::Push),
    ("pop", Role::Pop),
    ("and", Role::And),
    ("or", Role::Or),
];

/// What a pair with this name is.
pub(crate) fn role(name: &str) -> Role {
    let starts = |text: &str, start: &str| {
        text.strip_prefix(start)
            .is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_lowercase()))
    };
    let upper_start = name.get(..REQUEST_START.len());
    if let Some((_, role)) = ROLES.iter().find(|(known, _)| *known == name) {
        *role
    } else if upper_start.is_some_and(|start| start.eq_ignore_ascii_case(REQUEST_START)) {
        Role::Request
    } else if OTHERS.contains(&name) || OTHER_STARTS.iter().any(|start| starts(name, start)) {
        Role::Other
    } else {
        Role::Condition
    }
}

/// Fields that servers take although no `Meta` tells of them: name, kind of field, kinds of items (all where empty).
const FIELDS: &[(&str, &str, &[&str])] = &[
    ("guid", "guid", &[]),
    ("id", "integer", &[]),
    ("index", "integer", &[]),
    ("lastRatedAt", "date", &[]),
    ("updatedAt", "date", &[]),
    ("label", "tag", &[]),
    ("rating", "integer", &["movie", "show", "episode"]),
    ("audienceRating", "integer", &["movie", "show", "episode"]),
    ("viewOffset", "integer", &["movie", "episode", "track"]),
    ("duration", "integer", &["episode", "track"]),
    ("ratingCount", "integer", &["track"]),
    ("unviewedLeafCount", "integer", &["show", "season"]),
    ("year", "integer", &["season"]),
    ("addedAt", "date", &["season", "collection"]),
    ("originallyAvailableAt", "date", &["show"]),
];

/// The kind of such a field, on this kind of item.
pub(crate) fn unlisted_field(name: &str, item: &str) -> Option<&'static str> {
    let row = FIELDS
        .iter()
        .find(|(known, _, items)| *known == name && (items.is_empty() || items.contains(&item)))?;
    Some(row.1)
}

/// Orders that servers take although no `Meta` tells of them.
const SORTS: &[(&str, &[&str])] = &[
    ("guid", &[]),
    ("id", &[]),
    ("index", &[]),
    ("summary", &[]),
    ("tagline", &[]),
    ("updatedAt", &[]),
    ("random", &[]),
    ("titleSort", &["season"]),
    ("absoluteIndex", &["track"]),
    ("viewUpdatedAt", &["photo"]),
    ("addedAt", &["collection"]),
];

/// True for such an order, on this kind of item.
pub(crate) fn is_unlisted_sort(name: &str, item: &str) -> bool {
    SORTS
        .iter()
        .any(|(known, items)| *known == name && (items.is_empty() || items.contains(&item)))
}

/// How kinds of fields compare of which a `Meta` does not tell.
const OPERATORS: &[(&str, &[&str])] = &[
    ("guid", &["=", "!="]),
    ("tag", &["=", "!="]),
    ("boolean", &["=", "!="]),
    ("integer", &["=", "!=", ">>=", "<<="]),
    ("date", &[">>=", "<<="]),
    ("string", &["=", "!=", "==", "!==", "<=", ">="]),
];

/// How this kind of field compares; `None` for a kind that is not known.
pub(crate) fn usual_operators(kind: &str) -> Option<&'static [&'static str]> {
    let row = OPERATORS.iter().find(|(known, _)| *known == kind)?;
    Some(row.1)
}

/// True for the word of a kind of item that has a number.
pub(crate) fn is_kind(word: &str) -> bool {
    MediaType::from(MediaKind::from(word)).known().is_some()
}

#[cfg(test)]
mod tests {
    use super::is_kind;

    #[test]
    fn a_scope_is_the_word_of_a_kind_and_not_its_number() {
        assert!(is_kind("episode"));
        for word in ["1", "77", "folder", "title"] {
            assert!(!is_kind(word), "{word}");
        }
    }
}
