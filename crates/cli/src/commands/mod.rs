//! The commands, one a file.

pub(crate) mod api;
pub(crate) mod serve;
pub(crate) mod source;
pub(crate) mod token;
pub(crate) mod tour;
