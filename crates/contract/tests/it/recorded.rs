//! Answers of real servers and of plex.tv, from a folder that `PLEX_SDK_FIXTURES` names.
//!
//! The folder's `MANIFEST.tsv` lists files with the endpoint each answers. Every answer of an operation of this crate
//! must decode, but for those named in [`EXCLUDED`]; without the variable nothing is tested.

use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use plex_sdk_contract::codec::{Format, Looks};
use plex_sdk_contract::endpoints::{
    authentication, content, download_queue, general, library, play_queue, playlists, plextv,
    provider, status, timeline, transcoder, ultra_blur,
};
use plex_sdk_contract::error::codes;
use plex_sdk_contract::model::{
    DownloadQueueStatus, DownloadStatus, MediaKind, PlaybackState, StreamDecision,
};
use plex_sdk_contract::{ApiError, Endpoint, Reply};
use serde_json::Value;
use std::collections::BTreeSet;
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
        "payloads.py.05.xml",
        "invitations, taken for the root by the manifest",
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
type Decoded = Result<Value, String>;
type Decoder = fn(&Bytes) -> Decoded;

/// A row of the manifest.
struct Row {
    file: String,
    endpoint: String,
    body: Bytes,
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
        "GET /library/sections/{id}/all"
        | "GET /library/sections/{id}/collections"
        | "GET /library/sections/{id}/folder" => decode::<content::ListContent>,
        "GET /library/metadata/{id}" => decode::<content::GetMetadataItem>,
        "GET /library/metadata/{id}/children" => decode::<content::GetMetadataChildren>,
        "GET /library/metadata/{id}/allLeaves" => decode::<content::GetAllItemLeaves>,
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
        // A player's resources stand in a MediaContainer and carry the remark "(player)".
        "GET plex.tv/api/v2/resources" => decode::<plextv::resources::GetServerResources>,
        "json list: name,product,productVersion,platform" => {
            decode::<plextv::resources::GetServerResources>
        }
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

fn folder() -> Option<PathBuf> {
    let folder = std::env::var_os("PLEX_SDK_FIXTURES").map(PathBuf::from);
    if folder.is_none() {
        println!("skipped: PLEX_SDK_FIXTURES names no folder of recorded answers");
    }
    folder
}

fn rows(folder: &Path) -> Vec<Row> {
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

fn excluded(file: &str) -> bool {
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
        let player = row.endpoint.contains("(player)");
        let Some(decode) = decoder(&row.endpoint).filter(|_| !player && !excluded(&row.file))
        else {
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

    let latin = &named(&rows, "item_metadata_with_latin1_encoding.json").body;
    assert!(std::str::from_utf8(latin).is_err());
    let latin = <content::GetMetadataItem as Endpoint>::Response::decode(latin).unwrap();
    let title = latin.library_section_title.as_deref();
    assert_eq!(title, Some("\u{fffd}\u{fffd}nikirjat"));
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

/// Names of an answer's tree that are gone once it was read and written again, as `Metadata.Media.id`.
fn lost(
    before: &Value,
    after: Option<&Value>,
    place: &str,
    all: &mut BTreeSet<String>,
    lost_names: &mut BTreeSet<String>,
) {
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
                if read.is_none() {
                    lost_names.insert(place.clone());
                    all.insert(place);
                    continue;
                }
                lost(value, read, &place, all, lost_names);
                all.insert(place);
            }
        }
        Value::Array(list) => {
            for (at, entry) in list.iter().enumerate() {
                let read = match after {
                    Some(Value::Array(read)) => read.get(at),
                    other => other,
                };
                lost(entry, read, place, all, lost_names);
            }
        }
        _ => {}
    }
}

#[test]
fn few_names_are_unknown_to_the_models() {
    let Some(folder) = folder() else { return };
    let (mut all, mut unknown) = (BTreeSet::new(), BTreeSet::new());
    for row in &rows(&folder) {
        let wanted = Looks::of(&row.body) == Looks::Json && !excluded(&row.file);
        let Some(decode) = decoder(&row.endpoint).filter(|_| wanted) else {
            continue;
        };
        let text = String::from_utf8_lossy(&row.body);
        let Ok(before) = serde_json::from_str::<Value>(&text) else {
            continue;
        };
        if let Ok(after) = decode(&row.body) {
            lost(&before, Some(&after), "", &mut all, &mut unknown);
        }
    }
    println!(
        "{} of {} names are unknown to the models:",
        unknown.len(),
        all.len()
    );
    for name in &unknown {
        println!("  {name}");
    }
    assert!(all.len() > 300, "only {} names were seen", all.len());
    assert!(
        unknown.len() * 20 < all.len(),
        "{} of {} names are unknown",
        unknown.len(),
        all.len()
    );
}
