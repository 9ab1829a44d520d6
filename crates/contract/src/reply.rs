//! [`Reply`]: what an operation answers, in both directions.

use crate::codec::envelope::MediaContainer;
use crate::codec::{DecodeError, Format, Looks, Nulls, Problem, json, xml};
use bytes::Bytes;
use http::HeaderValue;
use serde::Serialize;
use serde::de::DeserializeOwned;

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
    /// Reads it from a body; what the body is decides between JSON and XML, not what was asked for.
    fn decode(body: &Bytes) -> Result<Self, DecodeError>;

    /// Writes it in a spelling.
    fn encode(&self, format: Format) -> Result<Encoded, EncodeError>;
}

/// An answer that is something around a model, and can be read into another model just as well.
pub trait Envelope {
    /// The same around another model.
    type Around<M>;

    /// Reads the same body into another model.
    fn decode_as<M: DeserializeOwned>(body: &Bytes) -> Result<Self::Around<M>, DecodeError>;
}

impl<T> Envelope for MediaContainer<T> {
    type Around<M> = MediaContainer<M>;

    fn decode_as<M: DeserializeOwned>(body: &Bytes) -> Result<MediaContainer<M>, DecodeError> {
        match Looks::of(body) {
            Looks::Json => json::decode_container(body),
            Looks::Xml => xml::decode_container(body),
            looks => Err(foreign(looks)),
        }
    }
}

impl<T: Root> Envelope for Plain<T> {
    type Around<M> = Plain<M>;

    fn decode_as<M: DeserializeOwned>(body: &Bytes) -> Result<Plain<M>, DecodeError> {
        match Looks::of(body) {
            Looks::Json => json::decode(body).map(Plain),
            Looks::Xml => xml::decode_root(body, T::ROOT).map(Plain),
            looks => Err(foreign(looks)),
        }
    }
}

impl<T: Root> Envelope for Named<T> {
    type Around<M> = Named<M>;

    fn decode_as<M: DeserializeOwned>(body: &Bytes) -> Result<Named<M>, DecodeError> {
        match Looks::of(body) {
            Looks::Json => json::decode_named(body, T::ROOT).map(Named),
            Looks::Xml => xml::decode_root(body, T::ROOT).map(Named),
            looks => Err(foreign(looks)),
        }
    }
}

fn foreign(looks: Looks) -> DecodeError {
    DecodeError {
        looks,
        path: String::new(),
        problem: Problem::Foreign,
    }
}

impl<T: Serialize + DeserializeOwned + Send + Sync + 'static> Reply for MediaContainer<T> {
    fn decode(body: &Bytes) -> Result<Self, DecodeError> {
        <Self as Envelope>::decode_as(body)
    }

    fn encode(&self, format: Format) -> Result<Encoded, EncodeError> {
        #[derive(Serialize)]
        struct Outer<'a, T: Serialize> {
            #[serde(rename = "MediaContainer")]
            container: &'a MediaContainer<T>,
        }
        let body = match format {
            Format::Json => json::encode(&Outer { container: self }, Nulls::Omit)?,
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

impl<T: Serialize + DeserializeOwned + Root + Send + Sync + 'static> Reply for Plain<T> {
    fn decode(body: &Bytes) -> Result<Self, DecodeError> {
        <Self as Envelope>::decode_as(body)
    }

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

impl<T: Serialize + DeserializeOwned + Root + Send + Sync + 'static> Reply for Named<T> {
    fn decode(body: &Bytes) -> Result<Self, DecodeError> {
        <Self as Envelope>::decode_as(body)
    }

    fn encode(&self, format: Format) -> Result<Encoded, EncodeError> {
        let body = match format {
            Format::Json => {
                let named = std::collections::BTreeMap::from([(T::ROOT, &self.0)]);
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

impl Reply for Binary {
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
