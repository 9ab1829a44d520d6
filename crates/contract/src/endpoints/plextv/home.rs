//! The users of a Home, and switching between them.

use crate::codec::envelope::MediaContainer;
use crate::endpoint::endpoints;
use crate::model::{AccountDetails, Home, HomeUser, HomeUsers, SwitchedUser};
use crate::reply::{NoBody, Plain};
use crate::text::Text;
use crate::token::Secret;
use plex_sdk_derive::Request;

/// `GET /api/home/users`
///
/// Lists the users of the Home that the account belongs to.
///
/// - Answer: the users, and the number of the Home's guest.
/// - Errors: 401 with code 1001 for the token.
/// - Who: any account's token.
/// - Source: `get_home_users`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
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
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
#[wire(required)]
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
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
#[wire(required)]
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

/// `GET /api/v2/home`
///
/// Tells of the Home that the account belongs to.
///
/// - Answer: the Home with its users.
/// - Errors: 401 with code 1001 for the token; 404 for an account without a Home.
/// - Who: any account's token.
/// - Source: `get_home`. One source takes rows of items for its answer, which belong to another operation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct GetHome {}

/// `GET /api/v2/home/users`
///
/// Lists the users of the Home that the account belongs to, the way new apps do.
///
/// - Answer: the Home with its users.
/// - Errors: 401 with code 1001 for the token.
/// - Who: any account's token.
/// - Source: recorded answers; in the published lists only the older `get_home_users` stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct GetHomeUsersV2 {}

/// `POST /api/home/users`
///
/// Adds a user to the Home: a managed one, or an account that is invited.
///
/// - Parameters: the name of a managed user, or the name or e-mail address of an account; one of the two.
/// - Answer: the user, in XML, status 201.
/// - Errors: 401 with code 1001 for the token.
/// - Who: the account that administers the Home.
/// - Source: `create_home_user`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct CreateHomeUser {
    /// The name of a managed user.
    pub title: Option<Text>,
    /// The name or e-mail address of an account.
    pub invited_email: Option<Text>,
}

/// `PUT /api/home/users/{userId}`
///
/// Sets or removes the account's own PIN for the Home.
///
/// - Parameters: the account's number; the new PIN, four digits, or an empty one to have none; the PIN so far, where
///   there is one.
/// - Answer: nothing that counts.
/// - Errors: 401 with code 1001 for the token, and where the PIN so far is missing or wrong.
/// - Who: the account itself.
/// - Source: `update_home_user`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct UpdateHomeUser {
    /// The account's number.
    pub user_id: u64,
    /// The new PIN, or an empty one.
    pub pin: Option<Secret>,
    /// The PIN so far.
    pub current_pin: Option<Secret>,
}

impl From<u64> for UpdateHomeUser {
    fn from(user_id: u64) -> Self {
        Self {
            user_id,
            ..Self::default()
        }
    }
}

/// `DELETE /api/home/users/{userId}`
///
/// Takes a user out of the Home; a managed one is gone for good.
///
/// - Parameters: the user's number.
/// - Answer: nothing, status 204.
/// - Errors: 401 with code 1001 for the token; 404 for a user who
///   is not of it.
/// - Who: the account that administers the Home.
/// - Source: `delete_home_user`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct DeleteHomeUser {
    /// The user's number.
    pub user_id: u64,
}

impl From<u64> for DeleteHomeUser {
    fn from(user_id: u64) -> Self {
        Self { user_id }
    }
}

/// `POST /api/v2/home/users/restricted/{userId}`
///
/// Sets or removes the PIN of a managed user.
///
/// - Parameters: the user's number; the new PIN, four digits; or that there is to be none. Servers also take PUT.
/// - Answer: nothing that counts.
/// - Errors: 401 with code 1001 for the token; 404 for a user who
///   is not of it.
/// - Who: the account that administers the Home.
/// - Source: `update_restricted_user`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct UpdateRestrictedUser {
    /// The user's number.
    pub user_id: u64,
    /// The new PIN.
    pub pin: Option<Secret>,
    /// Whether the user is to have no PIN.
    pub remove_pin: Option<bool>,
}

impl From<u64> for UpdateRestrictedUser {
    fn from(user_id: u64) -> Self {
        Self {
            user_id,
            ..Self::default()
        }
    }
}

endpoints! {
    ($) PlexTv, home, plextv_home_endpoints;
    GetHomeUsers {}: GET "/api/home/users" -> MediaContainer<HomeUsers>, User, Read;
    SwitchHomeUser: POST "/api/home/users/{id}/switch" -> Plain<SwitchedUser>, User, Once;
    SwitchHomeUserV2: POST "/api/v2/home/users/{uuid}/switch" -> Plain<AccountDetails>, User, Once,
        status CREATED;
    GetHome {}: GET "/api/v2/home" -> Plain<Home>, User, Read;
    GetHomeUsersV2 {}: GET "/api/v2/home/users" -> Plain<Home>, User, Read;
    CreateHomeUser: POST "/api/home/users" -> Plain<HomeUser>, User, Once, status CREATED;
    UpdateHomeUser: PUT "/api/home/users/{userId}" -> NoBody, User, Once;
    DeleteHomeUser: DELETE "/api/home/users/{userId}" -> NoBody, User, Idempotent,
        status NO_CONTENT;
    UpdateRestrictedUser: POST | PUT "/api/v2/home/users/restricted/{userId}"
        -> NoBody, User, Idempotent;
}
