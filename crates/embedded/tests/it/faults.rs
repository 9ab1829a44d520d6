//! Each kind of fault, as a client meets it.

use super::*;
use bytes::BytesMut;
use plex_sdk_embedded::{Fault, FaultKind, FaultTarget};
use std::io;
use std::time::Instant;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;

/// All bytes that come until the connection ends, and how it ends.
async fn raw(base: &str, path: &str) -> (String, io::Result<()>) {
    let mut stream = TcpStream::connect(&base[7..]).await.unwrap();
    let request = format!("GET {path} HTTP/1.1\r\nHost: plex\r\n\r\n");
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut bytes = BytesMut::new();
    let end = timeout(LIMIT, async {
        loop {
            match stream.read_buf(&mut bytes).await {
                Ok(0) => break Ok(()),
                Ok(_) => {}
                Err(error) => break Err(error),
            }
        }
    });
    let end = end.await.unwrap();
    (String::from_utf8(bytes.to_vec()).unwrap(), end)
}

fn body(answer: &str) -> &str {
    answer.split_once("\r\n\r\n").unwrap().1
}

fn announced(answer: &str) -> usize {
    let head = answer.split_once("\r\n\r\n").unwrap().0;
    let mut lines = head.lines().map(str::to_ascii_lowercase);
    let length = lines.find_map(|line| Some(line.strip_prefix("content-length: ")?.to_owned()));
    length.unwrap().parse().unwrap()
}

#[tokio::test]
async fn a_refused_request_gets_no_byte() {
    let plex = start().await;
    let base = plex.server().url();
    plex.faults().add(Fault::new(FaultKind::Refuse).times(1));
    let (answer, end) = raw(base, "/identity").await;
    assert_eq!(answer, "");
    assert!(end.is_ok(), "{end:?}");
    assert_eq!(plex.requests()[0].status, None);
    assert_eq!(get(base, "/identity").status().await, 200);
}

#[tokio::test]
async fn a_blackhole_ends_with_the_caller() {
    let plex = start().await;
    let base = plex.server().url();
    plex.faults().add(Fault::new(FaultKind::Blackhole).times(1));
    let hasty = client(&[]).timeout(Duration::from_millis(50));
    let asked = hasty.build().unwrap().get(format!("{base}/identity"));
    assert!(asked.send().await.unwrap_err().is_timeout());
    assert_eq!(plex.requests()[0].status, None);
    assert_eq!(get(base, "/identity").status().await, 200);
    // Nothing is left that the end would have to wait for.
    timeout(LIMIT, plex.shutdown()).await.unwrap();
}

#[tokio::test]
async fn a_blackhole_ends_with_the_server() {
    let plex = start().await;
    let server = plex.server();
    let fault =
        Fault::new(FaultKind::Blackhole).on(FaultTarget::Server(server.machine_identifier()));
    plex.faults().add(fault);
    let url = server.url().to_owned();
    let asked = tokio::spawn(async move { raw(&url, "/identity").await });
    timeout(LIMIT, async {
        while plex.requests().is_empty() {
            tokio::task::yield_now().await;
        }
    })
    .await
    .unwrap();
    plex.shutdown().await;
    let (answer, _) = asked.await.unwrap();
    assert_eq!(answer, "");
}

#[tokio::test]
async fn a_delay_comes_before_the_answer() {
    let plex = start().await;
    let base = plex.server().url();
    let wait = Duration::from_millis(50);
    let id = plex.faults().add(Fault::new(FaultKind::Delay(wait)));
    let begin = Instant::now();
    assert_eq!(get(base, "/identity").status().await, 200);
    assert!(begin.elapsed() >= wait);
    assert!(plex.faults().remove(id));
    // Who leaves while it lasts is in the log.
    plex.faults().add(Fault::new(FaultKind::Delay(2 * LIMIT)));
    let hasty = client(&[]).timeout(wait).build().unwrap();
    assert!(hasty.get(base).send().await.unwrap_err().is_timeout());
    timeout(LIMIT, async {
        while plex.requests().len() < 2 {
            tokio::task::yield_now().await;
        }
    })
    .await
    .unwrap();
    let statuses: Vec<_> = plex.requests().iter().map(|asked| asked.status).collect();
    assert_eq!(statuses, [Some(StatusCode::OK), None]);
}

#[tokio::test]
async fn answers_are_cut_within_their_body() {
    let plex = start().await;
    let base = plex.server().url();
    let whole = get(base, "/identity").send().await;
    let whole = whole.text();
    assert!(whole.len() > 20);
    for (after, length) in [(0, whole.len()), (20, whole.len()), (10_000, 10_001)] {
        let sent = &whole[..after.min(whole.len())];
        plex.faults()
            .add(Fault::new(FaultKind::Truncate(after)).times(1));
        let (answer, end) = raw(base, "/identity").await;
        assert!(end.is_ok(), "{end:?}");
        assert_eq!((body(&answer), announced(&answer)), (sent, length));

        plex.faults()
            .add(Fault::new(FaultKind::ResetMidBody(after)).times(1));
        let (answer, end) = raw(base, "/identity").await;
        assert_eq!(end.unwrap_err().kind(), io::ErrorKind::ConnectionReset);
        assert_eq!((body(&answer), announced(&answer)), (sent, length));

        plex.faults()
            .add(Fault::new(FaultKind::Truncate(after)).times(1));
        let client = client(&[]).build().unwrap();
        let answer = client.get(format!("{base}/identity")).send().await.unwrap();
        assert_eq!(answer.status(), 200);
        assert!(answer.bytes().await.is_err());
    }
    assert!(
        plex.requests()
            .iter()
            .all(|asked| asked.status == Some(StatusCode::OK))
    );
}

#[tokio::test]
async fn answers_are_cut_over_tls_too() {
    let plex = EmbeddedPlex::builder().tls().start().await.unwrap();
    let url = plex.server().https_url().unwrap();
    let uri: http::Uri = url.parse().unwrap();
    let address = plex.server().url()[7..].parse().unwrap();
    let client = client(&[plex.ca_pem().unwrap()])
        .resolve(uri.host().unwrap(), address)
        .build()
        .unwrap();
    for kind in [FaultKind::Truncate(9), FaultKind::ResetMidBody(9)] {
        plex.faults().add(Fault::new(kind).times(1));
        let answer = client.get(format!("{url}/identity")).send().await.unwrap();
        assert_eq!(answer.status(), 200);
        let mut answer = answer;
        let first = answer.chunk().await.unwrap().unwrap();
        assert_eq!(first.len(), 9);
        assert!(answer.chunk().await.is_err());
    }
    plex.faults().add(Fault::new(FaultKind::Refuse).times(1));
    assert!(client.get(url).send().await.is_err());
}

#[tokio::test]
async fn answers_are_not_what_they_should_be() {
    let plex = start().await;
    let base = plex.server().url();
    let whole = get(base, "/identity").send().await;
    let add = |kind| plex.faults().add(Fault::new(kind).times(1));
    add(FaultKind::WrongContentType("text/html".into()));
    let answer = get(base, "/identity").send().await;
    assert_eq!(answer.header("content-type"), "text/html");
    assert_eq!(answer.body, whole.body);
    add(FaultKind::WrongContentType("no\nheader".into()));
    let answer = get(base, "/identity").send().await;
    assert!(answer.headers.get("content-type").is_none());
    add(FaultKind::WrongBody("<html>".into()));
    let answer = get(base, "/identity").send().await;
    assert_eq!((answer.text(), answer.status.as_u16()), ("<html>", 200));
    assert_eq!(answer.header("content-type"), whole.header("content-type"));
    for (code, retry_after, sent) in [(503, None, 503), (429, Some(7), 429), (7, None, 500)] {
        add(FaultKind::Status { code, retry_after });
        let answer = get(base, "/identity").send().await;
        assert_eq!(answer.status, sent);
        let wait = retry_after.map_or(String::new(), |wait| wait.to_string());
        assert_eq!(answer.header("retry-after"), wait);
        let status = plex.requests().last().unwrap().status;
        assert_eq!(status.unwrap(), sent);
    }
    add(FaultKind::Redirect("http://other.example/x".into()));
    let answer = get(base, "/identity").send().await;
    assert_eq!(answer.status, 302);
    assert_eq!(answer.header("location"), "http://other.example/x");
    assert_eq!(get(base, "/identity").status().await, 200);
}

#[tokio::test]
async fn faults_befall_whom_they_are_for() {
    let plex = start().await;
    let (main, attic) = (&plex.servers()[0], &plex.servers()[1]);
    let kind = |code| FaultKind::Status {
        code,
        retry_after: None,
    };
    let fault = Fault::new(kind(502)).on(FaultTarget::Server(attic.machine_identifier()));
    plex.faults().add(fault.path("/id"));
    let tv = plex
        .faults()
        .add(Fault::new(kind(503)).on(FaultTarget::PlexTv));
    assert_eq!(get(main.url(), "/identity").status().await, 200);
    assert_eq!(get(attic.url(), "/identity").status().await, 502);
    assert_eq!(get(attic.url(), "/").status().await, 401);
    let user = || get(plex.plex_tv_url(), "/api/v2/user").status();
    assert_eq!(user().await, 503);
    assert!(plex.faults().remove(tv));
    assert_eq!(user().await, 400);
    plex.faults().clear();
    assert_eq!(get(attic.url(), "/identity").status().await, 200);
}
