//! The operating system's keyring: secrets under names, with an end to every wait.

use super::StoreError;
use std::sync::atomic::{AtomicBool, AtomicIsize, Ordering};
use std::sync::{Arc, mpsc};
use std::thread;
use std::time::Duration;

/// How long the keyring gets for one secret: a person may have to type its password first.
const PATIENCE: Duration = Duration::from_secs(60);
/// How many questions were not answered in time, and are not yet. The keyring takes one at a time, so that another one
/// would wait as long.
static LATE: AtomicIsize = AtomicIsize::new(0);

/// A keyring: secrets under names.
pub(super) trait Secrets: Send + Sync {
    fn get(&self, name: &str) -> Result<Option<Vec<u8>>, StoreError>;
    fn set(&self, name: &str, secret: &[u8]) -> Result<(), StoreError>;
    /// Says nothing where there is none.
    fn delete(&self, name: &str) -> Result<(), StoreError>;
}

/// The keyring of the operating system: Secret Service, macOS's Keychain or Windows' Credential Manager.
pub(super) struct System {
    service: String,
}

impl System {
    pub(super) fn new(service: String) -> Self {
        Self { service }
    }

    /// Asks the keyring about one entry.
    fn ask<R: Send + 'static>(
        &self,
        name: &str,
        question: impl FnOnce(&keyring::Entry) -> keyring::Result<R> + Send + 'static,
    ) -> Result<R, StoreError> {
        let (service, entry) = (self.service.clone(), name.to_owned());
        let work = move || keyring::Entry::new(&service, &entry).and_then(|entry| question(&entry));
        if LATE.load(Ordering::SeqCst) > 0 {
            return Err(silent());
        }
        let answer = within(PATIENCE, &LATE, work).ok_or_else(silent)?;
        answer.map_err(|error| refused(name, &error))
    }
}

fn silent() -> StoreError {
    let words = "it did not answer within a minute; is it waiting to be unlocked?";
    StoreError::Keyring(words.to_owned())
}

/// Does work that may never end, on a thread of its own, which is left behind when the time is over; it counts as late
/// until its end.
fn within<R: Send + 'static>(
    patience: Duration,
    late: &'static AtomicIsize,
    work: impl FnOnce() -> R + Send + 'static,
) -> Option<R> {
    let (tell, told) = mpsc::sync_channel(1);
    // Set by the first of the two, the end of the work and the end of the wait.
    let over = Arc::new(AtomicBool::new(false));
    let worker = over.clone();
    thread::Builder::new()
        .name("keyring".to_owned())
        .spawn(move || {
            // Nobody may be waiting any more.
            let _ = tell.send(work());
            if worker.swap(true, Ordering::SeqCst) {
                late.fetch_sub(1, Ordering::SeqCst);
            }
        })
        .ok()?;
    match told.recv_timeout(patience) {
        Ok(answer) => Some(answer),
        Err(mpsc::RecvTimeoutError::Disconnected) => None,
        Err(mpsc::RecvTimeoutError::Timeout) if over.swap(true, Ordering::SeqCst) => {
            told.try_recv().ok()
        }
        Err(mpsc::RecvTimeoutError::Timeout) => {
            late.fetch_add(1, Ordering::SeqCst);
            None
        }
    }
}

/// The keyring's errors can hold the secret's bytes, in `Debug` and as their source: words alone are taken over.
fn refused(name: &str, error: &keyring::Error) -> StoreError {
    let words = match error {
        keyring::Error::BadEncoding(_) | keyring::Error::BadDataFormat(..) => {
            return StoreError::KeyringEntry(name.to_owned());
        }
        keyring::Error::NoDefaultStore => match keyring::Entry::store_status() {
            Err(error) => error.to_string(),
            Ok(()) => error.to_string(),
        },
        error => error.to_string(),
    };
    StoreError::Keyring(words)
}

fn found<R>(answer: keyring::Result<R>) -> keyring::Result<Option<R>> {
    match answer {
        Ok(found) => Ok(Some(found)),
        Err(keyring::Error::NoEntry) => Ok(None),
        Err(error) => Err(error),
    }
}

impl Secrets for System {
    fn get(&self, name: &str) -> Result<Option<Vec<u8>>, StoreError> {
        self.ask(name, |entry| found(entry.get_secret()))
    }

    fn set(&self, name: &str, secret: &[u8]) -> Result<(), StoreError> {
        let secret = secret.to_owned();
        self.ask(name, move |entry| entry.set_secret(&secret))
    }

    fn delete(&self, name: &str) -> Result<(), StoreError> {
        self.ask(name, |entry| found(entry.delete_credential()))
            .map(|_| ())
    }
}

#[cfg(test)]
pub(super) use memory::Memory;

#[cfg(test)]
mod memory {
    use super::*;
    use std::collections::BTreeMap;
    use std::sync::{Arc, Mutex};

    /// A keyring in memory, which can be locked.
    #[derive(Clone, Default)]
    pub(in super::super) struct Memory(Arc<Mutex<Entries>>);

    #[derive(Default)]
    struct Entries {
        locked: bool,
        all: BTreeMap<String, Vec<u8>>,
    }

    impl Memory {
        pub(in super::super) fn lock(&self, locked: bool) {
            self.0.lock().unwrap().locked = locked;
        }

        pub(in super::super) fn is_empty(&self) -> bool {
            self.0.lock().unwrap().all.is_empty()
        }

        fn entries<R>(
            &self,
            with: impl FnOnce(&mut BTreeMap<String, Vec<u8>>) -> R,
        ) -> Result<R, StoreError> {
            let mut inner = self.0.lock().unwrap();
            if inner.locked {
                return Err(StoreError::Keyring("locked".into()));
            }
            Ok(with(&mut inner.all))
        }
    }

    impl Secrets for Memory {
        fn get(&self, name: &str) -> Result<Option<Vec<u8>>, StoreError> {
            self.entries(|all| all.get(name).cloned())
        }
        fn set(&self, name: &str, secret: &[u8]) -> Result<(), StoreError> {
            self.entries(|all| drop(all.insert(name.into(), secret.into())))
        }
        fn delete(&self, name: &str) -> Result<(), StoreError> {
            self.entries(|all| drop(all.remove(name)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_that_never_ends_keeps_nobody() {
        static LATE: AtomicIsize = AtomicIsize::new(0);
        let (keep, kept) = mpsc::channel::<()>();
        let endless = move || {
            let _ = kept.recv();
        };
        assert_eq!(within(Duration::ZERO, &LATE, endless), None);
        assert_eq!(LATE.load(Ordering::SeqCst), 1);
        assert_eq!(within(PATIENCE, &LATE, || 1), Some(1));
        let broken = within(PATIENCE, &LATE, || -> u32 { panic!("as a backend may") });
        assert_eq!(broken, None);
        drop(keep);
        // The work ends, and is late no more.
        while LATE.load(Ordering::SeqCst) != 0 {
            thread::yield_now();
        }
    }

    #[test]
    fn an_error_does_not_repeat_the_secret() {
        let holding = keyring::Error::BadEncoding(b"s3cret".to_vec());
        let told = refused("account:ann", &holding);
        assert!(matches!(&told, StoreError::KeyringEntry(name) if name == "account:ann"));
        let bytes = format!("{:?}", b"s3cret".to_vec());
        assert!(!format!("{told:?} {told}").contains(&bytes));
    }
}
