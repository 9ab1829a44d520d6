//! A server about itself.

use crate::codec::envelope::MediaContainer;
use crate::model::{Identity, ServerInfo};
use plex_sdk_derive::{endpoints, request};

endpoints! {
    Pms, general, general_server_endpoints;

    /// Returns the machine identifier and version of a server and whether it is claimed.
    GetIdentity {}: GET "/identity" -> MediaContainer<Identity>, Public, Read;
    /// Returns the name, version, platform, sign-in state and features of a server.
    GetServerInfo {}: GET "/" -> MediaContainer<ServerInfo>, User, Read;
}

/// The server responds to anyone, so a response says nothing about whether the caller's token is valid.
#[request]
pub struct GetIdentity {}

/// The response also lists the top-level paths of the server's API.
#[request]
pub struct GetServerInfo {}
