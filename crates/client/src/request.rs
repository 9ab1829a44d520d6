//! Builds requests: what a call changes about its client's ([`Overrides`]), and the HTTP request of each attempt
//! ([`Outgoing`]).

use crate::answer::Answer;
use crate::base_url::BaseUrl;
use crate::config;
use crate::error::Error;
use crate::policy::RetryPolicy;
use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, Method, header};
use plex_sdk_contract::identity::X_PLEX_TOKEN;
use plex_sdk_contract::{Effect, Endpoint, Meta, Reply, Token, params};
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

/// Which token a call carries.
#[derive(Clone, Default)]
pub(crate) enum TokenChoice {
    /// The client's own.
    #[default]
    Own,
    /// None at all.
    None,
    /// Another one.
    Other(Token),
}

/// The device that a call is for where that is not the server itself: a player.
pub(crate) trait Recipient: Send + Sync {
    /// Adds to the request what the recipient needs, unless the caller has set it.
    fn complete(&self, query: &mut String, headers: &mut HeaderMap);

    /// Returns the error that the recipient reports in the body of a successful response.
    fn refusal(&self, operation: &'static str, headers: &HeaderMap, body: &Bytes) -> Option<Error>;

    /// Replaces a call's error by what the recipient itself reports, if it does.
    fn explain(&self, operation: &'static str, error: Error) -> Error;
}

/// The outcome of a call, with the recipient's own report taken into account.
pub(crate) fn judge<T>(
    recipient: &dyn Recipient,
    operation: &'static str,
    outcome: Result<Answer<T>, Error>,
) -> Result<Answer<T>, Error> {
    match outcome {
        Ok(answer) => match recipient.refusal(operation, answer.headers(), answer.body()) {
            Some(error) => Err(error),
            None => Ok(answer),
        },
        Err(error) => Err(recipient.explain(operation, error)),
    }
}

/// What one call does differently from its client.
#[derive(Clone, Default)]
pub(crate) struct Overrides {
    pub(crate) base: Option<BaseUrl>,
    pub(crate) token: TokenChoice,
    pub(crate) headers: HeaderMap,
    pub(crate) timeout: Option<Duration>,
    pub(crate) retries: Option<RetryPolicy>,
    pub(crate) repeatable: bool,
    pub(crate) method: Option<Method>,
    pub(crate) path: Option<&'static str>,
    /// Why the call cannot be sent.
    pub(crate) problem: Option<String>,
    pub(crate) window: Option<Window>,
    pub(crate) leave_out: bool,
    pub(crate) recipient: Option<Arc<dyn Recipient>>,
}

impl Overrides {
    /// Keeps why the call cannot be sent; the first reason counts.
    pub(crate) fn keep_problem(&mut self, problem: &dyn fmt::Display) {
        if self.problem.is_none() {
            self.problem = Some(problem.to_string());
        }
    }
}

/// The part of a list that is requested.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Window {
    /// The index of the first entry, from 0.
    pub(crate) start: u64,
    /// At most this many entries.
    pub(crate) size: u32,
}

const CONTAINER_START: HeaderName = HeaderName::from_static("x-plex-container-start");
const CONTAINER_SIZE: HeaderName = HeaderName::from_static("x-plex-container-size");

impl Window {
    /// Sets the headers, which servers accept for every list, and removes a window from the query.
    fn replace(self, query: &mut String, headers: &mut HeaderMap) {
        let other = |pair: &&str| !pair.starts_with("X-Plex-Container-");
        *query = query.split('&').filter(other).collect::<Vec<_>>().join("&");
        headers.insert(CONTAINER_START, HeaderValue::from(self.start));
        headers.insert(CONTAINER_SIZE, HeaderValue::from(self.size));
    }
}

/// Encodes an operation's path, query and body.
pub(crate) fn encode<E: Endpoint>(
    request: &E,
    overrides: &mut Overrides,
) -> Result<params::RequestTarget, Error> {
    let meta = const { &Meta::of::<E>() };
    let path = overrides.path.unwrap_or(E::PATH);
    let mut target =
        params::encode_at(request, path).map_err(|error| Error::invalid(E::NAME, error))?;
    let method = overrides.method.as_ref().unwrap_or(E::METHOD);
    if !meta.takes(method) {
        let message = format!("servers do not take {method} for it, but {}", E::METHOD);
        return Err(Error::invalid(E::NAME, message));
    }
    if let Some(accept) = E::Response::ACCEPT {
        let accept = HeaderValue::from_static(accept);
        overrides.headers.entry(header::ACCEPT).or_insert(accept);
    }
    if let Some(window) = overrides.window.take() {
        window.replace(&mut target.query, &mut overrides.headers);
    }
    // A call that will not be sent takes no command number.
    if let Some(recipient) = &overrides.recipient
        && overrides.problem.is_none()
    {
        recipient.complete(&mut target.query, &mut overrides.headers);
    }
    Ok(target)
}

/// An encoded request, from which the HTTP request of each attempt is built.
pub(crate) struct Outgoing<'a> {
    pub(crate) meta: &'static Meta,
    pub(crate) effect: Effect,
    pub(crate) path_and_query: &'a str,
    pub(crate) body: Option<params::RequestBody>,
    pub(crate) overrides: Overrides,
}

impl<'a> Outgoing<'a> {
    pub(crate) fn new(
        meta: &'static Meta,
        effect: Effect,
        path_and_query: &'a str,
        body: Option<params::RequestBody>,
        overrides: Overrides,
    ) -> Self {
        let effect = match effect {
            Effect::Once if overrides.repeatable => Effect::Idempotent,
            effect => effect,
        };
        Self {
            meta,
            effect,
            path_and_query,
            body,
            overrides,
        }
    }

    pub(crate) fn method(&self) -> &Method {
        self.overrides.method.as_ref().unwrap_or(self.meta.method)
    }

    /// Builds the HTTP request of one attempt, without the token of a token source.
    pub(crate) fn build(
        &self,
        base: &BaseUrl,
        headers: &HeaderMap,
    ) -> Result<http::Request<Bytes>, Error> {
        let Self {
            meta,
            path_and_query,
            body,
            overrides,
            ..
        } = self;
        if let Some(problem) = &overrides.problem {
            return Err(Error::invalid(meta.name, problem));
        }
        let base = overrides.base.as_ref().unwrap_or(base);
        let mut http = http::Request::new(Bytes::new());
        *http.uri_mut() = format!("{}{path_and_query}", base.as_str())
            .parse()
            .map_err(|error: http::uri::InvalidUri| Error::invalid(meta.name, error))?;
        *http.method_mut() = self.method().clone();
        *http.headers_mut() = headers.clone();
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
