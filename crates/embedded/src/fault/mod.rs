//! Faults: what goes wrong on the way or at the far end, set and taken back while the embedded Plex runs.

mod answer;

pub(crate) use answer::{NoAnswer, answer};

use bytes::Bytes;
use plex_sdk_contract::ids::MachineIdentifier;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

/// What goes wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FaultKind {
    /// The connection is closed before the first byte of an answer.
    Refuse,
    /// No answer ever comes; the connection stays open until the caller leaves or the server stops.
    Blackhole,
    /// The right answer comes this much later.
    Delay(Duration),
    /// The connection is reset once so many bytes of the right answer's body were sent.
    ResetMidBody(usize),
    /// The connection is closed once so many bytes of the right answer's body were sent, fewer than were announced.
    Truncate(usize),
    /// The right answer, said to be of another type. A text that no header can carry leaves it without any.
    WrongContentType(String),
    /// The right status and headers, with another body.
    WrongBody(Bytes),
    /// Another status instead of an answer.
    Status {
        /// The status; a number that is none becomes 500.
        code: u16,
        /// The seconds to wait that `Retry-After` asks for; none where the header is left out.
        retry_after: Option<u64>,
    },
    /// Status 302 to this URL.
    Redirect(String),
}

/// Who a fault befalls.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FaultTarget<'a> {
    /// All servers, and plex.tv.
    #[default]
    Any,
    /// plex.tv alone.
    PlexTv,
    /// One server.
    Server(&'a MachineIdentifier),
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum On {
    Any,
    PlexTv,
    Server(MachineIdentifier),
}

/// A fault to add to [`Faults`]; by default it befalls every request to everyone until it is removed.
///
/// ```
/// use plex_sdk_embedded::{Fault, FaultKind, Target};
///
/// let busy = FaultKind::Status { code: 429, retry_after: Some(2) };
/// let fault = Fault::new(busy).on(Target::PlexTv).path("/api/v2/").times(3);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[must_use = "nothing goes wrong before it is added"]
pub struct Fault {
    kind: FaultKind,
    on: On,
    path: String,
    times: Option<u32>,
}

impl Fault {
    /// A fault of this kind.
    pub fn new(kind: FaultKind) -> Self {
        Self {
            kind,
            on: On::Any,
            path: String::new(),
            times: None,
        }
    }

    /// Only where this is asked.
    pub fn on(mut self, target: FaultTarget<'_>) -> Self {
        self.on = match target {
            FaultTarget::Any => On::Any,
            FaultTarget::PlexTv => On::PlexTv,
            FaultTarget::Server(id) => On::Server(id.clone()),
        };
        self
    }

    /// Only for paths that start with this text, letter by letter: `/library` fits `/library/all` and `/library2`.
    pub fn path(mut self, prefix: impl Into<String>) -> Self {
        self.path = prefix.into();
        self
    }

    /// Only for the first so many requests that it fits.
    pub fn times(mut self, times: u32) -> Self {
        self.times = Some(times);
        self
    }

    fn fits(&self, server: Option<&MachineIdentifier>, path: &str) -> bool {
        let on = match (&self.on, server) {
            (On::Any, _) | (On::PlexTv, None) => true,
            (On::Server(id), Some(server)) => id == server,
            _ => false,
        };
        on && path.starts_with(&self.path)
    }
}

/// An added fault, to remove it by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct FaultId(u64);

/// The faults of a running embedded Plex. Of those that fit a request, the one that was added first befalls it.
#[derive(Debug, Default)]
pub struct Faults {
    last: AtomicU64,
    list: Mutex<Vec<(FaultId, Fault)>>,
}

impl Faults {
    /// Adds a fault, for requests that arrive from now on.
    pub fn add(&self, fault: Fault) -> FaultId {
        let id = FaultId(self.last.fetch_add(1, Ordering::Relaxed));
        if fault.times != Some(0) {
            self.lock().push((id, fault));
        }
        id
    }

    /// Removes a fault; false where it was removed before or has run out.
    pub fn remove(&self, id: FaultId) -> bool {
        let mut list = self.lock();
        let before = list.len();
        list.retain(|(known, _)| *known != id);
        list.len() < before
    }

    /// Removes all faults.
    pub fn clear(&self) {
        self.lock().clear();
    }

    /// The fault for a request to this server, or to plex.tv where there is none.
    fn take(&self, server: Option<&MachineIdentifier>, path: &str) -> Option<FaultKind> {
        let mut list = self.lock();
        let at = list
            .iter()
            .position(|(_, fault)| fault.fits(server, path))?;
        let (_, fault) = list.get_mut(at)?;
        let kind = fault.kind.clone();
        if let Some(times) = &mut fault.times {
            *times -= 1;
            if *times == 0 {
                drop(list.remove(at));
            }
        }
        Some(kind)
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Vec<(FaultId, Fault)>> {
        self.list.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_that_fits_is_taken_until_it_runs_out() {
        let faults = Faults::default();
        let (a, b) = ("a".to_owned().into(), "b".to_owned().into());
        let delay = |secs| FaultKind::Delay(Duration::from_secs(secs));
        faults.add(Fault::new(delay(0)).times(0));
        let twice = Fault::new(delay(1)).on(FaultTarget::Server(&a)).path("/x");
        let id = faults.add(twice.times(2));
        faults.add(Fault::new(delay(2)).on(FaultTarget::PlexTv));
        assert_eq!(faults.take(Some(&b), "/x"), None);
        assert_eq!(faults.take(Some(&a), "/y"), None);
        assert_eq!(faults.take(None, "/x"), Some(delay(2)));
        assert_eq!(faults.take(Some(&a), "/xy"), Some(delay(1)));
        assert_eq!(faults.take(Some(&a), "/x"), Some(delay(1)));
        assert_eq!(faults.take(Some(&a), "/x"), None);
        assert!(!faults.remove(id));
        let any = faults.add(Fault::new(FaultKind::Refuse));
        assert_eq!(faults.take(Some(&b), "/"), Some(FaultKind::Refuse));
        assert!(faults.remove(any) && !faults.remove(any));
        faults.clear();
        assert_eq!(faults.take(None, "/x"), None);
    }
}
