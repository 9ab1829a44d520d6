//! One transient-token call of the SDK against bare reqwest, in turn: the median of the ratios of neighbouring rounds,
//! which holds where a machine's speed drifts.

use axum::Router;
use axum::http::header;
use axum::routing::any;
use plex_sdk::endpoints::authentication::GetTransientToken;
use plex_sdk::{Server, Token};
use std::time::{Duration, Instant};
use tokio::runtime::Builder;

const BODY: &str =
    r#"{"MediaContainer":{"size":0,"token":"transient-01234567-89ab-cdef-0123-456789abcdef"}}"#;
const ROUNDS: usize = 400;
const CALLS: u32 = 25;

fn main() {
    let server_runtime = Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .unwrap();
    let listener = server_runtime
        .block_on(tokio::net::TcpListener::bind("127.0.0.1:0"))
        .unwrap();
    let address = listener.local_addr().unwrap();
    let app = Router::new().fallback(any(|| async {
        ([(header::CONTENT_TYPE, "application/json")], BODY)
    }));
    server_runtime.spawn(async move { axum::serve(listener, app).await });

    let runtime = Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let bare = reqwest::Client::new();
        let url = format!("http://{address}/security/token?type=delegation&scope=all");
        let server = Server::builder()
            .url(format!("http://{address}"))
            .token(Token::new("tok").unwrap())
            .client_identifier("bench")
            .build()
            .unwrap();
        let mut times = Vec::new();
        for round in 0..ROUNDS + 40 {
            let start = Instant::now();
            for _ in 0..CALLS {
                let request = bare
                    .post(&url)
                    .header("Accept", "application/json")
                    .header("X-Plex-Token", "tok")
                    .header("X-Plex-Client-Identifier", "bench");
                request.send().await.unwrap().bytes().await.unwrap();
            }
            let bare_time = start.elapsed();
            let start = Instant::now();
            for _ in 0..CALLS {
                let call = server
                    .authentication()
                    .get_transient_token(GetTransientToken::default());
                call.await.unwrap();
            }
            // The first rounds warm up.
            if round >= 40 {
                times.push((bare_time, start.elapsed()));
            }
        }
        let each = |mut times: Vec<Duration>| {
            times.sort();
            times[times.len() / 2] / CALLS
        };
        let mut ratios: Vec<f64> = times
            .iter()
            .map(|(bare, sdk)| sdk.as_secs_f64() / bare.as_secs_f64())
            .collect();
        ratios.sort_by(f64::total_cmp);
        println!(
            "bare reqwest {:?}, plex-sdk {:?}, ratio {:.3} (quartiles {:.3} to {:.3})",
            each(times.iter().map(|(bare, _)| *bare).collect()),
            each(times.iter().map(|(_, sdk)| *sdk).collect()),
            ratios[ratios.len() / 2],
            ratios[ratios.len() / 4],
            ratios[ratios.len() * 3 / 4],
        );
    });
}
