//! Servers and players that an account can use ([`Resource`]), and servers as plex.tv knows them.

use crate::ids::{ClientIdentifier, MachineIdentifier};
use crate::model::authentication::Connection;
use crate::model::plextv::general::FeatureFlag;
use crate::model::plextv::sharing::{PlexTvSection, SharedSection};
use crate::reply::Root;
use crate::text::Text;
use crate::time::{DateTime, Timestamp};
use crate::token::ServerToken;
use plex_sdk_derive::model;

/// A server or player that an account can use.
#[model(required)]
#[derive(Default)]
pub struct Resource {
    /// Its name.
    #[wire(default)]
    pub name: Text,
    /// The software, such as `Plex Media Server`.
    #[wire(default)]
    pub product: Text,
    /// The software's version.
    #[wire(default)]
    pub product_version: Text,
    /// The operating system.
    pub platform: Option<Text>,
    /// The operating system's version.
    pub platform_version: Option<Text>,
    /// The kind of device.
    pub device: Option<Text>,
    /// Its identifier: of a server, its machine identifier.
    pub client_identifier: ClientIdentifier,
    /// When it was first seen.
    pub created_at: Option<DateTime>,
    /// When it was last seen.
    pub last_seen_at: Option<DateTime>,
    /// What it can be, separated by commas: `server`, `player`, `controller`, ….
    pub provides: Text,
    /// The owner's number where it is another account's.
    pub owner_id: Option<u64>,
    /// The owner's name where it is another account's.
    pub source_title: Option<Text>,
    /// The address it is seen under from outside.
    #[wire(default)]
    pub public_address: Text,
    /// This account's token for it; use it there instead of the account's own. Absent for players.
    pub access_token: Option<ServerToken>,
    /// Whether the account owns it.
    #[wire(default)]
    pub owned: bool,
    /// Whether it belongs to the account's Home.
    #[wire(default)]
    pub home: bool,
    /// Whether it was made for offline copies.
    #[wire(default)]
    pub synced: bool,
    /// Whether it can be reached through Plex's relay.
    #[wire(default)]
    pub relay: bool,
    /// Whether it is connected to plex.tv now.
    #[wire(default)]
    pub presence: bool,
    /// Whether it refuses plain HTTP.
    #[wire(default)]
    pub https_required: bool,
    /// Whether the caller comes from the same public address.
    #[wire(default)]
    pub public_address_matches: bool,
    /// Whether its router blocks names that point into the local network.
    #[wire(default)]
    pub dns_rebinding_protection: bool,
    /// Whether its public address works from inside.
    #[wire(default)]
    pub nat_loopback_supported: bool,
    /// Whether its items can be searched for.
    #[wire(omit_empty)]
    pub search_enabled: Option<bool>,
    /// Its addresses.
    #[wire(default)]
    pub connections: Vec<Connection>,
}

impl Root for Vec<Resource> {
    const ROOT: &'static str = "resources";
}

/// A server with its libraries, as plex.tv knows it.
#[model]
pub struct ServerDetails {
    /// Who answers: `myPlex`.
    pub friendly_name: Option<Text>,
    /// The machine identifier of plex.tv itself.
    pub machine_identifier: Option<MachineIdentifier>,
    /// The server; of a list, the first is taken.
    #[wire(name = "Server")]
    pub server: PlexTvServer,
}

/// A server as plex.tv tells its owner of it.
#[model]
pub struct PlexTvServer {
    /// Its name.
    pub name: Text,
    /// Its address from outside.
    pub address: Option<Text>,
    /// Its port from outside.
    pub port: Option<u16>,
    /// Its version.
    pub version: Option<Text>,
    /// `http` or `https`.
    pub scheme: Option<Text>,
    /// Its address from outside once more.
    pub host: Option<Text>,
    /// Its addresses inside its network, separated by commas.
    pub local_addresses: Option<Text>,
    /// Its machine identifier.
    pub machine_identifier: MachineIdentifier,
    /// When it was claimed.
    pub created_at: Option<Timestamp>,
    /// When it last told of itself.
    pub updated_at: Option<Timestamp>,
    /// Whether the account owns it.
    pub owned: Option<bool>,
    /// Whether it was made for offline copies.
    pub synced: Option<bool>,
    /// Its libraries.
    #[wire(name = "Section")]
    pub sections: Vec<SharedSection>,
}

/// A server with its libraries, as plex.tv tells apps of it.
#[model]
pub struct PlexTvServerInfo {
    /// Its name.
    pub name: Text,
    /// Its address from outside.
    pub address: Text,
    /// Its port from outside.
    pub port: u16,
    /// Its version.
    pub version: Text,
    /// `http` or `https`.
    pub scheme: Text,
    /// Whether it was made for offline copies.
    pub synced: bool,
    /// Whether the account owns it.
    pub owned: bool,
    /// Its addresses inside its network, separated by commas.
    pub local_addresses: Text,
    /// Its machine identifier.
    pub machine_identifier: MachineIdentifier,
    /// When it was claimed.
    pub created_at: Option<Timestamp>,
    /// When it last told of itself.
    pub updated_at: Option<Timestamp>,
    /// Its libraries.
    pub library_sections: Vec<PlexTvSection>,
}

impl Root for PlexTvServerInfo {
    const ROOT: &'static str = "server";
}

/// The server that belongs to a user.
#[model]
pub struct UserServer {
    /// Its name.
    pub name: Text,
    /// Its machine identifier.
    pub client_identifier: ClientIdentifier,
    /// The user's token for it.
    pub access_token: Option<ServerToken>,
    /// Its addresses.
    #[wire(name = "Connection")]
    pub connections: Vec<Connection>,
}

impl Root for UserServer {
    const ROOT: &'static str = "server";
}

/// A token that a server is to accept.
#[model]
pub struct ServerAccessToken {
    /// The token.
    pub token: Option<ServerToken>,
    /// Its kind, such as `server`.
    #[wire(name = "type")]
    pub kind: Option<Text>,
    /// The name of the device.
    pub device: Option<Text>,
    /// The name of the user.
    pub title: Option<Text>,
    /// Whether it is the owner's.
    pub owned: Option<bool>,
    /// Whether it may download.
    pub allow_sync: Option<bool>,
    /// When it was given out.
    pub created_at: Option<Timestamp>,
}

impl Root for Vec<ServerAccessToken> {
    const ROOT: &'static str = "accessTokens";
}

/// The features that the users of a server have.
#[model]
pub struct UserFeatures {
    /// The features.
    pub features: Vec<FeatureFlag>,
}

impl Root for UserFeatures {
    const ROOT: &'static str = "userFeatures";
}
