//! JSON Web Tokens signed with Ed25519: reading those of devices, writing those of plex.tv.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use serde_json::{Value, json};

/// The longest token that is read.
const MAX_LENGTH: usize = 8192;

/// Bytes as base64url without padding.
pub(crate) fn base64url(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// The bytes of base64url without padding.
pub(crate) fn from_base64url(text: &str) -> Option<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(text).ok()
}

/// A token whose signature was checked.
pub(crate) struct Checked {
    pub(crate) header: Value,
    pub(crate) claims: Value,
}

/// Reads a token that this key signed; `None` for any other text.
pub(crate) fn read(token: &str, key: &VerifyingKey) -> Option<Checked> {
    if token.len() > MAX_LENGTH {
        return None;
    }
    let (signed, signature) = token.rsplit_once('.')?;
    let (header, claims) = signed.split_once('.')?;
    let object = |part: &str| {
        let value: Value = serde_json::from_slice(&from_base64url(part)?).ok()?;
        value.is_object().then_some(value)
    };
    let header = object(header)?;
    if header.get("alg").and_then(Value::as_str) != Some("EdDSA") {
        return None;
    }
    let signature = Signature::from_slice(&from_base64url(signature)?).ok()?;
    key.verify_strict(signed.as_bytes(), &signature).ok()?;
    let claims = object(claims)?;
    Some(Checked { header, claims })
}

/// Writes a token.
pub(crate) fn write(claims: &Value, key: &SigningKey, kid: &str) -> String {
    let header = json!({"kid": kid, "typ": "JWT", "alg": "EdDSA"});
    let part = |value: &Value| base64url(value.to_string().as_bytes());
    let signed = format!("{}.{}", part(&header), part(claims));
    let signature = key.sign(signed.as_bytes());
    format!("{signed}.{}", base64url(&signature.to_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(seed: u8) -> SigningKey {
        SigningKey::from_bytes(&[seed; 32])
    }

    #[test]
    fn only_what_was_signed_is_read() {
        let token = write(&json!({"a": 1}), &key(1), "k");
        let checked = read(&token, &key(1).verifying_key()).unwrap();
        assert_eq!(checked.claims["a"], 1);
        assert_eq!(checked.header["kid"], "k");
        assert!(read(&token, &key(2).verifying_key()).is_none());
        let (signed, signature) = token.rsplit_once('.').unwrap();
        let (header, _) = signed.split_once('.').unwrap();
        let forged = format!("{header}.{}.{signature}", base64url(br#"{"a":2}"#));
        let unsigned = format!("{}.e30.", base64url(br#"{"alg":"none"}"#));
        for text in [
            "",
            ".",
            "..",
            "a.b.c",
            &forged,
            &unsigned,
            signed,
            &"a.".repeat(9000),
        ] {
            assert!(read(text, &key(1).verifying_key()).is_none(), "{text}");
        }
    }
}
