//! Playback reported: progress, played or not, ratings.

use crate::endpoint::endpoints;

endpoints! {
    ($) Pms, timeline, timeline_endpoints;
}
