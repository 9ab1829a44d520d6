//! The macros of `plex-sdk-contract`: [`endpoints!`] for a table of operations, [`request`](macro@request) and
//! [`model`](macro@model) for the structs that operations send and receive.
//!
//! ```text
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
//! let party = server.send(StartParty::new("4711").guests(3)).await?;
//! ```
//!
//! # Attributes of fields
//!
//! On the wire, a field has its name in camelCase. A missing field keeps the value that the struct's `Default` gives it.
//!
//! | attribute | effect |
//! |---|---|
//! | `#[wire(name = "librarySectionID")]` | sets the wire name |
//! | `#[wire(default)]` | the field is optional, though its type says otherwise |
//! | `#[wire(preset = expression)]` | in a request: a new one has this value, and a method to change it; the expression may refer to required fields |
//! | `#[wire(required)]` | in a request: the list or map is required |
//! | `#[wire(omit_empty)]` | an `Option`, `Vec` or `BTreeMap` is not written if it is empty |
//! | `#[wire(rarer)]` | in a model: a `Rare<…>`, whose fields stand on the wire among the others |
//! | `#[wire(skip)]` | the field is not on the wire |

#![cfg_attr(docsrs, feature(doc_cfg))]

mod arguments;
mod endpoints;
mod expand;
mod model;
mod path;
mod request;

use proc_macro::TokenStream;
use syn::parse_macro_input;

/// Ties the operations of a group to the wire, one row each.
///
/// ```text
/// endpoints! {
///     Pms, authentication, authentication_endpoints;
///
///     /// Creates a transient token with the caller's own access level.
///     GetTransientToken: POST | ANY_VERB "/security/token" -> MediaContainer<MintedToken>, User, Once;
///     /// Returns the server's version and capabilities.
///     GetServerInfo {}: GET "/" -> MediaContainer<ServerInfo>, User, Read;
/// }
/// ```
///
/// The first line names the host, the group, and optionally a macro by which clients make a method for each row. If the
/// contract is reached by another path, `crate = path;` stands before it. A row has these parts:
///
/// | part | meaning |
/// |---|---|
/// | doc comment | the summary: one sentence, the first line of the request's and the method's documentation |
/// | name | the request, a struct with `#[request]` below the table; `{}` after it: the client's method takes no argument |
/// | verb | the one to use; further ones that servers accept follow after a bar, `ANY_VERB` for all |
/// | path | with the wire names of required fields as placeholders; further paths that servers accept follow after a bar |
/// | response | what the operation returns |
/// | access | `Public`, `User` or `Admin` |
/// | effect | what repeating the call does: `Read`, `Idempotent` or `Once` |
/// | `at Host` | the host, if it is not the table's |
/// | `in Form` | what carries the parameters: `Form`, `Json`, `QueryOrJson` or `Raw`. Default: the query |
/// | `since 1 15 4` | the first server version that has it |
/// | `status CREATED` | the status of a success. Default: `OK` |
/// | `unpublished` | Plex's published API does not have it; working clients use it |
#[proc_macro]
pub fn endpoints(table: TokenStream) -> TokenStream {
    parse_macro_input!(table as endpoints::Table).write().into()
}

/// Makes a struct the request of an operation; its row stands in [`endpoints!`], above the struct.
///
/// A field is required unless its type is an `Option`, a `Vec` or a `BTreeMap`, or it says `#[wire(default)]`. The struct gets:
///
/// - `new`, which takes the required fields, or `Default` if there are none,
/// - a method for each optional field, which sets it,
/// - `From` the one required field, if there is just one, and from `&str`, `String` and `u64` if its type is made from these,
/// - `Clone`, `Debug` and `PartialEq`, and `#[non_exhaustive]`, unless the feature `unstable-exhaustive` is on,
/// - documentation: the summary and the facts from the table, and the wire name of each field.
///
/// The arguments are `snake_case` and `crate = path`, as in [`model`](macro@model), and `no_from`, which leaves out the conversions
/// from the one required field.
#[proc_macro_attribute]
pub fn request(arguments: TokenStream, item: TokenStream) -> TokenStream {
    request::expand(arguments.into(), item.into()).into()
}

/// Makes a struct a model: what responses are made of.
///
/// The struct gets `Clone`, `Debug`, `Default` and `PartialEq`, is `#[non_exhaustive]`, and can be read and written as JSON
/// and XML. The crate's first page lists the [attributes](crate#attributes) of its fields. The arguments are:
///
/// | argument | effect |
/// |---|---|
/// | `required` | every field has to be there, except an `Option`; the struct has no `Default` |
/// | `snake_case` | the wire has the fields' names as they are; by default they are in camelCase |
/// | `crate = path` | the path under which `plex_sdk_contract` can be found, if it is not a dependency of its own |
///
/// The feature `unstable-exhaustive` leaves `#[non_exhaustive]` out.
#[proc_macro_attribute]
pub fn model(arguments: TokenStream, item: TokenStream) -> TokenStream {
    model::expand(arguments.into(), item.into()).into()
}
