//! The colours of a picture, as [`UltraBlurColors`].

use crate::model::library::artwork::UltraBlurColors;
use plex_sdk_derive::model;

/// The colors extracted from an image.
#[model]
pub struct UltraBlurPalette {
    /// The colors, as a single entry.
    #[wire(name = "UltraBlurColors")]
    pub colors: Vec<UltraBlurColors>,
}
