//! What each fault of an address looks like while it is asked who it is: over real sockets.

use plex_sdk::connect::{ConnectOptions, Connector, Outcome, Stage, Target};
use std::net::SocketAddr;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

/// Accepts connections one after the other, reads a request's head, writes `reply` and closes.
async fn replying(reply: String) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((mut socket, _)) = listener.accept().await {
            let mut head = [0; 4096];
            let _ = socket.read(&mut head).await;
            let _ = socket.write_all(reply.as_bytes()).await;
            let _ = socket.shutdown().await;
        }
    });
    address
}

fn http(status: &str, content_type: &str, body: &str) -> String {
    let length = body.len();
    format!(
        "HTTP/1.1 {status}\r\ncontent-type: {content_type}\r\ncontent-length: {length}\r\n\r\n{body}"
    )
}

fn connector(timeout: Duration) -> Connector {
    let options = ConnectOptions::default()
        .connect_timeout(timeout)
        .identify_timeout(timeout);
    Connector::new(options).unwrap()
}

/// What comes of one address where the server `m1` is wanted.
async fn outcome(url: String, timeout: Duration) -> Outcome {
    let target = Target::urls([url]).unwrap().machine_identifier("m1");
    let error = connector(timeout).connect(target).await.unwrap_err();
    error.report().unwrap().tried[0].outcome.clone()
}

const PATIENT: Duration = Duration::from_secs(20);
const BRIEF: Duration = Duration::from_millis(40);

#[tokio::test]
async fn nobody_listens() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    drop(listener);
    assert_eq!(
        outcome(format!("http://{address}"), PATIENT).await,
        Outcome::Refused
    );
    assert_eq!(
        outcome(format!("https://{address}"), PATIENT).await,
        Outcome::Refused
    );
}

#[tokio::test]
async fn no_such_name() {
    let outcome = outcome("https://no-such-host.invalid".into(), PATIENT).await;
    assert!(
        matches!(outcome, Outcome::NameNotFound { .. }),
        "{outcome:?}"
    );
}

#[tokio::test]
async fn nothing_is_ever_said() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let stage = Stage::Identify;
    assert_eq!(
        outcome(format!("http://{address}"), BRIEF).await,
        Outcome::TimedOut { stage }
    );
    // TLS is part of the connection.
    let stage = Stage::Connect;
    assert_eq!(
        outcome(format!("https://{address}"), BRIEF).await,
        Outcome::TimedOut { stage }
    );
}

#[tokio::test]
async fn tls_to_a_plain_port() {
    let address = replying(http("400 Bad Request", "text/html", "")).await;
    let outcome = outcome(format!("https://{address}"), PATIENT).await;
    assert!(
        matches!(&outcome, Outcome::TlsFailed { reason } if !reason.is_empty()),
        "{outcome:?}"
    );
}

#[tokio::test]
async fn what_an_answer_makes_of_it() {
    let identity = |id: &str| {
        let body = format!(
            r#"{{"MediaContainer":{{"size":0,"machineIdentifier":"{id}","version":"1.40.2"}}}}"#
        );
        http("200 OK", "application/json", &body)
    };
    let page = "<html>welcome</html>";
    for (reply, name) in [
        (String::new(), "broken off"),
        ("SSH-2.0-OpenSSH_9.6\r\n".into(), "broken off"),
        (
            "HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\n{\"Media".into(),
            "broken off",
        ),
        (http("200 OK", "text/html", page), "not Plex"),
        (http("200 OK", "application/json", "{}"), "not Plex"),
        (http("200 OK", "application/json", ""), "not Plex"),
        (http("401 Unauthorized", "text/html", page), "not Plex"),
        (http("404 Not Found", "text/html", page), "not Plex"),
        (
            http(
                "302 Found\r\nlocation: http://127.0.0.1:1/identity",
                "text/html",
                "",
            ),
            "not Plex",
        ),
        (
            http("200 OK", "application/json", &" ".repeat(70_000)),
            "not Plex",
        ),
        (
            http("503 Service Unavailable", "text/html", page),
            "unavailable",
        ),
        (
            http("429 Too Many Requests", "text/html", page),
            "unavailable",
        ),
        (identity("m2"), "wrong server"),
        (identity(""), "wrong server"),
    ] {
        let shown = reply.chars().take(60).collect::<String>();
        let address = replying(reply).await;
        let outcome = outcome(format!("http://{address}"), PATIENT).await;
        assert_eq!(outcome.name(), name, "{shown:?}: {outcome:?}");
    }
}

#[tokio::test]
async fn a_name_of_plex_direct_needs_no_name_server() {
    let reply = http(
        "200 OK",
        "application/json",
        r#"{"MediaContainer":{"machineIdentifier":"m1","version":"1.40.2"}}"#,
    );
    let address = replying(reply).await;
    let url = format!(
        "http://127-0-0-1.0123456789abcdef0123456789abcdef.plex.direct:{}",
        address.port()
    );
    let target = Target::urls([&url]).unwrap().machine_identifier("m1");
    let connected = connector(PATIENT).connect(target).await.unwrap();
    assert_eq!(connected.server().url(), url);
    // So it is for servers that are set up by hand.
    let server = plex_sdk::Server::builder().url(&url).build().unwrap();
    server.general().get_identity().await.unwrap();
}

#[test]
fn certificates_that_are_none_are_refused() {
    for pem in [
        "",
        "nonsense",
        "-----BEGIN CERTIFICATE-----\n!!\n-----END CERTIFICATE-----\n",
    ] {
        let options = ConnectOptions::default().extra_root_certificates(pem);
        let error = Connector::new(options).unwrap_err().to_string();
        assert!(error.contains("root certificates"), "{error}");
    }
}
