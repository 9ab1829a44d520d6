//! Minting, expiry, revocation, restart, and what other sources are told.

use super::*;
use plex_sdk_contract::MediaContainer;
use plex_sdk_contract::model::{SourceConnectionInformation, SourceDevice};

const HOUR: Duration = Duration::from_secs(3600);

#[tokio::test]
async fn every_verb_mints() {
    let plex = start().await;
    let base = plex.server().url();
    let token = main_token(&plex, UserKind::Friend);
    for method in [
        Method::POST,
        Method::GET,
        Method::PUT,
        Method::DELETE,
        Method::PATCH,
        Method::OPTIONS,
    ] {
        let answer = ask(method.clone(), base, MINT).token(&token).send().await;
        assert_eq!(answer.status, 200, "{method}");
        assert_eq!(answer.header("content-type"), "text/xml;charset=utf-8");
        assert_eq!(answer.header("x-plex-protocol"), "1.0");
        assert!(
            answer
                .text()
                .contains("<MediaContainer size=\"0\" token=\"transient-"),
            "{}",
            answer.text()
        );
    }
    assert_eq!(
        ask(Method::HEAD, base, MINT).token(&token).status().await,
        200
    );
    let json = get(base, MINT).token(&token).json().send().await.value();
    assert_eq!(json["MediaContainer"]["size"], 0);
    let minted = json["MediaContainer"]["token"].as_str().unwrap();
    assert_eq!(get(base, "/").token(minted).status().await, 200);
    let in_query = format!("/?X-Plex-Token={minted}");
    assert_eq!(get(base, &in_query).status().await, 200);
}

#[tokio::test]
async fn minting_needs_its_words_and_a_token() {
    let plex = start().await;
    let base = plex.server().url();
    let token = main_token(&plex, UserKind::Owner);
    for query in [
        "",
        "?type=delegation",
        "?scope=all",
        "?type=other&scope=all",
        "?type=delegation&scope=some",
    ] {
        let path = format!("/security/token{query}");
        assert_eq!(
            get(base, &path).token(&token).status().await,
            400,
            "{query}"
        );
        assert_eq!(get(base, &path).status().await, 401, "{query}");
    }
}

#[tokio::test]
async fn a_server_takes_no_foreign_tokens() {
    let plex = start().await;
    let base = plex.server().url();
    let jwt = "eyJhbGciOiJFZERTQSJ9.eyJpc3MiOiJwbGV4LnR2In0.c2ln";
    for user in plex.users() {
        let account = user.account_token.expose();
        let expected = if user.kind == UserKind::Owner {
            200
        } else {
            401
        };
        assert_eq!(get(base, "/").token(account).status().await, expected);
    }
    let attic = plex.servers()[1].machine_identifier();
    let elsewhere = plex.user(UserKind::Owner).server_token(attic).unwrap();
    for token in [jwt, "nonsense", elsewhere.expose()] {
        let answer = get(base, "/library/sections").token(token).send().await;
        assert_eq!(answer.status, 401);
        assert_eq!(answer.header("content-type"), "text/html");
        assert!(answer.text().contains("<h1>401 Unauthorized</h1>"));
    }
    assert_eq!(get(base, "/").status().await, 401);
    assert_eq!(get(base, "/identity").status().await, 200);
    assert_eq!(get(base, "/identity").token("nonsense").status().await, 200);
}

#[tokio::test]
async fn transient_tokens_expire_by_the_clock() {
    let (clock, builder) = with_clock();
    let plex = builder.start().await.unwrap();
    let base = plex.server().url();
    let first = mint(base, &main_token(&plex, UserKind::Home)).await;
    clock.advance(47 * HOUR);
    let second = mint(base, &first).await;
    assert_eq!(get(base, "/").token(&second).status().await, 200);
    clock.advance(HOUR);
    assert_eq!(get(base, "/").token(&first).status().await, 401);
    assert_eq!(get(base, "/").token(&second).status().await, 401);
    assert_eq!(get(base, MINT).token(&second).status().await, 401);
}

#[tokio::test]
async fn revoking_cascades_and_a_restart_forgets() {
    let plex = start().await;
    let (main, attic) = (&plex.servers()[0], &plex.servers()[1]);
    let owner = plex.user(UserKind::Owner).account_token;
    let child = mint(main.url(), owner.expose()).await;
    let grandchild = mint(main.url(), &child).await;
    let other = mint(attic.url(), owner.expose()).await;
    plex.restart_server(main.machine_identifier());
    assert_eq!(get(main.url(), "/").token(&child).status().await, 401);
    assert_eq!(get(main.url(), "/").token(&grandchild).status().await, 401);
    assert_eq!(
        get(main.url(), "/").token(owner.expose()).status().await,
        200
    );
    assert_eq!(get(attic.url(), "/").token(&other).status().await, 200);

    let child = mint(main.url(), owner.expose()).await;
    let grandchild = mint(main.url(), &child).await;
    plex.revoke(owner.expose());
    for (base, token) in [
        (main.url(), owner.expose()),
        (main.url(), &child),
        (main.url(), &grandchild),
        (attic.url(), &other),
    ] {
        assert_eq!(get(base, "/").token(token).status().await, 401);
    }
    let user = get(plex.plex_tv_url(), "/api/v2/user")
        .client("t")
        .token(owner.expose());
    assert_eq!(user.status().await, 401);
}

async fn resolve(base: &str, token: &str, source: &str) -> SourceDevice {
    let path = format!("/security/resources?source={source}");
    let answer = get(base, &path).token(token).json().send().await;
    let found: MediaContainer<SourceConnectionInformation> = answer.read();
    found.content.device
}

#[tokio::test]
async fn sources_of_both_kinds_are_resolved() {
    let plex = start().await;
    let base = plex.server().url();
    let owner = main_token(&plex, UserKind::Owner);
    let transient = mint(base, &owner).await;
    for server in plex.servers() {
        let source = format!("server://{}", server.machine_identifier());
        let device = resolve(base, &transient, &source).await;
        assert_eq!(device.name.as_deref(), Some(server.name()));
        assert_eq!(
            device.client_identifier,
            *server.machine_identifier().as_str()
        );
        let connection = &device.connections[0];
        assert_eq!(connection.uri, server.url());
        assert!(connection.local && connection.protocol == "http");
        let token = device.access_token.expose();
        assert_eq!(get(server.url(), "/").token(token).status().await, 200);
        // It is of the owner's level, so it resolves further.
        resolve(server.url(), token, &source).await;
    }
    for provider in ["tv.plex.provider.discover", "tv.plex.provider.metadata"] {
        let device = resolve(base, &owner, &format!("provider://{provider}")).await;
        assert_eq!(device.client_identifier, *provider);
        assert_eq!(device.connections[0].uri, plex.plex_tv_url());
        let user = get(plex.plex_tv_url(), "/api/v2/user")
            .client("t")
            .token(device.access_token.expose());
        assert_eq!(user.status().await, 200);
    }
}

#[tokio::test]
async fn sources_that_are_refused() {
    let plex = start().await;
    let base = plex.server().url();
    let owner = main_token(&plex, UserKind::Owner);
    let status = |query: &str, token: &str| {
        let path = format!("/security/resources{query}");
        get(base, &path).token(token).status()
    };
    assert_eq!(status("", &owner).await, 400);
    assert_eq!(status("?source=abc", &owner).await, 400);
    assert_eq!(status("?source=server://", &owner).await, 400);
    assert_eq!(status("?source=server://0000", &owner).await, 404);
    assert_eq!(
        status("?source=provider://tv.plex.other", &owner).await,
        404
    );
    let own = format!("?source=server://{}", plex.server().machine_identifier());
    assert_eq!(status(&own, &owner).await, 200);
    for user in [UserKind::Home, UserKind::Managed, UserKind::Friend] {
        let token = main_token(&plex, user);
        assert_eq!(status(&own, &token).await, 403, "{user}");
        assert_eq!(status(&own, &mint(base, &token).await).await, 403, "{user}");
    }
    assert_eq!(status(&own, "nonsense").await, 401);
}
