//! Providers of metadata, and groups of them.

use crate::endpoint::endpoints;

endpoints! {
    ($) Pms, metadata_agents, metadata_agents_endpoints;
}
