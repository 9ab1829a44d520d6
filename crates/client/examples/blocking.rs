//! The client without async, on an embedded Plex that runs beside it.

use plex_sdk::blocking::Server;
use plex_sdk::endpoints::content::ListContent;
use plex_sdk_embedded::{EmbeddedPlex, UserKind};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()?;
    let plex = runtime.block_on(EmbeddedPlex::builder().start())?;
    let server = Server::builder()
        .url(plex.server().url())
        .token(plex.user(UserKind::Owner).account_token.clone())
        .client_identifier("example")
        .blocking()?;

    for section in &server.library().get_sections().send()?.sections {
        let page = server
            .content()
            .list_content(ListContent::from(section.key.clone()))
            .send()?;
        println!(
            "{}: {} of {:?} items",
            section.title,
            page.metadata.len(),
            page.total_size
        );
    }
    Ok(())
}
