//! What a player plays, controlled from elsewhere.
//!
//! A command goes to the player itself, or to a server that relays it; then it names the player it is for. Every
//! command of one controller has a number that is larger than the one before: a player reports the last one it carried
//! out in its timeline, so that a controller knows which of its commands a report takes into account.
//!
//! Players take commands with GET; POST is known as well.

mod adjust;
mod control;

pub use adjust::*;
pub use control::*;
