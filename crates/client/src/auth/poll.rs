//! When to look at a PIN again: decisions alone, no I/O.

use crate::error::{Error, ErrorKind};
use plex_sdk_contract::error::codes;
use plex_sdk_contract::model::Pin;
use plex_sdk_contract::time::Timestamp;
use std::time::Duration;

/// What the pause after a failure starts from, where looks follow each other faster.
const FIRST_PAUSE: Duration = Duration::from_secs(1);
/// The longest pause between two looks while plex.tv cannot be reached.
const MAX_PAUSE: Duration = Duration::from_secs(30);
/// How long a PIN is taken to live where plex.tv does not say.
const UNSAID_LIFETIME: i64 = 900;

/// When a PIN that was made at `now` expires, by this computer's clock: plex.tv's may show another time.
pub(super) fn deadline(pin: &Pin, now: Timestamp) -> Timestamp {
    let told = i64::from(pin.expires_in);
    let dated = pin
        .expires_at
        .zip(pin.created_at)
        .map_or(0, |(end, start)| {
            end.0.as_secs().saturating_sub(start.0.as_secs())
        });
    let seconds = [told, dated, UNSAID_LIFETIME]
        .into_iter()
        .find(|seconds| *seconds > 0);
    now.plus_secs(seconds.unwrap_or(UNSAID_LIFETIME))
}

/// What a failed look at a PIN means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Failure {
    /// The PIN is gone.
    Gone,
    /// Nothing was learned; look again, at the earliest after this time.
    Again(Option<Duration>),
    /// Looking again would not help.
    Final,
}

impl Failure {
    pub(super) fn of(error: &Error) -> Self {
        let code = error
            .api_error()
            .and_then(plex_sdk_contract::ApiError::code);
        match error.kind() {
            ErrorKind::NotFound if code == Some(codes::PIN_NOT_FOUND) => Self::Gone,
            ErrorKind::RateLimited { retry_after } => Self::Again(*retry_after),
            ErrorKind::Unreachable(_) | ErrorKind::ServerError => Self::Again(None),
            _ => Self::Final,
        }
    }
}

/// How long to pause after `failures` failed looks in a row.
pub(super) fn pause(interval: Duration, failures: u32, told: Option<Duration>) -> Duration {
    if failures == 0 {
        return interval.max(told.unwrap_or_default());
    }
    let first = interval.max(FIRST_PAUSE);
    let doubled = first.saturating_mul(2_u32.saturating_pow(failures.min(16)));
    let own = doubled.min(MAX_PAUSE.max(interval));
    own.max(told.unwrap_or_default())
}

/// The part of `pause` that fits before `deadline`; `None` once it has passed.
pub(super) fn until(deadline: Timestamp, now: Timestamp, pause: Duration) -> Option<Duration> {
    let left = u64::try_from(deadline.as_secs().saturating_sub(now.as_secs())).unwrap_or(0);
    (left > 0).then(|| pause.min(Duration::from_secs(left)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use plex_sdk_contract::time::DateTime;

    const SECOND: Duration = Duration::from_secs(1);

    #[test]
    fn a_pin_expires_by_the_clock_here() {
        let at = |seconds| Some(DateTime(Timestamp(seconds)));
        let pin = |expires_in, created_at, expires_at| Pin {
            expires_in,
            created_at,
            expires_at,
            ..Pin::default()
        };
        let now = Timestamp(5000);
        // plex.tv's clock is far ahead of this one.
        assert_eq!(
            deadline(&pin(900, at(90_000), at(90_900)), now),
            Timestamp(5900)
        );
        assert_eq!(
            deadline(&pin(0, at(90_000), at(91_800)), now),
            Timestamp(6800)
        );
        assert_eq!(deadline(&pin(0, at(10), at(5)), now), Timestamp(5900));
        assert_eq!(deadline(&pin(0, None, None), now), Timestamp(5900));
    }

    #[test]
    fn failures_in_a_row_are_bounded_in_how_long_they_pause() {
        assert_eq!(pause(SECOND, 0, None), SECOND);
        assert_eq!(pause(SECOND, 1, None), SECOND * 2);
        assert_eq!(pause(SECOND, 3, None), SECOND * 8);
        assert_eq!(pause(SECOND, 5, None), MAX_PAUSE);
        assert_eq!(pause(SECOND, u32::MAX, None), MAX_PAUSE);
        assert_eq!(pause(SECOND, 1, Some(SECOND * 50)), SECOND * 50);
        assert_eq!(pause(SECOND / 10, 0, None), SECOND / 10);
        assert_eq!(pause(SECOND / 10, 1, None), SECOND * 2);
        assert_eq!(pause(SECOND * 60, 1, None), SECOND * 60);
    }

    #[test]
    fn no_pause_goes_beyond_the_deadline() {
        let (end, hour) = (Timestamp(100), Duration::from_secs(3600));
        assert_eq!(until(end, Timestamp(90), hour), Some(SECOND * 10));
        assert_eq!(until(end, Timestamp(90), SECOND), Some(SECOND));
        assert_eq!(until(end, Timestamp(100), SECOND), None);
        assert_eq!(until(end, Timestamp(101), SECOND), None);
    }
}
