//! `wide!`: structs with very many fields, small in memory and quick to read.
//!
//! The wire has one flat object for every kind of item, with some 200 fields of which one item has 40. A struct made
//! with `wide!` keeps the usual fields itself and the others, flat on the wire too, in a box of their own that is there
//! only when one of them is ([`Rare`]). Reading goes field by field into the struct: each name is looked up in a table
//! made at compile time.

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, Visitor};
use serde::ser::SerializeStruct;
use std::fmt;
use std::marker::PhantomData;
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

/// A struct made by `wide!`.
pub(crate) trait Fields: Default {
    /// The wire names of its fields, those of its box last.
    const NAMES: &'static [&'static str];
    /// Where each name stands.
    const PLACES: &'static Places;
    /// Reads the field at a place.
    fn take<'de, A: MapAccess<'de>>(&mut self, place: usize, map: &mut A) -> Result<(), A::Error>;
    /// Writes all fields.
    fn put<S: SerializeStruct>(&self, out: &mut S) -> Result<(), S::Error>;
}

/// How many slots a table has: more than twice as many as the widest struct has fields.
const SLOTS: usize = 512;
/// A slot without a name.
const FREE: u16 = u16::MAX;

/// A table that finds a name's place.
pub(crate) struct Places([u16; SLOTS]);

/// A slot to look in first: names differ in length, first, middle and last letters.
pub(crate) const fn slot(name: &[u8]) -> usize {
    let len = name.len();
    if len == 0 {
        return 0;
    }
    let (first, last) = (name[0] as usize, name[len - 1] as usize);
    let (middle, third) = (name[len / 2] as usize, name[len * 3 / 4] as usize);
    let mixed = first + 37 * last + 149 * middle + 331 * third + 61 * len;
    (mixed ^ (mixed >> 7)) & (SLOTS - 1)
}

/// True for equal names. Most have less than 17 bytes: comparing both ends is quicker than a call.
#[inline]
pub(crate) fn same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    a.len() == b.len()
        && match a.len() {
            8..=16 => {
                a.first_chunk::<8>() == b.first_chunk() && a.last_chunk::<8>() == b.last_chunk()
            }
            4..=7 => {
                a.first_chunk::<4>() == b.first_chunk() && a.last_chunk::<4>() == b.last_chunk()
            }
            _ => a == b,
        }
}

impl Places {
    /// The table of these names.
    pub(crate) const fn new(names: &[&str]) -> Self {
        assert!(names.len() < SLOTS / 2, "the table would be too full");
        let mut slots = [FREE; SLOTS];
        let mut place = 0_u16;
        while (place as usize) < names.len() {
            let mut at = slot(names[place as usize].as_bytes());
            while slots[at] != FREE {
                at = (at + 1) & (SLOTS - 1);
            }
            slots[at] = place;
            place += 1;
        }
        Self(slots)
    }

    /// The place of a name.
    fn find(&self, names: &[&str], name: &str) -> Option<usize> {
        let mut at = slot(name.as_bytes());
        loop {
            let place = usize::from(*self.0.get(at)?);
            // A free slot has no name either.
            if same(names.get(place)?, name) {
                return Some(place);
            }
            at = (at + 1) & (SLOTS - 1);
        }
    }
}

/// One list of names after the other.
pub(crate) const fn concat<const N: usize>(
    first: &[&'static str],
    then: &[&'static str],
) -> [&'static str; N] {
    let mut all = [""; N];
    let mut at = 0;
    while at < N {
        all[at] = if at < first.len() {
            first[at]
        } else {
            then[at - first.len()]
        };
        at += 1;
    }
    all
}

/// Reads a struct, field by field.
pub(crate) fn deserialize<'de, T: Fields, D: Deserializer<'de>>(
    name: &'static str,
    deserializer: D,
) -> Result<T, D::Error> {
    deserializer.deserialize_struct(name, T::NAMES, Reader(PhantomData))
}

/// Reads the fields of `T`.
struct Reader<T>(PhantomData<T>);

impl<'de, T: Fields> Visitor<'de> for Reader<T> {
    type Value = T;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<T, A::Error> {
        let mut value = T::default();
        while let Some(place) = map.next_key_seed(Name::<T>(PhantomData))? {
            match place {
                Some(place) => value.take(place, &mut map)?,
                None => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(value)
    }
}

/// Reads a name as the place of its field.
struct Name<T>(PhantomData<T>);

impl<'de, T: Fields> DeserializeSeed<'de> for Name<T> {
    type Value = Option<usize>;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<usize>, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl<T: Fields> Visitor<'_> for Name<T> {
    type Value = Option<usize>;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a field's name")
    }
    fn visit_str<E: Error>(self, name: &str) -> Result<Option<usize>, E> {
        Ok(T::PLACES.find(T::NAMES, name))
    }
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
            use $crate::model::wide::{self, Fields, Places};

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
                $(names = <$More as Fields>::NAMES;)?
                names
            };
            const ALL: [&str; OWN.len() + MORE.len()] = wide::concat(OWN, MORE);
            const PLACES: &Places = &Places::new(&ALL);

            impl Fields for $Name {
                const NAMES: &'static [&'static str] = &ALL;
                const PLACES: &'static Places = PLACES;

                fn take<'de, A: MapAccess<'de>>(&mut self, place: usize, map: &mut A) -> Result<(), A::Error> {
                    match place {
                        $(At::$field => self.$field = map.next_value()?,)+
                        #[allow(unused_variables, reason = "there may be no box")]
                        rarer => {
                            $(<$More as Fields>::take(&mut self.more, rarer - OWN.len(), map)?;)?
                        }
                    }
                    Ok(())
                }

                fn put<S: SerializeStruct>(&self, out: &mut S) -> Result<(), S::Error> {
                    $(out.serialize_field($wire, &self.$field)?;)+
                    $(<$More as Fields>::put(&self.more, out)?;)?
                    Ok(())
                }
            }

            impl wide::Empty for $Name {
                fn empty() -> &'static Self {
                    static EMPTY: LazyLock<$Name> = LazyLock::new($Name::default);
                    &EMPTY
                }
            }

            impl Serialize for $Name {
                fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    let mut out = serializer.serialize_struct(stringify!($Name), ALL.len())?;
                    self.put(&mut out)?;
                    out.end()
                }
            }

            impl<'de> Deserialize<'de> for $Name {
                fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                    wide::deserialize(stringify!($Name), deserializer)
                }
            }
        };
    };
}
pub(crate) use wide;

#[cfg(test)]
mod tests {
    use super::same;

    #[test]
    fn names_are_the_same_in_every_letter() {
        let name = "originallyAvailableAt";
        for end in 0..=name.len() {
            let name = &name[..end];
            let copy = String::from(name);
            assert!(same(name, &copy), "{name}");
            for letter in 0..end {
                let mut other = name.as_bytes().to_vec();
                other[letter] = b'_';
                let other = String::from_utf8(other).unwrap();
                assert!(!same(name, &other), "{name} and {other}");
            }
            assert!(!same(name, &format!("{name}s")), "{name}");
        }
    }
}
