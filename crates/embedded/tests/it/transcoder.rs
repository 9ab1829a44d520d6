//! Decisions about playing, and conversions.

use super::*;
use plex_sdk_contract::MediaContainer;
use plex_sdk_contract::model::{PlaybackDecision, TranscodeSessions};

const UNIVERSAL: &str = "/video/:/transcode/universal";

#[tokio::test]
async fn limits_decide_between_playing_and_converting() {
    let plex = start().await;
    let base = plex.server().url();
    let token = main_token(&plex, UserKind::Friend);
    let narrow = "X-Plex-Client-Profile-Extra=add-limitation(scope%3DvideoCodec%26scopeName%3D*%26type%3DupperBound%26name%3Dvideo.height%26value%3D720)";
    for (query, code) in [
        ("", 1000),
        (
            "directPlay=1&videoResolution=1920x1080&maxVideoBitrate=20000",
            1000,
        ),
        ("directPlay=0", 1001),
        ("maxVideoBitrate=2000", 1001),
        ("videoResolution=1280x720", 1001),
        (narrow, 1001),
    ] {
        let path = format!("{UNIVERSAL}/decision?path=/library/metadata/1&{query}");
        let decision: MediaContainer<PlaybackDecision> =
            get(base, &path).token(&token).send().await.read();
        assert_eq!(decision.general_decision_code, Some(code), "{query}");
        let media = &decision.metadata[0].media[0];
        let expected = if code == 1000 {
            "directplay"
        } else {
            "transcode"
        };
        assert_eq!(media.parts[0].decision.as_deref(), Some(expected));
        assert!(media.parts[0].file.is_none());
    }
    for (path, status) in [
        ("/library/metadata/999", 404),
        ("/elsewhere", 400),
        ("", 400),
    ] {
        let path = format!("{UNIVERSAL}/decision?path={path}");
        assert_eq!(get(base, &path).token(&token).status().await, status);
    }
}

#[tokio::test]
async fn a_playlist_leads_to_its_segments() {
    let plex = start().await;
    let base = plex.server().url();
    let token = main_token(&plex, UserKind::Friend);
    let path =
        format!("{UNIVERSAL}/start.m3u8?path=/library/metadata/1&maxVideoBitrate=800&session=abc");
    let list = get(base, &path).token(&token).send().await;
    assert_eq!(list.header("content-type"), "application/vnd.apple.mpegurl");
    let segments: Vec<_> = list
        .text()
        .lines()
        .filter(|line| !line.starts_with('#'))
        .collect();
    // 596 seconds in pieces of five.
    assert_eq!(segments.len(), 120);
    let segment = format!("{UNIVERSAL}/{}", segments[7]);
    let bytes = get(base, &segment).token(&token).send().await;
    assert_eq!(
        (bytes.header("content-type"), bytes.body.len()),
        ("video/mp2t", 500_000)
    );
    let other = get(base, &format!("{UNIVERSAL}/{}", segments[8]))
        .token(&token)
        .send()
        .await;
    assert_ne!(bytes.body, other.body);

    let owner = main_token(&plex, UserKind::Owner);
    let running: MediaContainer<TranscodeSessions> = get(base, "/transcode/sessions")
        .token(&owner)
        .send()
        .await
        .read();
    assert_eq!(running.sessions[0].key, "abc");
    // Another user's conversion is not there.
    let home = main_token(&plex, UserKind::Home);
    assert_eq!(get(base, &segment).token(&home).status().await, 404);
    assert_eq!(
        get(base, "/transcode/sessions/abc")
            .token(&home)
            .status()
            .await,
        404
    );
    assert_eq!(
        get(base, "/transcode/sessions/abc")
            .token(&token)
            .status()
            .await,
        200
    );
    let stop = format!("{UNIVERSAL}/stop?session=abc");
    assert_eq!(get(base, &stop).token(&home).status().await, 404);
    assert_eq!(get(base, &stop).token(&token).status().await, 200);
    assert_eq!(get(base, &stop).token(&token).status().await, 404);
    assert_eq!(get(base, &segment).token(&token).status().await, 404);

    let start = |rest: &str| {
        get(base, &format!("{UNIVERSAL}/{rest}"))
            .token(&owner)
            .status()
    };
    assert_eq!(
        start("start.exe?path=/library/metadata/1&session=d").await,
        400
    );
    assert_eq!(
        start("start.m3u8?path=/library/metadata/1&session=d").await,
        200
    );
    let end = ask(Method::DELETE, base, "/transcode/sessions/d").token(&owner);
    assert_eq!(end.status().await, 204);
}

/// A link in a browser names no session.
#[tokio::test]
async fn a_session_without_a_name_gets_one() {
    let plex = start().await;
    let base = plex.server().url();
    let token = main_token(&plex, UserKind::Owner);
    let path = format!("{UNIVERSAL}/start.m3u8?path=/library/metadata/1");
    let list = get(base, &path).token(&token).send().await;
    assert!(list.text().starts_with("#EXTM3U"));
    let running: MediaContainer<TranscodeSessions> = get(base, "/transcode/sessions")
        .token(&token)
        .send()
        .await
        .read();
    assert_eq!(running.sessions.len(), 1);
    assert!(!running.sessions[0].key.is_empty());
}
