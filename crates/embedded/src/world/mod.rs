//! [`World`]: everything the embedded Plex knows, shared by its servers and its plex.tv.

pub(crate) mod accounts;
pub(crate) mod administration;
pub(crate) mod artwork;
pub(crate) mod clock;
pub(crate) mod collections;
pub(crate) mod devices;
pub(crate) mod edits;
pub(crate) mod history;
pub(crate) mod jwt;
pub(crate) mod kept;
pub(crate) mod library;
pub(crate) mod lists;
pub(crate) mod media;
pub(crate) mod pins;
pub(crate) mod play_queues;
pub(crate) mod play_state;
pub(crate) mod playlists;
pub(crate) mod sections;
pub(crate) mod seed;
pub(crate) mod sessions;
pub(crate) mod store;
pub(crate) mod tokens;
pub(crate) mod transcodes;
pub(crate) mod users;

use crate::builder::TokenRefusals;
use crate::events::Hub;
use crate::fault::Faults;
use crate::player;
use crate::request_log::RequestLog;
use accounts::Accounts;
use administration::Administration;
use clock::EmbeddedClock;
use devices::Devices;
use history::History;
use library::Library;
use lists::Lists;
use pins::{NoSuchPin, Pins};
use play_state::PlayStates;
use plex_sdk_contract::ids::MachineIdentifier;
use plex_sdk_contract::model::Connection;
use plex_sdk_contract::text::Text;
use plex_sdk_contract::time::Timestamp;
use plex_sdk_contract::token::{AccountToken, Secret, ServerToken};
use plex_sdk_contract::version::ServerVersion;
use sessions::Sessions;
use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};
use store::Store;
use tokens::{Caller, Digest, Lasting, Level, Place, Tokens};
use users::{EmbeddedUser, UserKind};

/// Where something is reached.
#[derive(Clone, Debug)]
pub(crate) struct Address {
    pub(crate) socket: SocketAddr,
    /// `http://` with address and port.
    pub(crate) url: Arc<str>,
}

impl Address {
    pub(crate) fn new(socket: SocketAddr) -> Self {
        let url = format!("http://{socket}").into();
        Self { socket, url }
    }
}

/// One Plex Media Server.
pub(crate) struct Server {
    pub(crate) name: &'static str,
    pub(crate) machine_identifier: MachineIdentifier,
    /// False where it belongs to nobody: whoever calls without a token is its administrator.
    pub(crate) claimed: bool,
    pub(crate) address: Address,
    /// Where it says it is reached, in the order to list.
    pub(crate) connections: Vec<Connection>,
    /// True where it answers over TLS too.
    pub(crate) tls: bool,
    pub(crate) https_required: bool,
    /// What it had at its first start.
    pub(crate) library: Arc<Library>,
    /// What users made and changed since.
    pub(crate) lists: Lists,
    /// What its owner changed.
    pub(crate) administration: Administration,
    /// What it tells as it happens.
    pub(crate) hub: Arc<Hub>,
}

pub(crate) struct World {
    pub(crate) clock: Arc<dyn EmbeddedClock>,
    /// The version that the servers report.
    pub(crate) version: Text,
    /// The same as numbers.
    pub(crate) release: ServerVersion,
    pub(crate) token_refusals: TokenRefusals,
    pub(crate) started: Timestamp,
    pub(crate) plex_tv: Address,
    pub(crate) servers: Vec<Server>,
    /// The players that every server knows.
    pub(crate) players: Vec<Arc<player::Inner>>,
    pub(crate) tokens: Tokens,
    pub(crate) pins: Pins,
    pub(crate) accounts: Accounts,
    pub(crate) devices: Devices,
    pub(crate) play_states: PlayStates,
    pub(crate) history: History,
    pub(crate) sessions: Sessions,
    pub(crate) faults: Faults,
    pub(crate) requests: RequestLog,
    /// The tokens to show for each user and place, since this start.
    pub(crate) issued: Mutex<HashMap<(UserKind, Place), String>>,
    pub(crate) store: Arc<Store>,
}

impl World {
    pub(crate) fn now(&self) -> Timestamp {
        self.clock.now()
    }

    pub(crate) fn server(&self, place: usize) -> Option<&Server> {
        self.servers.get(place)
    }

    pub(crate) fn find_server(&self, id: &MachineIdentifier) -> Option<(usize, &Server)> {
        let mut servers = self.servers.iter().enumerate();
        servers.find(|(_, server)| server.machine_identifier == *id)
    }

    /// Who calls a place with this token, or without one; `None` where the place does not let them in.
    pub(crate) fn caller(&self, token: Option<&str>, place: Place) -> Option<Caller> {
        let unclaimed = match place {
            Place::PlexTv => false,
            Place::Server(server) => !self.server(server)?.claimed,
        };
        let Some(token) = token else {
            return unclaimed.then_some(Caller {
                user: UserKind::Owner,
                level: Level::Admin,
                token: None,
            });
        };
        let signed = || {
            (place == Place::PlexTv)
                .then(|| self.devices.caller(token, self.now()))
                .flatten()
        };
        let Some(caller) = self.tokens.check(token, place, self.now()) else {
            return signed();
        };
        // An unclaimed server knows no accounts, so it takes what it minted and nothing else.
        let lasting = || caller.token.is_some_and(|token| self.tokens.lasts(&token));
        (!(unclaimed && lasting())).then_some(caller)
    }

    /// What a user may do on a server.
    pub(crate) fn level(&self, user: UserKind, place: usize) -> Level {
        match self.server(place) {
            Some(server) if server.claimed => user.level_on(place),
            _ => Level::Nobody,
        }
    }

    /// Issues fresh tokens to all users, for plex.tv and for each server that lets them in.
    pub(crate) fn issue_all(&self) -> rusqlite::Result<()> {
        let mut fresh = Vec::new();
        let mut issued = self.issued.lock().unwrap_or_else(PoisonError::into_inner);
        for user in UserKind::ALL {
            let servers =
                (0..self.servers.len()).filter(|at| self.level(user, *at) > Level::Nobody);
            for place in std::iter::once(Place::PlexTv).chain(servers.map(Place::Server)) {
                let token = tokens::opaque();
                let lasting = Lasting { user, place };
                fresh.push((Digest::of(&token), lasting));
                self.tokens.add(Digest::of(&token), lasting);
                issued.insert((user, place), token);
            }
        }
        self.store.keep_tokens(&fresh, self.now().as_secs())
    }

    /// Makes one more lasting token.
    pub(crate) fn issue(&self, lasting: Lasting) -> String {
        let token = tokens::opaque();
        let digest = Digest::of(&token);
        self.tokens.add(digest, lasting);
        if let Err(error) = self
            .store
            .keep_tokens(&[(digest, lasting)], self.now().as_secs())
        {
            tracing::warn!(%error, "a token could not be kept; it ends with this process");
        }
        token
    }

    /// A user's token for a server, a new one where the last was revoked; `None` where the user has no access.
    pub(crate) fn server_token(&self, user: UserKind, server: usize) -> Option<ServerToken> {
        if self.level(user, server) == Level::Nobody {
            return None;
        }
        let place = Place::Server(server);
        let mut issued = self.issued.lock().unwrap_or_else(PoisonError::into_inner);
        let token = issued.entry((user, place)).or_default();
        if !self.tokens.holds(token) {
            *token = self.issue(Lasting { user, place });
        }
        ServerToken::new(token.as_str()).ok()
    }

    /// The person with the tokens of this start.
    pub(crate) fn user(&self, kind: UserKind) -> Option<EmbeddedUser> {
        let issued = self.issued.lock().unwrap_or_else(PoisonError::into_inner);
        let token = |place| issued.get(&(kind, place)).map_or("", String::as_str);
        let server_tokens = self
            .servers
            .iter()
            .enumerate()
            .filter_map(|(at, server)| {
                let token = ServerToken::new(token(Place::Server(at))).ok()?;
                Some((server.machine_identifier.clone(), token))
            })
            .collect();
        Some(EmbeddedUser {
            name: kind.profile().name.to_owned(),
            kind,
            username: kind.username(),
            email: kind.profile().email.to_owned(),
            password: kind.profile().password.map(Secret::from),
            home_pin: kind.profile().home_pin.map(Secret::from),
            verification_code: self.accounts.verification_code(kind).map(Secret::from),
            account_token: AccountToken::new(token(Place::PlexTv)).ok()?,
            server_tokens,
        })
    }

    /// Makes one more account token.
    pub(crate) fn account_token(&self, user: UserKind) -> Option<AccountToken> {
        let place = Place::PlexTv;
        AccountToken::new(self.issue(Lasting { user, place })).ok()
    }

    /// Approves a PIN that this app made, or any app.
    pub(crate) fn approve_pin(
        &self,
        code: &str,
        client: Option<&str>,
        user: UserKind,
    ) -> Result<(), NoSuchPin> {
        self.pins.approve(code, client, user, self.now(), || {
            self.account_token(user).ok_or(NoSuchPin)
        })
    }

    pub(crate) fn revoke(&self, token: &str) {
        let digest = Digest::of(token);
        self.tokens.revoke(digest);
        self.devices.revoke(&digest);
        if let Err(error) = self.store.drop_token(&digest) {
            tracing::warn!(%error, "a revoked token could not be removed from the file");
        }
    }
}
