//! [`ConnectOptions`]: how patient and how strict a [`Connector`](super::Connector) is.

use super::race::Pace;
use crate::build_error::BuildError;
use crate::server::{Server, ServerBuilder};
use crate::transport::Tls;
use plex_sdk_contract::ClientIdentity;
use std::time::Duration;

/// Time before the next addresses are tried while the ones before them are under way.
pub const DEFAULT_STAGGER: Duration = Duration::from_millis(250);
/// Time that a preferred address under way gets when a lesser one has answered.
pub const DEFAULT_GRACE: Duration = Duration::from_millis(100);
/// Time allowed for the connection to one address.
pub const DEFAULT_CONNECT_TIMEOUT: Duration = Duration::from_secs(3);
/// Time allowed for the answer of one address to who it is.
pub const DEFAULT_IDENTIFY_TIMEOUT: Duration = Duration::from_secs(3);

/// How patient and how strict a [`Connector`](super::Connector) is; everything has a default.
#[derive(Clone, Debug)]
#[must_use]
pub struct ConnectOptions {
    pub(crate) server: ServerBuilder,
    pub(crate) pace: Pace,
    pub(crate) connect_timeout: Duration,
    pub(crate) identify_timeout: Duration,
    pub(crate) require_https: bool,
    pub(crate) unchecked_tls: bool,
    pub(crate) token_over_unchecked_tls: bool,
    roots: Vec<Vec<u8>>,
}

impl Default for ConnectOptions {
    fn default() -> Self {
        Self {
            server: Server::builder(),
            pace: Pace {
                stagger: DEFAULT_STAGGER,
                grace: DEFAULT_GRACE,
            },
            connect_timeout: DEFAULT_CONNECT_TIMEOUT,
            identify_timeout: DEFAULT_IDENTIFY_TIMEOUT,
            require_https: false,
            unchecked_tls: false,
            token_over_unchecked_tls: false,
            roots: Vec::new(),
        }
    }
}

impl ConnectOptions {
    /// What the connected server is set up with: identity, time allowed, hooks and so on. Its URL and token are replaced;
    /// its transport, where it has one, carries the attempts too.
    pub fn server(mut self, server: ServerBuilder) -> Self {
        self.server = server;
        self
    }

    /// What the app tells about itself, to the connected server alone.
    pub fn identity(mut self, identity: ClientIdentity) -> Self {
        self.server = self.server.identity(identity);
        self
    }

    /// Time before the next addresses are tried while the ones before them are under way; 250 ms where nothing is said.
    pub fn stagger(mut self, stagger: Duration) -> Self {
        self.pace.stagger = stagger;
        self
    }

    /// Time that a preferred address under way gets when a lesser one has answered; 100 ms where nothing is said.
    pub fn grace(mut self, grace: Duration) -> Self {
        self.pace.grace = grace;
        self
    }

    /// Time allowed for each connection, TLS included; 3 seconds where nothing is said. The connected server keeps it. It
    /// has no effect on a transport of your own.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = timeout;
        self
    }

    /// Time allowed for each answer to who it is, on top of the connection's; 3 seconds where nothing is said.
    pub fn identify_timeout(mut self, timeout: Duration) -> Self {
        self.identify_timeout = timeout;
        self
    }

    /// Leaves addresses with plain HTTP out.
    pub fn require_https(mut self, require: bool) -> Self {
        self.require_https = require;
        self
    }

    /// Trusts these root certificates (PEM, one or more) beside the system's.
    pub fn extra_root_certificates(mut self, pem: impl Into<Vec<u8>>) -> Self {
        self.roots.push(pem.into());
        self
    }

    /// Accepts any certificate from anyone. The connected server gets no token where it is spoken to over TLS, unless
    /// [`danger_send_token_over_unchecked_tls`](Self::danger_send_token_over_unchecked_tls) asks for that as well.
    pub fn danger_accept_any_certificate(mut self, accept: bool) -> Self {
        self.unchecked_tls = accept;
        self
    }

    /// Sends the token to whoever answers over TLS with any certificate: whoever sits between can read it.
    pub fn danger_send_token_over_unchecked_tls(mut self, send: bool) -> Self {
        self.token_over_unchecked_tls = send;
        self
    }

    pub(crate) fn tls(&self) -> Result<Tls, BuildError> {
        Tls::new(&self.roots, self.unchecked_tls)
    }
}
