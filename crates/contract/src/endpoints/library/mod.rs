//! The library: its sections, lists, items, artwork and media.

mod all;
mod analysis;
mod artwork;
mod artwork_choices;
mod choices;
mod items;
mod listing;
mod markers;
mod matching;
mod media;
mod related;
mod sections;
mod upkeep;

pub use all::*;
pub use analysis::*;
pub use artwork::*;
pub use artwork_choices::*;
pub use choices::*;
pub use items::*;
pub use listing::*;
pub use markers::*;
pub use matching::*;
pub use media::*;
pub use related::*;
pub use sections::*;
pub use upkeep::*;
