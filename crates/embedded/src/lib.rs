//! A Plex to start in a test: two servers that speak the Plex Media Server API, and a double of plex.tv.
//!
//! Everything listens at `127.0.0.1` and speaks plain HTTP, so any client in any language can be pointed at it; with
//! [`Builder::tls`] it speaks HTTPS too. [`EmbeddedPlex::faults`] has things go wrong.
//!
//! ```
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! use plex_sdk_embedded::{EmbeddedPlex, UserKind};
//!
//! let plex = EmbeddedPlex::builder().start().await?;
//! let server = plex.server();
//! let token = plex.user(UserKind::Friend).server_token(server.machine_identifier());
//! assert!(token.is_some());
//! println!("{} listens at {}", server.name(), server.url());
//! plex.shutdown().await;
//! # Ok(())
//! # }
//! ```

#![cfg_attr(docsrs, feature(doc_cfg))]

mod builder;
mod connections;
mod events;
mod fault;
mod file;
mod gate;
mod gdm;
mod line;
mod player;
mod plextv;
mod pms;
mod port;
mod refusal;
mod request_log;
mod routes;
mod serve;
mod tls;
mod world;

pub use builder::{Builder, StartError, TokenRefusals};
pub use fault::{Fault, FaultId, FaultKind, FaultTarget, Faults};
pub use player::EmbeddedPlayer;
pub use plex_sdk_contract::ids::MachineIdentifier;
pub use request_log::LoggedRequest;
pub use routes::serves;
pub use world::clock::{EmbeddedClock, ManualClock};
pub use world::pins::NoSuchPin;
pub use world::users::{EmbeddedUser, UserKind};

use connections::Decoys;
use events::Hub;
use gdm::Responder;
use plex_sdk_contract::ids::{RatingKey, SectionId};
use plex_sdk_contract::model::Notification;
use plex_sdk_contract::model::notification::PlayState;
use port::Port;
use std::sync::{Arc, PoisonError};
use std::time::Duration;
use tokio::sync::Mutex;
use world::World;
use world::tokens::Place;

/// A server of an embedded Plex.
#[derive(Clone, Debug)]
pub struct EmbeddedServer {
    name: &'static str,
    url: Arc<str>,
    https_url: Option<Arc<str>>,
    machine_identifier: MachineIdentifier,
    hub: Arc<Hub>,
}

impl EmbeddedServer {
    /// The name its owner gave it.
    pub fn name(&self) -> &str {
        self.name
    }

    /// Where it answers, such as `http://127.0.0.1:40123`.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Where it answers over TLS, such as `https://127-0-0-1.0123456789abcdef0123456789abcdef.plex.direct:40123`; none
    /// without [`Builder::tls`]. No name server need know the host: it means [`url`](Self::url)'s address and port.
    pub fn https_url(&self) -> Option<&str> {
        self.https_url.as_deref()
    }

    /// Its identifier.
    pub fn machine_identifier(&self) -> &MachineIdentifier {
        &self.machine_identifier
    }

    /// Tells a notification of any kind to all that are connected for them; gives how many these are.
    pub fn notify(&self, notification: impl Into<Notification>) -> usize {
        self.hub.tell(notification)
    }

    /// How many are connected for notifications.
    pub fn event_connections(&self) -> usize {
        self.hub.listeners()
    }

    /// Cuts every connection for notifications. Others can be made at once.
    pub fn cut_events(&self) {
        self.hub.cut();
    }

    /// Has the connections for notifications stay and say nothing, not even that they are there, or speak again. What is told
    /// in between is lost.
    pub fn silence_events(&self, silent: bool) {
        self.hub.silence(silent);
    }
}

/// A running embedded Plex. It stops when it is dropped.
pub struct EmbeddedPlex {
    world: Arc<World>,
    servers: [EmbeddedServer; 2],
    users: [EmbeddedUser; 5],
    plex_tv_https_url: Option<String>,
    ca_pem: Option<String>,
    /// They close once this is dropped.
    ports: Mutex<Vec<Port>>,
    /// The fault that an outage of plex.tv is.
    outage: std::sync::Mutex<Option<FaultId>>,
    _decoys: Decoys,
    _gdm: Option<Responder>,
    players: Vec<EmbeddedPlayer>,
}

impl EmbeddedPlex {
    /// Everything by default: a claimed main server with a library, a second server, plex.tv, free ports.
    pub fn builder() -> Builder {
        Builder::default()
    }

    /// Where the double of plex.tv answers.
    pub fn plex_tv_url(&self) -> &str {
        &self.world.plex_tv.url
    }

    /// Where the double of plex.tv answers over TLS, by the same address and port; none without [`Builder::tls`].
    pub fn plex_tv_https_url(&self) -> Option<&str> {
        self.plex_tv_https_url.as_deref()
    }

    /// Both servers, the main one first.
    pub fn servers(&self) -> &[EmbeddedServer] {
        &self.servers
    }

    /// The main server.
    pub fn server(&self) -> &EmbeddedServer {
        &self.servers[0]
    }

    /// The players that the servers know; see [`Builder::player`].
    pub fn players(&self) -> &[EmbeddedPlayer] {
        &self.players
    }

    /// The five people, with the tokens that were made for them at this start.
    pub fn users(&self) -> Vec<EmbeddedUser> {
        UserKind::ALL.map(|kind| self.user(kind)).to_vec()
    }

    /// The person of this kind.
    pub fn user(&self, kind: UserKind) -> EmbeddedUser {
        let code = self.world.accounts.verification_code(kind);
        EmbeddedUser {
            verification_code: code.map(Into::into),
            ..self.users[kind as usize].clone()
        }
    }

    /// Gives a person a second factor with this code, or takes it away. At first the friend alone has one.
    pub fn set_verification_code(&self, user: UserKind, code: Option<&str>) {
        self.world.accounts.set_verification_code(user, code);
    }

    /// Refuses the next `count` requests to plex.tv with status 429. Plex seldom says how long to wait: `retry_after`,
    /// in whole seconds, is left out of the answer where it is `None`.
    pub fn rate_limit(&self, count: u32, retry_after: Option<Duration>) {
        let retry_after = retry_after.map(|wait| wait.as_secs());
        let code = 429;
        let fault = Fault::new(FaultKind::Status { code, retry_after });
        self.faults()
            .add(fault.on(FaultTarget::PlexTv).times(count));
    }

    /// Takes plex.tv down, or puts it up again: while it is down it answers everything with status 503.
    pub fn plex_tv_outage(&self, down: bool) {
        let mut outage = self.outage.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(id) = outage.take() {
            self.faults().remove(id);
        }
        if down {
            let (code, retry_after) = (503, None);
            let fault = Fault::new(FaultKind::Status { code, retry_after });
            *outage = Some(self.faults().add(fault.on(FaultTarget::PlexTv)));
        }
    }

    /// Forgets a device's key and ends the signed tokens it got, as a person does who removes the device at plex.tv.
    pub fn forget_device(&self, client_identifier: &str) {
        self.world.devices.forget(client_identifier);
    }

    /// Approves a PIN as this person would at plex.tv: the app that made it gets a new token of theirs.
    pub fn approve_pin(&self, code: &str, user: UserKind) -> Result<(), NoSuchPin> {
        self.world.approve_pin(code, None, user)
    }

    /// Ends a token of any kind, and every transient token that was minted with it.
    pub fn revoke(&self, token: &str) {
        self.world.revoke(token);
    }

    /// What a restart of a server does: its transient tokens are forgotten and connections for
    /// notifications are cut, all else stays, the port too.
    pub fn restart_server(&self, server: &MachineIdentifier) {
        if let Some((place, server)) = self.world.find_server(server) {
            self.world.tokens.forget_transients(Place::Server(place));
            self.world.sessions.forget(place);
            server.hub.cut();
        }
    }

    /// Tells of the refresh of a section, from its start to its end: an activity, and an entry for each item. False where
    /// there is no such section.
    pub fn refresh_section(&self, server: &MachineIdentifier, section: &SectionId) -> bool {
        let found = self.world.find_server(server);
        found.is_some_and(|(_, server)| pms::events::section_refreshed(server, section))
    }

    /// Tells what a player does with an item, and how far it got. False where there is no such item.
    pub fn play(
        &self,
        server: &MachineIdentifier,
        item: &RatingKey,
        state: PlayState,
        offset: Duration,
    ) -> bool {
        let found = self.world.find_server(server);
        found.is_some_and(|(_, server)| pms::events::played(server, item, state, offset))
    }

    /// Stops a server: its ports refuse connections, its transient tokens are forgotten, all else stays. It returns once
    /// open connections are closed; what is being answered gets a second for it. False where it was stopped.
    pub async fn stop_server(&self, server: &MachineIdentifier) -> bool {
        let Some((at, _)) = self.world.find_server(server) else {
            return false;
        };
        let place = Place::Server(at);
        let mut ports = self.ports.lock().await;
        let mut own: Vec<&mut Port> = ports
            .iter_mut()
            .filter(|port| port.place() == place)
            .collect();
        let stopped = close(&mut own).await;
        for port in own {
            port.hold();
        }
        self.world.tokens.forget_transients(place);
        self.world.sessions.forget(at);
        stopped
    }

    /// Starts a stopped server at the same ports; one that runs is left as it is.
    pub async fn start_server(&self, server: &MachineIdentifier) -> Result<(), StartError> {
        let Some((at, _)) = self.world.find_server(server) else {
            return Err(StartError::NoSuchServer(server.clone()));
        };
        let mut ports = self.ports.lock().await;
        for port in ports.iter_mut() {
            if port.place() == Place::Server(at) {
                port.reopen().await?;
            }
        }
        Ok(())
    }

    /// What goes wrong; nothing at first.
    pub fn faults(&self) -> &Faults {
        &self.world.faults
    }

    /// The certificate, in PEM, that makes the certificates of plex.tv and the servers good; none without [`Builder::tls`]. Each start
    /// makes another, for this process alone.
    pub fn ca_pem(&self) -> Option<&str> {
        self.ca_pem.as_deref()
    }

    /// The last 1000 requests, the oldest first.
    pub fn requests(&self) -> Vec<LoggedRequest> {
        self.world.requests.all()
    }

    /// Stops listening and returns once the ports are free; open connections get a second to end.
    pub async fn shutdown(self) {
        let mut ports = self.ports.into_inner();
        close(&mut ports.iter_mut().collect::<Vec<_>>()).await;
    }
}

/// Closes ports side by side; true where one was open.
async fn close(ports: &mut [&mut Port]) -> bool {
    for port in ports.iter() {
        port.announce();
    }
    let mut open = false;
    for port in ports {
        open |= port.close().await;
    }
    open
}

impl std::fmt::Debug for EmbeddedPlex {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("EmbeddedPlex")
            .field("plex_tv_url", &self.plex_tv_url())
            .field("servers", &self.servers)
            .finish_non_exhaustive()
    }
}

/// The example of the README is compiled with the documentation's own.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
