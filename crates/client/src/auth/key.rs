//! [`DeviceKey`]: the key that a device signs its way in with, and the tokens it signs.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use plex_sdk_contract::ids::ClientIdentifier;
use plex_sdk_contract::model::Jwk;
use plex_sdk_contract::time::Timestamp;
use plex_sdk_contract::token::InvalidToken;
use plex_sdk_contract::{Jwt, Secret};
use ring::digest::{SHA256, digest};
use ring::signature::{Ed25519KeyPair, KeyPair as _};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::sync::Arc;
use zeroize::Zeroizing;

/// How long a token that the device signs is good, in seconds; plex.tv's text to sign is good for as long.
const LIFETIME: i64 = 300;
/// Who a device's token is for.
const AUDIENCE: &str = "plex.tv";

/// What a device may read of its account; everything where nothing is said.
const SCOPES: &[&str] = &[
    "username",
    "email",
    "friendly_name",
    "restricted",
    "anonymous",
    "joinedAt",
];

/// Everything.
pub(super) fn all_scopes() -> Vec<String> {
    SCOPES.iter().map(|&scope| scope.to_owned()).collect()
}

/// A key that cannot be made or read. The key itself is never repeated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum KeyError {
    /// The operating system gives no random bytes.
    #[error("the operating system gives no random bytes to make a key of")]
    NoRandomness,
    /// The text is no exported key.
    #[error("the text is no exported device key: it should be 43 letters, digits, `-` or `_`")]
    Malformed,
}

/// An Ed25519 key of one device, for one account: who has it can sign in. `Debug` does not show it.
///
/// plex.tv learns its public half once; keep the rest with [`export`](Self::export) where only this app's user can read it.
#[derive(Clone, Serialize, Deserialize)]
#[serde(try_from = "Secret", into = "Secret")]
pub struct DeviceKey {
    /// What is kept of it; overwritten when it is dropped.
    seed: Zeroizing<[u8; 32]>,
    /// What the seed makes.
    pair: Arc<Ed25519KeyPair>,
}

impl DeviceKey {
    /// Makes a new key.
    pub fn generate() -> Result<Self, KeyError> {
        let mut seed = Zeroizing::new([0; 32]);
        getrandom::fill(seed.as_mut_slice()).map_err(|_| KeyError::NoRandomness)?;
        Self::from_seed(seed)
    }

    /// Takes a key that was exported before.
    pub fn import(exported: &Secret) -> Result<Self, KeyError> {
        let bytes = URL_SAFE_NO_PAD
            .decode(exported.expose().trim())
            .map_err(|_| KeyError::Malformed)?;
        let bytes = Zeroizing::new(bytes);
        let seed = bytes.as_slice().try_into();
        Self::from_seed(Zeroizing::new(seed.map_err(|_| KeyError::Malformed)?))
    }

    fn from_seed(seed: Zeroizing<[u8; 32]>) -> Result<Self, KeyError> {
        let pair = Ed25519KeyPair::from_seed_unchecked(seed.as_slice());
        let pair = Arc::new(pair.map_err(|_| KeyError::Malformed)?);
        Ok(Self { seed, pair })
    }

    /// The key as text, to be kept as safely as a token.
    pub fn export(&self) -> Secret {
        Secret::new(URL_SAFE_NO_PAD.encode(self.seed.as_slice()))
    }

    /// Its public half, which plex.tv gets.
    pub fn public(&self) -> Jwk {
        let mut jwk = Jwk::ed25519(URL_SAFE_NO_PAD.encode(self.pair.public_key()));
        let thumbprint = digest(&SHA256, jwk.thumbprint_input().as_bytes());
        jwk.kid = Some(URL_SAFE_NO_PAD.encode(thumbprint).into());
        jwk
    }

    /// A token that says: this device, now.
    pub(super) fn sign(&self, statement: &Statement<'_>) -> Result<Jwt, InvalidToken> {
        let jwk = self.public();
        let header = serde_json::json!({ "alg": "EdDSA", "typ": "JWT", "kid": jwk.kid });
        let mut claims = serde_json::json!({
            "aud": AUDIENCE,
            "iss": statement.client,
            "iat": statement.now.as_secs(),
            "exp": statement.now.plus_secs(LIFETIME).as_secs(),
        });
        if let Some(nonce) = statement.nonce {
            claims["nonce"] = nonce.into();
        }
        if !statement.scopes.is_empty() {
            claims["scope"] = statement.scopes.join(",").into();
        }
        let encode = |value: serde_json::Value| URL_SAFE_NO_PAD.encode(value.to_string());
        let signed = format!("{}.{}", encode(header), encode(claims));
        let signature = URL_SAFE_NO_PAD.encode(self.pair.sign(signed.as_bytes()));
        Jwt::new(format!("{signed}.{signature}"))
    }
}

/// What a device says of itself in a token.
pub(super) struct Statement<'a> {
    pub(super) client: &'a ClientIdentifier,
    /// The text to sign, where plex.tv gave one.
    pub(super) nonce: Option<&'a str>,
    pub(super) scopes: &'a [String],
    pub(super) now: Timestamp,
}

impl From<DeviceKey> for Secret {
    fn from(key: DeviceKey) -> Self {
        key.export()
    }
}

impl TryFrom<Secret> for DeviceKey {
    type Error = KeyError;
    fn try_from(exported: Secret) -> Result<Self, KeyError> {
        Self::import(&exported)
    }
}

impl PartialEq for DeviceKey {
    fn eq(&self, other: &Self) -> bool {
        self.export() == other.export()
    }
}
impl Eq for DeviceKey {}

impl fmt::Debug for DeviceKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DeviceKey[redacted]")
    }
}

/// When a signed token expires, as it says itself. Its signature is not checked: plex.tv has the last word.
pub fn jwt_expires_at(jwt: &Jwt) -> Option<Timestamp> {
    #[derive(Deserialize)]
    struct Claims {
        exp: Timestamp,
    }
    let claims = jwt.expose().split('.').nth(1)?;
    let claims = URL_SAFE_NO_PAD.decode(claims.trim_end_matches('=')).ok()?;
    let claims: Claims = serde_json::from_slice(&claims).ok()?;
    Some(claims.exp)
}

#[cfg(test)]
mod tests {
    use super::*;
    use ring::signature::{ED25519, UnparsedPublicKey};

    /// The key of RFC 8037, appendix A.
    const SEED: &str = "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A";

    fn key() -> DeviceKey {
        DeviceKey::import(&SEED.into()).unwrap()
    }

    #[test]
    fn the_public_half_and_its_thumbprint_are_those_of_rfc_8037() {
        let jwk = key().public();
        assert_eq!(jwk.x, "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");
        assert_eq!(
            jwk.kid.as_deref(),
            Some("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k")
        );
    }

    #[test]
    fn the_signature_is_that_of_rfc_8037() {
        let signed = b"eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc";
        assert_eq!(
            URL_SAFE_NO_PAD.encode(key().pair.sign(signed)),
            "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg"
        );
    }

    #[test]
    fn a_key_goes_out_and_in_and_does_not_show() {
        let key = DeviceKey::generate().unwrap();
        let text = key.export();
        assert_eq!(DeviceKey::import(&text).unwrap(), key);
        assert_ne!(DeviceKey::generate().unwrap(), key);
        assert!(!format!("{key:?} {text:?}").contains(text.expose()));
        let json = serde_json::to_string(&key).unwrap();
        assert_eq!(serde_json::from_str::<DeviceKey>(&json).unwrap(), key);
        for bad in ["", "abc", "%%%", &SEED[1..], &format!("{SEED}AAAA")] {
            assert_eq!(DeviceKey::import(&bad.into()), Err(KeyError::Malformed));
            let json = serde_json::to_string(bad).unwrap();
            let error = serde_json::from_str::<DeviceKey>(&json).unwrap_err();
            assert!(
                bad.is_empty() || !error.to_string().contains(bad),
                "{error}"
            );
        }
    }

    #[test]
    fn what_it_signs_can_be_checked() {
        let statement = Statement {
            client: &"client-1".into(),
            nonce: Some("n-1"),
            scopes: &["username".to_owned(), "email".to_owned()],
            now: Timestamp(1000),
        };
        let jwt = key().sign(&statement).unwrap();
        let (signed, signature) = jwt.expose().rsplit_once('.').unwrap();
        let bytes = |text: &str| URL_SAFE_NO_PAD.decode(text).unwrap();
        let public = UnparsedPublicKey::new(&ED25519, bytes(&key().public().x));
        public.verify(signed.as_bytes(), &bytes(signature)).unwrap();
        let (header, claims) = signed.split_once('.').unwrap();
        let read = |text| serde_json::from_slice::<serde_json::Value>(&bytes(text)).unwrap();
        assert_eq!(read(header)["kid"], *key().public().kid.unwrap());
        assert_eq!(read(header)["alg"], "EdDSA");
        let claims = read(claims);
        assert_eq!(claims["nonce"], "n-1");
        assert_eq!(claims["scope"], "username,email");
        assert_eq!(
            (&claims["aud"], &claims["iss"]),
            (&"plex.tv".into(), &"client-1".into())
        );
        assert_eq!(
            (&claims["iat"], &claims["exp"]),
            (&1000.into(), &1300.into())
        );
        assert_eq!(jwt_expires_at(&jwt), Some(Timestamp(1300)));
    }

    #[test]
    fn a_token_that_says_no_end_has_none() {
        for text in ["abc", "a.b.c", "a.e30.c", "..", "a.bm90IGpzb24.c"] {
            assert_eq!(jwt_expires_at(&Jwt::new(text).unwrap()), None, "{text}");
        }
    }
}
