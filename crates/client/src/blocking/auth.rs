//! The flows of [`crate::auth`] without async: the same names, errors and rules.

use super::{Account, Driver};
use crate::auth::{
    Credential, DeviceKey, Password, PasswordError, PinError, RegisterError, SwitchError,
    TokenStatus,
};
use crate::clock::Clock;
use crate::error::Error;
use plex_sdk_contract::ids::MachineIdentifier;
use plex_sdk_contract::model::{self, HomeUser, SharedServer};
use plex_sdk_contract::time::Timestamp;
use plex_sdk_contract::{AccountToken, Endpoint, Jwt, Secret};
use std::sync::Arc;
use std::time::Duration;
use tokio::runtime::Handle;
use url::Url;

/// Runs a flow to its end on this thread, unless the thread is an async runtime's.
fn drive<T, E: From<Error>>(
    runtime: &Driver,
    operation: &'static str,
    flow: impl Future<Output = Result<T, E>>,
) -> Result<T, E> {
    if Handle::try_current().is_ok() {
        return Err(Error::invalid(operation, super::INSIDE_ASYNC).into());
    }
    runtime.run(flow)
}

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

impl<T> SignedIn<T> {
    fn of(signed_in: crate::auth::SignedIn<T>, runtime: &Arc<Driver>) -> Self {
        Self {
            token: signed_in.token,
            account: Account {
                inner: signed_in.account,
                runtime: runtime.clone(),
            },
            user: signed_in.user,
        }
    }
}

/// A sign-in about to start; see [`crate::auth::SignInFlow`].
#[derive(Clone, Debug)]
#[must_use = "nothing happens before one of the flows is chosen"]
pub struct SignInFlow<T = AccountToken> {
    inner: crate::auth::SignInFlow<T>,
    runtime: Arc<Driver>,
}

impl Account {
    /// Signs in. The client's own token, where it has one, plays no part in it.
    pub fn sign_in(&self) -> SignInFlow {
        SignInFlow {
            inner: self.inner.sign_in(),
            runtime: self.runtime.clone(),
        }
    }

    /// Asks plex.tv whether this client's token is good; see [`crate::Account::check_token`].
    pub fn check_token(&self) -> TokenStatus {
        let flow = async { Ok::<_, Error>(self.inner.check_token().await) };
        drive(&self.runtime, "GetTokenDetails", flow).unwrap_or_else(TokenStatus::Undecided)
    }

    /// Ends this client's token; see [`crate::Account::sign_out`].
    pub fn sign_out(&self) -> Result<(), Error> {
        drive(&self.runtime, "SignOut", self.inner.sign_out())
    }

    /// Approves another app's PIN; see [`crate::Account::approve_pin`].
    pub fn approve_pin(&self, code: &str) -> Result<(), PinError> {
        drive(&self.runtime, "LinkPin", self.inner.approve_pin(code))
    }

    /// The users of the Home that the account belongs to.
    pub fn home_users(&self) -> Result<Vec<HomeUser>, Error> {
        drive(&self.runtime, "GetHomeUsers", self.inner.home_users())
    }

    /// Switches to another user of the Home; see [`crate::Account::switch_to`].
    pub fn switch_to(&self, user: &HomeUser, pin: Option<Secret>) -> Result<SignedIn, SwitchError> {
        let flow = self.inner.switch_to(user, pin);
        let signed_in = drive(&self.runtime, "SwitchHomeUserV2", flow)?;
        Ok(SignedIn::of(signed_in, &self.runtime))
    }

    /// Everyone that a server of this account is shared with; see [`crate::Account::shares_of`].
    pub fn shares_of(&self, server: &MachineIdentifier) -> Result<Vec<SharedServer>, Error> {
        drive(
            &self.runtime,
            "ListSharedServers",
            self.inner.shares_of(server),
        )
    }

    /// This installation as a device that signs in with `key`; see [`crate::Account::device`].
    pub fn device(&self, key: DeviceKey) -> Device {
        Device {
            inner: self.inner.device(key),
            runtime: self.runtime.clone(),
        }
    }
}

impl SignInFlow {
    /// Signs in with a password, once; see [`crate::auth::SignInFlow::with_password`].
    pub fn with_password(self, given: Password) -> Result<SignedIn, PasswordError> {
        let flow = self.inner.with_password(given);
        let signed_in = drive(&self.runtime, "SignIn", flow)?;
        Ok(SignedIn::of(signed_in, &self.runtime))
    }

    /// Signs in for a signed token of a device with this key; see [`crate::auth::SignInFlow::with_device_key`].
    pub fn with_device_key(self, key: &DeviceKey) -> SignInFlow<Jwt> {
        SignInFlow {
            inner: self.inner.with_device_key(key),
            runtime: self.runtime,
        }
    }
}

impl<T: Credential> SignInFlow<T> {
    fn map(
        self,
        change: impl FnOnce(crate::auth::SignInFlow<T>) -> crate::auth::SignInFlow<T>,
    ) -> Self {
        Self {
            inner: change(self.inner),
            runtime: self.runtime,
        }
    }

    /// The clock to wait and expire by; the computer's where nothing is said.
    pub fn clock(self, clock: Arc<dyn Clock>) -> Self {
        self.map(|sign_in| sign_in.clock(clock))
    }

    /// How long to wait between two looks at the PIN; a second where nothing is said.
    pub fn interval(self, interval: Duration) -> Self {
        self.map(|sign_in| sign_in.interval(interval))
    }

    /// The page that a browser approves a PIN at; see [`crate::auth::SignInFlow::auth_page`].
    pub fn auth_page(self, page: Url) -> Self {
        self.map(|sign_in| sign_in.auth_page(page))
    }

    /// Makes a PIN of four letters; see [`crate::auth::SignInFlow::with_link_code`].
    pub fn with_link_code(self) -> Result<PinSignIn<T>, Error> {
        let inner = drive(&self.runtime, "CreatePin", self.inner.with_link_code())?;
        let runtime = self.runtime;
        Ok(PinSignIn { inner, runtime })
    }

    /// Makes a PIN with a long code, for a browser; see [`crate::auth::SignInFlow::in_browser`].
    pub fn in_browser(self, forward_url: Option<Url>) -> Result<BrowserSignIn<T>, Error> {
        let flow = self.inner.in_browser(forward_url);
        let inner = drive(&self.runtime, "CreatePin", flow)?;
        let runtime = self.runtime;
        Ok(BrowserSignIn { inner, runtime })
    }
}

macro_rules! pending {
    ($(#[$doc:meta])* $Name:ident { $($(#[$text_doc:meta])* $text:ident),+ }) => {
        $(#[$doc])*
        #[derive(Debug)]
        #[must_use = "it waits for nobody before `wait` or `poll_once` is called"]
        pub struct $Name<T = AccountToken> {
            inner: crate::auth::$Name<T>,
            runtime: Arc<Driver>,
        }

        impl<T: Credential> $Name<T> {
            $(
                $(#[$text_doc])*
                pub fn $text(&self) -> &str {
                    self.inner.$text()
                }
            )+

            /// When the PIN expires, by the clock of this sign-in.
            pub fn expires_at(&self) -> Timestamp {
                self.inner.expires_at()
            }

            /// Looks once: `None` while nobody has approved the PIN yet. A failure ends nothing: look again.
            pub fn poll_once(&mut self) -> Result<Option<SignedIn<T>>, PinError> {
                let signed_in = drive(&self.runtime, "GetPin", self.inner.poll_once())?;
                Ok(signed_in.map(|signed_in| SignedIn::of(signed_in, &self.runtime)))
            }

            /// Waits until the PIN is approved or expires. To be able to give up, call [`poll_once`](Self::poll_once) instead.
            pub fn wait(self) -> Result<SignedIn<T>, PinError> {
                let signed_in = drive(&self.runtime, "GetPin", self.inner.wait())?;
                Ok(SignedIn::of(signed_in, &self.runtime))
            }
        }
    };
}

pending! {
    /// A sign-in with four letters; see [`crate::auth::PinSignIn`].
    PinSignIn {
        /// The letters to type.
        code,
        /// Where to type them.
        link_url,
        /// What a QR code for a phone says: the same place, the letters typed already.
        qr_text
    }
}

pending! {
    /// A sign-in in a browser; see [`crate::auth::BrowserSignIn`].
    BrowserSignIn {
        /// The page to open in a browser. It carries the PIN's code, so it is for the person who signs in alone.
        auth_url
    }
}

/// This app's installation with a key of its own; see [`crate::auth::Device`].
#[derive(Clone, Debug)]
#[must_use]
pub struct Device {
    inner: crate::auth::Device,
    runtime: Arc<Driver>,
}

impl Device {
    /// What the device may read of its account, in place of everything: `username`, `email`, ….
    pub fn scopes<S: Into<String>>(self, scopes: impl IntoIterator<Item = S>) -> Self {
        Self {
            inner: self.inner.scopes(scopes),
            runtime: self.runtime,
        }
    }

    /// The clock to renew by; the computer's where nothing is said.
    pub fn clock(self, clock: Arc<dyn Clock>) -> Self {
        Self {
            inner: self.inner.clock(clock),
            runtime: self.runtime,
        }
    }

    /// Makes the key known to plex.tv with the client's own token; see [`crate::auth::Device::register`].
    pub fn register(self) -> Result<JwtSession, RegisterError> {
        let inner = drive(&self.runtime, "RegisterDeviceJwk", self.inner.register())?;
        let runtime = self.runtime;
        Ok(JwtSession { inner, runtime })
    }

    /// A session of a device whose key is known to plex.tv; see [`crate::auth::Device::session`].
    pub fn session(self, jwt: Option<Jwt>) -> JwtSession {
        JwtSession {
            inner: self.inner.session(jwt),
            runtime: self.runtime,
        }
    }
}

/// Signed tokens for plex.tv that renew themselves; see [`crate::auth::JwtSession`].
#[derive(Clone, Debug)]
pub struct JwtSession {
    inner: crate::auth::JwtSession,
    runtime: Arc<Driver>,
}

impl JwtSession {
    /// A token that is good now, renewed first where it is time.
    pub fn jwt(&self) -> Result<Jwt, Error> {
        drive(&self.runtime, "ExchangeJwtToken", self.inner.jwt())
    }

    /// A token in place of one that plex.tv refused.
    pub fn renewed(&self, refused: &Jwt) -> Result<Jwt, Error> {
        drive(
            &self.runtime,
            "ExchangeJwtToken",
            self.inner.renewed(refused),
        )
    }

    /// plex.tv with a token that is good now.
    pub fn account(&self) -> Result<Account, Error> {
        let inner = drive(&self.runtime, "ExchangeJwtToken", self.inner.account())?;
        let runtime = self.runtime.clone();
        Ok(Account { inner, runtime })
    }

    /// Calls an operation of plex.tv; see [`crate::auth::JwtSession::send`].
    pub fn send<E: Endpoint>(&self, request: E) -> Result<E::Response, Error> {
        drive(&self.runtime, E::NAME, self.inner.send(request))
    }
}
