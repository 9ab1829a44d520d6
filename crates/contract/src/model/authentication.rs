//! What the authentication operations of a server answer.

use crate::ids::ClientIdentifier;
use crate::text::Text;
use crate::token::TransientToken;
use plex_sdk_derive::model;

/// A token that a server minted.
#[model(required)]
pub struct MintedToken {
    /// The token: the level of the one it was minted with, valid for at most 48 hours, gone when the server restarts.
    pub token: TransientToken,
}

/// How to reach a source.
#[model(required)]
pub struct SourceConnectionInformation {
    /// The source. Servers send one; of a list, the first is taken.
    #[wire(name = "Device")]
    pub device: SourceDevice,
}

/// A source with a token for it.
#[model(required)]
pub struct SourceDevice {
    /// The source's name, as a person knows it.
    pub name: Option<Text>,
    /// The source's identifier: of a server, its machine identifier.
    pub client_identifier: ClientIdentifier,
    /// A transient token for the source.
    pub access_token: TransientToken,
    /// The addresses it may be reached at, to be tried.
    #[wire(name = "Connection", default)]
    pub connections: Vec<Connection>,
}

/// One address of a server or provider.
#[model]
pub struct Connection {
    /// `http` or `https`.
    pub protocol: Text,
    /// The IP address or host name.
    pub address: Text,
    /// The port, 1 to 65535.
    pub port: u16,
    /// The URL to use; its host name differs from `address` where a certificate needs it.
    pub uri: Text,
    /// True for an address inside the network of the server.
    pub local: bool,
    /// True where the bytes go through Plex's relay: the last resort, slow.
    pub relay: Option<bool>,
    /// True for an IPv6 address; told by plex.tv only.
    #[wire(name = "IPv6")]
    pub ipv6: Option<bool>,
}
