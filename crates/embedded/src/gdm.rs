//! [`Responder`]: answers to those who look for servers on the local network.

use crate::builder::StartError;
use crate::world::World;
use socket2::{Domain, Protocol, Socket, Type};
use std::io;
use std::net::{Ipv4Addr, SocketAddr, SocketAddrV4};
use std::sync::Arc;
use tokio::net::UdpSocket;
use tokio::task::JoinHandle;

/// Where the call goes.
const GROUP: Ipv4Addr = Ipv4Addr::new(239, 0, 0, 250);
const PORT: u16 = 32414;
/// What the call begins with.
const CALL: &[u8] = b"M-SEARCH ";

/// Answers calls until it is dropped.
pub(crate) struct Responder(JoinHandle<()>);

impl Responder {
    pub(crate) fn open(world: &Arc<World>) -> Result<Self, StartError> {
        let address = SocketAddrV4::new(Ipv4Addr::UNSPECIFIED, PORT);
        let socket = socket(address).map_err(|source| StartError::Listen {
            address: SocketAddr::V4(address),
            source,
        })?;
        Ok(Self(tokio::spawn(respond(world.clone(), socket))))
    }
}

impl Drop for Responder {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// A socket in the group, at a port that a real server of this computer may share.
fn socket(address: SocketAddrV4) -> io::Result<UdpSocket> {
    let socket = Socket::new(Domain::IPV4, Type::DGRAM, Some(Protocol::UDP))?;
    socket.set_reuse_address(true)?;
    socket.bind(&address.into())?;
    // On the network that leads out, and within the computer; one of them may be missing.
    let out = socket.join_multicast_v4(&GROUP, &Ipv4Addr::UNSPECIFIED);
    let within = socket.join_multicast_v4(&GROUP, &Ipv4Addr::LOCALHOST);
    out.or(within)?;
    socket.set_nonblocking(true)?;
    UdpSocket::from_std(socket.into())
}

async fn respond(world: Arc<World>, socket: UdpSocket) {
    let mut call = [0; 1024];
    loop {
        let (length, from) = match socket.recv_from(&mut call).await {
            Ok(received) => received,
            Err(error) => {
                // On some systems a caller that is gone shows as an error of the next read.
                tracing::debug!(%error, "a call on the local network was not read");
                tokio::task::yield_now().await;
                continue;
            }
        };
        if !call
            .get(..length)
            .is_some_and(|call| call.starts_with(CALL))
        {
            continue;
        }
        for server in &world.servers {
            let answer = format!(
                "HTTP/1.0 200 OK\r\nContent-Type: plex/media-server\r\nName: {}\r\nPort: {}\r\n\
                 Resource-Identifier: {}\r\nUpdated-At: {}\r\nVersion: {}\r\n\r\n",
                server.name,
                server.address.socket.port(),
                server.machine_identifier,
                world.started.as_secs(),
                world.version,
            );
            if let Err(error) = socket.send_to(answer.as_bytes(), from).await {
                tracing::debug!(%error, "a caller on the local network got no answer");
            }
        }
    }
}
