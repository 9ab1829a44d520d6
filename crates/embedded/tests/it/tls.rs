//! HTTPS below `plex.direct`: which certificates fit which names, and plain HTTP beside it.

use super::*;
use std::error::Error;
use std::net::SocketAddr;
use tokio::io::AsyncReadExt;
use tokio::time::timeout;

/// A client that trusts this Plex and finds the hosts of its URLs.
fn trusting(plex: &EmbeddedPlex, urls: &[&str]) -> reqwest::Client {
    with_hosts(client(&[plex.ca_pem().unwrap()]), urls)
}

fn with_hosts(mut builder: reqwest::ClientBuilder, urls: &[&str]) -> reqwest::Client {
    for url in urls {
        let url: http::Uri = url.parse().unwrap();
        let address = SocketAddr::from(([127, 0, 0, 1], url.port_u16().unwrap()));
        builder = builder.resolve(url.host().unwrap(), address);
    }
    builder.build().unwrap()
}

/// All that an error says, one cause after the other.
fn words(error: &(dyn Error + 'static)) -> String {
    let causes = std::iter::successors(Some(error), |error| (*error).source());
    let words: Vec<_> = causes.map(ToString::to_string).collect();
    words.join(": ")
}

#[tokio::test]
async fn each_server_has_a_certificate() {
    let plex = EmbeddedPlex::builder().tls().start().await.unwrap();
    assert!(rustls::crypto::CryptoProvider::get_default().is_none());
    for (at, server) in plex.servers().iter().enumerate() {
        let url = server.https_url().unwrap();
        let (host, port) = url.rsplit_once(':').unwrap();
        let id = host
            .strip_prefix("https://127-0-0-1.")
            .and_then(|rest| rest.strip_suffix(".plex.direct"))
            .unwrap();
        assert!(id.len() == 32 && id.bytes().all(|byte| byte.is_ascii_hexdigit()));
        assert!(!server.machine_identifier().as_str().contains(id));
        // As a real server does, it speaks both by one port.
        assert!(server.url().ends_with(&format!(":{port}")));
        let client = trusting(&plex, &[url]);
        let answer = client.get(format!("{url}/identity")).send().await.unwrap();
        assert_eq!(answer.status(), 200);
        let text = answer.text().await.unwrap();
        assert!(text.contains(server.machine_identifier().as_str()));
        assert_eq!(get(server.url(), "/identity").status().await, 200);
        let log = plex.requests();
        assert_eq!(&*log[2 * at].host, url);
        assert_eq!(&*log[2 * at + 1].host, server.url());
    }
    let token = main_token(&plex, UserKind::Owner);
    let info = get(plex.server().url(), "/").token(&token).json();
    let info = info.send().await.value();
    assert_eq!(info["MediaContainer"]["certificate"], true);
}

#[tokio::test]
async fn plex_tv_has_a_certificate_for_this_computer() {
    let builder = EmbeddedPlex::builder().https_required();
    let plex = builder.start().await.unwrap();
    let url = plex.plex_tv_https_url().unwrap();
    assert_eq!(url, plex.plex_tv_url().replace("http://", "https://"));
    let trusting = trusting(&plex, &[]);
    for url in [url.to_owned(), url.replace("127.0.0.1", "localhost")] {
        let ask = trusting.post(format!("{url}/api/v2/pins"));
        let answer = ask.header("X-Plex-Client-Identifier", "c").send().await;
        assert_eq!(answer.unwrap().status(), 201);
    }
    let ping = get(plex.plex_tv_url(), "/api/v2/auth/nonce").client("c");
    assert_eq!(ping.status().await, 200, "plain HTTP is for tests");
    assert_eq!(&*plex.requests()[0].host, url);
    let bare = client(&[]).build().unwrap();
    let error = bare.get(url).send().await.unwrap_err();
    assert!(words(&error).contains("UnknownIssuer"), "{}", words(&error));
    assert_eq!(start().await.plex_tv_https_url(), None);
}

#[tokio::test]
async fn what_does_not_fit_is_not_trusted() {
    let plex = EmbeddedPlex::builder().tls().start().await.unwrap();
    let other = EmbeddedPlex::builder().tls().start().await.unwrap();
    let [main, attic] = plex.servers() else {
        panic!("two servers")
    };
    let url = main.https_url().unwrap();
    let trusted = trusting(&plex, &[url]);
    let foreign = with_hosts(client(&[other.ca_pem().unwrap()]), &[url]);
    let bare = main.url().replace("http://", "https://");
    // The other server's name at this server's port.
    let (_, port) = url.rsplit_once(':').unwrap();
    let (host, _) = attic.https_url().unwrap().rsplit_once(':').unwrap();
    let swapped = format!("{host}:{port}");
    let crossed = trusting(&plex, &[&swapped]);
    for (client, url, expected) in [
        (&foreign, url, "UnknownIssuer"),
        (&trusted, &bare, "not valid for name"),
        (&crossed, &swapped, "not valid for name"),
    ] {
        let error = client.get(url).send().await.unwrap_err();
        let words = words(&error);
        assert!(words.contains(expected), "{url}: {words}");
    }
    assert!(plex.requests().is_empty());
}

#[tokio::test]
async fn without_tls_there_is_none() {
    let plex = start().await;
    assert_eq!((plex.ca_pem(), plex.server().https_url()), (None, None));
    let url = plex.server().url().replace("http://", "https://");
    let error = client(&[]).build().unwrap().get(url).send().await;
    assert!(error.unwrap_err().is_connect());
}

#[tokio::test]
async fn plain_http_is_cut_off_where_https_is_required() {
    let builder = EmbeddedPlex::builder().https_required();
    let plex = builder.start().await.unwrap();
    let server = plex.server();
    let client = trusting(&plex, &[server.https_url().unwrap()]);
    let error = client.get(server.url()).send().await.unwrap_err();
    assert!(!error.is_timeout() && !error.is_connect(), "{error:?}");
    let url = format!("{}/identity", server.https_url().unwrap());
    assert_eq!(client.get(url).send().await.unwrap().status(), 200);
    let log = plex.requests();
    assert_eq!(log[0].status, None);
    assert_eq!(&*log[0].host, server.url());
    assert_eq!(log[1].status, Some(StatusCode::OK));
    // plex.tv's double is no server.
    let user = get(plex.plex_tv_url(), "/api/v2/user").status().await;
    assert_eq!(user, 400);
}

#[tokio::test]
async fn a_silent_caller_does_not_delay_the_end() {
    let plex = EmbeddedPlex::builder().tls().start().await.unwrap();
    let address: SocketAddr = plex.server().url()[7..].parse().unwrap();
    let mut silent = tokio::net::TcpStream::connect(address).await.unwrap();
    // Others are served meanwhile.
    assert_eq!(get(plex.server().url(), "/identity").status().await, 200);
    timeout(LIMIT / 2, plex.shutdown()).await.unwrap();
    let end = timeout(LIMIT, silent.read(&mut [0])).await.unwrap();
    assert!(!matches!(end, Ok(1..)));
}
