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

/// A server or player that an account can access.
#[model(required)]
#[derive(Default)]
pub struct Resource {
    /// Name of the device.
    #[wire(default)]
    pub name: Text,
    /// Software product, such as `Plex Media Server`.
    #[wire(default)]
    pub product: Text,
    /// Version of the software.
    #[wire(default)]
    pub product_version: Text,
    /// Operating system or platform.
    pub platform: Option<Text>,
    /// Version of the platform.
    pub platform_version: Option<Text>,
    /// Type of the device.
    pub device: Option<Text>,
    /// Client identifier. For a server, its machine identifier.
    pub client_identifier: ClientIdentifier,
    /// When plex.tv first saw the device.
    pub created_at: Option<DateTime>,
    /// When plex.tv last saw the device.
    pub last_seen_at: Option<DateTime>,
    /// Comma-separated capabilities, such as `server`, `player` or `controller`.
    pub provides: Text,
    /// plex.tv account ID of the owner. Absent if the account itself owns the device.
    pub owner_id: Option<u64>,
    /// Username of the owner. Absent if the account itself owns the device.
    pub source_title: Option<Text>,
    /// Public IP address of the device.
    #[wire(default)]
    pub public_address: Text,
    /// This account's token for the server. Use it for the server instead of the account token. Absent for players.
    pub access_token: Option<ServerToken>,
    /// Whether the account owns the device.
    #[wire(default)]
    pub owned: bool,
    /// Whether the device belongs to the account's Home.
    #[wire(default)]
    pub home: bool,
    /// Whether the device exists for synced (offline) content.
    #[wire(default)]
    pub synced: bool,
    /// Whether the device is reachable through Plex's relay.
    #[wire(default)]
    pub relay: bool,
    /// Whether the device is currently connected to plex.tv.
    #[wire(default)]
    pub presence: bool,
    /// Whether the device refuses plain HTTP.
    #[wire(default)]
    pub https_required: bool,
    /// Whether the caller has the same public IP address.
    #[wire(default)]
    pub public_address_matches: bool,
    /// Whether the device's router blocks host names that resolve to local addresses.
    #[wire(default)]
    pub dns_rebinding_protection: bool,
    /// Whether the public address works from inside the device's network.
    #[wire(default)]
    pub nat_loopback_supported: bool,
    /// Whether its items can be searched for.
    #[wire(omit_empty)]
    pub search_enabled: Option<bool>,
    /// Connections to try.
    #[wire(default)]
    pub connections: Vec<Connection>,
}

impl Root for Vec<Resource> {
    const ROOT: &'static str = "resources";
}

/// The response with the details of a server at plex.tv.
#[model]
pub struct ServerDetails {
    /// Friendly name of the responding service: `myPlex`.
    pub friendly_name: Option<Text>,
    /// Machine identifier of plex.tv.
    pub machine_identifier: Option<MachineIdentifier>,
    /// The server. If plex.tv sends a list, this is the first entry.
    #[wire(name = "Server")]
    pub server: PlexTvServer,
}

/// A server and its library sections, as plex.tv describes it to its owner.
#[model]
pub struct PlexTvServer {
    /// Friendly name of the server.
    pub name: Text,
    /// Public IP address or host name.
    pub address: Option<Text>,
    /// Public port, 1 to 65535.
    pub port: Option<u16>,
    /// Version of the server, such as `1.43.2.10687-563d026ea`.
    pub version: Option<Text>,
    /// URL scheme: `http` or `https`.
    pub scheme: Option<Text>,
    /// Public IP address or host name, repeated.
    pub host: Option<Text>,
    /// Comma-separated IP addresses in the server's own network.
    pub local_addresses: Option<Text>,
    /// Machine identifier of the server.
    pub machine_identifier: MachineIdentifier,
    /// When the server was claimed.
    pub created_at: Option<Timestamp>,
    /// When the server last reported to plex.tv.
    pub updated_at: Option<Timestamp>,
    /// Whether the account owns the server.
    pub owned: Option<bool>,
    /// Whether the server exists for synced (offline) content.
    pub synced: Option<bool>,
    /// Library sections of the server.
    #[wire(name = "Section")]
    pub sections: Vec<SharedSection>,
}

/// A server and its library sections, as the v2 API of plex.tv describes it.
#[model]
pub struct PlexTvServerInfo {
    /// Friendly name of the server.
    pub name: Text,
    /// Public IP address or host name.
    pub address: Text,
    /// Public port, 1 to 65535.
    pub port: u16,
    /// Version of the server, such as `1.43.2.10687-563d026ea`.
    pub version: Text,
    /// URL scheme: `http` or `https`.
    pub scheme: Text,
    /// Whether the server exists for synced (offline) content.
    pub synced: bool,
    /// Whether the account owns the server.
    pub owned: bool,
    /// Comma-separated IP addresses in the server's own network.
    pub local_addresses: Text,
    /// Machine identifier of the server.
    pub machine_identifier: MachineIdentifier,
    /// When the server was claimed.
    pub created_at: Option<Timestamp>,
    /// When the server last reported to plex.tv.
    pub updated_at: Option<Timestamp>,
    /// Library sections of the server.
    pub library_sections: Vec<PlexTvSection>,
}

impl Root for PlexTvServerInfo {
    const ROOT: &'static str = "server";
}

/// The server that belongs to a user.
#[model]
pub struct UserServer {
    /// Friendly name of the server.
    pub name: Text,
    /// Machine identifier of the server.
    pub client_identifier: ClientIdentifier,
    /// The user's token for the server.
    pub access_token: Option<ServerToken>,
    /// Connections to try.
    #[wire(name = "Connection")]
    pub connections: Vec<Connection>,
}

impl Root for UserServer {
    const ROOT: &'static str = "server";
}

/// A token that a server must accept.
#[model]
pub struct ServerAccessToken {
    /// The token.
    pub token: Option<ServerToken>,
    /// Type of the token, such as `server`.
    #[wire(name = "type")]
    pub kind: Option<Text>,
    /// Name of the device.
    pub device: Option<Text>,
    /// Name of the user.
    pub title: Option<Text>,
    /// Whether the token belongs to the owner.
    pub owned: Option<bool>,
    /// Whether the user may download items.
    pub allow_sync: Option<bool>,
    /// When the token was issued.
    pub created_at: Option<Timestamp>,
}

impl Root for Vec<ServerAccessToken> {
    const ROOT: &'static str = "accessTokens";
}

/// The features available to the users of a server.
#[model]
pub struct UserFeatures {
    /// The features.
    pub features: Vec<FeatureFlag>,
}

impl Root for UserFeatures {
    const ROOT: &'static str = "userFeatures";
}
