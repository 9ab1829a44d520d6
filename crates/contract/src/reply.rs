//! [`Reply`]: what an operation answers, in both directions.

use crate::codec::envelope::MediaContainer;
use crate::codec::wire::{Read, Wire};
use crate::codec::{self, Around, DecodeError, Format, Looks, Nulls, Problem, json, xml};
use bytes::Bytes;
use http::HeaderValue;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;

/// A body with its content type, empty where there is no body.
#[derive(Clone, Debug)]
pub struct Encoded {
    /// The `Content-Type`, where there is a body.
    pub content_type: Option<HeaderValue>,
    /// The body.
    pub body: Bytes,
}

/// A value that could not be written; the models of this crate can all be.
#[derive(Debug, thiserror::Error)]
#[error("the answer cannot be written: {0}")]
pub struct EncodeError(#[from] serde_json::Error);

/// What an operation answers.
pub trait Reply: Sized + Send + Sync + 'static {
    /// The content type that a client asks for, if that is not JSON.
    const ACCEPT: Option<&'static str> = None;

    /// Refuses a body that can only be something else, by its content type and by how it begins. What is given of the body
    /// may be its first piece. By default, every body may be read.
    fn check(content_type: Option<&str>, beginning: &[u8]) -> Result<(), DecodeError> {
        let _ = (content_type, beginning);
        Ok(())
    }

    /// Reads it from a body; what the body is decides between JSON and XML, not what was asked for.
    fn decode(body: &Bytes) -> Result<Self, DecodeError>;

    /// Reads it without those entries of lists that cannot be read, at most 100; each is told in `left_out`, with its place.
    ///
    /// Of entries inside one another the innermost is left out: an item keeps what else it has where one of its files is
    /// bad.
    fn decode_leaving_out(
        body: &Bytes,
        left_out: &mut Vec<DecodeError>,
    ) -> Result<Self, DecodeError> {
        let _ = left_out;
        Self::decode(body)
    }

    /// Writes it in a spelling.
    fn encode(&self, format: Format) -> Result<Encoded, EncodeError>;
}

/// The two ways to decode, made of one that may have a place to tell of what it leaves out.
macro_rules! decode_by {
    ($around:expr, $of:expr) => {
        fn decode(body: &Bytes) -> Result<Self, DecodeError> {
            codec::read(body, $around, None, $of)
        }

        fn decode_leaving_out(
            body: &Bytes,
            left_out: &mut Vec<DecodeError>,
        ) -> Result<Self, DecodeError> {
            left_out.clear();
            codec::read(body, $around, Some(left_out), $of)
        }
    };
}

/// An answer that is something around a model, and can be read into another model just as well.
pub trait Envelope {
    /// The same around another model.
    type Around<M>;

    /// Reads the same body into another model; leaves out bad entries of lists where there is a place to tell them, as
    /// [`Reply::decode_leaving_out`] does.
    fn decode_as<M: DeserializeOwned>(
        body: &Bytes,
        left_out: Option<&mut Vec<DecodeError>>,
    ) -> Result<Self::Around<M>, DecodeError>;
}

impl<T> Envelope for MediaContainer<T> {
    type Around<M> = MediaContainer<M>;

    fn decode_as<M: DeserializeOwned>(
        body: &Bytes,
        left_out: Option<&mut Vec<DecodeError>>,
    ) -> Result<MediaContainer<M>, DecodeError> {
        codec::read(body, Around::Container, left_out, |value| {
            MediaContainer::read_with(value, |content| M::deserialize(content))
        })
    }
}

impl<T: Root> Envelope for Plain<T> {
    type Around<M> = Plain<M>;

    fn decode_as<M: DeserializeOwned>(
        body: &Bytes,
        left_out: Option<&mut Vec<DecodeError>>,
    ) -> Result<Plain<M>, DecodeError> {
        codec::read(body, Around::Root(T::ROOT), left_out, |value| {
            M::deserialize(value).map(Plain)
        })
    }
}

impl<T: Root> Envelope for Named<T> {
    type Around<M> = Named<M>;

    fn decode_as<M: DeserializeOwned>(
        body: &Bytes,
        left_out: Option<&mut Vec<DecodeError>>,
    ) -> Result<Named<M>, DecodeError> {
        codec::read(body, Around::Named(T::ROOT), left_out, |value| {
            M::deserialize(value).map(Named)
        })
    }
}

impl<T: Wire + Read + Send + Sync + 'static> Reply for MediaContainer<T> {
    decode_by!(Around::Container, Self::read);

    fn encode(&self, format: Format) -> Result<Encoded, EncodeError> {
        let body = match format {
            Format::Json => {
                let named = BTreeMap::from([("MediaContainer", self)]);
                json::encode(&named, Nulls::Omit)?
            }
            Format::Xml => xml::encode(self, "MediaContainer", Nulls::Omit)?,
        };
        Ok(Encoded {
            content_type: Some(format.content_type()),
            body,
        })
    }
}

/// The name of a plain answer's outermost element in XML.
pub trait Root {
    /// Such as `pin` or `resources`.
    const ROOT: &'static str;
}

/// An answer without a `MediaContainer` around it, as plex.tv gives them; it reads as its value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plain<T>(pub T);

impl<T> std::ops::Deref for Plain<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: Root> Root for Plain<T> {
    const ROOT: &'static str = T::ROOT;
}

impl<T: Serialize + Read + Root + Send + Sync + 'static> Reply for Plain<T> {
    decode_by!(Around::Root(T::ROOT), |value| T::read(value).map(Plain));

    fn encode(&self, format: Format) -> Result<Encoded, EncodeError> {
        let body = match format {
            Format::Json => json::encode(&self.0, Nulls::Keep)?,
            Format::Xml => xml::encode(&self.0, T::ROOT, Nulls::Keep)?,
        };
        Ok(Encoded {
            content_type: Some(format.content_type()),
            body,
        })
    }
}

/// An answer whose one object stands under its name in JSON too, as `{"ButlerTasks":{…}}`; it reads as its value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Named<T>(pub T);

impl<T> std::ops::Deref for Named<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: Serialize + Read + Root + Send + Sync + 'static> Reply for Named<T> {
    decode_by!(Around::Named(T::ROOT), |value| T::read(value).map(Named));

    fn encode(&self, format: Format) -> Result<Encoded, EncodeError> {
        let body = match format {
            Format::Json => {
                let named = BTreeMap::from([(T::ROOT, &self.0)]);
                json::encode(&named, Nulls::Omit)?
            }
            Format::Xml => xml::encode(&self.0, T::ROOT, Nulls::Omit)?,
        };
        Ok(Encoded {
            content_type: Some(format.content_type()),
            body,
        })
    }
}

/// A body that is no tree: a picture, media, an archive, a playlist. The client can give it piece by piece as well.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Binary(pub Bytes);

impl std::fmt::Debug for Binary {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} bytes", self.0.len())
    }
}

impl std::ops::Deref for Binary {
    type Target = Bytes;
    fn deref(&self) -> &Bytes {
        &self.0
    }
}

impl Binary {
    /// Whether a body is a page for a browser.
    fn is_page(kind: &str, body: &[u8]) -> bool {
        let text = body.trim_ascii_start();
        let is_manifest = || {
            let page = text.get(..512).unwrap_or(text).to_ascii_lowercase();
            let names_html = page.windows(5).any(|word| word == b"<html");
            text.starts_with(b"#EXTM3U") || (text.starts_with(b"<?xml") && !names_html)
        };
        match kind {
            "application/xhtml+xml" => true,
            // Servers give a manifest this type too.
            "text/html" => !is_manifest(),
            _ => Looks::of(body) == Looks::Html,
        }
    }
}

impl Reply for Binary {
    const ACCEPT: Option<&'static str> = Some("*/*");

    fn check(content_type: Option<&str>, beginning: &[u8]) -> Result<(), DecodeError> {
        let kind = content_type.unwrap_or_default();
        let kind = kind.split(';').next().unwrap_or_default();
        let kind = kind.trim().to_ascii_lowercase();
        if kind == "application/json" || Self::is_page(&kind, beginning) {
            return Err(DecodeError {
                looks: Looks::of(beginning),
                path: String::new(),
                problem: Problem::NotMedia,
            });
        }
        Ok(())
    }

    fn decode(body: &Bytes) -> Result<Self, DecodeError> {
        Ok(Self(body.clone()))
    }

    fn encode(&self, _format: Format) -> Result<Encoded, EncodeError> {
        Ok(Encoded {
            content_type: None,
            body: self.0.clone(),
        })
    }
}

/// An answer whose body says nothing, whatever it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct NoBody;

impl Reply for NoBody {
    fn decode(_body: &Bytes) -> Result<Self, DecodeError> {
        Ok(Self)
    }

    fn encode(&self, _format: Format) -> Result<Encoded, EncodeError> {
        Ok(Encoded {
            content_type: None,
            body: Bytes::new(),
        })
    }
}
