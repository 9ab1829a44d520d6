//! The server administered: claim, accounts, devices, statistics, diagnostics, files.

use crate::endpoint::endpoints;

endpoints! {
    ($) Pms, general, general_administration_endpoints;
}
