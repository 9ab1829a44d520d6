//! What a player is, shows and reports.

use crate::codec::envelope::MediaContainer;
use crate::endpoint::endpoints;
use crate::ids::{ClientIdentifier, MachineIdentifier};
use crate::model::{CompanionPlayers, NavigationStep, PlayerTimelines};
use crate::reply::NoBody;
use crate::text::Text;
use crate::token::TransientToken;
use plex_sdk_derive::Request;

/// `GET /resources`
///
/// Asks a player itself what it is and which commands it takes.
///
/// - Answer: the player.
/// - Errors: 401 without a token that the player accepts.
/// - Who: anyone; some players want a token.
/// - Source: `get_client_resources_root`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct GetClientResourcesRoot {}

/// `GET /player/resources`
///
/// Asks what a player is and which commands it takes, also through a server.
///
/// - Parameters: the player, where a server relays the request.
/// - Answer: the player.
/// - Errors: 400; 401 without a token that the player or server accepts; 404 for an unknown player.
/// - Who: anyone whose token the player or server accepts.
/// - Source: `get_client_resources`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetClientResources {
    /// The player, where a server relays the request to it.
    #[wire(name = "X-Plex-Target-Client-Identifier")]
    pub target: Option<ClientIdentifier>,
}

/// `GET /player/mirror/details`
///
/// Has a player show an item's page, without playing it.
///
/// - Parameters: the item; the server and a token for it; the command's number and the player.
/// - Errors: 400; 401 without a token that the player or server accepts; 404 for an unknown player.
/// - Who: anyone whose token the player or server accepts.
/// - Source: `mirror_details`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct MirrorDetails {
    /// The item's path on the server.
    pub key: Option<Text>,
    /// The server that has the item.
    pub machine_identifier: Option<MachineIdentifier>,
    /// `http` or `https`, to that server.
    pub protocol: Option<Text>,
    /// The address of that server, as the player reaches it.
    pub address: Option<Text>,
    /// The port of that server.
    pub port: Option<u16>,
    /// A token for that server, which the player keeps: a transient one.
    pub token: Option<TransientToken>,
    /// The command's number: it grows from command to command of one controller.
    #[wire(name = "commandID")]
    pub command_id: u32,
    /// The player, where a server relays the command to it.
    #[wire(name = "X-Plex-Target-Client-Identifier")]
    pub target: Option<ClientIdentifier>,
}

/// `GET /player/navigation/{cmd}`
///
/// Moves through a player's menus as a remote control does.
///
/// - Parameters: the step, the command's number and the player.
/// - Errors: 400; 401 without a token that the player or server accepts; 404 for an unknown player.
/// - Who: anyone whose token the player or server accepts.
/// - Source: `navigation_{cmd}`.
#[derive(Clone, Debug, PartialEq, Eq, Request)]
#[wire(required)]
pub struct Navigation {
    /// The step.
    pub cmd: NavigationStep,
    /// The command's number: it grows from command to command of one controller.
    #[wire(name = "commandID")]
    pub command_id: u32,
    /// The player, where a server relays the command to it.
    #[wire(name = "X-Plex-Target-Client-Identifier")]
    pub target: Option<ClientIdentifier>,
}

/// `GET /player/timeline/poll`
///
/// Asks what a player is doing.
///
/// - Parameters: whether to answer only when something changes; the command's number and the player.
/// - Answer: a report for each kind of media, and the number of the last command that the player carried out.
/// - Errors: 400; 401 without a token that the player or server accepts; 404 for an unknown player.
/// - Who: anyone whose token the player or server accepts.
/// - Source: `player_poll_timeline`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct PlayerPollTimeline {
    /// Whether the player waits with its answer until something changes.
    pub wait: Option<bool>,
    /// The command's number: it grows from command to command of one controller.
    #[wire(name = "commandID")]
    pub command_id: u32,
    /// The player, where a server relays the request to it.
    #[wire(name = "X-Plex-Target-Client-Identifier")]
    pub target: Option<ClientIdentifier>,
}

impl From<u32> for PlayerPollTimeline {
    fn from(command_id: u32) -> Self {
        Self {
            command_id,
            ..Self::default()
        }
    }
}

/// `GET /player/timeline/subscribe`
///
/// Has a player send its reports to the caller for a while. Whoever wants more of them subscribes again in time.
///
/// - Parameters: where the caller listens: protocol and port, at the address that the request comes from; the command's
///   number and the player.
/// - Errors: 400; 401 without a token that the player accepts.
/// - Who: anyone whose token the player accepts.
/// - Source: the companion protocol; no inventory of operations has it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct PlayerSubscribeTimeline {
    /// `http`, how reports are to be sent.
    pub protocol: Option<Text>,
    /// The port at which the caller listens.
    pub port: u16,
    /// The command's number: it grows from command to command of one controller.
    #[wire(name = "commandID")]
    pub command_id: u32,
    /// The player, where a server relays the request to it.
    #[wire(name = "X-Plex-Target-Client-Identifier")]
    pub target: Option<ClientIdentifier>,
}

/// `GET /player/timeline/unsubscribe`
///
/// Ends what [`PlayerSubscribeTimeline`] began.
///
/// - Parameters: the command's number and the player.
/// - Errors: 400; 401 without a token that the player accepts.
/// - Who: anyone whose token the player accepts.
/// - Source: the companion protocol; no inventory of operations has it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct PlayerUnsubscribeTimeline {
    /// The command's number: it grows from command to command of one controller.
    #[wire(name = "commandID")]
    pub command_id: u32,
    /// The player, where a server relays the request to it.
    #[wire(name = "X-Plex-Target-Client-Identifier")]
    pub target: Option<ClientIdentifier>,
}

impl From<u32> for PlayerUnsubscribeTimeline {
    fn from(command_id: u32) -> Self {
        Self {
            command_id,
            ..Self::default()
        }
    }
}

endpoints! {
    ($) Player, companion, player_companion_endpoints;
    GetClientResourcesRoot {}: GET "/resources" -> MediaContainer<CompanionPlayers>, Public, Read;
    GetClientResources: GET "/player/resources" -> MediaContainer<CompanionPlayers>, User, Read;
    MirrorDetails: GET | POST "/player/mirror/details" -> NoBody, User, Idempotent;
    Navigation: GET | POST "/player/navigation/{cmd}" -> NoBody, User, Once;
    PlayerPollTimeline: GET "/player/timeline/poll" -> MediaContainer<PlayerTimelines>, User, Read;
    PlayerSubscribeTimeline: GET | POST "/player/timeline/subscribe" -> NoBody, User, Idempotent;
    PlayerUnsubscribeTimeline: GET | POST "/player/timeline/unsubscribe" -> NoBody, User, Idempotent;
}
