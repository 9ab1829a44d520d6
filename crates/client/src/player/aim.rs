//! [`Aim`]: what a player's commands carry beside what the caller says, and what its answers may say.

use crate::call::Answer;
use crate::error::{Error, ErrorKind};
use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use plex_sdk_contract::codec::Looks;
use plex_sdk_contract::ids::ClientIdentifier;
use plex_sdk_contract::model::PlayerResponse;
use plex_sdk_contract::{ApiError, Named, Reply, params};
use std::sync::atomic::{AtomicU32, Ordering};

const TARGET: &str = "X-Plex-Target-Client-Identifier";
const TARGET_HEADER: HeaderName = HeaderName::from_static("x-plex-target-client-identifier");

/// Who commands are for, and their numbers.
#[derive(Debug)]
pub(crate) struct Aim {
    /// The number of the last command.
    number: AtomicU32,
    pub(crate) target: Option<ClientIdentifier>,
    /// A server hands the commands on.
    pub(crate) relayed: bool,
}

impl Aim {
    pub(crate) fn new(target: Option<ClientIdentifier>, relayed: bool) -> Self {
        Self {
            number: AtomicU32::new(0),
            target,
            relayed,
        }
    }

    /// Fills in the number and the player where the caller left them out.
    pub(crate) fn complete(&self, query: &mut String, headers: &mut HeaderMap) {
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

    /// What a call came to, where the player's own body may say something else than the status.
    pub(crate) fn judge<T>(
        &self,
        name: &'static str,
        result: Result<Answer<T>, Error>,
    ) -> Result<Answer<T>, Error> {
        let body = match &result {
            Ok(answer) => answer.body(),
            Err(error) => error.body(),
        };
        let said = said(body).filter(|said| said.code.is_some_and(|code| code >= 400));
        let error = match (said, result) {
            (None, Ok(answer)) => return Ok(answer),
            (None, Err(error)) => error,
            (Some(said), Ok(answer)) => refused(name, said, answer.headers(), answer.body()),
            (Some(said), Err(error)) => {
                let none = HeaderMap::new();
                let headers = error.headers().unwrap_or(&none);
                let told = refused(name, said, headers, error.body());
                match error.url() {
                    Some(url) => told.with_url(url.to_owned()),
                    None => told,
                }
            }
        };
        match &self.target {
            Some(target) if self.relayed && *error.kind() == ErrorKind::NotFound => Err(error
                .with_message(format_args!(
                    "the server knows no player {target}, or the player has nothing there"
                ))),
            _ => Err(error),
        }
    }
}

/// The error that a player's own body is.
fn refused(name: &'static str, said: PlayerResponse, headers: &HeaderMap, body: &Bytes) -> Error {
    let status = said.code.and_then(|code| u16::try_from(code).ok());
    let status = status.and_then(|code| StatusCode::from_u16(code).ok());
    let api = ApiError::new(status.unwrap_or(StatusCode::BAD_REQUEST), headers, body);
    let error = Error::api(name, headers.clone(), api);
    match said.status {
        Some(text) => error.with_message(format_args!("the player says: {text}")),
        None => error,
    }
}

/// What a player says in a body of its own.
fn said(body: &Bytes) -> Option<PlayerResponse> {
    let response = match Looks::of(body) {
        Looks::Json | Looks::Xml => Named::<PlayerResponse>::decode(body).ok()?.0,
        _ => return None,
    };
    Some(response)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn completed(aim: &Aim, query: &str) -> (String, bool) {
        let (mut query, mut headers) = (query.to_owned(), HeaderMap::new());
        aim.complete(&mut query, &mut headers);
        (query, headers.contains_key(TARGET_HEADER))
    }

    #[test]
    fn numbers_grow_and_are_kept_where_the_caller_gives_one() {
        let aim = Aim::new(Some("tv".into()), true);
        let with = |query: &str| (query.to_owned(), true);
        assert_eq!(completed(&aim, "commandID=0"), with("commandID=1"));
        assert_eq!(
            completed(&aim, "a=1&commandID=0&type=video"),
            with("a=1&commandID=2&type=video")
        );
        assert_eq!(completed(&aim, "commandID=7"), with("commandID=7"));
        assert_eq!(completed(&aim, "commandID=0"), with("commandID=8"));
        assert_eq!(completed(&aim, "commandID=3"), with("commandID=3"));
        assert_eq!(completed(&aim, "commandID=0"), with("commandID=9"));
        assert_eq!(completed(&aim, ""), with(""));
        let named = "commandID=0&X-Plex-Target-Client-Identifier=other";
        assert_eq!(
            completed(&aim, named),
            (named.replace("ID=0", "ID=10"), false)
        );
    }
}
