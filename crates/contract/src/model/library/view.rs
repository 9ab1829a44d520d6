//! Views by kind over the one wide [`Metadata`]: [`Movie`], [`Episode`], [`Track`] and the others, and [`View`], any of them.
//!
//! A view borrows an item and is copied freely. It reads as the item itself, by [`Deref`], and has methods of its own:
//! for what items of the kind always have, so that it is not optional, and for parents and numbers by their names among
//! that kind, such as an episode's show. All that a view tells lives as long as the item, not as the view. Nothing is
//! asked of a server: what a list leaves out is missing here too.
//!
//! What counts as always there is what no recorded answer lacks, in any kind of list and of servers old and new, and what
//! no analysis of files has to find out first. So an episode has no certain number, as episodes known by their date alone
//! have none, and no certain season, as servers leave it out where seasons are hidden; live TV and the children of a season
//! on old servers do not name the show.
//!
//! ```
//! use plex_sdk_contract::codec::json;
//! use plex_sdk_contract::model::{Episode, MetadataPage, Movie, View};
//!
//! let page: MetadataPage = json::decode(br#"{"Metadata": [
//!     {"ratingKey": "7", "type": "movie", "title": "Sintel", "year": 2010},
//!     {"ratingKey": "9", "type": "episode", "title": "Getting Settled", "index": 2, "parentIndex": 1,
//!      "grandparentTitle": "The Beverly Hillbillies"}
//! ]}"#)?;
//!
//! // The items of one kind.
//! let movies = page.metadata.iter().filter_map(|item| Movie::try_from(item).ok());
//! let keys: Vec<_> = movies.map(Movie::rating_key).collect();
//! assert_eq!(keys, ["7"]);
//!
//! // Every item by its kind.
//! for item in &page.metadata {
//!     match item.view()? {
//!         View::Movie(movie) => assert_eq!((movie.title(), movie.year), ("Sintel", Some(2010))),
//!         View::Episode(episode) => {
//!             assert_eq!(episode.show_title(), Some("The Beverly Hillbillies"));
//!             assert_eq!(episode.code().unwrap().to_string(), "S01E02");
//!         }
//!         other => println!("{}", other.metadata().title),
//!     }
//! }
//!
//! let error = Episode::try_from(&page.metadata[0]).unwrap_err();
//! assert_eq!(error.to_string(), "no episode: the kind is movie");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use crate::ids::RatingKey;
use crate::model::library::kind::{MediaKind, PlaylistKind};
use crate::model::library::media::Part;
use crate::model::library::metadata::Metadata;
use std::fmt;
use std::ops::Deref;

/// Why an item has no view of a kind.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ViewError {
    /// The item is of another kind.
    #[error("no {wanted}: the kind is {found}")]
    OtherKind {
        /// The kind of the view.
        wanted: MediaKind,
        /// The kind of the item.
        found: MediaKind,
    },
    /// A field is missing that items of the kind always have.
    #[error("no {wanted}: the field {field} is missing")]
    MissingField {
        /// The kind of the view.
        wanted: MediaKind,
        /// The field's name on the wire, such as `ratingKey`; `type` where nothing tells the kind.
        field: &'static str,
    },
}

/// The kind of an item: what it says of itself, but for albums of photos.
///
/// On the wire these have the type `photo` as the photos in them have. What sets them apart in both JSON and XML is that
/// their path leads to children.
fn kind_of(item: &Metadata) -> Option<&MediaKind> {
    match &item.kind {
        Some(MediaKind::Photo) if item.key.ends_with("/children") => Some(&MediaKind::PhotoAlbum),
        kind => kind.as_ref(),
    }
}

/// Checks that an item is of a kind.
fn check(item: &Metadata, wanted: &MediaKind) -> Result<(), ViewError> {
    match kind_of(item) {
        Some(kind) if kind == wanted => Ok(()),
        Some(found) => Err(ViewError::OtherKind {
            wanted: wanted.clone(),
            found: found.clone(),
        }),
        None => Err(missing(wanted, "type")),
    }
}

fn missing(wanted: &MediaKind, field: &'static str) -> ViewError {
    ViewError::MissingField {
        wanted: wanted.clone(),
        field,
    }
}

/// Defines the view of a kind: a method for each field, and the check that those under `always` are there.
///
/// The view has the name of its `MediaKind`. `keyed` stands for a rating key among `always`.
macro_rules! view {
    (
        keyed $(#[$doc:meta])* $View:ident
        always { $($always:tt)* }
        maybe { $($maybe:tt)* }
    ) => {
        view! {
            $(#[$doc])* $View
            always {
                /// The item's key.
                "ratingKey" rating_key: &'a RatingKey = |item| item.rating_key.as_ref(),
                $($always)*
            }
            maybe { $($maybe)* }
        }
    };
    (
        $(#[$doc:meta])* $View:ident
        always { $($(#[$always_doc:meta])* $wire:literal $always:ident: $Always:ty = $read:expr,)* }
        maybe { $($(#[$maybe_doc:meta])* $maybe:ident: $Maybe:ty = $look:expr,)* }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq)]
        #[allow(clippy::struct_field_names, reason = "named as the methods")]
        pub struct $View<'a> {
            item: &'a Metadata,
            $($always: $Always,)*
        }

        impl<'a> $View<'a> {
            /// The item itself, for as long as it lives; reading through the view lasts no longer than the view.
            pub fn metadata(self) -> &'a Metadata {
                self.item
            }

            /// The title; empty where the server gives none.
            pub fn title(self) -> &'a str {
                &self.item.title
            }

            $(
                $(#[$always_doc])*
                #[doc = concat!("\n\n`", $wire, "` on the wire.")]
                pub fn $always(self) -> $Always {
                    self.$always
                }
            )*

            $(
                $(#[$maybe_doc])*
                pub fn $maybe(self) -> Option<$Maybe> {
                    let look: fn(&'a Metadata) -> Option<$Maybe> = $look;
                    look(self.item)
                }
            )*
        }

        impl Deref for $View<'_> {
            type Target = Metadata;
            fn deref(&self) -> &Metadata {
                self.item
            }
        }

        impl<'a> TryFrom<&'a Metadata> for $View<'a> {
            type Error = ViewError;
            fn try_from(item: &'a Metadata) -> Result<Self, ViewError> {
                check(item, &MediaKind::$View)?;
                $(let $always: fn(&'a Metadata) -> Option<$Always> = $read;)*
                Ok(Self {
                    item,
                    $($always: $always(item).ok_or_else(|| missing(&MediaKind::$View, $wire))?,)*
                })
            }
        }
    };
}

view! {
    keyed
    /// A movie.
    Movie
    always {}
    maybe {}
}

view! {
    keyed
    /// A show. Its children are seasons.
    Show
    always {}
    maybe {}
}

view! {
    keyed
    /// A season of a show. Its children are episodes.
    Season
    always {
        /// The key of the show.
        "parentRatingKey" show_rating_key: &'a RatingKey = |item| item.parent_rating_key.as_ref(),
    }
    maybe {
        /// The title of the show.
        show_title: &'a str = |item| item.parent_title.as_deref(),
        /// The number of the season, 0 for specials, a year where episodes are known by date.
        season_number: i32 = |item| item.index,
    }
}

view! {
    keyed
    /// An episode of a season of a show.
    Episode
    always {}
    maybe {
        /// The key of the show; live TV has none.
        show_rating_key: &'a RatingKey = |item| item.grandparent_rating_key.as_ref(),
        /// The title of the show.
        show_title: &'a str = |item| item.grandparent_title.as_deref(),
        /// The key of the season; none where the show hides its seasons, nor on live TV.
        season_rating_key: &'a RatingKey = |item| item.parent_rating_key.as_ref(),
        /// The title of the season, such as `Season 2`.
        season_title: &'a str = |item| item.parent_title.as_deref(),
        /// The number of the season, 0 for specials, a year where episodes are known by date.
        season_number: i32 = |item| item.parent_index,
        /// The number of the episode in its season, from 1; none for an episode that is known by its date alone.
        episode_number: i32 = |item| item.index,
        /// Both numbers, such as `S02E03`; none where one of them is missing.
        code: EpisodeCode = |item| {
            Some(EpisodeCode {
                season: item.parent_index?,
                episode: item.index?,
            })
        },
    }
}

view! {
    keyed
    /// A musician or band. Its children are albums.
    Artist
    always {}
    maybe {}
}

view! {
    keyed
    /// An album of an artist. Its children are tracks.
    Album
    always {
        /// The key of the artist.
        "parentRatingKey" artist_rating_key: &'a RatingKey = |item| item.parent_rating_key.as_ref(),
    }
    maybe {
        /// The name of the artist.
        artist_title: &'a str = |item| item.parent_title.as_deref(),
    }
}

view! {
    keyed
    /// A track of an album.
    Track
    always {
        /// The key of the album.
        "parentRatingKey" album_rating_key: &'a RatingKey = |item| item.parent_rating_key.as_ref(),
    }
    maybe {
        /// The title of the album.
        album_title: &'a str = |item| item.parent_title.as_deref(),
        /// The key of the album's artist.
        artist_rating_key: &'a RatingKey = |item| item.grandparent_rating_key.as_ref(),
        /// The name of the album's artist, which for albums of several is a word for that.
        artist_title: &'a str = |item| item.grandparent_title.as_deref(),
        /// Who plays this track: the artist of its own where it has one, otherwise the album's.
        track_artist: &'a str = |item| {
            let own = item.original_title.as_deref().filter(|own| !own.is_empty());
            own.or(item.grandparent_title.as_deref())
        },
        /// The number of the track on its disc, from 1.
        track_number: i32 = |item| item.index,
        /// The number of the disc, from 1.
        disc_number: i32 = |item| item.parent_index,
    }
}

view! {
    keyed
    /// A photo.
    Photo
    always {}
    maybe {
        /// The key of the album it is in; none at the top of a section.
        album_rating_key: &'a RatingKey = |item| item.parent_rating_key.as_ref(),
        /// The title of that album.
        album_title: &'a str = |item| item.parent_title.as_deref(),
    }
}

view! {
    keyed
    /// An album of photos, mostly a folder. Its children are photos and further albums.
    ///
    /// The wire gives it the type `photo` of the photos in it; it is one whose path leads to children.
    PhotoAlbum
    always {}
    maybe {
        /// The key of the album it is in; none at the top of a section.
        album_rating_key: &'a RatingKey = |item| item.parent_rating_key.as_ref(),
        /// The title of that album.
        album_title: &'a str = |item| item.parent_title.as_deref(),
    }
}

view! {
    keyed
    /// A short video: a trailer or another extra of an item, or what is played before a movie.
    Clip
    always {}
    maybe {}
}

view! {
    /// A playlist. Radio stations are playlists too, and have no rating key.
    Playlist
    always {
        /// What it plays.
        "playlistType" playlist_type: &'a PlaylistKind = |item| item.playlist_type.as_ref(),
        /// Whether it is a stored filter rather than a list of items.
        "smart" is_smart: bool = |item| item.smart,
        /// How many entries it has.
        "leafCount" leaf_count: u32 = |item| item.leaf_count,
    }
    maybe {}
}

view! {
    keyed
    /// A collection of items of a section.
    Collection
    always {
        /// What it holds, by the word of [`MediaKind`], such as `movie`.
        "subtype" subtype: &'a str = |item| item.subtype.as_deref(),
        /// How many items it holds.
        "childCount" child_count: u32 = |item| item.child_count,
    }
    maybe {}
}

/// Gives the views of items with files a way to these.
macro_rules! with_files {
    ($($View:ident),+) => {
        $(
            impl<'a> $View<'a> {
                /// The first file of the first version that has files.
                ///
                /// None where a list or a session leaves versions out, or there is no file. Where one version consists
                /// of several files, the others are in [`media`](Metadata::media).
                pub fn first_part(self) -> Option<&'a Part> {
                    self.item.media.iter().flat_map(|media| &media.parts).next()
                }
            }
        )+
    };
}

with_files!(Movie, Episode, Track, Photo, Clip);

/// Defines [`View`] and what makes it.
macro_rules! any_view {
    ($($(#[$doc:meta])* $View:ident,)+) => {
        /// An item by its kind.
        #[derive(Clone, Copy, Debug, PartialEq)]
        #[non_exhaustive]
        pub enum View<'a> {
            $($(#[$doc])* $View($View<'a>),)+
            /// An item of a kind without a view, or of none, as folders are.
            Other(&'a Metadata),
        }

        impl<'a> View<'a> {
            /// The item itself.
            pub fn metadata(self) -> &'a Metadata {
                match self {
                    $(Self::$View(view) => view.metadata(),)+
                    Self::Other(item) => item,
                }
            }
        }

        impl Metadata {
            /// The item as what it is.
            ///
            /// An error is the lack of a field that items of its kind always have: one that was deleted has no rating key
            /// in a list of plays. A kind without a view is none, but [`View::Other`].
            pub fn view(&self) -> Result<View<'_>, ViewError> {
                match kind_of(self) {
                    $(Some(MediaKind::$View) => $View::try_from(self).map(View::$View),)+
                    _ => Ok(View::Other(self)),
                }
            }
        }
    };
}

any_view! {
    /// A movie.
    Movie,
    /// A show.
    Show,
    /// A season.
    Season,
    /// An episode.
    Episode,
    /// A musician or band.
    Artist,
    /// An album of music.
    Album,
    /// A track.
    Track,
    /// A photo.
    Photo,
    /// An album of photos.
    PhotoAlbum,
    /// A clip.
    Clip,
    /// A playlist or radio station.
    Playlist,
    /// A collection.
    Collection,
}

/// The season and episode number of an episode, displayed as `S02E03`. Sorts in the order of the show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EpisodeCode {
    /// Season number, from 0. 0 for specials.
    pub season: i32,
    /// Episode number in the season, from 1.
    pub episode: i32,
}

impl fmt::Display for EpisodeCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "S{:02}E{:02}", self.season, self.episode)
    }
}
