//! JSON and XML as two spellings of one tree, read leniently and written as Plex writes them.
//!
//! - [`json`] and [`xml`]: each spelling, both directions.
//! - [`value`]: what both are read from, and the one place where a wrong scalar kind, a missing list or a lone object is
//!   put right.
//! - [`wire`]: what a type says of its fields, for both directions.
//! - [`envelope`]: [`envelope::MediaContainer`], which most answers of a server come in.

mod de;
mod encode;
pub mod envelope;
mod fault;
pub mod json;
mod left_out;
mod parts;
mod sparse;
pub mod value;
pub mod wire;
pub mod xml;
mod xml_tree;

pub use encode::Nulls;
pub(crate) use left_out::LeftOut;

use fault::DecodeFault;
use http::HeaderValue;
use std::fmt;
use value::Value;

/// How a body spells its tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// `application/json`.
    Json,
    /// `text/xml`.
    Xml,
}

impl Format {
    /// The content type a server answers with.
    pub fn content_type(self) -> HeaderValue {
        HeaderValue::from_static(match self {
            Self::Json => "application/json",
            Self::Xml => "text/xml;charset=utf-8",
        })
    }

    /// What an `Accept` header asks for: JSON where it is named, else XML, as servers do.
    pub fn wanted_by(accept: Option<&HeaderValue>) -> Self {
        let names_json = |value: &HeaderValue| {
            value
                .as_bytes()
                .to_ascii_lowercase()
                .windows(4)
                .any(|part| part == b"json")
        };
        if accept.is_some_and(names_json) {
            Self::Json
        } else {
            Self::Xml
        }
    }
}

/// What a body looks like, by its first characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Looks {
    /// A JSON object or list.
    Json,
    /// An XML document.
    Xml,
    /// A page for a browser.
    Html,
    /// Nothing but white space.
    Empty,
    /// Anything else.
    Other,
}

impl Looks {
    /// Looks at the first characters, after a byte order mark and white space.
    pub fn of(body: &[u8]) -> Self {
        let body = body
            .strip_prefix(b"\xef\xbb\xbf")
            .unwrap_or(body)
            .trim_ascii_start();
        match body.first() {
            None => Self::Empty,
            Some(b'{' | b'[') => Self::Json,
            Some(b'<') => {
                let head = body
                    .get(..body.len().min(64))
                    .unwrap_or_default()
                    .to_ascii_lowercase();
                let html = [&b"<!doctype html"[..], b"<html", b"<head", b"<body"];
                if html.iter().any(|start| head.starts_with(start)) {
                    Self::Html
                } else {
                    Self::Xml
                }
            }
            Some(_) => Self::Other,
        }
    }
}

/// A body that could not be read as what was expected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecodeError {
    pub(crate) looks: Looks,
    pub(crate) path: String,
    pub(crate) problem: Problem,
}

/// What was wrong with a body.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Problem {
    /// Neither JSON nor XML, or XML of another kind: a web page, plain text, or nothing.
    Foreign,
    /// A web page or a JSON message in place of media.
    NotMedia,
    /// Well formed, but without the `MediaContainer` around everything a server says.
    NoContainer,
    /// Broken JSON or XML, or a value that does not fit its field.
    Content(String),
}

impl DecodeError {
    pub(crate) fn content(
        looks: Looks,
        path: impl Into<String>,
        message: impl fmt::Display,
    ) -> Self {
        Self {
            looks,
            path: printable(path.into(), 100),
            problem: Problem::Content(printable(without_text(message.to_string()), 280)),
        }
    }

    /// What the body looked like.
    pub fn looks(&self) -> Looks {
        self.looks
    }

    /// What was wrong.
    pub fn problem(&self) -> &Problem {
        &self.problem
    }

    /// The place in the body, such as `MediaContainer.Metadata[3].year`; empty where there is none.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// True where the body is nothing a Plex server or plex.tv would say.
    pub fn is_foreign(&self) -> bool {
        matches!(
            self.problem,
            Problem::Foreign | Problem::NotMedia | Problem::NoContainer
        )
    }
}

/// The message without the text that was found where no text belongs: it may be a token in place of its object.
fn without_text(message: String) -> String {
    let found = message.strip_prefix("invalid type: string ");
    match found.and_then(|found| found.rfind(", expected ").map(|at| &found[at..])) {
        Some(expected) => format!("invalid type: text{expected}"),
        None => message,
    }
}

/// One line of at most `max` bytes and a mark where it was cut: paths and messages quote what they found, and a hostile
/// body is to stay out of logs.
fn printable(mut text: String, max: usize) -> String {
    if text.len() > max {
        let cut = (0..=max).rev().find(|at| text.is_char_boundary(*at));
        text.truncate(cut.unwrap_or(0));
        text.push('…');
    }
    if text.contains(char::is_control) {
        text = text.replace(char::is_control, " ");
    }
    text
}

impl fmt::Display for DecodeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.problem {
            Problem::Foreign => f.write_str(match self.looks {
                Looks::Html => "the body is a web page",
                Looks::Empty => "the body is empty",
                Looks::Xml => "the body is another kind of XML document",
                _ => "the body is neither JSON nor XML",
            }),
            Problem::NotMedia => f.write_str("the body is a web page or a message, not media"),
            Problem::NoContainer => f.write_str("the body has no MediaContainer"),
            Problem::Content(message) => {
                f.write_str(message)?;
                if self.path.is_empty() || self.path == "." {
                    return Ok(());
                }
                write!(f, " at {}", self.path)
            }
        }
    }
}

impl std::error::Error for DecodeError {}

/// Text of a body as UTF-8; bytes that are none become U+FFFD.
pub(crate) fn lossy(body: &[u8]) -> std::borrow::Cow<'_, str> {
    let body = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body);
    // The check alone is several times faster than looking for what to replace.
    match simdutf8::basic::from_utf8(body) {
        Ok(text) => text.into(),
        Err(_) => String::from_utf8_lossy(body),
    }
}

/// Reads a value, and keeps what it read.
type ReadWith<'r> = &'r mut dyn FnMut(Value<'_>) -> Result<(), DecodeFault>;

/// Runs a reading, and gives what `of` made of the value that it came to.
fn taking<T>(
    run: impl FnOnce(ReadWith<'_>) -> Result<(), DecodeError>,
    of: impl Fn(Value<'_>) -> Result<T, DecodeFault>,
) -> Result<T, DecodeError> {
    let mut taken = None;
    run(&mut |value| {
        taken = Some(of(value)?);
        Ok(())
    })?;
    taken.ok_or_else(nothing_read)
}

#[cold]
fn nothing_read() -> DecodeError {
    DecodeError::content(Looks::Other, "", "nothing was read")
}

/// What stands around what an answer has to say.
#[derive(Clone, Copy)]
pub(crate) enum Around<'n> {
    /// `MediaContainer`, in both spellings.
    Container,
    /// Nothing in JSON, the root element of this name in XML.
    Root(&'n str),
    /// An object of this name, in both spellings.
    Named(&'n str),
}

/// Reads a body by what it is; entries of lists that cannot be read are told in `left_out` where there is one.
pub(crate) fn read<T>(
    body: &[u8],
    around: Around<'_>,
    left_out: LeftOut<'_>,
    of: impl Fn(Value<'_>) -> Result<T, DecodeFault>,
) -> Result<T, DecodeError> {
    taking(|read| document(body, around, left_out, read), of)
}

fn document(
    body: &[u8],
    around: Around<'_>,
    left_out: LeftOut<'_>,
    read: ReadWith<'_>,
) -> Result<(), DecodeError> {
    let (name, root) = match around {
        Around::Container => (
            Some("MediaContainer"),
            ("MediaContainer", Problem::NoContainer),
        ),
        Around::Root(root) => (None, (root, Problem::Foreign)),
        Around::Named(name) => (Some(name), (name, Problem::Foreign)),
    };
    match Looks::of(body) {
        Looks::Json => json::document(body, name, left_out, read),
        Looks::Xml => xml::document(body, Some(root), left_out, read),
        looks => Err(DecodeError {
            looks,
            path: String::new(),
            problem: Problem::Foreign,
        }),
    }
}
