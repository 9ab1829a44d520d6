//! The media providers of a server: its library, feature by feature.

use crate::pms::general::server_info;
use crate::pms::library::{IDENTIFIER, sections};
use crate::refusal::Refusal;
use crate::serve::Call;
use plex_sdk_contract::codec::envelope::MediaContainer;
use plex_sdk_contract::endpoints::provider::ListProviders;
use plex_sdk_contract::ids::SectionId;
use plex_sdk_contract::model::{Feature, MediaProvider, Pivot, Section, SectionKind, ServerInfo};

pub(crate) fn list_providers(
    call: &Call<'_>,
    request: ListProviders,
) -> Result<MediaContainer<ServerInfo>, Refusal> {
    let home = Section {
        hub_key: Some("/hubs".into()),
        title: "Home".into(),
        ..Section::default()
    };
    let mut directories = vec![home];
    for section in sections(call)? {
        let storage = match request.include_storage {
            Some(true) => Some(storage_of(call, &section.key)?),
            _ => None,
        };
        directories.push(place_of(section, storage));
    }
    let feature = |kind: &str, key: &str| Feature {
        kind: kind.into(),
        key: Some(key.into()),
        ..Feature::default()
    };
    let content = Feature {
        directories,
        ..feature("content", "/library/sections")
    };
    let timeline = Feature {
        scrobble_key: Some("/:/scrobble".into()),
        unscrobble_key: Some("/:/unscrobble".into()),
        ..feature("timeline", "/:/timeline")
    };
    let library = MediaProvider {
        identifier: IDENTIFIER.into(),
        title: "Library".into(),
        types: Some("video,audio,photo".into()),
        protocols: "stream,download".into(),
        features: vec![
            content,
            feature("search", "/hubs/search"),
            feature("metadata", "/library/metadata"),
            Feature {
                flavor: Some("universal".into()),
                ..feature("playlist", "/playlists")
            },
            Feature {
                flavor: Some("universal".into()),
                ..feature("playqueue", "/playQueues")
            },
            timeline,
        ],
        ..MediaProvider::default()
    };
    let info = ServerInfo {
        providers: vec![library],
        ..server_info(call)?
    };
    let mut container = MediaContainer::new(1, info);
    container.allow_sync = Some(true);
    Ok(container)
}

/// A section as the provider lists it: its key is a path there, its number stands in `id`.
fn place_of(section: Section, storage: Option<u64>) -> Section {
    let path = format!("/library/sections/{}", section.key);
    let number = match section.kind {
        Some(SectionKind::Show) => 2,
        Some(SectionKind::Artist) => 8,
        _ => 1,
    };
    let pivot = Pivot {
        id: Some("library".into()),
        key: Some(format!("{path}/all?type={number}").into()),
        kind: Some("list".into()),
        title: Some("Library".into()),
        context: Some("content.library".into()),
        symbol: Some("library".into()),
        requires: None,
    };
    Section {
        id: Some(section.key.clone()),
        hub_key: Some(format!("/hubs/sections/{}", section.key).into()),
        pivots: vec![pivot],
        storage_total: storage,
        locations: Vec::new(),
        key: path.as_str().into(),
        ..section
    }
}

/// The bytes of a section's files.
fn storage_of(call: &Call<'_>, id: &SectionId) -> Result<u64, Refusal> {
    let (_, server) = call.server()?;
    let library = &server.lists.library();
    let shelf = server
        .administration
        .sections
        .find(id)
        .map(|entry| entry.place);
    let items = library
        .items
        .iter()
        .filter(|item| Some(item.shelf) == shelf);
    let media = items.flat_map(|item| &item.full.media);
    Ok(media
        .flat_map(|media| &media.parts)
        .filter_map(|part| part.size)
        .sum())
}
