//! [`Reconnecting`]: a stream that outlives the connections it is made of, for events and player timelines.
//!
//! It owns what is the same for both: the count of failures, the waits between attempts, what an outage reports, and when
//! the stream ends.

use crate::error::Error;
use crate::policy::{Attempt, Decision, Failure, RetryPolicy};
use crate::transport::BoxFuture;
use futures_core::Stream;
use plex_sdk_contract::Effect;
use std::collections::VecDeque;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::time::Instant;

/// Retries without an end, with waits from half a second to half a minute.
pub(crate) fn default_policy() -> RetryPolicy {
    RetryPolicy::default()
        .attempts(u32::MAX)
        .first_wait(Duration::from_millis(500))
        .longest_wait(Duration::from_secs(30))
        .within(Duration::MAX)
}

/// What a stream gets its events from, one connection after the other.
pub(crate) trait Feed: Send + 'static {
    type Event: Send + 'static;

    /// Connects if there is no connection, else waits for what comes next. What is to be reported goes into `ready`.
    ///
    /// After an error it is called again, once the stream has waited.
    fn step(
        &mut self,
        outage: &mut Outage,
        ready: &mut VecDeque<Self::Event>,
    ) -> impl Future<Output = Result<(), Error>> + Send;

    /// Returns the event for the start of an outage; `None` if this outage is not reported, and neither its end.
    fn lost(&mut self, error: &Error) -> Option<Self::Event>;
}

/// An outage that is over.
pub(crate) struct Gap {
    pub(crate) cause: Error,
    pub(crate) lasted: Duration,
}

/// Whether there is a connection, and what follows its loss.
pub(crate) struct Outage {
    policy: RetryPolicy,
    /// When the connection was made.
    connected: Option<Instant>,
    /// There was a connection before.
    known: bool,
    /// How often in a row there was no connection, or none that lasted.
    failures: u32,
    /// When the first of these was.
    failing_since: Instant,
    /// When and why the connection was lost, if that was reported.
    reported: Option<(Instant, Error)>,
}

impl Outage {
    fn new(policy: RetryPolicy) -> Self {
        Self {
            policy,
            connected: None,
            known: false,
            failures: 0,
            failing_since: Instant::now(),
            reported: None,
        }
    }

    /// There is a connection. Returns the outage that this ended, if one was reported.
    pub(crate) fn connected(&mut self) -> Option<Gap> {
        self.known = true;
        self.connected.get_or_insert_with(Instant::now);
        let (at, cause) = self.reported.take()?;
        Some(Gap {
            cause,
            lasted: at.elapsed(),
        })
    }

    /// There is no connection. Returns the wait before the next attempt, or the error if there is to be none.
    fn failed(&mut self, error: &Error) -> Result<Duration, Error> {
        if let Some(since) = self.connected.take()
            && since.elapsed() > self.policy.longest_wait_limit()
        {
            self.failures = 0;
        }
        if self.failures == 0 {
            self.failing_since = Instant::now();
        }
        self.failures = self.failures.saturating_add(1);
        let elapsed = self.failing_since.elapsed();
        let decision = self.policy.decide(&Attempt {
            effect: Effect::Read,
            number: self.failures,
            failure: if error.kind().may_pass(self.known) {
                Failure::NotSent
            } else {
                Failure::Final
            },
            retry_after: error.retry_after(),
            elapsed,
        });
        match decision {
            Decision::RetryAfter(wait) => Ok(wait),
            Decision::GiveUp => Err(error.clone().after(self.failures, elapsed)),
        }
    }
}

/// Events for as long as they are wanted. After an error it ends.
pub(crate) struct Reconnecting<F: Feed>(State<F>);

enum State<F: Feed> {
    Idle(Box<Session<F>>),
    Busy(BoxFuture<'static, Stepped<F>>),
    Over,
}

/// A session, and the event or the last error that it came to.
type Stepped<F> = (Box<Session<F>>, Result<<F as Feed>::Event, Error>);

struct Session<F: Feed> {
    feed: F,
    outage: Outage,
    ready: VecDeque<F::Event>,
    /// How long to wait before the next step.
    wait: Option<Duration>,
}

impl<F: Feed> Reconnecting<F> {
    /// Connects on the first poll, as often as the policy allows.
    pub(crate) fn new(feed: F, policy: RetryPolicy) -> Self {
        Self(State::Idle(Box::new(Session {
            feed,
            outage: Outage::new(policy),
            ready: VecDeque::new(),
            wait: None,
        })))
    }

    /// Makes the first connection now, and returns its error if that fails.
    #[cfg(feature = "events")]
    pub(crate) async fn connect(mut self) -> Result<Self, Error> {
        if let State::Idle(session) = &mut self.0 {
            let Session {
                feed,
                outage,
                ready,
                ..
            } = &mut **session;
            feed.step(outage, ready).await?;
        }
        Ok(self)
    }

    /// The stream has ended.
    pub(crate) fn is_over(&self) -> bool {
        matches!(self.0, State::Over)
    }
}

impl<F: Feed> Session<F> {
    async fn next(mut self: Box<Self>) -> Stepped<F> {
        loop {
            if let Some(event) = self.ready.pop_front() {
                return (self, Ok(event));
            }
            if let Some(wait) = self.wait.take() {
                tokio::time::sleep(wait).await;
            }
            let Self {
                feed,
                outage,
                ready,
                wait,
            } = &mut *self;
            let Err(error) = feed.step(outage, ready).await else {
                continue;
            };
            match outage.failed(&error) {
                Ok(next) => *wait = Some(next),
                Err(error) => return (self, Err(error)),
            }
            tracing::debug!(%error, ?wait, failures = outage.failures, "to be connected again");
            if outage.reported.is_none()
                && let Some(event) = feed.lost(&error)
            {
                outage.reported = Some((Instant::now(), error));
                ready.push_back(event);
            }
        }
    }
}

// Nothing in it is pinned.
impl<F: Feed> Unpin for Reconnecting<F> {}

impl<F: Feed> Stream for Reconnecting<F> {
    type Item = Result<F::Event, Error>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let mut work = match std::mem::replace(&mut self.0, State::Over) {
            State::Idle(session) => Box::pin(session.next()) as BoxFuture<'static, _>,
            State::Busy(work) => work,
            State::Over => return Poll::Ready(None),
        };
        let Poll::Ready((session, item)) = work.as_mut().poll(cx) else {
            self.0 = State::Busy(work);
            return Poll::Pending;
        };
        if item.is_ok() {
            self.0 = State::Idle(session);
        }
        Poll::Ready(Some(item))
    }
}
