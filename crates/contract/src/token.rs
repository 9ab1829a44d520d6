//! Secrets as types: they never show in `Debug`, `Display` or errors, and compare in constant time.

use serde::de::Visitor;
use serde::{Deserialize, Deserializer, Serialize};
use std::fmt;
use subtle::ConstantTimeEq;

/// Why a text cannot be a token; the text itself is never repeated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum InvalidToken {
    /// Nothing was left after trimming white space.
    #[error("the token is empty")]
    Empty,
    /// A space, a control character or a character outside ASCII, at this byte.
    #[error(
        "the token has a character that no token has, at byte {0}: was more than the token copied?"
    )]
    Character(usize),
    /// Longer than any token Plex makes.
    #[error("the token is longer than {max} bytes", max = MAX_LENGTH)]
    TooLong,
}

/// The longest text taken for a token, in bytes; a JWT of plex.tv stays well below.
pub const MAX_LENGTH: usize = 8192;

fn check(text: &str) -> Result<&str, InvalidToken> {
    let text = text.trim();
    if text.is_empty() {
        return Err(InvalidToken::Empty);
    }
    if text.len() > MAX_LENGTH {
        return Err(InvalidToken::TooLong);
    }
    match text.bytes().position(|b| !b.is_ascii_graphic()) {
        Some(at) => Err(InvalidToken::Character(at)),
        None => Ok(text),
    }
}

/// Reads a secret from a body; an error says what is wrong with it and never repeats it.
struct SecretVisitor {
    /// plex.tv spells "none" as an empty text in XML.
    empty: bool,
}

impl Visitor<'_> for SecretVisitor {
    type Value = Box<str>;
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a token")
    }
    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Box<str>, E> {
        match check(text) {
            Ok(token) => Ok(token.into()),
            Err(InvalidToken::Empty) if self.empty => Ok("".into()),
            Err(error) => Err(E::custom(error)),
        }
    }
}

macro_rules! secret {
    ($(#[$doc:meta])* $Name:ident, $kind:literal, empty: $empty:literal) => {
        $(#[$doc])*
        #[derive(Clone, Serialize)]
        #[serde(transparent)]
        pub struct $Name(Box<str>);

        impl<'de> Deserialize<'de> for $Name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = deserializer.deserialize_str(SecretVisitor { empty: $empty })?;
                Ok(Self(text))
            }
        }

        impl $Name {
            /// Takes a token, trimmed of white space around it; refuses what cannot be one.
            pub fn new(token: impl AsRef<str>) -> Result<Self, InvalidToken> {
                check(token.as_ref()).map(|text| Self(text.into()))
            }

            /// The secret itself, for the header or the file it goes to. Mind where it ends up.
            pub fn expose(&self) -> &str {
                &self.0
            }

            /// True where a server sent an empty text for a token.
            pub fn is_empty(&self) -> bool {
                self.0.is_empty()
            }
        }

        impl fmt::Debug for $Name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!($kind, "[redacted]"))
            }
        }

        impl PartialEq for $Name {
            fn eq(&self, other: &Self) -> bool {
                self.0.as_bytes().ct_eq(other.0.as_bytes()).into()
            }
        }
        impl Eq for $Name {}

        impl std::str::FromStr for $Name {
            type Err = InvalidToken;
            fn from_str(token: &str) -> Result<Self, InvalidToken> {
                Self::new(token)
            }
        }

        impl From<$Name> for Token {
            fn from(token: $Name) -> Self {
                Token { kind: TokenKind::$Name, text: token.0 }
            }
        }
        impl From<&$Name> for Token {
            fn from(token: &$Name) -> Self {
                token.clone().into()
            }
        }
    };
}

secret! {
    /// The token of a plex.tv account: for plex.tv, and for servers that the account owns.
    AccountToken, "AccountToken", empty: true
}
secret! {
    /// One account's access token to one server, from plex.tv's resources.
    ServerToken, "ServerToken", empty: true
}
secret! {
    /// A token minted by a server: the level of its maker, at most 48 hours, gone when the server restarts.
    TransientToken, "TransientToken", empty: false
}
secret! {
    /// A token that claims a new server for an account; it lives for minutes.
    ClaimToken, "ClaimToken", empty: false
}
secret! {
    /// A signed token of plex.tv's device sign-in; plex.tv takes it, servers do not.
    Jwt, "Jwt", empty: false
}

/// What a person types to prove who they are: a password, a verification code, the PIN of a Home. Any text.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Secret(Box<str>);

impl Secret {
    /// Takes the text as it is, white space included.
    pub fn new(text: impl Into<Box<str>>) -> Self {
        Self(text.into())
    }

    /// The secret itself, for the request it goes into. Mind where it ends up.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// True where nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret[redacted]")
    }
}

impl PartialEq for Secret {
    fn eq(&self, other: &Self) -> bool {
        self.0.as_bytes().ct_eq(other.0.as_bytes()).into()
    }
}
impl Eq for Secret {}

impl From<&str> for Secret {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}
impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self::new(text)
    }
}
impl std::str::FromStr for Secret {
    type Err = std::convert::Infallible;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(Self::new(text))
    }
}

/// What a token was made as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TokenKind {
    /// A plex.tv account's token.
    AccountToken,
    /// An account's access token to one server.
    ServerToken,
    /// A token minted by a server for up to 48 hours.
    TransientToken,
    /// A token that claims a server.
    ClaimToken,
    /// A signed token of plex.tv's device sign-in.
    Jwt,
    /// Not said, and not told by its looks.
    Unknown,
}

impl fmt::Display for TokenKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::AccountToken => "account token",
            Self::ServerToken => "server token",
            Self::TransientToken => "transient token",
            Self::ClaimToken => "claim token",
            Self::Jwt => "JWT",
            Self::Unknown => "token",
        })
    }
}

/// Any token that may travel in `X-Plex-Token`, with the kind it was made as.
#[derive(Clone)]
pub struct Token {
    kind: TokenKind,
    text: Box<str>,
}

impl Token {
    /// Takes a token whose kind the caller does not say; its looks tell transient, claim and JWT apart.
    pub fn new(token: impl AsRef<str>) -> Result<Self, InvalidToken> {
        let text = check(token.as_ref())?;
        let kind = if text.starts_with("transient-") {
            TokenKind::TransientToken
        } else if text.starts_with("claim-") {
            TokenKind::ClaimToken
        } else if text.starts_with("eyJ") && text.bytes().filter(|b| *b == b'.').count() == 2 {
            TokenKind::Jwt
        } else {
            TokenKind::Unknown
        };
        Ok(Self {
            kind,
            text: text.into(),
        })
    }

    /// What the token was made as.
    pub fn kind(&self) -> TokenKind {
        self.kind
    }

    /// The secret itself, for the header it goes to. Mind where it ends up.
    pub fn expose(&self) -> &str {
        &self.text
    }
}

impl std::str::FromStr for Token {
    type Err = InvalidToken;
    fn from_str(token: &str) -> Result<Self, InvalidToken> {
        Self::new(token)
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Token({}, [redacted])", self.kind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_never_shows() {
        let secret = "s3cr3t-Abc_123";
        let account = AccountToken::new(secret).unwrap();
        let token = Token::from(&account);
        let password = Secret::new(secret);
        assert_eq!(password.expose(), secret);
        for shown in [
            format!("{password:?}"),
            format!("{account:?}"),
            format!("{token:?}"),
            format!("{:#?}", Some(&account)),
        ] {
            assert!(!shown.contains(secret), "{shown}");
            assert!(shown.contains("redacted"), "{shown}");
        }
    }

    #[test]
    fn what_cannot_be_a_token_is_refused_without_repeating_it() {
        assert_eq!(Token::new(" \n").unwrap_err(), InvalidToken::Empty);
        assert_eq!(
            Token::new("abc def").unwrap_err(),
            InvalidToken::Character(3)
        );
        assert_eq!(Token::new("tök").unwrap_err(), InvalidToken::Character(1));
        assert_eq!(
            Token::new("x".repeat(MAX_LENGTH + 1)).unwrap_err(),
            InvalidToken::TooLong
        );
        assert_eq!(Token::new("  abc\n").unwrap().expose(), "abc");
    }

    #[test]
    fn looks_tell_the_kind_where_they_can() {
        assert_eq!(
            Token::new("transient-1").unwrap().kind(),
            TokenKind::TransientToken
        );
        assert_eq!(Token::new("claim-1").unwrap().kind(), TokenKind::ClaimToken);
        assert_eq!(Token::new("eyJh.eyJi.c").unwrap().kind(), TokenKind::Jwt);
        assert_eq!(Token::new("abcdef").unwrap().kind(), TokenKind::Unknown);
    }
}
