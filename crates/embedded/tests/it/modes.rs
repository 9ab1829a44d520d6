//! What the builder switches: claiming, refusals, versions, storage, and the request log.

use super::*;
use plex_sdk_contract::MediaContainer;
use plex_sdk_contract::model::{Identity, Sections};
use plex_sdk_embedded::{StartError, TokenRefusals};

#[tokio::test]
async fn an_unclaimed_server_is_open() {
    let plex = EmbeddedPlex::builder().unclaimed().start().await.unwrap();
    let base = plex.server().url();
    let identity = get(base, "/identity").send().await;
    assert_eq!(
        identity.read::<MediaContainer<Identity>>().claimed,
        Some(false)
    );
    assert_eq!(get(base, "/library/sections").status().await, 200);
    // As a real one does, it looks at the parameters first.
    assert_eq!(get(base, "/security/token").status().await, 400);
    assert_eq!(get(base, "/security/resources").status().await, 400);
    let minted = get(base, MINT).json().send().await.value();
    let minted = minted["MediaContainer"]["token"].as_str().unwrap();
    let own = format!(
        "/security/resources?source=server://{}",
        plex.server().machine_identifier()
    );
    assert_eq!(get(base, &own).token(minted).status().await, 200);
    assert_eq!(get(base, &own).status().await, 200);
    let other = format!(
        "/security/resources?source=server://{}",
        plex.servers()[1].machine_identifier()
    );
    assert_eq!(get(base, &other).status().await, 404);
    // It knows no accounts, and plex.tv does not know it.
    let owner = plex.user(UserKind::Owner);
    let account = owner.account_token.expose();
    assert_eq!(get(base, "/").token(account).status().await, 401);
    assert!(
        owner
            .server_token(plex.server().machine_identifier())
            .is_none()
    );
    assert_eq!(get(plex.servers()[1].url(), "/").status().await, 401);
    plex.restart_server(plex.server().machine_identifier());
    assert_eq!(get(base, "/").token(minted).status().await, 401);
}

#[tokio::test]
async fn refusals_look_as_switched() {
    let plex = start().await;
    let base = plex.server().url();
    for accept in ["application/json", "application/xml"] {
        let answer = get(base, MINT).header("Accept", accept).send().await;
        assert_eq!(answer.status, 401);
        assert_eq!(answer.header("content-type"), "application/json");
        let error = &answer.value()["errors"][0];
        assert_eq!(
            (&error["code"], &error["status"]),
            (&1001.into(), &401.into())
        );
    }
    let plex = EmbeddedPlex::builder()
        .token_refusals(TokenRefusals::Forbidden)
        .start()
        .await
        .unwrap();
    let base = plex.server().url();
    for path in [MINT, "/security/resources"] {
        let answer = get(base, path).token("nonsense").json().send().await;
        assert_eq!(answer.status, 403, "{path}");
        assert!(answer.text().contains("<h1>403 Forbidden</h1>"), "{path}");
    }
    assert_eq!(get(base, "/").status().await, 401);
}

#[tokio::test]
async fn an_old_server_lacks_what_came_later() {
    let plex = EmbeddedPlex::builder()
        .version("1.15.3.876-ad6e39743")
        .start()
        .await
        .unwrap();
    let base = plex.server().url();
    let token = main_token(&plex, UserKind::Owner);
    let own = format!(
        "/security/resources?source=server://{}",
        plex.server().machine_identifier()
    );
    assert_eq!(get(base, &own).token(&token).status().await, 404);
    assert_eq!(get(base, MINT).token(&token).status().await, 200);
    let identity = get(base, "/identity").send().await;
    let identity: MediaContainer<Identity> = identity.read();
    assert_eq!(identity.version, "1.15.3.876-ad6e39743");
    let refused = EmbeddedPlex::builder().version("new").start().await;
    assert!(matches!(refused, Err(StartError::Version(_))));
}

#[tokio::test]
async fn a_data_folder_keeps_identifiers_and_digests() {
    let folder = std::env::temp_dir().join(format!("plex-sdk-embedded-{}", std::process::id()));
    let open = || EmbeddedPlex::builder().data_dir(&folder).start();
    let plex = open().await.unwrap();
    let id = plex.server().machine_identifier().clone();
    assert!(id.as_str().len() == 40 && id.as_str().bytes().all(|b| b.is_ascii_hexdigit()));
    let users = plex.users();
    let friend = main_token(&plex, UserKind::Friend);
    let revoked = main_token(&plex, UserKind::Home);
    plex.revoke(&revoked);
    let transient = mint(plex.server().url(), &friend).await;
    plex.shutdown().await;

    let mut secrets = vec![friend.clone(), revoked.clone(), transient.clone()];
    secrets.extend(
        users
            .iter()
            .map(|user| user.account_token.expose().to_owned()),
    );
    for entry in std::fs::read_dir(&folder).unwrap() {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap();
        for secret in &secrets {
            let found = bytes
                .windows(secret.len())
                .any(|part| part == secret.as_bytes());
            assert!(!found, "a token lies in the file");
        }
    }

    let plex = open().await.unwrap();
    assert_eq!(plex.server().machine_identifier(), &id);
    let base = plex.server().url();
    assert_eq!(get(base, "/").token(&friend).status().await, 200);
    assert_eq!(get(base, "/").token(&revoked).status().await, 401);
    assert_eq!(get(base, "/").token(&transient).status().await, 401);
    assert_ne!(main_token(&plex, UserKind::Friend), friend);
    plex.shutdown().await;
    std::fs::remove_dir_all(&folder).unwrap();
}

#[tokio::test]
async fn requests_are_logged_without_tokens() {
    let plex = start().await;
    let token = main_token(&plex, UserKind::Owner);
    let base = plex.server().url();
    get(base, &format!("/?a=1&X-Plex-Token={token}"))
        .send()
        .await;
    get(plex.plex_tv_url(), "/api/v2/user").send().await;
    let log = plex.requests();
    assert_eq!(log.len(), 2);
    assert_eq!((&*log[0].host, log[0].path.as_str()), (base, "/?a=1"));
    assert_eq!(
        (log[0].status, log[0].had_token),
        (Some(StatusCode::OK), true)
    );
    assert_eq!(&*log[1].host, plex.plex_tv_url());
    assert_eq!(
        (log[1].status, log[1].had_token),
        (Some(StatusCode::BAD_REQUEST), false)
    );
    assert_eq!(log[1].method, Method::GET);
    assert!(!format!("{log:?}").contains(&token));
}

#[tokio::test]
async fn it_stops_and_frees_its_ports() {
    let plex = EmbeddedPlex::builder()
        .empty_library()
        .start()
        .await
        .unwrap();
    let token = main_token(&plex, UserKind::Owner);
    let sections = get(plex.server().url(), "/library/sections").token(&token);
    let sections: MediaContainer<Sections> = sections.send().await.read();
    assert!(sections.sections.is_empty());
    let port: u16 = plex
        .server()
        .url()
        .rsplit(':')
        .next()
        .unwrap()
        .parse()
        .unwrap();
    let tv: u16 = plex
        .plex_tv_url()
        .rsplit(':')
        .next()
        .unwrap()
        .parse()
        .unwrap();
    let again = EmbeddedPlex::builder().ports(port, 0).start().await;
    assert!(matches!(again, Err(StartError::Listen { .. })));
    plex.shutdown().await;
    let plex = EmbeddedPlex::builder()
        .ports(port, tv)
        .start()
        .await
        .unwrap();
    assert!(plex.server().url().ends_with(&format!(":{port}")));
    assert!(plex.plex_tv_url().ends_with(&format!(":{tv}")));
}
