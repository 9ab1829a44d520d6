//! Sign-in at plex.tv with a PIN, a password or a device's key, sign-out, and the check of a token.

use crate::endpoint::endpoints;
use crate::ids::PinId;
use crate::model::{AccountDetails, AuthKeys, Claim, ExchangedToken, Jwk, Nonce, Pin};
use crate::reply::{Binary, NoBody, Plain};
use crate::text::Text;
use crate::token::{Jwt, Secret};
use plex_sdk_derive::Request;

/// `POST /api/v2/pins`
///
/// Makes a PIN that a person approves at plex.tv, signing the app in.
///
/// - Parameters: `strong`, for a long code that travels in a browser's address; without it the code has four letters
///   that a person types. `jwk`, the device's public key, to get a signed token instead of an account token; then the
///   parameters travel as JSON in the body.
/// - Answer: the PIN with its code and the seconds until it expires, status 201.
/// - Errors: 400 with code 1000 without `X-Plex-Client-Identifier`; 422 for a key that is none or is another device's;
///   429 after too many.
/// - Who: anyone, without a token; the client identifier is needed.
/// - Source: `create_pin`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct CreatePin {
    /// Whether the code is long.
    pub strong: Option<bool>,
    /// The device's public key.
    pub jwk: Option<Jwk>,
}

/// `GET /api/v2/pins/{pinId}`
///
/// Tells whether a person approved the PIN yet.
///
/// - Parameters: the PIN's number; its code, to be sure; for a PIN with a key, a token that the device signed with it.
/// - Answer: the PIN, with the account's token once it was approved.
/// - Errors: 404 with code 1020 where the PIN has expired or is another app's; 422 for a device's token that is no good.
/// - Who: the app that made it, told by its client identifier; without a token.
/// - Source: `get_pin`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetPin {
    /// The PIN's number.
    pub pin_id: PinId,
    /// Its code.
    pub code: Option<Text>,
    /// A token that the device signed.
    #[wire(name = "deviceJWT")]
    pub device_jwt: Option<Jwt>,
}

impl From<PinId> for GetPin {
    fn from(pin_id: PinId) -> Self {
        Self {
            pin_id,
            ..Self::default()
        }
    }
}

/// `PUT /api/v2/pins/link`
///
/// Approves another app's PIN: that app gets a token of the caller's account.
///
/// - Parameters: the code of four letters that the other app shows.
/// - Answer: nothing, status 204.
/// - Errors: 401 with code 1001 for the token; 404 with code 1020 where no PIN waits under this code.
/// - Who: any account's token; plex.tv wants `X-Plex-Product: Plex SSO`.
/// - Source: `link_pin`.
#[derive(Clone, Debug, PartialEq, Eq, Request)]
#[wire(required)]
pub struct LinkPin {
    /// The code.
    pub code: Text,
}

impl From<Text> for LinkPin {
    fn from(code: Text) -> Self {
        Self { code }
    }
}

/// `POST /api/v2/users/signin`
///
/// Signs an account in with its password.
///
/// - Parameters: user name or e-mail address; password; whether to stay signed in for long; the code of the second
///   factor, where the account has one.
/// - Answer: the account with its token, status 201.
/// - Errors: 400 with code 1000 without `X-Plex-Client-Identifier`; 401 with code 1001 for a wrong name or password,
///   1029 where a verification code is needed, 1028 where it is wrong, 1031 after too many attempts. Trying again while
///   locked helps nobody.
/// - Who: anyone, without a token; a managed user has no password.
/// - Source: `sign_in`.
#[derive(Clone, Debug, PartialEq, Eq, Request)]
#[wire(required)]
pub struct SignIn {
    /// The user name or e-mail address.
    pub login: Text,
    /// The password.
    pub password: Secret,
    /// Whether to stay signed in for long.
    pub remember_me: Option<bool>,
    /// The code of the second factor.
    pub verification_code: Option<Secret>,
}

impl SignIn {
    /// Signs in with a name or e-mail address and a password.
    pub fn new(login: impl Into<Text>, password: impl Into<Secret>) -> Self {
        Self {
            login: login.into(),
            password: password.into(),
            remember_me: None,
            verification_code: None,
        }
    }
}

/// `DELETE /api/v2/users/signout`
///
/// Ends the token that it is called with.
///
/// - Answer: nothing, status 204.
/// - Errors: 401 with code 1001 for the token.
/// - Who: any account's token.
/// - Source: `sign_out`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct SignOut {}

/// `GET /api/v2/user`
///
/// Tells whose token it is; the way to check that a token is still good.
///
/// - Answer: the account.
/// - Errors: 401 with code 1001 for a token that is unknown, revoked or expired; 498 for a signed token that has expired.
/// - Who: any account's token.
/// - Source: `get_token_details`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct GetTokenDetails {}

/// `POST /api/v2/auth/jwk`
///
/// Makes a device's public key known to plex.tv, so that the device can sign its way in from then on.
///
/// - Parameters: the key, as JSON in the body.
/// - Answer: nothing that counts.
/// - Errors: 400 with code 1000 without `X-Plex-Client-Identifier`; 401 with code 1001 for the token; 422 for a key that
///   is none or is another device's; 429 after too many.
/// - Who: any account's token.
/// - Source: `register_device_jwk`.
#[derive(Clone, Debug, PartialEq, Eq, Request)]
#[wire(required)]
pub struct RegisterDeviceJwk {
    /// The key.
    pub jwk: Jwk,
}

impl From<Jwk> for RegisterDeviceJwk {
    fn from(jwk: Jwk) -> Self {
        Self { jwk }
    }
}

/// `GET /api/v2/auth/nonce`
///
/// Gets a text that a device's next token is to hold; it is good once and for five minutes.
///
/// - Answer: the text.
/// - Errors: 400 with code 1000 without `X-Plex-Client-Identifier`; 429 after too many.
/// - Who: anyone, without a token.
/// - Source: `get_auth_nonce`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct GetAuthNonce {}

/// `POST /api/v2/auth/token`
///
/// Gives a signed token of plex.tv in exchange for one that the device signed with its registered key.
///
/// - Parameters: the device's token, as JSON in the body: its claims are `nonce`, `scope`, `aud` (`plex.tv`), `iss` (the
///   client identifier), `iat` and `exp`.
/// - Answer: the token, good for seven days at plex.tv and at no server.
/// - Errors: 400 with code 1000 without `X-Plex-Client-Identifier`; 422 for a device's token that is no good; 429 after
///   too many.
/// - Who: a device whose key is known, without a token.
/// - Source: `exchange_jwt_token`.
#[derive(Clone, Debug, PartialEq, Eq, Request)]
#[wire(required)]
pub struct ExchangeJwtToken {
    /// The device's token.
    pub jwt: Jwt,
}

impl From<Jwt> for ExchangeJwtToken {
    fn from(jwt: Jwt) -> Self {
        Self { jwt }
    }
}

/// `GET /api/v2/auth/keys`
///
/// Lists the keys that plex.tv signs tokens with, for whoever wants to check one.
///
/// - Answer: the keys; the newest stands last.
/// - Errors: 400 with code 1000 without `X-Plex-Client-Identifier`.
/// - Who: anyone, without a token.
/// - Source: `get_auth_keys`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct GetAuthKeys {}

/// `GET /api/claim/token.json`
///
/// Gets a token that claims a new server for the account; the server is told it once.
///
/// - Answer: the token; it starts with `claim-` and is good for about four minutes.
/// - Errors: 401 with a text under `error` for the token.
/// - Who: any account's token.
/// - Source: `get_claim_token`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct GetClaimToken {}

/// `GET /api/v2/ping`
///
/// Keeps a token from expiring, and tells whether plex.tv answers.
///
/// - Answer: nothing that counts: in XML `<pong>1</pong>`.
/// - Errors: 400 with code 1000 without `X-Plex-Client-Identifier`; 401 for a token that is sent and no good.
/// - Who: anyone; without a token it only tells that plex.tv is there.
/// - Source: `ping`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct Ping {}

/// `POST /pins.xml`
///
/// Makes a PIN the way apps did before [`CreatePin`], which is the one to use.
///
/// - Answer: an XML document as it is, whose elements are `id`, `code`, `client-identifier`, `expires-at` and so on,
///   with attributes for their types.
/// - Errors: 400 without `X-Plex-Client-Identifier`.
/// - Who: anyone, without a token; the client identifier is needed.
/// - Source: `create_legacy_pin`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct CreateLegacyPin {}

endpoints! {
    ($) PlexTv, authentication, plextv_authentication_endpoints;
    CreatePin: POST "/api/v2/pins" -> Plain<Pin>, Public, Once, in QueryOrJson, status CREATED;
    GetPin: GET "/api/v2/pins/{pinId}" -> Plain<Pin>, Public, Read;
    LinkPin: PUT "/api/v2/pins/link" | "/api/v2/pins/link.json" -> NoBody, User, Once, in Form,
        status NO_CONTENT;
    SignIn: POST "/api/v2/users/signin" -> Plain<AccountDetails>, Public, Once, in Form, status CREATED;
    SignOut {}: DELETE "/api/v2/users/signout" -> NoBody, User, Once, status NO_CONTENT;
    GetTokenDetails {}: GET "/api/v2/user" -> Plain<AccountDetails>, User, Read;
    RegisterDeviceJwk: POST "/api/v2/auth/jwk" -> NoBody, User, Idempotent, at PlexTvClients, in Json;
    GetAuthNonce {}: GET "/api/v2/auth/nonce" -> Plain<Nonce>, Public, Read, at PlexTvClients;
    ExchangeJwtToken: POST "/api/v2/auth/token" -> Plain<ExchangedToken>, Public, Once,
        at PlexTvClients, in Json;
    GetAuthKeys {}: GET "/api/v2/auth/keys" -> Plain<AuthKeys>, Public, Read, at PlexTvClients;
    GetClaimToken {}: GET "/api/claim/token.json" -> Plain<Claim>, User, Once;
    Ping {}: GET "/api/v2/ping" -> NoBody, Public, Idempotent;
    CreateLegacyPin {}: POST "/pins.xml" -> Binary, Public, Once;
}
