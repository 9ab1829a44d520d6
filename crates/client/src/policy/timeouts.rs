//! [`Timeouts`]: how long each part of a call may take.

use std::fmt;
use std::time::Duration;

/// Time allowed for a whole call where nothing else is said.
pub const DEFAULT_TIMEOUT: Duration = Duration::from_secs(30);
/// Time allowed for a connection where nothing else is said.
pub const DEFAULT_CONNECT_TIMEOUT: Duration = Duration::from_secs(5);
/// Time allowed until an answer begins where nothing else is said.
pub const DEFAULT_HEAD_TIMEOUT: Duration = Duration::from_secs(20);
/// Time allowed between two pieces of a body where nothing else is said.
pub const DEFAULT_IDLE_TIMEOUT: Duration = Duration::from_secs(20);

/// How long each part of a call may take. [`Duration::MAX`] means as long as it likes.
///
/// | part | default | from, to |
/// |---|---|---|
/// | [`connect`](Self::connect) | 5 s | the first packet to an address, TLS agreed on |
/// | [`head`](Self::head) | 20 s | one attempt's start, the answer's headers |
/// | [`idle`](Self::idle) | 20 s | one piece of the body, the next |
/// | [`total`](Self::total) | 30 s | the call's start, its value: every attempt and every wait between them |
///
/// A head that takes long is tried again where the call may be repeated; the total ends a call in any case. Where only
/// the total was set, the head may take as long as it, so that one number is enough for a slow operation.
///
/// ```
/// use plex_sdk::policy::Timeouts;
/// use std::time::Duration;
///
/// // A long scan: minutes in all, and never a minute without a byte.
/// let timeouts = Timeouts::default().total(Duration::from_secs(600)).idle(Duration::from_secs(60));
/// let server = plex_sdk::Server::builder().url("http://192.168.1.5:32400").timeouts(timeouts).build()?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[must_use]
pub struct Timeouts {
    connect: Option<Duration>,
    head: Option<Duration>,
    idle: Option<Duration>,
    total: Option<Duration>,
}

impl Timeouts {
    /// The time for a connection. The HTTP client keeps it, so one of your own, or a transport, does not.
    pub fn connect(mut self, limit: Duration) -> Self {
        self.connect = Some(limit);
        self
    }

    /// The time until the answer's headers are there; finding the address and connecting are part of it.
    pub fn head(mut self, limit: Duration) -> Self {
        self.head = Some(limit);
        self
    }

    /// The time between two pieces of the body.
    pub fn idle(mut self, limit: Duration) -> Self {
        self.idle = Some(limit);
        self
    }

    /// The time for the whole call, with every attempt and every wait.
    pub fn total(mut self, limit: Duration) -> Self {
        self.total = Some(limit);
        self
    }

    pub(crate) fn connect_limit(&self) -> Duration {
        self.connect.unwrap_or(DEFAULT_CONNECT_TIMEOUT)
    }

    pub(crate) fn head_limit(&self) -> Duration {
        let unsaid = || DEFAULT_HEAD_TIMEOUT.max(self.total.unwrap_or_default());
        self.head.unwrap_or_else(unsaid)
    }

    pub(crate) fn idle_limit(&self) -> Duration {
        self.idle.unwrap_or(DEFAULT_IDLE_TIMEOUT)
    }

    pub(crate) fn total_limit(&self) -> Duration {
        self.total.unwrap_or(DEFAULT_TIMEOUT)
    }
}

/// Which limit of [`Timeouts`] a call went over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TimeLimit {
    /// No connection in time. Nothing was sent.
    Connect,
    /// The answer did not begin in time.
    Head,
    /// The body stopped arriving.
    Idle,
    /// The call as a whole took too long.
    Total,
}

impl fmt::Display for TimeLimit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Connect => "the time for a connection is over",
            Self::Head => "the time for the answer to begin is over",
            Self::Idle => "the time between two pieces of the body is over",
            Self::Total => "the time for the whole call is over",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn s(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    #[test]
    fn what_is_unsaid_has_a_default() {
        for (timeouts, connect, head, idle, total) in [
            (Timeouts::default(), 5, 20, 20, 30),
            (Timeouts::default().total(s(3)), 5, 20, 20, 3),
            (Timeouts::default().total(s(90)), 5, 90, 20, 90),
            (Timeouts::default().total(s(90)).head(s(7)), 5, 7, 20, 90),
            (Timeouts::default().connect(s(1)).idle(s(2)), 1, 20, 2, 30),
        ] {
            let found = (
                timeouts.connect_limit(),
                timeouts.head_limit(),
                timeouts.idle_limit(),
                timeouts.total_limit(),
            );
            assert_eq!(
                found,
                (s(connect), s(head), s(idle), s(total)),
                "{timeouts:?}"
            );
        }
    }
}
