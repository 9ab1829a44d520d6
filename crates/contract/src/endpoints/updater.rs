//! Updates of a server.

use crate::codec::envelope::MediaContainer;
use crate::model::UpdaterStatus;
use crate::reply::NoBody;
use plex_sdk_derive::{endpoints, request};

endpoints! {
    Pms, updater, updater_endpoints;

    /// Returns the update status of the server and the available releases.
    GetUpdatesStatus {}: GET "/updater/status" -> MediaContainer<UpdaterStatus>, Admin, Read;
    /// Starts a check for server updates.
    CheckUpdates: PUT "/updater/check" -> NoBody, Admin, Idempotent;
    /// Installs the downloaded server update.
    ApplyUpdates: PUT "/updater/apply" -> NoBody, Admin, Once;
}

#[request]
pub struct GetUpdatesStatus {}

/// The result appears in [`GetUpdatesStatus`] a little later.
#[request]
pub struct CheckUpdates {
    /// Whether to download the updates that are found.
    pub download: Option<bool>,
}

/// The server restarts to install it.
///
/// The server responds with 400 if it cannot install updates by itself, and 500 if the installation fails to start.
#[request]
pub struct ApplyUpdates {
    /// Whether to install the update during the next Butler run. Default: `false`, which installs it immediately.
    pub tonight: Option<bool>,
    /// Whether to mark this release as skipped instead of installing it. Ignored if `tonight` is set.
    pub skip: Option<bool>,
}
