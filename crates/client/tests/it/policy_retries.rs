//! What is tried again and how often, seen from outside. The clock is tokio's paused one: nothing here takes time.

use crate::policy_script::{Script, Step};
use bytes::Bytes;
use plex_sdk::endpoints::authentication::GetTransientToken;
use plex_sdk::hook::{Context, Hook};
use plex_sdk::ids::PlaylistId;
use plex_sdk::policy::RetryPolicy;
use plex_sdk::transport::BoxError;
use plex_sdk::{Error, ErrorKind, Phase};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

async fn read(script: &Script) -> Result<(), Error> {
    let server = script.server().build().unwrap();
    server.general().get_identity().await.map(drop)
}

async fn mint(script: &Script) -> Result<(), Error> {
    let server = script.server().build().unwrap();
    let request = GetTransientToken::default();
    server
        .authentication()
        .get_transient_token(request)
        .await
        .map(drop)
}

/// The failure, and how many requests a read and a mint take until the end.
const CASES: &[(Step, usize, usize)] = &[
    (Step::Stopped(Phase::Resolve), 3, 3),
    (Step::Stopped(Phase::Connect), 3, 3),
    (Step::Stopped(Phase::Tls), 3, 3),
    (Step::Stopped(Phase::Answer), 3, 1),
    (Step::Stopped(Phase::Timeout), 3, 1),
    (Step::Stopped(Phase::Redirect), 1, 1),
    (Step::Status(400), 1, 1),
    (Step::Status(401), 1, 1),
    (Step::Status(403), 1, 1),
    (Step::Status(404), 1, 1),
    (Step::Status(429), 3, 3),
    (Step::Status(500), 1, 1),
    (Step::Status(502), 3, 1),
    (Step::Status(503), 3, 1),
    (Step::Status(504), 3, 1),
    (Step::Told(429, "1"), 3, 3),
    (Step::Told(503, "1"), 3, 1),
    (Step::Told(429, "3600"), 1, 1),
    (Step::Told(503, "3600"), 1, 1),
];

#[tokio::test(start_paused = true)]
async fn only_what_is_safe_is_tried_again() {
    for &(step, reads, mints) in CASES {
        let script = Script::new([step; 5]);
        let error = read(&script).await.unwrap_err();
        assert_eq!(script.count(), reads, "{step:?}: {error}");
        assert_eq!(error.attempts() as usize, reads, "{error}");
        let told = error.to_string().contains("attempts in");
        assert_eq!(told, reads > 1, "{error}");

        let script = Script::new([step; 5]);
        let error = mint(&script).await.unwrap_err();
        assert_eq!(script.count(), mints, "{step:?}: {error}");
        assert_eq!(error.attempts() as usize, mints, "{error}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_failure_that_passes_is_not_seen() {
    for &(step, reads, mints) in CASES {
        let script = Script::new([step]);
        assert_eq!(read(&script).await.is_ok(), reads > 1, "{step:?}");
        let script = Script::new([step]);
        assert_eq!(mint(&script).await.is_ok(), mints > 1, "{step:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_call_may_say_that_it_can_be_repeated() {
    let script = Script::new([Step::Stopped(Phase::Answer), Step::Status(502)]);
    let server = script.server().build().unwrap();
    let request = GetTransientToken::default();
    let call = server.authentication().get_transient_token(request);
    call.repeatable().await.unwrap();
    assert_eq!(script.count(), 3);
}

#[tokio::test(start_paused = true)]
async fn retries_can_be_turned_off_and_on() {
    let script = Script::new([Step::Status(503); 9]);
    let server = script
        .server()
        .retries(RetryPolicy::none())
        .build()
        .unwrap();
    let call = || server.general().get_identity();
    assert_eq!(call().await.unwrap_err().attempts(), 1);
    assert_eq!(script.count(), 1);
    let more = RetryPolicy::default().attempts(5);
    let error = call().retries(more).await.unwrap_err();
    assert_eq!((error.attempts(), script.count()), (5, 6));
    assert!(error.elapsed() > Duration::from_millis(100), "{error:?}");
}

#[tokio::test(start_paused = true)]
async fn what_is_told_is_waited_for() {
    let script = Script::new([Step::Told(429, "4"), Step::Told(503, "7")]);
    read(&script).await.unwrap();
    assert_eq!(script.seconds(), [0, 4, 11]);
}

#[tokio::test(start_paused = true)]
async fn a_wait_that_is_too_long_is_told_instead() {
    let script = Script::new([Step::Told(503, "300")]);
    let error = read(&script).await.unwrap_err();
    assert_eq!(error.retry_after(), Some(Duration::from_secs(300)));
    assert!(error.to_string().contains("again in 300 s"), "{error}");
    // The time for the call as a whole is a bound as well.
    let script = Script::new([Step::Told(503, "5")]);
    let server = script.server().timeout(Duration::from_secs(3)).build();
    let error = server.unwrap().general().get_identity().await.unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::ServerError);
    assert_eq!(script.count(), 1);
}

#[tokio::test(start_paused = true)]
async fn attempts_end_within_the_time_for_the_call() {
    let script = Script::new([Step::Slow(4), Step::Silence, Step::Silence]);
    let server = script
        .server()
        .timeout(Duration::from_secs(10))
        .build()
        .unwrap();
    server.general().get_identity().await.unwrap();
    let error = server.general().get_identity().await.unwrap_err();
    assert!(error.is_timeout(), "{error}");
    assert_eq!(script.seconds(), [0, 4], "no attempt begins after the end");
}

/// Deletes a playlist.
async fn delete(script: &Script) -> Result<u16, Error> {
    let server = script.server().build().unwrap();
    let playlist = PlaylistId::from(7);
    let call = server.playlists().delete_playlist(playlist);
    call.answer().await.map(|answer| answer.status().as_u16())
}

#[tokio::test(start_paused = true)]
async fn deleted_and_gone_is_done() {
    for lost in [
        Step::Stopped(Phase::Answer),
        Step::Stopped(Phase::Timeout),
        Step::Status(502),
        Step::Status(504),
    ] {
        let script = Script::new([lost, Step::Status(404)]);
        assert_eq!(delete(&script).await.unwrap(), 404, "{lost:?}");
        let script = Script::new([lost, Step::Status(403)]);
        assert!(delete(&script).await.unwrap_err().is_forbidden());
    }
}

#[tokio::test(start_paused = true)]
async fn what_was_not_deleted_here_is_not_found() {
    for steps in [
        vec![Step::Status(404)],
        // Nothing was processed before.
        vec![Step::Stopped(Phase::Connect), Step::Status(404)],
        vec![Step::Told(429, "1"), Step::Status(404)],
    ] {
        let script = Script::new(steps.clone());
        let error = delete(&script).await.unwrap_err();
        assert!(error.is_not_found(), "{steps:?}: {error}");
    }
    // There is a response to decode, or nothing to delete.
    let steps = [Step::Stopped(Phase::Answer), Step::Status(404)];
    let script = Script::new(steps);
    let server = script.server().build().unwrap();
    let unclaim = server.general().unclaim_server().await;
    assert!(unclaim.unwrap_err().is_not_found());
    let error = read(&Script::new(steps)).await.unwrap_err();
    assert!(error.is_not_found(), "{error}");
}

#[derive(Clone, Default)]
struct Counts(Arc<[AtomicUsize; 3]>);

impl Counts {
    fn add(&self, at: usize) {
        self.0[at].fetch_add(1, Ordering::Relaxed);
    }
}

impl Hook for Counts {
    fn before(&self, _: &Context<'_>, _: &mut http::Request<Bytes>) -> Result<(), BoxError> {
        self.add(0);
        Ok(())
    }
    fn after(&self, _: &Context<'_>, _: http::StatusCode, _: &http::HeaderMap, _: Duration) {
        self.add(1);
    }
    fn failed(&self, _: &Context<'_>, _: &Error) {
        self.add(2);
    }
}

#[tokio::test(start_paused = true)]
async fn hooks_see_every_attempt() {
    let counts = Counts::default();
    let script = Script::new([Step::Status(502), Step::Stopped(Phase::Connect)]);
    let server = script.server().hook(counts.clone()).build().unwrap();
    server.general().get_identity().await.unwrap();
    let found = [0, 1, 2].map(|at| counts.0[at].load(Ordering::Relaxed));
    assert_eq!(found, [3, 1, 2]);
}
