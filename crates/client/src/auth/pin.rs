//! Sign-in with a PIN: [`PinSignIn`], four letters that a person types, and [`BrowserSignIn`], a page to open.

use super::key::{DeviceKey, Statement, all_scopes};
use super::poll::{Failure, deadline, pause, until};
use super::{Credential, SignInFlow, SignedIn};
use crate::account::{Account, CLIENTS_PLEX_TV, PLEX_TV};
use crate::clock::Clock;
use crate::error::Error;
use crate::policy::RetryPolicy;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use plex_sdk_contract::endpoints::plextv::authentication::{CreatePin, GetPin};
use plex_sdk_contract::model::Pin;
use plex_sdk_contract::time::Timestamp;
use plex_sdk_contract::{AccountToken, ClientIdentity, Host};
use std::fmt;
use std::sync::Arc;
use std::time::Duration;
use url::Url;

/// How long to wait between two looks at a PIN where nothing is said.
pub(super) const INTERVAL: Duration = Duration::from_secs(1);
/// Nobody types faster.
pub(super) const SHORTEST_INTERVAL: Duration = Duration::from_millis(100);
/// Where Plex's own page for sign-in is.
const AUTH_PAGE: &str = "https://app.plex.tv/auth";
/// What stays as it is in a query: letters, digits and `-._~`.
const QUERY: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// Why a sign-in with a PIN did not end in a token.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PinError {
    /// Nobody approved the PIN while it was good. Start again for a new one.
    #[error("the PIN expired before anyone approved it")]
    Expired,
    /// A call failed.
    #[error(transparent)]
    Other(#[from] Error),
}

/// A PIN that waits for approval, and what was learned of it so far.
struct Pending<T> {
    account: Account,
    clock: Arc<dyn Clock>,
    interval: Duration,
    pin: Pin,
    expires: Timestamp,
    /// The device's key that the PIN was made with.
    key: Option<DeviceKey>,
    /// Approved already; whose it is remains to be asked.
    approved: Option<T>,
}

/// Where devices sign in with their key.
fn devices_url(account: &Account) -> &str {
    account.host_url(Host::PlexTvClients).unwrap_or_default()
}

impl<T: Credential> Pending<T> {
    async fn start(sign_in: SignInFlow<T>, strong: bool) -> Result<Self, Error> {
        let mut request = CreatePin::default();
        if strong {
            request = request.strong(true);
        }
        if let Some(key) = &sign_in.key {
            request = request.jwk(key.public());
        }
        let account = sign_in.account;
        let mut call = account.authentication().create_pin(request);
        if sign_in.key.is_some() {
            call = call.server_url(devices_url(&account));
        }
        let pin = call.without_token().await?.0;
        Ok(Self {
            expires: deadline(&pin, sign_in.clock.now()),
            account,
            clock: sign_in.clock,
            interval: sign_in.interval,
            pin,
            key: sign_in.key,
            approved: None,
        })
    }

    async fn look(&self) -> Result<Option<T>, Error> {
        let mut request = GetPin::from(self.pin.id);
        if let Some(key) = &self.key {
            let statement = Statement {
                client: &self.account.identity().client_identifier,
                nonce: None,
                scopes: &all_scopes(),
                now: self.clock.now(),
            };
            let signed = key.sign(&statement);
            request.device_jwt = Some(signed.map_err(|error| Error::invalid("GetPin", error))?);
        }
        let signed = request.device_jwt.clone();
        // The flow itself looks again, at its own pace.
        let call = self.account.authentication().get_pin(request);
        let mut call = call.retries(RetryPolicy::none());
        if self.key.is_some() {
            call = call.server_url(devices_url(&self.account));
        }
        let pin = call.without_token().await.map_err(|error| match &signed {
            Some(signed) => error.without(signed.expose()),
            None => error,
        })?;
        let pin = pin.0;
        let token = pin.token().map(|token| T::from_text(token.expose()));
        token
            .transpose()
            .map_err(|error| Error::invalid("GetPin", error))
    }

    async fn poll(&mut self) -> Result<Option<SignedIn<T>>, PinError> {
        if self.approved.is_none() {
            if self.clock.now() > self.expires {
                return Err(PinError::Expired);
            }
            self.approved = self
                .look()
                .await
                .map_err(|error| match Failure::of(&error) {
                    Failure::Gone => PinError::Expired,
                    Failure::Again(_) | Failure::Final => PinError::Other(error),
                })?;
        }
        match self.approved.clone() {
            Some(token) => Ok(Some(SignedIn::with(&self.account, token).await?)),
            None => Ok(None),
        }
    }

    async fn wait(mut self) -> Result<SignedIn<T>, PinError> {
        let mut failures = 0;
        loop {
            let (failed, told) = match self.poll().await {
                Ok(Some(signed_in)) => return Ok(signed_in),
                Ok(None) => (None, None),
                Err(PinError::Expired) => return Err(PinError::Expired),
                Err(PinError::Other(error)) => match Failure::of(&error) {
                    Failure::Again(told) => (Some(error), told),
                    Failure::Gone | Failure::Final => return Err(error.into()),
                },
            };
            failures = if failed.is_some() { failures + 1 } else { 0 };
            let pause = pause(self.interval, failures, told);
            match until(self.expires, self.clock.now(), pause) {
                Some(pause) => self.clock.sleep(pause).await,
                None => {
                    // A token that was given and could not be checked is no PIN that ran out.
                    return Err(match failed.filter(|_| self.approved.is_some()) {
                        Some(error) => error.into(),
                        None => PinError::Expired,
                    });
                }
            }
        }
    }
}

macro_rules! pending {
    ($(#[$doc:meta])* $Name:ident { $($field:ident: $Field:ty),+ }) => {
        $(#[$doc])*
        #[must_use = "it waits for nobody before `wait` or `poll_once` is called"]
        pub struct $Name<T = AccountToken> {
            pending: Pending<T>,
            $($field: $Field,)+
        }

        impl<T: Credential> $Name<T> {
            /// When the PIN expires, by the clock of this sign-in.
            pub fn expires_at(&self) -> Timestamp {
                self.pending.expires
            }

            /// Looks once: `None` while nobody has approved the PIN yet. A failure ends nothing: look again.
            pub async fn poll_once(&mut self) -> Result<Option<SignedIn<T>>, PinError> {
                self.pending.poll().await
            }

            /// Looks again and again until the PIN is approved or expires. While plex.tv cannot be reached, fails or wants
            /// fewer requests, it goes on more slowly. Drop the future to give up.
            pub async fn wait(self) -> Result<SignedIn<T>, PinError> {
                self.pending.wait().await
            }
        }

        impl<T> fmt::Debug for $Name<T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.debug_struct(stringify!($Name))
                    .field("expires_at", &self.pending.expires)
                    .field("approved", &self.pending.approved.is_some())
                    .finish_non_exhaustive()
            }
        }
    };
}

pending! {
    /// A sign-in with four letters: show [`code`](Self::code) and [`link_url`](Self::link_url) to a person, then
    /// [`wait`](Self::wait).
    PinSignIn { link: String, qr: String }
}

pending! {
    /// A sign-in in a browser: open [`auth_url`](Self::auth_url), then [`wait`](Self::wait), or
    /// [`poll_once`](Self::poll_once) when the browser comes back to the address that was given.
    BrowserSignIn { page: String }
}

impl<T> PinSignIn<T> {
    /// The letters to type.
    pub fn code(&self) -> &str {
        &self.pending.pin.code
    }

    /// Where to type them.
    pub fn link_url(&self) -> &str {
        &self.link
    }

    /// What a QR code for a phone says: the same place, the letters typed already.
    pub fn qr_text(&self) -> &str {
        &self.qr
    }
}

impl<T> BrowserSignIn<T> {
    /// The page to open in a browser. It carries the PIN's code, so it is for the person who signs in alone.
    pub fn auth_url(&self) -> &str {
        &self.page
    }
}

impl Account {
    /// Approves another app's PIN of four letters, as a person would at Plex's link page: that app is signed in to this
    /// client's account from then on. [`PinError::Expired`] says that no PIN waits under this code.
    pub async fn approve_pin(&self, code: &str) -> Result<(), PinError> {
        let code = plex_sdk_contract::Text::from(code.trim());
        let call = self.authentication().link_pin(code);
        let approved = call.header("X-Plex-Product", "Plex SSO").await;
        approved
            .map(drop)
            .map_err(|error| match Failure::of(&error) {
                Failure::Gone => PinError::Expired,
                Failure::Again(_) | Failure::Final => PinError::Other(error),
            })
    }
}

impl<T: Credential> SignInFlow<T> {
    /// Makes a PIN of four letters, for a person to type at Plex's link page on any device.
    pub async fn with_link_code(self) -> Result<PinSignIn<T>, Error> {
        let link = format!("{}/link", pages(self.account.url()));
        let pending = Pending::start(self, false).await?;
        let code = utf8_percent_encode(&pending.pin.code, QUERY);
        let qr = format!("{link}/?pin={code}");
        Ok(PinSignIn { pending, link, qr })
    }

    /// Makes a PIN with a long code, for a browser to approve; afterwards the browser goes on to `forward_url`.
    pub async fn in_browser(self, forward_url: Option<Url>) -> Result<BrowserSignIn<T>, Error> {
        let base = match &self.web {
            Some(page) => page.as_str().trim_end_matches('/').to_owned(),
            None if pages(self.account.url()) == PLEX_TV => AUTH_PAGE.to_owned(),
            None => format!("{}/auth", self.account.url()),
        };
        let pending = Pending::start(self, true).await?;
        let identity = pending.account.identity();
        let page = auth_url(&base, identity, &pending.pin.code, forward_url.as_ref());
        Ok(BrowserSignIn { pending, page })
    }
}

/// The host of the pages that people see, for the host of the API.
fn pages(api: &str) -> &str {
    if api == CLIENTS_PLEX_TV { PLEX_TV } else { api }
}

fn auth_url(base: &str, identity: &ClientIdentity, code: &str, forward: Option<&Url>) -> String {
    let device = |name: &str| format!("context[device][{name}]");
    let told = [
        ("product", &identity.product),
        ("version", &identity.version),
        ("platform", &identity.platform),
        ("platformVersion", &identity.platform_version),
        ("device", &identity.device),
        ("deviceName", &identity.device_name),
    ];
    let told = told
        .into_iter()
        .filter_map(|(name, value)| Some((device(name), value.as_deref()?)));
    let always = [
        ("clientID".to_owned(), identity.client_identifier.as_str()),
        ("code".to_owned(), code),
    ];
    let forward = forward.map(|url| ("forwardUrl".to_owned(), url.as_str()));
    let query: Vec<String> = always
        .into_iter()
        .chain(told)
        .chain(forward)
        .map(|(name, value)| {
            let encode = |text| utf8_percent_encode(text, QUERY).to_string();
            format!("{}={}", encode(&name), encode(value))
        })
        .collect();
    format!("{base}#?{}", query.join("&"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_carries_everything_encoded() {
        let identity = ClientIdentity {
            product: Some("Küche & Bad".into()),
            device_name: Some("a=b#c".into()),
            ..ClientIdentity::new("id 1")
        };
        let forward = Url::parse("https://app.example/back?x=1&y=2#z").unwrap();
        assert_eq!(
            auth_url(AUTH_PAGE, &identity, "c0de", Some(&forward)),
            "https://app.plex.tv/auth#?clientID=id%201&code=c0de\
             &context%5Bdevice%5D%5Bproduct%5D=K%C3%BCche%20%26%20Bad\
             &context%5Bdevice%5D%5BdeviceName%5D=a%3Db%23c\
             &forwardUrl=https%3A%2F%2Fapp.example%2Fback%3Fx%3D1%26y%3D2%23z"
        );
        let bare = ClientIdentity::new("i");
        let url = auth_url("http://127.0.0.1:1/auth", &bare, "c", None);
        assert_eq!(url, "http://127.0.0.1:1/auth#?clientID=i&code=c");
    }

    #[test]
    fn people_go_to_plex_tv_whatever_host_the_api_has() {
        assert_eq!(pages(CLIENTS_PLEX_TV), PLEX_TV);
        assert_eq!(pages(PLEX_TV), PLEX_TV);
        assert_eq!(pages("http://127.0.0.1:1"), "http://127.0.0.1:1");
    }
}
