//! The tasks that a server does at night.

use crate::endpoint::endpoints;

endpoints! {
    ($) Pms, butler, butler_endpoints;
}
