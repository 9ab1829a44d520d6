//! Sign-in: PINs ([`Pin`]), keys of devices ([`Jwk`]) and the tokens in exchange for them, claims of servers.

use crate::ids::{ClientIdentifier, PinId};
use crate::model::plextv::location::GeoLocation;
use crate::reply::Root;
use crate::text::Text;
use crate::time::DateTime;
use crate::token::{AccountToken, ClaimToken, Jwt, Token, TokenKind};
use plex_sdk_derive::model;

/// A PIN that a user approves to sign in an app.
#[model(required)]
#[derive(Default)]
pub struct Pin {
    /// ID of the PIN, used to poll for its state.
    pub id: PinId,
    /// Code that the user enters or the browser passes on: four characters, or a long code for a strong PIN.
    pub code: Text,
    /// Name of the app that requested the PIN.
    pub product: Option<Text>,
    /// Whether the device is on a network that plex.tv trusts.
    #[wire(default)]
    pub trusted: bool,
    /// URL of a QR code image for the PIN.
    pub qr: Option<Text>,
    /// Client identifier of the app that requested the PIN. No other app can read the PIN.
    #[wire(default)]
    pub client_identifier: ClientIdentifier,
    /// Time until the PIN expires, in seconds.
    #[wire(default)]
    pub expires_in: u32,
    /// When the PIN was created.
    pub created_at: Option<DateTime>,
    /// When the PIN expires.
    pub expires_at: Option<DateTime>,
    /// Account token. Absent until a user approves the PIN. Use [`Pin::token`] to read it.
    pub auth_token: Option<AccountToken>,
    /// Whether approving the PIN created a new account.
    pub new_registration: Option<bool>,
    /// Geographic location of the app that requested the PIN.
    #[wire(omit_empty)]
    pub location: Option<GeoLocation>,
}

impl Pin {
    /// The account's token once a person approved the PIN.
    pub fn token(&self) -> Option<&AccountToken> {
        // In XML nothing is spelled as an empty text.
        self.auth_token.as_ref().filter(|token| !token.is_empty())
    }

    /// The same where the PIN was made with a device's key: then what it gives is signed and expires.
    pub fn jwt(&self) -> Option<Jwt> {
        let token = Token::new(self.token()?.expose()).ok()?;
        let signed = token.kind() == TokenKind::Jwt;
        signed.then(|| Jwt::new(token.expose()).ok()).flatten()
    }
}

impl Root for Pin {
    const ROOT: &'static str = "pin";
}

/// The public half of an Ed25519 key, as a JSON Web Key (JWK).
#[model]
#[derive(Eq)]
pub struct Jwk {
    /// Key type: `OKP`.
    pub kty: Text,
    /// Curve: `Ed25519`.
    pub crv: Text,
    /// The 32 bytes of the public key, encoded as base64url without padding.
    pub x: Text,
    /// Intended use of the key: `sig`.
    #[wire(name = "use")]
    pub usage: Text,
    /// Algorithm: `EdDSA`.
    pub alg: Text,
    /// Key ID, such as the key's thumbprint.
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

/// A one-time value for the device to sign.
#[model(required)]
pub struct Nonce {
    /// The nonce, valid for 5 minutes.
    pub nonce: Text,
}

impl Root for Nonce {
    const ROOT: &'static str = "auth";
}

/// A plex.tv JWT, returned in exchange for a JWT that the device signed.
#[model(required, snake_case)]
pub struct ExchangedToken {
    /// The JWT, valid for 7 days.
    pub auth_token: Jwt,
}

impl Root for ExchangedToken {
    const ROOT: &'static str = "auth";
}

/// The public keys that plex.tv signs tokens with.
#[model]
pub struct AuthKeys {
    /// The keys, newest last.
    pub keys: Vec<Jwk>,
}

impl Root for AuthKeys {
    const ROOT: &'static str = "auth";
}

/// A token to claim a server with.
#[model(required)]
pub struct Claim {
    /// The claim token. It starts with `claim-` and is valid for about 4 minutes.
    pub token: ClaimToken,
}

impl Root for Claim {
    const ROOT: &'static str = "claim";
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
