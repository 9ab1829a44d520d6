//! Signing in and out at plex.tv, in flows that are safe to repeat, wait for and give up.
//!
//! - [`Account::sign_in`]: with four letters that a person types ([`SignInFlow::with_link_code`]), in a browser
//!   ([`SignInFlow::in_browser`]), or with a password ([`SignInFlow::with_password`]).
//! - [`Account::device`]: a key of the device's own, and signed tokens that renew themselves ([`JwtSession`]).
//! - [`Account::check_token`]: is a token still good? [`Account::sign_out`] ends it.
//! - [`Account::switch_to`]: the other users of a Home; [`Capabilities`]: what a user may do on a server.
//! - [`store`]: where an app keeps tokens, keys and its client identifier.
//!
//! No sign-in keeps a secret anywhere, and nothing shows one: what to keep is the caller's decision.

mod check;
mod home;
mod jwt;
mod key;
mod password;
mod pin;
mod poll;
pub mod store;

pub use check::TokenStatus;
pub use home::{Capabilities, Relation, SwitchError};
pub use jwt::{Device, JwtSession, RegisterError};
pub use key::{DeviceKey, KeyError, jwt_expires_at};
pub use password::{Password, PasswordError};
pub use pin::{BrowserSignIn, PinError, PinSignIn};

use crate::account::{Account, AccountBuilder};
use crate::clock::{Clock, SystemClock};
use crate::error::{Error, ErrorKind};
use crate::policy::RetryPolicy;
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
    #[must_use]
    fn renewed(self, user: &model::AccountDetails) -> Self {
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
    fn renewed(self, user: &model::AccountDetails) -> Self {
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
    pub user: model::AccountDetails,
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
        let call = asking.authentication().get_token_details();
        let user = call.retries(RetryPolicy::none()).await?.0;
        let token = token.renewed(&user);
        Ok(Self {
            account: client(token.clone())?,
            token,
            user,
        })
    }
}

impl SignedIn {
    /// Takes an answer that holds account and token.
    pub(crate) fn of(
        operation: &'static str,
        account: &Account,
        user: model::AccountDetails,
    ) -> Result<Self, Error> {
        let token = token_of(operation, &user)?;
        let builder = account.to_builder().token(token.clone());
        let account = builder
            .build()
            .map_err(|error| Error::invalid(operation, error))?;
        Ok(Self {
            token,
            account,
            user,
        })
    }
}

/// The token that an answer holds for its account.
fn token_of(operation: &'static str, user: &model::AccountDetails) -> Result<AccountToken, Error> {
    let token = user.auth_token.as_ref().filter(|token| !token.is_empty());
    token.cloned().ok_or_else(|| {
        Error::new(ErrorKind::NotUnderstood, operation).with_message("the answer holds no token")
    })
}

/// A sign-in about to start: pick one of its flows. Made by [`Account::sign_in`].
#[derive(Clone, Debug)]
#[must_use = "nothing happens before one of the flows is chosen"]
pub struct SignInFlow<T = AccountToken> {
    pub(crate) account: Account,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) interval: Duration,
    pub(crate) web: Option<Url>,
    pub(crate) key: Option<DeviceKey>,
    _credential: std::marker::PhantomData<fn() -> T>,
}

impl Account {
    /// Signs in. The client's own token, where it has one, plays no part in it.
    pub fn sign_in(&self) -> SignInFlow {
        SignInFlow {
            account: self.clone(),
            clock: Arc::new(SystemClock),
            interval: pin::INTERVAL,
            web: None,
            key: None,
            _credential: std::marker::PhantomData,
        }
    }
}

impl SignInFlow {
    /// Signs in for a signed token of a device with this key, which plex.tv gets to know in the same go. Afterwards
    /// [`Account::device`] makes a session of key and token.
    pub fn with_device_key(self, key: &DeviceKey) -> SignInFlow<Jwt> {
        SignInFlow {
            account: self.account,
            clock: self.clock,
            interval: self.interval,
            web: self.web,
            key: Some(key.clone()),
            _credential: std::marker::PhantomData,
        }
    }
}

impl<T: Credential> SignInFlow<T> {
    /// The clock to wait and expire by; the computer's where nothing is said.
    pub fn clock(mut self, clock: Arc<dyn Clock>) -> Self {
        self.clock = clock;
        self
    }

    /// How long to wait between two looks at the PIN: a second where nothing is said, a tenth of one at least.
    pub fn interval(mut self, interval: Duration) -> Self {
        self.interval = interval.max(pin::SHORTEST_INTERVAL);
        self
    }

    /// The page that a browser approves a PIN at, where it is neither Plex's nor `<plex.tv>/auth`.
    pub fn auth_page(mut self, page: Url) -> Self {
        self.web = Some(page);
        self
    }
}
