//! [`Moment`]: the age of a kept token, by two clocks of which neither can be trusted alone: the monotonic one of some
//! systems stands still while they sleep, and the time of day can be set.

use crate::clock::Clock;
use plex_sdk_contract::time::Timestamp;
use std::time::Duration;

/// A moment by both clocks.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Moment {
    monotonic: Duration,
    wall: Timestamp,
}

impl Moment {
    pub(crate) fn now(clock: &dyn Clock) -> Self {
        Self {
            monotonic: clock.monotonic(),
            wall: clock.now(),
        }
    }

    /// The time since `earlier`, by the clock that says it was longer.
    pub(crate) fn since(self, earlier: Self) -> Duration {
        let wall = self.wall.as_secs().saturating_sub(earlier.wall.as_secs());
        let wall = Duration::from_secs(wall.try_into().unwrap_or(0));
        self.monotonic.saturating_sub(earlier.monotonic).max(wall)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longer_of_two_clocks_counts() {
        let at = |monotonic, wall| Moment {
            monotonic: Duration::from_secs(monotonic),
            wall: Timestamp(wall),
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
