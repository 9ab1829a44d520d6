//! What plays now, and what was played.

pub mod sessions;
pub mod statistics;
