//! Setting a client up: what is taken, and what is refused with what words.

use plex_sdk::{Account, BuildError, ClaimToken, ClientIdentity, Jwt, Protocol, Server};

#[test]
fn a_server_is_chosen_by_url_or_in_parts() {
    let url = |builder: plex_sdk::ServerBuilder| builder.build().unwrap().url().to_owned();
    assert_eq!(url(Server::builder().url("http://h:1/")), "http://h:1");
    assert_eq!(
        url(Server::builder().address(Protocol::Https, "h.test", 32400)),
        "https://h.test:32400"
    );
    assert_eq!(
        url(Server::builder().address(Protocol::Http, "::1", 32400)),
        "http://[::1]:32400"
    );
    assert!(matches!(
        Server::builder().build(),
        Err(BuildError::NoServer)
    ));
}

#[test]
fn an_address_is_a_bare_host_and_a_port() {
    let build = |host: &str, port| {
        let builder = Server::builder().address(Protocol::Http, host, port);
        builder.build().map(|server| server.url().to_owned())
    };
    for (host, url) in [
        ("192.168.1.5", "http://192.168.1.5:32400"),
        ("[::1]", "http://[::1]:32400"),
        ("plex_1.local.", "http://plex_1.local.:32400"),
        ("müller.test", "http://xn--mller-kva.test:32400"),
        // The protocol's own port is not shown.
        ("Plex.Local", "http://plex.local:32400"),
    ] {
        assert_eq!(build(host, 32400).unwrap(), url);
    }
    assert_eq!(build("h", 80).unwrap(), "http://h");
    for host in [
        "",
        " ",
        "host/",
        "host/plex",
        "host:80",
        "host?",
        "host#",
        "u@host",
        "http://host",
        "a b",
        "a\nb",
        "host\\",
        "[::1",
        "::1]",
        "host%2f",
        "1.2.3.400",
    ] {
        let error = build(host, 32400).unwrap_err();
        let BuildError::Host { host: shown, .. } = &error else {
            panic!("{error:?}");
        };
        let kept = ["host?", "host#", "u@host"]
            .contains(&host)
            .then_some("host");
        assert_eq!(shown, kept.unwrap_or(host.trim()));
    }
    let error = build("host/", 32400).unwrap_err().to_string();
    assert!(
        error.starts_with("`host/` is not a host name or IP address"),
        "{error}"
    );
    for secret in [
        "u:s3cr3t@host",
        "http://u:s3cr3t@host/",
        "host?X-Plex-Token=s3cr3t",
    ] {
        let error = format!("{:?}", build(secret, 32400).unwrap_err());
        assert!(!error.contains("s3cr3t"), "{error}");
    }
    let error = build("host", 0).unwrap_err().to_string();
    assert!(error.contains("its port is 0"), "{error}");
}

#[test]
fn a_server_takes_no_jwt_and_no_claim_token() {
    let build = |token: plex_sdk::Token| Server::builder().url("http://h").token(token).build();
    let jwt = build(Jwt::new("eyJh.eyJi.sig").unwrap().into())
        .unwrap_err()
        .to_string();
    assert!(jwt.contains("JWT") && jwt.contains("access token"), "{jwt}");
    let claim = build(ClaimToken::new("claim-abcdef").unwrap().into())
        .unwrap_err()
        .to_string();
    assert!(claim.contains("claim token"), "{claim}");
}

#[test]
fn an_account_needs_a_client_identifier() {
    let error = Account::builder().build().unwrap_err();
    assert!(matches!(error, BuildError::NoClientIdentifier));
    let account = Account::builder().client_identifier("c").build().unwrap();
    assert_eq!(account.url(), "https://plex.tv");
}

#[test]
fn a_value_that_no_header_carries_is_refused() {
    let identity = ClientIdentity {
        device_name: Some("a\r\nX: y".into()),
        ..ClientIdentity::new("c")
    };
    let error = Server::builder()
        .url("http://h")
        .identity(identity)
        .build()
        .unwrap_err();
    assert!(error.to_string().contains("x-plex-device-name"), "{error}");
}
