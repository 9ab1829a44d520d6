//! JSON Web Tokens signed with Ed25519: reading those of devices, writing those of plex.tv.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::signature::{ED25519, Ed25519KeyPair, UnparsedPublicKey};
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

/// Public keys under which one signature fits any text, without the bit of the sign: all points of small order.
const WEAK: &[[u8; 32]] = &[
    edges(0x00, 0x00, 0x00),
    edges(0x01, 0x00, 0x00),
    edges(0xec, 0xff, 0x7f),
    edges(0xed, 0xff, 0x7f),
    edges(0xee, 0xff, 0x7f),
    [
        0x26, 0xe8, 0x95, 0x8f, 0xc2, 0xb2, 0x27, 0xb0, 0x45, 0xc3, 0xf4, 0x89, 0xf2, 0xef, 0x98,
        0xf0, 0xd5, 0xdf, 0xac, 0x05, 0xd3, 0xc6, 0x33, 0x39, 0xb1, 0x38, 0x02, 0x88, 0x6d, 0x53,
        0xfc, 0x05,
    ],
    [
        0xc7, 0x17, 0x6a, 0x70, 0x3d, 0x4d, 0xd8, 0x4f, 0xba, 0x3c, 0x0b, 0x76, 0x0d, 0x10, 0x67,
        0x0f, 0x2a, 0x20, 0x53, 0xfa, 0x2c, 0x39, 0xcc, 0xc6, 0x4e, 0xc7, 0xfd, 0x77, 0x92, 0xac,
        0x03, 0x7a,
    ],
];

const fn edges(first: u8, between: u8, last: u8) -> [u8; 32] {
    let mut bytes = [between; 32];
    bytes[0] = first;
    bytes[31] = last;
    bytes
}

/// True for a public key that anyone can sign for.
pub(crate) fn is_weak(key: &[u8; 32]) -> bool {
    let mut unsigned = *key;
    unsigned[31] &= 0x7f;
    WEAK.contains(&unsigned)
}

/// Reads a token that this public key's owner signed; `None` for any other text.
pub(crate) fn read(token: &str, key: &[u8; 32]) -> Option<Checked> {
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
    let signature = from_base64url(signature)?;
    UnparsedPublicKey::new(&ED25519, key)
        .verify(signed.as_bytes(), &signature)
        .ok()?;
    let claims = object(claims)?;
    Some(Checked { header, claims })
}

/// Writes a token.
pub(crate) fn write(claims: &Value, key: &Ed25519KeyPair, kid: &str) -> String {
    let header = json!({"kid": kid, "typ": "JWT", "alg": "EdDSA"});
    let part = |value: &Value| base64url(value.to_string().as_bytes());
    let signed = format!("{}.{}", part(&header), part(claims));
    let signature = key.sign(signed.as_bytes());
    format!("{signed}.{}", base64url(signature.as_ref()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use ring::signature::KeyPair as _;

    fn key(seed: u8) -> Ed25519KeyPair {
        Ed25519KeyPair::from_seed_unchecked(&[seed; 32]).unwrap()
    }

    fn public(seed: u8) -> [u8; 32] {
        key(seed).public_key().as_ref().try_into().unwrap()
    }

    #[test]
    fn a_signature_has_one_form() {
        assert_eq!(
            base64url(&public(1)),
            "iojj3XQJ8ZX9UtstPLpdcspnCb8dlBIb83SIAbQPb1w"
        );
        assert_eq!(
            write(&json!({"a": 1}), &key(1), "k"),
            "eyJraWQiOiJrIiwidHlwIjoiSldUIiwiYWxnIjoiRWREU0EifQ.eyJhIjoxfQ.\
             fYWYENc4zYdyt1oRUpGjfUrBuwpzMsxFlzGsZEPj7Q695S9UGLdKOOXP0HeYVK6okFDJHKnEkkeSrPWyMuwFDQ"
        );
    }

    /// A signature that fits every text under the first of the weak keys, and so under them all at one text in eight.
    #[test]
    fn weak_keys_are_known() {
        let mut forged = [0; 64];
        forged[0] = 1;
        for key in WEAK {
            let under = |sign: u8| {
                let mut key = *key;
                key[31] |= sign;
                assert!(is_weak(&key));
                let key = UnparsedPublicKey::new(&ED25519, key);
                (0_u8..=255).any(|text| key.verify(&[text], &forged).is_ok())
            };
            assert!(under(0x00) && under(0x80), "{key:02x?}");
        }
        assert!(!is_weak(&public(1)) && !is_weak(&public(2)));
    }

    #[test]
    fn only_what_was_signed_is_read() {
        let token = write(&json!({"a": 1}), &key(1), "k");
        let checked = read(&token, &public(1)).unwrap();
        assert_eq!(checked.claims["a"], 1);
        assert_eq!(checked.header["kid"], "k");
        assert!(read(&token, &public(2)).is_none());
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
            assert!(read(text, &public(1)).is_none(), "{text}");
        }
        // Half of these are no points of the curve.
        for byte in 0..=255 {
            assert!(read(&token, &[byte; 32]).is_none(), "{byte}");
        }
    }
}
