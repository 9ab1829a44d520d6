//! `open_enum!`: enums of wire words that keep a word they do not know and write it back.

/// Defines an enum whose variants stand for words on the wire, plus `Unknown` for every other word.
macro_rules! open_enum {
    ($(#[$doc:meta])* $Name:ident { $($(#[$vdoc:meta])* $Variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $Name {
            $($(#[$vdoc])* $Variant,)+
            /// A word this version of the crate does not know, as it came.
            Unknown($crate::text::Text),
        }

        impl $Name {
            /// The words this version of the crate knows.
            pub const KNOWN: &'static [&'static str] = &[$($word),+];

            /// The word on the wire.
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$Variant => $word,)+
                    Self::Unknown(word) => word,
                }
            }
        }

        impl From<&str> for $Name {
            fn from(word: &str) -> Self {
                match word {
                    $($word => Self::$Variant,)+
                    other => Self::Unknown(other.into()),
                }
            }
        }

        impl From<String> for $Name {
            fn from(word: String) -> Self {
                match Self::from(word.as_str()) {
                    Self::Unknown(_) => Self::Unknown(word.into()),
                    known => known,
                }
            }
        }
        impl std::str::FromStr for $Name {
            type Err = std::convert::Infallible;
            fn from_str(word: &str) -> Result<Self, Self::Err> {
                Ok(word.into())
            }
        }

        impl std::fmt::Debug for $Name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Debug::fmt(self.as_str(), f)
            }
        }
        impl std::fmt::Display for $Name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
        impl serde::Serialize for $Name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
        impl<'de> serde::Deserialize<'de> for $Name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str($crate::open_enum::Word(std::marker::PhantomData))
            }
        }
    };
}

/// Reads a word without an allocation where the format allows it.
pub(crate) struct Word<T>(pub(crate) std::marker::PhantomData<T>);

impl<T: for<'a> From<&'a str>> serde::de::Visitor<'_> for Word<T> {
    type Value = T;
    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a word")
    }
    fn visit_str<E: serde::de::Error>(self, word: &str) -> Result<T, E> {
        Ok(T::from(word))
    }
}
