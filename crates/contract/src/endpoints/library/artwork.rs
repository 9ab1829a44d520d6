//! Pictures and theme music of an item, by the place they have in it.

use crate::endpoint::Content;
use crate::ids::RatingKey;
use crate::model::ArtworkElement;
use crate::reply::{Binary, NoBody};
use crate::text::Text;
use plex_sdk_derive::{endpoints, request};

endpoints! {
    Pms, library, library_artwork_endpoints;

    /// Uploads an image or theme music for any element of an item.
    SetItemArtwork: POST "/library/metadata/{ids}/{element}" -> NoBody, User, Idempotent, in Raw;
    /// Selects an existing image or theme for any element of an item.
    UpdateItemArtwork: PUT "/library/metadata/{ids}/{element}" -> NoBody, User, Idempotent;
    /// Removes an image or theme music from any element of an item, and locks the element.
    LibraryMetadataDeleteElement: DELETE "/library/metadata/{ids}/{element}" -> NoBody, User, Idempotent;
    /// Downloads the current image or theme music of an item.
    GetItemArtwork: GET "/library/metadata/{ids}/{element}/{timestamp}" -> Binary, User, Read;
    /// Downloads an image or theme that an item can use, by its internal URI.
    GetFile: GET "/library/metadata/{ids}/file" -> Binary, User, Read;
    /// Downloads the poster of an item in a given size.
    GetThumbImage: GET "/library/metadata/{ratingKey}/thumb" -> Binary, User, Read, unpublished;
    /// Downloads the banner of an item in a given size.
    GetBannerImage: GET "/library/metadata/{ratingKey}/banner" -> Binary, User, Read, unpublished;
}

/// The file is the request body, or the server downloads it from `url`. The server responds with 400 if it cannot read
/// the file.
///
/// Only the owner can change the artwork of an item. Users can also change the artwork of playlists that they created.
#[request]
pub struct SetItemArtwork {
    /// The rating key of the item.
    pub ids: RatingKey,
    /// The element of the item, such as the poster or the background.
    pub element: ArtworkElement,
    /// The URL to download the file from. If omitted, the file must be in `content`.
    pub url: Option<Text>,
    /// The file. Leave it empty if `url` is set.
    #[wire(skip)]
    pub content: Content,
}

/// Only the owner can change the artwork of an item. Users can also change the artwork of playlists that they created.
#[request]
pub struct UpdateItemArtwork {
    /// The rating key of the item.
    pub ids: RatingKey,
    /// The element of the item, such as the poster or the background.
    pub element: ArtworkElement,
    /// The `rating_key` of one of the available images or themes, or a web URL.
    pub url: Option<Text>,
}

/// The lock keeps metadata refreshes from setting a new one. A removed poster of a video is replaced with a frame of
/// the video at the next refresh. The server also responds with 404 if the element is not set.
///
/// Only the owner can change the artwork of an item. Users can also change the artwork of playlists that they created.
/// Requires Plex Media Server 1.43.0 or later.
#[request]
pub struct LibraryMetadataDeleteElement {
    /// The rating key of the item.
    pub ids: RatingKey,
    /// The element of the item, such as the poster or the background.
    pub element: ArtworkElement,
}

/// The `thumb`, `art` and `theme` fields of an item contain such paths. The server also responds with 404 if the
/// element is not set.
#[request]
pub struct GetItemArtwork {
    /// The rating key of the item.
    pub ids: RatingKey,
    /// The element of the item, such as the poster or the background.
    pub element: ArtworkElement,
    /// When the element was last changed, in seconds since the Unix epoch. It only keeps caches from returning an old
    /// file.
    pub timestamp: i64,
}

#[request]
pub struct GetFile {
    /// The rating key of the item.
    pub ids: RatingKey,
    /// The URI of the file: `upload://…`, `metadata://…` or `media://…`.
    pub url: Option<Text>,
}

/// The server also responds with 404 if the item has no poster. The photo transcoder, `/photo/:/transcode`, resizes any
/// image.
#[request]
pub struct GetThumbImage {
    /// The rating key of the item.
    pub rating_key: RatingKey,
    /// The width, in pixels.
    pub width: u32,
    /// The height, in pixels.
    pub height: u32,
    /// Whether `width` and `height` are the minimum size. Otherwise, they are the maximum size.
    pub min_size: Option<bool>,
    /// Whether to enlarge an image that is smaller than the requested size.
    pub upscale: Option<bool>,
}

/// The server also responds with 404 if the item has no banner. The photo transcoder, `/photo/:/transcode`, resizes any
/// image.
#[request]
pub struct GetBannerImage {
    /// The rating key of the item.
    pub rating_key: RatingKey,
    /// The width, in pixels.
    pub width: u32,
    /// The height, in pixels.
    pub height: u32,
    /// Whether `width` and `height` are the minimum size. Otherwise, they are the maximum size.
    pub min_size: Option<bool>,
    /// Whether to enlarge an image that is smaller than the requested size.
    pub upscale: Option<bool>,
}
