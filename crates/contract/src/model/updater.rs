//! Updates of a server: [`UpdaterStatus`].

use crate::text::Text;
use crate::time::Timestamp;
use plex_sdk_derive::model;

open_enum! {
    /// How far a server got with a release.
    ReleaseState {
        /// It can be had.
        Available = "available",
        /// It is being downloaded.
        Downloading = "downloading",
        /// It is here and can be installed.
        Downloaded = "downloaded",
        /// It is being installed.
        Installing = "installing",
        /// It will be installed in the butler's hours.
        Tonight = "tonight",
        /// The owner does not want it.
        Skipped = "skipped",
        /// Something went wrong with it.
        Failed = "error",
        /// It can be had, and must be installed by hand.
        Notify = "notify",
        /// It is installed.
        Done = "done",
    }
}

/// What a server knows of its updates.
#[model]
pub struct UpdaterStatus {
    /// Whether the server can install updates by itself.
    pub can_install: bool,
    /// The version of the updater.
    pub auto_update_version: Option<u32>,
    /// When it last looked for updates; -1 where it never did.
    pub checked_at: Option<Timestamp>,
    /// Where the update is found.
    #[wire(name = "downloadURL")]
    pub download_url: Option<Text>,
    /// The number of the last fault; 0 for none.
    pub status: Option<i32>,
    /// The releases it found.
    #[wire(name = "Release")]
    pub releases: Vec<Release>,
}

/// A release that a server could be updated to.
#[model]
pub struct Release {
    /// Its address at Plex.
    pub key: Option<Text>,
    /// Its version.
    pub version: Option<Text>,
    /// What is new, a line each.
    pub added: Option<Text>,
    /// What was put right, a line each.
    pub fixed: Option<Text>,
    /// Where it is found.
    #[wire(name = "downloadURL")]
    pub download_url: Option<Text>,
    /// How far the server got with it.
    pub state: Option<ReleaseState>,
}
