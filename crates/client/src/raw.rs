//! Any request by verb and path, with its answer as it came: for tools, and for what the table does not have yet.

use crate::account::{Account, NOT_ITS_HOST};
use crate::answer::Answer;
use crate::base_url::BaseUrl;
use crate::error::Error;
use crate::request::Overrides;
use crate::send::Core;
use crate::server::Server;
use bytes::Bytes;
use http::{HeaderValue, Method, StatusCode, header};
use plex_sdk_contract::codec::Format;
use plex_sdk_contract::endpoint::Carrier;
use plex_sdk_contract::{
    Access, Effect, Endpoint, Host, Meta, NoBody, Reply, ServerVersion, endpoints,
};
use plex_sdk_derive::Request;

/// What a path that is no operation's is called in errors and hooks.
#[derive(Clone, Debug, Default, Request)]
struct Raw {}

impl Endpoint for Raw {
    const NAME: &'static str = "Request";
    const GROUP: &'static str = "raw";
    const METHOD: &'static Method = &Method::GET;
    const ALSO: &'static [Method] = &[];
    const PATH: &'static str = "/";
    const ALIASES: &'static [&'static str] = &[];
    const CARRIER: Carrier = Carrier::Query;
    const HOST: Host = Host::Pms;
    const ACCESS: Access = Access::User;
    const EFFECT: Effect = Effect::Once;
    const SINCE: Option<ServerVersion> = None;
    const STATUS: StatusCode = StatusCode::OK;
    type Response = NoBody;
}

impl Server {
    /// Sends any request, whether it is an operation's or not, and gives the answer as it came: the body is not read.
    ///
    /// `path_and_query` starts with a slash and is already percent-encoded. Identity, token, time allowed, hooks, redirects
    /// and errors are those of every call; an answer of 400 to 599 is an [`Error`] that holds its body.
    pub async fn raw(
        &self,
        method: Method,
        path_and_query: &str,
        accept: Format,
    ) -> Result<Answer<NoBody>, Error> {
        raw(&self.core, Host::Pms, None, method, path_and_query, accept).await
    }
}

impl Account {
    /// Sends any request to plex.tv or a host beside it; see [`Server::raw`].
    pub async fn raw(
        &self,
        host: Host,
        method: Method,
        path_and_query: &str,
        accept: Format,
    ) -> Result<Answer<NoBody>, Error> {
        let base = self.base(host);
        if base.is_none() && host != Host::PlexTv {
            return Err(Error::invalid("Request", NOT_ITS_HOST));
        }
        raw(&self.core, host, base, method, path_and_query, accept).await
    }
}

async fn raw(
    core: &Core,
    host: Host,
    base: Option<&BaseUrl>,
    method: Method,
    path_and_query: &str,
    accept: Format,
) -> Result<Answer<NoBody>, Error> {
    let path = path_and_query.split('?').next().unwrap_or_default();
    let operation = operation(host, &method, path);
    let meta = operation.unwrap_or(const { &Meta::of::<Raw>() });
    if !path.starts_with('/') {
        return Err(Error::invalid(meta.name, "a path starts with a slash"));
    }
    let effect = match operation {
        Some(meta) => meta.effect,
        None if method.is_safe() => Effect::Read,
        None => Effect::Once,
    };
    let mut overrides = Overrides {
        method: Some(method),
        base: base.cloned(),
        ..Overrides::default()
    };
    let accept = match accept {
        Format::Json => "application/json",
        Format::Xml => "text/xml, application/xml",
    };
    overrides
        .headers
        .insert(header::ACCEPT, HeaderValue::from_static(accept));
    core.deliver(
        meta,
        effect,
        path_and_query,
        None,
        overrides,
        |body: &Bytes| NoBody::decode(body),
    )
    .await
}

/// The operation that a host would take this for.
fn operation(host: Host, method: &Method, path: &str) -> Option<&'static Meta> {
    endpoints::all()
        .filter(|meta| meta.host == host && meta.takes(method))
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
