//! Sonos speakers as players, at a host of their own.
//!
//! That host takes the other commands of [`player::playback`](crate::endpoints::player::playback) as well; each names
//! its speaker as the player it is for.

use crate::codec::envelope::MediaContainer;
use crate::endpoint::endpoints;
use crate::ids::{ClientIdentifier, MachineIdentifier};
use crate::model::{CompanionPlayers, PlayerMedia};
use crate::reply::NoBody;
use crate::text::Text;
use crate::token::TransientToken;
use plex_sdk_derive::Request;

/// `GET /resources`
///
/// Lists the Sonos speakers that are linked with the account.
///
/// - Answer: the speakers.
/// - Errors: 401 without a token of an account.
/// - Who: an account with a Plex Pass.
/// - Source: `list_sonos_players`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct ListSonosPlayers {}

/// `GET /player/playback/playMedia`
///
/// Plays an item of a server on a speaker.
///
/// - Parameters: the item, its play queue, where to begin; the server and a token for it; the command's number, the kind
///   of media, the speaker.
/// - Errors: 401 without a token of an account.
/// - Who: an account with a Plex Pass.
/// - Source: `sonos_play_media`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct SonosPlayMedia {
    /// The item's path on the server.
    pub key: Text,
    /// The provider that the item comes from, such as `com.plexapp.plugins.library`.
    pub provider_identifier: Option<Text>,
    /// The path of the play queue, such as `/playQueues/7?own=1`.
    pub container_key: Option<Text>,
    /// Where to begin, in milliseconds.
    #[wire(name = "offset")]
    pub offset_ms: Option<u64>,
    /// The server that has the media.
    pub machine_identifier: Option<MachineIdentifier>,
    /// `http` or `https`, to that server.
    pub protocol: Option<Text>,
    /// The address of that server, as it is reached from outside.
    pub address: Option<Text>,
    /// The port of that server.
    pub port: Option<u16>,
    /// A token for that server: a transient one.
    pub token: Option<TransientToken>,
    /// The command's number: it grows from command to command of one controller.
    #[wire(name = "commandID")]
    pub command_id: u32,
    /// The kind of media: music.
    #[wire(name = "type")]
    pub kind: Option<PlayerMedia>,
    /// The speaker, by its [`machine_identifier`](crate::model::CompanionPlayer::machine_identifier).
    #[wire(name = "X-Plex-Target-Client-Identifier")]
    pub target: Option<ClientIdentifier>,
}

endpoints! {
    ($) Sonos, sonos, sonos_endpoints;
    ListSonosPlayers {}: GET "/resources" -> MediaContainer<CompanionPlayers>, User, Read;
    SonosPlayMedia: GET "/player/playback/playMedia" -> NoBody, User, Once;
}
