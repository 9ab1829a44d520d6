//! A source of tokens is asked for each request, and once more after a 401.

use crate::stub::{IDENTITY, answer, json, server};
use plex_sdk::tokens::TokenSource;
use plex_sdk::transport::{BoxError, BoxFuture};
use plex_sdk::{ErrorKind, Token};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

/// Gives `token-1`, and after a rejection the next number.
#[derive(Default)]
struct Numbers {
    number: AtomicUsize,
    given: AtomicUsize,
    accepted: Mutex<Vec<String>>,
    /// What a rejection is good for.
    stubborn: bool,
    broken: bool,
}

impl TokenSource for Numbers {
    fn token(&self) -> BoxFuture<'_, Result<Token, BoxError>> {
        Box::pin(async {
            self.given.fetch_add(1, Ordering::SeqCst);
            tokio::task::yield_now().await;
            if self.broken {
                return Err("the safe is locked".into());
            }
            let number = self.number.load(Ordering::SeqCst);
            Ok(Token::new(format!("token-{number}"))?)
        })
    }
    fn rejected(&self, token: &Token) -> bool {
        let number = self.number.load(Ordering::SeqCst);
        if token.expose() == format!("token-{number}") {
            self.number.fetch_add(1, Ordering::SeqCst);
        }
        !self.stubborn
    }
    fn accepted(&self, token: &Token) {
        self.accepted
            .lock()
            .unwrap()
            .push(token.expose().to_owned());
    }
}

/// A server's answer where only this token is good.
fn only(
    good: &'static str,
) -> impl Fn(&http::Request<bytes::Bytes>) -> http::Response<bytes::Bytes> {
    move |request| match request.headers().get("x-plex-token") {
        Some(token) if token == good => json(IDENTITY),
        _ => answer(401, "text/html", "<html>not token-0 nor anything</html>"),
    }
}

#[tokio::test]
async fn a_refused_token_is_replaced_once() {
    let source = Arc::new(Numbers::default());
    let (builder, asked) = server(only("token-1"));
    let server = builder.token_source(source.clone()).build().unwrap();
    let mint = plex_sdk::endpoints::authentication::GetTransientToken::default();
    server.general().get_identity().await.unwrap();
    server.general().get_identity().await.unwrap();
    assert_eq!(asked.all().len(), 3);
    assert!(asked.all()[0].headers()["x-plex-token"].is_sensitive());
    assert_eq!(*source.accepted.lock().unwrap(), ["token-1", "token-1"]);
    // It was not processed: whatever the call does, it may be repeated.
    source.number.store(0, Ordering::SeqCst);
    let error = server.authentication().get_transient_token(mint).await;
    assert_eq!(*error.unwrap_err().kind(), ErrorKind::NotUnderstood);
    assert_eq!(asked.all().len(), 5);
}

#[tokio::test]
async fn a_token_that_is_never_good_ends_in_its_error() {
    for stubborn in [false, true] {
        let source = Arc::new(Numbers {
            stubborn,
            ..Numbers::default()
        });
        let (builder, asked) = server(only("token-99"));
        let server = builder.token_source(source.clone()).build().unwrap();
        let error = server.general().get_server_info().await.unwrap_err();
        assert!(error.is_unauthorized(), "{error}");
        assert!(!error.to_string().contains("token-"), "{error}");
        assert_eq!(asked.all().len(), if stubborn { 1 } else { 2 });
    }
}

#[tokio::test]
async fn a_call_with_another_token_or_none_does_not_ask_it() {
    let source = Arc::new(Numbers::default());
    let (builder, asked) = server(only("token-7"));
    let server = builder.token_source(source.clone()).build().unwrap();
    let call = || server.general().get_server_info();
    let seven = Token::new("token-7").unwrap();
    call().token(seven).await.unwrap();
    assert!(call().without_token().await.unwrap_err().is_unauthorized());
    assert!(!asked.all()[1].headers().contains_key("x-plex-token"));
    assert_eq!(source.given.load(Ordering::SeqCst), 0);
    assert_eq!(asked.all().len(), 2);
}

#[tokio::test]
async fn no_token_no_request() {
    let source = Numbers {
        broken: true,
        ..Numbers::default()
    };
    let (builder, asked) = server(|_| json(IDENTITY));
    let source: Arc<dyn TokenSource> = Arc::new(source);
    let server = builder.token_source(source).build().unwrap();
    let error = server.general().get_identity().await.unwrap_err();
    assert_eq!(*error.kind(), ErrorKind::NoToken);
    assert!(error.to_string().contains("the safe is locked"), "{error}");
    assert!(asked.all().is_empty());
}
