//! One request under way: out with the hooks before it, along redirects, and its answer in.

use crate::base_url::BaseUrl;
use crate::call::Answer;
use crate::error::{Error, ErrorKind};
use crate::hook::Context;
use crate::policy::TimeLimit;
use crate::redact;
use crate::send::{Core, Time, late};
use crate::transport::{self, Body, TransportError};
use bytes::{Bytes, BytesMut};
use http::{HeaderMap, HeaderValue, StatusCode, header};
use http_body_util::BodyExt;
use plex_sdk_contract::codec::Looks;
use plex_sdk_contract::error::{ApiError, MAX_ERROR_BODY, told_status};
use plex_sdk_contract::{Access, DecodeError, Effect, Host, Meta};
use std::pin::pin;
use std::sync::OnceLock;
use std::time::Duration;

/// At most this many redirects within the origin are followed.
const MAX_REDIRECTS: usize = 3;

/// What is made of an answer whose head is there.
pub(crate) trait Finish: Sync {
    type Value: Send;

    fn finish(
        &self,
        trip: &Trip<'_>,
        answer: http::Response<Body>,
        time: Time,
    ) -> impl Future<Output = Result<Answer<Self::Value>, Error>> + Send;
}

/// It is read to its end and decoded.
pub(crate) struct Whole<D>(pub(crate) D);

impl<T: Send, D: Fn(&HeaderMap, &Bytes) -> Result<T, DecodeError> + Sync> Finish for Whole<D> {
    type Value = T;

    async fn finish(
        &self,
        trip: &Trip<'_>,
        answer: http::Response<Body>,
        time: Time,
    ) -> Result<Answer<T>, Error> {
        trip.whole(answer, time, &self.0).await
    }
}

/// It is given as it is, its body still to come.
pub(crate) struct Head;

impl Finish for Head {
    type Value = http::Response<Body>;

    async fn finish(
        &self,
        _trip: &Trip<'_>,
        answer: http::Response<Body>,
        _time: Time,
    ) -> Result<Answer<http::Response<Body>>, Error> {
        let (status, headers) = (answer.status(), answer.headers().clone());
        Ok(Answer::new(status, headers, Bytes::new(), answer))
    }
}

/// A request while it is under way.
pub(crate) struct Trip<'a> {
    pub(crate) core: &'a Core,
    pub(crate) meta: &'static Meta,
    pub(crate) effect: Effect,
    /// Where it goes.
    pub(crate) uri: http::Uri,
    /// The same to be shown, made when somebody looks.
    pub(crate) shown: OnceLock<String>,
    /// The token it carries, to be kept out of errors.
    pub(crate) token: Option<HeaderValue>,
}

impl Trip<'_> {
    /// The URL without secrets.
    pub(crate) fn shown(&self) -> &str {
        self.shown
            .get_or_init(|| redact::path_and_query(&self.uri.to_string()))
    }

    /// What a hook is told.
    pub(crate) fn context(&self) -> Context<'_> {
        Context {
            operation: self.meta,
            url: self.shown(),
        }
    }

    /// An error with its URL, and without the token in case the other side repeated it.
    pub(crate) fn explain(&self, error: Error) -> Error {
        let error = error.with_url(self.shown().to_owned());
        match self.token.as_ref().and_then(|token| token.to_str().ok()) {
            Some(token) => error.without(token),
            None => error,
        }
    }

    pub(crate) async fn run<F: Finish>(
        &self,
        mut http: http::Request<Bytes>,
        time: Time,
        finish: &F,
    ) -> Result<Answer<F::Value>, Error> {
        let name = self.meta.name;
        for hook in &self.core.hooks {
            hook.before(&self.context(), &mut http).map_err(|error| {
                Error::new(ErrorKind::Stopped, name)
                    .with_message(&error)
                    .with_source(error)
            })?;
        }
        let answer = self.exchange(http, time.head).await?;
        let status = answer.status();
        if status.is_client_error() || status.is_server_error() {
            // An error's page is cut at its bound, not refused.
            let (parts, body) = answer.into_parts();
            let (body, _) = read(body, MAX_ERROR_BODY, time.idle)
                .await
                .map_err(|e| Error::transport(name, e))?;
            return Err(refused(self.meta, status, parts.headers, &body));
        }
        finish.finish(self, answer, time).await
    }

    /// Reads an answer to its end.
    async fn whole<T>(
        &self,
        answer: http::Response<Body>,
        time: Time,
        decode: &impl Fn(&HeaderMap, &Bytes) -> Result<T, DecodeError>,
    ) -> Result<Answer<T>, Error> {
        let name = self.meta.name;
        let (parts, body) = answer.into_parts();
        let (status, headers) = (parts.status, parts.headers);
        let limit = self.core.max_body;
        let (body, whole) = read(body, limit, time.idle)
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
    async fn exchange(
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
            let sent = transport::send(&*self.core.transport, next);
            let sent = tokio::time::timeout(head, sent);
            let answer = sent
                .await
                .map_err(|_| late(name, TimeLimit::Head))?
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
