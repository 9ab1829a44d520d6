//! Any request by verb and path: what is sent, with what body, and whether it is repeated.

use crate::stub::{answer, json, server};
use http::Method;
use plex_sdk::codec::Format;
use plex_sdk::endpoint::Host;
use plex_sdk::{Account, Player, Server};
use serde::Serialize;

const OK: &str = r#"{"MediaContainer":{"size":0}}"#;

/// How often a request is sent to a server that is overloaded, and where to.
async fn sent(method: Method, path: &str) -> (usize, String) {
    let (builder, asked) = server(|_| answer(503, "text/plain", "overloaded"));
    let server = builder.build().unwrap();
    server.raw(method, path, Format::Json).await.unwrap_err();
    let all = asked.all();
    (
        all.len(),
        all[0].uri().path_and_query().unwrap().to_string(),
    )
}

#[tokio::test(start_paused = true)]
async fn the_path_that_is_sent_decides_whether_it_is_repeated() {
    let (count, _) = sent(Method::GET, "/library/sections").await;
    assert_eq!(count, 3, "a read is repeated");
    for (path, expected) in [
        ("/:/scrobble?key=1", "/:/scrobble?key=1"),
        ("/x/../:/scrobble?key=/../1", "/:/scrobble?key=/../1"),
        ("/x/%2e%2E/:/scrobble", "/:/scrobble"),
        ("/./:/./scrobble", "/:/scrobble"),
        ("/../../:/scrobble", "/:/scrobble"),
        ("/%3A/scrobble/", "/%3A/scrobble/"),
        ("/:%2fscrobble", "/:%2fscrobble"),
        ("//://scrobble", "//://scrobble"),
        ("/player/playback/skipNext", "/player/playback/skipNext"),
    ] {
        assert_eq!(
            sent(Method::GET, path).await,
            (1, expected.into()),
            "{path}"
        );
    }
    assert_eq!(sent(Method::HEAD, "/:/scrobble").await.0, 1);
}

#[tokio::test]
async fn a_path_stays_below_the_servers_url() {
    let (builder, asked) = server(|_| json(OK));
    let server = builder.url("http://plex.test/behind/").build().unwrap();
    let get = |path: &'static str| server.raw(Method::GET, path, Format::Json);
    get("/library/../identity").await.unwrap();
    assert_eq!(asked.only().uri().path(), "/behind/identity");
    for path in ["/../identity", "/../behind2", "/a/../..", "identity", ""] {
        let error = get(path).await.unwrap_err();
        assert!(error.is_invalid_request(), "{path}: {error}");
    }
    asked.only();
}

#[derive(Serialize)]
struct Pin {
    strong: bool,
    note: &'static str,
}

#[tokio::test]
async fn bodies_are_sent_with_their_content_type() {
    let pin = Pin {
        strong: true,
        note: "ü",
    };
    let (builder, asked) = server(|_| json(OK));
    let server: Server = builder.build().unwrap();
    let call = server.raw(Method::POST, "/library/x", Format::Json);
    call.json(&pin).await.unwrap();
    let request = asked.only();
    assert_eq!(request.body(), r#"{"strong":true,"note":"ü"}"#);
    assert_eq!(request.headers()["content-type"], "application/json");
    assert_eq!(request.headers()["accept"], "application/json");

    let (builder, asked) = self::server(|_| json(OK));
    let server = builder.build().unwrap();
    let call = server.raw(Method::PUT, "/library/x", Format::Xml);
    call.body("text/plain", "a=b").await.unwrap();
    let request = asked.only();
    assert_eq!(request.body(), "a=b");
    assert_eq!(request.headers()["content-type"], "text/plain");
}

#[tokio::test]
async fn a_body_that_cannot_be_sent_is_told_before() {
    let (builder, asked) = server(|_| json(OK));
    let server = builder.build().unwrap();
    let call = || server.raw(Method::POST, "/library/x", Format::Json);
    let no_json = std::collections::HashMap::from([((1, 2), 3)]);
    let error = call().json(&no_json).await.unwrap_err();
    assert!(error.is_invalid_request(), "{error}");
    let error = call().body("a\nb", "x").await.unwrap_err();
    assert!(error.is_invalid_request(), "{error}");
    assert!(asked.all().is_empty());
}

#[tokio::test]
async fn accounts_and_players_take_bodies_too() {
    // The transport of a server's stub serves any client.
    let (transport, asked) = crate::stub::transport(|_| json("{}"));
    let account = Account::builder()
        .client_identifier("c")
        .transport(transport);
    let account = account.build().unwrap();
    let call = account.raw(Host::PlexTv, Method::POST, "/api/v2/pins", Format::Json);
    call.json(&[1, 2]).await.unwrap();
    assert_eq!(asked.only().body(), "[1,2]");
    let call = account.raw(Host::Pms, Method::GET, "/identity", Format::Json);
    assert!(call.await.unwrap_err().is_invalid_request());

    let (transport, asked) = crate::stub::transport(|_| json(OK));
    let player = Player::builder()
        .url("http://tv.test:32500")
        .target_client_identifier("tv-1")
        .transport(transport);
    let player = player.build().unwrap();
    let path = "/player/playback/pause?commandID=0&type=video";
    let call = player.raw(Method::GET, path, Format::Xml);
    call.json(&true).await.unwrap();
    let request = asked.only();
    assert_eq!(request.body(), "true");
    assert_eq!(request.uri().query(), Some("commandID=1&type=video"));
    assert_eq!(request.headers()["x-plex-target-client-identifier"], "tv-1");
}
