//! How a player plays: volume, order, streams, and what the user thinks of it.

use crate::ids::ClientIdentifier;
use crate::model::PlayerMedia;
use crate::reply::NoBody;
use plex_sdk_derive::{endpoints, request};

endpoints! {
    Player, playback, player_adjust_endpoints;

    /// Mutes a player.
    PlayerMute: GET | POST "/player/playback/mute" -> NoBody, User, Idempotent, unpublished;
    /// Unmutes a player.
    PlayerUnmute: GET | POST "/player/playback/unmute" -> NoBody, User, Idempotent, unpublished;
    /// Sets the volume, shuffle mode and repeat mode of a player.
    PlayerSetParameters: GET | POST "/player/playback/setParameters" -> NoBody, User, Idempotent, unpublished;
    /// Selects the audio, subtitle and video streams of the item that a player is playing.
    PlayerSetStreams: GET | POST "/player/playback/setStreams" -> NoBody, User, Idempotent, unpublished;
    /// Selects the audio stream of the item that a player is playing.
    PlayerAudioStream: GET | POST "/player/playback/audioStream" -> NoBody, User, Idempotent, unpublished;
    /// Selects the subtitle stream of the item that a player is playing.
    PlayerSubtitleStream: GET | POST "/player/playback/subtitleStream"
        -> NoBody, User, Idempotent, unpublished;
    /// Selects the video stream of the item that a player is playing.
    PlayerVideoStream: GET | POST "/player/playback/videoStream" -> NoBody, User, Idempotent, unpublished;
    /// Selects the text stream, such as lyrics, of the item that a player is playing.
    PlayerSetTextStream: GET | POST "/player/playback/setTextStream" -> NoBody, User, Idempotent, unpublished;
    /// Rates the item that a player is playing.
    PlayerSetRating: GET | POST "/player/playback/setRating" -> NoBody, User, Idempotent, unpublished;
    /// Sets the volume of a player.
    PlayerVolume: GET | POST "/player/playback/volume" -> NoBody, User, Idempotent, unpublished;
}

/// Most players support [`PlayerSetParameters`] instead.
#[request]
pub struct PlayerMute {
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
pub struct PlayerUnmute {
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

/// Parameters that are omitted stay unchanged.
#[request]
pub struct PlayerSetParameters {
    /// The volume. In percent, 0 to 100.
    pub volume: Option<u8>,
    /// Whether to play in random order.
    pub shuffle: Option<bool>,
    /// The repeat mode: 0 off, 1 repeat the item, 2 repeat the play queue.
    pub repeat: Option<u8>,
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

/// Streams that are omitted stay unchanged.
#[request]
pub struct PlayerSetStreams {
    /// The id of the audio stream.
    #[wire(name = "audioStreamID")]
    pub audio_stream_id: Option<i64>,
    /// The id of the subtitle stream, or 0 for none.
    #[wire(name = "subtitleStreamID")]
    pub subtitle_stream_id: Option<i64>,
    /// The id of the video stream.
    #[wire(name = "videoStreamID")]
    pub video_stream_id: Option<i64>,
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

/// Most players support [`PlayerSetStreams`] instead.
#[request]
pub struct PlayerAudioStream {
    /// The id of the audio stream.
    #[wire(name = "streamID")]
    pub stream_id: Option<i64>,
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

/// Most players support [`PlayerSetStreams`] instead.
#[request]
pub struct PlayerSubtitleStream {
    /// The id of the subtitle stream, or 0 for none.
    #[wire(name = "streamID")]
    pub stream_id: Option<i64>,
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

/// Most players support [`PlayerSetStreams`] instead.
#[request]
pub struct PlayerVideoStream {
    /// The id of the video stream.
    #[wire(name = "streamID")]
    pub stream_id: Option<i64>,
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
pub struct PlayerSetTextStream {
    /// The id of the text stream, or 0 for none.
    #[wire(name = "streamID")]
    pub stream_id: Option<i64>,
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
pub struct PlayerSetRating {
    /// The rating. 0 to 10, two points for each star.
    pub rating: Option<u8>,
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

/// Most players support [`PlayerSetParameters`] instead.
#[request]
pub struct PlayerVolume {
    /// The volume. In percent, 0 to 100.
    pub level: Option<u8>,
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
