//! One handler for every request, which finds the operation and logs what was asked.

use crate::events::{self, Hub};
use crate::gate;
use crate::player;
use crate::plextv;
use crate::refusal::Refusal;
use crate::request_log::{LoggedRequest, without_tokens};
use crate::routes::{ROUTES, format_of};
use crate::world::tokens::{Caller, Place};
use crate::world::{Server, World};
use axum::extract::Request;
use axum::response::Response;
use bytes::Bytes;
use http::request::Parts;
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, Uri};
use plex_sdk_contract::codec::Format;
use plex_sdk_contract::endpoint::Host;
use plex_sdk_contract::ids::MachineIdentifier;
use std::sync::Arc;

const PROTOCOL: HeaderName = HeaderName::from_static("x-plex-protocol");

/// Bodies longer than this are refused.
const MAX_BODY: usize = 1024 * 1024;

/// One call, as its handler sees it.
pub(crate) struct Call<'a> {
    pub(crate) world: &'a World,
    pub(crate) place: Place,
    pub(crate) caller: Caller,
    /// The token as it was sent.
    pub(crate) token: Option<&'a str>,
    /// The app that calls, where it says so.
    pub(crate) client: Option<&'a str>,
    pub(crate) headers: &'a HeaderMap,
    pub(crate) query: &'a str,
    pub(crate) body: &'a [u8],
    pub(crate) format: Format,
}

impl<'a> Call<'a> {
    /// The server that was called, with its place.
    pub(crate) fn server(&self) -> Result<(usize, &'a Server), Refusal> {
        match self.place {
            Place::Server(at) => {
                let server = self.world.server(at).ok_or(Refusal::NotFound)?;
                Ok((at, server))
            }
            Place::PlexTv => Err(Refusal::NotFound),
        }
    }
}

/// What answers by one URL.
#[derive(Clone)]
pub(crate) struct Site {
    pub(crate) world: Arc<World>,
    pub(crate) place: Place,
    pub(crate) host: Host,
    pub(crate) url: Arc<str>,
    /// True where nothing is answered: plain HTTP, where HTTPS is required.
    pub(crate) closed: bool,
}

impl Site {
    pub(crate) fn new(world: Arc<World>, place: Place, url: Arc<str>) -> Self {
        let host = match place {
            Place::PlexTv => Host::PlexTv,
            Place::Server(_) => Host::Pms,
        };
        Self {
            world,
            place,
            host,
            url,
            closed: false,
        }
    }

    /// The server's; none at plex.tv.
    pub(crate) fn machine_identifier(&self) -> Option<&MachineIdentifier> {
        match self.place {
            Place::Server(at) => Some(&self.world.server(at)?.machine_identifier),
            Place::PlexTv => None,
        }
    }

    /// What the server tells as it happens; none at plex.tv.
    pub(crate) fn hub(&self) -> Option<&Hub> {
        match self.place {
            Place::Server(at) => Some(&self.world.server(at)?.hub),
            Place::PlexTv => None,
        }
    }

    pub(crate) fn log(
        &self,
        method: &Method,
        uri: &Uri,
        headers: &HeaderMap,
        status: Option<StatusCode>,
    ) {
        self.world.requests.add(LoggedRequest {
            host: self.url.clone(),
            path: without_tokens(uri),
            status,
            had_token: gate::token(headers, uri).is_some(),
            method: method.clone(),
        });
    }
}

/// Finds the operation that a request means, and logs what was answered.
pub(crate) async fn answer(site: Site, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let body = axum::body::to_bytes(body, MAX_BODY).await;
    let body = body.map_err(|_| Refusal::TooLarge);
    let token = gate::token(&parts.headers, &parts.uri);
    let response = if player::is_relayed(&site, &parts) {
        let relayed = player::relay(&site, &parts, token.as_deref()).await;
        finish(&site, &parts, relayed)
    } else {
        respond(&site, &parts, token.as_deref(), body)
    };
    let status = Some(response.status());
    site.log(&parts.method, &parts.uri, &parts.headers, status);
    response
}

fn respond(
    site: &Site,
    parts: &Parts,
    token: Option<&str>,
    body: Result<Bytes, Refusal>,
) -> Response {
    let format = format_of(&parts.headers);
    let answer = body.and_then(|body| {
        if site.place == Place::PlexTv
            && let Some(page) = plextv::pages::answer(&site.world, parts, &body)
        {
            return Ok(page);
        }
        if let Some(operation) = events::operation(site, parts) {
            return events::answer(site, operation, parts, token);
        }
        run(site, parts, token, &body, format)
    });
    finish(site, parts, answer)
}

/// What goes out: an answer, or how its refusal looks.
fn finish(site: &Site, parts: &Parts, answer: Result<Response, Refusal>) -> Response {
    let security = parts.uri.path().starts_with("/security/");
    let mut response = match answer {
        Ok(response) => response,
        Err(refusal) => {
            let refusals = site.world.token_refusals;
            refusal.into_response(site.host, security, refusals, format_of(&parts.headers))
        }
    };
    if site.host == Host::Pms {
        let headers = response.headers_mut();
        headers.insert(PROTOCOL, HeaderValue::from_static("1.0"));
    }
    response
}

fn run(
    site: &Site,
    parts: &Parts,
    token: Option<&str>,
    body: &[u8],
    format: Format,
) -> Result<Response, Refusal> {
    let world = &*site.world;
    let found = ROUTES.find(site.host, &parts.method, parts.uri.path());
    let (route, values) = found.ok_or(Refusal::NotFound)?;
    if route.meta.since.is_some_and(|since| world.release < since) {
        return Err(Refusal::NotFound);
    }
    let client = match site.host {
        Host::PlexTv => gate::client(parts),
        _ => None,
    };
    let client = client.as_deref();
    let caller = gate::admit(world, site.place, &route.meta, token, client)?;
    let call = Call {
        world,
        place: site.place,
        caller,
        token,
        client,
        headers: &parts.headers,
        query: parts.uri.query().unwrap_or_default(),
        body,
        format,
    };
    route.run(&call, values)
}
