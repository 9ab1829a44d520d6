//! [`Builder`]: what kind of embedded Plex to start.

use crate::connections::{self, Decoys, Extra, Reach};
use crate::events::Hub;
use crate::fault::Faults;
use crate::gdm::Responder;
use crate::player::EmbeddedPlayer;
use crate::port::{Door, Port};
use crate::request_log::RequestLog;
use crate::serve::Site;
use crate::tls::{Authority, certificate_id, plex_direct_url};
use crate::world::accounts::Accounts;
use crate::world::administration::Administration;
use crate::world::clock::{EmbeddedClock, SystemClock};
use crate::world::devices::Devices;
use crate::world::history::History;
use crate::world::library::Library;
use crate::world::lists::Lists;
use crate::world::pins::Pins;
use crate::world::play_state::PlayStates;
use crate::world::sessions::Sessions;
use crate::world::store::Store;
use crate::world::tokens::{Place, Tokens};
use crate::world::users::UserKind;
use crate::world::{Address, Server, World};
use crate::{EmbeddedPlex, EmbeddedServer};
use plex_sdk_contract::ids::MachineIdentifier;
use plex_sdk_contract::version::{InvalidVersion, ServerVersion};
use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;

/// The names of the servers, the main one first.
const NAMES: [&str; 2] = ["Embedded Plex", "Attic"];

/// How `/security/token` and `/security/resources` refuse a missing, unknown or expired token.
///
/// Plex's published descriptions differ, and so may servers; a client should understand both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TokenRefusals {
    /// Status 401 with a typed error, always in JSON: what the published SDK describes.
    #[default]
    Unauthorized,
    /// Status 403 with a page: what Plex's present description says.
    Forbidden,
}

/// Why an embedded Plex did not start.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StartError {
    /// The address or port cannot be listened at; another program may use it.
    #[error("cannot listen at {address}")]
    Listen {
        /// The address.
        address: SocketAddr,
        /// What the system said.
        source: io::Error,
    },
    /// The data folder cannot be used.
    #[error("cannot use the data folder {}", folder.display())]
    Folder {
        /// The folder.
        folder: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The data file cannot be opened, read or written.
    #[error("cannot use the data file: {0}")]
    Store(String),
    /// The certificates cannot be made.
    #[error("cannot set up TLS: {0}")]
    Tls(String),
    /// There is no server with this identifier.
    #[error("there is no server {0}")]
    NoSuchServer(MachineIdentifier),
    /// The version to report is none.
    #[error(transparent)]
    Version(#[from] InvalidVersion),
}

/// What kind of embedded Plex to start; everything has a default.
#[derive(Clone)]
#[must_use = "nothing starts before `start` is called"]
pub struct Builder {
    unclaimed: bool,
    version: String,
    clock: Arc<dyn EmbeddedClock>,
    data_dir: Option<PathBuf>,
    token_refusals: TokenRefusals,
    ports: [u16; 3],
    bind: IpAddr,
    empty_library: bool,
    tls: bool,
    https_required: bool,
    extras: Vec<Extra>,
    pin_lifetime: Option<Duration>,
    gdm: bool,
    players: Vec<String>,
}

impl Default for Builder {
    fn default() -> Self {
        Self {
            unclaimed: false,
            version: "1.43.2.10687-563d026ea".to_owned(),
            clock: Arc::new(SystemClock),
            data_dir: None,
            token_refusals: TokenRefusals::default(),
            ports: [0; 3],
            bind: IpAddr::V4(Ipv4Addr::LOCALHOST),
            empty_library: false,
            tls: false,
            https_required: false,
            extras: Vec::new(),
            pin_lifetime: None,
            gdm: false,
            players: Vec::new(),
        }
    }
}

impl Builder {
    /// The main server belongs to nobody: calls without a token are its administrator's, and plex.tv does not know it.
    pub fn unclaimed(mut self) -> Self {
        self.unclaimed = true;
        self
    }

    /// The version that the servers report, `1.43.2.10687-563d026ea` by default. Operations newer than it are missing.
    pub fn version(mut self, version: impl Into<String>) -> Self {
        self.version = version.into();
        self
    }

    /// The clock that tokens and PINs expire by; the computer's by default.
    pub fn clock(mut self, clock: Arc<dyn EmbeddedClock>) -> Self {
        self.clock = clock;
        self
    }

    /// How long a PIN waits for approval, in whole seconds, at least one; 15 minutes for four letters and 30 for a long
    /// code by default.
    pub fn pin_lifetime(mut self, lifetime: Duration) -> Self {
        self.pin_lifetime = Some(lifetime);
        self
    }

    /// A folder to keep machine identifiers, tokens, devices' keys and plex.tv's own, settings, sections and uploads in from
    /// one start to the next; by default nothing is kept.
    pub fn data_dir(mut self, folder: impl Into<PathBuf>) -> Self {
        self.data_dir = Some(folder.into());
        self
    }

    /// How the two `/security` operations refuse a token.
    pub fn token_refusals(mut self, refusals: TokenRefusals) -> Self {
        self.token_refusals = refusals;
        self
    }

    /// The ports of the main server and of plex.tv; 0, the default, takes free ones. The second server's is always free.
    pub fn ports(mut self, pms: u16, plex_tv: u16) -> Self {
        self.ports = [pms, 0, plex_tv];
        self
    }

    /// The address to listen at, `127.0.0.1` by default. Anyone who reaches another one can use what is served.
    pub fn bind(mut self, address: IpAddr) -> Self {
        self.bind = address;
        self
    }

    /// The servers have no sections.
    pub fn empty_library(mut self) -> Self {
        self.empty_library = true;
        self
    }

    /// Everything speaks HTTPS too, by the same ports: the servers with certificates for names below `plex.direct`, as Plex
    /// gives them out, plex.tv with one for this computer. Whoever is to trust these needs [`EmbeddedPlex::ca_pem`].
    pub fn tls(mut self) -> Self {
        self.tls = true;
        self
    }

    /// The servers want HTTPS: who comes with plain HTTP is cut off without an answer; plex.tv still takes it. It switches [`tls`](Self::tls) on.
    pub fn https_required(mut self) -> Self {
        self.https_required = true;
        self.tls()
    }

    /// The servers answer whoever calls for servers on the local network (GDM), at UDP port 32414 of this computer. Callers
    /// take them to be at the address that the answer came from, so it is of use with [`bind`](Self::bind)`(0.0.0.0)`.
    pub fn gdm(mut self) -> Self {
        self.gdm = true;
        self
    }

    /// Adds a player of this name, which both servers know: they list it, and hand commands on to it. It also answers by
    /// itself, at a free port.
    pub fn player(mut self, name: impl Into<String>) -> Self {
        self.players.push(name.into());
        self
    }

    /// The main server lists a local address that refuses connections, before its own.
    pub fn dead_connection(self) -> Self {
        self.extra(Extra::Dead)
    }

    /// The main server lists a local address that takes connections and never says a word, before its own.
    pub fn blackholed_connection(self) -> Self {
        self.extra(Extra::Blackholed)
    }

    /// The main server lists one more port that it answers at, as if from outside its network.
    pub fn remote_connection(self) -> Self {
        self.extra(Extra::Server(Reach::Remote))
    }

    /// The main server lists one more port that it answers at, as if through Plex's relay.
    pub fn relay_connection(self) -> Self {
        self.extra(Extra::Server(Reach::Relay))
    }

    fn extra(mut self, extra: Extra) -> Self {
        self.extras.push(extra);
        self
    }

    /// Starts listening. It needs a running tokio runtime, and answers once it returns.
    pub async fn start(self) -> Result<EmbeddedPlex, StartError> {
        let release: ServerVersion = self.version.parse()?;
        if let Some(folder) = &self.data_dir {
            std::fs::create_dir_all(folder).map_err(|source| StartError::Folder {
                folder: folder.clone(),
                source,
            })?;
        }
        let store_error = |error: rusqlite::Error| StartError::Store(error.to_string());
        let (store, kept) =
            Store::open(self.data_dir.as_deref(), NAMES.len()).map_err(store_error)?;
        let store = Arc::new(store);
        let authority = self.tls.then(Authority::new).transpose()?;
        let plex_tv = listen(SocketAddr::new(self.bind, self.ports[2])).await?;
        let Opened {
            servers,
            shown,
            mut doors,
            decoys,
        } = self
            .open_servers(kept.machine_identifiers, authority.as_ref(), &store)
            .await?;
        let mut players = Vec::new();
        for name in &self.players {
            players.push(EmbeddedPlayer::open(name, self.bind).await?);
        }
        let tokens = Tokens::default();
        for (digest, lasting) in kept.tokens {
            tokens.add(digest, lasting);
        }
        let world = Arc::new(World {
            started: self.clock.now(),
            clock: self.clock,
            version: self.version.into(),
            release,
            token_refusals: self.token_refusals,
            plex_tv: Address::new(plex_tv.1),
            servers,
            players: players.iter().map(|player| player.inner.clone()).collect(),
            tokens,
            pins: Pins::new(self.pin_lifetime),
            accounts: Accounts::default(),
            devices: Devices::new(store.clone(), kept.devices)?,
            play_states: PlayStates::open(store.clone()).map_err(store_error)?,
            history: History::open(store.clone()).map_err(store_error)?,
            sessions: Sessions::default(),
            faults: Faults::default(),
            requests: RequestLog::default(),
            issued: Mutex::default(),
            store,
        });
        world.issue_all().map_err(store_error)?;
        let broken = |what: &str| StartError::Store(format!("{what} is missing"));
        let users = UserKind::ALL
            .into_iter()
            .filter_map(|kind| world.user(kind))
            .collect::<Vec<_>>()
            .try_into()
            .map_err(|_| broken("a user"))?;
        let gdm = if self.gdm {
            Some(Responder::open(&world)?)
        } else {
            None
        };
        let servers = shown.try_into().map_err(|_| broken("a server"))?;
        let secure = match &authority {
            Some(authority) => Some(authority.plex_tv(self.bind)?),
            None => None,
        };
        let https_url = secure.as_ref().map(|_| format!("https://{}", plex_tv.1));
        let secure = secure.zip(https_url.clone());
        doors.push((Place::PlexTv, plex_tv.0, plex_tv.1, secure));
        let ports = doors
            .into_iter()
            .map(|(place, listener, address, secure)| {
                let site = |url: String| Site::new(world.clone(), place, url.into());
                let door = Door {
                    address,
                    plain: Site {
                        closed: self.https_required && place != Place::PlexTv,
                        ..site(format!("http://{address}"))
                    },
                    secure: secure.map(|(acceptor, url)| (acceptor, site(url))),
                };
                Port::open(door, listener)
            })
            .collect();
        Ok(EmbeddedPlex {
            world,
            servers,
            users,
            plex_tv_https_url: https_url,
            ca_pem: authority.map(|authority| authority.pem()),
            ports: tokio::sync::Mutex::new(ports),
            outage: std::sync::Mutex::default(),
            _decoys: decoys,
            _gdm: gdm,
            players,
        })
    }

    /// Makes the servers, with all that listens for them.
    async fn open_servers(
        &self,
        machine_identifiers: Vec<MachineIdentifier>,
        authority: Option<&Authority>,
        store: &Arc<Store>,
    ) -> Result<Opened, StartError> {
        let mut decoys = Decoys::default();
        let mut doors = Vec::new();
        let mut servers = Vec::new();
        let mut shown = Vec::new();
        let libraries: [fn() -> Library; 2] = [Library::main, Library::attic];
        for (at, machine_identifier) in machine_identifiers.into_iter().enumerate() {
            let (Some(name), Some(port), Some(library)) =
                (NAMES.get(at), self.ports.get(at), libraries.get(at))
            else {
                break;
            };
            let id = authority
                .is_some()
                .then(|| certificate_id(&machine_identifier));
            let acceptor = match (authority, &id) {
                (Some(authority), Some(id)) => Some(authority.server(id)?),
                _ => None,
            };
            let own = listen(SocketAddr::new(self.bind, *port)).await?;
            let address = Address::new(own.1);
            let mut listeners = vec![own];
            let mut addresses = Vec::new();
            for extra in self.extras.iter().filter(|_| at == 0) {
                addresses.push(match extra {
                    Extra::Dead => (decoys.dead()?, Reach::Local),
                    Extra::Blackholed => (decoys.blackhole()?, Reach::Local),
                    Extra::Server(reach) => {
                        let more = listen(SocketAddr::new(self.bind, 0)).await?;
                        let at = more.1;
                        listeners.push(more);
                        (at, *reach)
                    }
                });
            }
            addresses.push((address.socket, Reach::Local));
            let secure_url = |at| Some(plex_direct_url(at, id.as_deref()?));
            let hub = Arc::new(Hub::default());
            shown.push(EmbeddedServer {
                name,
                hub: hub.clone(),
                url: address.url.clone(),
                https_url: secure_url(address.socket).map(Arc::from),
                machine_identifier: machine_identifier.clone(),
            });
            for (listener, address) in listeners {
                let secure = acceptor.clone().zip(secure_url(address));
                doors.push((Place::Server(at), listener, address, secure));
            }
            let library = Arc::new(if self.empty_library {
                Library::default()
            } else {
                library()
            });
            let lists = Lists::open(store.clone(), at, library.clone())
                .map_err(|error| StartError::Store(error.to_string()))?;
            let administration = Administration::open(store, at, &library)
                .map_err(|error| StartError::Store(error.to_string()))?;
            servers.push(Server {
                name,
                machine_identifier,
                claimed: at != 0 || !self.unclaimed,
                address,
                connections: connections::list(&addresses, id.as_deref(), self.https_required),
                tls: self.tls,
                https_required: self.https_required,
                library,
                lists,
                administration,
                hub,
            });
        }
        Ok(Opened {
            servers,
            shown,
            doors,
            decoys,
        })
    }
}

/// TLS for one address, with the URL that it fits.
type Secure = Option<(TlsAcceptor, String)>;

/// The servers, and what listens for them.
struct Opened {
    servers: Vec<Server>,
    shown: Vec<EmbeddedServer>,
    doors: Vec<(Place, TcpListener, SocketAddr, Secure)>,
    decoys: Decoys,
}

async fn listen(address: SocketAddr) -> Result<(TcpListener, SocketAddr), StartError> {
    let failed = |source| StartError::Listen { address, source };
    let listener = TcpListener::bind(address).await.map_err(failed)?;
    let actual = listener.local_addr().map_err(failed)?;
    Ok((listener, actual))
}
