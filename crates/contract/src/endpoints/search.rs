//! Search through everything.

use crate::codec::envelope::MediaContainer;
use crate::ids::SectionId;
use crate::model::MediaType;
use crate::model::{Hubs, SearchPage};
use crate::text::Text;
use plex_sdk_derive::{endpoints, request};

endpoints! {
    Pms, search, search_endpoints;

    /// Searches all library sections and returns the results as hubs.
    SearchHubs: GET "/hubs/search" -> MediaContainer<Hubs>, User, Read;
    /// Searches all library sections for spoken or imprecise text and returns the results as hubs.
    VoiceSearchHubs: GET "/hubs/search/voice" -> MediaContainer<Hubs>, User, Read;
    /// Searches all library sections and returns the results as a single list.
    GetSearchResults: GET "/search" -> MediaContainer<SearchPage>, User, Read, unpublished;
}

/// The search tolerates spelling mistakes, finds parts of words and is fast enough to run while the user types. It also
/// returns related items, such as the movies of a matching actor. `reason` and `reasonTitle` of an item tell why it was
/// found.
///
/// There is one hub for each type of result, best matches first. Tags, such as actors and genres, are returned as
/// `directories`. Hubs without results are included.
///
/// The server responds with 400 if the query is missing, and 404 if there is nothing to search in.
#[request]
pub struct SearchHubs {
    /// The text to search for.
    pub query: Text,
    /// The id of the library section to rank first. The other library sections are searched too.
    pub section_id: Option<SectionId>,
    /// The maximum number of results in each hub. Default: 3.
    pub limit: Option<u32>,
    /// Whether to include collections in the results.
    pub include_collections: Option<bool>,
    /// Whether to search other media providers as well.
    pub include_external_media: Option<bool>,
}

/// Titles are compared by edit distance, so titles that sound alike are found, but parts of words are not. This is much
/// slower than the regular search. Set `kind` whenever possible. The server responds with 400 if the query is missing.
#[request]
pub struct VoiceSearchHubs {
    /// The text to search for.
    pub query: Text,
    /// The metadata type of the items.
    #[wire(name = "type")]
    pub kind: Option<MediaType>,
    /// The id of the library section to rank first.
    pub section_id: Option<SectionId>,
    /// The maximum number of results in each hub. Default: 3.
    pub limit: Option<u32>,
    /// Whether to include collections in the results.
    pub include_collections: Option<bool>,
}

/// This is the older search without hubs. The response also contains other providers that can be searched. The server
/// responds with 400 if the query is missing.
#[request]
pub struct GetSearchResults {
    /// The text to search for.
    pub query: Text,
}
