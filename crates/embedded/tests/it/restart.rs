//! Servers that stop and start again at their ports.

use super::*;
use plex_sdk_embedded::StartError;

#[tokio::test]
async fn a_stopped_server_refuses_until_it_is_started() {
    let plex = EmbeddedPlex::builder()
        .relay_connection()
        .start()
        .await
        .unwrap();
    let (main, attic) = (&plex.servers()[0], &plex.servers()[1]);
    let id = main.machine_identifier();
    let token = main_token(&plex, UserKind::Owner);
    let transient = mint(main.url(), &token).await;
    // This client keeps its connection open.
    let client = client(&[]).build().unwrap();
    let identity = format!("{}/identity", main.url());
    let open = client.get(&identity).send().await.unwrap();
    open.bytes().await.unwrap();

    for _ in 0..3 {
        assert!(plex.stop_server(id).await);
        assert!(!plex.stop_server(id).await);
        let error = client.get(&identity).send().await.unwrap_err();
        assert!(error.is_connect(), "{error:?}");
        assert_eq!(get(attic.url(), "/identity").status().await, 200);

        plex.start_server(id).await.unwrap();
        plex.start_server(id).await.unwrap();
        let answer = client.get(&identity).send().await.unwrap();
        assert_eq!(answer.status(), 200);
        answer.bytes().await.unwrap();
        assert_eq!(get(main.url(), "/").token(&token).status().await, 200);
        assert_eq!(get(main.url(), "/").token(&transient).status().await, 401);
    }
    let nobody = "nobody".to_owned().into();
    assert!(!plex.stop_server(&nobody).await);
    let refused = plex.start_server(&nobody).await;
    assert!(matches!(refused, Err(StartError::NoSuchServer(_))));
    assert!(plex.stop_server(id).await);
    plex.shutdown().await;
}
