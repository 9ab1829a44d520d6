//! A Home and its users.

use crate::reply::Root;
use crate::text::Text;
use crate::token::AccountToken;
use plex_sdk_derive::model;

/// The users of a Home, as the legacy API returns them.
#[model]
pub struct HomeUsers {
    /// ID of the Home.
    pub id: Option<u64>,
    /// Name of the Home.
    pub name: Option<Text>,
    /// plex.tv account ID of the Home's guest.
    #[wire(name = "guestUserID")]
    pub guest_user_id: Option<u64>,
    /// UUID of the Home's guest account.
    #[wire(name = "guestUserUUID")]
    pub guest_user_uuid: Option<Text>,
    /// Whether the guest is enabled.
    pub guest_enabled: Option<bool>,
    /// Whether the admin of the Home has a Plex Pass.
    pub subscription: Option<bool>,
    /// The users.
    #[wire(name = "User")]
    pub users: Vec<HomeUser>,
}

/// A Home, as the v2 API returns it.
#[model]
pub struct Home {
    /// ID of the Home.
    pub id: Option<u64>,
    /// Name of the Home.
    pub name: Option<Text>,
    /// plex.tv account ID of the Home's guest.
    #[wire(name = "guestUserID")]
    pub guest_user_id: Option<u64>,
    /// UUID of the Home's guest account.
    #[wire(name = "guestUserUUID")]
    pub guest_user_uuid: Option<Text>,
    /// Whether the guest is enabled.
    pub guest_enabled: Option<bool>,
    /// Whether the admin of the Home has a Plex Pass.
    pub subscription: Option<bool>,
    /// The users.
    pub users: Vec<HomeUser>,
}

impl Root for Home {
    const ROOT: &'static str = "home";
}

/// A Home user.
#[model(required)]
#[derive(Default)]
pub struct HomeUser {
    /// plex.tv account ID.
    pub id: u64,
    /// UUID of the account.
    #[wire(default)]
    pub uuid: Text,
    /// Whether this user is the admin of the Home.
    #[wire(default)]
    pub admin: bool,
    /// Whether this user is the guest of the Home.
    #[wire(default)]
    pub guest: bool,
    /// Whether this is a managed user.
    #[wire(default)]
    pub restricted: bool,
    /// Restriction profile of a managed user: `little_kid`, `older_kid` or `teen`.
    pub restriction_profile: Option<Text>,
    /// Whether the account has a password.
    #[wire(default)]
    pub has_password: bool,
    /// Whether a PIN is required to switch to this user.
    #[wire(default)]
    pub protected: bool,
    /// Display name.
    #[wire(default)]
    pub title: Text,
    /// Username. Empty for a managed user.
    #[wire(default)]
    pub username: Text,
    /// Email address. Empty for a managed user.
    #[wire(default)]
    pub email: Text,
    /// Name shown to friends.
    pub friendly_name: Option<Text>,
    /// URL of the avatar.
    #[wire(default)]
    pub thumb: Text,
}

impl Root for HomeUser {
    const ROOT: &'static str = "User";
}

/// The Home user that was switched to, with the token to use from now on.
#[model(required)]
pub struct SwitchedUser {
    /// plex.tv account ID.
    #[wire(default)]
    pub id: u64,
    /// UUID of the account.
    #[wire(default)]
    pub uuid: Text,
    /// Display name.
    #[wire(default)]
    pub title: Text,
    /// Username. Empty for a managed user.
    #[wire(default)]
    pub username: Text,
    /// Email address. Empty for a managed user.
    #[wire(default)]
    pub email: Text,
    /// The name that friends see.
    pub friendly_name: Option<Text>,
    /// URL of the avatar.
    #[wire(default)]
    pub thumb: Text,
    /// Whether this is a managed user.
    #[wire(default)]
    pub restricted: bool,
    /// Account token of the user.
    pub authentication_token: AccountToken,
}

impl Root for SwitchedUser {
    const ROOT: &'static str = "user";
}
