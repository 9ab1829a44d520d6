//! From the command line and the environment to a client: which server, which token, which identity.

use crate::args::Global;
use crate::exit::{Failure, innermost};
use crate::kept::Kept;
use crate::store;
use plex_sdk::auth::store::write_private_file;
use plex_sdk::transport::Transport;
use plex_sdk::{
    Account, AccountBuilder, AccountToken, ClientIdentity, Jwt, Server, Token, TokenKind,
};
use plex_sdk_embedded::{Builder, EmbeddedPlex, UserKind};
use std::ffi::OsStr;
use std::fs;
use std::io::{self, Read};
use std::path::Path;

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
            Some(start(EmbeddedPlex::builder().player("Embedded Player")).await?)
        } else {
            None
        };
        let url = if let Some(plex) = &embedded {
            let own = plex.user(UserKind::Owner);
            let own = own.server_token(plex.server().machine_identifier());
            token = token.or(own.map(Token::from));
            plex.server().url().to_owned()
        } else {
            let asked = asked_server(global);
            // A URL is taken as it is; names, and the choice made earlier, are the account's.
            let kept = match &asked {
                Some(asked) if asked.contains("://") => None,
                _ => Kept::find(global)?,
            };
            match (asked, kept) {
                (asked, Some(kept)) => return Self::of(global, kept, asked, token).await,
                (Some(url), None) => url,
                (None, None) => return Err(no_server()),
            }
        };
        let mut builder = Server::builder().url(url).identity(identity(global));
        if let Some(timeout) = global.timeout {
            builder = builder.timeout(timeout).connect_timeout(timeout);
        }
        if let Some(pem) = roots(global)? {
            builder = builder.transport(http_client(global, pem)?);
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

    /// Connects to a server of a signed-in account.
    async fn of(
        global: &Global,
        mut kept: Kept,
        asked: Option<String>,
        given: Option<Token>,
    ) -> Result<Self, Failure> {
        let chosen = kept.choice.server.clone();
        let asked = asked
            .or(chosen.map(|server| server.machine_identifier))
            .ok_or_else(no_server)?;
        let (server, resource) = kept.connect(global, &asked, given.clone()).await?;
        let own = resource.access_token.as_ref();
        let own = own.filter(|token| !token.is_empty()).map(Token::from);
        Ok(Self {
            server,
            token: given.or(own),
            embedded: None,
        })
    }

    /// The embedded Plex, where there is one.
    pub(crate) fn embedded(&self) -> Option<&EmbeddedPlex> {
        self.embedded.as_ref()
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
    /// Connects to plex.tv, at `url` unless another one was asked for.
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
        if embedded.is_none()
            && token.is_none()
            && let Some(mut kept) = Kept::find(global)?
        {
            let mut account = kept.account(global).await?;
            if kept.choice.plex_tv.is_none() {
                account = account.to_builder().url(url).build()?;
            }
            return Ok(Self {
                account,
                token: kept.token(),
                embedded,
            });
        }
        let url = global.plex_tv.as_deref().unwrap_or(url);
        let url = embedded.as_ref().map_or(url, EmbeddedPlex::plex_tv_url);
        let mut builder = account_builder(global)?.url(url);
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

/// What every client of plex.tv is set up with.
pub(crate) fn account_builder(global: &Global) -> Result<AccountBuilder, Failure> {
    let mut builder = Account::builder().identity(identity(global));
    if let Some(timeout) = global.timeout {
        builder = builder.timeout(timeout).connect_timeout(timeout);
    }
    if let Some(pem) = roots(global)? {
        builder = builder.transport(http_client(global, pem)?);
    }
    Ok(builder)
}

/// The authorities to trust beside the system's.
pub(crate) fn roots(global: &Global) -> Result<Option<Vec<u8>>, Failure> {
    let Some(path) = &global.ca_file else {
        return Ok(None);
    };
    let text = fs::read(path)
        .map_err(|error| Failure::usage(format!("the CA file {}: {error}", path.display())))?;
    Ok(Some(text))
}

fn http_client(global: &Global, pem: Vec<u8>) -> Result<impl Transport + use<>, Failure> {
    let mut client = plex_sdk::transport::HttpClient::builder().root_certificates(pem);
    if let Some(timeout) = global.timeout {
        client = client.connect_timeout(timeout);
    }
    Ok(client.build()?)
}

/// The server of the command line or the environment.
pub(crate) fn asked_server(global: &Global) -> Option<String> {
    let from_environment = || std::env::var("PLEX_SERVER").ok();
    let asked = global.server.clone().or_else(from_environment);
    asked.filter(|asked| !asked.trim().is_empty())
}

fn no_server() -> Failure {
    let hint = "give --server http://192.168.1.5:32400, set PLEX_SERVER, choose one with `plexctl login` and `plexctl use`, \
         or try it with --embedded";
    Failure::usage("no server was chosen").with_hint(hint)
}

/// The token from `--token-file` or `PLEX_TOKEN`.
pub(crate) fn given_token(global: &Global) -> Result<Option<Token>, Failure> {
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
pub(crate) fn identity(global: &Global) -> ClientIdentity {
    let given = global.client_identifier.clone();
    let id = match given.filter(|id| !id.is_empty()) {
        Some(id) => id,
        // What is gone with this command needs no lasting id.
        None if global.embedded => fresh_identifier(),
        None => kept_identifier(global).unwrap_or_else(|error| {
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
fn kept_identifier(global: &Global) -> io::Result<String> {
    let path = store::folder(global)?.join("client-identifier");
    match fs::read_to_string(&path) {
        Ok(text) if is_identifier(text.trim()) => return Ok(text.trim().to_owned()),
        Ok(_) => tracing::debug!(path = %path.display(), "what was kept is no identifier"),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(error),
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let id = fresh_identifier();
    write_private_file(&path, id.as_bytes())?;
    tracing::debug!(path = %path.display(), "made the client identifier of this installation");
    Ok(id)
}

fn is_identifier(text: &str) -> bool {
    (8..=128).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic())
}
