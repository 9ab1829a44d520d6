//! By which addresses a server says it can be reached, and addresses that lead nowhere.

use crate::builder::StartError;
use crate::tls::plex_direct_url;
use plex_sdk_contract::model::Connection;
use std::net::{Ipv4Addr, SocketAddr};
use tokio::net::TcpSocket;

/// From where an address is said to be reached, in the order plex.tv lists them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Reach {
    Local,
    Remote,
    Relay,
}

/// An address of the main server beside its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Extra {
    Dead,
    Blackholed,
    /// The server itself, at one more port.
    Server(Reach),
}

/// Sockets that keep addresses from being used by anyone who would answer.
#[derive(Default)]
pub(crate) struct Decoys {
    /// Bound, but not listening: whoever connects is refused.
    dead: Vec<TcpSocket>,
    /// Listening, but nobody takes the connections.
    blackholes: Vec<std::net::TcpListener>,
}

impl Decoys {
    pub(crate) fn dead(&mut self) -> Result<SocketAddr, StartError> {
        // Not every system has more of this network than its first address.
        let elsewhere = SocketAddr::from((Ipv4Addr::new(127, 0, 0, 2), 0));
        let here = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
        let bind = |address| {
            let socket = TcpSocket::new_v4()?;
            socket.bind(address)?;
            let bound = socket.local_addr()?;
            Ok((socket, bound))
        };
        let (socket, bound) =
            bind(elsewhere)
                .or_else(|_| bind(here))
                .map_err(|source| StartError::Listen {
                    address: here,
                    source,
                })?;
        self.dead.push(socket);
        Ok(bound)
    }

    pub(crate) fn blackhole(&mut self) -> Result<SocketAddr, StartError> {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
        let failed = |source| StartError::Listen { address, source };
        let listener = std::net::TcpListener::bind(address).map_err(failed)?;
        let bound = listener.local_addr().map_err(failed)?;
        self.blackholes.push(listener);
        Ok(bound)
    }
}

/// The connections to list: local before remote before relay, and for each address HTTPS before HTTP.
pub(crate) fn list(
    addresses: &[(SocketAddr, Reach)],
    certificate_id: Option<&str>,
    https_required: bool,
) -> Vec<Connection> {
    let mut addresses = addresses.to_vec();
    addresses.sort_by_key(|(_, reach)| *reach);
    let mut listed = Vec::new();
    for (address, reach) in addresses {
        let connection = |protocol: &str, uri: String| Connection {
            protocol: protocol.into(),
            address: address.ip().to_string().into(),
            port: address.port(),
            uri: uri.into(),
            local: reach == Reach::Local,
            relay: Some(reach == Reach::Relay),
            ipv6: Some(address.is_ipv6()),
        };
        if let Some(id) = certificate_id {
            listed.push(connection("https", plex_direct_url(address, id)));
        }
        // A relay has no other way where there is a certificate.
        let plain = !https_required && reach != Reach::Relay;
        if plain || certificate_id.is_none() {
            listed.push(connection("http", format!("http://{address}")));
        }
    }
    listed
}
