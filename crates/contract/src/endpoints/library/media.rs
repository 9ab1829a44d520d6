//! Media files, their parts and streams.

use crate::endpoint::endpoints;

endpoints! {
    ($) Pms, library, library_media_endpoints;
}
