//! The colours of a picture, as [`UltraBlurColors`].

use crate::model::library::artwork::UltraBlurColors;
use plex_sdk_derive::model;

/// The answer that gives the colours of a picture.
#[model]
pub struct UltraBlurPalette {
    /// The colours, one entry.
    #[wire(name = "UltraBlurColors")]
    pub colors: Vec<UltraBlurColors>,
}
