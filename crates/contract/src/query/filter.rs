//! [`Filter`]: conditions on fields, and how they go together.

use crate::query::operator::Operator;
use crate::query::value::FilterValue;
use crate::text::Text;
use std::fmt;

/// A field's name, such as `year`, or with the kind of item that has it in front: `show.title`.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct FieldName(Text);

/// The field with this name, to make a [`Filter`] of: `field("year").greater(1999)`.
///
/// Without a scope it is the listed kind's own; `show.title` is the title of the show that an episode belongs to.
pub fn field(name: impl Into<Text>) -> FieldName {
    FieldName(name.into())
}

impl FieldName {
    /// The whole name.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The kind of item in front, such as `show`.
    pub fn scope(&self) -> Option<&str> {
        self.0.rsplit_once('.').map(|(scope, _)| scope)
    }

    /// The name without the scope.
    pub fn name(&self) -> &str {
        self.0.rsplit('.').next().unwrap_or(&self.0)
    }

    /// True where it can stand in a query: letters, digits and `_` with dots between.
    pub(crate) fn is_valid(text: &str) -> bool {
        let plain = |c: char| c.is_ascii_alphanumeric() || c == '_';
        text.len() <= 128
            && text.starts_with(|c: char| c.is_ascii_alphabetic())
            && text
                .split('.')
                .all(|part| !part.is_empty() && part.chars().all(plain))
    }

    fn compare(self, operator: Operator, values: Vec<Text>) -> Filter {
        Filter::Condition(Condition {
            field: self,
            operator,
            values,
        })
    }

    /// A text contains the value, whatever its case.
    pub fn contains(self, value: impl Into<Text>) -> Filter {
        self.compare(Operator::Has, vec![value.into()])
    }

    /// A text does not contain the value.
    pub fn not_contains(self, value: impl Into<Text>) -> Filter {
        self.compare(Operator::HasNot, vec![value.into()])
    }

    /// It is the value: a text as a whole (`==`), a number, tag or date (`=`). A tag whose key is no number is written
    /// `tag("PG-13")`.
    pub fn is(self, value: impl Into<FilterValue>) -> Filter {
        self.is_any([value])
    }

    /// It is not the value.
    pub fn is_not(self, value: impl Into<FilterValue>) -> Filter {
        self.is_not_any([value])
    }

    /// It is one of these values: all texts, or none.
    pub fn is_any<V: Into<FilterValue>>(self, values: impl IntoIterator<Item = V>) -> Filter {
        let (is_text, values) = split(values);
        let operator = if is_text { Operator::Is } else { Operator::Has };
        self.compare(operator, values)
    }

    /// It is none of these values.
    pub fn is_not_any<V: Into<FilterValue>>(self, values: impl IntoIterator<Item = V>) -> Filter {
        let (is_text, values) = split(values);
        let operator = if is_text {
            Operator::IsNot
        } else {
            Operator::HasNot
        };
        self.compare(operator, values)
    }

    /// It has all of these values, as an item has several genres.
    pub fn is_all<V: Into<FilterValue>>(self, values: impl IntoIterator<Item = V>) -> Filter {
        all(values.into_iter().map(|value| self.clone().is(value)))
    }

    /// A text begins with the value.
    pub fn begins(self, value: impl Into<Text>) -> Filter {
        self.compare(Operator::Begins, vec![value.into()])
    }

    /// A text ends with the value.
    pub fn ends(self, value: impl Into<Text>) -> Filter {
        self.compare(Operator::Ends, vec![value.into()])
    }

    /// It is above the value; of a date, it is later.
    pub fn greater(self, value: impl Into<FilterValue>) -> Filter {
        self.compare(Operator::Greater, vec![value.into().wire])
    }

    /// It is below the value; of a date, it is earlier.
    pub fn less(self, value: impl Into<FilterValue>) -> Filter {
        self.compare(Operator::Less, vec![value.into().wire])
    }

    /// It is true, as in `unwatched=1`.
    pub fn is_true(self) -> Filter {
        self.compare(Operator::Has, vec!["1".into()])
    }

    /// It is not true, as in `hdr!=1`.
    pub fn is_false(self) -> Filter {
        self.compare(Operator::HasNot, vec!["1".into()])
    }
}

/// The values on the wire, and whether they are texts.
fn split<V: Into<FilterValue>>(values: impl IntoIterator<Item = V>) -> (bool, Vec<Text>) {
    let values: Vec<FilterValue> = values.into_iter().map(Into::into).collect();
    let is_text = values.first().is_some_and(|value| value.is_text);
    (
        is_text,
        values.into_iter().map(|value| value.wire).collect(),
    )
}

impl fmt::Debug for FieldName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

impl fmt::Display for FieldName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// One field compared with values, of which one is enough.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// The field.
    pub field: FieldName,
    /// How it is compared.
    pub operator: Operator,
    /// The values as they stand on the wire, at least one.
    pub values: Vec<Text>,
}

/// What an item must be like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Filter {
    /// One comparison.
    Condition(Condition),
    /// All of these; of none, every item.
    All(Vec<Filter>),
    /// At least one of these; of none, no item, which cannot be sent.
    Any(Vec<Filter>),
}

/// An item must pass all of these.
pub fn all<F: Into<Filter>>(filters: impl IntoIterator<Item = F>) -> Filter {
    let mut list = Vec::new();
    for filter in filters {
        match filter.into() {
            Filter::All(inner) => list.extend(inner),
            other => list.push(other),
        }
    }
    alone(list, Filter::All)
}

/// An item must pass at least one of these.
pub fn any<F: Into<Filter>>(filters: impl IntoIterator<Item = F>) -> Filter {
    let mut list = Vec::new();
    for filter in filters {
        match filter.into() {
            Filter::Any(inner) => list.extend(inner),
            other => list.push(other),
        }
    }
    alone(list, Filter::Any)
}

/// A list of one is that one.
fn alone(mut list: Vec<Filter>, group: fn(Vec<Filter>) -> Filter) -> Filter {
    if list.len() == 1
        && let Some(only) = list.pop()
    {
        return only;
    }
    group(list)
}

impl Filter {
    /// Both this and the other.
    #[must_use]
    pub fn and(self, other: impl Into<Filter>) -> Self {
        all([self, other.into()])
    }

    /// This or the other.
    #[must_use]
    pub fn or(self, other: impl Into<Filter>) -> Self {
        any([self, other.into()])
    }

    /// The conditions from left to right.
    pub fn conditions(&self) -> Vec<&Condition> {
        match self {
            Self::Condition(condition) => vec![condition],
            Self::All(list) | Self::Any(list) => list.iter().flat_map(Self::conditions).collect(),
        }
    }
}

impl From<Condition> for Filter {
    fn from(condition: Condition) -> Self {
        Self::Condition(condition)
    }
}
