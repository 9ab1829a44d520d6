//! [`Wire`]: what a type says of its fields, for reading and writing alike. `#[model]` and `#[request]` write it.
//!
//! A derive of serde's says the same in much more code, which the compiler has to check in every build. Here a type has a
//! list of names and two functions, one with a line for each field to read, one to write; all else is below, once. Reading goes field by field into the value, each name being looked up in a table made at compile time.

use super::fault::Nothing;
use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, Visitor,
};
use serde::ser::{SerializeStruct, Serializer};
use std::fmt;
use std::marker::PhantomData;

#[doc(hidden)]
pub use super::fault::DecodeFault;
#[doc(hidden)]
pub use super::value::Value;
#[doc(hidden)]
pub use serde;

/// A type with named fields.
pub trait Wire: Sized {
    /// What there is of it while it is read: itself, where no field has to be there.
    type Draft: Default;
    /// The type's name, such as `GetTransientToken`.
    const TYPE: &'static str;
    /// The wire names of its fields.
    const NAMES: &'static [&'static str];
    /// Where each name stands, as [`places`] has it; empty where looking through them is as quick.
    const PLACES: &'static [u16];

    /// Reads the field at a place of [`NAMES`](Self::NAMES).
    fn take<'de, A: MapAccess<'de>>(
        draft: &mut Self::Draft,
        place: usize,
        map: &mut A,
    ) -> Result<(), A::Error>;

    /// Makes it of what was read; an error has the wire name of the field that is missing.
    fn finish(draft: Self::Draft) -> Result<Self, &'static str>;

    /// Writes all fields.
    fn put<S: SerializeStruct>(&self, out: &mut S) -> Result<(), S::Error>;
}

/// What only requests say about their fields.
pub trait Request: Wire {
    /// The wire names of the fields that have to be there.
    const REQUIRED: &'static [&'static str];
    /// Whether each field of [`NAMES`](Wire::NAMES) is a secret, by its type.
    const SECRETS: &'static [bool];
}

/// A type of field whose value must not show: a token, a password, a PIN.
pub trait SecretField {}

impl SecretField for crate::token::Secret {}
impl SecretField for crate::token::Token {}
impl SecretField for crate::token::AccountToken {}
impl SecretField for crate::token::ServerToken {}
impl SecretField for crate::token::TransientToken {}
impl SecretField for crate::token::ClaimToken {}
impl SecretField for crate::token::Jwt {}
impl<T: SecretField> SecretField for Option<T> {}
impl<T: SecretField> SecretField for Vec<T> {}

/// Tells whether a type is a [`SecretField`]: the inherent constant exists for those only, [`NotSecret`]'s for every type.
#[doc(hidden)]
pub struct Probe<T>(PhantomData<T>);

impl<T: SecretField> Probe<T> {
    #[doc(hidden)]
    pub const SECRET: bool = true;
}

#[doc(hidden)]
pub trait NotSecret {
    const SECRET: bool = false;
}

impl<T> NotSecret for Probe<T> {}

/// `Self: From<S>` as a bound that may be false: one with a lifetime is checked where it is used, not where it is written.
#[doc(hidden)]
pub trait MadeFrom<'a, S> {
    fn made_from(source: S) -> Self;
}

impl<S, T: From<S>> MadeFrom<'_, S> for T {
    fn made_from(source: S) -> Self {
        source.into()
    }
}

/// What can be read from a body: a model, or a list of them. A model's own is compiled once, with the model.
pub trait Read: Sized {
    /// Reads it.
    fn read(value: Value<'_>) -> Result<Self, DecodeFault>;
}

impl<T: Read> Read for Vec<T> {
    fn read(value: Value<'_>) -> Result<Self, DecodeFault> {
        let mut entries = value.entries();
        let mut list = Vec::with_capacity(entries.hint().min(MOST_AT_ONCE));
        while let Some(entry) = entries.next() {
            let element = entry.element();
            match T::read(entry) {
                Ok(entry) => list.push(entry),
                Err(fault) => return Err(entries.out_of(element, fault)),
            }
        }
        Ok(list)
    }
}

/// Room is made for as many entries as a list says it has, but not for more than this.
const MOST_AT_ONCE: usize = 1024;

/// What a slot without a name has.
const FREE: u16 = u16::MAX;

/// A number made of a name: names differ in length, first, middle and last letters.
pub(super) const fn slot(name: &[u8]) -> usize {
    let len = name.len();
    if len == 0 {
        return 0;
    }
    let (first, last) = (name[0] as usize, name[len - 1] as usize);
    let (middle, third) = (name[len / 2] as usize, name[len * 3 / 4] as usize);
    let mixed = first + 37 * last + 149 * middle + 331 * third + 61 * len;
    mixed ^ (mixed >> 7)
}

/// How many slots the table of so many names has: none where it would save nothing, else more than twice as many.
pub const fn slots(names: usize) -> usize {
    if names < 8 {
        0
    } else {
        (2 * names + 1).next_power_of_two()
    }
}

/// A table that finds the places of names; `N` is what [`slots`] gives for their number.
pub const fn places<const N: usize>(names: &[&str]) -> [u16; N] {
    let mut slots = [FREE; N];
    let mut place = 0_u16;
    while N > 0 && (place as usize) < names.len() {
        let mut at = slot(names[place as usize].as_bytes()) & (N - 1);
        while slots[at] != FREE {
            at = (at + 1) & (N - 1);
        }
        slots[at] = place;
        place += 1;
    }
    slots
}

/// The place of a name.
fn find(names: &[&str], places: &[u16], name: &str) -> Option<usize> {
    let Some(mask) = places.len().checked_sub(1) else {
        return names.iter().position(|known| same(known, name));
    };
    let mut at = slot(name.as_bytes()) & mask;
    loop {
        let place = usize::from(*places.get(at)?);
        // A free slot has no name either.
        if same(names.get(place)?, name) {
            return Some(place);
        }
        at = (at + 1) & mask;
    }
}

/// True for equal names. Most have less than 17 bytes: comparing both ends is quicker than a call.
#[inline]
pub(super) fn same(a: &str, b: &str) -> bool {
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

/// One list of names after the other; `N` is how many there are in both.
pub const fn concat<const N: usize>(
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

/// Reads the next value of a map into a field.
#[doc(hidden)]
pub fn value<'de, A: MapAccess<'de>, T: Deserialize<'de>>(
    map: &mut A,
    into: &mut T,
) -> Result<(), A::Error> {
    *into = map.next_value()?;
    Ok(())
}

/// Reads the next value of a map into the place of a field that has to be there.
#[doc(hidden)]
pub fn some<'de, A: MapAccess<'de>, T: Deserialize<'de>>(
    map: &mut A,
    into: &mut Option<T>,
) -> Result<(), A::Error> {
    *into = Some(map.next_value()?);
    Ok(())
}

/// Reads the next value of a map into an optional field.
#[doc(hidden)]
pub fn optional<'de, A: MapAccess<'de>, T: Deserialize<'de>>(
    map: &mut A,
    into: &mut Option<T>,
) -> Result<(), A::Error> {
    *into = map.next_value_seed(Optional(PhantomData))?;
    Ok(())
}

/// The name by which a [`Value`] knows that an optional field of a model is read.
pub(super) const OPTIONAL: &str = "$optional";

#[cold]
fn is_nothing(error: &impl std::error::Error) -> bool {
    error
        .source()
        .is_some_and(<dyn std::error::Error>::is::<Nothing>)
}

/// Reads a value that may stand for none.
struct Optional<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> DeserializeSeed<'de> for Optional<T> {
    type Value = Option<T>;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<T>, D::Error> {
        deserializer.deserialize_newtype_struct(OPTIONAL, self)
    }
}

impl<'de, T: Deserialize<'de>> Visitor<'de> for Optional<T> {
    type Value = Option<T>;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an optional value")
    }
    fn visit_none<E: Error>(self) -> Result<Option<T>, E> {
        Ok(None)
    }
    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<T>, D::Error> {
        match T::deserialize(deserializer) {
            Err(error) if is_nothing(&error) => Ok(None),
            read => read.map(Some),
        }
    }
    /// Other formats say themselves what is none.
    fn visit_newtype_struct<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<Option<T>, D::Error> {
        Option::deserialize(deserializer)
    }
}

/// Writes a value with its fields.
pub fn serialize<T: Wire, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    let mut out = serializer.serialize_struct(T::TYPE, T::NAMES.len())?;
    value.put(&mut out)?;
    out.end()
}

/// Reads a value, field by field.
pub fn deserialize<'de, T: Wire, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_struct(T::TYPE, T::NAMES, Reader(PhantomData))
}

/// Reads the fields of `T`.
struct Reader<T>(PhantomData<T>);

impl<'de, T: Wire> Visitor<'de> for Reader<T> {
    type Value = T;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        expecting(f, T::TYPE)
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<T, A::Error> {
        let mut draft = T::Draft::default();
        let name = Name {
            names: T::NAMES,
            places: T::PLACES,
        };
        while let Some(place) = name.next_known(&mut map)? {
            T::take(&mut draft, place, &mut map)?;
        }
        T::finish(draft).map_err(missing)
    }
}

#[cold]
fn missing<E: Error>(field: &'static str) -> E {
    E::missing_field(field)
}

fn expecting(f: &mut fmt::Formatter<'_>, name: &str) -> fmt::Result {
    write!(f, "struct {name}")
}

/// Reads a name as its place among others.
#[derive(Clone, Copy)]
struct Name {
    names: &'static [&'static str],
    places: &'static [u16],
}

impl Name {
    /// The place of the next field that has one.
    fn next_known<'de, A: MapAccess<'de>>(self, map: &mut A) -> Result<Option<usize>, A::Error> {
        loop {
            match map.next_key_seed(self)? {
                None => return Ok(None),
                Some(None) => {
                    map.next_value::<IgnoredAny>()?;
                }
                Some(place) => return Ok(place),
            }
        }
    }
}

impl<'de> DeserializeSeed<'de> for Name {
    type Value = Option<usize>;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<usize>, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for Name {
    type Value = Option<usize>;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a field's name")
    }
    fn visit_str<E: Error>(self, name: &str) -> Result<Option<usize>, E> {
        Ok(find(self.names, self.places, name))
    }
}

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
