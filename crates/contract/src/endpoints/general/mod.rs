//! The server about itself, and its administration.

mod administration;
mod server;
mod statistics;
mod sync;

pub use administration::*;
pub use server::*;
pub use statistics::*;
pub use sync::*;
