//! The watchlist, and what to watch where.

use crate::codec::envelope::MediaContainer;
use crate::ids::RatingKey;
use crate::model::MediaType;
use crate::model::{DiscoverResults, MediaProvider, ProviderPage};
use crate::reply::{Named, NoBody};
use crate::text::Text;
use plex_sdk_derive::{endpoints, request};

endpoints! {
    Discover, discover, discover_endpoints;

    /// Returns the properties and features of the Discover provider.
    GetProviderRoot {}: GET "/" -> Named<MediaProvider>, User, Read, unpublished;
    /// Lists the items on the account's watchlist.
    GetWatchlist: GET "/library/sections/watchlist/{filter}"
        -> MediaContainer<ProviderPage>, User, Read, unpublished;
    /// Adds an item to the account's watchlist.
    AddToWatchlist: PUT | POST "/actions/addToWatchlist" -> NoBody, User, Idempotent, unpublished;
    /// Removes an item from the account's watchlist.
    RemoveFromWatchlist: PUT | POST "/actions/removeFromWatchlist" -> NoBody, User, Idempotent, unpublished;
    /// Returns an item from Discover, whether or not a server has it.
    GetProviderItem: GET "/library/metadata/{ratingKey}"
        -> MediaContainer<ProviderPage>, User, Read, unpublished;
    /// Searches Discover for movies, shows and people, whether or not a server has them.
    SearchDiscover: GET "/library/search" -> MediaContainer<DiscoverResults>, User, Read, unpublished;
    /// Lists the hubs of movies and shows that Plex streams for free.
    VodHubs {}: GET "/hubs" -> MediaContainer<ProviderPage>, User, Read, at VodProvider, unpublished;
    /// Lists the hubs of music from TIDAL.
    TidalHubs {}: GET "/hubs" -> MediaContainer<ProviderPage>, User, Read, at MusicProvider, unpublished;
}

#[request]
pub struct GetProviderRoot {}

/// Without `container_size`, the response contains 20 items. 100 is a safe maximum. The response's `total_size` is the
/// number of items on the whole watchlist.
#[request]
pub struct GetWatchlist {
    /// Which items to list.
    pub filter: WatchlistFilter,
    /// The sort: `watchlistedAt`, `titleSort`, `originallyAvailableAt` or `rating`, followed by `:asc` or `:desc`.
    pub sort: Option<Text>,
    /// The metadata type of the items: 1 movie, 2 show. By default, both.
    #[wire(name = "type")]
    pub kind: Option<MediaType>,
    /// The type of the items as a word, `movie` or `show`. An alternative to `kind`.
    pub libtype: Option<Text>,
    /// The maximum number of items to return. An alternative to `container_size`, which most clients use.
    pub maxresults: Option<u32>,
    /// Whether to include the collections that each item belongs to.
    pub include_collections: Option<bool>,
    /// Whether to include items from outside Plex.
    pub include_external_media: Option<bool>,
    /// The index of the first item to return, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// The maximum number of items to return.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
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

#[request]
pub struct AddToWatchlist {
    /// The rating key of the item: the 24 hexadecimal digits at the end of its `plex://` id.
    pub rating_key: RatingKey,
    /// The URI of the item, as an alternative to the rating key.
    pub uri: Option<Text>,
}

#[request]
pub struct RemoveFromWatchlist {
    /// The rating key of the item: the 24 hexadecimal digits at the end of its `plex://` id.
    pub rating_key: RatingKey,
    /// The URI of the item, as an alternative to the rating key.
    pub uri: Option<Text>,
}

#[request]
pub struct GetProviderItem {
    /// The rating key of the item: the 24 hexadecimal digits at the end of its `plex://` id.
    pub rating_key: RatingKey,
    /// Whether to include the account's state of the item, such as its play count.
    pub include_user_state: Option<bool>,
    /// Whether to include reviews.
    pub include_reviews: Option<bool>,
    /// Whether to include extras, such as trailers.
    pub include_extras: Option<bool>,
    /// Whether to include the hubs of related items.
    pub include_related: Option<bool>,
    /// Whether to include the concerts of an artist.
    pub include_concerts: Option<bool>,
    /// Whether to include the on-deck episode.
    pub include_on_deck: Option<bool>,
    /// Whether to include the chapters.
    pub include_chapters: Option<bool>,
    /// Whether to include the most popular tracks of an artist.
    pub include_popular_leaves: Option<bool>,
    /// Whether to include the settings of the item.
    pub include_preferences: Option<bool>,
    /// Whether to include the seasons or albums.
    pub include_children: Option<bool>,
}

/// The results are grouped by source. The provider responds with 400 if the query is missing.
#[request]
pub struct SearchDiscover {
    /// The text to search for.
    pub query: Text,
    /// The maximum number of results from each source.
    pub limit: Option<u32>,
    /// The types of results: `movies`, `tv` and `people`.
    pub search_types: Vec<Text>,
    /// The sources to search: `discover`, `PLEXAVOD` (free with ads) and `PLEXTVOD` (rentals).
    pub search_providers: Vec<Text>,
    /// Whether to include the metadata of the items.
    pub include_metadata: Option<bool>,
}

#[request]
pub struct VodHubs {}

/// Only for accounts that are linked to TIDAL.
#[request]
pub struct TidalHubs {}
