//! The addresses that servers and plex.tv list, and what is behind them.

use super::*;
use plex_sdk_contract::MediaContainer;
use plex_sdk_contract::model::{Connection, Resource, SourceConnectionInformation};

async fn listed(plex: &EmbeddedPlex, query: &str) -> Vec<Resource> {
    let owner = plex.user(UserKind::Owner).account_token;
    let path = format!("/api/v2/resources{query}");
    let ask = get(plex.plex_tv_url(), &path).client("t");
    let answer = ask.token(owner.expose()).json().send().await;
    serde_json::from_slice(&answer.body).unwrap()
}

/// Kind and protocol of each connection.
fn kinds(connections: &[Connection]) -> Vec<String> {
    let kind = |of: &Connection| {
        let reach = match (of.local, of.relay) {
            (true, Some(false)) => "local",
            (false, Some(false)) => "remote",
            (false, Some(true)) => "relay",
            other => panic!("{other:?}"),
        };
        format!("{reach} {}", of.protocol)
    };
    connections.iter().map(kind).collect()
}

const ALL: &str = "?includeHttps=1&includeRelay=1&includeIPv6=1";

#[tokio::test]
async fn flags_decide_what_is_listed() {
    let plex = EmbeddedPlex::builder()
        .tls()
        .relay_connection()
        .remote_connection()
        .start()
        .await
        .unwrap();
    for (query, expected) in [
        ("", &["local http", "remote http"][..]),
        ("?includeRelay=1", &["local http", "remote http"]),
        (
            "?includeHttps=1",
            &["local https", "local http", "remote https", "remote http"],
        ),
        (
            ALL,
            &[
                "local https",
                "local http",
                "remote https",
                "remote http",
                "relay https",
            ],
        ),
    ] {
        let resources = listed(&plex, query).await;
        assert_eq!(kinds(&resources[0].connections), expected, "{query}");
        assert!(!resources[0].https_required);
    }
    let resources = listed(&plex, ALL).await;
    assert_eq!(resources.len(), 2);
    for (resource, server) in resources.iter().zip(plex.servers()) {
        let [secure, plain, ..] = &resource.connections[..] else {
            panic!("two connections")
        };
        assert_eq!(secure.uri, server.https_url().unwrap());
        assert_eq!(plain.uri, server.url());
        assert_eq!((&*secure.address, secure.port), ("127.0.0.1", plain.port));
    }
    assert_eq!(resources[1].connections.len(), 2);
}

#[tokio::test]
async fn https_alone_is_listed_where_it_is_required() {
    let plex = EmbeddedPlex::builder()
        .https_required()
        .relay_connection()
        .start()
        .await
        .unwrap();
    let resources = listed(&plex, ALL).await;
    let expected = ["local https", "relay https"];
    assert_eq!(kinds(&resources[0].connections), expected);
    assert!(resources[0].https_required);
    assert!(listed(&plex, "").await[0].connections.is_empty());
}

#[tokio::test]
async fn listed_addresses_are_dead_silent_or_the_server_itself() {
    let plex = EmbeddedPlex::builder()
        .dead_connection()
        .blackholed_connection()
        .remote_connection()
        .relay_connection()
        .start()
        .await
        .unwrap();
    let resources = listed(&plex, ALL).await;
    let connections = &resources[0].connections;
    let [dead, silent, own, remote, relay] = &connections[..] else {
        panic!("{connections:?}")
    };
    let expected = [
        "local http",
        "local http",
        "local http",
        "remote http",
        "relay http",
    ];
    assert_eq!(kinds(connections), expected);
    assert!(dead.address.starts_with("127."));
    assert_eq!(own.uri, plex.server().url());

    let error = client(&[]).build().unwrap().get(&*dead.uri).send().await;
    assert!(error.unwrap_err().is_connect());
    let hasty = client(&[]).timeout(Duration::from_millis(100));
    let error = hasty.build().unwrap().get(&*silent.uri).send().await;
    let error = error.unwrap_err();
    assert!(error.is_timeout() && !error.is_connect(), "{error:?}");
    for connection in [remote, relay] {
        assert_eq!(get(&connection.uri, "/identity").status().await, 200);
        let log = plex.requests();
        assert_eq!(*log.last().unwrap().host, *connection.uri);
    }

    // The server itself tells of the same.
    let token = main_token(&plex, UserKind::Owner);
    let path = format!(
        "/security/resources?source=server://{}",
        plex.server().machine_identifier()
    );
    let answer = get(plex.server().url(), &path).token(&token).json();
    let answer = answer.send().await;
    let found: MediaContainer<SourceConnectionInformation> = answer.read();
    let told = &found.content.device.connections;
    let uris = |of: &[Connection]| of.iter().map(|of| of.uri.to_string()).collect::<Vec<_>>();
    assert_eq!(uris(told), uris(connections));
    assert_eq!((told[0].relay, told[4].relay), (None, Some(true)));

    let silent = silent.uri.to_string();
    plex.shutdown().await;
    let error = client(&[]).build().unwrap().get(silent).send().await;
    assert!(error.unwrap_err().is_connect());
}
