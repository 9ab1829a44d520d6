//! Temporary tokens of a server, and connections to sources it knows.

use crate::codec::envelope::MediaContainer;
use crate::model::authentication::{MintedToken, SourceConnectionInformation};
use crate::source::SourceUri;
use plex_sdk_derive::{endpoints, request};

endpoints! {
    Pms, authentication, authentication_endpoints;

    /// Creates a transient token with the caller's own access level.
    GetTransientToken: POST | ANY_VERB "/security/token" -> MediaContainer<MintedToken>, User, Once;
    /// Returns the connections of a source and a transient token for it.
    GetSourceConnectionInformation: GET "/security/resources"
        -> MediaContainer<SourceConnectionInformation>, Admin, Read, since 1 15 4;
}

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

/// The token is valid for up to 48 hours and stops working when the server restarts. The server responds with 401 or
/// 403 if it does not accept the caller's token.
#[request]
pub struct GetTransientToken {
    /// What the token is for. Default: `delegation`, the only supported value.
    #[wire(name = "type", preset = TokenType::Delegation)]
    pub kind: TokenType,
    /// What the token may be used for. Default: `all`, the only supported value.
    #[wire(preset = TokenScope::All)]
    pub scope: TokenScope,
}

/// A source is another server or a cloud provider that this server knows. A transient token works for this request if
/// it was created with the owner's token.
///
/// The server responds with 401 or 403 if it does not accept the caller's token.
#[request]
pub struct GetSourceConnectionInformation {
    /// The source: `server://<machine identifier>` or `provider://<identifier>`.
    pub source: SourceUri,
    /// Whether to force the server to refresh the information instead of using what it has cached.
    pub refresh: Option<bool>,
}
