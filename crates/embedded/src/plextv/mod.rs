//! What plex.tv answers, a file a group of operations.

#![expect(
    clippy::needless_pass_by_value,
    clippy::unnecessary_wraps,
    reason = "all handlers have one signature"
)]

pub(crate) mod authentication;
pub(crate) mod resources;
