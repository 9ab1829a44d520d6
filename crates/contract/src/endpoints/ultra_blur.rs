//! Colours and backgrounds made from a picture.

use crate::codec::envelope::MediaContainer;
use crate::model::UltraBlurPalette;
use crate::reply::Binary;
use crate::text::Text;
use plex_sdk_derive::{endpoints, request};

endpoints! {
    Pms, ultra_blur, ultra_blur_endpoints;

    /// Extracts four colors from an image, one for each corner of an UltraBlur background.
    GetColors: GET "/services/ultrablur/colors" -> MediaContainer<UltraBlurPalette>, User, Read;
    /// Creates an UltraBlur background image, in PNG format, from four colors.
    GetImage: GET "/services/ultrablur/image" -> Binary, User, Read;
}

/// The response contains each color as six hexadecimal digits. The server responds with 500 if it cannot extract the
/// colors.
#[request]
pub struct GetColors {
    /// The image: a path on the server, such as the `art` of an item, or an absolute URL.
    pub url: Text,
}

/// Clients should request it through the image transcoder, which caches it. The server responds with 400 if the size is
/// too large.
#[request]
pub struct GetImage {
    /// The color of the top left corner, as six hexadecimal digits.
    pub top_left: Option<Text>,
    /// The color of the top right corner, as six hexadecimal digits.
    pub top_right: Option<Text>,
    /// The color of the bottom right corner, as six hexadecimal digits.
    pub bottom_right: Option<Text>,
    /// The color of the bottom left corner, as six hexadecimal digits.
    pub bottom_left: Option<Text>,
    /// The width of the image. In pixels, 320 to 3840.
    pub width: Option<u32>,
    /// The height of the image. In pixels, 240 to 2160.
    pub height: Option<u32>,
    /// Whether to add noise, which reduces color banding but makes the image larger.
    pub noise: Option<bool>,
}
