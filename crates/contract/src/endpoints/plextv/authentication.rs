//! Sign-in at plex.tv with a PIN, a password or a device's key, sign-out, and the check of a token.

use crate::ids::PinId;
use crate::model::{AccountDetails, AuthKeys, Claim, ExchangedToken, Jwk, Nonce, Pin};
use crate::reply::{Binary, NoBody, Plain};
use crate::text::Text;
use crate::token::{Jwt, Secret};
use plex_sdk_derive::{endpoints, request};

endpoints! {
    PlexTv, authentication, plextv_authentication_endpoints;

    /// Creates a PIN that a user approves at plex.tv to sign in the app.
    CreatePin: POST "/api/v2/pins" -> Plain<Pin>, Public, Once, in QueryOrJson, status CREATED, unpublished;
    /// Returns the state of a PIN, with a token once a user has approved it.
    GetPin: GET "/api/v2/pins/{pinId}" -> Plain<Pin>, Public, Read, unpublished;
    /// Approves the PIN of another app, which signs that app in to the caller's account.
    LinkPin: PUT "/api/v2/pins/link" | "/api/v2/pins/link.json"
        -> NoBody, User, Once, in Form, status NO_CONTENT, unpublished;
    /// Signs in with a username or email address and a password.
    SignIn: POST "/api/v2/users/signin" -> Plain<AccountDetails>, Public, Once, in Form, status CREATED, unpublished;
    /// Signs out by revoking the token that the request is sent with.
    SignOut {}: DELETE "/api/v2/users/signout" -> NoBody, User, Once, status NO_CONTENT, unpublished;
    /// Returns the account that the token belongs to, and so checks if the token is valid.
    GetTokenDetails {}: GET "/api/v2/user" -> Plain<AccountDetails>, User, Read, unpublished;
    /// Registers the device's public key at plex.tv, so that the device can obtain JWTs.
    RegisterDeviceJwk: POST "/api/v2/auth/jwk"
        -> NoBody, User, Idempotent, at PlexTvClients, in Json, unpublished;
    /// Returns a one-time nonce for the JWT that a device signs.
    GetAuthNonce {}: GET "/api/v2/auth/nonce" -> Plain<Nonce>, Public, Read, at PlexTvClients, unpublished;
    /// Exchanges a JWT signed by the device for a plex.tv JWT.
    ExchangeJwtToken: POST "/api/v2/auth/token"
        -> Plain<ExchangedToken>, Public, Once, at PlexTvClients, in Json, unpublished;
    /// Lists the public keys that plex.tv signs JWTs with.
    GetAuthKeys {}: GET "/api/v2/auth/keys" -> Plain<AuthKeys>, Public, Read, at PlexTvClients, unpublished;
    /// Creates a claim token, which adds an unclaimed server to the account.
    GetClaimToken {}: GET "/api/claim/token.json" -> Plain<Claim>, User, Once, unpublished;
    /// Checks that plex.tv is reachable, and keeps the token from expiring.
    Ping {}: GET "/api/v2/ping" -> NoBody, Public, Idempotent, unpublished;
    /// Creates a sign-in PIN with the older XML API.
    CreateLegacyPin {}: POST "/pins.xml" -> Binary, Public, Once, unpublished;
}

/// Without `strong`, the code has four characters, and the user enters it at <https://plex.tv/link>. With `strong`, the
/// code is long and meant to be passed in a URL: the app opens the sign-in page in a browser. Codes expire; the
/// response says when.
///
/// With `jwk`, the app receives a JWT instead of an account token. The parameters are then sent as a JSON body. plex.tv
/// responds with 422 if the key is invalid or registered to another device.
///
/// Requests without a client identifier fail with 400 (code 1000). Too many requests fail with 429.
#[request]
pub struct CreatePin {
    /// Whether to create a long code, for signing in with a browser.
    pub strong: Option<bool>,
    /// The public key of the device, to receive a JWT.
    pub jwk: Option<Jwk>,
}

/// Poll until the response contains a token. plex.tv responds with 404 (code 1020) if the PIN has expired or was
/// created by an app with another client identifier, and 422 if the device's JWT is invalid.
#[request]
pub struct GetPin {
    /// The id of the PIN.
    pub pin_id: PinId,
    /// The code of the PIN, as an additional check.
    pub code: Option<Text>,
    /// A JWT that the device signed. Required if the PIN was created with a public key.
    #[wire(name = "deviceJWT")]
    pub device_jwt: Option<Jwt>,
}

/// The other app receives a token for the caller's account. plex.tv requires the header `X-Plex-Product: Plex SSO`. It
/// responds with 404 (code 1020) if no pending PIN has this code.
#[request]
pub struct LinkPin {
    /// The four-character code that the other app shows.
    pub code: Text,
}

/// Managed users have no password and cannot sign in this way.
///
/// The code of a 401 error tells the cause: 1001 means that the username or password is wrong, 1029 that a verification
/// code is required, 1028 that the verification code is wrong, and 1031 that sign-in is locked after too many attempts.
/// Do not retry while it is locked. Requests without a client identifier fail with 400 (code 1000).
#[request]
pub struct SignIn {
    /// The username or email address.
    pub login: Text,
    /// The password.
    pub password: Secret,
    /// Whether to stay signed in for a long time.
    pub remember_me: Option<bool>,
    /// The two-factor verification code. Required if the account uses two-factor authentication.
    pub verification_code: Option<Secret>,
}

#[request]
pub struct SignOut {}

/// plex.tv responds with 401 (code 1001) if the token is unknown, revoked or expired, and 498 if it is an expired JWT.
/// A network error or a 5xx status says nothing about the token.
#[request]
pub struct GetTokenDetails {}

/// The request needs an existing account token. Afterwards, the device gets its tokens by signing a JWT with the
/// matching private key.
///
/// plex.tv responds with 422 if the key is invalid or registered to another device. Too many requests fail with 429.
#[request]
pub struct RegisterDeviceJwk {
    /// The public key of the device.
    pub jwk: Jwk,
}

/// The nonce is valid for 5 minutes. Too many requests fail with 429.
#[request]
pub struct GetAuthNonce {}

/// The JWT in the response is valid for 7 days. plex.tv accepts it, but servers do not.
///
/// The device's JWT must be signed with its registered key and contain the claims `nonce`, `scope`, `aud` (`plex.tv`),
/// `iss` (the client identifier), `iat` and `exp`. If it is invalid, plex.tv responds with 422. Too many requests fail
/// with 429.
#[request]
pub struct ExchangeJwtToken {
    /// The JWT that the device signed.
    pub jwt: Jwt,
}

/// Use them to verify a JWT. The newest key is the last one.
#[request]
pub struct GetAuthKeys {}

/// The token starts with `claim-` and is valid for about 4 minutes.
#[request]
pub struct GetClaimToken {}

/// Without a token, the request only checks that plex.tv is reachable. An invalid token fails with 401.
#[request]
pub struct Ping {}

/// Use [`CreatePin`] instead. The response is returned as unparsed XML, with elements such as `id`, `code`,
/// `client-identifier` and `expires-at`.
#[request]
pub struct CreateLegacyPin {}
