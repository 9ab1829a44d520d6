//! Reading and writing JSON.

use super::fault::{DecodeFault, path};
use super::left_out::{self, LeftOut, Pruned};
use super::value::Value;
use super::{DecodeError, Looks, Problem, ReadWith, lossy, taking};
use serde::de::{DeserializeOwned, IgnoredAny};
use simd_json::{Buffers, INPUT_PADDING, Tape};
use std::borrow::Cow;
use std::cell::Cell;

pub use super::encode::to_json as encode;

/// Objects and lists deeper than this are refused.
const MAX_DEPTH: usize = 128;

/// Reads a whole body as `T`.
pub fn decode<T: DeserializeOwned>(body: &[u8]) -> Result<T, DecodeError> {
    taking(
        |read| document(body, None, None, read),
        |value| T::deserialize(value),
    )
}

/// Has `read` read a body, or what stands in it under a name. Entries of lists that cannot be read are told in `left_out`
/// where there is one. A body with bytes or characters that JSON forbids is read without them where it cannot be read as
/// it is.
pub(super) fn document(
    body: &[u8],
    name: Option<&str>,
    left_out: LeftOut<'_>,
    read: ReadWith<'_>,
) -> Result<(), DecodeError> {
    let body = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body);
    let mut problem = match parse(body, name, read) {
        Ok(()) => return Ok(()),
        Err(problem) => problem,
    };
    let mut text = lossy(body);
    if text.contains(forbidden) || matches!(text, Cow::Owned(_)) {
        text = text.replace(forbidden, " ").into();
        problem = match parse(text.as_bytes(), name, read) {
            Ok(()) => return Ok(()),
            Err(problem) => problem,
        };
    }
    let Some((left_out, mut pruned)) = left_out.zip(Pruned::new(&text)) else {
        return Err(problem.told());
    };
    while left_out.len() < left_out::MOST {
        let Wrong::Value(fault) = problem else {
            break;
        };
        let Some(path) = pruned.take(&fault.way()) else {
            return Err(Wrong::Value(fault).told());
        };
        left_out.push(DecodeError::content(Looks::Json, path, fault));
        problem = match under(Value::tree(pruned.tree()), name, read) {
            Ok(()) => return Ok(()),
            Err(problem) => problem,
        };
    }
    Err(problem.told())
}

fn forbidden(c: char) -> bool {
    c.is_ascii_control()
}

/// What is wrong with a body.
enum Wrong {
    /// The text.
    Text(DecodeError),
    /// A value.
    Value(DecodeFault),
}

impl Wrong {
    fn told(self) -> DecodeError {
        match self {
            Self::Text(error) => error,
            Self::Value(fault) => DecodeError::content(Looks::Json, path(&fault.way()), fault),
        }
    }
}

/// Reads a value, or what stands in it under a name.
fn under(value: Value<'_>, name: Option<&str>, read: ReadWith<'_>) -> Result<(), Wrong> {
    let Some(name) = name else {
        return read(value).map_err(Wrong::Value);
    };
    if !value.is_object() {
        let fault = value.is_not(&"an object");
        return Err(Wrong::Value(fault));
    }
    let inner = value.field(name).ok_or_else(|| {
        Wrong::Text(DecodeError {
            looks: Looks::Json,
            path: String::new(),
            problem: Problem::NoContainer,
        })
    })?;
    read(inner).map_err(|fault| Wrong::Value(fault.out_of_field(name)))
}

thread_local! {
    /// The parser's working memory, kept for the next body of a usual size.
    static BUFFERS: Cell<Option<Buffers>> = const { Cell::new(None) };
}

/// The longest body whose working memory is kept.
const KEPT: usize = 4 << 20;

/// Parses a text, and reads it.
fn parse(text: &[u8], name: Option<&str>, read: ReadWith<'_>) -> Result<(), Wrong> {
    let mut buffers = BUFFERS
        .take()
        .unwrap_or_else(|| Buffers::with_max_depth(0, MAX_DEPTH));
    // The parser unescapes texts where they stand, and looks a little beyond the end.
    let mut padded = Vec::with_capacity(text.len() + INPUT_PADDING);
    padded.extend_from_slice(text);
    padded.resize(text.len() + INPUT_PADDING, 0);
    let mut tape = Tape::null();
    simd_json::fill_tape_padded(&mut padded, text.len(), &mut buffers, &mut tape)
        .map_err(|error| Wrong::Text(syntax(text, &error)))?;
    if text.len() <= KEPT {
        BUFFERS.set(Some(buffers));
    }
    under(Value::tape(&tape.0), name, read)
}

/// What is wrong with a text that is no JSON: the parser is quick and says little.
fn syntax(text: &[u8], error: &simd_json::Error) -> DecodeError {
    match serde_json::from_slice::<IgnoredAny>(text) {
        Err(error) => DecodeError::content(Looks::Json, "", error),
        Ok(_) => DecodeError::content(Looks::Json, "", error),
    }
}
