//! Players that were found: by a server, on the local network.

use super::{Player, PlayerBuilder};
use crate::connect::gdm::GdmPlayer;
use plex_sdk_contract::model::Neighbour;
use std::net::{IpAddr, SocketAddr};

/// Where players listen that name no port.
const PORT: u16 = 32_433;

impl From<&GdmPlayer> for PlayerBuilder {
    /// The player at its address, over plain HTTP and without a token.
    fn from(found: &GdmPlayer) -> Self {
        let address = SocketAddr::new(found.address, found.port);
        Player::builder()
            .url(format!("http://{address}"))
            .target_client_identifier(found.client_identifier.clone())
    }
}

impl From<&Neighbour> for PlayerBuilder {
    /// A player from a server's list of clients, at its address over plain HTTP and without a token. One without an
    /// address has no URL: the builder's `build` says so, and the server's own `player` reaches it all the same.
    fn from(found: &Neighbour) -> Self {
        let mut builder = Player::builder();
        if let Some(id) = &found.machine_identifier {
            builder = builder.target_client_identifier(id.as_str());
        }
        let Some(host) = found.address.as_deref().or(found.host.as_deref()) else {
            return builder;
        };
        let port = found.port.and_then(|port| u16::try_from(port).ok());
        let port = port.filter(|port| *port != 0).unwrap_or(PORT);
        builder.url(match host.parse::<IpAddr>() {
            Ok(address) => format!("http://{}", SocketAddr::new(address, port)),
            Err(_) => format!("http://{host}:{port}"),
        })
    }
}
