//! `plexctl servers` and `plexctl use`: which servers there are, and which one is used.

use crate::args::{Global, Servers};
use crate::exit::{Failure, Kind};
use crate::kept::{self, Kept};
use crate::output;
use crate::store::ChosenServer;
use plex_sdk::auth::store::StoredAccount;
use plex_sdk::connect::{ConnectReport, Gdm};
use plex_sdk::model::{self, Resource};
use serde_json::{Value, json};
use std::io::{self, Write as _};
use std::time::{SystemTime, UNIX_EPOCH};

/// Lists the account's servers.
pub(crate) async fn run(global: &Global, args: Servers) -> Result<(), Failure> {
    if args.gdm {
        return nearby(global).await;
    }
    let mut kept = Kept::need(global)?;
    let found = kept.resources(global).await?;
    let servers: Vec<&Resource> = found
        .resources
        .iter()
        .filter(|found| is_server(found))
        .collect();
    let age = SystemTime::now().duration_since(found.fetched_at);
    if let Some(error) = &found.stale
        && !global.json
    {
        let age = output::span(age.unwrap_or_default());
        let error = output::clean(&error.to_string());
        // Whoever reads the list alone loses nothing by a broken stderr.
        let _ = writeln!(
            io::stderr(),
            "warning: plex.tv is away, so this list is {age} old: {error}"
        );
    }
    let mut reports = Vec::new();
    if args.explain {
        let connector = kept::connector(global)?;
        for server in &servers {
            let report = connector.explain(*server).await;
            reports.push(report.map_err(|error| Failure::new(Kind::Other, error.to_string()))?);
        }
    }
    if global.json {
        let listed: Vec<_> = servers
            .iter()
            .enumerate()
            .map(|(at, server)| as_json(&kept, server, reports.get(at)))
            .collect();
        let since = found
            .fetched_at
            .duration_since(UNIX_EPOCH)
            .unwrap_or_default();
        let stale = found.stale.as_ref().map(ToString::to_string);
        output::json(&json!({
            "account": kept.name,
            "fetched_at": since.as_secs(),
            "stale": stale,
            "servers": listed,
        }))?;
        return Ok(());
    }
    if servers.is_empty() {
        output::line("The account has no servers, and nobody shares one with it.")?;
        return Ok(());
    }
    if args.explain {
        for (server, report) in servers.iter().zip(&reports) {
            explain(server, report)?;
        }
        return Ok(());
    }
    let chosen = kept.choice.server.as_ref();
    let rows: Vec<_> = servers
        .iter()
        .map(|server| {
            let is_chosen =
                chosen.is_some_and(|chosen| server.client_identifier == *chosen.machine_identifier);
            [
                if is_chosen { "*" } else { "" }.to_owned(),
                server.name.to_string(),
                server.product_version.to_string(),
                whose(server),
                if server.presence { "online" } else { "offline" }.to_owned(),
                server.client_identifier.to_string(),
            ]
        })
        .collect();
    let head = [
        "",
        "name",
        "version",
        "yours",
        "presence",
        "machine identifier",
    ];
    output::table(head, &rows)?;
    Ok(())
}

fn is_server(resource: &Resource) -> bool {
    let mut words = resource.provides.split(',').map(str::trim);
    words.any(|word| word == "server")
}

fn whose(server: &Resource) -> String {
    let owner = server.source_title.as_ref().map(ToString::to_string);
    match (server.owned, server.home, owner) {
        (true, ..) => "owned".to_owned(),
        (false, true, Some(owner)) => format!("Home, {owner}'s"),
        (false, true, None) => "Home".to_owned(),
        (false, false, Some(owner)) => format!("shared by {owner}"),
        (false, false, None) => "shared".to_owned(),
    }
}

fn as_json(kept: &Kept, server: &Resource, report: Option<&ConnectReport>) -> Value {
    let id = server.client_identifier.as_str();
    let chosen = kept.choice.server.as_ref();
    let mut value = json!({
        "name": server.name.as_str(),
        "machine_identifier": id,
        "version": server.product_version.as_str(),
        "owned": server.owned,
        "home": server.home,
        "relation": super::status::relation(&model::AccountDetails::default(), server),
        "owner": server.source_title.as_ref().map(plex_sdk::Text::as_str),
        "presence": server.presence,
        "in_use": chosen.is_some_and(|chosen| chosen.machine_identifier == id),
    });
    if let Some(report) = report {
        let millis = |time: std::time::Duration| u64::try_from(time.as_millis()).ok();
        let tried = report.tried.iter().map(|tried| {
            json!({
                "address": tried.candidate.uri,
                "where": tried.candidate.kind.to_string(),
                "named_by": tried.candidate.source.to_string(),
                "outcome": tried.outcome.name(),
                "reason": tried.outcome.reason(),
                "took_ms": tried.took.and_then(millis),
            })
        });
        value["tried"] = tried.collect();
    }
    value
}

fn explain(server: &Resource, report: &ConnectReport) -> io::Result<()> {
    let reached = match report.connected().next() {
        Some(tried) => format!("reached at {}", tried.candidate.uri),
        None => "not reached".to_owned(),
    };
    output::line(format_args!(
        "{} ({}): {}\n",
        output::clean(&server.name),
        output::clean(server.client_identifier.as_str()),
        output::clean(&reached),
    ))?;
    for line in report.to_string().lines() {
        output::line(format_args!("  {}", output::clean(line)))?;
    }
    output::line("")
}

/// Lists the servers that answer on the local network.
async fn nearby(global: &Global) -> Result<(), Failure> {
    let mut gdm = Gdm::default();
    if let Some(time) = global.timeout {
        gdm = gdm.time(time);
    }
    let found = gdm.search().await.map_err(|error| {
        Failure::new(
            Kind::Unreachable,
            format!("nobody can be asked on the local network: {error}"),
        )
        .with_hint(
            "check that this computer has a network; containers often have none of their own",
        )
    })?;
    if global.json {
        let found = found.iter().map(|server| {
            let id = server.machine_identifier.as_str();
            json!({
                "name": server.name,
                "machine_identifier": id,
                "address": server.address.to_string(),
                "port": server.port,
                "version": server.version,
            })
        });
        output::json(&json!({ "servers": found.collect::<Vec<_>>() }))?;
    } else if found.is_empty() {
        output::line(
            "No server answered on the local network. Routers, containers and other subnets may keep the question away.",
        )?;
    } else {
        let rows: Vec<_> = found
            .iter()
            .map(|server| {
                [
                    server.name.clone(),
                    server.version.clone().unwrap_or_default(),
                    std::net::SocketAddr::new(server.address, server.port).to_string(),
                    server.machine_identifier.to_string(),
                ]
            })
            .collect();
        output::table(["name", "version", "address", "machine identifier"], &rows)?;
        output::line(
            "\nAnyone on the network can answer like this; who it is, is checked when connecting.",
        )?;
    }
    Ok(())
}

/// Remembers which account, and which of its servers, the next commands use.
pub(crate) async fn choose(global: &Global, wanted: Option<String>) -> Result<(), Failure> {
    let mut kept = Kept::need(global)?;
    if let Some(wanted) = &wanted {
        let account = kept.account(global).await?;
        let discovery =
            plex_sdk::connect::Discovery::new(account).cache(kept.store.list(&kept.name));
        let server = discovery.find(wanted).await.map_err(kept::not_connected)?;
        let server = ChosenServer {
            name: server.name.to_string(),
            machine_identifier: server.client_identifier.to_string(),
        };
        kept.store.choose_server(&kept.name, server.clone())?;
        kept.choice.server = Some(server);
    }
    kept.store.choose(&kept.name)?;
    let StoredAccount { title, .. } = &kept.stored;
    let server = kept.choice.server.as_ref();
    if global.json {
        output::json(&json!({
            "account": kept.name,
            "server": server.map(|server| &server.name),
            "machine_identifier": server.map(|server| &server.machine_identifier),
        }))?;
        return Ok(());
    }
    let title = title.as_deref().unwrap_or(&kept.name);
    let server = match server {
        Some(server) => format!("the server {} ({})", server.name, server.machine_identifier),
        None => "no server yet".to_owned(),
    };
    output::line(output::clean(&format!(
        "From now on: {title}, with {server}."
    )))?;
    Ok(())
}
