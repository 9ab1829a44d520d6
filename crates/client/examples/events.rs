//! What a server tells as it happens: a stream that stays connected.
//!
//! `PLEX_URL` and `PLEX_TOKEN` name the server; without them it runs against an embedded Plex, has that tell a little, and
//! ends.

use plex_sdk::events::{Event, Events};
use plex_sdk::model::notification::PlayState;
use plex_sdk::model::{NotificationContent, NotificationKind};
use plex_sdk::{Server, Token};
use plex_sdk_embedded::{EmbeddedPlex, UserKind};
use std::time::Duration;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    if let (Ok(url), Ok(token)) = (std::env::var("PLEX_URL"), std::env::var("PLEX_TOKEN")) {
        let mut events = watch(&url, Token::new(token)?).await?;
        while let Some(event) = events.next().await {
            show(&event?);
        }
        return Ok(());
    }
    let plex = EmbeddedPlex::builder().start().await?;
    let token = plex.user(UserKind::Owner).account_token;
    let mut events = watch(plex.server().url(), token.into()).await?;
    let id = plex.server().machine_identifier();
    for (state, seconds) in [(PlayState::Playing, 0), (PlayState::Stopped, 90)] {
        plex.play(id, &1.into(), state, Duration::from_secs(seconds));
    }
    // The first event is that it is connected.
    for _ in 0..3 {
        show(&events.next().await.ok_or("it ended")??);
    }
    // A connection that breaks is made again; what was missed is not told by servers.
    plex.server().cut_events();
    for _ in 0..3 {
        show(&events.next().await.ok_or("it ended")??);
    }
    plex.shutdown().await;
    Ok(())
}

async fn watch(url: &str, token: Token) -> Result<Events, Box<dyn std::error::Error>> {
    let server = Server::builder()
        .url(url)
        .token(token)
        .client_identifier("0b6b3c1e-5d5f-4d4b-8a53-6c1e9a3a7f10")
        .build()?;
    let kinds = [NotificationKind::Playing, NotificationKind::Timeline];
    Ok(server.events().kinds(kinds).connect().await?)
}

fn show(event: &Event) {
    match event {
        Event::Notification(notification) => match notification.content() {
            NotificationContent::Playing(session) => println!(
                "item {} is {} at {} ms",
                session.rating_key,
                session.state,
                session.view_offset_ms.unwrap_or_default()
            ),
            other => println!("{other:?}"),
        },
        Event::Gap { lasted, .. } => println!("nothing is known of the last {lasted:?}"),
        Event::Disconnected(error) => println!("lost: {error}"),
        Event::Connected { source } => println!("connected by {source:?}"),
        other => println!("{other:?}"),
    }
}
