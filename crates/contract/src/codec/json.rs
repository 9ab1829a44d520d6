//! Reading and writing JSON.

use super::coerce::Coerce;
use super::{DecodeError, Looks, Problem, lossy, place};
use serde::de::{DeserializeOwned, DeserializeSeed, IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use std::fmt;
use std::marker::PhantomData;

pub use super::encode::to_json as encode;

/// Reads a whole body as `T`.
pub fn decode<T: DeserializeOwned>(body: &[u8]) -> Result<T, DecodeError> {
    with_repair(body, |text| read(text, PhantomData::<T>))
}

/// Reads the object that stands under `MediaContainer`.
pub fn decode_container<T: DeserializeOwned>(body: &[u8]) -> Result<T, DecodeError> {
    decode_named(body, "MediaContainer")
}

/// Reads the object that stands under `name`.
pub fn decode_named<T: DeserializeOwned>(body: &[u8], name: &str) -> Result<T, DecodeError> {
    with_repair(body, |text| {
        read(text, Envelope(name, PhantomData::<T>))?.ok_or_else(|| DecodeError {
            looks: Looks::Json,
            path: String::new(),
            problem: Problem::NoContainer,
        })
    })
}

/// Reads; a body with bytes or characters that JSON forbids is read without them where it cannot be read as it is.
fn with_repair<T>(
    body: &[u8],
    read: impl Fn(&str) -> Result<T, DecodeError>,
) -> Result<T, DecodeError> {
    // Checked once as a whole: the parser need not look at each text again.
    let text = lossy(body);
    read(&text).or_else(|error| {
        let control = |c: char| c.is_ascii_control();
        if !text.contains(control) {
            return Err(error);
        }
        read(&text.replace(control, " "))
    })
}

/// Reads without keeping track of the place; a failure's place is looked for afterwards.
fn read<'de, S: DeserializeSeed<'de>>(text: &'de str, seed: S) -> Result<S::Value, DecodeError> {
    let mut json = serde_json::Deserializer::from_str(text);
    let read = seed.deserialize(Coerce(&mut json)).and_then(|value| {
        json.end()?;
        Ok(value)
    });
    read.map_err(|error| {
        let path = place::in_json(text, error.line(), error.column());
        DecodeError::content(Looks::Json, path, error)
    })
}

/// Finds the object of a name, such as `MediaContainer`, in the outermost one.
struct Envelope<'n, T>(&'n str, PhantomData<T>);

impl<'de, T: Deserialize<'de>> DeserializeSeed<'de> for Envelope<'_, T> {
    type Value = Option<T>;
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<T>, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de, T: Deserialize<'de>> Visitor<'de> for Envelope<'_, T> {
    type Value = Option<T>;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object with a {}", self.0)
    }
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Option<T>, A::Error> {
        let mut found = None;
        while let Some(key) = map.next_key::<String>()? {
            if found.is_none() && key == self.0 {
                found = Some(map.next_value()?);
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(found)
    }
}
