//! `plexctl auth status`: plex.tv and the server, each asked whether it is there and whether it takes the token.

use crate::args::Global;
use crate::connect::{self, Session};
use crate::exit::{Failure, Kind};
use crate::kept::{self, Kept, not_signed_in};
use crate::output;
use crate::store;
use plex_sdk::auth::store::Place;
use plex_sdk::auth::{Capabilities, Relation, TokenStatus, jwt_expires_at};
use plex_sdk::connect::ResourceCache;
use plex_sdk::ids::MachineIdentifier;
use plex_sdk::model::{self, Resource};
use plex_sdk::time::Timestamp;
use plex_sdk::{PLEX_TV, Server, Token, TokenKind};
use serde_json::{Value, json};
use std::time::{Duration, SystemTime};

/// What was learned of one side.
struct Side {
    reachable: Option<bool>,
    /// `valid`, `rejected`, `revoked`, `forbidden`, `undecided`, `not asked`.
    token: &'static str,
    failure: Option<Failure>,
}

impl Side {
    fn unasked() -> Self {
        Self {
            reachable: None,
            token: "not asked",
            failure: None,
        }
    }

    fn failed(failure: Failure) -> Self {
        let reachable = match failure.kind {
            Kind::Unreachable => Some(false),
            // Nothing was sent.
            Kind::Usage | Kind::Other => None,
            _ => Some(true),
        };
        let token = match failure.kind {
            Kind::Unauthorized => "rejected",
            Kind::Forbidden => "forbidden",
            _ => "undecided",
        };
        Self {
            reachable,
            token,
            failure: Some(failure),
        }
    }

    fn reachable(&self) -> &'static str {
        match self.reachable {
            Some(true) => "yes",
            Some(false) => "no",
            None => "not known",
        }
    }

    fn token(&self) -> String {
        let more = match self.token {
            "undecided" => "nobody said anything about it",
            "forbidden" => "it is not enough",
            "rejected" | "revoked" => "sign in again",
            _ => return self.token.to_owned(),
        };
        format!("{}: {more}", self.token)
    }
}

/// Asks, tells, and ends as the worst answer says.
pub(crate) async fn run(global: &Global) -> Result<(), Failure> {
    let given = connect::given_token(global)?;
    let kept = match given {
        None => Kept::find(global)?,
        Some(_) => None,
    };
    if kept.is_none() && given.is_none() {
        if global.json {
            let id = connect::identity(global).client_identifier.to_string();
            output::json(&json!({ "client_identifier": id, "account": null, "server": null }))?;
        }
        return Err(not_signed_in());
    }
    let mut status = Status::new(global, given, kept);
    status.ask_account(global).await?;
    status.ask_server(global).await;
    if global.json {
        output::json(&status.to_json())?;
    } else {
        output::facts(0, &status.rows())?;
    }
    status.worst()
}

struct Status {
    client_identifier: String,
    kept: Option<Kept>,
    /// Where the account's secrets are.
    place: Option<Place>,
    given: Option<Token>,
    plex_tv: Side,
    plex_tv_url: String,
    user: Option<model::AccountDetails>,
    server: Option<Side>,
    server_url: Option<String>,
    info: Option<model::ServerInfo>,
    resource: Option<Resource>,
    /// Whether the list of servers is an old one.
    stale: bool,
}

impl Status {
    fn new(global: &Global, given: Option<Token>, kept: Option<Kept>) -> Self {
        let own = kept.as_ref().map(Kept::plex_tv);
        let url = own.or(global.plex_tv.as_deref()).unwrap_or(PLEX_TV);
        Self {
            client_identifier: connect::identity(global).client_identifier.to_string(),
            plex_tv_url: url.to_owned(),
            place: kept
                .as_ref()
                .and_then(|kept| kept.store.place(&kept.name).ok()),
            kept,
            given,
            plex_tv: Side::unasked(),
            user: None,
            server: None,
            server_url: None,
            info: None,
            resource: None,
            stale: false,
        }
    }

    async fn ask_account(&mut self, global: &Global) -> Result<(), Failure> {
        let account = match &mut self.kept {
            Some(kept) => match kept.account(global).await {
                Ok(account) => account,
                Err(failure) if failure.kind == Kind::Usage => return Err(failure),
                Err(failure) => {
                    self.plex_tv = Side::failed(failure);
                    return Ok(());
                }
            },
            // A server's token is nothing to ask plex.tv about.
            None => return Ok(()),
        };
        self.plex_tv = match account.check_token().await {
            TokenStatus::Valid(user) => {
                self.user = Some(*user);
                Side {
                    reachable: Some(true),
                    token: "valid",
                    failure: None,
                }
            }
            TokenStatus::Rejected(error) => refused("rejected", &error),
            TokenStatus::Revoked(error) => refused("revoked", &error),
            TokenStatus::Undecided(error) => Side {
                token: "undecided",
                ..Side::failed(kept::about_account(error))
            },
            _ => Side::unasked(),
        };
        Ok(())
    }

    async fn ask_server(&mut self, global: &Global) {
        let answer = match self.server(global).await {
            Some(Ok(server)) => {
                self.server_url = Some(server.url().to_owned());
                server.general().get_server_info().await
            }
            Some(Err(failure)) => {
                self.server = Some(Side::failed(failure));
                return;
            }
            None => return,
        };
        self.server = Some(match answer {
            Ok(info) => {
                self.info = Some(info.content);
                Side {
                    reachable: Some(true),
                    token: "valid",
                    failure: None,
                }
            }
            Err(error) => Side::failed(Failure::from(error).while_doing("the server")),
        });
    }

    /// The chosen server; `None` where none is.
    async fn server(&mut self, global: &Global) -> Option<Result<Server, Failure>> {
        let asked = connect::asked_server(global);
        let url = asked.as_ref().is_some_and(|asked| asked.contains("://"));
        let Some(kept) = self.kept.as_mut().filter(|_| !url) else {
            let opened = Session::open(global).await;
            return Some(opened.map(|session| session.server));
        };
        let chosen = kept.choice.server.clone();
        let wanted = asked.or(chosen.map(|server| server.machine_identifier))?;
        if matches!(self.plex_tv.token, "rejected" | "revoked") {
            // plex.tv gives no list any more, and the server may still be asked.
            let list = kept.store.list(&kept.name).load()?;
            let is_wanted = |resource: &Resource| {
                resource.client_identifier == *wanted || *resource.name == *wanted
            };
            let resource = list.resources.into_iter().find(is_wanted)?;
            let reached = kept::reach(global, &resource, None).await;
            self.resource = Some(resource);
            return Some(reached);
        }
        let reached = kept.connect(global, &wanted, None).await;
        self.stale = self.plex_tv.reachable == Some(false);
        Some(reached.map(|(server, resource)| {
            self.resource = Some(resource);
            server
        }))
    }

    fn name(&self) -> Option<&str> {
        self.kept.as_ref().map(|kept| kept.name.as_str())
    }

    fn relation(&self) -> Option<&'static str> {
        let (resource, user) = (self.resource.as_ref()?, self.user.as_ref());
        // Without plex.tv's word on the user nobody knows whether it is a managed one.
        let user = user.cloned().unwrap_or_default();
        relation(&user, resource)
    }

    fn credential(&self) -> Option<(TokenKind, String)> {
        let token = self.kept.as_ref()?.token()?;
        let kind = token.kind();
        Some((kind, output::describe(kind, token.expose())))
    }

    fn jwt_expires_at(&self) -> Option<Timestamp> {
        jwt_expires_at(self.kept.as_ref()?.stored.jwt.as_ref()?)
    }

    fn server_name(&self) -> Option<String> {
        let info = self
            .info
            .as_ref()
            .and_then(|info| info.friendly_name.as_ref());
        let listed = self.resource.as_ref().map(|resource| &resource.name);
        let kept = self.kept.as_ref();
        let chosen = kept.and_then(|kept| kept.choice.server.as_ref());
        let chosen = || chosen.map(|server| server.name.clone());
        info.or(listed).map(ToString::to_string).or_else(chosen)
    }

    fn rows(&self) -> Vec<(&'static str, String)> {
        let mut rows = Vec::new();
        if let Some(name) = self.name() {
            rows.push(("account", name.to_owned()));
        }
        if let Some(place) = &self.place {
            rows.push(("kept in", store::describe(place)));
        }
        if let Some(user) = &self.user {
            rows.push(("name", super::login::title(user)));
        }
        rows.push(("client identifier", self.client_identifier.clone()));
        if self.kept.is_some() {
            rows.push(("plex.tv", self.plex_tv_url.clone()));
            rows.push(("  reachable", self.plex_tv.reachable().to_owned()));
            let mut token = self.plex_tv.token();
            if let Some((_, described)) = self.credential() {
                token = format!("{token} ({described})");
            }
            rows.push(("  token", token));
            if let Some(at) = self.jwt_expires_at() {
                rows.push(("  renewed", until(at)));
            }
        }
        let Some(side) = &self.server else {
            rows.push((
                "server",
                "none chosen: `plexctl servers` lists them, `plexctl use NAME` chooses".into(),
            ));
            return rows;
        };
        rows.push((
            "server",
            self.server_name().unwrap_or_else(|| "?".to_owned()),
        ));
        if let Some(url) = &self.server_url {
            rows.push(("  address", url.clone()));
        }
        rows.push(("  reachable", side.reachable().to_owned()));
        rows.push(("  token", side.token()));
        if let Some(version) = self.info.as_ref().and_then(|info| info.version.as_ref()) {
            rows.push(("  version", version.to_string()));
        }
        if let Some(relation) = self.relation() {
            rows.push(("  who you are", relation.to_owned()));
        }
        if self.stale {
            rows.push(("  found", "in the list that plex.tv gave earlier".into()));
        }
        rows
    }

    fn to_json(&self) -> Value {
        let account = self.kept.as_ref().map(|kept| {
            let user = self.user.as_ref();
            json!({
                "name": kept.name,
                "title": user.map(super::login::title).or(kept.stored.title.clone()),
                "username": user.map(|user| user.username.as_str()),
                "uuid": kept.stored.uuid,
                "kept_in": self.place.as_ref().map(store::word),
                "file": match &self.place {
                    Some(Place::File(path)) => Some(path.display().to_string()),
                    _ => None,
                },
                "plex_tv": self.plex_tv_url,
                "reachable": self.plex_tv.reachable,
                "token": self.plex_tv.token,
                "token_kind": self.credential().map(|(kind, _)| kind.to_string()),
                "jwt_expires_at": self.jwt_expires_at().map(Timestamp::as_secs),
            })
        });
        let server = self.server.as_ref().map(|side| {
            let id = self
                .resource
                .as_ref()
                .map(|resource| resource.client_identifier.as_str());
            let told = self.info.as_ref();
            let told_id = told.and_then(|info| info.machine_identifier.as_ref());
            let told_id = told_id.map(MachineIdentifier::as_str);
            json!({
                "name": self.server_name(),
                "url": self.server_url,
                "machine_identifier": id.or(told_id),
                "version": told.and_then(|info| info.version.as_ref()).map(ToString::to_string),
                "reachable": side.reachable,
                "token": side.token,
                "relation": self.relation(),
                "stale": self.stale,
            })
        });
        json!({
            "client_identifier": self.client_identifier,
            "account": account,
            "server": server,
            "token_given": self.given.is_some(),
        })
    }

    /// A refused token goes before what cannot be reached, and that before all else.
    fn worst(self) -> Result<(), Failure> {
        let server = self.server.and_then(|side| side.failure);
        let mut failures: Vec<_> = self.plex_tv.failure.into_iter().chain(server).collect();
        failures.sort_by_key(|failure| match failure.kind {
            Kind::Unauthorized => 0,
            Kind::Unreachable => 1,
            _ => 2,
        });
        failures.into_iter().next().map_or(Ok(()), Err)
    }
}

/// What the user is to a server.
pub(crate) fn relation(user: &model::AccountDetails, server: &Resource) -> Option<&'static str> {
    match Capabilities::of(user, server).relation() {
        Relation::Owner => Some("owner"),
        Relation::Home => Some("home"),
        Relation::Managed => Some("managed"),
        Relation::Shared => Some("shared"),
        _ => None,
    }
}

fn refused(token: &'static str, error: &plex_sdk::Error) -> Side {
    let status = error.status().map(|status| status.as_u16());
    let message = format!("plex.tv does not take the token any more ({token})");
    let hint = "it expired, or was ended from elsewhere: sign in again with `plexctl login`";
    Side {
        reachable: Some(true),
        token,
        failure: Some(Failure {
            status,
            ..Failure::new(Kind::Unauthorized, message).with_hint(hint)
        }),
    }
}

fn until(at: Timestamp) -> String {
    let left = at.as_secs() - Timestamp::from(SystemTime::now()).as_secs();
    match u64::try_from(left) {
        Ok(left) => format!(
            "by itself; this one is good for {}",
            output::span(Duration::from_secs(left))
        ),
        Err(_) => "not in time: this one has expired".to_owned(),
    }
}
