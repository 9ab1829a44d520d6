//! Sign-in with a PIN, and whose token it is.

use crate::gate::header_or_query;
use crate::refusal::Refusal;
use crate::serve::Call;
use crate::world::users::UserKind;
use http::HeaderName;
use plex_sdk_contract::endpoints::plextv::authentication::{CreatePin, GetPin, GetTokenDetails};
use plex_sdk_contract::ids::ClientIdentifier;
use plex_sdk_contract::model::{Account, Pin, Subscription};
use plex_sdk_contract::reply::Plain;
use plex_sdk_contract::time::Timestamp;
use plex_sdk_contract::token::AccountToken;

/// When all accounts were made.
const JOINED: Timestamp = Timestamp(1_600_000_000);
/// How many users the owner's Home has.
const HOME_SIZE: u32 = 3;

pub(crate) fn create_pin(call: &Call<'_>, request: CreatePin) -> Result<Plain<Pin>, Refusal> {
    let client = call.client.ok_or(Refusal::NoClientIdentifier)?;
    let header = HeaderName::from_static("x-plex-product");
    let product = header_or_query(call.headers, call.query, &header, "X-Plex-Product");
    let pin = call.world.pins.create(
        ClientIdentifier::new(client),
        product.as_deref(),
        request.strong == Some(true),
        call.world.now(),
    );
    Ok(Plain(pin))
}

pub(crate) fn get_pin(call: &Call<'_>, request: GetPin) -> Result<Plain<Pin>, Refusal> {
    let client = call.client.ok_or(Refusal::NoClientIdentifier)?;
    let pins = &call.world.pins;
    let pin = pins.get(request.pin_id, client, call.world.now());
    pin.map(Plain).ok_or(Refusal::PinNotFound)
}

pub(crate) fn get_token_details(
    call: &Call<'_>,
    _request: GetTokenDetails,
) -> Result<Plain<Account>, Refusal> {
    let user = call.caller.user;
    let profile = user.profile();
    let managed = user == UserKind::Managed;
    let token = call.token.ok_or(Refusal::Unauthorized)?;
    let username = profile.name.to_lowercase().replace(' ', ".");
    Ok(Plain(Account {
        id: profile.id,
        uuid: profile.uuid.into(),
        username: if managed { "".into() } else { username.into() },
        title: profile.name.into(),
        email: profile.email.into(),
        friendly_name: profile.name.into(),
        thumb: format!("{}/users/{}/avatar", call.world.plex_tv.url, profile.uuid).into(),
        locale: None,
        country: "US".into(),
        joined_at: Some(JOINED),
        confirmed: !managed,
        has_password: !managed,
        home: user.in_home(),
        home_admin: user == UserKind::Owner,
        home_size: if user.in_home() { HOME_SIZE } else { 1 },
        max_home_size: 15,
        restricted: managed,
        mailing_list_status: Some("unsubscribed".into()),
        auth_token: AccountToken::new(token).ok(),
        subscription: Some(Subscription {
            active: false,
            status: "Inactive".into(),
            plan: None,
            features: Vec::new(),
        }),
        ..Account::default()
    }))
}
