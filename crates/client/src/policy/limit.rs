//! [`RateLimits`]: an origin that answered 429 is left alone until it may be asked again.

use super::retry::LONGEST_RETRY_AFTER;
use std::collections::HashMap;
use std::fmt;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::Duration;
use tokio::sync::Semaphore;
use tokio::time::Instant;

/// The longest wait of one call where nothing else is said.
const DEFAULT_MAX_WAIT: Duration = Duration::from_secs(20);
/// From this many on, gates that nobody stands at are dropped.
const MANY_GATES: usize = 64;

/// Protocol, host and port.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Origin(String);

impl Origin {
    pub(crate) fn of(uri: &http::Uri) -> Self {
        let scheme = uri.scheme_str().unwrap_or("http");
        let usual = if scheme == "https" { 443 } else { 80 };
        let port = uri.port_u16().unwrap_or(usual);
        let host = uri.host().unwrap_or_default().to_ascii_lowercase();
        Self(format!("{scheme}://{host}:{port}"))
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

/// What is known about origins that asked to wait. It is told the time.
#[derive(Default)]
struct Holds(HashMap<Origin, Instant>);

impl Holds {
    /// Leaves `origin` alone for `wait`, or for longer where that was already so.
    fn hold(&mut self, origin: Origin, wait: Duration, now: Instant) {
        self.0.retain(|_, until| *until > now);
        let until = now + wait.min(LONGEST_RETRY_AFTER);
        let kept = self.0.entry(origin).or_insert(until);
        *kept = until.max(*kept);
    }

    /// How much longer `origin` is left alone.
    fn remaining(&self, origin: &Origin, now: Instant) -> Option<Duration> {
        let left = self.0.get(origin)?.saturating_duration_since(now);
        (!left.is_zero()).then_some(left)
    }
}

/// An origin is left alone for longer than a call waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Held {
    pub(crate) origin: Origin,
    pub(crate) wait: Duration,
}

/// What clients that share it know about the patience of the servers they call. Cloning it shares it.
///
/// After a 429 every call to that origin waits until the time told, or for the wait before the next attempt where none
/// was told. A call that would wait longer than [`max_wait`](Self::max_wait), or longer than the time it has left, fails
/// at once as rate limited and is not sent. No origin is left alone for more than an hour.
///
/// Clients on the HTTP client of this library share [`process_wide`](Self::process_wide) unless told otherwise; one with
/// a transport of its own has its own.
///
/// ```
/// use plex_sdk::policy::RateLimits;
///
/// // At most four requests at a time to each origin, for both clients together.
/// let limits = RateLimits::new().max_concurrent(4);
/// let builder = plex_sdk::Server::builder().url("http://192.168.1.5:32400").rate_limits(limits.clone());
/// let other = plex_sdk::Server::builder().url("http://192.168.1.5:32400").rate_limits(limits);
/// # let _ = (builder, other);
/// ```
#[derive(Clone)]
pub struct RateLimits(Arc<Shared>);

struct Shared {
    max_wait: Duration,
    max_concurrent: Option<usize>,
    /// Set with the first hold: most programs never see one.
    any: AtomicBool,
    holds: Mutex<Holds>,
    gates: Mutex<HashMap<Origin, Arc<Semaphore>>>,
}

impl RateLimits {
    /// Knows nothing yet, and limits nothing before a 429.
    pub fn new() -> Self {
        Self::with(DEFAULT_MAX_WAIT, None)
    }

    /// The one that clients share where nothing else is said.
    pub fn process_wide() -> Self {
        static SHARED: OnceLock<RateLimits> = OnceLock::new();
        SHARED.get_or_init(Self::new).clone()
    }

    fn with(max_wait: Duration, max_concurrent: Option<usize>) -> Self {
        Self(Arc::new(Shared {
            max_wait,
            max_concurrent,
            any: AtomicBool::new(false),
            holds: Mutex::default(),
            gates: Mutex::default(),
        }))
    }

    /// The same with another longest wait of one call, 20 seconds by default. It is not shared with those from before.
    #[must_use]
    pub fn max_wait(self, wait: Duration) -> Self {
        Self::with(wait, self.0.max_concurrent)
    }

    /// The same with at most this many requests under way to each origin, at least 1. By default there is no limit.
    /// A [`ByteStream`](crate::ByteStream) and a download are under way until they are read to the end or dropped; events are
    /// not counted once they are connected. It is not shared with those from before.
    #[must_use]
    pub fn max_concurrent(self, requests: usize) -> Self {
        let requests = requests.clamp(1, Semaphore::MAX_PERMITS);
        Self::with(self.0.max_wait, Some(requests))
    }

    /// Leaves the origin of `uri` alone for a while.
    pub(crate) fn hold(&self, uri: &http::Uri, wait: Duration, now: Instant) {
        lock(&self.0.holds).hold(Origin::of(uri), wait, now);
        self.0.any.store(true, Ordering::Release);
    }

    /// How long a call must wait before it may be sent; an error where it should not wait that long.
    pub(crate) fn wait(
        &self,
        uri: &http::Uri,
        left: Duration,
        now: Instant,
    ) -> Result<Option<Duration>, Held> {
        if !self.0.any.load(Ordering::Acquire) {
            return Ok(None);
        }
        let origin = Origin::of(uri);
        match lock(&self.0.holds).remaining(&origin, now) {
            Some(wait) if wait > self.0.max_wait || wait >= left => Err(Held { origin, wait }),
            found => Ok(found),
        }
    }

    /// Where requests to the origin of `uri` queue up, if only so many may be under way.
    pub(crate) fn gate(&self, uri: &http::Uri) -> Option<Arc<Semaphore>> {
        let permits = self.0.max_concurrent?;
        let mut gates = lock(&self.0.gates);
        if gates.len() >= MANY_GATES {
            gates.retain(|_, gate| Arc::strong_count(gate) > 1);
        }
        let gate = gates
            .entry(Origin::of(uri))
            .or_insert_with(|| Arc::new(Semaphore::new(permits)));
        Some(gate.clone())
    }
}

impl Default for RateLimits {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for RateLimits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RateLimits")
            .field("max_wait", &self.0.max_wait)
            .field("max_concurrent", &self.0.max_concurrent)
            .finish_non_exhaustive()
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    const S: fn(u64) -> Duration = Duration::from_secs;

    fn uri(text: &str) -> http::Uri {
        text.parse().unwrap()
    }

    #[test]
    fn an_origin_is_protocol_host_and_port() {
        for (a, b, same) in [
            ("https://plex.tv/a", "https://PLEX.tv:443/b?c", true),
            ("http://plex.tv/", "https://plex.tv/", false),
            ("http://h:32400/", "http://h:32401/", false),
            ("http://[::1]/", "http://[::1]:80/x", true),
        ] {
            assert_eq!(Origin::of(&uri(a)) == Origin::of(&uri(b)), same, "{a} {b}");
        }
    }

    #[test]
    fn a_hold_ends_by_itself_and_is_never_shortened() {
        let start = Instant::now();
        let limits = RateLimits::new();
        let plex = uri("https://plex.tv/pins");
        let wait = |at: u64| limits.wait(&plex, S(1000), start + S(at));
        assert_eq!(wait(0), Ok(None));
        limits.hold(&plex, S(10), start);
        limits.hold(&plex, S(2), start + S(1));
        assert_eq!(wait(0), Ok(Some(S(10))));
        assert_eq!(wait(9), Ok(Some(S(1))));
        assert_eq!(wait(10), Ok(None));
        assert_eq!(limits.wait(&uri("https://other.tv"), S(9), start), Ok(None));
        limits.hold(&plex, S(5), start + S(8));
        assert_eq!(wait(10), Ok(Some(S(3))));
    }

    #[test]
    fn nobody_waits_too_long() {
        let now = Instant::now();
        let plex = uri("https://plex.tv/");
        // What was told, the longest wait, the time left, the wait or the refusal.
        for (told, max, left, expected) in [
            (S(5), S(20), S(30), Ok(S(5))),
            (S(20), S(20), S(30), Ok(S(20))),
            (S(21), S(20), S(30), Err(S(21))),
            (S(5), S(20), S(5), Err(S(5))),
            (
                Duration::MAX,
                Duration::MAX,
                Duration::MAX,
                Ok(LONGEST_RETRY_AFTER),
            ),
        ] {
            let limits = RateLimits::new().max_wait(max);
            limits.hold(&plex, told, now);
            let found = limits.wait(&plex, left, now).map_err(|held| held.wait);
            assert_eq!(found, expected.map(Some), "{told:?} {max:?} {left:?}");
        }
    }

    #[test]
    fn what_is_over_is_forgotten() {
        let start = Instant::now();
        let limits = RateLimits::new().max_concurrent(2);
        for host in 0..500_u64 {
            let uri = uri(&format!("http://host-{host}/"));
            limits.hold(&uri, S(1), start + S(host * 2));
            assert_eq!(limits.gate(&uri).unwrap().available_permits(), 2);
        }
        assert_eq!(lock(&limits.0.holds).0.len(), 1);
        assert!(lock(&limits.0.gates).len() <= MANY_GATES);
        assert!(RateLimits::new().gate(&uri("http://h/")).is_none());
    }

    #[test]
    fn an_origin_has_one_gate() {
        let limits = RateLimits::new().max_concurrent(0);
        let gate = limits.gate(&uri("http://h/a")).unwrap();
        let _held = gate.try_acquire().unwrap();
        let same = limits.clone().gate(&uri("http://h:80/b")).unwrap();
        assert_eq!(
            same.available_permits(),
            0,
            "at least one may pass, and no more"
        );
    }
}
