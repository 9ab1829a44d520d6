//! Signing in and out at plex.tv, in flows that are safe to repeat, wait for and give up.
//!
//! - [`Account::sign_in`]: with four letters that a person types ([`SignIn::with_link_code`]), or in a browser
//!   ([`SignIn::in_browser`]).
//!
//! Nothing here keeps a secret anywhere, or shows one: what to keep is the caller's decision.

mod clock;
mod pin;
mod poll;

pub use clock::{Clock, SystemClock};
pub use pin::{BrowserSignIn, PinError, PinSignIn};

use crate::account::{Account, AccountBuilder};
use crate::error::Error;
use plex_sdk_contract::{AccountToken, Jwt, model};
use std::sync::Arc;
use std::time::Duration;
use url::Url;

mod sealed {
    pub trait Sealed {}
    impl Sealed for plex_sdk_contract::AccountToken {}
    impl Sealed for plex_sdk_contract::Jwt {}
}

/// What a sign-in hands out: an [`AccountToken`], or the [`Jwt`] of a device with a key of its own.
pub trait Credential: sealed::Sealed + Clone + Send + Sync + 'static {
    #[doc(hidden)]
    fn from_text(text: &str) -> Result<Self, crate::token::InvalidToken>;
    #[doc(hidden)]
    fn give(self, builder: AccountBuilder) -> AccountBuilder;
    /// The credential to use from now on, after plex.tv told about its account.
    #[doc(hidden)]
    fn renewed(self, user: &model::Account) -> Self {
        let _ = user;
        self
    }
}

impl Credential for AccountToken {
    fn from_text(text: &str) -> Result<Self, crate::token::InvalidToken> {
        Self::new(text)
    }
    fn give(self, builder: AccountBuilder) -> AccountBuilder {
        builder.token(self)
    }
    fn renewed(self, user: &model::Account) -> Self {
        let given = user.auth_token.as_ref().filter(|token| !token.is_empty());
        given.cloned().unwrap_or(self)
    }
}

impl Credential for Jwt {
    fn from_text(text: &str) -> Result<Self, crate::token::InvalidToken> {
        Self::new(text)
    }
    fn give(self, builder: AccountBuilder) -> AccountBuilder {
        builder.jwt(self)
    }
}

/// What a sign-in ends with.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct SignedIn<T = AccountToken> {
    /// The token, to be kept where only this app's user can read it.
    pub token: T,
    /// plex.tv with that token.
    pub account: Account,
    /// Whose it is.
    pub user: model::Account,
}

impl<T: Credential> SignedIn<T> {
    /// Asks plex.tv whose `token` is, and makes a client with it.
    pub(crate) async fn with(account: &Account, token: T) -> Result<Self, Error> {
        let operation = "GetTokenDetails";
        let client = |token: T| {
            let builder = token.give(account.to_builder());
            builder
                .build()
                .map_err(|error| Error::invalid(operation, error))
        };
        let asking = client(token.clone())?;
        let user = asking.authentication().get_token_details().await?.0;
        let token = token.renewed(&user);
        Ok(Self {
            account: client(token.clone())?,
            token,
            user,
        })
    }
}

/// A sign-in about to start: pick one of its flows. Made by [`Account::sign_in`].
#[derive(Clone, Debug)]
#[must_use = "nothing happens before one of the flows is chosen"]
pub struct SignIn<T = AccountToken> {
    pub(crate) account: Account,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) interval: Duration,
    pub(crate) web: Option<Url>,
    _credential: std::marker::PhantomData<fn() -> T>,
}

impl Account {
    /// Signs in. The client's own token, where it has one, plays no part in it.
    pub fn sign_in(&self) -> SignIn {
        SignIn {
            account: self.clone(),
            clock: Arc::new(SystemClock),
            interval: pin::INTERVAL,
            web: None,
            _credential: std::marker::PhantomData,
        }
    }
}

impl<T: Credential> SignIn<T> {
    /// The clock to wait and expire by; the computer's where nothing is said.
    pub fn clock(mut self, clock: Arc<dyn Clock>) -> Self {
        self.clock = clock;
        self
    }

    /// How long to wait between two looks at the PIN; a second where nothing is said.
    pub fn interval(mut self, interval: Duration) -> Self {
        self.interval = interval;
        self
    }

    /// The page that a browser approves a PIN at, where it is neither Plex's nor `<plex.tv>/auth`.
    pub fn auth_page(mut self, page: Url) -> Self {
        self.web = Some(page);
        self
    }
}
