//! Reading and writing JSON.

use super::coerce::Coerce;
use super::left_out::{self, LeftOut, Pruned};
use super::place::{self, Step};
use super::{DecodeError, Looks, Problem, lossy};
use serde::Deserialize;
use serde::de::{DeserializeOwned, IgnoredAny, MapAccess, Visitor};
use simd_json::{Buffers, Deserializer, INPUT_PADDING, Tape};
use std::borrow::Cow;
use std::cell::Cell;
use std::fmt;
use std::marker::PhantomData;

pub use super::encode::to_json as encode;

/// Objects and lists deeper than this are refused.
const MAX_DEPTH: usize = 128;

/// Reads a whole body as `T`.
pub fn decode<T: DeserializeOwned>(body: &[u8]) -> Result<T, DecodeError> {
    read(body, &Whole(PhantomData), None)
}

/// Reads the object that stands under `MediaContainer`.
pub fn decode_container<T: DeserializeOwned>(body: &[u8]) -> Result<T, DecodeError> {
    decode_named(body, "MediaContainer")
}

/// Reads the object that stands under `name`.
pub fn decode_named<T: DeserializeOwned>(body: &[u8], name: &str) -> Result<T, DecodeError> {
    read_named(body, name, None)
}

/// Reads a whole body; entries of lists that cannot be read are told in `left_out` where there is one.
pub(crate) fn read_whole<T: DeserializeOwned>(
    body: &[u8],
    left_out: LeftOut<'_>,
) -> Result<T, DecodeError> {
    read(body, &Whole(PhantomData), left_out)
}

/// The same for the object that stands under `name`.
pub(crate) fn read_named<T: DeserializeOwned>(
    body: &[u8],
    name: &str,
    left_out: LeftOut<'_>,
) -> Result<T, DecodeError> {
    read(body, &Envelope(name, PhantomData), left_out)?.ok_or_else(|| DecodeError {
        looks: Looks::Json,
        path: String::new(),
        problem: Problem::NoContainer,
    })
}

/// Reads; a body with bytes or characters that JSON forbids is read without them where it cannot be read as it is.
fn read<S>(body: &[u8], seed: &S, left_out: LeftOut<'_>) -> Result<S::Value, DecodeError>
where
    S: for<'de> SeedOf<'de>,
{
    let body = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body);
    let mut error = match parse(body, seed) {
        Ok(value) => return Ok(value),
        Err(error) => error,
    };
    let mut text = lossy(body);
    if text.contains(forbidden) || matches!(text, Cow::Owned(_)) {
        text = text.replace(forbidden, " ").into();
        error = match parse(text.as_bytes(), seed) {
            Ok(value) => return Ok(value),
            Err(error) => error,
        };
    }
    let Some((left_out, mut pruned)) = left_out.zip(Pruned::new(&text)) else {
        return Err(error.0);
    };
    while left_out.len() < left_out::MOST {
        let (mut told, way) = error;
        let Some(path) = pruned.take(&way) else {
            return Err(told);
        };
        told.path = path;
        left_out.push(told);
        error = match parse(pruned.text().as_bytes(), seed) {
            Ok(value) => return Ok(value),
            Err(error) => error,
        };
    }
    Err(error.0)
}

fn forbidden(c: char) -> bool {
    c.is_ascii_control()
}

thread_local! {
    /// The parser's working memory, kept for the next body of a usual size.
    static BUFFERS: Cell<Option<Buffers>> = const { Cell::new(None) };
}

/// The longest body whose working memory is kept.
const KEPT: usize = 4 << 20;

/// Parses a text; gives the way to a failure.
fn parse<S>(text: &[u8], seed: &S) -> Result<S::Value, (DecodeError, Vec<Step>)>
where
    S: for<'de> SeedOf<'de>,
{
    place::start();
    let mut buffers = BUFFERS
        .take()
        .unwrap_or_else(|| Buffers::with_max_depth(0, MAX_DEPTH));
    // The parser unescapes texts where they stand, and looks a little beyond the end.
    let mut padded = Vec::with_capacity(text.len() + INPUT_PADDING);
    padded.extend_from_slice(text);
    padded.resize(text.len() + INPUT_PADDING, 0);
    let mut tape = Tape::null();
    let parsed = simd_json::fill_tape_padded(&mut padded, text.len(), &mut buffers, &mut tape);
    let read = match parsed {
        Ok(()) => seed.read(Coerce(&mut Deserializer::from_tape(tape))),
        Err(error) => return Err((syntax(text, &error), Vec::new())),
    };
    if text.len() <= KEPT {
        BUFFERS.set(Some(buffers));
    }
    read.map_err(|error| {
        let way = place::way();
        let error = DecodeError::content(Looks::Json, place::path(&way), error);
        (error, way)
    })
}

/// What is wrong with a text that is no JSON: the parser is quick and says little.
fn syntax(text: &[u8], error: &simd_json::Error) -> DecodeError {
    match serde_json::from_slice::<IgnoredAny>(text) {
        Err(error) => DecodeError::content(Looks::Json, "", error),
        Ok(_) => DecodeError::content(Looks::Json, "", error),
    }
}

/// What is read from a document, as often as it takes.
trait SeedOf<'de>: HasValue {
    fn read<D: serde::Deserializer<'de>>(&self, deserializer: D) -> Result<Self::Value, D::Error>;
}

trait HasValue {
    type Value;
}

/// The document itself.
struct Whole<T>(PhantomData<T>);

impl<T> HasValue for Whole<T> {
    type Value = T;
}

impl<'de, T: Deserialize<'de>> SeedOf<'de> for Whole<T> {
    fn read<D: serde::Deserializer<'de>>(&self, deserializer: D) -> Result<T, D::Error> {
        T::deserialize(deserializer)
    }
}

/// Finds the object of a name, such as `MediaContainer`, in the outermost one.
struct Envelope<'n, T>(&'n str, PhantomData<T>);

impl<T> HasValue for Envelope<'_, T> {
    type Value = Option<T>;
}

impl<'de, T: Deserialize<'de>> SeedOf<'de> for Envelope<'_, T> {
    fn read<D: serde::Deserializer<'de>>(&self, deserializer: D) -> Result<Option<T>, D::Error> {
        deserializer.deserialize_map(Envelope(self.0, PhantomData))
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
