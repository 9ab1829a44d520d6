//! Operations of plex.tv.

pub mod authentication;
pub mod devices;
pub mod friends;
pub mod general;
pub mod home;
pub mod resources;
pub mod settings;
pub mod sharing;
