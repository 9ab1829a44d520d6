//! A kept transient token: getting it, calling with it, and ten thousand waiters for one mint.

#![allow(
    missing_docs,
    reason = "criterion's macros make public items without documentation"
)]

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use plex_sdk::transport::{from_fn, full_body};
use plex_sdk::{Server, Token};
use tokio::runtime::Builder;
use tokio::task::JoinSet;

const BODY: &str = r#"{"MediaContainer":{"size":0,"claimed":true,"machineIdentifier":"m","version":"1.40.2","token":"transient-1"}}"#;

/// A server whose answers are there at once: what is measured is the client alone.
fn server() -> Server {
    let transport = from_fn(|_| async { Ok(http::Response::new(full_body(BODY))) });
    Server::builder()
        .url("http://plex.test:32400")
        .token(Token::new("tok").unwrap())
        .client_identifier("bench")
        .transport(transport)
        .build()
        .unwrap()
}

fn kept_tokens(c: &mut Criterion) {
    let runtime = Builder::new_current_thread().enable_all().build().unwrap();
    let mut group = c.benchmark_group("kept_tokens");

    let tokens = server().transient_tokens();
    runtime.block_on(tokens.get()).unwrap();
    group.bench_function("get", |b| {
        b.to_async(&runtime).iter(|| tokens.get());
    });

    let fixed = server();
    group.bench_function("call with a fixed token", |b| {
        b.to_async(&runtime)
            .iter(|| async { fixed.general().get_identity().await.unwrap() });
    });
    let transport = from_fn(|_| async { Ok(http::Response::new(full_body(BODY))) });
    let kept = Server::builder()
        .url("http://plex.test:32400")
        .client_identifier("bench")
        .token_source(tokens)
        .transport(transport)
        .build()
        .unwrap();
    group.bench_function("call with the kept token", |b| {
        b.to_async(&runtime)
            .iter(|| async { kept.general().get_identity().await.unwrap() });
    });

    group.sample_size(20);
    group.bench_function("10000 waiters, one mint", |b| {
        b.to_async(&runtime).iter_batched(
            || server().transient_tokens(),
            |tokens| async move {
                let mut waiters = JoinSet::new();
                for _ in 0..10_000 {
                    let tokens = tokens.clone();
                    waiters.spawn(async move { tokens.get().await.unwrap() });
                }
                waiters.join_all().await
            },
            BatchSize::PerIteration,
        );
    });
    group.finish();
}

criterion_group!(benches, kept_tokens);
criterion_main!(benches);
