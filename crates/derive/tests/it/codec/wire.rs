//! As little as what is derived needs: it reads and writes by serde alone, and a tree is a `serde_json::Value`.

pub(crate) use serde;

use serde::de::value::StrDeserializer;
use serde::de::{DeserializeSeed, Error, MapAccess, Visitor};
use serde::ser::SerializeStruct;
use serde::{Deserialize, Deserializer, Serializer};
use std::fmt;
use std::marker::PhantomData;

pub(crate) type Value<'a> = &'a serde_json::Value;
pub(crate) type Fault = serde::de::value::Error;

pub(crate) trait Wire: Sized {
    type Draft: Default;
    const NAME: &'static str;
    const NAMES: &'static [&'static str];
    const PLACES: &'static [u16];
    fn take<'de, A: MapAccess<'de>>(
        draft: &mut Self::Draft,
        place: usize,
        map: &mut A,
    ) -> Result<(), A::Error>;
    fn finish(draft: Self::Draft) -> Result<Self, &'static str>;
    fn put<S: SerializeStruct>(&self, out: &mut S) -> Result<(), S::Error>;
}

pub(crate) trait Read: Sized {
    fn read(value: Value<'_>) -> Result<Self, Fault>;
}

pub(crate) trait Model: Wire + Read {
    fn take_field(
        draft: &mut Self::Draft,
        place: usize,
        fields: &mut Fields<'_>,
    ) -> Result<(), Fault>;
}

/// The fields of an object that stands in memory, one after the other.
pub(crate) struct Fields<'a> {
    entries: serde_json::map::Iter<'a>,
    value: Option<&'a serde_json::Value>,
}

impl<'a> MapAccess<'a> for Fields<'a> {
    type Error = Fault;
    fn next_key_seed<K: DeserializeSeed<'a>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Fault> {
        let Some((name, value)) = self.entries.next() else {
            return Ok(None);
        };
        self.value = Some(value);
        seed.deserialize(StrDeserializer::new(name)).map(Some)
    }
    fn next_value_seed<V: DeserializeSeed<'a>>(&mut self, seed: V) -> Result<V::Value, Fault> {
        let value = self.value.take().unwrap();
        seed.deserialize(value).map_err(Fault::custom)
    }
}

pub(crate) const fn slots(names: usize) -> usize {
    if names < 5 { 0 } else { names }
}

/// The real one has a table to look names up in; here it tells how often it was asked for what.
pub(crate) const fn places<const N: usize>(names: &[&str]) -> [u16; N] {
    assert!(N == 0 || N == names.len());
    [7; N]
}

pub(crate) fn value<'de, A: MapAccess<'de>, T: Deserialize<'de>>(
    map: &mut A,
    into: &mut T,
) -> Result<(), A::Error> {
    *into = map.next_value()?;
    Ok(())
}

pub(crate) fn some<'de, A: MapAccess<'de>, T: Deserialize<'de>>(
    map: &mut A,
    into: &mut Option<T>,
) -> Result<(), A::Error> {
    *into = Some(map.next_value()?);
    Ok(())
}

fn place<T: Wire>(name: &str) -> usize {
    let place = T::NAMES.iter().position(|known| *known == name);
    place.unwrap_or(usize::MAX)
}

pub(crate) fn serialize<T: Wire, S: Serializer>(
    value: &T,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut out = serializer.serialize_struct(T::NAME, T::NAMES.len())?;
    value.put(&mut out)?;
    out.end()
}

pub(crate) fn deserialize<'de, T: Wire, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    struct Whole<T>(PhantomData<T>);
    impl<'de, T: Wire> Visitor<'de> for Whole<T> {
        type Value = T;
        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str(T::NAME)
        }
        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<T, A::Error> {
            let mut draft = T::Draft::default();
            while let Some(name) = map.next_key::<String>()? {
                match place::<T>(&name) {
                    usize::MAX => drop(map.next_value::<serde::de::IgnoredAny>()?),
                    place => T::take(&mut draft, place, &mut map)?,
                }
            }
            T::finish(draft).map_err(A::Error::missing_field)
        }
    }
    deserializer.deserialize_struct(T::NAME, T::NAMES, Whole(PhantomData))
}

pub(crate) fn read<T: Model>(value: Value<'_>) -> Result<T, Fault> {
    let object = value
        .as_object()
        .ok_or_else(|| Fault::custom("no object"))?;
    let (mut draft, mut fields) = (
        T::Draft::default(),
        Fields {
            entries: object.iter(),
            value: None,
        },
    );
    while let Some(name) = fields.next_key::<String>()? {
        match place::<T>(&name) {
            usize::MAX => drop(fields.next_value::<serde::de::IgnoredAny>()?),
            place => T::take_field(&mut draft, place, &mut fields)?,
        }
    }
    T::finish(draft).map_err(Fault::missing_field)
}
