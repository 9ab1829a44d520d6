//! How bytes travel: [`Transport`], with one method, and [`HttpClient`], which is used by default.

mod client;
mod connection;
mod connector;
mod gzip;
pub mod plex_direct;
#[cfg(feature = "reqwest")]
mod reqwest;
mod tls;

pub use self::client::{HttpClient, HttpClientBuilder};
pub(crate) use self::gzip::send;
pub(crate) use self::tls::Tls;

use crate::policy::TimeLimit;
use bytes::Bytes;
use http_body_util::BodyExt;
use std::error::Error as StdError;
use std::fmt;
use std::future::Future;
use std::pin::Pin;

/// A boxed error of a transport or hook.
pub type BoxError = Box<dyn StdError + Send + Sync>;

/// A boxed future.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// The body of an answer while it arrives.
pub type Body = http_body_util::combinators::UnsyncBoxBody<Bytes, TransportError>;

/// Sends one request and gives its answer as soon as the head is there.
///
/// An implementation sends what it is given and follows no redirects: the token in the request's headers is for its
/// origin alone.
pub trait Transport: Send + Sync + 'static {
    /// Sends `request`.
    fn send(
        &self,
        request: http::Request<Bytes>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>>;
}

/// Where on its way a request was stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Phase {
    /// The host's name has no address.
    Resolve,
    /// No connection to the address.
    Connect,
    /// A connection, but no agreement on TLS, or a certificate that does not fit. As with the two before it, nothing
    /// was sent: a call may be repeated, whatever it does. What breaks later is an [`Answer`](Self::Answer).
    Tls,
    /// No whole answer within the time allowed.
    Timeout,
    /// The connection broke before the whole answer was there.
    Answer,
    /// A client followed a redirect to another origin by itself.
    Redirect,
}

impl fmt::Display for Phase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Resolve => "its name was not found",
            Self::Connect => "no connection could be made",
            Self::Tls => "TLS failed",
            Self::Timeout => "no answer came in time",
            Self::Answer => "the connection broke before the whole answer was there",
            Self::Redirect => "the HTTP client followed a redirect to another origin by itself",
        })
    }
}

/// A request that got no whole answer.
#[derive(Debug)]
pub struct TransportError {
    phase: Phase,
    limit: Option<TimeLimit>,
    source: Option<BoxError>,
}

impl TransportError {
    /// An error in a phase, with its cause.
    pub fn new(phase: Phase, source: impl Into<BoxError>) -> Self {
        Self {
            phase,
            limit: None,
            source: Some(source.into()),
        }
    }

    pub(crate) fn timeout(limit: TimeLimit) -> Self {
        Self {
            phase: Phase::Timeout,
            limit: Some(limit),
            source: None,
        }
    }

    /// Says which limit it was that ran out.
    pub(crate) fn with_limit(mut self, limit: TimeLimit) -> Self {
        self.limit = Some(limit);
        self
    }

    /// Which limit ran out, where the phase is [`Phase::Timeout`] and that is known.
    pub fn time_limit(&self) -> Option<TimeLimit> {
        self.limit
    }

    /// Where the request was stopped.
    pub fn phase(&self) -> Phase {
        self.phase
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.phase.fmt(f)
    }
}

impl StdError for TransportError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.source.as_ref().map(|source| &**source as _)
    }
}

/// An error and its causes, outermost first.
fn causes<'a>(
    error: &'a (dyn StdError + 'static),
) -> impl Iterator<Item = &'a (dyn StdError + 'static)> {
    std::iter::successors(Some(error), |&error| error.source())
}

/// A body that is already there in whole, for transports of your own.
pub fn full_body(bytes: impl Into<Bytes>) -> Body {
    http_body_util::Full::new(bytes.into())
        .map_err(|never| match never {})
        .boxed_unsync()
}

/// A transport made of an async function: a test double, or a layer of your own around another client.
///
/// ```
/// use plex_sdk::transport::{from_fn, full_body};
///
/// let silent = from_fn(|request| async move {
///     assert_eq!(request.uri().path(), "/identity");
///     Ok(http::Response::new(full_body("<MediaContainer/>")))
/// });
/// # let _ = silent;
/// ```
pub fn from_fn<F, R>(send: F) -> impl Transport
where
    F: Fn(http::Request<Bytes>) -> R + Send + Sync + 'static,
    R: Future<Output = Result<http::Response<Body>, TransportError>> + Send + 'static,
{
    FnTransport(send)
}

struct FnTransport<F>(F);

impl<F, R> Transport for FnTransport<F>
where
    F: Fn(http::Request<Bytes>) -> R + Send + Sync + 'static,
    R: Future<Output = Result<http::Response<Body>, TransportError>> + Send + 'static,
{
    fn send(
        &self,
        request: http::Request<Bytes>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        Box::pin((self.0)(request))
    }
}
