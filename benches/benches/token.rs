//! One transient-token call: the SDK, async and blocking, beside bare reqwest on the same server in the same run.

#![allow(
    missing_docs,
    reason = "criterion's macros make public items without documentation"
)]

use axum::Router;
use axum::http::{HeaderMap, header};
use axum::routing::any;
use criterion::{Criterion, criterion_group, criterion_main};
use plex_sdk::Server;
use plex_sdk::endpoints::authentication::GetTransientToken;
use plex_sdk::{ServerBuilder, Token};
use std::net::SocketAddr;
use tokio::runtime::{Builder, Runtime};

const BODY: &str =
    r#"{"MediaContainer":{"size":0,"token":"transient-01234567-89ab-cdef-0123-456789abcdef"}}"#;

/// A server that always gives the same token, on a runtime of its own.
fn canned() -> (Runtime, SocketAddr) {
    let runtime = Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .unwrap();
    let listener = runtime
        .block_on(tokio::net::TcpListener::bind("127.0.0.1:0"))
        .unwrap();
    let address = listener.local_addr().unwrap();
    let app = Router::new().fallback(any(|_: HeaderMap| async {
        (
            [
                (header::CONTENT_TYPE, "application/json"),
                (header::SERVER, "canned"),
            ],
            BODY,
        )
    }));
    runtime.spawn(async move { axum::serve(listener, app).await });
    (runtime, address)
}

fn builder(address: SocketAddr) -> ServerBuilder {
    Server::builder()
        .url(format!("http://{address}"))
        .token(Token::new("tok").unwrap())
        .client_identifier("bench")
}

fn token(c: &mut Criterion) {
    let (_canned, address) = canned();
    let runtime = Builder::new_current_thread().enable_all().build().unwrap();
    let mut group = c.benchmark_group("transient_token");

    let bare = reqwest::Client::new();
    let url = format!("http://{address}/security/token?type=delegation&scope=all");
    group.bench_function("bare reqwest", |b| {
        b.to_async(&runtime).iter(|| async {
            let request = bare
                .post(&url)
                .header("Accept", "application/json")
                .header("X-Plex-Token", "tok");
            request.send().await.unwrap().bytes().await.unwrap()
        });
    });

    let server = builder(address).build().unwrap();
    group.bench_function("plex-sdk", |b| {
        b.to_async(&runtime).iter(|| async {
            server
                .authentication()
                .get_transient_token(GetTransientToken::default())
                .await
                .unwrap()
        });
    });

    // What the SDK itself costs: the same call over a transport that answers at once.
    let stub = plex_sdk::transport::from_fn(|_| async {
        Ok(axum::http::Response::new(plex_sdk::transport::full_body(
            BODY,
        )))
    });
    let alone = builder(address).transport(stub).build().unwrap();
    group.bench_function("plex-sdk without I/O", |b| {
        b.to_async(&runtime).iter(|| async {
            alone
                .authentication()
                .get_transient_token(GetTransientToken::default())
                .await
                .unwrap()
        });
    });

    let blocking = builder(address).blocking().unwrap();
    group.bench_function("plex-sdk blocking", |b| {
        b.iter(|| {
            blocking
                .authentication()
                .get_transient_token(GetTransientToken::default())
                .send()
                .unwrap()
        });
    });
    group.finish();
}

criterion_group!(benches, token);
criterion_main!(benches);
