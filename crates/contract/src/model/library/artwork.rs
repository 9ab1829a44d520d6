//! Pictures of an item ([`Image`]), and pictures and theme music that it can choose from ([`Artwork`]).

use crate::model::library::kind::MediaKind;
use crate::text::Text;
use plex_sdk_derive::model;

open_enum! {
    /// The purpose of an image.
    ImageKind {
        /// A wide background.
        Background = "background",
        /// A square background.
        BackgroundSquare = "backgroundSquare",
        /// A wide, low banner.
        Banner = "banner",
        /// The title as a logo on a transparent background.
        ClearLogo = "clearLogo",
        /// A square cover, such as that of an album.
        CoverArt = "coverArt",
        /// A poster in portrait format.
        CoverPoster = "coverPoster",
        /// A still frame.
        Snapshot = "snapshot",
    }
}

/// An image of an item.
#[model]
pub struct Image {
    /// Purpose of the image.
    #[wire(name = "type")]
    pub kind: Option<ImageKind>,
    /// Path or URL of the image.
    pub url: Option<Text>,
    /// Alternative text.
    pub alt: Option<Text>,
}

/// The four corner colors of a blurred background.
#[model]
pub struct UltraBlurColors {
    /// Top left color: six hexadecimal digits.
    pub top_left: Option<Text>,
    /// Top right color: six hexadecimal digits.
    pub top_right: Option<Text>,
    /// Bottom left color: six hexadecimal digits.
    pub bottom_left: Option<Text>,
    /// Bottom right color: six hexadecimal digits.
    pub bottom_right: Option<Text>,
}

open_enum! {
    /// An image slot of an item, or its theme music.
    #[derive(Default)]
    ArtworkElement {
        /// The poster or thumbnail that represents the item.
        #[default]
        Thumb = "thumb",
        /// The wide background artwork.
        Art = "art",
        /// The title as a logo on a transparent background.
        ClearLogo = "clearLogo",
        /// A square background.
        SquareArt = "squareArt",
        /// A wide, low banner.
        Banner = "banner",
        /// The poster. An alias of `thumb` when setting artwork.
        Poster = "poster",
        /// The theme music.
        Theme = "theme",
    }
}

/// An image or theme that an item can use.
#[model]
pub struct Artwork {
    /// URI that identifies and selects the artwork, such as `upload://…`, `metadata://…`, `media://…` or a web address.
    pub rating_key: Option<Text>,
    /// Path to download the artwork from.
    pub key: Option<Text>,
    /// Path or URL of a thumbnail.
    pub thumb: Option<Text>,
    /// Provider of the artwork, such as `local` for a file next to the media. Absent for uploads.
    pub provider: Option<Text>,
    /// Whether the item currently uses this artwork.
    pub selected: Option<bool>,
    /// Type of the artwork: `photo` or `track`. Usually absent in JSON.
    #[wire(name = "type")]
    pub kind: Option<MediaKind>,
}

/// The images or themes that an item can use.
#[model]
pub struct ArtworkList {
    /// Path prefix of media tag images, such as codec and studio logos.
    pub media_tag_prefix: Option<Text>,
    /// Version of the media tag images: Unix time, in seconds.
    pub media_tag_version: Option<u64>,
    /// The images or themes.
    #[wire(name = "Metadata")]
    pub artwork: Vec<Artwork>,
}
