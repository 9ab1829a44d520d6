//! Upkeep of sections and of the library: scans, edits of many items, analysis, trash, caches, bundles, the database.

use crate::ids::{CollectionId, RatingKey, SectionId};
use crate::model::MediaType;
use crate::reply::{Binary, NoBody};
use crate::text::Text;
use crate::time::Timestamp;
use plex_sdk_derive::{endpoints, request};

endpoints! {
    Pms, library, library_upkeep_endpoints;

    /// Starts a scan of a library section.
    RefreshSection: GET | POST "/library/sections/{sectionId}/refresh" -> NoBody, Admin, Once;
    /// Stops the scan of a library section.
    CancelRefresh: DELETE "/library/sections/{sectionId}/refresh" -> NoBody, Admin, Idempotent;
    /// Starts a scan of all library sections.
    RefreshAllSections: GET "/library/sections/all/refresh" -> NoBody, Admin, Once, unpublished;
    /// Stops the scans of all library sections.
    StopAllRefreshes {}: DELETE "/library/sections/all/refresh" -> NoBody, Admin, Idempotent;
    /// Starts a metadata refresh of all library sections.
    RefreshSectionsMetadata: POST "/library/sections/refresh" -> NoBody, Admin, Once;
    /// Edits fields and tags of many items in a library section at once.
    UpdateItems: PUT "/library/sections/{sectionId}/all" -> NoBody, User, Idempotent;
    /// Starts the analysis of all media files in a library section.
    StartAnalysis: PUT "/library/sections/{sectionId}/analyze" -> NoBody, Admin, Once;
    /// Empties the trash of a library section.
    EmptyTrash: PUT | GET | POST "/library/sections/{sectionId}/emptyTrash" -> NoBody, Admin, Idempotent;
    /// Deletes the video preview thumbnails of all items in a library section.
    DeleteIndexes: DELETE "/library/sections/{sectionId}/indexes" -> NoBody, Admin, Idempotent;
    /// Deletes the intro markers of all items in a library section.
    DeleteIntros: DELETE "/library/sections/{sectionId}/intros" -> NoBody, Admin, Idempotent;
    /// Starts an optimization of the stored data of a library section.
    OptimizeSection: POST | GET "/library/sections/{sectionId}/optimize" -> NoBody, Admin, Once, unpublished;
    /// Starts matching the unmatched items of a library section.
    MatchSectionItems: GET "/library/sections/{sectionId}/match" -> NoBody, Admin, Once, unpublished;
    /// Removes the matches of all items in a library section.
    UnmatchSectionItems: GET "/library/sections/{sectionId}/unmatch"
        -> NoBody, Admin, Idempotent, unpublished;
    /// Deletes a collection from its library section.
    DeleteCollection: DELETE "/library/sections/{sectionId}/collection/{collectionId}"
        -> NoBody, Admin, Idempotent;
    /// Creates a composite image from the images of the items in a library section.
    GetSectionImage: GET "/library/sections/{sectionId}/composite/{updatedAt}" -> Binary, Admin, Read;
    /// Clears the hub caches of the server.
    DeleteCaches {}: DELETE "/library/caches" -> NoBody, Admin, Idempotent;
    /// Deletes the metadata bundles that are no longer in use.
    CleanBundles: PUT "/library/clean/bundles" -> NoBody, Admin, Idempotent;
    /// Optimizes the library database.
    OptimizeDatabase: PUT | GET | POST "/library/optimize" -> NoBody, Admin, Once;
}

/// The server responds before the scan is complete. [`GetSectionTimeline`](super::GetSectionTimeline) and the list of
/// activities report its progress.
#[request]
pub struct RefreshSection {
    /// The id of the library section.
    pub section_id: SectionId,
    /// Whether to refresh all metadata, even of items that have not changed.
    pub force: Option<bool>,
    /// The only folder to scan, as a path on the server's machine. By default, all folders of the library section.
    pub path: Option<Text>,
}

#[request]
pub struct CancelRefresh {
    /// The id of the library section.
    pub section_id: SectionId,
}

#[request]
pub struct RefreshAllSections {
    /// Whether to refresh all metadata, even of items that have not changed.
    pub force: Option<bool>,
}

#[request]
pub struct StopAllRefreshes {}

/// The server responds with 503 if there is a music library section and the server is not signed in to plex.tv.
#[request]
pub struct RefreshSectionsMetadata {
    /// Whether to refresh all metadata, even of items that have not changed.
    pub force: Option<bool>,
}

/// The changes apply to the items in `ids`, or to all items that match the filters. **Without ids and filters, they
/// apply to every item in the library section.**
///
/// Fields: `("title.value", "Blue")` sets a field, and an empty value clears it. `("title.locked", "1")` locks it
/// against metadata refreshes, and `0` unlocks it. Tags: `("genre[0].tag.tag", "Drama")` adds a tag, numbered from 0.
/// `("genre[0].tagging.text", "…")` adds a note to the tag with the same number. `("genre[].tag.tag-", "Drama,Noir")`
/// removes tags; percent-encode each name. `("genre[].tag", "")` removes all tags of the type.
///
/// Setting the title of an artist or album to one that already exists merges the two. So does setting the same title on
/// several artists or albums. To move tracks or albums to another artist, set `artist.title.value` or
/// `artist.id.value`; for tracks, also set `album.title.value`. The server responds with 400 if the changes contradict
/// each other or a value is invalid, with 404 if an item does not exist, and with 409 if a collection would get the
/// name of another one.
#[request]
pub struct UpdateItems {
    /// The id of the library section.
    pub section_id: SectionId,
    /// The metadata type of the items.
    #[wire(name = "type")]
    pub kind: Option<MediaType>,
    /// The rating keys of the items. If empty, the filters select the items.
    #[wire(name = "id")]
    pub ids: Vec<RatingKey>,
    /// The filters that select the items, as one string.
    pub filters: Option<Text>,
    /// The changes as name and value, sent in this order. Filters can be among them.
    #[wire(name = "*")]
    pub changes: Vec<(Text, Text)>,
}

/// The analysis reads the streams. It also creates video preview thumbnails and measures loudness if these are enabled
/// on the server.
#[request]
pub struct StartAnalysis {
    /// The id of the library section.
    pub section_id: SectionId,
}

/// This permanently deletes the items whose media files are missing.
#[request]
pub struct EmptyTrash {
    /// The id of the library section.
    pub section_id: SectionId,
}

/// Players show these thumbnails while seeking.
#[request]
pub struct DeleteIndexes {
    /// The id of the library section.
    pub section_id: SectionId,
}

#[request]
pub struct DeleteIntros {
    /// The id of the library section.
    pub section_id: SectionId,
}

/// Working clients use [`OptimizeDatabase`] instead.
#[request]
pub struct OptimizeSection {
    /// The id of the library section.
    pub section_id: SectionId,
}

#[request]
pub struct MatchSectionItems {
    /// The id of the library section.
    pub section_id: SectionId,
}

#[request]
pub struct UnmatchSectionItems {
    /// The id of the library section.
    pub section_id: SectionId,
}

/// The items in it stay in the library.
#[request]
pub struct DeleteCollection {
    /// The id of the library section.
    pub section_id: SectionId,
    /// The id of the collection.
    pub collection_id: CollectionId,
}

#[request]
pub struct GetSectionImage {
    /// The id of the library section.
    pub section_id: SectionId,
    /// When the image was last changed, as in the path that the server returned. It only keeps caches from returning an
    /// old image.
    pub updated_at: Timestamp,
    /// The number of rows in the grid. Default: 2.
    pub rows: Option<u32>,
    /// The number of images in each row. Default: 2.
    #[wire(name = "cols")]
    pub columns: Option<u32>,
    /// The width of the image, in pixels. Default: 512.
    pub width: Option<u32>,
    /// The height of the image, in pixels. Default: 512.
    pub height: Option<u32>,
    /// The width of the border between the source images, in pixels. Default: 0.
    pub border: Option<u32>,
    /// The metadata type of the items whose images are used. By default, all types.
    #[wire(name = "type")]
    pub kind: Option<MediaType>,
    /// The format of the image: `jpg` or `png`. Default: `jpg`.
    pub format: Option<Text>,
    /// Which part of a source image to keep if its proportions do not fit: `center` or `top`. Default: `center`.
    pub crop: Option<Text>,
    /// Whether to repeat source images if there are too few to fill the grid. Default: `true`.
    pub repeat: Option<bool>,
    /// The image of each item to use: `thumb`, `art` or `banner`. Default: `thumb`.
    pub media: Option<Text>,
    /// The background color as six hexadecimal digits (RGB). Default: black.
    pub background_color: Option<Text>,
    /// Filters that select the items, as name and value, sent in this order, such as `("year>>", "1999")` or `("genre",
    /// "15")`.
    #[wire(name = "*")]
    pub filter: Vec<(Text, Text)>,
}

/// Hubs are computed again on the next request.
#[request]
pub struct DeleteCaches {}

/// A bundle contains the stored metadata and images of an item. It becomes unused when the item is deleted.
#[request]
pub struct CleanBundles {
    /// Whether to respond immediately and do the work in the background, as an activity.
    #[wire(name = "async")]
    pub run_async: Option<bool>,
}

#[request]
pub struct OptimizeDatabase {
    /// Whether to respond immediately and do the work in the background, as an activity. By default, the server
    /// responds when the work is done.
    #[wire(name = "async")]
    pub run_async: Option<bool>,
}
