//! Mints a transient token, uses it, and resolves a source, on an embedded Plex.
//!
//! For a real server, take the URL and the token from where you keep them.

use plex_sdk::endpoints::authentication::GetTransientToken;
use plex_sdk::{Server, SourceUri};
use plex_sdk_embedded::{EmbeddedPlex, UserKind};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let plex = EmbeddedPlex::builder().start().await?;
    let server = Server::builder()
        .url(plex.server().url())
        .token(plex.user(UserKind::Owner).account_token.clone())
        .client_identifier("example")
        .build()?;

    let minted = server
        .authentication()
        .get_transient_token(GetTransientToken::default())
        .await?;
    println!("minted {:?}", minted.token);

    let sections = server
        .library()
        .get_sections()
        .token(minted.token.clone())
        .await?;
    for section in &sections.sections {
        println!("section {}: {}", section.key, section.title);
    }

    let source: SourceUri = "provider://tv.plex.provider.discover".parse()?;
    let found = server
        .authentication()
        .get_source_connection_information(source)
        .await?;
    for connection in &found.device.connections {
        println!(
            "{} is at {}",
            found.device.client_identifier, connection.uri
        );
    }
    Ok(())
}
