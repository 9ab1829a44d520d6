//! `wide!`: structs with very many fields, small in memory and quick to read.
//!
//! The wire has one flat object for every kind of item, with some 200 fields of which one item has 40. A struct made
//! with `wide!` keeps the usual fields itself and the others, flat on the wire too, in a box of their own that is there
//! only when one of them is ([`Rare`]).

use std::fmt;
use std::ops::{Deref, DerefMut};

/// Fields that few objects have: nothing until one of them is set, and read as if they were there.
#[derive(Clone)]
pub struct Rare<T>(Option<Box<T>>);

impl<T> Default for Rare<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T: Empty> Deref for Rare<T> {
    type Target = T;
    fn deref(&self) -> &T {
        self.0.as_deref().unwrap_or_else(|| T::empty())
    }
}

impl<T: Empty> DerefMut for Rare<T> {
    fn deref_mut(&mut self) -> &mut T {
        self.0.get_or_insert_default()
    }
}

impl<T: Empty + PartialEq> PartialEq for Rare<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl<T: fmt::Debug> fmt::Debug for Rare<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Some(fields) => fields.fmt(f),
            None => f.write_str("-"),
        }
    }
}

/// A struct with nothing in it, to be read where there is none.
pub trait Empty: Default + 'static {
    /// The one for everybody.
    fn empty() -> &'static Self;
}

/// Defines a struct: `"wireName" field: Type,` for each field; `: Box` behind its name gives it a box of rarer fields.
macro_rules! wide {
    (
        $(#[$doc:meta])*
        pub struct $Name:ident $(: $More:ident)? {
            $($(#[$field_doc:meta])* $wire:literal $field:ident: $Type:ty,)+
        }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct $Name {
            $($(#[$field_doc])* pub $field: $Type,)+
            $(
                #[doc = concat!("The rarer fields, which read and write as if they were fields of `", stringify!($Name), "` itself.")]
                pub more: $crate::model::wide::Rare<$More>,
            )?
        }

        $(
            impl std::ops::Deref for $Name {
                type Target = $More;
                fn deref(&self) -> &$More {
                    &self.more
                }
            }

            impl std::ops::DerefMut for $Name {
                fn deref_mut(&mut self) -> &mut $More {
                    &mut self.more
                }
            }
        )?

        const _: () = {
            use serde::de::{Deserialize, Deserializer, MapAccess};
            use serde::ser::{Serialize, SerializeStruct, Serializer};
            use std::sync::LazyLock;
            use $crate::codec::wire::{self, Fault, Read, Value, Wire};

            #[allow(non_camel_case_types, clippy::upper_case_acronyms, reason = "named as the fields")]
            enum Place { $($field,)+ }

            /// The fields' places as numbers, to match on.
            struct At;
            #[allow(non_upper_case_globals, reason = "named as the fields")]
            impl At {
                $(const $field: usize = Place::$field as usize;)+
            }

            const OWN: &[&str] = &[$($wire),+];
            #[allow(unused_mut, unused_assignments, reason = "there may be no box")]
            const MORE: &[&str] = {
                let mut names: &[&str] = &[];
                $(names = <$More as Wire>::NAMES;)?
                names
            };
            const ALL: [&str; OWN.len() + MORE.len()] = wire::concat(OWN, MORE);

            impl Wire for $Name {
                type Draft = Self;
                const TYPE: &'static str = stringify!($Name);
                const NAMES: &'static [&'static str] = &ALL;
                const PLACES: &'static [u16] = &wire::places::<{ wire::slots(ALL.len()) }>(&ALL);

                fn take<'de, A: MapAccess<'de>>(draft: &mut Self, place: usize, map: &mut A) -> Result<(), A::Error> {
                    match place {
                        $(At::$field => wire::value(map, &mut draft.$field),)+
                        #[allow(unused_variables, unreachable_code, reason = "there may be no box")]
                        rarer => {
                            $(return <$More as Wire>::take(&mut draft.more, rarer - OWN.len(), map);)?
                            Ok(())
                        }
                    }
                }

                fn finish(draft: Self) -> Result<Self, &'static str> {
                    Ok(draft)
                }

                fn put<S: SerializeStruct>(&self, out: &mut S) -> Result<(), S::Error> {
                    $(out.serialize_field($wire, &self.$field)?;)+
                    $(<$More as Wire>::put(&self.more, out)?;)?
                    Ok(())
                }
            }

            impl Read for $Name {
                #[inline(never)]
                fn read(value: Value<'_>) -> Result<Self, Fault> {
                    wire::deserialize(value)
                }
            }

            impl $crate::model::wide::Empty for $Name {
                fn empty() -> &'static Self {
                    static EMPTY: LazyLock<$Name> = LazyLock::new($Name::default);
                    &EMPTY
                }
            }

            impl Serialize for $Name {
                fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    wire::serialize(self, serializer)
                }
            }

            impl<'de> Deserialize<'de> for $Name {
                fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    wire::deserialize(deserializer)
                }
            }
        };
    };
}
pub(crate) use wide;
