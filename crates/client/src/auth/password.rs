//! Sign-in with a password, and a second factor where the account has one. Nothing here is ever tried twice.

use super::{SignInFlow, SignedIn};
use crate::error::{Error, ErrorKind};
use crate::policy::RetryPolicy;
use plex_sdk_contract::endpoints::plextv::authentication as operations;
use plex_sdk_contract::error::codes;
use plex_sdk_contract::{AccountToken, Secret};

/// What a person signs in with.
#[derive(Clone, Debug)]
#[must_use]
pub struct Password {
    login: String,
    secret: Secret,
    code: Option<Secret>,
    remember: Option<bool>,
}

impl Password {
    /// A user name or e-mail address, and its password.
    pub fn new(login: impl Into<String>, password: impl Into<Secret>) -> Self {
        Self {
            login: login.into(),
            secret: password.into(),
            code: None,
            remember: None,
        }
    }

    /// The code of the second factor, which [`PasswordError::VerificationNeeded`] asks for.
    pub fn verification_code(mut self, code: impl Into<Secret>) -> Self {
        self.code = Some(code.into());
        self
    }

    /// Whether to stay signed in for long; plex.tv decides where nothing is said.
    pub fn remember(mut self, remember: bool) -> Self {
        self.remember = Some(remember);
        self
    }
}

/// Why a sign-in with a password was refused.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PasswordError {
    /// The name or the password is wrong; plex.tv does not say which.
    #[error("the user name or the password is wrong")]
    WrongCredentials,
    /// The account has a second factor: sign in again with its code.
    #[error("the account wants the code of its second factor as well")]
    VerificationNeeded,
    /// The code of the second factor is wrong or too old.
    #[error("the code of the second factor is wrong or too old")]
    VerificationWrong,
    /// Too many wrong attempts. Each further one makes it last longer.
    #[error("plex.tv locked the sign-in after too many wrong attempts; wait before the next one")]
    Locked,
    /// The call failed; it says nothing about the password.
    #[error(transparent)]
    Other(#[from] Error),
}

impl PasswordError {
    /// What plex.tv means with an error, to someone who gave a code or did not.
    fn of(error: Error, gave_code: bool) -> Self {
        let Some(api) = error.api_error() else {
            return Self::Other(error);
        };
        match api.code() {
            Some(codes::LOCKED) => return Self::Locked,
            Some(codes::VERIFICATION_CODE_NEEDED) => return Self::VerificationNeeded,
            Some(codes::BAD_VERIFICATION_CODE) => return Self::VerificationWrong,
            Some(codes::UNAUTHENTICATED) if *error.kind() == ErrorKind::Unauthorized => {
                return Self::WrongCredentials;
            }
            _ => {}
        }
        if api.status != 401 || api.errors.is_empty() {
            return Self::Other(error);
        }
        let about_code = api.errors.iter().any(|detail| {
            let message = detail.message.to_ascii_lowercase();
            message.contains("verification code")
        });
        match (about_code, gave_code, api.code()) {
            (true, true, _) => Self::VerificationWrong,
            (true, false, _) => Self::VerificationNeeded,
            (false, _, Some(0) | None) => Self::WrongCredentials,
            // A code that nobody here knows: not for us to say what it means.
            (false, _, Some(_)) => Self::Other(error),
        }
    }
}

impl SignInFlow<AccountToken> {
    /// Signs in with a password, once: a refusal is never tried again, which would only lead to a lock.
    pub async fn with_password(self, given: Password) -> Result<SignedIn, PasswordError> {
        let mut request = operations::SignIn::new(given.login.as_str(), given.secret.clone());
        request.remember_me = given.remember;
        request.verification_code = given.code.clone();

        let call = self.account.authentication().sign_in(request);
        let user = match call.without_token().retries(RetryPolicy::none()).await {
            Ok(user) => user.0,
            Err(error) => {
                let error = error.without(given.secret.expose());
                let error = match &given.code {
                    Some(code) => error.without(code.expose()),
                    None => error,
                };
                return Err(PasswordError::of(error, given.code.is_some()));
            }
        };
        Ok(SignedIn::of("SignIn", &self.account, user)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use bytes::Bytes;
    use http::{HeaderMap, StatusCode};
    use plex_sdk_contract::ApiError;

    fn of(status: u16, body: &'static str, gave_code: bool) -> PasswordError {
        let status = StatusCode::from_u16(status).unwrap();
        let (headers, body) = (HeaderMap::new(), Bytes::from_static(body.as_bytes()));
        let api = ApiError::new(status, &headers, &body);
        PasswordError::of(Error::api("SignIn", headers, api), gave_code)
    }

    #[test]
    fn each_refusal_has_its_meaning() {
        use PasswordError as E;
        let body = |code| match code {
            1001 => r#"{"errors":[{"code":1001,"message":"m","status":401}]}"#,
            1028 => r#"{"errors":[{"code":1028,"message":"m","status":401}]}"#,
            1029 => r#"{"errors":[{"code":1029,"message":"m","status":401}]}"#,
            1031 => r#"{"errors":[{"code":1031,"message":"m","status":401}]}"#,
            _ => r#"{"errors":[{"code":4711,"message":"m","status":401}]}"#,
        };
        assert!(matches!(of(401, body(1001), false), E::WrongCredentials));
        assert!(matches!(of(401, body(1028), true), E::VerificationWrong));
        assert!(matches!(of(401, body(1029), false), E::VerificationNeeded));
        assert!(matches!(of(401, body(1031), false), E::Locked));
        assert!(matches!(of(429, body(1031), false), E::Locked));
        assert!(matches!(of(401, body(0), false), E::Other(_)));
    }

    #[test]
    fn words_tell_where_no_code_does() {
        use PasswordError as E;
        let words = r#"{"errors":[{"message":"Please enter the verification code"}]}"#;
        assert!(matches!(of(401, words, false), E::VerificationNeeded));
        assert!(matches!(of(401, words, true), E::VerificationWrong));
        let bare = r#"{"error":"Invalid email, username, or password."}"#;
        assert!(matches!(of(401, bare, false), E::WrongCredentials));
    }

    #[test]
    fn what_is_not_plex_tv_s_word_decides_nothing() {
        use PasswordError as E;
        for (status, body) in [
            (401, "<html><title>Sign in to the hotel</title></html>"),
            (401, ""),
            (400, r#"{"errors":[{"code":1000,"message":"no id"}]}"#),
            (500, r#"{"errors":[{"code":1001,"message":"broken"}]}"#),
            (503, "busy"),
        ] {
            assert!(
                matches!(of(status, body, false), E::Other(_)),
                "{status} {body}"
            );
        }
    }
}
