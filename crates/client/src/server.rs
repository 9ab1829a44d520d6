//! [`Server`]: a Plex Media Server.

pub use groups::*;

use crate::base_url::BaseUrl;
use crate::build_error::BuildError;
use crate::call::Call;
use crate::config::{Settings, settings_methods};
use crate::send::Core;
use plex_sdk_contract::{ServerEndpoint, ServerVersion, Token, TokenKind};
use std::fmt;
use std::sync::Arc;

/// The protocol a server is spoken to with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Protocol {
    /// Plain HTTP.
    Http,
    /// HTTP over TLS.
    Https,
}

impl Protocol {
    /// The word in a URL.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Http => "http",
            Self::Https => "https",
        }
    }
}

/// A Plex Media Server: one origin, one token, one identity. Cloning it is cheap and shares its connections.
///
/// ```no_run
/// use plex_sdk::endpoints::authentication::GetTransientToken;
/// use plex_sdk::{Server, Token};
///
/// # async fn run() -> Result<(), Box<dyn std::error::Error>> {
/// let server = Server::builder()
///     .url("http://192.168.1.5:32400")
///     .token(Token::new(std::env::var("PLEX_TOKEN")?)?)
///     .client_identifier("0b6b3c1e-5d5f-4d4b-8a53-6c1e9a3a7f10")
///     .build()?;
/// let minted = server.authentication().get_transient_token(GetTransientToken::default()).await?;
/// // Never shown by `Debug`; `expose` gives the text to whom it is for.
/// println!("{:?}", minted.token);
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct Server {
    pub(crate) core: Arc<Core>,
}

impl Server {
    /// Starts setting up a server.
    pub fn builder() -> ServerBuilder {
        ServerBuilder::default()
    }

    /// The URL its requests go to.
    pub fn url(&self) -> &str {
        self.core.base().as_str()
    }

    /// Its version: as the builder was told, or as its last answer to `get_identity` or `get_server_info` said.
    pub fn version(&self) -> Option<ServerVersion> {
        self.core.version()
    }

    /// Sends any operation of a Plex Media Server, including your own. All methods of the groups call this.
    pub fn send<E: ServerEndpoint>(&self, request: E) -> Call<E> {
        Call::new(self.core.clone(), request)
    }
}

impl fmt::Debug for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Server")
            .field("url", self.core.base())
            .finish_non_exhaustive()
    }
}

mod groups {
    //! The groups of a server's operations.

    use super::Server;
    use crate::call::Call;

    macro_rules! methods {
        ($($list:tt)*) => { crate::groups::methods! { Call; $($list)* } };
    }
    macro_rules! groups {
        ($($table:tt)*) => { crate::groups::offer! { Call, Server; $($table)* } };
    }
    plex_sdk_contract::server_groups!(groups);
}

/// Where a server is, as the caller says.
#[derive(Clone, Debug)]
enum Place {
    Url(String),
    Address(Protocol, String, u16),
}

/// Sets up a [`Server`].
#[derive(Clone, Debug, Default)]
#[must_use]
pub struct ServerBuilder {
    place: Option<Place>,
    version: Option<ServerVersion>,
    pub(crate) settings: Settings,
}

impl ServerBuilder {
    /// The server's URL, such as `http://192.168.1.5:32400`, or one with a path in front of Plex's own.
    pub fn url(mut self, url: impl Into<String>) -> Self {
        self.place = Some(Place::Url(url.into()));
        self
    }

    /// The server's URL in parts: protocol, host name or IP address, and port (1 to 65535, mostly 32400). Anything else in
    /// `host`, such as a path, is a [`BuildError::Host`].
    pub fn address(mut self, protocol: Protocol, host: &str, port: u16) -> Self {
        self.place = Some(Place::Address(protocol, host.to_owned(), port));
        self
    }

    /// The token: the server's own access token, a transient token, or the account token of the server's owner.
    pub fn token(mut self, token: impl Into<Token>) -> Self {
        self.settings.token = Some(token.into());
        self
    }

    /// The server's version, where it is known: operations it lacks are then refused without asking it.
    pub fn version(mut self, version: ServerVersion) -> Self {
        self.version = Some(version);
        self
    }

    settings_methods!();

    /// Builds the server's client. Nothing is sent yet.
    pub fn build(self) -> Result<Server, BuildError> {
        let base = match self.place.as_ref().ok_or(BuildError::NoServer)? {
            Place::Url(url) => BaseUrl::parse(url)?,
            Place::Address(protocol, host, port) => {
                BaseUrl::of_parts(protocol.as_str(), host, *port)?
            }
        };
        let wrong = |kind, hint| BuildError::WrongToken {
            host: "a server",
            kind,
            hint,
        };
        match self.settings.token.as_ref().map(Token::kind) {
            Some(kind @ TokenKind::Jwt) => {
                return Err(wrong(
                    kind,
                    "use the server's access token from plex.tv's resources",
                ));
            }
            Some(kind @ TokenKind::ClaimToken) => {
                return Err(wrong(
                    kind,
                    "it claims a server once, and is no access token",
                ));
            }
            _ => {}
        }
        let core = Core::new(base, &self.settings)?;
        if let Some(version) = self.version {
            core.set_version(version);
        }
        Ok(Server {
            core: Arc::new(core),
        })
    }
}
