//! What a Plex Media Server answers, a file a group of operations.

#![expect(
    clippy::needless_pass_by_value,
    clippy::unnecessary_wraps,
    reason = "all handlers have one signature"
)]

mod addresses;
pub(crate) mod administration;
pub(crate) mod artwork;
pub(crate) mod authentication;
pub(crate) mod butler;
pub(crate) mod collections;
pub(crate) mod content;
pub(crate) mod deck;
pub(crate) mod edits;
pub(crate) mod events;
mod fields;
pub(crate) mod general;
pub(crate) mod hubs;
pub(crate) mod library;
pub(crate) mod media;
mod picture;
pub(crate) mod play_queues;
pub(crate) mod playlists;
pub(crate) mod preferences;
pub(crate) mod provider;
mod query;
pub(crate) mod search;
pub(crate) mod sections;
mod sorting;
pub(crate) mod status;
pub(crate) mod timeline;
pub(crate) mod transcoder;
