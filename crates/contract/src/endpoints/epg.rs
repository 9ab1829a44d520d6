//! The programme guide of live TV.

use crate::endpoint::endpoints;

endpoints! {
    ($) Pms, epg, epg_endpoints;
}
