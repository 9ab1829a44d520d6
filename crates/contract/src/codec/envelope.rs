//! [`MediaContainer`]: the object that most answers of a server come in.

use super::sparse::IntoMap;
use serde::de::{DeserializeSeed, IntoDeserializer, MapAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::ops::{Deref, DerefMut};

use crate::text::Text;

/// The outermost object of a server's answer: the window onto a list, and the content itself.
///
/// It reads as its content: `answer.metadata` is `answer.content.metadata`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MediaContainer<T> {
    /// How many entries this answer has.
    pub size: Option<u32>,
    /// The place of the first entry in the whole list, from 0.
    pub offset: Option<u32>,
    /// How many entries the whole list has, where the server says so.
    pub total_size: Option<u32>,
    /// Who answers, such as `com.plexapp.plugins.library`.
    pub identifier: Option<Text>,
    /// Whether the content may be downloaded.
    pub allow_sync: Option<bool>,
    /// What the operation answers.
    pub content: T,
}

impl<T> MediaContainer<T> {
    /// A container around `content`, with `size` entries in it.
    pub fn new(size: usize, content: T) -> Self {
        Self {
            size: Some(u32::try_from(size).unwrap_or(u32::MAX)),
            offset: None,
            total_size: None,
            identifier: None,
            allow_sync: None,
            content,
        }
    }
}

impl<T> Deref for MediaContainer<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.content
    }
}

impl<T> DerefMut for MediaContainer<T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.content
    }
}

/// The container's own fields while its content is being read.
#[derive(Default)]
struct Frame {
    size: Option<u32>,
    offset: Option<u32>,
    total_size: Option<u32>,
    identifier: Option<Text>,
    allow_sync: Option<bool>,
}

impl Frame {
    /// Takes the value if the key is the container's own.
    fn take<'de, A: MapAccess<'de>>(&mut self, key: &str, map: &mut A) -> Result<bool, A::Error> {
        match key {
            "size" => self.size = map.next_value()?,
            "offset" => self.offset = map.next_value()?,
            "totalSize" => self.total_size = map.next_value()?,
            "identifier" => self.identifier = map.next_value()?,
            "allowSync" => self.allow_sync = map.next_value()?,
            _ => return Ok(false),
        }
        Ok(true)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for MediaContainer<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut frame = Frame::default();
        let content = T::deserialize(Beside {
            inner: deserializer,
            frame: &mut frame,
        })?;
        let Frame {
            size,
            offset,
            total_size,
            identifier,
            allow_sync,
        } = frame;
        Ok(Self {
            size,
            offset,
            total_size,
            identifier,
            allow_sync,
            content,
        })
    }
}

/// Gives the content its fields and keeps the container's own beside them.
struct Beside<'f, I> {
    inner: I,
    frame: &'f mut Frame,
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Beside<'_, D> {
    type Error = D::Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        self.inner.deserialize_map(Beside {
            inner: visitor,
            frame: self.frame,
        })
    }
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.inner.deserialize_struct(
            name,
            fields,
            Beside {
                inner: visitor,
                frame: self.frame,
            },
        )
    }
    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option
        unit unit_struct newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Beside<'_, V> {
    type Value = V::Value;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.expecting(f)
    }
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<V::Value, A::Error> {
        self.inner.visit_map(Beside {
            inner: map,
            frame: self.frame,
        })
    }
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Beside<'_, A> {
    type Error = A::Error;
    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, A::Error> {
        while let Some(key) = self.inner.next_key::<Text>()? {
            if !self.frame.take(&key, &mut self.inner)? {
                let key: serde::de::value::StrDeserializer<'_, A::Error> =
                    key.as_str().into_deserializer();
                return seed.deserialize(key).map(Some);
            }
        }
        Ok(None)
    }
    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        self.inner.next_value_seed(seed)
    }
}

impl<T: Serialize> Serialize for MediaContainer<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("size", &self.size)?;
        map.serialize_entry("offset", &self.offset)?;
        map.serialize_entry("totalSize", &self.total_size)?;
        map.serialize_entry("identifier", &self.identifier)?;
        map.serialize_entry("allowSync", &self.allow_sync)?;
        self.content.serialize(IntoMap(&mut map))?;
        map.end()
    }
}

/// The content of an answer that has nothing but the container's own fields.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Nothing {}
