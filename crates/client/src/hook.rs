//! [`Hook`]: the caller's own code before a request, after an answer and after an error.

use crate::error::Error;
use crate::transport::BoxError;
use bytes::Bytes;
use http::{HeaderMap, StatusCode};
use plex_sdk_contract::Meta;
use std::time::Duration;

/// What a hook is told about the call it is in.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// The operation.
    pub operation: &'a Meta,
    /// Where the request goes, without secrets.
    pub url: &'a str,
}

/// Code of the caller around each request. Hooks run in the order they were added.
pub trait Hook: Send + Sync + 'static {
    /// Before a request is sent. It may change the request, or stop it with an error. The headers hold the token.
    fn before(
        &self,
        context: &Context<'_>,
        request: &mut http::Request<Bytes>,
    ) -> Result<(), BoxError> {
        let _ = (context, request);
        Ok(())
    }

    /// After an answer whose status says that all went well.
    fn after(
        &self,
        context: &Context<'_>,
        status: StatusCode,
        headers: &HeaderMap,
        took: Duration,
    ) {
        let _ = (context, status, headers, took);
    }

    /// After a failure, an answer with a status of 400 to 599 included.
    fn failed(&self, context: &Context<'_>, error: &Error) {
        let _ = (context, error);
    }
}
