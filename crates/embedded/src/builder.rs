//! [`Builder`]: what kind of embedded Plex to start.

use crate::request_log::RequestLog;
use crate::serve;
use crate::world::accounts::Accounts;
use crate::world::clock::{Clock, SystemClock};
use crate::world::devices::Devices;
use crate::world::faults::Faults;
use crate::world::library::Library;
use crate::world::pins::Pins;
use crate::world::store::Store;
use crate::world::tokens::{Place, Tokens};
use crate::world::users::UserKind;
use crate::world::{Address, Server, World};
use crate::{EmbeddedPlex, EmbeddedServer};
use plex_sdk_contract::version::{InvalidVersion, ServerVersion};
use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use tokio::net::TcpListener;
use tokio::sync::watch;

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
    clock: Arc<dyn Clock>,
    data_dir: Option<PathBuf>,
    token_refusals: TokenRefusals,
    ports: [u16; 3],
    bind: IpAddr,
    empty_library: bool,
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
    pub fn clock(mut self, clock: Arc<dyn Clock>) -> Self {
        self.clock = clock;
        self
    }

    /// A folder to keep machine identifiers and tokens in from one start to the next; by default nothing is kept.
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
        let [main_port, attic_port, plex_tv_port] = self.ports;
        let mut listeners = Vec::new();
        for port in [main_port, attic_port, plex_tv_port] {
            listeners.push(listen(SocketAddr::new(self.bind, port)).await?);
        }
        let mut addresses = listeners.iter().map(|(_, address)| address.clone());
        let libraries: [fn() -> Library; 2] = [Library::main, Library::attic];
        let servers: Vec<Server> = NAMES
            .into_iter()
            .zip(kept.machine_identifiers)
            .zip(libraries)
            .zip(addresses.by_ref())
            .enumerate()
            .map(
                |(place, (((name, machine_identifier), library), address))| Server {
                    name,
                    machine_identifier,
                    claimed: place != 0 || !self.unclaimed,
                    address,
                    library: if self.empty_library {
                        Library::default()
                    } else {
                        library()
                    },
                },
            )
            .collect();
        let tokens = Tokens::default();
        for (digest, lasting) in kept.tokens {
            tokens.add(digest, lasting);
        }
        let Some(plex_tv) = listeners.last().map(|(_, address)| address.clone()) else {
            return Err(StartError::Store("no address for plex.tv".to_owned()));
        };
        let world = Arc::new(World {
            started: self.clock.now(),
            clock: self.clock,
            version: self.version.into(),
            release,
            token_refusals: self.token_refusals,
            plex_tv,
            servers,
            tokens,
            pins: Pins::default(),
            accounts: Accounts::default(),
            devices: Devices::default(),
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
        let shown = world.servers.iter().map(|server| EmbeddedServer {
            name: server.name,
            url: server.address.url.clone(),
            machine_identifier: server.machine_identifier.clone(),
        });
        let servers = shown
            .collect::<Vec<_>>()
            .try_into()
            .map_err(|_| broken("a server"))?;
        let (stop, stopped) = watch::channel(());
        let places = [Place::Server(0), Place::Server(1), Place::PlexTv];
        let tasks = listeners
            .into_iter()
            .zip(places)
            .map(|((listener, _), place)| {
                serve::spawn(world.clone(), place, listener, stopped.clone())
            })
            .collect();
        Ok(EmbeddedPlex {
            world,
            servers,
            users,
            stop,
            tasks,
        })
    }
}

async fn listen(address: SocketAddr) -> Result<(TcpListener, Address), StartError> {
    let failed = |source| StartError::Listen { address, source };
    let listener = TcpListener::bind(address).await.map_err(failed)?;
    let actual = listener.local_addr().map_err(failed)?;
    Ok((listener, Address::new(actual)))
}
