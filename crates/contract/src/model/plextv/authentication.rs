//! Sign-in: PINs ([`Pin`]), keys of devices ([`Jwk`]) and the tokens in exchange for them, claims of servers.

use crate::ids::{ClientIdentifier, PinId};
use crate::model::plextv::location::GeoLocation;
use crate::reply::Root;
use crate::text::Text;
use crate::time::DateTime;
use crate::token::{AccountToken, ClaimToken, Jwt, Token, TokenKind};
use plex_sdk_derive::model;

/// A PIN that a person approves to sign an app in.
#[model(required)]
#[derive(Default)]
pub struct Pin {
    /// Its number, to ask for it with.
    pub id: PinId,
    /// What the person types or the browser carries: four letters, or a long text for a strong PIN.
    pub code: Text,
    /// The name of the app that asked for it.
    pub product: Option<Text>,
    /// Whether the device is on a network that plex.tv trusts.
    #[wire(default)]
    pub trusted: bool,
    /// The address of a picture with a QR code of it.
    pub qr: Option<Text>,
    /// The app that asked for it; no other may read it.
    #[wire(default)]
    pub client_identifier: ClientIdentifier,
    /// Seconds until it expires.
    #[wire(default)]
    pub expires_in: u32,
    /// When it was made.
    pub created_at: Option<DateTime>,
    /// When it expires.
    pub expires_at: Option<DateTime>,
    /// The account's token once a person approved it; use [`Pin::token`].
    pub auth_token: Option<AccountToken>,
    /// Whether approving it made a new account.
    pub new_registration: Option<bool>,
    /// Where the app that asked for it is in the world.
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

/// A token to claim a server with.
#[model(required)]
pub struct Claim {
    /// The token; it starts with `claim-` and is good for about four minutes.
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
