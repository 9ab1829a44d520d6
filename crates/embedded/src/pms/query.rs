//! Filters of a list: which items a query lets through. What a server does not know, it ignores.

use crate::world::library::Library;
use plex_sdk_contract::model::{Metadata, Tag};
use plex_sdk_contract::text::Text;
use std::cmp::Ordering;

/// Parameters that are no filters start so.
const NO_FILTERS: &[&str] = &[
    "include", "exclude", "check", "async", "skip", "nocache", "X-Plex",
];

/// How a field is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Comparison {
    /// Equal; of a text, contained in it.
    Plain,
    NotPlain,
    Exact,
    NotExact,
    Begins,
    Ends,
    Greater,
    Less,
}

/// One filter: a field, a comparison and the values of which one is enough.
#[derive(Debug)]
pub(crate) struct Test {
    /// The kind of item that has the field, where it is another than the listed ones.
    scope: Option<String>,
    field: &'static str,
    comparison: Comparison,
    values: Vec<String>,
}

/// A field's value on one item.
enum Value<'a> {
    /// A text that is found by a part of it.
    Text(&'a str),
    /// A word that is found as a whole.
    Word(&'a str),
    Number(f64),
    Tags(&'a [Tag]),
}

/// The fields that filter.
const FIELDS: &[&str] = &[
    "title",
    "studio",
    "contentRating",
    "guid",
    "year",
    "rating",
    "duration",
    "index",
    "id",
    "addedAt",
    "updatedAt",
    "genre",
    "director",
    "actor",
    "country",
];

/// Reads what a request has besides its own parameters.
pub(crate) fn read(pairs: &[(Text, Text)]) -> Vec<Test> {
    pairs
        .iter()
        .filter_map(|(name, value)| read_one(name, value))
        .collect()
}

fn read_one(name: &str, value: &str) -> Option<Test> {
    let ignored = NO_FILTERS.iter().any(|start| name.starts_with(start));
    if ignored || value == "0" || value.is_empty() {
        return None;
    }
    let end = name
        .find(|c: char| !c.is_ascii_alphanumeric() && c != '.')
        .unwrap_or(name.len());
    let (path, operator) = (name.get(..end)?, name.get(end..)?);
    // `title==x` may arrive as the name `title` with the value `=x`.
    let (exact, value) = match value.strip_prefix('=') {
        Some(rest) if operator.is_empty() || operator == "!" => (true, rest),
        _ => (false, value),
    };
    let comparison = match (operator, exact) {
        ("", false) => Comparison::Plain,
        ("!", false) => Comparison::NotPlain,
        ("", true) | ("=", _) => Comparison::Exact,
        ("!", true) | ("!=", _) => Comparison::NotExact,
        ("<", _) => Comparison::Begins,
        (">", _) => Comparison::Ends,
        (">>", _) => Comparison::Greater,
        ("<<", _) => Comparison::Less,
        _ => return None,
    };
    let (scope, field) = match path.rsplit_once('.') {
        Some((scope, field)) => (Some(scope.to_owned()), field),
        None => (None, path),
    };
    let field = FIELDS.iter().find(|known| **known == field)?;
    Some(Test {
        scope,
        field,
        comparison,
        values: value.split(',').map(str::to_owned).collect(),
    })
}

impl Test {
    /// True where the item at this place passes; a scope that it does not lie in lets it through.
    pub(crate) fn fits(&self, library: &Library, at: usize) -> bool {
        let mut chain = library.upwards(at);
        let item = match &self.scope {
            None => chain.next(),
            Some(scope) => chain.find(|item| {
                let kind = item.full.kind.as_ref();
                kind.is_some_and(|kind| kind.as_str() == scope)
            }),
        };
        let Some(item) = item else { return true };
        let value = value_of(&item.full, self.field);
        let negative = matches!(self.comparison, Comparison::NotPlain | Comparison::NotExact);
        let Some(value) = value else { return negative };
        let any = self
            .values
            .iter()
            .any(|wanted| compare(&value, self.comparison, wanted));
        any != negative
    }
}

/// Compares; a negation is turned round by the caller.
fn compare(value: &Value<'_>, comparison: Comparison, wanted: &str) -> bool {
    match value {
        Value::Text(text) => {
            let (text, wanted) = (text.to_lowercase(), wanted.to_lowercase());
            match comparison {
                Comparison::Plain | Comparison::NotPlain => text.contains(&wanted),
                Comparison::Exact | Comparison::NotExact => text == wanted,
                Comparison::Begins => text.starts_with(&wanted),
                Comparison::Ends => text.ends_with(&wanted),
                Comparison::Greater => text > wanted,
                Comparison::Less => text < wanted,
            }
        }
        Value::Word(word) => word.to_lowercase() == wanted.to_lowercase(),
        Value::Tags(tags) => tags.iter().any(|tag| {
            tag.id.as_deref() == Some(wanted) || tag.tag.to_lowercase() == wanted.to_lowercase()
        }),
        Value::Number(number) => {
            let Ok(wanted) = wanted.parse::<f64>() else {
                return false;
            };
            let order = number.partial_cmp(&wanted);
            match comparison {
                Comparison::Greater | Comparison::Ends => order == Some(Ordering::Greater),
                Comparison::Less | Comparison::Begins => order == Some(Ordering::Less),
                _ => order == Some(Ordering::Equal),
            }
        }
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "times and lengths stay far below 2^52"
)]
fn value_of<'a>(item: &'a Metadata, field: &str) -> Option<Value<'a>> {
    let text = |text: &'a Option<Text>| text.as_deref();
    Some(match field {
        "title" => Value::Text(&item.title),
        "studio" => Value::Text(text(&item.studio)?),
        "contentRating" => Value::Word(text(&item.content_rating)?),
        "guid" => Value::Word(text(&item.guid)?),
        "year" => Value::Number(item.year?.into()),
        "rating" => Value::Number(item.rating?),
        "duration" => Value::Number(item.duration_ms? as f64),
        "index" => Value::Number(item.index?.into()),
        "id" => Value::Number(item.rating_key.as_ref()?.as_str().parse().ok()?),
        "addedAt" => Value::Number(item.added_at?.as_secs() as f64),
        "updatedAt" => Value::Number(item.updated_at?.as_secs() as f64),
        "genre" => Value::Tags(&item.genres),
        "director" => Value::Tags(&item.directors),
        "actor" => Value::Tags(&item.roles),
        "country" => Value::Tags(&item.countries),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(filter: &[(&str, &str)]) -> Vec<String> {
        let library = Library::main();
        let pairs: Vec<(Text, Text)> = filter
            .iter()
            .map(|(name, value)| ((*name).into(), (*value).into()))
            .collect();
        let tests = read(&pairs);
        let movies = (0..library.items.len()).filter(|at| library.items[*at].shelf == 0);
        movies
            .filter(|at| tests.iter().all(|test| test.fits(&library, *at)))
            .map(|at| library.items[at].full.title.to_string())
            .collect()
    }

    #[test]
    fn filters_find_what_they_should() {
        for (filter, expected) in [
            (("title", "BUNNY"), "Big Buck Bunny"),
            (("title=", "sintel"), "Sintel"),
            (("title", "=Sintel"), "Sintel"),
            (("title<", "the g"), "The General"),
            (("title>", "blues"), "Sita Sings the Blues"),
            (("year>>", "2011"), "Tears of Steel"),
            (("year", "1963"), "Charade"),
            (("year<<", "1925"), "Nosferatu"),
            (("actor", "Max Schreck"), "Nosferatu"),
            (("contentRating", "pg-13"), "Tears of Steel"),
            (("studio", "ufa"), "Metropolis"),
        ] {
            assert_eq!(found(&[filter]), [expected], "{filter:?}");
        }
        assert_eq!(found(&[("title=", "Sint")]), [""; 0]);
        assert_eq!(
            found(&[("genre", "Horror"), ("year", "1922")]),
            ["Nosferatu"]
        );
        assert_eq!(found(&[("year", "1922,1927")]), ["Metropolis", "Nosferatu"]);
        let by_word = found(&[("genre", "animation")]);
        assert_eq!(by_word, found(&[("genre", "1")]));
        assert_eq!(found(&[("genre!", "1")]).len(), 10 - by_word.len());
    }

    #[test]
    fn what_is_not_known_is_ignored() {
        for filter in [
            ("unwatched", "1"),
            ("nonsense", "x"),
            ("year", "0"),
            ("includeExternalMedia", "1"),
            ("X-Plex-Language", "de"),
            ("push", "1"),
            ("year><", "3"),
            ("", "1"),
        ] {
            assert_eq!(found(&[filter]).len(), 10, "{filter:?}");
        }
    }
}
