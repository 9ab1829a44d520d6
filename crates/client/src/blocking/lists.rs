//! Lists, bytes and files without async: iterators over what the async client has as streams.

use super::{Call, Driver, not_async};
use crate::error::Error;
use crate::{Downloaded, ItemsByKey, Progress};
use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use plex_sdk_contract::endpoints::content::GetMetadataItem;
use plex_sdk_contract::{Binary, Endpoint, MediaContainer, Page};
use std::fmt;
use std::ops::RangeBounds;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, sync_channel};

impl<E: Endpoint, T: Page + Send + 'static> Call<E, MediaContainer<T>> {
    /// The list in pages; see [`crate::Call::pages`].
    pub fn pages(self) -> Pages<T> {
        Pages {
            operation: E::NAME,
            total: None,
            changed: false,
            ahead: 1,
            state: State::Ready(self.call.pages()),
            runtime: self.runtime,
        }
    }

    /// The list entry by entry; see [`crate::Call::items`].
    pub fn items(self) -> Items<T> {
        self.pages().items()
    }
}

impl Call<GetMetadataItem> {
    /// Reads any number of items; see [`crate::Call::in_order`].
    pub fn in_order(self) -> Result<ItemsByKey, Error> {
        not_async(GetMetadataItem::NAME)?;
        self.runtime.run(self.call.in_order())
    }
}

/// A page with what is known of the list then.
struct Step<T> {
    item: Result<MediaContainer<T>, Error>,
    total: Option<u64>,
    changed: bool,
}

enum State<T> {
    /// Nothing was asked for.
    Ready(crate::Pages<T>),
    /// Without anything fetched ahead, pages come on the caller's thread.
    Here(crate::Pages<T>),
    /// A thread of its own fetches ahead.
    There(Receiver<Step<T>>),
    Over,
}

/// A list in pages, as an iterator; see [`crate::Pages`]. After an error it ends.
///
/// A thread of its own fetches the pages ahead, and ends with this.
#[must_use = "nothing is asked for before the first page is"]
pub struct Pages<T> {
    operation: &'static str,
    total: Option<u64>,
    changed: bool,
    ahead: usize,
    state: State<T>,
    runtime: Arc<Driver>,
}

impl<T: Page + Send + 'static> Pages<T> {
    fn map(mut self, change: impl FnOnce(crate::Pages<T>) -> crate::Pages<T>) -> Self {
        if let State::Ready(pages) = self.state {
            self.state = State::Ready(change(pages));
        }
        self
    }

    /// How many entries are asked for at once; see [`crate::Pages::page_size`].
    pub fn page_size(self, entries: u32) -> Self {
        self.map(|pages| pages.page_size(entries))
    }

    /// How many pages are fetched ahead; see [`crate::Pages::ahead`].
    pub fn ahead(mut self, pages: usize) -> Self {
        self.ahead = pages;
        self.map(|inner| inner.ahead(pages))
    }

    /// The list entry by entry.
    pub fn items(self) -> Items<T> {
        Items {
            pages: self,
            page: Vec::new().into_iter(),
        }
    }

    fn step(&mut self) -> Option<Step<T>> {
        if let Err(error) = not_async(self.operation) {
            return Some(Step {
                item: Err(error),
                total: self.total,
                changed: self.changed,
            });
        }
        self.state = match std::mem::replace(&mut self.state, State::Over) {
            State::Ready(pages) if self.ahead == 0 => State::Here(pages),
            State::Ready(pages) => fetch(pages, &self.runtime, self.ahead),
            other => other,
        };
        match &mut self.state {
            State::Here(pages) => step(pages, &self.runtime),
            State::There(steps) => steps.recv().ok(),
            State::Ready(_) | State::Over => None,
        }
    }
}

fn step<T: Page + Send + 'static>(
    pages: &mut crate::Pages<T>,
    runtime: &Driver,
) -> Option<Step<T>> {
    let item = runtime.run(pages.next())?;
    Some(Step {
        item,
        total: pages.total_size(),
        changed: pages.has_changed(),
    })
}

/// Fetches on a thread of its own: one page waits there, `ahead - 1` on the way.
fn fetch<T: Page + Send + 'static>(
    pages: crate::Pages<T>,
    runtime: &Arc<Driver>,
    ahead: usize,
) -> State<T> {
    let (sender, steps) = sync_channel(ahead.saturating_sub(1));
    let mut pages = pages.ahead(0);
    let runtime = runtime.clone();
    let work = move || {
        while let Some(step) = step(&mut pages, &runtime) {
            if sender.send(step).is_err() {
                return;
            }
        }
    };
    match std::thread::Builder::new().spawn(work) {
        Ok(_) => State::There(steps),
        Err(_) => State::Over,
    }
}

impl<T> Pages<T> {
    /// How many entries the whole list has; see [`crate::Pages::total_size`].
    pub fn total_size(&self) -> Option<u64> {
        self.total
    }

    /// Whether the list changed meanwhile; see [`crate::Pages::has_changed`].
    pub fn has_changed(&self) -> bool {
        self.changed
    }
}

impl<T: Page + Send + 'static> Iterator for Pages<T> {
    type Item = Result<MediaContainer<T>, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        let Some(step) = self.step() else {
            self.state = State::Over;
            return None;
        };
        (self.total, self.changed) = (step.total, step.changed);
        if step.item.is_err() {
            self.state = State::Over;
        }
        Some(step.item)
    }
}

impl<T> fmt::Debug for Pages<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages")
            .field("operation", &self.operation)
            .field("total_size", &self.total)
            .finish_non_exhaustive()
    }
}

/// A list entry by entry, as an iterator; see [`crate::Items`]. After an error it ends.
#[must_use = "nothing is asked for before the first entry is"]
pub struct Items<T: Page> {
    pages: Pages<T>,
    page: std::vec::IntoIter<T::Item>,
}

impl<T: Page + Send + 'static> Items<T> {
    /// How many entries are asked for at once; see [`crate::Pages::page_size`].
    pub fn page_size(mut self, entries: u32) -> Self {
        self.pages = self.pages.page_size(entries);
        self
    }

    /// How many pages are fetched ahead; see [`crate::Pages::ahead`].
    pub fn ahead(mut self, pages: usize) -> Self {
        self.pages = self.pages.ahead(pages);
        self
    }
}

impl<T: Page> Items<T> {
    /// How many entries the whole list has; see [`crate::Pages::total_size`].
    pub fn total_size(&self) -> Option<u64> {
        self.pages.total_size()
    }

    /// Whether the list changed meanwhile; see [`crate::Pages::has_changed`].
    pub fn has_changed(&self) -> bool {
        self.pages.has_changed()
    }
}

impl<T: Page + Send + 'static> Iterator for Items<T> {
    type Item = Result<T::Item, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(item) = self.page.next() {
                return Some(Ok(item));
            }
            self.page = Vec::new().into_iter();
            match self.pages.next()? {
                Ok(page) => self.page = page.content.into_items().into_iter(),
                Err(error) => return Some(Err(error)),
            }
        }
    }
}

impl<T: Page> fmt::Debug for Items<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Items")
            .field("pages", &self.pages)
            .field("ready", &self.page.len())
            .finish()
    }
}

impl<E: Endpoint<Response = Binary>> Call<E> {
    /// Asks for a part of the bytes; see [`crate::Call::range`].
    pub fn range(self, bytes: impl RangeBounds<u64>) -> Self {
        self.map(|call| call.range(bytes))
    }

    /// Sends it, and gives what comes piece by piece; see [`crate::Call::stream`].
    pub fn stream(self) -> Result<ByteStream, Error> {
        not_async(E::NAME)?;
        let inner = self.runtime.run(self.call.stream())?;
        Ok(ByteStream {
            operation: E::NAME,
            inner,
            runtime: self.runtime,
        })
    }

    /// Downloads it into the file at `path`; see [`crate::Call::download_to`].
    pub fn download_to(self, path: impl Into<PathBuf>) -> Download<E> {
        Download {
            inner: self.call.download_to(path),
            runtime: self.runtime,
        }
    }
}

/// Bytes as they arrive, as an iterator; see [`crate::ByteStream`]. After an error it ends.
pub struct ByteStream {
    operation: &'static str,
    inner: crate::ByteStream,
    runtime: Arc<Driver>,
}

impl ByteStream {
    /// The status: 200, or 206 for a part.
    pub fn status(&self) -> StatusCode {
        self.inner.status()
    }

    /// The headers.
    pub fn headers(&self) -> &HeaderMap {
        self.inner.headers()
    }

    /// The content type, as it came.
    pub fn content_type(&self) -> Option<&str> {
        self.inner.content_type()
    }

    /// How many bytes there are in this answer, where the server says so.
    pub fn content_length(&self) -> Option<u64> {
        self.inner.content_length()
    }

    /// How many bytes came so far.
    pub fn received(&self) -> u64 {
        self.inner.received()
    }
}

impl Iterator for ByteStream {
    type Item = Result<Bytes, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        match not_async(self.operation) {
            Ok(()) => self.runtime.run(self.inner.next()),
            Err(error) => Some(Err(error)),
        }
    }
}

impl fmt::Debug for ByteStream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.fmt(f)
    }
}

/// A download about to begin with [`send`](Self::send); see [`crate::Call::download_to`].
#[must_use = "a download begins with `send`"]
pub struct Download<E: Endpoint<Response = Binary>> {
    inner: crate::Download<E>,
    runtime: Arc<Driver>,
}

impl<E: Endpoint<Response = Binary>> Download<E> {
    /// Calls `watch` after every piece.
    pub fn progress(self, watch: impl FnMut(Progress) + Send + 'static) -> Self {
        let inner = self.inner.progress(watch);
        Self { inner, ..self }
    }

    /// How many bytes there must be; see [`crate::Download::length`].
    pub fn length(self, bytes: u64) -> Self {
        let inner = self.inner.length(bytes);
        Self { inner, ..self }
    }

    /// Downloads it.
    pub fn send(self) -> Result<Downloaded, Error> {
        not_async(E::NAME)?;
        self.runtime.run(self.inner.into_future())
    }
}

impl<E: Endpoint<Response = Binary>> fmt::Debug for Download<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.fmt(f)
    }
}
