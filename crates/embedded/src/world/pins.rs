//! Sign-in PINs. They live for minutes and carry a token once approved, so they are kept in memory alone.

use crate::world::tokens::random_text;
use plex_sdk_contract::ids::{ClientIdentifier, PinId};
use plex_sdk_contract::model::Pin;
use plex_sdk_contract::time::{DateTime, Timestamp};
use plex_sdk_contract::token::AccountToken;
use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};
use uuid::Uuid;

/// At most this many PINs wait at a time; the oldest make room.
const MAX_PINS: usize = 10_000;
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

struct Waiting {
    pin: Pin,
    expires: Timestamp,
}

#[derive(Default)]
pub(crate) struct Pins {
    list: Mutex<VecDeque<Waiting>>,
}

impl Pins {
    pub(crate) fn create(
        &self,
        client: ClientIdentifier,
        product: Option<&str>,
        strong: bool,
        now: Timestamp,
    ) -> Pin {
        let mut list = self.live(now);
        if list.len() >= MAX_PINS {
            list.pop_front();
        }
        let mut code = make_code(strong);
        while list.iter().any(|other| other.pin.code == *code) {
            code = make_code(strong);
        }
        let lifetime = if strong {
            STRONG_LIFETIME
        } else {
            LINK_LIFETIME
        };
        let expires = now.plus_secs(lifetime.into());
        let pin = Pin {
            id: make_id(),
            qr: Some(format!("https://plex.tv/api/v2/pins/qr/{code}").into()),
            code: code.into(),
            product: product.map(Into::into),
            trusted: false,
            client_identifier: client,
            expires_in: lifetime,
            created_at: Some(DateTime(now)),
            expires_at: Some(DateTime(expires)),
            auth_token: None,
            new_registration: None,
        };
        list.push_back(Waiting {
            pin: pin.clone(),
            expires,
        });
        pin
    }

    /// The PIN, for the app that made it and until it expires.
    pub(crate) fn get(&self, id: PinId, client: &str, now: Timestamp) -> Option<Pin> {
        let list = self.live(now);
        let waiting = list
            .iter()
            .find(|waiting| waiting.pin.id == id && waiting.pin.client_identifier == *client)?;
        let left = waiting.expires.as_secs() - now.as_secs();
        Some(Pin {
            expires_in: u32::try_from(left).unwrap_or(0),
            ..waiting.pin.clone()
        })
    }

    /// Hands the PIN a token, made only where the PIN waits.
    pub(crate) fn approve(
        &self,
        code: &str,
        now: Timestamp,
        token: impl FnOnce() -> Result<AccountToken, NoSuchPin>,
    ) -> Result<(), NoSuchPin> {
        let mut list = self.live(now);
        let waiting = list
            .iter_mut()
            .find(|waiting| waiting.pin.code.eq_ignore_ascii_case(code.trim()))
            .filter(|waiting| waiting.pin.auth_token.is_none())
            .ok_or(NoSuchPin)?;
        waiting.pin.auth_token = Some(token()?);
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

fn make_code(strong: bool) -> String {
    if strong {
        random_text(25, STRONG_LETTERS)
    } else {
        random_text(4, CODE_LETTERS)
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

    #[test]
    fn a_pin_is_for_its_app_and_its_time() {
        let pins = Pins::default();
        let pin = pins.create("app".into(), Some("Test"), false, Timestamp(0));
        assert_eq!((pin.code.len(), pin.expires_in), (4, 900));
        assert!(pins.get(pin.id, "other", Timestamp(0)).is_none());
        assert_eq!(
            pins.get(pin.id, "app", Timestamp(899)).unwrap().expires_in,
            1
        );
        assert!(pins.get(pin.id, "app", Timestamp(900)).is_none());
        let token = || Ok(AccountToken::new("x").unwrap());
        assert_eq!(
            pins.approve(&pin.code, Timestamp(900), token),
            Err(NoSuchPin)
        );
    }

    #[test]
    fn a_pin_is_approved_once() {
        let pins = Pins::default();
        let pin = pins.create("app".into(), None, true, Timestamp(0));
        assert_eq!((pin.code.len(), pin.expires_in), (25, 1800));
        let token = || Ok(AccountToken::new("x").unwrap());
        pins.approve(&pin.code, Timestamp(1), token).unwrap();
        let read = pins.get(pin.id, "app", Timestamp(2)).unwrap();
        assert_eq!(read.token().unwrap().expose(), "x");
        assert_eq!(pins.approve(&pin.code, Timestamp(3), token), Err(NoSuchPin));
    }
}
