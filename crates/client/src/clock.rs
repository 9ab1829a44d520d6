//! [`Clock`]: where the time comes from, and how to wait, so that a test can move it and never sleeps.

use crate::transport::BoxFuture;
use plex_sdk_contract::time::Timestamp;
use std::fmt;
use std::sync::OnceLock;
use std::time::{Duration, Instant, SystemTime};

/// Tells the time and waits, for sign-in, signed tokens and kept tokens.
pub trait Clock: Send + Sync + 'static {
    /// The time of day. It can be set, forward and back.
    fn now(&self) -> Timestamp;

    /// The time since some fixed moment. It never goes back; on some systems it stands still while the computer sleeps.
    fn monotonic(&self) -> Duration;

    /// Returns once `duration` has passed.
    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()>;
}

/// The computer's own clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Timestamp {
        SystemTime::now().into()
    }

    fn monotonic(&self) -> Duration {
        static START: OnceLock<Instant> = OnceLock::new();
        START.get_or_init(Instant::now).elapsed()
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()> {
        Box::pin(tokio::time::sleep(duration))
    }
}

/// The instant `wait` after `start`. One that is too far away to be counted becomes one 100 years away.
pub(crate) fn deadline(start: tokio::time::Instant, wait: Duration) -> tokio::time::Instant {
    const CENTURY: Duration = Duration::from_secs(100 * 365 * 24 * 60 * 60);
    start + wait.min(CENTURY)
}

impl fmt::Debug for dyn Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Clock")
    }
}
