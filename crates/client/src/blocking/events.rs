//! What a server tells as it happens, without async: an iterator; see [`crate::events`].

use super::{Driver, Server, not_async};
use crate::error::Error;
use crate::events::{Event, Source};
use crate::policy::RetryPolicy;
use plex_sdk_contract::model::NotificationKind;
use std::sync::Arc;
use std::time::Duration;

const NAME: &str = "Events";

impl Server {
    /// What the server tells as it happens.
    pub fn events(&self) -> EventsBuilder {
        EventsBuilder {
            inner: self.inner.events(),
            runtime: self.runtime.clone(),
        }
    }
}

/// Sets up an iterator of events.
#[derive(Debug)]
#[must_use = "nothing is connected before `connect` or `iter`"]
pub struct EventsBuilder {
    inner: crate::events::EventsBuilder,
    runtime: Arc<Driver>,
}

impl EventsBuilder {
    fn map(
        self,
        change: impl FnOnce(crate::events::EventsBuilder) -> crate::events::EventsBuilder,
    ) -> Self {
        Self {
            inner: change(self.inner),
            runtime: self.runtime,
        }
    }

    /// By what notifications come; see [`source`](crate::events::EventsBuilder::source).
    pub fn source(self, source: Source) -> Self {
        self.map(|inner| inner.source(source))
    }

    /// Gives notifications of these kinds only; see [`kinds`](crate::events::EventsBuilder::kinds).
    pub fn kinds<K: Into<NotificationKind>>(self, kinds: impl IntoIterator<Item = K>) -> Self {
        self.map(|inner| inner.kinds(kinds))
    }

    /// How long nothing may be heard of the server; see [`silence`](crate::events::EventsBuilder::silence).
    pub fn silence(self, limit: Duration) -> Self {
        self.map(|inner| inner.silence(limit))
    }

    /// How a lost connection is replaced; see [`reconnect`](crate::events::EventsBuilder::reconnect).
    pub fn reconnect(self, policy: RetryPolicy) -> Self {
        self.map(|inner| inner.reconnect(policy))
    }

    /// Makes the first connection, and gives its error where that is not possible.
    pub fn connect(self) -> Result<Events, Error> {
        not_async(NAME)?;
        let inner = self.runtime.run(self.inner.connect())?;
        Ok(Events {
            inner: Some(inner),
            runtime: self.runtime,
        })
    }

    /// The events, connected when they are first asked for.
    pub fn iter(self) -> Events {
        Events {
            inner: Some(self.inner.stream()),
            runtime: self.runtime,
        }
    }
}

/// Events of a server, one after the other; `next` waits for as long as it takes. After an error it ends.
#[derive(Debug)]
#[must_use = "nothing happens until it is asked for events"]
pub struct Events {
    inner: Option<crate::events::Events>,
    runtime: Arc<Driver>,
}

impl Iterator for Events {
    type Item = Result<Event, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        let inner = self.inner.as_mut()?;
        let item = match not_async(NAME) {
            Ok(()) => self.runtime.run(inner.next()),
            Err(error) => Some(Err(error)),
        };
        if !matches!(item, Some(Ok(_))) {
            self.inner = None;
        }
        item
    }
}
