//! [`ByteStream`]: an answer that is no tree, piece by piece.

use crate::call::Call;
use crate::error::Error;
use crate::policy::TimeLimit;
use crate::transport::{Body, Phase, TransportError};
use bytes::Bytes;
use futures_core::Stream;
use http::{HeaderMap, StatusCode, Version, header};
use http_body::Body as _;
use plex_sdk_contract::error::{ApiError, MAX_ERROR_BODY, told_status};
use plex_sdk_contract::{Binary, Endpoint, Reply as _};
use std::fmt;
use std::future::poll_fn;
use std::ops::{Bound, RangeBounds};
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;
use tokio::time::{Instant, Sleep, sleep, sleep_until};

impl<E: Endpoint<Response = Binary>> Call<E> {
    /// Asks for a part of the bytes: `0..1024`, `4096..`. A server may answer with all of them: the
    /// [status](ByteStream::status) is then 200 and not 206.
    pub fn range(mut self, bytes: impl RangeBounds<u64>) -> Self {
        let start = match bytes.start_bound() {
            Bound::Included(start) => Some(*start),
            Bound::Excluded(before) => before.checked_add(1),
            Bound::Unbounded => Some(0),
        };
        let last = match bytes.end_bound() {
            Bound::Included(last) => Ok(Some(*last)),
            Bound::Excluded(end) => end.checked_sub(1).map(Some).ok_or(()),
            Bound::Unbounded => Ok(None),
        };
        match (start, last) {
            (Some(start), Ok(None)) => self.header("range", &format!("bytes={start}-")),
            (Some(start), Ok(Some(last))) if start <= last => {
                self.header("range", &format!("bytes={start}-{last}"))
            }
            _ => {
                self.problem("the range has no bytes");
                self
            }
        }
    }

    /// Sends it, and gives what comes piece by piece: nothing is gathered, and there is no limit to the length.
    ///
    /// Getting the answer's head is tried again as every call is. The time for the whole call counts until then; after it
    /// only the pauses between two pieces have a limit, unless [`timeout`](Self::timeout) was set, which then is for
    /// everything.
    ///
    /// A response that is a page for a browser or JSON is an error of the kind [`NotPlex`](crate::ErrorKind::NotPlex), as it
    /// is when the call is awaited.
    ///
    /// ```
    /// use plex_sdk::Server;
    /// use plex_sdk::endpoints::library::GetMediaPart;
    ///
    /// async fn first_megabyte(server: Server, part: GetMediaPart) -> Result<(), plex_sdk::Error> {
    ///     let mut bytes = server.library().get_media_part(part).range(..1_048_576).stream().await?;
    ///     println!("{:?}, {:?} bytes", bytes.content_type(), bytes.content_length());
    ///     while let Some(piece) = bytes.next().await {
    ///         println!("{} bytes", piece?.len());
    ///     }
    ///     Ok(())
    /// }
    /// ```
    pub async fn stream(self) -> Result<ByteStream, Error> {
        let limit = self.overrides.timeout;
        let until = limit.and_then(|limit| Instant::now().checked_add(limit));
        let (answer, idle) = self.core.open(&self.request, self.overrides).await?;
        ByteStream::new(E::NAME, answer, idle, until).await
    }
}

/// Bytes as they arrive, with the answer's head: a [`Stream`], and [`next`](Self::next). After an error it ends.
///
/// It ends with an error where fewer or more bytes come than the head told.
pub struct ByteStream {
    operation: &'static str,
    status: StatusCode,
    version: Version,
    headers: HeaderMap,
    body: Body,
    /// The first piece, already looked at.
    first: Option<Bytes>,
    received: u64,
    idle: Duration,
    /// When the pause becomes too long, while a piece is waited for.
    pause: Option<Pin<Box<Sleep>>>,
    /// When the time for everything is over.
    end: Option<Pin<Box<Sleep>>>,
    over: bool,
}

impl ByteStream {
    async fn new(
        operation: &'static str,
        answer: http::Response<Body>,
        idle: Duration,
        until: Option<Instant>,
    ) -> Result<Self, Error> {
        let (parts, body) = answer.into_parts();
        let mut stream = Self {
            operation,
            status: parts.status,
            version: parts.version,
            headers: parts.headers,
            body,
            first: None,
            received: 0,
            idle,
            pause: None,
            end: until.map(|until| Box::pin(sleep_until(until))),
            over: false,
        };
        let first = stream.next().await.transpose()?;
        let beginning = first.as_deref().unwrap_or_default();
        if let Some(status) = told_status(beginning) {
            let api = ApiError::new(status, &stream.headers, &first.unwrap_or_default());
            return Err(Error::api(operation, stream.headers, api));
        }
        if let Err(error) = Binary::check(stream.content_type(), beginning) {
            let page = first.unwrap_or_default();
            let page = page.slice(..page.len().min(MAX_ERROR_BODY));
            let error = Error::decode(operation, error);
            return Err(error.with_answer(stream.status, stream.headers, page));
        }
        stream.over = first.is_none();
        stream.first = first;
        Ok(stream)
    }

    /// The status: 200, or 206 for a part.
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// The headers.
    pub fn headers(&self) -> &HeaderMap {
        &self.headers
    }

    fn text(&self, name: &header::HeaderName) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// The content type, as it came.
    pub fn content_type(&self) -> Option<&str> {
        self.text(&header::CONTENT_TYPE)
    }

    /// How many bytes there are in this answer, where the server says so.
    pub fn content_length(&self) -> Option<u64> {
        self.text(&header::CONTENT_LENGTH)?.trim().parse().ok()
    }

    /// How many bytes came so far.
    pub fn received(&self) -> u64 {
        self.received
    }

    /// First byte and length of the whole, where this answer is the end of it.
    pub(crate) fn rest(&self) -> Option<(u64, u64)> {
        let range = self.text(&header::CONTENT_RANGE)?.trim();
        let (range, total) = range.strip_prefix("bytes ")?.split_once('/')?;
        let (start, last) = range.split_once('-')?;
        let (start, last): (u64, u64) = (start.trim().parse().ok()?, last.trim().parse().ok()?);
        let total: u64 = total.trim().parse().ok()?;
        (start <= last && last.checked_add(1) == Some(total)).then_some((start, total))
    }

    /// True where the end of the bytes can be told from a broken connection.
    pub(crate) fn has_an_end(&self) -> bool {
        let chunked = self.text(&header::TRANSFER_ENCODING);
        self.content_length().is_some()
            || chunked.is_some_and(|coding| coding.to_ascii_lowercase().contains("chunked"))
            || self.version >= Version::HTTP_2
    }

    /// The next piece; `None` after the last one.
    pub async fn next(&mut self) -> Option<Result<Bytes, Error>> {
        poll_fn(|cx| Pin::new(&mut *self).poll_next(cx)).await
    }

    fn poll_piece(&mut self, cx: &mut Context<'_>) -> Poll<Result<Option<Bytes>, TransportError>> {
        let late = |limit| Poll::Ready(Err(TransportError::timeout(limit)));
        if let Some(end) = &mut self.end
            && end.as_mut().poll(cx).is_ready()
        {
            return late(TimeLimit::Total);
        }
        loop {
            let Poll::Ready(frame) = Pin::new(&mut self.body).poll_frame(cx) else {
                let idle = self.idle;
                let pause = self.pause.get_or_insert_with(|| Box::pin(sleep(idle)));
                ready!(pause.as_mut().poll(cx));
                return late(TimeLimit::Idle);
            };
            self.pause = None;
            let told = self.content_length();
            let Some(frame) = frame else {
                return Poll::Ready(match told {
                    Some(told) if told != self.received => {
                        let received = self.received;
                        Err(broken(format!(
                            "{received} bytes came and {told} were told"
                        )))
                    }
                    _ => Ok(None),
                });
            };
            let Ok(data) = frame?.into_data() else {
                continue;
            };
            if data.is_empty() {
                continue;
            }
            self.received = self.received.saturating_add(data.len() as u64);
            if let Some(told) = told.filter(|told| *told < self.received) {
                return Poll::Ready(Err(broken(format!("more than the {told} bytes told came"))));
            }
            return Poll::Ready(Ok(Some(data)));
        }
    }
}

fn broken(why: String) -> TransportError {
    TransportError::new(Phase::Answer, why)
}

impl Stream for ByteStream {
    type Item = Result<Bytes, Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if let Some(first) = self.first.take() {
            return Poll::Ready(Some(Ok(first)));
        }
        if self.over {
            return Poll::Ready(None);
        }
        let result = ready!(self.poll_piece(cx));
        self.over = !matches!(result, Ok(Some(_)));
        let operation = self.operation;
        Poll::Ready(
            result
                .map_err(|e| Error::transport(operation, e))
                .transpose(),
        )
    }
}

impl fmt::Debug for ByteStream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ByteStream")
            .field("operation", &self.operation)
            .field("status", &self.status)
            .field("content_type", &self.content_type())
            .field("received", &self.received)
            .finish_non_exhaustive()
    }
}
