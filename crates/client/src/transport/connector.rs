//! How a connection is made: name resolution, TCP, proxy and TLS.

use super::connection::Stream;
use super::plex_direct::parse_host;
use super::tls::Tls;
use super::{BoxError, BoxFuture, Phase, TransportError, causes};
use crate::policy::TimeLimit;
use http::Uri;
use http::uri::Scheme;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::client::legacy::connect::dns::Name;
use hyper_util::client::legacy::connect::proxy::Tunnel;
use hyper_util::client::proxy::matcher::{Intercept, Matcher};
use std::error::Error as StdError;
use std::fmt;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;
use tower_service::Service;

/// Probes of an idle TCP connection.
const KEEPALIVE: Duration = Duration::from_secs(15);
const KEEPALIVE_RETRIES: u32 = 3;

/// How long sent bytes may stay unacknowledged.
#[cfg(any(target_os = "android", target_os = "linux"))]
const TCP_USER_TIMEOUT: Duration = Duration::from_secs(30);

/// What all connections of a client share.
pub(super) struct Network {
    tcp: HttpConnector<Resolver>,
    tls: Tls,
    proxies: Option<Arc<Matcher>>,
    timeout: Duration,
}

impl Network {
    pub(super) fn new(tls: Tls, proxies: Option<Arc<Matcher>>, timeout: Duration) -> Self {
        let mut tcp = HttpConnector::new_with_resolver(Resolver);
        tcp.enforce_http(false);
        tcp.set_nodelay(true);
        tcp.set_connect_timeout(Some(timeout));
        tcp.set_keepalive(Some(KEEPALIVE));
        tcp.set_keepalive_interval(Some(KEEPALIVE));
        tcp.set_keepalive_retries(Some(KEEPALIVE_RETRIES));
        #[cfg(any(target_os = "android", target_os = "linux"))]
        tcp.set_tcp_user_timeout(Some(TCP_USER_TIMEOUT));
        Self {
            tcp,
            tls,
            proxies,
            timeout,
        }
    }

    async fn connect(self: &Arc<Self>, uri: Uri, http2: bool) -> Result<Stream, ConnectError> {
        let secure = uri.scheme() == Some(&Scheme::HTTPS);
        let proxy = self
            .proxies
            .as_deref()
            .and_then(|proxies| proxies.intercept(&uri));
        let stream = match proxy {
            None => self.tcp(&uri).await?,
            Some(proxy) if secure => self.tunnel(&proxy, &uri).await?,
            Some(proxy) => {
                let mut stream = self.to_proxy(proxy.uri()).await?;
                stream.proxied = true;
                return Ok(stream);
            }
        };
        if secure {
            self.secure(&uri, stream, http2).await
        } else {
            Ok(stream)
        }
    }

    async fn tcp(&self, uri: &Uri) -> Result<Stream, ConnectError> {
        let mut tcp = self.tcp.clone();
        let stream = tcp.call(uri.clone()).await.map_err(|error| {
            let resolving = causes(&error).any(<dyn StdError>::is::<ResolveError>);
            let phase = if resolving {
                Phase::Resolve
            } else {
                Phase::Connect
            };
            ConnectError::new(phase, uri, error)
        })?;
        Ok(Stream::new(stream))
    }

    async fn secure(&self, uri: &Uri, stream: Stream, http2: bool) -> Result<Stream, ConnectError> {
        let host = uri.host().unwrap_or_default();
        let host = host.strip_prefix('[').unwrap_or(host);
        let host = host.strip_suffix(']').unwrap_or(host);
        self.tls
            .handshake(host, stream, http2)
            .await
            .map_err(|error| ConnectError::new(Phase::Tls, uri, error))
    }

    /// A connection to a proxy.
    async fn to_proxy(&self, uri: &Uri) -> Result<Stream, ConnectError> {
        match uri.scheme_str() {
            Some("http") => self.tcp(uri).await,
            Some("https") => {
                let stream = self.tcp(uri).await?;
                self.secure(uri, stream, false).await
            }
            _ => {
                let message = "only proxies with `http` and `https` URLs are supported";
                Err(ConnectError::new(Phase::Connect, uri, message))
            }
        }
    }

    /// A connection through a proxy that sees nothing but the host's name.
    async fn tunnel(
        self: &Arc<Self>,
        proxy: &Intercept,
        uri: &Uri,
    ) -> Result<Stream, ConnectError> {
        let mut tunnel = Tunnel::new(proxy.uri().clone(), ToProxy(self.clone()));
        if let Some(password) = proxy.basic_auth() {
            tunnel = tunnel.with_auth(password.clone());
        }
        tunnel
            .call(uri.clone())
            .await
            .map_err(|error| ConnectError::new(Phase::Connect, proxy.uri(), error))
    }
}

/// Makes a client's connections, with HTTP/2 offered in TLS or not.
#[derive(Clone)]
pub(super) struct Connector {
    network: Arc<Network>,
    http2: bool,
}

impl Connector {
    pub(super) fn new(network: Arc<Network>, http2: bool) -> Self {
        Self { network, http2 }
    }
}

impl Service<Uri> for Connector {
    type Response = Stream;
    type Error = ConnectError;
    type Future = BoxFuture<'static, Result<Stream, ConnectError>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), ConnectError>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, uri: Uri) -> Self::Future {
        let Self { network, http2 } = self.clone();
        Box::pin(async move {
            let connected = network.connect(uri.clone(), http2);
            match tokio::time::timeout(network.timeout, connected).await {
                Ok(connected) => connected,
                Err(elapsed) => Err(ConnectError::new(Phase::Timeout, &uri, elapsed)),
            }
        })
    }
}

/// Makes connections to a proxy itself.
struct ToProxy(Arc<Network>);

impl Service<Uri> for ToProxy {
    type Response = Stream;
    type Error = ConnectError;
    type Future = BoxFuture<'static, Result<Stream, ConnectError>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), ConnectError>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, uri: Uri) -> Self::Future {
        let network = self.0.clone();
        Box::pin(async move { network.to_proxy(&uri).await })
    }
}

/// Reads the address out of a `plex.direct` name, and asks the system about every other name.
#[derive(Clone, Copy)]
struct Resolver;

impl Service<Name> for Resolver {
    type Response = std::vec::IntoIter<SocketAddr>;
    type Error = ResolveError;
    type Future = BoxFuture<'static, Result<Self::Response, ResolveError>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), ResolveError>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, name: Name) -> Self::Future {
        Box::pin(async move {
            let addresses = if let Some(address) = parse_host(name.as_str()) {
                vec![SocketAddr::new(address, 0)]
            } else {
                let found = tokio::net::lookup_host((name.as_str(), 0)).await;
                found.map_err(ResolveError)?.collect()
            };
            Ok(addresses.into_iter())
        })
    }
}

#[derive(Debug, thiserror::Error)]
#[error("the name could not be resolved")]
struct ResolveError(#[source] io::Error);

/// Why there is no connection. It can be cloned, as the pool only lends its errors out.
#[derive(Clone, Debug)]
pub(super) struct ConnectError {
    phase: Phase,
    host: String,
    source: Arc<dyn StdError + Send + Sync>,
}

impl ConnectError {
    fn new(phase: Phase, uri: &Uri, source: impl Into<BoxError>) -> Self {
        Self {
            phase,
            host: uri.host().unwrap_or_default().to_owned(),
            source: source.into().into(),
        }
    }
}

impl fmt::Display for ConnectError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cannot connect to {}", self.host)
    }
}

impl StdError for ConnectError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        Some(&*self.source)
    }
}

impl From<ConnectError> for TransportError {
    fn from(error: ConnectError) -> Self {
        let timed_out = causes(&error)
            .filter_map(|cause| cause.downcast_ref::<io::Error>())
            .any(|cause| cause.kind() == io::ErrorKind::TimedOut);
        let phase = match error.phase {
            Phase::Connect if timed_out => Phase::Timeout,
            phase => phase,
        };
        let error = Self::new(phase, error);
        if phase == Phase::Timeout {
            error.with_limit(TimeLimit::Connect)
        } else {
            error
        }
    }
}
