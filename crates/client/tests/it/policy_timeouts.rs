//! Each part of a call has its own time, and the error tells which one was over.

use crate::policy_script::{Script, Step};
use plex_sdk::policy::{RetryPolicy, TimeLimit, Timeouts};
use plex_sdk::{Error, ServerBuilder};
use std::time::Duration;
use tokio::time::Instant;

const S: fn(u64) -> Duration = Duration::from_secs;

async fn failing(builder: ServerBuilder) -> (Error, u64) {
    let started = Instant::now();
    let server = builder.build().unwrap();
    let error = server.general().get_identity().await.unwrap_err();
    assert!(error.is_timeout(), "{error}");
    (error, started.elapsed().as_secs())
}

#[tokio::test(start_paused = true)]
async fn the_error_tells_the_part() {
    let none = RetryPolicy::none();
    for (step, timeouts, limit, seconds, words) in [
        (
            Step::Silence,
            Timeouts::default(),
            TimeLimit::Head,
            20,
            "to begin",
        ),
        (
            Step::Silence,
            Timeouts::default().head(S(3)),
            TimeLimit::Head,
            3,
            "to begin",
        ),
        (
            Step::Silence,
            Timeouts::default().total(S(4)),
            TimeLimit::Total,
            4,
            "whole call",
        ),
        (
            Step::Silence,
            Timeouts::default().total(S(90)),
            TimeLimit::Head,
            90,
            "",
        ),
        (
            Step::Stalled,
            Timeouts::default(),
            TimeLimit::Idle,
            20,
            "pieces",
        ),
        (
            Step::Stalled,
            Timeouts::default().idle(S(2)),
            TimeLimit::Idle,
            2,
            "pieces",
        ),
        (
            Step::Stalled,
            Timeouts::default().total(S(6)),
            TimeLimit::Total,
            6,
            "whole call",
        ),
    ] {
        let script = Script::new([step]);
        let (error, took) = failing(script.server().retries(none).timeouts(timeouts)).await;
        let found = error.time_limit();
        // Two limits that end at the same moment are as good as each other.
        assert!(
            found == Some(limit) || words.is_empty(),
            "{step:?} {timeouts:?}: {error}"
        );
        assert_eq!(took, seconds, "{step:?} {timeouts:?}");
        assert!(error.to_string().contains(words), "{error}");
        assert!(
            error.to_string().contains("no answer came in time"),
            "{error}"
        );
    }
}

#[tokio::test(start_paused = true)]
async fn a_late_head_is_asked_for_again() {
    let script = Script::new([Step::Silence, Step::Stalled]);
    let timeouts = Timeouts::default().head(S(5)).idle(S(3));
    let server = script.server().timeouts(timeouts).build().unwrap();
    server.general().get_identity().await.unwrap();
    assert_eq!(script.count(), 3);
}

#[tokio::test(start_paused = true)]
async fn one_call_may_take_longer() {
    let script = Script::new([Step::Slow(300), Step::Slow(300)]);
    let server = script.server().build().unwrap();
    let call = || server.general().get_identity().retries(RetryPolicy::none());
    call().timeout(S(301)).await.unwrap();
    let error = call().await.unwrap_err();
    assert_eq!(error.time_limit(), Some(TimeLimit::Head), "{error}");
    assert_eq!(call().timeout(Duration::MAX).await.map(drop).ok(), Some(()));
}
