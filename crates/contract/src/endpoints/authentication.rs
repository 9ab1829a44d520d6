//! Temporary tokens of a server, and connections to sources it knows.

use crate::codec::envelope::MediaContainer;
use crate::endpoint::endpoints;
use crate::model::authentication::{MintedToken, SourceConnectionInformation};
use crate::source::SourceUri;
use plex_sdk_derive::Request;

open_enum! {
    /// What a transient token is for.
    TokenType {
        /// Acting for the caller: the one kind there is.
        Delegation = "delegation",
    }
}

open_enum! {
    /// How much a transient token may do.
    TokenScope {
        /// All that the caller may do: the one scope there is.
        All = "all",
    }
}

/// `POST /security/token`
///
/// Mints a temporary token with the caller's own access level. It is valid for at most 48 hours, and gone when the
/// server restarts.
///
/// - Parameters: `type`, which is `delegation`; `scope`, which is `all`. Both have these values by default.
/// - Answer: the token.
/// - Errors: 400 where a parameter is missing or another word; 401 (a typed error) or 403 (a page) without a token or
///   with one that the server does not accept.
/// - Who: anyone whose token the server accepts.
/// - Verbs: a server answers each; POST is preferred, GET is what older clients send.
/// - Source: `get_transient_token`.
#[derive(Clone, Debug, PartialEq, Eq, Request)]
#[wire(required)]
pub struct GetTransientToken {
    /// What the token is for.
    #[wire(name = "type")]
    pub kind: TokenType,
    /// How much it may do.
    pub scope: TokenScope,
}

impl Default for GetTransientToken {
    fn default() -> Self {
        Self {
            kind: TokenType::Delegation,
            scope: TokenScope::All,
        }
    }
}

impl From<(TokenType, TokenScope)> for GetTransientToken {
    fn from((kind, scope): (TokenType, TokenScope)) -> Self {
        Self { kind, scope }
    }
}

/// `GET /security/resources`
///
/// Tells how to reach a source that the server knows, with a transient token for it.
///
/// - Parameters: `source`, `server://<machine identifier>` or `provider://<identifier>`; `refresh`, to ask plex.tv
///   anew instead of taking what the server remembers.
/// - Answer: the source's name, identifier, addresses and a transient token for it.
/// - Errors: 400 where the source is missing or malformed; 401 (a typed error) or 403 (a page) for the token; 404 for a
///   source that the server does not know.
/// - Who: the owner's token, or a transient token made with it.
/// - Source: `get_source_connection_information`, server 1.15.4 or newer.
#[derive(Clone, Debug, PartialEq, Eq, Request)]
#[wire(required)]
pub struct GetSourceConnectionInformation {
    /// The source.
    pub source: SourceUri,
    /// Whether to ask anew.
    pub refresh: Option<bool>,
}

impl From<SourceUri> for GetSourceConnectionInformation {
    fn from(source: SourceUri) -> Self {
        Self {
            source,
            refresh: None,
        }
    }
}

endpoints! {
    ($) Pms, authentication, authentication_endpoints;
    GetTransientToken: POST | ANY_VERB "/security/token"
        -> MediaContainer<MintedToken>, User, Once;
    GetSourceConnectionInformation: GET "/security/resources"
        -> MediaContainer<SourceConnectionInformation>, Admin, Read, since 1 15 4;
}
