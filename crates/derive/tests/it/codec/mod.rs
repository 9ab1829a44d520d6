//! Stands in for `plex_sdk_contract::codec`.

pub(crate) mod wire;
