//! HTTP/2: only where TLS negotiates it, and what its refusals mean.

use bytes::Bytes;
use h2::Reason;
use http::{Request, Response, Version};
use http_body_util::BodyExt;
use plex_sdk::transport::{HttpClient, Phase, Transport, TransportError};
use rustls::pki_types::PrivateKeyDer;
use std::net::SocketAddr;
use std::sync::Arc;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::server::TlsStream;

/// What a server does with an HTTP/2 request.
#[derive(Clone, Copy)]
enum Does {
    Answer,
    Reset(Reason),
    /// The connection ends, and no request on it was processed.
    GoAway,
}

/// A server with TLS that has these protocols; a client that trusts it, and its URL.
async fn serve(protocols: &[&str], does: Does) -> (HttpClient, String) {
    let certified = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let key = PrivateKeyDer::Pkcs8(certified.signing_key.serialize_der().into());
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let mut config = rustls::ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![certified.cert.der().clone()], key)
        .unwrap();
    config.alpn_protocols = protocols.iter().map(|&name| name.into()).collect();
    let acceptor = TlsAcceptor::from(Arc::new(config));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((socket, _)) = listener.accept().await {
            let acceptor = acceptor.clone();
            tokio::spawn(async move {
                let socket = acceptor.accept(socket).await.unwrap();
                if socket.get_ref().1.alpn_protocol() == Some(b"h2") {
                    speak_http2(socket, does).await;
                } else {
                    speak_http1(socket).await;
                }
            });
        }
    });
    let client = HttpClient::builder()
        .no_proxy()
        .root_certificates(certified.cert.pem())
        .build()
        .unwrap();
    (client, format!("https://localhost:{}/", address.port()))
}

async fn speak_http2(mut socket: TlsStream<TcpStream>, does: Does) {
    if let Does::GoAway = does {
        return go_away(&mut socket).await;
    }
    let mut connection = h2::server::handshake(socket).await.unwrap();
    while let Some(Ok((request, mut respond))) = connection.accept().await {
        assert!(!request.headers().contains_key("host"));
        match does {
            Does::Answer => {
                let mut body = respond.send_response(Response::new(()), false).unwrap();
                body.send_data("by HTTP/2".into(), true).unwrap();
            }
            Does::Reset(reason) => respond.send_reset(reason),
            Does::GoAway => unreachable!("it has no connection of this kind"),
        }
    }
}

/// Reads until a request came, and says that none was processed (RFC 9113, section 6.8).
async fn go_away(socket: &mut TlsStream<TcpStream>) {
    let settings = [0, 0, 0, 4, 0, 0, 0, 0, 0];
    socket.write_all(&settings).await.unwrap();
    let mut preface = [0; 24];
    socket.read_exact(&mut preface).await.unwrap();
    loop {
        let mut head = [0; 9];
        socket.read_exact(&mut head).await.unwrap();
        let length = u32::from_be_bytes([0, head[0], head[1], head[2]]);
        let mut payload = vec![0; length.try_into().unwrap()];
        socket.read_exact(&mut payload).await.unwrap();
        let headers = 1;
        if head[3] == headers {
            break;
        }
    }
    let go_away = [0, 0, 8, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    socket.write_all(&go_away).await.unwrap();
    socket.shutdown().await.unwrap();
}

async fn speak_http1(mut socket: TlsStream<TcpStream>) {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(socket.read_u8().await.unwrap());
    }
    let reply = b"HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nby HTTP/1";
    socket.write_all(reply).await.unwrap();
    socket.shutdown().await.unwrap();
}

async fn get(
    client: &HttpClient,
    request: http::request::Builder,
) -> Result<(Version, String), TransportError> {
    let response = client.send(request.body(Bytes::new()).unwrap()).await?;
    let version = response.version();
    let body = response.into_body().collect().await?.to_bytes();
    Ok((version, String::from_utf8(body.into()).unwrap()))
}

#[tokio::test]
async fn it_is_used_where_tls_agrees_on_it() {
    let (client, url) = serve(&["h2", "http/1.1"], Does::Answer).await;
    for _ in 0..2 {
        let (version, body) = get(&client, Request::get(&url)).await.unwrap();
        assert_eq!((version, &*body), (Version::HTTP_2, "by HTTP/2"));
    }
}

#[tokio::test]
async fn a_server_without_it_gets_http1() {
    for protocols in [&[][..], &["http/1.1"]] {
        let (client, url) = serve(protocols, Does::Answer).await;
        let (version, body) = get(&client, Request::get(&url)).await.unwrap();
        assert_eq!((version, &*body), (Version::HTTP_11, "by HTTP/1"));
    }
}

#[tokio::test]
async fn an_upgrade_stays_with_http1() {
    let (client, url) = serve(&["h2", "http/1.1"], Does::Answer).await;
    get(&client, Request::get(&url)).await.unwrap();
    let request = Request::get(&url)
        .header("connection", "upgrade")
        .header("upgrade", "websocket");
    let (version, _) = get(&client, request).await.unwrap();
    assert_eq!(version, Version::HTTP_11);
}

#[tokio::test]
async fn without_tls_it_is_never_tried() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address: SocketAddr = listener.local_addr().unwrap();
    let client = HttpClient::builder().no_proxy().build().unwrap();
    let request = Request::get(format!("http://{address}/"));
    let (asked, ()) = tokio::join!(get(&client, request), async {
        let (mut socket, _) = listener.accept().await.unwrap();
        let mut start = [0; 14];
        socket.read_exact(&mut start).await.unwrap();
        assert_eq!(&start, b"GET / HTTP/1.1");
    });
    assert_eq!(asked.unwrap_err().phase(), Phase::Answer);
}

/// A request that the server promises not to have processed may be sent again, whatever it does.
#[tokio::test]
async fn a_refused_request_was_not_processed() {
    for (does, phase) in [
        (Does::Reset(Reason::REFUSED_STREAM), Phase::Connect),
        (Does::GoAway, Phase::Connect),
        (Does::Reset(Reason::INTERNAL_ERROR), Phase::Answer),
        (Does::Reset(Reason::CANCEL), Phase::Answer),
    ] {
        let (client, url) = serve(&["h2"], does).await;
        let error = get(&client, Request::post(&url)).await.unwrap_err();
        assert_eq!(error.phase(), phase, "{error:?}");
    }
}
