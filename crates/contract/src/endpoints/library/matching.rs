//! Which title an item is, and which files are one item.

use crate::codec::envelope::MediaContainer;
use crate::endpoint::endpoints;
use crate::ids::RatingKey;
use crate::model::Matches;
use crate::reply::NoBody;
use crate::text::Text;
use plex_sdk_derive::Request;

/// `GET /library/metadata/{ids}/matches`
///
/// Asks an agent which titles an item may be.
///
/// - Parameters: the item; what to look for and whom to ask.
/// - Answer: the titles, best first; each has the `guid` that [`MatchItem`] takes.
/// - Errors: 401 without a token that the server accepts; 403 for anyone but the owner; 404 for an item that is not
///   there for the caller.
/// - Who: the server's owner.
/// - Paths: Plex's description has the verb `PUT`, which servers take as well.
/// - Source: `list_matches`; `search_matches_get`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct ListMatches {
    /// The item.
    pub ids: RatingKey,
    /// The title to look for, where not the one it has.
    pub title: Option<Text>,
    /// The title above to look for, such as the artist of an album.
    pub parent_title: Option<Text>,
    /// The agent to ask.
    pub agent: Option<Text>,
    /// The language of the metadata, such as `en`.
    pub language: Option<Text>,
    /// The year to look for.
    pub year: Option<i32>,
    /// Whether a person is looking, so that unsure titles are listed too.
    pub manual: Option<bool>,
}

impl From<RatingKey> for ListMatches {
    fn from(ids: RatingKey) -> Self {
        Self {
            ids,
            ..Self::default()
        }
    }
}

/// `PUT /library/metadata/{ids}/match`
///
/// Says which title an item is; its metadata are fetched anew.
///
/// - Parameters: the item; the title it is.
/// - Answer: no body.
/// - Errors: 401 without a token that the server accepts; 403 for anyone but the owner; 404 for an item that is not
///   there for the caller.
/// - Who: the server's owner.
/// - Source: `match_item`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct MatchItem {
    /// The item.
    pub ids: RatingKey,
    /// The global id of the title, as [`ListMatches`] gives it.
    pub guid: Option<Text>,
    /// The title.
    pub name: Option<Text>,
    /// The year of release.
    pub year: Option<i32>,
}

impl From<RatingKey> for MatchItem {
    fn from(ids: RatingKey) -> Self {
        Self {
            ids,
            ..Self::default()
        }
    }
}

/// `PUT /library/metadata/{ids}/unmatch`
///
/// Takes an item for no known title, and drops what was fetched for it.
///
/// - Parameters: the item.
/// - Answer: no body.
/// - Errors: 401 without a token that the server accepts; 403 for anyone but the owner; 404 for an item that is not
///   there for the caller.
/// - Who: the server's owner.
/// - Source: `unmatch`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct Unmatch {
    /// The item.
    pub ids: RatingKey,
}

impl From<RatingKey> for Unmatch {
    fn from(ids: RatingKey) -> Self {
        Self { ids }
    }
}

/// `PUT /library/metadata/{id}/merge`
///
/// Makes several items versions of one.
///
/// - Parameters: the item that stays; those that go into it.
/// - Answer: no body.
/// - Errors: 401 without a token that the server accepts; 403 for anyone but the owner; 404 for an item that is not
///   there for the caller.
/// - Who: the server's owner.
/// - Source: `merge_items`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct MergeItems {
    /// The item that stays.
    pub id: RatingKey,
    /// The items that become versions of it.
    pub ids: Vec<RatingKey>,
}

impl From<RatingKey> for MergeItems {
    fn from(id: RatingKey) -> Self {
        Self {
            id,
            ..Self::default()
        }
    }
}

/// `PUT /library/metadata/{ids}/split`
///
/// Makes each version of an item an item of its own.
///
/// - Parameters: the item.
/// - Answer: no body.
/// - Errors: 401 without a token that the server accepts; 403 for anyone but the owner; 404 for an item that is not
///   there for the caller.
/// - Who: the server's owner.
/// - Source: `split_item`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct SplitItem {
    /// The item.
    pub ids: RatingKey,
}

impl From<RatingKey> for SplitItem {
    fn from(ids: RatingKey) -> Self {
        Self { ids }
    }
}

endpoints! {
    ($) Pms, library, library_matching_endpoints;
    ListMatches: GET | PUT "/library/metadata/{ids}/matches"
        -> MediaContainer<Matches>, Admin, Read;
    MatchItem: PUT "/library/metadata/{ids}/match"
        -> NoBody, Admin, Idempotent;
    Unmatch: PUT "/library/metadata/{ids}/unmatch"
        -> NoBody, Admin, Idempotent;
    MergeItems: PUT "/library/metadata/{id}/merge"
        -> NoBody, Admin, Once;
    SplitItem: PUT "/library/metadata/{ids}/split"
        -> NoBody, Admin, Once;
}
