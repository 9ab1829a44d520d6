//! Players that are controlled from elsewhere: who they are and what they report.

use crate::ids::MachineIdentifier;
use crate::reply::Root;
use crate::text::Text;
use plex_sdk_derive::model;

open_enum! {
    /// What a command or a report of a player is about; a player may play one of each at a time.
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
    /// What a player is doing.
    PlayerState {
        /// Nothing.
        Stopped = "stopped",
        /// It plays.
        Playing = "playing",
        /// It pauses.
        Paused = "paused",
        /// It waits for data.
        Buffering = "buffering",
    }
}

open_enum! {
    /// A step through a player's menus.
    NavigationStep {
        /// Up.
        MoveUp = "moveUp",
        /// Down.
        MoveDown = "moveDown",
        /// To the left.
        MoveLeft = "moveLeft",
        /// To the right.
        MoveRight = "moveRight",
        /// A page up.
        PageUp = "pageUp",
        /// A page down.
        PageDown = "pageDown",
        /// To the next letter of a long list.
        NextLetter = "nextLetter",
        /// To the letter before in a long list.
        PreviousLetter = "previousLetter",
        /// Opens what is chosen.
        Select = "select",
        /// Back to where one came from.
        Back = "back",
        /// The menu of what is chosen.
        ContextMenu = "contextMenu",
        /// The first screen.
        Home = "home",
        /// The screen of what plays as music.
        Music = "music",
        /// Shows or hides the controls over a video.
        ToggleOsd = "toggleOSD",
    }
}

/// Players.
#[model]
pub struct CompanionPlayers {
    /// The players.
    #[wire(name = "Player")]
    pub players: Vec<CompanionPlayer>,
}

/// Who a player is and what it takes.
#[model]
pub struct CompanionPlayer {
    /// Its name.
    pub title: Option<Text>,
    /// Its identifier.
    pub machine_identifier: Option<MachineIdentifier>,
    /// What it is: `phone`, `tablet`, `stb`, `tv`, `pc`, `speaker`.
    pub device_class: Option<Text>,
    /// Its app.
    pub product: Option<Text>,
    /// The version of its app.
    pub version: Option<Text>,
    /// What it runs on.
    pub platform: Option<Text>,
    /// The version of what it runs on.
    pub platform_version: Option<Text>,
    /// How it is spoken to, mostly `plex`.
    pub protocol: Option<Text>,
    /// The version of that protocol.
    pub protocol_version: Option<Text>,
    /// Comma list of what it takes: `timeline,playback,navigation,mirror,playqueues,provider-playback`.
    pub protocol_capabilities: Option<Text>,
    /// Its address in its own network, of Sonos speakers.
    #[wire(name = "lanIP")]
    pub lan_ip: Option<Text>,
}

/// What a player reports of itself.
#[model]
pub struct PlayerTimelines {
    /// The id of the last command it carried out, as the controller sent it: mostly a number.
    #[wire(name = "commandID")]
    pub command_id: Option<Text>,
    /// What it shows, such as `navigation` or `fullScreenVideo`.
    pub location: Option<Text>,
    /// The player's identifier.
    pub machine_identifier: Option<MachineIdentifier>,
    /// A report for each kind of media.
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

/// What a player says to a command in a body of its own, with status 200 whatever it says.
#[model]
pub struct PlayerResponse {
    /// What a status would be: 200 where all went well.
    pub code: Option<u32>,
    /// The same in words.
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

/// What a player reports of one kind of media.
#[model]
pub struct PlayerTimeline {
    /// The kind of media.
    #[wire(name = "type")]
    pub kind: Option<PlayerMedia>,
    /// What the player is doing.
    pub state: Option<PlayerState>,
    /// Where it is in the item, in milliseconds.
    #[wire(name = "time")]
    pub time_ms: Option<i64>,
    /// How long the item is, in milliseconds.
    #[wire(name = "duration")]
    pub duration_ms: Option<u64>,
    /// Where it may seek to, in milliseconds, as `0-5400000`.
    pub seek_range: Option<Text>,
    /// The item's path.
    pub key: Option<Text>,
    /// The item's key.
    pub rating_key: Option<Text>,
    /// What the item is.
    pub item_type: Option<Text>,
    /// The item's global id.
    pub guid: Option<Text>,
    /// The provider that the item comes from.
    pub provider_identifier: Option<Text>,
    /// The path of what the item is played from, such as `/playQueues/7`.
    pub container_key: Option<Text>,
    /// The play queue's number.
    #[wire(name = "playQueueID")]
    pub play_queue_id: Option<u64>,
    /// The number of the entry in the play queue.
    #[wire(name = "playQueueItemID")]
    pub play_queue_item_id: Option<u64>,
    /// The version of the play queue that the player knows.
    pub play_queue_version: Option<u32>,
    /// How many parts the media have.
    pub part_count: Option<u32>,
    /// Which part is played, from 0.
    pub part_index: Option<u32>,
    /// The stream of sound.
    #[wire(name = "audioStreamID")]
    pub audio_stream_id: Option<i64>,
    /// The stream of subtitles; 0 or -1 for none.
    #[wire(name = "subtitleStreamID")]
    pub subtitle_stream_id: Option<i64>,
    /// The stream of pictures.
    #[wire(name = "videoStreamID")]
    pub video_stream_id: Option<i64>,
    /// The size of subtitles, in per cent.
    pub subtitle_size: Option<u32>,
    /// The colour of subtitles, as `#ffffff`.
    pub subtitle_color: Option<Text>,
    /// Where subtitles are shown, such as `bottom`.
    pub subtitle_position: Option<Text>,
    /// The volume, 0 to 100.
    pub volume: Option<u32>,
    /// Whether the sound is off.
    pub mute: Option<bool>,
    /// Whether it plays in random order.
    pub shuffle: Option<bool>,
    /// What it repeats: 0 nothing, 1 the item, 2 the queue.
    pub repeat: Option<u32>,
    /// Whether it goes on to the next item by itself.
    pub auto_play: Option<bool>,
    /// Comma list of the commands that it takes now, such as `playPause,stop,seekTo`.
    pub controllable: Option<Text>,
    /// What it shows.
    pub location: Option<Text>,
    /// The identifier of the server that the item comes from.
    pub machine_identifier: Option<MachineIdentifier>,
    /// The address of that server.
    pub address: Option<Text>,
    /// The port of that server.
    pub port: Option<u32>,
    /// `http` or `https`, to that server.
    pub protocol: Option<Text>,
}
