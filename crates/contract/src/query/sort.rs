//! [`Sort`]: one order of a list.

use crate::query::filter::{FieldName, field};
use crate::query::parse::{ParseError, ParseReason};
use crate::query::print::Unsendable;
use crate::text::Text;
use std::fmt;
use std::str::FromStr;

/// Which way round.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// `asc`: the smallest first.
    Ascending,
    /// `desc`: the largest first.
    Descending,
}

/// One order of a list, such as `addedAt:desc` or `show.titleSort`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sort {
    /// The field.
    pub field: FieldName,
    /// Which way round; ascending where it is not said.
    pub direction: Option<Direction>,
    /// Whether items without a value come last.
    pub nulls_last: bool,
}

impl Sort {
    /// By this field, ascending, without saying so.
    pub fn by(name: impl Into<Text>) -> Self {
        Self {
            field: field(name),
            direction: None,
            nulls_last: false,
        }
    }

    /// By this field, the smallest first.
    pub fn asc(name: impl Into<Text>) -> Self {
        Self {
            direction: Some(Direction::Ascending),
            ..Self::by(name)
        }
    }

    /// By this field, the largest first.
    pub fn desc(name: impl Into<Text>) -> Self {
        Self {
            direction: Some(Direction::Descending),
            ..Self::by(name)
        }
    }

    /// Items without a value come last.
    #[must_use]
    pub fn nulls_last(mut self) -> Self {
        self.nulls_last = true;
        self
    }
}

impl From<FieldName> for Sort {
    fn from(field: FieldName) -> Self {
        Self {
            field,
            direction: None,
            nulls_last: false,
        }
    }
}

impl fmt::Display for Sort {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.field.as_str())?;
        match self.direction {
            Some(Direction::Ascending) => f.write_str(":asc")?,
            Some(Direction::Descending) => f.write_str(":desc")?,
            None => {}
        }
        f.write_str(if self.nulls_last { ":nullsLast" } else { "" })
    }
}

impl FromStr for Sort {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        read_one(text).map_err(|reason| ParseError::new(0, "sort", text, reason))
    }
}

fn read_one(text: &str) -> Result<Sort, ParseReason> {
    let mut parts = text.split(':');
    let name = parts.next().unwrap_or_default();
    if !FieldName::is_valid(name) {
        return Err(ParseReason::Field);
    }
    let mut sort = Sort::by(name);
    for part in parts {
        match part {
            "asc" if sort.direction.is_none() => sort.direction = Some(Direction::Ascending),
            "desc" if sort.direction.is_none() => sort.direction = Some(Direction::Descending),
            "nullsLast" if !sort.nulls_last => sort.nulls_last = true,
            _ => return Err(ParseReason::Direction),
        }
    }
    Ok(sort)
}

/// Reads orders with commas between; `at` is the number of the pair they stand in.
pub(crate) fn read_list(text: &str, at: usize, problems: &mut Vec<ParseError>) -> Vec<Sort> {
    let mut sorts = Vec::new();
    for part in text.split(',').filter(|_| !text.is_empty()) {
        match read_one(part) {
            Ok(sort) => sorts.push(sort),
            Err(reason) => problems.push(ParseError::new(at, "sort", part, reason)),
        }
    }
    sorts
}

/// The orders with commas between.
pub(crate) fn join(sorts: &[Sort]) -> Result<Option<Text>, Unsendable> {
    if let Some(wrong) = sorts
        .iter()
        .find(|sort| !FieldName::is_valid(sort.field.as_str()))
    {
        return Err(Unsendable::Name(wrong.field.as_str().into()));
    }
    let texts: Vec<String> = sorts.iter().map(ToString::to_string).collect();
    Ok((!texts.is_empty()).then(|| texts.join(",").into()))
}
