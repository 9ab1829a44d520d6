//! A server's library: sections and items, built from the seed table when a server starts.

use crate::world::edits::is_playable;
use crate::world::media::{audio, millis, video};
use crate::world::seed::{ALBUMS, Album, FILMS, Film, OLD_FILMS, SHOWS, Show};
use crate::world::tokens::Digest;
use plex_sdk_contract::ids::{RatingKey, SectionId};
use plex_sdk_contract::model::{
    Guid, Image, ImageKind, Location, MediaKind, Metadata, Section, SectionKind, Tag,
};
use plex_sdk_contract::text::Text;
use plex_sdk_contract::time::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::fmt::Write as _;

/// When the first item came in; each further one came an hour later.
pub(crate) const FIRST_ADDED: i64 = 1_700_000_000;

/// A section with what its items are.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Shelf {
    pub(crate) section: Section,
    /// True where only the household's adults see it.
    pub(crate) private: bool,
    /// True where it was removed: its place stays, so that items keep theirs, and nobody sees them.
    #[serde(skip)]
    pub(crate) removed: bool,
}

/// An item, in full.
#[derive(Clone)]
pub(crate) struct Item {
    pub(crate) shelf: usize,
    pub(crate) parent: Option<usize>,
    pub(crate) full: Metadata,
}

/// What a server has.
#[derive(Clone, Default)]
pub(crate) struct Library {
    pub(crate) shelves: Vec<Shelf>,
    /// All items; the item at place `n` has rating key `n + 1`.
    pub(crate) items: Vec<Item>,
}

/// How a new tag gets its number.
#[derive(Default)]
struct Tags {
    numbers: HashMap<(&'static str, &'static str), usize>,
}

impl Tags {
    fn make(&mut self, field: &'static str, word: &'static str) -> Tag {
        let next = self.numbers.len() + 1;
        let id = *self.numbers.entry((field, word)).or_insert(next);
        Tag {
            id: Some(id.to_string().into()),
            tag: word.into(),
            filter: Some(format!("{field}={id}").into()),
            ..Tag::default()
        }
    }

    fn all(&mut self, field: &'static str, words: &[&'static str]) -> Vec<Tag> {
        words.iter().map(|word| self.make(field, word)).collect()
    }

    fn cast(&mut self, cast: &[(&'static str, &'static str)]) -> Vec<Tag> {
        cast.iter()
            .map(|(person, part)| {
                let mut tag = self.make("actor", person);
                tag.role = Some((*part).into());
                tag.tag_key = Some(hex24(person).into());
                tag
            })
            .collect()
    }
}

/// 24 hexadecimal digits that belong to this text.
pub(crate) fn hex24(text: &str) -> String {
    let mut hex = String::with_capacity(24);
    for byte in &Digest::of(text).0[..12] {
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}

/// A UUID that belongs to this text.
fn uuid_of(text: &str) -> String {
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&Digest::of(text).0[..16]);
    uuid::Builder::from_random_bytes(bytes)
        .into_uuid()
        .to_string()
}

fn year(date: &str) -> Option<i32> {
    date.get(..4)?.parse().ok()
}

/// The title to sort by, where an article stands in front.
fn title_sort(title: &str) -> Option<Text> {
    ["The ", "A ", "An "]
        .iter()
        .find_map(|article| title.strip_prefix(article))
        .map(Into::into)
}

impl Library {
    /// The main server's library.
    pub(crate) fn main() -> Self {
        let mut library = Self::default();
        let mut tags = Tags::default();
        let movies = library.shelf("Movies", SectionKind::Movie, "/data/movies", false);
        for film in FILMS {
            library.film(movies, film, &mut tags);
        }
        let shows = library.shelf("TV Shows", SectionKind::Show, "/data/shows", false);
        for show in SHOWS {
            library.show(shows, show, &mut tags);
        }
        let music = library.shelf("Music", SectionKind::Artist, "/data/music", true);
        for album in ALBUMS {
            library.album(music, album, &mut tags);
        }
        library
    }

    /// The second server's library.
    pub(crate) fn attic() -> Self {
        let mut library = Self::default();
        let mut tags = Tags::default();
        let shelf = library.shelf("Old Films", SectionKind::Movie, "/attic/films", false);
        for film in OLD_FILMS {
            library.film(shelf, film, &mut tags);
        }
        library
    }

    fn shelf(&mut self, title: &str, kind: SectionKind, path: &str, private: bool) -> usize {
        let number = self.shelves.len() as u64 + 1;
        let section = Section {
            uuid: Some(uuid_of(path).into()),
            content_changed_at: Some(number * 100),
            locations: vec![Location {
                id: Some(number),
                path: path.into(),
            }],
            ..new_section(number, title, kind, Timestamp(FIRST_ADDED))
        };
        self.shelves.push(Shelf {
            section,
            private,
            removed: false,
        });
        self.shelves.len() - 1
    }

    /// An item with what all kinds have; `push` makes it part of the library.
    fn item(
        &self,
        place: usize,
        kind: MediaKind,
        title: &str,
        released: Option<&str>,
        unique: &str,
    ) -> Metadata {
        let key = self.items.len() as u64 + 1;
        let path = format!("/library/metadata/{key}");
        let added = FIRST_ADDED.saturating_add(i64::try_from(key).unwrap_or(0) * 3600);
        let children = matches!(
            kind,
            MediaKind::Show | MediaKind::Season | MediaKind::Artist | MediaKind::Album
        );
        let section = &self.shelves[place].section;
        let picture = |kind, path: String| Image {
            kind: Some(kind),
            url: Some(path.into()),
            alt: Some(title.into()),
        };
        let poster = match kind {
            MediaKind::Episode => ImageKind::Snapshot,
            _ => ImageKind::CoverPoster,
        };
        let images = vec![
            picture(poster, format!("{path}/thumb/{added}")),
            picture(ImageKind::Background, format!("{path}/art/{added}")),
        ];
        Metadata {
            rating_key: Some(key.into()),
            key: format!("{path}{}", if children { "/children" } else { "" }).into(),
            guid: Some(format!("plex://{kind}/{}", hex24(unique)).into()),
            title: title.into(),
            title_sort: title_sort(title),
            summary: Some(Text::default()),
            year: released.and_then(year),
            originally_available_at: released.map(Into::into),
            added_at: Some(Timestamp(added)),
            updated_at: Some(Timestamp(added + 60)),
            thumb: Some(format!("{path}/thumb/{added}").into()),
            art: Some(format!("{path}/art/{added}").into()),
            images,
            library_section_id: section.key.as_str().parse().ok(),
            library_section_title: Some(section.title.clone()),
            library_section_key: Some(format!("/library/sections/{}", section.key).into()),
            kind: Some(kind),
            ..Metadata::default()
        }
    }

    fn push(&mut self, place: usize, parent: Option<usize>, full: Metadata) -> usize {
        self.items.push(Item {
            shelf: place,
            parent,
            full,
        });
        self.items.len() - 1
    }

    fn film(&mut self, place: usize, film: &Film, tags: &mut Tags) {
        let base = self.item(
            place,
            MediaKind::Movie,
            film.title,
            Some(film.released),
            film.imdb,
        );
        let name = format!(
            "{} ({})/{0} ({1}).mp4",
            film.title,
            base.year.unwrap_or_default()
        );
        let full = Metadata {
            summary: Some(film.summary.into()),
            studio: Some(film.studio.into()),
            content_rating: Some(film.content_rating.into()),
            rating: Some(film.rating),
            rating_image: Some("imdb://image.rating".into()),
            duration_ms: Some(millis(film.seconds)),
            chapter_source: Some("media".into()),
            genres: tags.all("genre", film.genres),
            countries: tags.all("country", &[film.country]),
            directors: tags.all("director", film.directors),
            roles: tags.cast(film.cast),
            guids: vec![Guid {
                id: format!("imdb://{}", film.imdb).into(),
            }],
            media: vec![video(
                self.items.len(),
                &self.file(place, &name),
                film.seconds,
            )],
            ..base
        };
        self.push(place, None, full);
    }

    fn show(&mut self, place: usize, show: &Show, tags: &mut Tags) {
        let base = self.item(
            place,
            MediaKind::Show,
            show.title,
            Some(show.released),
            show.imdb,
        );
        let leaves: usize = show.seasons.iter().map(|season| season.len()).sum();
        let mut full = Metadata {
            summary: Some(show.summary.into()),
            studio: Some(show.network.into()),
            content_rating: Some(show.content_rating.into()),
            rating: Some(show.rating),
            duration_ms: Some(millis(show.seconds)),
            index: Some(1),
            leaf_count: Some(count(leaves)),
            viewed_leaf_count: Some(0),
            child_count: Some(count(show.seasons.len())),
            genres: tags.all("genre", show.genres),
            roles: tags.cast(show.cast),
            guids: vec![Guid {
                id: format!("imdb://{}", show.imdb).into(),
            }],
            ..base
        };
        full.locations = vec![Location {
            id: Some(self.items.len() as u64 + 1),
            path: self.file(place, show.title).into(),
        }];
        let show_at = self.push(place, None, full);
        for (number, episodes) in (1..).zip(show.seasons) {
            self.season(place, show_at, show, number, episodes);
        }
    }

    fn season(
        &mut self,
        place: usize,
        show_at: usize,
        show: &Show,
        number: i32,
        episodes: &[(&'static str, &'static str)],
    ) {
        let first = episodes.first().map(|(_, date)| *date);
        let title = format!("Season {number}");
        let unique = format!("{}/{number}", show.imdb);
        let base = self.item(place, MediaKind::Season, &title, first, &unique);
        let parent = &self.items[show_at].full;
        let full = Metadata {
            index: Some(number),
            leaf_count: Some(count(episodes.len())),
            viewed_leaf_count: Some(0),
            originally_available_at: None,
            ..below(base, parent)
        };
        let season_at = self.push(place, Some(show_at), full);
        for (index, (title, date)) in (1..).zip(episodes) {
            let unique = format!("{unique}/{index}");
            let base = self.item(place, MediaKind::Episode, title, Some(date), &unique);
            let name = format!(
                "{}/Season {number:02}/{0} - s{number:02}e{index:02}.mp4",
                show.title
            );
            let mut full = Metadata {
                index: Some(index),
                summary: Some(
                    format!("Episode {index} of season {number} of {}.", show.title).into(),
                ),
                content_rating: Some(show.content_rating.into()),
                duration_ms: Some(millis(show.seconds)),
                media: vec![video(
                    self.items.len(),
                    &self.file(place, &name),
                    show.seconds,
                )],
                ..below(base, &self.items[season_at].full)
            };
            far_below(&mut full, &self.items[show_at].full);
            self.push(place, Some(season_at), full);
        }
    }

    fn album(&mut self, place: usize, album: &Album, tags: &mut Tags) {
        let base = self.item(place, MediaKind::Artist, album.artist, None, album.artist);
        let full = Metadata {
            summary: Some(album.about_artist.into()),
            index: Some(1),
            genres: tags.all("genre", album.genres),
            ..base
        };
        let artist_at = self.push(place, None, full);
        let unique = format!("{}/{}", album.artist, album.title);
        let base = self.item(
            place,
            MediaKind::Album,
            album.title,
            Some(album.released),
            &unique,
        );
        let mut full = Metadata {
            studio: Some(album.label.into()),
            index: Some(1),
            leaf_count: Some(count(album.tracks.len())),
            viewed_leaf_count: Some(0),
            genres: tags.all("genre", album.genres),
            ..below(base, &self.items[artist_at].full)
        };
        full.loudness_analysis_version = Some(2);
        let album_at = self.push(place, Some(artist_at), full);
        for (index, (title, seconds)) in (1..).zip(album.tracks) {
            let unique = format!("{unique}/{index}");
            let base = self.item(place, MediaKind::Track, title, None, &unique);
            let name = format!("{}/{}/{index:02} - {title}.mp3", album.artist, album.title);
            let mut full = Metadata {
                index: Some(index),
                duration_ms: Some(millis(*seconds)),
                media: vec![audio(self.items.len(), &self.file(place, &name), *seconds)],
                ..below(base, &self.items[album_at].full)
            };
            far_below(&mut full, &self.items[artist_at].full);
            self.push(place, Some(album_at), full);
        }
    }

    fn file(&self, place: usize, name: &str) -> String {
        let folders = &self.shelves[place].section.locations;
        let folder = folders
            .first()
            .map_or("/data", |folder| folder.path.as_str());
        format!("{folder}/{name}")
    }

    /// The place of the item with this key.
    pub(crate) fn find(&self, key: &RatingKey) -> Option<usize> {
        let number: usize = key.as_str().parse().ok()?;
        let place = number.checked_sub(1)?;
        (place < self.items.len()).then_some(place)
    }

    /// The place of the section with this number.
    pub(crate) fn find_shelf(&self, id: &SectionId) -> Option<usize> {
        self.shelves
            .iter()
            .position(|shelf| !shelf.removed && shelf.section.key == *id)
    }

    /// The places of what is directly below an item.
    pub(crate) fn children(&self, of: usize) -> impl Iterator<Item = usize> {
        self.items
            .iter()
            .enumerate()
            .filter(move |(_, item)| item.parent == Some(of))
            .map(|(place, _)| place)
    }

    /// True where an item is another, or lies in it.
    pub(crate) fn lies_in(&self, at: usize, above: usize) -> bool {
        let mut places = std::iter::successors(Some(at), |place| self.items.get(*place)?.parent);
        places.any(|place| place == above)
    }

    /// The places of what plays by itself: an item, or all below it.
    pub(crate) fn leaves(&self, of: usize) -> impl Iterator<Item = usize> {
        (0..self.items.len()).filter(move |at| {
            is_playable(self.items[*at].full.kind.as_ref()) && self.lies_in(*at, of)
        })
    }

    /// An item and what it lies in, from the item upwards.
    pub(crate) fn upwards(&self, from: usize) -> impl Iterator<Item = &Item> {
        std::iter::successors(self.items.get(from), |item| self.items.get(item.parent?))
    }
}

/// A section of a kind without folders, as a server makes it at this instant.
pub(crate) fn new_section(number: u64, title: &str, kind: SectionKind, now: Timestamp) -> Section {
    let (agent, scanner, picture) = match kind {
        SectionKind::Show => ("tv.plex.agents.series", "Plex TV Series", "show"),
        SectionKind::Artist => ("tv.plex.agents.music", "Plex Music", "artist"),
        SectionKind::Photo => ("com.plexapp.agents.none", "Plex Photo Scanner", "photo"),
        _ => ("tv.plex.agents.movie", "Plex Movie", "movie"),
    };
    Section {
        key: number.into(),
        uuid: Some(uuid_of(&format!("{number} {title}")).into()),
        title: title.into(),
        kind: Some(kind),
        agent: Some(agent.into()),
        scanner: Some(scanner.into()),
        language: Some("en-US".into()),
        allow_sync: true,
        art: Some(format!("/:/resources/{picture}-fanart.jpg").into()),
        composite: Some(format!("/library/sections/{number}/composite/{}", now.as_secs()).into()),
        thumb: Some(format!("/:/resources/{picture}.png").into()),
        content: Some(true),
        directory: Some(true),
        filters: Some(true),
        created_at: Some(now),
        updated_at: Some(now),
        scanned_at: Some(now),
        content_changed_at: Some(1),
        ..Section::default()
    }
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// Gives an item what it says of its parent.
fn below(mut item: Metadata, parent: &Metadata) -> Metadata {
    item.parent_index = parent.index;
    item.parent_rating_key.clone_from(&parent.rating_key);
    item.parent_key = path_of(parent);
    item.parent_guid.clone_from(&parent.guid);
    item.parent_title = Some(parent.title.clone());
    item.parent_year = parent
        .year
        .filter(|_| parent.kind == Some(MediaKind::Album));
    item.parent_studio.clone_from(&parent.studio);
    item.parent_thumb.clone_from(&parent.thumb);
    item
}

/// Gives an item what it says of its parent's parent.
fn far_below(item: &mut Metadata, above: &Metadata) {
    item.grandparent_rating_key.clone_from(&above.rating_key);
    item.grandparent_key = path_of(above);
    item.grandparent_guid.clone_from(&above.guid);
    item.grandparent_title = Some(above.title.clone());
    item.grandparent_thumb.clone_from(&above.thumb);
    item.grandparent_art.clone_from(&above.art);
    item.parent_studio = None;
}

fn path_of(item: &Metadata) -> Option<Text> {
    let key = item.rating_key.as_ref()?;
    Some(format!("/library/metadata/{key}").into())
}
