//! [`HttpClient`]: the transport that `Server` and `Account` use by default.

use super::connector::{ConnectError, Connector, Network};
use super::tls::Tls;
use super::{Body, BoxError, BoxFuture, Phase, Transport, TransportError};
use crate::build_error::BuildError;
use crate::policy::DEFAULT_CONNECT_TIMEOUT;
use bytes::Bytes;
use http::header;
use http_body_util::{BodyExt, Full};
use hyper_util::client::legacy;
use hyper_util::client::proxy::matcher::Matcher;
use hyper_util::rt::{TokioExecutor, TokioTimer};
use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

/// An idle connection is closed after this time.
const POOL_IDLE_TIMEOUT: Duration = Duration::from_secs(90);

type Pool = legacy::Client<Connector, Full<Bytes>>;

/// The HTTP client that is used by default: a pool of connections, HTTP/1.1 and, if the server offers it over TLS, HTTP/2.
///
/// It follows no redirects, dials `plex.direct` names without a name server, and uses the proxies that `HTTP_PROXY`,
/// `HTTPS_PROXY`, `ALL_PROXY` and `NO_PROXY` name. Cloning it is cheap, and clones share their connections.
///
/// ```
/// use plex_sdk::transport::HttpClient;
///
/// let client = HttpClient::builder().no_proxy().build()?;
/// let server = plex_sdk::Server::builder().url("http://192.168.1.5:32400").transport(client).build()?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct HttpClient(Arc<Inner>);

struct Inner {
    proxies: Option<Arc<Matcher>>,
    /// Offers HTTP/2 where TLS can negotiate it.
    pool: Pool,
    /// For requests that HTTP/2 has no way to express: protocol upgrades.
    http1: Pool,
}

impl fmt::Debug for HttpClient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("HttpClient").finish_non_exhaustive()
    }
}

impl HttpClient {
    /// Starts a client with other settings than the default ones.
    pub fn builder() -> HttpClientBuilder {
        HttpClientBuilder::default()
    }
}

impl Transport for HttpClient {
    fn send(
        &self,
        request: http::Request<Bytes>,
    ) -> BoxFuture<'_, Result<http::Response<Body>, TransportError>> {
        Box::pin(async move {
            let mut request = request.map(Full::new);
            // Over TLS the proxy gets its password with `CONNECT`, and must not see the request.
            if let Some(proxies) = &self.0.proxies
                && request.uri().scheme() == Some(&http::uri::Scheme::HTTP)
                && let Some(proxy) = proxies.intercept(request.uri())
                && let Some(password) = proxy.basic_auth()
            {
                let headers = request.headers_mut();
                headers.insert(header::PROXY_AUTHORIZATION, password.clone());
            }
            let pool = if request.headers().contains_key(header::UPGRADE) {
                &self.0.http1
            } else {
                &self.0.pool
            };
            let response = pool.request(request).await.map_err(classify)?;
            Ok(response.map(|body| body.map_err(broken).boxed_unsync()))
        })
    }
}

/// Settings of an [`HttpClient`].
#[derive(Clone)]
pub struct HttpClientBuilder {
    connect_timeout: Duration,
    tls: Option<Tls>,
    roots: Vec<Vec<u8>>,
    proxy: Proxy,
}

#[derive(Clone, Debug)]
enum Proxy {
    Environment,
    None,
    One(String),
}

impl fmt::Debug for HttpClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A proxy's URL may hold a password.
        f.debug_struct("HttpClientBuilder")
            .field("connect_timeout", &self.connect_timeout)
            .finish_non_exhaustive()
    }
}

impl Default for HttpClientBuilder {
    fn default() -> Self {
        Self {
            connect_timeout: DEFAULT_CONNECT_TIMEOUT,
            tls: None,
            roots: Vec::new(),
            proxy: Proxy::Environment,
        }
    }
}

impl HttpClientBuilder {
    /// Sets the time allowed for a connection, with name resolution and TLS. Default: 5 s.
    #[must_use]
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = timeout;
        self
    }

    /// Trusts the root certificates in this PEM text beside the system's. Calls add up.
    #[must_use]
    pub fn root_certificates(mut self, pem: impl Into<Vec<u8>>) -> Self {
        self.roots.push(pem.into());
        self
    }

    /// Sends every request through the proxy at `url`, instead of those that the environment names.
    ///
    /// The URL's scheme is `http` or `https`, and it may hold a name and a password.
    #[must_use]
    pub fn proxy(mut self, url: impl Into<String>) -> Self {
        self.proxy = Proxy::One(url.into());
        self
    }

    /// Uses no proxy, whatever the environment names.
    #[must_use]
    pub fn no_proxy(mut self) -> Self {
        self.proxy = Proxy::None;
        self
    }

    /// Uses TLS settings that are already made; replaces the root certificates.
    pub(crate) fn tls(mut self, tls: Tls) -> Self {
        self.tls = Some(tls);
        self
    }

    /// Builds the client. Fails if a certificate or the proxy's URL cannot be read.
    pub fn build(self) -> Result<HttpClient, BuildError> {
        let tls = match self.tls {
            Some(tls) => tls,
            None => Tls::new(&self.roots, false)?,
        };
        let proxies = match self.proxy {
            Proxy::None => None,
            Proxy::Environment => Some(Matcher::from_env()),
            Proxy::One(url) => {
                check_proxy(&url)?;
                Some(Matcher::builder().all(url).build())
            }
        };
        let proxies = proxies.map(Arc::new);
        let network = Arc::new(Network::new(tls, proxies.clone(), self.connect_timeout));
        let pool = |http2| {
            legacy::Client::builder(TokioExecutor::new())
                .timer(TokioTimer::new())
                .pool_timer(TokioTimer::new())
                .pool_idle_timeout(POOL_IDLE_TIMEOUT)
                .build(Connector::new(network.clone(), http2))
        };
        Ok(HttpClient(Arc::new(Inner {
            proxies,
            pool: pool(cfg!(feature = "http2")),
            http1: pool(false),
        })))
    }
}

fn check_proxy(url: &str) -> Result<(), BuildError> {
    let parsed: Result<http::Uri, _> = url.parse();
    let usable = parsed.is_ok_and(|uri| {
        matches!(uri.scheme_str(), Some("http" | "https")) && uri.host().is_some()
    });
    // The URL itself may hold a password.
    usable
        .then_some(())
        .ok_or_else(|| BuildError::Proxy("it is not an `http://` or `https://` URL".into()))
}

/// Finds the phase that an error of the pool belongs to.
fn classify(error: legacy::Error) -> TransportError {
    let cause = error.source();
    if let Some(cause) = cause.and_then(|cause| cause.downcast_ref::<ConnectError>()) {
        return cause.clone().into();
    }
    if error.is_connect() {
        return TransportError::new(Phase::Connect, error);
    }
    broken(error)
}

/// The error of a connection that ended within a request or its response.
fn broken(error: impl Into<BoxError>) -> TransportError {
    let error = error.into();
    let phase = if is_unprocessed(&*error) {
        Phase::Connect
    } else {
        Phase::Answer
    };
    TransportError::new(phase, error)
}

/// Whether an HTTP/2 server promises that it did not process the request, so that it may be sent again.
#[cfg(feature = "http2")]
fn is_unprocessed(error: &(dyn StdError + 'static)) -> bool {
    super::causes(error)
        .find_map(|cause| cause.downcast_ref::<h2::Error>())
        .is_some_and(|error| {
            error.is_remote()
                && match error.reason() {
                    Some(h2::Reason::REFUSED_STREAM) => error.is_reset(),
                    Some(h2::Reason::NO_ERROR) => error.is_go_away(),
                    _ => false,
                }
        })
}

#[cfg(not(feature = "http2"))]
fn is_unprocessed(_error: &(dyn StdError + 'static)) -> bool {
    false
}
