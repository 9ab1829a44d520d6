//! Who calls, and may they: the one place where tokens and access levels decide.

use crate::refusal::Refusal;
use crate::world::World;
use crate::world::tokens::{Caller, Level, Place};
use http::request::Parts;
use http::{HeaderMap, Uri};
use plex_sdk_contract::endpoint::{Access, Meta};
use plex_sdk_contract::identity::{X_PLEX_CLIENT_IDENTIFIER, X_PLEX_TOKEN, text_of};
use plex_sdk_contract::params;

/// A value that travels in a header or else in the query under the same name.
pub(crate) fn header_or_query(
    headers: &HeaderMap,
    query: &str,
    header: &http::HeaderName,
    parameter: &str,
) -> Option<String> {
    let found = match headers.get(header) {
        Some(value) => text_of(value).trim().to_owned(),
        None => params::pairs(query).find(|(name, _)| name == parameter)?.1,
    };
    (!found.is_empty()).then_some(found)
}

/// The token that came along.
pub(crate) fn token(headers: &HeaderMap, uri: &Uri) -> Option<String> {
    let query = uri.query().unwrap_or_default();
    header_or_query(headers, query, &X_PLEX_TOKEN, "X-Plex-Token")
}

/// The app that calls.
pub(crate) fn client(parts: &Parts) -> Option<String> {
    let query = parts.uri.query().unwrap_or_default();
    header_or_query(
        &parts.headers,
        query,
        &X_PLEX_CLIENT_IDENTIFIER,
        "X-Plex-Client-Identifier",
    )
}

/// Lets a caller through to an operation, or says why not.
pub(crate) fn admit(
    world: &World,
    place: Place,
    meta: &Meta,
    token: Option<&str>,
    client: Option<&str>,
) -> Result<Caller, Refusal> {
    if meta.host.is_cloud() && client.is_none() {
        return Err(Refusal::NoClientIdentifier);
    }
    let needed = match meta.access {
        Access::Public => return Ok(world.caller(token, place).unwrap_or(Caller::NOBODY)),
        Access::User => Level::User,
        Access::Admin => Level::Admin,
    };
    let Some(caller) = world.caller(token, place) else {
        let expired = place == Place::PlexTv
            && token.is_some_and(|token| world.devices.has_expired(token, world.now()));
        return Err(if expired {
            Refusal::TokenExpired
        } else {
            Refusal::Unauthorized
        });
    };
    if caller.level < needed {
        return Err(Refusal::Forbidden);
    }
    Ok(caller)
}
