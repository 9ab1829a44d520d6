//! A full typed listing of the first section of a server, such as a canned one with 20,000 movies that other clients are
//! measured on too: `PLEX_SDK_BENCH_URL=http://127.0.0.1:32499 cargo bench -p plex-sdk-benches --bench listing`.
//!
//! It prints the rate of walking through, which keeps one page beside the one being read, the rate of collecting all, and
//! the most memory that was in use before the collecting and after it.

use plex_sdk::endpoints::content::ListContent;
use plex_sdk::ids::SectionId;
use plex_sdk::{Server, Token};
use std::time::Instant;

/// The most memory this process had so far, in MiB; none where the system does not say.
fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    let kib: u64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kib / 1024)
}

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() {
    let Ok(url) = std::env::var("PLEX_SDK_BENCH_URL") else {
        println!("skipped: PLEX_SDK_BENCH_URL names no server to list");
        return;
    };
    let server = Server::builder()
        .url(url)
        .token(Token::new("tok").expect("it is a token"))
        .client_identifier("bench")
        .build()
        .expect("the URL can be used");
    let list = || {
        let request = ListContent::from(SectionId::from(1));
        server.content().list_content(request).items()
    };
    let rate = |what: &str, count: u32, start: Instant| {
        let rate = f64::from(count) / start.elapsed().as_secs_f64();
        println!(
            "{what}: {count} items, {rate:.0}/s, at most {:?} MiB so far",
            peak()
        );
    };
    for _ in 0..3 {
        let start = Instant::now();
        let (mut items, mut count, mut years) = (list(), 0, 0);
        while let Some(item) = items.next().await {
            years += i64::from(item.expect("it is an item").year.unwrap_or(0));
            count += 1;
        }
        assert!(years > 0);
        rate("walking through", count, start);
    }
    for _ in 0..3 {
        let start = Instant::now();
        let (mut items, mut all) = (list(), Vec::new());
        while let Some(item) = items.next().await {
            all.push(item.expect("it is an item"));
        }
        rate(
            "collecting",
            u32::try_from(all.len()).unwrap_or(u32::MAX),
            start,
        );
    }
}
