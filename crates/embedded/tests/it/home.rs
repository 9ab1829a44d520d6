//! plex.tv: the Home, and who the servers are shared with.

use super::*;
use plex_sdk_contract::model::{AccountDetails, HomeUsers, SharedServers, SwitchedUser};
use plex_sdk_contract::{MediaContainer, Plain};

async fn users(plex: &EmbeddedPlex, user: UserKind) -> MediaContainer<HomeUsers> {
    let token = plex.user(user).account_token;
    let asked = get(plex.plex_tv_url(), "/api/home/users").client("app");
    asked.token(token.expose()).send().await.read()
}

/// A call of the owner's.
fn post(plex: &EmbeddedPlex, path: &str) -> Ask {
    let token = plex.user(UserKind::Owner).account_token;
    let asked = ask(Method::POST, plex.plex_tv_url(), path).client("app");
    asked.token(token.expose())
}

#[tokio::test]
async fn a_home_has_its_users() {
    let plex = start().await;
    let list = users(&plex, UserKind::Managed).await;
    assert_eq!((list.size, list.users.len()), (Some(3), 3));
    let facts: Vec<_> = list
        .users
        .iter()
        .map(|user| {
            (
                user.admin,
                user.restricted,
                user.protected,
                user.has_password,
            )
        })
        .collect();
    assert_eq!(
        facts,
        [
            (true, false, false, true),
            (false, false, true, true),
            (false, true, false, false)
        ]
    );
    let alone = users(&plex, UserKind::Friend).await;
    assert_eq!(alone.users.len(), 1);
    assert_eq!(alone.users[0].title, *plex.user(UserKind::Friend).name);
}

#[tokio::test]
async fn switching_needs_the_pin_where_there_is_one() {
    let plex = start().await;
    let list = users(&plex, UserKind::Owner).await;
    let (home, managed) = (&list.users[1], &list.users[2]);
    let pin = plex.user(UserKind::Home).home_pin.unwrap();
    let pin = pin.expose();
    for query in ["", "?pin=", "?pin=0000"] {
        let old = format!("/api/home/users/{}/switch{query}", home.id);
        assert_eq!(post(&plex, &old).json().send().await.error(), (401, 1041));
        let new = format!("/api/v2/home/users/{}/switch{query}", home.uuid);
        assert_eq!(post(&plex, &new).json().send().await.error(), (403, 1041));
    }
    let old = format!("/api/home/users/{}/switch?pin={pin}", home.id);
    let answer = post(&plex, &old).send().await;
    assert_eq!(answer.status, 200);
    assert!(answer.text().contains("<user "), "{}", answer.text());
    let Plain(switched): Plain<SwitchedUser> = answer.read();
    let token = switched.authentication_token.expose();
    let user = get(plex.plex_tv_url(), "/api/v2/user").client("app").json();
    let Plain(account): Plain<AccountDetails> = user.token(token).send().await.read();
    assert_eq!((account.id, account.protected), (home.id, true));

    for id in [managed.uuid.to_string(), managed.id.to_string()] {
        let new = format!("/api/v2/home/users/{id}/switch");
        let answer = post(&plex, &new).json().send().await;
        assert_eq!(answer.status, 201);
        let Plain(account): Plain<AccountDetails> = answer.read();
        assert!(account.restricted && account.username.is_empty());
        let token = account.auth_token.unwrap();
        assert_eq!(checked(&plex, token.expose()).await, 200);
    }
    assert!(
        plex.requests()
            .iter()
            .all(|request| !request.path.contains(pin))
    );
}

#[tokio::test]
async fn nobody_switches_out_of_the_home() {
    let plex = start().await;
    let friend = &users(&plex, UserKind::Friend).await.users[0];
    let owner = &users(&plex, UserKind::Owner).await.users[0];
    let old = |id: u64| format!("/api/home/users/{id}/switch");
    assert_eq!(post(&plex, &old(friend.id)).status().await, 404);
    assert_eq!(post(&plex, &old(1)).status().await, 404);
    let token = plex.user(UserKind::Friend).account_token;
    let asked = ask(Method::POST, plex.plex_tv_url(), &old(owner.id)).client("app");
    assert_eq!(asked.token(token.expose()).status().await, 404);
}

#[tokio::test]
async fn the_owner_sees_the_tokens_of_the_others() {
    let plex = start().await;
    let list = |user, server: usize| {
        let token = plex.user(user).account_token;
        let id = plex.servers()[server].machine_identifier();
        let path = format!("/api/servers/{id}/shared_servers");
        let asked = get(plex.plex_tv_url(), &path).client("app");
        asked.token(token.expose()).send()
    };
    let main: MediaContainer<SharedServers> = list(UserKind::Owner, 0).await.read();
    let attic: MediaContainer<SharedServers> = list(UserKind::Owner, 1).await.read();
    assert_eq!(main.shared_servers.len(), 3);
    assert_eq!(attic.shared_servers.len(), 1);
    for share in &main.shared_servers {
        let token = share.access_token.as_ref().unwrap().expose();
        let asked = get(plex.server().url(), "/library/sections").token(token);
        assert_eq!(asked.status().await, 200);
        let shared = share.sections.iter().filter(|section| section.shared);
        assert_eq!(share.all_libraries, shared.count() == share.sections.len());
    }
    let friend = main_token(&plex, UserKind::Friend);
    let tokens = main.shared_servers.iter().map(|share| &share.access_token);
    assert!(tokens.flatten().any(|token| token.expose() == friend));
    assert_eq!(list(UserKind::Home, 0).await.status, 404);
}
