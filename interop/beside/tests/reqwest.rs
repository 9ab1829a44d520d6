//! What a program's own `reqwest` does must not depend on the SDK's features.

use tokio::io::{AsyncReadExt, AsyncWriteExt};

#[tokio::test]
async fn the_programs_own_client_still_has_no_tls() {
    let error = reqwest::Client::new().get("https://127.0.0.1:1").send();
    let error = format!("{:?}", error.await.unwrap_err());
    assert!(error.contains("scheme is not http"), "{error}");
}

/// It is found out in the handshake that the other side is no server.
#[tokio::test]
async fn the_sdk_has_tls_of_its_own() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("https://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        while let Ok((socket, _)) = listener.accept().await {
            drop(socket);
        }
    });
    let server = plex_sdk::Server::builder().url(url);
    let server = server
        .retries(plex_sdk::policy::RetryPolicy::none())
        .build()
        .unwrap();
    let error = server.general().get_identity().await.unwrap_err();
    let tls = plex_sdk::ErrorKind::Unreachable(plex_sdk::Phase::Tls);
    assert_eq!(*error.kind(), tls, "{error:?}");
}

#[test]
fn the_programs_own_client_is_a_transport() {
    let client: plex_sdk::reqwest::Client = reqwest::Client::new();
    let server = plex_sdk::Server::builder().url("http://127.0.0.1:32400");
    assert!(server.transport(client).build().is_ok());
}

/// A redirect that it follows by itself may carry the token to another origin.
#[tokio::test]
async fn a_client_that_follows_redirects_is_found_out() {
    let target = reply("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}".into()).await;
    let redirect =
        format!("HTTP/1.1 302 Found\r\nlocation: {target}/identity\r\ncontent-length: 0\r\n\r\n");
    let server = plex_sdk::Server::builder()
        .url(reply(redirect).await)
        .transport(reqwest::Client::new())
        .build()
        .unwrap();
    let error = server.general().get_identity().await.unwrap_err();
    let redirected = plex_sdk::ErrorKind::Unreachable(plex_sdk::Phase::Redirect);
    assert_eq!(*error.kind(), redirected, "{error:?}");
}

/// The URL of a server that answers its first request with `text`.
async fn reply(text: String) -> String {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        let (mut socket, _) = listener.accept().await.unwrap();
        let mut head = [0; 4096];
        let _ = socket.read(&mut head).await;
        let _ = socket.write_all(text.as_bytes()).await;
    });
    url
}
