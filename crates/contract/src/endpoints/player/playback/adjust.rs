//! How a player plays: volume, order, streams, and what the user thinks of it.

use crate::endpoint::endpoints;
use crate::ids::ClientIdentifier;
use crate::model::PlayerMedia;
use crate::reply::NoBody;
use plex_sdk_derive::Request;

/// `GET /player/playback/mute`
///
/// Turns the sound off; [`PlayerSetParameters`] is what most players take instead.
///
/// - Parameters: the command's number, the kind of media, the player.
/// - Errors: 400; 401 without a token that the player or server accepts; 404 for an unknown player.
/// - Who: anyone whose token the player or server accepts.
/// - Source: `player_mute`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct PlayerMute {
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

impl From<u32> for PlayerMute {
    fn from(command_id: u32) -> Self {
        Self {
            command_id,
            ..Self::default()
        }
    }
}

/// `GET /player/playback/unmute`
///
/// Turns the sound on again.
///
/// - Parameters: the command's number, the kind of media, the player.
/// - Errors: 400; 401 without a token that the player or server accepts; 404 for an unknown player.
/// - Who: anyone whose token the player or server accepts.
/// - Source: `player_unmute`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct PlayerUnmute {
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

impl From<u32> for PlayerUnmute {
    fn from(command_id: u32) -> Self {
        Self {
            command_id,
            ..Self::default()
        }
    }
}

/// `GET /player/playback/setParameters`
///
/// Sets volume, order and what is repeated; what is left out stays as it is.
///
/// - Parameters: volume, order, what is repeated; the command's number, the kind of media, the player.
/// - Errors: 400; 401 without a token that the player or server accepts; 404 for an unknown player.
/// - Who: anyone whose token the player or server accepts.
/// - Source: `player_set_parameters`, `playback_set_parameters`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct PlayerSetParameters {
    /// The volume, 0 to 100.
    pub volume: Option<u8>,
    /// Whether to play in random order.
    pub shuffle: Option<bool>,
    /// What to repeat: 0 nothing, 1 the item, 2 the queue.
    pub repeat: Option<u8>,
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

/// `GET /player/playback/setStreams`
///
/// Chooses streams of the item; what is left out stays as it is.
///
/// - Parameters: the streams; the command's number, the kind of media, the player.
/// - Errors: 400; 401 without a token that the player or server accepts; 404 for an unknown player.
/// - Who: anyone whose token the player or server accepts.
/// - Source: `player_set_streams`, `playback_set_streams`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct PlayerSetStreams {
    /// The stream of sound.
    #[wire(name = "audioStreamID")]
    pub audio_stream_id: Option<i64>,
    /// The stream of subtitles; 0 for none.
    #[wire(name = "subtitleStreamID")]
    pub subtitle_stream_id: Option<i64>,
    /// The stream of pictures.
    #[wire(name = "videoStreamID")]
    pub video_stream_id: Option<i64>,
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

/// `GET /player/playback/audioStream`
///
/// Chooses the stream of sound; [`PlayerSetStreams`] is what most players take instead.
///
/// - Parameters: the stream; the command's number, the kind of media, the player.
/// - Errors: 400; 401 without a token that the player or server accepts; 404 for an unknown player.
/// - Who: anyone whose token the player or server accepts.
/// - Source: `player_audio_stream`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct PlayerAudioStream {
    /// The stream.
    #[wire(name = "streamID")]
    pub stream_id: Option<i64>,
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

/// `GET /player/playback/subtitleStream`
///
/// Chooses the stream of subtitles; [`PlayerSetStreams`] is what most players take instead.
///
/// - Parameters: the stream; the command's number, the kind of media, the player.
/// - Errors: 400; 401 without a token that the player or server accepts; 404 for an unknown player.
/// - Who: anyone whose token the player or server accepts.
/// - Source: `player_subtitle_stream`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct PlayerSubtitleStream {
    /// The stream; 0 for none.
    #[wire(name = "streamID")]
    pub stream_id: Option<i64>,
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

/// `GET /player/playback/videoStream`
///
/// Chooses the stream of pictures; [`PlayerSetStreams`] is what most players take instead.
///
/// - Parameters: the stream; the command's number, the kind of media, the player.
/// - Errors: 400; 401 without a token that the player or server accepts; 404 for an unknown player.
/// - Who: anyone whose token the player or server accepts.
/// - Source: `player_video_stream`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct PlayerVideoStream {
    /// The stream.
    #[wire(name = "streamID")]
    pub stream_id: Option<i64>,
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

/// `GET /player/playback/setTextStream`
///
/// Chooses the stream of text, such as lyrics.
///
/// - Parameters: the stream; the command's number, the kind of media, the player.
/// - Errors: 400; 401 without a token that the player or server accepts; 404 for an unknown player.
/// - Who: anyone whose token the player or server accepts.
/// - Source: `player_set_text_stream`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct PlayerSetTextStream {
    /// The stream; 0 for none.
    #[wire(name = "streamID")]
    pub stream_id: Option<i64>,
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

/// `GET /player/playback/setRating`
///
/// Rates the item that plays.
///
/// - Parameters: the rating; the command's number, the kind of media, the player.
/// - Errors: 400; 401 without a token that the player or server accepts; 404 for an unknown player.
/// - Who: anyone whose token the player or server accepts.
/// - Source: `player_set_rating`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct PlayerSetRating {
    /// The stars doubled, 0 to 10.
    pub rating: Option<u8>,
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

/// `GET /player/playback/volume`
///
/// Sets the volume; [`PlayerSetParameters`] is what most players take instead.
///
/// - Parameters: the volume; the command's number, the kind of media, the player.
/// - Errors: 400; 401 without a token that the player or server accepts; 404 for an unknown player.
/// - Who: anyone whose token the player or server accepts.
/// - Source: `player_volume`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct PlayerVolume {
    /// The volume, 0 to 100.
    pub level: Option<u8>,
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
    ($) Player, playback, player_adjust_endpoints;
    PlayerMute: GET | POST "/player/playback/mute" -> NoBody, User, Idempotent;
    PlayerUnmute: GET | POST "/player/playback/unmute" -> NoBody, User, Idempotent;
    PlayerSetParameters: GET | POST "/player/playback/setParameters" -> NoBody, User, Idempotent;
    PlayerSetStreams: GET | POST "/player/playback/setStreams" -> NoBody, User, Idempotent;
    PlayerAudioStream: GET | POST "/player/playback/audioStream" -> NoBody, User, Idempotent;
    PlayerSubtitleStream: GET | POST "/player/playback/subtitleStream" -> NoBody, User, Idempotent;
    PlayerVideoStream: GET | POST "/player/playback/videoStream" -> NoBody, User, Idempotent;
    PlayerSetTextStream: GET | POST "/player/playback/setTextStream" -> NoBody, User, Idempotent;
    PlayerSetRating: GET | POST "/player/playback/setRating" -> NoBody, User, Idempotent;
    PlayerVolume: GET | POST "/player/playback/volume" -> NoBody, User, Idempotent;
}
