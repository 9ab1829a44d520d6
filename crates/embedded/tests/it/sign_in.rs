//! plex.tv: PINs, accounts and resources.

use super::*;
use plex_sdk_contract::Plain;
use plex_sdk_contract::model::{AccountDetails, Pin, Resource};
use plex_sdk_embedded::NoSuchPin;
use std::time::Duration;

async fn create(plex: &EmbeddedPlex, path: &str) -> Pin {
    let answer = ask(Method::POST, plex.plex_tv_url(), path)
        .client("app-1")
        .header("X-Plex-Product", "Test App")
        .json()
        .send()
        .await;
    assert_eq!(answer.status, 201);
    assert!(answer.text().contains("\"authToken\":null"));
    let Plain(pin) = answer.read();
    pin
}

fn poll(plex: &EmbeddedPlex, pin: &Pin) -> Ask {
    get(plex.plex_tv_url(), &format!("/api/v2/pins/{}", pin.id)).json()
}

async fn resources(plex: &EmbeddedPlex, token: &str) -> Vec<Resource> {
    let answer = get(plex.plex_tv_url(), "/api/v2/resources?includeHttps=1")
        .client("app-1")
        .token(token)
        .json()
        .send()
        .await;
    let Plain(list) = answer.read();
    list
}

#[tokio::test]
async fn a_pin_signs_in_once_approved() {
    let (clock, builder) = with_clock();
    let plex = builder.start().await.unwrap();
    let pin = create(&plex, "/api/v2/pins").await;
    assert_eq!((pin.code.len(), pin.expires_in), (4, 900));
    assert_eq!(pin.product.as_deref(), Some("Test App"));
    clock.advance(Duration::from_secs(60));
    let Plain(waiting): Plain<Pin> = poll(&plex, &pin).client("app-1").send().await.read();
    assert_eq!((waiting.token(), waiting.expires_in), (None, 840));
    assert_eq!(poll(&plex, &pin).client("app-2").status().await, 404);
    assert_eq!(plex.approve_pin("nope", UserKind::Friend), Err(NoSuchPin));
    plex.approve_pin(&pin.code, UserKind::Friend).unwrap();
    let Plain(approved): Plain<Pin> = poll(&plex, &pin).client("app-1").send().await.read();
    let token = approved.token().unwrap().expose().to_owned();

    let answer = get(plex.plex_tv_url(), "/api/v2/user")
        .client("app-1")
        .token(&token)
        .json();
    let Plain(account): Plain<AccountDetails> = answer.send().await.read();
    assert_eq!(account.title, *plex.user(UserKind::Friend).name);
    assert_eq!(account.auth_token.unwrap().expose(), token);

    let list = resources(&plex, &token).await;
    assert_eq!(list.len(), 1);
    let resource = &list[0];
    assert!(!resource.owned && resource.owner_id.is_some());
    assert_eq!(resource.connections[0].uri, plex.server().url());
    let access = resource.access_token.as_ref().unwrap().expose();
    assert_eq!(access, main_token(&plex, UserKind::Friend));
    assert_eq!(
        get(plex.server().url(), "/").token(access).status().await,
        200
    );
    assert_eq!(
        get(plex.server().url(), "/").token(&token).status().await,
        401
    );
}

#[tokio::test]
async fn an_expired_pin_is_gone() {
    let (clock, builder) = with_clock();
    let plex = builder.start().await.unwrap();
    let link = create(&plex, "/api/v2/pins").await;
    let strong = create(&plex, "/api/v2/pins?strong=true").await;
    assert_eq!((strong.code.len(), strong.expires_in), (25, 1800));
    clock.advance(Duration::from_secs(900));
    let answer = poll(&plex, &link).client("app-1").send().await;
    assert_eq!(answer.status, 404);
    assert_eq!(answer.value()["errors"][0]["code"], 1020);
    assert_eq!(poll(&plex, &strong).client("app-1").status().await, 200);
    assert_eq!(
        plex.approve_pin(&link.code, UserKind::Owner),
        Err(NoSuchPin)
    );
}

#[tokio::test]
async fn plex_tv_wants_a_client_and_a_token() {
    let plex = start().await;
    let base = plex.plex_tv_url();
    for (method, path) in [
        (Method::POST, "/api/v2/pins"),
        (Method::GET, "/api/v2/pins/1"),
        (Method::GET, "/api/v2/user"),
        (Method::GET, "/api/v2/resources"),
    ] {
        let answer = ask(method, base, path).json().send().await;
        assert_eq!(answer.status, 400, "{path}");
        assert_eq!(answer.value()["errors"][0]["code"], 1000, "{path}");
    }
    let json = get(base, "/api/v2/user").client("a").token("x").json();
    let json = json.send().await;
    assert_eq!(json.status, 401);
    assert_eq!(json.value()["errors"][0]["code"], 1001);
    let xml = get(base, "/api/v2/user").client("a").send().await;
    assert_eq!(xml.status, 401);
    assert!(
        xml.text().contains("<error code=\"1001\""),
        "{}",
        xml.text()
    );
    assert_eq!(get(base, "/identity").client("a").status().await, 404);
    let server_token = main_token(&plex, UserKind::Owner);
    let answer = get(base, "/api/v2/user").client("a").token(&server_token);
    assert_eq!(answer.status().await, 401);
}

#[tokio::test]
async fn everyone_sees_their_servers() {
    let plex = start().await;
    for (user, expected) in [
        (UserKind::Owner, 2),
        (UserKind::Home, 2),
        (UserKind::Managed, 1),
        (UserKind::Friend, 1),
        (UserKind::Stranger, 0),
    ] {
        let token = plex.user(user).account_token;
        let first = resources(&plex, token.expose()).await;
        assert_eq!(first.len(), expected, "{user}");
        assert!(first.iter().all(|at| at.owned == (user == UserKind::Owner)));
        let again = resources(&plex, token.expose()).await;
        for (a, b) in first.iter().zip(&again) {
            assert_eq!(a.access_token, b.access_token);
        }
    }
    // In place of a revoked server token plex.tv gives a new one.
    let old = main_token(&plex, UserKind::Friend);
    plex.revoke(&old);
    assert_eq!(
        get(plex.server().url(), "/").token(&old).status().await,
        401
    );
    let friend = plex.user(UserKind::Friend).account_token;
    let list = resources(&plex, friend.expose()).await;
    let new = list[0].access_token.as_ref().unwrap().expose();
    assert_eq!(get(plex.server().url(), "/").token(new).status().await, 200);
}

#[tokio::test]
async fn xml_is_what_plex_tv_says_by_default() {
    let plex = start().await;
    let answer = ask(Method::POST, plex.plex_tv_url(), "/api/v2/pins")
        .client("app-1")
        .send()
        .await;
    assert!(answer.text().contains("<pin "), "{}", answer.text());
    let Plain(pin): Plain<Pin> = answer.read();
    assert!(pin.token().is_none() && !pin.code.is_empty());
    let owner = plex.user(UserKind::Owner).account_token;
    let answer = get(plex.plex_tv_url(), "/api/v2/resources")
        .client("a")
        .token(owner.expose())
        .send()
        .await;
    let Plain(list): Plain<Vec<Resource>> = answer.read();
    assert_eq!(list.len(), 2, "{}", answer.text());
    assert_eq!(list[0].connections.len(), 1);
}
