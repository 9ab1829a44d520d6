//! Sign-in PINs. They live for minutes and carry a token once approved, so they are kept in memory alone.

use crate::world::devices::DeviceKey;
use crate::world::tokens::random_text;
use crate::world::users::UserKind;
use plex_sdk_contract::ids::{ClientIdentifier, PinId};
use plex_sdk_contract::model::Pin;
use plex_sdk_contract::time::{DateTime, Timestamp};
use plex_sdk_contract::token::AccountToken;
use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use uuid::Uuid;

/// At most this many PINs wait at a time; the oldest make room.
const MAX_PINS: usize = 10_000;
/// How many letters a person types.
const LINK_LENGTH: usize = 4;
/// How long a code of four letters is good, in seconds.
const LINK_LIFETIME: u32 = 900;
/// How long a long code is good, in seconds.
const STRONG_LIFETIME: u32 = 1800;
/// Letters and digits that nobody takes for another.
const CODE_LETTERS: &[u8] = b"ABCDEFGHJKMNPQRSTUVWXYZ23456789";
const STRONG_LETTERS: &[u8] = b"abcdefghijklmnopqrstuvwxyz0123456789";

/// No PIN waits under this code: it was never made, has expired or was approved before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no PIN with this code waits for approval")]
pub struct NoSuchPin;

/// What an app wants.
pub(crate) struct Wish<'a> {
    pub(crate) client: ClientIdentifier,
    pub(crate) product: Option<&'a str>,
    pub(crate) strong: bool,
    /// The device's key, where a signed token is wanted.
    pub(crate) key: Option<DeviceKey>,
}

struct Waiting {
    pin: Pin,
    expires: Timestamp,
    key: Option<DeviceKey>,
    approved: Option<UserKind>,
}

/// A PIN that was asked for.
pub(crate) struct Found {
    pub(crate) pin: Pin,
    /// The device's key and who approved it, where a signed token is wanted and was not given yet.
    pub(crate) to_sign: Option<(DeviceKey, UserKind)>,
    /// The device's key, where there is one.
    pub(crate) key: Option<DeviceKey>,
}

#[derive(Default)]
pub(crate) struct Pins {
    list: Mutex<VecDeque<Waiting>>,
    /// How long every PIN is good, in seconds, where that is not as usual.
    lifetime: Option<u32>,
}

impl Pins {
    pub(crate) fn new(lifetime: Option<Duration>) -> Self {
        let whole = |lifetime: Duration| {
            let rounded = lifetime
                .as_secs()
                .saturating_add(u64::from(lifetime.subsec_nanos() > 0));
            u32::try_from(rounded).unwrap_or(u32::MAX).max(1)
        };
        Self {
            list: Mutex::default(),
            lifetime: lifetime.map(whole),
        }
    }

    pub(crate) fn create(&self, wish: Wish<'_>, now: Timestamp) -> Pin {
        let strong = wish.strong;
        let mut list = self.live(now);
        if list.len() >= MAX_PINS {
            list.pop_front();
        }
        let mut code = make_code(strong);
        while list.iter().any(|other| other.pin.code == *code) {
            code = make_code(strong);
        }
        let usual = if strong {
            STRONG_LIFETIME
        } else {
            LINK_LIFETIME
        };
        let lifetime = self.lifetime.unwrap_or(usual);
        let expires = now.plus_secs(lifetime.into());
        let pin = Pin {
            id: make_id(),
            qr: Some(format!("https://plex.tv/api/v2/pins/qr/{code}").into()),
            code: code.into(),
            product: wish.product.map(Into::into),
            trusted: false,
            client_identifier: wish.client,
            expires_in: lifetime,
            created_at: Some(DateTime(now)),
            expires_at: Some(DateTime(expires)),
            auth_token: None,
            new_registration: None,
            ..Pin::default()
        };
        list.push_back(Waiting {
            pin: pin.clone(),
            expires,
            key: wish.key,
            approved: None,
        });
        pin
    }

    /// The PIN, for the app that made it and until it expires.
    pub(crate) fn get(&self, id: PinId, client: &str, now: Timestamp) -> Option<Found> {
        let list = self.live(now);
        let waiting = list
            .iter()
            .find(|waiting| waiting.pin.id == id && waiting.pin.client_identifier == *client)?;
        let left = waiting.expires.as_secs() - now.as_secs();
        let pin = Pin {
            expires_in: u32::try_from(left).unwrap_or(0),
            ..waiting.pin.clone()
        };
        let wanted = waiting.key.clone().zip(waiting.approved);
        Some(Found {
            to_sign: wanted.filter(|_| pin.auth_token.is_none()),
            key: waiting.key.clone(),
            pin,
        })
    }

    /// Hands a PIN with a key its signed token.
    pub(crate) fn hand(&self, id: PinId, token: AccountToken, now: Timestamp) {
        let mut list = self.live(now);
        if let Some(waiting) = list.iter_mut().find(|waiting| waiting.pin.id == id) {
            waiting.pin.auth_token = Some(token);
        }
    }

    /// Hands the PIN a token, made only where the PIN waits; a PIN with a key waits for its device to sign.
    pub(crate) fn approve(
        &self,
        code: &str,
        client: Option<&str>,
        user: UserKind,
        now: Timestamp,
        token: impl FnOnce() -> Result<AccountToken, NoSuchPin>,
    ) -> Result<(), NoSuchPin> {
        let mut list = self.live(now);
        let waiting = list
            .iter_mut()
            .find(|waiting| waiting.pin.code.eq_ignore_ascii_case(code.trim()))
            .filter(|waiting| waiting.approved.is_none())
            .filter(|waiting| client.is_none_or(|app| waiting.pin.client_identifier == *app))
            .ok_or(NoSuchPin)?;
        if waiting.key.is_none() {
            waiting.pin.auth_token = Some(token()?);
        }
        waiting.approved = Some(user);
        waiting.pin.new_registration = Some(false);
        Ok(())
    }

    /// The list without what has expired.
    fn live(&self, now: Timestamp) -> MutexGuard<'_, VecDeque<Waiting>> {
        let mut list = self.list.lock().unwrap_or_else(PoisonError::into_inner);
        list.retain(|waiting| now < waiting.expires);
        list
    }
}

/// True for a code that a person types; a long one is approved in the browser alone.
pub(crate) fn is_link_code(code: &str) -> bool {
    code.trim().chars().count() == LINK_LENGTH
}

fn make_code(strong: bool) -> String {
    if strong {
        random_text(25, STRONG_LETTERS)
    } else {
        random_text(LINK_LENGTH, CODE_LETTERS)
    }
}

/// A number of up to ten digits that nobody can guess from another.
fn make_id() -> PinId {
    let number = Uuid::new_v4().as_u64_pair().1 % 8_999_999_999 + 1_000_000_000;
    number.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wish(product: Option<&str>, strong: bool) -> Wish<'_> {
        Wish {
            client: "app".into(),
            product,
            strong,
            key: None,
        }
    }

    #[test]
    fn a_pin_is_for_its_app_and_its_time() {
        let pins = Pins::default();
        let pin = pins.create(wish(Some("Test"), false), Timestamp(0));
        assert_eq!((pin.code.len(), pin.expires_in), (4, 900));
        assert!(pins.get(pin.id, "other", Timestamp(0)).is_none());
        assert_eq!(
            pins.get(pin.id, "app", Timestamp(899))
                .unwrap()
                .pin
                .expires_in,
            1
        );
        assert!(pins.get(pin.id, "app", Timestamp(900)).is_none());
        let token = || Ok(AccountToken::new("x").unwrap());
        assert_eq!(
            pins.approve(&pin.code, None, UserKind::Owner, Timestamp(900), token),
            Err(NoSuchPin)
        );
    }

    #[test]
    fn a_lifetime_is_whole_seconds_and_at_least_one() {
        for (millis, expected) in [(0, 1), (1, 1), (2000, 2), (2001, 3), (u64::MAX, u32::MAX)] {
            let pins = Pins::new(Some(Duration::from_millis(millis)));
            for strong in [false, true] {
                let pin = pins.create(wish(None, strong), Timestamp(0));
                assert_eq!(pin.expires_in, expected, "{millis} ms");
            }
        }
    }

    #[test]
    fn a_pin_is_approved_once() {
        let pins = Pins::default();
        let pin = pins.create(wish(None, true), Timestamp(0));
        assert_eq!((pin.code.len(), pin.expires_in), (25, 1800));
        let token = || Ok(AccountToken::new("x").unwrap());
        let approve = |app, now| pins.approve(&pin.code, app, UserKind::Home, now, token);
        assert_eq!(approve(Some("other"), Timestamp(1)), Err(NoSuchPin));
        approve(Some("app"), Timestamp(1)).unwrap();
        let read = pins.get(pin.id, "app", Timestamp(2)).unwrap().pin;
        assert_eq!(read.token().unwrap().expose(), "x");
        assert_eq!(approve(None, Timestamp(3)), Err(NoSuchPin));
    }
}
