//! [`PlayerRecipient`]: what a player's commands carry besides the caller's parameters, and the errors that players report
//! in their own way.

use crate::error::{Error, ErrorKind};
use crate::request::Recipient;
use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use plex_sdk_contract::codec::Looks;
use plex_sdk_contract::ids::ClientIdentifier;
use plex_sdk_contract::model::PlayerResponse;
use plex_sdk_contract::{ApiError, Named, Reply, params};
use std::sync::atomic::{AtomicU32, Ordering};

const TARGET: &str = "X-Plex-Target-Client-Identifier";
const TARGET_HEADER: HeaderName = HeaderName::from_static("x-plex-target-client-identifier");

/// The player that commands are for, and the number of the last one.
#[derive(Debug)]
pub(crate) struct PlayerRecipient {
    /// The number of the last command.
    number: AtomicU32,
    pub(super) target: Option<ClientIdentifier>,
    /// A server relays the commands.
    pub(super) relayed: bool,
}

impl PlayerRecipient {
    pub(super) fn new(target: Option<ClientIdentifier>, relayed: bool) -> Self {
        Self {
            number: AtomicU32::new(0),
            target,
            relayed,
        }
    }

    /// Tells what "not found" may mean for a player behind a server.
    fn clarify(&self, error: Error) -> Error {
        match &self.target {
            Some(target) if self.relayed && *error.kind() == ErrorKind::NotFound => error
                .with_message(format_args!(
                    "the server knows no player {target}, or the player has nothing there"
                )),
            _ => error,
        }
    }
}

impl Recipient for PlayerRecipient {
    /// Adds the number and the player unless the caller has set them.
    fn complete(&self, query: &mut String, headers: &mut HeaderMap) {
        let mut named = false;
        let mut number = None;
        for (name, value) in params::pairs(query) {
            match name.as_str() {
                "commandID" => number = value.parse::<u32>().ok(),
                TARGET => named = true,
                _ => {}
            }
        }
        match number {
            Some(0) => {
                let next = self
                    .number
                    .fetch_add(1, Ordering::Relaxed)
                    .saturating_add(1);
                let pairs = query.split('&').map(|pair| match pair {
                    "commandID=0" => format!("commandID={next}"),
                    pair => pair.to_owned(),
                });
                *query = pairs.collect::<Vec<_>>().join("&");
            }
            // Those after it are larger too.
            Some(own) => {
                self.number.fetch_max(own, Ordering::Relaxed);
            }
            None => {}
        }
        if !named
            && let Some(target) = &self.target
            && let Ok(target) = HeaderValue::from_str(target.as_str())
        {
            headers.insert(TARGET_HEADER, target);
        }
    }

    fn refusal(&self, operation: &'static str, headers: &HeaderMap, body: &Bytes) -> Option<Error> {
        let error = reported(operation, headers, body)?;
        Some(self.clarify(error))
    }

    fn explain(&self, operation: &'static str, error: Error) -> Error {
        let none = HeaderMap::new();
        let headers = error.headers().unwrap_or(&none);
        let error = match (reported(operation, headers, error.body()), error.url()) {
            (Some(reported), Some(url)) => reported.with_url(url.to_owned()),
            (Some(reported), None) => reported,
            (None, _) => error,
        };
        self.clarify(error)
    }
}

/// The error that a player reports in the body, whatever the status.
fn reported(operation: &'static str, headers: &HeaderMap, body: &Bytes) -> Option<Error> {
    let response = match Looks::of(body) {
        Looks::Json | Looks::Xml => Named::<PlayerResponse>::decode(body).ok()?.0,
        _ => return None,
    };
    let code = response.code.filter(|code| *code >= 400)?;
    let status = u16::try_from(code).ok();
    let status = status.and_then(|code| StatusCode::from_u16(code).ok());
    let api = ApiError::new(status.unwrap_or(StatusCode::BAD_REQUEST), headers, body);
    let error = Error::api(operation, headers.clone(), api);
    Some(match response.status {
        Some(text) => error.with_message(format_args!("the player says: {text}")),
        None => error,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn completed(recipient: &PlayerRecipient, query: &str) -> (String, bool) {
        let (mut query, mut headers) = (query.to_owned(), HeaderMap::new());
        recipient.complete(&mut query, &mut headers);
        (query, headers.contains_key(TARGET_HEADER))
    }

    #[test]
    fn numbers_grow_and_are_kept_where_the_caller_gives_one() {
        let recipient = PlayerRecipient::new(Some("tv".into()), true);
        let with = |query: &str| (query.to_owned(), true);
        assert_eq!(completed(&recipient, "commandID=0"), with("commandID=1"));
        assert_eq!(
            completed(&recipient, "a=1&commandID=0&type=video"),
            with("a=1&commandID=2&type=video")
        );
        assert_eq!(completed(&recipient, "commandID=7"), with("commandID=7"));
        assert_eq!(completed(&recipient, "commandID=0"), with("commandID=8"));
        assert_eq!(completed(&recipient, "commandID=3"), with("commandID=3"));
        assert_eq!(completed(&recipient, "commandID=0"), with("commandID=9"));
        assert_eq!(completed(&recipient, ""), with(""));
        let named = "commandID=0&X-Plex-Target-Client-Identifier=other";
        assert_eq!(
            completed(&recipient, named),
            (named.replace("ID=0", "ID=10"), false)
        );
    }
}
