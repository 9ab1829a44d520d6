//! `plexctl list`: the items of a section, filtered and sorted.

use crate::args::{Global, List};
use crate::connect::Session;
use crate::exit::{Failure, Kind};
use crate::output;
use plex_sdk::Server;
use plex_sdk::endpoints::content::ListContent;
use plex_sdk::model::MediaType;
use plex_sdk::model::{MediaKind, Metadata, MetadataPage, Section};
use plex_sdk::query::{Filter, Query, Sort, Unsendable};
use serde_json::{Value, json};

/// Lists come in windows of so many items.
const WINDOW: u32 = 500;

/// Lists the items of a section.
pub(crate) async fn run(global: &Global, args: List) -> Result<(), Failure> {
    let query = query(&args)?;
    let session = Session::open(global).await?;
    let section = find(&session.server, &args.section).await?;
    check(&session.server, &section, &query).await?;
    let items = items(&session.server, &section, &query).await?;
    if global.json {
        output::json(&json!({
            "section": section.key.as_str(),
            "title": section.title.as_str(),
            "query": query.print()?,
            "size": items.len(),
            "items": items.iter().map(as_json).collect::<Vec<_>>(),
        }))?;
    } else if items.is_empty() {
        output::line("No item passes.")?;
    } else {
        let rows: Vec<_> = items.iter().map(row).collect();
        output::table(["key", "kind", "year", "title"], &rows)?;
    }
    session.close().await;
    Ok(())
}

/// What the arguments ask for.
fn query(args: &List) -> Result<Query, Failure> {
    let unfit = |what: &str, error: &dyn std::fmt::Display| {
        Failure::usage(format!("{what} {error}")).with_hint(
            "write filters as year>>1999, title!=blue or genre=12; orders as addedAt:desc",
        )
    };
    let mut query: Query = match &args.query {
        Some(text) => text.parse().map_err(|error| unfit("the query,", &error))?,
        None => Query::new(),
    };
    for text in &args.filters {
        let filter: Filter = text.parse().map_err(|error| unfit("the filter", &error))?;
        query = query.filter(filter);
    }
    for text in args.sorts.iter().flat_map(|sorts| sorts.split(',')) {
        let sort: Sort = text.parse().map_err(|error| unfit("the order", &error))?;
        query = query.sort(sort);
    }
    query.limit = args.limit.or(query.limit);
    if let Some(word) = &args.kind {
        let number = MediaType::from(word.as_str()).number();
        query.kind = Some(number.ok_or_else(|| {
            Failure::usage(format!("`{word}` is no kind of item"))
                .with_hint("name one, such as movie, show, season, episode, artist, album or track")
        })?);
    }
    query.print()?;
    Ok(query)
}

impl From<Unsendable> for Failure {
    fn from(error: Unsendable) -> Self {
        Self::usage(error.to_string())
    }
}

/// The section with this number or title.
async fn find(server: &Server, wanted: &str) -> Result<Section, Failure> {
    let sections = server.library().get_sections().await?;
    let sections = &sections.sections;
    let number = sections.iter().find(|section| section.key == *wanted);
    let titled = || {
        let wanted = wanted.to_lowercase();
        let mut titled = sections
            .iter()
            .filter(|section| section.title.to_lowercase() == wanted);
        // Several sections may have one title; then the number has to be given.
        titled.next().filter(|_| titled.next().is_none())
    };
    if let Some(section) = number.or_else(titled) {
        return Ok(section.clone());
    }
    let known: Vec<String> = sections
        .iter()
        .map(|section| format!("{} ({})", section.title, section.key))
        .collect();
    let message = format!("there is no one section `{wanted}`");
    let hint = format!("give a title or number of these: {}", known.join(", "));
    Err(Failure::new(Kind::NotFound, message).with_hint(hint))
}

/// Compares the query with what the section says of itself.
async fn check(server: &Server, section: &Section, query: &Query) -> Result<(), Failure> {
    let mut ask = ListContent::new(section.key.clone())
        .container_start(0)
        .container_size(0)
        .include_meta(true);
    ask.kind = query.kind.map(MediaType::from);

    let page = server.content().list_content(ask).await?;
    // A section that says nothing cannot be asked; the query is sent as it is.
    let Some(meta) = &page.meta else {
        return Ok(());
    };
    query.check(meta).map_err(|misfits| {
        let message = format!("{} cannot be listed so: {misfits}", section.title);
        Failure::usage(message).with_hint(
            "a server would have ignored this and listed something else; nothing was listed",
        )
    })
}

/// The items, a window at a time.
async fn items(
    server: &Server,
    section: &Section,
    query: &Query,
) -> Result<Vec<Metadata>, Failure> {
    let list = query.list(section.key.clone())?;
    let mut items: Vec<Metadata> = Vec::new();
    loop {
        let start = u32::try_from(items.len()).unwrap_or(u32::MAX);
        let ask = list.clone().container_start(start).container_size(WINDOW);
        let page = server.content().list_content(ask).await?;
        let MetadataPage { metadata, .. } = &*page;
        items.extend(metadata.iter().cloned());
        let total = page.total_size.unwrap_or(0);
        let wanted = query.limit.map_or(total, |limit| total.min(limit));
        let seen = u32::try_from(items.len()).unwrap_or(u32::MAX);
        if metadata.is_empty() || seen >= wanted {
            break;
        }
    }
    if let Some(limit) = query.limit {
        items.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    }
    Ok(items)
}

fn as_json(item: &Metadata) -> Value {
    let text = |text: &Option<plex_sdk::Text>| text.as_ref().map(ToString::to_string);
    json!({
        "rating_key": item.rating_key.as_ref().map(ToString::to_string),
        "kind": item.kind.as_ref().map(MediaKind::as_str),
        "title": item.title.as_str(),
        "parent_title": text(&item.parent_title),
        "grandparent_title": text(&item.grandparent_title),
        "index": item.index,
        "parent_index": item.parent_index,
        "year": item.year,
        "originally_available_at": text(&item.originally_available_at),
        "content_rating": text(&item.content_rating),
        "rating": item.rating,
        "duration_ms": item.duration_ms,
        "added_at": item.added_at.map(plex_sdk::time::Timestamp::as_secs),
        "view_count": item.view_count,
        "guid": text(&item.guid),
    })
}

fn row(item: &Metadata) -> [String; 4] {
    let above = [&item.grandparent_title, &item.parent_title];
    let mut titles: Vec<&str> = above.into_iter().flatten().map(|title| &**title).collect();
    titles.push(&item.title);
    [
        item.rating_key
            .as_ref()
            .map(ToString::to_string)
            .unwrap_or_default(),
        item.kind
            .as_ref()
            .map(ToString::to_string)
            .unwrap_or_default(),
        item.year.map(|year| year.to_string()).unwrap_or_default(),
        titles.join(" / "),
    ]
}
