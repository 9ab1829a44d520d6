//! The transport on [`reqwest`], which is used where the caller brings none.

use super::{Body, BoxFuture, Phase, Transport, TransportError};
use crate::policy::{DEFAULT_CONNECT_TIMEOUT, TimeLimit};
use bytes::Bytes;
use http_body_util::BodyExt;
use std::error::Error as StdError;

/// The HTTP client that is used where you bring none, to be changed and built: TLS is set up, redirects are not followed,
/// names of `plex.direct` are dialled without a name server.
///
/// ```
/// let client = plex_sdk::transport::client_builder().no_proxy().build()?;
/// let server = plex_sdk::Server::builder().url("http://192.168.1.5:32400").http_client(client).build()?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn client_builder() -> ::reqwest::ClientBuilder {
    let builder = ::reqwest::Client::builder()
        .connect_timeout(DEFAULT_CONNECT_TIMEOUT)
        .tcp_nodelay(true)
        .dns_resolver(super::plex_direct::Resolver)
        .redirect(::reqwest::redirect::Policy::none());
    #[cfg(feature = "rustls")]
    let builder = builder.tls_backend_preconfigured(super::tls::config());
    builder
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
    // Whether it may have been sent decides on repeating it: TLS that breaks later on is no failed handshake.
    let connecting = error.is_connect();
    let phase = if error.is_timeout() {
        Phase::Timeout
    } else if connecting && is_tls(&error) {
        Phase::Tls
    } else if error.is_dns() {
        Phase::Resolve
    } else if connecting {
        Phase::Connect
    } else {
        Phase::Answer
    };
    let error = TransportError::new(phase, error.without_url());
    if phase == Phase::Timeout && connecting {
        error.with_limit(TimeLimit::Connect)
    } else {
        error
    }
}

/// True where TLS is what failed, somewhere down the chain of causes.
fn is_tls(error: &(dyn StdError + 'static)) -> bool {
    #[cfg(feature = "rustls")]
    if error.is::<rustls::Error>() {
        return true;
    }
    // An I/O error hides the error it was made from: its source is that error's source.
    let inner = error
        .downcast_ref::<std::io::Error>()
        .and_then(std::io::Error::get_ref);
    let message = error.to_string();
    inner.is_some_and(|inner| is_tls(inner))
        || ["certificate", "SSL", "TLS"]
            .iter()
            .any(|word| message.contains(word))
        || error.source().is_some_and(is_tls)
}
