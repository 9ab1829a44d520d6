//! Players that are controlled from elsewhere: who they are and what they report.

use crate::ids::MachineIdentifier;
use crate::reply::Root;
use crate::text::Text;
use plex_sdk_derive::model;

open_enum! {
    /// The type of media that a player command or report refers to. A player can play one of each type at a time.
    PlayerMedia {
        /// Movies, episodes and clips.
        Video = "video",
        /// Tracks.
        Music = "music",
        /// Photos.
        Photo = "photo",
    }
}

open_enum! {
    /// The state of a player.
    PlayerState {
        /// The player is stopped.
        Stopped = "stopped",
        /// The player is playing.
        Playing = "playing",
        /// The player is paused.
        Paused = "paused",
        /// The player is waiting for data.
        Buffering = "buffering",
    }
}

open_enum! {
    /// A navigation command for a player's user interface.
    NavigationStep {
        /// Moves up.
        MoveUp = "moveUp",
        /// Moves down.
        MoveDown = "moveDown",
        /// Moves left.
        MoveLeft = "moveLeft",
        /// Moves right.
        MoveRight = "moveRight",
        /// Moves one page up.
        PageUp = "pageUp",
        /// Moves one page down.
        PageDown = "pageDown",
        /// Jumps to the next letter of a list.
        NextLetter = "nextLetter",
        /// Jumps to the previous letter of a list.
        PreviousLetter = "previousLetter",
        /// Opens the selected entry.
        Select = "select",
        /// Goes back.
        Back = "back",
        /// Opens the context menu of the selected entry.
        ContextMenu = "contextMenu",
        /// Opens the home screen.
        Home = "home",
        /// Opens the screen of the music that is playing.
        Music = "music",
        /// Shows or hides the controls over the video.
        ToggleOsd = "toggleOSD",
    }
}

/// A list of players.
#[model]
pub struct CompanionPlayers {
    /// The players.
    #[wire(name = "Player")]
    pub players: Vec<CompanionPlayer>,
}

/// A player that can be controlled remotely, and its capabilities.
#[model]
pub struct CompanionPlayer {
    /// Name of the player.
    pub title: Option<Text>,
    /// Client identifier of the player.
    pub machine_identifier: Option<MachineIdentifier>,
    /// Class of the device: `phone`, `tablet`, `stb`, `tv`, `pc` or `speaker`.
    pub device_class: Option<Text>,
    /// App, such as `Plex Web`.
    pub product: Option<Text>,
    /// Version of the app.
    pub version: Option<Text>,
    /// Operating system or platform, such as `Chrome` or `Android`.
    pub platform: Option<Text>,
    /// Version of the platform.
    pub platform_version: Option<Text>,
    /// Protocol to control the player with, usually `plex`.
    pub protocol: Option<Text>,
    /// Version of the protocol.
    pub protocol_version: Option<Text>,
    /// Comma-separated capabilities of the player, such as
    /// `timeline,playback,navigation,mirror,playqueues,provider-playback`.
    pub protocol_capabilities: Option<Text>,
    /// IP address of the player in its own network. Sonos speakers only.
    #[wire(name = "lanIP")]
    pub lan_ip: Option<Text>,
}

/// The state of a player, as the player reports it.
#[model]
pub struct PlayerTimelines {
    /// ID of the last command that the player executed.
    #[wire(name = "commandID")]
    pub command_id: Option<Text>,
    /// Screen that the player shows, such as `navigation` or `fullScreenVideo`.
    pub location: Option<Text>,
    /// Client identifier of the player.
    pub machine_identifier: Option<MachineIdentifier>,
    /// Timelines, one for each type of media.
    #[wire(name = "Timeline")]
    pub timelines: Vec<PlayerTimeline>,
}

impl PlayerTimelines {
    /// The id of the last command it carried out, if it is a number.
    pub fn command_number(&self) -> Option<u32> {
        self.command_id.as_ref()?.parse().ok()
    }

    /// The report of one kind of media.
    pub fn of(&self, kind: &PlayerMedia) -> Option<&PlayerTimeline> {
        let mut timelines = self.timelines.iter();
        timelines.find(|timeline| timeline.kind.as_ref() == Some(kind))
    }

    /// The report of movies, episodes and clips.
    pub fn video(&self) -> Option<&PlayerTimeline> {
        self.of(&PlayerMedia::Video)
    }

    /// The report of tracks.
    pub fn music(&self) -> Option<&PlayerTimeline> {
        self.of(&PlayerMedia::Music)
    }

    /// The report of photos.
    pub fn photo(&self) -> Option<&PlayerTimeline> {
        self.of(&PlayerMedia::Photo)
    }

    /// The first report of something that plays, pauses or waits for data; `None` where the player does nothing.
    pub fn active(&self) -> Option<&PlayerTimeline> {
        self.timelines.iter().find(|timeline| timeline.is_active())
    }
}

/// A player's response to a command. The HTTP status is always 200; this is the actual status.
#[model]
pub struct PlayerResponse {
    /// Status code. 200 for success.
    pub code: Option<u32>,
    /// Status as text.
    pub status: Option<Text>,
}

impl Root for PlayerResponse {
    const ROOT: &'static str = "Response";
}

impl PlayerTimeline {
    /// Whether it plays, pauses or waits for data.
    pub fn is_active(&self) -> bool {
        !matches!(self.state, None | Some(PlayerState::Stopped))
    }
}

/// The state of one type of media on a player.
#[model]
pub struct PlayerTimeline {
    /// Type of media.
    #[wire(name = "type")]
    pub kind: Option<PlayerMedia>,
    /// State of the player.
    pub state: Option<PlayerState>,
    /// Playback position, in milliseconds.
    #[wire(name = "time")]
    pub time_ms: Option<i64>,
    /// Duration, in milliseconds.
    #[wire(name = "duration")]
    pub duration_ms: Option<u64>,
    /// Range that the player can seek in, in milliseconds, such as `0-5400000`.
    pub seek_range: Option<Text>,
    /// API path of the item.
    pub key: Option<Text>,
    /// Rating key of the item.
    pub rating_key: Option<Text>,
    /// Type of the item.
    pub item_type: Option<Text>,
    /// Global ID of the item.
    pub guid: Option<Text>,
    /// Identifier of the provider that the item comes from.
    pub provider_identifier: Option<Text>,
    /// API path of the list that the item is played from, such as `/playQueues/7`.
    pub container_key: Option<Text>,
    /// ID of the play queue.
    #[wire(name = "playQueueID")]
    pub play_queue_id: Option<u64>,
    /// ID of the entry in the play queue.
    #[wire(name = "playQueueItemID")]
    pub play_queue_item_id: Option<u64>,
    /// Version of the play queue that the player has.
    pub play_queue_version: Option<u32>,
    /// Number of files of the media version.
    pub part_count: Option<u32>,
    /// Index of the file that is playing, from 0.
    pub part_index: Option<u32>,
    /// ID of the audio stream.
    #[wire(name = "audioStreamID")]
    pub audio_stream_id: Option<i64>,
    /// ID of the subtitle stream. 0 or -1 for none.
    #[wire(name = "subtitleStreamID")]
    pub subtitle_stream_id: Option<i64>,
    /// ID of the video stream.
    #[wire(name = "videoStreamID")]
    pub video_stream_id: Option<i64>,
    /// Size of subtitles, in percent.
    pub subtitle_size: Option<u32>,
    /// Color of subtitles, such as `#ffffff`.
    pub subtitle_color: Option<Text>,
    /// Position of subtitles, such as `bottom`.
    pub subtitle_position: Option<Text>,
    /// Volume, 0 to 100.
    pub volume: Option<u32>,
    /// Whether the player is muted.
    pub mute: Option<bool>,
    /// Whether shuffle is on.
    pub shuffle: Option<bool>,
    /// Repeat mode: 0 off, 1 repeat the item, 2 repeat the queue.
    pub repeat: Option<u32>,
    /// Whether the player continues with the next item automatically.
    pub auto_play: Option<bool>,
    /// Comma-separated commands that the player currently accepts, such as `playPause,stop,seekTo`.
    pub controllable: Option<Text>,
    /// Screen that the player shows, such as `navigation` or `fullScreenVideo`.
    pub location: Option<Text>,
    /// Machine identifier of the server that the item comes from.
    pub machine_identifier: Option<MachineIdentifier>,
    /// IP address or host name of the server.
    pub address: Option<Text>,
    /// Port of the server, 1 to 65535.
    pub port: Option<u32>,
    /// Protocol of the server: `http` or `https`.
    pub protocol: Option<Text>,
}
