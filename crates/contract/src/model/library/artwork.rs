//! Pictures of an item ([`Image`]), and pictures and theme music that it can choose from ([`Artwork`]).

use crate::model::library::kind::MediaKind;
use crate::text::Text;
use plex_sdk_derive::model;

open_enum! {
    /// What a picture of an item is used for.
    ImageKind {
        /// A wide backdrop.
        Background = "background",
        /// A square backdrop.
        BackgroundSquare = "backgroundSquare",
        /// A very wide, low strip.
        Banner = "banner",
        /// The title as a drawing on a transparent ground.
        ClearLogo = "clearLogo",
        /// A square cover, as of an album.
        CoverArt = "coverArt",
        /// An upright poster.
        CoverPoster = "coverPoster",
        /// A still frame.
        Snapshot = "snapshot",
    }
}

/// A picture of an item.
#[model]
pub struct Image {
    /// What the picture is used for.
    #[wire(name = "type")]
    pub kind: Option<ImageKind>,
    /// Its address or path.
    pub url: Option<Text>,
    /// The words to show in its place.
    pub alt: Option<Text>,
}

/// The four corner colours of a blurred backdrop.
#[model]
pub struct UltraBlurColors {
    /// Upper left, six hexadecimal digits.
    pub top_left: Option<Text>,
    /// Upper right, six hexadecimal digits.
    pub top_right: Option<Text>,
    /// Lower left, six hexadecimal digits.
    pub bottom_left: Option<Text>,
    /// Lower right, six hexadecimal digits.
    pub bottom_right: Option<Text>,
}

open_enum! {
    /// A place of an item that holds one picture, or its theme music.
    #[derive(Default)]
    ArtworkElement {
        /// The upright or square picture that stands for the item.
        #[default]
        Thumb = "thumb",
        /// The wide backdrop.
        Art = "art",
        /// The title as a drawing on a transparent ground.
        ClearLogo = "clearLogo",
        /// A square backdrop.
        SquareArt = "squareArt",
        /// A very wide, low strip.
        Banner = "banner",
        /// The poster; another word for `thumb` where one is set.
        Poster = "poster",
        /// The theme music.
        Theme = "theme",
    }
}

/// A picture or a piece of music that an item can choose.
#[model]
pub struct Artwork {
    /// Its address, and what is passed to choose it: `upload://…`, `metadata://…`, `media://…`, or on the web.
    pub rating_key: Option<Text>,
    /// The path to fetch it from.
    pub key: Option<Text>,
    /// The path or address of a small copy.
    pub thumb: Option<Text>,
    /// Who supplied it, such as `local` for a file beside the media; absent for uploads.
    pub provider: Option<Text>,
    /// Whether the item shows it now.
    pub selected: Option<bool>,
    /// `photo` or `track`, which gives the element's name in XML; JSON mostly leaves it out.
    #[wire(name = "type")]
    pub kind: Option<MediaKind>,
}

/// The answer that lists what an item can choose from.
#[model]
pub struct ArtworkList {
    /// The path in front of the pictures of codecs, studios and the like.
    pub media_tag_prefix: Option<Text>,
    /// The version of those pictures.
    pub media_tag_version: Option<u64>,
    /// The pictures or pieces of music.
    #[wire(name = "Metadata")]
    pub artwork: Vec<Artwork>,
}
