//! The servers and players of an account.

use crate::codec::envelope::MediaContainer;
use crate::endpoint::endpoints;
use crate::ids::MachineIdentifier;
use crate::model::{
    AccountDevices, PlexTvServerInfo, Resource, ServerAccessToken, ServerDetails, UserFeatures,
    UserServer,
};
use crate::reply::Plain;
use plex_sdk_derive::Request;

/// `GET /api/v2/resources`
///
/// Lists the servers and players that the account can use, with their addresses and this account's token for each.
///
/// - Parameters: what to include: `https` addresses, relay addresses, IPv6 addresses.
/// - Answer: the resources.
/// - Errors: 400 with code 1000 without `X-Plex-Client-Identifier`; 401 with code 1001 for the token.
/// - Who: any account's token.
/// - Source: `get_server_resources`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Request)]
#[wire(required)]
pub struct GetServerResources {
    /// Whether to list addresses with a certificate.
    pub include_https: Option<bool>,
    /// Whether to list addresses that go through Plex's relay.
    pub include_relay: Option<bool>,
    /// Whether to list IPv6 addresses.
    #[wire(name = "includeIPv6")]
    pub include_ipv6: Option<bool>,
}

impl Default for GetServerResources {
    /// Everything is included. A request that arrives without parameters includes nothing.
    fn default() -> Self {
        Self {
            include_https: Some(true),
            include_relay: Some(true),
            include_ipv6: Some(true),
        }
    }
}

/// `GET /api/resources`
///
/// Lists the servers and players that the account can use, the way apps did before [`GetServerResources`].
///
/// - Parameters: what to include.
/// - Answer: the devices with their addresses and tokens, in XML.
/// - Errors: 401 with code 1001 for the token.
/// - Who: any account's token.
/// - Source: `get_legacy_resources`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetLegacyResources {
    /// Whether to list addresses with a certificate.
    pub include_https: Option<bool>,
    /// Whether to list addresses that go through Plex's relay.
    pub include_relay: Option<bool>,
}

/// `GET /api/servers/{machineId}`
///
/// Tells of a server and its libraries, with the numbers that plex.tv has for these: shares are made with them.
///
/// - Parameters: the server's machine identifier.
/// - Answer: the server, in XML.
/// - Errors: 401 with code 1001 for the token; 404 for a server that is not the account's.
/// - Who: the account that owns the server.
/// - Source: `get_server_details`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetServerDetails {
    /// The server's machine identifier.
    pub machine_id: MachineIdentifier,
}

impl From<MachineIdentifier> for GetServerDetails {
    fn from(machine_id: MachineIdentifier) -> Self {
        Self { machine_id }
    }
}

/// `GET /api/v2/servers/{machineIdentifier}`
///
/// Tells of a server and its libraries, the way new apps ask.
///
/// - Parameters: the server's machine identifier.
/// - Answer: the server.
/// - Errors: 401 with code 1001 for the token; 404 for a server that is not the account's.
/// - Who: the account that owns the server.
/// - Source: `get_server_info_v2`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetServerInfoV2 {
    /// The server's machine identifier.
    pub machine_identifier: MachineIdentifier,
}

impl From<MachineIdentifier> for GetServerInfoV2 {
    fn from(machine_identifier: MachineIdentifier) -> Self {
        Self { machine_identifier }
    }
}

/// `GET /api/v2/server`
///
/// Tells of the server that a token belongs to.
///
/// - Answer: the server with its addresses.
/// - Errors: 401 with code 1001 for the token.
/// - Who: any account's token; meant for a server's own.
/// - Source: `get_user_server`, told of by one source alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct GetUserServer {}

/// `GET /api/v2/server/access_tokens`
///
/// Lists the tokens that a server is to accept: mind where the answer ends up.
///
/// - Answer: the tokens.
/// - Errors: 401 with code 1001 for the token.
/// - Who: a server's own token.
/// - Source: `get_server_access_tokens`. One source puts the list under `accessTokens`; a working client reads it bare.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct GetServerAccessTokens {}

/// `GET /api/v2/server/users/features`
///
/// Tells the features that the users of a server have.
///
/// - Answer: the features.
/// - Errors: 401 with code 1001 for the token.
/// - Who: a server's own token.
/// - Source: `get_server_user_features`, told of by one source alone; servers ask it when they start.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct GetServerUserFeatures {}

endpoints! {
    ($) PlexTv, resources, plextv_resources_endpoints;
    GetServerResources: GET "/api/v2/resources" -> Plain<Vec<Resource>>, User, Read;
    GetLegacyResources: GET "/api/resources" -> MediaContainer<AccountDevices>, User, Read;
    GetServerDetails: GET "/api/servers/{machineId}" -> MediaContainer<ServerDetails>, User, Read;
    GetServerInfoV2: GET "/api/v2/servers/{machineIdentifier}" -> Plain<PlexTvServerInfo>, User, Read;
    GetUserServer {}: GET "/api/v2/server" -> Plain<UserServer>, User, Read;
    GetServerAccessTokens {}: GET "/api/v2/server/access_tokens"
        -> Plain<Vec<ServerAccessToken>>, User, Read;
    GetServerUserFeatures {}: GET "/api/v2/server/users/features" -> Plain<UserFeatures>, User, Read;
}
