//! `plexctl token`: makes a transient token; checks a token.

use crate::args::Global;
use crate::connect::Session;
use crate::exit::{Failure, Kind};
use crate::output;
use http::Method;
use plex_sdk::endpoints::authentication::{GetSourceConnectionInformation, GetTransientToken};
use plex_sdk::model::{Identity, ServerInfo};
use plex_sdk::{Error, SourceUri, TokenKind};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// Makes a transient token and prints it.
pub(crate) async fn create(global: &Global, get: bool) -> Result<(), Failure> {
    let session = Session::open(global).await?;
    let authentication = session.server.authentication();
    let mut call = authentication.get_transient_token(GetTransientToken::default());
    if get {
        call = call.method(Method::GET);
    }
    let minted = call.await?;
    let token = minted.token.expose();
    if global.json {
        let kind = TokenKind::TransientToken.to_string();
        output::json(&json!({ "token": token, "kind": kind }))?;
    } else {
        output::line(token)?;
    }
    session.close().await;
    Ok(())
}

/// What is known of a server and a token so far.
#[derive(Default)]
struct Report {
    server: String,
    identity: Option<(Identity, Duration)>,
    /// Something answered; it may not be Plex.
    reachable: bool,
    token: Option<String>,
    info: Option<ServerInfo>,
    level: Option<Level>,
}

#[derive(Clone, Copy)]
enum Level {
    Owner,
    User,
    Unknown,
}

impl Level {
    fn word(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::User => "user",
            Self::Unknown => "unknown",
        }
    }

    fn meaning(self) -> &'static str {
        match self {
            Self::Owner => "owner: the server lets it do everything",
            Self::User => "user: the server keeps the owner's operations from it",
            Self::Unknown => "not known: the server did not say",
        }
    }
}

/// Asks the server whether it is there, whether it is Plex, and what the token may do.
pub(crate) async fn verify(global: &Global) -> Result<(), Failure> {
    let session = Session::open(global).await?;
    let mut report = Report {
        server: session.server.url().to_owned(),
        token: session
            .token
            .as_ref()
            .map(|token| output::describe(token.kind(), token.expose())),
        ..Report::default()
    };
    let result = ask(&session, &mut report).await;
    session.close().await;
    let failure = result.as_ref().err();
    if global.json {
        output::json(&report.to_json(failure))?;
    } else {
        output::facts(0, &report.rows(failure))?;
    }
    result
}

async fn ask(session: &Session, report: &mut Report) -> Result<(), Failure> {
    let general = session.server.general();
    let started = Instant::now();
    match general.get_identity().without_token().await {
        Ok(identity) => {
            report.reachable = true;
            report.identity = Some((identity.content, started.elapsed()));
        }
        Err(error) => {
            report.reachable = !error.is_unreachable();
            return Err(error.into());
        }
    }
    match general.get_server_info().await {
        Ok(info) => report.info = Some(info.content),
        Err(error) if session.token.is_none() && error.is_unauthorized() => {
            let hint = "set PLEX_TOKEN, or use --token-file PATH (- for stdin)";
            return Err(Failure {
                message: "no token was given, and the server wants one".to_owned(),
                ..Failure::from(error).with_hint(hint)
            });
        }
        Err(error) => return Err(error.into()),
    }
    report.level = Some(level(session, report).await);
    Ok(())
}

/// Tries an operation that only owners may call: the server's own connections.
async fn level(session: &Session, report: &Report) -> Level {
    let id = report
        .identity
        .as_ref()
        .map(|(identity, _)| identity.machine_identifier.clone());
    let Some(Ok(source)) = id.map(SourceUri::server) else {
        return Level::Unknown;
    };
    let authentication = session.server.authentication();
    let request = GetSourceConnectionInformation::from(source);
    let answer = authentication.get_source_connection_information(request);
    match answer.await {
        Ok(_) => Level::Owner,
        Err(error) if refused(&error) => Level::User,
        Err(_) => Level::Unknown,
    }
}

fn refused(error: &Error) -> bool {
    error.is_unauthorized() || error.is_forbidden()
}

impl Report {
    fn name(&self) -> Option<String> {
        let name = self.info.as_ref()?.friendly_name.as_ref()?;
        Some(name.to_string())
    }

    fn rows(&self, failure: Option<&Failure>) -> Vec<(&'static str, String)> {
        let mut rows = vec![("server", self.server.clone())];
        let Some((identity, took)) = &self.identity else {
            rows.push((
                "reachable",
                if self.reachable { "yes" } else { "no" }.into(),
            ));
            let plex = failure.is_some_and(|failure| failure.kind == Kind::NotPlex);
            rows.push(("plex", if plex { "no" } else { "not known" }.into()));
            rows.push(("token", "not sent, so nothing is known about it".into()));
            return rows;
        };
        rows.push(("reachable", format!("yes, in {} ms", took.as_millis())));
        rows.push(("plex", format!("yes, version {}", identity.version)));
        rows.push(("identifier", identity.machine_identifier.to_string()));
        if let Some(claimed) = identity.claimed {
            let text = if claimed {
                "yes"
            } else {
                "no: whoever reaches it is its owner"
            };
            rows.push(("claimed", text.into()));
        }
        if let Some(name) = self.name() {
            rows.push(("name", name));
        }
        let token = self.token.as_deref().unwrap_or("none given");
        let state = match failure {
            None if self.token.is_none() => "the server wants none",
            None => "accepted",
            Some(failure) => match failure.kind {
                Kind::Unauthorized if self.token.is_none() => "the server wants one",
                Kind::Unauthorized => "not accepted",
                Kind::Forbidden => "refused",
                _ => "not known, the server gave no clear answer",
            },
        };
        rows.push(("token", format!("{state} ({token})")));
        if let Some(level) = self.level {
            rows.push(("level", level.meaning().into()));
        }
        rows
    }

    fn to_json(&self, failure: Option<&Failure>) -> Value {
        let accepted = match failure {
            None => Some(true),
            Some(failure) if self.identity.is_some() => match failure.kind {
                Kind::Unauthorized | Kind::Forbidden => Some(false),
                _ => None,
            },
            Some(_) => None,
        };
        let plex = match (&self.identity, failure) {
            (Some(_), _) => Some(true),
            (None, Some(failure)) if failure.kind == Kind::NotPlex => Some(false),
            _ => None,
        };
        let identity = self.identity.as_ref().map(|(identity, _)| identity);
        json!({
            "server": self.server,
            "reachable": self.reachable,
            "plex": plex,
            "machine_identifier": identity.map(|identity| identity.machine_identifier.as_str()),
            "version": identity.map(|identity| identity.version.to_string()),
            "claimed": identity.and_then(|identity| identity.claimed),
            "name": self.name(),
            "token_given": self.token.is_some(),
            "token_accepted": accepted,
            "level": self.level.map(Level::word),
        })
    }
}
