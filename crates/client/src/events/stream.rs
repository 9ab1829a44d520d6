//! [`Events`]: a server's events, from one connection after the other.

use super::link::Link;
use super::{Event, Settings};
use crate::error::Error;
use crate::reconnect::{Feed, Outage, Reconnecting};
use crate::send::Core;
use futures_core::Stream;
use std::collections::VecDeque;
use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

/// Events of a server, for as long as they are wanted; see [`events`](crate::events).
///
/// It is a [`Stream`], and has [`next`](Self::next) for those who need no more. After an error it ends.
#[must_use = "nothing happens until it is asked for events"]
pub struct Events(Reconnecting<Connection>);

impl Events {
    /// Connects when it is first polled.
    pub(super) fn unconnected(core: Arc<Core>, settings: Settings) -> Self {
        let policy = settings.reconnect;
        let feed = Connection {
            core,
            settings,
            link: None,
        };
        Self(Reconnecting::new(feed, policy))
    }

    /// Makes the first connection now.
    pub(super) async fn connect(core: Arc<Core>, settings: Settings) -> Result<Self, Error> {
        let events = Self::unconnected(core, settings);
        Ok(Self(events.0.connect().await?))
    }

    /// The next event; `None` after the error that ended the stream. It may be dropped at any time: nothing is lost.
    pub async fn next(&mut self) -> Option<Result<Event, Error>> {
        poll_fn(|cx| Pin::new(&mut *self).poll_next(cx)).await
    }
}

impl Stream for Events {
    type Item = Result<Event, Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Pin::new(&mut self.0).poll_next(cx)
    }
}

impl fmt::Debug for Events {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Events")
            .field("over", &self.0.is_over())
            .finish_non_exhaustive()
    }
}

/// The connection of the moment.
struct Connection {
    core: Arc<Core>,
    settings: Settings,
    link: Option<Link>,
}

impl Feed for Connection {
    type Event = Event;

    async fn step(
        &mut self,
        outage: &mut Outage,
        ready: &mut VecDeque<Event>,
    ) -> Result<(), Error> {
        let Settings {
            source,
            kinds,
            silence,
            ..
        } = &mut self.settings;
        let Some(link) = &mut self.link else {
            let (link, found) = Link::open(&self.core, *source, kinds).await?;
            tracing::debug!(url = %self.core.base().as_str(), source = ?found, "connected for events");
            // What was found to work is used again.
            *source = found;
            self.link = Some(link);
            ready.push_back(Event::Connected { source: found });
            let gap = outage.connected();
            ready.extend(gap.map(|gap| Event::Gap {
                cause: gap.cause,
                lasted: gap.lasted,
            }));
            return Ok(());
        };
        match link.next(*silence).await? {
            Ok(told) => {
                let wanted = told
                    .into_iter()
                    .filter(|told| kinds.is_empty() || kinds.contains(&told.kind()));
                ready.extend(wanted.map(Box::new).map(Event::Notification));
            }
            Err(error) => ready.push_back(Event::NotUnderstood(error)),
        }
        Ok(())
    }

    /// Only a connection that there was is lost.
    fn lost(&mut self, error: &Error) -> Option<Event> {
        let _ = self.link.take()?;
        Some(Event::Disconnected(error.clone()))
    }
}
