//! [`Events`]: one connection after the other, as one stream.

use super::link::{Link, Told};
use super::{Event, Settings};
use crate::error::Error;
use crate::policy::{Attempt, Decision, Failure};
use crate::send::Core;
use crate::transport::BoxFuture;
use futures_core::Stream;
use plex_sdk_contract::Effect;
use std::collections::VecDeque;
use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::time::Instant;

/// No server is waited for longer than this before it is tried again, whatever it says.
const LONGEST_WAIT: Duration = Duration::from_secs(60 * 60);

type Item = Result<Event, Error>;

/// Events of a server, for as long as it is wanted; see [`events`](crate::events).
///
/// It is a [`Stream`], and has [`next`](Self::next) for those who need no more. After an error it ends.
#[must_use = "nothing happens until it is asked for events"]
pub struct Events(State);

enum State {
    Idle(Box<Session>),
    Busy(BoxFuture<'static, (Box<Session>, Option<Item>)>),
    Over,
}

impl Events {
    /// The next event; `None` after the error that ended the stream. It may be dropped at any time: nothing is lost.
    pub async fn next(&mut self) -> Option<Item> {
        poll_fn(|cx| Pin::new(&mut *self).poll_next(cx)).await
    }
}

impl Stream for Events {
    type Item = Item;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Item>> {
        let mut work = match std::mem::replace(&mut self.0, State::Over) {
            State::Idle(session) => Box::pin(session.next()) as BoxFuture<'static, _>,
            State::Busy(work) => work,
            State::Over => return Poll::Ready(None),
        };
        let Poll::Ready((session, item)) = work.as_mut().poll(cx) else {
            self.0 = State::Busy(work);
            return Poll::Pending;
        };
        if matches!(item, Some(Ok(_))) {
            self.0 = State::Idle(session);
        }
        Poll::Ready(item)
    }
}

impl fmt::Debug for Events {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let over = matches!(self.0, State::Over);
        f.debug_struct("Events")
            .field("over", &over)
            .finish_non_exhaustive()
    }
}

/// A lost connection.
struct Loss {
    at: Instant,
    cause: Error,
}

struct Session {
    core: Arc<Core>,
    settings: Settings,
    link: Option<Link>,
    /// When the connection was made.
    since: Instant,
    /// What is to be given next.
    ready: VecDeque<Event>,
    loss: Option<Loss>,
    /// How long to wait before the next attempt.
    wait: Option<Duration>,
    /// How often in a row there was no connection, or none that lasted.
    failures: u32,
    /// When the first of these was.
    failing_since: Instant,
    /// There was a connection before.
    known: bool,
}

pub(super) fn unconnected(core: Arc<Core>, settings: Settings) -> Events {
    Events(State::Idle(Box::new(Session::new(core, settings))))
}

pub(super) async fn connect(core: Arc<Core>, settings: Settings) -> Result<Events, Error> {
    let mut session = Box::new(Session::new(core, settings));
    session.connect().await?;
    Ok(Events(State::Idle(session)))
}

impl Session {
    fn new(core: Arc<Core>, settings: Settings) -> Self {
        Self {
            core,
            settings,
            link: None,
            since: Instant::now(),
            ready: VecDeque::new(),
            loss: None,
            wait: None,
            failures: 0,
            failing_since: Instant::now(),
            known: false,
        }
    }

    async fn next(mut self: Box<Self>) -> (Box<Self>, Option<Item>) {
        loop {
            if let Some(event) = self.ready.pop_front() {
                return (self, Some(Ok(event)));
            }
            let failed = if let Some(link) = &mut self.link {
                match link.next(self.settings.silence).await {
                    Ok(told) => {
                        self.take(told);
                        continue;
                    }
                    Err(error) => self.lost(error),
                }
            } else {
                if let Some(wait) = self.wait.take() {
                    tokio::time::sleep(wait).await;
                }
                match self.connect().await {
                    Ok(()) => continue,
                    Err(error) => self.failed(error),
                }
            };
            if let Err(error) = failed {
                return (self, Some(Err(error)));
            }
        }
    }

    fn take(&mut self, told: Told) {
        let kinds = &self.settings.kinds;
        match told {
            Ok(told) => {
                let wanted = told
                    .into_iter()
                    .filter(|told| kinds.is_empty() || kinds.contains(&told.kind()));
                self.ready
                    .extend(wanted.map(Box::new).map(Event::Notification));
            }
            Err(error) => self.ready.push_back(Event::NotUnderstood(error)),
        }
    }

    async fn connect(&mut self) -> Result<(), Error> {
        let (source, kinds) = (self.settings.source, &self.settings.kinds);
        let (link, source) = Link::open(&self.core, source, kinds).await?;
        tracing::debug!(url = %self.core.base.as_str(), ?source, "connected for events");
        // What was found to work is used again.
        self.settings.source = source;
        self.link = Some(link);
        self.since = Instant::now();
        self.known = true;
        self.ready.push_back(Event::Connected { source });
        if let Some(loss) = self.loss.take() {
            self.ready.push_back(Event::Gap {
                cause: loss.cause,
                lasted: loss.at.elapsed(),
            });
        }
        Ok(())
    }

    /// The connection is over; an error where there is to be no other.
    fn lost(&mut self, error: Error) -> Result<(), Error> {
        tracing::debug!(%error, "the connection for events is lost");
        self.link = None;
        if self.since.elapsed() > self.settings.reconnect.longest_wait_limit() {
            self.failures = 0;
        }
        self.loss = Some(Loss {
            at: Instant::now(),
            cause: error.clone(),
        });
        self.failed(error.clone())?;
        self.ready.push_back(Event::Disconnected(error));
        Ok(())
    }

    /// There is no connection; the error where there is to be no other attempt.
    fn failed(&mut self, error: Error) -> Result<(), Error> {
        if self.failures == 0 {
            self.failing_since = Instant::now();
        }
        self.failures = self.failures.saturating_add(1);
        let elapsed = self.failing_since.elapsed();
        let failure = if error.kind().may_pass(self.known) {
            Failure::NotSent
        } else {
            Failure::Final
        };
        let decision = self.settings.reconnect.decide(&Attempt {
            effect: Effect::Read,
            number: self.failures,
            failure,
            retry_after: error.retry_after().map(|wait| wait.min(LONGEST_WAIT)),
            elapsed,
        });
        match decision {
            Decision::RetryAfter(wait) => {
                tracing::debug!(%error, ?wait, failures = self.failures, "to be connected again");
                self.wait = Some(wait);
                Ok(())
            }
            Decision::GiveUp => Err(error.after(self.failures, elapsed)),
        }
    }
}
