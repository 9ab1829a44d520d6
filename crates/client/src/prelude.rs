//! The names that most programs need: clients, the error, tokens, ids and the media kind.
//!
//! ```
//! use plex_sdk::prelude::*;
//! use plex_sdk::{endpoints, model, request};
//!
//! endpoints! {
//!     crate = plex_sdk;
//!     Pms, parties;
//!     /// Starts a watch party for an item.
//!     StartParty: POST "/parties/{id}" -> MediaContainer<Party>, User, Once;
//! }
//!
//! #[request(crate = plex_sdk)]
//! pub struct StartParty {
//!     /// The rating key of the item.
//!     pub id: RatingKey,
//!     /// The number of guests. 1 to 50.
//!     pub guests: Option<u32>,
//! }
//!
//! #[model(crate = plex_sdk)]
//! pub struct Party {
//!     /// The code that guests enter to join.
//!     pub code: Option<Text>,
//! }
//!
//! # #[allow(dead_code)]
//! async fn start(server: &Server) -> Result<Option<Text>, Error> {
//!     let party = server.send(StartParty::new("4711").guests(3)).await?;
//!     Ok(party.code.clone())
//! }
//! # fn main() {}
//! ```

pub use crate::contract::ids::{MachineIdentifier, RatingKey, SectionId};
pub use crate::contract::model::MediaKind;
pub use crate::{
    Account, AccountToken, Error, ErrorKind, MediaContainer, Player, Secret, Server, ServerToken,
    Text, Token, TransientToken,
};
