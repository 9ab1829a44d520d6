//! Recorders of live TV.

use crate::endpoint::endpoints;

endpoints! {
    ($) Pms, dvrs, dvrs_endpoints;
}
