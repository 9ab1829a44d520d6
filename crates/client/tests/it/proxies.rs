//! Requests through a proxy.

use bytes::Bytes;
use plex_sdk::transport::{HttpClient, Phase, Transport, TransportError};
use std::net::SocketAddr;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc;

/// Reads a request's head.
async fn head(socket: &mut TcpStream) -> String {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(socket.read_u8().await.unwrap());
    }
    String::from_utf8(head).unwrap()
}

/// A proxy that answers one request of each connection with `reply`, and tells its head and the first byte after it.
async fn proxy(reply: &'static str) -> (SocketAddr, mpsc::UnboundedReceiver<(String, Option<u8>)>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (tell, told) = mpsc::unbounded_channel();
    tokio::spawn(async move {
        while let Ok((mut socket, _)) = listener.accept().await {
            let head = head(&mut socket).await;
            socket.write_all(reply.as_bytes()).await.unwrap();
            let next = socket.read_u8().await.ok();
            tell.send((head, next)).unwrap();
        }
    });
    (address, told)
}

async fn get(client: &HttpClient, url: &str) -> Result<u16, TransportError> {
    let request = http::Request::get(url).body(Bytes::new()).unwrap();
    let response = client.send(request).await?;
    Ok(response.status().as_u16())
}

#[tokio::test]
async fn plain_http_names_the_whole_url_and_the_password() {
    let (address, mut told) = proxy("HTTP/1.1 204 No Content\r\n\r\n").await;
    let proxy = format!("http://plex:secret@{address}");
    let client = HttpClient::builder().proxy(proxy).build().unwrap();
    let status = get(&client, "http://plex.test:32400/identity?a=b").await;
    assert_eq!(status.unwrap(), 204);
    drop(client);
    let (head, _) = told.recv().await.unwrap();
    let head = head.to_ascii_lowercase();
    assert!(
        head.starts_with("get http://plex.test:32400/identity?a=b http/1.1\r\n"),
        "{head}"
    );
    assert!(head.contains("host: plex.test:32400\r\n"), "{head}");
    let password = "proxy-authorization: basic cgxledpzzwnyzxq=\r\n";
    assert!(head.contains(password), "{head}");
}

#[cfg(any(feature = "rustls", feature = "native-tls"))]
#[tokio::test]
async fn tls_goes_through_a_tunnel() {
    let (address, mut told) = proxy("HTTP/1.1 200 OK\r\n\r\n").await;
    let proxy = format!("http://plex:secret@{address}");
    let client = HttpClient::builder().proxy(proxy).build().unwrap();
    let error = get(&client, "https://plex.test:32400/identity").await;
    assert_eq!(error.unwrap_err().phase(), Phase::Tls);
    let (head, next) = told.recv().await.unwrap();
    let head = head.to_ascii_lowercase();
    assert!(
        head.starts_with("connect plex.test:32400 http/1.1\r\n"),
        "{head}"
    );
    let password = "proxy-authorization: basic cgxledpzzwnyzxq=\r\n";
    assert!(head.contains(password), "{head}");
    assert!(!head.contains("identity"), "{head}");
    // A handshake follows, in place of the request.
    assert_eq!(next, Some(22));
}

#[cfg(any(feature = "rustls", feature = "native-tls"))]
#[tokio::test]
async fn a_proxy_that_refuses_is_no_connection() {
    let (address, _told) = proxy("HTTP/1.1 403 Forbidden\r\n\r\n").await;
    let proxy = format!("http://{address}");
    let client = HttpClient::builder().proxy(proxy).build().unwrap();
    let error = get(&client, "https://plex.test:32400/identity").await;
    assert_eq!(error.unwrap_err().phase(), Phase::Connect);
}

#[test]
fn a_proxy_that_cannot_be_used_is_told_without_its_password() {
    for url in [
        "socks5://plex:secret@127.0.0.1:1",
        "plex:secret@",
        "",
        "http://",
    ] {
        let error = HttpClient::builder().proxy(url).build().unwrap_err();
        let text = format!("{error} {error:?}");
        assert!(text.contains("http://"), "{text}");
        assert!(!text.contains("secret"), "{text}");
    }
    let builder = HttpClient::builder().proxy("http://plex:secret@127.0.0.1:1");
    assert!(!format!("{builder:?}").contains("secret"));
    assert!(!format!("{:?}", builder.build().unwrap()).contains("secret"));
}
