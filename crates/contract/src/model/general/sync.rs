//! The state of the old sync.

use plex_sdk_derive::model;

/// How mobile sync stands.
#[model]
pub struct SyncStatus {
    /// The number of its state; 0 when all is well.
    pub status: Option<i32>,
}
