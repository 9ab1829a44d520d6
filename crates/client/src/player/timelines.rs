//! [`Timelines`]: what a player does, as one stream of answers to long polls.

use super::Player;
use crate::error::Error;
use crate::policy::RetryPolicy;
use crate::reconnect::{self, Feed, Outage, Reconnecting};
use futures_core::Stream;
use plex_sdk_contract::Endpoint;
use plex_sdk_contract::endpoints::player::companion::PlayerPollTimeline;
use plex_sdk_contract::model::PlayerTimelines;
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
    reconnect: RetryPolicy,
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
        TimelinesBuilder {
            player: self.clone(),
            patience: PATIENCE,
            reconnect: reconnect::default_policy(),
        }
    }
}

impl TimelinesBuilder {
    /// How long the player may say nothing before it is asked whether it is still there; 60 seconds where nothing is said.
    pub fn patience(mut self, limit: Duration) -> Self {
        self.patience = limit;
        self
    }

    /// How a player that does not answer is polled again. By default the waits grow from half a second to half a minute, and
    /// there is no end to them. [`attempts`](RetryPolicy::attempts) and [`within`](RetryPolicy::within) count from the loss
    /// on. A player that answered for no longer than the longest wait does not start the count anew.
    pub fn reconnect(mut self, policy: RetryPolicy) -> Self {
        self.reconnect = policy;
        self
    }

    /// The stream; the player is asked when the stream is.
    pub fn stream(self) -> Timelines {
        let policy = self.reconnect;
        let feed = Polls {
            setup: self,
            wait_for_change: false,
            last: None,
            pause: None,
        };
        Timelines(Reconnecting::new(feed, policy))
    }
}

/// What a player does, for as long as it is wanted; see [`Player::timelines`]. After an error it ends.
#[must_use = "nothing happens until it is asked"]
pub struct Timelines(Reconnecting<Polls>);

impl Timelines {
    /// What comes next; `None` after the error that ended the stream. It may be dropped at any time: nothing is lost.
    pub async fn next(&mut self) -> Option<Item> {
        poll_fn(|cx| Pin::new(&mut *self).poll_next(cx)).await
    }
}

impl Stream for Timelines {
    type Item = Item;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Item>> {
        Pin::new(&mut self.0).poll_next(cx)
    }
}

impl fmt::Debug for Timelines {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Timelines")
            .field("over", &self.0.is_over())
            .finish_non_exhaustive()
    }
}

/// One poll after the other.
struct Polls {
    setup: TimelinesBuilder,
    /// The next poll returns when something changes. The first one, and that after a loss, returns the state now.
    wait_for_change: bool,
    last: Option<PlayerTimelines>,
    /// How long to wait before the next poll.
    pause: Option<Duration>,
}

impl Feed for Polls {
    type Event = PlayerEvent;

    async fn step(
        &mut self,
        outage: &mut Outage,
        ready: &mut VecDeque<PlayerEvent>,
    ) -> Result<(), Error> {
        if let Some(pause) = self.pause.take() {
            tokio::time::sleep(pause).await;
        }
        let asked = Instant::now();
        let player = &self.setup.player;
        let request = PlayerPollTimeline::default().wait(self.wait_for_change);
        let limit = if self.wait_for_change {
            self.setup.patience
        } else {
            PROMPT
        };
        let call = player.send(request).retries(RetryPolicy::none());
        let now = match call.timeout(limit).await {
            Ok(answer) => answer.content,
            // Nothing changed, or nobody is there any more.
            Err(error) if error.is_timeout() && self.wait_for_change => {
                self.wait_for_change = false;
                return Ok(());
            }
            Err(error) => return Err(error),
        };
        let id = now.machine_identifier.as_ref().map(AsRef::as_ref);
        player.check(PlayerPollTimeline::NAME, id)?;
        let gap = outage.connected();
        ready.extend(gap.map(|gap| PlayerEvent::Gap {
            cause: gap.cause,
            lasted: gap.lasted,
        }));
        let news = self.last.as_ref() != Some(&now);
        let pace = match (news, self.wait_for_change) {
            (false, true) => SLOW_PACE,
            _ => PACE,
        };
        self.pause = Some(pace.saturating_sub(asked.elapsed()));
        self.wait_for_change = true;
        if news {
            self.last = Some(now.clone());
            ready.push_back(PlayerEvent::Timelines(Box::new(now)));
        }
        Ok(())
    }

    fn lost(&mut self, error: &Error) -> Option<PlayerEvent> {
        self.wait_for_change = false;
        Some(PlayerEvent::Lost(error.clone()))
    }
}
