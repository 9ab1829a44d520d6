//! Events without a network, on a clock that jumps: waits, silence, and what a server or a transport may do.

use crate::stub;
use bytes::Bytes;
use futures_util::{SinkExt, StreamExt};
use http::{Request, Response};
use http_body_util::{BodyExt, Full, StreamBody};
use hyper_util::rt::TokioIo;
use plex_sdk::events::{Event, Events, Source};
use plex_sdk::hook::{Context, Hook};
use plex_sdk::model::NotificationKind;
use plex_sdk::policy::{RetryPolicy, TimeLimit};
use plex_sdk::transport::{Body, BoxError, Phase, TransportError, from_fn};
use plex_sdk::{Error, ErrorKind, Server};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt, DuplexStream};
use tokio::sync::mpsc;
use tokio::time::Instant;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::handshake::derive_accept_key;
use tokio_tungstenite::tungstenite::protocol::Role;
use tokio_tungstenite::tungstenite::{Bytes as Payload, Message};

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

fn s(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

/// A server whose requests end at `answer`, and when each of them was made.
fn server<A>(answer: A) -> (Server, Arc<Mutex<Vec<Instant>>>)
where
    A: Fn(usize, &Request<Bytes>) -> Result<Response<Body>, TransportError> + Send + Sync + 'static,
{
    let asked = Arc::new(Mutex::new(Vec::new()));
    let kept = asked.clone();
    let transport = from_fn(move |request: Request<Bytes>| {
        let number = {
            let mut asked = kept.lock().unwrap();
            asked.push(Instant::now());
            asked.len()
        };
        let answer = answer(number, &request);
        async move { answer }
    });
    let builder = Server::builder()
        .url("http://plex.test")
        .token(stub::token());
    (builder.transport(transport).build().unwrap(), asked)
}

/// An event stream's answer; what goes into the sender comes out of its body.
fn event_stream() -> (mpsc::UnboundedSender<&'static str>, Response<Body>) {
    let (sender, mut receiver) = mpsc::unbounded_channel::<&'static str>();
    let pieces = futures_util::stream::poll_fn(move |cx| {
        let piece = receiver.poll_recv(cx);
        piece.map(|piece| piece.map(|piece| Ok(http_body::Frame::data(Bytes::from(piece)))))
    });
    let response = Response::builder().header("content-type", "text/event-stream");
    (
        sender,
        response
            .body(StreamBody::new(pieces).boxed_unsync())
            .unwrap(),
    )
}

fn refused() -> TransportError {
    TransportError::new(Phase::Connect, "nobody listens")
}

async fn next(events: &mut Events) -> Event {
    events.next().await.unwrap().unwrap()
}

async fn end(events: &mut Events) -> Error {
    loop {
        if let Err(error) = events.next().await.unwrap() {
            assert!(events.next().await.is_none());
            return error;
        }
    }
}

fn waits(asked: &Mutex<Vec<Instant>>) -> Vec<Duration> {
    let asked = asked.lock().unwrap();
    asked.windows(2).map(|pair| pair[1] - pair[0]).collect()
}

#[tokio::test(start_paused = true)]
async fn waits_grow_to_half_a_minute_and_have_no_end() {
    let (server, asked) = server(|_, _| Err(refused()));
    let mut events = server.events().stream();
    assert!(tokio::time::timeout(DAY, events.next()).await.is_err());
    let waits = waits(&asked);
    assert!(waits.len() > 2_000, "{}", waits.len());
    for (number, wait) in waits.iter().enumerate() {
        let step = s(30)
            .min(Duration::from_millis(500) * 2_u32.pow(u32::try_from(number).unwrap().min(10)));
        assert!(
            *wait >= step / 2 && *wait <= step + Duration::from_millis(2),
            "{number}: {wait:?}"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn attempts_and_time_can_be_bounded() {
    let (server, asked) = server(|_, _| Err(refused()));
    let policy = RetryPolicy::default().attempts(4).within(DAY);
    let error = end(&mut server.events().reconnect(policy).stream()).await;
    assert_eq!(*error.kind(), ErrorKind::Unreachable(Phase::Connect));
    assert_eq!((error.attempts(), asked.lock().unwrap().len()), (4, 4));
    asked.lock().unwrap().clear();
    let policy = policy.attempts(u32::MAX).within(s(60));
    let started = Instant::now();
    end(&mut server.events().reconnect(policy).stream()).await;
    assert!(started.elapsed() <= s(60));
    // The first connection alone is tried once.
    asked.lock().unwrap().clear();
    assert!(server.events().connect().await.is_err());
    assert_eq!(asked.lock().unwrap().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_connection_that_does_not_last_does_not_start_the_waits_anew() {
    // Each connection is closed at once.
    let (server, asked) = server(|_, _| Ok(event_stream().1));
    let events = server.events().source(Source::EventSource);
    let mut events = events.stream();
    let mut gaps = 0;
    while gaps < 20 {
        if let Event::Gap { lasted, .. } = next(&mut events).await {
            assert!(lasted <= s(31));
            gaps += 1;
        }
    }
    let waits = waits(&asked);
    assert!(waits[0] <= s(1), "{waits:?}");
    assert!(waits[10..].iter().all(|wait| *wait >= s(15)), "{waits:?}");
}

#[tokio::test(start_paused = true)]
async fn one_that_lasted_does() {
    let senders = Arc::new(Mutex::new(Vec::new()));
    let kept = senders.clone();
    let (server, asked) = server(move |_, _| {
        let (sender, response) = event_stream();
        kept.lock().unwrap().push(sender);
        Ok(response)
    });
    let mut events = server.events().source(Source::EventSource).stream();
    assert!(matches!(next(&mut events).await, Event::Connected { .. }));
    for _ in 0..5 {
        tokio::time::sleep(s(100)).await;
        senders.lock().unwrap().clear();
        let lost = Instant::now();
        assert!(matches!(next(&mut events).await, Event::Disconnected(_)));
        assert!(matches!(next(&mut events).await, Event::Connected { .. }));
        assert!(matches!(next(&mut events).await, Event::Gap { .. }));
        assert!(lost.elapsed() <= s(1));
    }
    assert_eq!(asked.lock().unwrap().len(), 6);
}

#[tokio::test(start_paused = true)]
async fn what_the_server_says_of_waiting_counts_within_reason() {
    let (server, asked) = server(|number, _| {
        let wait = match number {
            1 => "120",
            2 => "999999999",
            _ => return Ok(event_stream().1),
        };
        let response = Response::builder().status(503).header("retry-after", wait);
        Ok(response.body(plex_sdk::transport::full_body("")).unwrap())
    });
    let mut events = server.events().source(Source::EventSource).stream();
    assert!(matches!(next(&mut events).await, Event::Connected { .. }));
    let waits: Vec<_> = waits(&asked).iter().map(Duration::as_secs).collect();
    assert_eq!(waits, [120, 3600]);
}

#[tokio::test(start_paused = true)]
async fn an_event_stream_is_missed_once_it_has_shown_signs_of_life() {
    let (feed, response) = event_stream();
    let response = Mutex::new(Some(response));
    let (server, _) = server(move |_, _| response.lock().unwrap().take().ok_or_else(refused));
    let mut events = server.events().source(Source::EventSource).stream();
    assert!(matches!(next(&mut events).await, Event::Connected { .. }));
    // Nobody said that it would say anything.
    assert!(tokio::time::timeout(DAY, events.next()).await.is_err());
    for sign in ["event: ping\ndata: {}\n\n", ": here\n", "event: ping\n\n"] {
        feed.send(sign).unwrap();
        assert!(tokio::time::timeout(s(59), events.next()).await.is_err());
    }
    feed.send("event: progress\ndata: {\"ProgressNotification\":{\"message\":\"x\"}}\n\n")
        .unwrap();
    let Event::Notification(told) = next(&mut events).await else {
        panic!()
    };
    assert_eq!(told.kind(), NotificationKind::Progress);
    let heard = Instant::now();
    let Event::Disconnected(error) = next(&mut events).await else {
        panic!()
    };
    assert_eq!(error.time_limit(), Some(TimeLimit::Idle));
    assert_eq!(heard.elapsed().as_secs(), 60);
}

#[tokio::test(start_paused = true)]
async fn an_event_that_is_none_and_one_without_end() {
    let (feed, response) = event_stream();
    let response = Mutex::new(Some(response));
    let (server, _) = server(move |_, _| response.lock().unwrap().take().ok_or_else(refused));
    let mut events = server.events().source(Source::EventSource).stream();
    assert!(matches!(next(&mut events).await, Event::Connected { .. }));
    feed.send(
        "event: playing\ndata: hello\n\nevent: status\ndata: {\"StatusNotification\":{}}\n\n",
    )
    .unwrap();
    assert!(matches!(next(&mut events).await, Event::NotUnderstood(_)));
    assert!(matches!(next(&mut events).await, Event::Notification(_)));
    let long: &'static str = Box::leak("x".repeat(1024 * 1024).into_boxed_str());
    for _ in 0..5 {
        feed.send(long).unwrap();
    }
    let Event::Disconnected(error) = next(&mut events).await else {
        panic!()
    };
    assert_eq!(*error.kind(), ErrorKind::Unreachable(Phase::Answer));
}

/// A transport that speaks HTTP over pipes: what is at the other end is given out, one pipe a request.
fn piped() -> (Server, mpsc::UnboundedReceiver<DuplexStream>) {
    let (sender, pipes) = mpsc::unbounded_channel();
    let transport = from_fn(move |request: Request<Bytes>| {
        let sender = sender.clone();
        async move {
            let broken = |error: hyper::Error| TransportError::new(Phase::Answer, error);
            let (near, far) = tokio::io::duplex(64 * 1024);
            sender.send(far).map_err(|_| refused())?;
            let (mut send, connection) = hyper::client::conn::http1::handshake(TokioIo::new(near))
                .await
                .map_err(broken)?;
            tokio::spawn(connection.with_upgrades());
            let answer = send
                .send_request(request.map(Full::new))
                .await
                .map_err(broken)?;
            Ok(answer.map(|body| body.map_err(broken).boxed_unsync()))
        }
    });
    let builder = Server::builder()
        .url("http://plex.test")
        .token(stub::token());
    (builder.transport(transport).build().unwrap(), pipes)
}

/// Reads a request's head.
async fn head(pipe: &mut DuplexStream) -> String {
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") {
        head.push(char::from(pipe.read_u8().await.unwrap()));
    }
    head
}

/// Agrees to a websocket.
async fn accept(mut pipe: DuplexStream) -> WebSocketStream<DuplexStream> {
    let head = head(&mut pipe).await;
    let line = head
        .lines()
        .find(|line| line.to_lowercase().starts_with("sec-websocket-key:"));
    let key = derive_accept_key(line.unwrap()[18..].trim().as_bytes());
    let answer = format!(
        "HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Accept: {key}\r\n\r\n"
    );
    pipe.write_all(answer.as_bytes()).await.unwrap();
    WebSocketStream::from_raw_socket(pipe, Role::Server, None).await
}

#[tokio::test(start_paused = true)]
async fn a_websocket_that_answers_pings_may_be_quiet_for_a_day() {
    let (server, mut pipes) = piped();
    let pings = tokio::spawn(async move {
        let mut socket = accept(pipes.recv().await.unwrap()).await;
        let mut pings = 0;
        // Reading answers them.
        while let Some(Ok(message)) = socket.next().await {
            assert!(message.is_ping(), "{message:?}");
            pings += 1;
        }
        pings
    });
    let mut events = server.events().connect().await.unwrap();
    assert!(matches!(
        next(&mut events).await,
        Event::Connected {
            source: Source::WebSocket
        }
    ));
    assert!(tokio::time::timeout(DAY, events.next()).await.is_err());
    drop(events);
    let pings = pings.await.unwrap();
    assert!((2_870..=2_880).contains(&pings), "{pings}");
}

#[tokio::test(start_paused = true)]
async fn a_websocket_that_does_not_is_replaced() {
    let (server, mut pipes) = piped();
    let (mut events, first) = tokio::join!(
        async { server.events().silence(s(20)).connect().await.unwrap() },
        async { accept(pipes.recv().await.unwrap()).await }
    );
    assert!(matches!(next(&mut events).await, Event::Connected { .. }));
    let started = Instant::now();
    let Event::Disconnected(error) = next(&mut events).await else {
        panic!()
    };
    assert_eq!(started.elapsed().as_secs(), 20);
    assert!(error.is_timeout());
    assert_eq!(error.time_limit(), Some(TimeLimit::Idle));
    let (again, mut second) = tokio::join!(next(&mut events), async {
        accept(pipes.recv().await.unwrap()).await
    });
    assert!(matches!(again, Event::Connected { .. }));
    assert!(matches!(next(&mut events).await, Event::Gap { .. }));
    drop(first);
    // Text and bytes, what is none, a close.
    second.send(Message::text("hello")).await.unwrap();
    assert!(matches!(next(&mut events).await, Event::NotUnderstood(_)));
    let told = br#"{"NotificationContainer":{"type":"status","StatusNotification":[{},{}]}}"#;
    second.send(Message::binary(told.to_vec())).await.unwrap();
    second
        .send(Message::Ping(Payload::from_static(b"?")))
        .await
        .unwrap();
    assert!(matches!(next(&mut events).await, Event::Notification(_)));
    assert!(matches!(next(&mut events).await, Event::Notification(_)));
    second.close(None).await.unwrap();
    let Event::Disconnected(error) = next(&mut events).await else {
        panic!()
    };
    assert_eq!(*error.kind(), ErrorKind::Unreachable(Phase::Answer));
}

#[tokio::test(start_paused = true)]
async fn frames_that_break_the_rules_end_the_connection() {
    // Reserved bits; a length of 2^62; a message longer than the limit.
    for bytes in [
        &[0xff_u8, 0x01, 0x00][..],
        &[0x82, 0x7f, 0x40, 0, 0, 0, 0, 0, 0, 0],
        &[0x81, 0x7f, 0, 0, 0, 0, 1, 0, 0, 0],
    ] {
        let (server, mut pipes) = piped();
        let (mut events, mut socket) =
            tokio::join!(async { server.events().connect().await.unwrap() }, async {
                accept(pipes.recv().await.unwrap()).await
            });
        assert!(matches!(next(&mut events).await, Event::Connected { .. }));
        socket.get_mut().write_all(bytes).await.unwrap();
        let Event::Disconnected(error) = next(&mut events).await else {
            panic!()
        };
        assert_eq!(*error.kind(), ErrorKind::Unreachable(Phase::Answer));
    }
}

#[tokio::test(start_paused = true)]
async fn an_answer_that_switches_to_something_else_is_no_websocket() {
    for answer in [
        "HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Accept: abc\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
    ] {
        let (server, mut pipes) = piped();
        let (error, request) = tokio::join!(
            async {
                server
                    .events()
                    .source(Source::WebSocket)
                    .connect()
                    .await
                    .unwrap_err()
            },
            async {
                let mut pipe = pipes.recv().await.unwrap();
                let request = head(&mut pipe).await;
                pipe.write_all(answer.as_bytes()).await.unwrap();
                (request, pipe)
            }
        );
        assert!(error.is_not_plex(), "{error}");
        let head = request.0.to_lowercase();
        assert!(
            head.starts_with("get http://plex.test/:/websockets/notifications http/1.1\r\n"),
            "{head}"
        );
        assert!(head.contains("x-plex-token: "));
    }
}

#[tokio::test(start_paused = true)]
async fn a_transport_without_upgrades_gets_an_event_stream() {
    // As a stub, or a client of HTTP/2 would.
    let (server, asked) = server(|_, request| {
        if request.uri().path().contains("websockets") {
            let key = derive_accept_key(request.headers()["sec-websocket-key"].as_bytes());
            let response = Response::builder()
                .status(101)
                .header("sec-websocket-accept", key);
            return Ok(response.body(plex_sdk::transport::full_body("")).unwrap());
        }
        let (feed, response) = event_stream();
        feed.send("event: status\ndata: {\"StatusNotification\":{}}\n\n")
            .unwrap();
        Ok(response)
    });
    let mut events = server.events().stream();
    assert!(matches!(
        next(&mut events).await,
        Event::Connected {
            source: Source::EventSource
        }
    ));
    assert!(matches!(next(&mut events).await, Event::Notification(_)));
    assert_eq!(asked.lock().unwrap().len(), 2);
    let error = server
        .events()
        .source(Source::WebSocket)
        .connect()
        .await
        .unwrap_err();
    assert!(error.is_unreachable(), "{error}");
}

/// Stops every request.
struct Stop;

impl Hook for Stop {
    fn before(&self, context: &Context<'_>, _: &mut Request<Bytes>) -> Result<(), BoxError> {
        Err(format!("no {}", context.operation.name).into())
    }
}

#[tokio::test(start_paused = true)]
async fn hooks_see_it_and_can_stop_it() {
    let (builder, asked) = stub::server(|_| stub::json(stub::IDENTITY));
    let server = builder.hook(Stop).build().unwrap();
    let error = end(&mut server.events().stream()).await;
    assert_eq!(*error.kind(), ErrorKind::Stopped);
    assert!(
        error.to_string().contains("no GetWebsocketNotifications"),
        "{error}"
    );
    assert!(asked.all().is_empty());
}
