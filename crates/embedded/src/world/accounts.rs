//! Sign-in with a password, and what keeps people from guessing one.

use crate::refusal::Refusal;
use crate::world::users::UserKind;
use http::StatusCode;
use plex_sdk_contract::time::Timestamp;
use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use subtle::ConstantTimeEq;

/// After this many wrong attempts an app is locked out.
const MAX_ATTEMPTS: u32 = 5;
/// How long it is locked out, and how long a wrong attempt counts, in seconds.
const LOCKED_FOR: i64 = 15 * 60;
/// At most this many apps are watched.
const MAX_APPS: usize = 10_000;
/// The friend's second factor at the start.
const VERIFICATION_CODE: &str = "135790";

/// An app's wrong attempts.
#[derive(Clone, Copy)]
struct Attempts {
    wrong: u32,
    last: Timestamp,
}

struct Inner {
    codes: HashMap<UserKind, String>,
    attempts: HashMap<String, Attempts>,
}

pub(crate) struct Accounts {
    inner: Mutex<Inner>,
}

impl Default for Accounts {
    fn default() -> Self {
        let codes = HashMap::from([(UserKind::Friend, VERIFICATION_CODE.to_owned())]);
        Self {
            inner: Mutex::new(Inner {
                codes,
                attempts: HashMap::new(),
            }),
        }
    }
}

fn same(a: &str, b: &str) -> bool {
    a.as_bytes().ct_eq(b.as_bytes()).into()
}

/// The account that signs in with this name or e-mail address and this password.
fn find(login: &str, password: &str) -> Option<UserKind> {
    let login = login.trim();
    UserKind::ALL.into_iter().find(|user| {
        let named = [user.username().as_str(), user.profile().email]
            .iter()
            .any(|name| !name.is_empty() && name.eq_ignore_ascii_case(login));
        let known = user.profile().password;
        named && known.is_some_and(|known| same(known, password))
    })
}

impl Accounts {
    pub(crate) fn verification_code(&self, user: UserKind) -> Option<String> {
        self.lock().codes.get(&user).cloned()
    }

    pub(crate) fn set_verification_code(&self, user: UserKind, code: Option<&str>) {
        let codes = &mut self.lock().codes;
        match code {
            Some(code) => codes.insert(user, code.to_owned()),
            None => codes.remove(&user),
        };
    }

    /// Who signs in, or why not.
    pub(crate) fn sign_in(
        &self,
        app: &str,
        login: &str,
        password: &str,
        code: Option<&str>,
        now: Timestamp,
    ) -> Result<UserKind, Refusal> {
        let mut inner = self.lock();
        let inner = &mut *inner;
        let counts = |attempts: &Attempts| now < attempts.last.plus_secs(LOCKED_FOR);
        inner.attempts.retain(|_, attempts| counts(attempts));
        let wrong = inner.attempts.get(app).map_or(0, |app| app.wrong);
        if wrong >= MAX_ATTEMPTS {
            return Err(Refusal::Locked);
        }
        let refusal = match find(login, password) {
            None => Refusal::WrongPassword,
            Some(user) => match (inner.codes.get(&user), code.unwrap_or_default().trim()) {
                (Some(_), "") => return Err(Refusal::VerificationCodeNeeded),
                (Some(known), sent) if !same(known, sent) => Refusal::BadVerificationCode,
                _ => {
                    inner.attempts.remove(app);
                    return Ok(user);
                }
            },
        };
        if inner.attempts.len() < MAX_APPS || wrong > 0 {
            let attempts = Attempts {
                wrong: wrong + 1,
                last: now,
            };
            inner.attempts.insert(app.to_owned(), attempts);
        }
        Err(refusal)
    }

    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Lets a caller switch to a user of the Home, or says with which status not.
pub(crate) fn check_home_pin(
    user: UserKind,
    pin: Option<&str>,
    refused: StatusCode,
) -> Result<(), Refusal> {
    match user.profile().home_pin {
        Some(known) if !pin.is_some_and(|pin| same(known, pin)) => Err(Refusal::HomePin(refused)),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RIGHT: &str = "olive-Password-1";

    #[test]
    fn five_wrong_attempts_lock_one_app_for_a_while() {
        let accounts = Accounts::default();
        let sign_in = |app, password, now| {
            accounts.sign_in(app, "olive.owner", password, None, Timestamp(now))
        };
        for second in 0..5 {
            assert_eq!(sign_in("a", "no", second), Err(Refusal::WrongPassword));
        }
        assert_eq!(sign_in("a", RIGHT, 5), Err(Refusal::Locked));
        assert_eq!(sign_in("b", RIGHT, 5), Ok(UserKind::Owner));
        assert_eq!(
            sign_in("a", RIGHT, 4 + LOCKED_FOR - 1),
            Err(Refusal::Locked)
        );
        assert_eq!(sign_in("a", RIGHT, 4 + LOCKED_FOR), Ok(UserKind::Owner));
    }

    #[test]
    fn the_second_factor_is_asked_for_after_the_password() {
        let accounts = Accounts::default();
        let sign_in = |password: &str, code| {
            accounts.sign_in("a", "FRED@friends.test", password, code, Timestamp(0))
        };
        let right = "fred-Password-4";
        assert_eq!(sign_in("x", Some("135790")), Err(Refusal::WrongPassword));
        assert_eq!(sign_in(right, None), Err(Refusal::VerificationCodeNeeded));
        assert_eq!(sign_in(right, Some("0")), Err(Refusal::BadVerificationCode));
        assert_eq!(sign_in(right, Some(" 135790 ")), Ok(UserKind::Friend));
        accounts.set_verification_code(UserKind::Friend, None);
        assert_eq!(sign_in(right, None), Ok(UserKind::Friend));
    }

    #[test]
    fn nobody_signs_in_without_a_name_or_a_password() {
        let accounts = Accounts::default();
        for (login, password) in [("", ""), ("mina.managed", ""), ("", RIGHT), ("sam", RIGHT)] {
            let refused = accounts.sign_in("a", login, password, None, Timestamp(0));
            assert_eq!(refused, Err(Refusal::WrongPassword), "{login}");
            accounts.lock().attempts.clear();
        }
    }
}
