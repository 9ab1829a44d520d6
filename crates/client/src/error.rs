//! [`Error`]: why a call failed, with everything that helps to find out.

use crate::policy::{self, Failure, TimeLimit};
use crate::transport::{BoxError, Phase, TransportError};
use bytes::Bytes;
use http::{HeaderMap, StatusCode, header};
use plex_sdk_contract::error::{ApiError, codes};
use plex_sdk_contract::ids::ClientIdentifier;
use plex_sdk_contract::{DecodeError, ServerVersion};
use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

/// What kind of failure it was.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The call cannot be sent as it was made: a setting or parameter is wrong.
    InvalidRequest,
    /// The server is known to be older than what the operation needs.
    RequiresVersion {
        /// The first version that has the operation.
        needed: ServerVersion,
        /// The server's version.
        found: ServerVersion,
    },
    /// 401, or plex.tv's 422 for a revoked token: the token is missing, unknown, expired or revoked.
    Unauthorized,
    /// 403: the token is known, and not enough for this.
    Forbidden,
    /// 404: what was asked for is not there.
    NotFound,
    /// 429: too many requests.
    RateLimited {
        /// How long the answer says to wait.
        retry_after: Option<Duration>,
    },
    /// Any other status of 400 to 499.
    Rejected,
    /// A status of 500 to 599.
    ServerError,
    /// No whole answer came.
    Unreachable(Phase),
    /// The answer points to another place, and following was not safe.
    Redirected,
    /// Something answered that is not Plex.
    NotPlex,
    /// The answer is Plex's, and could not be read.
    NotUnderstood,
    /// The answer is longer than the limit.
    TooLarge {
        /// The limit in bytes.
        limit: usize,
    },
    /// Less came than there is, or than was asked for: a list that ends too early, media of another length than was told.
    Incomplete,
    /// A file could not be read or written.
    File,
    /// A hook of the caller stopped the request.
    Stopped,
    /// The client's source of tokens gave none.
    NoToken,
    /// Another player answered than the one asked for.
    OtherPlayer {
        /// The one asked for.
        expected: ClientIdentifier,
        /// The one that answered.
        found: ClientIdentifier,
    },
}

impl ErrorKind {
    /// Whether another attempt may end differently; `known` where one has gone well before.
    pub(crate) fn may_pass(&self, known: bool) -> bool {
        match self {
            Self::Unreachable(phase) => *phase != Phase::Redirect,
            Self::ServerError | Self::RateLimited { .. } => true,
            // So says what stands in front of a server while that restarts.
            Self::NotFound
            | Self::Rejected
            | Self::NotPlex
            | Self::NotUnderstood
            | Self::NoToken => known,
            _ => false,
        }
    }
}

/// Why a call failed.
///
/// `Display` is one line that names the operation, what was wrong and where; it holds no secret. The answer, where there
/// was one, is kept in whole up to a bound: [`status`](Self::status), [`headers`](Self::headers), [`body`](Self::body).
///
/// Where a call was tried more than once it is the last attempt's, and tells [how many](Self::attempts) there were.
#[derive(Clone)]
pub struct Error(Box<Inner>);

#[derive(Clone)]
struct Inner {
    kind: ErrorKind,
    operation: &'static str,
    url: Option<String>,
    answer: Option<(StatusCode, HeaderMap)>,
    body: Bytes,
    api: Option<ApiError>,
    message: Option<String>,
    source: Option<Arc<dyn StdError + Send + Sync>>,
    limit: Option<TimeLimit>,
    retry_after: Option<Duration>,
    attempts: u32,
    elapsed: Duration,
}

impl Error {
    pub(crate) fn new(kind: ErrorKind, operation: &'static str) -> Self {
        Self(Box::new(Inner {
            kind,
            operation,
            url: None,
            answer: None,
            body: Bytes::new(),
            api: None,
            message: None,
            source: None,
            limit: None,
            retry_after: None,
            attempts: 1,
            elapsed: Duration::ZERO,
        }))
    }

    pub(crate) fn invalid(operation: &'static str, message: impl fmt::Display) -> Self {
        Self::new(ErrorKind::InvalidRequest, operation).with_message(message)
    }

    pub(crate) fn transport(operation: &'static str, error: TransportError) -> Self {
        let limit = error.time_limit();
        let mut unreachable = Self::new(ErrorKind::Unreachable(error.phase()), operation);
        unreachable.0.limit = limit;
        match limit {
            Some(limit) => unreachable.with_message(limit).with_source(error),
            None => unreachable.with_source(error),
        }
    }

    /// A time limit ran out before there was a whole response.
    pub(crate) fn timed_out(operation: &'static str, limit: TimeLimit) -> Self {
        Self::transport(operation, TransportError::timeout(limit))
    }

    /// What a source of tokens said instead of giving one; an error of this library stays what it is.
    pub(crate) fn no_token(operation: &'static str, error: BoxError) -> Self {
        match error.downcast::<Self>() {
            Ok(error) => *error,
            Err(error) => Self::new(ErrorKind::NoToken, operation)
                .with_message(&error)
                .with_source(error),
        }
    }

    /// A call that was not sent, because its origin is to be left alone.
    pub(crate) fn held(operation: &'static str, held: &policy::Held) -> Self {
        let retry_after = Some(held.wait);
        let origin = held.origin.as_str();
        let mut error = Self::new(ErrorKind::RateLimited { retry_after }, operation)
            .with_message(format_args!("not sent, {origin} asked to wait"));
        error.0.retry_after = retry_after;
        error
    }

    /// An answer with a status of 400 and above.
    pub(crate) fn api(operation: &'static str, headers: HeaderMap, api: ApiError) -> Self {
        let retry_after = policy::retry_after(&headers, SystemTime::now());
        let kind = match api.status.as_u16() {
            401 | 498 => ErrorKind::Unauthorized,
            // Old operations of plex.tv say so of a revoked token.
            422 if names_a_token(&api) => ErrorKind::Unauthorized,
            403 => ErrorKind::Forbidden,
            404 => ErrorKind::NotFound,
            429 => ErrorKind::RateLimited { retry_after },
            500..=599 => ErrorKind::ServerError,
            _ => ErrorKind::Rejected,
        };
        let status = api.status;
        let body = api.body.clone();
        let mut error = Self::new(kind, operation).with_answer(status, headers, body);
        error.0.retry_after = retry_after;
        error.0.message = api.message();
        error.0.api = Some(api);
        error
    }

    pub(crate) fn decode(operation: &'static str, error: DecodeError) -> Self {
        let kind = if error.is_foreign() {
            ErrorKind::NotPlex
        } else {
            ErrorKind::NotUnderstood
        };
        Self::new(kind, operation)
            .with_message(&error)
            .with_source(error)
    }

    pub(crate) fn with_message(mut self, message: impl fmt::Display) -> Self {
        self.0.message = Some(message.to_string());
        self
    }

    pub(crate) fn with_source(mut self, source: impl Into<BoxError>) -> Self {
        self.0.source = Some(Arc::from(source.into()));
        self
    }

    /// Tells how many attempts there were, and how long they took with the waits between them.
    pub(crate) fn after(mut self, attempts: u32, elapsed: Duration) -> Self {
        self.0.attempts = attempts;
        self.0.elapsed = elapsed;
        self
    }

    /// What it means for another attempt.
    pub(crate) fn failure(&self) -> Failure {
        match (&self.0.kind, &self.0.answer) {
            (ErrorKind::Unreachable(Phase::Resolve | Phase::Connect | Phase::Tls), _) => {
                Failure::NotSent
            }
            (ErrorKind::Unreachable(Phase::Timeout), _) => match self.0.limit {
                Some(TimeLimit::Connect) => Failure::NotSent,
                Some(TimeLimit::Total) => Failure::Final,
                _ => Failure::TimedOut,
            },
            (ErrorKind::Unreachable(Phase::Answer), _) => Failure::Broken,
            (
                ErrorKind::ServerError | ErrorKind::RateLimited { .. } | ErrorKind::Rejected,
                Some((status, _)),
            ) => Failure::Status(*status),
            _ => Failure::Final,
        }
    }

    pub(crate) fn with_url(mut self, url: String) -> Self {
        self.0.url = Some(url);
        self
    }

    pub(crate) fn with_answer(
        mut self,
        status: StatusCode,
        headers: HeaderMap,
        body: Bytes,
    ) -> Self {
        self.0.answer = Some((status, headers));
        self.0.body = body;
        self
    }

    pub(crate) fn with_kind(mut self, kind: ErrorKind) -> Self {
        self.0.kind = kind;
        self
    }

    /// Takes a secret out of what the error would show, in case the other side repeated it.
    pub(crate) fn without(mut self, secret: &str) -> Self {
        let scrub = |text: &mut Option<String>| {
            if let Some(text) = text {
                *text = crate::redact::scrub(text, secret);
            }
        };
        scrub(&mut self.0.message);
        scrub(&mut self.0.url);
        self
    }

    /// What kind of failure it was.
    pub fn kind(&self) -> &ErrorKind {
        &self.0.kind
    }

    /// The operation that was called, such as `GetTransientToken`.
    pub fn operation(&self) -> &'static str {
        self.0.operation
    }

    /// Where the request went, without secrets.
    pub fn url(&self) -> Option<&str> {
        self.0.url.as_deref()
    }

    /// The status, if there was a response. For an error that only the body of a successful response tells of
    /// (`<Response code="400" …/>`), it is the body's code.
    pub fn status(&self) -> Option<StatusCode> {
        self.0.answer.as_ref().map(|(status, _)| *status)
    }

    /// The answer's headers, where there was one.
    pub fn headers(&self) -> Option<&HeaderMap> {
        self.0.answer.as_ref().map(|(_, headers)| headers)
    }

    /// The answer's content type, as it came.
    pub fn content_type(&self) -> Option<&str> {
        self.headers()?.get(header::CONTENT_TYPE)?.to_str().ok()
    }

    /// The answer's body as it came, up to a bound. It is the other side's text: it may hold anything.
    pub fn body(&self) -> &Bytes {
        &self.0.body
    }

    /// How long the other side said to wait before another request: `Retry-After` in seconds or as a date.
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.retry_after
    }

    /// Which limit of the client's [`Timeouts`](crate::policy::Timeouts) ran out, where one did.
    pub fn time_limit(&self) -> Option<TimeLimit> {
        self.0.limit
    }

    /// How often the call was tried; 1 where it failed for good at once.
    pub fn attempts(&self) -> u32 {
        self.0.attempts
    }

    /// How long the call took, with every attempt and the waits between them.
    pub fn elapsed(&self) -> Duration {
        self.0.elapsed
    }

    /// The answer taken apart, where its status was 400 to 599: Plex's own codes and messages.
    pub fn api_error(&self) -> Option<&ApiError> {
        self.0.api.as_ref()
    }

    /// The token is missing, unknown, expired or revoked.
    pub fn is_unauthorized(&self) -> bool {
        self.0.kind == ErrorKind::Unauthorized
    }

    /// The token is known, and not enough for this.
    pub fn is_forbidden(&self) -> bool {
        self.0.kind == ErrorKind::Forbidden
    }

    /// What was asked for is not there.
    pub fn is_not_found(&self) -> bool {
        self.0.kind == ErrorKind::NotFound
    }

    /// Too many requests.
    pub fn is_rate_limited(&self) -> bool {
        matches!(self.0.kind, ErrorKind::RateLimited { .. })
    }

    /// No whole answer came: it says nothing about the token.
    pub fn is_unreachable(&self) -> bool {
        matches!(self.0.kind, ErrorKind::Unreachable(_))
    }

    /// No whole answer came within the time allowed.
    pub fn is_timeout(&self) -> bool {
        self.0.kind == ErrorKind::Unreachable(Phase::Timeout)
    }

    /// Something answered that is not Plex.
    pub fn is_not_plex(&self) -> bool {
        self.0.kind == ErrorKind::NotPlex
    }

    /// The call itself was wrong and was not sent.
    pub fn is_invalid_request(&self) -> bool {
        matches!(
            self.0.kind,
            ErrorKind::InvalidRequest | ErrorKind::RequiresVersion { .. }
        )
    }
}

/// A status as its number and, where it has one, its name.
fn shown(status: StatusCode) -> String {
    let name = status.canonical_reason().unwrap_or_default();
    format!("{} {name}", status.as_u16()).trim_end().to_owned()
}

fn names_a_token(api: &ApiError) -> bool {
    api.code() == Some(codes::UNAUTHENTICATED)
        || String::from_utf8_lossy(&api.body)
            .to_ascii_lowercase()
            .contains("invalid token")
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Inner {
            kind,
            operation,
            url,
            answer,
            message,
            retry_after,
            attempts,
            elapsed,
            ..
        } = &*self.0;
        write!(f, "{operation}: ")?;
        match kind {
            ErrorKind::InvalidRequest => f.write_str("the request is not valid")?,
            ErrorKind::RequiresVersion { needed, found } => {
                write!(
                    f,
                    "it needs server version {needed} or newer, and the server is {found}"
                )?;
            }
            ErrorKind::Unauthorized => f.write_str("the token was not accepted")?,
            ErrorKind::Forbidden => f.write_str("the token is not enough for this")?,
            ErrorKind::NotFound => f.write_str("not found")?,
            ErrorKind::RateLimited { .. } => f.write_str("too many requests")?,
            ErrorKind::Rejected => f.write_str("the request was rejected")?,
            ErrorKind::ServerError => f.write_str("the server failed")?,
            ErrorKind::Unreachable(phase) => write!(f, "unreachable, {phase}")?,
            ErrorKind::Redirected => f.write_str("the answer points to another place")?,
            ErrorKind::NotPlex => f.write_str("what answered is not Plex")?,
            ErrorKind::NotUnderstood => f.write_str("the answer was not understood")?,
            ErrorKind::TooLarge { limit } => {
                write!(f, "the answer is longer than the limit of {limit} bytes")?;
            }
            ErrorKind::Incomplete => f.write_str("what came is not the whole")?,
            ErrorKind::File => f.write_str("a file could not be used")?,
            ErrorKind::Stopped => f.write_str("a hook stopped it")?,
            ErrorKind::NoToken => f.write_str("there is no token for it")?,
            ErrorKind::OtherPlayer { expected, found } => {
                write!(f, "player {found} answered instead of {expected}")?;
            }
        }
        if let Some(wait) = retry_after {
            // Rounded up: a second too early is one refusal more.
            let seconds = wait.as_secs() + u64::from(wait.subsec_nanos() > 0);
            write!(f, ", to be tried again in {seconds} s")?;
        }
        if let Some(message) = message {
            write!(f, ": {message}")?;
        }
        let mut before = " (";
        let mut part = |text: fmt::Arguments<'_>| -> fmt::Result {
            write!(f, "{before}{text}")?;
            before = ", ";
            Ok(())
        };
        if let Some((status, _)) = answer {
            part(format_args!("status {}", shown(*status)))?;
        }
        if let Some(url) = url {
            part(format_args!("{url}"))?;
        }
        if *attempts > 1 {
            let took = elapsed.as_secs_f32();
            part(format_args!("{attempts} attempts in {took:.1} s"))?;
        }
        if before == ", " {
            f.write_str(")")
        } else {
            Ok(())
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Error")
            .field("kind", &self.0.kind)
            .field("operation", &self.0.operation)
            .field("url", &self.0.url)
            .field("status", &self.status())
            .field("content_type", &self.content_type())
            .field("message", &self.0.message)
            .field("attempts", &self.0.attempts)
            .field("body", &format_args!("{} bytes", self.0.body.len()))
            .field("source", &self.0.source)
            .finish()
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.0.source.as_ref().map(|source| &**source as _)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_passes_is_waited_for() {
        for (kind, first, later) in [
            (ErrorKind::Unreachable(Phase::Connect), true, true),
            (ErrorKind::Unreachable(Phase::Tls), true, true),
            (ErrorKind::Unreachable(Phase::Redirect), false, false),
            (ErrorKind::ServerError, true, true),
            (ErrorKind::RateLimited { retry_after: None }, true, true),
            (ErrorKind::NotFound, false, true),
            (ErrorKind::NotPlex, false, true),
            (ErrorKind::NoToken, false, true),
            (ErrorKind::Unauthorized, false, false),
            (ErrorKind::Forbidden, false, false),
            (ErrorKind::InvalidRequest, false, false),
            (ErrorKind::Redirected, false, false),
            (ErrorKind::Stopped, false, false),
        ] {
            assert_eq!(kind.may_pass(false), first, "{kind:?}");
            assert_eq!(kind.may_pass(true), later, "{kind:?}");
        }
    }
}
