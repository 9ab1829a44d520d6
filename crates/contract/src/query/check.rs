//! Whether a [`Query`] fits what a section says it can do.

use crate::model::{MediaType, MetaType, SectionMeta};
use crate::query::Query;
use crate::query::filter::{Condition, FieldName};
use crate::query::known::{is_unlisted_sort, unlisted_field, usual_operators};
use crate::query::moment::Moment;
use crate::query::operator::Operator;
use crate::query::sort::Sort;
use crate::text::Text;
use std::fmt;

/// One thing of a query that does not fit its section, with what is allowed instead.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Misfit {
    /// The list told nothing about itself: it was not asked with `includeMeta`.
    NoMeta,
    /// The section does not list this kind of item.
    Kind {
        /// The number in `type` or `sourceType`.
        number: u16,
        /// The kinds that it lists, with their numbers.
        allowed: Vec<Text>,
    },
    /// There is no such field.
    Field {
        /// The field.
        field: FieldName,
        /// Fields with a similar name.
        near: Vec<Text>,
        /// All fields of the listed kind.
        allowed: Vec<Text>,
    },
    /// The field does not compare in this way.
    Operator {
        /// The field.
        field: FieldName,
        /// Its kind, such as `integer`.
        kind: Text,
        /// The operator.
        operator: Operator,
        /// The operators of this kind of field.
        allowed: Vec<Text>,
    },
    /// The value is not of the field's kind.
    Value {
        /// The field.
        field: FieldName,
        /// Its kind, such as `integer`.
        kind: Text,
        /// The value.
        value: Text,
        /// What is allowed, in words.
        allowed: &'static str,
    },
    /// There is no such order.
    Sort {
        /// The order.
        sort: Sort,
        /// Orders with a similar name.
        near: Vec<Text>,
        /// All orders of the listed kind.
        allowed: Vec<Text>,
    },
}

/// Everything of a query that does not fit its section; at least one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misfits(pub Vec<Misfit>);

impl fmt::Display for Misfits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, misfit) in self.0.iter().enumerate() {
            let between = if at == 0 { "" } else { "; " };
            write!(f, "{between}{misfit}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Misfits {}

/// Words with commas between, or a word for none.
struct List<'a>(&'a [Text]);

impl fmt::Display for List<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() {
            return f.write_str("none");
        }
        f.write_str(&self.0.join(", "))
    }
}

impl fmt::Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let meant = |f: &mut fmt::Formatter<'_>, near: &[Text]| match near {
            [] => Ok(()),
            near => write!(f, "did you mean {}? ", near.join(" or ")),
        };
        match self {
            Self::NoMeta => f.write_str("the list did not tell what it can be filtered by"),
            Self::Kind { number, allowed } => write!(
                f,
                "the section does not list items of type {number}; allowed: {}",
                List(allowed)
            ),
            Self::Field {
                field,
                near,
                allowed,
            } => {
                write!(f, "there is no field `{field}`; ")?;
                meant(f, near)?;
                write!(f, "allowed: {}", List(allowed))
            }
            Self::Operator {
                field,
                kind,
                operator,
                allowed,
            } => write!(
                f,
                "`{field}` is of kind {kind} and does not compare with `{operator}`; allowed: {}",
                List(allowed)
            ),
            Self::Value {
                field,
                kind,
                value,
                allowed,
            } => write!(
                f,
                "`{field}` is of kind {kind} and `{}` is not; allowed: {allowed}",
                value.escape_debug()
            ),
            Self::Sort {
                sort,
                near,
                allowed,
            } => {
                write!(f, "there is no order `{}`; ", sort.field)?;
                meant(f, near)?;
                write!(f, "allowed: {}", List(allowed))
            }
        }
    }
}

/// Folders have a type among those of a section, and no fields.
const FOLDER: &str = "folder";

fn word(of: &MetaType) -> &str {
    of.kind.as_ref().map_or("", |kind| kind.as_str())
}

fn key(key: Option<&Text>) -> &str {
    key.map_or("", Text::as_str)
}

pub(super) fn check(query: &Query, meta: &SectionMeta) -> Result<(), Misfits> {
    let mut misfits = Vec::new();
    let listed = type_of(meta, query.kind, &mut misfits);
    if let Some(listed) = listed {
        let source = match query.source_kind {
            Some(number) => type_of(meta, Some(number), &mut misfits),
            None => Some(listed),
        };
        let section = Section {
            meta,
            listed: source.unwrap_or(listed),
        };
        let conditions = query.filter.iter().flat_map(super::Filter::conditions);
        for condition in conditions {
            misfits.extend(section.condition(condition));
        }
        let section = Section { meta, listed };
        misfits.extend(query.sort.iter().filter_map(|sort| section.sort(sort)));
    } else if misfits.is_empty() {
        misfits.push(Misfit::NoMeta);
    }
    if misfits.is_empty() {
        return Ok(());
    }
    Err(Misfits(misfits))
}

/// What the section says of the kind with this number, or of its own kind.
fn type_of<'m>(
    meta: &'m SectionMeta,
    number: Option<u16>,
    misfits: &mut Vec<Misfit>,
) -> Option<&'m MetaType> {
    let mut types = meta.types.iter().filter(|of| word(of) != FOLDER);
    let Some(number) = number else {
        let active = types.clone().find(|of| of.active);
        return active.or_else(|| types.next());
    };
    let kind = MediaType::from(number).known();
    let found = types.clone().find(|of| kind.is_some() && of.kind == kind);
    if found.is_none() && types.clone().next().is_some() {
        let named = |of: &MetaType| {
            let number = MediaType::from(of.kind.clone()?).number()?;
            Some(format!("{number} ({})", word(of)).into())
        };
        misfits.push(Misfit::Kind {
            number,
            allowed: types.filter_map(named).collect(),
        });
    }
    found
}

/// What a section says, and the kind of item to whom names without a scope belong.
struct Section<'m> {
    meta: &'m SectionMeta,
    listed: &'m MetaType,
}

impl<'m> Section<'m> {
    fn condition(&self, condition: &Condition) -> Option<Misfit> {
        let Condition {
            field,
            operator,
            values,
        } = condition;
        let Some(kind) = self.kind_of(field) else {
            let fields = || {
                self.listed
                    .fields
                    .iter()
                    .map(|field| key(field.key.as_ref()))
            };
            let filters = self
                .listed
                .filters
                .iter()
                .map(|filter| key(filter.filter.as_ref()));
            let everywhere = self.meta.types.iter().flat_map(|of| &of.fields);
            let everywhere = everywhere.map(|field| key(field.key.as_ref()));
            return Some(Misfit::Field {
                field: field.clone(),
                near: near(field.as_str(), fields().chain(filters).chain(everywhere)),
                allowed: unique(fields()),
            });
        };
        if let Some(allowed) = self.operators(kind)
            && !allowed.iter().any(|allowed| *allowed == operator.as_str())
        {
            return Some(Misfit::Operator {
                field: field.clone(),
                kind: kind.into(),
                operator: *operator,
                allowed,
            });
        }
        let allowed = allowed_values(kind);
        let wrong = values.iter().find(|value| !fits(kind, value))?;
        Some(Misfit::Value {
            field: field.clone(),
            kind: kind.into(),
            value: wrong.clone(),
            allowed,
        })
    }

    /// The kind of a field; `None` where there is no such field.
    fn kind_of(&self, field: &FieldName) -> Option<&'m str> {
        let of = match field.scope() {
            Some(scope) => self.meta.types.iter().find(|of| word(of) == scope),
            None => Some(self.listed),
        };
        let scope = field.scope().unwrap_or(word(self.listed));
        let name = field.name();
        let whole = format!("{scope}.{name}");
        let listed = of.into_iter().flat_map(|of| &of.fields);
        let elsewhere = self.meta.types.iter().flat_map(|of| &of.fields);
        let listed = listed
            .filter(|field| key(field.key.as_ref()) == name)
            .chain(elsewhere.filter(|field| key(field.key.as_ref()) == whole))
            .next();
        if let Some(listed) = listed {
            return Some(key(listed.kind.as_ref()));
        }
        let mut filters = of.into_iter().flat_map(|of| &of.filters);
        let filter = filters.find(|filter| {
            let filter = key(filter.filter.as_ref());
            filter == name || filter == whole
        });
        if let Some(filter) = filter {
            // Ready-made filters are choices, whatever the choices are written as.
            return Some(match key(filter.filter_type.as_ref()) {
                "string" => "tag",
                other => other,
            });
        }
        let is_kind = of.is_some() || super::known::is_kind(scope);
        unlisted_field(name, scope).filter(|_| is_kind)
    }

    /// How a kind of field compares; `None` where nothing is known about it.
    fn operators(&self, kind: &str) -> Option<Vec<Text>> {
        let mut types = self.meta.field_types.iter();
        let listed = types.find(|of| key(of.kind.as_ref()) == kind);
        if let Some(listed) = listed {
            let operators = listed.operators.iter();
            return Some(operators.filter_map(|of| of.key.clone()).collect());
        }
        let usual = usual_operators(kind)?;
        Some(usual.iter().map(|operator| (*operator).into()).collect())
    }

    fn sort(&self, sort: &Sort) -> Option<Misfit> {
        let scope = sort.field.scope().unwrap_or(word(self.listed));
        let name = sort.field.name();
        let whole = format!("{scope}.{name}");
        // An order may be made of several, as "by album artist" is.
        let parts = |of: &'m MetaType| {
            let keys = of.sorts.iter().map(|sort| key(sort.key.as_ref()));
            keys.flat_map(|keys| keys.split(','))
                .map(|part| part.split(':').next().unwrap_or(part))
        };
        let is_own = scope == word(self.listed);
        let mut own = parts(self.listed);
        let mut of_scope = self
            .meta
            .types
            .iter()
            .filter(|of| word(of) == scope)
            .flat_map(parts);
        let known = own.any(|part| part == whole || (is_own && part == name))
            || of_scope.any(|part| part == whole || part == name)
            || is_unlisted_sort(name, scope);
        if known {
            return None;
        }
        let everywhere = self.meta.types.iter().flat_map(parts);
        let keys = self.listed.sorts.iter().map(|sort| key(sort.key.as_ref()));
        Some(Misfit::Sort {
            sort: sort.clone(),
            near: near(sort.field.as_str(), parts(self.listed).chain(everywhere)),
            allowed: unique(keys.filter(|key| !key.contains(','))),
        })
    }
}

fn fits(kind: &str, value: &str) -> bool {
    match kind {
        "integer" => is_number(value),
        "boolean" => matches!(value, "0" | "1"),
        "date" => Moment::parse(value).is_some(),
        _ => !value.is_empty(),
    }
}

fn allowed_values(kind: &str) -> &'static str {
    match kind {
        "integer" => "a number",
        "boolean" => "0 or 1",
        "date" => "seconds since 1970, a day such as 2020-01-31, or how long ago, such as -30d",
        "tag" => "the key of a tag",
        _ => "a text that is not empty",
    }
}

/// Digits, perhaps with a sign and a fraction.
fn is_number(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let text = text.strip_prefix('-').unwrap_or(text);
    match text.split_once('.') {
        Some((whole, fraction)) => digits(whole) && digits(fraction),
        None => digits(text),
    }
}

fn unique<'a>(names: impl Iterator<Item = &'a str>) -> Vec<Text> {
    let mut list: Vec<Text> = Vec::new();
    for name in names.filter(|name| !name.is_empty()) {
        if !list.iter().any(|known| *known == name) {
            list.push(name.into());
        }
    }
    list
}

/// At most three names that are close to this one, the closest first.
fn near<'a>(name: &str, names: impl Iterator<Item = &'a str>) -> Vec<Text> {
    let bare = |name: &str| name.rsplit('.').next().unwrap_or(name).to_ascii_lowercase();
    let wanted = bare(name);
    let mut found: Vec<(usize, Text)> = unique(names)
        .into_iter()
        .filter_map(|known| {
            let bare = bare(&known);
            let starts = wanted.len() > 2 && bare.starts_with(&wanted);
            let limit = if starts {
                usize::MAX
            } else {
                wanted.len().div_ceil(3)
            };
            let steps = distance(&wanted, &bare)?;
            (steps <= limit).then_some((steps, known))
        })
        .collect();
    found.sort_by_key(|(steps, _)| *steps);
    found.into_iter().take(3).map(|(_, name)| name).collect()
}

/// How many letters to change, add or take out to get from one name to the other; `None` for names that are too long to
/// be any field's.
fn distance(from: &str, to: &str) -> Option<usize> {
    const LONGEST: usize = 64;
    if from.len() > LONGEST || to.len() > LONGEST {
        return None;
    }
    let (from, to) = (from.as_bytes(), to.as_bytes());
    let mut row: Vec<usize> = (0..=to.len()).collect();
    for (at, letter) in from.iter().enumerate() {
        let mut before = at;
        let mut left = at + 1;
        for (cell, other) in row.iter_mut().skip(1).zip(to) {
            let change = before + usize::from(letter != other);
            before = *cell;
            left = change.min(before + 1).min(left + 1);
            *cell = left;
        }
        if let Some(first) = row.first_mut() {
            *first = at + 1;
        }
    }
    row.last().copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_are_counted() {
        for (from, to, steps) in [
            ("", "", 0),
            ("", "abc", 3),
            ("abc", "", 3),
            ("genre", "genres", 1),
            ("yaer", "year", 2),
            ("kitten", "sitting", 3),
        ] {
            assert_eq!(distance(from, to), Some(steps), "{from} {to}");
        }
        assert_eq!(distance(&"x".repeat(100), "x"), None);
    }
}
