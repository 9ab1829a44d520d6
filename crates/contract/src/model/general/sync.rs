//! The state of the old sync.

use plex_sdk_derive::model;

/// The status of mobile sync.
#[model]
pub struct SyncStatus {
    /// Status code. 0 for no error.
    pub status: Option<i32>,
}
