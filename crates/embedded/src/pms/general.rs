//! A server about itself.

use crate::refusal::Refusal;
use crate::serve::Call;
use crate::world::users::UserKind;
use plex_sdk_contract::codec::envelope::MediaContainer;
use plex_sdk_contract::endpoints::general::{GetIdentity, GetServerInfo};
use plex_sdk_contract::model::{Directory, Identity, MappingState, ServerInfo, SigninState};
use plex_sdk_contract::text::Text;

/// The version of the API that the servers speak.
const API_VERSION: &str = "1.2.2";

/// The first steps of a server's paths, each with how many lie below.
const PATHS: &[(&str, u32)] = &[
    ("activities", 1),
    ("butler", 1),
    ("channels", 1),
    ("clients", 1),
    ("devices", 1),
    ("diagnostics", 1),
    ("hubs", 1),
    ("library", 3),
    ("livetv", 3),
    ("media", 3),
    ("player", 1),
    ("playlists", 1),
    ("playQueues", 1),
    ("resources", 1),
    ("search", 1),
    ("server", 1),
    ("servers", 1),
    ("statistics", 1),
    ("system", 1),
    ("transcode", 1),
    ("updater", 1),
    ("user", 1),
];

/// The rates a transcoder offers in kbit/s, each with its height.
const RATES: &[(u32, u32)] = &[
    (64, 128),
    (208, 160),
    (320, 240),
    (720, 320),
    (1500, 480),
    (3000, 720),
    (4000, 720),
    (8000, 1080),
    (12000, 1080),
    (20000, 1080),
];

pub(crate) fn get_identity(
    call: &Call<'_>,
    _request: GetIdentity,
) -> Result<MediaContainer<Identity>, Refusal> {
    let (_, server) = call.server()?;
    let identity = Identity {
        machine_identifier: server.machine_identifier.clone(),
        version: call.world.version.clone(),
        claimed: Some(server.claimed),
        api_version: Some(API_VERSION.into()),
    };
    Ok(MediaContainer::new(0, identity))
}

pub(crate) fn get_server_info(
    call: &Call<'_>,
    _request: GetServerInfo,
) -> Result<MediaContainer<ServerInfo>, Refusal> {
    let mut info = server_info(call)?;
    info.directories = PATHS
        .iter()
        .map(|(path, count)| Directory {
            key: (*path).into(),
            title: (*path).into(),
            count: Some(*count),
            ..Directory::default()
        })
        .collect();
    let mut container = MediaContainer::new(PATHS.len(), info);
    container.allow_sync = Some(true);
    Ok(container)
}

/// What a server says of itself at its root and beside its providers.
pub(crate) fn server_info(call: &Call<'_>) -> Result<ServerInfo, Refusal> {
    let (_, server) = call.server()?;
    let list = |pick: fn(usize, &(u32, u32)) -> String| -> Option<Text> {
        let words: Vec<String> = RATES
            .iter()
            .enumerate()
            .map(|(at, rate)| pick(at, rate))
            .collect();
        Some(words.join(",").into())
    };
    let name = server
        .administration
        .preferences
        .read(|values| values.get("FriendlyName").cloned());
    let name = name.filter(|name| !name.is_empty());
    Ok(ServerInfo {
        friendly_name: Some(name.map_or_else(|| server.name.into(), Text::from)),
        machine_identifier: Some(server.machine_identifier.clone()),
        version: Some(call.world.version.clone()),
        api_version: Some(API_VERSION.into()),
        platform: Some("Linux".into()),
        platform_version: Some("6.0".into()),
        country_code: Some("usa".into()),
        updated_at: Some(call.world.started),
        allow_camera_upload: false,
        allow_channel_access: true,
        allow_media_deletion: Some(true),
        allow_sharing: true,
        allow_tuners: true,
        background_processing: true,
        certificate: Some(server.tls),
        companion_proxy: true,
        diagnostics: Some("logs,databases,streaminglogs".into()),
        event_stream: true,
        hub_search: true,
        item_clusters: true,
        livetv: Some(7),
        media_providers: true,
        multiuser: true,
        music_analysis: Some(2),
        my_plex: true,
        my_plex_mapping_state: Some(MappingState::Mapped),
        my_plex_signin_state: Some(if server.claimed {
            SigninState::SignedIn
        } else {
            SigninState::SignedOut
        }),
        my_plex_subscription: false,
        my_plex_username: server
            .claimed
            .then(|| UserKind::Owner.profile().email.into()),
        offline_transcode: Some(1),
        owner_features: Some("adaptive_bitrate,collections,federated-auth,home,radio".into()),
        plugin_host: true,
        push_notifications: false,
        read_only_libraries: false,
        streaming_brain_abr_version: Some(3),
        streaming_brain_version: Some(2),
        sync: true,
        transcoder_active_video_sessions: u32::try_from(
            server.administration.transcodes.all().len(),
        )
        .ok(),
        transcoder_audio: true,
        transcoder_lyrics: true,
        transcoder_photo: true,
        transcoder_subtitles: true,
        transcoder_video: true,
        transcoder_video_bitrates: list(|_, (rate, _)| rate.to_string()),
        transcoder_video_qualities: list(|at, _| at.to_string()),
        transcoder_video_resolutions: list(|_, (_, height)| height.to_string()),
        updater: true,
        voice_search: true,
        ..ServerInfo::default()
    })
}
