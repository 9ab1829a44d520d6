//! The server about itself, and its administration.

mod administration;
mod server;
mod sync;

pub use administration::*;
pub use server::*;
pub use sync::*;
