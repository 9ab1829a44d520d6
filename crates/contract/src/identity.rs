//! [`ClientIdentity`]: who an app says it is, in the `X-Plex-*` headers of every request.

use crate::ids::ClientIdentifier;
use http::{HeaderMap, HeaderName, HeaderValue};
use std::borrow::Cow;

/// The header that carries the token.
pub const X_PLEX_TOKEN: HeaderName = HeaderName::from_static("x-plex-token");
/// The header that carries the client identifier.
pub const X_PLEX_CLIENT_IDENTIFIER: HeaderName =
    HeaderName::from_static("x-plex-client-identifier");

macro_rules! identity {
    ($($(#[$doc:meta])* $field:ident: $header:literal),+ $(,)?) => {
        /// What an app tells about itself with each request. Values are UTF-8, so names may hold any letter.
        #[derive(Clone, Debug, Default, PartialEq, Eq)]
        pub struct ClientIdentity {
            /// `X-Plex-Client-Identifier`: made once for an installation and kept; needed by plex.tv.
            pub client_identifier: ClientIdentifier,
            $(#[doc = concat!("`", $header, "`: ")] $(#[$doc])* pub $field: Option<String>,)+
        }

        impl ClientIdentity {
            /// Each header's name in lower case with its value, where there is one.
            fn pairs(&self) -> impl Iterator<Item = (HeaderName, &str)> {
                let optional = [$((HeaderName::from_static($header), self.$field.as_deref())),+];
                std::iter::once((X_PLEX_CLIENT_IDENTIFIER, Some(self.client_identifier.as_str())))
                    .chain(optional)
                    .filter_map(|(name, value)| value.filter(|v| !v.is_empty()).map(|v| (name, v)))
            }

            /// Reads an identity from a request's headers, in UTF-8 or else ISO 8859-1.
            pub fn from_headers(headers: &HeaderMap) -> Self {
                let read = |name: HeaderName| headers.get(name).map(|value| text_of(value).into_owned());
                Self {
                    client_identifier: read(X_PLEX_CLIENT_IDENTIFIER).unwrap_or_default().into(),
                    $($field: read(HeaderName::from_static($header)),)+
                }
            }
        }
    };
}

identity! {
    /// the app's name.
    product: "x-plex-product",
    /// the app's version.
    version: "x-plex-version",
    /// the operating system; servers pick transcode profiles by it.
    platform: "x-plex-platform",
    /// the operating system's version.
    platform_version: "x-plex-platform-version",
    /// the kind of device.
    device: "x-plex-device",
    /// the device's name as its user knows it, in any language.
    device_name: "x-plex-device-name",
    /// the device's model.
    model: "x-plex-model",
    /// who made the device.
    device_vendor: "x-plex-device-vendor",
    /// where the app was sold.
    marketplace: "x-plex-marketplace",
    /// what the app can be to others: `controller`, `player`, `server`, separated by commas.
    provides: "x-plex-provides",
    /// the language of texts in answers, such as `de`.
    language: "x-plex-language",
}

/// A value that no header can carry.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the value of {header} has a control character at byte {at}; remove it")]
pub struct InvalidIdentity {
    header: HeaderName,
    at: usize,
}

impl ClientIdentity {
    /// An identity with its identifier alone.
    pub fn new(client_identifier: impl Into<ClientIdentifier>) -> Self {
        Self {
            client_identifier: client_identifier.into(),
            ..Self::default()
        }
    }

    /// The headers to send; a value with a control character is refused.
    pub fn to_headers(&self) -> Result<HeaderMap, InvalidIdentity> {
        let mut headers = HeaderMap::new();
        for (name, text) in self.pairs() {
            let value = HeaderValue::from_bytes(text.as_bytes()).map_err(|_| InvalidIdentity {
                header: name.clone(),
                at: text.bytes().position(|b| b.is_ascii_control()).unwrap_or(0),
            })?;
            headers.insert(name, value);
        }
        Ok(headers)
    }
}

/// A header's value as text: UTF-8 where it is that, else ISO 8859-1.
pub fn text_of(value: &HeaderValue) -> Cow<'_, str> {
    match std::str::from_utf8(value.as_bytes()) {
        Ok(text) => text.into(),
        Err(_) => value
            .as_bytes()
            .iter()
            .map(|byte| char::from(*byte))
            .collect::<String>()
            .into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_any_language_survive_the_headers() {
        let identity = ClientIdentity {
            device_name: Some("Wohnzimmer-Gerät 电视".into()),
            product: Some("app".into()),
            ..ClientIdentity::new("id-1")
        };
        let headers = identity.to_headers().unwrap();
        assert_eq!(headers.len(), 3);
        assert_eq!(ClientIdentity::from_headers(&headers), identity);
    }

    #[test]
    fn latin_1_is_read_too() {
        let value = HeaderValue::from_bytes(b"Ger\xe4t").unwrap();
        assert_eq!(text_of(&value), "Gerät");
    }

    #[test]
    fn a_control_character_is_refused_with_its_place() {
        let identity = ClientIdentity {
            product: Some("a\nb".into()),
            ..ClientIdentity::new("x")
        };
        let error = identity.to_headers().unwrap_err().to_string();
        assert!(
            error.contains("x-plex-product") && error.contains("byte 1"),
            "{error}"
        );
    }
}
