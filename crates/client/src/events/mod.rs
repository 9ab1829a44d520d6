//! What a server tells as it happens: [`Server::events`](crate::Server::events) gives a stream that stays connected.
//!
//! ```no_run
//! use plex_sdk::events::Event;
//! use plex_sdk::model::{NotificationContent, NotificationKind};
//!
//! # async fn run(server: plex_sdk::Server) -> Result<(), plex_sdk::Error> {
//! let mut events = server.events().kinds([NotificationKind::Playing, NotificationKind::Timeline]).connect().await?;
//! while let Some(event) = events.next().await {
//!     match event? {
//!         Event::Notification(notification) => match notification.content() {
//!             NotificationContent::Playing(session) => println!("{} {}", session.rating_key, session.state),
//!             other => println!("{other:?}"),
//!         },
//!         // Something may have been missed: read anew what you keep.
//!         Event::Gap { lasted, .. } => println!("nothing was heard for {lasted:?}"),
//!         _ => {}
//!     }
//! }
//! # Ok(())
//! # }
//! ```
//!
//! - A connection that breaks, or by which nothing comes any more, is replaced, after waits that grow and vary. Each
//!   time [`Event::Gap`] says so: servers do not send again what was missed.
//! - The stream ends with an error where another attempt would end the same: the token is refused (a
//!   [`TokenSource`](crate::tokens::TokenSource) was asked for another one before), the path is not there, a hook stopped it.
//! - Nothing is read ahead: what a slow consumer has not taken waits in the connection, and where it waits for too long the
//!   server cuts it, which is a gap. Dropping the stream ends it.
//! - The connection is made with the client's own HTTP client, so TLS, proxies, names and hooks are those of its calls.
//!   The token travels in a header.

mod link;
mod sse;
mod stream;

pub use stream::Events;

use crate::error::Error;
use crate::policy::RetryPolicy;
use crate::reconnect;
use crate::send::Core;
use crate::server::Server;
use plex_sdk_contract::DecodeError;
use plex_sdk_contract::model::{Notification, NotificationKind};
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

/// How long nothing may be heard of a server where nothing else is said.
pub const DEFAULT_SILENCE: Duration = Duration::from_secs(60);

/// By what notifications come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Source {
    /// A websocket, or an event stream where the server, something in between, or a transport of your own has none.
    #[default]
    Automatic,
    /// A websocket at `/:/websockets/notifications`.
    WebSocket,
    /// A websocket at `/:/websocket/notifications`, the path in Plex's description.
    OldWebSocket,
    /// An event stream at `/:/eventsource/notifications`.
    EventSource,
}

/// What a stream of events gives.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum Event {
    /// A connection was made, the first one or another one.
    Connected {
        /// By what; never [`Source::Automatic`].
        source: Source,
    },
    /// The connection is gone; another one will be made. The error says why.
    Disconnected(Error),
    /// There is a connection again, after one was lost: what happened in between was not told, and never will be.
    Gap {
        /// Why the last connection was lost.
        cause: Error,
        /// For how long there was none.
        lasted: Duration,
    },
    /// Something happened.
    Notification(Box<Notification>),
    /// A message came that is no notification. It was left out.
    NotUnderstood(DecodeError),
}

/// Sets up a stream of events.
#[must_use = "nothing is connected before `connect` or `stream`"]
pub struct EventsBuilder {
    core: Arc<Core>,
    settings: Settings,
}

#[derive(Clone, Debug)]
struct Settings {
    source: Source,
    kinds: Vec<NotificationKind>,
    silence: Duration,
    reconnect: RetryPolicy,
}

impl Server {
    /// Sets up a stream of what the server reports as it happens.
    pub fn events(&self) -> EventsBuilder {
        EventsBuilder {
            core: self.core.clone(),
            settings: Settings {
                source: Source::Automatic,
                kinds: Vec::new(),
                silence: DEFAULT_SILENCE,
                reconnect: reconnect::default_policy(),
            },
        }
    }
}

impl EventsBuilder {
    /// By what notifications come; a websocket where there is one if nothing is said.
    pub fn source(mut self, source: Source) -> Self {
        self.settings.source = source;
        self
    }

    /// Gives notifications of these kinds only; all where there are none. An event stream has the server leave out the
    /// others, a websocket brings them along.
    pub fn kinds<K: Into<NotificationKind>>(mut self, kinds: impl IntoIterator<Item = K>) -> Self {
        self.settings.kinds = kinds.into_iter().map(Into::into).collect();
        self
    }

    /// How long nothing may be heard of the server before its connection counts as lost; 60 seconds where nothing is said,
    /// at least 2 milliseconds. After half of it a websocket asks for a sign of life. An event stream cannot ask: there it
    /// counts from the first sign of life on that the server sends by itself, as Plex does every few seconds.
    pub fn silence(mut self, limit: Duration) -> Self {
        self.settings.silence = limit.max(Duration::from_millis(2));
        self
    }

    /// How a lost connection is replaced. Without it the waits grow from half a second to half a minute, and there is no
    /// end to them. [`attempts`](RetryPolicy::attempts) counts from the loss on, [`within`](RetryPolicy::within) too; when
    /// they are used up the stream ends with the last error. A connection that lasted no longer than the longest wait does
    /// not start the count anew.
    pub fn reconnect(mut self, policy: RetryPolicy) -> Self {
        self.settings.reconnect = policy;
        self
    }

    /// Makes the first connection, and gives its error where that is not possible.
    pub async fn connect(self) -> Result<Events, Error> {
        Events::connect(self.core, self.settings).await
    }

    /// The stream, connected when it is first asked; the first connection is tried for as often as any other.
    pub fn stream(self) -> Events {
        Events::unconnected(self.core, self.settings)
    }
}

impl fmt::Debug for EventsBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EventsBuilder")
            .field("url", self.core.base())
            .field("settings", &self.settings)
            .finish_non_exhaustive()
    }
}
