//! The users of a Home, and switching between them.

use crate::codec::envelope::MediaContainer;
use crate::endpoint::endpoints;
use crate::model::{Account, HomeUsers, SwitchedUser};
use crate::reply::Plain;
use crate::text::Text;
use crate::token::Secret;
use serde::{Deserialize, Serialize};

/// `GET /api/home/users`
///
/// Lists the users of the Home that the account belongs to.
///
/// - Answer: the users, and the number of the Home's guest.
/// - Errors: 401 with code 1001 for the token.
/// - Who: any account's token.
/// - Source: `get_home_users`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct GetHomeUsers {}

/// `POST /api/home/users/{id}/switch`
///
/// Switches to another user of the Home, the way apps have done it from the start.
///
/// - Parameters: the user's number; the user's PIN, where one is set.
/// - Answer: the user with an account token of theirs.
/// - Errors: 401 with code 1001 for the token; 401 or 403 with code 1041 where the PIN is missing or wrong, so that the
///   status alone does not tell one from the other; 404 for a user who is not of this Home.
/// - Who: any account's token of the Home.
/// - Source: `switch_home_user`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SwitchHomeUser {
    /// The user's number.
    pub id: u64,
    /// The user's PIN.
    pub pin: Option<Secret>,
}

impl From<u64> for SwitchHomeUser {
    fn from(id: u64) -> Self {
        Self { id, pin: None }
    }
}

/// `POST /api/v2/home/users/{uuid}/switch`
///
/// Switches to another user of the Home.
///
/// - Parameters: the user's global id, or number; the user's PIN, where one is set; what the answer is to include beside
///   the account.
/// - Answer: the user's account with a token of theirs, status 201.
/// - Errors: 401 with code 1001 for the token; 403 with code 1041 where the PIN is missing or wrong; 404 for a user who
///   is not of this Home.
/// - Who: any account's token of the Home.
/// - Source: `switch_home_user_v2`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SwitchHomeUserV2 {
    /// The user's global id, or number.
    pub uuid: Text,
    /// The user's PIN.
    pub pin: Option<Secret>,
    /// Whether to include what the user subscribed to.
    pub include_subscriptions: Option<bool>,
    /// Whether to include the user's providers.
    pub include_providers: Option<bool>,
    /// Whether to include the user's settings.
    pub include_settings: Option<bool>,
    /// Whether to include the settings that the Home shares.
    pub include_shared_settings: Option<bool>,
}

impl From<Text> for SwitchHomeUserV2 {
    fn from(uuid: Text) -> Self {
        Self {
            uuid,
            ..Self::default()
        }
    }
}

endpoints! {
    ($) PlexTv, home, plextv_home_endpoints;
    GetHomeUsers {}: GET "/api/home/users" -> MediaContainer<HomeUsers>, User, Read;
    SwitchHomeUser: POST "/api/home/users/{id}/switch" -> Plain<SwitchedUser>, User, Once;
    SwitchHomeUserV2: POST "/api/v2/home/users/{uuid}/switch" -> Plain<Account>, User, Once,
        status CREATED;
}
