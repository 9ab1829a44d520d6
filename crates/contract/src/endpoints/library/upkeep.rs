//! Upkeep of sections and of the library: scans, edits of many items, analysis, trash, caches, bundles, the database.

use crate::endpoint::endpoints;
use crate::ids::{CollectionId, RatingKey, SectionId};
use crate::reply::{Binary, NoBody};
use crate::text::Text;
use crate::time::Timestamp;
use plex_sdk_derive::Request;

/// `GET /library/sections/{sectionId}/refresh`
///
/// Starts to scan the folders of a section. The answer comes before the work is done;
/// [`GetSectionTimeline`](super::GetSectionTimeline) and the activities tell how far it is.
///
/// - Parameters: the section; whether to fetch all metadata anew; a folder to scan alone.
/// - Answer: nothing.
/// - Errors: 401 without a token that the server accepts; 403 for anyone but the owner; 404 for a section that is not
///   there for the caller.
/// - Who: the server's owner.
/// - Verbs: the official description has `POST`.
/// - Source: `refresh_section__get` (what clients send), `refresh_section`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct RefreshSection {
    /// The section.
    pub section_id: SectionId,
    /// Whether to fetch all metadata anew, also of items that did not change.
    pub force: Option<bool>,
    /// The one folder to scan, as a path on the server's machine.
    pub path: Option<Text>,
}

/// `DELETE /library/sections/{sectionId}/refresh`
///
/// Stops the scan of a section.
///
/// - Parameters: the section.
/// - Answer: nothing.
/// - Errors: 401 without a token that the server accepts; 403 for anyone but the owner; 404 for a section that is not
///   there for the caller.
/// - Who: the server's owner.
/// - Source: `cancel_refresh`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct CancelRefresh {
    /// The section.
    pub section_id: SectionId,
}

/// `GET /library/sections/all/refresh`
///
/// Starts to scan the folders of all sections.
///
/// - Parameters: whether to fetch all metadata anew.
/// - Answer: nothing.
/// - Errors: 401 without a token that the server accepts; 403 for anyone but the owner.
/// - Who: the server's owner.
/// - Source: `refresh_all_sections`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct RefreshAllSections {
    /// Whether to fetch all metadata anew, also of items that did not change.
    pub force: Option<bool>,
}

/// `DELETE /library/sections/all/refresh`
///
/// Stops the scans of all sections.
///
/// - Answer: nothing of use; the official description gives the answer of `GET /`.
/// - Errors: 401 without a token that the server accepts; 403 for anyone but the owner.
/// - Who: the server's owner.
/// - Source: `stop_all_refreshes`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct StopAllRefreshes {}

/// `POST /library/sections/refresh`
///
/// Starts to refresh the metadata of all sections.
///
/// - Parameters: whether to fetch all metadata anew.
/// - Answer: nothing.
/// - Errors: 401 without a token that the server accepts; 403 for anyone but the owner; 503 where there is a music
///   section and the server is not signed in.
/// - Who: the server's owner.
/// - Source: `refresh_sections_metadata`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct RefreshSectionsMetadata {
    /// Whether to fetch all metadata anew, also of items that did not change.
    pub force: Option<bool>,
}

/// `PUT /library/sections/{sectionId}/all`
///
/// Edits fields and tags of items in a section: of those that are named, or of all that the filters find. **Without ids
/// and filters it edits every item of the section.**
///
/// - Parameters: the section; the number of the kind of items; the items; then the changes as free pairs.
/// - Answer: nothing.
/// - Errors: 401 without a token that the server accepts; 404 for a section that is not there for the caller; 400 where
///   pairs contradict each other or a value does not fit; 404 for an item that is not there; 409 where a collection
///   would get the name of another.
/// - Who: anyone whose token the server accepts.
/// - Fields: `("title.value", "Blue")` sets, an empty value clears; `("title.locked", "1")` keeps refreshes off the
///   field, `0` lets them at it again.
/// - Tags: `("genre[0].tag.tag", "Drama")` adds, counting from 0; `("genre[0].tagging.text", "...")` says more about
///   the tag of that number; `("genre[].tag.tag-", "Drama,Noir")` removes, each name percent-encoded for itself;
///   `("genre[].tag", "")` removes all.
/// - Parents: for tracks and albums `("artist.title.value", ...)` or `("artist.id.value", ...)`, and for tracks
///   `("album.title.value", ...)` beside it, move the items.
/// - Source: `update_items`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct UpdateItems {
    /// The section.
    pub section_id: SectionId,
    /// The number of the kind of items, such as 1 for movies.
    #[wire(name = "type")]
    pub kind: Option<u16>,
    /// The items' rating keys.
    #[wire(name = "id")]
    pub ids: Vec<RatingKey>,
    /// Filters that choose the items, in one text.
    pub filters: Option<Text>,
    /// Changes, and filters beside them, as name and value in the order they go on the wire.
    #[wire(name = "*")]
    pub changes: Vec<(Text, Text)>,
}

/// `PUT /library/sections/{sectionId}/analyze`
///
/// Starts to look into all media files of a section: streams, and preview pictures and loudness where those are
/// switched on.
///
/// - Parameters: the section.
/// - Answer: nothing.
/// - Errors: 401 without a token that the server accepts; 403 for anyone but the owner; 404 for a section that is not
///   there for the caller.
/// - Who: the server's owner.
/// - Source: `start_analysis`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct StartAnalysis {
    /// The section.
    pub section_id: SectionId,
}

/// `PUT /library/sections/{sectionId}/emptyTrash`
///
/// Removes the items of a section whose files are gone.
///
/// - Parameters: the section.
/// - Answer: nothing.
/// - Errors: 401 without a token that the server accepts; 403 for anyone but the owner; 404 for a section that is not
///   there for the caller.
/// - Who: the server's owner.
/// - Verbs: one old description has `GET` and `POST` as well.
/// - Source: `empty_trash`, `empty_trash__get`, `empty_trash_post`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct EmptyTrash {
    /// The section.
    pub section_id: SectionId,
}

/// `DELETE /library/sections/{sectionId}/indexes`
///
/// Deletes the preview pictures of all videos of a section, which players show while seeking.
///
/// - Parameters: the section.
/// - Answer: nothing.
/// - Errors: 401 without a token that the server accepts; 403 for anyone but the owner; 404 for a section that is not
///   there for the caller.
/// - Who: the server's owner.
/// - Source: `delete_indexes`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct DeleteIndexes {
    /// The section.
    pub section_id: SectionId,
}

/// `DELETE /library/sections/{sectionId}/intros`
///
/// Deletes the intro markers of all items of a section.
///
/// - Parameters: the section.
/// - Answer: nothing.
/// - Errors: 401 without a token that the server accepts; 403 for anyone but the owner; 404 for a section that is not
///   there for the caller.
/// - Who: the server's owner.
/// - Source: `delete_intros`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct DeleteIntros {
    /// The section.
    pub section_id: SectionId,
}

/// `POST /library/sections/{sectionId}/optimize`
///
/// Starts to optimise what the server keeps of one section. [`OptimizeDatabase`] is what working clients ask for.
///
/// - Parameters: the section.
/// - Answer: nothing.
/// - Errors: 401 without a token that the server accepts; 403 for anyone but the owner; 404 for a section that is not
///   there for the caller.
/// - Who: the server's owner.
/// - Verbs: `GET` is in that description as well.
/// - Source: `optimize_section_post`, `optimize_section` (one description only).
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct OptimizeSection {
    /// The section.
    pub section_id: SectionId,
}

/// `GET /library/sections/{sectionId}/match`
///
/// Starts to look up the items of a section that no agent knew so far.
///
/// - Parameters: the section.
/// - Answer: nothing of use.
/// - Errors: 401 without a token that the server accepts; 403 for anyone but the owner; 404 for a section that is not
///   there for the caller.
/// - Who: the server's owner.
/// - Source: `match_section_items` (one description only, which leaves the answer open).
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct MatchSectionItems {
    /// The section.
    pub section_id: SectionId,
}

/// `GET /library/sections/{sectionId}/unmatch`
///
/// Takes from the items of a section what agents found for them.
///
/// - Parameters: the section.
/// - Answer: nothing of use.
/// - Errors: 401 without a token that the server accepts; 403 for anyone but the owner; 404 for a section that is not
///   there for the caller.
/// - Who: the server's owner.
/// - Source: `unmatch_section_items` (one description only, which leaves the answer open).
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct UnmatchSectionItems {
    /// The section.
    pub section_id: SectionId,
}

/// `DELETE /library/sections/{sectionId}/collection/{collectionId}`
///
/// Deletes a collection of a section. Its items stay.
///
/// - Parameters: the section; the collection.
/// - Answer: nothing.
/// - Errors: 401 without a token that the server accepts; 403 for anyone but the owner; 404 for a collection that is
///   not there.
/// - Who: the server's owner.
/// - Source: `delete_collection`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct DeleteCollection {
    /// The section.
    pub section_id: SectionId,
    /// The collection.
    pub collection_id: CollectionId,
}

/// `GET /library/sections/{sectionId}/composite/{updatedAt}`
///
/// Makes one picture of the pictures of a section's items.
///
/// - Parameters: the section; an instant, which only keeps caches from giving an old picture; how the picture is to be;
///   filters that choose the items.
/// - Answer: the picture, a JPEG where nothing else was asked for.
/// - Errors: 401 without a token that the server accepts; 403 for anyone but the owner; 404 for a section that is not
///   there for the caller.
/// - Who: the server's owner.
/// - Source: `get_section_image`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetSectionImage {
    /// The section.
    pub section_id: SectionId,
    /// When the picture last changed, as in the path that an answer gave.
    pub updated_at: Timestamp,
    /// How many rows of pictures; 2 where not given.
    pub rows: Option<u32>,
    /// How many pictures in a row; 2 where not given.
    #[wire(name = "cols")]
    pub columns: Option<u32>,
    /// The width of the whole in pixels; 512 where not given.
    pub width: Option<u32>,
    /// The height of the whole in pixels; 512 where not given.
    pub height: Option<u32>,
    /// The width of the lines between the pictures in pixels; 0 where not given.
    pub border: Option<u32>,
    /// The number of the kind of items to take pictures of; all kinds where not given.
    #[wire(name = "type")]
    pub kind: Option<i32>,
    /// `jpg`, which is usual, or `png`.
    pub format: Option<Text>,
    /// Which part of a picture to take where its shape does not fit: `center`, which is usual, or `top`.
    pub crop: Option<Text>,
    /// Whether pictures may be repeated where there are too few; yes where not given.
    pub repeat: Option<bool>,
    /// Which pictures to take: `thumb`, which is usual, `art` or `banner`.
    pub media: Option<Text>,
    /// The colour behind the pictures, six hexadecimal digits; black where not given.
    pub background_color: Option<Text>,
    /// Filters as name and value, in the order they go on the wire: `("year>>", "1999")`, `("genre", "15")`.
    #[wire(name = "*")]
    pub filter: Vec<(Text, Text)>,
}

/// `DELETE /library/caches`
///
/// Deletes the kept rows of the home screens, so that they are made anew.
///
/// - Answer: nothing.
/// - Errors: 401 without a token that the server accepts; 403 for anyone but the owner.
/// - Who: the server's owner.
/// - Source: `delete_caches`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct DeleteCaches {}

/// `PUT /library/clean/bundles`
///
/// Deletes kept metadata and pictures of items that are no longer there.
///
/// - Parameters: whether to wait.
/// - Answer: nothing.
/// - Errors: 401 without a token that the server accepts; 403 for anyone but the owner.
/// - Who: the server's owner.
/// - Source: `clean_bundles`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct CleanBundles {
    /// Whether to answer at once, while an activity does the work.
    #[wire(name = "async")]
    pub run_async: Option<bool>,
}

/// `PUT /library/optimize`
///
/// Optimises the database of the library.
///
/// - Parameters: whether to wait.
/// - Answer: nothing.
/// - Errors: 401 without a token that the server accepts; 403 for anyone but the owner.
/// - Who: the server's owner.
/// - Verbs: one old description has `GET` and `POST` as well.
/// - Source: `optimize_database`, `optimize_library`, `optimize_library_post`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct OptimizeDatabase {
    /// Whether to answer at once, while an activity does the work.
    #[wire(name = "async")]
    pub run_async: Option<bool>,
}

made_from_a_section! {
    RefreshSection CancelRefresh UpdateItems StartAnalysis EmptyTrash DeleteIndexes DeleteIntros OptimizeSection MatchSectionItems UnmatchSectionItems
}

endpoints! {
    ($) Pms, library, library_upkeep_endpoints;
    RefreshSection: GET | POST "/library/sections/{sectionId}/refresh"
        -> NoBody, Admin, Once;
    CancelRefresh: DELETE "/library/sections/{sectionId}/refresh"
        -> NoBody, Admin, Idempotent;
    RefreshAllSections: GET "/library/sections/all/refresh"
        -> NoBody, Admin, Once;
    StopAllRefreshes {}: DELETE "/library/sections/all/refresh"
        -> NoBody, Admin, Idempotent;
    RefreshSectionsMetadata: POST "/library/sections/refresh"
        -> NoBody, Admin, Once;
    UpdateItems: PUT "/library/sections/{sectionId}/all"
        -> NoBody, User, Idempotent;
    StartAnalysis: PUT "/library/sections/{sectionId}/analyze"
        -> NoBody, Admin, Once;
    EmptyTrash: PUT | GET_POST "/library/sections/{sectionId}/emptyTrash"
        -> NoBody, Admin, Idempotent;
    DeleteIndexes: DELETE "/library/sections/{sectionId}/indexes"
        -> NoBody, Admin, Idempotent;
    DeleteIntros: DELETE "/library/sections/{sectionId}/intros"
        -> NoBody, Admin, Idempotent;
    OptimizeSection: POST | GET "/library/sections/{sectionId}/optimize"
        -> NoBody, Admin, Once;
    MatchSectionItems: GET "/library/sections/{sectionId}/match"
        -> NoBody, Admin, Once;
    UnmatchSectionItems: GET "/library/sections/{sectionId}/unmatch"
        -> NoBody, Admin, Idempotent;
    DeleteCollection: DELETE "/library/sections/{sectionId}/collection/{collectionId}"
        -> NoBody, Admin, Idempotent;
    GetSectionImage: GET "/library/sections/{sectionId}/composite/{updatedAt}"
        -> Binary, Admin, Read;
    DeleteCaches {}: DELETE "/library/caches"
        -> NoBody, Admin, Idempotent;
    CleanBundles: PUT "/library/clean/bundles"
        -> NoBody, Admin, Idempotent;
    OptimizeDatabase: PUT | GET_POST "/library/optimize"
        -> NoBody, Admin, Once;
}
