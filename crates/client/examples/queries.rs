//! Filters, groups, orders and smart collections, on an embedded Plex.

use plex_sdk::Server;
use plex_sdk::endpoints::content::ListContent;
use plex_sdk::ids::SectionId;
use plex_sdk::model::MediaKind;
use plex_sdk::query::{Filter, Query, SmartUri, Sort, Unit, ago, any, field, tag};
use plex_sdk_embedded::{EmbeddedPlex, UserKind};

const MOVIES: u64 = 1;
const SHOWS: u64 = 2;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let plex = EmbeddedPlex::builder().start().await?;
    let id = plex.server().machine_identifier().clone();
    let token = plex.user(UserKind::Owner).server_token(&id);
    let server = Server::builder()
        .url(plex.server().url())
        .token(token.expect("the owner has one"))
        .client_identifier("example")
        .build()?;

    let old_and_dark_or_new = Query::new()
        .filter(any([
            field("year")
                .less(1930)
                .and(field("genre").is(tag("Horror"))),
            field("year").greater(2009),
        ]))
        .sort(Sort::desc("rating"))
        .limit(5);
    show(&server, MOVIES, &old_and_dark_or_new).await?;

    let episodes = Query::new()
        .of(&MediaKind::Episode)
        .filter(field("show.title").contains("hillbillies"))
        .filter(field("unwatched").is_true())
        .sort(Sort::desc("originallyAvailableAt"));
    show(&server, SHOWS, &episodes).await?;

    // Before it is sent, a query can be checked against what the section says of itself.
    let ask = ListContent::new(SectionId::from(MOVIES))
        .container_size(0)
        .include_meta(true);
    let page = server.content().list_content(ask).await?;
    let meta = page.meta.as_deref().ok_or("the list tells nothing")?;
    old_and_dark_or_new.check(meta)?;
    for written in ["titel=blue", "year>>recently", "genre>>3"] {
        let query = Query::from(written.parse::<Filter>()?);
        let misfits = query.check(meta).expect_err("none of them fits");
        println!("{written}: {misfits}");
    }

    // A smart collection keeps a query as a URI, and gives it back as one.
    let recent = Query::from(field("addedAt").greater(ago(30, Unit::Days)));
    let uri = recent.on(id, MOVIES).print()?;
    println!("{uri}");
    let read: SmartUri = uri.parse()?;
    println!("section {}: {}", read.section, read.query.print()?);
    Ok(())
}

async fn show(
    server: &Server,
    section: u64,
    query: &Query,
) -> Result<(), Box<dyn std::error::Error>> {
    println!("{}", query.print()?);
    let page = server.content().list_content(query.list(section)?).await?;
    for item in &page.metadata {
        println!("  {} ({})", item.title, item.year.unwrap_or_default());
    }
    Ok(())
}
