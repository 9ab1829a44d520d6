//! The server administered: its account, agents, disk, diagnostics.

use crate::codec::envelope::MediaContainer;
use crate::endpoint::endpoints;
use crate::model::{
    Agents, CompanionPlayers, Directories, FolderContent, MyPlexAccount, Preferences,
};
use crate::reply::{Binary, Named, NoBody};
use crate::text::Text;
use crate::token::ClaimToken;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use plex_sdk_derive::Request;

/// `GET /myplex/account`
///
/// Tells which account the server belongs to, and whether it is reachable from outside.
///
/// - Answer: the account, addresses and ports.
/// - Errors: 401 without a token that the server accepts; 403 for other users than the owner.
/// - Who: the owner.
/// - Source: `get_my_plex_account`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct GetMyPlexAccount {}

/// `POST /myplex/claim`
///
/// Makes a server that belongs to nobody the caller's own.
///
/// - Parameters: a claim token, which plex.tv makes for the account and which lives for a few minutes.
/// - Answer: the account.
/// - Errors: 401 or 403 for a server that belongs to somebody, and from an address that the server does not trust.
/// - Who: anyone with a claim token, from the server's own network, while the server is unclaimed.
/// - Source: `claim_server`.
#[derive(Clone, Debug, PartialEq, Eq, Request)]
#[wire(required)]
pub struct ClaimServer {
    /// The claim token.
    pub token: ClaimToken,
}

impl From<ClaimToken> for ClaimServer {
    fn from(token: ClaimToken) -> Self {
        Self { token }
    }
}

/// `DELETE /myplex/account`
///
/// Takes the server out of its account; it belongs to nobody then.
///
/// - Answer: the account, signed out.
/// - Errors: 401 without a token that the server accepts; 403 for other users than the owner.
/// - Who: the owner.
/// - Source: `unclaim_server`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct UnclaimServer {}

/// `PUT /myplex/refreshReachability`
///
/// Has plex.tv try anew whether it can reach the server; how that went stands in [`GetMyPlexAccount`].
///
/// - Errors: 401 without a token that the server accepts; 403 for other users than the owner.
/// - Who: the owner.
/// - Source: `refresh_reachability`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct RefreshReachability {}

/// `GET /:/plugins/{identifier}/prefs`
///
/// Lists the settings of an agent.
///
/// - Parameters: the agent's identifier.
/// - Answer: the settings.
/// - Errors: 401 without a token that the server accepts; 403 for other users than the owner; 404 where there is none.
/// - Who: the owner.
/// - Source: `get_agent_preferences`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetAgentPreferences {
    /// The agent's identifier, such as `com.plexapp.agents.localmedia`.
    pub identifier: Text,
}

impl From<Text> for GetAgentPreferences {
    fn from(identifier: Text) -> Self {
        Self { identifier }
    }
}

/// `GET /system/agents`
///
/// Lists the agents, which find metadata.
///
/// - Parameters: the number of the kind of items that the agents must know.
/// - Answer: the agents, with the languages that each has.
/// - Errors: 401 without a token that the server accepts; 403 for other users than the owner.
/// - Who: the owner.
/// - Source: `get_metadata_agents`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct GetMetadataAgents {
    /// The number of the kind of items: 1 movie, 2 show, 8 artist, 9 album, 13 photo.
    pub media_type: Option<u16>,
}

/// `GET /system/agents/{agentId}`
///
/// Reads one agent.
///
/// - Parameters: the agent's identifier.
/// - Answer: the agent.
/// - Errors: 401 without a token that the server accepts; 403 for other users than the owner; 404 where there is none.
/// - Who: the owner.
/// - Source: `get_metadata_agent_details`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetMetadataAgentDetails {
    /// The agent's identifier.
    pub agent_id: Text,
}

impl From<Text> for GetMetadataAgentDetails {
    fn from(agent_id: Text) -> Self {
        Self { agent_id }
    }
}

/// `GET /services/browse`
///
/// Lists where one can start to look through the server's disk: drives and special folders.
///
/// - Parameters: whether to list files too.
/// - Answer: folders and files.
/// - Errors: 401 without a token that the server accepts; 403 for other users than the owner.
/// - Who: the owner.
/// - Source: `browse_filesystem`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct BrowseFilesystem {
    /// Whether to list files too.
    pub include_files: Option<bool>,
}

/// `GET /services/browse/{base64path}`
///
/// Lists a folder of the server's disk. [`of`](Self::of) makes the request for a path.
///
/// - Parameters: the folder, in Base64; whether to list files too.
/// - Answer: folders and files.
/// - Errors: 401 without a token that the server accepts; 403 for other users than the owner; 404 where there is none.
/// - Who: the owner.
/// - Source: `browse_filesystem_path`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct BrowseFilesystemPath {
    /// The folder's path, in Base64.
    #[wire(name = "base64path")]
    pub base64_path: Text,
    /// Whether to list files too.
    pub include_files: Option<bool>,
}

impl BrowseFilesystemPath {
    /// The request for a path, such as `/srv/films`.
    pub fn of(path: impl AsRef<str>) -> Self {
        Self {
            base64_path: STANDARD.encode(path.as_ref()).into(),
            include_files: None,
        }
    }

    /// The path that is asked for; `None` where it is no Base64 of a text.
    pub fn path(&self) -> Option<String> {
        String::from_utf8(STANDARD.decode(self.base64_path.as_str()).ok()?).ok()
    }
}

/// `GET /system/proxy`
///
/// Fetches the description of a player through the server, which may reach what the caller does not.
///
/// - Parameters: the address to fetch, such as `http://192.168.1.7:32500/resources`; it may stand in a header of that name
///   too.
/// - Answer: what the player answers.
/// - Errors: 401 without a token that the server accepts; 403 for other users than the owner.
/// - Who: the owner.
/// - Source: `system_proxy`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct SystemProxy {
    /// The address to fetch.
    #[wire(name = "X-Plex-Url")]
    pub url: Text,
}

impl From<Text> for SystemProxy {
    fn from(url: Text) -> Self {
        Self { url }
    }
}

/// `GET /diagnostics`
///
/// Lists the reports that the server can make.
///
/// - Answer: an entry for each.
/// - Errors: 401 without a token that the server accepts; 403 for other users than the owner.
/// - Who: the owner.
/// - Source: `get_diagnostics`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct GetDiagnostics {}

/// `GET /diagnostics/databases`
///
/// Downloads the server's databases. They hold what users did; mind who gets them.
///
/// - Answer: a ZIP archive.
/// - Errors: 401 without a token that the server accepts; 403 for other users than the owner.
/// - Who: the owner.
/// - Source: `download_database_diagnostics`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct DownloadDatabaseDiagnostics {}

/// `GET /diagnostics/logs`
///
/// Downloads the server's log files. They hold addresses and may hold tokens; mind who gets them.
///
/// - Answer: a ZIP archive.
/// - Errors: 401 without a token that the server accepts; 403 for other users than the owner.
/// - Who: the owner.
/// - Source: `download_log_bundle`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct DownloadLogBundle {}

endpoints! {
    ($) Pms, general, general_administration_endpoints;
    GetMyPlexAccount {}: GET "/myplex/account" -> Named<MyPlexAccount>, Admin, Read;
    ClaimServer: POST "/myplex/claim" -> Named<MyPlexAccount>, Public, Once;
    UnclaimServer {}: DELETE "/myplex/account" -> Named<MyPlexAccount>, Admin, Idempotent;
    RefreshReachability {}: PUT "/myplex/refreshReachability" -> NoBody, Admin, Idempotent;
    GetAgentPreferences: GET "/:/plugins/{identifier}/prefs"
        -> MediaContainer<Preferences>, Admin, Read;
    GetMetadataAgents: GET "/system/agents" -> MediaContainer<Agents>, Admin, Read;
    GetMetadataAgentDetails: GET "/system/agents/{agentId}" -> MediaContainer<Agents>, Admin, Read;
    BrowseFilesystem: GET "/services/browse" -> MediaContainer<FolderContent>, Admin, Read;
    BrowseFilesystemPath: GET "/services/browse/{base64path}"
        -> MediaContainer<FolderContent>, Admin, Read;
    SystemProxy: GET "/system/proxy" -> MediaContainer<CompanionPlayers>, Admin, Read;
    GetDiagnostics {}: GET "/diagnostics" -> MediaContainer<Directories>, Admin, Read;
    DownloadDatabaseDiagnostics {}: GET "/diagnostics/databases" -> Binary, Admin, Read;
    DownloadLogBundle {}: GET "/diagnostics/logs" -> Binary, Admin, Read;
}
