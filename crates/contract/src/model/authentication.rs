//! What the authentication operations of a server answer.

use crate::ids::ClientIdentifier;
use crate::text::Text;
use crate::token::TransientToken;
use plex_sdk_derive::model;

/// A transient token minted by a server.
#[model(required)]
pub struct MintedToken {
    /// The transient token. It has the access level of the token that it was minted with. It is valid for at most 48
    /// hours and expires when the server restarts.
    pub token: TransientToken,
}

/// The connection details of a source.
#[model(required)]
pub struct SourceConnectionInformation {
    /// The source. If the server sends a list, this is the first entry.
    #[wire(name = "Device")]
    pub device: SourceDevice,
}

/// A source, such as a server, with a token to access it.
#[model(required)]
pub struct SourceDevice {
    /// Name of the source.
    pub name: Option<Text>,
    /// Client identifier of the source. For a server, its machine identifier.
    pub client_identifier: ClientIdentifier,
    /// Transient token for the source.
    pub access_token: TransientToken,
    /// Connections to try.
    #[wire(name = "Connection", default)]
    pub connections: Vec<Connection>,
}

/// A network address of a server or other source.
#[model]
pub struct Connection {
    /// Protocol: `http` or `https`.
    pub protocol: Text,
    /// IP address or host name.
    pub address: Text,
    /// Port, 1 to 65535.
    pub port: u16,
    /// URI to connect to. Its host name differs from `address` if the certificate requires it.
    pub uri: Text,
    /// Whether the address is in the server's own network.
    pub local: bool,
    /// Whether the connection goes through Plex's relay. It is slow and should be the last resort.
    pub relay: Option<bool>,
    /// Whether the address is an IPv6 address. Only from plex.tv.
    #[wire(name = "IPv6")]
    pub ipv6: Option<bool>,
}
