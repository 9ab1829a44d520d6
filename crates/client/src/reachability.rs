//! [`Reachability`]: whether a server could be reached at the last attempt, and who needs to know.

use std::any::Any;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// State that is kept for a server and depends on whether the server can be reached.
pub(crate) trait ReachabilityObserver: Any + Send + Sync {
    /// No connection to the server could be made.
    fn unreachable(&self);

    /// The server responds again after it could not be reached.
    fn reachable_again(&self);
}

/// Whether a server could be reached, for every call of its clients.
#[derive(Default)]
pub(crate) struct Reachability {
    /// No connection could be made since the last response.
    lost: AtomicBool,
    observers: Mutex<Vec<Arc<dyn ReachabilityObserver>>>,
}

impl Reachability {
    fn observers(&self) -> MutexGuard<'_, Vec<Arc<dyn ReachabilityObserver>>> {
        self.observers
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// The server's one observer of type `T`, created on first use.
    pub(crate) fn observer<T: ReachabilityObserver + Default>(&self) -> Arc<T> {
        let mut observers = self.observers();
        let known = observers.iter().find_map(|observer| {
            let observer: Arc<dyn Any + Send + Sync> = observer.clone();
            observer.downcast().ok()
        });
        known.unwrap_or_else(|| {
            let new = Arc::<T>::default();
            observers.push(new.clone());
            new
        })
    }

    /// No connection could be made.
    pub(crate) fn lost(&self) {
        self.lost.store(true, Ordering::Relaxed);
        for observer in &*self.observers() {
            observer.unreachable();
        }
    }

    /// A call succeeded.
    pub(crate) fn confirmed(&self) {
        // The load alone is all that most calls pay.
        if self.lost.load(Ordering::Relaxed) && self.lost.swap(false, Ordering::Relaxed) {
            for observer in &*self.observers() {
                observer.reachable_again();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::AtomicUsize;

    #[derive(Default)]
    struct Counts {
        lost: AtomicUsize,
        back: AtomicUsize,
    }

    impl ReachabilityObserver for Counts {
        fn unreachable(&self) {
            self.lost.fetch_add(1, Ordering::Relaxed);
        }
        fn reachable_again(&self) {
            self.back.fetch_add(1, Ordering::Relaxed);
        }
    }

    #[test]
    fn an_observer_is_shared_and_hears_of_changes() {
        let reachability = Reachability::default();
        let counts = reachability.observer::<Counts>();
        assert!(Arc::ptr_eq(&counts, &reachability.observer::<Counts>()));
        let heard = || {
            let count = |of: &AtomicUsize| of.load(Ordering::Relaxed);
            (count(&counts.lost), count(&counts.back))
        };
        reachability.confirmed();
        assert_eq!(heard(), (0, 0));
        reachability.lost();
        reachability.lost();
        reachability.confirmed();
        reachability.confirmed();
        assert_eq!(heard(), (2, 1));
    }
}
