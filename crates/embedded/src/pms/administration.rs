//! A server's account, agents, disk, updates and log, and who uses it.

use crate::pms::preferences::{AGENT, Values, settings};
use crate::refusal::Refusal;
use crate::serve::Call;
use crate::world::Server;
use crate::world::tokens::{Level, Place};
use crate::world::users::UserKind;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use plex_sdk_contract::codec::envelope::MediaContainer;
use plex_sdk_contract::endpoints::general::*;
use plex_sdk_contract::endpoints::log::{WriteLog, WriteMessage};
use plex_sdk_contract::endpoints::updater::{ApplyUpdates, CheckUpdates, GetUpdatesStatus};
use plex_sdk_contract::ids::MachineIdentifier;
use plex_sdk_contract::model::{
    Agent, AgentLanguage, AgentMediaType, Agents, BandwidthStatistics, FolderContent, FolderFile,
    FolderPath, MappingState, MyPlexAccount, Neighbour, Neighbours, Preferences,
    ResourceStatistics, SigninState, SystemAccount, SystemAccounts, SystemDevice, SystemDevices,
    UpdaterStatus,
};
use plex_sdk_contract::params;
use plex_sdk_contract::reply::{Named, NoBody};
use plex_sdk_contract::time::Timestamp;
use std::collections::BTreeSet;

/// Folders that are on the disk without anything in them.
const FOLDERS: &[&str] = &[
    "/data/movies",
    "/data/shows",
    "/data/music",
    "/data/photos",
    "/data/more",
];

/// The agents: identifier, name, and the kinds of items that each knows.
pub(crate) const AGENTS: &[(&str, &str, &[u16])] = &[
    ("tv.plex.agents.movie", "Plex Movie", &[1]),
    ("tv.plex.agents.series", "Plex Series", &[2]),
    ("tv.plex.agents.music", "Plex Music", &[8, 9]),
    ("com.plexapp.agents.imdb", "Plex Movie (Legacy)", &[1]),
    (
        "com.plexapp.agents.none",
        "Personal Media",
        &[1, 2, 8, 9, 13],
    ),
];

/// All files of a server, as paths.
fn files(server: &Server) -> impl Iterator<Item = &str> {
    let media = server
        .library
        .items
        .iter()
        .flat_map(|item| &item.full.media);
    media
        .flat_map(|media| &media.parts)
        .filter_map(|part| part.file.as_deref())
}

/// All folders of a server, each with those above it.
fn folders(server: &Server) -> BTreeSet<&str> {
    let mut all = BTreeSet::new();
    for path in FOLDERS
        .iter()
        .copied()
        .chain(files(server).filter_map(parent))
    {
        let mut folder = Some(path);
        while let Some(path) = folder {
            all.insert(path);
            folder = parent(path);
        }
    }
    all
}

/// The folder that a path lies in; none for what lies at the top.
pub(crate) fn parent(path: &str) -> Option<&str> {
    let (above, _) = path.rsplit_once('/')?;
    (!above.is_empty()).then_some(above)
}

/// True where a server's disk has a folder.
pub(crate) fn has_folder(server: &Server, path: &str) -> bool {
    folders(server).contains(path.trim_end_matches('/'))
}

fn listing(
    server: &Server,
    folder: Option<&str>,
    with_files: bool,
) -> MediaContainer<FolderContent> {
    let key = |path: &str| {
        Some(
            format!(
                "/services/browse/{}",
                STANDARD.encode(path).replace('/', "%2F")
            )
            .into(),
        )
    };
    let name = |path: &str| path.rsplit('/').next().map(Into::into);
    let content = FolderContent {
        paths: folders(server)
            .into_iter()
            .filter(|path| parent(path) == folder)
            .map(|path| FolderPath {
                key: key(path),
                title: name(path),
                path: Some(path.into()),
                home: Some(false),
                network: Some(false),
            })
            .collect(),
        files: files(server)
            .filter(|path| with_files && parent(path) == folder)
            .map(|path| FolderFile {
                key: key(path),
                title: name(path),
                path: Some(path.into()),
            })
            .collect(),
    };
    MediaContainer::new(content.paths.len() + content.files.len(), content)
}

pub(crate) fn browse_filesystem(
    call: &Call<'_>,
    request: BrowseFilesystem,
) -> Result<MediaContainer<FolderContent>, Refusal> {
    let (_, server) = call.server()?;
    Ok(listing(server, None, request.include_files == Some(true)))
}

pub(crate) fn browse_filesystem_path(
    call: &Call<'_>,
    request: BrowseFilesystemPath,
) -> Result<MediaContainer<FolderContent>, Refusal> {
    let (_, server) = call.server()?;
    let path = request.path().ok_or(Refusal::BadRequest)?;
    let path = path.trim_end_matches('/');
    let with_files = request.include_files == Some(true);
    if path.is_empty() {
        return Ok(listing(server, None, with_files));
    }
    if !has_folder(server, path) {
        return Err(Refusal::NotFound);
    }
    Ok(listing(server, Some(path), with_files))
}

fn agent((identifier, name, kinds): &(&str, &str, &[u16]), asked: Option<u16>) -> Agent {
    let languages = || {
        let codes = ["en-US", "en", "de-DE", "xn"];
        codes
            .map(|code| AgentLanguage { code: code.into() })
            .to_vec()
    };
    Agent {
        id: Some(-1),
        identifier: (*identifier).into(),
        name: Some((*name).into()),
        primary: Some(true),
        has_prefs: Some(*identifier == "com.plexapp.agents.imdb"),
        has_attribution: Some(true),
        media_type: asked,
        media_types: kinds
            .iter()
            .filter(|_| asked.is_none())
            .map(|kind| AgentMediaType {
                name: Some((*name).into()),
                media_type: Some(*kind),
                languages: languages(),
            })
            .collect(),
        languages: if asked.is_some() {
            languages()
        } else {
            Vec::new()
        },
    }
}

pub(crate) fn get_metadata_agents(
    _call: &Call<'_>,
    request: GetMetadataAgents,
) -> Result<MediaContainer<Agents>, Refusal> {
    let asked = request.media_type.and_then(|kind| kind.number());
    let agents = AGENTS
        .iter()
        .filter(|(.., kinds)| asked.is_none_or(|kind| kinds.contains(&kind)));
    let agents: Vec<Agent> = agents.map(|row| agent(row, asked)).collect();
    Ok(MediaContainer::new(agents.len(), Agents { agents }))
}

pub(crate) fn get_metadata_agent_details(
    _call: &Call<'_>,
    request: GetMetadataAgentDetails,
) -> Result<MediaContainer<Agents>, Refusal> {
    let found = AGENTS
        .iter()
        .find(|(id, ..)| *id == request.agent_id.as_str());
    let agents = vec![agent(found.ok_or(Refusal::NotFound)?, None)];
    Ok(MediaContainer::new(1, Agents { agents }))
}

pub(crate) fn get_agent_preferences(
    _call: &Call<'_>,
    request: GetAgentPreferences,
) -> Result<MediaContainer<Preferences>, Refusal> {
    let found = AGENTS
        .iter()
        .find(|(id, ..)| *id == request.identifier.as_str());
    let (id, ..) = found.ok_or(Refusal::NotFound)?;
    let presets = AGENT.iter().filter(|_| *id == "com.plexapp.agents.imdb");
    Ok(settings(presets, &Values::new()))
}

pub(crate) fn get_my_plex_account(
    call: &Call<'_>,
    _request: GetMyPlexAccount,
) -> Result<Named<MyPlexAccount>, Refusal> {
    let (_, server) = call.server()?;
    let socket = server.address.socket;
    let signed_in = if server.claimed {
        SigninState::SignedIn
    } else {
        SigninState::SignedOut
    };
    Ok(Named(MyPlexAccount {
        username: server
            .claimed
            .then(|| UserKind::Owner.profile().email.into()),
        sign_in_state: Some(signed_in),
        mapping_state: Some(MappingState::Mapped),
        mapping_error: None,
        public_address: Some(socket.ip().to_string().into()),
        public_port: Some(socket.port().into()),
        private_address: Some(socket.ip().to_string().into()),
        private_port: Some(socket.port().into()),
        subscription_active: Some(false),
        ..MyPlexAccount::default()
    }))
}

/// There is no outside to be reached from.
pub(crate) fn refresh_reachability(
    _call: &Call<'_>,
    _request: RefreshReachability,
) -> Result<NoBody, Refusal> {
    Ok(NoBody)
}

/// Nobody in particular, the owner, and the others whom a server lets in.
fn accounts(call: &Call<'_>) -> Result<Vec<SystemAccount>, Refusal> {
    let (at, server) = call.server()?;
    let nobody = (0, "");
    let others = UserKind::ALL
        .into_iter()
        .filter(|user| {
            call.world.level(*user, at) > Level::Nobody
                || (*user == UserKind::Owner && !server.claimed)
        })
        .map(|user| match user {
            UserKind::Owner => (1, user.profile().name),
            _ => (user.profile().id, user.profile().name),
        });
    Ok(std::iter::once(nobody)
        .chain(others)
        .map(|(id, name)| SystemAccount {
            id: Some(id),
            key: Some(format!("/accounts/{id}").into()),
            name: Some(name.into()),
            default_audio_language: Some("en".into()),
            auto_select_audio: Some(true),
            default_subtitle_language: Some("en".into()),
            subtitle_mode: Some(0),
            thumb: Some("".into()),
        })
        .collect())
}

/// The server's own machine: no other is remembered.
fn devices(call: &Call<'_>) -> Result<Vec<SystemDevice>, Refusal> {
    let (_, server) = call.server()?;
    Ok(vec![SystemDevice {
        id: Some(1),
        name: Some(server.name.into()),
        platform: Some("Linux".into()),
        client_identifier: Some(server.machine_identifier.as_str().into()),
        created_at: Some(call.world.started),
    }])
}

pub(crate) fn get_system_accounts(
    call: &Call<'_>,
    _request: GetSystemAccounts,
) -> Result<MediaContainer<SystemAccounts>, Refusal> {
    let accounts = accounts(call)?;
    Ok(MediaContainer::new(
        accounts.len(),
        SystemAccounts { accounts },
    ))
}

pub(crate) fn get_system_devices(
    call: &Call<'_>,
    _request: GetSystemDevices,
) -> Result<MediaContainer<SystemDevices>, Refusal> {
    let devices = devices(call)?;
    Ok(MediaContainer::new(
        devices.len(),
        SystemDevices { devices },
    ))
}

pub(crate) fn get_local_servers(
    call: &Call<'_>,
    _request: GetLocalServers,
) -> Result<MediaContainer<Neighbours>, Refusal> {
    let Place::Server(_) = call.place else {
        return Err(Refusal::NotFound);
    };
    let servers: Vec<Neighbour> = call
        .world
        .servers
        .iter()
        .map(|server| Neighbour {
            name: Some(server.name.into()),
            host: Some(server.address.socket.ip().to_string().into()),
            address: Some(server.address.socket.ip().to_string().into()),
            port: Some(server.address.socket.port().into()),
            machine_identifier: Some(MachineIdentifier::from(server.machine_identifier.as_str())),
            version: Some(call.world.version.clone()),
            ..Neighbour::default()
        })
        .collect();
    Ok(MediaContainer::new(servers.len(), Neighbours { servers }))
}

/// Bytes are not counted.
pub(crate) fn get_bandwidth_statistics(
    call: &Call<'_>,
    _request: GetBandwidthStatistics,
) -> Result<MediaContainer<BandwidthStatistics>, Refusal> {
    let content = BandwidthStatistics {
        devices: devices(call)?,
        accounts: accounts(call)?,
        bandwidth: Vec::new(),
    };
    Ok(MediaContainer::new(0, content))
}

/// The machine is not watched.
pub(crate) fn get_resource_statistics(
    _call: &Call<'_>,
    _request: GetResourceStatistics,
) -> Result<MediaContainer<ResourceStatistics>, Refusal> {
    Ok(MediaContainer::new(0, ResourceStatistics::default()))
}

pub(crate) fn get_updates_status(
    call: &Call<'_>,
    _request: GetUpdatesStatus,
) -> Result<MediaContainer<UpdaterStatus>, Refusal> {
    let (_, server) = call.server()?;
    let checked_at = server
        .administration
        .checked_at
        .read(|at| at.unwrap_or(Timestamp(-1)));
    let content = UpdaterStatus {
        can_install: false,
        checked_at: Some(checked_at),
        status: Some(0),
        ..UpdaterStatus::default()
    };
    Ok(MediaContainer::new(0, content))
}

/// There never is a newer version.
pub(crate) fn check_updates(call: &Call<'_>, _request: CheckUpdates) -> Result<NoBody, Refusal> {
    let (_, server) = call.server()?;
    server
        .administration
        .checked_at
        .change(|at| *at = Some(call.world.now()));
    Ok(NoBody)
}

/// Nothing was downloaded that could be installed.
pub(crate) fn apply_updates(_call: &Call<'_>, _request: ApplyUpdates) -> Result<NoBody, Refusal> {
    Err(Refusal::BadRequest)
}

fn log(level: Option<u8>, source: &str, message: &str) {
    match level {
        Some(0) => tracing::error!(source, "{message}"),
        Some(1) => tracing::warn!(source, "{message}"),
        Some(2) | None => tracing::info!(source, "{message}"),
        Some(_) => tracing::debug!(source, "{message}"),
    }
}

/// Lines go where the process that runs the embedded Plex has its log.
pub(crate) fn write_message(_call: &Call<'_>, request: WriteMessage) -> Result<NoBody, Refusal> {
    let message = request.message.as_deref().ok_or(Refusal::BadRequest)?;
    log(
        request.level,
        request.source.as_deref().unwrap_or_default(),
        message,
    );
    Ok(NoBody)
}

pub(crate) fn write_log(_call: &Call<'_>, request: WriteLog) -> Result<NoBody, Refusal> {
    let text = std::str::from_utf8(&request.content.bytes).map_err(|_| Refusal::BadRequest)?;
    let lines: Vec<Vec<(String, String)>> = text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| params::pairs(line.trim()).collect())
        .collect();
    let value = |line: &[(String, String)], name: &str| {
        line.iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.clone())
    };
    if lines.iter().any(|line| value(line, "message").is_none()) {
        return Err(Refusal::BadRequest);
    }
    for line in &lines {
        let level = value(line, "level").and_then(|level| level.parse().ok());
        let (source, message) = (value(line, "source"), value(line, "message"));
        log(
            level,
            &source.unwrap_or_default(),
            &message.unwrap_or_default(),
        );
    }
    Ok(NoBody)
}
