//! [`Answer`]: a response with its status, headers and body.

use bytes::Bytes;
use http::{HeaderMap, StatusCode, header};
use plex_sdk_contract::DecodeError;
use std::fmt;

/// An answer in whole.
#[derive(Clone)]
pub struct Answer<T> {
    status: StatusCode,
    headers: HeaderMap,
    body: Bytes,
    value: T,
    left_out: Vec<DecodeError>,
}

impl<T> Answer<T> {
    pub(crate) fn new(status: StatusCode, headers: HeaderMap, body: Bytes, value: T) -> Self {
        Self {
            status,
            headers,
            body,
            value,
            left_out: Vec::new(),
        }
    }

    /// Replaces the value.
    pub(crate) fn map<V>(self, change: impl FnOnce(T) -> V) -> Answer<V> {
        Answer {
            status: self.status,
            headers: self.headers,
            body: self.body,
            value: change(self.value),
            left_out: self.left_out,
        }
    }

    /// The entries that could not be read and were left out, as
    /// [`leave_out_bad_entries`](crate::Call::leave_out_bad_entries) asks for: each with its place and what is wrong with it.
    pub fn left_out(&self) -> &[DecodeError] {
        &self.left_out
    }

    /// The status.
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// The headers.
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    /// The content type, as it came.
    pub fn content_type(&self) -> Option<&str> {
        self.headers.get(header::CONTENT_TYPE)?.to_str().ok()
    }

    /// The body as it came. It may hold secrets, where the operation answers some.
    pub fn body(&self) -> &Bytes {
        &self.body
    }

    /// What the body says.
    pub fn value(&self) -> &T {
        &self.value
    }

    /// What the body says, alone.
    pub fn into_value(self) -> T {
        self.value
    }
}

impl<T> Answer<(T, Vec<DecodeError>)> {
    /// Moves the entries that were left out from beside the value to their own place.
    pub(crate) fn with_left_out(self) -> Answer<T> {
        let mut left_out = Vec::new();
        let answer = self.map(|(value, entries)| {
            left_out = entries;
            value
        });
        Answer { left_out, ..answer }
    }
}

impl<T: fmt::Debug> fmt::Debug for Answer<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Answer")
            .field("status", &self.status)
            .field("value", &self.value)
            .field("body", &format_args!("{} bytes", self.body.len()))
            .finish_non_exhaustive()
    }
}
