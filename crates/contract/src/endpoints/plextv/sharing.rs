//! Who a server is shared with.

use crate::codec::envelope::MediaContainer;
use crate::endpoint::endpoints;
use crate::ids::MachineIdentifier;
use crate::model::{ServerShare, SharedServers, SharingSettings};
use crate::reply::{NoBody, Plain};
use crate::text::Text;
use plex_sdk_derive::{Request, model};

/// `GET /api/servers/{machineId}/shared_servers`
///
/// Lists the people that a server is shared with, each with the token they use there.
///
/// - Parameters: the server's machine identifier.
/// - Answer: the shares, users of the owner's Home among them.
/// - Errors: 401 with code 1001 for the token; 404 for a server that is not the account's.
/// - Who: the account that owns the server.
/// - Source: `list_shared_servers`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
#[wire(required)]
pub struct ListSharedServers {
    /// The server's machine identifier.
    pub machine_id: MachineIdentifier,
}

impl From<MachineIdentifier> for ListSharedServers {
    fn from(machine_id: MachineIdentifier) -> Self {
        Self { machine_id }
    }
}

/// `POST /api/v2/shared_servers`
///
/// Shares libraries of a server with someone.
///
/// - Parameters: as JSON in the body: the person's user name or e-mail address; the server; the libraries by their
///   numbers at plex.tv, none for all; what the person may do.
/// - Answer: the share, status 201.
/// - Errors: 401 with code 1001 for the token; 404 for a server that is not the account's.
/// - Who: the account that owns the server.
/// - Source: `share_server`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct ShareServer {
    /// The person's user name or e-mail address.
    pub invited_email: Text,
    /// The server's machine identifier.
    pub machine_identifier: MachineIdentifier,
    /// The libraries, by their numbers at plex.tv; see [`GetServerDetails`](super::resources::GetServerDetails).
    pub library_section_ids: Vec<u64>,
    /// What the person may do.
    pub settings: SharingSettings,
}

/// `POST /api/servers/{machineId}/shared_servers`
///
/// Shares libraries of a server with someone, the way that knows people by number too.
///
/// - Parameters: the server, in the path and as JSON in the body; the libraries by their numbers at plex.tv and the
///   person; what the person may do.
/// - Answer: nothing that counts, status 201; the share stands in [`ListSharedServers`].
/// - Errors: 401 with code 1001 for the token; 404 for a server that is not the account's.
/// - Who: the account that owns the server.
/// - Source: `share_server_legacy`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct ShareServerLegacy {
    /// The server's machine identifier.
    pub machine_id: MachineIdentifier,
    /// The same once more, for the body.
    #[wire(name = "server_id")]
    pub server_id: MachineIdentifier,
    /// What is shared with whom.
    #[wire(name = "shared_server")]
    pub shared_server: NewShare,
    /// What the person may do.
    #[wire(name = "sharing_settings")]
    pub sharing_settings: LegacySharingSettings,
}

impl ShareServerLegacy {
    /// Shares libraries of a server; what the person may do can be set before it is sent.
    pub fn new(machine_id: MachineIdentifier, shared_server: NewShare) -> Self {
        Self {
            server_id: machine_id.clone(),
            machine_id,
            shared_server,
            sharing_settings: LegacySharingSettings::default(),
        }
    }
}

/// What is shared with whom: a part of [`ShareServerLegacy`] and [`UpdateSharedServer`].
#[model(snake_case)]
#[derive(Eq)]
pub struct NewShare {
    /// The libraries, by their numbers at plex.tv.
    pub library_section_ids: Vec<u64>,
    /// The person's user name or e-mail address, or else the number.
    pub invited_email: Option<Text>,
    /// The person's number.
    pub invited_id: Option<u64>,
}

open_enum! {
    /// Yes or no, as texts: old operations take neither booleans nor numbers.
    YesNo {
        /// No.
        No = "0",
        /// Yes.
        Yes = "1",
    }
}

impl From<bool> for YesNo {
    fn from(yes: bool) -> Self {
        if yes { Self::Yes } else { Self::No }
    }
}

/// What the person may do: a part of [`ShareServerLegacy`]. Filters are spelled as in [`SharingSettings`].
#[model]
#[derive(Eq)]
pub struct LegacySharingSettings {
    /// Whether to download.
    pub allow_sync: Option<YesNo>,
    /// Whether to upload photos.
    pub allow_camera_upload: Option<YesNo>,
    /// Whether to use channels.
    pub allow_channels: Option<YesNo>,
    /// The filter for movies.
    pub filter_movies: Option<Text>,
    /// The filter for shows.
    pub filter_television: Option<Text>,
    /// The filter for music.
    pub filter_music: Option<Text>,
}

/// `GET /api/servers/{machineId}/shared_servers/{serverId}`
///
/// Tells which libraries of a server are shared with someone.
///
/// - Parameters: the server's machine identifier; the share's number.
/// - Answer: the share with all libraries, shared or not, in XML.
/// - Errors: 401 with code 1001 for the token; 404 for a server that is not the account's.
/// - Who: the account that owns the server.
/// - Source: `get_shared_server`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetSharedServer {
    /// The server's machine identifier.
    pub machine_id: MachineIdentifier,
    /// The share's number.
    pub server_id: u64,
}

/// `PUT /api/servers/{machineId}/shared_servers/{serverId}`
///
/// Changes which libraries of a server are shared with someone.
///
/// - Parameters: the server, in the path and as JSON in the body; the share's number; the libraries from now on, by
///   their numbers at plex.tv.
/// - Answer: nothing that counts.
/// - Errors: 401 with code 1001 for the token; 404 for a server that is not the account's.
/// - Who: the account that owns the server.
/// - Source: `update_shared_server`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct UpdateSharedServer {
    /// The server's machine identifier.
    pub machine_id: MachineIdentifier,
    /// The share's number.
    pub server_id: u64,
    /// The server's machine identifier once more, for the body.
    #[wire(name = "server_id")]
    pub server: MachineIdentifier,
    /// The libraries; whom they are shared with is not given here.
    #[wire(name = "shared_server")]
    pub shared_server: NewShare,
}

impl UpdateSharedServer {
    /// Shares these libraries and no others.
    pub fn new(machine_id: MachineIdentifier, server_id: u64, libraries: Vec<u64>) -> Self {
        Self {
            server: machine_id.clone(),
            machine_id,
            server_id,
            shared_server: NewShare {
                library_section_ids: libraries,
                ..NewShare::default()
            },
        }
    }
}

/// `DELETE /api/servers/{machineId}/shared_servers/{serverId}`
///
/// Takes back all that is shared of a server with someone.
///
/// - Parameters: the server, in the path and as JSON in the body; the share's number.
/// - Answer: nothing that counts.
/// - Errors: 401 with code 1001 for the token; 404 for a server that is not the account's.
/// - Who: the account that owns the server.
/// - Source: `delete_shared_server`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct DeleteSharedServer {
    /// The server's machine identifier.
    pub machine_id: MachineIdentifier,
    /// The share's number.
    pub server_id: u64,
    /// The server's machine identifier once more, for the body.
    #[wire(name = "server_id")]
    pub server: MachineIdentifier,
}

impl DeleteSharedServer {
    /// Takes a share back.
    pub fn new(machine_id: MachineIdentifier, server_id: u64) -> Self {
        Self {
            server: machine_id.clone(),
            machine_id,
            server_id,
        }
    }
}

/// `PUT /api/v2/sharings/{userId}`
///
/// Changes what someone may do on the servers that the account shares with them.
///
/// - Parameters: the person's number; what to change. Filters are spelled as in [`SharingSettings`].
/// - Answer: nothing that counts.
/// - Errors: 401 with code 1001 for the token; 404 for someone the account shares nothing with.
/// - Who: any account's token.
/// - Source: `update_share`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct UpdateShare {
    /// The person's number.
    pub user_id: u64,
    /// Whether to download.
    pub allow_sync: Option<bool>,
    /// Whether to upload photos.
    pub allow_camera_upload: Option<bool>,
    /// Whether to use channels.
    pub allow_channels: Option<bool>,
    /// The filter for movies.
    pub filter_movies: Option<Text>,
    /// The filter for shows.
    pub filter_television: Option<Text>,
    /// The filter for music.
    pub filter_music: Option<Text>,
}

impl From<u64> for UpdateShare {
    fn from(user_id: u64) -> Self {
        Self {
            user_id,
            ..Self::default()
        }
    }
}

/// `DELETE /api/v2/sharings/{userId}`
///
/// Takes back all that the account shares with someone, and ends the friendship.
///
/// - Parameters: the person's number.
/// - Answer: nothing, status 204.
/// - Errors: 401 with code 1001 for the token; 404 for someone the account shares nothing with.
/// - Who: any account's token.
/// - Source: `remove_share`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct RemoveShare {
    /// The person's number.
    pub user_id: u64,
}

impl From<u64> for RemoveShare {
    fn from(user_id: u64) -> Self {
        Self { user_id }
    }
}

endpoints! {
    ($) PlexTv, sharing, plextv_sharing_endpoints;
    ListSharedServers: GET "/api/servers/{machineId}/shared_servers"
        -> MediaContainer<SharedServers>, User, Read;
    ShareServer: POST "/api/v2/shared_servers" -> Plain<ServerShare>, User, Once, in Json,
        status CREATED;
    ShareServerLegacy: POST "/api/servers/{machineId}/shared_servers" -> NoBody, User, Once, in Json,
        status CREATED;
    GetSharedServer: GET "/api/servers/{machineId}/shared_servers/{serverId}"
        -> MediaContainer<SharedServers>, User, Read;
    UpdateSharedServer: PUT "/api/servers/{machineId}/shared_servers/{serverId}"
        -> NoBody, User, Idempotent, in Json;
    DeleteSharedServer: DELETE "/api/servers/{machineId}/shared_servers/{serverId}"
        -> NoBody, User, Idempotent, in Json;
    UpdateShare: PUT "/api/v2/sharings/{userId}" -> NoBody, User, Idempotent;
    RemoveShare: DELETE "/api/v2/sharings/{userId}" -> NoBody, User, Idempotent, status NO_CONTENT;
}
