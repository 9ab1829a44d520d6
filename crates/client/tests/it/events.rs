//! Events of the embedded Plex, over real sockets.

use futures_util::StreamExt;
use plex_sdk::events::{Event, Events, Source};
use plex_sdk::model::notification::{PlayState, ProgressNotification, TimelineState};
use plex_sdk::model::{Notification, NotificationContent, NotificationKind};
use plex_sdk::policy::{RateLimits, RetryPolicy, Timeouts};
use plex_sdk::tokens::TokenSource;
use plex_sdk::transport::{BoxError, BoxFuture, HttpClient};
use plex_sdk::{Error, ErrorKind, Server, ServerBuilder, Token};
use plex_sdk_embedded::{EmbeddedPlex, Fault, FaultKind, UserKind};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use tokio::time::timeout;

/// How long anything may take before a test fails.
const LIMIT: Duration = Duration::from_secs(20);

const SOURCES: [Source; 3] = [Source::WebSocket, Source::OldWebSocket, Source::EventSource];

async fn start() -> EmbeddedPlex {
    EmbeddedPlex::builder().start().await.unwrap()
}

fn builder(plex: &EmbeddedPlex) -> ServerBuilder {
    Server::builder()
        .url(plex.server().url())
        .token(plex.user(UserKind::Owner).account_token)
        .client_identifier("events")
        .rate_limits(RateLimits::new())
}

fn server(plex: &EmbeddedPlex) -> Server {
    builder(plex).build().unwrap()
}

/// Waits that a test can wait for.
fn soon() -> RetryPolicy {
    RetryPolicy::default()
        .attempts(u32::MAX)
        .first_wait(Duration::from_millis(1))
        .longest_wait(Duration::from_millis(5))
        .within(Duration::MAX)
}

async fn next(events: &mut Events) -> Event {
    timeout(LIMIT, events.next())
        .await
        .unwrap()
        .unwrap()
        .unwrap()
}

async fn last(events: &mut Events) -> Error {
    loop {
        match timeout(LIMIT, events.next()).await.unwrap() {
            Some(Ok(_)) => {}
            Some(Err(error)) => {
                assert!(events.next().await.is_none(), "it goes on after its end");
                return error;
            }
            None => panic!("it ended without an error"),
        }
    }
}

async fn connected(events: &mut Events) -> Source {
    match next(events).await {
        Event::Connected { source } => source,
        other => panic!("{other:?}"),
    }
}

async fn notification(events: &mut Events) -> Notification {
    match next(events).await {
        Event::Notification(notification) => *notification,
        other => panic!("{other:?}"),
    }
}

/// Expects a loss, another connection, and that it is said.
async fn gap(events: &mut Events) -> Error {
    assert!(matches!(next(events).await, Event::Disconnected(_)));
    connected(events).await;
    match next(events).await {
        Event::Gap { cause, .. } => cause,
        other => panic!("{other:?}"),
    }
}

fn message(text: &str) -> NotificationContent {
    NotificationContent::Progress(ProgressNotification {
        message: Some(text.into()),
    })
}

#[tokio::test]
async fn what_is_told_arrives_by_each_road() {
    let plex = start().await;
    let id = plex.server().machine_identifier();
    for source in SOURCES {
        let mut events = server(&plex)
            .events()
            .source(source)
            .connect()
            .await
            .unwrap();
        assert_eq!(connected(&mut events).await, source);
        assert_eq!(plex.server().notify(message("hello")), 1);
        let told = notification(&mut events).await;
        assert_eq!(*told.content(), message("hello"));
        assert!(plex.play(id, &"1".into(), PlayState::Playing, Duration::from_secs(5)));
        let told = notification(&mut events).await;
        let NotificationContent::Playing(session) = told.content() else {
            panic!("{told:?}")
        };
        assert_eq!(session.view_offset_ms, Some(5_000));
        assert!(!plex.play(id, &"999999".into(), PlayState::Playing, Duration::ZERO));
        // What no type knows arrives as it is.
        let odd = serde_json::json!({"type": "moonrise", "size": 1, "Moon": [{"phase": 0.5}]});
        plex.server()
            .notify(Notification::from_container(odd).unwrap());
        let told = notification(&mut events).await;
        assert_eq!(told.kind().as_str(), "moonrise");
        assert_eq!(told.raw()["Moon"][0]["phase"], 0.5);
    }
    for asked in plex.requests() {
        assert!(asked.had_token);
        assert!(
            !asked.path.to_lowercase().contains("token"),
            "{}",
            asked.path
        );
    }
}

#[tokio::test]
async fn a_refresh_is_told_from_its_start_to_its_end() {
    let plex = start().await;
    let id = plex.server().machine_identifier();
    let kinds = ["timeline", "activity"];
    let mut events = server(&plex).events().kinds(kinds).connect().await.unwrap();
    connected(&mut events).await;
    assert!(plex.refresh_section(id, &"1".into()));
    assert!(!plex.refresh_section(id, &"77".into()));
    let mut items = 0;
    loop {
        match notification(&mut events).await.into_content() {
            NotificationContent::Activity(told) if told.event.as_str() == "ended" => break,
            NotificationContent::Activity(_) => {}
            NotificationContent::Timeline(entry) => {
                assert_eq!(entry.state, TimelineState::Processed);
                assert_eq!(entry.section_id.unwrap(), "1");
                items += 1;
            }
            other => panic!("{other:?}"),
        }
    }
    assert!(items > 0);
}

#[tokio::test]
async fn only_the_kinds_that_are_wanted_are_given() {
    let plex = start().await;
    for source in SOURCES {
        let kinds = [NotificationKind::Timeline, NotificationKind::Playing];
        let events = server(&plex).events().source(source).kinds(kinds);
        let mut events = events.connect().await.unwrap();
        connected(&mut events).await;
        plex.server().notify(message("not this"));
        let id = plex.server().machine_identifier();
        plex.play(id, &"1".into(), PlayState::Paused, Duration::ZERO);
        assert_eq!(
            notification(&mut events).await.kind(),
            NotificationKind::Playing
        );
    }
    let asked = plex.requests();
    let path = asked.last().unwrap().path.replace("%2C", ",");
    assert_eq!(
        path,
        "/:/eventsource/notifications?filters=timeline,playing"
    );
}

#[tokio::test]
async fn a_cut_is_a_gap() {
    let plex = start().await;
    for source in SOURCES {
        let events = server(&plex).events().source(source).reconnect(soon());
        let mut events = events.connect().await.unwrap();
        connected(&mut events).await;
        for _ in 0..2 {
            plex.server().cut_events();
            let cause = gap(&mut events).await;
            assert!(cause.is_unreachable(), "{cause:?}");
            assert!(cause.url().unwrap().contains("/notifications"), "{cause}");
            plex.server().notify(message("after"));
            assert_eq!(*notification(&mut events).await.content(), message("after"));
        }
    }
}

#[tokio::test]
async fn a_server_that_stops_and_starts_is_found_again() {
    let plex = start().await;
    let id = plex.server().machine_identifier().clone();
    for source in SOURCES {
        let events = server(&plex).events().source(source).reconnect(soon());
        let mut events = events.connect().await.unwrap();
        connected(&mut events).await;
        assert!(timeout(LIMIT, plex.stop_server(&id)).await.unwrap());
        assert!(matches!(next(&mut events).await, Event::Disconnected(_)));
        // Nobody listens now, so there are attempts in vain first.
        let waiting = timeout(Duration::from_millis(30), events.next());
        assert!(waiting.await.is_err());
        plex.start_server(&id).await.unwrap();
        assert_eq!(connected(&mut events).await, source);
        assert!(matches!(next(&mut events).await, Event::Gap { .. }));
        plex.restart_server(&id);
        gap(&mut events).await;
    }
}

#[tokio::test]
async fn a_refused_token_ends_it() {
    let plex = start().await;
    for source in SOURCES.into_iter().chain([Source::Automatic]) {
        let wrong = builder(&plex)
            .token(Token::new("nobody-knows-it").unwrap())
            .build()
            .unwrap();
        let error = wrong.events().source(source).connect().await.unwrap_err();
        assert!(error.is_unauthorized(), "{error}");
        let error = last(&mut wrong.events().source(source).stream()).await;
        assert!(error.is_unauthorized(), "{error}");
        assert!(!format!("{error} {error:?}").contains("nobody-knows-it"));

        let token = plex.user(UserKind::Friend);
        let token = token
            .server_token(plex.server().machine_identifier())
            .unwrap()
            .clone();
        let friend = builder(&plex).token(token.clone()).build().unwrap();
        let mut events = friend
            .events()
            .source(source)
            .reconnect(soon())
            .connect()
            .await
            .unwrap();
        connected(&mut events).await;
        let forbidden = FaultKind::Status {
            code: 403,
            retry_after: None,
        };
        let fault = plex.faults().add(Fault::new(forbidden));
        plex.server().cut_events();
        let error = last(&mut events).await;
        assert!(error.is_forbidden(), "{error}");
        plex.faults().remove(fault);
    }
    let token = plex.user(UserKind::Friend);
    let token = token
        .server_token(plex.server().machine_identifier())
        .unwrap()
        .clone();
    let friend = builder(&plex).token(token.clone()).build().unwrap();
    let mut events = friend.events().reconnect(soon()).connect().await.unwrap();
    plex.revoke(token.expose());
    plex.server().cut_events();
    assert!(last(&mut events).await.is_unauthorized());
}

/// Gives a token that nobody knows until that was said.
struct Second {
    good: Token,
    asked: AtomicUsize,
    rejected: AtomicUsize,
}

impl TokenSource for Second {
    fn token(&self) -> BoxFuture<'_, Result<Token, BoxError>> {
        self.asked.fetch_add(1, Ordering::SeqCst);
        let first = self.rejected.load(Ordering::SeqCst) == 0;
        let bad = Token::new("expired-long-ago").unwrap();
        Box::pin(async move { Ok(if first { bad } else { self.good.clone() }) })
    }
    fn rejected(&self, _token: &Token) -> bool {
        self.rejected.fetch_add(1, Ordering::SeqCst) == 0
    }
}

#[tokio::test]
async fn a_source_of_tokens_is_asked_for_another_one() {
    let plex = start().await;
    let source = Arc::new(Second {
        good: plex.user(UserKind::Owner).account_token.into(),
        asked: AtomicUsize::new(0),
        rejected: AtomicUsize::new(0),
    });
    let server = builder(&plex).token_source(source.clone()).build().unwrap();
    let mut events = server.events().reconnect(soon()).connect().await.unwrap();
    connected(&mut events).await;
    assert_eq!(source.asked.load(Ordering::SeqCst), 2);
    plex.server().cut_events();
    gap(&mut events).await;
    assert_eq!(source.asked.load(Ordering::SeqCst), 3);
    // Minted tokens are gone with the server that minted them; another one is made.
    let tokens = self::server(&plex).transient_tokens();
    let player = builder(&plex).token_source(tokens).build().unwrap();
    let mut events = player.events().reconnect(soon()).connect().await.unwrap();
    connected(&mut events).await;
    plex.restart_server(plex.server().machine_identifier());
    gap(&mut events).await;
}

#[tokio::test]
async fn what_goes_wrong_once_is_overcome() {
    let plex = start().await;
    let short = Timeouts::default().head(Duration::from_millis(200));
    let status = |code| FaultKind::Status {
        code,
        retry_after: None,
    };
    for source in SOURCES {
        for kind in [
            FaultKind::Refuse,
            FaultKind::Blackhole,
            FaultKind::Delay(LIMIT),
            status(429),
            status(500),
            status(503),
        ] {
            plex.faults()
                .add(Fault::new(kind.clone()).path("/:/").times(1));
            let server = builder(&plex).timeouts(short).build().unwrap();
            let events = server.events().source(source).reconnect(soon());
            assert_eq!(connected(&mut events.stream()).await, source, "{kind:?}");
        }
        for kind in [FaultKind::Truncate(1), FaultKind::ResetMidBody(1)] {
            plex.faults()
                .add(Fault::new(kind.clone()).path("/:/").times(1));
            let events = server(&plex).events().source(source).reconnect(soon());
            let mut events = events.connect().await.unwrap();
            connected(&mut events).await;
            plex.server().notify(message("cut"));
            // A websocket gets the message whole, an event stream only its start.
            if source != Source::EventSource {
                notification(&mut events).await;
            }
            gap(&mut events).await;
        }
        // What is the same each time ends it.
        for (kind, expected) in [
            (
                FaultKind::Redirect("http://elsewhere.test/".into()),
                ErrorKind::Redirected,
            ),
            (status(404), ErrorKind::NotFound),
        ] {
            let id = plex.faults().add(Fault::new(kind).path("/:/"));
            let error = server(&plex)
                .events()
                .source(source)
                .connect()
                .await
                .unwrap_err();
            assert_eq!(*error.kind(), expected);
            plex.faults().remove(id);
        }
    }
}

#[tokio::test]
async fn where_there_is_no_websocket_there_may_be_an_event_stream() {
    let plex = start().await;
    for code in [400, 404, 426, 501] {
        let fault = FaultKind::Status {
            code,
            retry_after: None,
        };
        let id = plex.faults().add(Fault::new(fault).path("/:/websockets"));
        let mut events = server(&plex)
            .events()
            .reconnect(soon())
            .connect()
            .await
            .unwrap();
        assert_eq!(connected(&mut events).await, Source::EventSource);
        plex.faults().remove(id);
        // What worked is used again.
        let before = plex.requests().len();
        plex.server().cut_events();
        gap(&mut events).await;
        assert_eq!(plex.requests().len(), before + 1);
    }
    // A page is no event stream.
    let page = FaultKind::WrongContentType("text/html".into());
    plex.faults().add(Fault::new(page).path("/:/eventsource"));
    let events = server(&plex).events().source(Source::EventSource);
    assert!(events.connect().await.unwrap_err().is_not_plex());
}

#[tokio::test]
async fn tls_names_and_roots_are_the_clients_own() {
    let plex = EmbeddedPlex::builder()
        .tls()
        .https_required()
        .start()
        .await
        .unwrap();
    let roots = HttpClient::builder().root_certificates(plex.ca_pem().unwrap());
    let url = plex.server().https_url().unwrap();
    let trusting = builder(&plex)
        .url(url)
        .transport(roots.build().unwrap())
        .build()
        .unwrap();
    for source in SOURCES {
        let events = trusting.events().source(source).reconnect(soon());
        let mut events = events.connect().await.unwrap();
        connected(&mut events).await;
        plex.server().notify(message("hello"));
        notification(&mut events).await;
        plex.server().cut_events();
        gap(&mut events).await;
    }
    let other = builder(&plex).url(url).build().unwrap();
    let error = other.events().connect().await.unwrap_err();
    assert_eq!(
        *error.kind(),
        ErrorKind::Unreachable(plex_sdk::Phase::Tls),
        "{error:?}"
    );
}

#[tokio::test]
async fn it_ends_when_it_is_dropped() {
    let plex = start().await;
    for source in SOURCES {
        let mut events = server(&plex)
            .events()
            .source(source)
            .connect()
            .await
            .unwrap();
        connected(&mut events).await;
        // A future that is dropped before its end loses nothing.
        assert!(
            timeout(Duration::from_millis(1), events.next())
                .await
                .is_err()
        );
        plex.server().notify(message("kept"));
        assert_eq!(*notification(&mut events).await.content(), message("kept"));
        assert_eq!(plex.server().event_connections(), 1);
        drop(events);
        timeout(LIMIT, async {
            while plex.server().event_connections() > 0 {
                tokio::task::yield_now().await;
            }
        })
        .await
        .unwrap();
    }
}

#[tokio::test]
async fn it_is_a_stream_like_any_other() {
    let plex = start().await;
    let events = server(&plex).events().stream();
    let mut words = events.map(|event| match event {
        Ok(Event::Notification(told)) => told.kind().to_string(),
        other => format!("{other:?}"),
    });
    assert!(words.next().await.unwrap().contains("Connected"));
    plex.server().notify(message("x"));
    assert_eq!(words.next().await.unwrap(), "progress");
}

#[cfg(feature = "blocking")]
#[test]
fn without_async_it_is_an_iterator() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let plex = runtime.block_on(start());
    let server = builder(&plex).blocking().unwrap();
    for source in SOURCES {
        let events = server
            .events()
            .source(source)
            .kinds(["progress"])
            .reconnect(soon());
        let mut events = events.connect().unwrap();
        assert!(matches!(events.next(), Some(Ok(Event::Connected { .. }))));
        plex.server().notify(message("hello"));
        let Some(Ok(Event::Notification(told))) = events.next() else {
            panic!("no notification")
        };
        assert_eq!(*told.content(), message("hello"));
        plex.server().cut_events();
        let after: Vec<_> = events.by_ref().take(3).map(Result::unwrap).collect();
        assert!(matches!(after[2], Event::Gap { .. }), "{after:?}");
    }
    let wrong = builder(&plex).token(Token::new("nobody-knows-it").unwrap());
    let wrong = wrong.blocking().unwrap();
    assert!(wrong.events().connect().unwrap_err().is_unauthorized());
    let all: Vec<_> = wrong.events().stream().collect();
    assert_eq!(all.len(), 1);
    assert!(all[0].as_ref().unwrap_err().is_unauthorized());
    runtime.block_on(async {
        let error = server.events().connect().unwrap_err();
        assert!(error.is_invalid_request(), "{error}");
        let first = server.events().stream().next();
        assert!(first.unwrap().unwrap_err().is_invalid_request());
    });
}
