//! What the sign-in of a device with its own key carries.

use crate::reply::Root;
use crate::text::Text;
use crate::token::Jwt;
use plex_sdk_derive::model;

/// The public half of an Ed25519 key, as a JSON Web Key.
#[model]
#[derive(Eq)]
pub struct Jwk {
    /// The kind of key: `OKP`.
    pub kty: Text,
    /// The curve: `Ed25519`.
    pub crv: Text,
    /// The key's 32 bytes, base64url without padding.
    pub x: Text,
    /// What it is for: `sig`.
    #[wire(name = "use")]
    pub usage: Text,
    /// The algorithm: `EdDSA`.
    pub alg: Text,
    /// A name for the key, such as its thumbprint.
    pub kid: Option<Text>,
}

impl Jwk {
    /// An Ed25519 key for signatures; `x` is its public half, base64url without padding.
    pub fn ed25519(x: impl Into<Text>) -> Self {
        Self {
            kty: "OKP".into(),
            crv: "Ed25519".into(),
            x: x.into(),
            usage: "sig".into(),
            alg: "EdDSA".into(),
            kid: None,
        }
    }

    /// What the key's thumbprint (RFC 7638) is the SHA-256 of.
    pub fn thumbprint_input(&self) -> String {
        let quoted = |text: &str| serde_json::Value::from(text).to_string();
        format!(
            r#"{{"crv":{},"kty":{},"x":{}}}"#,
            quoted(&self.crv),
            quoted(&self.kty),
            quoted(&self.x)
        )
    }
}

/// A text that plex.tv wants signed, once.
#[model(required)]
pub struct Nonce {
    /// The text; good for five minutes.
    pub nonce: Text,
}

impl Root for Nonce {
    const ROOT: &'static str = "auth";
}

/// A signed token in exchange for one that the device signed.
#[model(required, snake_case)]
pub struct ExchangedToken {
    /// The token, good for seven days.
    pub auth_token: Jwt,
}

impl Root for ExchangedToken {
    const ROOT: &'static str = "auth";
}

/// The keys that plex.tv signs tokens with.
#[model]
pub struct AuthKeys {
    /// The keys; the newest stands last.
    pub keys: Vec<Jwk>,
}

impl Root for AuthKeys {
    const ROOT: &'static str = "auth";
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The key and what is hashed of it are those of RFC 8037, appendix A.3.
    #[test]
    fn the_thumbprint_is_of_the_needed_fields_in_order() {
        let key = Jwk::ed25519("11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");
        assert_eq!(
            key.thumbprint_input(),
            r#"{"crv":"Ed25519","kty":"OKP","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#
        );
    }
}
