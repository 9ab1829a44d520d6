//! Sonos speakers as players, at a host of their own.
//!
//! That host takes the other commands of [`player::playback`](crate::endpoints::player::playback) as well; each names
//! its speaker as the player it is for.

use crate::codec::envelope::MediaContainer;
use crate::ids::{ClientIdentifier, MachineIdentifier};
use crate::model::{CompanionPlayers, PlayerMedia};
use crate::reply::NoBody;
use crate::text::Text;
use crate::token::TransientToken;
use plex_sdk_derive::{endpoints, request};

endpoints! {
    Sonos, sonos, sonos_endpoints;

    /// Lists the Sonos speakers that are linked to the account.
    ListSonosPlayers {}: GET "/resources" -> MediaContainer<CompanionPlayers>, User, Read, unpublished;
    /// Plays an item from a server on a Sonos speaker.
    SonosPlayMedia: GET "/player/playback/playMedia" -> NoBody, User, Once, unpublished;
}

/// Requires a Plex Pass.
#[request]
pub struct ListSonosPlayers {}

/// Requires a Plex Pass. The speaker connects to the server from the internet, so it needs an address that is reachable
/// from there, and a token.
#[request]
pub struct SonosPlayMedia {
    /// The key of the item, such as `/library/metadata/900`.
    pub key: Text,
    /// The identifier of the media provider that the item comes from, such as `com.plexapp.plugins.library`.
    pub provider_identifier: Option<Text>,
    /// The path of the play queue, such as `/playQueues/7?own=1`.
    pub container_key: Option<Text>,
    /// The position to start at. In milliseconds, from 0.
    #[wire(name = "offset")]
    pub offset_ms: Option<u64>,
    /// The machine identifier of the server that has the item.
    pub machine_identifier: Option<MachineIdentifier>,
    /// The protocol to connect to that server with: `http` or `https`.
    pub protocol: Option<Text>,
    /// The address of that server, as seen from the internet.
    pub address: Option<Text>,
    /// The port of that server. 1 to 65535.
    pub port: Option<u16>,
    /// A transient token for that server.
    pub token: Option<TransientToken>,
    /// The number of the command. A controller must increase it with every command.
    #[wire(name = "commandID")]
    pub command_id: u32,
    /// The type of media: music.
    #[wire(name = "type")]
    pub kind: Option<PlayerMedia>,
    /// The speaker, by its [`machine_identifier`](crate::model::CompanionPlayer::machine_identifier).
    #[wire(name = "X-Plex-Target-Client-Identifier")]
    pub target: Option<ClientIdentifier>,
}
