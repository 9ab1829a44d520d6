//! TLS: rustls, or the operating system's if only that feature is on, or none.
//!
//! Each file has the same type, `Tls`, with `new` and `handshake`.

#[cfg(all(feature = "native-tls", not(feature = "rustls")))]
mod native;
#[cfg(not(any(feature = "rustls", feature = "native-tls")))]
mod none;
#[cfg(feature = "rustls")]
mod rustls;

#[cfg(all(feature = "native-tls", not(feature = "rustls")))]
pub(crate) use self::native::Tls;
#[cfg(not(any(feature = "rustls", feature = "native-tls")))]
pub(crate) use self::none::Tls;
#[cfg(feature = "rustls")]
pub(crate) use self::rustls::Tls;

/// The protocols that a client offers, the preferred one first (RFC 7301).
#[cfg(any(feature = "rustls", feature = "native-tls"))]
fn protocols(http2: bool) -> &'static [&'static str] {
    if http2 {
        &["h2", "http/1.1"]
    } else {
        &["http/1.1"]
    }
}

#[cfg(any(feature = "rustls", feature = "native-tls"))]
fn no_certificate() -> crate::build_error::BuildError {
    crate::build_error::BuildError::Certificates("the text holds no certificate in PEM form".into())
}
