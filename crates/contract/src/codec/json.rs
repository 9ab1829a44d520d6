//! Reading and writing JSON.

use super::coerce::Coerce;
use super::{DecodeError, Looks, Problem, lossy};
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

/// Reads; where that fails on a body with bytes or characters that JSON forbids, reads it without them.
fn with_repair<T>(
    body: &[u8],
    read: impl Fn(&[u8]) -> Result<T, DecodeError>,
) -> Result<T, DecodeError> {
    let body = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body);
    read(body).or_else(|error| {
        let text = lossy(body);
        let control = |c: char| c.is_ascii_control();
        if std::str::from_utf8(body).is_ok() && !text.contains(control) {
            return Err(error);
        }
        read(text.replace(control, " ").as_bytes())
    })
}

/// Reads without keeping track of the place; a failure is read again to find it.
fn read<'de, S>(text: &'de [u8], seed: S) -> Result<S::Value, DecodeError>
where
    S: DeserializeSeed<'de> + Clone,
{
    let mut json = serde_json::Deserializer::from_slice(text);
    let read = seed
        .clone()
        .deserialize(Coerce(&mut json))
        .and_then(|value| {
            json.end()?;
            Ok(value)
        });
    read.map_err(|error| {
        let mut track = serde_path_to_error::Track::new();
        let mut json = serde_json::Deserializer::from_slice(text);
        let inner = Coerce(&mut json);
        let again = seed.deserialize(serde_path_to_error::Deserializer::new(inner, &mut track));
        let path = if again.is_err() {
            track.path().to_string()
        } else {
            String::new()
        };
        DecodeError::content(Looks::Json, path, error)
    })
}

/// Finds the object of a name, such as `MediaContainer`, in the outermost one.
struct Envelope<'n, T>(&'n str, PhantomData<T>);

impl<T> Clone for Envelope<'_, T> {
    fn clone(&self) -> Self {
        Self(self.0, PhantomData)
    }
}

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
