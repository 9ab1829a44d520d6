//! Notifications as any client meets them: raw HTTP, and websockets.

use super::*;
use futures_util::StreamExt;
use plex_sdk_contract::model::notification::{PlayState, StatusNotification};
use plex_sdk_contract::model::{Notification, NotificationContent};
use plex_sdk_embedded::{Fault, FaultKind};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::protocol::Role;

const SOCKET: &str = "/:/websockets/notifications";
const OLD_SOCKET: &str = "/:/websocket/notifications";
const STREAM: &str = "/:/eventsource/notifications";

/// A request that asks for a websocket, up to its key.
fn upgrade(path: &str) -> String {
    format!(
        "GET {path} HTTP/1.1\r\nHost: plex\r\nConnection: keep-alive, Upgrade\r\nUpgrade: WebSocket\r\n\
         Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
    )
}

/// Sends a head and reads the answer's.
async fn talk(base: &str, head: &str) -> (String, TcpStream) {
    let mut stream = TcpStream::connect(&base[7..]).await.unwrap();
    stream.write_all(head.as_bytes()).await.unwrap();
    stream.write_all(b"\r\n").await.unwrap();
    let mut answer = String::new();
    while !answer.ends_with("\r\n\r\n") {
        let byte = timeout(LIMIT, stream.read_u8()).await.unwrap();
        let Ok(byte) = byte else { break };
        answer.push(byte.into());
    }
    (answer, stream)
}

async fn socket(plex: &EmbeddedPlex, path: &str) -> WebSocketStream<TcpStream> {
    let (answer, stream) = talk(plex.server().url(), &upgrade(path)).await;
    assert!(answer.starts_with("HTTP/1.1 101 "), "{answer}");
    // The answer to the sample of RFC 6455.
    let accept = "sec-websocket-accept: s3pplmbitxaq9kygzzhzrbk+xoo=";
    assert!(answer.to_lowercase().contains(accept), "{answer}");
    WebSocketStream::from_raw_socket(stream, Role::Client, None).await
}

fn status(title: &str) -> NotificationContent {
    NotificationContent::Status(StatusNotification {
        title: Some(title.into()),
        ..StatusNotification::default()
    })
}

async fn message(socket: &mut WebSocketStream<TcpStream>) -> Option<String> {
    let message = timeout(LIMIT, socket.next()).await.unwrap()?.ok()?;
    message
        .is_text()
        .then(|| message.into_text().unwrap().to_string())
}

#[tokio::test]
async fn a_token_opens_both_roads_in_header_or_query() {
    let plex = start().await;
    let base = plex.server().url();
    let token = main_token(&plex, UserKind::Friend);
    for path in [SOCKET, OLD_SOCKET] {
        let mut socket = socket(&plex, &format!("{path}?X-Plex-Token={token}")).await;
        assert_eq!(plex.server().notify(status("hello")), 1);
        assert_eq!(
            message(&mut socket).await.unwrap(),
            r#"{"NotificationContainer":{"type":"status","size":1,"StatusNotification":[{"title":"hello"}]}}"#
        );
        // A goodbye is answered.
        socket.close(None).await.unwrap();
        let goodbye = timeout(LIMIT, socket.next()).await.unwrap();
        assert!(goodbye.unwrap().unwrap().is_close());
        assert!(timeout(LIMIT, socket.next()).await.unwrap().is_none());
        gone(&plex).await;
    }
    let head = format!("GET {STREAM} HTTP/1.1\r\nHost: plex\r\nX-Plex-Token: {token}\r\n");
    let (answer, mut stream) = talk(base, &head).await;
    assert!(
        answer.contains("content-type: text/event-stream"),
        "{answer}"
    );
    plex.server().notify(status("hello"));
    let mut text = String::new();
    while !text.contains("\n\n") {
        text.push(stream.read_u8().await.unwrap().into());
    }
    let event = "event: status\ndata: {\"StatusNotification\":{\"title\":\"hello\"}}\n\n";
    assert!(text.contains(event), "{text}");
    // Whoever has no token, or a wrong one, is not let in.
    for path in [SOCKET, OLD_SOCKET, STREAM] {
        assert_eq!(get(base, path).status().await, 401);
        assert_eq!(get(base, path).token("wrong").status().await, 401);
        let (answer, _) = talk(base, &upgrade(path)).await;
        assert!(answer.starts_with("HTTP/1.1 401 "), "{answer}");
        assert_eq!(
            ask(Method::POST, base, path).token(&token).status().await,
            404
        );
        assert_eq!(
            get(plex.plex_tv_url(), path)
                .client("c")
                .token(&token)
                .status()
                .await,
            404
        );
    }
    // A websocket has to be asked for.
    assert_eq!(get(base, SOCKET).token(&token).status().await, 400);
    let (answer, _) = talk(
        base,
        &upgrade(&format!("{SOCKET}?X-Plex-Token={token}")).replace("13", "8"),
    )
    .await;
    assert!(answer.starts_with("HTTP/1.1 400 "), "{answer}");
    // Another server's are its own.
    assert_eq!(plex.servers()[1].notify(status("elsewhere")), 0);
    let statuses: Vec<_> = plex
        .requests()
        .iter()
        .filter_map(|asked| asked.status)
        .collect();
    assert_eq!(statuses[..3], [101, 101, 200]);
    assert!(
        plex.requests()
            .iter()
            .all(|asked| !asked.path.contains(&token))
    );
}

async fn gone(plex: &EmbeddedPlex) {
    let gone = async {
        while plex.server().event_connections() > 0 {
            tokio::task::yield_now().await;
        }
    };
    timeout(LIMIT, gone).await.unwrap();
}

#[tokio::test]
async fn filters_leave_out_what_is_not_wanted() {
    let plex = start().await;
    let token = main_token(&plex, UserKind::Owner);
    let id = plex.server().machine_identifier();
    let mut socket = socket(
        &plex,
        &format!("{SOCKET}?filters=playing,log&X-Plex-Token={token}"),
    )
    .await;
    plex.server().notify(status("left out"));
    assert!(plex.play(
        id,
        &"1".into(),
        PlayState::Stopped,
        Duration::from_millis(5)
    ));
    let first = message(&mut socket).await.unwrap();
    assert!(
        first.contains(r#""viewOffset":5,"state":"stopped""#),
        "{first}"
    );
}

#[tokio::test]
async fn it_ends_with_the_server_by_a_cut_and_by_faults() {
    let plex = start().await;
    let token = main_token(&plex, UserKind::Owner);
    let id = plex.server().machine_identifier().clone();
    let path = format!("{SOCKET}?X-Plex-Token={token}");
    let mut cut = socket(&plex, &path).await;
    plex.server().cut_events();
    assert_eq!(message(&mut cut).await, None);
    let mut stopped = socket(&plex, &path).await;
    let head = format!("GET {STREAM} HTTP/1.1\r\nHost: plex\r\nX-Plex-Token: {token}\r\n");
    let (_, mut stream) = talk(plex.server().url(), &head).await;
    // Nobody is waited for.
    assert!(timeout(LIMIT, plex.stop_server(&id)).await.unwrap());
    let close = timeout(LIMIT, stopped.next()).await.unwrap();
    assert!(close.unwrap().unwrap().is_close());
    let mut rest = Vec::new();
    timeout(LIMIT, stream.read_to_end(&mut rest))
        .await
        .unwrap()
        .unwrap();
    assert!(rest.ends_with(b"0\r\n\r\n"), "{rest:?}");
    plex.start_server(&id).await.unwrap();
    plex.faults().add(
        Fault::new(FaultKind::ResetMidBody(200))
            .path("/:/")
            .times(1),
    );
    let mut broken = socket(&plex, &path).await;
    for _ in 0..20 {
        plex.server().notify(status("hello"));
    }
    let mut messages = 0;
    while message(&mut broken).await.is_some() {
        messages += 1;
    }
    assert!(messages <= 3, "{messages}");
    gone(&plex).await;
    timeout(LIMIT, plex.shutdown()).await.unwrap();
}

#[tokio::test]
async fn a_silent_connection_stays() {
    let plex = start().await;
    let token = main_token(&plex, UserKind::Owner);
    let mut socket = socket(&plex, &format!("{SOCKET}?X-Plex-Token={token}")).await;
    plex.server().silence_events(true);
    assert_eq!(plex.server().notify(status("lost")), 1);
    plex.server().silence_events(false);
    // Whether the first one is lost depends on who was quicker; the second one is not.
    plex.server().notify(status("heard"));
    let mut last = message(&mut socket).await.unwrap();
    if last.contains("lost") {
        last = message(&mut socket).await.unwrap();
    }
    assert!(last.contains("heard"), "{last}");
}

#[tokio::test]
async fn who_cannot_keep_up_is_cut() {
    let plex = start().await;
    let token = main_token(&plex, UserKind::Owner);
    let socket = socket(&plex, &format!("{SOCKET}?X-Plex-Token={token}")).await;
    let long = Notification::from(status(&"x".repeat(20_000)));
    for _ in 0..3_000 {
        plex.server().notify(long.clone());
    }
    let flood = async {
        while plex.server().event_connections() > 0 {
            plex.server().notify(long.clone());
            tokio::task::yield_now().await;
        }
    };
    timeout(LIMIT, flood).await.unwrap();
    drop(socket);
}

#[tokio::test]
async fn what_is_made_changed_and_deleted_is_told() {
    let plex = start().await;
    let token = main_token(&plex, UserKind::Owner);
    let mut socket = socket(&plex, &format!("{SOCKET}?X-Plex-Token={token}")).await;
    let id = plex.server().machine_identifier();
    let uri = format!("server://{id}/com.plexapp.plugins.library/library/metadata/1");
    let base = plex.server().url();
    for (method, path, kind, state) in [
        (
            Method::PUT,
            "/library/sections/1/all?type=1&id=1&title.value=New".to_owned(),
            1,
            5,
        ),
        (
            Method::POST,
            format!("/library/collections?sectionId=1&type=1&title=c&smart=0&uri={uri}"),
            18,
            0,
        ),
        (
            Method::POST,
            format!("/playlists?title=p&type=video&uri={uri}"),
            15,
            0,
        ),
        (Method::DELETE, "/library/metadata/1".to_owned(), 1, 9),
    ] {
        assert_eq!(ask(method, base, &path).token(&token).status().await, 200);
        let told: serde_json::Value =
            serde_json::from_str(&message(&mut socket).await.unwrap()).unwrap();
        let entry = &told["NotificationContainer"]["TimelineEntry"][0];
        assert_eq!(
            (entry["type"].as_i64(), entry["state"].as_i64()),
            (Some(kind), Some(state))
        );
    }
}
