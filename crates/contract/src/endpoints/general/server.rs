//! A server about itself.

use crate::codec::envelope::MediaContainer;
use crate::endpoint::endpoints;
use crate::model::{Identity, ServerInfo};
use plex_sdk_derive::Request;

/// `GET /identity`
///
/// Tells which server answers. It says nothing about the caller's token: a server answers it to anyone.
///
/// - Answer: machine identifier, version, and whether the server is claimed.
/// - Who: anyone, without a token.
/// - Source: `get_identity`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct GetIdentity {}

/// `GET /`
///
/// Tells what the server is set up for: name, version, platform, sign-in state, features.
///
/// - Answer: the server's attributes and the first steps of its paths.
/// - Errors: 401 without a token that the server accepts.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_server_info`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct GetServerInfo {}

endpoints! {
    ($) Pms, general, general_server_endpoints;
    GetIdentity {}: GET "/identity" -> MediaContainer<Identity>, Public, Read;
    GetServerInfo {}: GET "/" -> MediaContainer<ServerInfo>, User, Read;
}
