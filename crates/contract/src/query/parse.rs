//! From pairs of names and values, or text, to a [`Query`].
//!
//! One reader serves both ends. It goes on after what it does not understand: who reads a query to keep it takes the
//! first problem as an error, who answers it leaves out what is wrong, as servers do.

use crate::query::filter::{Condition, FieldName, Filter, all, any, field};
use crate::query::known::{Role, role};
use crate::query::operator::Operator;
use crate::query::{MAX_DEPTH, Query, sort};
use crate::text::Text;
use percent_encoding::percent_decode_str;
use std::fmt;
use std::str::FromStr;

/// What is wrong with a pair of a query.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ParseReason {
    /// The name is no field's: letters, digits and `_` with dots between.
    #[error("this is no field's name")]
    Field,
    /// What stands between field and value is no operator.
    #[error("the operator is none of =, !=, ==, !==, <=, >=, >>=, <<=")]
    Operator,
    /// A condition written by hand has no operator.
    #[error(
        "there is no operator; write one of =, !=, ==, !==, <=, >=, >>=, <<= between field and value"
    )]
    NoOperator,
    /// The value is no number, or too large a one.
    #[error("the value is not a number that fits")]
    Number,
    /// A marker's value is not 1.
    #[error("the value can only be 1")]
    Marker,
    /// An order's direction is none.
    #[error("behind the colon stands none of asc, desc, nullsLast, or one of them twice")]
    Direction,
    /// It stands there a second time.
    #[error("it stands there a second time")]
    Twice,
    /// `or=1` has nothing before or after it in its group.
    #[error("there is nothing to choose from on one side of it")]
    OneSided,
    /// `pop=1` ends no group.
    #[error("no group is open here")]
    NoGroup,
    /// A group is not closed.
    #[error("the group that begins here is not closed")]
    Unclosed,
    /// A group holds nothing.
    #[error("the group that ends here is empty")]
    Empty,
    /// Groups lie too deep in each other.
    #[error("groups lie more than {MAX_DEPTH} deep in each other")]
    TooDeep,
    /// An escape is broken, or what it stands for is not UTF-8.
    #[error("its percent-encoding is broken")]
    Encoding,
}

/// What is wrong with a query, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParseError {
    /// The number of the pair, from 1; 0 where it does not stand among others.
    pub at: usize,
    /// The pair as it was read, at most 80 characters of it.
    pub pair: String,
    /// What is wrong.
    pub reason: ParseReason,
}

impl ParseError {
    pub(crate) fn new(at: usize, name: &str, value: &str, reason: ParseReason) -> Self {
        let mut pair: String = format!("{name}={value}").chars().take(81).collect();
        if pair.chars().count() > 80 {
            pair.pop();
            pair.push('…');
        }
        Self { at, pair, reason }
    }
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.at > 0 {
            write!(f, "pair {}, ", self.at)?;
        }
        write!(f, "`{}`: {}", self.pair.escape_debug(), self.reason)
    }
}

impl std::error::Error for ParseError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(&self.reason)
    }
}

impl Query {
    /// Reads a query from pairs of names and values, decoded.
    ///
    /// # Errors
    /// The first pair that is not understood.
    pub fn from_pairs(pairs: &[(Text, Text)]) -> Result<Self, ParseError> {
        let (query, problems) = read(pairs);
        problems.into_iter().next().map_or(Ok(query), Err)
    }
}

/// Reads what stands behind the question mark, percent-encoded or not; a `+` is a space.
impl FromStr for Query {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        let mut pairs = Vec::new();
        for (at, pair) in (1..).zip(text.split('&').filter(|pair| !pair.is_empty())) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let broken = |shown: &str| ParseError::new(at, name, shown, ParseReason::Encoding);
            let decoded = decode(name).ok_or_else(|| broken(""))?;
            // These may hold secrets, which no error is to show.
            let value = match role(&decoded) {
                Role::Request => Text::default(),
                _ => decode(value).ok_or_else(|| broken(value))?,
            };
            pairs.push((decoded, value));
        }
        Self::from_pairs(&pairs)
    }
}

fn decode(text: &str) -> Option<Text> {
    let spaced = text.replace('+', " ");
    let decoded = percent_decode_str(&spaced).decode_utf8().ok()?;
    Some(Text::from(&*decoded))
}

/// Reads a condition as a person writes it, such as `year>>1999` or `title!=blue`: nothing is encoded, and the last `=` of
/// `>>=` and `<<=` may be left out.
impl FromStr for Filter {
    type Err = ParseError;

    fn from_str(text: &str) -> Result<Self, ParseError> {
        const SPELLINGS: &[(&str, Operator)] = &[
            ("!==", Operator::IsNot),
            (">>=", Operator::Greater),
            ("<<=", Operator::Less),
            ("==", Operator::Is),
            ("!=", Operator::HasNot),
            ("<=", Operator::Begins),
            (">=", Operator::Ends),
            (">>", Operator::Greater),
            ("<<", Operator::Less),
            ("=", Operator::Has),
        ];
        let plain = |c: char| c.is_ascii_alphanumeric() || c == '.' || c == '_';
        let text = text.trim_start();
        let end = text.find(|c| !plain(c)).unwrap_or(text.len());
        let (name, rest) = text.split_at(end);
        let rest = rest.trim_start();
        let wrong = |reason| {
            let mut error = ParseError::new(0, "", text, reason);
            error.pair.remove(0);
            error
        };
        if !FieldName::is_valid(name) || role(name) != Role::Condition {
            return Err(wrong(ParseReason::Field));
        }
        let spelled = SPELLINGS
            .iter()
            .find_map(|(spelling, operator)| Some((*operator, rest.strip_prefix(spelling)?)));
        let (operator, value) = match spelled {
            Some((operator, value)) => (operator, value.trim_start()),
            None if rest.starts_with(['!', '<', '>']) => {
                return Err(wrong(ParseReason::Operator));
            }
            None => return Err(wrong(ParseReason::NoOperator)),
        };
        Ok(condition(name, operator, value))
    }
}

fn condition(name: &str, operator: Operator, value: &str) -> Filter {
    Filter::Condition(Condition {
        field: field(name),
        operator,
        values: value.split(',').map(Text::from).collect(),
    })
}

/// A group that is being read.
#[derive(Default)]
struct Group {
    /// The number of the pair that opened it.
    opened: usize,
    /// What is behind each "or"; within each, all must pass.
    choices: Vec<Vec<Filter>>,
    now: Vec<Filter>,
    /// The number of an "or" behind which nothing stands yet.
    open_or: Option<usize>,
}

impl Group {
    fn add(&mut self, filter: Filter) {
        self.open_or = None;
        self.now.push(filter);
    }

    fn into_filter(mut self) -> Option<Filter> {
        if !self.now.is_empty() {
            self.choices.push(self.now);
        }
        let choices: Vec<Filter> = self.choices.into_iter().map(all).collect();
        (!choices.is_empty()).then(|| any(choices))
    }
}

/// Reads pairs, and tells what of them was left out.
pub(crate) fn read(pairs: &[(Text, Text)]) -> (Query, Vec<ParseError>) {
    let mut query = Query::default();
    let mut problems = Vec::new();
    let mut groups = vec![Group::default()];
    // How many groups are open that lie too deep to be read.
    let mut too_deep = 0_usize;
    for (at, (name, value)) in (1..).zip(pairs) {
        let role = role(name);
        let read = match role {
            Role::Request => Ok(()),
            Role::Other => {
                query.others.push((name.clone(), value.clone()));
                Ok(())
            }
            Role::Kind => set(&mut query.kind, value.parse().ok()),
            Role::SourceKind => set(&mut query.source_kind, value.parse().ok()),
            Role::Limit => set(&mut query.limit, value.parse().ok()),
            Role::Group => set(&mut query.group, Some(value.clone())),
            Role::Having => set(&mut query.having, Some(value.clone())),
            Role::Sort if query.sort.is_empty() => {
                query.sort = sort::read_list(value, at, &mut problems);
                Ok(())
            }
            Role::Sort => Err(ParseReason::Twice),
            Role::Push | Role::Pop | Role::And | Role::Or if value != "1" => {
                Err(ParseReason::Marker)
            }
            Role::Push if groups.len() > MAX_DEPTH => {
                too_deep += 1;
                Err(ParseReason::TooDeep)
            }
            Role::Pop if too_deep > 0 => {
                too_deep -= 1;
                Ok(())
            }
            _ if too_deep > 0 => Ok(()),
            Role::Push => {
                groups.push(Group {
                    opened: at,
                    ..Group::default()
                });
                Ok(())
            }
            Role::Pop => close(&mut groups),
            Role::Or => match groups.last_mut() {
                Some(group) if !group.now.is_empty() => {
                    let before = std::mem::take(&mut group.now);
                    group.choices.push(before);
                    group.open_or = Some(at);
                    Ok(())
                }
                _ => Err(ParseReason::OneSided),
            },
            // "And" is what stands between pairs anyway.
            Role::And => Ok(()),
            Role::Condition => read_condition(name, value).map(|filter| {
                if let Some(group) = groups.last_mut() {
                    group.add(filter);
                }
            }),
        };
        if let Err(reason) = read {
            problems.push(ParseError::new(at, name, value, reason));
        }
    }
    while groups.len() > 1 {
        let opened = groups.last().map_or(0, |group| group.opened);
        problems.push(ParseError::new(opened, "push", "1", ParseReason::Unclosed));
        // What is in it still counts.
        let _ = close(&mut groups);
    }
    if let Some(top) = groups.pop() {
        if let Some(at) = top.open_or {
            problems.push(ParseError::new(at, "or", "1", ParseReason::OneSided));
        }
        query.filter = top.into_filter();
    }
    problems.sort_by_key(|problem| problem.at);
    (query, problems)
}

/// Ends the last group, which becomes a part of the one around it.
fn close(groups: &mut Vec<Group>) -> Result<(), ParseReason> {
    if groups.len() < 2 {
        return Err(ParseReason::NoGroup);
    }
    let Some(group) = groups.pop() else {
        return Err(ParseReason::NoGroup);
    };
    let one_sided = group.open_or.is_some();
    let filter = group.into_filter().ok_or(ParseReason::Empty)?;
    if let Some(around) = groups.last_mut() {
        around.add(filter);
    }
    if one_sided {
        return Err(ParseReason::OneSided);
    }
    Ok(())
}

fn set<T>(place: &mut Option<T>, value: Option<T>) -> Result<(), ParseReason> {
    let value = value.ok_or(ParseReason::Number)?;
    if place.is_some() {
        return Err(ParseReason::Twice);
    }
    *place = Some(value);
    Ok(())
}

fn read_condition(name: &str, value: &str) -> Result<Filter, ParseReason> {
    let end = name.find(['!', '=', '<', '>']).unwrap_or(name.len());
    let (path, spelling) = name.split_at(end);
    if !FieldName::is_valid(path) || role(path) != Role::Condition {
        return Err(ParseReason::Field);
    }
    // `title==x` that is not encoded arrives as the name `title` with the value `=x`.
    let (extra, value) = match value.strip_prefix('=') {
        Some(rest) if matches!(spelling, "" | "!") => ("=", rest),
        _ => ("", value),
    };
    let operator = Operator::of(&format!("{spelling}{extra}="));
    let operator = operator.ok_or(ParseReason::Operator)?;
    Ok(condition(path, operator, value))
}
