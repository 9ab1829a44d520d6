//! One exchange: a request is sent with the hooks before it, same-origin redirects are followed, and the response is read.

use crate::answer::Answer;
use crate::base_url::BaseUrl;
use crate::deadline::Deadline;
use crate::error::{Error, ErrorKind};
use crate::hook::{Context, Hook};
use crate::policy::TimeLimit;
use crate::redact;
use crate::request::Outgoing;
use crate::transport::{self, Body, Transport, TransportError};
use bytes::{Bytes, BytesMut};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use http_body::{Frame, SizeHint};
use http_body_util::BodyExt;
use plex_sdk_contract::codec::Looks;
use plex_sdk_contract::error::{ApiError, MAX_ERROR_BODY, told_status};
use plex_sdk_contract::identity::X_PLEX_TOKEN;
use plex_sdk_contract::{Access, DecodeError, Effect, Host, Meta};
use std::pin::{Pin, pin};
use std::sync::{Arc, OnceLock};
use std::task::{Context as TaskContext, Poll, ready};
use std::time::Duration;
use tokio::sync::OwnedSemaphorePermit;
use tokio::time::Instant;

/// At most this many redirects within the origin are followed.
const MAX_REDIRECTS: usize = 3;

/// What becomes of a response once its head is there.
pub(crate) trait Finish: Sync {
    type Value: Send;

    fn finish(
        &self,
        exchange: &Exchange<'_>,
        response: http::Response<Body>,
        deadline: Deadline,
    ) -> impl Future<Output = Result<Answer<Self::Value>, Error>> + Send;

    /// Decides how long the call counts as under way after [`finish`](Self::finish); by default no longer.
    fn hold(
        &self,
        answer: Answer<Self::Value>,
        permit: OwnedSemaphorePermit,
    ) -> Answer<Self::Value> {
        drop(permit);
        answer
    }

    /// The answer of a repeated DELETE that ended as "not found", if its response has nothing to decode.
    fn already_deleted(&self, error: &Error) -> Option<Answer<Self::Value>> {
        let _ = error;
        None
    }
}

/// Reads the body to its end and decodes it.
pub(crate) struct Whole<D> {
    pub(crate) decode: D,
    /// Any body decodes: there is nothing in it.
    pub(crate) empty: bool,
}

impl<T: Send, D: Fn(&HeaderMap, &Bytes) -> Result<T, DecodeError> + Sync> Finish for Whole<D> {
    type Value = T;

    async fn finish(
        &self,
        exchange: &Exchange<'_>,
        response: http::Response<Body>,
        deadline: Deadline,
    ) -> Result<Answer<T>, Error> {
        exchange.whole(response, deadline, &self.decode).await
    }

    fn already_deleted(&self, error: &Error) -> Option<Answer<T>> {
        if !self.empty {
            return None;
        }
        let value = (self.decode)(error.headers()?, &Bytes::new()).ok()?;
        let (status, headers) = (error.status()?, error.headers()?.clone());
        Some(Answer::new(status, headers, error.body().clone(), value))
    }
}

/// Returns the response as it is, with its body still to come.
pub(crate) struct Head {
    /// The call counts as under way until the body is read or dropped.
    pub(crate) holds_permit: bool,
}

impl Finish for Head {
    type Value = http::Response<Body>;

    async fn finish(
        &self,
        _exchange: &Exchange<'_>,
        response: http::Response<Body>,
        _deadline: Deadline,
    ) -> Result<Answer<http::Response<Body>>, Error> {
        let (status, headers) = (response.status(), response.headers().clone());
        Ok(Answer::new(status, headers, Bytes::new(), response))
    }

    fn hold(
        &self,
        answer: Answer<http::Response<Body>>,
        permit: OwnedSemaphorePermit,
    ) -> Answer<http::Response<Body>> {
        if !self.holds_permit {
            return answer;
        }
        answer.map(|response| {
            response.map(|body| {
                let permit = Some(permit);
                HoldingBody { body, permit }.boxed_unsync()
            })
        })
    }
}

/// A body that holds its call's permit until it is read or dropped.
struct HoldingBody {
    body: Body,
    permit: Option<OwnedSemaphorePermit>,
}

impl http_body::Body for HoldingBody {
    type Data = Bytes;
    type Error = TransportError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut TaskContext<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, TransportError>>> {
        let frame = ready!(Pin::new(&mut self.body).poll_frame(cx));
        if !matches!(frame, Some(Ok(_))) || self.body.is_end_stream() {
            self.permit = None;
        }
        Poll::Ready(frame)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

/// How a client's requests are sent: its transport, its hooks, and the longest body it accepts.
pub(crate) struct Sender {
    pub(crate) transport: Arc<dyn Transport>,
    pub(crate) hooks: Vec<Arc<dyn Hook>>,
    pub(crate) max_body: usize,
}

impl Sender {
    /// Sends a request once and makes of its response what `finish` does, with the hooks around it.
    pub(crate) async fn send<F: Finish>(
        &self,
        outgoing: &Outgoing<'_>,
        http: http::Request<Bytes>,
        deadline: Deadline,
        finish: &F,
    ) -> Result<Answer<F::Value>, Error> {
        let meta = outgoing.meta;
        let exchange = Exchange {
            sender: self,
            meta,
            effect: outgoing.effect,
            uri: http.uri().clone(),
            shown: OnceLock::new(),
            token: http.headers().get(X_PLEX_TOKEN).cloned(),
        };
        let started = Instant::now();
        let run = pin!(exchange.run(http, deadline, finish));
        let result = deadline.within(meta.name, run).await;
        let result = result
            .and_then(|result| result)
            .map_err(|error| exchange.explain(error));
        let took = started.elapsed();
        match &result {
            Ok(answer) => {
                tracing::debug!(operation = meta.name, url = %exchange.shown(), status = answer.status().as_u16(), ?took, "answered");
                for hook in &self.hooks {
                    hook.after(&exchange.context(), answer.status(), answer.headers(), took);
                }
            }
            Err(error) => {
                tracing::debug!(operation = meta.name, url = %exchange.shown(), %error, ?took, "failed");
                for hook in &self.hooks {
                    hook.failed(&exchange.context(), error);
                }
            }
        }
        result
    }
}

/// A request that is under way.
pub(crate) struct Exchange<'a> {
    sender: &'a Sender,
    meta: &'static Meta,
    effect: Effect,
    /// Where it goes.
    uri: http::Uri,
    /// The same without secrets, made on first use.
    shown: OnceLock<String>,
    /// The token it carries, to be kept out of errors.
    token: Option<HeaderValue>,
}

impl Exchange<'_> {
    /// The URL without secrets.
    fn shown(&self) -> &str {
        self.shown
            .get_or_init(|| redact::path_and_query(&self.uri.to_string()))
    }

    /// What a hook is told.
    fn context(&self) -> Context<'_> {
        Context {
            operation: self.meta,
            url: self.shown(),
        }
    }

    /// Adds the URL to an error, and removes the token in case the other side repeated it.
    fn explain(&self, error: Error) -> Error {
        let error = error.with_url(self.shown().to_owned());
        match self.token.as_ref().and_then(|token| token.to_str().ok()) {
            Some(token) => error.without(token),
            None => error,
        }
    }

    async fn run<F: Finish>(
        &self,
        mut http: http::Request<Bytes>,
        deadline: Deadline,
        finish: &F,
    ) -> Result<Answer<F::Value>, Error> {
        let name = self.meta.name;
        for hook in &self.sender.hooks {
            hook.before(&self.context(), &mut http).map_err(|error| {
                Error::new(ErrorKind::Stopped, name)
                    .with_message(&error)
                    .with_source(error)
            })?;
        }
        let answer = self.follow(http, deadline.head).await?;
        let status = answer.status();
        if status.is_client_error() || status.is_server_error() {
            // An error's page is cut at its bound, not refused.
            let (parts, body) = answer.into_parts();
            let (body, _) = read(body, MAX_ERROR_BODY, deadline.idle)
                .await
                .map_err(|e| Error::transport(name, e))?;
            return Err(refused(self.meta, status, parts.headers, &body));
        }
        finish.finish(self, answer, deadline).await
    }

    /// Reads an answer to its end.
    async fn whole<T>(
        &self,
        answer: http::Response<Body>,
        deadline: Deadline,
        decode: &impl Fn(&HeaderMap, &Bytes) -> Result<T, DecodeError>,
    ) -> Result<Answer<T>, Error> {
        let name = self.meta.name;
        let (parts, body) = answer.into_parts();
        let (status, headers) = (parts.status, parts.headers);
        let limit = self.sender.max_body;
        let (body, whole) = read(body, limit, deadline.idle)
            .await
            .map_err(|e| Error::transport(name, e))?;
        if !whole {
            let kind = ErrorKind::TooLarge { limit };
            return Err(Error::new(kind, name).with_answer(status, headers, Bytes::new()));
        }
        if let Some(status) = told_status(&body) {
            return Err(refused(self.meta, status, headers, &body));
        }
        match decode(&headers, &body) {
            Ok(value) => Ok(Answer::new(status, headers, body, value)),
            Err(error) => {
                let kept = body.slice(..body.len().min(MAX_ERROR_BODY));
                Err(Error::decode(name, error).with_answer(status, headers, kept))
            }
        }
    }

    /// Sends, and follows redirects that stay in the origin and repeat nothing.
    async fn follow(
        &self,
        http: http::Request<Bytes>,
        head: Duration,
    ) -> Result<http::Response<Body>, Error> {
        let name = self.meta.name;
        // Only a read may go out again, to another place.
        let mut kept = (self.effect == Effect::Read).then(|| http.clone());
        let mut next = http;
        for _ in 0..=MAX_REDIRECTS {
            let origin = next.uri().clone();
            let sent = transport::send(&*self.sender.transport, next);
            let sent = tokio::time::timeout(head, sent);
            let answer = sent
                .await
                .map_err(|_| Error::timed_out(name, TimeLimit::Head))?
                .map_err(|error| Error::transport(name, error))?;
            if !answer.status().is_redirection() || answer.status() == StatusCode::NOT_MODIFIED {
                return Ok(answer);
            }
            let place = answer
                .headers()
                .get(header::LOCATION)
                .and_then(|value| value.to_str().ok());
            let from = url::Url::parse(&origin.to_string());
            let to = place
                .zip(from.ok())
                .and_then(|(place, from)| from.join(place).ok());
            let refuse = |message: String| {
                Err(Error::new(ErrorKind::Redirected, name)
                    .with_message(message)
                    .with_answer(answer.status(), answer.headers().clone(), Bytes::new()))
            };
            let Some(to) = to else {
                return refuse("it names no place".into());
            };
            let base = BaseUrl::parse(&origin_of(&origin));
            if !base.is_ok_and(|base| base.same_origin(&to)) {
                let place = to.origin().ascii_serialization();
                return refuse(format!(
                    "{place} is another origin, and the token was not sent there"
                ));
            }
            let Some(again) = &mut kept else {
                return refuse("following it would repeat a call that changes something".into());
            };
            match to.as_str().parse() {
                Ok(uri) => *again.uri_mut() = uri,
                Err(_) => return refuse("the place cannot be used".into()),
            }
            next = again.clone();
        }
        Err(Error::new(ErrorKind::Redirected, name)
            .with_message(format_args!("more than {MAX_REDIRECTS} redirects")))
    }
}

/// The error of an answer with a status of 400 to 599.
fn refused(meta: &Meta, status: StatusCode, headers: HeaderMap, body: &Bytes) -> Error {
    // `/identity` is open to everyone: a server that refuses it with a page of its own is no Plex.
    let foreign = meta.host == Host::Pms
        && meta.access == Access::Public
        && status.is_client_error()
        && status != StatusCode::TOO_MANY_REQUESTS
        && !headers.contains_key("x-plex-protocol")
        && !matches!(Looks::of(body), Looks::Json | Looks::Xml);
    let api = ApiError::new(status, &headers, body);
    let error = Error::api(meta.name, headers, api);
    if foreign {
        error.with_kind(ErrorKind::NotPlex)
    } else {
        error
    }
}

/// Protocol, host and port of a URI.
fn origin_of(uri: &http::Uri) -> String {
    let scheme = uri.scheme_str().unwrap_or("http");
    let authority = uri.authority().map_or("", http::uri::Authority::as_str);
    format!("{scheme}://{authority}")
}

/// Reads at most `limit` bytes, each piece within `idle`; says whether that was the whole body.
async fn read(body: Body, limit: usize, idle: Duration) -> Result<(Bytes, bool), TransportError> {
    let mut body = pin!(body);
    let mut first: Option<Bytes> = None;
    let mut rest = BytesMut::new();
    let mut length = 0_usize;
    while let Some(frame) = tokio::time::timeout(idle, body.frame())
        .await
        .map_err(|_| TransportError::timeout(TimeLimit::Idle))?
    {
        let Ok(data) = frame?.into_data() else {
            continue;
        };
        if data.len() > limit - length {
            let room = limit - length;
            rest.extend_from_slice(first.as_deref().unwrap_or_default());
            rest.extend_from_slice(&data[..room]);
            return Ok((rest.freeze(), false));
        }
        length += data.len();
        // Most answers are one piece, which needs no copy.
        match first.take() {
            None if rest.is_empty() => first = Some(data),
            before => {
                rest.extend_from_slice(before.as_deref().unwrap_or_default());
                rest.extend_from_slice(&data);
            }
        }
    }
    Ok((first.unwrap_or_else(|| rest.freeze()), true))
}
