//! The commands, one a file.

pub(crate) mod api;
pub(crate) mod events;
pub(crate) mod list;
pub(crate) mod login;
pub(crate) mod logout;
pub(crate) mod player;
pub(crate) mod serve;
pub(crate) mod servers;
pub(crate) mod source;
pub(crate) mod status;
pub(crate) mod token;
pub(crate) mod tour;
pub(crate) mod users;
