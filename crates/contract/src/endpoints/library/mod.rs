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
mod artwork;
mod choices;
mod items;
mod listing;
mod media;
mod sections;
mod upkeep;

pub use all::*;
pub use artwork::*;
pub use choices::*;
pub use items::*;
pub use listing::*;
pub use media::*;
pub use sections::*;
pub use upkeep::*;
