//! Devices with keys of their own: what they sign, and the signed tokens they get for it.

use crate::builder::StartError;
use crate::refusal::Refusal;
use crate::world::jwt;
use crate::world::store::Store;
use crate::world::tokens::{Caller, Digest, Level};
use crate::world::users::UserKind;
use plex_sdk_contract::model::Jwk;
use plex_sdk_contract::time::Timestamp;
use plex_sdk_contract::token::Jwt;
use ring::signature::{Ed25519KeyPair, KeyPair as _};
use serde_json::{Value, json};
use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use uuid::Uuid;

/// How long a nonce is good, in seconds.
const NONCE_LIFETIME: i64 = 5 * 60;
/// How long a signed token is good, in seconds: seven days.
const TOKEN_LIFETIME: i64 = 7 * 24 * 60 * 60;
/// How far ahead a device's token may expire, in seconds.
const MAX_DEVICE_LIFETIME: i64 = 60 * 60;
/// How far a device's clock may be off, in seconds.
const LEEWAY: i64 = 60;
/// At most this many devices, nonces and tokens of each are remembered; of nonces and tokens the oldest make room.
const MAX_EACH: usize = 100_000;
/// Who signs, and who is meant.
const PLEX_TV: &str = "plex.tv";

/// The public key of a device.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct DeviceKey {
    key: [u8; 32],
    /// The name that the device gave it.
    kid: Option<String>,
    /// The device's own name for it, or else the one that RFC 7638 gives it.
    thumbprint: String,
}

impl DeviceKey {
    /// Takes a key as a device sends it. One that is no point of the curve is taken too: nothing can be signed for it.
    pub(crate) fn new(jwk: &Jwk) -> Result<Self, Refusal> {
        let fits = jwk.kty == "OKP"
            && jwk.crv == "Ed25519"
            && matches!(jwk.alg.as_str(), "EdDSA" | "")
            && matches!(jwk.usage.as_str(), "sig" | "");
        let key = jwt::from_base64url(&jwk.x)
            .filter(|_| fits)
            .and_then(|bytes| <[u8; 32]>::try_from(bytes).ok())
            .filter(|key| !jwt::is_weak(key))
            .ok_or(Refusal::BadKey)?;
        let kid = jwk.kid.as_deref().filter(|kid| !kid.is_empty());
        let kid = kid.map(ToOwned::to_owned);
        let thumbprint = kid.clone().unwrap_or_else(|| thumbprint(jwk));
        Ok(Self {
            key,
            kid,
            thumbprint,
        })
    }

    fn same_as(&self, other: &Self) -> bool {
        self.key == other.key || self.thumbprint == other.thumbprint
    }
}

fn thumbprint(jwk: &Jwk) -> String {
    jwt::base64url(&Digest::of(&jwk.thumbprint_input()).0)
}

/// A device whose key is known.
struct Device {
    key: DeviceKey,
    user: UserKind,
}

/// A token that was given to a device.
#[derive(Clone)]
pub(crate) struct Signed {
    pub(crate) client: String,
    pub(crate) user: UserKind,
    pub(crate) expires: Timestamp,
}

/// A device as it is kept.
pub(crate) struct KeptDevice {
    pub(crate) client: String,
    pub(crate) user: UserKind,
    /// The public key.
    pub(crate) x: [u8; 32],
    pub(crate) kid: Option<String>,
}

/// What is kept from one start to the next.
pub(crate) struct KeptDevices {
    /// What plex.tv's own key is made of.
    pub(crate) seed: [u8; 32],
    pub(crate) devices: Vec<KeptDevice>,
    /// The oldest first.
    pub(crate) signed: Vec<(Digest, Signed)>,
}

/// A device or token that could not be written lives as long as the process.
fn kept(result: rusqlite::Result<()>) {
    if let Err(error) = result {
        tracing::warn!(%error, "a device could not be kept as it is now");
    }
}

#[derive(Default)]
struct Inner {
    devices: HashMap<String, Device>,
    nonces: VecDeque<(String, Timestamp)>,
    signed: HashMap<Digest, Signed>,
    /// The tokens in the order they were given.
    order: VecDeque<Digest>,
}

/// What plex.tv knows of devices, and the key it signs with. Both are kept in the store; nonces are not.
pub(crate) struct Devices {
    key: Ed25519KeyPair,
    jwk: Jwk,
    kid: String,
    inner: Mutex<Inner>,
    store: Arc<Store>,
}

/// What makes a signing key that nobody knows.
pub(crate) fn fresh_seed() -> [u8; 32] {
    let random = [(); 4].map(|()| Uuid::new_v4().into_bytes());
    Digest::of_bytes(random.as_flattened()).0
}

impl Devices {
    /// Goes on with what was kept.
    pub(crate) fn new(store: Arc<Store>, kept: KeptDevices) -> Result<Self, StartError> {
        let key = Ed25519KeyPair::from_seed_unchecked(&kept.seed)
            .map_err(|error| StartError::Store(error.to_string()))?;
        let mut inner = Inner::default();
        for KeptDevice {
            client,
            user,
            x,
            kid,
        } in kept.devices
        {
            let jwk = Jwk {
                kid: kid.map(Into::into),
                ..Jwk::ed25519(jwt::base64url(&x))
            };
            // It was good when it was registered.
            if let Ok(key) = DeviceKey::new(&jwk) {
                inner.devices.insert(client, Device { key, user });
            }
        }
        for (digest, signed) in kept.signed {
            inner.order.push_back(digest);
            inner.signed.insert(digest, signed);
        }
        let mut jwk = Jwk::ed25519(jwt::base64url(key.public_key().as_ref()));
        let kid = thumbprint(&jwk);
        jwk.kid = Some(kid.as_str().into());
        Ok(Self {
            key,
            jwk,
            kid,
            inner: Mutex::new(inner),
            store,
        })
    }
}

/// A device's token whose signature and claims were checked.
pub(crate) struct Proof {
    nonce: Option<String>,
    scope: String,
}

/// Checks a token that a device signed.
pub(crate) fn prove(
    token: &Jwt,
    client: &str,
    key: &DeviceKey,
    now: Timestamp,
) -> Result<Proof, Refusal> {
    let checked = jwt::read(token.expose(), &key.key).ok_or(Refusal::BadDeviceToken)?;
    let text = |name: &str| checked.claims.get(name).and_then(Value::as_str);
    let audience = match checked.claims.get("aud") {
        Some(Value::Array(list)) => list.iter().any(|entry| entry == PLEX_TV),
        other => other.is_some_and(|entry| entry == PLEX_TV),
    };
    let kid = checked.header.get("kid").and_then(Value::as_str);
    let named = key.kid.is_none() || key.kid.as_deref() == kid;
    let time = |name: &str| checked.claims.get(name).and_then(seconds);
    let now = now.as_secs();
    let in_time = time("exp")
        .is_some_and(|exp| exp > now - LEEWAY && exp <= now + MAX_DEVICE_LIFETIME + LEEWAY)
        && time("iat").is_none_or(|iat| iat <= now + LEEWAY);
    if !(audience && named && in_time && text("iss") == Some(client)) {
        return Err(Refusal::BadDeviceToken);
    }
    Ok(Proof {
        nonce: text("nonce").map(ToOwned::to_owned),
        scope: text("scope").unwrap_or_default().to_owned(),
    })
}

/// Seconds since 1970, whole or not.
fn seconds(value: &Value) -> Option<i64> {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "what does not fit becomes the nearest that does"
    )]
    let whole = |number: f64| number as i64;
    value.as_i64().or_else(|| value.as_f64().map(whole))
}

impl Devices {
    /// The keys that tokens are signed with.
    pub(crate) fn keys(&self) -> Vec<Jwk> {
        vec![self.jwk.clone()]
    }

    /// A text to be signed, once.
    pub(crate) fn nonce(&self, now: Timestamp) -> String {
        let nonce = Uuid::new_v4().hyphenated().to_string();
        let mut inner = self.lock();
        inner.nonces.retain(|(_, expires)| now < *expires);
        if inner.nonces.len() >= MAX_EACH {
            inner.nonces.pop_front();
        }
        let expires = now.plus_secs(NONCE_LIFETIME);
        inner.nonces.push_back((nonce.clone(), expires));
        nonce
    }

    /// Refuses a key that is another device's.
    pub(crate) fn check_free(&self, client: &str, key: &DeviceKey) -> Result<(), Refusal> {
        let inner = self.lock();
        let taken = inner
            .devices
            .iter()
            .any(|(id, device)| id != client && device.key.same_as(key));
        if taken {
            Err(Refusal::KeyTaken)
        } else {
            Ok(())
        }
    }

    /// Remembers a device's key; an older one of the same device is forgotten.
    pub(crate) fn register(
        &self,
        client: &str,
        key: DeviceKey,
        user: UserKind,
    ) -> Result<(), Refusal> {
        self.check_free(client, &key)?;
        let mut inner = self.lock();
        if inner.devices.len() >= MAX_EACH && !inner.devices.contains_key(client) {
            return Err(Refusal::TooMany);
        }
        kept(self.store.keep_device(&KeptDevice {
            client: client.to_owned(),
            user,
            x: key.key,
            kid: key.kid.clone(),
        }));
        let device = Device { key, user };
        inner.devices.insert(client.to_owned(), device);
        Ok(())
    }

    /// Gives a registered device a token for one it signed itself; the nonce in there is used up, right or wrong.
    pub(crate) fn exchange(
        &self,
        client: &str,
        token: &Jwt,
        now: Timestamp,
    ) -> Result<Jwt, Refusal> {
        let known = self
            .lock()
            .devices
            .get(client)
            .map(|device| (device.key.clone(), device.user));
        let (key, user) = known.ok_or(Refusal::BadDeviceToken)?;
        let proof = prove(token, client, &key, now)?;
        let nonce = proof.nonce.as_deref().ok_or(Refusal::BadDeviceToken)?;
        if !self.use_up(nonce, now) {
            return Err(Refusal::BadDeviceToken);
        }
        self.issue(client, &key, user, &proof, now)
    }

    /// Gives the device whose PIN was approved its first token. A nonce is not needed for it, but must be good.
    pub(crate) fn first(
        &self,
        client: &str,
        key: &DeviceKey,
        user: UserKind,
        proof: &Proof,
        now: Timestamp,
    ) -> Result<Jwt, Refusal> {
        if let Some(nonce) = &proof.nonce
            && !self.use_up(nonce, now)
        {
            return Err(Refusal::BadDeviceToken);
        }
        self.register(client, key.clone(), user)?;
        self.issue(client, key, user, proof, now)
    }

    fn use_up(&self, nonce: &str, now: Timestamp) -> bool {
        let mut inner = self.lock();
        inner.nonces.retain(|(_, expires)| now < *expires);
        let place = inner.nonces.iter().position(|(known, _)| known == nonce);
        place.is_some_and(|at| inner.nonces.remove(at).is_some())
    }

    fn issue(
        &self,
        client: &str,
        key: &DeviceKey,
        user: UserKind,
        proof: &Proof,
        now: Timestamp,
    ) -> Result<Jwt, Refusal> {
        let expires = now.plus_secs(TOKEN_LIFETIME);
        let claims = json!({
            "jti": Uuid::new_v4().hyphenated().to_string(),
            "iss": PLEX_TV,
            "aud": [PLEX_TV, client],
            "iat": now.as_secs(),
            "exp": expires.as_secs(),
            "thumbprint": key.thumbprint,
            "scope": proof.scope,
            "user": claims_of(user, &proof.scope),
        });
        let token = jwt::write(&claims, &self.key, &self.kid);
        let digest = Digest::of(&token);
        let token = Jwt::new(token).map_err(|_| Refusal::Broken)?;
        let mut inner = self.lock();
        while inner.order.len() >= MAX_EACH {
            if let Some(oldest) = inner.order.pop_front() {
                inner.signed.remove(&oldest);
                kept(self.store.drop_signed(&oldest));
            }
        }
        let signed = Signed {
            client: client.to_owned(),
            user,
            expires,
        };
        kept(self.store.keep_signed(&digest, &signed));
        inner.signed.insert(digest, signed);
        inner.order.push_back(digest);
        Ok(token)
    }

    /// Who sent this token; `None` where it is no token from here, or no more.
    pub(crate) fn caller(&self, token: &str, now: Timestamp) -> Option<Caller> {
        let digest = Digest::of(token);
        let inner = self.lock();
        let signed = inner.signed.get(&digest)?;
        (now < signed.expires).then_some(Caller {
            user: signed.user,
            level: Level::User,
            token: Some(digest),
        })
    }

    /// True for a token from here whose time is over.
    pub(crate) fn has_expired(&self, token: &str, now: Timestamp) -> bool {
        let inner = self.lock();
        let signed = inner.signed.get(&Digest::of(token));
        signed.is_some_and(|signed| signed.expires <= now)
    }

    /// Ends a token.
    pub(crate) fn revoke(&self, digest: &Digest) {
        let mut inner = self.lock();
        if inner.signed.remove(digest).is_some() {
            inner.order.retain(|other| other != digest);
            kept(self.store.drop_signed(digest));
        }
    }

    /// Ends the device that a token was given to, and so all its tokens; false where it was given to none.
    pub(crate) fn sign_out(&self, token: &str) -> bool {
        let client = {
            let inner = self.lock();
            let signed = inner.signed.get(&Digest::of(token));
            signed.map(|signed| signed.client.clone())
        };
        client.map(|client| self.forget(&client)).is_some()
    }

    /// Forgets a device and ends its tokens.
    pub(crate) fn forget(&self, client: &str) {
        let mut inner = self.lock();
        let inner = &mut *inner;
        kept(self.store.drop_device(client));
        inner.devices.remove(client);
        inner.signed.retain(|_, signed| signed.client != client);
        inner
            .order
            .retain(|digest| inner.signed.contains_key(digest));
    }

    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What a token says of its user: what the device asked for.
fn claims_of(user: UserKind, scope: &str) -> Value {
    let profile = user.profile();
    let mut claims = json!({"id": profile.id, "uuid": profile.uuid});
    for wanted in scope.split(',').map(str::trim) {
        claims[wanted] = match wanted {
            "username" => user.username().into(),
            "email" => profile.email.into(),
            "friendly_name" => profile.name.into(),
            "restricted" => (user == UserKind::Managed).into(),
            "anonymous" => false.into(),
            "joinedAt" => crate::plextv::authentication::JOINED.as_secs().into(),
            _ => continue,
        };
    }
    claims
}
