//! The library: its sections, lists, items, artwork and media.

/// Requests that need nothing but a section: each is made from the section's number.
macro_rules! made_from_a_section {
    ($($Name:ident)+) => {$(
        impl From<$crate::ids::SectionId> for $Name {
            fn from(section_id: $crate::ids::SectionId) -> Self {
                #[allow(clippy::needless_update, reason = "some have no other field")]
                Self {
                    section_id,
                    ..Self::default()
                }
            }
        }
    )+};
}
pub(crate) use made_from_a_section;

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
