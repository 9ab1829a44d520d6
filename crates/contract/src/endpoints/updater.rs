//! Updates of a server.

use crate::codec::envelope::MediaContainer;
use crate::endpoint::endpoints;
use crate::model::UpdaterStatus;
use crate::reply::NoBody;
use plex_sdk_derive::Request;

/// `GET /updater/status`
///
/// Tells which updates the server found, and how far it got with them.
///
/// - Answer: when it last looked, whether it can install, and the releases.
/// - Errors: 401 without a token that the server accepts; 403 for other users than the owner.
/// - Who: the owner.
/// - Source: `get_updates_status`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct GetUpdatesStatus {}

/// `PUT /updater/check`
///
/// Looks for updates; what was found stands in [`GetUpdatesStatus`] a little later.
///
/// - Parameters: whether to download what is found.
/// - Errors: 401 without a token that the server accepts; 403 for other users than the owner.
/// - Who: the owner.
/// - Source: `check_updates`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct CheckUpdates {
    /// Whether to download what is found.
    pub download: Option<bool>,
}

/// `PUT /updater/apply`
///
/// Installs the update that was downloaded; the server restarts.
///
/// - Parameters: whether to wait for the butler's hours, or not to install this release at all. The first one wins.
/// - Errors: 400 where the server cannot install updates by itself; 401 without a token that the server accepts; 403 for
///   other users than the owner; 500 where it failed to start.
/// - Who: the owner.
/// - Source: `apply_updates`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct ApplyUpdates {
    /// Whether to wait for the butler's hours.
    pub tonight: Option<bool>,
    /// Whether to leave this release out for good.
    pub skip: Option<bool>,
}

endpoints! {
    ($) Pms, updater, updater_endpoints;
    GetUpdatesStatus {}: GET "/updater/status" -> MediaContainer<UpdaterStatus>, Admin, Read;
    CheckUpdates: PUT "/updater/check" -> NoBody, Admin, Idempotent;
    ApplyUpdates: PUT "/updater/apply" -> NoBody, Admin, Once;
}
