//! Players: commands with their numbers, directly and through a server, what players may answer, and their reports.

use crate::stub::{self, answer, json};
use bytes::Bytes;
use http::{Request, Response};
use plex_sdk::endpoints::player::companion::{GetClientResourcesRoot, PlayerPollTimeline};
use plex_sdk::model::{PlayerMedia, PlayerState, PlayerTimeline, PlayerTimelines};
use plex_sdk::player::{PlayItem, PlayerEvent, Timelines};
use plex_sdk::policy::RetryPolicy;
use plex_sdk::transport::{Phase, TransportError, from_fn, full_body};
use plex_sdk::{Error, ErrorKind, Player, PlayerBuilder, Server};
use plex_sdk_embedded::{EmbeddedPlayer, EmbeddedPlex, UserKind};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::time::Instant;

const VIDEO: PlayerMedia = PlayerMedia::Video;

fn s(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

async fn start() -> (EmbeddedPlex, Server) {
    let plex = EmbeddedPlex::builder().player("TV").start().await.unwrap();
    let machine = plex.server().machine_identifier();
    let token = plex.user(UserKind::Owner).server_token(machine).unwrap();
    let builder = Server::builder().url(plex.server().url()).token(token);
    let server = builder.client_identifier("remote").build().unwrap();
    (plex, server)
}

fn video(player: &EmbeddedPlayer) -> PlayerTimeline {
    player.timelines().video().unwrap().clone()
}

async fn control(player: &Player, server: &Server, double: &EmbeddedPlayer) {
    let who = player.identify().await.unwrap();
    assert_eq!(who.title.as_deref(), Some("TV"));
    let before = double.timelines().command_number().unwrap();
    let item = PlayItem::video("1").at(s(90)).without_queue();
    assert_eq!(player.play_item(server, item).await.unwrap(), None);
    let now = video(double);
    assert_eq!(now.state, Some(PlayerState::Playing));
    assert_eq!(
        (now.time_ms, now.rating_key.as_deref()),
        (Some(90_000), Some("1"))
    );
    assert_eq!(now.address.as_deref(), Some("127.0.0.1"));
    // The token is a transient one, and good for the media.
    let token = double.media_token().unwrap();
    let media = Server::builder().url(server.url()).token(token);
    media
        .build()
        .unwrap()
        .library()
        .get_sections()
        .await
        .unwrap();
    player.pause(VIDEO).await.unwrap();
    assert_eq!(video(double).state, Some(PlayerState::Paused));
    player.seek_to(VIDEO, s(5)).await.unwrap();
    player.play(VIDEO).await.unwrap();
    double.advance(s(2));
    player.set_volume(VIDEO, 40).await.unwrap();
    let now = video(double);
    assert_eq!((now.time_ms, now.volume), (Some(7_000), Some(40)));
    player.skip_previous(VIDEO).await.unwrap();
    assert_eq!(video(double).time_ms, Some(0));
    player.stop(VIDEO).await.unwrap();
    assert!(double.timelines().active().is_none() && double.media_token().is_none());
    // Seven commands, each with a number of its own.
    assert_eq!(double.timelines().command_number(), Some(before + 7));
    let error = player.pause(VIDEO).await.unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::Rejected);
    assert!(
        error.to_string().contains("the player says: Nothing plays"),
        "{error}"
    );
}

#[tokio::test]
async fn a_player_is_controlled_directly_and_through_its_server() {
    let (plex, server) = start().await;
    let double = &plex.players()[0];
    control(
        &server.player(double.client_identifier().clone()),
        &server,
        double,
    )
    .await;
    let (other_plex, other) = start().await;
    let double = &other_plex.players()[0];
    let direct = Player::builder()
        .url(double.url())
        .target_client_identifier(double.client_identifier().clone())
        .client_identifier("remote")
        .build()
        .unwrap();
    control(&direct, &other, double).await;
    direct
        .companion()
        .get_client_resources_root()
        .await
        .unwrap();
    drop(plex);
}

#[tokio::test]
async fn a_player_is_found_by_its_server_and_reached() {
    let (plex, server) = start().await;
    let list = server.general().get_clients().await.unwrap();
    let found = &list.servers[0];
    assert_eq!(found.name.as_deref(), Some("TV"));
    let player = PlayerBuilder::from(found).build().unwrap();
    assert_eq!(player.url(), plex.players()[0].url());
    player.identify().await.unwrap();
    // At the same address is another one now.
    let other = PlayerBuilder::from(found).target_client_identifier("gone");
    let error = other.build().unwrap().identify().await.unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::NotFound, "{error}");
    let error = server.player("gone").pause(VIDEO).await.unwrap_err();
    assert!(
        error.is_not_found() && error.to_string().contains("no player gone"),
        "{error}"
    );
    let stranger = Server::builder().url(server.url()).build().unwrap();
    let id = plex.players()[0].client_identifier().clone();
    assert!(
        stranger
            .player(id)
            .pause(VIDEO)
            .await
            .unwrap_err()
            .is_unauthorized()
    );
}

#[tokio::test]
async fn operations_go_where_they_belong() {
    let (builder, asked) = stub::server(|_| json("{}"));
    let server = builder.build().unwrap();
    let player = server.player("tv");
    assert!(
        player
            .send(GetClientResourcesRoot::default())
            .await
            .unwrap_err()
            .is_invalid_request()
    );
    assert!(
        player
            .set_volume(VIDEO, 101)
            .await
            .unwrap_err()
            .is_invalid_request()
    );
    assert!(asked.all().is_empty());
    player.pause(VIDEO).await.unwrap();
    let sent = asked.only();
    assert_eq!(sent.uri().path(), "/player/playback/pause");
    assert_eq!(sent.uri().query(), Some("commandID=1&type=video"));
    assert_eq!(sent.headers()["x-plex-target-client-identifier"], "tv");
}

#[tokio::test]
async fn a_queue_is_made_for_what_is_played() {
    let (builder, asked) = stub::server(|request| match request.uri().path() {
        "/identity" => json(stub::IDENTITY),
        "/security/token" => json(stub::MINTED),
        "/playQueues" => json(r#"{"MediaContainer":{"playQueueID":7}}"#),
        _ => answer(200, "text/xml", r#"<Response code="200" status="OK"/>"#),
    });
    let server = builder.build().unwrap();
    let item = PlayItem::music("5")
        .shuffled()
        .server_url("https://10.0.0.5");
    let queue = server.player("tv").play_item(&server, item).await.unwrap();
    assert_eq!(queue, Some(7.into()));
    let all = asked.all();
    let queries: Vec<_> = all
        .iter()
        .map(|request| request.uri().query().unwrap_or(""))
        .collect();
    let made = queries.iter().find(|query| query.contains("uri=")).unwrap();
    assert!(
        made.contains("type=audio") && made.contains("shuffle=1"),
        "{made}"
    );
    let played = queries.last().unwrap();
    for part in [
        "commandID=1",
        "type=music",
        "protocol=https",
        "port=443",
        "address=10.0.0.5",
        "token=transient-1",
    ] {
        assert!(
            played.split('&').any(|pair| pair == part),
            "{part} in {played}"
        );
    }
    assert!(
        played.contains("containerKey=/playQueues/7")
            || played.contains("containerKey=%2FplayQueues%2F7")
    );
    assert!(!played.contains(stub::TOKEN));
}

#[tokio::test]
async fn an_error_in_a_good_answer_is_one() {
    for (body, kind) in [
        (
            r#"<Response code="404" status="No such item"/>"#,
            ErrorKind::NotFound,
        ),
        (
            r#"<Response code="401" status="No"/>"#,
            ErrorKind::Unauthorized,
        ),
        (
            r#"{"Response":{"code":500,"status":"broken"}}"#,
            ErrorKind::ServerError,
        ),
        (r#"<Response code="9999"/>"#, ErrorKind::Rejected),
    ] {
        let transport = from_fn(move |_| async move { Ok(Response::new(full_body(body))) });
        let player = Player::builder().url("http://tv.test").transport(transport);
        let player = player.build().unwrap();
        assert_eq!(
            *player.pause(VIDEO).await.unwrap_err().kind(),
            kind,
            "{body}"
        );
        let poll = player
            .companion()
            .player_poll_timeline(PlayerPollTimeline::default());
        assert_eq!(*poll.await.unwrap_err().kind(), kind, "{body}");
    }
}

async fn now(timelines: &mut Timelines) -> PlayerTimelines {
    match timelines.next().await.unwrap().unwrap() {
        PlayerEvent::Timelines(told) => *told,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn reports_come_as_they_change() {
    let (plex, server) = start().await;
    let double = &plex.players()[0];
    let player = server.player(double.client_identifier().clone());
    let mut timelines = player.timelines();
    assert!(now(&mut timelines).await.active().is_none());
    player
        .play_item(&server, PlayItem::video("1").without_queue())
        .await
        .unwrap();
    let told = now(&mut timelines).await;
    assert_eq!(told.active().unwrap().state, Some(PlayerState::Playing));
    assert_eq!(told.command_id, double.timelines().command_id);
    player.pause(VIDEO).await.unwrap();
    let told = now(&mut timelines).await;
    assert_eq!(told.video().unwrap().state, Some(PlayerState::Paused));
    assert!(
        double
            .commands()
            .iter()
            .any(|command| command.contains("wait=1"))
    );
}

/// What a scripted player does with a poll.
enum Does {
    Tells(&'static str),
    Fails,
    /// Status 503 with this `Retry-After`.
    Refuses(&'static str),
    Nothing,
}

/// When polls were made, and whether each waited.
type Polls = Arc<Mutex<Vec<(Instant, bool)>>>;

/// A player whose polls end as `does` says, by their number from 0 and whether they wait; and when each was made.
fn scripted(does: impl Fn(usize, bool) -> Does + Send + Sync + 'static) -> (Player, Polls) {
    let asked = Arc::new(Mutex::new(Vec::new()));
    let kept = asked.clone();
    let transport = from_fn(move |request: Request<Bytes>| {
        let waits = request.uri().query().unwrap().contains("wait=1");
        let does = {
            let mut asked = kept.lock().unwrap();
            asked.push((Instant::now(), waits));
            does(asked.len() - 1, waits)
        };
        async move {
            match does {
                Does::Tells(state) => Ok(Response::new(full_body(format!(
                    r#"<MediaContainer machineIdentifier="tv"><Timeline type="video" state="{state}"/></MediaContainer>"#
                )))),
                Does::Fails => Err(TransportError::new(Phase::Connect, "nobody listens")),
                Does::Refuses(wait) => Ok(Response::builder()
                    .status(503)
                    .header("retry-after", wait)
                    .body(full_body(""))
                    .unwrap()),
                Does::Nothing => std::future::pending().await,
            }
        }
    });
    let player = Player::builder()
        .url("http://tv.test")
        .target_client_identifier("tv");
    (player.transport(transport).build().unwrap(), asked)
}

#[tokio::test(start_paused = true)]
async fn silence_is_no_loss_where_the_player_is_there() {
    let (player, asked) = scripted(|number, waits| match (number, waits) {
        (_, false) if number < 10 => Does::Tells("stopped"),
        (_, false) => Does::Tells("playing"),
        _ => Does::Nothing,
    });
    let started = Instant::now();
    let mut timelines = player.timelines();
    now(&mut timelines).await;
    assert_eq!(
        now(&mut timelines).await.active().unwrap().state,
        Some(PlayerState::Playing)
    );
    let asked = asked.lock().unwrap();
    assert_eq!(asked.len(), 11);
    assert!(started.elapsed() > s(5 * 60) && started.elapsed() < s(5 * 60 + 10));
}

#[tokio::test(start_paused = true)]
async fn a_player_that_was_away_is_a_gap() {
    let (player, asked) = scripted(|number, waits| match number {
        0 => Does::Tells("stopped"),
        1..=4 => Does::Fails,
        5 => Does::Tells("playing"),
        _ if waits => Does::Nothing,
        _ => Does::Tells("playing"),
    });
    let mut timelines = player.timelines();
    now(&mut timelines).await;
    let next = timelines.next().await.unwrap().unwrap();
    assert!(matches!(next, PlayerEvent::Lost(error) if error.is_unreachable()));
    let next = timelines.next().await.unwrap().unwrap();
    assert!(
        matches!(next, PlayerEvent::Gap { lasted, .. } if lasted > s(3)),
        "{next:?}"
    );
    now(&mut timelines).await;
    let asked = asked.lock().unwrap();
    let waits: Vec<bool> = asked.iter().map(|(_, waits)| *waits).collect();
    // What is now is asked for first, and after a loss.
    assert_eq!(waits[..6], [false, true, false, false, false, false]);
}

#[tokio::test(start_paused = true)]
async fn retry_after_does_not_silence_a_player_for_good() {
    let (player, _) = scripted(|number, waits| match number {
        0 => Does::Refuses("4000000000"),
        _ if waits => Does::Nothing,
        _ => Does::Tells("playing"),
    });
    let started = Instant::now();
    let mut timelines = player.timelines();
    let next = timelines.next().await.unwrap().unwrap();
    assert!(matches!(next, PlayerEvent::Lost(_)), "{next:?}");
    let next = timelines.next().await.unwrap().unwrap();
    assert!(matches!(next, PlayerEvent::Gap { .. }), "{next:?}");
    now(&mut timelines).await;
    assert!(
        started.elapsed() <= s(60 * 60 + 1),
        "{:?}",
        started.elapsed()
    );
}

#[tokio::test(start_paused = true)]
async fn a_player_that_never_waits_is_not_flooded() {
    let (player, asked) = scripted(|_, _| Does::Tells("playing"));
    let mut timelines = player.timelines();
    now(&mut timelines).await;
    assert!(tokio::time::timeout(s(60), timelines.next()).await.is_err());
    let asked = asked.lock().unwrap().len();
    assert!(asked <= 63, "{asked}");
}

async fn end(timelines: &mut Timelines) -> Error {
    loop {
        if let Err(error) = timelines.next().await.unwrap() {
            assert!(timelines.next().await.is_none());
            return error;
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_stream_ends_where_asking_again_is_of_no_use() {
    let (player, _) = scripted(|_, _| Does::Fails);
    let watch = player
        .watch()
        .reconnect(RetryPolicy::default().attempts(3).within(s(600)));
    let error = end(&mut watch.stream()).await;
    assert_eq!((error.attempts(), error.is_unreachable()), (3, true));
    let other = from_fn(|_| async {
        Ok(Response::new(full_body(
            r#"<MediaContainer machineIdentifier="radio"/>"#,
        )))
    });
    let player = Player::builder()
        .url("http://tv.test")
        .target_client_identifier("tv");
    let player = player.transport(other).build().unwrap();
    let error = end(&mut player.timelines()).await;
    let (expected, found) = ("tv".into(), "radio".into());
    assert_eq!(*error.kind(), ErrorKind::OtherPlayer { expected, found });
    assert!(
        error
            .to_string()
            .contains("player radio answered instead of tv"),
        "{error}"
    );
}

#[cfg(feature = "blocking")]
#[test]
fn the_same_without_async() {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .unwrap();
    let double = runtime.block_on(EmbeddedPlayer::start("Radio")).unwrap();
    let player = Player::builder().url(double.url()).blocking().unwrap();
    assert_eq!(player.identify().unwrap().title.as_deref(), Some("Radio"));
    player.set_volume(VIDEO, 3).send().unwrap();
    let mut timelines = player.timelines();
    assert!(matches!(
        timelines.next(),
        Some(Ok(PlayerEvent::Timelines(_)))
    ));
    player
        .companion()
        .get_client_resources_root()
        .send()
        .unwrap();
    let error = player.play(VIDEO).send().unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::Rejected);
}
