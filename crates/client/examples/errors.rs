//! What goes wrong, and how a program tells it apart, on an embedded Plex.

use plex_sdk::{Server, SourceUri, Token};
use plex_sdk_embedded::{EmbeddedPlex, UserKind};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let plex = EmbeddedPlex::builder().start().await?;
    let server = Server::builder()
        .url(plex.server().url())
        .token(Token::new("no-such-token")?)
        .client_identifier("example")
        .build()?;

    let rejected = server
        .library()
        .get_sections()
        .await
        .expect_err("the token is unknown");
    println!("unauthorized: {} - {rejected}", rejected.is_unauthorized());

    let id = plex.server().machine_identifier().clone();
    let friend = plex.user(UserKind::Friend);
    let token = friend
        .server_token(&id)
        .expect("the server is shared with the friend");
    let source = SourceUri::server(id)?;
    let forbidden = server
        .authentication()
        .get_source_connection_information(source)
        .token(token)
        .await
        .expect_err("a friend is no admin");
    println!("forbidden: {} - {forbidden}", forbidden.is_forbidden());

    let away = server
        .general()
        .get_identity()
        .server_url("http://127.0.0.1:1");
    let unreachable = away.await.expect_err("nobody listens there");
    println!(
        "unreachable: {} - {unreachable}",
        unreachable.is_unreachable()
    );
    Ok(())
}
