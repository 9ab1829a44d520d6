//! [`ConnectOptions`]: how patient and how strict a [`Connector`](super::Connector) is.

use super::race::Pace;
use crate::build_error::BuildError;
use crate::server::{Server, ServerBuilder};
use crate::transport::Tls;
use plex_sdk_contract::ClientIdentity;
use std::time::Duration;

/// Default of [`ConnectOptions::stagger`]: 250 ms.
pub const DEFAULT_STAGGER: Duration = Duration::from_millis(250);
/// Default of [`ConnectOptions::grace`]: 100 ms.
pub const DEFAULT_GRACE: Duration = Duration::from_millis(100);
/// Default of [`ConnectOptions::connect_timeout`]: 3 s.
pub const DEFAULT_CONNECT_TIMEOUT: Duration = Duration::from_secs(3);
/// Default of [`ConnectOptions::identify_timeout`]: 3 s.
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

    /// The delay before the next addresses are tried while earlier attempts are still running. Default: 250 ms.
    /// [`Duration::ZERO`] tries all addresses at once; [`Duration::MAX`] tries the next ones only after the earlier ones
    /// have failed.
    pub fn stagger(mut self, stagger: Duration) -> Self {
        self.pace.stagger = stagger;
        self
    }

    /// How long after its own start a preferred address may still win once a less preferred one has answered. Default:
    /// 100 ms. [`Duration::ZERO`] takes the first answer; [`Duration::MAX`] waits until the preferred address has answered
    /// or failed.
    pub fn grace(mut self, grace: Duration) -> Self {
        self.pace.grace = grace;
        self
    }

    /// The time limit of each connection, including TLS. Default: 3 s. [`Duration::MAX`] means no limit. The connected server
    /// keeps it. It has no effect on a transport of your own.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = timeout;
        self
    }

    /// The time limit of the response in which an address identifies itself, in addition to the connection's. Default: 3 s.
    /// [`Duration::MAX`] means no limit.
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
