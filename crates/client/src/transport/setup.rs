//! [`TlsSetup`]: TLS other than everyone's.

use crate::build_error::BuildError;
use std::fmt;

/// Which certificates are taken.
#[derive(Clone)]
pub(crate) struct TlsSetup {
    #[cfg(feature = "rustls")]
    config: Option<rustls::ClientConfig>,
    #[cfg(all(feature = "native-tls", not(feature = "rustls")))]
    roots: Vec<::reqwest::Certificate>,
    #[cfg(all(feature = "native-tls", not(feature = "rustls")))]
    unchecked: bool,
}

impl fmt::Debug for TlsSetup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TlsSetup").finish_non_exhaustive()
    }
}

impl TlsSetup {
    /// Trusts the root certificates in these PEM texts beside the system's, or anyone at all.
    #[cfg(feature = "rustls")]
    pub(crate) fn new(pems: &[Vec<u8>], unchecked: bool) -> Result<Self, BuildError> {
        let mut roots = Vec::new();
        for pem in pems {
            let found = super::tls::certificates(pem).map_err(BuildError::Certificates)?;
            if found.is_empty() {
                return Err(none());
            }
            roots.extend(found);
        }
        let config = if unchecked {
            Some(super::tls::unchecked())
        } else if roots.is_empty() {
            None
        } else {
            Some(super::tls::with_roots(roots))
        };
        Ok(Self { config })
    }

    /// Trusts the root certificates in these PEM texts beside the system's, or anyone at all.
    #[cfg(all(feature = "native-tls", not(feature = "rustls")))]
    pub(crate) fn new(pems: &[Vec<u8>], unchecked: bool) -> Result<Self, BuildError> {
        let mut roots = Vec::new();
        for pem in pems {
            let found = ::reqwest::Certificate::from_pem_bundle(pem)
                .map_err(|error| BuildError::Certificates(error.to_string()))?;
            if found.is_empty() {
                return Err(none());
            }
            roots.extend(found);
        }
        Ok(Self { roots, unchecked })
    }

    /// Without TLS there is nothing to trust.
    #[cfg(not(any(feature = "rustls", feature = "native-tls")))]
    pub(crate) fn new(pems: &[Vec<u8>], _unchecked: bool) -> Result<Self, BuildError> {
        match pems {
            [] => Ok(Self {}),
            _ => Err(BuildError::Certificates(
                "this build speaks no TLS; turn on the feature `rustls` or `native-tls`".into(),
            )),
        }
    }

    /// An HTTP client's builder that is set up so.
    pub(crate) fn client_builder(&self) -> ::reqwest::ClientBuilder {
        let builder = super::client_builder();
        #[cfg(feature = "rustls")]
        let builder = match &self.config {
            Some(config) => builder.tls_backend_preconfigured(config.clone()),
            None => builder,
        };
        #[cfg(all(feature = "native-tls", not(feature = "rustls")))]
        let builder = builder
            .tls_certs_merge(self.roots.clone())
            .tls_danger_accept_invalid_certs(self.unchecked);
        builder
    }
}

/// [`client_builder`](super::client_builder), which trusts the root certificates in this PEM text beside the system's.
pub fn client_builder_with_roots(
    pem: impl Into<Vec<u8>>,
) -> Result<::reqwest::ClientBuilder, BuildError> {
    Ok(TlsSetup::new(&[pem.into()], false)?.client_builder())
}

#[cfg(any(feature = "rustls", feature = "native-tls"))]
fn none() -> BuildError {
    BuildError::Certificates("the text holds no certificate in PEM form".into())
}
