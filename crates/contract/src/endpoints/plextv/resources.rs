//! The servers and players of an account.

use crate::endpoint::endpoints;
use crate::model::Resource;
use crate::reply::Plain;
use serde::{Deserialize, Serialize};

/// `GET /api/v2/resources`
///
/// Lists the servers and players that the account can use, with their addresses and this account's token for each.
///
/// - Parameters: what to include: `https` addresses, relay addresses, IPv6 addresses.
/// - Answer: the resources.
/// - Errors: 400 with code 1000 without `X-Plex-Client-Identifier`; 401 with code 1001 for the token.
/// - Who: any account's token.
/// - Source: `get_server_resources`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct GetServerResources {
    /// Whether to list addresses with a certificate.
    pub include_https: Option<bool>,
    /// Whether to list addresses that go through Plex's relay.
    pub include_relay: Option<bool>,
    /// Whether to list IPv6 addresses.
    #[serde(rename = "includeIPv6")]
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

endpoints! {
    ($) PlexTv, resources, plextv_resources_endpoints;
    GetServerResources: GET "/api/v2/resources" -> Plain<Vec<Resource>>, User, Read;
}
