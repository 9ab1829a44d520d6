//! [`Gdm`]: servers and players that answer a call on the local network.

use super::attempt::Expected;
use super::candidate::{Candidate, CandidateSource};
use super::report::one_line;
use super::{Kind, Target};
use crate::clock::deadline;
use plex_sdk_contract::ids::{ClientIdentifier, MachineIdentifier};
use std::collections::HashSet;
use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::time::Duration;
use tokio::net::UdpSocket;
use tokio::time::{Instant, timeout_at};

/// Where servers listen for the call: a multicast group.
pub const MULTICAST: SocketAddr = SocketAddr::new(IpAddr::V4(Ipv4Addr::new(239, 0, 0, 250)), 32414);
/// The same by broadcast, for networks that carry no multicast.
pub const BROADCAST: SocketAddr = SocketAddr::new(IpAddr::V4(Ipv4Addr::BROADCAST), 32414);

/// Where players listen for the call: a multicast group.
pub const PLAYERS_MULTICAST: SocketAddr =
    SocketAddr::new(IpAddr::V4(Ipv4Addr::new(239, 0, 0, 250)), 32412);
/// The same by broadcast.
pub const PLAYERS_BROADCAST: SocketAddr = SocketAddr::new(IpAddr::V4(Ipv4Addr::BROADCAST), 32412);

const QUESTION: &[u8] = b"M-SEARCH * HTTP/1.1\r\n\r\n";
/// After so many failed reads it is over.
const MAX_ERRORS: usize = 16;
/// No answer is longer.
const MAX_ANSWER: usize = 4096;

/// A call to the servers, or to the players, on the local network.
///
/// Anyone there can answer, so an answer is a hint and no more: connecting checks who is at the address.
#[derive(Clone, Debug)]
#[must_use]
pub struct Gdm {
    targets: Vec<SocketAddr>,
    time: Duration,
    most: usize,
}

impl Default for Gdm {
    /// Asks by multicast and broadcast, for two seconds, for at most 32 servers.
    fn default() -> Self {
        Self {
            targets: vec![MULTICAST, BROADCAST],
            time: Duration::from_secs(2),
            most: 32,
        }
    }
}

impl Gdm {
    /// A call to players: it asks where these listen, for two seconds, for at most 32.
    pub fn for_players() -> Self {
        Self::default().targets([PLAYERS_MULTICAST, PLAYERS_BROADCAST])
    }

    /// Asks at these addresses instead.
    pub fn targets(mut self, targets: impl IntoIterator<Item = SocketAddr>) -> Self {
        self.targets = targets.into_iter().collect();
        self
    }

    /// How long to wait for answers.
    pub fn time(mut self, time: Duration) -> Self {
        self.time = time;
        self
    }

    /// The most servers to wait for; with as many it is over.
    pub fn most(mut self, most: usize) -> Self {
        self.most = most;
        self
    }

    /// Asks, and gives the servers in the order they answered, each once. An error means that nobody could be asked.
    pub async fn search(&self) -> io::Result<Vec<GdmServer>> {
        let key = |server: &GdmServer| {
            let id = server.machine_identifier.as_str().to_owned();
            (id, SocketAddr::new(server.address, server.port))
        };
        self.ask(parse, key).await
    }

    /// Asks, and gives the players in the order they answered, each once; see [`for_players`](Self::for_players). An error
    /// means that nobody could be asked.
    pub async fn search_players(&self) -> io::Result<Vec<GdmPlayer>> {
        let key = |player: &GdmPlayer| {
            let id = player.client_identifier.as_str().to_owned();
            (id, SocketAddr::new(player.address, player.port))
        };
        self.ask(parse_player, key).await
    }

    async fn ask<T>(
        &self,
        read: fn(&[u8], IpAddr) -> Option<T>,
        key: impl Fn(&T) -> (String, SocketAddr),
    ) -> io::Result<Vec<T>> {
        let until = deadline(Instant::now(), self.time);
        let v6 = self.targets.iter().all(SocketAddr::is_ipv6) && !self.targets.is_empty();
        let any: IpAddr = if v6 {
            Ipv6Addr::UNSPECIFIED.into()
        } else {
            Ipv4Addr::UNSPECIFIED.into()
        };
        let socket = UdpSocket::bind((any, 0)).await?;
        if !v6 {
            socket.set_broadcast(true)?;
        }
        let mut asked = false;
        let mut failure = None;
        for target in &self.targets {
            match socket.send_to(QUESTION, target).await {
                Ok(_) => asked = true,
                Err(error) => failure = Some(error),
            }
        }
        match failure {
            Some(error) if !asked => return Err(error),
            _ => {}
        }
        let mut found = Vec::new();
        let mut seen = HashSet::new();
        let mut answer = [0; MAX_ANSWER];
        let mut errors = 0;
        // A flood of answers is always ready to be read, so the time is looked at as well.
        while asked && found.len() < self.most && Instant::now() < until && errors < MAX_ERRORS {
            let Ok(received) = timeout_at(until, socket.recv_from(&mut answer)).await else {
                break;
            };
            // On some systems a target that is closed shows as an error of the next read.
            let Ok((length, from)) = received else {
                errors += 1;
                continue;
            };
            let one = answer.get(..length);
            let Some(one) = one.and_then(|bytes| read(bytes, from.ip())) else {
                continue;
            };
            if seen.insert(key(&one)) {
                found.push(one);
            }
        }
        Ok(found)
    }
}

/// A server that answered on the local network.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct GdmServer {
    /// The address that the answer came from.
    pub address: IpAddr,
    /// The port to connect to.
    pub port: u16,
    /// Its identifier, as it says.
    pub machine_identifier: MachineIdentifier,
    /// Its name, as it says.
    pub name: String,
    /// Its version, as it says.
    pub version: Option<String>,
}

impl From<&GdmServer> for Target {
    /// The server at its address, over plain HTTP and without a token; give one with [`Target::token`].
    fn from(server: &GdmServer) -> Self {
        let address = SocketAddr::new(server.address, server.port);
        let candidate = Candidate {
            uri: format!("http://{address}"),
            kind: Kind::Local,
            secure: false,
            ipv6: server.address.is_ipv6(),
            source: CandidateSource::Gdm,
            unlikely: false,
        };
        Self {
            name: server.name.clone(),
            expected: Expected::Server(server.machine_identifier.clone()),
            token: None,
            candidates: vec![candidate],
        }
    }
}

/// A player that answered on the local network.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct GdmPlayer {
    /// The address that the answer came from.
    pub address: IpAddr,
    /// The port to connect to.
    pub port: u16,
    /// Its identifier, as it says.
    pub client_identifier: ClientIdentifier,
    /// Its name, as it says.
    pub name: String,
    /// Its app, as it says.
    pub product: Option<String>,
    /// The version of its app, as it says.
    pub version: Option<String>,
    /// Comma list of what it takes, such as `timeline,playback,navigation`, as it says.
    pub protocol_capabilities: Option<String>,
}

/// Reads an answer that came from this address; `None` where it is not a server's.
pub fn parse(answer: &[u8], from: IpAddr) -> Option<GdmServer> {
    let said = Said::read(answer, "plex/media-server")?;
    Some(GdmServer {
        address: from,
        port: said.port,
        machine_identifier: said.id.into(),
        name: said.name,
        version: said.version,
    })
}

/// Reads an answer that came from this address; `None` where it is not a player's.
pub fn parse_player(answer: &[u8], from: IpAddr) -> Option<GdmPlayer> {
    let said = Said::read(answer, "plex/media-player")?;
    Some(GdmPlayer {
        address: from,
        port: said.port,
        client_identifier: said.id.into(),
        name: said.name,
        product: said.product,
        version: said.version,
        protocol_capabilities: said.capabilities,
    })
}

/// What an answer says.
struct Said {
    id: String,
    name: String,
    port: u16,
    version: Option<String>,
    product: Option<String>,
    capabilities: Option<String>,
}

impl Said {
    /// Reads an answer; `None` where it is none, or from something else than `wanted`.
    fn read(answer: &[u8], wanted: &str) -> Option<Self> {
        let answer = String::from_utf8_lossy(answer.get(..MAX_ANSWER).unwrap_or(answer));
        let mut lines = answer.lines();
        let mut status = lines.next()?.split_ascii_whitespace();
        if !status.next()?.starts_with("HTTP/1.") || status.next()? != "200" {
            return None;
        }
        let (mut id, mut name, mut port, mut version) = (None, None, None, None);
        let (mut product, mut capabilities) = (None, None);
        for line in lines {
            let Some((key, value)) = line.split_once(':') else {
                continue;
            };
            let value = value.trim();
            // What comes first counts.
            let slot = match key.trim().to_ascii_lowercase().as_str() {
                "resource-identifier" => &mut id,
                "name" => &mut name,
                "port" => &mut port,
                "version" => &mut version,
                "product" => &mut product,
                "protocol-capabilities" => &mut capabilities,
                "content-type" if value != wanted => return None,
                _ => continue,
            };
            slot.get_or_insert(value);
        }
        let id = id.filter(|id| {
            (1..=128).contains(&id.len())
                && id
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        })?;
        let port = port?.parse::<u16>().ok().filter(|port| *port != 0)?;
        Some(Self {
            id: id.to_owned(),
            port,
            name: one_line(name.unwrap_or_default()),
            version: version.map(one_line),
            product: product.map(one_line),
            capabilities: capabilities.map(one_line),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FROM: IpAddr = IpAddr::V4(Ipv4Addr::new(10, 0, 0, 7));

    #[test]
    fn an_answer_is_read() {
        let answer = "HTTP/1.0 200 OK\r\nContent-Type: plex/media-server\r\nHost: x.plex.direct\r\n\
             Name: Dachböden\r\nPort: 32400\r\nresource-identifier:  abc123\r\nUpdated-At: 1\r\nVersion: 1.43.2\r\n\r\n";
        let server = parse(answer.as_bytes(), FROM).unwrap();
        assert_eq!(server.address, FROM);
        assert_eq!((server.port, &*server.name), (32400, "Dachböden"));
        assert_eq!(server.machine_identifier, "abc123");
        assert_eq!(server.version.as_deref(), Some("1.43.2"));
        let target = Target::from(&server);
        assert_eq!(target.candidates()[0].uri, "http://10.0.0.7:32400");
    }

    #[test]
    fn a_players_answer_is_read_and_is_no_servers() {
        let answer = b"HTTP/1.0 200 OK\r\nContent-Type: plex/media-player\r\nName: TV\r\nPort: 32500\r\n\
            Product: Plex for TV\r\nProtocol-Capabilities: timeline,playback\r\nResource-Identifier: tv-1\r\n\r\n";
        let player = parse_player(answer, FROM).unwrap();
        assert_eq!((player.port, &*player.name), (32500, "TV"));
        assert_eq!(player.client_identifier, "tv-1");
        assert_eq!(player.product.as_deref(), Some("Plex for TV"));
        assert_eq!(
            player.protocol_capabilities.as_deref(),
            Some("timeline,playback")
        );
        assert_eq!(parse(answer, FROM), None);
        let server = "HTTP/1.0 200 OK\r\nContent-Type: plex/media-server\r\nPort: 1\r\nResource-Identifier: a\r\n";
        assert_eq!(parse_player(server.as_bytes(), FROM), None);
    }

    #[test]
    fn what_is_no_answer_of_a_server() {
        let head = "HTTP/1.0 200 OK\r\n";
        for text in [
            String::new(),
            "\r\n".into(),
            "M-SEARCH * HTTP/1.1\r\n\r\n".into(),
            "HTTP/1.0 404 Not Found\r\nPort: 1\r\nResource-Identifier: a\r\n".into(),
            format!("{head}Resource-Identifier: a\r\n"),
            format!("{head}Port: 32400\r\n"),
            format!("{head}Port: 0\r\nResource-Identifier: a\r\n"),
            format!("{head}Port: 70000\r\nResource-Identifier: a\r\n"),
            format!("{head}Port: -1\r\nResource-Identifier: a\r\n"),
            format!("{head}Port: 1\r\nResource-Identifier: \r\n"),
            format!("{head}Port: 1\r\nResource-Identifier: a/../b\r\n"),
            format!(
                "{head}Port: 1\r\nResource-Identifier: {}\r\n",
                "a".repeat(129)
            ),
            format!(
                "{head}Content-Type: plex/media-player\r\nPort: 1\r\nResource-Identifier: a\r\n"
            ),
        ] {
            assert_eq!(parse(text.as_bytes(), FROM), None, "{text:?}");
        }
    }

    #[test]
    fn hostile_answers_are_bounded_and_harmless() {
        let name = "x".repeat(3000);
        let text = format!(
            "HTTP/1.0 200 OK\nName: \u{1b}[2J{name}\nPort: 1\nPort: 2\nResource-Identifier: a"
        );
        let server = parse(text.as_bytes(), FROM).unwrap();
        assert!(server.name.chars().count() <= 160 && !server.name.contains('\u{1b}'));
        assert_eq!(server.port, 1);
        // Every cut, and every byte replaced.
        let whole =
            b"HTTP/1.0 200 OK\r\nName: a\r\nPort: 32400\r\nResource-Identifier: abc\r\n\r\n";
        for length in 0..whole.len() {
            let _ = parse(&whole[..length], FROM);
            for byte in [0, b':', b'\r', 0xff] {
                let mut changed = whole.to_vec();
                changed[length] = byte;
                let _ = parse(&changed, FROM);
            }
        }
        assert_eq!(parse(&vec![0xff; 100_000], FROM), None);
    }
}
