//! Operations of players, sent to a player itself or through a server that knows it.

pub mod companion;
pub mod playback;
