//! Search through everything that the caller may see.

use crate::pms::content::{Page, page, partial};
use crate::pms::deck::{Within, seen, within};
use crate::pms::hubs::{hub, rows};
use crate::pms::library::{TAG_PREFIX, TAG_VERSION};
use crate::pms::timeline::shown;
use crate::refusal::Refusal;
use crate::serve::Call;
use crate::world::library::Library;
use plex_sdk_contract::codec::envelope::MediaContainer;
use plex_sdk_contract::endpoints::library::SearchSection;
use plex_sdk_contract::endpoints::search::{GetSearchResults, SearchHubs, VoiceSearchHubs};
use plex_sdk_contract::ids::SectionId;
use plex_sdk_contract::model::{FoundTag, Hub, Hubs, MediaKind, Metadata, SearchPage, Tag};
use std::cmp::Reverse;

/// So many finds stand in a row where nothing else is asked for.
const IN_A_ROW: u32 = 3;

/// The kinds of items that are looked for, with the titles of their rows.
const KINDS: &[(MediaKind, &str)] = &[
    (MediaKind::Movie, "Movies"),
    (MediaKind::Show, "Shows"),
    (MediaKind::Episode, "Episodes"),
    (MediaKind::Artist, "Artists"),
    (MediaKind::Album, "Albums"),
    (MediaKind::Track, "Tracks"),
];

/// Tags that are looked for: their word, the title of their row, the number of their kind, and where items carry them.
type TagKind = (&'static str, &'static str, u32, fn(&Metadata) -> &[Tag]);

const TAGS: &[TagKind] = &[
    ("genre", "Genres", 1, |item| &item.genres),
    ("director", "Directors", 4, |item| &item.directors),
    ("actor", "Actors", 6, |item| &item.roles),
];

/// How well a title fits words, from 1 downwards; `None` where it does not.
fn score(title: &str, words: &str) -> Option<f64> {
    let (title, words) = (title.to_lowercase(), words.to_lowercase());
    let starts = || {
        let mut own = title.split_whitespace();
        own.any(|word| word.starts_with(&words))
    };
    if title == words {
        Some(1.0)
    } else if title.starts_with(&words) {
        Some(0.8)
    } else if starts() {
        Some(0.6)
    } else {
        title.contains(&words).then_some(0.3)
    }
}

/// The words, where there are any.
fn words(query: &str) -> Result<&str, Refusal> {
    Some(query.trim())
        .filter(|words| !words.is_empty())
        .ok_or(Refusal::BadRequest)
}

/// The items of a kind that fit, the best first; those of one section before the others.
fn find(
    call: &Call<'_>,
    library: &Library,
    (kind, first): (&MediaKind, Option<usize>),
    fits: impl Fn(&str) -> Option<f64>,
) -> Vec<(usize, f64)> {
    let within = Within::default();
    let items = seen(call, library, &within);
    let mut found: Vec<(usize, f64)> = items
        .filter(|(_, item)| item.kind.as_ref() == Some(kind))
        .filter_map(|(at, item)| Some((at, fits(&item.title)?)))
        .collect();
    let elsewhere =
        |at: usize| first.is_some() && library.items.get(at).map(|item| item.shelf) != first;
    found.sort_by(|(a, how_a), (b, how_b)| {
        (elsewhere(*a).cmp(&elsewhere(*b))).then(how_b.total_cmp(how_a))
    });
    found
}

/// A row of items found; it stands there where it holds none, too.
fn row(
    call: &Call<'_>,
    library: &Library,
    (kind, title): &(MediaKind, &str),
    found: &[(usize, f64)],
    limit: u32,
) -> Hub {
    let places: Vec<usize> = found.iter().map(|(at, _)| *at).collect();
    let shape = (Some(limit), false);
    let mut row = hub(call, library, (kind.as_str(), title), &places, shape);
    row.kind = Some(kind.clone());
    row.context = Some(format!("hub.search.{kind}").into());
    row.key = None;
    row.hub_key = None;
    for (item, (_, score)) in row.metadata.iter_mut().zip(found) {
        item.score = Some(*score);
    }
    row
}

/// A row of tags found.
fn tag_row(
    call: &Call<'_>,
    library: &Library,
    (field, title, number, tags): &TagKind,
    words: &str,
    limit: u32,
) -> Hub {
    let within = Within::default();
    let mut found: Vec<FoundTag> = Vec::new();
    for (at, item) in seen(call, library, &within) {
        let shelf = library.items.get(at).map(|item| item.shelf);
        let Some(shelf) = shelf.and_then(|shelf| library.shelves.get(shelf)) else {
            continue;
        };
        let section = &shelf.section;
        let number_of_section = section.key.as_str().parse().ok();
        for tag in tags(item) {
            let Some(score) = score(&tag.tag, words) else {
                continue;
            };
            let id: Option<u64> = tag.id.as_ref().and_then(|id| id.parse().ok());
            let known = found
                .iter_mut()
                .find(|known| known.id == id && known.library_section_id == number_of_section);
            if let Some(known) = known {
                known.count = known.count.map(|count| count + 1);
                continue;
            }
            found.push(FoundTag {
                id,
                key: Some(
                    format!(
                        "/library/sections/{}/all?{field}={}",
                        section.key,
                        id.unwrap_or_default()
                    )
                    .into(),
                ),
                filter: tag.filter.clone(),
                tag: Some(tag.tag.clone()),
                kind: Some("tag".into()),
                tag_type: Some(*number),
                tag_key: tag.tag_key.clone(),
                count: Some(1),
                score: Some(score),
                reason: Some("section".into()),
                reason_id: number_of_section,
                reason_title: Some(section.title.clone()),
                library_section_id: number_of_section,
                library_section_key: Some(format!("/library/sections/{}", section.key).into()),
                library_section_title: Some(section.title.clone()),
                ..FoundTag::default()
            });
        }
    }
    found.sort_by_key(|tag| Reverse(tag.count));
    let total = found.len();
    found.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    Hub {
        hub_identifier: Some((*field).into()),
        title: Some((*title).into()),
        kind: Some((*field).into()),
        context: Some(format!("hub.search.{field}").into()),
        size: u32::try_from(found.len()).ok(),
        more: total > found.len(),
        style: Some("shelf".into()),
        directories: found,
        ..Hub::default()
    }
}

/// The place of the section whose finds come first.
fn first(library: &Library, id: Option<&SectionId>) -> Option<usize> {
    library.find_shelf(id?)
}

pub(crate) fn search_hubs(
    call: &Call<'_>,
    request: SearchHubs,
) -> Result<MediaContainer<Hubs>, Refusal> {
    let words = words(&request.query)?;
    let library = shown(call)?;
    let limit = request.limit.unwrap_or(IN_A_ROW);
    let first = first(&library, request.section_id.as_ref());
    let mut hubs: Vec<Hub> = KINDS
        .iter()
        .map(|kind| {
            let found = find(call, &library, (&kind.0, first), |title| {
                score(title, words)
            });
            row(call, &library, kind, &found, limit)
        })
        .collect();
    let tags = TAGS.iter();
    hubs.extend(tags.map(|kind| tag_row(call, &library, kind, words, limit)));
    // The rows with finds come first.
    hubs.sort_by_key(|row| row.size == Some(0));
    Ok(rows(hubs, (None, None)))
}

/// Whole titles count here, parts of them do not.
pub(crate) fn voice_search_hubs(
    call: &Call<'_>,
    request: VoiceSearchHubs,
) -> Result<MediaContainer<Hubs>, Refusal> {
    let words = words(&request.query)?.to_lowercase();
    let library = shown(call)?;
    let limit = request.limit.unwrap_or(IN_A_ROW);
    let only = request.kind.and_then(|kind| kind.known());
    let first = first(&library, request.section_id.as_ref());
    let hubs = KINDS
        .iter()
        .filter(|(kind, _)| only.as_ref().is_none_or(|only| only == kind))
        .map(|kind| {
            let found = find(call, &library, (&kind.0, first), |title| {
                (title.to_lowercase() == words).then_some(1.0)
            });
            row(call, &library, kind, &found, limit)
        })
        .filter(|row| row.size != Some(0))
        .collect();
    Ok(rows(hubs, (None, None)))
}

pub(crate) fn get_search_results(
    call: &Call<'_>,
    request: GetSearchResults,
) -> Result<MediaContainer<SearchPage>, Refusal> {
    let words = words(&request.query)?;
    let library = shown(call)?;
    let metadata: Vec<Metadata> = KINDS
        .iter()
        .flat_map(|(kind, _)| find(call, &library, (kind, None), |title| score(title, words)))
        .filter_map(|(at, _)| library.items.get(at))
        .map(|item| partial(call, item, false))
        .collect();
    let content = SearchPage {
        media_tag_prefix: Some(TAG_PREFIX.into()),
        media_tag_version: Some(TAG_VERSION),
        metadata,
        ..SearchPage::default()
    };
    Ok(MediaContainer::new(content.metadata.len(), content))
}

pub(crate) fn search_section(call: &Call<'_>, request: SearchSection) -> Result<Page, Refusal> {
    let library = shown(call)?;
    let within = within(call, &request.section_id)?;
    let kind = request.kind.known().ok_or(Refusal::BadRequest)?;
    let wanted = request.query.as_ref().map_or("", |query| query.trim());
    let items = seen(call, &library, &within);
    let found: Vec<usize> = items
        .filter(|(_, item)| item.kind.as_ref() == Some(&kind))
        .filter(|(_, item)| score(&item.title, wanted).is_some())
        .map(|(at, _)| at)
        .collect();
    let window = (request.container_start, request.container_size);
    Ok(page(call, &library, &found, window, false))
}
