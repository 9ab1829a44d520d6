//! A server as a whole: itself, its administration, its statistics.

pub mod administration;
pub mod server;
pub mod statistics;
pub mod sync;
