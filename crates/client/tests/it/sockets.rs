//! Over real sockets: what stops a request, phase by phase.

use crate::stub::token;
use plex_sdk::{Error, ErrorKind, Phase, Server};
use std::net::SocketAddr;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

/// Accepts connections one after the other, reads a request's head, writes `reply` and closes.
async fn replying(reply: &'static [u8]) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((mut socket, _)) = listener.accept().await {
            let mut head = [0; 4096];
            let _ = socket.read(&mut head).await;
            let _ = socket.write_all(reply).await;
            let _ = socket.shutdown().await;
        }
    });
    address
}

async fn identify(url: String) -> Result<(), Error> {
    let server = Server::builder()
        .url(url)
        .token(token())
        .timeout(Duration::from_secs(10))
        .build()
        .unwrap();
    server.general().get_identity().await.map(drop)
}

async fn phase(url: String) -> Phase {
    let error = identify(url).await.unwrap_err();
    assert!(error.is_unreachable(), "{error:?}");
    match error.kind() {
        ErrorKind::Unreachable(phase) => *phase,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn nobody_listens() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    drop(listener);
    assert_eq!(phase(format!("http://{address}")).await, Phase::Connect);
}

#[tokio::test]
async fn no_such_name() {
    assert_eq!(
        phase("http://no-such-host.invalid:32400".into()).await,
        Phase::Resolve
    );
}

#[tokio::test]
async fn tls_to_a_plain_port() {
    let address = replying(b"HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\n\r\n").await;
    assert_eq!(phase(format!("https://{address}")).await, Phase::Tls);
}

#[tokio::test]
async fn closed_without_a_word() {
    let address = replying(b"").await;
    assert_eq!(phase(format!("http://{address}")).await, Phase::Answer);
}

#[tokio::test]
async fn not_http() {
    let address = replying(b"SSH-2.0-OpenSSH_9.6\r\n").await;
    assert_eq!(phase(format!("http://{address}")).await, Phase::Answer);
}

#[tokio::test]
async fn cut_in_the_body() {
    let address =
        replying(b"HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\n{\"MediaContainer\":{").await;
    assert_eq!(phase(format!("http://{address}")).await, Phase::Answer);
}

#[tokio::test]
async fn an_answer_that_never_comes() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let server = Server::builder().url(url).token(token()).build().unwrap();
    let error = server
        .general()
        .get_identity()
        .timeout(Duration::from_millis(50))
        .await
        .unwrap_err();
    assert!(error.is_timeout(), "{error}");
    drop(listener);
}

#[tokio::test]
async fn a_web_server_that_is_not_plex() {
    let address = replying(b"HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 20\r\n\r\n<html>welcome</html>").await;
    assert!(
        identify(format!("http://{address}"))
            .await
            .unwrap_err()
            .is_not_plex()
    );
}
