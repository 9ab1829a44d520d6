//! `plexctl source`: how to reach a server or provider that the server knows.

use crate::args::Global;
use crate::connect::Session;
use crate::exit::Failure;
use crate::output;
use plex_sdk::endpoints::authentication::GetSourceConnectionInformation;
use plex_sdk::model::{Connection, SourceDevice};
use plex_sdk::{SourceUri, TokenKind};
use serde_json::{Value, json};

/// Resolves a source and prints how to reach it.
pub(crate) async fn resolve(
    global: &Global,
    source: &str,
    refresh: bool,
    show_token: bool,
) -> Result<(), Failure> {
    let source = source
        .parse::<SourceUri>()
        .map_err(|error| Failure::usage(format!("{error}")))?;
    let session = Session::open(global).await?;
    let mut request = GetSourceConnectionInformation::new(source.clone());
    request.refresh = refresh.then_some(true);

    let authentication = session.server.authentication();
    let found = authentication
        .get_source_connection_information(request)
        .await?;
    let device = &found.device;
    if global.json {
        output::json(&as_json(&source, device, show_token))?;
    } else {
        print(&source, device, show_token)?;
    }
    session.close().await;
    Ok(())
}

fn as_json(source: &SourceUri, device: &SourceDevice, show_token: bool) -> Value {
    let token = device.access_token.expose();
    let mut value = json!({
        "source": source.to_string(),
        "name": device.name.as_ref().map(ToString::to_string),
        "client_identifier": device.client_identifier.as_str(),
        "token_kind": TokenKind::TransientToken.to_string(),
        "token_length": token.len(),
        "connections": device.connections.iter().map(connection).collect::<Vec<_>>(),
    });
    if show_token {
        value["token"] = token.into();
    }
    value
}

fn connection(connection: &Connection) -> Value {
    json!({
        "uri": connection.uri.to_string(),
        "protocol": connection.protocol.to_string(),
        "address": connection.address.to_string(),
        "port": connection.port,
        "local": connection.local,
        "relay": connection.relay,
    })
}

fn print(source: &SourceUri, device: &SourceDevice, show_token: bool) -> Result<(), Failure> {
    let token = device.access_token.expose();
    let name = device.name.as_ref();
    output::facts(
        0,
        &[
            ("source", source.to_string()),
            ("name", name.map_or("-".to_owned(), ToString::to_string)),
            ("identifier", device.client_identifier.to_string()),
            (
                "token",
                if show_token {
                    token.to_owned()
                } else {
                    output::describe(TokenKind::TransientToken, token)
                },
            ),
        ],
    )?;
    output::line("")?;
    let rows: Vec<_> = device.connections.iter().map(row).collect();
    if rows.is_empty() {
        output::line("The server names no connections.")?;
    } else {
        output::table(["uri", "address", "port", "where"], &rows)?;
    }
    Ok(())
}

fn row(connection: &Connection) -> [String; 4] {
    let place = match (connection.relay, connection.local) {
        (Some(true), _) => "relay",
        (_, true) => "local",
        (_, false) => "remote",
    };
    [
        connection.uri.to_string(),
        connection.address.to_string(),
        connection.port.to_string(),
        place.to_owned(),
    ]
}
