//! A transport that answers from a closure and remembers what it was asked.

use bytes::Bytes;
use plex_sdk::transport::{Transport, from_fn, full_body};
use plex_sdk::{Server, ServerBuilder, Token};
use std::sync::{Arc, Mutex};

pub(crate) const TOKEN: &str = "t0k3n-of-the+test/1";

pub(crate) fn token() -> Token {
    Token::new(TOKEN).unwrap()
}

/// The requests a stub was asked, in order.
#[derive(Clone, Default)]
pub(crate) struct Asked(Arc<Mutex<Vec<http::Request<Bytes>>>>);

impl Asked {
    pub(crate) fn all(&self) -> Vec<http::Request<Bytes>> {
        self.0.lock().unwrap().clone()
    }

    pub(crate) fn only(&self) -> http::Request<Bytes> {
        let all = self.all();
        assert_eq!(all.len(), 1, "{} requests were sent", all.len());
        all.into_iter().next().unwrap()
    }
}

/// A transport that answers with `answer`, and the list of what it was asked.
pub(crate) fn transport<B: Into<Bytes>>(
    answer: impl Fn(&http::Request<Bytes>) -> http::Response<B> + Send + Sync + 'static,
) -> (impl Transport, Asked) {
    let asked = Asked::default();
    let kept = asked.clone();
    let transport = from_fn(move |request: http::Request<Bytes>| {
        let answer = answer(&request).map(full_body);
        kept.0.lock().unwrap().push(request);
        async move { Ok(answer) }
    });
    (transport, asked)
}

/// A builder of a server whose transport answers with `answer`, and the list of what it was asked.
pub(crate) fn server<B: Into<Bytes>>(
    answer: impl Fn(&http::Request<Bytes>) -> http::Response<B> + Send + Sync + 'static,
) -> (ServerBuilder, Asked) {
    let (transport, asked) = transport(answer);
    let builder = Server::builder()
        .url("http://plex.test:32400")
        .token(token())
        .client_identifier("client-1")
        .transport(transport);
    (builder, asked)
}

/// An answer with a status, a content type and a body.
pub(crate) fn answer(
    status: u16,
    content_type: &str,
    body: impl Into<Bytes>,
) -> http::Response<Bytes> {
    http::Response::builder()
        .status(status)
        .header("content-type", content_type)
        .header("x-plex-protocol", "1.0")
        .body(body.into())
        .unwrap()
}

pub(crate) fn json(body: &'static str) -> http::Response<Bytes> {
    answer(200, "application/json", body)
}

pub(crate) const IDENTITY: &str = r#"{"MediaContainer":{"size":0,"claimed":true,"machineIdentifier":"m1","version":"1.40.2.8395-c67dce28e"}}"#;
pub(crate) const MINTED: &str = r#"{"MediaContainer":{"size":0,"token":"transient-1"}}"#;
