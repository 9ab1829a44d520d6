//! The users of the owner's Home, and switching between them.

use crate::plextv::authentication::{account, avatar};
use crate::refusal::Refusal;
use crate::serve::Call;
use crate::world::accounts::check_home_pin;
use crate::world::users::UserKind;
use http::StatusCode;
use plex_sdk_contract::codec::envelope::MediaContainer;
use plex_sdk_contract::endpoints::plextv::home::{GetHomeUsers, SwitchHomeUser, SwitchHomeUserV2};
use plex_sdk_contract::model::{AccountDetails, HomeUser, HomeUsers, SwitchedUser};
use plex_sdk_contract::reply::Plain;
use plex_sdk_contract::token::Secret;

/// Who answers for accounts in the older operations.
pub(crate) const IDENTIFIER: &str = "com.plexapp.plugins.myplex";
/// The Home's number.
const HOME: u64 = 7_200_001;

/// Those who are in one Home with the caller; someone without a Home is alone.
fn members(caller: UserKind) -> impl Iterator<Item = UserKind> {
    UserKind::ALL
        .into_iter()
        .filter(move |user| *user == caller || (caller.in_home() && user.in_home()))
}

pub(crate) fn get_home_users(
    call: &Call<'_>,
    _request: GetHomeUsers,
) -> Result<MediaContainer<HomeUsers>, Refusal> {
    let caller = call.caller.user;
    let users: Vec<HomeUser> = members(caller)
        .map(|user| {
            let profile = user.profile();
            let managed = user == UserKind::Managed;
            HomeUser {
                id: profile.id,
                uuid: profile.uuid.into(),
                admin: user == UserKind::Owner,
                guest: false,
                restricted: managed,
                restriction_profile: managed.then(|| "teen".into()),
                has_password: profile.password.is_some(),
                protected: profile.home_pin.is_some(),
                title: profile.name.into(),
                username: user.username().into(),
                email: profile.email.into(),
                friendly_name: None,
                thumb: avatar(call.world, user),
            }
        })
        .collect();
    let home = caller.in_home();
    let content = HomeUsers {
        id: home.then_some(HOME),
        name: home.then(|| "Embedded Home".into()),
        guest_user_id: None,
        guest_user_uuid: None,
        guest_enabled: Some(false),
        subscription: Some(false),
        users,
    };
    let mut container = MediaContainer::new(content.users.len(), content);
    container.identifier = Some(IDENTIFIER.into());
    Ok(container)
}

/// The user to switch to, where the PIN is right.
fn switched(
    call: &Call<'_>,
    pin: Option<&Secret>,
    refused: StatusCode,
    is_wanted: impl Fn(UserKind) -> bool,
) -> Result<UserKind, Refusal> {
    let user = members(call.caller.user).find(|user| is_wanted(*user));
    let user = user.ok_or(Refusal::NotFound)?;
    check_home_pin(user, pin.map(Secret::expose), refused)?;
    Ok(user)
}

pub(crate) fn switch_home_user(
    call: &Call<'_>,
    request: SwitchHomeUser,
) -> Result<Plain<SwitchedUser>, Refusal> {
    let wanted = |user: UserKind| user.profile().id == request.id;
    // The older operation says 401 where the newer one says 403.
    let user = switched(call, request.pin.as_ref(), StatusCode::UNAUTHORIZED, wanted)?;
    let profile = user.profile();
    Ok(Plain(SwitchedUser {
        id: profile.id,
        uuid: profile.uuid.into(),
        title: profile.name.into(),
        username: user.username().into(),
        email: profile.email.into(),
        friendly_name: None,
        thumb: avatar(call.world, user),
        restricted: user == UserKind::Managed,
        authentication_token: call.world.account_token(user).ok_or(Refusal::Broken)?,
    }))
}

pub(crate) fn switch_home_user_v2(
    call: &Call<'_>,
    request: SwitchHomeUserV2,
) -> Result<Plain<AccountDetails>, Refusal> {
    let wanted = |user: UserKind| {
        let profile = user.profile();
        request.uuid == *profile.uuid || *request.uuid == *profile.id.to_string()
    };
    let user = switched(call, request.pin.as_ref(), StatusCode::FORBIDDEN, wanted)?;
    let token = call.world.account_token(user).ok_or(Refusal::Broken)?;
    Ok(Plain(account(call.world, user, Some(token))))
}
