//! [`SourceUri`]: what a server calls another server or a provider that it knows.

use crate::ids::MachineIdentifier;
use crate::text::Text;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// A source known to a server: `server://<machine identifier>` or `provider://<identifier>`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SourceUri {
    /// Another Plex Media Server.
    Server(MachineIdentifier),
    /// A media provider, such as `tv.plex.provider.discover`.
    Provider(Text),
}

/// Why a text is not a source.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum InvalidSource {
    /// Neither `server://` nor `provider://` stands in front.
    #[error(
        "source `{0}` has no prefix: write server://<machine identifier> or provider://<identifier>"
    )]
    Prefix(String),
    /// Nothing follows the prefix.
    #[error("source `{0}` names nothing after its prefix")]
    Empty(String),
    /// A character follows that no identifier has, such as a slash or a space.
    #[error("source `{text}` has the character {found:?}, which no identifier has")]
    Character {
        /// The whole text.
        text: String,
        /// The character.
        found: char,
    },
    /// Longer than any identifier.
    #[error("the source is {0} bytes long; identifiers stay below 256")]
    TooLong(usize),
}

impl SourceUri {
    /// The source that is the server with this machine identifier.
    pub fn server(id: impl Into<MachineIdentifier>) -> Result<Self, InvalidSource> {
        let id = id.into();
        format!("server://{id}").parse()
    }

    /// The source that is the provider with this identifier.
    pub fn provider(id: &str) -> Result<Self, InvalidSource> {
        format!("provider://{id}").parse()
    }
}

impl FromStr for SourceUri {
    type Err = InvalidSource;

    fn from_str(text: &str) -> Result<Self, InvalidSource> {
        if text.len() > 256 {
            return Err(InvalidSource::TooLong(text.len()));
        }
        let (is_server, id) = if let Some(id) = text.strip_prefix("server://") {
            (true, id)
        } else if let Some(id) = text.strip_prefix("provider://") {
            (false, id)
        } else {
            return Err(InvalidSource::Prefix(text.into()));
        };
        if id.is_empty() {
            return Err(InvalidSource::Empty(text.into()));
        }
        let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
        if let Some(found) = id.chars().find(|c| !allowed(*c)) {
            return Err(InvalidSource::Character {
                text: text.into(),
                found,
            });
        }
        Ok(if is_server {
            Self::Server(id.into())
        } else {
            Self::Provider(id.into())
        })
    }
}

impl fmt::Display for SourceUri {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Server(id) => write!(f, "server://{id}"),
            Self::Provider(id) => write!(f, "provider://{id}"),
        }
    }
}

impl Serialize for SourceUri {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for SourceUri {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Text::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prints_what_it_parsed() {
        for text in [
            "server://243b471948ace337a8f92f129ec97d1902fcb1df",
            "provider://tv.plex.provider.epg-1_a",
        ] {
            assert_eq!(text.parse::<SourceUri>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn what_is_wrong_is_named() {
        let error = |text: &str| text.parse::<SourceUri>().unwrap_err().to_string();
        assert!(error("abc").contains("`abc` has no prefix"));
        assert!(error("server://").contains("names nothing"));
        assert!(error("server://a/b").contains("'/'"));
        assert!(error("SERVER://a").contains("no prefix"));
        assert!(error(&format!("server://{}", "a".repeat(300))).contains("309 bytes"));
    }
}
