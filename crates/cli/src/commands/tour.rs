//! `plexctl tour`: the whole way from sign-in to another server, on a Plex inside this command.

use crate::args::Global;
use crate::connect;
use crate::exit::{Failure, Kind};
use crate::output;
use plex_sdk::endpoints::authentication::{GetSourceConnectionInformation, GetTransientToken};
use plex_sdk::endpoints::plextv::authentication::{CreatePin, GetPin};
use plex_sdk::endpoints::plextv::resources::GetServerResources;
use plex_sdk::ids::SectionId;
use plex_sdk::model::{Pin, Resource, SectionKind, SourceDevice};
use plex_sdk::{
    Account, AccountToken, BuildError, ClientIdentity, Server, SourceUri, Token, TransientToken,
};
use plex_sdk_embedded::{EmbeddedPlex, EmbeddedServer, UserKind};
use serde_json::{Map, Value, json};
use std::future::Future;
use std::io;
use std::time::{Duration, Instant};

/// How many titles of a list are shown.
const SHOWN_TITLES: usize = 4;

/// What a step found out: names and values.
type Facts = Vec<(&'static str, Value)>;

/// A value for the next steps, and what is shown.
type Found<T> = Result<(T, Facts), Failure>;

/// Prints steps as they are done.
struct Steps {
    json: bool,
    done: usize,
}

impl Steps {
    /// Does a step and shows it; an error says in which step it was.
    async fn take<T>(
        &mut self,
        name: &str,
        title: &str,
        work: impl Future<Output = Found<T>>,
    ) -> Result<T, Failure> {
        let number = self.done + 1;
        let started = Instant::now();
        let (value, facts) = work
            .await
            .map_err(|failure| failure.while_doing(&format!("step {number}, {name}")))?;
        self.show(number, name, title, started.elapsed(), facts)?;
        self.done = number;
        Ok(value)
    }

    fn show(
        &self,
        number: usize,
        name: &str,
        title: &str,
        took: Duration,
        facts: Facts,
    ) -> io::Result<()> {
        let ms = took.as_secs_f64() * 1000.0;
        if self.json {
            let facts: Map<String, Value> = facts
                .into_iter()
                .map(|(name, value)| (name.replace(' ', "_"), value))
                .collect();
            let ms = (ms * 10.0).round() / 10.0;
            return output::json(
                &json!({ "step": number, "name": name, "title": title, "ms": ms, "facts": facts }),
            );
        }
        output::line(format_args!("{number:>2}. {title} ({ms:.1} ms)"))?;
        let rows: Vec<_> = facts
            .into_iter()
            .map(|(name, value)| (name, text_of(&value)))
            .collect();
        output::facts(6, &rows)
    }
}

fn text_of(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(list) => list.iter().map(text_of).collect::<Vec<_>>().join(", "),
        other => other.to_string(),
    }
}

fn shown(token: impl Into<Token>) -> Value {
    let token = token.into();
    output::describe(token.kind(), token.expose()).into()
}

/// Shows everything, step by step.
pub(crate) async fn run(global: &Global) -> Result<(), Failure> {
    let started = Instant::now();
    let mut steps = Steps {
        json: global.json,
        done: 0,
    };
    let title = "Start a Plex inside this command: two servers and a plex.tv";
    let plex = steps.take("start", title, start()).await?;
    let tour = Tour {
        plex: &plex,
        identity: connect::named(connect::fresh_identifier()),
        timeout: global.timeout,
    };
    let result = tour.walk(&mut steps).await;
    plex.shutdown().await;
    result?;
    if !global.json {
        output::line(format_args!(
            "\nDone: {} steps in {} ms. To try these yourself: `plexctl serve`, `plexctl api --list`.",
            steps.done,
            started.elapsed().as_millis()
        ))?;
    }
    Ok(())
}

async fn start() -> Found<EmbeddedPlex> {
    let plex = connect::start(EmbeddedPlex::builder()).await?;
    let mut facts = vec![("plex.tv", plex.plex_tv_url().into())];
    for (server, name) in plex.servers().iter().zip(["first server", "second server"]) {
        let id = server.machine_identifier();
        let text = format!("{} at {}, id {id}", server.name(), server.url());
        facts.push((name, text.into()));
    }
    Ok((plex, facts))
}

struct Tour<'a> {
    plex: &'a EmbeddedPlex,
    identity: ClientIdentity,
    timeout: Option<Duration>,
}

impl Tour<'_> {
    async fn walk(&self, steps: &mut Steps) -> Result<(), Failure> {
        let account = self.sign_in(steps).await?;
        let title = "Ask plex.tv which servers the account may use";
        let resource = steps
            .take("list_resources", title, self.resources(&account))
            .await?;
        let server = self.library(steps, &resource).await?;
        let (device, minted) = self.delegate(steps, &server).await?;
        self.elsewhere(steps, &device).await?;
        self.refusals(steps, &server, &minted).await
    }

    fn server(&self, url: &str, token: impl Into<Token>) -> Result<Server, BuildError> {
        let mut builder = Server::builder()
            .url(url)
            .token(token)
            .identity(self.identity.clone());
        if let Some(timeout) = self.timeout {
            builder = builder.timeout(timeout);
        }
        builder.build()
    }

    fn account(&self, token: Option<AccountToken>) -> Result<Account, BuildError> {
        let mut builder = Account::builder()
            .url(self.plex.plex_tv_url())
            .identity(self.identity.clone());
        if let Some(token) = token {
            builder = builder.token(token);
        }
        if let Some(timeout) = self.timeout {
            builder = builder.timeout(timeout);
        }
        builder.build()
    }

    /// The server of the plex.tv's account that is not the first.
    fn other(&self) -> Result<&EmbeddedServer, Failure> {
        let other = self.plex.servers().get(1);
        other.ok_or_else(|| Failure::new(Kind::Other, "there is no second server"))
    }

    /// A PIN, approved as the owner, gives the account's token.
    async fn sign_in(&self, steps: &mut Steps) -> Result<Account, Failure> {
        let stranger = self.account(None)?;
        let title = "Ask plex.tv for a PIN, without any token";
        let pin = steps
            .take("create_pin", title, create_pin(&stranger))
            .await?;
        let title = "Ask whether the PIN was approved";
        steps.take("poll_pin", title, poll(&stranger, &pin)).await?;
        let title = "Approve it as the owner; a person would do this in a browser";
        steps
            .take("approve_pin", title, async { self.approve(&pin) })
            .await?;
        let title = "Ask again: plex.tv gives the account's token to the app that made the PIN";
        let token = steps.take("poll_pin", title, poll(&stranger, &pin)).await?;
        let missing = || Failure::new(Kind::Other, "the PIN was approved and gave no token");
        let account = self.account(Some(token.ok_or_else(missing)?))?;
        let title = "Check whose token it is";
        steps
            .take("get_token_details", title, whose(&account))
            .await?;
        Ok(account)
    }

    fn approve(&self, pin: &Pin) -> Found<()> {
        self.plex
            .approve_pin(&pin.code, UserKind::Owner)
            .map_err(|error| Failure::new(Kind::NotFound, error.to_string()))?;
        let owner = self.plex.user(UserKind::Owner).name;
        Ok(((), vec![("approved by", owner.into())]))
    }

    /// The first server as the account's resources know it.
    async fn resources(&self, account: &Account) -> Found<Resource> {
        let request = GetServerResources::default();
        let list = account.resources().get_server_resources(request).await?.0;
        let mut facts = Vec::new();
        for resource in &list {
            let url = resource.connections.first().map(|first| first.uri.as_str());
            let token = resource
                .access_token
                .as_ref()
                .map(|token| text_of(&shown(token)));
            let text = format!(
                "{} at {}, {}",
                resource.name,
                url.unwrap_or("no address"),
                token.as_deref().unwrap_or("no token")
            );
            facts.push(("server", text.into()));
        }
        let id = self.plex.server().machine_identifier().as_str();
        let mut list = list.into_iter();
        let found = list.find(|resource| resource.client_identifier == *id);
        let missing = || Failure::new(Kind::NotFound, "the first server is not in the list");
        Ok((found.ok_or_else(missing)?, facts))
    }

    /// Connects with the server's own token, and looks around.
    async fn library(&self, steps: &mut Steps, resource: &Resource) -> Result<Server, Failure> {
        let title = "Connect to the first server with its own token from that list";
        let server = steps
            .take("get_identity", title, self.connected(resource))
            .await?;
        let title = "List its library's sections";
        steps.take("get_sections", title, sections(&server)).await?;
        Ok(server)
    }

    async fn connected(&self, resource: &Resource) -> Found<Server> {
        let token = resource.access_token.clone();
        let missing = |what| Failure::new(Kind::Other, format!("the resource has no {what}"));
        let url = resource.connections.first();
        let url = url.ok_or_else(|| missing("address"))?.uri.clone();
        let server = self.server(&url, token.ok_or_else(|| missing("token"))?)?;
        let identity = server.general().get_identity().await?;
        let facts = vec![
            ("version", identity.version.as_str().into()),
            ("id", identity.machine_identifier.as_str().into()),
            ("claimed", identity.claimed.into()),
        ];
        Ok((server, facts))
    }

    /// A transient token, and the way to another server.
    async fn delegate(
        &self,
        steps: &mut Steps,
        server: &Server,
    ) -> Result<(SourceDevice, TransientToken), Failure> {
        let title = "Make a transient token, to hand to a player instead of the server's token";
        let minted = steps
            .take("get_transient_token", title, mint(server))
            .await?;
        let title = "List movies with the transient token";
        let delegated = self.server(server.url(), &minted)?;
        steps
            .take("list_content", title, movies(&delegated))
            .await?;

        let title = "Ask the first server how to reach the second one";
        let id = self.other()?.machine_identifier().clone();
        let other = SourceUri::server(id).map_err(unusable)?;
        let device = steps
            .take(RESOLVE, title, resolve(&delegated, other))
            .await?;
        let title = "Ask it how to reach a provider";
        let provider = SourceUri::provider("tv.plex.provider.discover").map_err(unusable)?;
        steps
            .take(RESOLVE, title, resolve(&delegated, provider))
            .await?;
        Ok((device, minted))
    }

    /// The second server takes the token that the first one gave.
    async fn elsewhere(&self, steps: &mut Steps, device: &SourceDevice) -> Result<(), Failure> {
        let first = device.connections.first();
        let missing = || Failure::new(Kind::Other, "the second server has no connection");
        let url = first.ok_or_else(missing)?.uri.clone();
        let other = self.server(&url, &device.access_token)?;
        let title = "Use that connection and token on the second server";
        steps.take("get_sections", title, sections(&other)).await?;
        Ok(())
    }

    /// What it looks like when a token is not enough, or not good any more.
    async fn refusals(
        &self,
        steps: &mut Steps,
        server: &Server,
        minted: &TransientToken,
    ) -> Result<(), Failure> {
        let id = self.other()?.machine_identifier().clone();
        let source = SourceUri::server(id).map_err(unusable)?;
        let friend = self.plex.user(UserKind::Friend);
        let own = friend.server_token(self.plex.server().machine_identifier());
        let missing = || Failure::new(Kind::Other, "the friend has no token");
        let friends = self.server(server.url(), own.ok_or_else(missing)?)?;
        let title = "See a refusal: a friend's token asks for the second server";
        let asked = resolve(&friends, source.clone());
        steps
            .take(RESOLVE, title, refused(asked, Kind::Forbidden))
            .await?;

        let title = "See another: the transient token again, revoked";
        self.plex.revoke(minted.expose());
        let revoked = self.server(server.url(), minted)?;
        let asked = resolve(&revoked, source);
        steps
            .take(RESOLVE, title, refused(asked, Kind::Unauthorized))
            .await
    }
}

const RESOLVE: &str = "get_source_connection_information";

fn unusable(error: impl std::fmt::Display) -> Failure {
    Failure::new(Kind::Other, error.to_string())
}

async fn create_pin(account: &Account) -> Found<Pin> {
    let request = CreatePin::default();
    let pin = account.authentication().create_pin(request).await?.0;
    let facts = vec![
        ("code", pin.code.as_str().into()),
        ("good for", format!("{} seconds", pin.expires_in).into()),
    ];
    Ok((pin, facts))
}

/// The account's token, once the PIN was approved.
async fn poll(account: &Account, pin: &Pin) -> Found<Option<AccountToken>> {
    let request = GetPin::from(pin.id);
    let pin = account.authentication().get_pin(request).await?.0;
    let token = pin.token().cloned();
    let text = token.as_ref().map_or("none yet".into(), shown);
    Ok((token, vec![("token", text)]))
}

async fn whose(account: &Account) -> Found<()> {
    let user = account.authentication().get_token_details().await?.0;
    let facts = vec![
        ("name", user.title.as_str().into()),
        ("email", user.email.as_str().into()),
    ];
    Ok(((), facts))
}

async fn sections(server: &Server) -> Found<()> {
    let list = server.library().get_sections().await?;
    let titles = list.sections.iter().map(|section| {
        let kind = section.kind.as_ref().map_or("?", SectionKind::as_str);
        Value::from(format!("{} ({kind})", section.title))
    });
    Ok(((), vec![("sections", titles.collect())]))
}

async fn mint(server: &Server) -> Found<TransientToken> {
    let request = GetTransientToken::default();
    let minted = server.authentication().get_transient_token(request).await?;
    let token = minted.content.token;
    let facts = vec![
        ("token", shown(&token)),
        (
            "good for",
            "48 hours at most, and not beyond a restart of the server".into(),
        ),
    ];
    Ok((token, facts))
}

async fn movies(server: &Server) -> Found<()> {
    let list = server.library().get_sections().await?;
    let section = list
        .sections
        .iter()
        .find(|section| section.kind == Some(SectionKind::Movie));
    let missing = || Failure::new(Kind::NotFound, "there is no section with movies");
    let key: SectionId = section.ok_or_else(missing)?.key.clone();
    let page = server.content().list_content(key).await?;
    let titles = page.metadata.iter().map(|item| item.title.as_str());
    let facts = vec![
        ("movies", page.metadata.len().into()),
        (
            "first",
            titles.take(SHOWN_TITLES).map(Value::from).collect(),
        ),
    ];
    Ok(((), facts))
}

async fn resolve(server: &Server, source: SourceUri) -> Found<SourceDevice> {
    let asked = source.to_string();
    let request = GetSourceConnectionInformation::from(source);
    let authentication = server.authentication();
    let found = authentication
        .get_source_connection_information(request)
        .await?;
    let device = found.content.device;
    let uris = device
        .connections
        .iter()
        .map(|connection| connection.uri.as_str());
    let facts = vec![
        ("source", asked.into()),
        (
            "name",
            device
                .name
                .as_ref()
                .map_or("-", |name| name.as_str())
                .into(),
        ),
        ("connections", uris.map(Value::from).collect()),
        ("token", shown(&device.access_token)),
    ];
    Ok((device, facts))
}

/// Turns the refusal that was expected into something to show.
async fn refused<T>(asked: impl Future<Output = Found<T>>, expected: Kind) -> Found<()> {
    match asked.await {
        Ok(_) => Err(Failure::new(
            Kind::Other,
            "the server answered and should have refused",
        )),
        Err(failure) if failure.kind == expected => {
            let facts = vec![
                ("kind", failure.kind.word().into()),
                ("status", failure.status.into()),
                ("exit code", failure.kind.code().into()),
                ("error", failure.message.as_str().into()),
                ("hint", failure.hint().into()),
            ];
            Ok(((), facts))
        }
        Err(failure) => Err(failure),
    }
}
