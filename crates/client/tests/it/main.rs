//! The client from outside: against answers made up on the spot, raw sockets, and the embedded Plex.

mod answers;
#[cfg(feature = "blocking")]
mod auth_blocking;
mod auth_device;
mod auth_password;
mod auth_pin;
mod auth_store;
mod auth_token;
#[cfg(feature = "blocking")]
mod blocking;
mod build;
mod calls;
mod hosts;
mod matrix;
mod redirects;
mod secrets;
mod sockets;
mod stub;
