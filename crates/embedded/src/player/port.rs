//! [`Listening`]: a player's own port.

use super::Inner;
use http::Request;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::{JoinHandle, JoinSet};

/// How long nothing is accepted after the system could not.
const RECOVERY: Duration = Duration::from_millis(50);

/// Listens until it is dropped; its connections end with it.
pub(super) struct Listening(JoinHandle<()>);

impl Listening {
    pub(super) fn start(player: Arc<Inner>, listener: TcpListener) -> Self {
        Self(tokio::spawn(listen(player, listener)))
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        self.0.abort();
    }
}

async fn listen(player: Arc<Inner>, listener: TcpListener) {
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            Some(_) = connections.join_next() => {}
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => {
                    connections.spawn(talk(player.clone(), stream));
                }
                Err(error) => {
                    tracing::debug!(%error, "a connection could not be accepted");
                    tokio::time::sleep(RECOVERY).await;
                }
            },
        }
    }
}

async fn talk(player: Arc<Inner>, stream: TcpStream) {
    let service = service_fn(move |request: Request<Incoming>| {
        let player = player.clone();
        async move {
            let (parts, _) = request.into_parts();
            Ok::<_, Infallible>(player.answer(&parts).await)
        }
    });
    let connection = http1::Builder::new().serve_connection(TokioIo::new(stream), service);
    if let Err(error) = connection.await {
        tracing::trace!(%error, "a connection was cut");
    }
}
