//! [`SmartUri`]: the query of a smart collection or playlist.

use crate::ids::{MachineIdentifier, SectionId};
use crate::query::parse::ParseError;
use crate::query::print::Unsendable;
use crate::query::{Query, filter};
use percent_encoding::{percent_decode_str, utf8_percent_encode};
use std::borrow::Cow;
use std::str::FromStr;

const SCHEME: &str = "server://";
const LIBRARY: &str = "/com.plexapp.plugins.library";
const SECTIONS: &str = "/library/sections/";
const LIST: &str = "/all";

/// What a smart collection or playlist lists: a query on a section of a server.
///
/// Its text is `server://<machine identifier>/com.plexapp.plugins.library/library/sections/<section>/all?<query>`: the
/// `uri` with which one is made, and the `content` of one that is there.
///
/// ```
/// use plex_sdk_contract::query::{Query, SmartUri, Sort, field};
///
/// let content = "server://92b9/com.plexapp.plugins.library/library/sections/34/all\
///     ?type=9&sort=year%3Adesc&album.genre=571";
/// let uri: SmartUri = content.parse()?;
/// assert_eq!(uri.section, "34");
/// assert_eq!(uri.query.sort, [Sort::desc("year")]);
/// assert_eq!(uri.query.filter, Some(field("album.genre").is(571)));
/// assert_eq!(uri.print()?, content);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct SmartUri {
    /// The server that has the section.
    pub machine_identifier: MachineIdentifier,
    /// The section.
    pub section: SectionId,
    /// Which of its items.
    pub query: Query,
}

/// A text that is not the URI of a query on a section.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum InvalidUri {
    /// `server://` with a machine identifier does not stand in front.
    #[error("it does not begin with server://<machine identifier>")]
    Server,
    /// The path is not that of a section's list.
    #[error(
        "its path is `{0}` and not that of a section's list, {LIBRARY}{SECTIONS}<section>{LIST}"
    )]
    Path(String),
    /// An escape is broken, or what it stands for is not UTF-8.
    #[error("its percent-encoding is broken")]
    Encoding,
    /// The query is not understood.
    #[error(transparent)]
    Query(#[from] ParseError),
}

impl SmartUri {
    /// The URI as servers take it. A parameter that carries it is encoded once more, which requests do by themselves.
    ///
    /// # Errors
    /// A query that no server would understand as it is meant.
    pub fn print(&self) -> Result<String, Unsendable> {
        let query = self.query.print()?;
        let mark = if query.is_empty() { "" } else { "?" };
        let machine = utf8_percent_encode(self.machine_identifier.as_str(), crate::path::RESERVED);
        let section = utf8_percent_encode(self.section.as_str(), crate::path::RESERVED);
        Ok(format!(
            "{SCHEME}{machine}{LIBRARY}{SECTIONS}{section}{LIST}{mark}{query}"
        ))
    }
}

/// Reads the URI as it is, or encoded as a whole, as some servers and clients give it.
impl FromStr for SmartUri {
    type Err = InvalidUri;

    fn from_str(text: &str) -> Result<Self, InvalidUri> {
        let text = text.trim();
        let text = if text.starts_with(SCHEME) {
            Cow::Borrowed(text)
        } else {
            decode(text)?
        };
        let rest = text.strip_prefix(SCHEME).ok_or(InvalidUri::Server)?;
        // The path may be encoded once more than the scheme.
        let rest = if rest.contains('?') || !rest.contains("%3F") && !rest.contains("%3f") {
            Cow::Borrowed(rest)
        } else {
            decode(rest)?
        };
        let (address, query) = rest.split_once('?').unwrap_or((&rest, ""));
        let slash = address.find('/').unwrap_or(address.len());
        let (machine, path) = address.split_at(slash);
        let (machine, path) = (decode(machine)?, decode(path)?);
        if machine.is_empty() {
            return Err(InvalidUri::Server);
        }
        let section = path
            .strip_prefix(LIBRARY)
            .and_then(|path| path.strip_prefix(SECTIONS))
            .and_then(|path| path.strip_suffix(LIST))
            .filter(|section| !section.is_empty() && !section.contains('/'));
        let Some(section) = section else {
            return Err(InvalidUri::Path(path.chars().take(200).collect()));
        };
        Ok(Self {
            machine_identifier: machine.as_ref().into(),
            section: section.into(),
            query: query.parse()?,
        })
    }
}

fn decode(text: &str) -> Result<Cow<'_, str>, InvalidUri> {
    percent_decode_str(text)
        .decode_utf8()
        .map_err(|_| InvalidUri::Encoding)
}

impl Query {
    /// The query as that of a smart collection or playlist on this section of this server.
    pub fn on(
        self,
        machine_identifier: impl Into<MachineIdentifier>,
        section: impl Into<SectionId>,
    ) -> SmartUri {
        SmartUri {
            machine_identifier: machine_identifier.into(),
            section: section.into(),
            query: self,
        }
    }
}

impl From<filter::Filter> for Query {
    fn from(filter: filter::Filter) -> Self {
        Self::new().filter(filter)
    }
}
