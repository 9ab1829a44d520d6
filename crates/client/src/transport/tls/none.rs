//! A build without TLS.

use crate::build_error::BuildError;
use crate::transport::BoxError;
use crate::transport::connection::Stream;

const NO_TLS: &str = "this build has no TLS; turn on the feature `rustls` or `native-tls`";

/// No TLS at all.
#[derive(Clone, Debug)]
pub(crate) struct Tls;

impl Tls {
    pub(crate) fn new(pems: &[Vec<u8>], _unchecked: bool) -> Result<Self, BuildError> {
        match pems {
            [] => Ok(Self),
            _ => Err(BuildError::Certificates(NO_TLS.into())),
        }
    }

    #[expect(clippy::unused_async, reason = "the other builds wait here")]
    pub(in crate::transport) async fn handshake(
        &self,
        _host: &str,
        _stream: Stream,
        _http2: bool,
    ) -> Result<Stream, BoxError> {
        Err(NO_TLS.into())
    }
}
