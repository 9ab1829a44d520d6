//! Search through everything.

use crate::codec::envelope::MediaContainer;
use crate::endpoint::endpoints;
use crate::ids::SectionId;
use crate::model::{Hubs, SearchPage};
use crate::text::Text;
use plex_sdk_derive::Request;

/// `GET /hubs/search`
///
/// Searches all sections, misspelt words and parts of words included, for items and tags.
///
/// - Parameters: the words; the section whose finds come first; how many finds a row carries; what to include.
/// - Answer: a row a kind, the best first: items as `metadata`, tags such as actors and genres as `directories`, each
///   with the reason it was found for. Rows without finds stand there too.
/// - Errors: 400 without words; 401 without a token that the server accepts; 404 where there is nothing to search.
/// - Who: anyone whose token the server accepts.
/// - Source: `search_hubs`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct SearchHubs {
    /// The words.
    pub query: Text,
    /// The section whose finds come first; the others are searched too.
    pub section_id: Option<SectionId>,
    /// How many finds a row carries at most; 3 where it is not given.
    pub limit: Option<u32>,
    /// Whether collections count as finds.
    pub include_collections: Option<bool>,
    /// Whether to search other providers as well.
    pub include_external_media: Option<bool>,
}

/// `GET /hubs/search/voice`
///
/// Searches all sections for words that were spoken: whole titles that sound alike count, parts of words do not.
///
/// - Parameters: the words; the kind of item; the section; how many finds a row carries.
/// - Answer: a row a kind, the best first.
/// - Errors: 400 without words; 401 without a token that the server accepts.
/// - Who: anyone whose token the server accepts.
/// - Source: `voice_search_hubs`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct VoiceSearchHubs {
    /// The words.
    pub query: Text,
    /// The number of the kind of item, such as 1 for movies and 2 for shows.
    #[wire(name = "type")]
    pub kind: Option<u16>,
    /// The section whose finds come first.
    pub section_id: Option<SectionId>,
    /// How many finds a row carries at most; 3 where it is not given.
    pub limit: Option<u32>,
    /// Whether collections count as finds.
    pub include_collections: Option<bool>,
}

/// `GET /search`
///
/// Searches all sections, as clients did before there were rows.
///
/// - Parameters: the words.
/// - Answer: the items in one list, and further places to search.
/// - Errors: 400 without words; 401 without a token that the server accepts.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_search_results`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetSearchResults {
    /// The words.
    pub query: Text,
}

/// Operations whose one required parameter are the words.
macro_rules! of_words {
    ($($Name:ident),+) => {$(
        impl From<&str> for $Name {
            #[allow(clippy::needless_update, reason = "one has the words alone")]
            fn from(query: &str) -> Self {
                Self {
                    query: query.into(),
                    ..Self::default()
                }
            }
        }
    )+};
}
of_words!(SearchHubs, VoiceSearchHubs, GetSearchResults);

endpoints! {
    ($) Pms, search, search_endpoints;
    SearchHubs: GET "/hubs/search" -> MediaContainer<Hubs>, User, Read;
    VoiceSearchHubs: GET "/hubs/search/voice" -> MediaContainer<Hubs>, User, Read;
    GetSearchResults: GET "/search" -> MediaContainer<SearchPage>, User, Read;
}
