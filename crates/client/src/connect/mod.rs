//! The best way to a server: which addresses there are, which one answers first, and whether the right server is there.
//!
//! ```no_run
//! # async fn run() -> Result<(), Box<dyn std::error::Error>> {
//! let account = plex_sdk::Account::builder()
//!     .client_identifier("0b6b3c1e-5d5f-4d4b-8a53-6c1e9a3a7f10")
//!     .token(std::env::var("PLEX_TOKEN")?.parse()?)
//!     .build()?;
//! let connected = account.connect("Attic").await?;
//! println!("{}", connected.report());
//! let sections = connected.server().library().get_sections().await?;
//! # let _ = sections;
//! # Ok(())
//! # }
//! ```

mod attempt;
pub mod candidate;
pub mod discovery;
pub mod gdm;
mod options;
mod race;
pub mod report;

pub use crate::transport::plex_direct;
pub use candidate::{Candidate, CandidateSource, Kind};
pub use discovery::{Discovery, FileCache, MemoryCache, ResourceCache};
pub use gdm::{Gdm, GdmPlayer, GdmServer};
pub use options::{
    ConnectOptions, DEFAULT_CONNECT_TIMEOUT, DEFAULT_GRACE, DEFAULT_IDENTIFY_TIMEOUT,
    DEFAULT_STAGGER,
};
pub use report::{ConnectReport, Outcome, Stage, Tried};

use crate::build_error::BuildError;
use crate::config::Settings;
use crate::error::Error;
use crate::policy::{RateLimits, RetryPolicy, Timeouts};
use crate::server::Server;
use crate::transport::{HttpClient, Tls, Transport};
use attempt::{Expected, Lap};
use plex_sdk_contract::endpoints::authentication::GetSourceConnectionInformation;
use plex_sdk_contract::ids::MachineIdentifier;
use plex_sdk_contract::model::{Resource, SourceDevice};
use plex_sdk_contract::{SourceUri, Token};
use race::Race;
use std::fmt;
use std::sync::Arc;

/// At most this many addresses of one server are tried.
pub const MAX_CANDIDATES: usize = 64;
/// The longest answer to who a server is.
const MAX_IDENTITY: usize = 64 * 1024;

/// A server to connect to: its addresses, who has to answer there, and the token that is then sent.
#[derive(Clone, Debug)]
pub struct Target {
    name: String,
    expected: Expected,
    token: Option<Token>,
    candidates: Vec<Candidate>,
}

impl Target {
    /// A server at one of these URLs; without a machine identifier any Plex server is taken.
    pub fn urls<U: AsRef<str>>(urls: impl IntoIterator<Item = U>) -> Result<Self, BuildError> {
        let candidates: Result<Vec<_>, _> = urls
            .into_iter()
            .map(|url| Candidate::manual(url.as_ref()))
            .collect();
        let candidates = candidate::ordered(candidates?);
        Ok(Self {
            name: candidates
                .first()
                .map_or_else(|| "no address".to_owned(), |first| first.uri.clone()),
            expected: Expected::AnyServer,
            token: None,
            candidates,
        })
    }

    /// The server that has to answer. To any other no token is sent.
    #[must_use]
    pub fn machine_identifier(mut self, id: impl Into<MachineIdentifier>) -> Self {
        self.expected = Expected::Server(id.into());
        self
    }

    /// The token for the server.
    #[must_use]
    pub fn token(mut self, token: impl Into<Token>) -> Self {
        self.token = Some(token.into());
        self
    }

    /// More addresses, such as one that a person typed; all are put in order.
    #[must_use]
    pub fn and(mut self, more: impl IntoIterator<Item = Candidate>) -> Self {
        self.candidates = candidate::ordered(self.candidates.into_iter().chain(more));
        self
    }

    /// The addresses, in the order to try them.
    pub fn candidates(&self) -> &[Candidate] {
        &self.candidates
    }
}

impl From<&Resource> for Target {
    fn from(resource: &Resource) -> Self {
        let token = resource.access_token.as_ref();
        Self {
            name: resource.name.to_string(),
            expected: Expected::Server(resource.client_identifier.as_str().into()),
            token: token.filter(|token| !token.is_empty()).map(Token::from),
            candidates: candidate::of_resource(resource),
        }
    }
}

impl From<&SourceDevice> for Target {
    fn from(device: &SourceDevice) -> Self {
        let name = device.name.as_ref().map(ToString::to_string);
        Self {
            name: name.unwrap_or_else(|| device.client_identifier.to_string()),
            expected: Expected::Server(device.client_identifier.as_str().into()),
            token: Some((&device.access_token).into()),
            candidates: candidate::of_source(device),
        }
    }
}

impl From<&Target> for Target {
    fn from(target: &Target) -> Self {
        target.clone()
    }
}

/// Why no server was connected to.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ConnectError {
    /// At no address did the right server answer.
    #[error("`{name}` was not reached: {}", summary(report))]
    NoAddress {
        /// The server's name.
        name: String,
        /// What was tried.
        report: ConnectReport,
    },
    /// The servers of the account are not known: plex.tv gave no list, and none was kept.
    #[error("the servers of the account are not known")]
    Resources(#[source] Error),
    /// The server did not tell how to reach the source.
    #[error("the server did not tell how to reach {source_uri}")]
    Source {
        /// The source.
        source_uri: SourceUri,
        /// What went wrong.
        source: Error,
    },
    /// No server of the account has this name or machine identifier.
    #[error("the account has no server `{asked}`; it has: {}", list(known))]
    NoSuchServer {
        /// What was asked for.
        asked: String,
        /// The names of its servers.
        known: Vec<String>,
    },
    /// Several servers have this name.
    #[error(
        "several servers are called `{asked}`; choose by machine identifier: {}",
        list(identifiers)
    )]
    Ambiguous {
        /// What was asked for.
        asked: String,
        /// Their machine identifiers.
        identifiers: Vec<String>,
    },
    /// Nothing was tried, for the call itself cannot be made like this.
    #[error(transparent)]
    Client(Error),
    /// The client of the server cannot be built.
    #[error(transparent)]
    Build(#[from] BuildError),
}

impl ConnectError {
    /// What was tried, where it came to that.
    pub fn report(&self) -> Option<&ConnectReport> {
        match self {
            Self::NoAddress { report, .. } => Some(report),
            _ => None,
        }
    }
}

fn list(names: &[String]) -> String {
    if names.is_empty() {
        return "none".into();
    }
    let shown: Vec<_> = names.iter().map(|name| report::one_line(name)).collect();
    shown.join(", ")
}

/// One line about all that was tried.
fn summary(report: &ConnectReport) -> String {
    if report.tried.is_empty() {
        return "no address is known".into();
    }
    let lines: Vec<_> = report
        .tried
        .iter()
        .map(|tried| format!("{} {}", tried.candidate.uri, tried.outcome.name()))
        .collect();
    lines.join("; ")
}

/// Finds the best way to servers. Cloning it is cheap.
#[derive(Clone, Debug)]
pub struct Connector(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    options: ConnectOptions,
    tls: Tls,
}

/// How a server's addresses are found again.
#[derive(Clone, Debug)]
enum Way {
    /// Not at all: the known ones are tried again.
    Known,
    /// In the account's resources.
    Discovery(Discovery),
    /// By the server that knows it.
    Source(Server, SourceUri),
}

impl Connector {
    /// A connector that is set up so.
    pub fn new(options: ConnectOptions) -> Result<Self, BuildError> {
        let tls = options.tls()?;
        Ok(Self(Arc::new(Inner { options, tls })))
    }

    /// Connects to a server: a resource, a source, one found on the local network, or URLs.
    pub async fn connect(&self, target: impl Into<Target>) -> Result<Connected, ConnectError> {
        self.go(target.into(), Way::Known).await
    }

    /// Tries every address to its end, all at once, and tells what came of each.
    pub async fn explain(&self, target: impl Into<Target>) -> Result<ConnectReport, ConnectError> {
        let target = target.into();
        let candidates = self.allowed(&target);
        let race = Race::survey(candidates.len().min(MAX_CANDIDATES));
        Ok(self.race(race, &target, candidates).await?.1)
    }

    /// Connects to a source that a server knows, with the transient token that it gives for it.
    pub async fn connect_source(
        &self,
        server: &Server,
        source: SourceUri,
    ) -> Result<Connected, ConnectError> {
        let target = source_target(server, &source, false).await?;
        self.go(target, Way::Source(server.clone(), source)).await
    }

    async fn go(&self, target: Target, way: Way) -> Result<Connected, ConnectError> {
        let candidates = self.allowed(&target);
        let entrants = candidates.iter().take(MAX_CANDIDATES);
        let entrants = entrants.map(|candidate| (candidate.wave(), candidate.rank()));
        let race = Race::new(entrants, self.0.options.pace);
        let (winner, report) = self.race(race, &target, candidates).await?;
        let Some((place, server)) = winner else {
            return Err(ConnectError::NoAddress {
                name: report::one_line(&target.name),
                report,
            });
        };
        let candidate = report.tried[place].candidate.clone();
        tracing::debug!(url = candidate.uri, kind = %candidate.kind, took = ?report.took, "connected");
        Ok(Connected {
            server,
            candidate,
            report,
            target,
            connector: self.clone(),
            way,
        })
    }

    /// The addresses that the options allow.
    fn allowed(&self, target: &Target) -> Vec<Candidate> {
        let only_https = self.0.options.require_https;
        let mut candidates = target.candidates.clone();
        candidates.retain(|candidate| candidate.secure || !only_https);
        candidates
    }

    async fn race(
        &self,
        race: Race,
        target: &Target,
        candidates: Vec<Candidate>,
    ) -> Result<(Option<(usize, Server)>, ConnectReport), BuildError> {
        let begun = tokio::time::Instant::now();
        let count = candidates.len().min(MAX_CANDIDATES);
        let attempt = |place: usize| self.attempt(target, &candidates[place]);
        let (winner, laps) = attempt::run(race, count, attempt).await;
        let winner = match winner {
            Some((place, server)) => Some((place, server?)),
            None => None,
        };
        let late = Lap {
            outcome: Outcome::NotTried,
            started: None,
            took: None,
        };
        let laps = laps.into_iter().chain(std::iter::repeat(late));
        let tried = candidates
            .into_iter()
            .zip(laps)
            .map(|(candidate, lap)| Tried {
                candidate,
                outcome: lap.outcome,
                started: lap.started,
                took: lap.took,
            });
        let report = ConnectReport {
            tried: tried.collect(),
            took: begun.elapsed(),
        };
        Ok((winner, report))
    }

    /// Asks at one address who answers, without a token, and makes the server of it where it is the right one.
    async fn attempt(
        &self,
        target: &Target,
        candidate: &Candidate,
    ) -> (Outcome, Option<Result<Server, BuildError>>) {
        let options = &self.0.options;
        let asked = self.transport().and_then(|transport| {
            // Nothing about the app is told either, before it is clear who asks to know. One attempt is one request: what
            // else could be tried is another address.
            let time = options
                .connect_timeout
                .saturating_add(options.identify_timeout);
            let timeouts = Timeouts::default().connect(options.connect_timeout);
            let settings = Settings {
                timeouts: timeouts.head(time).idle(time).total(time),
                retries: RetryPolicy::none(),
                max_body: Some(MAX_IDENTITY),
                transport: Some(transport.clone()),
                ..Settings::default()
            };
            let mut probe = Server::builder().url(&candidate.uri);
            probe.settings = settings;
            Ok((transport, probe.build()?))
        });
        let (transport, probe) = match asked {
            Ok(asked) => asked,
            Err(error) => {
                let reason = error.to_string();
                return (Outcome::Unreachable { reason }, None);
            }
        };
        let outcome = attempt::identify(&probe, &target.expected).await;
        if outcome != Outcome::Connected {
            return (outcome, None);
        }
        let mut builder = options.server.clone().url(&candidate.uri);
        if builder.settings.transport.is_none() {
            let limits = RateLimits::process_wide;
            builder.settings.limits.get_or_insert_with(limits);
        }
        builder.settings.transport = Some(transport);
        builder.settings.token = None;
        builder.settings.token_source = None;
        if let Some(version) = probe.version() {
            builder = builder.version(version);
        }
        let unchecked = candidate.secure && options.unchecked_tls;
        if let Some(token) = &target.token
            && (!unchecked || options.token_over_unchecked_tls)
        {
            builder = builder.token(token.clone());
        }
        (outcome, Some(builder.build()))
    }

    /// A transport for one address, so that dropping an attempt closes all that it opened.
    fn transport(&self) -> Result<Arc<dyn Transport>, BuildError> {
        if let Some(transport) = &self.0.options.server.settings.transport {
            return Ok(transport.clone());
        }
        let client = HttpClient::builder()
            .tls(self.0.tls.clone())
            .connect_timeout(self.0.options.connect_timeout)
            .build()?;
        Ok(Arc::new(client))
    }
}

async fn source_target(
    server: &Server,
    source: &SourceUri,
    refresh: bool,
) -> Result<Target, ConnectError> {
    let mut request = GetSourceConnectionInformation::new(source.clone());
    request.refresh = refresh.then_some(true);

    let answer = server
        .authentication()
        .get_source_connection_information(request);
    let answer = answer.await.map_err(|error| ConnectError::Source {
        source_uri: source.clone(),
        source: error,
    })?;
    let mut target = Target::from(&answer.device);
    target.expected = match source {
        SourceUri::Server(id) => Expected::Server(id.clone()),
        _ => Expected::Anything,
    };
    Ok(target)
}

/// A server that was reached.
#[derive(Clone)]
pub struct Connected {
    server: Server,
    candidate: Candidate,
    report: ConnectReport,
    target: Target,
    connector: Connector,
    way: Way,
}

impl Connected {
    /// The server, with its token; its first call goes over the connection that was made.
    pub fn server(&self) -> &Server {
        &self.server
    }

    /// The server alone.
    pub fn into_server(self) -> Server {
        self.server
    }

    /// The server that had to answer and did; `None` where any was welcome.
    pub fn machine_identifier(&self) -> Option<&MachineIdentifier> {
        match &self.target.expected {
            Expected::Server(id) => Some(id),
            Expected::AnyServer | Expected::Anything => None,
        }
    }

    /// The address that won.
    pub fn candidate(&self) -> &Candidate {
        &self.candidate
    }

    /// What was tried.
    pub fn report(&self) -> &ConnectReport {
        &self.report
    }

    /// Finds the server again, after its address stopped working: the known address first; where it fails, the addresses
    /// are asked for anew, at plex.tv or at the server that knew the source, and all of them are tried.
    pub async fn reconnect(&self) -> Result<Self, ConnectError> {
        let known = self.candidate.clone().named_by(CandidateSource::Known);
        let earlier = Target {
            candidates: vec![known],
            ..self.target.clone()
        };
        let earlier = match self.connector.go(earlier, self.way.clone()).await {
            Ok(mut connected) => {
                connected.target = self.target.clone();
                return Ok(connected);
            }
            Err(ConnectError::NoAddress { report, .. }) => report,
            Err(error) => return Err(error),
        };
        let target = match &self.way {
            Way::Known => self.target.clone(),
            Way::Discovery(discovery) => match &self.target.expected {
                Expected::Server(id) => {
                    let found = discovery.find(id.as_str()).await?;
                    Target::from(&found)
                }
                _ => self.target.clone(),
            },
            Way::Source(server, source) => source_target(server, source, true).await?,
        };
        match self.connector.go(target, self.way.clone()).await {
            Ok(mut connected) => {
                connected.report = connected.report.after(earlier);
                Ok(connected)
            }
            Err(ConnectError::NoAddress { name, report }) => {
                let report = report.after(earlier);
                Err(ConnectError::NoAddress { name, report })
            }
            Err(error) => Err(error),
        }
    }
}

impl fmt::Debug for Connected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Connected")
            .field("server", &self.server)
            .field("candidate", &self.candidate)
            .finish_non_exhaustive()
    }
}

impl Server {
    /// Connects to another server or a provider that this one knows, with the transient token that it gives for it. For
    /// other times allowed and the like see [`Connector::connect_source`].
    pub async fn connect_source(&self, source: SourceUri) -> Result<Connected, ConnectError> {
        let options = ConnectOptions::default().identity(self.core.identity());
        Connector::new(options)?.connect_source(self, source).await
    }
}
