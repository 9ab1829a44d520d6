//! Every operation of the Plex Media Server and plex.tv APIs as a typed request, answer and error, without any I/O.
//!
//! The same types serve both ends of the wire: a client encodes requests and decodes answers with them, a server the
//! other way round.
//!
//! - [`endpoint`]: an operation as a type, and the table of them all ([`endpoints::all`]).
//! - [`params`] and [`path`]: a request's fields as path and query, and back.
//! - [`query`]: filters and orders of a section's list, and smart collections.
//! - [`reply`] and [`codec`]: answers in JSON and XML, both directions. [`page`]: parts of lists.
//! - [`error`]: answers with a status of 400 and above.
//! - [`endpoints::events`]: notifications as they happen. [`webhook`]: what servers post.
//! - [`token`]: secrets that do not show. [`identity`]: the `X-Plex-*` headers.
//! - [`mod@model`]: the objects; [`ids`], [`source`], [`text`], [`time`], [`version`]: what they are made of.
//!
//! ```
//! use plex_sdk_contract::{endpoints::content::ListContent, ids::SectionId, params};
//!
//! let section = SectionId::from(1);
//! let request = ListContent::new(section).sort("addedAt:desc");
//! let target = params::encode(&request)?;
//! assert_eq!(target.path_and_query(), "/library/sections/1/all?sort=addedAt%3Adesc");
//! # Ok::<(), params::InvalidRequest>(())
//! ```
//!
//! # Features
//!
//! - `unstable-exhaustive`: for server implementers. Structs are not `#[non_exhaustive]`, so that they can be built and
//!   matched with all their fields. It is exempt from semver: a new field breaks such code.

#![cfg_attr(docsrs, feature(doc_cfg))]

// The derives name this crate as every other one does.
extern crate self as plex_sdk_contract;

#[macro_use]
pub(crate) mod open_enum;

pub mod codec;
pub mod endpoint;
pub mod endpoints;
pub mod error;
pub mod identity;
pub mod ids;
pub mod model;
pub mod page;
pub mod params;
pub mod path;
pub mod profile;
pub mod query;
pub mod reply;
mod secret_names;
pub mod source;
pub mod text;
pub mod time;
pub mod token;
pub mod version;
pub mod webhook;

/// The crates whose types stand in this one's.
pub use {bytes, http, url};

pub use plex_sdk_derive::{endpoints, model, request};

pub use codec::DecodeError;
pub use codec::envelope::MediaContainer;
pub use endpoint::{
    Access, AccountEndpoint, Content, Effect, Endpoint, Host, Meta, PlayerEndpoint, ServerEndpoint,
};
pub use error::{ApiError, ErrorDetail};
pub use identity::ClientIdentity;
pub use page::Page;
pub use reply::{Binary, Envelope, Named, NoBody, Plain, Reply};
pub use secret_names::is_secret_name;
pub use source::SourceUri;
pub use text::Text;
pub use token::{
    AccountToken, ClaimToken, Jwt, Secret, ServerToken, Token, TokenKind, TransientToken,
};
pub use version::ServerVersion;
pub use webhook::Webhook;

/// The example of the README is compiled with the documentation's own.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
