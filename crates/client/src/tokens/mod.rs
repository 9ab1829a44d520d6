//! Tokens that change over time: [`TokenSource`] gives a client its token for each request, and [`TransientTokens`] keeps a
//! transient token and replaces it before it expires.

mod moment;
mod transient;

pub use crate::token_source::TokenSource;
pub use transient::TransientTokens;
