//! The Plex Media Server and plex.tv APIs for Rust, authentication first.
//!
//! - [`Server`]: a Plex Media Server. `server.authentication().get_transient_token(..)` and every other operation, in
//!   the groups they are published in.
//! - [`Account`]: plex.tv: sign-in, tokens, the servers an account can use.
//! - [`auth`]: signing in and out, checking a token, Home users, device keys, and where credentials are kept.
//! - [`Player`]: a player, controlled directly or through a server that knows it. [`playback`]: playing in an app of your own.
//! - [`Call`]: await it for the value, or ask for the whole [`Answer`]; change server, token, headers, time allowed or
//!   verb for it alone.
//! - [`pages`]: lists of any length, page by page or entry by entry, and many items by their keys. [`ByteStream`] and
//!   [`Download`]: media and pictures, piece by piece or into a file, resumed where they broke off.
//! - [`Error`]: one type; its [`ErrorKind`] tells a rejected token from a server that cannot be reached.
//! - [`transport::Transport`]: your own way for bytes; [`hook::Hook`]: your own code around each request.
//! - [`connect`]: the best way to a server: `account.connect("name")` finds it, tries its addresses side by side, and checks
//!   who answers before a token is sent.
//! - `events`: what a server tells as it happens, by `server.events()`, with the feature of that name, which is on unless turned
//!   off. [`Webhook`]: what servers post.
//! - [`Clock`]: the time, for sign-in and kept tokens, so that your tests can move it.
//! - [`policy`]: time-outs, retries, rate limits; [`tokens`]: tokens that are replaced in time.
//! - [`query`]: filters and orders of a section's list, smart collections, and checks against what a section allows.
//! - `blocking`: the same without async, with the feature of that name.
//! - [`prelude`]: the names that most programs need, for one import.
//!
//! The operations, models, tokens and codecs come from the crate `plex-sdk-contract`, re-exported as [`contract`].
//! [`endpoints!`], [`request`](macro@request) and [`model`](macro@model) define operations of your own.

#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod account;
mod answer;
mod attempt;
pub mod auth;
mod base_url;
#[cfg(feature = "blocking")]
pub mod blocking;
mod build_error;
mod call;
mod clock;
mod config;
pub mod connect;
mod deadline;
mod download;
mod error;
#[cfg(feature = "events")]
pub mod events;
mod exchange;
mod groups;
pub mod hook;
pub mod pages;
pub mod playback;
pub mod player;
pub mod policy;
pub mod prelude;
mod private_file;
mod raw;
mod reachability;
mod reconnect;
mod redact;
mod request;
mod send;
pub mod server;
mod stream;
mod token_source;
pub mod tokens;
pub mod transport;

pub use bytes;
pub use http;
pub use plex_sdk_contract as contract;
#[cfg(feature = "reqwest")]
pub use reqwest;
pub use url;

pub use account::{Account, AccountBuilder, PLEX_TV};
pub use answer::Answer;
pub use build_error::BuildError;
pub use call::Call;
pub use clock::{Clock, SystemClock};
pub use config::DEFAULT_MAX_BODY;
pub use download::{Download, Downloaded, Progress};
pub use error::{Error, ErrorKind};
pub use pages::{Items, ItemsByKey, Pages};
pub use player::{Player, PlayerBuilder};
pub use plex_sdk_contract::{
    Access, AccountEndpoint, AccountToken, ApiError, Binary, ClaimToken, ClientIdentity, Content,
    Effect, Endpoint, Envelope, ErrorDetail, Host, Jwt, MediaContainer, Named, NoBody, Page, Plain,
    PlayerEndpoint, Secret, ServerEndpoint, ServerToken, ServerVersion, SourceUri, Text, Token,
    TokenKind, TransientToken, Webhook, codec, endpoint, endpoints, error as api_error, ids, model,
    path, profile, query, request, time, token, version, webhook,
};
pub use policy::{DEFAULT_CONNECT_TIMEOUT, DEFAULT_TIMEOUT};
pub use raw::RawCall;
pub use server::{Protocol, Server, ServerBuilder};
pub use stream::ByteStream;
pub use transport::Phase;

/// The examples of the pages are compiled with the documentation's own.
#[cfg(doctest)]
mod documents {
    #[doc = include_str!("../README.md")]
    struct Crate;
    #[cfg(feature = "events")]
    #[doc = include_str!("../../../README.md")]
    struct Readme;
    #[doc = include_str!("../../../docs/testing.md")]
    struct Testing;
    #[cfg(feature = "events")]
    #[doc = include_str!("../../../docs/events.md")]
    struct Events;
    #[doc = include_str!("../../../docs/queries.md")]
    struct Queries;
    #[doc = include_str!("../../../docs/decoding.md")]
    struct Decoding;
    #[doc = include_str!("../../../docs/players.md")]
    struct Players;
}
