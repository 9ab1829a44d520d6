//! What goes wrong at plex.tv because a test wants it to.

use crate::refusal::Refusal;
use std::sync::{Mutex, PoisonError};

#[derive(Default)]
struct Inner {
    down: bool,
    /// How many requests are still refused.
    limited: u32,
    retry_after: Option<u64>,
}

#[derive(Default)]
pub(crate) struct Faults {
    inner: Mutex<Inner>,
}

impl Faults {
    pub(crate) fn rate_limit(&self, count: u32, retry_after: Option<u64>) {
        let mut inner = self.inner.lock().unwrap_or_else(PoisonError::into_inner);
        inner.limited = count;
        inner.retry_after = retry_after;
    }

    pub(crate) fn outage(&self, down: bool) {
        let mut inner = self.inner.lock().unwrap_or_else(PoisonError::into_inner);
        inner.down = down;
    }

    /// Lets one request pass, or refuses it.
    pub(crate) fn strike(&self) -> Result<(), Refusal> {
        let mut inner = self.inner.lock().unwrap_or_else(PoisonError::into_inner);
        if inner.down {
            return Err(Refusal::Unavailable);
        }
        if inner.limited > 0 {
            inner.limited -= 1;
            return Err(Refusal::TooMany(inner.retry_after));
        }
        Ok(())
    }
}
