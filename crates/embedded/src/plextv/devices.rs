//! Sign-in of devices with keys of their own.

use crate::refusal::Refusal;
use crate::serve::Call;
use crate::world::devices::DeviceKey;
use plex_sdk_contract::endpoints::plextv::authentication::{
    ExchangeJwtToken, GetAuthKeys, GetAuthNonce, RegisterDeviceJwk,
};
use plex_sdk_contract::model::{AuthKeys, ExchangedToken, Nonce};
use plex_sdk_contract::reply::{NoBody, Plain};

pub(crate) fn register_device_jwk(
    call: &Call<'_>,
    request: RegisterDeviceJwk,
) -> Result<NoBody, Refusal> {
    let client = call.client.ok_or(Refusal::NoClientIdentifier)?;
    let key = DeviceKey::new(&request.jwk)?;
    let devices = &call.world.devices;
    devices.register(client, key, call.caller.user)?;
    Ok(NoBody)
}

pub(crate) fn get_auth_nonce(
    call: &Call<'_>,
    _request: GetAuthNonce,
) -> Result<Plain<Nonce>, Refusal> {
    let nonce = call.world.devices.nonce(call.world.now()).into();
    Ok(Plain(Nonce { nonce }))
}

pub(crate) fn exchange_jwt_token(
    call: &Call<'_>,
    request: ExchangeJwtToken,
) -> Result<Plain<ExchangedToken>, Refusal> {
    let client = call.client.ok_or(Refusal::NoClientIdentifier)?;
    let devices = &call.world.devices;
    let auth_token = devices.exchange(client, &request.jwt, call.world.now())?;
    Ok(Plain(ExchangedToken { auth_token }))
}

pub(crate) fn get_auth_keys(
    call: &Call<'_>,
    _request: GetAuthKeys,
) -> Result<Plain<AuthKeys>, Refusal> {
    let keys = call.world.devices.keys();
    Ok(Plain(AuthKeys { keys }))
}
