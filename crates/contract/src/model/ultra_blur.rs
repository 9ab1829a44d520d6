//! The colours of a picture, as [`UltraBlurColors`].

use crate::model::tag::UltraBlurColors;
use serde::{Deserialize, Serialize};

/// The answer that gives the colours of a picture.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct UltraBlurPalette {
    /// The colours, one entry.
    #[serde(rename = "UltraBlurColors")]
    pub colors: Vec<UltraBlurColors>,
}
