//! An origin that answers 429 is left alone, by all clients that share what they know.

use crate::policy_script::{Script, Step};
use http_body::Frame;
use http_body_util::BodyExt;
use plex_sdk::policy::{RateLimits, RetryPolicy};
use plex_sdk::transport::{TransportError, from_fn, full_body};
use plex_sdk::{Error, ErrorKind, Server};
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep};

async fn identify(server: Server) -> Result<(), Error> {
    server.general().get_identity().await.map(drop)
}

#[tokio::test(start_paused = true)]
async fn everyone_waits_until_the_time_told() {
    let script = Script::new([Step::Told(429, "6")]);
    let limits = RateLimits::new();
    let one = script.server().rate_limits(limits.clone()).build().unwrap();
    let two = script.server().rate_limits(limits).build().unwrap();
    let mut calls = JoinSet::new();
    calls.spawn(identify(one.clone()));
    sleep(Duration::from_secs(1)).await;
    for server in [one, two] {
        calls.spawn(identify(server));
    }
    while let Some(result) = calls.join_next().await {
        result.unwrap().unwrap();
    }
    assert_eq!(script.seconds(), [0, 6, 6, 6]);
}

#[tokio::test(start_paused = true)]
async fn without_a_time_told_everyone_waits_for_the_next_attempt() {
    let script = Script::new([Step::Status(429)]);
    let policy = RetryPolicy::default()
        .first_wait(Duration::from_secs(8))
        .longest_wait(Duration::from_secs(8));
    let server = script.server().retries(policy).build().unwrap();
    let mut calls = JoinSet::new();
    calls.spawn(identify(server.clone()));
    sleep(Duration::from_secs(1)).await;
    calls.spawn(identify(server));
    while let Some(result) = calls.join_next().await {
        result.unwrap().unwrap();
    }
    let seconds = script.seconds();
    assert!(seconds[1] >= 4 && seconds[1] == seconds[2], "{seconds:?}");
}

#[tokio::test(start_paused = true)]
async fn a_long_wait_is_told_without_asking_again() {
    let script = Script::new([Step::Told(429, "100")]);
    let server = script.server().build().unwrap();
    identify(server.clone()).await.unwrap_err();
    sleep(Duration::from_secs(30)).await;
    let error = identify(server.clone()).await.unwrap_err();
    let left = Some(Duration::from_secs(70));
    assert_eq!(*error.kind(), ErrorKind::RateLimited { retry_after: left });
    assert_eq!((error.retry_after(), error.status()), (left, None));
    let shown = error.to_string();
    assert!(
        shown.contains("70 s") && shown.contains("http://plex.test:32400"),
        "{shown}"
    );
    // Another origin is another matter.
    let call = server.general().get_identity();
    call.server_url("http://other.test").await.unwrap();
    sleep(Duration::from_secs(70)).await;
    identify(server).await.unwrap();
    assert_eq!(script.seconds(), [0, 30, 100]);
}

#[tokio::test(start_paused = true)]
async fn clients_with_transports_of_their_own_know_nothing_of_each_other() {
    let busy = Script::new([Step::Told(429, "100")]);
    identify(busy.server().build().unwrap()).await.unwrap_err();
    identify(Script::new([]).server().build().unwrap())
        .await
        .unwrap();
}

#[tokio::test(start_paused = true)]
async fn only_so_many_are_under_way() {
    let script = Script::new([Step::Slow(1); 10]);
    let limits = RateLimits::new().max_concurrent(2);
    let started = Instant::now();
    let mut calls = JoinSet::new();
    for _ in 0..5 {
        let server = script.server().rate_limits(limits.clone()).build().unwrap();
        calls.spawn(identify(server.clone()));
        calls.spawn(identify(server));
    }
    tokio::task::yield_now().await;
    // Whoever stops waiting, or being waited for, leaves the place to the next one.
    let cancelled = script.server().rate_limits(limits).build().unwrap();
    tokio::select! {
        biased;
        _ = identify(cancelled) => unreachable!("there are ten before it"),
        () = tokio::task::yield_now() => {}
    }
    while let Some(result) = calls.join_next().await {
        result.unwrap().unwrap();
    }
    assert_eq!(script.seconds(), [0, 0, 1, 1, 2, 2, 3, 3, 4, 4]);
    assert_eq!(started.elapsed().as_secs(), 5);
}

#[tokio::test(start_paused = true)]
async fn a_call_dropped_under_way_leaves_its_place() {
    for polls in 0..12 {
        let script = Script::new([Step::Told(429, "1"), Step::Slow(1)]);
        let limits = RateLimits::new().max_concurrent(1);
        let server = script.server().rate_limits(limits).build().unwrap();
        let patience = Duration::from_millis(polls * 200);
        let _ = tokio::time::timeout(patience, identify(server.clone())).await;
        identify(server).await.unwrap();
    }
}

/// A server whose log bundle is a stream of two pieces, with this many requests allowed at a time.
fn media(limit: usize) -> Server {
    let transport = from_fn(|request: http::Request<bytes::Bytes>| async move {
        let body = match request.uri().path() {
            "/identity" => full_body(crate::stub::IDENTITY),
            _ => Pieces(2).boxed_unsync(),
        };
        Ok(http::Response::new(body))
    });
    Server::builder()
        .url("http://plex.test:32400")
        .transport(transport)
        .rate_limits(RateLimits::new().max_concurrent(limit))
        .build()
        .unwrap()
}

struct Pieces(u8);

impl http_body::Body for Pieces {
    type Data = bytes::Bytes;
    type Error = TransportError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<bytes::Bytes>, TransportError>>> {
        let left = self.0.checked_sub(1);
        self.0 = left.unwrap_or(0);
        Poll::Ready(left.map(|_| Ok(Frame::data(bytes::Bytes::from_static(b"piece")))))
    }
}

#[tokio::test(start_paused = true)]
async fn a_stream_counts_until_it_is_read() {
    let server = media(1);
    let mut stream = server
        .general()
        .download_log_bundle()
        .stream()
        .await
        .unwrap();
    let error = identify(server.clone()).await.unwrap_err();
    assert!(error.is_timeout(), "{error}");
    while let Some(piece) = stream.next().await {
        piece.unwrap();
    }
    identify(server).await.unwrap();
    drop(stream);
}

#[tokio::test(start_paused = true)]
async fn a_stream_counts_until_it_is_dropped() {
    let server = media(2);
    let open = || server.general().download_log_bundle().stream();
    let streams = (open().await.unwrap(), open().await.unwrap());
    let error = identify(server.clone()).await.unwrap_err();
    assert!(error.is_timeout(), "{error}");
    drop(streams.0);
    identify(server.clone()).await.unwrap();
    drop(streams.1);
}
