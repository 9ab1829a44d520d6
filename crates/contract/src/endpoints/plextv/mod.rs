//! Operations of plex.tv.

pub mod authentication;
pub mod home;
pub mod resources;
pub mod sharing;
