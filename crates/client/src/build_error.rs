//! [`BuildError`]: why a client cannot be built.

use plex_sdk_contract::TokenKind;
use plex_sdk_contract::identity::InvalidIdentity;

/// A client that cannot be built.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BuildError {
    /// No server was chosen.
    #[error("no server was chosen: give a URL, or protocol, host and port")]
    NoServer,
    /// The URL cannot be used.
    #[error("`{url}` is not a server's URL: {why}")]
    Url {
        /// What was given, without secrets.
        url: String,
        /// What is wrong with it.
        why: String,
    },
    /// The host of an address cannot be used.
    #[error("`{host}` is not a host name or IP address: {why}")]
    Host {
        /// What was given, without secrets.
        host: String,
        /// What is wrong with it, and what to give instead.
        why: String,
    },
    /// A token that the other side never takes.
    #[error("{host} does not take a {kind}: {hint}")]
    WrongToken {
        /// Who would get it.
        host: &'static str,
        /// What it is.
        kind: TokenKind,
        /// What to use instead.
        hint: &'static str,
    },
    /// plex.tv answers nothing without a client identifier.
    #[error(
        "no client identifier was given: make one for the installation, keep it, and give it here"
    )]
    NoClientIdentifier,
    /// A value that no header can carry.
    #[error(transparent)]
    Identity(#[from] InvalidIdentity),
    /// Root certificates that cannot be read.
    #[error("the root certificates cannot be read: {0}")]
    Certificates(String),
    /// A proxy that cannot be used.
    #[error("the proxy cannot be used: {0}")]
    Proxy(String),
}
