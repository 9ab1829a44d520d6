//! The same clients without async: [`Server`], [`Account`] and [`Player`] whose calls are sent with [`Call::send`].
//!
//! Each client drives its requests on the calling thread. Inside an async runtime use the async clients: a blocking call
//! there would stop the runtime's thread, and is an error.

pub mod auth;
mod connect;
#[cfg(feature = "events")]
pub mod events;
mod lists;
pub mod player;

pub use connect::Connected;
pub use lists::{ByteStream, Download, Items, Pages};
pub use player::Timelines;

use crate::answer::Answer;
use crate::build_error::BuildError;
use crate::error::Error;
use crate::policy::RetryPolicy;
use crate::tokens::TokenSource;
use crate::transport::{BoxError, BoxFuture};
use http::Method;
use plex_sdk_contract::endpoints::authentication::GetTransientToken;
use plex_sdk_contract::{Endpoint, Envelope, Token, TransientToken};
use serde::de::DeserializeOwned;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;
use tokio::runtime::{Builder, Handle, Runtime};

/// Why nothing is sent from a thread that must not stop.
const INSIDE_ASYNC: &str =
    "a blocking call was made inside an async runtime; use the async client there";

/// An operation about to be sent.
#[must_use = "a call is sent by `send` or `answer`"]
pub struct Call<E: Endpoint, R = <E as Endpoint>::Response> {
    call: crate::Call<E, R>,
    runtime: Arc<Driver>,
}

impl<E: Endpoint, R: Envelope> Call<E, R> {
    /// Reads the answer into a model of your own; see [`crate::Call::into_model`].
    pub fn into_model<M: DeserializeOwned>(self) -> Call<E, R::Around<M>> {
        Call {
            call: self.call.into_model(),
            runtime: self.runtime,
        }
    }
}

impl<E: Endpoint, R> Call<E, R> {
    fn map(self, change: impl FnOnce(crate::Call<E, R>) -> crate::Call<E, R>) -> Self {
        Self {
            call: change(self.call),
            runtime: self.runtime,
        }
    }

    /// Sends this one call to another server; see [`crate::Call::server_url`].
    pub fn server_url(self, url: &str) -> Self {
        self.map(|call| call.server_url(url))
    }

    /// Sends this one call with another token.
    pub fn token(self, token: impl Into<Token>) -> Self {
        self.map(|call| call.token(token))
    }

    /// Sends this one call without a token.
    pub fn without_token(self) -> Self {
        self.map(crate::Call::without_token)
    }

    /// Adds a header, or replaces the client's own of the same name.
    pub fn header(self, name: &str, value: &str) -> Self {
        self.map(|call| call.header(name, value))
    }

    /// The time allowed for this one call.
    pub fn timeout(self, timeout: Duration) -> Self {
        self.map(|call| call.timeout(timeout))
    }

    /// Whether and when this one call is tried again.
    pub fn retries(self, policy: RetryPolicy) -> Self {
        self.map(|call| call.retries(policy))
    }

    /// Says that doing it twice does no harm here; see [`crate::Call::repeatable`].
    pub fn repeatable(self) -> Self {
        self.map(crate::Call::repeatable)
    }

    /// Another verb, where servers take one.
    pub fn method(self, method: Method) -> Self {
        self.map(|call| call.method(method))
    }

    /// Another path, where servers take one; see [`crate::Call::path`].
    pub fn path(self, template: &str) -> Self {
        self.map(|call| call.path(template))
    }

    /// Leaves out entries of lists that cannot be read; see [`crate::Call::leave_out_bad_entries`].
    pub fn leave_out_bad_entries(self) -> Self {
        self.map(crate::Call::leave_out_bad_entries)
    }

    /// Sends it, for its value.
    pub fn send(self) -> Result<R, Error>
    where
        R: Send + 'static,
    {
        self.answer().map(Answer::into_value)
    }

    /// Sends it, for status, headers and raw body beside the value.
    pub fn answer(self) -> Result<Answer<R>, Error>
    where
        R: Send + 'static,
    {
        not_async(E::NAME)?;
        self.runtime.run(self.call.answer())
    }
}

impl<E: Endpoint, R> fmt::Debug for Call<E, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.call.fmt(f)
    }
}

fn not_async(operation: &'static str) -> Result<(), Error> {
    match Handle::try_current() {
        Err(_) => Ok(()),
        Ok(_) => Err(Error::invalid(
            operation,
            "a blocking call was made inside an async runtime; use the async client there",
        )),
    }
}

/// A client that cannot be built.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BlockingError {
    /// The client itself.
    #[error(transparent)]
    Build(#[from] BuildError),
    /// The operating system gave no resources to drive it.
    #[error("no runtime for blocking calls could be made")]
    Runtime(#[source] std::io::Error),
}

/// What drives the calls of a client and its clones.
#[derive(Debug)]
struct Driver(Option<Runtime>);

impl Driver {
    fn new() -> Result<Arc<Self>, BlockingError> {
        let runtime = Builder::new_current_thread().enable_all().build();
        runtime
            .map(|runtime| Arc::new(Self(Some(runtime))))
            .map_err(BlockingError::Runtime)
    }

    fn run<F: Future>(&self, future: F) -> F::Output {
        match &self.0 {
            Some(runtime) => runtime.block_on(future),
            None => unreachable!("the runtime is taken when the driver is dropped"),
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

macro_rules! blocking_client {
    ($(#[$doc:meta])* $Name:ident, $Builder:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug)]
        pub struct $Name {
            inner: crate::$Name,
            runtime: Arc<Driver>,
        }

        impl $Name {
            /// Starts setting it up; finish with [`blocking`](crate::$Builder::blocking).
            pub fn builder() -> crate::$Builder {
                crate::$Name::builder()
            }

            /// The async client inside.
            pub fn as_async(&self) -> &crate::$Name {
                &self.inner
            }

            /// Calls any operation, your own ones too.
            pub fn send<E: Endpoint>(&self, request: E) -> Call<E> {
                Call { call: self.inner.send(request), runtime: self.runtime.clone() }
            }
        }

        impl crate::$Builder {
            /// Builds the client without async. Nothing is sent yet.
            pub fn blocking(self) -> Result<$Name, BlockingError> {
                Ok($Name { inner: self.build()?, runtime: Driver::new()? })
            }
        }
    };
}

blocking_client! {
    /// A Plex Media Server, without async.
    Server, ServerBuilder
}

blocking_client! {
    /// plex.tv, without async.
    Account, AccountBuilder
}

blocking_client! {
    /// A player, without async.
    Player, PlayerBuilder
}

/// Keeps one transient token of a server, without async; see [`crate::tokens::TransientTokens`].
#[derive(Clone, Debug)]
pub struct TransientTokens {
    inner: crate::tokens::TransientTokens,
    runtime: Arc<Driver>,
}

impl Server {
    /// The kept transient token of this server and its clones.
    pub fn transient_tokens(&self) -> TransientTokens {
        TransientTokens {
            inner: self.inner.transient_tokens(),
            runtime: self.runtime.clone(),
        }
    }
}

impl TransientTokens {
    /// The token: the kept one, or a new one.
    pub fn get(&self) -> Result<TransientToken, Error> {
        not_async(GetTransientToken::NAME)?;
        self.runtime.run(self.inner.get())
    }

    /// Tells that the token was refused somewhere; see [`crate::tokens::TransientTokens::rejected`].
    pub fn rejected(&self, token: &TransientToken) -> bool {
        self.inner.rejected(token)
    }

    /// Forgets the token, as for signing out.
    pub fn clear(&self) {
        self.inner.clear();
    }
}

impl TokenSource for TransientTokens {
    fn token(&self) -> BoxFuture<'_, Result<Token, BoxError>> {
        Box::pin(async {
            if let Some(token) = self.inner.kept_for_call() {
                return Ok(token.into());
            }
            // The connections to the server belong to its own runtime, and stand still when another one is running.
            let tokens = self.clone();
            let mint = move || tokens.runtime.run(tokens.inner.token());
            tokio::task::spawn_blocking(mint).await?
        })
    }
    fn rejected(&self, token: &Token) -> bool {
        TokenSource::rejected(&self.inner, token)
    }
    fn accepted(&self, token: &Token) {
        self.inner.accepted(token);
    }
    fn unreachable(&self, token: &Token) {
        self.inner.unreachable(token);
    }
}

pub mod server {
    //! The groups of a server's operations.

    use super::{Call, Server};

    macro_rules! methods {
        ($($list:tt)*) => { crate::groups::methods! { Call; $($list)* } };
    }
    macro_rules! groups {
        ($($table:tt)*) => { crate::groups::offer! { Call, Server; $($table)* } };
    }
    plex_sdk_contract::server_groups!(groups);
}

pub mod account {
    //! The groups of the operations of plex.tv and the hosts beside it.

    use super::{Account, Call};

    macro_rules! methods {
        ($($list:tt)*) => { crate::groups::methods! { Call; $($list)* } };
    }
    macro_rules! groups {
        ($($table:tt)*) => { crate::groups::offer! { Call, Account; $($table)* } };
    }
    plex_sdk_contract::account_groups!(groups);
}
