//! Finds the best way to a server of the account, past addresses that never answer, and tells what was tried.
//!
//! On an embedded Plex, or with `PLEX_TV`, `PLEX_TOKEN` and `PLEX_SERVER_NAME` on the one these name.

use plex_sdk::{Account, AccountToken};
use plex_sdk_embedded::{EmbeddedPlex, UserKind};
use std::time::Instant;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let embedded = EmbeddedPlex::builder()
        .dead_connection()
        .blackholed_connection()
        .start()
        .await?;
    let (plex_tv, token, name) = if let (Ok(plex_tv), Ok(token), Ok(name)) = (
        std::env::var("PLEX_TV"),
        std::env::var("PLEX_TOKEN"),
        std::env::var("PLEX_SERVER_NAME"),
    ) {
        (plex_tv, AccountToken::new(token)?, name)
    } else {
        let token = embedded.user(UserKind::Owner).account_token;
        (
            embedded.plex_tv_url().to_owned(),
            token,
            embedded.server().name().to_owned(),
        )
    };
    let account = Account::builder()
        .url(plex_tv)
        .token(token)
        .client_identifier("example-connect")
        .build()?;

    let started = Instant::now();
    let connected = account.connect(&name).await?;
    println!(
        "connected in {:.1} ms",
        started.elapsed().as_secs_f64() * 1e3
    );
    println!("{}", connected.report());
    let info = connected.server().general().get_server_info().await?;
    println!("{}", info.friendly_name.as_deref().unwrap_or_default());
    Ok(())
}
