//! The client from outside: against answers made up on the spot, raw sockets, and the embedded Plex.

mod answers;
mod build;
mod calls;
mod redirects;
mod sockets;
mod stub;
