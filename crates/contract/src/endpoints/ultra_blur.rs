//! Colours and backgrounds made from a picture.

use crate::codec::envelope::MediaContainer;
use crate::endpoint::endpoints;
use crate::model::UltraBlurPalette;
use crate::reply::Binary;
use crate::text::Text;
use plex_sdk_derive::Request;

/// `GET /services/ultrablur/colors`
///
/// Picks four colours from a picture, one for each corner of a blurred background.
///
/// - Parameters: the picture.
/// - Answer: the colours, six hexadecimal digits each.
/// - Errors: 401 without a token that the server accepts; 404 for a picture that is not there; 500 for one that cannot
///   be read.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_colors`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetColors {
    /// The picture: a path on the server, or an address.
    pub url: Text,
}

/// `GET /services/ultrablur/image`
///
/// Paints a blurred background of four colours. Apps fetch it through `/photo/:/transcode`, which keeps it.
///
/// - Parameters: the colours, six hexadecimal digits each; width and height in pixels, 3840 by 2160 at most.
/// - Answer: a PNG picture.
/// - Errors: 400 for a size that is too large; 401 without a token that the server accepts.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_image`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetImage {
    /// The colour of the upper left corner.
    pub top_left: Option<Text>,
    /// The colour of the upper right corner.
    pub top_right: Option<Text>,
    /// The colour of the lower right corner.
    pub bottom_right: Option<Text>,
    /// The colour of the lower left corner.
    pub bottom_left: Option<Text>,
    /// The width in pixels.
    pub width: Option<u32>,
    /// The height in pixels.
    pub height: Option<u32>,
    /// Whether to add noise, which hides steps between colours and makes the picture larger.
    pub noise: Option<bool>,
}

endpoints! {
    ($) Pms, ultra_blur, ultra_blur_endpoints;
    GetColors: GET "/services/ultrablur/colors" -> MediaContainer<UltraBlurPalette>, User, Read;
    GetImage: GET "/services/ultrablur/image" -> Binary, User, Read;
}
