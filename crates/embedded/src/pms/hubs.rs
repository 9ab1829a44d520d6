//! Rows of items to start from: a table of rows, each with what fills it.

use crate::pms::content::{Page, find, page, partial, window};
use crate::pms::deck::{Within, by, newest, next_episode, on_deck, within};
use crate::pms::library::{TAG_PREFIX, TAG_VERSION, sees};
use crate::pms::timeline::shown;
use crate::refusal::Refusal;
use crate::serve::Call;
use crate::world::library::{Library, Shelf};
use plex_sdk_contract::codec::envelope::MediaContainer;
use plex_sdk_contract::endpoints::hubs::{
    GetAllHubs, GetContinueWatching, GetHomeRecentlyAdded, GetHubItems, GetMetadataHubs,
    GetPostplayHubs, GetPromotedHubs, GetRelatedHubs, GetSectionHubs,
};
use plex_sdk_contract::endpoints::library::{GetRelatedItems, ListSimilar};
use plex_sdk_contract::ids::{RatingKey, SectionId};
use plex_sdk_contract::model::{Hub, Hubs, MediaKind, Metadata, MetadataPage, SectionKind};
use plex_sdk_contract::text::Text;
use std::collections::HashSet;

/// So many items stand in a row where nothing else is asked for.
const IN_A_ROW: u32 = 6;

/// What fills a row.
#[derive(Clone, Copy)]
enum Fill {
    OnDeck,
    Added(MediaKindOf),
    Played(MediaKindOf),
    /// Not played yet, the best first.
    TopUnplayed(MediaKindOf),
}

/// A kind of item, as a table can name it.
type MediaKindOf = &'static [MediaKind];

const MOVIES: MediaKindOf = &[MediaKind::Movie];
const SEASONS: MediaKindOf = &[MediaKind::Season];
const EPISODES: MediaKindOf = &[MediaKind::Episode];
const ALBUMS: MediaKindOf = &[MediaKind::Album];
const TRACKS: MediaKindOf = &[MediaKind::Track];

/// A row: its word, its title and what fills it.
struct Row(&'static str, &'static str, Fill);

/// The rows of the home screen.
const HOME: &[Row] = &[
    Row("home.continue", "Continue Watching", Fill::OnDeck),
    Row(
        "home.movies.recent",
        "Recently Added Movies",
        Fill::Added(MOVIES),
    ),
    Row(
        "home.television.recent",
        "Recently Added TV",
        Fill::Added(SEASONS),
    ),
    Row(
        "home.music.recent",
        "Recently Added Music",
        Fill::Added(ALBUMS),
    ),
];

/// The rows of a section; on the wire the section's number stands behind their words.
fn rows_of(shelf: &Shelf) -> &'static [Row] {
    match shelf.section.kind {
        Some(SectionKind::Movie) => &[
            Row("movie.inprogress", "Continue Watching", Fill::OnDeck),
            Row(
                "movie.recentlyadded",
                "Recently Added in Movies",
                Fill::Added(MOVIES),
            ),
            Row(
                "movie.recentlyviewed",
                "Recently Played Movies",
                Fill::Played(MOVIES),
            ),
            Row(
                "movie.topunwatched",
                "Top Unplayed Movies",
                Fill::TopUnplayed(MOVIES),
            ),
        ],
        Some(SectionKind::Show) => &[
            Row("tv.ondeck", "On Deck", Fill::OnDeck),
            Row(
                "tv.recentlyadded",
                "Recently Added TV",
                Fill::Added(SEASONS),
            ),
            Row(
                "tv.recentlyviewed",
                "Recently Played Episodes",
                Fill::Played(EPISODES),
            ),
        ],
        Some(SectionKind::Artist) => &[
            Row(
                "music.recent.added",
                "Recently Added in Music",
                Fill::Added(ALBUMS),
            ),
            Row(
                "music.recent.played",
                "Recently Played Music",
                Fill::Played(TRACKS),
            ),
        ],
        _ => &[],
    }
}

impl Row {
    fn found(
        &self,
        call: &Call<'_>,
        library: &Library,
        within: &Within,
    ) -> Result<Vec<usize>, Refusal> {
        Ok(match self.2 {
            Fill::OnDeck => on_deck(call, library, within)?,
            Fill::Added(kinds) => newest(call, library, within, kinds),
            Fill::Played(kinds) => by(call, library, within, kinds, |item| item.last_viewed_at),
            Fill::TopUnplayed(kinds) => by(call, library, within, kinds, |item| {
                #[expect(clippy::cast_possible_truncation, reason = "ratings end at 10")]
                let rating = (item.rating? * 10.0).round() as i64;
                item.view_count.is_none().then_some(rating)
            }),
        })
    }

    /// True for rows that change by playing.
    fn is_transient(&self) -> bool {
        matches!(self.2, Fill::OnDeck | Fill::Played(_))
    }
}

/// A row with its first items.
pub(crate) fn hub(
    call: &Call<'_>,
    library: &Library,
    (identifier, title): (&str, &str),
    found: &[usize],
    (count, guids): (Option<u32>, bool),
) -> Hub {
    let count = count.unwrap_or(IN_A_ROW);
    let metadata: Vec<Metadata> = window(found.iter(), (None, Some(count)))
        .filter_map(|at| library.items.get(*at))
        .map(|item| partial(call, item, guids))
        .collect();
    let keys: Vec<&str> = metadata
        .iter()
        .filter_map(|item| item.rating_key.as_ref().map(RatingKey::as_str))
        .collect();
    let mut kinds: Vec<&MediaKind> = found
        .iter()
        .filter_map(|at| library.items.get(*at)?.full.kind.as_ref())
        .collect();
    kinds.dedup();
    let kind = match kinds.as_slice() {
        [kind] => (*kind).clone(),
        _ => "mixed".into(),
    };
    // The number of a section is no part of what a row is.
    let context = identifier.trim_end_matches(|c: char| c == '.' || c.is_ascii_digit());
    Hub {
        hub_identifier: Some(identifier.into()),
        title: Some(title.into()),
        kind: Some(kind),
        context: Some(format!("hub.{context}").into()),
        hub_key: (!keys.is_empty()).then(|| format!("/library/metadata/{}", keys.join(",")).into()),
        key: Some(format!("/hubs/items?identifier={identifier}").into()),
        size: u32::try_from(metadata.len()).ok(),
        total_size: u32::try_from(found.len()).ok(),
        more: found.len() > metadata.len(),
        style: Some("shelf".into()),
        promoted: identifier.starts_with("home."),
        metadata,
        ..Hub::default()
    }
}

type Window = (Option<u32>, Option<u32>);
type Answer = MediaContainer<Hubs>;

/// The answer that lists these rows, or a window of them.
pub(crate) fn rows(hubs: Vec<Hub>, asked: Window) -> Answer {
    let total = hubs.len();
    let hubs: Vec<Hub> = window(hubs.into_iter(), asked).collect();
    let content = Hubs {
        media_tag_prefix: Some(TAG_PREFIX.into()),
        media_tag_version: Some(TAG_VERSION),
        hubs,
        ..Hubs::default()
    };
    let mut answer = MediaContainer::new(content.hubs.len(), content);
    answer.allow_sync = Some(true);
    answer.offset = asked.0;
    answer.total_size = u32::try_from(total).ok();
    answer
}

/// The rows of the home screen that hold something.
fn home(
    call: &Call<'_>,
    library: &Library,
    within: &Within,
    wanted: impl Fn(&Row) -> bool,
    shape: (Option<u32>, bool),
) -> Result<Vec<Hub>, Refusal> {
    let mut hubs = Vec::new();
    for row in HOME.iter().filter(|row| wanted(row)) {
        let found = row.found(call, library, within)?;
        if !found.is_empty() {
            hubs.push(hub(call, library, (row.0, row.1), &found, shape));
        }
    }
    Ok(hubs)
}

/// The sections named, of those that the caller may see; all where none is named.
fn within_all(call: &Call<'_>, library: &Library, ids: &[SectionId]) -> Within {
    let places = ids.iter().filter_map(|id| library.find_shelf(id));
    let seen = places.filter(|at| library.shelves.get(*at).is_some_and(|at| sees(call, at)));
    Within((!ids.is_empty()).then(|| seen.collect()))
}

pub(crate) fn get_all_hubs(call: &Call<'_>, request: GetAllHubs) -> Result<Answer, Refusal> {
    let library = shown(call)?;
    let within = within_all(call, &library, &request.content_directory_id);
    let is_wanted = |row: &Row| {
        let named = request.identifier.iter().any(|word| word == row.0);
        (named || request.identifier.is_empty())
            && (row.is_transient() || request.only_transient != Some(true))
    };
    let shape = (request.count, request.include_guids == Some(true));
    let hubs = home(call, &library, &within, is_wanted, shape)?;
    Ok(rows(
        hubs,
        (request.container_start, request.container_size),
    ))
}

pub(crate) fn get_promoted_hubs(
    call: &Call<'_>,
    request: GetPromotedHubs,
) -> Result<Answer, Refusal> {
    let library = shown(call)?;
    let shape = (request.count, false);
    let hubs = home(call, &library, &Within::default(), |_| true, shape)?;
    Ok(rows(
        hubs,
        (request.container_start, request.container_size),
    ))
}

pub(crate) fn get_continue_watching(
    call: &Call<'_>,
    request: GetContinueWatching,
) -> Result<Answer, Refusal> {
    let library = shown(call)?;
    let is_wanted = |row: &Row| row.0 == "home.continue";
    let shape = (request.count, false);
    let hubs = home(call, &library, &Within::default(), is_wanted, shape)?;
    Ok(rows(
        hubs,
        (request.container_start, request.container_size),
    ))
}

pub(crate) fn get_home_recently_added(
    call: &Call<'_>,
    request: GetHomeRecentlyAdded,
) -> Result<Page, Refusal> {
    let library = shown(call)?;
    let one = request.section_id.or(request.content_directory_id);
    let ids = match one {
        Some(id) => vec![id],
        None => request.pinned_content_directory_id,
    };
    let within = within_all(call, &library, &ids);
    // A show comes in by its seasons, an artist by its albums.
    let kinds = match request.kind.and_then(|kind| kind.known()) {
        None => [MOVIES, SEASONS, ALBUMS].concat(),
        Some(MediaKind::Show | MediaKind::Episode) => SEASONS.to_vec(),
        Some(MediaKind::Artist | MediaKind::Track) => ALBUMS.to_vec(),
        Some(kind) => vec![kind],
    };
    let found = newest(call, &library, &within, &kinds);
    let window = (request.container_start, request.container_size);
    Ok(page(call, &library, &found, window, false))
}

pub(crate) fn get_section_hubs(
    call: &Call<'_>,
    request: GetSectionHubs,
) -> Result<Answer, Refusal> {
    let library = shown(call)?;
    let id = &request.section_id;
    let within = within(call, id).map_err(|_| Refusal::BadRequest)?;
    let shelf = library
        .find_shelf(id)
        .and_then(|at| library.shelves.get(at));
    let shelf = shelf.ok_or(Refusal::BadRequest)?;
    let shape = (request.count, request.include_guids == Some(true));
    let mut hubs = Vec::new();
    for row in rows_of(shelf) {
        if request.only_transient == Some(true) && !row.is_transient() {
            continue;
        }
        let found = row.found(call, &library, &within)?;
        if !found.is_empty() {
            let identifier = format!("{}.{id}", row.0);
            hubs.push(hub(call, &library, (&identifier, row.1), &found, shape));
        }
    }
    let mut answer = rows(hubs, (request.container_start, request.container_size));
    answer.library_section_id = id.as_str().parse().ok();
    answer.library_section_title = Some(shelf.section.title.clone());
    answer.library_section_uuid.clone_from(&shelf.section.uuid);
    Ok(answer)
}

pub(crate) fn get_hub_items(call: &Call<'_>, request: GetHubItems) -> Result<Page, Refusal> {
    let library = shown(call)?;
    let word = request.identifier.as_str();
    let of_home = || {
        let row = HOME.iter().find(|row| row.0 == word)?;
        Some((row, Within::default()))
    };
    let of_section = || {
        let (word, id) = word.rsplit_once('.')?;
        let within = within(call, &id.into()).ok()?;
        let shelf = library.shelves.get(library.find_shelf(&id.into())?)?;
        Some((rows_of(shelf).iter().find(|row| row.0 == word)?, within))
    };
    let (row, within) = of_home().or_else(of_section).ok_or(Refusal::NotFound)?;
    let mut found = row.found(call, &library, &within)?;
    if let Some(count) = request.count {
        found.truncate(usize::try_from(count).unwrap_or(usize::MAX));
    }
    let window = (request.container_start, request.container_size);
    Ok(page(call, &library, &found, window, false))
}

/// What is like an item: of its kind, with genres of its own, the most of them first.
fn similar(call: &Call<'_>, library: &Library, of: usize) -> Vec<usize> {
    let Some(item) = library.items.get(of).map(|item| &item.full) else {
        return Vec::new();
    };
    let genres: HashSet<&Text> = item.genres.iter().map(|genre| &genre.tag).collect();
    let Some(kind) = &item.kind else {
        return Vec::new();
    };
    let kinds = std::slice::from_ref(kind);
    let mut found = by(call, library, &Within::default(), kinds, |other| {
        let shared = other.genres.iter();
        Some(shared.filter(|genre| genres.contains(&genre.tag)).count()).filter(|count| *count > 0)
    });
    found.retain(|at| *at != of);
    found
}

/// The row of what is like an item; none where nothing is.
fn related(call: &Call<'_>, library: &Library, of: usize, count: Option<u32>) -> Vec<Hub> {
    let found = similar(call, library, of);
    let kind = library.items.get(of).and_then(|of| of.full.kind.as_ref());
    let kind = kind.map_or("item", MediaKind::as_str);
    if found.is_empty() {
        return Vec::new();
    }
    let mut row = hub(
        call,
        library,
        (&format!("{kind}.similar"), "More Like This"),
        &found,
        (count, false),
    );
    let key = library
        .items
        .get(of)
        .and_then(|of| of.full.rating_key.as_ref());
    row.key = key.map(|key| format!("/library/metadata/{key}/similar").into());
    vec![row]
}

/// An item whose rows are asked for.
fn around(call: &Call<'_>, library: &Library, id: &RatingKey) -> Result<usize, Refusal> {
    find(call, library, id).map_err(|_| Refusal::BadRequest)
}

/// An artist's albums; the items of other sections have no rows here.
pub(crate) fn get_metadata_hubs(
    call: &Call<'_>,
    request: GetMetadataHubs,
) -> Result<Answer, Refusal> {
    let library = shown(call)?;
    let at = around(call, &library, &request.metadata_id)?;
    let mut hubs = Vec::new();
    if library.items[at].full.kind == Some(MediaKind::Artist)
        && request.only_transient != Some(true)
    {
        let albums: Vec<usize> = library.children(at).collect();
        let words = ("artist.albums", "Albums");
        let mut row = hub(call, &library, words, &albums, (request.count, false));
        row.key = Some(format!("/library/metadata/{}/children", request.metadata_id).into());
        hubs.push(row);
    }
    Ok(rows(
        hubs,
        (request.container_start, request.container_size),
    ))
}

pub(crate) fn get_related_hubs(
    call: &Call<'_>,
    request: GetRelatedHubs,
) -> Result<Answer, Refusal> {
    let library = shown(call)?;
    let at = around(call, &library, &request.metadata_id)?;
    let hubs = match request.only_transient {
        Some(true) => Vec::new(),
        _ => related(call, &library, at, request.count),
    };
    Ok(rows(
        hubs,
        (request.container_start, request.container_size),
    ))
}

/// The next episode, then what is like the item or its show.
pub(crate) fn get_postplay_hubs(
    call: &Call<'_>,
    request: GetPostplayHubs,
) -> Result<Answer, Refusal> {
    let library = shown(call)?;
    let at = around(call, &library, &request.metadata_id)?;
    let top = std::iter::successors(Some(at), |at| library.items.get(*at)?.parent).last();
    let top = top.unwrap_or(at);
    let mut hubs = Vec::new();
    let next = next_episode(&library, top).filter(|next| *next != at);
    if let Some(next) = next {
        let mut row = hub(
            call,
            &library,
            ("tv.upnext", "Up Next"),
            &[next],
            (None, false),
        );
        let show = library.items[top].full.rating_key.as_ref();
        row.key = show.map(|show| format!("/library/metadata/{show}/onDeck").into());
        hubs.push(row);
    }
    if request.only_transient != Some(true) {
        hubs.extend(related(call, &library, top, request.count));
    }
    Ok(rows(
        hubs,
        (request.container_start, request.container_size),
    ))
}

pub(crate) fn get_related_items(
    call: &Call<'_>,
    request: GetRelatedItems,
) -> Result<Page, Refusal> {
    let library = shown(call)?;
    let at = find(call, &library, &request.ids)?;
    let content = MetadataPage {
        hubs: related(call, &library, at, None),
        ..MetadataPage::default()
    };
    Ok(MediaContainer::new(content.hubs.len(), content))
}

pub(crate) fn list_similar(call: &Call<'_>, request: ListSimilar) -> Result<Page, Refusal> {
    let library = shown(call)?;
    let at = find(call, &library, &request.ids)?;
    let mut found = similar(call, &library, at);
    found.truncate(usize::try_from(request.count.unwrap_or(200)).unwrap_or(usize::MAX));
    Ok(page(call, &library, &found, (None, None), false))
}
