//! [`Player`]: a Plex app that plays, controlled from elsewhere by the companion protocol.
//!
//! ```no_run
//! use plex_sdk::model::PlayerMedia;
//! use plex_sdk::player::PlayItem;
//! use std::time::Duration;
//!
//! # async fn run(server: plex_sdk::Server) -> Result<(), plex_sdk::Error> {
//! // Through a server that knows it; `Player::builder()` speaks to the player itself.
//! let player = server.player("9f7d0f2c-living-room");
//! player.play_item(&server, PlayItem::video("900").at(Duration::from_secs(90))).await?;
//! player.set_volume(PlayerMedia::Video, 40).await?;
//! let mut timelines = player.timelines();
//! while let Some(event) = timelines.next().await {
//!     println!("{:?}", event?);
//! }
//! # Ok(())
//! # }
//! ```
//!
//! Each command has a number, which a player's reports name as the last one it carried out. The [`Player`] counts: keep it,
//! or clones of it, as one that is made anew counts from 1 again. Where the caller gives a number or names a player, that
//! is what is sent.

mod found;
mod item;
mod recipient;
mod timelines;

pub use groups::*;
pub use item::PlayItem;
pub use timelines::{PlayerEvent, Timelines, TimelinesBuilder};

use crate::base_url::BaseUrl;
use crate::build_error::BuildError;
use crate::call::Call;
use crate::config::{Settings, settings_methods};
use crate::error::{Error, ErrorKind};
use crate::send::Core;
use crate::server::Server;
use plex_sdk_contract::endpoints::player::companion::{GetClientResources, GetClientResourcesRoot};
use plex_sdk_contract::endpoints::player::playback::{
    PlayerPause, PlayerPlay, PlayerSeekTo, PlayerSetParameters, PlayerSkipNext, PlayerSkipPrevious,
    PlayerStop,
};
use plex_sdk_contract::ids::ClientIdentifier;
use plex_sdk_contract::model::{CompanionPlayer, PlayerMedia};
use plex_sdk_contract::{Endpoint, PlayerEndpoint, Token};
use recipient::PlayerRecipient;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

/// A player: spoken to directly, or through a server. Cloning it is cheap; clones share connections and count their
/// commands together.
#[derive(Clone)]
pub struct Player {
    pub(crate) core: Arc<Core>,
    pub(crate) recipient: Arc<PlayerRecipient>,
}

impl Server {
    /// A player that this server knows, spoken to through the server. Nothing is sent yet.
    pub fn player(&self, target_client_identifier: impl Into<ClientIdentifier>) -> Player {
        Player {
            core: self.core.clone(),
            recipient: Arc::new(PlayerRecipient::new(
                Some(target_client_identifier.into()),
                true,
            )),
        }
    }
}

impl Player {
    /// Starts setting up a player that is spoken to directly.
    pub fn builder() -> PlayerBuilder {
        PlayerBuilder::default()
    }

    /// The URL its requests go to: its own, or the server's.
    pub fn url(&self) -> &str {
        self.core.base().as_str()
    }

    /// Its client identifier, where that was given.
    pub fn target_client_identifier(&self) -> Option<&ClientIdentifier> {
        self.recipient.target.as_ref()
    }

    /// Sends any operation of a player, including your own. All methods of the groups call this.
    pub fn send<E: PlayerEndpoint>(&self, request: E) -> Call<E> {
        let call = Call::new(self.core.clone(), request).recipient(self.recipient.clone());
        if self.recipient.relayed && E::PATH == GetClientResourcesRoot::PATH {
            return call
                .refused("a server does not hand it on: use `get_client_resources` instead");
        }
        call
    }

    /// Asks the player who it is. An error of the kind [`ErrorKind::OtherPlayer`] means that another one answered than
    /// was asked for.
    pub async fn identify(&self) -> Result<CompanionPlayer, Error> {
        let name = GetClientResources::NAME;
        let answer = self.send(GetClientResources::default()).await?;
        let found = answer.content.players.into_iter().next();
        let found = found.ok_or_else(|| {
            Error::new(ErrorKind::NotUnderstood, name).with_message("it names no player")
        })?;
        self.check(name, found.machine_identifier.as_ref().map(AsRef::as_ref))?;
        Ok(found)
    }

    /// Whether the answer is that of the player that was asked for; one that says nothing may be.
    fn check(&self, name: &'static str, found: Option<&str>) -> Result<(), Error> {
        match (&self.recipient.target, found) {
            (Some(expected), Some(found)) if *expected != *found => {
                let kind = ErrorKind::OtherPlayer {
                    expected: expected.clone(),
                    found: found.into(),
                };
                Err(Error::new(kind, name))
            }
            _ => Ok(()),
        }
    }

    /// Goes on playing.
    pub fn play(&self, kind: PlayerMedia) -> Call<PlayerPlay> {
        self.send(PlayerPlay::default().kind(kind))
    }

    /// Pauses.
    pub fn pause(&self, kind: PlayerMedia) -> Call<PlayerPause> {
        self.send(PlayerPause::default().kind(kind))
    }

    /// Stops playing.
    pub fn stop(&self, kind: PlayerMedia) -> Call<PlayerStop> {
        self.send(PlayerStop::default().kind(kind))
    }

    /// Goes to this place in the item, in whole milliseconds.
    pub fn seek_to(&self, kind: PlayerMedia, place: Duration) -> Call<PlayerSeekTo> {
        self.send(PlayerSeekTo::new(millis(place)).kind(kind))
    }

    /// Goes to the next item of the queue.
    pub fn skip_next(&self, kind: PlayerMedia) -> Call<PlayerSkipNext> {
        self.send(PlayerSkipNext::default().kind(kind))
    }

    /// Goes to the item before, or to the beginning of this one.
    pub fn skip_previous(&self, kind: PlayerMedia) -> Call<PlayerSkipPrevious> {
        self.send(PlayerSkipPrevious::default().kind(kind))
    }

    /// Sets the volume, 0 to 100; more is refused before it is sent.
    pub fn set_volume(&self, kind: PlayerMedia, volume: u8) -> Call<PlayerSetParameters> {
        let call = self.send(PlayerSetParameters::default().volume(volume).kind(kind));
        if volume > 100 {
            return call.refused("the volume is 0 to 100");
        }
        call
    }
}

pub(crate) fn millis(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}

impl fmt::Debug for Player {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Player")
            .field("url", self.core.base())
            .field("target", &self.recipient.target)
            .field("relayed", &self.recipient.relayed)
            .finish_non_exhaustive()
    }
}

mod groups {
    //! The groups of a player's operations.

    use super::Player;
    use crate::call::Call;

    macro_rules! methods {
        ($($list:tt)*) => { crate::groups::methods! { Call; $($list)* } };
    }
    macro_rules! groups {
        ($($table:tt)*) => { crate::groups::offer! { Call, Player; $($table)* } };
    }
    plex_sdk_contract::player_groups!(groups);
}

/// Sets up a [`Player`] that is spoken to directly.
#[derive(Clone, Debug, Default)]
#[must_use]
pub struct PlayerBuilder {
    url: Option<String>,
    target: Option<ClientIdentifier>,
    pub(crate) settings: Settings,
}

impl PlayerBuilder {
    /// The player's own URL, such as `http://192.168.1.7:32500`.
    pub fn url(mut self, url: impl Into<String>) -> Self {
        self.url = Some(url.into());
        self
    }

    /// The player's client identifier: it is sent along, and answers that name another player are errors.
    pub fn target_client_identifier(mut self, id: impl Into<ClientIdentifier>) -> Self {
        self.target = Some(id.into());
        self
    }

    /// A token that the player accepts; many players in the same network want none.
    pub fn token(mut self, token: impl Into<Token>) -> Self {
        self.settings.token = Some(token.into());
        self
    }

    settings_methods!();

    /// Builds the player's client. Nothing is sent yet.
    pub fn build(self) -> Result<Player, BuildError> {
        let base = BaseUrl::parse(self.url.as_deref().ok_or(BuildError::NoServer)?)?;
        let core = Core::new(base, &self.settings)?;
        Ok(Player {
            core: Arc::new(core),
            recipient: Arc::new(PlayerRecipient::new(self.target, false)),
        })
    }
}
