//! Running sessions of live TV, and recordings.

use crate::endpoint::endpoints;

endpoints! {
    ($) Pms, live_tv, live_tv_endpoints;
}
