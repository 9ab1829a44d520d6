//! TLS by the operating system.

use super::{no_certificate, protocols};
use crate::build_error::BuildError;
use crate::transport::BoxError;
use crate::transport::connection::Stream;
use hyper_util::rt::TokioIo;
use native_tls::{Certificate, TlsConnector};
use std::fmt;
use std::sync::{Arc, OnceLock};

/// Which certificates are trusted.
#[derive(Clone)]
pub(crate) struct Tls(Arc<Inner>);

struct Inner {
    roots: Vec<Certificate>,
    unchecked: bool,
    /// Made at the first handshake: reading the system's root certificates takes long. Without HTTP/2, and with it.
    connectors: [OnceLock<Result<tokio_native_tls::TlsConnector, String>>; 2],
}

impl fmt::Debug for Tls {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Tls").finish_non_exhaustive()
    }
}

impl Tls {
    /// Trusts the root certificates in these PEM texts beside the system's, or any certificate at all.
    pub(crate) fn new(pems: &[Vec<u8>], unchecked: bool) -> Result<Self, BuildError> {
        let mut roots = Vec::new();
        for pem in pems {
            let certificates = Certificate::stack_from_pem(pem)
                .map_err(|error| BuildError::Certificates(error.to_string()))?;
            if certificates.is_empty() {
                return Err(no_certificate());
            }
            roots.extend(certificates);
        }
        Ok(Self(Arc::new(Inner {
            roots,
            unchecked,
            connectors: [const { OnceLock::new() }; 2],
        })))
    }

    /// Secures a connection to `host`, and offers HTTP/2 if asked to.
    pub(in crate::transport) async fn handshake(
        &self,
        host: &str,
        stream: Stream,
        http2: bool,
    ) -> Result<Stream, BoxError> {
        let connector = self.0.connectors[usize::from(http2)].get_or_init(|| {
            let connector = self.0.connector(http2);
            connector.map_err(|error| error.to_string())
        });
        let connector = connector.as_ref().map_err(String::as_str)?;
        let secure = connector.connect(host, TokioIo::new(stream)).await?;
        let agreed = secure.get_ref().negotiated_alpn()?;
        let http2 = agreed.as_deref() == Some(b"h2");
        Ok(Stream::new(TokioIo::new(secure)).negotiated(http2))
    }
}

impl Inner {
    fn connector(&self, http2: bool) -> native_tls::Result<tokio_native_tls::TlsConnector> {
        let mut builder = TlsConnector::builder();
        builder
            .request_alpns(protocols(http2))
            .danger_accept_invalid_certs(self.unchecked);
        for root in &self.roots {
            builder.add_root_certificate(root.clone());
        }
        Ok(builder.build()?.into())
    }
}
