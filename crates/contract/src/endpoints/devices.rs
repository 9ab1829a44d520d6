//! Tuners for live TV.

use crate::endpoint::endpoints;

endpoints! {
    ($) Pms, devices, devices_endpoints;
}
