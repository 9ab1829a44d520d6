//! The servers and players of an account.

use crate::codec::envelope::MediaContainer;
use crate::ids::MachineIdentifier;
use crate::model::{
    AccountDevices, PlexTvServerInfo, Resource, ServerAccessToken, ServerDetails, UserFeatures,
    UserServer,
};
use crate::reply::Plain;
use plex_sdk_derive::{endpoints, request};

endpoints! {
    PlexTv, resources, plextv_resources_endpoints;

    /// Lists the servers and players that the account can access, with their connections.
    GetServerResources: GET "/api/v2/resources" -> Plain<Vec<Resource>>, User, Read, unpublished;
    /// Lists the servers and players that the account can access, with the older XML API.
    GetLegacyResources: GET "/api/resources" -> MediaContainer<AccountDevices>, User, Read, unpublished;
    /// Returns a server as plex.tv knows it, with the ids needed to share its library sections.
    GetServerDetails: GET "/api/servers/{machineId}"
        -> MediaContainer<ServerDetails>, User, Read, unpublished;
    /// Returns a server and its library sections as plex.tv knows them, with the newer v2 API.
    GetServerInfoV2: GET "/api/v2/servers/{machineIdentifier}"
        -> Plain<PlexTvServerInfo>, User, Read, unpublished;
    /// Returns the server that the token belongs to, with its connections.
    GetUserServer {}: GET "/api/v2/server" -> Plain<UserServer>, User, Read, unpublished;
    /// Lists the access tokens that a server must accept.
    GetServerAccessTokens {}: GET "/api/v2/server/access_tokens"
        -> Plain<Vec<ServerAccessToken>>, User, Read, unpublished;
    /// Returns the features that the users of a server have.
    GetServerUserFeatures {}: GET "/api/v2/server/users/features"
        -> Plain<UserFeatures>, User, Read, unpublished;
}

/// Each server has its own access token for this account. Send that token to the server, not the account token. Prefer
/// local connections, and use relay connections last: their bandwidth is limited.
///
/// `GetServerResources::default()` includes all types of connections. plex.tv leaves out a type if its parameter is
/// omitted.
#[request]
pub struct GetServerResources {
    /// Whether to include HTTPS connections. Their host names end in `plex.direct`.
    #[wire(preset = Some(true))]
    pub include_https: Option<bool>,
    /// Whether to include connections through Plex's relay.
    #[wire(preset = Some(true))]
    pub include_relay: Option<bool>,
    /// Whether to include IPv6 connections.
    #[wire(name = "includeIPv6", preset = Some(true))]
    pub include_ipv6: Option<bool>,
}

/// Use [`GetServerResources`] instead.
#[request]
pub struct GetLegacyResources {
    /// Whether to include HTTPS connections. Their host names end in `plex.direct`.
    pub include_https: Option<bool>,
    /// Whether to include connections through Plex's relay.
    pub include_relay: Option<bool>,
}

/// plex.tv identifies library sections by ids of its own, which differ from those on the server. Only the owner of the
/// server can use this operation.
#[request]
pub struct GetServerDetails {
    /// The machine identifier of the server.
    pub machine_id: MachineIdentifier,
}

/// Only the owner of the server can use this operation.
#[request]
pub struct GetServerInfoV2 {
    /// The machine identifier of the server.
    pub machine_identifier: MachineIdentifier,
}

/// Intended for requests with the token of a server.
#[request]
pub struct GetUserServer {}

/// Only a server can use this operation, with its own token. The response contains the token of every user. Do not log
/// it.
#[request]
pub struct GetServerAccessTokens {}

/// Only a server can use this operation, with its own token. Servers send this request when they start.
#[request]
pub struct GetServerUserFeatures {}
