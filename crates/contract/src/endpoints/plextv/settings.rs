//! The account: privacy, opt-outs, web hooks.

use crate::endpoint::endpoints;

endpoints! {
    ($) PlexTv, settings, plextv_settings_endpoints;
}
