//! Conversions of media, and decisions about them.

pub mod decision;
pub mod session;
