//! [`RetryPolicy`]: whether and when a failed attempt is followed by another one.

use backon::{BackoffBuilder as _, ExponentialBuilder};
use http::{HeaderMap, StatusCode, header};
use plex_sdk_contract::Effect;
use std::time::{Duration, SystemTime};

/// No `Retry-After` is waited for longer than this.
pub(super) const LONGEST_RETRY_AFTER: Duration = Duration::from_secs(60 * 60);

/// What was wrong with an attempt, as far as it matters for another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Failure {
    /// The request certainly did not leave: no address, no connection, no agreement on TLS.
    NotSent,
    /// The connection broke, and the other side may have done its work.
    Broken,
    /// A part of the answer took too long, and the other side may have done its work.
    TimedOut,
    /// An answer with a status of 400 to 599.
    Status(StatusCode),
    /// Anything that another attempt would end in again.
    Final,
}

/// A failed attempt.
#[derive(Clone, Copy, Debug)]
pub struct Attempt {
    /// What repeating the call does.
    pub effect: Effect,
    /// Which attempt it was, counted from 1.
    pub number: u32,
    /// What was wrong.
    pub failure: Failure,
    /// How long the answer said to wait.
    pub retry_after: Option<Duration>,
    /// How long ago the call began.
    pub elapsed: Duration,
}

/// What follows a failed attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// The failure is the call's.
    GiveUp,
    /// Another attempt after this time.
    RetryAfter(Duration),
}

/// Whether and when a failed attempt is followed by another one.
///
/// | failure | reads, and what may be repeated | everything else |
/// |---|---|---|
/// | no address, no connection, no TLS | again | again: nothing was sent |
/// | the connection broke, the answer is late | again | no: it may have been done |
/// | 429 | again | again: it was refused unprocessed |
/// | 502, 503, 504 | again | no |
/// | any other | no | no |
///
/// If the first response to a DELETE was lost and the next attempt ends as "not found", the call succeeded, unless the
/// operation returns something.
///
/// The waits grow from [`first_wait`](Self::first_wait) to [`longest_wait`](Self::longest_wait), each made shorter by up
/// to a half at random, so that many clients do not come back at once. What `Retry-After` says is waited for in full, up to
/// an hour, or not at all where that would take longer than [`within`](Self::within); the error then tells the wait.
///
/// ```
/// use plex_sdk::policy::RetryPolicy;
/// use std::time::Duration;
///
/// let patient = RetryPolicy::default().attempts(6).within(Duration::from_secs(60));
/// # let _ = patient;
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub struct RetryPolicy {
    attempts: u32,
    first_wait: Duration,
    longest_wait: Duration,
    within: Duration,
}

impl Default for RetryPolicy {
    /// Three attempts, waits of 0.2 s to 5 s, all within 20 s.
    fn default() -> Self {
        Self {
            attempts: 3,
            first_wait: Duration::from_millis(200),
            longest_wait: Duration::from_secs(5),
            within: Duration::from_secs(20),
        }
    }
}

impl RetryPolicy {
    /// One attempt only.
    pub fn none() -> Self {
        Self::default().attempts(1)
    }

    /// At most this many attempts, the first one counted.
    pub fn attempts(mut self, attempts: u32) -> Self {
        self.attempts = attempts;
        self
    }

    /// The wait after the first attempt; each one after it is twice as long.
    pub fn first_wait(mut self, wait: Duration) -> Self {
        self.first_wait = wait;
        self
    }

    /// No wait is longer than this, except where `Retry-After` asks for it.
    pub fn longest_wait(mut self, wait: Duration) -> Self {
        self.longest_wait = wait;
        self
    }

    /// No attempt starts later than this after the call began. The call's own time-out ends it earlier where it is shorter.
    pub fn within(mut self, time: Duration) -> Self {
        self.within = time;
        self
    }

    pub(crate) fn longest_wait_limit(&self) -> Duration {
        self.longest_wait
    }

    pub(crate) fn within_limit(&self) -> Duration {
        self.within
    }

    /// Decides what follows `attempt`. Nothing but the jitter varies from one call to the next.
    pub fn decide(&self, attempt: &Attempt) -> Decision {
        if attempt.number >= self.attempts || !may_repeat(attempt.effect, attempt.failure) {
            return Decision::GiveUp;
        }
        let wait = attempt
            .retry_after
            .filter(|told| !told.is_zero())
            .map_or_else(
                || self.backoff(attempt.number),
                |told| told.min(LONGEST_RETRY_AFTER),
            );
        if attempt.elapsed.saturating_add(wait) > self.within {
            return Decision::GiveUp;
        }
        Decision::RetryAfter(wait)
    }

    /// The wait after the attempt of this number: between a half and the whole of its step.
    fn backoff(&self, number: u32) -> Duration {
        // From the 32nd doubling on, any wait is at its longest.
        let step = number.saturating_sub(1).min(32) as usize;
        let longest = self.longest_wait / 2;
        ExponentialBuilder::new()
            .with_min_delay((self.first_wait / 2).min(longest))
            .with_max_delay(longest)
            .with_factor(2.0)
            .without_max_times()
            .with_jitter()
            .build()
            .nth(step)
            .unwrap_or(self.longest_wait)
            .min(self.longest_wait)
    }
}

fn may_repeat(effect: Effect, failure: Failure) -> bool {
    match failure {
        Failure::NotSent => true,
        Failure::Status(status) if status == StatusCode::TOO_MANY_REQUESTS => true,
        Failure::Broken | Failure::TimedOut => effect != Effect::Once,
        Failure::Status(status) => effect != Effect::Once && matches!(status.as_u16(), 502..=504),
        Failure::Final => false,
    }
}

/// What `Retry-After` says, in seconds or as a date. A date is compared with the answer's own `Date`, so that a wrong
/// clock on either side does no harm, and with `now` where there is none.
pub(crate) fn retry_after(headers: &HeaderMap, now: SystemTime) -> Option<Duration> {
    let text = |name| headers.get(name)?.to_str().ok().map(str::trim);
    let value: &str = text(header::RETRY_AFTER)?;
    if let Ok(seconds) = value.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let date = httpdate::parse_http_date(value).ok()?;
    let now = text(header::DATE)
        .and_then(|date| httpdate::parse_http_date(date).ok())
        .unwrap_or(now);
    Some(date.duration_since(now).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use Effect::{Idempotent, Once, Read};
    use Failure::{Broken, Final, NotSent, Status, TimedOut};

    fn status(code: u16) -> Failure {
        Status(StatusCode::from_u16(code).unwrap())
    }

    fn attempt(effect: Effect, failure: Failure) -> Attempt {
        Attempt {
            effect,
            number: 1,
            failure,
            retry_after: None,
            elapsed: Duration::ZERO,
        }
    }

    fn again(policy: RetryPolicy, attempt: &Attempt) -> bool {
        policy.decide(attempt) != Decision::GiveUp
    }

    #[test]
    fn only_what_is_safe_is_repeated() {
        for (failure, repeatable, once) in [
            (NotSent, true, true),
            (Broken, true, false),
            (TimedOut, true, false),
            (Final, false, false),
            (status(400), false, false),
            (status(401), false, false),
            (status(403), false, false),
            (status(404), false, false),
            (status(408), false, false),
            (status(422), false, false),
            (status(429), true, true),
            (status(498), false, false),
            (status(500), false, false),
            (status(501), false, false),
            (status(502), true, false),
            (status(503), true, false),
            (status(504), true, false),
            (status(505), false, false),
        ] {
            let policy = RetryPolicy::default();
            for effect in [Read, Idempotent] {
                let decided = again(policy, &attempt(effect, failure));
                assert_eq!(decided, repeatable, "{failure:?} {effect:?}");
            }
            assert_eq!(again(policy, &attempt(Once, failure)), once, "{failure:?}");
            let none = RetryPolicy::none();
            assert!(!again(none, &attempt(Read, failure)), "{failure:?}");
        }
    }

    #[test]
    fn attempts_are_counted() {
        for (allowed, number, expected) in [
            (0, 1, false),
            (1, 1, false),
            (2, 1, true),
            (2, 2, false),
            (3, 2, true),
            (3, 3, false),
            (u32::MAX, u32::MAX - 1, true),
        ] {
            let policy = RetryPolicy::default().attempts(allowed);
            let failed = Attempt {
                number,
                ..attempt(Read, NotSent)
            };
            assert_eq!(again(policy, &failed), expected, "{number} of {allowed}");
        }
    }

    #[test]
    fn every_wait_has_a_bound() {
        let s = Duration::from_secs;
        // What was told, how long it took so far, what is allowed, what is decided.
        for (told, elapsed, within, expected) in [
            (Some(s(7)), s(0), s(20), Some(s(7))),
            (Some(s(20)), s(0), s(20), Some(s(20))),
            (Some(s(21)), s(0), s(20), None),
            (Some(s(7)), s(14), s(20), None),
            (Some(s(0)), s(20), s(20), None),
            (Some(s(u64::MAX)), s(1), s(20), None),
            // However long the answer says and however much time there is.
            (Some(s(3601)), s(1), Duration::MAX, Some(s(3600))),
            (Some(Duration::MAX), s(1), Duration::MAX, Some(s(3600))),
            (None, s(20), s(20), None),
        ] {
            for failure in [status(429), status(503)] {
                let failed = Attempt {
                    retry_after: told,
                    elapsed,
                    ..attempt(Read, failure)
                };
                let expected = expected.map_or(Decision::GiveUp, Decision::RetryAfter);
                let decided = RetryPolicy::default().within(within).decide(&failed);
                assert_eq!(decided, expected, "{told:?} after {elapsed:?}");
            }
        }
    }

    #[test]
    fn waits_double_up_to_the_longest() {
        let ms = Duration::from_millis;
        let policy = RetryPolicy::default()
            .attempts(u32::MAX)
            .first_wait(ms(100))
            .longest_wait(ms(1000));
        for (number, step) in [
            (0, 100),
            (1, 100),
            (2, 200),
            (3, 400),
            (4, 800),
            (5, 1000),
            (6, 1000),
            (1_000_000, 1000),
        ] {
            for _ in 0..50 {
                let wait = policy.backoff(number);
                assert!(wait >= ms(step / 2), "{number}: {wait:?}");
                assert!(wait <= ms(step), "{number}: {wait:?}");
            }
        }
        let odd = policy.first_wait(ms(5000));
        assert!(odd.backoff(1) <= ms(1000));
        assert_eq!(odd.longest_wait(Duration::ZERO).backoff(9), Duration::ZERO);
        let endless = policy.first_wait(Duration::MAX).longest_wait(Duration::MAX);
        assert!(endless.backoff(40) > s_huge());
    }

    fn s_huge() -> Duration {
        Duration::from_secs(u64::MAX / 4)
    }

    #[test]
    fn retry_after_in_both_spellings() {
        let now = SystemTime::UNIX_EPOCH + Duration::from_secs(784_111_777);
        for (value, date, expected) in [
            ("120", None, Some(120)),
            (" 0 ", None, Some(0)),
            ("Sun, 06 Nov 1994 08:50:37 GMT", None, Some(60)),
            ("Sun, 06 Nov 1994 08:49:36 GMT", None, Some(0)),
            ("Sunday, 06-Nov-94 08:49:47 GMT", None, Some(10)),
            (
                "Sun, 06 Nov 1994 08:50:37 GMT",
                Some("Sun, 06 Nov 1994 08:50:30 GMT"),
                Some(7),
            ),
            ("Sun, 06 Nov 1994 08:50:37 GMT", Some("today"), Some(60)),
            ("-1", None, None),
            ("1.5", None, None),
            ("soon", None, None),
            ("", None, None),
            ("99999999999999999999999", None, None),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(header::RETRY_AFTER, value.parse().unwrap());
            if let Some(date) = date {
                headers.insert(header::DATE, date.parse().unwrap());
            }
            let expected = expected.map(Duration::from_secs);
            assert_eq!(retry_after(&headers, now), expected, "{value} {date:?}");
        }
        assert_eq!(retry_after(&HeaderMap::new(), now), None);
    }
}
