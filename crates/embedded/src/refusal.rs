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
    /// The answer could not be written.
    Broken,
}

impl Refusal {
    fn status(self) -> StatusCode {
        match self {
            Self::BadRequest | Self::NoClientIdentifier => StatusCode::BAD_REQUEST,
            Self::Unauthorized => StatusCode::UNAUTHORIZED,
            Self::Forbidden => StatusCode::FORBIDDEN,
            Self::NotFound | Self::PinNotFound => StatusCode::NOT_FOUND,
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
            Self::BadRequest => (0, "A parameter is missing or wrong"),
            Self::Forbidden => (0, "This account may not do that"),
            Self::NotFound => (0, "There is nothing here"),
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
        let kind = format.content_type();
        response.headers_mut().insert(header::CONTENT_TYPE, kind);
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
