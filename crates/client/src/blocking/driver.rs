//! [`Blocking`]: an async value with what drives it, and the macro that makes its methods.

use crate::auth::TokenStatus;
use crate::connect::ConnectError;
use crate::error::Error;
use futures_core::Stream;
use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::sync::Arc;
use tokio::runtime::{Builder, Handle, Runtime};
use tokio::sync::oneshot::{Sender, channel};

/// An async client, call or sign-in whose methods block. It has the methods of `T` that are listed here, with the same
/// names, parameters and errors, without async; [`as_async`](Self::as_async) gives the others.
///
/// Inside an async runtime its methods return an error that says so.
#[derive(Clone)]
#[must_use = "nothing is sent before `send` or another method is called"]
pub struct Blocking<T> {
    pub(super) inner: T,
    pub(super) runtime: Arc<Driver>,
}

impl<T> Blocking<T> {
    /// The async value inside.
    pub fn as_async(&self) -> &T {
        &self.inner
    }
}

impl<T: fmt::Debug> fmt::Debug for Blocking<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.fmt(f)
    }
}

/// A stream as an iterator. [`next`](Iterator::next) blocks for as long as it takes. After an error it ends.
#[must_use = "nothing happens before the first item is asked for"]
pub struct BlockingIter<S> {
    pub(super) inner: S,
    pub(super) runtime: Arc<Driver>,
    over: bool,
    background: Background,
}

/// Whether the runtime runs between two calls of `next`, for pages that are fetched ahead.
enum Background {
    Off,
    /// From the first call on.
    On,
    /// A thread runs it until this is dropped.
    Running(#[expect(dead_code, reason = "dropped to stop the thread")] Sender<()>),
}

impl<S> BlockingIter<S> {
    pub(super) fn new(inner: S, runtime: &Arc<Driver>) -> Self {
        Self {
            inner,
            runtime: runtime.clone(),
            over: false,
            background: Background::Off,
        }
    }

    /// Lets the stream work between two calls of `next`, or not.
    pub(super) fn in_background(mut self, on: bool) -> Self {
        self.background = if on { Background::On } else { Background::Off };
        self
    }

    /// Applies a setting to the stream inside.
    pub(super) fn map<R>(self, change: impl FnOnce(S) -> R) -> BlockingIter<R> {
        BlockingIter {
            inner: change(self.inner),
            runtime: self.runtime,
            over: self.over,
            background: self.background,
        }
    }

    /// The stream inside.
    pub fn as_async(&self) -> &S {
        &self.inner
    }
}

impl<T, S: Stream<Item = Result<T, Error>> + Unpin> Iterator for BlockingIter<S> {
    type Item = Result<T, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.over {
            return None;
        }
        if let Background::On = self.background {
            self.background = self.runtime.in_background();
        }
        let next = poll_fn(|cx| Pin::new(&mut self.inner).poll_next(cx));
        let item = self.runtime.drive("next", next);
        if !matches!(item, Some(Ok(_))) {
            self.over = true;
            self.background = Background::Off;
        }
        item
    }
}

impl<S: fmt::Debug> fmt::Debug for BlockingIter<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.fmt(f)
    }
}

/// The runtime that drives a client, its clones and everything made by them.
#[derive(Debug)]
pub(crate) struct Driver(Option<Runtime>);

impl Driver {
    pub(super) fn new() -> std::io::Result<Arc<Self>> {
        let runtime = Builder::new_current_thread().enable_all().build()?;
        Ok(Arc::new(Self(Some(runtime))))
    }

    /// Runs `work` to its end on this thread, unless the thread belongs to an async runtime.
    pub(super) fn drive<O: Outcome>(
        &self,
        operation: &'static str,
        work: impl Future<Output = O>,
    ) -> O {
        if Handle::try_current().is_ok() {
            let message =
                "a blocking call was made inside an async runtime; use the async client there";
            return O::refused(Error::invalid(operation, message));
        }
        self.run(work)
    }

    /// The same on a thread that is known to be none of an async runtime's.
    pub(super) fn run<F: Future>(&self, work: F) -> F::Output {
        match &self.0 {
            Some(runtime) => runtime.block_on(work),
            None => unreachable!("the runtime is taken when the driver is dropped"),
        }
    }
}

impl Driver {
    /// Runs the runtime's tasks on a thread of its own. Without one they run during blocking calls only.
    fn in_background(self: &Arc<Self>) -> Background {
        let (stop, stopped) = channel();
        let driver = self.clone();
        let thread = std::thread::Builder::new().spawn(move || driver.run(stopped));
        match thread {
            Ok(_) => Background::Running(stop),
            Err(_) => Background::Off,
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Waiting for its threads would panic where the client is dropped inside another runtime.
        if let Some(runtime) = self.0.take() {
            runtime.shutdown_background();
        }
    }
}

/// What a blocking method returns: it can say that the method was called inside an async runtime.
pub(super) trait Outcome {
    fn refused(error: Error) -> Self;
}

impl<E: From<Error>> Outcome for E {
    fn refused(error: Error) -> Self {
        error.into()
    }
}

impl Outcome for ConnectError {
    fn refused(error: Error) -> Self {
        Self::Client(error)
    }
}

impl Outcome for TokenStatus {
    fn refused(error: Error) -> Self {
        Self::Undecided(error)
    }
}

impl<T, E: Outcome> Outcome for Result<T, E> {
    fn refused(error: Error) -> Self {
        Err(E::refused(error))
    }
}

impl<T, E: Outcome> Outcome for Option<Result<T, E>> {
    fn refused(error: Error) -> Self {
        Some(Err(E::refused(error)))
    }
}

/// Gives an async value its blocking form.
pub(super) trait Wrap {
    type Blocking;

    fn wrap(self, runtime: &Arc<Driver>) -> Self::Blocking;
}

impl<T: Wrap> Wrap for Option<T> {
    type Blocking = Option<T::Blocking>;

    fn wrap(self, runtime: &Arc<Driver>) -> Self::Blocking {
        self.map(|value| value.wrap(runtime))
    }
}

impl<T: Wrap, E> Wrap for Result<T, E> {
    type Blocking = Result<T::Blocking, E>;

    fn wrap(self, runtime: &Arc<Driver>) -> Self::Blocking {
        self.map(|value| value.wrap(runtime))
    }
}

/// Gives a type its blocking form: [`Blocking`], or [`BlockingIter`] for a stream.
macro_rules! wraps {
    ($([$($generics:tt)*] $Of:ty => $Blocking:ident;)+) => {
        $(
            impl<$($generics)*> $crate::blocking::driver::Wrap for $Of {
                type Blocking = $crate::blocking::$Blocking<$Of>;

                fn wrap(
                    self,
                    runtime: &std::sync::Arc<$crate::blocking::driver::Driver>,
                ) -> Self::Blocking {
                    wraps!(@ $Blocking, self, runtime)
                }
            }
        )+
    };
    (@ Blocking, $inner:ident, $runtime:ident) => {
        $crate::blocking::Blocking { inner: $inner, runtime: $runtime.clone() }
    };
    (@ BlockingIter, $inner:ident, $runtime:ident) => {
        $crate::blocking::BlockingIter::new($inner, $runtime)
    };
}
pub(super) use wraps;

/// Gives the blocking form of a type its methods: a line for each, with the signature of the async one. `[wait]` drives the
/// future, `[wrap]` gives what comes back its blocking form. The documentation is a link to the async method.
macro_rules! twins {
    ($([$($generics:tt)*] $Blocking:ident<$($Of:ident)::+ $([$($param:tt)*])?> { $($methods:tt)* })+) => {
        $(
            impl<$($generics)*> $crate::blocking::$Blocking<$($Of)::+ $(<$($param)*>)?> {
                twins! { @method [$($Of)::+]; $($methods)* }
            }
        )+
    };
    (@method $Of:tt;) => {};
    (@method $Of:tt; [$($mode:ident)*] $name:ident $([$($G:tt)*])? (& $this:ident $(, $arg:ident: $Arg:ty)*) -> $Output:ty; $($rest:tt)*) => {
        #[doc = twins!(@doc $Of $name)]
        pub fn $name $(<$($G)*>)? (&$this $(, $arg: $Arg)*) -> $Output {
            twins!(@body [$($mode)*] $this $name $($arg)*)
        }
        twins! { @method $Of; $($rest)* }
    };
    (@method $Of:tt; [$($mode:ident)*] $name:ident $([$($G:tt)*])? (&mut $this:ident $(, $arg:ident: $Arg:ty)*) -> $Output:ty; $($rest:tt)*) => {
        #[doc = twins!(@doc $Of $name)]
        pub fn $name $(<$($G)*>)? (&mut $this $(, $arg: $Arg)*) -> $Output {
            twins!(@body [$($mode)*] $this $name $($arg)*)
        }
        twins! { @method $Of; $($rest)* }
    };
    (@method $Of:tt; [$($mode:ident)*] $name:ident $([$($G:tt)*])? ($this:ident $(, $arg:ident: $Arg:ty)*) -> $Output:ty; $($rest:tt)*) => {
        #[doc = twins!(@doc $Of $name)]
        pub fn $name $(<$($G)*>)? ($this $(, $arg: $Arg)*) -> $Output {
            twins!(@body [$($mode)*] $this $name $($arg)*)
        }
        twins! { @method $Of; $($rest)* }
    };
    (@doc [$($Of:ident)::+] $name:ident) => {
        concat!("See [`", stringify!($name), "`](", $(stringify!($Of), "::",)+ stringify!($name), ").")
    };
    (@body [] $this:ident $name:ident $($arg:ident)*) => {
        $this.inner.$name($($arg),*)
    };
    (@body [wrap] $this:ident $name:ident $($arg:ident)*) => {
        $this.inner.$name($($arg),*).wrap(&$this.runtime)
    };
    (@body [wait] $this:ident $name:ident $($arg:ident)*) => {
        $this.runtime.drive(stringify!($name), $this.inner.$name($($arg),*))
    };
    (@body [wait wrap] $this:ident $name:ident $($arg:ident)*) => {
        twins!(@body [wait] $this $name $($arg)*).wrap(&$this.runtime)
    };
}
pub(super) use twins;
