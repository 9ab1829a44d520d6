//! Which title an item is, and which files are one item.

use crate::codec::envelope::MediaContainer;
use crate::ids::RatingKey;
use crate::model::Matches;
use crate::reply::NoBody;
use crate::text::Text;
use plex_sdk_derive::{endpoints, request};

endpoints! {
    Pms, library, library_matching_endpoints;

    /// Searches for titles that an item might be, using a metadata agent.
    ListMatches: GET | PUT "/library/metadata/{ids}/matches" -> MediaContainer<Matches>, Admin, Read;
    /// Matches an item to a title and refreshes its metadata.
    MatchItem: PUT "/library/metadata/{ids}/match" -> NoBody, Admin, Idempotent;
    /// Removes the match of an item and the metadata that was fetched for it.
    Unmatch: PUT "/library/metadata/{ids}/unmatch" -> NoBody, Admin, Idempotent;
    /// Merges several items into one, as versions of it.
    MergeItems: PUT "/library/metadata/{id}/merge" -> NoBody, Admin, Once;
    /// Splits an item into separate items, one for each version.
    SplitItem: PUT "/library/metadata/{ids}/split" -> NoBody, Admin, Once;
}

/// The best match comes first. Pass the `guid` of a match to [`MatchItem`] to apply it.
#[request]
pub struct ListMatches {
    /// The rating key of the item.
    pub ids: RatingKey,
    /// The title to search for. By default, the title of the item.
    pub title: Option<Text>,
    /// The title of the parent to search for, such as the artist of an album.
    pub parent_title: Option<Text>,
    /// The metadata agent to search with.
    pub agent: Option<Text>,
    /// The language of the metadata, such as `en`.
    pub language: Option<Text>,
    /// The year to search for.
    pub year: Option<i32>,
    /// Whether a user is searching. Uncertain matches are then listed too.
    pub manual: Option<bool>,
}

#[request]
pub struct MatchItem {
    /// The rating key of the item.
    pub ids: RatingKey,
    /// The GUID of the title, as returned by [`ListMatches`].
    pub guid: Option<Text>,
    /// The title.
    pub name: Option<Text>,
    /// The year of release.
    pub year: Option<i32>,
}

#[request]
pub struct Unmatch {
    /// The rating key of the item.
    pub ids: RatingKey,
}

#[request]
pub struct MergeItems {
    /// The rating key of the item to keep.
    pub id: RatingKey,
    /// The rating keys of the items to merge into it.
    pub ids: Vec<RatingKey>,
}

#[request]
pub struct SplitItem {
    /// The rating key of the item.
    pub ids: RatingKey,
}
