//! [`Port`]: what listens, stops listening and listens again, in plain HTTP and, by the same port, in TLS.

use crate::builder::StartError;
use crate::events::Wire;
use crate::fault;
use crate::line::{Control, Line};
use crate::serve::Site;
use crate::world::tokens::Place;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::sync::watch;
use tokio::task::{JoinHandle, JoinSet};
use tokio::time::timeout;
use tokio_rustls::TlsAcceptor;

/// How long open connections get to end by themselves once a port is closed.
const PATIENCE: Duration = Duration::from_secs(1);
/// How long a caller gets to send its first byte, and then to agree on TLS.
const HANDSHAKE: Duration = Duration::from_secs(10);
/// How long nothing is accepted after the system could not.
const RECOVERY: Duration = Duration::from_millis(50);
const BACKLOG: u32 = 1024;
/// The first byte of a TLS handshake; no HTTP request starts with it.
const TLS_HANDSHAKE: u8 = 0x16;

/// What answers at a port.
pub(crate) struct Door {
    pub(crate) address: SocketAddr,
    pub(crate) plain: Site,
    pub(crate) secure: Option<(TlsAcceptor, Site)>,
}

enum State {
    Open {
        stop: watch::Sender<()>,
        task: JoinHandle<()>,
    },
    /// The socket holds the port, so that nobody else takes it; it does not listen.
    Closed(Option<TcpSocket>),
}

/// A port, open or not.
pub(crate) struct Port {
    door: Arc<Door>,
    state: State,
}

impl Port {
    pub(crate) fn open(door: Door, listener: TcpListener) -> Self {
        let door = Arc::new(door);
        let state = spawn(door.clone(), listener);
        Self { door, state }
    }

    pub(crate) fn place(&self) -> Place {
        self.door.plain.place
    }

    /// Tells it to close, so that ports close side by side.
    pub(crate) fn announce(&self) {
        if let State::Open { stop, .. } = &self.state {
            let _ = stop.send(());
        }
    }

    /// Closes it and returns once nothing is connected any more; false where it was closed.
    pub(crate) async fn close(&mut self) -> bool {
        self.announce();
        let State::Open { task, .. } = &mut self.state else {
            return false;
        };
        let _ = task.await;
        self.state = State::Closed(None);
        true
    }

    /// Keeps a closed port from being taken.
    pub(crate) fn hold(&mut self) {
        if let State::Closed(held) = &mut self.state
            && held.is_none()
        {
            *held = socket(self.door.address).ok();
        }
    }

    /// Opens it where it is closed.
    pub(crate) async fn reopen(&mut self) -> Result<(), StartError> {
        let State::Closed(held) = &mut self.state else {
            return Ok(());
        };
        let address = self.door.address;
        let listener = match held.take() {
            Some(socket) => socket.listen(BACKLOG),
            None => TcpListener::bind(address).await,
        };
        let listener = listener.map_err(|source| StartError::Listen { address, source })?;
        self.state = spawn(self.door.clone(), listener);
        Ok(())
    }
}

fn socket(address: SocketAddr) -> std::io::Result<TcpSocket> {
    let socket = if address.is_ipv4() {
        TcpSocket::new_v4()?
    } else {
        TcpSocket::new_v6()?
    };
    // Elsewhere it would let others take the port.
    #[cfg(not(windows))]
    socket.set_reuseaddr(true)?;
    socket.bind(address)?;
    Ok(socket)
}

fn spawn(door: Arc<Door>, listener: TcpListener) -> State {
    let (stop, stopped) = watch::channel(());
    let task = tokio::spawn(listen(door, listener, stopped));
    State::Open { stop, task }
}

/// Accepts until `stop` tells so or its sender is dropped.
async fn listen(door: Arc<Door>, listener: TcpListener, mut stop: watch::Receiver<()>) {
    let mut connections = JoinSet::new();
    let told = stop.clone();
    loop {
        tokio::select! {
            _ = stop.changed() => break,
            Some(_) = connections.join_next() => {}
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) => {
                    connections.spawn(talk(door.clone(), stream, told.clone()));
                }
                Err(error) => {
                    tracing::debug!(%error, "a connection could not be accepted");
                    tokio::time::sleep(RECOVERY).await;
                }
            },
        }
    }
    drop(listener);
    let ended = async { while connections.join_next().await.is_some() {} };
    let _ = timeout(PATIENCE, ended).await;
    connections.shutdown().await;
}

async fn talk(door: Arc<Door>, stream: TcpStream, mut stop: watch::Receiver<()>) {
    if let Err(error) = stream.set_nodelay(true) {
        tracing::debug!(%error, "small answers may be delayed");
    }
    let control = Arc::new(Control::default());
    let line = Line::new(stream, control.clone());
    let Some((acceptor, secure)) = &door.secure else {
        return converse(line, door.plain.clone(), control, stop).await;
    };
    let handshake = async {
        match line.first_byte().await? {
            Some(TLS_HANDSHAKE) => acceptor.accept(line).await.map(Ok),
            _ => Ok(Err(line)),
        }
    };
    let agreed = tokio::select! {
        agreed = timeout(HANDSHAKE, handshake) => agreed,
        _ = stop.changed() => return,
    };
    match agreed {
        Ok(Ok(Ok(tls))) => converse(tls, secure.clone(), control, stop).await,
        Ok(Ok(Err(line))) => converse(line, door.plain.clone(), control, stop).await,
        Ok(Err(error)) => tracing::debug!(%error, "no TLS was agreed on"),
        Err(_) => tracing::debug!("a caller said nothing for too long"),
    }
}

/// Speaks HTTP until either side has enough.
async fn converse<S>(io: S, site: Site, control: Arc<Control>, mut stop: watch::Receiver<()>)
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let wire = Wire::new(control, stop.clone());
    let own = wire.clone();
    let service = service_fn(move |request: http::Request<Incoming>| {
        fault::answer(site.clone(), request, own.clone())
    });
    let connection = http1::Builder::new()
        .serve_connection(TokioIo::new(io), service)
        .with_upgrades();
    let mut connection = pin!(connection);
    let ended = tokio::select! {
        ended = connection.as_mut() => ended,
        _ = stop.changed() => {
            connection.as_mut().graceful_shutdown();
            connection.await
        }
    };
    if let Err(error) = ended {
        tracing::trace!(%error, "a connection was cut");
        return;
    }
    wire.speak_on().await;
}
