//! The race for the best address, on a clock that stands still while nothing happens.

use crate::stub::{TOKEN, answer, token};
use bytes::Bytes;
use plex_sdk::Server;
use plex_sdk::connect::{ConnectError, ConnectOptions, Connector, Outcome, Stage, Target};
use plex_sdk::model::{Connection, Resource};
use plex_sdk::transport::{Phase, TransportError, from_fn, full_body};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::time::{Instant, sleep};

fn identity(id: &str) -> http::Response<Bytes> {
    let body = format!(
        r#"{{"MediaContainer":{{"size":0,"machineIdentifier":"{id}","version":"1.40.2.1-x"}}}}"#
    );
    answer(200, "application/json", body)
}

/// A request as it went out: host, path and token.
type Sent = (String, String, Option<String>);

#[derive(Clone, Default)]
struct World {
    sent: Arc<Mutex<Vec<Sent>>>,
    open: Arc<AtomicUsize>,
}

struct Open(Arc<AtomicUsize>);

impl Drop for Open {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

impl World {
    /// A connector whose hosts behave as their names say: `ok-20` is the right server after 20 ms, `bad-20` fails then,
    /// `wrong-20` is another server, `web-20` no Plex at all, `never-0` says nothing.
    fn connector(&self, options: ConnectOptions) -> Connector {
        let world = self.clone();
        let transport = from_fn(move |request: http::Request<Bytes>| {
            let world = world.clone();
            async move {
                let host = request.uri().host().unwrap().to_owned();
                let token = request.headers().get("x-plex-token");
                let token = token.map(|token| token.to_str().unwrap().to_owned());
                let path = request.uri().path().to_owned();
                world.sent.lock().unwrap().push((host.clone(), path, token));
                world.open.fetch_add(1, Ordering::SeqCst);
                let _open = Open(world.open.clone());
                let (kind, millis) = host.split_once('-').unwrap();
                let millis = millis.split('.').next().unwrap().parse().unwrap();
                sleep(Duration::from_millis(millis)).await;
                match kind {
                    "ok" => Ok(identity("m1").map(full_body)),
                    "wrong" => Ok(identity("m2").map(full_body)),
                    "web" => Ok(answer(200, "text/html", "<html></html>").map(full_body)),
                    "never" => std::future::pending().await,
                    _ => Err(TransportError::new(Phase::Connect, "no route")),
                }
            }
        });
        let server = Server::builder()
            .client_identifier("c")
            .transport(transport);
        Connector::new(options.server(server)).unwrap()
    }

    fn sent(&self) -> Vec<Sent> {
        self.sent.lock().unwrap().clone()
    }
}

/// `l` local, `r` remote, `y` relay.
fn resource(addresses: &[(char, &str)]) -> Resource {
    let connections = addresses.iter().map(|(place, uri)| Connection {
        uri: (*uri).into(),
        local: *place == 'l',
        relay: Some(*place == 'y'),
        ..Connection::default()
    });
    Resource {
        name: "Attic".into(),
        client_identifier: "m1".into(),
        access_token: Some(TOKEN.parse().unwrap()),
        provides: "server".into(),
        owned: true,
        connections: connections.collect(),
        ..Resource::default()
    }
}

#[tokio::test(start_paused = true)]
async fn the_next_place_starts_after_the_stagger_and_dead_local_addresses_cost_no_more() {
    let world = World::default();
    let resource = resource(&[
        ('l', "https://never-0.a"),
        ('l', "https://never-0.b"),
        ('l', "https://never-0.c"),
        ('r', "https://ok-20.a"),
        ('y', "https://ok-1.b"),
    ]);
    let begun = Instant::now();
    let connected = world
        .connector(ConnectOptions::default())
        .connect(&resource)
        .await
        .unwrap();
    // The stagger and the answer: the local ones were silent for longer than a grace.
    assert_eq!(begun.elapsed(), Duration::from_millis(250 + 20));
    assert_eq!(connected.server().url(), "https://ok-20.a");
    assert_eq!(connected.candidate().uri, "https://ok-20.a");
    let outcomes: Vec<_> = connected
        .report()
        .tried
        .iter()
        .map(|tried| tried.outcome.clone())
        .collect();
    assert_eq!(
        outcomes,
        [
            Outcome::Stopped,
            Outcome::Stopped,
            Outcome::Stopped,
            Outcome::Connected,
            Outcome::NotTried
        ]
    );
    assert_eq!(
        connected.report().tried[3].started,
        Some(Duration::from_millis(250))
    );
    assert_eq!(
        connected.report().tried[3].took,
        Some(Duration::from_millis(20))
    );
    assert_eq!(world.open.load(Ordering::SeqCst), 0, "losers are dropped");
    assert_eq!(
        connected.server().version().unwrap().to_string(),
        "1.40.2.1"
    );
}

#[tokio::test(start_paused = true)]
async fn a_wave_that_failed_is_not_waited_for() {
    let world = World::default();
    let resource = resource(&[
        ('l', "https://bad-5.a"),
        ('r', "https://bad-7.a"),
        ('y', "https://ok-3.a"),
    ]);
    let begun = Instant::now();
    let connected = world
        .connector(ConnectOptions::default())
        .connect(&resource)
        .await
        .unwrap();
    assert_eq!(begun.elapsed(), Duration::from_millis(15));
    assert_eq!(connected.server().url(), "https://ok-3.a");
}

#[tokio::test(start_paused = true)]
async fn no_token_leaves_before_the_right_server_answered() {
    let world = World::default();
    let resource = resource(&[
        ('l', "https://wrong-1.a"),
        ('l', "https://web-1.a"),
        ('l', "https://never-0.a"),
        ('r', "https://ok-9.a"),
    ]);
    let connected = world
        .connector(ConnectOptions::default())
        .connect(&resource)
        .await
        .unwrap();
    assert_eq!(world.sent().len(), 4);
    assert!(
        world
            .sent()
            .iter()
            .all(|(_, path, token)| path == "/identity" && token.is_none())
    );
    let outcome = |place: usize| &connected.report().tried[place].outcome;
    assert_eq!(*outcome(0), Outcome::WrongServer { found: "m2".into() });
    assert!(matches!(outcome(1), Outcome::NotPlex { .. }));
    let _ = connected.server().general().get_server_info().await;
    let last = world.sent().pop().unwrap();
    assert_eq!(last, ("ok-9.a".into(), "/".into(), Some(TOKEN.into())));
    for shown in [
        format!("{connected:?}"),
        connected.report().to_string(),
        format!("{:?}", connected.report()),
    ] {
        assert!(!shown.contains(TOKEN), "{shown}");
    }
}

#[tokio::test(start_paused = true)]
async fn when_none_is_the_right_one_the_error_tells_of_each() {
    let world = World::default();
    let resource = resource(&[
        ('l', "https://wrong-1.a"),
        ('l', "https://bad-1.a"),
        ('r', "https://never-0.a"),
    ]);
    let begun = Instant::now();
    let error = world
        .connector(ConnectOptions::default())
        .connect(&resource)
        .await
        .unwrap_err();
    let text = error.to_string();
    for part in [
        "`Attic`",
        "https://wrong-1.a wrong server",
        "https://bad-1.a unreachable",
        "https://never-0.a timed out",
    ] {
        assert!(text.contains(part), "{text}");
    }
    // Both times allowed, and not more.
    assert_eq!(begun.elapsed(), Duration::from_millis(6001));
    let report = error.report().unwrap();
    assert_eq!(
        report.tried[2].outcome,
        Outcome::TimedOut {
            stage: Stage::Identify
        }
    );
    assert!(world.sent().iter().all(|(_, _, token)| token.is_none()));
    let nowhere = self::resource(&[]);
    let error = world
        .connector(ConnectOptions::default())
        .connect(&nowhere)
        .await
        .unwrap_err();
    assert!(error.to_string().contains("no address is known"), "{error}");
}

#[tokio::test(start_paused = true)]
async fn tls_is_preferred_over_plain_http_of_the_same_place() {
    let world = World::default();
    let resource = resource(&[('l', "http://ok-1.a"), ('l', "https://ok-240.a")]);
    let connector = world.connector(ConnectOptions::default());
    let connected = connector.connect(&resource).await.unwrap();
    assert_eq!(connected.server().url(), "https://ok-240.a");
    let strict = world.connector(ConnectOptions::default().require_https(true));
    let plain = self::resource(&[('l', "http://ok-1.a")]);
    assert!(
        strict
            .connect(&plain)
            .await
            .unwrap_err()
            .report()
            .unwrap()
            .tried
            .is_empty()
    );
}

#[tokio::test(start_paused = true)]
async fn times_allowed_are_the_options() {
    let world = World::default();
    let options = ConnectOptions::default()
        .stagger(Duration::from_millis(10))
        .grace(Duration::ZERO)
        .connect_timeout(Duration::from_millis(20))
        .identify_timeout(Duration::from_millis(30));
    let connector = world.connector(options);
    let begun = Instant::now();
    let slow = resource(&[('l', "https://never-0.a"), ('r', "https://ok-5.a")]);
    connector.connect(&slow).await.unwrap();
    assert_eq!(begun.elapsed(), Duration::from_millis(15));
    let begun = Instant::now();
    connector
        .connect(&resource(&[('l', "https://never-0.a")]))
        .await
        .unwrap_err();
    assert_eq!(begun.elapsed(), Duration::from_millis(50));
}

#[tokio::test(start_paused = true)]
async fn the_longest_durations_mean_as_long_as_it_takes() {
    let world = World::default();
    let options = ConnectOptions::default()
        .stagger(Duration::MAX)
        .grace(Duration::MAX)
        .connect_timeout(Duration::MAX)
        .identify_timeout(Duration::MAX);
    let connector = world.connector(options);
    // The second address waits for the stagger, until the first one has failed.
    let staggered = resource(&[('l', "https://bad-900.a"), ('r', "https://ok-5.a")]);
    let begun = Instant::now();
    let connected = connector.connect(&staggered).await.unwrap();
    assert_eq!(connected.server().url(), "https://ok-5.a");
    assert_eq!(begun.elapsed(), Duration::from_millis(905));
    // The preferred address has the grace to answer in.
    let graced = resource(&[('l', "http://ok-1.a"), ('l', "https://ok-9000.a")]);
    let connected = connector.connect(&graced).await.unwrap();
    assert_eq!(connected.server().url(), "https://ok-9000.a");
}

#[tokio::test(start_paused = true)]
async fn dropping_it_stops_everything() {
    let world = World::default();
    let connector = world.connector(ConnectOptions::default());
    let resource = resource(&[('l', "https://never-0.a"), ('r', "https://never-0.b")]);
    let stopped =
        tokio::time::timeout(Duration::from_millis(300), connector.connect(&resource)).await;
    assert!(stopped.is_err());
    assert_eq!(world.sent().len(), 2);
    assert_eq!(world.open.load(Ordering::SeqCst), 0);
}

#[tokio::test(start_paused = true)]
async fn an_explanation_tries_every_address_to_its_end() {
    let world = World::default();
    let resource = resource(&[
        ('l', "https://ok-1.a"),
        ('l', "https://bad-2.a"),
        ('r', "https://wrong-9.a"),
        ('y', "https://never-0.a"),
    ]);
    let report = world
        .connector(ConnectOptions::default())
        .explain(&resource)
        .await
        .unwrap();
    let names: Vec<_> = report
        .tried
        .iter()
        .map(|tried| tried.outcome.name())
        .collect();
    assert_eq!(
        names,
        ["connected", "unreachable", "wrong server", "timed out"]
    );
    assert_eq!(report.connected().count(), 1);
    assert_eq!(report.to_string().lines().count(), 5);
    assert!(world.sent().iter().all(|(_, _, token)| token.is_none()));
}

#[tokio::test(start_paused = true)]
async fn a_list_without_end_is_cut() {
    let world = World::default();
    let addresses: Vec<String> = (0..1000).map(|n| format!("https://bad-1.x{n}")).collect();
    let addresses: Vec<_> = addresses.iter().map(|uri| ('l', uri.as_str())).collect();
    let error = world
        .connector(ConnectOptions::default())
        .connect(&resource(&addresses))
        .await
        .unwrap_err();
    assert_eq!(world.sent().len(), plex_sdk::connect::MAX_CANDIDATES);
    assert_eq!(error.report().unwrap().tried.len(), 1000);
}

#[tokio::test(start_paused = true)]
async fn urls_of_the_callers_own() {
    let world = World::default();
    let connector = world.connector(ConnectOptions::default());
    let target = Target::urls(["https://bad-1.a", "http://wrong-5.a:32400"])
        .unwrap()
        .token(token());
    let connected = connector.connect(&target).await.unwrap();
    assert_eq!(connected.server().url(), "http://wrong-5.a:32400");
    let error = connector
        .connect(target.machine_identifier("m1"))
        .await
        .unwrap_err();
    assert!(matches!(error, ConnectError::NoAddress { .. }));
    assert!(Target::urls(["192.168.1.5"]).is_err());
}
