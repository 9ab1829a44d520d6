//! The library: its sections, lists, items, artwork and media.

mod all;
mod artwork;
mod items;
mod listing;
mod media;
mod related;
mod sections;

pub use all::*;
pub use artwork::*;
pub use items::*;
pub use listing::*;
pub use media::*;
pub use related::*;
pub use sections::*;
