//! `plexctl serve`: a Plex to test against, until it is stopped.

use crate::args::{Global, Serve};
use crate::commands::events;
use crate::connect;
use crate::exit::Failure;
use crate::output;
use crate::stop::Stop;
use plex_sdk::Secret;
use plex_sdk_embedded::{EmbeddedPlex, EmbeddedUser, TokenRefusals};
use serde_json::{Value, json};
use std::io;
use std::path::Path;

/// Serves until SIGINT or SIGTERM.
pub(crate) async fn run(global: &Global, args: Serve) -> Result<(), Failure> {
    // A signal ends it in order, also while it starts.
    let mut stop = Stop::new()?;
    let event_every = args.event_every;
    if global.ca_file.is_some() && !args.tls {
        return Err(Failure::usage(
            "--ca-file says where `serve --tls` writes its authority, and there is none",
        )
        .with_hint("add --tls, or leave --ca-file away"));
    }
    let plex = connect::start(builder(args)).await?;
    let written = match (&global.ca_file, plex.ca_pem()) {
        (Some(path), Some(pem)) => std::fs::write(path, pem)
            .map_err(|error| Failure::usage(format!("cannot write {}: {error}", path.display()))),
        _ => Ok(()),
    };
    if let Err(failure) = written {
        plex.shutdown().await;
        return Err(failure);
    }
    if global.json {
        output::json(&as_json(&plex))?;
    } else {
        print(&plex, global.ca_file.as_deref())?;
    }
    tokio::select! {
        () = stop.wait() => {}
        () = events::made_up(&plex, event_every) => {}
    }
    plex.shutdown().await;
    Ok(())
}

fn builder(args: Serve) -> plex_sdk_embedded::Builder {
    let mut builder = EmbeddedPlex::builder()
        .ports(args.port, args.plex_tv_port)
        .bind(args.bind);
    if args.unclaimed {
        builder = builder.unclaimed();
    }
    if let Some(version) = args.server_version {
        builder = builder.version(version);
    }
    if let Some(folder) = args.data {
        builder = builder.data_dir(folder);
    }
    if args.empty {
        builder = builder.empty_library();
    }
    if args.tls {
        builder = builder.tls();
    }
    if args.gdm {
        builder = builder.gdm();
    }
    if args.refuse_with_403 {
        builder = builder.token_refusals(TokenRefusals::Forbidden);
    }
    if let Some(lifetime) = args.pin_lifetime {
        builder = builder.pin_lifetime(lifetime);
    }
    for _ in 0..args.dead_connections {
        builder = builder.dead_connection();
    }
    for _ in 0..args.silent_connections {
        builder = builder.blackholed_connection();
    }
    builder
}

/// The user's token for the first server.
fn server_token(plex: &EmbeddedPlex, user: &EmbeddedUser) -> Option<String> {
    let token = user.server_token(plex.server().machine_identifier())?;
    Some(token.expose().to_owned())
}

fn as_json(plex: &EmbeddedPlex) -> Value {
    let servers = plex.servers().iter().map(|server| {
        let mut value = json!({
            "name": server.name(),
            "url": server.url(),
            "machine_identifier": server.machine_identifier().as_str(),
        });
        if let Some(url) = server.https_url() {
            value["https_url"] = url.into();
        }
        value
    });
    let exposed = |secret: Option<&Secret>| secret.map(|secret| secret.expose().to_owned());
    let users = plex.users().into_iter().map(|user| {
        json!({
            "name": user.name,
            "kind": user.kind.to_string(),
            "username": user.username,
            "password": exposed(user.password.as_ref()),
            "verification_code": exposed(user.verification_code.as_ref()),
            "home_pin": exposed(user.home_pin.as_ref()),
            "token": user.account_token.expose(),
            "server_token": server_token(plex, &user),
        })
    });
    let mut value = json!({
        "plex_tv": plex.plex_tv_url(),
        "pms": plex.server().url(),
        "servers": servers.collect::<Vec<_>>(),
        "users": users.collect::<Vec<_>>(),
    });
    if let Some(url) = plex.plex_tv_https_url() {
        value["plex_tv_https"] = url.into();
    }
    if let Some(pem) = plex.ca_pem() {
        value["ca_pem"] = pem.into();
    }
    value
}

fn print(plex: &EmbeddedPlex, ca_file: Option<&Path>) -> io::Result<()> {
    let servers = plex.servers().iter().flat_map(|server| {
        let urls = [Some(server.url()), server.https_url()];
        urls.into_iter().flatten().map(|url| {
            [
                server.name().to_owned(),
                url.to_owned(),
                server.machine_identifier().to_string(),
            ]
        })
    });
    let plex_tv = [Some(plex.plex_tv_url()), plex.plex_tv_https_url()];
    let plex_tv = plex_tv.into_iter().flatten();
    let plex_tv = plex_tv.map(|url| ["plex.tv", url, "-"].map(str::to_owned));
    let places: Vec<_> = servers.chain(plex_tv).collect();
    output::table(["place", "url", "machine identifier"], &places)?;
    if plex.ca_pem().is_some() {
        match ca_file {
            Some(path) => output::line(format_args!(
                "\nThe authority of the https addresses: {}",
                path.display()
            ))?,
            None => output::line(
                "\nFor the authority of the https addresses start it with --ca-file PATH.",
            )?,
        }
    }
    output::line("\nTest users. Their tokens are good for this Plex only:\n")?;
    let users: Vec<_> = plex.users().iter().map(|user| row(plex, user)).collect();
    let first = format!("token for {}", plex.server().name());
    output::table(["kind", "name", "token for plex.tv", &first], &users)?;
    let owner = plex
        .users()
        .iter()
        .find_map(|user| server_token(plex, user));
    let (variable, header) = if let Some(token) = owner {
        (
            format!("PLEX_TOKEN={token} "),
            format!("-H 'X-Plex-Token: {token}' "),
        )
    } else {
        output::line(format_args!(
            "\n{} belongs to nobody: calls without a token may do everything.",
            plex.server().name()
        ))?;
        Default::default()
    };
    let url = plex.server().url();
    output::line("\nTry it from another terminal:\n")?;
    output::line(format_args!(
        "  {variable}plexctl token verify --server {url}"
    ))?;
    output::line(format_args!(
        "  curl -H 'Accept: application/json' {header}{url}/library/sections"
    ))?;
    output::line(format_args!(
        "  plexctl login --link --plex-tv {}",
        plex.plex_tv_url()
    ))?;
    output::line("\nRunning; Ctrl-C stops it.")
}

fn row(plex: &EmbeddedPlex, user: &EmbeddedUser) -> [String; 4] {
    [
        user.kind.to_string(),
        user.name.clone(),
        user.account_token.expose().to_owned(),
        server_token(plex, user).unwrap_or_else(|| "-".to_owned()),
    ]
}
