//! Who the servers are shared with.

use crate::plextv::authentication::JOINED;
use crate::plextv::home::IDENTIFIER;
use crate::refusal::Refusal;
use crate::serve::Call;
use crate::world::sections::Entry;
use crate::world::users::UserKind;
use plex_sdk_contract::codec::envelope::MediaContainer;
use plex_sdk_contract::endpoints::plextv::sharing::ListSharedServers;
use plex_sdk_contract::model::{SharedSection, SharedServer, SharedServers};

pub(crate) fn list_shared_servers(
    call: &Call<'_>,
    request: ListSharedServers,
) -> Result<MediaContainer<SharedServers>, Refusal> {
    let world = call.world;
    let (place, server) = world
        .find_server(&request.machine_id)
        .filter(|(_, server)| server.claimed && call.caller.user == UserKind::Owner)
        .ok_or(Refusal::NotFound)?;
    let mut shared_servers = Vec::new();
    for (id, user) in (8_100_001..).zip(UserKind::ALL) {
        if user == UserKind::Owner {
            continue;
        }
        let Some(token) = world.server_token(user, place) else {
            continue;
        };
        let sections = server.administration.sections.all().into_iter();
        let sections = sections
            .map(|Entry { place, shelf, .. }| SharedSection {
                id: 9_100_001 + place as u64,
                key: shelf.section.key.as_str().into(),
                title: shelf.section.title.clone(),
                kind: shelf
                    .section
                    .kind
                    .as_ref()
                    .map_or("", |kind| kind.as_str())
                    .into(),
                shared: !(shelf.private && user.sees_part()),
            })
            .collect();
        let profile = user.profile();
        shared_servers.push(SharedServer {
            id,
            user_id: profile.id,
            username: profile.name.into(),
            email: profile.email.into(),
            name: server.name.into(),
            access_token: Some(token),
            invited_at: Some(JOINED),
            accepted_at: Some(JOINED),
            all_libraries: !user.sees_part(),
            allow_sync: false,
            allow_camera_upload: false,
            allow_channels: false,
            sections,
        });
    }
    let content = SharedServers { shared_servers };
    let mut container = MediaContainer::new(content.shared_servers.len(), content);
    container.identifier = Some(IDENTIFIER.into());
    Ok(container)
}
