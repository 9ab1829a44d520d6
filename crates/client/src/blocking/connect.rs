//! Connecting without async.

use super::{Account, Driver, Server};
use crate::connect::{Candidate, ConnectError, ConnectReport, Connector, Discovery, Target};
use crate::error::Error;
use plex_sdk_contract::SourceUri;
use std::sync::Arc;
use tokio::runtime::Handle;

/// A server that was reached; see [`connect::Connected`](crate::connect::Connected).
#[derive(Clone, Debug)]
pub struct Connected {
    inner: crate::connect::Connected,
    runtime: Arc<Driver>,
}

impl Connected {
    /// The server, with its token.
    pub fn server(&self) -> Server {
        Server {
            inner: self.inner.server().clone(),
            runtime: self.runtime.clone(),
        }
    }

    /// The address that won.
    pub fn candidate(&self) -> &Candidate {
        self.inner.candidate()
    }

    /// What was tried.
    pub fn report(&self) -> &ConnectReport {
        self.inner.report()
    }

    /// Finds the server again; see [`connect::Connected::reconnect`](crate::connect::Connected::reconnect).
    pub fn reconnect(&self) -> Result<Self, ConnectError> {
        drive(&self.runtime, self.inner.reconnect())
    }
}

impl Account {
    /// Finds the server of this account with this name or machine identifier, and the best way to it.
    pub fn connect(&self, name_or_id: &str) -> Result<Connected, ConnectError> {
        drive(&self.runtime, self.inner.connect(name_or_id))
    }

    /// The same with a list of servers and a connector of your own.
    pub fn connect_with(
        &self,
        discovery: &Discovery,
        connector: &Connector,
        name_or_id: &str,
    ) -> Result<Connected, ConnectError> {
        drive(&self.runtime, discovery.connect(connector, name_or_id))
    }
}

impl Server {
    /// Connects to another server or a provider that this one knows, with the token that it gives for it.
    pub fn connect_source(&self, source: SourceUri) -> Result<Connected, ConnectError> {
        drive(&self.runtime, self.inner.connect_source(source))
    }

    /// Connects to a server at URLs, on the local network and so on.
    pub fn connect(
        connector: &Connector,
        target: impl Into<Target>,
    ) -> Result<Connected, ConnectError> {
        let runtime = Driver::new()
            .map_err(|error| ConnectError::Client(Error::invalid("Connect", error.to_string())))?;
        drive(&runtime, connector.connect(target))
    }
}

fn drive(
    runtime: &Arc<Driver>,
    connecting: impl Future<Output = Result<crate::connect::Connected, ConnectError>>,
) -> Result<Connected, ConnectError> {
    if Handle::try_current().is_ok() {
        let message =
            "a blocking client connected inside an async runtime; use the async client there";
        return Err(ConnectError::Client(Error::invalid("Connect", message)));
    }
    Ok(Connected {
        inner: runtime.run(connecting)?,
        runtime: runtime.clone(),
    })
}
