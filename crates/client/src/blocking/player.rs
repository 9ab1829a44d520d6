//! Players without async: the groups of their operations, what is quicker said, and reports as an iterator; see
//! [`crate::player`].

pub use groups::*;

use super::{Call, Driver, Player, Server, not_async};
use crate::error::Error;
use crate::player::{PlayItem, PlayerEvent, TimelinesBuilder};
use plex_sdk_contract::Endpoint;
use plex_sdk_contract::endpoints::player::companion::{GetClientResources, PlayerPollTimeline};
use plex_sdk_contract::endpoints::player::playback::{
    PlayerPause, PlayerPlay, PlayerPlayMedia, PlayerSeekTo, PlayerSetParameters, PlayerSkipNext,
    PlayerSkipPrevious, PlayerStop,
};
use plex_sdk_contract::ids::{ClientIdentifier, PlayQueueId};
use plex_sdk_contract::model::{CompanionPlayer, PlayerMedia};
use std::sync::Arc;
use std::time::Duration;

impl Server {
    /// A player that this server knows, spoken to through the server; see [`crate::Server::player`].
    pub fn player(&self, target_client_identifier: impl Into<ClientIdentifier>) -> Player {
        Player {
            inner: self.inner.player(target_client_identifier),
            runtime: self.runtime.clone(),
        }
    }
}

impl Player {
    fn call<E: Endpoint>(&self, call: crate::Call<E>) -> Call<E> {
        Call {
            call,
            runtime: self.runtime.clone(),
        }
    }

    /// Asks the player who it is; see [`crate::Player::identify`].
    pub fn identify(&self) -> Result<CompanionPlayer, Error> {
        not_async(GetClientResources::NAME)?;
        self.runtime.run(self.inner.identify())
    }

    /// Has the player play an item of a server; see [`crate::Player::play_item`].
    pub fn play_item(&self, server: &Server, item: PlayItem) -> Result<Option<PlayQueueId>, Error> {
        not_async(PlayerPlayMedia::NAME)?;
        // The connections of the server belong to its own runtime.
        server
            .runtime
            .run(self.inner.play_item(&server.inner, item))
    }

    /// Goes on playing.
    pub fn play(&self, kind: PlayerMedia) -> Call<PlayerPlay> {
        self.call(self.inner.play(kind))
    }

    /// Pauses.
    pub fn pause(&self, kind: PlayerMedia) -> Call<PlayerPause> {
        self.call(self.inner.pause(kind))
    }

    /// Stops playing.
    pub fn stop(&self, kind: PlayerMedia) -> Call<PlayerStop> {
        self.call(self.inner.stop(kind))
    }

    /// Goes to this place in the item, in whole milliseconds.
    pub fn seek_to(&self, kind: PlayerMedia, place: Duration) -> Call<PlayerSeekTo> {
        self.call(self.inner.seek_to(kind, place))
    }

    /// Goes to the next item of the queue.
    pub fn skip_next(&self, kind: PlayerMedia) -> Call<PlayerSkipNext> {
        self.call(self.inner.skip_next(kind))
    }

    /// Goes to the item before, or to the beginning of this one.
    pub fn skip_previous(&self, kind: PlayerMedia) -> Call<PlayerSkipPrevious> {
        self.call(self.inner.skip_previous(kind))
    }

    /// Sets the volume, 0 to 100.
    pub fn set_volume(&self, kind: PlayerMedia, volume: u8) -> Call<PlayerSetParameters> {
        self.call(self.inner.set_volume(kind, volume))
    }

    /// What the player does, as it changes; see [`crate::Player::timelines`].
    pub fn timelines(&self) -> Timelines {
        self.timelines_of(self.inner.watch())
    }

    /// The same, set up with [`crate::Player::watch`].
    pub fn timelines_of(&self, setup: TimelinesBuilder) -> Timelines {
        Timelines {
            inner: Some(setup.stream()),
            runtime: self.runtime.clone(),
        }
    }
}

/// What a player does, one change after the other; `next` waits for as long as it takes. After an error it ends.
#[derive(Debug)]
#[must_use = "nothing happens until it is asked"]
pub struct Timelines {
    inner: Option<crate::player::Timelines>,
    runtime: Arc<Driver>,
}

impl Iterator for Timelines {
    type Item = Result<PlayerEvent, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        let inner = self.inner.as_mut()?;
        let item = match not_async(PlayerPollTimeline::NAME) {
            Ok(()) => self.runtime.run(inner.next()),
            Err(error) => Some(Err(error)),
        };
        if !matches!(item, Some(Ok(_))) {
            self.inner = None;
        }
        item
    }
}

mod groups {
    //! The groups of a player's operations.

    use super::{Call, Player};

    macro_rules! methods {
        ($($list:tt)*) => { crate::groups::methods! { Call; $($list)* } };
    }
    macro_rules! groups {
        ($($table:tt)*) => { crate::groups::offer! { Call, Player; $($table)* } };
    }
    plex_sdk_contract::player_groups!(groups);
}
