//! The derives, with a stand-in for the crate that they write for.

extern crate self as plex_sdk_contract;

mod codec;
mod structs;
