//! What plex.tv answers.

pub mod account;
pub mod authentication;
pub mod devices;
pub mod downloads;
pub mod friends;
pub mod general;
pub mod home;
pub mod location;
pub mod resources;
pub mod settings;
pub mod sharing;
