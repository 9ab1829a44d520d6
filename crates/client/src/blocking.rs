//! The same clients without async: [`Server`], [`Account`] and [`Player`], whose calls are sent with `send`.
//!
//! ```no_run
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let server = plex_sdk::Server::builder().url("http://192.168.1.5:32400").blocking()?;
//! for section in &server.library().get_sections().send()?.sections {
//!     println!("{}", section.title);
//! }
//! # Ok(())
//! # }
//! ```
//!
//! Every type here is [`Blocking`] around an async one and has its methods; streams are iterators ([`BlockingIter`]). A client runs its requests on the calling thread. Inside an async runtime, use the async clients: a blocking
//! call would stop the runtime's thread, and is an error.

mod driver;
mod twins;

pub use driver::{Blocking, BlockingIter};

use crate::build_error::BuildError;
use crate::token_source::TokenSource;
use crate::transport::{BoxError, BoxFuture};
use driver::{Driver, Wrap};
use plex_sdk_contract::{AccountToken, Endpoint, Token, model};
use std::sync::Arc;

/// A Plex Media Server.
pub type Server = Blocking<crate::Server>;
/// plex.tv for one app and account.
pub type Account = Blocking<crate::Account>;
/// A player.
pub type Player = Blocking<crate::Player>;
/// An operation that is about to be sent with `send` or `answer`.
pub type Call<E, R = <E as Endpoint>::Response> = Blocking<crate::Call<E, R>>;
/// A server that was reached.
pub type Connected = Blocking<crate::connect::Connected>;
/// Keeps one transient token of a server.
pub type TransientTokens = Blocking<crate::tokens::TransientTokens>;
/// A list in pages.
pub type Pages<T> = BlockingIter<crate::Pages<T>>;
/// A list entry by entry.
pub type Items<T> = BlockingIter<crate::Items<T>>;
/// Bytes as they arrive.
pub type ByteStream = BlockingIter<crate::ByteStream>;
/// What a player does, one change after the other.
pub type Timelines = BlockingIter<crate::player::Timelines>;
/// What a server reports, one event after the other.
#[cfg(feature = "events")]
pub type Events = BlockingIter<crate::events::Events>;

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

/// The builder's methods, which are associated functions and so no twins.
macro_rules! clients {
    ($($Name:ident $Builder:ident)+) => {
        $(
            impl $Name {
                /// Starts setting it up; finish with [`blocking`](crate::$Builder::blocking).
                pub fn builder() -> crate::$Builder {
                    crate::$Name::builder()
                }
            }

            impl crate::$Builder {
                /// Builds the client without async. Nothing is sent yet.
                pub fn blocking(self) -> Result<$Name, BlockingError> {
                    let runtime = Driver::new().map_err(BlockingError::Runtime)?;
                    Ok(self.build()?.wrap(&runtime))
                }
            }
        )+
    };
}

clients! { Server ServerBuilder Account AccountBuilder Player PlayerBuilder }

/// What a sign-in ends with; see [`crate::auth::SignedIn`].
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct SignedIn<T = AccountToken> {
    /// The token, to be kept where only this app's user can read it.
    pub token: T,
    /// plex.tv with that token.
    pub account: Account,
    /// Whose it is.
    pub user: model::AccountDetails,
}

impl<T> Wrap for crate::auth::SignedIn<T> {
    type Blocking = SignedIn<T>;

    fn wrap(self, runtime: &Arc<Driver>) -> SignedIn<T> {
        SignedIn {
            token: self.token,
            account: self.account.wrap(runtime),
            user: self.user,
        }
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

pub mod player {
    //! The groups of a player's operations.

    use super::{Call, Player};

    macro_rules! methods {
        ($($list:tt)*) => { crate::groups::methods! { Call; $($list)* } };
    }
    macro_rules! groups {
        ($($table:tt)*) => { crate::groups::offer! { Call, Player; $($table)* } };
    }
    plex_sdk_contract::player_groups!(groups);
}
