//! The transport on [`reqwest`], which is used where the caller brings none.

use super::{Body, BoxFuture, Phase, Transport, TransportError};
use bytes::Bytes;
use http_body_util::BodyExt;
use std::error::Error as StdError;
use std::time::Duration;

/// Builds the client that is used where the caller brings none.
pub(crate) fn client(connect_timeout: Duration) -> Result<::reqwest::Client, ::reqwest::Error> {
    let builder = ::reqwest::Client::builder()
        .connect_timeout(connect_timeout)
        .tcp_nodelay(true)
        .redirect(::reqwest::redirect::Policy::none());
    #[cfg(feature = "rustls")]
    let builder = builder.tls_backend_preconfigured(tls());
    builder.build()
}

/// TLS with certificates checked as the operating system does.
#[cfg(feature = "rustls")]
fn tls() -> rustls::ClientConfig {
    use std::sync::Arc;
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let builder = rustls::ClientConfig::builder_with_provider(provider.clone())
        .with_safe_default_protocol_versions()
        .unwrap_or_else(|error| unreachable!("ring speaks every default version: {error}"));
    match rustls_platform_verifier::Verifier::new(provider) {
        Ok(verifier) => builder
            .dangerous()
            .with_custom_certificate_verifier(Arc::new(verifier))
            .with_no_client_auth(),
        // A machine without root certificates can still speak plain HTTP; over TLS it trusts nobody.
        Err(error) => {
            tracing::warn!(%error, "no root certificates were found, so no TLS server is trusted");
            builder
                .with_root_certificates(rustls::RootCertStore::empty())
                .with_no_client_auth()
        }
    }
}

impl Transport for ::reqwest::Client {
    fn send(
        &self,
        request: http::Request<Bytes>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        Box::pin(async move {
            let asked = request.uri().clone();
            let request = ::reqwest::Request::try_from(request)
                .map_err(|error| TransportError::new(Phase::Connect, error.without_url()))?;
            let answer = self.execute(request).await.map_err(classify)?;
            if !same_origin(&asked, answer.url()) {
                let message = "give it redirect::Policy::none(); the token may have gone along";
                return Err(TransportError::new(Phase::Redirect, message));
            }
            let answer: http::Response<::reqwest::Body> = answer.into();
            Ok(answer.map(|body| body.map_err(classify).boxed_unsync()))
        })
    }
}

fn same_origin(asked: &http::Uri, answered: &url::Url) -> bool {
    let port = asked.port_u16().or(match asked.scheme_str() {
        Some("https") => Some(443),
        _ => Some(80),
    });
    asked.scheme_str() == Some(answered.scheme())
        && asked.host().map(str::to_ascii_lowercase).as_deref() == answered.host_str()
        && port == answered.port_or_known_default()
}

/// Finds the phase that an error of reqwest belongs to; the URL it carries is dropped.
fn classify(error: ::reqwest::Error) -> TransportError {
    let phase = if error.is_timeout() {
        Phase::Timeout
    } else if is_tls(&error) {
        Phase::Tls
    } else if error.is_dns() {
        Phase::Resolve
    } else if error.is_connect() {
        Phase::Connect
    } else {
        Phase::Answer
    };
    TransportError::new(phase, error.without_url())
}

fn is_tls(error: &(dyn StdError + 'static)) -> bool {
    let mut next = Some(error);
    while let Some(error) = next {
        #[cfg(feature = "rustls")]
        {
            let io = error
                .downcast_ref::<std::io::Error>()
                .and_then(std::io::Error::get_ref);
            if error.is::<rustls::Error>()
                || io.is_some_and(<dyn StdError + Send + Sync>::is::<rustls::Error>)
            {
                return true;
            }
        }
        let text = error.to_string();
        if ["certificate", "SSL", "TLS"]
            .iter()
            .any(|word| text.contains(word))
        {
            return true;
        }
        next = error.source();
    }
    false
}
