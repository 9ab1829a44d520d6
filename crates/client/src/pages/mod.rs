//! [`Pages`] and [`Items`]: lists of any length, a page at a time. [`ItemsByKey`]: many items in the order asked for.

mod found;
mod plan;

pub use found::ItemsByKey;

use crate::answer::Answer;
use crate::call::Call;
use crate::error::{Error, ErrorKind};
use crate::request::Window;
use crate::transport::{BoxFuture, Phase, TransportError};
use futures_core::Stream;
use plan::{Plan, Told, Verdict};
use plex_sdk_contract::{Effect, Endpoint, MediaContainer, Page, params};
use std::collections::VecDeque;
use std::fmt;
use std::future::poll_fn;
use std::hash::{DefaultHasher, Hasher};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use tokio::task::JoinHandle;

/// How many entries a page has where nothing else is said.
pub const DEFAULT_PAGE_SIZE: u32 = 500;

type Fetched<T> = Result<Answer<MediaContainer<T>>, Error>;
type Fetch<T> = Arc<dyn Fn(Window) -> BoxFuture<'static, Fetched<T>> + Send + Sync>;

impl<E: Endpoint, T: Page + Send + 'static> Call<E, MediaContainer<T>> {
    /// The list in pages, each asked for when it is needed or shortly before.
    ///
    /// A window that the request has is where it begins, and how many entries are asked for at once.
    ///
    /// ```
    /// use plex_sdk::endpoints::content::ListContent;
    /// use plex_sdk::ids::SectionId;
    ///
    /// async fn count(server: plex_sdk::Server) -> Result<(), plex_sdk::Error> {
    ///     let movies = ListContent::from(SectionId::from(1));
    ///     let mut pages = server.content().list_content(movies).pages();
    ///     while let Some(page) = pages.next().await {
    ///         println!("{} of {:?}", page?.metadata.len(), pages.total_size());
    ///     }
    ///     Ok(())
    /// }
    /// ```
    pub fn pages(self) -> Pages<T> {
        let (start, size) = own_window(&self.request);
        let call = if E::EFFECT == Effect::Read {
            self
        } else {
            self.refused("it is no list to be read in pages")
        };
        let fetch: Fetch<T> = Arc::new(move |window| {
            let mut call = call.clone();
            call.overrides.window = Some(window);
            Box::pin(call.answer())
        });
        Pages {
            fetch,
            plan: Plan::new(start, size.unwrap_or(DEFAULT_PAGE_SIZE)),
            ahead: 1,
            under_way: VecDeque::new(),
            operation: E::NAME,
        }
    }

    /// The list entry by entry; see [`pages`](Self::pages).
    pub fn items(self) -> Items<T> {
        self.pages().items()
    }
}

/// The window that a request has by itself.
fn own_window<E: Endpoint>(request: &E) -> (u64, Option<u32>) {
    // What cannot be encoded is refused when it is sent.
    let query = params::encode(request).map(|target| target.query);
    let (mut start, mut size) = (0, None);
    for (key, value) in params::pairs(&query.unwrap_or_default()) {
        match key.as_str() {
            "X-Plex-Container-Start" => start = value.parse().unwrap_or(0),
            "X-Plex-Container-Size" => size = value.parse().ok(),
            _ => {}
        }
    }
    (start, size)
}

/// A list in pages, as a [`Stream`] and by [`next`](Self::next). After an error it ends.
///
/// At most one page more than [`ahead`](Self::ahead) is kept, however long the list is. `docs/decoding.md` tells what comes
/// of lists that change meanwhile and of servers that give other pages than they were asked for.
///
/// Pages are fetched and decoded in tasks of tokio's runtime, which end with this.
#[must_use = "nothing is asked for before the first page is waited for"]
pub struct Pages<T> {
    fetch: Fetch<T>,
    plan: Plan,
    ahead: usize,
    /// The pages that are being fetched, by where they start.
    under_way: VecDeque<(u64, Task<Fetched<T>>)>,
    operation: &'static str,
}

impl<T: Page + Send + 'static> Pages<T> {
    /// How many entries are asked for at once, 500 where not said; 0 counts as 1. Servers may give fewer.
    pub fn page_size(mut self, entries: u32) -> Self {
        self.plan.size = entries.max(1);
        self
    }

    /// How many pages are fetched while the present one is used, 1 where not said; with 0 a page is asked for only when it
    /// is waited for. Nothing is fetched ahead before the first page has told how long the list is.
    pub fn ahead(mut self, pages: usize) -> Self {
        self.ahead = pages;
        self
    }

    /// The list entry by entry.
    pub fn items(self) -> Items<T> {
        Items {
            pages: self,
            page: Vec::new().into_iter(),
        }
    }

    /// The next page; `None` after the last one. The first one is given even where it is empty.
    pub async fn next(&mut self) -> Option<Result<MediaContainer<T>, Error>> {
        poll_fn(|cx| Pin::new(&mut *self).poll_next(cx)).await
    }

    /// Keeps `count` pages under way as far as it is known where they are.
    fn fill(&mut self, count: usize) {
        while self.under_way.len() < count {
            let last = self.under_way.back().map(|(start, _)| *start);
            let Some(start) = self.plan.start_after(last) else {
                return;
            };
            let task = tokio::spawn((self.fetch)(self.plan.window(start)));
            self.under_way.push_back((start, Task(task)));
        }
    }

    fn take(
        &mut self,
        answer: Answer<MediaContainer<T>>,
    ) -> Option<Result<MediaContainer<T>, Error>> {
        let page = answer.value();
        let told = Told {
            offset: page.offset.map(u64::from),
            total: page.total_size.map(u64::from),
            size: page.size.map(u64::from),
            len: u64::try_from(page.content.len()).unwrap_or(u64::MAX),
            print: page.offset.is_none().then(|| print(answer.body())),
        };
        match self.plan.take(&told) {
            Verdict::Give => Some(Ok(answer.into_value())),
            Verdict::End => None,
            Verdict::Broken(message) => {
                let error = Error::new(ErrorKind::Incomplete, self.operation);
                let (status, headers) = (answer.status(), answer.headers().clone());
                let error = error.with_answer(status, headers, bytes::Bytes::new());
                Some(Err(error.with_message(message)))
            }
        }
    }
}

impl<T> Pages<T> {
    /// How many entries the whole list has, as the last page said.
    pub fn total_size(&self) -> Option<u64> {
        self.plan.total
    }

    /// True where not every page told the same total: the list changed meanwhile, so that an entry may have come twice or
    /// not at all.
    pub fn has_changed(&self) -> bool {
        self.plan.changed
    }

    /// The place in the list up to which pages were given: where to go on after an error.
    pub fn position(&self) -> u64 {
        self.plan.next
    }
}

impl<T: Page + Send + 'static> Stream for Pages<T> {
    type Item = Result<MediaContainer<T>, Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        // The page that is waited for, and those behind it.
        let ahead = self.ahead;
        self.fill(ahead.saturating_add(1));
        let operation = self.operation;
        let Some((_, task)) = self.under_way.front_mut() else {
            return Poll::Ready(None);
        };
        let result = ready!(task.poll(cx, operation));
        self.under_way.pop_front();
        let item = match result {
            Ok(answer) => self.take(answer),
            Err(error) => {
                self.plan.over = true;
                Some(Err(error))
            }
        };
        // What was expected elsewhere than where it is, or behind the end, is given up.
        let (next, total) = (self.plan.next, self.plan.total);
        let over = self.plan.over;
        if over || self.under_way.front().is_some_and(|(at, _)| *at != next) {
            self.under_way.clear();
        }
        self.under_way
            .retain(|(at, _)| total.is_none_or(|total| *at < total));
        self.fill(ahead);
        Poll::Ready(item)
    }
}

// Nothing in it is pinned.
impl<T> Unpin for Pages<T> {}

impl<T> fmt::Debug for Pages<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pages")
            .field("operation", &self.operation)
            .field("position", &self.plan.next)
            .field("total_size", &self.plan.total)
            .finish_non_exhaustive()
    }
}

/// What tells one body from another.
fn print(body: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write(body);
    hasher.finish()
}

/// A task that ends with who waits for it.
struct Task<T>(JoinHandle<T>);

impl<T> Task<Result<T, Error>> {
    fn poll(&mut self, cx: &mut Context<'_>, operation: &'static str) -> Poll<Result<T, Error>> {
        Poll::Ready(match ready!(Pin::new(&mut self.0).poll(cx)) {
            Ok(result) => result,
            Err(error) => match error.try_into_panic() {
                // Where a model of the caller's own panics, so does who waits for it.
                Ok(panic) => std::panic::resume_unwind(panic),
                Err(error) => Err(Error::transport(
                    operation,
                    TransportError::new(Phase::Answer, error),
                )),
            },
        })
    }
}

impl<T> Drop for Task<T> {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// A list entry by entry, as a [`Stream`] and by [`next`](Self::next); see [`Pages`]. After an error it ends.
#[must_use = "nothing is asked for before the first entry is waited for"]
pub struct Items<T: Page> {
    pages: Pages<T>,
    page: std::vec::IntoIter<T::Item>,
}

impl<T: Page + Send + 'static> Items<T> {
    /// How many entries are asked for at once; see [`Pages::page_size`].
    pub fn page_size(mut self, entries: u32) -> Self {
        self.pages = self.pages.page_size(entries);
        self
    }

    /// How many pages are fetched ahead; see [`Pages::ahead`].
    pub fn ahead(mut self, pages: usize) -> Self {
        self.pages = self.pages.ahead(pages);
        self
    }

    /// The next entry; `None` after the last one.
    pub async fn next(&mut self) -> Option<Result<T::Item, Error>> {
        poll_fn(|cx| Pin::new(&mut *self).poll_next(cx)).await
    }

    /// All that is left, in memory: for lists that are known to be short enough.
    pub async fn collect(mut self) -> Result<Vec<T::Item>, Error> {
        let mut all = Vec::new();
        while let Some(page) = self.pages.next().await {
            all.extend(self.page.by_ref());
            all.append(&mut page?.content.into_items());
        }
        all.extend(self.page);
        Ok(all)
    }
}

impl<T: Page> Items<T> {
    /// How many entries the whole list has; see [`Pages::total_size`].
    pub fn total_size(&self) -> Option<u64> {
        self.pages.total_size()
    }

    /// Whether the list changed meanwhile; see [`Pages::has_changed`].
    pub fn has_changed(&self) -> bool {
        self.pages.has_changed()
    }
}

impl<T: Page + Send + 'static> Stream for Items<T> {
    type Item = Result<T::Item, Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            if let Some(item) = self.page.next() {
                return Poll::Ready(Some(Ok(item)));
            }
            // The page is given back before the next one is taken.
            self.page = Vec::new().into_iter();
            match ready!(Pin::new(&mut self.pages).poll_next(cx)) {
                None => return Poll::Ready(None),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                Some(Ok(page)) => self.page = page.content.into_items().into_iter(),
            }
        }
    }
}

// Nothing in it is pinned.
impl<T: Page> Unpin for Items<T> {}

impl<T: Page> fmt::Debug for Items<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Items")
            .field("pages", &self.pages)
            .field("ready", &self.page.len())
            .finish()
    }
}
