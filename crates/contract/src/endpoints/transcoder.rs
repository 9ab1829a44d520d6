//! Conversion of media, pictures and subtitles while they play.

use crate::endpoint::endpoints;

endpoints! {
    ($) Pms, transcoder, transcoder_endpoints;
}
