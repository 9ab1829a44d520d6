//! [`Clock`]: where the age of a kept token comes from, so that a test can move it.

use std::sync::OnceLock;
use std::time::{Duration, Instant, SystemTime};

/// Tells the time in two ways, neither of which can be trusted alone: the monotonic clock of some systems stands still
/// while they sleep, and the wall clock can be set.
pub trait Clock: Send + Sync + 'static {
    /// Time since some fixed moment. It never goes back.
    fn monotonic(&self) -> Duration;

    /// The time of day.
    fn wall(&self) -> SystemTime;
}

/// The computer's clocks.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn monotonic(&self) -> Duration {
        static START: OnceLock<Instant> = OnceLock::new();
        START.get_or_init(Instant::now).elapsed()
    }

    fn wall(&self) -> SystemTime {
        SystemTime::now()
    }
}

/// A moment by both clocks.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Moment {
    monotonic: Duration,
    wall: SystemTime,
}

impl Moment {
    pub(crate) fn now(clock: &dyn Clock) -> Self {
        Self {
            monotonic: clock.monotonic(),
            wall: clock.wall(),
        }
    }

    /// The time since `earlier`, by the clock that says it was longer.
    pub(crate) fn since(self, earlier: Self) -> Duration {
        let wall = self.wall.duration_since(earlier.wall).unwrap_or_default();
        self.monotonic.saturating_sub(earlier.monotonic).max(wall)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longer_of_two_clocks_counts() {
        let at = |monotonic: u64, wall: u64| Moment {
            monotonic: Duration::from_secs(monotonic),
            wall: SystemTime::UNIX_EPOCH + Duration::from_secs(wall),
        };
        let start = at(100, 1_000_000);
        for (now, expected, why) in [
            (at(160, 1_000_060), 60, "both go on"),
            (at(100, 1_000_060), 60, "the computer slept"),
            (at(160, 900_000), 60, "the wall clock was set back"),
            (at(160, 2_000_000), 1_000_000, "the wall clock was set on"),
            (at(90, 1), 0, "nonsense"),
        ] {
            assert_eq!(now.since(start), Duration::from_secs(expected), "{why}");
        }
    }
}
