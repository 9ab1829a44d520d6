//! What a player plays: play, pause, stop, seek, skip.

use crate::ids::{ClientIdentifier, MachineIdentifier};
use crate::model::{PlayerMedia, PlayerState};
use crate::reply::NoBody;
use crate::text::Text;
use crate::token::TransientToken;
use plex_sdk_derive::{endpoints, request};

endpoints! {
    Player, playback, player_playback_endpoints;

    /// Resumes playback on a player.
    PlayerPlay: GET | POST "/player/playback/play" -> NoBody, User, Idempotent, unpublished;
    /// Pauses playback on a player.
    PlayerPause: GET | POST "/player/playback/pause" -> NoBody, User, Idempotent, unpublished;
    /// Stops playback on a player.
    PlayerStop: GET | POST "/player/playback/stop" -> NoBody, User, Idempotent, unpublished;
    /// Skips to the next item in a player's play queue.
    PlayerSkipNext: GET | POST "/player/playback/skipNext" -> NoBody, User, Once, unpublished;
    /// Skips to the previous item in a player's play queue, or to the start of the current one.
    PlayerSkipPrevious: GET | POST "/player/playback/skipPrevious" -> NoBody, User, Once, unpublished;
    /// Skips forward a few seconds on a player.
    PlayerStepForward: GET | POST "/player/playback/stepForward" -> NoBody, User, Once, unpublished;
    /// Skips back a few seconds on a player.
    PlayerStepBack: GET | POST "/player/playback/stepBack" -> NoBody, User, Once, unpublished;
    /// Plays an item from a server on a player.
    PlayerPlayMedia: GET | POST "/player/playback/playMedia" -> NoBody, User, Once, unpublished;
    /// Tells a player to create a play queue on a server and to play it.
    PlayerCreatePlayQueue: GET | POST "/player/playback/createPlayQueue" -> NoBody, User, Once, unpublished;
    /// Tells a player to reload its play queue.
    PlayerRefreshPlayQueue: GET | POST "/player/playback/refreshPlayQueue"
        -> NoBody, User, Idempotent, unpublished;
    /// Seeks to a position in the item that a player is playing.
    PlayerSeekTo: GET | POST "/player/playback/seekTo" | "/player/playback/seek"
        -> NoBody, User, Idempotent, unpublished;
    /// Sets the resume position of the item on a player.
    PlayerSetViewOffset: GET | POST "/player/playback/setViewOffset" -> NoBody, User, Idempotent, unpublished;
    /// Skips forward or back on a player by a given amount of time.
    PlayerSkipBy: GET | POST "/player/playback/skipBy" -> NoBody, User, Once, unpublished;
    /// Skips to a given item in a player's play queue.
    PlayerSkipTo: GET | POST "/player/playback/skipTo" -> NoBody, User, Idempotent, unpublished;
    /// Sets whether a player is playing, paused or stopped.
    PlayerSetState: GET | POST "/player/playback/setState" -> NoBody, User, Idempotent, unpublished;
}

#[request]
pub struct PlayerPlay {
    /// The number of the command. A controller must increase it with every command.
    #[wire(name = "commandID", default)]
    pub command_id: u32,
    /// The type of media that the command applies to. Some players require it.
    #[wire(name = "type")]
    pub kind: Option<PlayerMedia>,
    /// The client identifier of the player. Required if a server relays the command.
    #[wire(name = "X-Plex-Target-Client-Identifier")]
    pub target: Option<ClientIdentifier>,
}

#[request]
pub struct PlayerPause {
    /// The number of the command. A controller must increase it with every command.
    #[wire(name = "commandID", default)]
    pub command_id: u32,
    /// The type of media that the command applies to. Some players require it.
    #[wire(name = "type")]
    pub kind: Option<PlayerMedia>,
    /// The client identifier of the player. Required if a server relays the command.
    #[wire(name = "X-Plex-Target-Client-Identifier")]
    pub target: Option<ClientIdentifier>,
}

#[request]
pub struct PlayerStop {
    /// The number of the command. A controller must increase it with every command.
    #[wire(name = "commandID", default)]
    pub command_id: u32,
    /// The type of media that the command applies to. Some players require it.
    #[wire(name = "type")]
    pub kind: Option<PlayerMedia>,
    /// The client identifier of the player. Required if a server relays the command.
    #[wire(name = "X-Plex-Target-Client-Identifier")]
    pub target: Option<ClientIdentifier>,
}

#[request]
pub struct PlayerSkipNext {
    /// The number of the command. A controller must increase it with every command.
    #[wire(name = "commandID", default)]
    pub command_id: u32,
    /// The type of media that the command applies to. Some players require it.
    #[wire(name = "type")]
    pub kind: Option<PlayerMedia>,
    /// The client identifier of the player. Required if a server relays the command.
    #[wire(name = "X-Plex-Target-Client-Identifier")]
    pub target: Option<ClientIdentifier>,
}

#[request]
pub struct PlayerSkipPrevious {
    /// The number of the command. A controller must increase it with every command.
    #[wire(name = "commandID", default)]
    pub command_id: u32,
    /// The type of media that the command applies to. Some players require it.
    #[wire(name = "type")]
    pub kind: Option<PlayerMedia>,
    /// The client identifier of the player. Required if a server relays the command.
    #[wire(name = "X-Plex-Target-Client-Identifier")]
    pub target: Option<ClientIdentifier>,
}

/// The player decides how far.
#[request]
pub struct PlayerStepForward {
    /// The number of the command. A controller must increase it with every command.
    #[wire(name = "commandID", default)]
    pub command_id: u32,
    /// The type of media that the command applies to. Some players require it.
    #[wire(name = "type")]
    pub kind: Option<PlayerMedia>,
    /// The client identifier of the player. Required if a server relays the command.
    #[wire(name = "X-Plex-Target-Client-Identifier")]
    pub target: Option<ClientIdentifier>,
}

/// The player decides how far.
#[request]
pub struct PlayerStepBack {
    /// The number of the command. A controller must increase it with every command.
    #[wire(name = "commandID", default)]
    pub command_id: u32,
    /// The type of media that the command applies to. Some players require it.
    #[wire(name = "type")]
    pub kind: Option<PlayerMedia>,
    /// The client identifier of the player. Required if a server relays the command.
    #[wire(name = "X-Plex-Target-Client-Identifier")]
    pub target: Option<ClientIdentifier>,
}

/// Usually, the controller first creates a play queue on the server and passes its path as `container_key`. The player
/// connects to the server itself, so it needs the server's address and a token.
#[request]
pub struct PlayerPlayMedia {
    /// The key of the item, such as `/library/metadata/900`.
    pub key: Text,
    /// The identifier of the media provider that the item comes from, such as `com.plexapp.plugins.library`.
    pub provider_identifier: Option<Text>,
    /// The path of the play queue, such as `/playQueues/7?window=100&own=1`.
    pub container_key: Option<Text>,
    /// The position to start at. In milliseconds, from 0.
    #[wire(name = "offset")]
    pub offset_ms: Option<u64>,
    /// The machine identifier of the server that has the item.
    pub machine_identifier: Option<MachineIdentifier>,
    /// The protocol to connect to that server with: `http` or `https`.
    pub protocol: Option<Text>,
    /// The address of that server, as seen from the player.
    pub address: Option<Text>,
    /// The port of that server. 1 to 65535.
    pub port: Option<u16>,
    /// A transient token for that server. The player keeps it.
    pub token: Option<TransientToken>,
    /// The number of the command. A controller must increase it with every command.
    #[wire(name = "commandID", default)]
    pub command_id: u32,
    /// The type of media that the command applies to. Some players require it.
    #[wire(name = "type")]
    pub kind: Option<PlayerMedia>,
    /// The client identifier of the player. Required if a server relays the command.
    #[wire(name = "X-Plex-Target-Client-Identifier")]
    pub target: Option<ClientIdentifier>,
}

/// The player connects to the server itself, so it needs the server's address and a token.
#[request]
pub struct PlayerCreatePlayQueue {
    /// The URI of what to play, such as `server://…` or `library://…`.
    pub source: Option<Text>,
    /// The position to start at. In milliseconds, from 0.
    #[wire(name = "offset")]
    pub offset_ms: Option<u64>,
    /// Whether to start paused.
    pub paused: Option<bool>,
    /// The machine identifier of the server that has the media.
    pub machine_identifier: Option<MachineIdentifier>,
    /// The protocol to connect to that server with: `http` or `https`.
    pub protocol: Option<Text>,
    /// The address of that server, as seen from the player.
    pub address: Option<Text>,
    /// The port of that server. 1 to 65535.
    pub port: Option<u16>,
    /// A transient token for that server. The player keeps it.
    pub token: Option<TransientToken>,
    /// The parameters for creating the play queue, such as `uri`, `shuffle` and `continuous`, as pairs of name and
    /// value.
    #[wire(name = "*")]
    pub queue: Vec<(Text, Text)>,
    /// The number of the command. A controller must increase it with every command.
    #[wire(name = "commandID", default)]
    pub command_id: u32,
    /// The type of media that the command applies to. Some players require it.
    #[wire(name = "type")]
    pub kind: Option<PlayerMedia>,
    /// The client identifier of the player. Required if a server relays the command.
    #[wire(name = "X-Plex-Target-Client-Identifier")]
    pub target: Option<ClientIdentifier>,
}

/// Send this after changing the play queue on the server.
#[request]
pub struct PlayerRefreshPlayQueue {
    /// The id of the play queue.
    #[wire(name = "playQueueID")]
    pub play_queue_id: u64,
    /// The number of the command. A controller must increase it with every command.
    #[wire(name = "commandID", default)]
    pub command_id: u32,
    /// The type of media that the command applies to. Some players require it.
    #[wire(name = "type")]
    pub kind: Option<PlayerMedia>,
    /// The client identifier of the player. Required if a server relays the command.
    #[wire(name = "X-Plex-Target-Client-Identifier")]
    pub target: Option<ClientIdentifier>,
}

#[request]
pub struct PlayerSeekTo {
    /// The position to seek to. In milliseconds, from 0.
    #[wire(name = "offset")]
    pub offset_ms: u64,
    /// The number of the command. A controller must increase it with every command.
    #[wire(name = "commandID", default)]
    pub command_id: u32,
    /// The type of media that the command applies to. Some players require it.
    #[wire(name = "type")]
    pub kind: Option<PlayerMedia>,
    /// The client identifier of the player. Required if a server relays the command.
    #[wire(name = "X-Plex-Target-Client-Identifier")]
    pub target: Option<ClientIdentifier>,
}

#[request]
pub struct PlayerSetViewOffset {
    /// The resume position. In milliseconds, from 0.
    #[wire(name = "offset")]
    pub offset_ms: u64,
    /// The number of the command. A controller must increase it with every command.
    #[wire(name = "commandID", default)]
    pub command_id: u32,
    /// The type of media that the command applies to. Some players require it.
    #[wire(name = "type")]
    pub kind: Option<PlayerMedia>,
    /// The client identifier of the player. Required if a server relays the command.
    #[wire(name = "X-Plex-Target-Client-Identifier")]
    pub target: Option<ClientIdentifier>,
}

#[request]
pub struct PlayerSkipBy {
    /// How far to skip. In milliseconds. Negative values skip back.
    #[wire(name = "offset")]
    pub offset_ms: i64,
    /// The number of the command. A controller must increase it with every command.
    #[wire(name = "commandID", default)]
    pub command_id: u32,
    /// The type of media that the command applies to. Some players require it.
    #[wire(name = "type")]
    pub kind: Option<PlayerMedia>,
    /// The client identifier of the player. Required if a server relays the command.
    #[wire(name = "X-Plex-Target-Client-Identifier")]
    pub target: Option<ClientIdentifier>,
}

#[request]
pub struct PlayerSkipTo {
    /// The key of the item, such as `/library/metadata/900`.
    pub key: Text,
    /// The number of the command. A controller must increase it with every command.
    #[wire(name = "commandID", default)]
    pub command_id: u32,
    /// The type of media that the command applies to. Some players require it.
    #[wire(name = "type")]
    pub kind: Option<PlayerMedia>,
    /// The client identifier of the player. Required if a server relays the command.
    #[wire(name = "X-Plex-Target-Client-Identifier")]
    pub target: Option<ClientIdentifier>,
}

#[request]
pub struct PlayerSetState {
    /// The new state: playing, paused or stopped.
    pub state: Option<PlayerState>,
    /// The number of the command. A controller must increase it with every command.
    #[wire(name = "commandID", default)]
    pub command_id: u32,
    /// The type of media that the command applies to. Some players require it.
    #[wire(name = "type")]
    pub kind: Option<PlayerMedia>,
    /// The client identifier of the player. Required if a server relays the command.
    #[wire(name = "X-Plex-Target-Client-Identifier")]
    pub target: Option<ClientIdentifier>,
}
