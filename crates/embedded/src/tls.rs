//! TLS as Plex does it: a certificate a server, for the names below its own part of `plex.direct`.

use crate::builder::StartError;
use crate::world::tokens::Digest;
use plex_sdk_contract::ids::MachineIdentifier;
use rcgen::{
    BasicConstraints, CertificateParams, CertifiedIssuer, DnType, ExtendedKeyUsagePurpose, IsCa,
    KeyPair, KeyUsagePurpose,
};
use rustls::ServerConfig;
use rustls::pki_types::PrivatePkcs8KeyDer;
use std::fmt::{Display, Write};
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::{Duration, SystemTime};
use tokio_rustls::TlsAcceptor;
use uuid::Uuid;

const DAY: Duration = Duration::from_secs(24 * 60 * 60);
/// How long certificates are good: some systems take none that lasts longer than 398 days.
const LIFETIME: Duration = Duration::from_secs(90 * 24 * 60 * 60);

fn broken(error: impl Display) -> StartError {
    StartError::Tls(error.to_string())
}

/// Who signs the servers' certificates; made at a start, known to nobody else.
pub(crate) struct Authority {
    issuer: CertifiedIssuer<'static, KeyPair>,
}

impl Authority {
    pub(crate) fn new() -> Result<Self, StartError> {
        let mut params = params(Vec::new())?;
        params.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
        params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
        // A name that no other start's has, so that clients can trust several.
        let name = format!("Embedded Plex {}, for tests", Uuid::new_v4().simple());
        params.distinguished_name.push(DnType::CommonName, name);
        let key = KeyPair::generate().map_err(broken)?;
        let issuer = CertifiedIssuer::self_signed(params, key).map_err(broken)?;
        Ok(Self { issuer })
    }

    /// The certificate to trust.
    pub(crate) fn pem(&self) -> String {
        self.issuer.pem()
    }

    /// TLS with a certificate for `*.<id>.plex.direct`, as a server has it.
    pub(crate) fn server(&self, id: &str) -> Result<TlsAcceptor, StartError> {
        self.acceptor(vec![format!("*.{id}.plex.direct")])
    }

    /// TLS with a certificate for this computer by any of its own names, and for the address to listen at.
    pub(crate) fn plex_tv(&self, address: IpAddr) -> Result<TlsAcceptor, StartError> {
        let mut names = ["localhost", "127.0.0.1", "::1"]
            .map(str::to_owned)
            .to_vec();
        let own = address.to_string();
        if !names.contains(&own) {
            names.push(own);
        }
        self.acceptor(names)
    }

    fn acceptor(&self, names: Vec<String>) -> Result<TlsAcceptor, StartError> {
        let common = names.first().cloned().unwrap_or_default();
        let mut params = params(names)?;
        params.distinguished_name.push(DnType::CommonName, common);
        params.key_usages = vec![KeyUsagePurpose::DigitalSignature];
        params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
        params.use_authority_key_identifier_extension = true;
        let key = KeyPair::generate().map_err(broken)?;
        let certificate = params.signed_by(&key, &self.issuer).map_err(broken)?;
        let key = PrivatePkcs8KeyDer::from(key.serialize_der());
        // The process has no default provider, and gets none from here.
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let mut config = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .map_err(broken)?
            .with_no_client_auth()
            .with_single_cert(vec![certificate.der().clone()], key.into())
            .map_err(broken)?;
        config.alpn_protocols = vec![b"http/1.1".to_vec()];
        Ok(TlsAcceptor::from(Arc::new(config)))
    }
}

fn params(names: Vec<String>) -> Result<CertificateParams, StartError> {
    let mut params = CertificateParams::new(names).map_err(broken)?;
    params.distinguished_name = rcgen::DistinguishedName::new();
    let now = SystemTime::now();
    params.not_before = (now - DAY).into();
    params.not_after = (now + LIFETIME).into();
    Ok(params)
}

/// The 32 hex digits in the names of a server's certificate: not its machine identifier, and the same at each start.
pub(crate) fn certificate_id(server: &MachineIdentifier) -> String {
    let Digest(digest) = Digest::of(server.as_str());
    let mut id = String::with_capacity(32);
    for byte in digest.iter().take(16) {
        let _ = write!(id, "{byte:02x}");
    }
    id
}

/// The URL by which a certificate fits an address.
pub(crate) fn plex_direct_url(address: SocketAddr, id: &str) -> String {
    let described = match address.ip() {
        IpAddr::V4(ip) => ip.to_string().replace('.', "-"),
        IpAddr::V6(ip) => {
            let groups = ip.segments().map(|group| format!("{group:x}"));
            groups.join("-")
        }
    };
    format!("https://{described}.{id}.plex.direct:{}", address.port())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_become_names() {
        for (address, url) in [
            ("127.0.0.1:80", "https://127-0-0-1.ab.plex.direct:80"),
            (
                "[2001:db8::1]:1",
                "https://2001-db8-0-0-0-0-0-1.ab.plex.direct:1",
            ),
        ] {
            assert_eq!(plex_direct_url(address.parse().unwrap(), "ab"), url);
        }
        let id = certificate_id(&MachineIdentifier::from("0123".to_owned()));
        assert_eq!(id, "1be2e452b46d7a0d9656bbb1f768e824");
    }
}
