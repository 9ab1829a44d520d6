//! Identifiers as their own types, so that one cannot be passed for another.

use crate::text::Text;
use serde::{Deserialize, Serialize};
use std::convert::Infallible;
use std::fmt;
use std::num::ParseIntError;
use std::str::FromStr;

macro_rules! id {
    ($(#[$doc:meta])* $Name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $Name(Text);

        impl $Name {
            /// Takes the identifier as it stands on the wire.
            pub fn new(id: impl Into<Text>) -> Self {
                Self(id.into())
            }
            /// The identifier as it stands on the wire.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Debug for $Name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(self.as_str(), f)
            }
        }
        impl fmt::Display for $Name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }
        impl AsRef<str> for $Name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }
        impl From<&str> for $Name {
            fn from(id: &str) -> Self {
                Self(id.into())
            }
        }
        impl From<String> for $Name {
            fn from(id: String) -> Self {
                Self(id.into())
            }
        }
        impl FromStr for $Name {
            type Err = Infallible;
            fn from_str(id: &str) -> Result<Self, Infallible> {
                Ok(id.into())
            }
        }
        impl From<u64> for $Name {
            fn from(id: u64) -> Self {
                Self(id.to_string().into())
            }
        }
        impl PartialEq<str> for $Name {
            fn eq(&self, other: &str) -> bool {
                self.as_str() == other
            }
        }
        impl PartialEq<&str> for $Name {
            fn eq(&self, other: &&str) -> bool {
                self.as_str() == *other
            }
        }
    };
}

id! {
    /// The number of a library section on one server, such as `1`.
    SectionId
}
id! {
    /// The key of an item: a number on a server, 24 hexadecimal digits at a cloud provider.
    RatingKey
}
id! {
    /// The identifier of a server, 40 hexadecimal digits, the same for as long as it keeps its data.
    MachineIdentifier
}
id! {
    /// The identifier of an app's installation (`X-Plex-Client-Identifier`): made once, then kept.
    ClientIdentifier
}
/// The number of a sign-in PIN at plex.tv.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct PinId(pub u64);

impl fmt::Display for PinId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl From<u64> for PinId {
    fn from(id: u64) -> Self {
        Self(id)
    }
}

impl FromStr for PinId {
    type Err = ParseIntError;
    /// Reads a number; unlike other ids, this one is never text.
    fn from_str(id: &str) -> Result<Self, ParseIntError> {
        id.parse().map(Self)
    }
}

id! {
    /// The number of a version ([`Media`](crate::model::Media)) of an item.
    MediaId
}
id! {
    /// The number of a file ([`Part`](crate::model::Part)) of a version.
    PartId
}
id! {
    /// The number of a marker of an item.
    MarkerId
}
id! {
    /// A person: the number of their tag on a server, or 24 hexadecimal digits, the tag's `tag_key`.
    PersonId
}
id! {
    /// A search for metadata that goes on in the background: the last part of an answer's `augmentation_key`.
    AugmentationId
}
/// The number of a stream ([`Stream`](crate::model::Stream)) of a file; 0 is none.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct StreamId(pub u64);

impl fmt::Display for StreamId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl From<u64> for StreamId {
    fn from(id: u64) -> Self {
        Self(id)
    }
}

impl FromStr for StreamId {
    type Err = ParseIntError;
    /// Reads a number; unlike other ids, this one is never text.
    fn from_str(id: &str) -> Result<Self, ParseIntError> {
        id.parse().map(Self)
    }
}

id! {
    /// The global id of an account at plex.tv (`uuid`), 16 hexadecimal digits.
    AccountUuid
}
id! {
    /// The number of a recorder of live TV on one server.
    DvrId
}
id! {
    /// The number of a tuner on one server.
    TunerId
}
id! {
    /// The number of a subscription, a wish to record, on one server.
    SubscriptionId
}
id! {
    /// The number of a provider of metadata on one server.
    MetadataProviderId
}
id! {
    /// The number of a group of providers of metadata on one server.
    MetadataProviderGroupId
}

id! {
    /// The number of a playlist: the rating key it has in lists.
    PlaylistId
}
id! {
    /// The number of an entry in a playlist (`playlistItemID`); an item that stands in it twice has two.
    PlaylistItemId
}
id! {
    /// The number of what fills a playlist: a filter, or an order to make optimized versions.
    GeneratorId
}
id! {
    /// The number of a collection: the rating key it has in lists.
    CollectionId
}
id! {
    /// The number of a play queue.
    PlayQueueId
}
id! {
    /// The number of an entry in a play queue (`playQueueItemID`).
    PlayQueueItemId
}
id! {
    /// The number of a download queue, one for each user and app.
    DownloadQueueId
}
id! {
    /// The number of an entry in a download queue.
    DownloadItemId
}
id! {
    /// The number of an entry in the list of plays: the end of its `historyKey`.
    HistoryId
}
id! {
    /// The name of a conversion, chosen by the app that asks for it.
    TranscodeSessionId
}

/// Collections and playlists are listed as items; their rating keys are their numbers.
macro_rules! listed_as_item {
    ($($Name:ident),+) => {$(
        impl From<RatingKey> for $Name {
            fn from(key: RatingKey) -> Self {
                Self(key.0)
            }
        }
    )+};
}
listed_as_item!(CollectionId, PlaylistId);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::MediaKind;
    use std::fmt::{Debug, Display};

    /// The value in every way that it can be made of text.
    fn is_made_of_text<T>(text: &str, expected: &T)
    where
        T: for<'a> From<&'a str> + From<String> + FromStr<Err = Infallible>,
        T: Display + Debug + PartialEq,
    {
        assert_eq!(T::from(text), *expected);
        assert_eq!(T::from(text.to_owned()), *expected);
        assert_eq!(text.parse::<T>().as_ref(), Ok(expected));
        assert_eq!(expected.to_string(), text);
    }

    #[test]
    fn ids_and_words_are_made_of_any_text() {
        is_made_of_text("17", &SectionId::from(17));
        is_made_of_text(
            "5d776825880197001ec90a52",
            &RatingKey::new("5d776825880197001ec90a52"),
        );
        is_made_of_text("episode", &MediaKind::Episode);
        is_made_of_text("hologram", &MediaKind::Unknown("hologram".into()));
    }

    #[test]
    fn numbers_are_read_from_text() {
        assert_eq!("42".parse(), Ok(PinId(42)));
        assert_eq!("7".parse(), Ok(StreamId(7)));
        assert!("x".parse::<PinId>().is_err());
    }
}
