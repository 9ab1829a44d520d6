//! [`Timelines`]: what a player does, as one stream of answers to long polls.

use super::Player;
use crate::error::Error;
use crate::policy::{Attempt, Decision, Failure, RetryPolicy};
use crate::transport::BoxFuture;
use futures_core::Stream;
use plex_sdk_contract::endpoints::player::companion::PlayerPollTimeline;
use plex_sdk_contract::model::PlayerTimelines;
use plex_sdk_contract::{Effect, Endpoint};
use std::collections::VecDeque;
use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::time::Instant;

/// How long a player may say nothing where nothing changes.
const PATIENCE: Duration = Duration::from_secs(60);
/// How long it may take for an answer that it need not wait for.
const PROMPT: Duration = Duration::from_secs(10);
/// Polls begin this far apart at least.
const PACE: Duration = Duration::from_millis(250);
/// The same after an answer that says nothing new, as of players that do not wait.
const SLOW_PACE: Duration = Duration::from_secs(1);

type Item = Result<PlayerEvent, Error>;

/// What a stream of timelines gives.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum PlayerEvent {
    /// What the player does now, which differs from what it did before.
    Timelines(Box<PlayerTimelines>),
    /// The player does not answer; it will be asked again. The error says why.
    Lost(Error),
    /// The player answers again. What it did in between is not known; what it does now comes next, where that changed.
    Gap {
        /// Why it was lost.
        cause: Error,
        /// For how long it was.
        lasted: Duration,
    },
}

/// Sets up a stream of timelines.
#[derive(Clone, Debug)]
#[must_use = "nothing is asked before the stream is"]
pub struct TimelinesBuilder {
    player: Player,
    patience: Duration,
    again: RetryPolicy,
}

impl Player {
    /// What the player does, as it changes: a stream, asked for by polls to which the player answers when something
    /// changes. It goes on when the player is away for a while, and ends with an error where asking again would end the
    /// same, or where another player answers.
    pub fn timelines(&self) -> Timelines {
        self.watch().stream()
    }

    /// The same as [`timelines`](Self::timelines), to be set up.
    pub fn watch(&self) -> TimelinesBuilder {
        let again = RetryPolicy::default()
            .attempts(u32::MAX)
            .first_wait(Duration::from_millis(500))
            .longest_wait(Duration::from_secs(30))
            .within(Duration::MAX);
        TimelinesBuilder {
            player: self.clone(),
            patience: PATIENCE,
            again,
        }
    }
}

impl TimelinesBuilder {
    /// How long the player may say nothing before it is asked whether it is still there; 60 seconds where nothing is said.
    pub fn patience(mut self, limit: Duration) -> Self {
        self.patience = limit;
        self
    }

    /// How a player that does not answer is asked again. Without it the waits grow from half a second to half a minute,
    /// and there is no end to them.
    pub fn reconnect(mut self, policy: RetryPolicy) -> Self {
        self.again = policy;
        self
    }

    /// The stream; the player is asked when the stream is.
    pub fn stream(self) -> Timelines {
        Timelines(State::Idle(Box::new(Session {
            setup: self,
            wait_for_change: false,
            last: None,
            pause: None,
            ready: VecDeque::new(),
            loss: None,
            failures: 0,
            known: false,
        })))
    }
}

/// What a player does, for as long as it is wanted; see [`Player::timelines`]. After an error it ends.
#[must_use = "nothing happens until it is asked"]
pub struct Timelines(State);

enum State {
    Idle(Box<Session>),
    Busy(BoxFuture<'static, (Box<Session>, Item)>),
    Over,
}

impl Timelines {
    /// What comes next; `None` after the error that ended the stream. It may be dropped at any time: nothing is lost.
    pub async fn next(&mut self) -> Option<Item> {
        poll_fn(|cx| Pin::new(&mut *self).poll_next(cx)).await
    }
}

impl Stream for Timelines {
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
        if item.is_ok() {
            self.0 = State::Idle(session);
        }
        Poll::Ready(Some(item))
    }
}

impl fmt::Debug for Timelines {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let over = matches!(self.0, State::Over);
        f.debug_struct("Timelines")
            .field("over", &over)
            .finish_non_exhaustive()
    }
}

/// A player that does not answer.
struct Loss {
    at: Instant,
    cause: Error,
}

struct Session {
    setup: TimelinesBuilder,
    /// The next poll is answered when something changes. The first one, and that after a loss, asks for what is now.
    wait_for_change: bool,
    last: Option<PlayerTimelines>,
    /// What to let pass before the next poll.
    pause: Option<Duration>,
    ready: VecDeque<PlayerEvent>,
    loss: Option<Loss>,
    /// How often in a row there was no answer.
    failures: u32,
    /// There was an answer before.
    known: bool,
}

impl Session {
    async fn next(mut self: Box<Self>) -> (Box<Self>, Item) {
        loop {
            if let Some(event) = self.ready.pop_front() {
                return (self, Ok(event));
            }
            if let Some(pause) = self.pause.take() {
                tokio::time::sleep(pause).await;
            }
            if let Err(error) = self.ask().await {
                return (self, Err(error));
            }
        }
    }

    /// One poll; an error where there is to be no other.
    async fn ask(&mut self) -> Result<(), Error> {
        let asked = Instant::now();
        let player = &self.setup.player;
        let request = PlayerPollTimeline::default().wait(self.wait_for_change);
        let limit = if self.wait_for_change {
            self.setup.patience
        } else {
            PROMPT
        };
        let call = player.send(request).retries(RetryPolicy::none());
        match call.timeout(limit).await {
            Ok(answer) => {
                let now = answer.content;
                let id = now.machine_identifier.as_ref().map(AsRef::as_ref);
                player.check(PlayerPollTimeline::NAME, id)?;
                self.take(now, asked);
                Ok(())
            }
            // Nothing changed, or nobody is there any more.
            Err(error) if error.is_timeout() && self.wait_for_change => {
                self.wait_for_change = false;
                Ok(())
            }
            Err(error) => self.failed(error),
        }
    }

    fn take(&mut self, now: PlayerTimelines, asked: Instant) {
        self.known = true;
        self.failures = 0;
        if let Some(loss) = self.loss.take() {
            self.ready.push_back(PlayerEvent::Gap {
                cause: loss.cause,
                lasted: loss.at.elapsed(),
            });
        }
        let news = self.last.as_ref() != Some(&now);
        let pace = match (news, self.wait_for_change) {
            (false, true) => SLOW_PACE,
            _ => PACE,
        };
        self.pause = Some(pace.saturating_sub(asked.elapsed()));
        self.wait_for_change = true;
        if news {
            self.last = Some(now.clone());
            self.ready.push_back(PlayerEvent::Timelines(Box::new(now)));
        }
    }

    /// There was no answer; the error where there is to be no other attempt.
    fn failed(&mut self, error: Error) -> Result<(), Error> {
        self.failures = self.failures.saturating_add(1);
        self.wait_for_change = false;
        let first = self.loss.is_none();
        let loss = self.loss.get_or_insert_with(|| Loss {
            at: Instant::now(),
            cause: error.clone(),
        });
        let elapsed = loss.at.elapsed();
        let failure = if error.kind().may_pass(self.known) {
            Failure::NotSent
        } else {
            Failure::Final
        };
        let decision = self.setup.again.decide(&Attempt {
            effect: Effect::Read,
            number: self.failures,
            failure,
            retry_after: error.retry_after(),
            elapsed,
        });
        match decision {
            Decision::RetryAfter(wait) => {
                tracing::debug!(%error, ?wait, failures = self.failures, "a player is to be asked again");
                self.pause = Some(wait);
                if first {
                    self.ready.push_back(PlayerEvent::Lost(error));
                }
                Ok(())
            }
            Decision::GiveUp => Err(error.after(self.failures, elapsed)),
        }
    }
}
