//! The users of a Home, and switching between them.

use crate::codec::envelope::MediaContainer;
use crate::model::{AccountDetails, Home, HomeUser, HomeUsers, SwitchedUser};
use crate::reply::{NoBody, Plain};
use crate::text::Text;
use crate::token::Secret;
use plex_sdk_derive::{endpoints, request};

endpoints! {
    PlexTv, home, plextv_home_endpoints;

    /// Lists the users of the account's Home.
    GetHomeUsers {}: GET "/api/home/users" -> MediaContainer<HomeUsers>, User, Read, unpublished;
    /// Switches to another Home user with the older XML API.
    SwitchHomeUser: POST "/api/home/users/{id}/switch" -> Plain<SwitchedUser>, User, Once, unpublished;
    /// Switches to another Home user and returns that user's account with a token.
    SwitchHomeUserV2: POST "/api/v2/home/users/{uuid}/switch"
        -> Plain<AccountDetails>, User, Once, status CREATED, unpublished;
    /// Returns the Home that the account belongs to, with its users.
    GetHome {}: GET "/api/v2/home" -> Plain<Home>, User, Read, unpublished;
    /// Lists the users of the account's Home with the newer v2 API.
    GetHomeUsersV2 {}: GET "/api/v2/home/users" -> Plain<Home>, User, Read, unpublished;
    /// Adds a user to the Home: a new managed user, or an existing account by invitation.
    CreateHomeUser: POST "/api/home/users" -> Plain<HomeUser>, User, Once, status CREATED, unpublished;
    /// Sets, changes or removes the account's own Home PIN.
    UpdateHomeUser: PUT "/api/home/users/{userId}" -> NoBody, User, Once, unpublished;
    /// Removes a user from the Home.
    DeleteHomeUser: DELETE "/api/home/users/{userId}"
        -> NoBody, User, Idempotent, status NO_CONTENT, unpublished;
    /// Sets or removes the PIN of a managed user.
    UpdateRestrictedUser: POST | PUT "/api/v2/home/users/restricted/{userId}"
        -> NoBody, User, Idempotent, unpublished;
}

#[request]
pub struct GetHomeUsers {}

/// The response contains an account token of that user. plex.tv responds with 401 or 403 (code 1041) if the PIN is
/// missing or wrong, so check the code to tell a wrong PIN from an invalid token.
#[request]
pub struct SwitchHomeUser {
    /// The plex.tv account id of the user.
    pub id: u64,
    /// The PIN of the user. Required if the user is protected by one.
    pub pin: Option<Secret>,
}

/// plex.tv responds with 403 (code 1041) if the PIN is missing or wrong.
#[request]
pub struct SwitchHomeUserV2 {
    /// The UUID or plex.tv account id of the user.
    pub uuid: Text,
    /// The PIN of the user. Required if the user is protected by one.
    pub pin: Option<Secret>,
    /// Whether to include the user's subscriptions.
    pub include_subscriptions: Option<bool>,
    /// Whether to include the user's media providers.
    pub include_providers: Option<bool>,
    /// Whether to include the user's settings.
    pub include_settings: Option<bool>,
    /// Whether to include the settings shared within the Home.
    pub include_shared_settings: Option<bool>,
}

/// plex.tv responds with 404 if the account has no Home.
#[request]
pub struct GetHome {}

/// The response also contains the properties of the Home.
#[request]
pub struct GetHomeUsersV2 {}

/// Set either `title` or `invited_email`. Only the admin of the Home can use this operation.
#[request]
pub struct CreateHomeUser {
    /// The name of the managed user to create.
    pub title: Option<Text>,
    /// The username or email address of the account to invite.
    pub invited_email: Option<Text>,
}

/// plex.tv responds with 401 if the current PIN is missing or wrong.
#[request]
pub struct UpdateHomeUser {
    /// The plex.tv account id of the caller.
    pub user_id: u64,
    /// The new PIN: four digits, or an empty string to remove the PIN.
    pub pin: Option<Secret>,
    /// The current PIN. Required if there is one.
    pub current_pin: Option<Secret>,
}

/// A managed user is deleted permanently. Only the admin of the Home can use this operation.
#[request]
pub struct DeleteHomeUser {
    /// The plex.tv account id of the user.
    pub user_id: u64,
}

/// Set either `pin` or `remove_pin`. Only the admin of the Home can use this operation.
#[request]
pub struct UpdateRestrictedUser {
    /// The plex.tv account id of the managed user.
    pub user_id: u64,
    /// The new PIN: four digits.
    pub pin: Option<Secret>,
    /// Whether to remove the PIN.
    pub remove_pin: Option<bool>,
}
