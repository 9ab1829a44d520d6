//! Transient tokens, and how to reach other sources.

use crate::refusal::Refusal;
use crate::serve::Call;
use crate::world::Address;
use crate::world::tokens::Place;
use plex_sdk_contract::codec::envelope::MediaContainer;
use plex_sdk_contract::endpoints::authentication::{
    GetSourceConnectionInformation, GetTransientToken, TokenScope, TokenType,
};
use plex_sdk_contract::ids::ClientIdentifier;
use plex_sdk_contract::model::{
    Connection, MintedToken, SourceConnectionInformation, SourceDevice,
};
use plex_sdk_contract::source::SourceUri;
use plex_sdk_contract::token::TransientToken;

/// The cloud providers that a claimed server knows, with their names.
const PROVIDERS: &[(&str, &str)] = &[
    ("tv.plex.provider.discover", "Discover"),
    ("tv.plex.provider.metadata", "Plex Metadata"),
];

pub(crate) fn get_transient_token(
    call: &Call<'_>,
    request: GetTransientToken,
) -> Result<MediaContainer<MintedToken>, Refusal> {
    if request.kind != TokenType::Delegation || request.scope != TokenScope::All {
        return Err(Refusal::BadRequest);
    }
    let token = mint(call, call.place)?;
    Ok(MediaContainer::new(0, MintedToken { token }))
}

pub(crate) fn get_source_connection_information(
    call: &Call<'_>,
    request: GetSourceConnectionInformation,
) -> Result<MediaContainer<SourceConnectionInformation>, Refusal> {
    let (own_place, own) = call.server()?;
    let device = match &request.source {
        SourceUri::Server(id) => {
            let (place, server) = call.world.find_server(id).ok_or(Refusal::NotFound)?;
            // A server knows others through its owner's account; without one it knows itself.
            if place != own_place && !(own.claimed && server.claimed) {
                return Err(Refusal::NotFound);
            }
            SourceDevice {
                name: Some(server.name.into()),
                client_identifier: ClientIdentifier::new(server.machine_identifier.as_str()),
                access_token: mint(call, Place::Server(place))?,
                connections: server.connections.iter().map(as_source).collect(),
            }
        }
        SourceUri::Provider(id) if own.claimed => {
            let known = PROVIDERS.iter().find(|(known, _)| *id == *known);
            let (id, name) = known.ok_or(Refusal::NotFound)?;
            SourceDevice {
                name: Some((*name).into()),
                client_identifier: (*id).into(),
                access_token: mint(call, Place::PlexTv)?,
                connections: vec![connection(&call.world.plex_tv)],
            }
        }
        _ => return Err(Refusal::NotFound),
    };
    Ok(MediaContainer::new(
        1,
        SourceConnectionInformation { device },
    ))
}

/// A transient token of the caller's level for a place.
fn mint(call: &Call<'_>, good_at: Place) -> Result<TransientToken, Refusal> {
    let world = call.world;
    let token = world
        .tokens
        .mint(&call.caller, call.place, good_at, world.now());
    TransientToken::new(token).map_err(|_| Refusal::Broken)
}

/// A connection as servers tell of it: no word of IPv6, and of the relay only where it is one.
fn as_source(connection: &Connection) -> Connection {
    Connection {
        relay: connection.relay.filter(|relay| *relay),
        ipv6: None,
        ..connection.clone()
    }
}

/// How to reach something that listens here.
fn connection(address: &Address) -> Connection {
    Connection {
        protocol: "http".into(),
        address: address.socket.ip().to_string().into(),
        port: address.socket.port(),
        uri: (&*address.url).into(),
        local: true,
        ..Connection::default()
    }
}
