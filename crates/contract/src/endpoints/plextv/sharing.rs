//! Who a server is shared with.

use crate::codec::envelope::MediaContainer;
use crate::endpoint::endpoints;
use crate::ids::MachineIdentifier;
use crate::model::SharedServers;
use serde::{Deserialize, Serialize};

/// `GET /api/servers/{machineId}/shared_servers`
///
/// Lists the people that a server is shared with, each with the token they use there.
///
/// - Parameters: the server's machine identifier.
/// - Answer: the shares, users of the owner's Home among them.
/// - Errors: 401 with code 1001 for the token; 404 for a server that is not the account's.
/// - Who: the account that owns the server.
/// - Source: `list_shared_servers`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ListSharedServers {
    /// The server's machine identifier.
    pub machine_id: MachineIdentifier,
}

impl From<MachineIdentifier> for ListSharedServers {
    fn from(machine_id: MachineIdentifier) -> Self {
        Self { machine_id }
    }
}

endpoints! {
    ($) PlexTv, sharing, plextv_sharing_endpoints;
    ListSharedServers: GET "/api/servers/{machineId}/shared_servers"
        -> MediaContainer<SharedServers>, User, Read;
}
