//! Answers of real servers and of plex.tv, from a folder that `PLEX_SDK_FIXTURES` names.
//!
//! The folder's `MANIFEST.tsv` lists files with the endpoint each answers. Every answer of an operation of this crate
//! must decode, but for those named in [`EXCLUDED`]; without the variable nothing is tested.

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use plex_sdk_contract::codec::{Format, Looks};
use plex_sdk_contract::endpoints::player::companion;
use plex_sdk_contract::endpoints::{
    activities, authentication, butler, content, devices, discover, download_queue, epg, general,
    library, live_tv, play_queue, playlists, plextv, preferences, provider, sonos, status,
    subscriptions, timeline, transcoder, ultra_blur, updater,
};
use plex_sdk_contract::error::codes;
use plex_sdk_contract::model::{
    ButlerTask, ButlerTaskName, DownloadQueueStatus, DownloadStatus, FriendStatus, MediaKind,
    PlaybackState, StreamDecision,
};
use plex_sdk_contract::query::{Filter, Query, SmartUri, field};
use plex_sdk_contract::{ApiError, Endpoint, Reply};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Files whose endpoint looks like an operation of this crate, and which are no answer to it.
const EXCLUDED: &[(&str, &str)] = &[
    (
        "issue9_tvshows_bad.xml",
        "breaks off on purpose; see `broken_answers_are_errors`",
    ),
    (
        "media_providers.get.200.example.json",
        "made up from a schema of another shape",
    ),
    (
        "pins.post.200.example.json",
        "made up: its instants are the word `example`",
    ),
    (
        "openapi-examples/resources.get.200.example.json",
        "made up: its token has a space",
    ),
    (
        "security_resources.get.200.example.json",
        "made up: its token has a space",
    ),
    (
        "user.get.200.example.json",
        "made up: its token has a space",
    ),
    (
        "plextv_resources_base.xml",
        "a template: one value is yet to be filled in",
    ),
    (
        "accounts.get.200.example.json",
        "made up: recorded answers have accounts and not directories",
    ),
    (
        "clients.get.200.example.json",
        "made up: recorded answers have a MediaContainer",
    ),
    (
        "openapi-examples/devices.get.200.example.json",
        "made up from the schema of tuners",
    ),
    (
        "samples/root.json",
        "JSON of servers before 2016, which had no MediaContainer",
    ),
    (
        "samples/library/sections.json",
        "JSON of servers before 2016, which had no MediaContainer",
    ),
    (
        "samples/library/sections/1/all.json",
        "JSON of servers before 2016, which had no MediaContainer",
    ),
    (
        "_timeline.post.200.example.json",
        "made up: the server's description, of which a report answers nothing",
    ),
    (
        "plex/session_base.xml",
        "a pattern to fill in: its user is the word `{user_id}`",
    ),
    (
        "status_sessions_history_all.get.200.example.json",
        "made up: its section is a word",
    ),
    (
        "plex/validSession.json",
        "what a generated client made of an answer",
    ),
    (
        "JSON/plex1.json",
        "JSON of servers before 2016, which had no MediaContainer",
    ),
    (
        "JSON/plex1_updated_duration.json",
        "JSON of servers before 2016, broken at that",
    ),
    (
        "JSON/plex1_updated_viewOffset.json",
        "JSON of servers before 2016, which had no MediaContainer",
    ),
    (
        "JSON/plex2.json",
        "JSON of servers before 2016, which had no MediaContainer",
    ),
    (
        "JSON/plex_one_session.json",
        "JSON of 2017, with items under `Video` as in XML",
    ),
    (
        "JSON/plex_one_session_updated_viewOffset.json",
        "JSON of 2017, with items under `Video` as in XML",
    ),
    (
        "JSON/plex_two_sessions.json",
        "JSON of 2017, with items under `Video` as in XML",
    ),
];

/// Error bodies, and the code and message that each gives.
const ERRORS: &[(&str, u16, Option<i64>, &str)] = &[
    (
        "resources.get.401.example.json",
        401,
        Some(codes::UNAUTHENTICATED),
        "could not be authenticated",
    ),
    (
        "user.get.400.example.json",
        400,
        Some(codes::NO_CLIENT_IDENTIFIER),
        "X-Plex-Client-Identifier",
    ),
    (
        "pins_{pinID}.get.404.example.json",
        404,
        Some(codes::PIN_NOT_FOUND),
        "expired",
    ),
    (
        "library_sections_{sectionKey}_all.get.404.example.xml",
        404,
        None,
        "Not Found",
    ),
];

/// What an answer became: the tree it is written as again, or why it could not be read.
pub(crate) type Decoded = Result<Value, String>;
pub(crate) type Decoder = fn(&Bytes) -> Decoded;

/// A row of the manifest.
pub(crate) struct Row {
    pub(crate) file: String,
    endpoint: String,
    pub(crate) body: Bytes,
}

fn decode<E: Endpoint>(body: &Bytes) -> Decoded {
    let answer = E::Response::decode(body).map_err(|error| error.to_string())?;
    for format in [Format::Json, Format::Xml] {
        let written = answer.encode(format).map_err(|error| error.to_string())?;
        E::Response::decode(&written.body).map_err(|error| format!("{format:?}: {error}"))?;
    }
    let json = answer
        .encode(Format::Json)
        .map_err(|error| error.to_string())?;
    serde_json::from_slice(&json.body).map_err(|error| error.to_string())
}

/// The decoder for what the manifest calls an endpoint.
fn decoder(endpoint: &str) -> Option<Decoder> {
    // `~` marks a guess; a query or a remark may follow.
    let endpoint = endpoint.trim_start_matches('~');
    let endpoint = endpoint.split(['?', '(']).next()?.trim();
    Some(match endpoint {
        "GET /" => decode::<general::GetServerInfo>,
        "GET /identity" => decode::<general::GetIdentity>,
        "GET /library" => decode::<library::GetRootLibrary>,
        "GET /library/sections" => decode::<library::GetSections>,
        // What the manifest calls filters is a list of items with `includeMeta=1`.
        "GET /library/sections/{id}/all" | "GET /library/sections/{id}/filters" => {
            decode::<content::ListContent>
        }
        "GET /library/metadata/{id}" => decode::<content::GetMetadataItem>,
        "GET /library/metadata/{id}/children" => decode::<content::GetMetadataChildren>,
        "GET /library/metadata/{id}/allLeaves" => decode::<content::GetAllItemLeaves>,
        // The library's items and what is across sections.
        "GET /library/onDeck" => decode::<library::GetOnDeck>,
        "GET /library/recentlyAdded" => decode::<library::GetRecentlyAddedGlobal>,
        "GET /library/metadata/{id}/related" => decode::<library::GetRelatedItems>,
        "GET /library/metadata/{id}/similar" => decode::<library::ListSimilar>,
        "GET /library/metadata/{id}/extras" => decode::<library::GetExtras>,
        "GET /media/providers" => decode::<provider::ListProviders>,
        "GET /security/token" | "POST /security/token" => {
            decode::<authentication::GetTransientToken>
        }
        "GET /security/resources" => decode::<authentication::GetSourceConnectionInformation>,
        "POST /pins" | "POST plex.tv/api/v2/pins" => decode::<plextv::authentication::CreatePin>,
        "GET /pins/{id}" => decode::<plextv::authentication::GetPin>,
        "GET /user"
        | "GET plex.tv/api/v2/user"
        | "POST plex.tv/users/sign_in.xml | GET /api/v2/user" => {
            decode::<plextv::authentication::GetTokenDetails>
        }
        "GET plex.tv/api/v2/resources" => decode::<plextv::resources::GetServerResources>,
        "json list: name,product,productVersion,platform" => {
            decode::<plextv::resources::GetServerResources>
        }
        // Sections, and lists within them.
        "GET /library/sections/{id}" => decode::<library::GetLibraryDetails>,
        "GET /library/sections/{id}/collections" => decode::<library::GetCollections>,
        "GET /library/sections/{id}/folder" => decode::<library::GetSectionFolder>,
        "GET /library/sections/{id}/sorts" => decode::<library::GetAvailableSorts>,
        // plex.tv and the providers beside it.
        "GET plex.tv/api/announcements" => decode::<plextv::general::ListAnnouncements>,
        "GET plex.tv/api/claim/token.json" => decode::<plextv::authentication::GetClaimToken>,
        "GET plex.tv/api/resources" => decode::<plextv::resources::GetLegacyResources>,
        "GET plex.tv/devices.xml" => decode::<plextv::devices::ListAccountDevices>,
        "GET plex.tv/api/users" => decode::<plextv::friends::GetUsers>,
        "GET plex.tv/api/v2/companions" => decode::<plextv::general::GetCompanionsData>,
        "GET plex.tv/api/v2/features" => decode::<plextv::general::GetFeatures>,
        "GET plex.tv/api/v2/friends" => decode::<plextv::friends::GetFriends>,
        "GET plex.tv/api/v2/server/{machineId}" => decode::<plextv::resources::GetServerInfoV2>,
        "POST plex.tv/api/v2/shared_servers" => decode::<plextv::sharing::ShareServer>,
        "GET plex.tv/api/v2/user/privacy" => decode::<plextv::settings::GetPrivacy>,
        "GET plex.tv/api/v2/user/webhooks" => decode::<plextv::settings::GetWebhooks>,
        "GET plex.tv/media/providers" => decode::<plextv::general::GetCloudProviders>,
        "GET {provider}.provider.plex.tv/" => decode::<discover::GetProviderRoot>,
        // Administration, live TV and players.
        "GET /accounts" => decode::<general::GetSystemAccounts>,
        "GET /devices" => decode::<general::GetSystemDevices>,
        "GET /clients" | "GET /clients|/servers" => decode::<general::GetClients>,
        "GET /servers" => decode::<general::GetLocalServers>,
        "GET /diagnostics" => decode::<general::GetDiagnostics>,
        "GET /services/browse" => decode::<general::BrowseFilesystem>,
        "GET /system/agents" => decode::<general::GetMetadataAgents>,
        "GET /sync" => decode::<general::GetSyncStatus>,
        "items: StatisticsResources" => decode::<general::GetResourceStatistics>,
        "GET /activities" => decode::<activities::ListActivities>,
        "GET /butler" => decode::<butler::GetTasks>,
        "GET /updater/status" => decode::<updater::GetUpdatesStatus>,
        "GET /:/prefs" => decode::<preferences::GetAllPreferences>,
        "GET /media/grabbers" => decode::<devices::GetAvailableGrabbers>,
        "GET /media/grabbers/devices/{deviceId}/channels" => decode::<devices::GetDevicesChannels>,
        "DELETE /media/grabbers/devices/{deviceId}" => decode::<devices::RemoveDevice>,
        "GET /livetv/epg/channelmap" => decode::<epg::ComputeChannelMap>,
        "GET /livetv/epg/channels" => decode::<epg::GetChannels>,
        "GET /livetv/epg/countries" => decode::<epg::GetCountries>,
        "GET /livetv/epg/languages" => decode::<epg::GetAllLanguages>,
        "GET /livetv/epg/lineupchannels" => decode::<epg::GetLineupChannels>,
        "GET /livetv/sessions" => decode::<live_tv::GetSessions>,
        "GET /media/subscriptions/template" => decode::<subscriptions::GetTemplate>,
        "GET /resources" => decode::<companion::GetClientResourcesRoot>,
        "GET sonos.plex.tv/resources" => decode::<sonos::ListSonosPlayers>,
        // Playing: playlists, play queues, sessions, conversions, reports.
        "GET /playlists" => decode::<playlists::ListPlaylists>,
        "GET /playlists/{id}/items" => decode::<playlists::GetPlaylistItems>,
        "GET|POST /playQueues/{id}" => decode::<play_queue::GetPlayQueue>,
        "GET /status/sessions" => decode::<status::ListSessions>,
        "GET /status/sessions/background" => decode::<status::GetBackgroundTasks>,
        "GET /status/sessions/history/all" => decode::<status::ListPlaybackHistory>,
        "GET /transcode/sessions" => decode::<transcoder::GetTranscodeSessions>,
        "GET /video/:/transcode/universal/decision" => decode::<transcoder::MakeDecision>,
        "GET /services/ultrablur/colors" => decode::<ultra_blur::GetColors>,
        "POST /:/timeline" => decode::<timeline::Report>,
        _ => return None,
    })
}

/// Decoders for files whose endpoint in the manifest says too little or something else.
const BY_FILE: &[(&str, Decoder)] = &[
    (
        "api/v2/friends/accept.json",
        decode::<plextv::friends::AcceptFriend>,
    ),
    (
        "api/v2/friends/invite_create.json",
        decode::<plextv::friends::InviteFriend>,
    ),
    (
        "payloads.py.05.xml",
        decode::<plextv::friends::ListSentInvites>,
    ),
    (
        "Resources/home_users.json",
        decode::<plextv::home::GetHomeUsersV2>,
    ),
    (
        "fixtures/managed_users.xml",
        decode::<plextv::home::GetHomeUsers>,
    ),
    (
        "Resources/switch_user.json",
        decode::<plextv::home::SwitchHomeUserV2>,
    ),
    (
        "Resources/simple_authentication.json",
        decode::<plextv::settings::GetAccountJson>,
    ),
    (
        "sinatra/sign_in.json",
        decode::<plextv::settings::GetAccountJson>,
    ),
    (
        "geoip.get.200.example.json",
        decode::<plextv::general::GetGeoIp>,
    ),
    (
        "cloud_server.get.200.example.json",
        decode::<plextv::general::GetCloudServer>,
    ),
];

/// The decoder for a row: by its file, or else by its endpoint.
pub(crate) fn decoder_of(row: &Row) -> Option<Decoder> {
    let by_file = BY_FILE.iter().find(|(end, _)| row.file.ends_with(end));
    by_file
        .map(|(_, decode)| *decode)
        .or_else(|| decoder(&row.endpoint))
}

pub(crate) fn folder() -> Option<PathBuf> {
    let folder = std::env::var_os("PLEX_SDK_FIXTURES").map(PathBuf::from);
    if folder.is_none() {
        println!("skipped: PLEX_SDK_FIXTURES names no folder of recorded answers");
    }
    folder
}

pub(crate) fn rows(folder: &Path) -> Vec<Row> {
    let manifest = std::fs::read_to_string(folder.join("MANIFEST.tsv")).unwrap();
    let read = |line: &str| {
        let mut cells = line.split('\t');
        let file = cells.next()?.to_owned();
        let endpoint = cells.nth(2)?.to_owned();
        let body = std::fs::read(folder.join(&file)).ok()?.into();
        Some(Row {
            file,
            endpoint,
            body,
        })
    };
    manifest.lines().skip(1).filter_map(read).collect()
}

pub(crate) fn excluded(file: &str) -> bool {
    EXCLUDED.iter().any(|(end, _)| file.ends_with(end))
        || ERRORS.iter().any(|(end, ..)| file.ends_with(end))
}

fn named<'r>(rows: &'r [Row], end: &str) -> &'r Row {
    let mut found = rows.iter().filter(|row| row.file.ends_with(end));
    let row = found.next().unwrap_or_else(|| panic!("{end} is not there"));
    assert!(found.next().is_none(), "{end} is there twice");
    row
}

#[test]
fn every_answer_decodes() {
    let Some(folder) = folder() else { return };
    let rows = rows(&folder);
    let (mut decoded, mut failed) = (0, Vec::new());
    for row in &rows {
        let Some(decode) = decoder_of(row).filter(|_| !excluded(&row.file)) else {
            continue;
        };
        match decode(&row.body) {
            Ok(_) => decoded += 1,
            Err(error) => failed.push(format!("{} ({}): {error}", row.file, row.endpoint)),
        }
    }
    println!(
        "{decoded} recorded answers of {} files were decoded",
        rows.len()
    );
    assert!(
        failed.is_empty(),
        "{} of {decoded} failed:\n{}",
        failed.len(),
        failed.join("\n")
    );
    assert!(decoded >= 80, "only {decoded} were decoded");
    for (end, _) in EXCLUDED {
        named(&rows, end);
    }
    for (end, _) in BY_FILE {
        named(&rows, end);
    }
}

#[test]
fn broken_answers_are_errors() {
    let Some(folder) = folder() else { return };
    let rows = rows(&folder);
    let row = named(&rows, "issue9_tvshows_bad.xml");
    let error = decode::<content::ListContent>(&row.body).unwrap_err();
    println!("{error}");
    for end in ["samples/root.json", "samples/library/sections.json"] {
        let error = decode::<general::GetServerInfo>(&named(&rows, end).body).unwrap_err();
        assert_eq!(error, "the body has no MediaContainer");
    }
    for end in [
        "user.get.200.example.json",
        "security_resources.get.200.example.json",
    ] {
        let row = named(&rows, end);
        let decoder = decoder(&row.endpoint).unwrap();
        let error = decoder(&row.body).unwrap_err();
        assert!(
            error.contains("Token") && !error.contains("string value"),
            "{error}"
        );
    }
}

#[test]
fn error_answers_give_code_and_message() {
    let Some(folder) = folder() else { return };
    let rows = rows(&folder);
    for (end, status, code, message) in ERRORS {
        let body = &named(&rows, end).body;
        let status = StatusCode::from_u16(*status).unwrap();
        let error = ApiError::new(status, &HeaderMap::new(), body);
        assert_eq!(error.code(), *code, "{end}");
        assert!(error.to_string().contains(message), "{end}: {error}");
        assert_eq!(&error.body, body);
    }
}

fn answer<E: Endpoint>(rows: &[Row], end: &str) -> E::Response {
    E::Response::decode(&named(rows, end).body).unwrap()
}

#[expect(clippy::too_many_lines, reason = "a list of values")]
#[test]
fn values_are_the_ones_that_were_recorded() {
    let Some(folder) = folder() else { return };
    let rows = rows(&folder);

    let identity = answer::<general::GetIdentity>(&rows, "capture-2026-06-03/identity.xml");
    assert_eq!(identity.machine_identifier.as_str().len(), 40);
    assert_eq!(identity.version, "1.43.2.10687-563d026ea");
    assert_eq!(identity.claimed, Some(false));

    let root = answer::<general::GetServerInfo>(&rows, "capture-2026-06-03/root.xml");
    assert_eq!(
        root.machine_identifier.as_ref(),
        Some(&identity.machine_identifier)
    );
    assert!(root.directories.len() > 10 && root.providers.is_empty());

    let sections = answer::<library::GetSections>(&rows, "fixtures/plex/library_sections.xml");
    let titles: Vec<_> = sections
        .sections
        .iter()
        .map(|section| section.title.as_str())
        .collect();
    assert_eq!(titles, ["Movies", "TV Shows", "Music"]);
    assert!(
        sections
            .sections
            .iter()
            .all(|section| !section.locations.is_empty())
    );

    let menu = answer::<library::GetLibraryDetails>(&rows, "sections/3/index.xml");
    assert_eq!((menu.size, menu.directories.len()), (Some(11), 11));
    assert_eq!(menu.content.content.as_deref(), Some("secondary"));
    assert_eq!(menu.directories[8].search, Some(true));

    let choices = answer::<library::ListFilterChoices>(&rows, "Resources/collections.json");
    let choice = &choices.directories[0];
    assert_eq!(
        (choice.key.as_str(), choice.fast_key.as_deref()),
        ("3286", Some("/library/sections/34/all?collection=3286"))
    );

    let sorts = answer::<library::GetAvailableSorts>(&rows, "library_movies_sort.xml");
    assert_eq!(sorts.sorts.len(), 8);
    assert_eq!(sorts.sorts[0].desc_key.as_deref(), Some("titleSort:desc"));
    assert_eq!(sorts.view_mode, Some(65592));

    let folder = answer::<library::GetSectionFolder>(&rows, "Resources/folder.json");
    assert_eq!(folder.metadata.len(), 2);
    assert_eq!(folder.metadata[0].rating_key, None);
    assert_eq!(folder.metadata[1].kind, Some(MediaKind::Photo));

    let movies = answer::<content::ListContent>(&rows, "mocks/server/media/movie_library.json");
    let movie = &movies.metadata[0];
    assert_eq!(
        (movie.title.as_str(), movie.year),
        ("Big Buck Bunny", Some(2008))
    );
    assert_eq!(movie.kind, Some(MediaKind::Movie));
    let part = &movie.media[0].parts[0];
    assert!(part.file.is_some() && part.size > Some(1_000_000));

    let episodes = answer::<content::GetMetadataChildren>(&rows, "fixtures/plex/children_20.xml");
    assert!(
        episodes
            .metadata
            .iter()
            .all(|item| item.kind == Some(MediaKind::Episode))
    );
    assert!(episodes.metadata.iter().any(|item| !item.media.is_empty()));

    let token = answer::<authentication::GetTransientToken>(&rows, "plex/security_token.xml");
    assert!(token.token.expose().len() > 5);
    assert!(!format!("{token:?}").contains(token.token.expose()));

    let resources = answer::<plextv::resources::GetServerResources>(&rows, "api/v2/resources.json");
    assert!(
        resources
            .iter()
            .any(|resource| !resource.connections.is_empty())
    );

    let new = answer::<plextv::authentication::CreatePin>(&rows, "api/v2/pins_new.json");
    let linked = answer::<plextv::authentication::CreatePin>(&rows, "api/v2/pins_linked.json");
    assert_eq!(new.token(), None);
    assert!(linked.token().is_some());
    assert!(new.expires_at > new.created_at);

    let user = answer::<plextv::authentication::GetTokenDetails>(&rows, "payloads.py.01.xml");
    assert_eq!(user.roles, ["plexpass"]);
    assert_eq!(user.entitlements, ["all"]);
    let subscription = user.subscription.as_ref().unwrap();
    assert_eq!(subscription.features, ["companions_sonos"]);

    let friends = answer::<plextv::friends::GetFriends>(
        &rows,
        "api/v2/friends_pending_received_one_external.json",
    );
    let share = &friends[0].shared_servers[0];
    assert_eq!(friends[0].status, Some(FriendStatus::PendingReceived));
    assert!(share.accepted_at.is_some() && share.libraries[1].id == 103);
    let settings = share.sharing_settings.as_ref().unwrap();
    assert_eq!(settings.allow_tuners, Some(2));

    let users = answer::<plextv::friends::GetUsers>(&rows, "plex/plextv_shared_users.xml");
    assert_eq!(users.users[1].servers[0].num_libraries, Some(5));

    let devices = answer::<plextv::devices::ListAccountDevices>(&rows, "mocks/myplex/devices.xml");
    assert!(devices.devices.len() > 5);
    let phone = devices.devices.iter().find(|d| d.sync_list.is_some());
    assert_eq!(phone.unwrap().sync_list.as_ref().unwrap().version, Some(2));

    let owner = answer::<plextv::authentication::GetTokenDetails>(&rows, "user_info_plexpass.json");
    assert_eq!(owner.subscriptions[0].mode.as_deref(), Some("lifetime"));
    assert!(owner.services.len() > 5 && owner.ads_consent_set_at.is_some());
    assert!(!format!("{owner:?}").contains("token1"));

    let root = answer::<discover::GetProviderRoot>(&rows, "mocks/metadata/index.json");
    let actions = root.features.iter().flat_map(|feature| &feature.actions);
    assert_eq!(
        actions.map(|action| action.id.as_str()).collect::<Vec<_>>(),
        ["addToWatchlist"]
    );

    let latin = &named(&rows, "item_metadata_with_latin1_encoding.json").body;
    assert!(std::str::from_utf8(latin).is_err());
    let latin = <content::GetMetadataItem as Endpoint>::Response::decode(latin).unwrap();
    let title = latin.library_section_title.as_deref();
    assert_eq!(title, Some("\u{fffd}\u{fffd}nikirjat"));
}

#[test]
fn what_servers_say_of_themselves_is_read_in_full() {
    let Some(folder) = folder() else { return };
    let rows = rows(&folder);

    let butler = answer::<butler::GetTasks>(&rows, "capture-2026-06-03/butler.xml");
    let backup = &butler.tasks[1];
    assert_eq!(backup.name, Some(ButlerTaskName::BackupDatabase));
    assert_eq!((backup.interval, backup.enabled), (Some(3), Some(true)));
    let unknown = |task: &&ButlerTask| matches!(task.name, Some(ButlerTaskName::Unknown(_)) | None);
    assert_eq!(butler.tasks.iter().find(unknown), None);

    let agents =
        answer::<general::GetMetadataAgents>(&rows, "capture-2026-06-03/system_agents.xml");
    let personal = &agents.agents[1];
    assert_eq!(personal.identifier, "com.plexapp.agents.none");
    assert_eq!(personal.media_types.len(), 5);
    assert_eq!(personal.media_types[0].languages[0].code, "xn");

    let disk = answer::<general::BrowseFilesystem>(&rows, "capture-2026-06-03/services_browse.xml");
    let media = disk
        .paths
        .iter()
        .find(|path| path.title.as_deref() == Some("media"));
    let path = media.and_then(|media| media.path.as_deref()).unwrap();
    let request = general::BrowseFilesystemPath::for_path(path);
    assert_eq!(
        media.and_then(|media| media.key.as_deref()),
        Some(format!("/services/browse/{}", request.base64_path).as_str())
    );
    assert_eq!(request.path().as_deref(), Some(path));

    let load = answer::<general::GetResourceStatistics>(&rows, "payloads.py.03.xml");
    assert_eq!(load.resources[2].process_cpu_utilization, Some(4.415));

    let speakers = answer::<sonos::ListSonosPlayers>(&rows, "plex/sonos_resources.xml");
    assert_eq!(speakers.players[0].lan_ip.as_deref(), Some("192.168.1.11"));

    let live = answer::<live_tv::GetSessions>(&rows, "plex/livetv_sessions.xml");
    assert_eq!(live.metadata[0].media[0].parts[0].streams.len(), 4);
}

#[test]
fn values_of_playing_are_the_ones_that_were_recorded() {
    let Some(folder) = folder() else { return };
    let rows = rows(&folder);

    let sessions = answer::<status::ListSessions>(&rows, "plex/session_plexweb.xml");
    let item = &sessions.metadata[0];
    assert_eq!(item.session_key.as_deref(), Some("1"));
    let user = item.user.as_ref().unwrap();
    assert_eq!(user.title.as_deref(), Some("User 1"));
    let player = item.player.as_ref().unwrap();
    assert_eq!(player.state, Some(PlaybackState::Playing));
    assert_eq!(player.product.as_deref(), Some("Plex Web"));
    let session = item.session.as_ref().unwrap();
    assert_eq!(session.bandwidth, Some(7000));

    let live = answer::<status::ListSessions>(&rows, "plex/session_live_tv.xml");
    assert_eq!(live.metadata[0].library_section_id, Some(-4));

    let queue = answer::<play_queue::GetPlayQueue>(&rows, "plex/playqueue_1234.xml");
    assert_eq!(queue.play_queue_id, Some(1234));
    assert_eq!((queue.total_count, queue.version), (Some(1), Some(1)));
    assert_eq!(queue.metadata.len(), 1);

    let entries = answer::<playlists::GetPlaylistItems>(&rows, "Resources/playlist.json");
    assert_eq!((entries.leaf_count, entries.metadata.len()), (Some(10), 10));
    let seconds: u64 = entries
        .metadata
        .iter()
        .filter_map(|item| item.duration_ms)
        .sum::<u64>()
        / 1000;
    assert!(entries.duration_seconds.unwrap().abs_diff(seconds) < 10);

    let refused = answer::<transcoder::MakeDecision>(&rows, "transcode/video_offline_refused.json");
    assert_eq!(refused.general_decision_code, Some(1000));
    assert_eq!(refused.metadata[0].title, "Reign of Fire");
    let music = answer::<transcoder::MakeDecision>(&rows, "transcode/music_mp3.json");
    assert_eq!(music.transcode_decision_code, Some(1001));
    let streams = &music.metadata[0].media[0].parts[0].streams;
    assert!(streams.iter().any(|stream| stream.decision.is_some()));

    let running = answer::<transcoder::GetTranscodeSessions>(&rows, "video_sessions.json");
    let conversion = &running.sessions[0];
    assert_eq!(conversion.video_decision, Some(StreamDecision::Transcode));
    assert_eq!(conversion.subtitle_decision, Some(StreamDecision::Burn));
    assert_eq!(conversion.offline_transcode, Some(true));

    let report = answer::<timeline::Report>(&rows, "timeline/timeline.json");
    assert_eq!(report.view_offset_ms, Some(75_000));
    assert_eq!(report.playback_state.as_deref(), Some("progress"));
}

#[test]
fn download_queues_are_the_ones_that_were_recorded() {
    let Some(folder) = folder() else { return };
    let rows = rows(&folder);
    let queue = answer::<download_queue::CreateDownloadQueue>(&rows, "queue_created.json");
    assert_eq!(queue.queues[0].status, Some(DownloadQueueStatus::Waiting));
    let added = answer::<download_queue::AddDownloadQueueItems>(&rows, "add_item_response.json");
    assert_eq!(added.items[0].id, Some(123));
    let none = answer::<download_queue::ListDownloadQueueItems>(&rows, "empty_items.json");
    assert!(none.items.is_empty());
    for (file, status) in [
        ("item_deciding.json", DownloadStatus::Deciding),
        ("item_waiting.json", DownloadStatus::Waiting),
        ("item_processing.json", DownloadStatus::Processing),
        ("item_available.json", DownloadStatus::Available),
    ] {
        let items = answer::<download_queue::GetDownloadQueueItems>(&rows, file);
        assert_eq!(items.items[0].status, Some(status), "{file}");
        let decision = items.items[0].decision.as_ref().unwrap();
        assert_eq!(decision.direct_play_decision_code, Some(2000));
    }
    let running = answer::<download_queue::GetDownloadQueueItems>(&rows, "item_processing.json");
    let conversion = running.items[0].transcode_session.as_ref().unwrap();
    assert_eq!(conversion.progress, Some(25.5));
}

/// How often a name was seen in answers, and how often it was gone once the answer was read and written again.
#[derive(Default)]
struct Seen {
    times: usize,
    lost: usize,
}

/// Counts the names of an answer's tree, as `Metadata.Media.id`.
fn count(before: &Value, after: Option<&Value>, place: &str, names: &mut BTreeMap<String, Seen>) {
    match before {
        Value::Object(fields) => {
            // Where one object became a list of one, or the other way round, its fields are the same.
            let after = match after {
                Some(Value::Array(list)) => list.first(),
                other => other,
            };
            for (name, value) in fields {
                if value.is_null() || value == &Value::Array(Vec::new()) {
                    continue;
                }
                let place = match place {
                    "" => name.clone(),
                    _ => format!("{place}.{name}"),
                };
                let read = after.and_then(|after| after.get(name));
                if read.is_some() {
                    count(value, read, &place, names);
                }
                let seen = names.entry(place).or_default();
                seen.times += 1;
                seen.lost += usize::from(read.is_none());
            }
        }
        Value::Array(list) => {
            for (at, entry) in list.iter().enumerate() {
                let read = match after {
                    Some(Value::Array(read)) => read.get(at),
                    other => other,
                };
                count(entry, read, place, names);
            }
        }
        _ => {}
    }
}

#[test]
fn few_names_are_unknown_to_the_models() {
    let Some(folder) = folder() else { return };
    let mut names = BTreeMap::new();
    for row in &rows(&folder) {
        let wanted = Looks::of(&row.body) == Looks::Json && !excluded(&row.file);
        let Some(decode) = decoder_of(row).filter(|_| wanted) else {
            continue;
        };
        let text = String::from_utf8_lossy(&row.body);
        let Ok(before) = serde_json::from_str::<Value>(&text) else {
            continue;
        };
        if let Ok(after) = decode(&row.body) {
            count(&before, Some(&after), "", &mut names);
        }
    }
    let unknown: Vec<_> = names.iter().filter(|(_, seen)| seen.lost > 0).collect();
    let permille = unknown.len() * 1000 / names.len().max(1);
    println!(
        "{} of {} names ({}.{} %) are unknown to the models:",
        unknown.len(),
        names.len(),
        permille / 10,
        permille % 10
    );
    for (name, seen) in &unknown {
        println!("  {name}: {} of {} times", seen.lost, seen.times);
    }
    assert!(names.len() > 300, "only {} names were seen", names.len());
    assert!(permille < 50, "too many names are unknown");
}

/// What real sections say of themselves lets through what they say, and nothing that they do not know.
#[test]
fn recorded_sections_take_what_they_tell() {
    let Some(folder) = folder() else { return };
    let rows = rows(&folder);
    let mut checked = 0;
    for row in &rows {
        let Ok(page) = <content::ListContent as Endpoint>::Response::decode(&row.body) else {
            continue;
        };
        let Some(meta) = page.meta.as_deref() else {
            continue;
        };
        let listed = meta
            .types
            .iter()
            .filter_map(|of| Some((of.kind.as_ref()?, of)));
        for (kind, of) in listed.filter(|(kind, _)| **kind != MediaKind::Folder) {
            let query = Query::new().of(kind);
            for told in &of.fields {
                let compared = meta.field_types.iter().filter(|of| of.kind == told.kind);
                for operator in compared.flat_map(|of| &of.operators) {
                    let key = told.key.as_deref().unwrap();
                    let filter: Filter = format!("{key}{}1", operator.key.as_deref().unwrap())
                        .parse()
                        .unwrap();
                    let fits = query.clone().filter(filter).check(meta);
                    fits.unwrap_or_else(|misfits| panic!("{}: {misfits}", row.file));
                    checked += 1;
                }
            }
            for told in &of.sorts {
                for key in [&told.key, &told.desc_key].into_iter().flatten() {
                    let sorted: Query = format!("sort={}", key.as_str()).parse().unwrap();
                    let query = Query {
                        sort: sorted.sort,
                        ..query.clone()
                    };
                    let fits = query.check(meta);
                    fits.unwrap_or_else(|misfits| panic!("{}: {misfits}", row.file));
                    checked += 1;
                }
            }
            for wrong in ["nonsense=1", "guid>>1", "updatedAt>>soon"] {
                let filter: Filter = wrong.parse().unwrap();
                assert!(query.clone().filter(filter).check(meta).is_err(), "{wrong}");
            }
        }
    }
    println!("{checked} fields and orders checked");
    assert!(checked > 100, "{checked}");
    let end = "Tests/PlexKitTests/Resources/collections2.json";
    let collections = answer::<content::ListContent>(&rows, end);
    let uris: Vec<SmartUri> = collections
        .metadata
        .iter()
        .filter_map(|collection| collection.content.as_deref()?.parse().ok())
        .collect();
    assert_eq!(uris.len(), 1);
    assert_eq!(uris[0].query.filter, Some(field("album.genre").is(571)));
    let albums = answer::<content::ListContent>(&rows, "Tests/PlexKitTests/Resources/albums.json");
    uris[0]
        .query
        .check(albums.meta.as_deref().unwrap())
        .unwrap();
}
