//! Connecting to the one address of six that lives, beside asking that one alone who it is.
//!
//! The five others take connections and never say a word. They are local and the living one is remote, the worst order
//! there is: to be expected is the time of the living one alone, and the stagger before it.

#![allow(
    missing_docs,
    reason = "criterion's macros make public items without documentation"
)]

use axum::Router;
use axum::http::header;
use axum::routing::any;
use criterion::{Criterion, criterion_group, criterion_main};
use plex_sdk::Server;
use plex_sdk::connect::{ConnectOptions, Connector};
use plex_sdk::model::{Connection, Resource};
use std::net::{SocketAddr, TcpListener};
use std::time::Duration;
use tokio::runtime::{Builder, Runtime};

const BODY: &str =
    r#"{"MediaContainer":{"size":0,"claimed":true,"machineIdentifier":"m1","version":"1.43.2"}}"#;

/// How long the living one takes to answer: a server across town, as loopback takes no time at all.
const DISTANCE: Duration = Duration::from_millis(20);

/// A server that says who it is, on a runtime of its own.
fn living() -> (Runtime, SocketAddr) {
    let runtime = Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .unwrap();
    let listener = runtime
        .block_on(tokio::net::TcpListener::bind("127.0.0.1:0"))
        .unwrap();
    let address = listener.local_addr().unwrap();
    let app = Router::new().fallback(any(|| async {
        tokio::time::sleep(DISTANCE).await;
        ([(header::CONTENT_TYPE, "application/json")], BODY)
    }));
    runtime.spawn(async move { axum::serve(listener, app).await });
    (runtime, address)
}

fn connection(address: SocketAddr, local: bool) -> Connection {
    Connection {
        uri: format!("http://{address}").into(),
        local,
        ..Connection::default()
    }
}

fn resource(connections: Vec<Connection>) -> Resource {
    Resource {
        client_identifier: "m1".into(),
        owned: true,
        connections,
        ..Resource::default()
    }
}

fn connect(c: &mut Criterion) {
    let (_living, address) = living();
    let runtime = Builder::new_current_thread().enable_all().build().unwrap();
    let connector = Connector::new(ConnectOptions::default()).unwrap();
    let mut group = c.benchmark_group("connect");
    group
        .sample_size(10)
        .measurement_time(Duration::from_secs(5));

    group.bench_function("connection and identity of the living one alone", |b| {
        b.to_async(&runtime).iter(|| async {
            let server = Server::builder()
                .url(format!("http://{address}"))
                .build()
                .unwrap();
            server.general().get_identity().await.unwrap()
        });
    });

    let alone = resource(vec![connection(address, true)]);
    group.bench_function("race of the living one alone", |b| {
        b.to_async(&runtime)
            .iter(|| async { connector.connect(&alone).await.unwrap() });
    });

    let among = |local: bool| {
        let silent: Vec<_> = (0..5)
            .map(|_| TcpListener::bind("127.0.0.1:0").unwrap())
            .collect();
        let mut connections: Vec<_> = silent
            .iter()
            .map(|listener| connection(listener.local_addr().unwrap(), true))
            .collect();
        connections.push(connection(address, local));
        (silent, resource(connections))
    };
    for (local, name) in [
        (true, "among five silent ones, all local"),
        (false, "after five silent ones, remote: stagger"),
    ] {
        // New ones each time: what nobody takes out of a listener's queue stays there.
        group.bench_function(name, |b| {
            b.to_async(&runtime).iter_batched(
                || among(local),
                |(silent, resource)| {
                    let connector = connector.clone();
                    async move {
                        let connected = connector.connect(&resource).await.unwrap();
                        // Listening until now: a closed port would refuse at once.
                        drop(silent);
                        connected
                    }
                },
                criterion::BatchSize::PerIteration,
            );
        });
    }
    group.finish();
}

criterion_group!(benches, connect);
criterion_main!(benches);
