//! The account's devices and their sync items.

use crate::endpoint::endpoints;

endpoints! {
    ($) PlexTv, devices, plextv_devices_endpoints;
}
