//! The server administered: its account, agents, disk, diagnostics.

use crate::codec::envelope::MediaContainer;
use crate::model::MediaType;
use crate::model::{
    Agents, CompanionPlayers, Directories, FolderContent, MyPlexAccount, Preferences,
};
use crate::reply::{Binary, Named, NoBody};
use crate::text::Text;
use crate::token::ClaimToken;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use plex_sdk_derive::{endpoints, request};

endpoints! {
    Pms, general, general_administration_endpoints;

    /// Returns the plex.tv account of the server and its remote access status.
    GetMyPlexAccount {}: GET "/myplex/account" -> Named<MyPlexAccount>, Admin, Read, unpublished;
    /// Claims an unclaimed server for the account that created the claim token.
    ClaimServer: POST "/myplex/claim" -> Named<MyPlexAccount>, Public, Once, unpublished;
    /// Removes the server from its plex.tv account.
    UnclaimServer {}: DELETE "/myplex/account" -> Named<MyPlexAccount>, Admin, Idempotent, unpublished;
    /// Makes plex.tv check again whether it can reach the server.
    RefreshReachability {}: PUT "/myplex/refreshReachability" -> NoBody, Admin, Idempotent, unpublished;
    /// Lists the settings of a metadata agent.
    GetAgentPreferences: GET "/:/plugins/{identifier}/prefs"
        -> MediaContainer<Preferences>, Admin, Read, unpublished;
    /// Lists the metadata agents and the languages that each supports.
    GetMetadataAgents: GET "/system/agents" -> MediaContainer<Agents>, Admin, Read, unpublished;
    /// Returns a single metadata agent.
    GetMetadataAgentDetails: GET "/system/agents/{agentId}"
        -> MediaContainer<Agents>, Admin, Read, unpublished;
    /// Lists the drives and special folders of the server, from which to browse its disk.
    BrowseFilesystem: GET "/services/browse" -> MediaContainer<FolderContent>, Admin, Read, unpublished;
    /// Lists the contents of a folder on the server's disk.
    BrowseFilesystemPath: GET "/services/browse/{base64path}"
        -> MediaContainer<FolderContent>, Admin, Read, unpublished;
    /// Returns the description of a player, fetched through the server.
    SystemProxy: GET "/system/proxy" -> MediaContainer<CompanionPlayers>, Admin, Read, unpublished;
    /// Lists the diagnostic reports that the server can create.
    GetDiagnostics {}: GET "/diagnostics" -> MediaContainer<Directories>, Admin, Read, unpublished;
    /// Downloads the databases of the server as a ZIP archive.
    DownloadDatabaseDiagnostics {}: GET "/diagnostics/databases" -> Binary, Admin, Read, unpublished;
    /// Downloads the log files of the server as a ZIP archive.
    DownloadLogBundle {}: GET "/diagnostics/logs" -> Binary, Admin, Read, unpublished;
}

#[request]
pub struct GetMyPlexAccount {}

/// Claim tokens come from plex.tv and expire after a few minutes. The request must come from the server's own network.
///
/// The server responds with 401 or 403 if it is already claimed, or if it does not trust the caller's address.
#[request]
pub struct ClaimServer {
    /// The claim token.
    pub token: ClaimToken,
}

/// The server is unclaimed afterwards. The response contains the account in its signed-out state.
#[request]
pub struct UnclaimServer {}

/// [`GetMyPlexAccount`] returns the result.
#[request]
pub struct RefreshReachability {}

#[request]
pub struct GetAgentPreferences {
    /// The identifier of the agent, such as `com.plexapp.agents.localmedia`.
    pub identifier: Text,
}

#[request]
pub struct GetMetadataAgents {
    /// Return only agents for this type of metadata.
    pub media_type: Option<MediaType>,
}

#[request]
pub struct GetMetadataAgentDetails {
    /// The identifier of the agent, such as `com.plexapp.agents.localmedia`.
    pub agent_id: Text,
}

#[request]
pub struct BrowseFilesystem {
    /// Whether to include files as well as folders.
    pub include_files: Option<bool>,
}

/// [`of`](Self::of) creates the request for a path.
#[request(no_from)]
pub struct BrowseFilesystemPath {
    /// The path of the folder, in standard Base64. The URL-safe alphabet is not supported.
    #[wire(name = "base64path")]
    pub base64_path: Text,
    /// Whether to include files as well as folders.
    pub include_files: Option<bool>,
}

impl BrowseFilesystemPath {
    /// Creates the request for a path in plain text, such as `/srv/films`.
    pub fn for_path(path: impl AsRef<str>) -> Self {
        Self::new(STANDARD.encode(path.as_ref()))
    }

    /// The path that is asked for; `None` where it is no Base64 of a text.
    pub fn path(&self) -> Option<String> {
        String::from_utf8(STANDARD.decode(self.base64_path.as_str()).ok()?).ok()
    }
}

/// Use it for a player that the server can reach but the caller cannot.
#[request]
pub struct SystemProxy {
    /// The URL to fetch, such as `http://192.168.1.7:32500/resources`.
    #[wire(name = "X-Plex-Url")]
    pub url: Text,
}

#[request]
pub struct GetDiagnostics {}

/// The databases record what users did. Be careful about who gets the archive.
#[request]
pub struct DownloadDatabaseDiagnostics {}

/// The logs contain addresses and may contain tokens. Be careful about who gets the archive.
#[request]
pub struct DownloadLogBundle {}
