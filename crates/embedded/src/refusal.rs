//! [`Refusal`]: why a call is not answered, and how that looks on the wire.

use crate::builder::TokenRefusals;
use axum::response::Response;
use bytes::Bytes;
use http::{HeaderValue, StatusCode, header};
use plex_sdk_contract::codec::Format;
use plex_sdk_contract::endpoint::Host;
use plex_sdk_contract::error::{ErrorBody, codes};

/// Why a call is not answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// A parameter is missing or wrong.
    BadRequest,
    /// plex.tv wants to know which app calls.
    NoClientIdentifier,
    /// The token is missing, unknown, revoked or expired.
    Unauthorized,
    /// The token is good, but this needs more.
    Forbidden,
    /// There is nothing here for the caller.
    NotFound,
    /// The PIN is unknown, another app's, or has expired.
    PinNotFound,
    /// No account signs in with this name and password.
    WrongPassword,
    /// The account wants the code of its second factor.
    VerificationCodeNeeded,
    /// The code of the second factor is wrong.
    BadVerificationCode,
    /// Too many wrong attempts.
    Locked,
    /// The Home user's PIN is missing or wrong; the status that says so differs.
    HomePin(StatusCode),
    /// A device's key is none that plex.tv takes.
    BadKey,
    /// A device's key is another device's.
    KeyTaken,
    /// A device's token is not signed with its key, or does not say what it has to.
    BadDeviceToken,
    /// The signed token was good once.
    TokenExpired,
    /// The body is longer than plex.tv reads.
    TooLarge,
    /// Too many of what can be asked for.
    TooMany,
    /// The operation is one of Plex's, and the embedded Plex does not have it.
    NotServed,
    /// The answer could not be written.
    Broken,
}

/// The data file cannot be read or written.
impl From<rusqlite::Error> for Refusal {
    fn from(error: rusqlite::Error) -> Self {
        tracing::error!(%error, "the data file does not do its work");
        Self::Broken
    }
}

impl Refusal {
    fn status(self) -> StatusCode {
        match self {
            Self::BadRequest | Self::NoClientIdentifier => StatusCode::BAD_REQUEST,
            Self::Unauthorized
            | Self::WrongPassword
            | Self::VerificationCodeNeeded
            | Self::BadVerificationCode
            | Self::Locked => StatusCode::UNAUTHORIZED,
            Self::HomePin(status) => status,
            Self::BadKey | Self::KeyTaken | Self::BadDeviceToken => {
                StatusCode::UNPROCESSABLE_ENTITY
            }
            Self::TokenExpired => StatusCode::from_u16(498).unwrap_or(StatusCode::UNAUTHORIZED),
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooMany => StatusCode::TOO_MANY_REQUESTS,
            Self::Forbidden => StatusCode::FORBIDDEN,
            Self::NotFound | Self::PinNotFound => StatusCode::NOT_FOUND,
            Self::NotServed => StatusCode::NOT_IMPLEMENTED,
            Self::Broken => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// Plex's own code and words, as plex.tv gives them.
    fn detail(self) -> (i64, &'static str) {
        match self {
            Self::NoClientIdentifier => (
                codes::NO_CLIENT_IDENTIFIER,
                "X-Plex-Client-Identifier is missing",
            ),
            Self::Unauthorized => (
                codes::UNAUTHENTICATED,
                "User could not be authenticated with this token",
            ),
            Self::PinNotFound => (
                codes::PIN_NOT_FOUND,
                "There is no such PIN, or it has expired",
            ),
            Self::WrongPassword => (
                codes::UNAUTHENTICATED,
                "No account has this name and password",
            ),
            Self::VerificationCodeNeeded => (
                codes::VERIFICATION_CODE_NEEDED,
                "Please enter the verification code",
            ),
            Self::BadVerificationCode => (
                codes::BAD_VERIFICATION_CODE,
                "This verification code is wrong",
            ),
            Self::Locked => (codes::LOCKED, "Too many attempts; wait a while"),
            Self::HomePin(_) => (codes::HOME_PIN_NEEDED, "The PIN is missing or wrong"),
            Self::BadKey => (0, "This is no Ed25519 key"),
            Self::KeyTaken => (0, "Thumbprint has already been taken"),
            Self::BadDeviceToken => (0, "The device's token could not be verified"),
            Self::TokenExpired => (0, "The token has expired"),
            Self::TooLarge => (0, "The body is too long"),
            Self::TooMany => (0, "Too many requests"),
            Self::BadRequest => (0, "A parameter is missing or wrong"),
            Self::Forbidden => (0, "This account may not do that"),
            Self::NotFound => (0, "There is nothing here"),
            Self::NotServed => (0, "The embedded Plex does not have this operation"),
            Self::Broken => (0, "The answer could not be written"),
        }
    }

    /// The answer. Servers send pages; plex.tv and, where `refusals` says so, `/security` send typed errors.
    pub(crate) fn into_response(
        self,
        host: Host,
        security: bool,
        refusals: TokenRefusals,
        format: Format,
    ) -> Response {
        if host == Host::PlexTv {
            return self.typed(format);
        }
        match (self, security, refusals) {
            (Self::Unauthorized, true, TokenRefusals::Unauthorized) => self.typed(Format::Json),
            (Self::Unauthorized, true, TokenRefusals::Forbidden) => Self::Forbidden.page(),
            _ => self.page(),
        }
    }

    fn typed(self, format: Format) -> Response {
        let (code, message) = self.detail();
        let body = ErrorBody::one(self.status(), code, message).encode(format);
        let mut response = Response::new(body.unwrap_or_default().into());
        *response.status_mut() = self.status();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, format.content_type());
        response
    }

    fn page(self) -> Response {
        page(self.status())
    }
}

/// A page that says no more than a status.
pub(crate) fn page(status: StatusCode) -> Response {
    let reason = status.canonical_reason().unwrap_or_default();
    let body = format!(
        "<html><head><title>{reason}</title></head><body><h1>{} {reason}</h1></body></html>",
        status.as_u16()
    );
    let mut response = Response::new(Bytes::from(body).into());
    *response.status_mut() = status;
    let kind = HeaderValue::from_static("text/html");
    response.headers_mut().insert(header::CONTENT_TYPE, kind);
    response
}
