//! Who a server is shared with.

use crate::codec::envelope::MediaContainer;
use crate::ids::MachineIdentifier;
use crate::model::{ServerShare, SharedServers, SharingSettings};
use crate::reply::{NoBody, Plain};
use crate::text::Text;
use plex_sdk_derive::{endpoints, model, request};

endpoints! {
    PlexTv, sharing, plextv_sharing_endpoints;

    /// Lists the users that a server is shared with, and their access tokens for the server.
    ListSharedServers: GET "/api/servers/{machineId}/shared_servers"
        -> MediaContainer<SharedServers>, User, Read, unpublished;
    /// Shares library sections of a server with a user.
    ShareServer: POST "/api/v2/shared_servers"
        -> Plain<ServerShare>, User, Once, in Json, status CREATED, unpublished;
    /// Shares library sections of a server with the older API, which also accepts account ids.
    ShareServerLegacy: POST "/api/servers/{machineId}/shared_servers"
        -> NoBody, User, Once, in Json, status CREATED, unpublished;
    /// Returns one share of a server, with all library sections, shared or not.
    GetSharedServer: GET "/api/servers/{machineId}/shared_servers/{serverId}"
        -> MediaContainer<SharedServers>, User, Read, unpublished;
    /// Changes which library sections of a server are shared with a user.
    UpdateSharedServer: PUT "/api/servers/{machineId}/shared_servers/{serverId}"
        -> NoBody, User, Idempotent, in Json, unpublished;
    /// Stops sharing a server with a user.
    DeleteSharedServer: DELETE "/api/servers/{machineId}/shared_servers/{serverId}"
        -> NoBody, User, Idempotent, in Json, unpublished;
    /// Changes what a user may do on all servers that the account shares with that user.
    UpdateShare: PUT "/api/v2/sharings/{userId}" -> NoBody, User, Idempotent, unpublished;
    /// Stops sharing all servers with a user and removes the user as a friend.
    RemoveShare: DELETE "/api/v2/sharings/{userId}"
        -> NoBody, User, Idempotent, status NO_CONTENT, unpublished;
}

/// Users of the owner's Home are included. The response contains access tokens. Do not log it. Only the owner of the
/// server can use this operation.
#[request]
pub struct ListSharedServers {
    /// The machine identifier of the server.
    pub machine_id: MachineIdentifier,
}

/// Only the owner of the server can use this operation.
#[request]
pub struct ShareServer {
    /// The username or email address of the user.
    pub invited_email: Text,
    /// The machine identifier of the server.
    pub machine_identifier: MachineIdentifier,
    /// The ids of the library sections at plex.tv, or an empty list for all. See
    /// [`GetServerDetails`](super::resources::GetServerDetails).
    pub library_section_ids: Vec<u64>,
    /// What the user may do on the server.
    pub settings: SharingSettings,
}

/// The response is empty. [`ListSharedServers`] returns the new share. Only the owner of the server can use this
/// operation.
#[request]
pub struct ShareServerLegacy {
    /// The machine identifier of the server.
    pub machine_id: MachineIdentifier,
    /// The machine identifier of the server, repeated in the body.
    #[wire(name = "server_id", preset = machine_id.clone())]
    pub server_id: MachineIdentifier,
    /// The library sections to share, and the user to share them with.
    #[wire(name = "shared_server")]
    pub shared_server: NewShare,
    /// What the user may do on the server.
    #[wire(name = "sharing_settings", preset = LegacySharingSettings::default())]
    pub sharing_settings: LegacySharingSettings,
}

/// What to share and with whom, in [`ShareServerLegacy`] and [`UpdateSharedServer`].
#[model(snake_case)]
#[derive(Eq)]
pub struct NewShare {
    /// The plex.tv ids of the library sections.
    pub library_section_ids: Vec<u64>,
    /// The username or email address of the user, as an alternative to the id.
    pub invited_email: Option<Text>,
    /// The plex.tv account id of the user.
    pub invited_id: Option<u64>,
}

impl From<Vec<u64>> for NewShare {
    fn from(library_section_ids: Vec<u64>) -> Self {
        Self {
            library_section_ids,
            ..Self::default()
        }
    }
}

open_enum! {
    /// Yes or no as text: old operations accept neither booleans nor numbers.
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

/// What the user may do, in [`ShareServerLegacy`]. Filters have the same format as in [`SharingSettings`].
#[model]
#[derive(Eq)]
pub struct LegacySharingSettings {
    /// Whether the user may download items.
    pub allow_sync: Option<YesNo>,
    /// Whether the user may upload photos.
    pub allow_camera_upload: Option<YesNo>,
    /// Whether the user may use channels.
    pub allow_channels: Option<YesNo>,
    /// The sharing filter for movies.
    pub filter_movies: Option<Text>,
    /// The sharing filter for TV shows.
    pub filter_television: Option<Text>,
    /// The sharing filter for music.
    pub filter_music: Option<Text>,
}

/// Only the owner of the server can use this operation.
#[request]
pub struct GetSharedServer {
    /// The machine identifier of the server.
    pub machine_id: MachineIdentifier,
    /// The id of the share.
    pub server_id: u64,
}

/// The new list replaces the previous one. Only the owner of the server can use this operation.
#[request]
pub struct UpdateSharedServer {
    /// The machine identifier of the server.
    pub machine_id: MachineIdentifier,
    /// The id of the share.
    pub server_id: u64,
    /// The machine identifier of the server, repeated in the body.
    #[wire(name = "server_id", preset = machine_id.clone())]
    pub server: MachineIdentifier,
    /// The library sections to share. The user cannot be changed.
    #[wire(name = "shared_server")]
    pub shared_server: NewShare,
}

/// Only the owner of the server can use this operation.
#[request]
pub struct DeleteSharedServer {
    /// The machine identifier of the server.
    pub machine_id: MachineIdentifier,
    /// The id of the share.
    pub server_id: u64,
    /// The machine identifier of the server, repeated in the body.
    #[wire(name = "server_id", preset = machine_id.clone())]
    pub server: MachineIdentifier,
}

/// Sharing filters are written as in [`SharingSettings`].
#[request]
pub struct UpdateShare {
    /// The plex.tv account id of the user.
    pub user_id: u64,
    /// Whether the user may download items.
    pub allow_sync: Option<bool>,
    /// Whether the user may upload photos.
    pub allow_camera_upload: Option<bool>,
    /// Whether the user may use channels.
    pub allow_channels: Option<bool>,
    /// The sharing filter for movies.
    pub filter_movies: Option<Text>,
    /// The sharing filter for TV shows.
    pub filter_television: Option<Text>,
    /// The sharing filter for music.
    pub filter_music: Option<Text>,
}

#[request]
pub struct RemoveShare {
    /// The plex.tv account id of the user.
    pub user_id: u64,
}
