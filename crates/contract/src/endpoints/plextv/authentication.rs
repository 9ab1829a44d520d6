//! Sign-in at plex.tv with a PIN, and the check of a token.

use crate::endpoint::endpoints;
use crate::ids::PinId;
use crate::model::{Account, Pin};
use crate::reply::Plain;
use serde::{Deserialize, Serialize};

/// `POST /api/v2/pins`
///
/// Makes a PIN that a person approves at plex.tv, signing the app in.
///
/// - Parameters: `strong`, for a long code that travels in a browser's address; without it the code has four letters
///   that a person types.
/// - Answer: the PIN with its code and the seconds until it expires, status 201.
/// - Errors: 400 with code 1000 without `X-Plex-Client-Identifier`; 429 after too many.
/// - Who: anyone, without a token; the client identifier is needed.
/// - Source: `create_pin`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CreatePin {
    /// Whether the code is long.
    pub strong: Option<bool>,
}

/// `GET /api/v2/pins/{pinId}`
///
/// Tells whether a person approved the PIN yet.
///
/// - Parameters: the PIN's number.
/// - Answer: the PIN, with the account's token once it was approved.
/// - Errors: 404 with code 1020 where the PIN has expired or is another app's.
/// - Who: the app that made it, told by its client identifier; without a token.
/// - Source: `get_pin`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct GetPin {
    /// The PIN's number.
    pub pin_id: PinId,
}

impl From<PinId> for GetPin {
    fn from(pin_id: PinId) -> Self {
        Self { pin_id }
    }
}

/// `GET /api/v2/user`
///
/// Tells whose token it is; the way to check that a token is still good.
///
/// - Answer: the account.
/// - Errors: 401 with code 1001 for a token that is unknown, revoked or expired.
/// - Who: any account's token.
/// - Source: `get_token_details`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct GetTokenDetails {}

endpoints! {
    ($) PlexTv, authentication, plextv_authentication_endpoints;
    CreatePin: POST "/api/v2/pins" -> Plain<Pin>, Public, Once, status CREATED;
    GetPin: GET "/api/v2/pins/{pinId}" -> Plain<Pin>, Public, Read;
    GetTokenDetails {}: GET "/api/v2/user" -> Plain<Account>, User, Read;
}
