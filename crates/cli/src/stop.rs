//! [`Stop`]: the signals that end a command which would go on without end.

use crate::exit::{Failure, Kind};
use std::io;

/// Waits for SIGINT and SIGTERM.
///
/// They end a command even if it was started with SIGINT ignored, as shells without job control start background jobs: such
/// a command waits for a long time or without end, and would outlive the script that started it.
#[cfg(unix)]
pub(crate) struct Stop {
    interrupt: tokio::signal::unix::Signal,
    terminate: tokio::signal::unix::Signal,
}

#[cfg(unix)]
impl Stop {
    fn listen() -> io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        Ok(Self {
            interrupt: signal(SignalKind::interrupt())?,
            terminate: signal(SignalKind::terminate())?,
        })
    }

    pub(crate) async fn wait(&mut self) {
        tokio::select! {
            _ = self.interrupt.recv() => {}
            _ = self.terminate.recv() => {}
        }
    }
}

/// Waits for Ctrl-C.
#[cfg(not(unix))]
pub(crate) struct Stop;

#[cfg(not(unix))]
impl Stop {
    #[expect(clippy::unnecessary_wraps, reason = "the same shape as on Unix")]
    fn listen() -> io::Result<Self> {
        Ok(Self)
    }

    pub(crate) async fn wait(&mut self) {
        let _ = tokio::signal::ctrl_c().await;
    }
}

impl Stop {
    /// From here on a signal ends the command in order.
    pub(crate) fn new() -> Result<Self, Failure> {
        Self::listen()
            .map_err(|error| Failure::new(Kind::Other, format!("cannot wait for signals: {error}")))
    }
}
