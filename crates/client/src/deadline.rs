//! [`Deadline`]: the time that one call has.

use crate::error::Error;
use crate::policy::{TimeLimit, Timeouts};
use std::time::Duration;
use tokio::time::Instant;

/// The time limits of one call, counted from its start.
#[derive(Clone, Copy)]
pub(crate) struct Deadline {
    started: Instant,
    pub(crate) total: Duration,
    pub(crate) head: Duration,
    pub(crate) idle: Duration,
}

impl Deadline {
    /// Starts counting now.
    pub(crate) fn start(timeouts: &Timeouts) -> Self {
        Self {
            started: Instant::now(),
            total: timeouts.total_limit(),
            head: timeouts.head_limit(),
            idle: timeouts.idle_limit(),
        }
    }

    pub(crate) fn elapsed(self) -> Duration {
        self.started.elapsed()
    }

    pub(crate) fn left(self) -> Duration {
        self.total.saturating_sub(self.elapsed())
    }

    /// Waits for `work` until the call's time is up.
    pub(crate) async fn within<T>(
        self,
        operation: &'static str,
        work: impl Future<Output = T>,
    ) -> Result<T, Error> {
        tokio::time::timeout(self.left(), work)
            .await
            .map_err(|_| Error::timed_out(operation, TimeLimit::Total))
    }
}
