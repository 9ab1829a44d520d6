//! Playing in an app of one's own: addresses with a token in them, sessions, and waiting for downloads.

use crate::stub::{self, Asked, answer, json};
use bytes::Bytes;
use plex_sdk::endpoints::transcoder::TranscodeImage;
use plex_sdk::model::{DownloadStatus, StreamProtocol};
use plex_sdk::playback::{DownloadWait, Playback, PlaybackMethod, PlaybackSession};
use plex_sdk::profile::ClientProfile;
use plex_sdk::{ErrorKind, Server};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tokio::time::Instant;

const CONVERT: &str = r#"{"MediaContainer":{"generalDecisionCode":1001,"directPlayDecisionCode":3000,"transcodeDecisionCode":1001,
    "Metadata":[{"ratingKey":"9","type":"movie","duration":60000}]}}"#;
const DIRECT: &str = r#"{"MediaContainer":{"generalDecisionCode":1000,"directPlayDecisionCode":1000,
    "Metadata":[{"ratingKey":"9","type":"movie","Media":[{"Part":[{"key":"/library/parts/3/1/file.mkv"}]}]}]}}"#;
const NEITHER: &str = r#"{"MediaContainer":{"generalDecisionCode":2000,"generalDecisionText":"Neither direct play nor conversion"}}"#;

fn server(decision: &'static str) -> (Server, Asked) {
    let (builder, asked) = stub::server(move |request| match request.uri().path() {
        "/security/token" => json(stub::MINTED),
        path if path.ends_with("/decision") => json(decision),
        path if path.ends_with("/universal/stop") => answer(404, "text/html", "<html>"),
        _ => json(r#"{"MediaContainer":{"size":0}}"#),
    });
    (builder.build().unwrap(), asked)
}

fn paths(asked: &Asked) -> Vec<String> {
    let all = asked.all();
    all.iter()
        .map(|request| request.uri().path().to_owned())
        .collect()
}

fn query_of(asked: &Asked, path: &str) -> String {
    let all = asked.all();
    let found = all
        .iter()
        .rev()
        .find(|request| request.uri().path().ends_with(path));
    found.unwrap().uri().query().unwrap_or_default().to_owned()
}

#[tokio::test]
async fn a_conversion_is_decided_started_reported_and_stopped() {
    let (server, asked) = server(CONVERT);
    let profile = ClientProfile::new().max_video_bitrate(2000);
    let playback = Playback::video("9")
        .profile(&profile)
        .protocol(StreamProtocol::Dash);
    let playback = playback.with(|request| request.video_quality = Some(60));
    let mut session = PlaybackSession::decide(&server, playback).await.unwrap();
    assert_eq!(*session.verdict(), PlaybackMethod::Convert);
    let id = session.id().to_string();
    let decided = query_of(&asked, "/decision");
    assert!(
        decided.contains(&format!("transcodeSessionId={id}")) && decided.contains("directPlay=1")
    );
    let url = session.url().await.unwrap();
    let text = url.expose();
    assert!(
        text.starts_with("http://plex.test:32400/video/:/transcode/universal/start.mpd?"),
        "{text}"
    );
    for part in [
        format!("session={id}"),
        "directPlay=0".into(),
        "protocol=dash".into(),
        "videoQuality=60".into(),
        "X-Plex-Client-Identifier=client%2D1".into(),
        "X-Plex-Token=transient%2D1".into(),
    ] {
        assert!(
            text.split(['?', '&']).any(|pair| pair == part),
            "{part} in {text}"
        );
    }
    assert!(
        text.contains("X-Plex-Client-Profile-Extra=add-limitation"),
        "{text}"
    );
    // Shown, it has no token; and the client's own is nowhere.
    for shown in [format!("{url}"), format!("{url:?}")] {
        assert!(
            !shown.contains("transient") && shown.contains("[redacted]"),
            "{shown}"
        );
    }
    assert!(!text.contains("t0k3n"));
    session.playing(Duration::from_secs(10)).await.unwrap();
    let report = query_of(&asked, "/timeline");
    for part in [
        "state=playing",
        "time=10000",
        "duration=60000",
        "ratingKey=9",
    ] {
        assert!(
            report.split('&').any(|pair| pair == part),
            "{part} in {report}"
        );
    }
    session.stop(Duration::from_secs(20)).await.unwrap();
    assert!(query_of(&asked, "/timeline").contains("state=stopped"));
    assert!(query_of(&asked, "/stop").contains(&format!("session={id}")));
    // A second time there is nothing to do, and dropping it sends nothing.
    let before = asked.all().len();
    session.stop(Duration::from_secs(20)).await.unwrap();
    drop(session);
    assert_eq!(asked.all().len(), before);
}

#[tokio::test]
async fn a_file_is_played_as_it_is() {
    let (server, asked) = server(DIRECT);
    let mut session = PlaybackSession::decide(&server, Playback::video("9"))
        .await
        .unwrap();
    let key = "/library/parts/3/1/file.mkv".into();
    assert_eq!(*session.verdict(), PlaybackMethod::DirectPlay { key });
    let url = session.url().await.unwrap();
    assert!(
        url.expose()
            .starts_with("http://plex.test:32400/library/parts/3/1/file.mkv?X-Plex-Client-")
    );
    session.stop(Duration::ZERO).await.unwrap();
    assert!(!paths(&asked).iter().any(|path| path.ends_with("/stop")));
}

#[tokio::test]
async fn what_cannot_be_played_says_why() {
    let (server, _) = server(NEITHER);
    let error = PlaybackSession::decide(&server, Playback::music("9"))
        .await
        .unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::Rejected);
    assert!(
        error
            .to_string()
            .contains("Neither direct play nor conversion"),
        "{error}"
    );
}

#[tokio::test]
async fn pictures_and_parts_have_addresses() {
    let (server, asked) = server(CONVERT);
    let url = server
        .image_url(&TranscodeImage::from("/library/metadata/9/thumb/1"))
        .await
        .unwrap();
    assert!(url.expose().contains("/photo/:/transcode?url="));
    for key in [
        "",
        "x",
        "//evil.test/a",
        "/a b",
        "/a#b",
        "/a\\b",
        "/a\n",
        "/a?X-Plex-Token=x",
    ] {
        let error = server.part_url(key).await.unwrap_err();
        assert!(error.is_invalid_request(), "{key:?}");
        assert!(!error.to_string().contains("Token=x"));
    }
    assert!(
        server
            .part_url("/a?download=1")
            .await
            .unwrap()
            .expose()
            .contains("/a?download=1&X-Plex-")
    );
    // One token for all of them.
    assert_eq!(paths(&asked), ["/security/token"]);
}

fn downloads(last: &'static str, after: usize) -> (Server, Asked) {
    let polls = AtomicUsize::new(0);
    let (builder, asked) = stub::server(move |_| {
        let poll = polls.fetch_add(1, Ordering::SeqCst);
        let status = if poll < after { "processing" } else { last };
        let body = format!(
            r#"{{"MediaContainer":{{"DownloadQueueItem":[{{"id":3,"status":"{status}","error":"no codec"}}]}}}}"#
        );
        answer(200, "application/json", Bytes::from(body))
    });
    (builder.build().unwrap(), asked)
}

#[tokio::test(start_paused = true)]
async fn a_download_is_waited_for_with_growing_intervals() {
    let (server, asked) = downloads("available", 12);
    let started = Instant::now();
    let item = server
        .wait_for_download(1, 3, DownloadWait::default())
        .await
        .unwrap();
    assert_eq!(item.status, Some(DownloadStatus::Available));
    assert_eq!(asked.all().len(), 13);
    let took = started.elapsed();
    assert!(
        took > Duration::from_secs(100) && took < Duration::from_secs(12 * 30),
        "{took:?}"
    );
}

#[tokio::test(start_paused = true)]
async fn a_download_that_does_not_come_is_an_error() {
    let wait = DownloadWait::default().within(Duration::from_secs(60));
    for (last, kind) in [
        ("error", ErrorKind::Rejected),
        ("expired", ErrorKind::NotFound),
    ] {
        let (server, _) = downloads(last, 2);
        let error = server.wait_for_download(1, 3, wait).await.unwrap_err();
        assert_eq!(*error.kind(), kind);
        assert_eq!(error.to_string().contains("no codec"), last == "error");
    }
    let (server, _) = downloads("processing", 0);
    let started = Instant::now();
    let error = server.wait_for_download(1, 3, wait).await.unwrap_err();
    assert!(
        error.is_timeout() && started.elapsed() <= Duration::from_secs(60),
        "{error}"
    );
}

#[tokio::test(start_paused = true)]
async fn the_longest_intervals_of_a_download_wait_do_not_overflow() {
    let wait = DownloadWait::default().longest(Duration::MAX);
    let wait = wait.first(Duration::MAX).within(Duration::MAX);
    let (server, asked) = downloads("available", 1);
    server.wait_for_download(1, 3, wait).await.unwrap();
    assert_eq!(asked.all().len(), 2);
}
