//! [`MediaUrl`]: the address of media for a player that takes only URLs, with a transient token in it.

use crate::error::Error;
use crate::redact;
use crate::server::Server;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use plex_sdk_contract::endpoints::transcoder::{StartTranscodeSession, TranscodeImage};
use plex_sdk_contract::{Endpoint, Host, params};
use std::fmt;

const NAME: &str = "MediaUrl";

/// An address with a transient token in it, for a player of media that cannot send headers.
///
/// It is the one place where a token stands in an address. `Debug` and `Display` show it without the token;
/// [`expose`](Self::expose) gives it in whole, to be handed to the player and kept nowhere else. The token ends at the latest
/// 48 hours after it was made, and when the server restarts.
#[derive(Clone, PartialEq, Eq)]
pub struct MediaUrl(Box<str>);

impl MediaUrl {
    /// The address with its token.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for MediaUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&redact::path_and_query(&self.0))
    }
}

impl fmt::Debug for MediaUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "MediaUrl({self})")
    }
}

impl Server {
    /// The address of a request for media, with a transient token of this server in it.
    async fn media_url(&self, path_and_query: &str) -> Result<MediaUrl, Error> {
        let token = self.transient_tokens().get().await?;
        let sign = if path_and_query.contains('?') {
            '&'
        } else {
            '?'
        };
        let encoded = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
        let mut url = format!("{}{path_and_query}{sign}", self.core.base().as_str());
        // Conversions belong to the app that began them.
        let id = self.core.identity().client_identifier;
        if !id.as_str().is_empty() {
            url.push_str("X-Plex-Client-Identifier=");
            url.push_str(&encoded(id.as_str()));
            url.push('&');
        }
        url.push_str("X-Plex-Token=");
        url.push_str(&encoded(token.expose()));
        Ok(MediaUrl(url.into()))
    }

    async fn url_of<E: Endpoint>(&self, request: &E) -> Result<MediaUrl, Error> {
        debug_assert!(E::HOST == Host::Pms);
        let target = params::encode(request).map_err(|error| Error::invalid(E::NAME, error))?;
        self.media_url(&target.path_and_query()).await
    }

    /// The address that starts a conversion: of its playlist, its manifest or the media itself, as the request's
    /// `extension` says.
    pub async fn transcode_url(&self, request: &StartTranscodeSession) -> Result<MediaUrl, Error> {
        self.url_of(request).await
    }

    /// The address of a picture in another size or format.
    pub async fn image_url(&self, request: &TranscodeImage) -> Result<MediaUrl, Error> {
        self.url_of(request).await
    }

    /// The address of a file as it is: `key` is the path that the item's part gives, such as
    /// `/library/parts/900/1600000000/file.mkv`. Pictures as they are have such paths too: an item's `thumb`.
    pub async fn part_url(&self, key: &str) -> Result<MediaUrl, Error> {
        let plain = key.starts_with('/')
            && !key.starts_with("//")
            && !key.contains(['#', '\\'])
            && key.chars().all(|c| !c.is_control() && c != ' ');
        if !plain {
            let message = "a part's key is a path on the server, as it stands in an answer";
            return Err(Error::invalid(NAME, message));
        }
        if redact::path_and_query(key) != key {
            let message = "the path has a token in it already";
            return Err(Error::invalid(NAME, message));
        }
        self.media_url(key).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shown_address_has_no_token() {
        let url = MediaUrl("http://h:1/a?x=1&X-Plex-Token=secret%2D1".into());
        assert_eq!(url.to_string(), "http://h:1/a?x=1&X-Plex-Token=[redacted]");
        assert!(!format!("{url:?}").contains("secret"));
        assert!(url.expose().ends_with("secret%2D1"));
    }
}
