//! What items can be filtered and sorted by: one table for evaluating queries and for telling what is allowed.

use crate::world::library::Library;
use plex_sdk_contract::model::{MediaKind, Metadata, Section, SectionKind, Tag};
use plex_sdk_contract::query::Moment;
use plex_sdk_contract::text::Text;
use plex_sdk_contract::time::Timestamp;

/// A field's value on one item.
pub(crate) enum Value<'a> {
    /// A text that is found by a part of it.
    Text(&'a str),
    /// A word that is found as a whole.
    Word(&'a str),
    Number(f64),
    Flag(bool),
    Instant(Timestamp),
    Tags(&'a [Tag]),
}

/// A field with its value on an item.
pub(crate) struct Field {
    pub(crate) name: &'static str,
    pub(crate) title: &'static str,
    /// Its kind, as lists tell it.
    pub(crate) kind: &'static str,
    /// What its numbers mean.
    pub(crate) sub_kind: Option<&'static str>,
    /// The kinds of items whose lists tell of it; it can be asked for on all.
    pub(crate) told: &'static [MediaKind],
    /// Whether it is offered as a ready-made filter too, with its choices.
    pub(crate) offered: bool,
    pub(crate) get: fn(&Metadata) -> Option<Value<'_>>,
}

/// The field with this name.
pub(crate) fn find(name: &str) -> Option<&'static Field> {
    FIELDS.iter().find(|field| field.name == name)
}

/// The kinds of items of a section, from above: number, kind, title.
pub(crate) fn levels(section: &Section) -> &'static [(u16, MediaKind, &'static str)] {
    match section.kind {
        Some(SectionKind::Show) => &[
            (2, MediaKind::Show, "TV Shows"),
            (3, MediaKind::Season, "Seasons"),
            (4, MediaKind::Episode, "Episodes"),
        ],
        Some(SectionKind::Artist) => &[
            (8, MediaKind::Artist, "Artists"),
            (9, MediaKind::Album, "Albums"),
            (10, MediaKind::Track, "Tracks"),
        ],
        _ => &[(1, MediaKind::Movie, "Movies")],
    }
}

/// A field of a kind of item that an item belongs to, is, or holds; nothing where it has none of that kind.
pub(crate) fn holders<'l>(
    library: &'l Library,
    at: usize,
    scope: Option<&str>,
) -> Vec<&'l Metadata> {
    let is = |item: &Metadata, scope: &str| {
        let kind = item.kind.as_ref();
        kind.is_some_and(|kind| kind.as_str() == scope)
    };
    let Some(scope) = scope else {
        return library
            .items
            .get(at)
            .map(|item| &item.full)
            .into_iter()
            .collect();
    };
    if let Some(above) = library.upwards(at).find(|item| is(&item.full, scope)) {
        return vec![&above.full];
    }
    // What an item holds comes behind it.
    let below = library.items.iter().enumerate().skip(at + 1);
    below
        .filter(|(_, item)| is(&item.full, scope))
        .filter(|(place, _)| {
            let mut above =
                std::iter::successors(Some(*place), |place| library.items.get(*place)?.parent);
            above.any(|place| place == at)
        })
        .map(|(_, item)| &item.full)
        .collect()
}

fn text(text: Option<&Text>) -> Option<Value<'_>> {
    text.map(|text| Value::Text(text))
}

fn word(text: Option<&Text>) -> Option<Value<'_>> {
    text.map(|text| Value::Word(text))
}

fn number(number: Option<impl Into<f64>>) -> Option<Value<'static>> {
    number.map(|number| Value::Number(number.into()))
}

#[expect(
    clippy::cast_precision_loss,
    reason = "times and sizes stay far below 2^52"
)]
fn long(number: Option<u64>) -> Option<Value<'static>> {
    number.map(|number| Value::Number(number as f64))
}

fn instant(at: Option<Timestamp>) -> Option<Value<'static>> {
    at.map(Value::Instant)
}

/// Whether something of the item has not been played.
pub(crate) fn is_unwatched(item: &Metadata) -> bool {
    match item.leaf_count {
        Some(leaves) => item.viewed_leaf_count.unwrap_or(0) < leaves,
        None => item.view_count.unwrap_or(0) == 0,
    }
}

const MOVIE: MediaKind = MediaKind::Movie;
const SHOW: MediaKind = MediaKind::Show;
const SEASON: MediaKind = MediaKind::Season;
const EPISODE: MediaKind = MediaKind::Episode;
const ARTIST: MediaKind = MediaKind::Artist;
const ALBUM: MediaKind = MediaKind::Album;
const TRACK: MediaKind = MediaKind::Track;

const fn row(
    name: &'static str,
    title: &'static str,
    kind: &'static str,
    told: &'static [MediaKind],
    get: fn(&Metadata) -> Option<Value<'_>>,
) -> Field {
    Field {
        name,
        title,
        kind,
        sub_kind: None,
        told,
        offered: false,
        get,
    }
}

impl Field {
    const fn means(self, sub_kind: &'static str) -> Self {
        Self {
            sub_kind: Some(sub_kind),
            ..self
        }
    }

    const fn offered(self) -> Self {
        Self {
            offered: true,
            ..self
        }
    }
}

const ALL: &[MediaKind] = &[MOVIE, SHOW, SEASON, EPISODE, ARTIST, ALBUM, TRACK];
const PLAYED: &[MediaKind] = &[MOVIE, SHOW, EPISODE, ALBUM, TRACK];

/// The fields, in the order in which lists tell of them.
pub(crate) const FIELDS: &[Field] = &[
    row("title", "Title", "string", ALL, |item| {
        Some(Value::Text(&item.title))
    }),
    row(
        "studio",
        "Studio",
        "string",
        &[MOVIE, SHOW, ALBUM],
        |item| text(item.studio.as_ref()),
    )
    .offered(),
    row("userRating", "Rating", "integer", PLAYED, |item| {
        number(item.user_rating)
    })
    .means("rating"),
    row(
        "contentRating",
        "Content Rating",
        "tag",
        &[MOVIE, SHOW],
        |item| word(item.content_rating.as_ref()),
    )
    .offered(),
    row(
        "year",
        "Year",
        "integer",
        &[MOVIE, SHOW, EPISODE, ALBUM],
        |item| number(item.year),
    )
    .means("year")
    .offered(),
    row("decade", "Decade", "integer", &[MOVIE, ALBUM], |item| {
        number(item.year.map(|year| year - year.rem_euclid(10)))
    })
    .means("decade")
    .offered(),
    row(
        "originallyAvailableAt",
        "Release Date",
        "date",
        &[MOVIE, EPISODE, ALBUM],
        |item| {
            let day = Moment::parse(item.originally_available_at.as_deref()?)?;
            instant(day.resolve(Timestamp(0)))
        },
    ),
    row("duration", "Duration", "integer", &[MOVIE], |item| {
        long(item.duration_ms)
    })
    .means("duration"),
    row(
        "genre",
        "Genre",
        "tag",
        &[MOVIE, SHOW, ARTIST, ALBUM],
        |item| Some(Value::Tags(&item.genres)),
    )
    .offered(),
    row(
        "collection",
        "Collection",
        "tag",
        &[MOVIE, SHOW, ARTIST, ALBUM],
        |item| Some(Value::Tags(&item.collections)),
    )
    .offered(),
    row("director", "Director", "tag", &[MOVIE], |item| {
        Some(Value::Tags(&item.directors))
    })
    .offered(),
    row("actor", "Actor", "tag", &[MOVIE, SHOW], |item| {
        Some(Value::Tags(&item.roles))
    })
    .offered(),
    row("country", "Country", "tag", &[MOVIE], |item| {
        Some(Value::Tags(&item.countries))
    })
    .offered(),
    row("label", "Label", "tag", &[MOVIE, SHOW, ALBUM], |item| {
        Some(Value::Tags(&item.labels))
    })
    .offered(),
    row("addedAt", "Date Added", "date", ALL, |item| {
        instant(item.added_at)
    }),
    row("viewCount", "Plays", "integer", PLAYED, |item| {
        Some(Value::Number(item.view_count.unwrap_or(0).into()))
    }),
    row("lastViewedAt", "Last Played", "date", PLAYED, |item| {
        instant(item.last_viewed_at)
    }),
    row(
        "unwatched",
        "Unplayed",
        "boolean",
        &[MOVIE, EPISODE],
        |item| Some(Value::Flag(is_unwatched(item))),
    )
    .offered(),
    row(
        "unwatchedLeaves",
        "Unplayed Episodes",
        "boolean",
        &[SHOW],
        |item| Some(Value::Flag(is_unwatched(item))),
    )
    .offered(),
    row(
        "inProgress",
        "In Progress",
        "boolean",
        &[MOVIE, EPISODE],
        |item| Some(Value::Flag(item.view_offset_ms.unwrap_or(0) > 0)),
    )
    .offered(),
    row(
        "resolution",
        "Resolution",
        "resolution",
        &[MOVIE, EPISODE],
        |item| word(item.media.first()?.video_resolution.as_ref()),
    )
    .offered(),
    row(
        "mediaBitrate",
        "Bitrate",
        "integer",
        &[MOVIE, TRACK],
        |item| number(item.media.first()?.bitrate),
    )
    .means("bitrate"),
    row(
        "mediaSize",
        "File Size",
        "integer",
        &[MOVIE, TRACK],
        |item| long(item.media.first()?.parts.first()?.size),
    )
    .means("fileSize"),
    // Servers take these without telling of them.
    row("titleSort", "", "string", &[], |item| {
        Some(Value::Text(item.title_sort.as_ref().unwrap_or(&item.title)))
    }),
    row("summary", "", "string", &[], |item| {
        text(item.summary.as_ref())
    }),
    row("tagline", "", "string", &[], |item| {
        text(item.tagline.as_ref())
    }),
    row("guid", "", "guid", &[], |item| word(item.guid.as_ref())),
    row("id", "", "integer", &[], |item| {
        long(item.rating_key.as_ref()?.as_str().parse().ok())
    }),
    row("index", "", "integer", &[], |item| number(item.index)),
    row("absoluteIndex", "", "integer", &[], |item| {
        number(item.absolute_index)
    }),
    row("rating", "", "integer", &[], |item| number(item.rating)),
    row("audienceRating", "", "integer", &[], |item| {
        number(item.audience_rating)
    }),
    row("ratingCount", "", "integer", &[], |item| {
        number(item.rating_count)
    }),
    row("viewOffset", "", "integer", &[], |item| {
        long(item.view_offset_ms)
    }),
    row("leafCount", "", "integer", &[], |item| {
        number(item.leaf_count)
    }),
    row("unviewedLeafCount", "", "integer", &[], |item| {
        number(
            item.leaf_count
                .map(|leaves| leaves.saturating_sub(item.viewed_leaf_count.unwrap_or(0))),
        )
    }),
    row("updatedAt", "", "date", &[], |item| {
        instant(item.updated_at)
    }),
    row("lastRatedAt", "", "date", &[], |item| {
        instant(item.last_rated_at)
    }),
];
