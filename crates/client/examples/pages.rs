//! Lists of any length, many items by their keys, and a slim model, on an embedded Plex.

use plex_sdk::endpoints::content::{GetMetadataItem, ListContent};
use plex_sdk::ids::{RatingKey, SectionId};
use plex_sdk::{Page, Server};
use plex_sdk_embedded::{EmbeddedPlex, UserKind};
use serde::Deserialize;

/// All that this program wants to know of an item.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Title {
    rating_key: RatingKey,
    title: String,
}

#[derive(Default, Deserialize)]
#[serde(default, rename_all = "PascalCase")]
struct Titles {
    metadata: Vec<Title>,
}

impl Page for Titles {
    type Item = Title;
    fn len(&self) -> usize {
        self.metadata.len()
    }
    fn into_items(self) -> Vec<Title> {
        self.metadata
    }
}

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let plex = EmbeddedPlex::builder().start().await?;
    let server = Server::builder()
        .url(plex.server().url())
        .token(plex.user(UserKind::Owner).account_token.clone())
        .client_identifier("example")
        .build()?;
    let movies = || {
        let movies = ListContent::from(SectionId::from(1));
        server.content().list_content(movies)
    };

    let mut pages = movies().pages().page_size(4);
    while let Some(page) = pages.next().await {
        let (page, total) = (page?, pages.total_size());
        println!("{} items of {total:?}", page.metadata.len());
    }

    let mut keys = vec![RatingKey::new("987654")];
    let mut titles = movies().into_model::<Titles>().items();
    while let Some(title) = titles.next().await {
        let title = title?;
        println!("{}: {}", title.rating_key, title.title);
        keys.insert(0, title.rating_key);
    }

    let ask = GetMetadataItem::new(keys);
    let found = server.content().get_metadata_item(ask).in_order().await?;
    println!("{} found, missing: {:?}", found.items.len(), found.missing);
    Ok(())
}
