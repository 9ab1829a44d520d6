//! Operations of plex.tv.

pub mod authentication;
pub mod resources;
