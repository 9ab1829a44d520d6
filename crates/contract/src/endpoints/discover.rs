//! The watchlist, and what to watch where.

use crate::codec::envelope::MediaContainer;
use crate::endpoint::endpoints;
use crate::ids::RatingKey;
use crate::model::{DiscoverResults, MediaProvider, ProviderPage};
use crate::reply::{Named, NoBody};
use crate::text::Text;
use plex_sdk_derive::Request;

/// `GET /`
///
/// Tells what the provider of Discover can do.
///
/// - Answer: the provider, without a container around it.
/// - Errors: 401 for the token.
/// - Who: any account's token.
/// - Source: `get_provider_root`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct GetProviderRoot {}

/// `GET /library/sections/watchlist/{filter}`
///
/// Lists the account's watchlist, a window of it at a time.
///
/// - Parameters: which items; the order; the kind of item; the window's start (from 0) and size, of which 20 come
///   without a size and 100 are safe; what to include.
/// - Answer: the items, and with `offset` and `total_size` where the window stands.
/// - Errors: 401 for the token.
/// - Who: any account's token.
/// - Source: `get_watchlist`, `get_watchlist_all`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetWatchlist {
    /// Which items.
    pub filter: WatchlistFilter,
    /// The order: `watchlistedAt`, `titleSort`, `originallyAvailableAt` or `rating`, with `:asc` or `:desc`.
    pub sort: Option<Text>,
    /// The number of the kind of item: 1 movies, 2 shows; both where it is not given.
    #[wire(name = "type")]
    pub kind: Option<u16>,
    /// The same as a word, `movie` or `show`, as one source has it.
    pub libtype: Option<Text>,
    /// At most this many items, as one source has it; the window's size is what clients use.
    pub maxresults: Option<u32>,
    /// Whether to tell the collections that items belong to.
    pub include_collections: Option<bool>,
    /// Whether items from outside Plex are listed.
    pub include_external_media: Option<bool>,
    /// The place of the first item wanted, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// How many items are wanted at most.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

impl From<WatchlistFilter> for GetWatchlist {
    fn from(filter: WatchlistFilter) -> Self {
        Self {
            filter,
            ..Self::default()
        }
    }
}

open_enum! {
    /// Which items of a watchlist are listed.
    #[derive(Default)]
    WatchlistFilter {
        /// All of them.
        #[default]
        All = "all",
        /// Those that can be watched somewhere.
        Available = "available",
        /// Those that came out.
        Released = "released",
    }
}

/// `PUT /actions/addToWatchlist`
///
/// Puts an item on the account's watchlist.
///
/// - Parameters: the item's key. Servers also take POST, with the item's address as `uri`.
/// - Answer: nothing that counts.
/// - Errors: 401 for the token; 404 for an item that the provider does not know.
/// - Who: any account's token.
/// - Source: `add_to_watchlist`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct AddToWatchlist {
    /// The item's key: the 24 hexadecimal digits at the end of its `plex://` id.
    pub rating_key: RatingKey,
    /// The item's address instead, as one source has it; not with the key.
    pub uri: Option<Text>,
}

impl From<RatingKey> for AddToWatchlist {
    fn from(rating_key: RatingKey) -> Self {
        Self {
            rating_key,
            ..Self::default()
        }
    }
}

/// `PUT /actions/removeFromWatchlist`
///
/// Takes an item off the account's watchlist.
///
/// - Parameters: the item's key. Servers also take POST, with the item's address as `uri`.
/// - Answer: nothing that counts.
/// - Errors: 401 for the token; 404 for an item that the provider does not know.
/// - Who: any account's token.
/// - Source: `remove_from_watchlist`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct RemoveFromWatchlist {
    /// The item's key: the 24 hexadecimal digits at the end of its `plex://` id.
    pub rating_key: RatingKey,
    /// The item's address instead, as one source has it; not with the key.
    pub uri: Option<Text>,
}

impl From<RatingKey> for RemoveFromWatchlist {
    fn from(rating_key: RatingKey) -> Self {
        Self {
            rating_key,
            ..Self::default()
        }
    }
}

/// `GET /library/metadata/{ratingKey}`
///
/// Reads an item as Discover knows it.
///
/// - Parameters: the item's key; what to include.
/// - Answer: the item.
/// - Errors: 401 for the token; 404 for an item that the provider does not know.
/// - Who: any account's token.
/// - Source: `get_provider_item`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetProviderItem {
    /// The item's key: the 24 hexadecimal digits at the end of its `plex://` id.
    pub rating_key: RatingKey,
    /// Whether to tell what the account did with the item.
    pub include_user_state: Option<bool>,
    /// Whether to give reviews.
    pub include_reviews: Option<bool>,
    /// Whether to give trailers and the like.
    pub include_extras: Option<bool>,
    /// Whether to give rows of related items.
    pub include_related: Option<bool>,
    /// Whether to give concerts of an artist.
    pub include_concerts: Option<bool>,
    /// Whether to give the next episode to watch.
    pub include_on_deck: Option<bool>,
    /// Whether to tell the chapters.
    pub include_chapters: Option<bool>,
    /// Whether to give the most played tracks of an artist.
    pub include_popular_leaves: Option<bool>,
    /// Whether to give the item's settings.
    pub include_preferences: Option<bool>,
    /// Whether to give the seasons or albums.
    pub include_children: Option<bool>,
}

impl From<RatingKey> for GetProviderItem {
    fn from(rating_key: RatingKey) -> Self {
        Self {
            rating_key,
            ..Self::default()
        }
    }
}

/// `GET /library/search`
///
/// Searches what Plex knows, whether a server has it or not.
///
/// - Parameters: what to search for; how many results of each source; the kinds of things and the sources, separated by
///   commas.
/// - Answer: the results, source by source.
/// - Errors: 400 without something to search for; 401 for the token.
/// - Who: any account's token.
/// - Source: `search_discover`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct SearchDiscover {
    /// What to search for.
    pub query: Text,
    /// How many results of each source at most.
    pub limit: Option<u32>,
    /// The kinds of things: `movies`, `tv`, `people`.
    pub search_types: Vec<Text>,
    /// The sources: `discover`, `PLEXAVOD` (free, with advertisements), `PLEXTVOD` (to rent).
    pub search_providers: Vec<Text>,
    /// Whether to give the items.
    pub include_metadata: Option<bool>,
}

impl From<Text> for SearchDiscover {
    fn from(query: Text) -> Self {
        Self {
            query,
            ..Self::default()
        }
    }
}

/// `GET /hubs`
///
/// Lists rows of movies and shows that Plex itself shows for free.
///
/// - Answer: the rows.
/// - Errors: 401 for the token.
/// - Who: any account's token.
/// - Source: `vod_hubs`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct VodHubs {}

/// `GET /hubs`
///
/// Lists rows of music from TIDAL, for accounts that are tied to it.
///
/// - Answer: the rows.
/// - Errors: 401 for the token.
/// - Who: any account's token.
/// - Source: `tidal_hubs`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct TidalHubs {}

endpoints! {
    ($) Discover, discover, discover_endpoints;
    GetProviderRoot {}: GET "/" -> Named<MediaProvider>, User, Read;
    GetWatchlist: GET "/library/sections/watchlist/{filter}"
        -> MediaContainer<ProviderPage>, User, Read;
    AddToWatchlist: PUT | POST "/actions/addToWatchlist" -> NoBody, User, Idempotent;
    RemoveFromWatchlist: PUT | POST "/actions/removeFromWatchlist" -> NoBody, User, Idempotent;
    GetProviderItem: GET "/library/metadata/{ratingKey}" -> MediaContainer<ProviderPage>, User, Read;
    SearchDiscover: GET "/library/search" -> MediaContainer<DiscoverResults>, User, Read;
    VodHubs {}: GET "/hubs" -> MediaContainer<ProviderPage>, User, Read, at VodProvider;
    TidalHubs {}: GET "/hubs" -> MediaContainer<ProviderPage>, User, Read, at MusicProvider;
}
