//! The servers that an account can use, each with the account's token for it.

use crate::refusal::Refusal;
use crate::serve::Call;
use crate::world::users::UserKind;
use plex_sdk_contract::endpoints::plextv::resources::GetServerResources;
use plex_sdk_contract::ids::ClientIdentifier;
use plex_sdk_contract::model::{Connection, Resource};
use plex_sdk_contract::reply::Plain;
use plex_sdk_contract::time::{DateTime, Timestamp};

/// When both servers were set up.
const SET_UP: DateTime = DateTime(Timestamp(1_650_000_000));

pub(crate) fn get_server_resources(
    call: &Call<'_>,
    request: GetServerResources,
) -> Result<Plain<Vec<Resource>>, Refusal> {
    let user = call.caller.user;
    let account = UserKind::Owner.profile();
    let owned = user == UserKind::Owner;
    let mut resources = Vec::new();
    for (place, server) in call.world.servers.iter().enumerate() {
        let Some(token) = call.world.server_token(user, place) else {
            continue;
        };
        let (https, relay) = (request.include_https, request.include_relay);
        let asked_for = |connection: &&Connection| {
            (connection.protocol != "https" || https == Some(true))
                && (connection.relay != Some(true) || relay == Some(true))
                && (connection.ipv6 != Some(true) || request.include_ipv6 == Some(true))
        };
        let connections = server.connections.iter().filter(asked_for).cloned();
        resources.push(Resource {
            name: server.name.into(),
            product: "Plex Media Server".into(),
            product_version: call.world.version.clone(),
            platform: Some("Linux".into()),
            platform_version: Some("6.0".into()),
            device: Some("PC".into()),
            client_identifier: ClientIdentifier::new(server.machine_identifier.as_str()),
            created_at: Some(SET_UP),
            last_seen_at: Some(DateTime(call.world.now())),
            provides: "server".into(),
            owner_id: (!owned).then_some(account.id),
            source_title: (!owned).then(|| account.name.into()),
            public_address: server.address.socket.ip().to_string().into(),
            access_token: Some(token),
            owned,
            home: user.in_home(),
            synced: false,
            relay: false,
            presence: true,
            https_required: server.https_required,
            public_address_matches: true,
            dns_rebinding_protection: false,
            nat_loopback_supported: false,
            search_enabled: None,
            connections: connections.collect(),
        });
    }
    Ok(Plain(resources))
}
