//! Is a token still good? And the end of one.

use crate::account::Account;
use crate::error::Error;
use http::header::WWW_AUTHENTICATE;
use plex_sdk_contract::codec::Looks;
use plex_sdk_contract::model;

/// What plex.tv says about a token.
#[derive(Debug)]
#[non_exhaustive]
pub enum TokenStatus {
    /// It is good, and this account's.
    Valid(Box<model::AccountDetails>),
    /// plex.tv does not know it, or no longer: sign in again.
    Rejected(Error),
    /// plex.tv knew it once and says that it was revoked (422) or has expired (498): sign in again, or renew it.
    Revoked(Error),
    /// Nobody said anything about the token: keep it, and ask again later.
    Undecided(Error),
}

impl TokenStatus {
    /// The token is good.
    pub fn is_valid(&self) -> bool {
        matches!(self, Self::Valid(_))
    }

    /// The token is of no more use: [`Rejected`](Self::Rejected) or [`Revoked`](Self::Revoked).
    pub fn is_refused(&self) -> bool {
        matches!(self, Self::Rejected(_) | Self::Revoked(_))
    }

    /// What a failed question about a token means. Only plex.tv's own clear words count against the token.
    fn of(error: Error) -> Self {
        let Some(api) = error.api_error() else {
            return Self::Undecided(error);
        };
        // A proxy or a hotel's network that wants a sign-in of its own says 401 too.
        let foreign = error
            .headers()
            .is_some_and(|headers| headers.contains_key(WWW_AUTHENTICATE));
        let typed = !api.errors.is_empty();
        let nothing = Looks::of(&api.body) == Looks::Empty;
        match api.status.as_u16() {
            401 if typed || (nothing && !foreign) => Self::Rejected(error),
            422 if error.is_unauthorized() => Self::Revoked(error),
            498 => Self::Revoked(error),
            _ => Self::Undecided(error),
        }
    }
}

impl Account {
    /// Asks plex.tv whether this client's token is good. An account's token and a signed one can be asked about.
    pub async fn check_token(&self) -> TokenStatus {
        match self.authentication().get_token_details().await {
            Ok(user) => TokenStatus::Valid(Box::new(user.0)),
            Err(error) => TokenStatus::of(error),
        }
    }

    /// Ends this client's token: nobody can use it from then on, a copy neither. An error that
    /// [is `Unauthorized`](Error::is_unauthorized) says that it was good for nothing already.
    pub async fn sign_out(&self) -> Result<(), Error> {
        self.authentication().sign_out().await.map(drop)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use bytes::Bytes;
    use http::{HeaderMap, HeaderValue, StatusCode};
    use plex_sdk_contract::ApiError;

    fn of(status: u16, body: &'static str, challenge: bool) -> TokenStatus {
        let status = StatusCode::from_u16(status).unwrap();
        let mut headers = HeaderMap::new();
        if challenge {
            headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static("Basic"));
        }
        let api = ApiError::new(status, &headers, &Bytes::from_static(body.as_bytes()));
        TokenStatus::of(Error::api("GetTokenDetails", headers, api))
    }

    const TYPED: &str = r#"{"errors":[{"code":1001,"message":"no","status":401}]}"#;

    #[test]
    fn only_a_clear_word_is_a_refusal() {
        assert!(matches!(of(401, TYPED, false), TokenStatus::Rejected(_)));
        assert!(matches!(of(401, "", false), TokenStatus::Rejected(_)));
        let xml = r#"<errors><error code="1001" message="no" status="401"/></errors>"#;
        assert!(matches!(of(401, xml, false), TokenStatus::Rejected(_)));
        assert!(matches!(
            of(422, "Invalid token", false),
            TokenStatus::Revoked(_)
        ));
        assert!(matches!(of(498, "", false), TokenStatus::Revoked(_)));
    }

    #[test]
    fn everything_else_leaves_it_open() {
        for (status, body, challenge) in [
            (
                401,
                "<html><title>Sign in to the hotel</title></html>",
                false,
            ),
            (401, "", true),
            (403, TYPED, false),
            (404, "", false),
            (422, r#"{"errors":[{"code":9,"message":"x"}]}"#, false),
            (429, "", false),
            (500, TYPED, false),
            (502, "<html></html>", false),
        ] {
            let verdict = of(status, body, challenge);
            assert!(
                matches!(verdict, TokenStatus::Undecided(_)),
                "{status} {body}"
            );
            assert!(!verdict.is_refused() && !verdict.is_valid());
        }
    }
}
