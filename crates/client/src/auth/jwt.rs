//! [`Device`] and [`JwtSession`]: signed tokens for plex.tv, renewed by the device's own key.

use super::key::{DeviceKey, Statement, all_scopes, jwt_expires_at};
use crate::account::Account;
use crate::clock::{Clock, SystemClock};
use crate::error::Error;
use plex_sdk_contract::Jwt;
use plex_sdk_contract::time::Timestamp;
use std::fmt;
use std::sync::Arc;
use tokio::sync::Mutex;

/// How long before its end a token is renewed, in seconds: a day.
const EARLY: i64 = 24 * 60 * 60;
/// How long nobody tries to renew a token that is still good, after a try, in seconds.
const PAUSE: i64 = 60;

/// Why plex.tv did not take a device's key.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RegisterError {
    /// Another device gave plex.tv this key before: a key is for one device. Make a new one.
    #[error("another device has this key; make a new one")]
    KeyTaken,
    /// A call failed.
    #[error(transparent)]
    Other(#[from] Error),
}

impl RegisterError {
    fn of(error: Error) -> Self {
        let taken = error.api_error().is_some_and(|api| {
            let body = String::from_utf8_lossy(&api.body).to_ascii_lowercase();
            api.status == 422 && body.contains("thumbprint")
        });
        if taken {
            Self::KeyTaken
        } else {
            Self::Other(error)
        }
    }
}

/// This app's installation with a key of its own. Made by [`Account::device`].
#[derive(Clone, Debug)]
#[must_use]
pub struct Device {
    account: Account,
    key: DeviceKey,
    scopes: Vec<String>,
    clock: Arc<dyn Clock>,
}

impl Account {
    /// This installation as a device that signs in with `key`. Where no key is known at plex.tv yet,
    /// [`register`](Device::register) it with this client's token, or sign in with
    /// [`SignInFlow::with_device_key`](super::SignInFlow::with_device_key).
    pub fn device(&self, key: DeviceKey) -> Device {
        Device {
            account: self.clone(),
            key,
            scopes: all_scopes(),
            clock: Arc::new(SystemClock),
        }
    }
}

impl Device {
    /// What the device may read of its account, in place of everything: `username`, `email`, ….
    pub fn scopes<S: Into<String>>(mut self, scopes: impl IntoIterator<Item = S>) -> Self {
        self.scopes = scopes.into_iter().map(Into::into).collect();
        self
    }

    /// The clock to renew by; the computer's where nothing is said.
    pub fn clock(mut self, clock: Arc<dyn Clock>) -> Self {
        self.clock = clock;
        self
    }

    /// Makes the key known to plex.tv with the client's own token, and gets the first signed token.
    pub async fn register(self) -> Result<JwtSession, RegisterError> {
        let authentication = self.account.authentication();
        authentication
            .register_device_jwk(self.key.public())
            .await
            .map_err(RegisterError::of)?;
        let session = self.session(None);
        session.jwt().await?;
        Ok(session)
    }

    /// A session of a device whose key is known to plex.tv; `jwt` is the last token, where one was kept.
    pub fn session(self, jwt: Option<Jwt>) -> JwtSession {
        let state = State {
            jwt,
            not_before: Timestamp(i64::MIN),
        };
        JwtSession {
            device: Arc::new(self),
            state: Arc::new(Mutex::new(state)),
        }
    }

    /// Signs in anew with the key: a text to sign, a token of the device's own, plex.tv's in exchange.
    async fn exchange(&self) -> Result<Jwt, Error> {
        let authentication = self.account.authentication();
        let nonce = authentication.get_auth_nonce().without_token().await?.0;
        let statement = Statement {
            client: &self.account.identity().client_identifier,
            nonce: Some(&nonce.nonce),
            scopes: &self.scopes,
            now: self.clock.now(),
        };
        let signed = self
            .key
            .sign(&statement)
            .map_err(|error| Error::invalid("ExchangeJwtToken", error))?;
        let exchanged = authentication
            .exchange_jwt_token(signed.clone())
            .without_token()
            .await
            .map_err(|error| error.without(signed.expose()))?;
        Ok(exchanged.0.auth_token)
    }
}

struct State {
    jwt: Option<Jwt>,
    /// Until then a token that is still good is not renewed.
    not_before: Timestamp,
}

/// What to do before a token is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Plan {
    /// Use it.
    Keep,
    /// Renew it; where that fails it is still good.
    Try,
    /// Renew it; it is good for nothing any more.
    Must,
}

impl Plan {
    /// `refused` is a token that plex.tv called expired.
    fn of(state: &State, refused: Option<&Jwt>, now: Timestamp) -> Self {
        let Some(jwt) = &state.jwt else {
            return Self::Must;
        };
        if refused == Some(jwt) {
            return Self::Must;
        }
        match jwt_expires_at(jwt) {
            Some(end) if now >= end => Self::Must,
            Some(end) if now >= end.plus_secs(-EARLY) && now >= state.not_before => Self::Try,
            _ => Self::Keep,
        }
    }
}

/// Signed tokens for plex.tv, each renewed a day before its end, and when plex.tv calls one expired. Cloning it is
/// cheap; all clones renew together, once.
///
/// Only [`AccountBuilder::jwt`](crate::AccountBuilder::jwt) takes such a token: servers do not know them. For a server,
/// list the account's resources and use the [`ServerToken`](crate::ServerToken) there.
#[derive(Clone)]
pub struct JwtSession {
    device: Arc<Device>,
    state: Arc<Mutex<State>>,
}

impl JwtSession {
    /// A token that is good now, renewed first where it is time. To keep it from one start of the app to the next, store
    /// it and give it to [`Device::session`].
    pub async fn jwt(&self) -> Result<Jwt, Error> {
        self.fresh(None).await
    }

    /// A token in place of one that plex.tv refused. Where another caller got a new one meanwhile, that is it.
    pub async fn renewed(&self, refused: &Jwt) -> Result<Jwt, Error> {
        self.fresh(Some(refused)).await
    }

    async fn fresh(&self, refused: Option<&Jwt>) -> Result<Jwt, Error> {
        // Held while renewing: whoever comes second finds the new token.
        let mut state = self.state.lock().await;
        let now = self.device.clock.now();
        let plan = Plan::of(&state, refused, now);
        let failed = match plan {
            Plan::Keep => None,
            Plan::Try | Plan::Must => match self.device.exchange().await {
                Ok(jwt) => {
                    state.jwt = Some(jwt);
                    None
                }
                Err(error) => Some(error),
            },
        };
        if plan != Plan::Keep {
            state.not_before = now.plus_secs(PAUSE);
        }
        match (&state.jwt, failed) {
            (Some(jwt), None) => Ok(jwt.clone()),
            (Some(jwt), Some(_)) if plan == Plan::Try => Ok(jwt.clone()),
            (_, Some(error)) => Err(error),
            (None, None) => Err(Error::invalid("ExchangeJwtToken", "there is no token")),
        }
    }

    /// plex.tv with a token that is good now. Ask again for long-lived use, or let [`send`](Self::send) do so.
    pub async fn account(&self) -> Result<Account, Error> {
        self.account_with(self.jwt().await?)
    }

    fn account_with(&self, jwt: Jwt) -> Result<Account, Error> {
        let builder = self.device.account.to_builder().jwt(jwt);
        builder
            .build()
            .map_err(|error| Error::invalid("GetTokenDetails", error))
    }

    /// Calls an operation of plex.tv. Where it answers 498, nothing was done and the token has expired: then it is renewed
    /// and the call sent once more.
    pub async fn send<E: plex_sdk_contract::AccountEndpoint>(
        &self,
        request: E,
    ) -> Result<E::Response, Error> {
        let jwt = self.jwt().await?;
        let first = self.account_with(jwt.clone())?.send(request.clone()).await;
        match first {
            Err(error) if error.status().is_some_and(|status| status == 498) => {
                let jwt = self.renewed(&jwt).await?;
                self.account_with(jwt)?.send(request).await
            }
            other => other,
        }
    }
}

impl fmt::Debug for JwtSession {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("JwtSession")
            .field("device", &self.device)
            .finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use base64::Engine as _;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;

    fn jwt(exp: i64) -> Jwt {
        let claims = URL_SAFE_NO_PAD.encode(format!(r#"{{"exp":{exp}}}"#));
        Jwt::new(format!("e30.{claims}.sig")).unwrap()
    }

    #[test]
    fn a_token_is_renewed_in_time_and_not_too_often() {
        let state = |jwt, not_before| State {
            jwt,
            not_before: Timestamp(not_before),
        };
        let plan = |state: &State, now| Plan::of(state, None, Timestamp(now));
        let end = 10 * EARLY;
        assert_eq!(plan(&state(None, 0), 0), Plan::Must);
        let held = state(Some(jwt(end)), 0);
        assert_eq!(plan(&held, end - EARLY - 1), Plan::Keep);
        assert_eq!(plan(&held, end - EARLY), Plan::Try);
        assert_eq!(plan(&held, end - 1), Plan::Try);
        assert_eq!(plan(&held, end), Plan::Must);
        let tried = state(Some(jwt(end)), end - 10);
        assert_eq!(plan(&tried, end - 11), Plan::Keep);
        assert_eq!(plan(&tried, end - 10), Plan::Try);
        assert_eq!(plan(&tried, end), Plan::Must);
        let unsaid = state(Jwt::new("a.b.c").ok(), 0);
        assert_eq!(plan(&unsaid, end), Plan::Keep);
    }

    #[test]
    fn a_refused_token_is_renewed_once() {
        let (old, new) = (jwt(10 * EARLY), jwt(20 * EARLY));
        let holding = |jwt: &Jwt| State {
            jwt: Some(jwt.clone()),
            not_before: Timestamp(0),
        };
        let now = Timestamp(0);
        assert_eq!(Plan::of(&holding(&old), Some(&old), now), Plan::Must);
        assert_eq!(Plan::of(&holding(&new), Some(&old), now), Plan::Keep);
    }
}
