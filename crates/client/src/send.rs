//! [`Core`]: what `Server`, `Account` and `Player` send their calls with, attempt after attempt.

use crate::answer::Answer;
use crate::attempt::{Attempts, NoAnswer};
use crate::base_url::BaseUrl;
use crate::build_error::BuildError;
use crate::config::Settings;
use crate::deadline::Deadline;
use crate::error::{Error, ErrorKind};
use crate::exchange::{Finish, Head, Whole};
use crate::policy::{Attempt, Decision, Failure, RetryPolicy, Timeouts};
use crate::reachability::ReachabilityObserver;
use crate::request::{self, Outgoing, Overrides};
use crate::transport::Body;
use bytes::Bytes;
use http::{HeaderMap, HeaderValue, Method, header};
use plex_sdk_contract::model::{Identity, ServerInfo};
use plex_sdk_contract::{
    ClientIdentity, DecodeError, Effect, Endpoint, MediaContainer, Meta, NoBody, Reply,
    ServerVersion, params,
};
use std::any::{Any, TypeId};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

/// How a body is decoded; bad entries of lists are left out if there is a place to report them.
pub(crate) type Decode<R> = fn(&Bytes, Option<&mut Vec<DecodeError>>) -> Result<R, DecodeError>;

/// A client's settings and state, shared by its clones.
pub(crate) struct Core {
    attempts: Attempts,
    timeouts: Timeouts,
    retries: RetryPolicy,
    version: RwLock<Option<ServerVersion>>,
}

/// No compression, for bodies that are not read to their end at once.
const IDENTITY: HeaderValue = HeaderValue::from_static("identity");

impl Core {
    pub(crate) fn new(base: BaseUrl, settings: &Settings) -> Result<Self, BuildError> {
        Ok(Self {
            attempts: Attempts::new(base, settings)?,
            timeouts: settings.timeouts,
            retries: settings.retries,
            version: RwLock::new(None),
        })
    }

    /// Where its requests go.
    pub(crate) fn base(&self) -> &BaseUrl {
        &self.attempts.base
    }

    /// The time until a response begins.
    #[cfg(feature = "events")]
    pub(crate) fn head_limit(&self) -> Duration {
        self.timeouts.head_limit()
    }

    /// Whether and when its calls are retried.
    pub(crate) fn retry_policy(&self) -> RetryPolicy {
        self.retries
    }

    /// What its requests tell about the app.
    pub(crate) fn identity(&self) -> ClientIdentity {
        ClientIdentity::from_headers(&self.attempts.headers)
    }

    /// The state of type `T` that is kept for the server, created on first use.
    pub(crate) fn observer<T: ReachabilityObserver + Default>(&self) -> Arc<T> {
        self.attempts.reachability.observer()
    }

    /// The server's version, as set or learned from its responses.
    pub(crate) fn version(&self) -> Option<ServerVersion> {
        *self.version.read().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn set_version(&self, version: ServerVersion) {
        *self.version.write().unwrap_or_else(PoisonError::into_inner) = Some(version);
    }

    /// Remembers what a response says about the server itself.
    fn learn(&self, value: &dyn Any) {
        let version = if let Some(identity) = value.downcast_ref::<MediaContainer<Identity>>() {
            identity.version.parse().ok()
        } else if let Some(info) = value.downcast_ref::<MediaContainer<ServerInfo>>() {
            info.version
                .as_ref()
                .and_then(|version| version.parse().ok())
        } else {
            return;
        };
        if let Some(version) = version {
            self.set_version(version);
        }
    }

    /// An operation that the server is known to lack is not sent; with an unknown version it is.
    fn check_version(&self, meta: &Meta, own_server: bool) -> Result<(), Error> {
        match (meta.since, self.version()) {
            (Some(needed), Some(found)) if found < needed && own_server => Err(Error::new(
                ErrorKind::RequiresVersion { needed, found },
                meta.name,
            )),
            _ => Ok(()),
        }
    }

    fn encode<E: Endpoint>(
        &self,
        request: &E,
        overrides: &mut Overrides,
    ) -> Result<params::RequestTarget, Error> {
        let meta = const { &Meta::of::<E>() };
        self.check_version(meta, overrides.base.is_none())?;
        request::encode(request, overrides)
    }

    /// Sends a request and decodes its response with `read`.
    pub(crate) async fn send<E: Endpoint, R: Send + 'static>(
        &self,
        request: &E,
        mut overrides: Overrides,
        read: Decode<R>,
    ) -> Result<Answer<R>, Error> {
        let meta = const { &Meta::of::<E>() };
        let own_server = overrides.base.is_none();
        let target = self.encode(request, &mut overrides)?;
        let leave_out = overrides.leave_out;
        let decode = |headers: &HeaderMap, body: &Bytes| {
            let kind = headers.get(header::CONTENT_TYPE);
            E::Response::check(kind.and_then(|kind| kind.to_str().ok()), body)?;
            let mut left_out = Vec::new();
            let value = read(body, leave_out.then_some(&mut left_out))?;
            if own_server {
                self.learn(&value);
            }
            Ok((value, left_out))
        };
        let finish = Whole {
            decode,
            empty: TypeId::of::<E::Response>() == TypeId::of::<NoBody>(),
        };
        let recipient = overrides.recipient.clone();
        let place = target.path_and_query();
        let outgoing = Outgoing::new(meta, E::EFFECT, &place, target.body, overrides);
        let answer = self.run(&outgoing, &finish).await;
        let answer = answer.map(Answer::with_left_out);
        match recipient {
            Some(recipient) => request::judge(&*recipient, E::NAME, answer),
            None => answer,
        }
    }

    /// Sends a request and returns its response when the head is there, with the longest pause between two pieces of the
    /// body. The time for the whole call counts until then.
    pub(crate) async fn open<E: Endpoint>(
        &self,
        request: &E,
        mut overrides: Overrides,
    ) -> Result<(http::Response<Body>, Duration), Error> {
        let meta = const { &Meta::of::<E>() };
        let target = self.encode(request, &mut overrides)?;
        // Lengths, ranges and tags are those of the bytes themselves.
        let headers = &mut overrides.headers;
        headers.entry(header::ACCEPT_ENCODING).or_insert(IDENTITY);
        let place = target.path_and_query();
        let outgoing = Outgoing::new(meta, E::EFFECT, &place, target.body, overrides);
        let finish = Head { holds_permit: true };
        let answer = self.run(&outgoing, &finish).await?;
        Ok((answer.into_value(), self.timeouts.idle_limit()))
    }

    /// Sends an encoded request and decodes its response with `decode`.
    pub(crate) async fn deliver<T: Send>(
        &self,
        meta: &'static Meta,
        effect: Effect,
        path_and_query: &str,
        body: Option<params::RequestBody>,
        overrides: Overrides,
        decode: impl Fn(&HeaderMap, &Bytes) -> Result<T, DecodeError> + Sync,
    ) -> Result<Answer<T>, Error> {
        let outgoing = Outgoing::new(meta, effect, path_and_query, body, overrides);
        let finish = Whole {
            decode,
            empty: false,
        };
        self.run(&outgoing, &finish).await
    }

    /// Opens a response without an end: one attempt, and a second one if the first was refused for its token. Returns when
    /// the head is there. It does not count as a request under way after that: it would for as long as it is open.
    #[cfg(feature = "events")]
    pub(crate) async fn listen(
        &self,
        meta: &'static Meta,
        path_and_query: &str,
        mut headers: HeaderMap,
    ) -> Result<http::Response<Body>, Error> {
        headers.insert(header::ACCEPT_ENCODING, IDENTITY);
        let overrides = Overrides {
            headers,
            retries: Some(RetryPolicy::none()),
            ..Overrides::default()
        };
        let outgoing = Outgoing::new(meta, Effect::Read, path_and_query, None, overrides);
        let finish = Head {
            holds_permit: false,
        };
        Ok(self.run(&outgoing, &finish).await?.into_value())
    }

    /// Makes attempts until one succeeds or the retry policy says to stop.
    async fn run<F: Finish>(
        &self,
        outgoing: &Outgoing<'_>,
        finish: &F,
    ) -> Result<Answer<F::Value>, Error> {
        let mut timeouts = self.timeouts;
        if let Some(total) = outgoing.overrides.timeout {
            timeouts = timeouts.total(total);
        }
        let deadline = Deadline::start(&timeouts);
        let retries = outgoing.overrides.retries.unwrap_or(self.retries);
        let retries = retries.within(retries.within_limit().min(deadline.total));
        let mut number = 1;
        let mut renewed = false;
        let mut may_be_done = false;
        loop {
            let attempt = self.attempts.attempt(outgoing, deadline, renewed, finish);
            let error = match attempt.await {
                Ok(answer) => return Ok(answer),
                Err(NoAnswer::TokenReplaced) => {
                    renewed = true;
                    continue;
                }
                Err(NoAnswer::NotMade(error)) => return Err(error),
                Err(NoAnswer::Failed(error)) => error,
            };
            if may_be_done
                && error.is_not_found()
                && outgoing.method() == Method::DELETE
                && let Some(answer) = finish.already_deleted(&error)
            {
                return Ok(answer);
            }
            let failure = error.failure();
            may_be_done |= outgoing.effect == Effect::Idempotent && may_be_processed(failure);
            let elapsed = deadline.elapsed();
            let decision = retries.decide(&Attempt {
                effect: outgoing.effect,
                number,
                failure,
                retry_after: error.retry_after(),
                elapsed,
            });
            if error.is_rate_limited() && error.status().is_some() {
                // Without a time told, the wait before the next attempt is everyone's.
                let next = match decision {
                    Decision::RetryAfter(wait) => wait,
                    Decision::GiveUp => Duration::ZERO,
                };
                let wait = error.retry_after().unwrap_or_default().max(next);
                self.attempts.hold_off(outgoing, wait)?;
            }
            let wait = match decision {
                Decision::RetryAfter(wait) if wait < deadline.left() => wait,
                _ => return Err(error.after(number, elapsed)),
            };
            tracing::debug!(operation = outgoing.meta.name, %error, ?wait, number, "to be tried again");
            tokio::time::sleep(wait).await;
            number += 1;
            // The server may have restarted since; what that cost a token is not this token's fault.
            renewed = false;
        }
    }
}

/// Whether the server may have done the work of an attempt that failed.
fn may_be_processed(failure: Failure) -> bool {
    match failure {
        Failure::Broken | Failure::TimedOut => true,
        Failure::Status(status) => status.is_server_error(),
        Failure::NotSent | Failure::Final => false,
    }
}
