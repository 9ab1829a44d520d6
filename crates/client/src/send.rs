//! The one way a request goes out and its answer comes in.

use crate::base_url::BaseUrl;
use crate::call::{Answer, Decode, Overrides, TokenChoice};
use crate::config::{self, BuildError, Settings};
use crate::error::{Error, ErrorKind};
use crate::hook::Hook;
use crate::policy::{Attempt, Decision, Failure, RateLimits, RetryPolicy, TimeLimit, Timeouts};
use crate::redact;
use crate::tokens::TokenSource;
use crate::tokens::transient::Keep;
use crate::transport::{Body, Transport, TransportError};
use crate::trip::{Finish, Head, Trip, Whole};
use bytes::Bytes;
use http::{HeaderMap, HeaderValue, header};
use plex_sdk_contract::endpoint::Host;
use plex_sdk_contract::endpoints::general::GetServerInfo;
use plex_sdk_contract::identity::X_PLEX_TOKEN;
use plex_sdk_contract::model::{Identity, ServerInfo};
use plex_sdk_contract::{
    DecodeError, Effect, Endpoint, MediaContainer, Meta, ServerVersion, Token, params,
};
use std::any::Any;
use std::pin::pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock, RwLock};
use std::time::Duration;
use tokio::time::Instant;

/// What `Server` and `Account` stand on.
pub(crate) struct Core {
    pub(crate) transport: Arc<dyn Transport>,
    pub(crate) base: BaseUrl,
    headers: HeaderMap,
    pub(crate) hooks: Vec<Arc<dyn Hook>>,
    source: Option<Arc<dyn TokenSource>>,
    timeouts: Timeouts,
    retries: RetryPolicy,
    limits: RateLimits,
    pub(crate) max_body: usize,
    /// The transient token that is kept for the callers.
    pub(crate) transient: Arc<Keep>,
    /// No connection could be made since the last answer.
    away: AtomicBool,
    version: RwLock<Option<ServerVersion>>,
}

/// A request that may go out more than once.
struct Outgoing<'a> {
    meta: &'static Meta,
    effect: Effect,
    path_and_query: &'a str,
    body: Option<params::RequestBody>,
    overrides: Overrides,
}

/// The time that a call has.
#[derive(Clone, Copy)]
pub(crate) struct Time {
    started: Instant,
    total: Duration,
    pub(crate) head: Duration,
    pub(crate) idle: Duration,
}

impl Time {
    /// The time of what begins now.
    fn new(timeouts: &Timeouts) -> Self {
        Self {
            started: Instant::now(),
            total: timeouts.total_limit(),
            head: timeouts.head_limit(),
            idle: timeouts.idle_limit(),
        }
    }

    fn left(self) -> Duration {
        self.total.saturating_sub(self.started.elapsed())
    }

    /// Waits for `work` as long as the call has time.
    async fn within<T>(
        self,
        name: &'static str,
        work: impl Future<Output = T>,
    ) -> Result<T, Error> {
        tokio::time::timeout(self.left(), work)
            .await
            .map_err(|_| late(name, TimeLimit::Total))
    }
}

/// Why an attempt gave no answer.
enum Ended {
    /// It was not made: no token, no time, or an origin to be left alone. A source has done its own retries.
    Before(Error),
    /// It failed, and there may be another one.
    Attempt(Error),
}

impl From<Error> for Ended {
    fn from(error: Error) -> Self {
        Self::Before(error)
    }
}

/// Whether 403 for this operation may be about a token that the server does not know, and not about one that is not
/// enough: some servers say so at `/security`, and nowhere else.
fn may_hide_unknown_tokens(meta: &Meta) -> bool {
    meta.host == Host::Pms && meta.path.starts_with("/security/")
}

pub(crate) fn late(name: &'static str, limit: TimeLimit) -> Error {
    Error::transport(name, TransportError::timeout(limit))
}

impl Core {
    pub(crate) fn new(base: BaseUrl, settings: &Settings) -> Result<Self, BuildError> {
        Ok(Self {
            transport: settings.transport()?,
            base,
            headers: settings.headers()?,
            hooks: settings.hooks.clone(),
            source: settings.token_source.clone(),
            timeouts: settings.timeouts,
            retries: settings.retries,
            limits: settings.limits(),
            transient: Arc::default(),
            away: AtomicBool::new(false),
            max_body: settings.max_body.unwrap_or(config::DEFAULT_MAX_BODY),
            version: RwLock::new(None),
        })
    }

    /// The time until an answer begins.
    #[cfg(feature = "events")]
    pub(crate) fn head_limit(&self) -> Duration {
        self.timeouts.head_limit()
    }

    /// Whether and when its calls are tried again.
    pub(crate) fn retry_policy(&self) -> RetryPolicy {
        self.retries
    }

    /// The server's version, as told or learned from its answers.
    pub(crate) fn version(&self) -> Option<ServerVersion> {
        *self
            .version
            .read()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    /// What its requests tell about the app.
    pub(crate) fn identity(&self) -> plex_sdk_contract::ClientIdentity {
        plex_sdk_contract::ClientIdentity::from_headers(&self.headers)
    }

    pub(crate) fn set_version(&self, version: ServerVersion) {
        *self
            .version
            .write()
            .unwrap_or_else(std::sync::PoisonError::into_inner) = Some(version);
    }

    /// Remembers what an answer tells about the server itself.
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

    /// Sends a request and reads its answer with `read`.
    pub(crate) async fn send<E: Endpoint, R: Send + 'static>(
        &self,
        request: &E,
        mut overrides: Overrides,
        read: Decode<R>,
    ) -> Result<Answer<R>, Error> {
        let meta = const { &Meta::of::<E>() };
        let elsewhere = overrides.base.is_some();
        let target = self.target(request, &mut overrides)?;
        let leave_out = overrides.leave_out;
        let decode = |body: &Bytes| {
            let mut left_out = Vec::new();
            let value = read(body, leave_out.then_some(&mut left_out))?;
            if !elsewhere {
                self.learn(&value);
            }
            Ok((value, left_out))
        };
        let place = target.path_and_query();
        let aim = overrides.aim.clone();
        let answer = self
            .deliver(meta, E::EFFECT, &place, target.body, overrides, decode)
            .await
            .map(|answer| answer.apart(|both| both));
        match aim {
            Some(aim) => aim.judge(E::NAME, answer),
            None => answer,
        }
    }

    /// Sends a request and gives its answer when the head is there, the body still to come, with the time between two pieces.
    /// The time for the whole call counts until then.
    pub(crate) async fn open<E: Endpoint>(
        &self,
        request: &E,
        mut overrides: Overrides,
    ) -> Result<(http::Response<Body>, Duration), Error> {
        let meta = const { &Meta::of::<E>() };
        let target = self.target(request, &mut overrides)?;
        let place = target.path_and_query();
        let idle = self.timeouts.idle_limit();
        let answer = self.run(meta, E::EFFECT, &place, target.body, overrides, &Head);
        Ok((answer.await?.into_value(), idle))
    }

    /// Where a request goes.
    fn target<E: Endpoint>(
        &self,
        request: &E,
        overrides: &mut Overrides,
    ) -> Result<params::RequestTarget, Error> {
        let meta = const { &Meta::of::<E>() };
        self.check_version(meta, overrides.base.is_some())?;
        let path = overrides.path.unwrap_or(E::PATH);
        let mut target =
            params::encode_at(request, path).map_err(|error| Error::invalid(E::NAME, error))?;
        let method = overrides.method.as_ref().unwrap_or(E::METHOD);
        if !meta.takes(method) {
            let message = format!("servers do not take {method} for it, but {}", E::METHOD);
            return Err(Error::invalid(E::NAME, message));
        }
        if let Some(window) = overrides.window.take() {
            window.replace(&mut target.query, &mut overrides.headers);
        }
        // A call that is given up takes no number.
        if let Some(aim) = &overrides.aim
            && overrides.problem.is_none()
        {
            aim.complete(&mut target.query, &mut overrides.headers);
        }
        Ok(target)
    }

    /// Sends what was put together and reads its answer with `decode`.
    pub(crate) async fn deliver<T>(
        &self,
        meta: &'static Meta,
        effect: Effect,
        path_and_query: &str,
        body: Option<params::RequestBody>,
        overrides: Overrides,
        decode: impl Fn(&Bytes) -> Result<T, DecodeError> + Sync,
    ) -> Result<Answer<T>, Error>
    where
        T: Send,
    {
        let finish = Whole(decode);
        self.run(meta, effect, path_and_query, body, overrides, &finish)
            .await
    }

    /// Opens what answers without end: one attempt, and another one where the first was refused for its token. The answer is
    /// given when its head is there.
    #[cfg(feature = "events")]
    pub(crate) async fn listen(
        &self,
        meta: &'static Meta,
        path_and_query: &str,
        headers: HeaderMap,
    ) -> Result<http::Response<Body>, Error> {
        let overrides = Overrides {
            headers,
            retries: Some(RetryPolicy::none()),
            ..Overrides::default()
        };
        let answer = self.run(meta, Effect::Read, path_and_query, None, overrides, &Head);
        Ok(answer.await?.into_value())
    }

    /// Sends what was put together, as often as it takes, and makes of its answer what `finish` does.
    async fn run<F: Finish>(
        &self,
        meta: &'static Meta,
        effect: Effect,
        path_and_query: &str,
        body: Option<params::RequestBody>,
        overrides: Overrides,
        finish: &F,
    ) -> Result<Answer<F::Value>, Error> {
        let mut timeouts = self.timeouts;
        if let Some(total) = overrides.timeout {
            timeouts = timeouts.total(total);
        }
        let time = Time::new(&timeouts);
        let outgoing = Outgoing {
            meta,
            effect: if overrides.repeatable && effect == Effect::Once {
                Effect::Idempotent
            } else {
                effect
            },
            path_and_query,
            body,
            overrides,
        };
        let retries = outgoing.overrides.retries.unwrap_or(self.retries);
        let retries = retries.within(retries.within_limit().min(time.total));
        let mut attempts = 1;
        let mut renewed = false;
        loop {
            let error = match self.attempt(&outgoing, time, &mut renewed, finish).await {
                Ok(Some(answer)) => return Ok(answer),
                // It was refused unprocessed, and there is another token.
                Ok(None) => continue,
                Err(Ended::Before(error)) => return Err(error),
                Err(Ended::Attempt(error)) => error,
            };
            let elapsed = time.started.elapsed();
            let decision = retries.decide(&Attempt {
                effect: outgoing.effect,
                number: attempts,
                failure: error.failure(),
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
                let http = self.request(&outgoing)?;
                self.limits.hold(http.uri(), wait, Instant::now());
            }
            let wait = match decision {
                Decision::RetryAfter(wait) if wait < time.left() => wait,
                _ => return Err(error.after(attempts, elapsed)),
            };
            tracing::debug!(operation = meta.name, %error, ?wait, attempts, "to be tried again");
            tokio::time::sleep(wait).await;
            attempts += 1;
            // The server may have restarted since; what that cost a token is not this token's fault.
            renewed = false;
        }
    }

    /// One attempt, with all that is to be waited for before it; nothing where it is to be repeated with another token.
    async fn attempt<F: Finish>(
        &self,
        outgoing: &Outgoing<'_>,
        time: Time,
        renewed: &mut bool,
        finish: &F,
    ) -> Result<Option<Answer<F::Value>>, Ended> {
        let meta = outgoing.meta;
        let source = match outgoing.overrides.token {
            TokenChoice::Own => self.source.as_deref(),
            TokenChoice::None | TokenChoice::Other(_) => None,
        };
        let mut http = self.request(outgoing)?;
        let uri = http.uri().clone();
        let mut given = None;
        if let Some(source) = source {
            let token = time.within(meta.name, source.token()).await?;
            let token = token.map_err(|error| Error::no_token(meta.name, error))?;
            let header = config::token_header(&token);
            http.headers_mut().insert(X_PLEX_TOKEN, header);
            given = Some((source, token));
        }
        // The token comes first: minting one may need to pass the same gate.
        let _permit = match self.limits.gate(&uri) {
            Some(gate) => time.within(meta.name, gate.acquire_owned()).await?.ok(),
            None => None,
        };
        self.patience(meta.name, &uri, time).await?;
        // Boxed, as every future around it would otherwise be moved with all of its room.
        let result = Box::pin(self.trip(outgoing, http, time, finish)).await;
        let here = outgoing.overrides.base.is_none();
        let refused = match (&result, &given) {
            (Err(error), _) if error.is_unauthorized() => true,
            (Err(error), Some((_, token))) if error.is_forbidden() && !*renewed => {
                may_hide_unknown_tokens(meta) && self.is_unknown(token, outgoing, time).await
            }
            _ => false,
        };
        match &result {
            Err(error) if error.failure() == Failure::NotSent => {
                if here {
                    self.away.store(true, Ordering::Relaxed);
                    self.transient.suspect();
                }
                if let Some((source, token)) = &given {
                    source.unreachable(token);
                }
            }
            Err(_) if refused => {
                if let Some((source, token)) = &given
                    && !*renewed
                    && source.rejected(token)
                {
                    *renewed = true;
                    return Ok(None);
                }
            }
            Ok(_) => {
                if here
                    && self.away.load(Ordering::Relaxed)
                    && self.away.swap(false, Ordering::Relaxed)
                {
                    self.transient.back();
                }
                if let Some((source, token)) = &given {
                    source.accepted(token);
                }
            }
            Err(_) => {}
        }
        result.map(Some).map_err(Ended::Attempt)
    }

    /// Asks the same server whether it knows a token, by what it refuses with 401 alone. True where it does not.
    async fn is_unknown(&self, token: &Token, about: &Outgoing<'_>, time: Time) -> bool {
        let outgoing = Outgoing {
            meta: const { &Meta::of::<GetServerInfo>() },
            effect: GetServerInfo::EFFECT,
            path_and_query: GetServerInfo::PATH,
            body: None,
            overrides: Overrides {
                base: about.overrides.base.clone(),
                ..Overrides::default()
            },
        };
        let Ok(mut http) = self.request(&outgoing) else {
            return false;
        };
        let header = config::token_header(token);
        http.headers_mut().insert(X_PLEX_TOKEN, header);
        let asked = Box::pin(self.trip(&outgoing, http, time, &Whole(|_: &Bytes| Ok(()))));
        matches!(asked.await, Err(error) if error.is_unauthorized())
    }

    /// Waits as long as the origin asked to be left alone, or refuses to.
    async fn patience(&self, name: &'static str, uri: &http::Uri, time: Time) -> Result<(), Error> {
        // While it waits another call may be told to wait longer.
        loop {
            match self.limits.wait(uri, time.left(), Instant::now()) {
                Ok(None) => return Ok(()),
                Ok(Some(wait)) => tokio::time::sleep(wait).await,
                Err(held) => {
                    let url = redact::path_and_query(&uri.to_string());
                    return Err(Error::held(name, &held).with_url(url));
                }
            }
        }
    }

    /// One request out and its answer in, with the hooks around it.
    async fn trip<F: Finish>(
        &self,
        outgoing: &Outgoing<'_>,
        http: http::Request<Bytes>,
        time: Time,
        finish: &F,
    ) -> Result<Answer<F::Value>, Error> {
        let meta = outgoing.meta;
        let trip = Trip {
            core: self,
            meta,
            effect: outgoing.effect,
            uri: http.uri().clone(),
            shown: OnceLock::new(),
            token: http.headers().get(X_PLEX_TOKEN).cloned(),
        };
        let started = Instant::now();
        let run = pin!(trip.run(http, time, finish));
        let result = time.within(meta.name, run).await;
        let result = result
            .and_then(|result| result)
            .map_err(|error| trip.explain(error));
        let took = started.elapsed();
        match &result {
            Ok(answer) => {
                tracing::debug!(operation = meta.name, url = %trip.shown(), status = answer.status().as_u16(), ?took, "answered");
                for hook in &self.hooks {
                    hook.after(&trip.context(), answer.status(), answer.headers(), took);
                }
            }
            Err(error) => {
                tracing::debug!(operation = meta.name, url = %trip.shown(), %error, ?took, "failed");
                for hook in &self.hooks {
                    hook.failed(&trip.context(), error);
                }
            }
        }
        result
    }

    /// An operation that the server is known to lack is not sent; an unknown version is tried.
    fn check_version(&self, meta: &Meta, elsewhere: bool) -> Result<(), Error> {
        match (meta.since, self.version()) {
            (Some(needed), Some(found)) if found < needed && !elsewhere => Err(Error::new(
                ErrorKind::RequiresVersion { needed, found },
                meta.name,
            )),
            _ => Ok(()),
        }
    }

    /// The request of one attempt, without the token of a source.
    fn request(&self, outgoing: &Outgoing<'_>) -> Result<http::Request<Bytes>, Error> {
        let Outgoing {
            meta,
            path_and_query,
            body,
            overrides,
            ..
        } = outgoing;
        if let Some(problem) = &overrides.problem {
            return Err(Error::invalid(meta.name, problem));
        }
        let base = overrides.base.as_ref().unwrap_or(&self.base);
        let mut http = http::Request::new(Bytes::new());
        *http.uri_mut() = format!("{}{path_and_query}", base.as_str())
            .parse()
            .map_err(|error: http::uri::InvalidUri| Error::invalid(meta.name, error))?;
        *http.method_mut() = overrides.method.as_ref().unwrap_or(meta.method).clone();
        *http.headers_mut() = self.headers.clone();
        if let Some(body) = body {
            if !body.content_type.is_empty() {
                let kind = HeaderValue::from_str(&body.content_type);
                let kind = kind.map_err(|error| Error::invalid(meta.name, error))?;
                http.headers_mut().insert(header::CONTENT_TYPE, kind);
            }
            *http.body_mut() = body.bytes.clone();
        }
        for (name, value) in &overrides.headers {
            http.headers_mut().insert(name, value.clone());
        }
        match &overrides.token {
            TokenChoice::Own => {}
            TokenChoice::None => {
                http.headers_mut().remove(X_PLEX_TOKEN);
            }
            TokenChoice::Other(token) => {
                http.headers_mut()
                    .insert(X_PLEX_TOKEN, config::token_header(token));
            }
        }
        Ok(http)
    }
}
