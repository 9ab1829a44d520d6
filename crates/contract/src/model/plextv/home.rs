//! A Home and its users.

use crate::reply::Root;
use crate::text::Text;
use crate::token::AccountToken;
use plex_sdk_derive::model;

/// The users of a Home.
#[model]
pub struct HomeUsers {
    /// The Home's number.
    pub id: Option<u64>,
    /// The Home's name.
    pub name: Option<Text>,
    /// The number of the Home's guest.
    #[wire(name = "guestUserID")]
    pub guest_user_id: Option<u64>,
    /// The global id of the Home's guest.
    #[wire(name = "guestUserUUID")]
    pub guest_user_uuid: Option<Text>,
    /// Whether guests are let in.
    pub guest_enabled: Option<bool>,
    /// Whether the Home's administrator has a Plex Pass.
    pub subscription: Option<bool>,
    /// The users.
    #[wire(name = "User")]
    pub users: Vec<HomeUser>,
}

/// A Home, as new apps read it.
#[model]
pub struct Home {
    /// The Home's number.
    pub id: Option<u64>,
    /// The Home's name.
    pub name: Option<Text>,
    /// The number of the Home's guest.
    #[wire(name = "guestUserID")]
    pub guest_user_id: Option<u64>,
    /// The global id of the Home's guest.
    #[wire(name = "guestUserUUID")]
    pub guest_user_uuid: Option<Text>,
    /// Whether guests are let in.
    pub guest_enabled: Option<bool>,
    /// Whether the Home's administrator has a Plex Pass.
    pub subscription: Option<bool>,
    /// The users.
    pub users: Vec<HomeUser>,
}

impl Root for Home {
    const ROOT: &'static str = "home";
}

/// A user of a Home.
#[model(required)]
#[derive(Default)]
pub struct HomeUser {
    /// The user's number.
    pub id: u64,
    /// The user's global id.
    #[wire(default)]
    pub uuid: Text,
    /// Whether this user administers the Home.
    #[wire(default)]
    pub admin: bool,
    /// Whether this is the Home's guest.
    #[wire(default)]
    pub guest: bool,
    /// Whether this is a managed user.
    #[wire(default)]
    pub restricted: bool,
    /// What a managed user may see: `little_kid`, `older_kid` or `teen`.
    pub restriction_profile: Option<Text>,
    /// Whether the user has a password.
    #[wire(default)]
    pub has_password: bool,
    /// Whether a PIN is needed to switch to this user.
    #[wire(default)]
    pub protected: bool,
    /// The name to show.
    #[wire(default)]
    pub title: Text,
    /// The name in web addresses; empty for a managed user.
    #[wire(default)]
    pub username: Text,
    /// The e-mail address; empty for a managed user.
    #[wire(default)]
    pub email: Text,
    /// The name that friends see.
    pub friendly_name: Option<Text>,
    /// The address of the picture.
    #[wire(default)]
    pub thumb: Text,
}

impl Root for HomeUser {
    const ROOT: &'static str = "User";
}

/// The user of a Home that was switched to, with the token to go on with.
#[model(required)]
pub struct SwitchedUser {
    /// The user's number.
    #[wire(default)]
    pub id: u64,
    /// The user's global id.
    #[wire(default)]
    pub uuid: Text,
    /// The name to show.
    #[wire(default)]
    pub title: Text,
    /// The name in web addresses; empty for a managed user.
    #[wire(default)]
    pub username: Text,
    /// The e-mail address; empty for a managed user.
    #[wire(default)]
    pub email: Text,
    /// The name that friends see.
    pub friendly_name: Option<Text>,
    /// The address of the picture.
    #[wire(default)]
    pub thumb: Text,
    /// Whether this is a managed user.
    #[wire(default)]
    pub restricted: bool,
    /// The user's account token.
    pub authentication_token: AccountToken,
}

impl Root for SwitchedUser {
    const ROOT: &'static str = "user";
}
