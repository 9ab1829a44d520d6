//! The embedded Plex: minting and checking tokens beside a bare handler of the same web framework, and its start.
//!
//! The load is a raw socket with one connection kept alive, so that what is compared are the servers.

#![allow(
    missing_docs,
    reason = "criterion's macros make public items without documentation"
)]

use axum::Router;
use axum::http::header;
use axum::routing::any;
use criterion::{Criterion, criterion_group, criterion_main};
use plex_sdk_embedded::{EmbeddedPlex, UserKind};
use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};
use tokio::runtime::{Builder, Runtime};

const MINTED: &str =
    r#"{"MediaContainer":{"size":0,"token":"transient-01234567-89ab-cdef-0123-456789abcdef"}}"#;

fn runtime() -> Runtime {
    Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .unwrap()
}

/// One connection that asks the same thing again and again.
struct Asker {
    socket: TcpStream,
    request: Vec<u8>,
    buffer: Vec<u8>,
}

impl Asker {
    fn new(authority: &str, line: &str, token: &str) -> Self {
        let socket = TcpStream::connect(authority).unwrap();
        socket.set_nodelay(true).unwrap();
        let request = format!(
            "{line} HTTP/1.1\r\nhost: {authority}\r\naccept: application/json\r\nx-plex-token: {token}\r\n\
             x-plex-client-identifier: bench\r\ncontent-length: 0\r\n\r\n"
        );
        Self {
            socket,
            request: request.into_bytes(),
            buffer: vec![0; 64 * 1024],
        }
    }

    /// Sends the request and reads the whole answer; panics unless it is a 200.
    fn ask(&mut self) -> usize {
        self.socket.write_all(&self.request).unwrap();
        let mut have = 0;
        loop {
            have += self.socket.read(&mut self.buffer[have..]).unwrap();
            let text = std::str::from_utf8(&self.buffer[..have]).unwrap();
            let Some(head) = text.find("\r\n\r\n") else {
                continue;
            };
            assert!(text.starts_with("HTTP/1.1 200"), "{text}");
            let length = text[..head].lines().find_map(|line| {
                line.to_ascii_lowercase()
                    .strip_prefix("content-length: ")?
                    .parse()
                    .ok()
            });
            if have >= head + 4 + length.unwrap_or(0) {
                return have;
            }
        }
    }
}

fn authority(url: &str) -> &str {
    url.trim_start_matches("http://")
}

fn tokens(c: &mut Criterion) {
    let bare_runtime = runtime();
    let listener = bare_runtime
        .block_on(tokio::net::TcpListener::bind("127.0.0.1:0"))
        .unwrap();
    let bare = listener.local_addr().unwrap().to_string();
    let app = Router::new().fallback(any(|| async {
        ([(header::CONTENT_TYPE, "application/json")], MINTED)
    }));
    bare_runtime.spawn(async move { axum::serve(listener, app).await });

    let runtime = runtime();
    let plex = runtime.block_on(EmbeddedPlex::builder().start()).unwrap();
    let token = plex.user(UserKind::Owner).account_token.clone();
    let url = authority(plex.server().url()).to_owned();
    let mint = "POST /security/token?type=delegation&scope=all";

    throughput(&bare, &url, mint, token.expose());
    let mut group = c.benchmark_group("embedded");
    let mut asker = Asker::new(&bare, mint, token.expose());
    group.bench_function("bare handler", |b| b.iter(|| asker.ask()));
    let mut asker = Asker::new(&url, mint, token.expose());
    group.bench_function("mint", |b| b.iter(|| asker.ask()));
    let mut asker = Asker::new(&url, "GET /library/sections", token.expose());
    group.bench_function("check a token, list sections", |b| b.iter(|| asker.ask()));
    group.finish();
}

/// Answers a second over four connections at once, in turn for both servers: prints the median of the ratios.
fn throughput(bare: &str, plex: &str, line: &str, token: &str) {
    let rate = |authority: &str| {
        let asked: usize = std::thread::scope(|scope| {
            let ask = || {
                let mut asker = Asker::new(authority, line, token);
                let start = Instant::now();
                let mut count = 0;
                while start.elapsed() < Duration::from_millis(500) {
                    asker.ask();
                    count += 1;
                }
                count
            };
            let threads: Vec<_> = (0..4).map(|_| scope.spawn(ask)).collect();
            threads
                .into_iter()
                .map(|thread| thread.join().unwrap())
                .sum()
        });
        f64::from(u32::try_from(asked).unwrap()) * 2.0
    };
    let mut rounds: Vec<(f64, f64)> = (0..9).map(|_| (rate(plex), rate(bare))).collect();
    rounds.sort_by(|a, b| (a.0 / a.1).total_cmp(&(b.0 / b.1)));
    let (plex, bare) = rounds[4];
    println!(
        "embedded/mint over four connections: {plex:.0}/s, bare handler {bare:.0}/s, ratio {:.2}",
        plex / bare
    );
}

fn start(c: &mut Criterion) {
    let runtime = runtime();
    c.bench_function("embedded start to first answer", |b| {
        b.iter(|| {
            let plex = runtime.block_on(EmbeddedPlex::builder().start()).unwrap();
            Asker::new(authority(plex.server().url()), "GET /identity", "none").ask()
        });
    });
}

criterion_group!(benches, tokens, start);
criterion_main!(benches);
