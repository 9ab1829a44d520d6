//! Pictures and theme music of an item, by the place they have in it.

use crate::endpoint::{Content, endpoints};
use crate::ids::RatingKey;
use crate::model::ArtworkElement;
use crate::reply::{Binary, NoBody};
use crate::text::Text;
use plex_sdk_derive::Request;

/// `POST /library/metadata/{ids}/{element}`
///
/// Gives an item a picture or theme music, for any of its places.
///
/// - Parameters: the item; the place; the address, or the file itself as the body.
/// - Answer: no body.
/// - Errors: 401 without a token that the server accepts; 400 for a file that the server cannot read; 404 for an item
///   that is not there for the caller.
/// - Who: the owner; for a playlist also who made it.
/// - Source: `set_item_artwork`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct SetItemArtwork {
    /// The item.
    pub ids: RatingKey,
    /// Which place of the item.
    pub element: ArtworkElement,
    /// The web address to fetch it from, where it is not in the body.
    pub url: Option<Text>,
    /// The file; without bytes where `url` says where it is.
    #[wire(skip)]
    pub content: Content,
}

/// `PUT /library/metadata/{ids}/{element}`
///
/// Chooses a picture or theme music for an item, for any of its places.
///
/// - Parameters: the item; the place; what to put there.
/// - Answer: no body.
/// - Errors: 401 without a token that the server accepts; 404 for an item that is not there for the caller.
/// - Who: the owner; for a playlist also who made it.
/// - Source: `update_item_artwork`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct UpdateItemArtwork {
    /// The item.
    pub ids: RatingKey,
    /// Which place of the item.
    pub element: ArtworkElement,
    /// The web address, or the `rating_key` of a choice.
    pub url: Option<Text>,
}

/// `DELETE /library/metadata/{ids}/{element}`
///
/// Takes a picture or theme music from an item, from any of its places, and keeps refreshes from setting one. The
/// poster of a video becomes a frame of it at the next refresh.
///
/// - Parameters: the item; the place.
/// - Answer: no body.
/// - Errors: 401 without a token that the server accepts; 404 for an item that is not there, or has none.
/// - Who: the owner; for a playlist also who made it.
/// - Source: `library_metadata_delete_element`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct LibraryMetadataDeleteElement {
    /// The item.
    pub ids: RatingKey,
    /// Which place of the item.
    pub element: ArtworkElement,
}

/// `GET /library/metadata/{ids}/{element}/{timestamp}`
///
/// Fetches the picture or theme music of one place of an item; the `thumb`, `art` and `theme` of items are such
/// paths.
///
/// - Parameters: the item; the place; the time.
/// - Answer: a picture, or music for a theme.
/// - Errors: 401 without a token that the server accepts; 404 for an item that is not there for the caller, or has
///   none.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_item_artwork`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetItemArtwork {
    /// The item.
    pub ids: RatingKey,
    /// Which place of the item.
    pub element: ArtworkElement,
    /// When it last changed, in seconds since 1970; it is there for caches alone.
    pub timestamp: i64,
}

/// `GET /library/metadata/{ids}/file`
///
/// Fetches a picture or theme music that an item can choose from.
///
/// - Parameters: the item; the address.
/// - Answer: a picture, or music for a theme.
/// - Errors: 401 without a token that the server accepts; 404 for an item or a file that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_file`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetFile {
    /// The item.
    pub ids: RatingKey,
    /// Its address: `upload://…`, `metadata://…` or `media://…`.
    pub url: Option<Text>,
}

impl From<RatingKey> for GetFile {
    fn from(ids: RatingKey) -> Self {
        Self {
            ids,
            ..Self::default()
        }
    }
}

/// `GET /library/metadata/{ratingKey}/thumb`
///
/// Fetches the poster of an item in a size.
///
/// - Parameters: the item; the size.
/// - Answer: the picture.
/// - Errors: 401 without a token that the server accepts; 404 for an item that is not there for the caller, or has no
///   poster.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_thumb_image`, known from one description only; `/photo/:/transcode` gives sizes of any picture.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetThumbImage {
    /// The item.
    pub rating_key: RatingKey,
    /// The width in pixels.
    pub width: u32,
    /// The height in pixels.
    pub height: u32,
    /// Whether the size is the least wanted; else it is the most.
    pub min_size: Option<bool>,
    /// Whether to blow up a picture that is smaller.
    pub upscale: Option<bool>,
}

/// `GET /library/metadata/{ratingKey}/banner`
///
/// Fetches the banner of an item in a size.
///
/// - Parameters: the item; the size.
/// - Answer: the picture.
/// - Errors: 401 without a token that the server accepts; 404 for an item that is not there for the caller, or has no
///   banner.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_banner_image`, known from one description only; `/photo/:/transcode` gives sizes of any picture.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetBannerImage {
    /// The item.
    pub rating_key: RatingKey,
    /// The width in pixels.
    pub width: u32,
    /// The height in pixels.
    pub height: u32,
    /// Whether the size is the least wanted; else it is the most.
    pub min_size: Option<bool>,
    /// Whether to blow up a picture that is smaller.
    pub upscale: Option<bool>,
}

endpoints! {
    ($) Pms, library, library_artwork_endpoints;
    SetItemArtwork: POST "/library/metadata/{ids}/{element}"
        -> NoBody, User, Idempotent, in Raw;
    UpdateItemArtwork: PUT "/library/metadata/{ids}/{element}"
        -> NoBody, User, Idempotent;
    LibraryMetadataDeleteElement: DELETE "/library/metadata/{ids}/{element}"
        -> NoBody, User, Idempotent;
    GetItemArtwork: GET "/library/metadata/{ids}/{element}/{timestamp}"
        -> Binary, User, Read;
    GetFile: GET "/library/metadata/{ids}/file"
        -> Binary, User, Read;
    GetThumbImage: GET "/library/metadata/{ratingKey}/thumb"
        -> Binary, User, Read;
    GetBannerImage: GET "/library/metadata/{ratingKey}/banner"
        -> Binary, User, Read;
}
