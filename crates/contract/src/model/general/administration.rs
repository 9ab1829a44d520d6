//! What an owner sees of a server: its account, its agents, its disk.

use crate::model::general::server::{MappingError, MappingState, SigninState};
use crate::reply::Root;
use crate::text::Text;
use crate::token::AccountToken;
use plex_sdk_derive::model;

/// The account that a server belongs to, and how the server is reached from outside its network.
#[model]
pub struct MyPlexAccount {
    /// Token of the owner. Only on older servers.
    pub auth_token: Option<AccountToken>,
    /// Username or email address of the owner.
    pub username: Option<Text>,
    /// Whether the server is signed in to plex.tv.
    pub sign_in_state: Option<SigninState>,
    /// Whether the server is reachable from outside its network.
    pub mapping_state: Option<MappingState>,
    /// Reason why the server is not reachable from outside its network.
    pub mapping_error: Option<MappingError>,
    /// Mapping error as text.
    pub mapping_error_message: Option<Text>,
    /// Public IP address of the server.
    pub public_address: Option<Text>,
    /// Public port of the server, 1 to 65535.
    pub public_port: Option<u32>,
    /// IP address of the server in its own network.
    pub private_address: Option<Text>,
    /// Port of the server in its own network, 1 to 65535.
    pub private_port: Option<u32>,
    /// Whether the owner has a Plex Pass.
    pub subscription_active: Option<bool>,
    /// State of the Plex Pass, such as `Active`.
    pub subscription_state: Option<Text>,
    /// Comma-separated features of the owner's subscription.
    pub subscription_features: Option<Text>,
}

impl Root for MyPlexAccount {
    const ROOT: &'static str = "MyPlex";
}

/// The metadata agents of a server.
#[model]
pub struct Agents {
    /// The agents.
    #[wire(name = "Agent")]
    pub agents: Vec<Agent>,
}

/// A metadata agent: the part of a server that finds metadata.
#[model]
pub struct Agent {
    /// ID of the agent. Negative for agents that come with the server.
    pub id: Option<i64>,
    /// Identifier of the agent, such as `tv.plex.agents.movie`.
    pub identifier: Text,
    /// Display name.
    pub name: Option<Text>,
    /// Whether the agent can be the primary agent of a library section, rather than only contribute metadata.
    pub primary: Option<bool>,
    /// Whether the agent has settings.
    pub has_prefs: Option<bool>,
    /// Whether the agent's source requires attribution.
    pub has_attribution: Option<bool>,
    /// Metadata type number that the request asked for, such as 1 for movies.
    pub media_type: Option<u16>,
    /// Item types that the agent supports.
    #[wire(name = "MediaType")]
    pub media_types: Vec<AgentMediaType>,
    /// Metadata languages of the agent, if the request asked for one item type.
    #[wire(name = "Language")]
    pub languages: Vec<AgentLanguage>,
}

/// An item type that an agent supports.
#[model]
pub struct AgentMediaType {
    /// Name of the agent for this item type.
    pub name: Option<Text>,
    /// Metadata type number: 1 movie, 2 show, 8 artist, 9 album, 13 photo.
    pub media_type: Option<u16>,
    /// Metadata languages.
    #[wire(name = "Language")]
    pub languages: Vec<AgentLanguage>,
}

/// A language that an agent has metadata in.
#[model]
pub struct AgentLanguage {
    /// Language code, such as `en` or `de-DE`. `xn` for no language.
    pub code: Text,
}

/// The content of a folder on a server's disk.
#[model]
pub struct FolderContent {
    /// Folders and drives.
    #[wire(name = "Path")]
    pub paths: Vec<FolderPath>,
    /// Files, if the request asked for them.
    #[wire(name = "File")]
    pub files: Vec<FolderFile>,
}

/// A folder on a server's disk.
#[model]
pub struct FolderPath {
    /// API path that lists the folder.
    pub key: Option<Text>,
    /// Name of the folder.
    pub title: Option<Text>,
    /// Absolute path on the server's disk.
    pub path: Option<Text>,
    /// Whether the folder is the home folder of the user that runs the server.
    pub home: Option<bool>,
    /// Whether the folder is on the network.
    pub network: Option<bool>,
}

/// A file on a server's disk.
#[model]
pub struct FolderFile {
    /// API path of the file.
    pub key: Option<Text>,
    /// Name of the file.
    pub title: Option<Text>,
    /// Absolute path on the server's disk.
    pub path: Option<Text>,
}
