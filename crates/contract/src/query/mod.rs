//! Queries: which items of a section a list gives, and in which order.
//!
//! A [`Query`] is built from [`field`]s, becomes a [`ListContent`] request or the URI of a smart collection or playlist
//! ([`SmartUri`]), and is read back from either. [`Query::check`] compares it with what a section says it can do
//! ([`SectionMeta`]).
//!
//! ```
//! use plex_sdk_contract::query::{Query, Sort, any, field};
//!
//! let query = Query::new()
//!     .filter(field("year").greater(1999).and(any([
//!         field("genre").is(12),
//!         field("title").contains("blue"),
//!     ])))
//!     .sort(Sort::desc("addedAt"))
//!     .limit(50);
//! assert_eq!(
//!     query.print()?,
//!     "sort=addedAt%3Adesc&limit=50&year%3E%3E=1999&push=1&genre=12&or=1&title=blue&pop=1"
//! );
//! assert_eq!(query.print()?.parse::<Query>()?, query);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! - [`filter`](self::Filter), [`operator`](Operator), [`value`](FilterValue): the parts of a condition.
//! - Groups are the pairs `push=1`, `or=1`, `and=1`, `pop=1`; "and" is what stands between pairs, and binds closer than
//!   "or".
//! - `docs/queries.md` has the grammar and more examples.

mod check;
mod filter;
mod known;
mod moment;
mod operator;
mod parse;
mod print;
mod sort;
mod uri;
mod value;

pub use check::{Misfit, Misfits};
pub use filter::{Condition, FieldName, Filter, all, any, field};
pub use moment::{Moment, Unit};
pub use operator::Operator;
pub use parse::{ParseError, ParseReason};
pub use print::Unsendable;
pub use sort::{Direction, Sort};
pub use uri::{InvalidUri, SmartUri};
pub use value::{FilterValue, ago, date, from_now, tag};

use crate::endpoints::content::ListContent;
use crate::ids::SectionId;
use crate::model::{MediaKind, MediaType, SectionMeta};
use crate::text::Text;

/// Groups may lie this deep in each other, in what is read and in what is sent.
pub const MAX_DEPTH: usize = 32;

/// Which items a list gives, and in which order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Query {
    /// The number of the kind of item (1 movie, 2 show, 3 season, 4 episode, 8 artist, 9 album, 10 track); the section's
    /// own kind where it is not given.
    pub kind: Option<u16>,
    /// The number of the kind of item that fields without a scope belong to, where that is another than `kind`.
    pub source_kind: Option<u16>,
    /// The orders, the first of them first.
    pub sort: Vec<Sort>,
    /// At most this many items in all.
    pub limit: Option<u32>,
    /// What an item must be like; all items where it is not given.
    pub filter: Option<Filter>,
    /// The field of which each value is given once, such as `title`.
    pub group: Option<Text>,
    /// A condition on groups, in the server's own words.
    pub having: Option<Text>,
    /// Other parameters, such as `includeGuids=1`, in order. What a query read from text keeps of them has no
    /// `X-Plex-…`: those belong to one request.
    pub others: Vec<(Text, Text)>,
}

impl Query {
    /// A query that gives all items in the usual order.
    pub fn new() -> Self {
        Self::default()
    }

    /// Lists items of this kind, such as the episodes of a show section. A kind without a number is left out.
    #[must_use]
    pub fn of(mut self, kind: &MediaKind) -> Self {
        self.kind = MediaType::from(kind.clone()).number();
        self
    }

    /// Adds a filter: an item must pass it and those given before.
    #[must_use]
    pub fn filter(mut self, filter: impl Into<Filter>) -> Self {
        let filter = filter.into();
        self.filter = Some(match self.filter.take() {
            Some(before) => before.and(filter),
            None => filter,
        });
        self
    }

    /// Adds an order; it decides between items that are equal in those given before.
    #[must_use]
    pub fn sort(mut self, sort: impl Into<Sort>) -> Self {
        self.sort.push(sort.into());
        self
    }

    /// Gives at most this many items in all.
    #[must_use]
    pub fn limit(mut self, limit: u32) -> Self {
        self.limit = Some(limit);
        self
    }

    /// Gives each value of this field once, such as `title` for popular tracks.
    #[must_use]
    pub fn group(mut self, field: impl Into<Text>) -> Self {
        self.group = Some(field.into());
        self
    }

    /// The request that lists this section's items by the query; window and what to include are the caller's to add.
    ///
    /// # Errors
    /// What no server would understand as it is meant; see [`Unsendable`].
    pub fn list(&self, section: impl Into<SectionId>) -> Result<ListContent, Unsendable> {
        let sort = sort::join(&self.sort)?;
        let mut filter = Vec::new();
        self.print_rest(&mut filter)?;
        let mut list = ListContent::new(section).filter(filter);
        list.kind = self.kind.map(MediaType::from);
        list.sort = sort;
        list.limit = self.limit;
        Ok(list)
    }

    /// The query that a listing request holds, and what in it is no part of a query and was left out: servers ignore
    /// what they do not know.
    pub fn read(request: &ListContent) -> (Self, Vec<ParseError>) {
        let (mut query, mut problems) = parse::read(&request.filter);
        query.kind = request
            .kind
            .as_ref()
            .and_then(MediaType::number)
            .or(query.kind);
        query.limit = request.limit.or(query.limit);
        if let Some(sort) = &request.sort {
            query.sort = sort::read_list(sort, 0, &mut problems);
        }
        (query, problems)
    }

    /// Checks the query against what a section's list says of itself when it is asked with `includeMeta`.
    ///
    /// Fields and orders that servers take although they do not tell of them, such as `updatedAt`, pass.
    ///
    /// # Errors
    /// Everything that does not fit, each with what is allowed instead.
    pub fn check(&self, meta: &SectionMeta) -> Result<(), Misfits> {
        check::check(self, meta)
    }
}
