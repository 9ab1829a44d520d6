//! [`MediaContainer`]: the object that most answers of a server come in.

use super::fault::DecodeFault;
use super::value::Value;
use super::wire::{Read, Wire};
use plex_sdk_derive::model;
use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};
use std::ops::{Deref, DerefMut};

use crate::text::Text;

/// The outermost object of a server's answer: the window onto a list, and the content itself.
///
/// It reads as its content: `answer.metadata` is `answer.content.metadata`.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
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

/// The container's own fields.
#[model]
struct Frame {
    size: Option<u32>,
    offset: Option<u32>,
    total_size: Option<u32>,
    identifier: Option<Text>,
    allow_sync: Option<bool>,
}

impl Frame {
    fn around<T>(self, content: T) -> MediaContainer<T> {
        let Self {
            size,
            offset,
            total_size,
            identifier,
            allow_sync,
        } = self;
        MediaContainer {
            size,
            offset,
            total_size,
            identifier,
            allow_sync,
            content,
        }
    }
}

impl<T> MediaContainer<T> {
    /// Reads the container's own fields, and its content as `content` does.
    pub(crate) fn read_with(
        value: Value<'_>,
        content: impl FnOnce(Value<'_>) -> Result<T, DecodeFault>,
    ) -> Result<Self, DecodeFault> {
        let frame = Frame::read(value)?;
        Ok(frame.around(content(value)?))
    }
}

impl<T: Read> Read for MediaContainer<T> {
    fn read(value: Value<'_>) -> Result<Self, DecodeFault> {
        Self::read_with(value, T::read)
    }
}

impl<T: Wire> Serialize for MediaContainer<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("MediaContainer", 5 + T::NAMES.len())?;
        out.serialize_field("size", &self.size)?;
        out.serialize_field("offset", &self.offset)?;
        out.serialize_field("totalSize", &self.total_size)?;
        out.serialize_field("identifier", &self.identifier)?;
        out.serialize_field("allowSync", &self.allow_sync)?;
        self.content.put(&mut out)?;
        out.end()
    }
}

/// The content of an answer that has nothing but the container's own fields.
#[model]
pub struct Nothing {}
