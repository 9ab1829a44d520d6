//! Sign-in with a PIN or a password, sign-out, and whose token it is.

use crate::gate::header_or_query;
use crate::refusal::Refusal;
use crate::serve::Call;
use crate::world::World;
use crate::world::devices::{self, DeviceKey};
use crate::world::pins::{Wish, is_link_code};
use crate::world::users::UserKind;
use http::HeaderName;
use plex_sdk_contract::endpoints::plextv::authentication::{
    CreatePin, GetPin, GetTokenDetails, LinkPin, SignIn, SignOut,
};
use plex_sdk_contract::ids::ClientIdentifier;
use plex_sdk_contract::model::{AccountDetails, LanguageProfile, Pin, Subscription};
use plex_sdk_contract::reply::{NoBody, Plain};
use plex_sdk_contract::text::Text;
use plex_sdk_contract::time::Timestamp;
use plex_sdk_contract::token::{AccountToken, Secret};

/// When all accounts were made.
pub(crate) const JOINED: Timestamp = Timestamp(1_600_000_000);
/// How many users the owner's Home has.
const HOME_SIZE: u32 = 3;
/// How long a sign-in lasts, in seconds: two weeks, or a year where the app is to be remembered. It is told, not kept.
const SIGN_IN_LASTS: [i64; 2] = [14 * 24 * 60 * 60, 365 * 24 * 60 * 60];

pub(crate) fn create_pin(call: &Call<'_>, request: CreatePin) -> Result<Plain<Pin>, Refusal> {
    let client = call.client.ok_or(Refusal::NoClientIdentifier)?;
    let header = HeaderName::from_static("x-plex-product");
    let product = header_or_query(call.headers, call.query, &header, "X-Plex-Product");
    let key = request.jwk.as_ref().map(DeviceKey::new).transpose()?;
    if let Some(key) = &key {
        call.world.devices.check_free(client, key)?;
    }
    let wish = Wish {
        client: ClientIdentifier::new(client),
        product: product.as_deref(),
        strong: request.strong == Some(true),
        key,
    };
    Ok(Plain(call.world.pins.create(wish, call.world.now())))
}

pub(crate) fn get_pin(call: &Call<'_>, request: GetPin) -> Result<Plain<Pin>, Refusal> {
    let client = call.client.ok_or(Refusal::NoClientIdentifier)?;
    let world = call.world;
    let now = world.now();
    let found = world.pins.get(request.pin_id, client, now);
    let found = found.ok_or(Refusal::PinNotFound)?;
    let mut pin = found.pin;
    if request
        .code
        .is_some_and(|code| !code.eq_ignore_ascii_case(&pin.code))
    {
        return Err(Refusal::PinNotFound);
    }
    let Some(key) = found.key else {
        return Ok(Plain(pin));
    };
    // Whoever cannot sign with the key that the PIN was made with gets no token.
    let Some(signed) = &request.device_jwt else {
        pin.auth_token = None;
        return Ok(Plain(pin));
    };
    let proof = devices::prove(signed, client, &key, now)?;
    if let Some((key, user)) = found.to_sign {
        let token = world.devices.first(client, &key, user, &proof, now)?;
        let token = AccountToken::new(token.expose()).map_err(|_| Refusal::Broken)?;
        world.pins.hand(pin.id, token.clone(), now);
        pin.auth_token = Some(token);
    }
    Ok(Plain(pin))
}

pub(crate) fn link_pin(call: &Call<'_>, request: LinkPin) -> Result<NoBody, Refusal> {
    if !is_link_code(&request.code) {
        return Err(Refusal::PinNotFound);
    }
    let approved = call
        .world
        .approve_pin(&request.code, None, call.caller.user);
    approved.map_err(|_| Refusal::PinNotFound)?;
    Ok(NoBody)
}

pub(crate) fn sign_in(call: &Call<'_>, request: SignIn) -> Result<Plain<AccountDetails>, Refusal> {
    let client = call.client.ok_or(Refusal::NoClientIdentifier)?;
    let world = call.world;
    let user = world.accounts.sign_in(
        client,
        &request.login,
        request.password.expose(),
        request.verification_code.as_ref().map(Secret::expose),
        world.now(),
    )?;
    let token = world.account_token(user).ok_or(Refusal::Broken)?;
    let lasts = SIGN_IN_LASTS[usize::from(request.remember_me == Some(true))];
    Ok(Plain(AccountDetails {
        remember_expires_at: Some(world.now().plus_secs(lasts)),
        ..account(world, user, Some(token))
    }))
}

pub(crate) fn sign_out(call: &Call<'_>, _request: SignOut) -> Result<NoBody, Refusal> {
    let token = call.token.ok_or(Refusal::Unauthorized)?;
    if !call.world.devices.sign_out(token) {
        call.world.revoke(token);
    }
    Ok(NoBody)
}

pub(crate) fn get_token_details(
    call: &Call<'_>,
    _request: GetTokenDetails,
) -> Result<Plain<AccountDetails>, Refusal> {
    let token = call.token.ok_or(Refusal::Unauthorized)?;
    let token = AccountToken::new(token).ok();
    Ok(Plain(account(call.world, call.caller.user, token)))
}

/// The address of a user's picture.
pub(crate) fn avatar(world: &World, user: UserKind) -> Text {
    format!("{}/users/{}/avatar", world.plex_tv.url, user.profile().uuid).into()
}

/// A user's account, with the token to go on with.
pub(crate) fn account(
    world: &World,
    user: UserKind,
    token: Option<AccountToken>,
) -> AccountDetails {
    let profile = user.profile();
    let managed = user == UserKind::Managed;
    AccountDetails {
        id: profile.id,
        uuid: profile.uuid.into(),
        username: user.username().into(),
        title: profile.name.into(),
        email: profile.email.into(),
        friendly_name: profile.name.into(),
        thumb: avatar(world, user),
        locale: None,
        country: "US".into(),
        joined_at: Some(JOINED),
        confirmed: !managed,
        has_password: profile.password.is_some(),
        home: user.in_home(),
        home_admin: user == UserKind::Owner,
        home_size: if user.in_home() { HOME_SIZE } else { 1 },
        max_home_size: 15,
        restricted: managed,
        protected: profile.home_pin.is_some(),
        two_factor_enabled: world.accounts.verification_code(user).is_some(),
        mailing_list_status: Some("unsubscribed".into()),
        auth_token: token,
        subscription: Some(Subscription {
            active: false,
            status: "Inactive".into(),
            plan: None,
            features: Vec::new(),
            ..Subscription::default()
        }),
        profile: Some(LanguageProfile {
            auto_select_audio: true,
            ..LanguageProfile::default()
        }),
        ..AccountDetails::default()
    }
}
