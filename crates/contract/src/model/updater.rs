//! Updates of a server: [`UpdaterStatus`].

use crate::text::Text;
use crate::time::Timestamp;
use plex_sdk_derive::model;

open_enum! {
    /// The update state of a release.
    ReleaseState {
        /// The release is available.
        Available = "available",
        /// The release is being downloaded.
        Downloading = "downloading",
        /// The release is downloaded and ready to install.
        Downloaded = "downloaded",
        /// The release is being installed.
        Installing = "installing",
        /// The release will be installed in the next maintenance window.
        Tonight = "tonight",
        /// The owner skipped the release.
        Skipped = "skipped",
        /// The update failed.
        Failed = "error",
        /// The release is available but must be installed manually.
        Notify = "notify",
        /// The release is installed.
        Done = "done",
    }
}

/// The update status of a server.
#[model]
pub struct UpdaterStatus {
    /// Whether the server can install updates by itself.
    pub can_install: bool,
    /// Version of the updater.
    pub auto_update_version: Option<u32>,
    /// When the server last checked for updates. -1 if never.
    pub checked_at: Option<Timestamp>,
    /// URL of the update.
    #[wire(name = "downloadURL")]
    pub download_url: Option<Text>,
    /// Status code of the last check. 0 for no error.
    pub status: Option<i32>,
    /// Available releases.
    #[wire(name = "Release")]
    pub releases: Vec<Release>,
}

/// A release that a server can be updated to.
#[model]
pub struct Release {
    /// URL that identifies the release.
    pub key: Option<Text>,
    /// Version of the release.
    pub version: Option<Text>,
    /// New features, one per line.
    pub added: Option<Text>,
    /// Fixed issues, one per line.
    pub fixed: Option<Text>,
    /// URL of the update.
    #[wire(name = "downloadURL")]
    pub download_url: Option<Text>,
    /// Update state of the release.
    pub state: Option<ReleaseState>,
}
