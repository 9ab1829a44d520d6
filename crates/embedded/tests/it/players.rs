//! Players as any client sees them: directly, through a server, and while they wait.

use super::*;
use plex_sdk_contract::MediaContainer;
use plex_sdk_contract::model::{CompanionPlayers, Neighbours, PlayerState, PlayerTimelines};
use plex_sdk_embedded::EmbeddedPlayer;

#[tokio::test]
async fn a_player_alone_answers_and_is_controlled() {
    let player = EmbeddedPlayer::start("TV").await.unwrap();
    let url = player.url();
    let who: MediaContainer<CompanionPlayers> = get(&url, "/resources").send().await.read();
    assert_eq!(who.players[0].title.as_deref(), Some("TV"));
    let play =
        "/player/playback/playMedia?key=/library/metadata/1&type=music&commandID=4&offset=1000";
    let said = get(&url, play).send().await;
    assert_eq!(said.status, 200);
    assert!(String::from_utf8_lossy(&said.body).contains("200"));
    let poll = get(&url, "/player/timeline/poll?commandID=5").client("a");
    let told: MediaContainer<PlayerTimelines> = poll.send().await.read();
    let music = told.music().unwrap();
    assert_eq!(
        (&music.state, music.time_ms),
        (&Some(PlayerState::Playing), Some(1000))
    );
    assert_eq!(told.command_number(), Some(4));
    for (path, status) in [
        ("/player/playback/seekTo?offset=x&commandID=6", 400),
        ("/player/playback/setParameters?volume=101&commandID=6", 400),
        ("/player/playback/playMedia?commandID=6", 400),
        ("/player/timeline/subscribe?port=1&commandID=6", 501),
        ("/player/nothing", 404),
        ("/identity", 404),
    ] {
        assert_eq!(get(&url, path).send().await.status, status, "{path}");
    }
}

#[tokio::test]
async fn a_server_lists_its_players_and_hands_commands_on() {
    let plex = EmbeddedPlex::builder().player("TV").start().await.unwrap();
    let server = plex.server();
    let token = plex
        .user(UserKind::Friend)
        .server_token(server.machine_identifier());
    let token = token.unwrap();
    let clients = get(server.url(), "/clients").token(token.expose());
    let list: MediaContainer<Neighbours> = clients.send().await.read();
    let id = list.servers[0].machine_identifier.clone().unwrap();
    let path = "/player/playback/setParameters?volume=7&commandID=1";
    let target = "X-Plex-Target-Client-Identifier";
    assert_eq!(
        get(server.url(), path)
            .header(target, id.as_str())
            .send()
            .await
            .status,
        401
    );
    let by = |path: &str| get(server.url(), path).token(token.expose());
    assert_eq!(by(path).send().await.status, 400);
    assert_eq!(by(path).header(target, "other").send().await.status, 404);
    assert_eq!(
        by(path).header(target, id.as_str()).send().await.status,
        200
    );
    let in_query = format!("/player/playback/mute?commandID=2&{target}={id}");
    assert_eq!(by(&in_query).send().await.status, 200);
    assert_eq!(plex.players()[0].timelines().command_number(), Some(2));
    assert_eq!(plex.players()[0].commands().len(), 2);
}

#[tokio::test]
async fn a_poll_waits_for_what_its_controller_was_not_told() {
    let player = EmbeddedPlayer::start("TV").await.unwrap();
    let url = player.url();
    let waiting = "/player/timeline/poll?wait=1&commandID=1";
    // Nothing was told to this one: it is answered at once.
    get(&url, waiting).client("a").send().await;
    let mut poll = std::pin::pin!(get(&url, waiting).client("a").send());
    tokio::select! {
        _ = &mut poll => panic!("nothing changed"),
        _ = get(&url, waiting).client("b").send() => {}
    }
    player.refuse(Some((409, "busy")));
    let busy = get(&url, "/player/playback/stop?commandID=2").send().await;
    assert_eq!(busy.status, 200);
    assert!(String::from_utf8_lossy(&busy.body).contains("409"));
    player.refuse(None);
    get(&url, "/player/playback/playMedia?key=/a/1&commandID=3")
        .send()
        .await;
    let told: MediaContainer<PlayerTimelines> = poll.await.read();
    assert_eq!(told.command_number(), Some(3));
    assert!(told.active().is_some());
}
