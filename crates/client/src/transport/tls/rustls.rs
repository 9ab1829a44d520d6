//! TLS by rustls, with certificates checked as the operating system does.

use super::{no_certificate, protocols};
use crate::build_error::BuildError;
use crate::transport::BoxError;
use crate::transport::connection::Stream;
use hyper_util::rt::TokioIo;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::{CryptoProvider, ring, verify_tls12_signature, verify_tls13_signature};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{ClientConfig, DigitallySignedStruct, Error, SignatureScheme};
use rustls_platform_verifier::Verifier;
use std::fmt;
use std::sync::{Arc, OnceLock};
use tokio_rustls::TlsConnector;

/// Which certificates are trusted.
#[derive(Clone)]
pub(crate) struct Tls {
    http1: Arc<ClientConfig>,
    http2: Arc<ClientConfig>,
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
            let certificates: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(pem).collect();
            let certificates =
                certificates.map_err(|error| BuildError::Certificates(error.to_string()))?;
            if certificates.is_empty() {
                return Err(no_certificate());
            }
            roots.extend(certificates);
        }
        let provider = Arc::new(ring::default_provider());
        Ok(if unchecked {
            Self::with(&provider, Arc::new(Unchecked(provider.clone())))
        } else if roots.is_empty() {
            // One configuration for the whole process: sessions are resumed across clients.
            static SHARED: OnceLock<Tls> = OnceLock::new();
            let shared = SHARED.get_or_init(|| {
                let verifier = Lazy::new(provider.clone(), Vec::new());
                Self::with(&provider, Arc::new(verifier))
            });
            shared.clone()
        } else {
            Self::with(&provider, Arc::new(Lazy::new(provider.clone(), roots)))
        })
    }

    fn with(provider: &Arc<CryptoProvider>, verifier: Arc<dyn ServerCertVerifier>) -> Self {
        let config = ClientConfig::builder_with_provider(provider.clone())
            .with_safe_default_protocol_versions()
            .unwrap_or_else(|error| unreachable!("ring has every default version: {error}"))
            .dangerous()
            .with_custom_certificate_verifier(verifier)
            .with_no_client_auth();
        let offering = |http2| {
            let mut config = config.clone();
            config.alpn_protocols = protocols(http2).iter().map(|&name| name.into()).collect();
            Arc::new(config)
        };
        Self {
            http1: offering(false),
            http2: offering(true),
        }
    }

    /// Secures a connection to `host`, and offers HTTP/2 if asked to.
    pub(in crate::transport) async fn handshake(
        &self,
        host: &str,
        stream: Stream,
        http2: bool,
    ) -> Result<Stream, BoxError> {
        let config = if http2 { &self.http2 } else { &self.http1 };
        let name = ServerName::try_from(host.to_owned())?;
        let secure = TlsConnector::from(config.clone())
            .connect(name, TokioIo::new(stream))
            .await?;
        let http2 = secure.get_ref().1.alpn_protocol() == Some(b"h2");
        Ok(Stream::new(TokioIo::new(secure)).negotiated(http2))
    }
}

/// The operating system's verifier, set up when the first certificate is to be checked: reading the root certificates
/// takes longer than most programs take to speak to a server over plain HTTP.
#[derive(Debug)]
struct Lazy {
    provider: Arc<CryptoProvider>,
    roots: Vec<CertificateDer<'static>>,
    verifier: OnceLock<Result<Verifier, Error>>,
}

impl Lazy {
    fn new(provider: Arc<CryptoProvider>, roots: Vec<CertificateDer<'static>>) -> Self {
        Self {
            provider,
            roots,
            verifier: OnceLock::new(),
        }
    }

    /// The verifier; on a machine without root certificates an error, so that nobody is trusted.
    fn verifier(&self) -> Result<&Verifier, Error> {
        let verifier = self
            .verifier
            .get_or_init(|| trust(self.roots.clone(), self.provider.clone()));
        verifier.as_ref().map_err(Clone::clone)
    }
}

fn trust(
    roots: Vec<CertificateDer<'static>>,
    provider: Arc<CryptoProvider>,
) -> Result<Verifier, Error> {
    #[cfg(not(target_os = "android"))]
    if !roots.is_empty() {
        return Verifier::new_with_extra_roots(roots, provider);
    }
    #[cfg(target_os = "android")]
    if !roots.is_empty() {
        return Err(Error::General(
            "root certificates cannot be added here".into(),
        ));
    }
    Verifier::new(provider)
}

impl ServerCertVerifier for Lazy {
    fn verify_server_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        server_name: &ServerName<'_>,
        ocsp_response: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        self.verifier()?.verify_server_cert(
            end_entity,
            intermediates,
            server_name,
            ocsp_response,
            now,
        )
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        self.verifier()?.verify_tls12_signature(message, cert, dss)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        self.verifier()?.verify_tls13_signature(message, cert, dss)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.provider
            .signature_verification_algorithms
            .supported_schemes()
    }
}

/// Takes any certificate; that the other side holds its key is still checked.
#[derive(Debug)]
struct Unchecked(Arc<CryptoProvider>);

impl ServerCertVerifier for Unchecked {
    fn verify_server_cert(
        &self,
        _: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        _: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        let algorithms = &self.0.signature_verification_algorithms;
        verify_tls12_signature(message, cert, dss, algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        let algorithms = &self.0.signature_verification_algorithms;
        verify_tls13_signature(message, cert, dss, algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.0.signature_verification_algorithms.supported_schemes()
    }
}
