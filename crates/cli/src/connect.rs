//! From the command line and the environment to a client: which server, which token, which identity.

use crate::args::Global;
use crate::exit::{Failure, innermost};
use etcetera::BaseStrategy;
use plex_sdk::{Account, AccountToken, ClientIdentity, Jwt, Server, Token, TokenKind};
use plex_sdk_embedded::{Builder, EmbeddedPlex, UserKind};
use std::ffi::OsStr;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// No token file is longer.
const MAX_TOKEN_FILE: u64 = 64 * 1024;

/// A server to talk to, and the embedded Plex it may belong to.
pub(crate) struct Session {
    pub(crate) server: Server,
    /// The token that goes along, where there is one.
    pub(crate) token: Option<Token>,
    embedded: Option<EmbeddedPlex>,
}

impl Session {
    /// Connects to the server that was chosen. Nothing is sent yet.
    pub(crate) async fn open(global: &Global) -> Result<Self, Failure> {
        let mut token = given_token(global)?;
        let embedded = if global.embedded {
            Some(start(EmbeddedPlex::builder()).await?)
        } else {
            None
        };
        let url = if let Some(plex) = &embedded {
            let own = plex.user(UserKind::Owner);
            let own = own.server_token(plex.server().machine_identifier());
            token = token.or(own.map(Token::from));
            plex.server().url().to_owned()
        } else {
            chosen_server(global)?
        };
        let mut builder = Server::builder().url(url).identity(identity(global));
        if let Some(timeout) = global.timeout {
            builder = builder.timeout(timeout).connect_timeout(timeout);
        }
        if let Some(token) = &token {
            builder = builder.token(token.clone());
        }
        Ok(Self {
            server: builder.build()?,
            token,
            embedded,
        })
    }

    /// Ends the embedded Plex, where there is one.
    pub(crate) async fn close(self) {
        if let Some(plex) = self.embedded {
            plex.shutdown().await;
        }
    }
}

/// plex.tv, and the embedded Plex it may belong to.
pub(crate) struct AccountSession {
    pub(crate) account: Account,
    pub(crate) token: Option<Token>,
    embedded: Option<EmbeddedPlex>,
}

impl AccountSession {
    /// Connects to plex.tv, at `url` unless an embedded one was asked for. Nothing is sent yet.
    pub(crate) async fn open(global: &Global, url: &str) -> Result<Self, Failure> {
        let mut token = given_token(global)?;
        let embedded = if global.embedded {
            Some(start(EmbeddedPlex::builder()).await?)
        } else {
            None
        };
        if let Some(plex) = &embedded {
            token = token.or_else(|| Some(plex.user(UserKind::Owner).account_token.into()));
        }
        let url = embedded.as_ref().map_or(url, EmbeddedPlex::plex_tv_url);
        let mut builder = Account::builder().url(url).identity(identity(global));
        if let Some(timeout) = global.timeout {
            builder = builder.timeout(timeout).connect_timeout(timeout);
        }
        let unfit = |error: plex_sdk::token::InvalidToken| Failure::usage(error.to_string());
        match &token {
            Some(token) if token.kind() == TokenKind::Jwt => {
                builder = builder.jwt(Jwt::new(token.expose()).map_err(unfit)?);
            }
            Some(token)
                if matches!(
                    token.kind(),
                    TokenKind::TransientToken | TokenKind::ClaimToken
                ) =>
            {
                let message = format!("plex.tv does not take a {}", token.kind());
                return Err(
                    Failure::usage(message).with_hint("put the account's token in PLEX_TOKEN")
                );
            }
            Some(token) => {
                builder = builder.token(AccountToken::new(token.expose()).map_err(unfit)?);
            }
            None => {}
        }
        Ok(Self {
            account: builder.build()?,
            token,
            embedded,
        })
    }

    /// Ends the embedded Plex, where there is one.
    pub(crate) async fn close(self) {
        if let Some(plex) = self.embedded {
            plex.shutdown().await;
        }
    }
}

/// Starts an embedded Plex.
pub(crate) async fn start(builder: Builder) -> Result<EmbeddedPlex, Failure> {
    builder.start().await.map_err(|error| {
        let mut message = format!("the embedded Plex did not start: {error}");
        if let Some(cause) = innermost(&error) {
            message = format!("{message}: {cause}");
        }
        Failure::usage(message)
            .with_hint("choose another port, address or folder, or give none at all")
    })
}

fn chosen_server(global: &Global) -> Result<String, Failure> {
    let from_environment = || std::env::var("PLEX_SERVER").ok();
    let url = global.server.clone().or_else(from_environment);
    url.filter(|url| !url.trim().is_empty()).ok_or_else(|| {
        let hint =
            "give --server http://192.168.1.5:32400, set PLEX_SERVER, or try it with --embedded";
        Failure::usage("no server was chosen").with_hint(hint)
    })
}

/// The token from `--token-file` or `PLEX_TOKEN`.
fn given_token(global: &Global) -> Result<Option<Token>, Failure> {
    let (from, text) = if let Some(path) = &global.token_file {
        let text = read_token(path).map_err(|error| {
            Failure::usage(format!("the token file {}: {error}", path.display()))
        })?;
        ("the token file", text)
    } else {
        match std::env::var_os("PLEX_TOKEN") {
            None => return Ok(None),
            Some(text) if text.is_empty() => return Ok(None),
            Some(text) => ("PLEX_TOKEN", text.to_string_lossy().into_owned()),
        }
    };
    let token = Token::new(text).map_err(|error| Failure::usage(format!("{from}: {error}")))?;
    Ok(Some(token))
}

fn read_token(path: &Path) -> io::Result<String> {
    let source: Box<dyn Read> = if path.as_os_str() == OsStr::new("-") {
        Box::new(io::stdin())
    } else {
        Box::new(fs::File::open(path)?)
    };
    let mut text = String::new();
    source.take(MAX_TOKEN_FILE).read_to_string(&mut text)?;
    Ok(text)
}

/// Who this program says it is.
fn identity(global: &Global) -> ClientIdentity {
    let given = global.client_identifier.clone();
    let id = match given.filter(|id| !id.is_empty()) {
        Some(id) => id,
        // What is gone with this command needs no lasting id.
        None if global.embedded => fresh_identifier(),
        None => kept_identifier().unwrap_or_else(|error| {
            tracing::debug!(%error, "no client identifier could be kept; this run uses one of its own");
            fresh_identifier()
        }),
    };
    named(id)
}

/// The identity with this client identifier.
pub(crate) fn named(client_identifier: String) -> ClientIdentity {
    ClientIdentity {
        product: Some("plexctl".to_owned()),
        version: Some(env!("CARGO_PKG_VERSION").to_owned()),
        platform: Some(std::env::consts::OS.to_owned()),
        device_name: Some("plexctl".to_owned()),
        ..ClientIdentity::new(client_identifier)
    }
}

/// An identifier for one run.
pub(crate) fn fresh_identifier() -> String {
    uuid::Uuid::new_v4().to_string()
}

/// The identifier of this installation: read, or made at the first run. plex.tv mails about each new one.
fn kept_identifier() -> io::Result<String> {
    let path = identifier_file()?;
    match fs::read_to_string(&path) {
        Ok(text) if is_identifier(text.trim()) => return Ok(text.trim().to_owned()),
        Ok(_) => tracing::debug!(path = %path.display(), "what was kept is no identifier"),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(error),
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    // Renamed into place, so that a second run at the same time never reads half of it.
    let id = fresh_identifier();
    let draft = path.with_extension(&id);
    fs::write(&draft, &id)?;
    if let Err(error) = fs::rename(&draft, &path) {
        let _ = fs::remove_file(&draft);
        return Err(error);
    }
    tracing::debug!(path = %path.display(), "made the client identifier of this installation");
    Ok(id)
}

fn identifier_file() -> io::Result<PathBuf> {
    let folders = etcetera::choose_base_strategy().map_err(io::Error::other)?;
    Ok(folders
        .config_dir()
        .join("plexctl")
        .join("client-identifier"))
}

fn is_identifier(text: &str) -> bool {
    (8..=128).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic())
}
