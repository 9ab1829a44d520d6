//! [`Candidate`]: an address that a server may be reached at, and the order in which they are tried.

use crate::base_url::BaseUrl;
use crate::build_error::BuildError;
use crate::transport::plex_direct;
use plex_sdk_contract::model::{Connection, Resource, SourceDevice};
use std::collections::HashSet;
use std::fmt;
use std::net::IpAddr;
use url::{Host, Url};

/// Where an address lies, the best place first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Inside the server's own network.
    Local,
    /// Reached over the internet.
    Remote,
    /// Through Plex's relay: slow, and the last resort.
    Relay,
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Local => "local",
            Self::Remote => "remote",
            Self::Relay => "relay",
        })
    }
}

/// Who named an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CandidateSource {
    /// plex.tv, in its list of resources.
    PlexTv,
    /// A server that was asked about another one.
    Server,
    /// The caller.
    Manual,
    /// The server itself, on the local network.
    Gdm,
    /// An earlier connection went there.
    Known,
    /// Nobody: plain HTTP to the address that a local `plex.direct` name stands for.
    PlainFallback,
}

impl fmt::Display for CandidateSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::PlexTv => "plex.tv",
            Self::Server => "server",
            Self::Manual => "manual",
            Self::Gdm => "local network",
            Self::Known => "known",
            Self::PlainFallback => "fallback",
        })
    }
}

/// An address that a server may be reached at.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Candidate {
    /// The URL: protocol, host, and port where one is given.
    pub uri: String,
    /// Where it lies.
    pub kind: Kind,
    /// Whether it is spoken to over TLS.
    pub secure: bool,
    /// Whether it is an IPv6 address.
    pub ipv6: bool,
    /// Who named it.
    pub source: CandidateSource,
    /// Whether it lies in a network that the caller is most likely not in: tried when all else was.
    pub unlikely: bool,
}

impl Candidate {
    /// An address that a person typed, or a file kept.
    pub fn manual(url: &str) -> Result<Self, BuildError> {
        let base = BaseUrl::parse(url)?;
        let parsed = Url::parse(base.as_str()).ok();
        let address = parsed.as_ref().and_then(address_of);
        let name = parsed.as_ref().and_then(Url::host_str).unwrap_or_default();
        let local = match address {
            Some(address) => is_private(address),
            // Names of one word, and of the network's own zone.
            None => name
                .rsplit_once('.')
                .is_none_or(|(_, zone)| zone == "local"),
        };
        let kind = if local { Kind::Local } else { Kind::Remote };
        Ok(Self::new(&base, kind, address, CandidateSource::Manual))
    }

    fn new(base: &BaseUrl, kind: Kind, address: Option<IpAddr>, source: CandidateSource) -> Self {
        Self {
            uri: base.as_str().to_owned(),
            kind,
            secure: base.as_str().starts_with("https:"),
            ipv6: address.is_some_and(|address| address.is_ipv6()),
            source,
            unlikely: false,
        }
    }

    /// The same address under another origin.
    pub(crate) fn named_by(mut self, source: CandidateSource) -> Self {
        self.source = source;
        self
    }

    /// How much it is preferred, the least number first; addresses of one kind are equals.
    pub(crate) fn rank(&self) -> u8 {
        let flags = [self.unlikely, !self.secure, self.ipv6].map(u8::from);
        flags[0] << 4 | (self.kind as u8) << 2 | flags[1] << 1 | flags[2]
    }

    /// Which addresses start together: plain HTTP within a place waits as TLS one place further away does.
    pub(crate) fn wave(&self) -> u8 {
        if self.unlikely {
            return u8::MAX;
        }
        self.kind as u8 + u8::from(!self.secure)
    }
}

/// The addresses of a resource, in the order to try them.
pub fn of_resource(resource: &Resource) -> Vec<Candidate> {
    // A server of others names addresses of their network, where a stranger may answer in ours.
    let elsewhere = !resource.owned && !resource.public_address_matches;
    let found = resource
        .connections
        .iter()
        .flat_map(|connection| {
            of_connection(
                connection,
                CandidateSource::PlexTv,
                !resource.https_required,
            )
        })
        .filter(|candidate| candidate.secure || !resource.https_required)
        .map(|mut candidate| {
            candidate.unlikely = elsewhere && candidate.kind == Kind::Local;
            candidate
        });
    ordered(found)
}

/// The addresses of a source, in the order to try them.
pub fn of_source(device: &SourceDevice) -> Vec<Candidate> {
    let connections = device.connections.iter();
    ordered(
        connections
            .flat_map(|connection| of_connection(connection, CandidateSource::Server, false)),
    )
}

/// Puts addresses in the order to try them, each once: local before remote before relay, TLS before plain HTTP, IPv4
/// before IPv6, and what is unlikely to work last.
pub fn ordered(candidates: impl IntoIterator<Item = Candidate>) -> Vec<Candidate> {
    let mut all: Vec<_> = candidates.into_iter().collect();
    all.sort_by_key(Candidate::rank);
    let mut seen = HashSet::new();
    all.retain(|candidate| seen.insert(candidate.uri.clone()));
    all
}

/// The addresses of one connection: its URL, and plain HTTP behind a local name of `plex.direct` where allowed.
fn of_connection(connection: &Connection, source: CandidateSource, plain: bool) -> Vec<Candidate> {
    let base = if connection.uri.is_empty() {
        BaseUrl::of_parts(&connection.protocol, &connection.address, connection.port)
    } else {
        BaseUrl::parse(&connection.uri)
    };
    let base = match base {
        Ok(base) => base,
        Err(error) => {
            tracing::debug!(%error, "a connection without a usable URL was left out");
            return Vec::new();
        }
    };
    let kind = match (connection.relay, connection.local) {
        (Some(true), _) => Kind::Relay,
        (_, true) => Kind::Local,
        (_, false) => Kind::Remote,
    };
    let url = Url::parse(base.as_str()).ok();
    let address = url
        .as_ref()
        .and_then(address_of)
        .or_else(|| connection.address.parse().ok());
    let mut candidate = Candidate::new(&base, kind, address, source);
    candidate.ipv6 |= connection.ipv6 == Some(true);
    let mut found = vec![candidate];
    let direct = url
        .as_ref()
        .and_then(|url| plex_direct::parse_host(url.host_str()?));
    if let (true, Kind::Local, Some(address), Some(port)) =
        (plain, kind, direct, url.as_ref().and_then(Url::port))
        && found[0].secure
    {
        let text = format!("http://{}", std::net::SocketAddr::new(address, port));
        if let Ok(base) = BaseUrl::parse(&text) {
            let fallback =
                Candidate::new(&base, kind, Some(address), CandidateSource::PlainFallback);
            found.push(fallback);
        }
    }
    found
}

/// The address of a URL whose host is one, or stands for one.
fn address_of(url: &Url) -> Option<IpAddr> {
    match url.host()? {
        Host::Ipv4(address) => Some(address.into()),
        Host::Ipv6(address) => Some(address.into()),
        Host::Domain(name) => plex_direct::parse_host(name),
    }
}

/// True for an address that the internet does not route.
fn is_private(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => {
            address.is_private() || address.is_loopback() || address.is_link_local()
        }
        IpAddr::V6(address) => match address.to_ipv4_mapped() {
            Some(mapped) => is_private(mapped.into()),
            None => {
                address.is_loopback()
                    || address.is_unique_local()
                    || address.is_unicast_link_local()
            }
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DIRECT: &str = "0123456789abcdef0123456789abcdef.plex.direct";

    fn connection(uri: &str, local: bool, relay: bool) -> Connection {
        Connection {
            uri: uri.into(),
            local,
            relay: Some(relay),
            ..Connection::default()
        }
    }

    fn uris(candidates: &[Candidate]) -> Vec<&str> {
        candidates.iter().map(|c| &*c.uri).collect()
    }

    fn resource(connections: Vec<Connection>) -> Resource {
        Resource {
            owned: true,
            connections,
            ..Resource::default()
        }
    }

    #[test]
    fn the_order_is_place_then_tls_then_ip_version() {
        let given = [
            ("https://relay.test:8443", false, true),
            ("http://1.1.1.1:32400", false, false),
            ("https://[2001:db8::1]:32400", false, false),
            ("https://1.1.1.1:32400", false, false),
            ("http://[fd00::1]:32400", true, false),
            ("http://10.0.0.1:32400", true, false),
            ("https://[fd00::1]:32400/", true, false),
            ("https://10.0.0.1:32400", true, false),
            ("https://10.0.0.1:32400/", true, false),
        ];
        let connections = given.map(|(uri, local, relay)| connection(uri, local, relay));
        let found = of_resource(&resource(connections.to_vec()));
        let expected = [
            "https://10.0.0.1:32400",
            "https://[fd00::1]:32400",
            "http://10.0.0.1:32400",
            "http://[fd00::1]:32400",
            "https://1.1.1.1:32400",
            "https://[2001:db8::1]:32400",
            "http://1.1.1.1:32400",
            "https://relay.test:8443",
        ];
        assert_eq!(uris(&found), expected);
        let waves: Vec<_> = found.iter().map(Candidate::wave).collect();
        assert_eq!(waves, [0, 0, 1, 1, 1, 1, 2, 2]);
        assert!(waves.is_sorted());
    }

    #[test]
    fn a_connection_without_a_url_needs_a_bare_host() {
        let found = |address: &str| {
            of_resource(&resource(vec![Connection {
                protocol: "http".into(),
                address: address.into(),
                port: 32400,
                ..Connection::default()
            }]))
        };
        assert_eq!(uris(&found("10.0.0.1")), ["http://10.0.0.1:32400"]);
        assert_eq!(uris(&found("fd00::1")), ["http://[fd00::1]:32400"]);
        for address in ["", "host/", "host:80", "u@host", "host?a=b"] {
            assert_eq!(uris(&found(address)), [""; 0], "{address}");
        }
    }

    #[test]
    fn plain_http_behind_a_local_name_only_where_allowed() {
        let local = format!("https://10-0-0-1.{DIRECT}:32400");
        let remote = format!("https://1-1-1-1.{DIRECT}:32400");
        let mut server = resource(vec![
            connection(&local, true, false),
            connection(&remote, false, false),
        ]);
        let found = of_resource(&server);
        assert_eq!(uris(&found), [&*local, "http://10.0.0.1:32400", &*remote]);
        assert_eq!(found[1].source, CandidateSource::PlainFallback);
        server.https_required = true;
        assert_eq!(uris(&of_resource(&server)), [&*local, &*remote]);
        server
            .connections
            .push(connection("http://10.0.0.1:32400", true, false));
        assert_eq!(uris(&of_resource(&server)), [&*local, &*remote]);
    }

    #[test]
    fn local_addresses_of_a_network_elsewhere_come_last() {
        let mut server = resource(vec![
            connection("http://10.0.0.1:32400", true, false),
            connection("http://1.1.1.1:32400", false, false),
            connection("https://relay.test", false, true),
        ]);
        server.owned = false;
        let last = [
            "http://1.1.1.1:32400",
            "https://relay.test",
            "http://10.0.0.1:32400",
        ];
        assert_eq!(uris(&of_resource(&server)), last);
        assert!(of_resource(&server)[2].unlikely);
        for (owned, matches) in [(true, false), (false, true), (true, true)] {
            server.owned = owned;
            server.public_address_matches = matches;
            assert_eq!(of_resource(&server)[0].uri, "http://10.0.0.1:32400");
        }
    }

    #[test]
    fn connections_without_a_url_are_put_together_and_unusable_ones_left_out() {
        let part = |protocol: &str, address: &str| Connection {
            protocol: protocol.into(),
            address: address.into(),
            port: 32400,
            local: true,
            ..Connection::default()
        };
        let found = of_resource(&resource(vec![
            part("http", "fd00::1"),
            part("http", "10.0.0.1"),
            part("ftp", "10.0.0.1"),
            part("http", ""),
            connection("http://u:p@10.0.0.1", true, false),
            connection("http://10.0.0.1/?X-Plex-Token=s3cr3t", true, false),
        ]));
        assert_eq!(
            uris(&found),
            ["http://10.0.0.1:32400", "http://[fd00::1]:32400"]
        );
        assert!(found[1].ipv6 && !found[0].ipv6);
    }

    #[test]
    fn a_manual_address_tells_its_place() {
        for (url, kind) in [
            ("http://127.0.0.1:32400", Kind::Local),
            ("http://192.168.1.5:32400", Kind::Local),
            ("http://[fe80::1]:32400", Kind::Local),
            ("http://[::ffff:10.0.0.1]:32400", Kind::Local),
            ("http://nas:32400", Kind::Local),
            ("http://nas.local", Kind::Local),
            ("https://8.8.8.8", Kind::Remote),
            ("https://plex.example.com", Kind::Remote),
        ] {
            assert_eq!(Candidate::manual(url).unwrap().kind, kind, "{url}");
        }
        let direct = Candidate::manual(&format!("https://fd00--1.{DIRECT}:32400")).unwrap();
        assert!(direct.ipv6 && direct.secure && direct.kind == Kind::Local);
        assert!(Candidate::manual("192.168.1.5").is_err());
    }
}
