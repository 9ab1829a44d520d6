//! What a player plays: play, pause, stop, seek, skip.

use crate::endpoint::endpoints;
use crate::ids::{ClientIdentifier, MachineIdentifier};
use crate::model::{PlayerMedia, PlayerState};
use crate::reply::NoBody;
use crate::text::Text;
use crate::token::TransientToken;
use plex_sdk_derive::Request;

/// `GET /player/playback/play`
///
/// Goes on playing.
///
/// - Parameters: the command's number, the kind of media, the player.
/// - Errors: 400; 401 without a token that the player or server accepts; 404 for an unknown player.
/// - Who: anyone whose token the player or server accepts.
/// - Source: `player_play`, `playback_play`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct PlayerPlay {
    /// The command's number: it grows from command to command of one controller.
    #[wire(name = "commandID")]
    pub command_id: u32,
    /// Which of the things that it plays; some players need it.
    #[wire(name = "type")]
    pub kind: Option<PlayerMedia>,
    /// The player, where a server relays the command to it.
    #[wire(name = "X-Plex-Target-Client-Identifier")]
    pub target: Option<ClientIdentifier>,
}

impl From<u32> for PlayerPlay {
    fn from(command_id: u32) -> Self {
        Self {
            command_id,
            ..Self::default()
        }
    }
}

/// `GET /player/playback/pause`
///
/// Pauses.
///
/// - Parameters: the command's number, the kind of media, the player.
/// - Errors: 400; 401 without a token that the player or server accepts; 404 for an unknown player.
/// - Who: anyone whose token the player or server accepts.
/// - Source: `player_pause`, `playback_pause`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct PlayerPause {
    /// The command's number: it grows from command to command of one controller.
    #[wire(name = "commandID")]
    pub command_id: u32,
    /// Which of the things that it plays; some players need it.
    #[wire(name = "type")]
    pub kind: Option<PlayerMedia>,
    /// The player, where a server relays the command to it.
    #[wire(name = "X-Plex-Target-Client-Identifier")]
    pub target: Option<ClientIdentifier>,
}

impl From<u32> for PlayerPause {
    fn from(command_id: u32) -> Self {
        Self {
            command_id,
            ..Self::default()
        }
    }
}

/// `GET /player/playback/stop`
///
/// Stops playing.
///
/// - Parameters: the command's number, the kind of media, the player.
/// - Errors: 400; 401 without a token that the player or server accepts; 404 for an unknown player.
/// - Who: anyone whose token the player or server accepts.
/// - Source: `player_stop`, `playback_stop`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct PlayerStop {
    /// The command's number: it grows from command to command of one controller.
    #[wire(name = "commandID")]
    pub command_id: u32,
    /// Which of the things that it plays; some players need it.
    #[wire(name = "type")]
    pub kind: Option<PlayerMedia>,
    /// The player, where a server relays the command to it.
    #[wire(name = "X-Plex-Target-Client-Identifier")]
    pub target: Option<ClientIdentifier>,
}

impl From<u32> for PlayerStop {
    fn from(command_id: u32) -> Self {
        Self {
            command_id,
            ..Self::default()
        }
    }
}

/// `GET /player/playback/skipNext`
///
/// Goes to the next item of the queue.
///
/// - Parameters: the command's number, the kind of media, the player.
/// - Errors: 400; 401 without a token that the player or server accepts; 404 for an unknown player.
/// - Who: anyone whose token the player or server accepts.
/// - Source: `playback_skip_next`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct PlayerSkipNext {
    /// The command's number: it grows from command to command of one controller.
    #[wire(name = "commandID")]
    pub command_id: u32,
    /// Which of the things that it plays; some players need it.
    #[wire(name = "type")]
    pub kind: Option<PlayerMedia>,
    /// The player, where a server relays the command to it.
    #[wire(name = "X-Plex-Target-Client-Identifier")]
    pub target: Option<ClientIdentifier>,
}

impl From<u32> for PlayerSkipNext {
    fn from(command_id: u32) -> Self {
        Self {
            command_id,
            ..Self::default()
        }
    }
}

/// `GET /player/playback/skipPrevious`
///
/// Goes to the item before, or to the beginning of this one.
///
/// - Parameters: the command's number, the kind of media, the player.
/// - Errors: 400; 401 without a token that the player or server accepts; 404 for an unknown player.
/// - Who: anyone whose token the player or server accepts.
/// - Source: `playback_skip_previous`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct PlayerSkipPrevious {
    /// The command's number: it grows from command to command of one controller.
    #[wire(name = "commandID")]
    pub command_id: u32,
    /// Which of the things that it plays; some players need it.
    #[wire(name = "type")]
    pub kind: Option<PlayerMedia>,
    /// The player, where a server relays the command to it.
    #[wire(name = "X-Plex-Target-Client-Identifier")]
    pub target: Option<ClientIdentifier>,
}

impl From<u32> for PlayerSkipPrevious {
    fn from(command_id: u32) -> Self {
        Self {
            command_id,
            ..Self::default()
        }
    }
}

/// `GET /player/playback/stepForward`
///
/// Goes some seconds ahead; how many the player decides.
///
/// - Parameters: the command's number, the kind of media, the player.
/// - Errors: 400; 401 without a token that the player or server accepts; 404 for an unknown player.
/// - Who: anyone whose token the player or server accepts.
/// - Source: `player_stepforward`, `playback_step_forward`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct PlayerStepForward {
    /// The command's number: it grows from command to command of one controller.
    #[wire(name = "commandID")]
    pub command_id: u32,
    /// Which of the things that it plays; some players need it.
    #[wire(name = "type")]
    pub kind: Option<PlayerMedia>,
    /// The player, where a server relays the command to it.
    #[wire(name = "X-Plex-Target-Client-Identifier")]
    pub target: Option<ClientIdentifier>,
}

impl From<u32> for PlayerStepForward {
    fn from(command_id: u32) -> Self {
        Self {
            command_id,
            ..Self::default()
        }
    }
}

/// `GET /player/playback/stepBack`
///
/// Goes some seconds back; how many the player decides.
///
/// - Parameters: the command's number, the kind of media, the player.
/// - Errors: 400; 401 without a token that the player or server accepts; 404 for an unknown player.
/// - Who: anyone whose token the player or server accepts.
/// - Source: `player_stepback`, `playback_step_back`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct PlayerStepBack {
    /// The command's number: it grows from command to command of one controller.
    #[wire(name = "commandID")]
    pub command_id: u32,
    /// Which of the things that it plays; some players need it.
    #[wire(name = "type")]
    pub kind: Option<PlayerMedia>,
    /// The player, where a server relays the command to it.
    #[wire(name = "X-Plex-Target-Client-Identifier")]
    pub target: Option<ClientIdentifier>,
}

impl From<u32> for PlayerStepBack {
    fn from(command_id: u32) -> Self {
        Self {
            command_id,
            ..Self::default()
        }
    }
}

/// `GET /player/playback/playMedia`
///
/// Plays an item of a server, mostly within a play queue that the server made before.
///
/// - Parameters: the item, its play queue, where to begin; the server and a token for it; the command's number, the
///   kind of media, the player.
/// - Errors: 400; 401 without a token that the player or server accepts; 404 for an unknown player.
/// - Who: anyone whose token the player or server accepts.
/// - Source: `player_play_media`, `playback_play_media`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct PlayerPlayMedia {
    /// The item's path on the server.
    pub key: Text,
    /// The provider that the item comes from, such as `com.plexapp.plugins.library`.
    pub provider_identifier: Option<Text>,
    /// The path of the play queue, such as `/playQueues/7?window=100&own=1`.
    pub container_key: Option<Text>,
    /// Where to begin, in milliseconds.
    #[wire(name = "offset")]
    pub offset_ms: Option<u64>,
    /// The server that has the media.
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
    /// Which of the things that it plays; some players need it.
    #[wire(name = "type")]
    pub kind: Option<PlayerMedia>,
    /// The player, where a server relays the command to it.
    #[wire(name = "X-Plex-Target-Client-Identifier")]
    pub target: Option<ClientIdentifier>,
}

/// `GET /player/playback/createPlayQueue`
///
/// Has the player make a play queue on a server, and plays it.
///
/// - Parameters: what to play, where to begin; the server and a token for it; what the queue is made of; the
///   command's number, the kind of media, the player.
/// - Errors: 400; 401 without a token that the player or server accepts; 404 for an unknown player.
/// - Who: anyone whose token the player or server accepts.
/// - Source: `playback_create_play_queue`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct PlayerCreatePlayQueue {
    /// What to play, as `server://…` or `library://…`.
    pub source: Option<Text>,
    /// Where to begin, in milliseconds.
    #[wire(name = "offset")]
    pub offset_ms: Option<u64>,
    /// Whether to wait before the first item.
    pub paused: Option<bool>,
    /// The server that has the media.
    pub machine_identifier: Option<MachineIdentifier>,
    /// `http` or `https`, to that server.
    pub protocol: Option<Text>,
    /// The address of that server, as the player reaches it.
    pub address: Option<Text>,
    /// The port of that server.
    pub port: Option<u16>,
    /// A token for that server, which the player keeps: a transient one.
    pub token: Option<TransientToken>,
    /// What the server is told for the queue, as name and value: `uri`, `shuffle`, `continuous` and so on.
    #[wire(name = "*")]
    pub queue: Vec<(Text, Text)>,
    /// The command's number: it grows from command to command of one controller.
    #[wire(name = "commandID")]
    pub command_id: u32,
    /// Which of the things that it plays; some players need it.
    #[wire(name = "type")]
    pub kind: Option<PlayerMedia>,
    /// The player, where a server relays the command to it.
    #[wire(name = "X-Plex-Target-Client-Identifier")]
    pub target: Option<ClientIdentifier>,
}

/// `GET /player/playback/refreshPlayQueue`
///
/// Has the player read its play queue anew, after somebody else changed it.
///
/// - Parameters: the play queue; the command's number, the kind of media, the player.
/// - Errors: 400; 401 without a token that the player or server accepts; 404 for an unknown player.
/// - Who: anyone whose token the player or server accepts.
/// - Source: `player_refreshplayqueue`, `playback_refresh_play_queue`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct PlayerRefreshPlayQueue {
    /// The play queue's number.
    #[wire(name = "playQueueID")]
    pub play_queue_id: u64,
    /// The command's number: it grows from command to command of one controller.
    #[wire(name = "commandID")]
    pub command_id: u32,
    /// Which of the things that it plays; some players need it.
    #[wire(name = "type")]
    pub kind: Option<PlayerMedia>,
    /// The player, where a server relays the command to it.
    #[wire(name = "X-Plex-Target-Client-Identifier")]
    pub target: Option<ClientIdentifier>,
}

/// `GET /player/playback/seekTo`
///
/// Goes to a place in the item. Players also take `/player/playback/seek`.
///
/// - Parameters: the place in milliseconds; the command's number, the kind of media, the player.
/// - Errors: 400; 401 without a token that the player or server accepts; 404 for an unknown player.
/// - Who: anyone whose token the player or server accepts.
/// - Source: `playback_seek_to`, `player_seek`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct PlayerSeekTo {
    /// Where to, in milliseconds.
    #[wire(name = "offset")]
    pub offset_ms: u64,
    /// The command's number: it grows from command to command of one controller.
    #[wire(name = "commandID")]
    pub command_id: u32,
    /// Which of the things that it plays; some players need it.
    #[wire(name = "type")]
    pub kind: Option<PlayerMedia>,
    /// The player, where a server relays the command to it.
    #[wire(name = "X-Plex-Target-Client-Identifier")]
    pub target: Option<ClientIdentifier>,
}

/// `GET /player/playback/setViewOffset`
///
/// Sets the place in the item from which it goes on.
///
/// - Parameters: the place in milliseconds; the command's number, the kind of media, the player.
/// - Errors: 400; 401 without a token that the player or server accepts; 404 for an unknown player.
/// - Who: anyone whose token the player or server accepts.
/// - Source: `player_set_view_offset`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct PlayerSetViewOffset {
    /// Where to, in milliseconds.
    #[wire(name = "offset")]
    pub offset_ms: u64,
    /// The command's number: it grows from command to command of one controller.
    #[wire(name = "commandID")]
    pub command_id: u32,
    /// Which of the things that it plays; some players need it.
    #[wire(name = "type")]
    pub kind: Option<PlayerMedia>,
    /// The player, where a server relays the command to it.
    #[wire(name = "X-Plex-Target-Client-Identifier")]
    pub target: Option<ClientIdentifier>,
}

/// `GET /player/playback/skipBy`
///
/// Goes ahead or back by so much.
///
/// - Parameters: how far, in milliseconds; the command's number, the kind of media, the player.
/// - Errors: 400; 401 without a token that the player or server accepts; 404 for an unknown player.
/// - Who: anyone whose token the player or server accepts.
/// - Source: `player_skip_by`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct PlayerSkipBy {
    /// How far, in milliseconds; below zero for back.
    #[wire(name = "offset")]
    pub offset_ms: i64,
    /// The command's number: it grows from command to command of one controller.
    #[wire(name = "commandID")]
    pub command_id: u32,
    /// Which of the things that it plays; some players need it.
    #[wire(name = "type")]
    pub kind: Option<PlayerMedia>,
    /// The player, where a server relays the command to it.
    #[wire(name = "X-Plex-Target-Client-Identifier")]
    pub target: Option<ClientIdentifier>,
}

/// `GET /player/playback/skipTo`
///
/// Goes to an item of the play queue.
///
/// - Parameters: the item; the command's number, the kind of media, the player.
/// - Errors: 400; 401 without a token that the player or server accepts; 404 for an unknown player.
/// - Who: anyone whose token the player or server accepts.
/// - Source: `player_skip_to`, `playback_skip_to`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct PlayerSkipTo {
    /// The item's path on the server.
    pub key: Text,
    /// The command's number: it grows from command to command of one controller.
    #[wire(name = "commandID")]
    pub command_id: u32,
    /// Which of the things that it plays; some players need it.
    #[wire(name = "type")]
    pub kind: Option<PlayerMedia>,
    /// The player, where a server relays the command to it.
    #[wire(name = "X-Plex-Target-Client-Identifier")]
    pub target: Option<ClientIdentifier>,
}

/// `GET /player/playback/setState`
///
/// Has the player play, pause or stop.
///
/// - Parameters: the state; the command's number, the kind of media, the player.
/// - Errors: 400; 401 without a token that the player or server accepts; 404 for an unknown player.
/// - Who: anyone whose token the player or server accepts.
/// - Source: `player_set_state`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct PlayerSetState {
    /// What it is to do: play, pause or stop.
    pub state: Option<PlayerState>,
    /// The command's number: it grows from command to command of one controller.
    #[wire(name = "commandID")]
    pub command_id: u32,
    /// Which of the things that it plays; some players need it.
    #[wire(name = "type")]
    pub kind: Option<PlayerMedia>,
    /// The player, where a server relays the command to it.
    #[wire(name = "X-Plex-Target-Client-Identifier")]
    pub target: Option<ClientIdentifier>,
}

endpoints! {
    ($) Player, playback, player_playback_endpoints;
    PlayerPlay: GET | POST "/player/playback/play" -> NoBody, User, Idempotent;
    PlayerPause: GET | POST "/player/playback/pause" -> NoBody, User, Idempotent;
    PlayerStop: GET | POST "/player/playback/stop" -> NoBody, User, Idempotent;
    PlayerSkipNext: GET | POST "/player/playback/skipNext" -> NoBody, User, Once;
    PlayerSkipPrevious: GET | POST "/player/playback/skipPrevious" -> NoBody, User, Once;
    PlayerStepForward: GET | POST "/player/playback/stepForward" -> NoBody, User, Once;
    PlayerStepBack: GET | POST "/player/playback/stepBack" -> NoBody, User, Once;
    PlayerPlayMedia: GET | POST "/player/playback/playMedia" -> NoBody, User, Once;
    PlayerCreatePlayQueue: GET | POST "/player/playback/createPlayQueue" -> NoBody, User, Once;
    PlayerRefreshPlayQueue: GET | POST "/player/playback/refreshPlayQueue" -> NoBody, User, Idempotent;
    PlayerSeekTo: GET | POST "/player/playback/seekTo" | "/player/playback/seek" -> NoBody, User, Idempotent;
    PlayerSetViewOffset: GET | POST "/player/playback/setViewOffset" -> NoBody, User, Idempotent;
    PlayerSkipBy: GET | POST "/player/playback/skipBy" -> NoBody, User, Once;
    PlayerSkipTo: GET | POST "/player/playback/skipTo" -> NoBody, User, Idempotent;
    PlayerSetState: GET | POST "/player/playback/setState" -> NoBody, User, Idempotent;
}
