//! [`MediaType`]: the kind of an item as the number that requests take in `type`.

use crate::model::library::kind::MediaKind;
use crate::text::Text;
use serde::de::{Deserialize, Deserializer, Error, Visitor};
use serde::ser::{Serialize, Serializer};
use std::convert::Infallible;
use std::fmt;
use std::str::FromStr;

/// The kinds that have a number.
const NUMBERS: &[(u16, MediaKind)] = &[
    (1, MediaKind::Movie),
    (2, MediaKind::Show),
    (3, MediaKind::Season),
    (4, MediaKind::Episode),
    (5, MediaKind::Trailer),
    (6, MediaKind::Comic),
    (7, MediaKind::Person),
    (8, MediaKind::Artist),
    (9, MediaKind::Album),
    (10, MediaKind::Track),
    (11, MediaKind::Picture),
    (12, MediaKind::Clip),
    (13, MediaKind::Photo),
    (14, MediaKind::PhotoAlbum),
    (15, MediaKind::Playlist),
    (16, MediaKind::PlaylistFolder),
    (18, MediaKind::Collection),
    (42, MediaKind::OptimizedVersion),
    (1001, MediaKind::UserPlaylistItem),
];

/// A [`MediaKind`] that stands on the wire as its number, such as 1 for movies.
///
/// It converts from the kind and from the number: `.kind(MediaKind::Movie)` and `.kind(1)` are the same. A number that this
/// version does not know is kept, and sent as it is.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct MediaType(MediaKind);

impl MediaType {
    /// The number on the wire, unless the kind has none.
    pub fn number(&self) -> Option<u16> {
        let known = NUMBERS.iter().find(|(_, kind)| *kind == self.0);
        known.map_or_else(|| self.0.as_str().parse().ok(), |(number, _)| Some(*number))
    }

    /// The kind.
    pub fn kind(&self) -> &MediaKind {
        &self.0
    }

    /// The kind, if it is one of those that have a number.
    pub fn known(&self) -> Option<MediaKind> {
        let known = NUMBERS.iter().find(|(_, kind)| *kind == self.0);
        known.map(|(_, kind)| kind.clone())
    }
}

impl From<MediaKind> for MediaType {
    fn from(kind: MediaKind) -> Self {
        Self(kind)
    }
}

impl From<u16> for MediaType {
    fn from(number: u16) -> Self {
        let known = NUMBERS.iter().find(|(known, _)| *known == number);
        Self(known.map_or_else(
            || MediaKind::Unknown(number.to_string().into()),
            |(_, kind)| kind.clone(),
        ))
    }
}

/// Reads a number or a word.
impl From<&str> for MediaType {
    fn from(text: &str) -> Self {
        text.parse()
            .map_or_else(|_| Self(MediaKind::from(text)), |number: u16| number.into())
    }
}

impl FromStr for MediaType {
    type Err = Infallible;
    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(text.into())
    }
}

impl From<MediaType> for MediaKind {
    fn from(MediaType(kind): MediaType) -> Self {
        kind
    }
}

impl fmt::Debug for MediaType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// Writes the word, such as `movie`.
impl fmt::Display for MediaType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Serialize for MediaType {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.number() {
            Some(number) => serializer.serialize_u16(number),
            None => serializer.serialize_str(self.0.as_str()),
        }
    }
}

impl<'de> Deserialize<'de> for MediaType {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(NumberOrWord)
    }
}

struct NumberOrWord;

impl Visitor<'_> for NumberOrWord {
    type Value = MediaType;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the number of a media type")
    }
    fn visit_str<E: Error>(self, text: &str) -> Result<MediaType, E> {
        Ok(text.into())
    }
    fn visit_u64<E: Error>(self, number: u64) -> Result<MediaType, E> {
        Ok(u16::try_from(number).map_or_else(|_| unknown(number), MediaType::from))
    }
    fn visit_i64<E: Error>(self, number: i64) -> Result<MediaType, E> {
        Ok(u16::try_from(number).map_or_else(|_| unknown(number), MediaType::from))
    }
}

fn unknown(number: impl fmt::Display) -> MediaType {
    MediaType(MediaKind::Unknown(Text::from(number.to_string())))
}

#[cfg(test)]
mod tests {
    use super::MediaType;
    use crate::model::MediaKind;

    #[test]
    fn kinds_stand_as_their_numbers() {
        for (kind, json) in [
            (MediaType::from(MediaKind::Movie), "1"),
            (MediaType::from(10), "10"),
            (MediaType::from("42"), "42"),
            (MediaType::from("album"), "9"),
            (MediaType::from(77), "77"),
            (MediaType::from(MediaKind::Folder), "\"folder\""),
        ] {
            assert_eq!(serde_json::to_string(&kind).unwrap(), json);
            assert_eq!(serde_json::from_str::<MediaType>(json).unwrap(), kind);
        }
        assert_eq!(MediaType::from(10).kind(), &MediaKind::Track);
        assert_eq!(MediaType::from(77).known(), None);
        assert_eq!(MediaType::from(MediaKind::Folder).number(), None);
    }
}
