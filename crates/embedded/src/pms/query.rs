//! Which items a query lets through. What a server does not know, it ignores.

use crate::pms::fields::{self, Field, Value, holders};
use crate::pms::sorting;
use crate::world::library::Library;
use plex_sdk_contract::model::Metadata;
use plex_sdk_contract::query::{Condition, Filter, Moment, Operator, Query};
use plex_sdk_contract::time::Timestamp;
use std::cmp::Ordering;
use std::collections::HashSet;

/// A filter that is understood.
#[derive(Debug)]
pub(crate) enum Test {
    All(Vec<Test>),
    Any(Vec<Test>),
    Compare {
        /// The kind of item that has the field, where it is another than the listed ones.
        scope: Option<String>,
        field: &'static str,
        condition: Condition,
    },
}

/// What a query is read against.
pub(crate) struct Reader<'a> {
    /// The kinds of items that the section has.
    pub(crate) kinds: Vec<&'a str>,
    /// The kind that fields without a scope belong to, where that is not the listed one.
    pub(crate) source: Option<&'a str>,
}

impl Reader<'_> {
    /// What is understood of a filter; `None` where that is nothing.
    pub(crate) fn read(&self, filter: &Filter) -> Option<Test> {
        let list = |list: &[Filter]| -> Vec<Test> {
            list.iter().filter_map(|filter| self.read(filter)).collect()
        };
        match filter {
            Filter::Condition(condition) => self.compare(condition),
            Filter::All(parts) => Some(list(parts))
                .filter(|all| !all.is_empty())
                .map(Test::All),
            Filter::Any(parts) => Some(list(parts))
                .filter(|any| !any.is_empty())
                .map(Test::Any),
        }
    }

    fn compare(&self, condition: &Condition) -> Option<Test> {
        let field = fields::find(condition.field.name())?;
        let scope = condition.field.scope().or(self.source);
        let is_known = scope.is_none_or(|scope| self.kinds.contains(&scope));
        let is_empty = condition.values.iter().all(|value| value.is_empty());
        // Some clients send `unwatched=0` with every list, and mean all of it.
        let is_unset = field.kind == "boolean"
            && condition.operator == Operator::Has
            && condition.values.iter().all(|value| *value == "0");
        (is_known && !is_empty && !is_unset).then(|| Test::Compare {
            scope: scope.map(str::to_owned),
            field: field.name,
            condition: condition.clone(),
        })
    }
}

impl Test {
    /// True where the item at this place passes; of what it holds, one that passes is enough.
    pub(crate) fn fits(&self, library: &Library, at: usize, now: Timestamp) -> bool {
        match self {
            Self::All(list) => list.iter().all(|test| test.fits(library, at, now)),
            Self::Any(list) => list.iter().any(|test| test.fits(library, at, now)),
            Self::Compare {
                scope,
                field,
                condition,
            } => {
                let Some(field) = fields::find(field) else {
                    return true;
                };
                let holders = holders(library, at, scope.as_deref());
                holders.into_iter().any(|item| {
                    let value = (field.get)(item);
                    passes(value.as_ref(), condition, now)
                })
            }
        }
    }
}

impl Test {
    /// True where an entry that is no item of the library passes, such as a collection.
    pub(crate) fn fits_entry(&self, entry: &Metadata, now: Timestamp) -> bool {
        match self {
            Self::All(list) => list.iter().all(|test| test.fits_entry(entry, now)),
            Self::Any(list) => list.iter().any(|test| test.fits_entry(entry, now)),
            Self::Compare {
                field, condition, ..
            } => fields::find(field)
                .is_none_or(|field| passes((field.get)(entry).as_ref(), condition, now)),
        }
    }
}

/// Leaves the entries that a query lets through, in its order; by title where it has none.
pub(crate) fn choose(entries: &mut Vec<Metadata>, kind: &str, query: &Query, now: Timestamp) {
    let reader = Reader {
        kinds: vec![kind],
        source: None,
    };
    if let Some(test) = query.filter.as_ref().and_then(|filter| reader.read(filter)) {
        entries.retain(|entry| test.fits_entry(entry, now));
    }
    sorting::sort_entries(entries, &query.sort);
}

fn passes(value: Option<&Value<'_>>, condition: &Condition, now: Timestamp) -> bool {
    let operator = condition.operator;
    let negative = operator.is_negative();
    let Some(value) = value else { return negative };
    let mut values = condition.values.iter();
    values.any(|wanted| compare(value, operator, wanted, now)) != negative
}

/// Compares; a negation is turned round by the caller.
fn compare(value: &Value<'_>, operator: Operator, wanted: &str, now: Timestamp) -> bool {
    let same = |word: &str| word.to_lowercase() == wanted.to_lowercase();
    match value {
        Value::Text(text) => {
            let (text, wanted) = (text.to_lowercase(), wanted.to_lowercase());
            match operator {
                Operator::Has | Operator::HasNot => text.contains(&wanted),
                Operator::Is | Operator::IsNot => text == wanted,
                Operator::Begins => text.starts_with(&wanted),
                Operator::Ends => text.ends_with(&wanted),
                Operator::Greater => text > wanted,
                Operator::Less => text < wanted,
            }
        }
        Value::Word(word) => same(word),
        Value::Tags(tags) => tags
            .iter()
            .any(|tag| tag.id.as_deref() == Some(wanted) || same(&tag.tag)),
        Value::Flag(flag) => *flag == (wanted != "0"),
        Value::Number(number) => {
            let wanted: Option<f64> = wanted.parse().ok();
            is(
                wanted.and_then(|wanted| number.partial_cmp(&wanted)),
                operator,
            )
        }
        Value::Instant(at) => {
            let wanted = Moment::parse(wanted).and_then(|wanted| wanted.resolve(now));
            is(wanted.map(|wanted| at.cmp(&wanted)), operator)
        }
    }
}

/// Whether a value that is ordered so to the wanted one is what the operator asks for.
fn is(order: Option<Ordering>, operator: Operator) -> bool {
    let Some(order) = order else { return false };
    match operator {
        Operator::Has | Operator::HasNot | Operator::Is | Operator::IsNot => order.is_eq(),
        Operator::Begins => order.is_le(),
        Operator::Ends => order.is_ge(),
        Operator::Greater => order.is_gt(),
        Operator::Less => order.is_lt(),
    }
}

/// Leaves the first item of each value of a field.
pub(crate) fn group(library: &Library, found: &mut Vec<usize>, name: &str) {
    let name = name.rsplit('.').next().unwrap_or(name);
    let Some(field) = fields::find(name) else {
        return;
    };
    let mut seen = HashSet::new();
    found.retain(|at| {
        let item = library.items.get(*at).map(|item| &item.full);
        let value = item.and_then(|item| (field.get)(item));
        seen.insert(value.map(|value| word(&value)))
    });
}

/// A value as one word that is equal where the value is.
fn word(value: &Value<'_>) -> String {
    match value {
        Value::Text(text) | Value::Word(text) => text.to_lowercase(),
        Value::Number(number) => number.to_string(),
        Value::Flag(flag) => u8::from(*flag).to_string(),
        Value::Instant(at) => at.as_secs().to_string(),
        Value::Tags(tags) => tags
            .iter()
            .map(|tag| tag.tag.as_str())
            .collect::<Vec<_>>()
            .join(","),
    }
}

/// What items of a list have in a field, each once in the order of titles: key and title.
pub(crate) fn choices<'l>(
    items: impl Iterator<Item = &'l Metadata>,
    field: &Field,
) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    for value in items.filter_map(field.get) {
        match value {
            Value::Tags(tags) => found.extend(tags.iter().map(|tag| {
                let key = tag.id.as_ref().unwrap_or(&tag.tag);
                (key.to_string(), tag.tag.to_string())
            })),
            Value::Text(text) | Value::Word(text) => found.push((text.into(), text.into())),
            other => {
                let word = word(&other);
                found.push((word.clone(), word));
            }
        }
    }
    found.sort_by(|(_, a), (_, b)| a.to_lowercase().cmp(&b.to_lowercase()).then(a.cmp(b)));
    found.dedup();
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Timestamp = Timestamp(1_700_000_000 + 10 * 3600);

    /// The titles of a kind of items of a section that pass.
    fn listed(kind: &str, query: &str) -> Vec<String> {
        let library = Library::main();
        let query: Query = query.parse().unwrap();
        let shelf = match kind {
            "movie" => 0,
            "show" | "season" | "episode" => 1,
            _ => 2,
        };
        let levels = fields::levels(&library.shelves[shelf].section);
        let reader = Reader {
            kinds: levels.iter().map(|(_, kind, _)| kind.as_str()).collect(),
            source: None,
        };
        let test = query.filter.as_ref().and_then(|filter| reader.read(filter));
        let items = library.items.iter().enumerate();
        let mut found: Vec<usize> = items
            .filter(|(_, item)| {
                item.shelf == shelf
                    && item
                        .full
                        .kind
                        .as_ref()
                        .is_some_and(|of| of.as_str() == kind)
            })
            .map(|(at, _)| at)
            .filter(|at| {
                test.as_ref()
                    .is_none_or(|test| test.fits(&library, *at, NOW))
            })
            .collect();
        if let Some(field) = &query.group {
            group(&library, &mut found, field);
        }
        found
            .iter()
            .map(|at| library.items[*at].full.title.to_string())
            .collect()
    }

    fn found(query: &str) -> Vec<String> {
        listed("movie", query)
    }

    #[test]
    fn filters_find_what_they_should() {
        for (query, expected) in [
            ("title=BUNNY", "Big Buck Bunny"),
            ("title==sintel", "Sintel"),
            ("title%3D=Sintel", "Sintel"),
            ("title<=the g", "The General"),
            ("title>=blues", "Sita Sings the Blues"),
            ("year>>=2011", "Tears of Steel"),
            ("year=1963", "Charade"),
            ("year<<=1925", "Nosferatu"),
            ("year<=1922", "Nosferatu"),
            ("year>=2012", "Tears of Steel"),
            ("decade=1960&title!=night", "Charade"),
            ("actor=Max Schreck", "Nosferatu"),
            ("contentRating=pg-13", "Tears of Steel"),
            ("studio=ufa", "Metropolis"),
            ("rating>>=8.15", "Metropolis"),
            ("originallyAvailableAt<<=1925-01-01", "Nosferatu"),
            ("originallyAvailableAt=1963-12-05", "Charade"),
            ("addedAt<<=-500m", "Big Buck Bunny"),
            ("addedAt>>=-1s", "Tears of Steel"),
            ("id=3", "Elephants Dream"),
            ("movie.year=1963", "Charade"),
            ("mediaSize>>=2800000000", "Metropolis"),
        ] {
            assert_eq!(found(query), [expected], "{query}");
        }
        assert_eq!(found("title==Sint"), [""; 0]);
        assert_eq!(found("genre=Horror&year=1922"), ["Nosferatu"]);
        assert_eq!(found("year=1922,1927"), ["Metropolis", "Nosferatu"]);
        assert_eq!(found("year!=1922,1927").len(), 8);
        let by_word = found("genre=animation");
        assert_eq!(by_word, found("genre=1"));
        assert_eq!(found("genre!=1").len(), 10 - by_word.len());
        assert_eq!(
            found("genre=animation&genre=fantasy"),
            ["Sintel", "Sita Sings the Blues"]
        );
        for everything in [
            "unwatched=1",
            "unwatched!=0",
            "unwatched=0",
            "inProgress=0",
            "inProgress!=1",
            "label!=9",
        ] {
            assert_eq!(found(everything).len(), 10, "{everything}");
        }
        for nothing in [
            "unwatched!=1",
            "inProgress=1",
            "label=9",
            "year=abc",
            "userRating>>=1",
            "lastViewedAt<<=-1s",
        ] {
            assert_eq!(found(nothing).len(), 0, "{nothing}");
        }
    }

    #[test]
    fn groups_are_chosen_from() {
        assert_eq!(
            found("push=1&year=1922&or=1&title=bunny&pop=1"),
            ["Big Buck Bunny", "Nosferatu"]
        );
        assert_eq!(
            found("push=1&year=1922&or=1&title=bunny&pop=1&genre=Horror"),
            ["Nosferatu"]
        );
        assert_eq!(
            found("push=1&push=1&genre=Horror&and=1&year>>=1950&pop=1&or=1&year=1926&pop=1"),
            ["The General", "Night of the Living Dead"]
        );
        // What is not known leaves a choice as if it were not there.
        assert_eq!(
            found("push=1&nonsense=1&or=1&year=1922&pop=1"),
            ["Nosferatu"]
        );
    }

    #[test]
    fn scopes_reach_up_and_down() {
        assert_eq!(
            listed("episode", "show.title=hillbillies&index=2"),
            ["Getting Settled", "Hair-Raising Holiday"]
        );
        assert_eq!(
            listed("episode", "season.index=2&episode.index=1"),
            ["Jed Gets the Misery"]
        );
        assert_eq!(
            listed("show", "episode.title=baryl,beryl"),
            ["Sherlock Holmes"]
        );
        assert_eq!(listed("season", "episode.title=beryl"), ["Season 1"]);
        assert_eq!(
            listed("track", "artist.genre=electronic&album.year=2012").len(),
            3
        );
        assert_eq!(
            listed("episode", "show.genre=crime&title=lady"),
            ["The Case of Lady Beryl"]
        );
        // A movie has no track.
        assert_eq!(found("track.title=x").len(), 10);
    }

    #[test]
    fn a_group_is_given_once() {
        assert_eq!(listed("season", "group=title"), ["Season 1", "Season 2"]);
        assert_eq!(listed("season", "group=nonsense").len(), 3);
        assert_eq!(found("group=studio").len(), 7);
    }

    #[test]
    fn what_is_not_known_is_ignored() {
        for query in [
            "nonsense=x",
            "title=",
            "includeExternalMedia=1",
            "X-Plex-Language=de",
            "checkFiles=0",
            "having=x",
        ] {
            assert_eq!(found(query).len(), 10, "{query}");
        }
    }
}
