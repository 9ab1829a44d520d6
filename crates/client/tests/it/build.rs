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
