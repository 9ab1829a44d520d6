//! Any request by verb and path, with its answer as it came: for tools, and for what the table does not have yet.

use crate::account::{Account, NOT_ITS_HOST};
use crate::answer::Answer;
use crate::error::Error;
use crate::player::Player;
use crate::redact;
use crate::request::{Overrides, judge};
use crate::send::Core;
use crate::server::Server;
use crate::transport::BoxFuture;
use bytes::Bytes;
use http::{HeaderMap, HeaderValue, Method, header};
use plex_sdk_contract::codec::Format;
use plex_sdk_contract::params::{self, RequestBody};
use plex_sdk_contract::{Effect, Endpoint as _, Host, Meta, NoBody, Reply, endpoints, request};
use serde::Serialize;
use std::fmt;
use std::future::IntoFuture;
use std::sync::Arc;

endpoints! {
    Pms, raw;

    /// Sends a request that need not be one of the known operations.
    Request {}: GET "/" -> NoBody, User, Once, unpublished;
}

/// Its name stands for the request in errors and hooks.
#[request]
struct Request {}

impl Server {
    /// Sends any request, whether it is an operation's or not. Its response is not decoded.
    ///
    /// `path_and_query` starts with a slash and is already percent-encoded. Identity, token, timeouts, hooks, redirects and
    /// errors are those of every call; a status of 400 to 599 is an [`Error`] that keeps the body. A request is retried like
    /// the operation that it is; one that is no operation is retried if it is a `GET`, `HEAD` or `OPTIONS`.
    ///
    /// ```
    /// use http::Method;
    /// use plex_sdk::codec::Format;
    ///
    /// async fn rename(server: &plex_sdk::Server) -> Result<(), plex_sdk::Error> {
    ///     let change = serde_json::json!({"title": "Attic"});
    ///     let answer = server.raw(Method::POST, "/some/path", Format::Json).json(&change).await?;
    ///     println!("{:?}", answer.body());
    ///     Ok(())
    /// }
    /// ```
    pub fn raw(&self, method: Method, path_and_query: &str, accept: Format) -> RawCall {
        RawCall::new(self.core.clone(), Host::Pms, method, path_and_query, accept)
    }
}

impl Account {
    /// Sends any request to plex.tv or a host beside it; see [`Server::raw`].
    pub fn raw(&self, host: Host, method: Method, path_and_query: &str, accept: Format) -> RawCall {
        let mut call = RawCall::new(self.core.clone(), host, method, path_and_query, accept);
        call.overrides.base = self.base(host).cloned();
        if call.overrides.base.is_none() && host != Host::PlexTv {
            call.problem(NOT_ITS_HOST);
        }
        call
    }
}

impl Player {
    /// Sends any request to the player, or through its server; see [`Server::raw`]. The player's identifier is sent along,
    /// and `commandID=0` in the query is replaced by the next number.
    pub fn raw(&self, method: Method, path_and_query: &str, accept: Format) -> RawCall {
        let core = self.core.clone();
        let mut call = RawCall::new(core, Host::Player, method, path_and_query, accept);
        call.overrides.recipient = Some(self.recipient.clone());
        call
    }
}

/// A request by verb and path that is about to be sent: await it for the response as it came.
#[must_use = "a request is sent when it is awaited"]
pub struct RawCall {
    core: Arc<Core>,
    host: Host,
    method: Method,
    path_and_query: String,
    overrides: Overrides,
    body: Option<RequestBody>,
}

impl RawCall {
    fn new(
        core: Arc<Core>,
        host: Host,
        method: Method,
        path_and_query: &str,
        accept: Format,
    ) -> Self {
        let accept = HeaderValue::from_static(match accept {
            Format::Json => "application/json",
            Format::Xml => "text/xml, application/xml",
        });
        Self {
            core,
            host,
            method: method.clone(),
            path_and_query: path_and_query.to_owned(),
            overrides: Overrides {
                method: Some(method),
                headers: HeaderMap::from_iter([(header::ACCEPT, accept)]),
                ..Overrides::default()
            },
            body: None,
        }
    }

    /// Keeps why the request cannot be sent; the first reason counts.
    fn problem(&mut self, problem: impl fmt::Display) {
        let problem = || problem.to_string();
        self.overrides.problem.get_or_insert_with(problem);
    }

    /// Sends a value as JSON, with `Content-Type: application/json`.
    pub fn json<T: Serialize + ?Sized>(mut self, value: &T) -> Self {
        match serde_json::to_vec(value) {
            Ok(bytes) => self.body("application/json", bytes),
            Err(error) => {
                self.problem(format_args!("the body cannot be written as JSON: {error}"));
                self
            }
        }
    }

    /// Sends these bytes with a content type.
    pub fn body(mut self, content_type: &str, bytes: impl Into<Bytes>) -> Self {
        self.body = Some(RequestBody {
            content_type: content_type.into(),
            bytes: bytes.into(),
        });
        self
    }

    async fn send(mut self) -> Result<Answer<NoBody>, Error> {
        let base = self.overrides.base.as_ref().unwrap_or(self.core.base());
        // The path is resolved first: what is sent decides which operation it is.
        let sent = base
            .below(&self.path_and_query)
            .map_err(|why| Error::invalid(Request::NAME, why))?;
        let (path, query) = sent.split_once('?').unwrap_or((&sent, ""));
        let operation = operation(self.host, &self.method, path);
        let meta = operation.unwrap_or(const { &Meta::of::<Request>() });
        let effect = match operation {
            Some(meta) => meta.effect,
            None if self.method.is_safe() => Effect::Read,
            None => Effect::Once,
        };
        let mut target = params::RequestTarget {
            path: path.to_owned(),
            query: query.to_owned(),
            body: self.body,
        };
        let recipient = self.overrides.recipient.clone();
        if let Some(recipient) = &recipient
            && self.overrides.problem.is_none()
        {
            recipient.complete(&mut target.query, &mut self.overrides.headers);
        }
        let decode = |_: &HeaderMap, body: &Bytes| NoBody::decode(body);
        let place = target.path_and_query();
        let answer = self
            .core
            .deliver(meta, effect, &place, target.body, self.overrides, decode)
            .await;
        match recipient {
            Some(recipient) => judge(&*recipient, meta.name, answer),
            None => answer,
        }
    }
}

impl IntoFuture for RawCall {
    type Output = Result<Answer<NoBody>, Error>;
    type IntoFuture = BoxFuture<'static, Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

impl fmt::Debug for RawCall {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RawCall")
            .field("method", &self.method)
            .field("path", &redact::path_and_query(&self.path_and_query))
            .field("body", &self.body)
            .finish_non_exhaustive()
    }
}

/// The operation that a host takes a request for.
fn operation(host: Host, method: &Method, path: &str) -> Option<&'static Meta> {
    // A server may do for `HEAD` what it does for `GET`, and may route a path with its escapes and empty parts resolved.
    let method = match *method {
        Method::HEAD => &Method::GET,
        _ => method,
    };
    let resolved = || {
        let path = path.replace("%2f", "/").replace("%2F", "/");
        let parts = path.split('/').filter(|part| !part.is_empty());
        parts.fold(String::new(), |path, part| path + "/" + part)
    };
    find(host, method, path).or_else(|| find(host, method, &resolved()))
}

fn find(host: Host, method: &Method, path: &str) -> Option<&'static Meta> {
    // A server hands a player's operations on.
    let is_here =
        |meta: &&Meta| meta.host == host || (host == Host::Pms && meta.host == Host::Player);
    endpoints::all()
        .filter(|meta| is_here(meta) && meta.takes(method))
        .flat_map(|meta| meta.templates().map(move |template| (meta, template)))
        .filter(|(_, template)| template.matches(path).is_some())
        .min_by(|(_, a), (_, b)| a.precedence(b))
        .map(|(meta, _)| meta)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_told_by_the_operation_it_is() {
        let name = |method, path| operation(Host::Pms, &method, path).map(|meta| meta.name);
        assert_eq!(name(Method::GET, "/library/sections"), Some("GetSections"));
        assert_eq!(
            name(Method::GET, "/library/metadata/1/children"),
            Some("GetMetadataChildren")
        );
        assert_eq!(name(Method::PUT, "/library/sections"), None);
        assert_eq!(name(Method::GET, "/api/v2/user"), None);
    }
}
