//! [`LoggedRequest`]: what was asked, for a test to look at; without tokens.

use http::{Method, StatusCode, Uri};
use plex_sdk_contract::{is_secret_name, params};
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

/// At most this many requests are remembered; the oldest make room.
const MAX_REQUESTS: usize = 1000;

/// A request that arrived.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoggedRequest {
    /// The URL of the server or plex.tv that was asked, as [`EmbeddedServer::url`](crate::EmbeddedServer::url), over TLS
    /// [`EmbeddedServer::https_url`](crate::EmbeddedServer::https_url), or the list of connections gives it.
    pub host: Arc<str>,
    /// The verb.
    pub method: Method,
    /// The path and query as sent, without parameters that carry tokens.
    pub path: String,
    /// The answer's status; none where no answer was sent.
    pub status: Option<StatusCode>,
    /// Whether a token came along, good or not.
    pub had_token: bool,
}

#[derive(Default)]
pub(crate) struct RequestLog {
    list: Mutex<VecDeque<LoggedRequest>>,
}

impl RequestLog {
    pub(crate) fn add(&self, request: LoggedRequest) {
        let mut list = self.list.lock().unwrap_or_else(PoisonError::into_inner);
        if list.len() >= MAX_REQUESTS {
            list.pop_front();
        }
        list.push_back(request);
    }

    pub(crate) fn all(&self) -> Vec<LoggedRequest> {
        let list = self.list.lock().unwrap_or_else(PoisonError::into_inner);
        list.iter().cloned().collect()
    }
}

/// Path and query without tokens and other secrets.
pub(crate) fn without_tokens(uri: &Uri) -> String {
    let Some(query) = uri.query() else {
        return uri.path().to_owned();
    };
    let carries_token = |pair: &str| params::pairs(pair).any(|(name, _)| is_secret_name(&name));
    let mut path = uri.path().to_owned();
    let mut sign = '?';
    for pair in query.split('&').filter(|pair| !carries_token(pair)) {
        path.push(sign);
        path.push_str(pair);
        sign = '&';
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_left_out_however_they_are_spelled() {
        for (sent, logged) in [
            ("/a", "/a"),
            ("/a?b=1&X-Plex-Token=s3cret", "/a?b=1"),
            ("/a?x-plex-token=s3cret&b=1&c", "/a?b=1&c"),
            ("/a?X%2DPlex%2DToken=s3cret", "/a"),
            ("/a?token=s3cret", "/a"),
            ("/a?currentPin=1234&current%50in=1234&b=1", "/a?b=1"),
            ("/a?deviceJWT=s3cret&pin=1234&pinned=1", "/a?pinned=1"),
        ] {
            assert_eq!(without_tokens(&sent.parse().unwrap()), logged);
        }
    }
}
