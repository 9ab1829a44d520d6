//! How a struct of Plex's APIs stands on the wire: [`Model`] and [`Request`].
//!
//! Both write the same few short functions, in which each field is one line: `plex_sdk_contract::codec::wire` has the rest,
//! compiled once. The contract has some 750 such structs, so what is written for one is kept small.
//!
//! ```text
//! use plex_sdk_derive::Request;
//!
//! #[derive(Default, Request)]
//! struct GetSectionMovies {
//!     section_id: u64,
//!     #[wire(name = "type")]
//!     kind: Option<u16>,
//!     #[wire(name = "X-Plex-Container-Size", omit_empty)]
//!     container_size: Option<u32>,
//! }
//!
//! let request = GetSectionMovies { section_id: 2, ..GetSectionMovies::default() };
//! assert_eq!(serde_json::to_string(&request)?, r#"{"sectionId":2,"type":null}"#);
//! ```
//!
//! # Attributes
//!
//! A struct has named fields, or none, and no parameters. Its fields have their names in camelCase, and what is not there
//! stays as the struct's `Default` has it.
//!
//! | on | attribute | says |
//! |---|---|---|
//! | struct | `#[wire(snake_case)]` | the wire has the fields' names as they are |
//! | struct | `#[wire(required)]` | fields have to be there, but for each `Option`; the struct needs no `Default` |
//! | field | `#[wire(name = "librarySectionID")]` | what the wire calls it |
//! | field | `#[wire(default)]` | in a struct that is `required`: it need not be there |
//! | field | `#[wire(omit_empty)]` | an `Option`, `Vec` or `BTreeMap` is not written where nothing is in it |
//! | field | `#[wire(rarer)]` | a `Rare<…>`, whose fields stand on the wire among the others |
//! | field | `#[wire(skip)]` | it is not on the wire, and stays the default when read |

#![cfg_attr(docsrs, feature(doc_cfg))]

mod expand;

use proc_macro::TokenStream;
use syn::{DeriveInput, parse_macro_input};

/// What travels towards the server: `Wire`, and serde's `Serialize` and `Deserialize` by it. The crate's first page has
/// the [attributes](crate#attributes).
#[proc_macro_derive(Request, attributes(wire))]
pub fn request(input: TokenStream) -> TokenStream {
    expand::request(&parse_macro_input!(input as DeriveInput)).into()
}

/// What answers are made of: all that [`Request`](macro@Request) writes, and how it is read from a tree that stands in
/// memory, compiled once in the crate that has the struct. The crate's first page has the [attributes](crate#attributes).
#[proc_macro_derive(Model, attributes(wire))]
pub fn model(input: TokenStream) -> TokenStream {
    expand::model(&parse_macro_input!(input as DeriveInput)).into()
}
