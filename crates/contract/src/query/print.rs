//! From a [`Query`] to pairs of names and values, and to text.

use crate::params;
use crate::query::filter::{Condition, FieldName, Filter};
use crate::query::known::{Role, role};
use crate::query::operator::Operator;
use crate::query::{MAX_DEPTH, Query, sort};
use crate::text::Text;

/// A query that no server would understand as it is meant.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Unsendable {
    /// A field's or order's name is none, or means something else in a query, such as `limit`.
    #[error("`{0}` cannot be a field's name in a query")]
    Name(String),
    /// A condition has no value.
    #[error("`{field}{operator}` has no value to compare with")]
    NoValue {
        /// The field.
        field: String,
        /// The comparison.
        operator: Operator,
    },
    /// A value has a comma, which servers read as "or".
    #[error(
        "the value `{value}` of `{field}` has a comma, and servers would read it as two values: compare with what stands \
         before or after it"
    )]
    Comma {
        /// The field.
        field: String,
        /// The value.
        value: String,
    },
    /// A text to be contained begins with `=`, which servers read as "is".
    #[error(
        "the value `{value}` of `{field}` begins with `=`, and servers would read it as the operator `==`"
    )]
    EqualsSign {
        /// The field.
        field: String,
        /// The value.
        value: String,
    },
    /// "Any of these" has nothing to choose from: no item passes it, and a query cannot say so.
    #[error("`any` of nothing lets no item through, and a query cannot say that")]
    Nothing,
    /// Groups lie too deep in each other.
    #[error("groups lie more than {MAX_DEPTH} deep in each other")]
    TooDeep,
}

type Pairs = Vec<(Text, Text)>;

impl Query {
    /// The query as pairs of names and values, in the order they go on the wire.
    ///
    /// # Errors
    /// What no server would understand as it is meant.
    pub fn pairs(&self) -> Result<Vec<(Text, Text)>, Unsendable> {
        let mut pairs = Pairs::new();
        push_number(&mut pairs, "type", self.kind);
        if let Some(sort) = sort::join(&self.sort)? {
            pairs.push(("sort".into(), sort));
        }
        push_number(&mut pairs, "limit", self.limit);
        self.print_rest(&mut pairs)?;
        Ok(pairs)
    }

    /// The query as it stands behind the question mark, percent-encoded.
    ///
    /// # Errors
    /// What no server would understand as it is meant.
    pub fn print(&self) -> Result<String, Unsendable> {
        let mut text = String::new();
        for (name, value) in &self.pairs()? {
            params::push_pair(&mut text, name, &[value.as_str().to_owned()]);
        }
        Ok(text)
    }

    /// Everything but kind, orders and limit.
    pub(crate) fn print_rest(&self, pairs: &mut Pairs) -> Result<(), Unsendable> {
        push_number(pairs, "sourceType", self.source_kind);
        if let Some((name, _)) = self
            .others
            .iter()
            .find(|(name, _)| role(name) != Role::Other)
        {
            return Err(Unsendable::Name(name.as_str().into()));
        }
        pairs.extend(self.others.iter().cloned());
        if let Some(filter) = &self.filter {
            let mut printer = Printer {
                pairs,
                groups: 0,
                lists: 0,
            };
            printer.print(filter, false)?;
        }
        let texts = [("group", &self.group), ("having", &self.having)];
        for (name, value) in texts {
            pairs.extend(value.clone().map(|value| (name.into(), value)));
        }
        Ok(())
    }
}

fn push_number<N: ToString>(pairs: &mut Pairs, name: &str, number: Option<N>) {
    if let Some(number) = number {
        pairs.push((name.into(), number.to_string().into()));
    }
}

/// Prints a filter, counting how deep it is.
struct Printer<'p> {
    pairs: &'p mut Pairs,
    /// Groups that are open on the wire.
    groups: usize,
    /// Filters that are open in memory: more than groups, where lists lie in each other that need none.
    lists: usize,
}

impl Printer<'_> {
    /// `in_any` where the filter stands in a list with "or" between.
    fn print(&mut self, filter: &Filter, in_any: bool) -> Result<(), Unsendable> {
        self.lists += 1;
        if self.lists > 4 * MAX_DEPTH || self.groups > MAX_DEPTH {
            return Err(Unsendable::TooDeep);
        }
        match filter {
            Filter::Condition(condition) => self.pairs.push(pair(condition)?),
            // A list of one is that one.
            Filter::All(list) | Filter::Any(list) if list.len() == 1 => {
                self.list(list, in_any, None)?;
            }
            Filter::All(list) if list.is_empty() && !in_any => {}
            // In a choice, "all of nothing" would let everything through.
            Filter::All(list) | Filter::Any(list) if list.is_empty() => {
                return Err(Unsendable::Nothing);
            }
            // "All" within "all" needs no group of its own, nor does "any" within "any".
            Filter::All(list) if !in_any => self.list(list, false, None)?,
            Filter::Any(list) if in_any => self.list(list, true, Some("or"))?,
            Filter::All(list) => self.group(list, false, None)?,
            Filter::Any(list) => self.group(list, true, Some("or"))?,
        }
        self.lists -= 1;
        Ok(())
    }

    fn group(
        &mut self,
        list: &[Filter],
        in_any: bool,
        between: Option<&str>,
    ) -> Result<(), Unsendable> {
        self.marker("push");
        self.groups += 1;
        self.list(list, in_any, between)?;
        self.groups -= 1;
        self.marker("pop");
        Ok(())
    }

    fn list(
        &mut self,
        list: &[Filter],
        in_any: bool,
        between: Option<&str>,
    ) -> Result<(), Unsendable> {
        for (at, part) in list.iter().enumerate() {
            if let Some(marker) = between.filter(|_| at > 0) {
                self.marker(marker);
            }
            self.print(part, in_any)?;
        }
        Ok(())
    }

    fn marker(&mut self, name: &str) {
        self.pairs.push((name.into(), "1".into()));
    }
}

fn pair(condition: &Condition) -> Result<(Text, Text), Unsendable> {
    let Condition {
        field,
        operator,
        values,
    } = condition;
    let name = field.as_str();
    if !FieldName::is_valid(name) || role(name) != Role::Condition {
        return Err(Unsendable::Name(name.into()));
    }
    if let Some(value) = values.iter().find(|value| value.contains(',')) {
        return Err(Unsendable::Comma {
            field: name.into(),
            value: value.as_str().into(),
        });
    }
    let Some(first) = values.first() else {
        return Err(Unsendable::NoValue {
            field: name.into(),
            operator: *operator,
        });
    };
    if first.starts_with('=') && matches!(operator, Operator::Has | Operator::HasNot) {
        return Err(Unsendable::EqualsSign {
            field: name.into(),
            value: first.as_str().into(),
        });
    }
    let name = format!("{name}{}", operator.in_name());
    Ok((name.into(), values.join(",").into()))
}
