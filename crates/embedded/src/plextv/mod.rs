//! What plex.tv answers, a file a group of operations, and the pages where a person approves an app.

#![expect(
    clippy::needless_pass_by_value,
    clippy::unnecessary_wraps,
    reason = "all handlers have one signature"
)]

pub(crate) mod authentication;
pub(crate) mod devices;
pub(crate) mod home;
pub(crate) mod pages;
pub(crate) mod resources;
pub(crate) mod sharing;
