//! `plexctl token create` from start to end, beside `curl` for the same call to the same embedded server.

#![allow(
    missing_docs,
    reason = "criterion's macros make public items without documentation"
)]

use criterion::{Criterion, criterion_group, criterion_main};
use plex_sdk_embedded::{EmbeddedPlex, UserKind};
use std::process::{Command, Stdio};
use tokio::runtime::Builder;

/// Runs a command to its end; panics unless it succeeds and prints a token.
fn run(command: &mut Command) {
    let output = command.stderr(Stdio::inherit()).output().unwrap();
    assert!(output.status.success());
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("transient-"), "{text}");
}

fn tool(c: &mut Criterion) {
    let runtime = Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .unwrap();
    let plex = runtime.block_on(EmbeddedPlex::builder().start()).unwrap();
    let token = plex.user(UserKind::Owner).account_token.clone();
    let url = plex.server().url().to_owned();

    let mut group = c.benchmark_group("token_create");
    group.bench_function("curl", |b| {
        let header = format!("X-Plex-Token: {}", token.expose());
        let place = format!("{url}/security/token?type=delegation&scope=all");
        b.iter(|| run(Command::new("curl").args(["-sS", "-X", "POST", "-H", &header, &place])));
    });
    group.bench_function("plexctl", |b| {
        b.iter(|| {
            run(Command::new(env!("CARGO_BIN_EXE_plexctl"))
                .args(["token", "create", "--server", &url])
                .env("PLEX_TOKEN", token.expose()));
        });
    });
    group.finish();
}

criterion_group!(benches, tool);
criterion_main!(benches);
