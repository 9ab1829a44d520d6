//! What an owner sees of a server: its account, its agents, its disk.

use crate::model::general::server::{MappingError, MappingState, SigninState};
use crate::reply::Root;
use crate::text::Text;
use crate::token::AccountToken;
use plex_sdk_derive::model;

/// The account that a server belongs to, and how the server is reached from outside.
#[model]
pub struct MyPlexAccount {
    /// The owner's token, on old servers.
    pub auth_token: Option<AccountToken>,
    /// The owner's name or e-mail address.
    pub username: Option<Text>,
    /// Whether the server is signed in at plex.tv.
    pub sign_in_state: Option<SigninState>,
    /// How far it got with being reachable from outside.
    pub mapping_state: Option<MappingState>,
    /// Why it is not reachable from outside.
    pub mapping_error: Option<MappingError>,
    /// The same in words.
    pub mapping_error_message: Option<Text>,
    /// The address it has outside.
    pub public_address: Option<Text>,
    /// The port it has outside.
    pub public_port: Option<u32>,
    /// The address it has in its own network.
    pub private_address: Option<Text>,
    /// The port it has in its own network.
    pub private_port: Option<u32>,
    /// Whether the owner has a Plex Pass.
    pub subscription_active: Option<bool>,
    /// How the Plex Pass stands, such as `Active`.
    pub subscription_state: Option<Text>,
    /// Comma list of what the owner's subscription offers.
    pub subscription_features: Option<Text>,
}

impl Root for MyPlexAccount {
    const ROOT: &'static str = "MyPlex";
}

/// Agents: the parts of a server that find metadata.
#[model]
pub struct Agents {
    /// The agents.
    #[wire(name = "Agent")]
    pub agents: Vec<Agent>,
}

/// A part of a server that finds metadata.
#[model]
pub struct Agent {
    /// Its number; below zero for those that come with the server.
    pub id: Option<i64>,
    /// Its identifier, such as `tv.plex.agents.movie`.
    pub identifier: Text,
    /// Its name to show.
    pub name: Option<Text>,
    /// Whether it can lead a section, as against adding to what another one found.
    pub primary: Option<bool>,
    /// Whether it has settings.
    pub has_prefs: Option<bool>,
    /// Whether its source wants to be named.
    pub has_attribution: Option<bool>,
    /// The number of the kind of items asked for.
    pub media_type: Option<u16>,
    /// The kinds of items that it knows.
    #[wire(name = "MediaType")]
    pub media_types: Vec<AgentMediaType>,
    /// Its languages, where one kind of items was asked for.
    #[wire(name = "Language")]
    pub languages: Vec<AgentLanguage>,
}

/// A kind of items that an agent knows.
#[model]
pub struct AgentMediaType {
    /// The agent's name for it.
    pub name: Option<Text>,
    /// The kind's number: 1 movie, 2 show, 8 artist, 9 album, 13 photo.
    pub media_type: Option<u16>,
    /// The languages it has metadata in.
    #[wire(name = "Language")]
    pub languages: Vec<AgentLanguage>,
}

/// A language that an agent has metadata in.
#[model]
pub struct AgentLanguage {
    /// Its code, such as `en` or `de-DE`; `xn` for none.
    pub code: Text,
}

/// What is in a folder of a server's disk.
#[model]
pub struct FolderContent {
    /// Folders and drives.
    #[wire(name = "Path")]
    pub paths: Vec<FolderPath>,
    /// Files, where they were asked for.
    #[wire(name = "File")]
    pub files: Vec<FolderFile>,
}

/// A folder of a server's disk.
#[model]
pub struct FolderPath {
    /// The path of the request that lists it.
    pub key: Option<Text>,
    /// Its name.
    pub title: Option<Text>,
    /// Where it lies on the disk.
    pub path: Option<Text>,
    /// Whether it is the home folder of the server's user.
    pub home: Option<bool>,
    /// Whether it lies on another machine.
    pub network: Option<bool>,
}

/// A file of a server's disk.
#[model]
pub struct FolderFile {
    /// The path of the request that stands for it.
    pub key: Option<Text>,
    /// Its name.
    pub title: Option<Text>,
    /// Where it lies on the disk.
    pub path: Option<Text>,
}
