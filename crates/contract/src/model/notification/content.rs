//! What notifications tell, a type a kind.

use crate::ids::{ClientIdentifier, RatingKey, SectionId};
use crate::model::activities::Activity;
use crate::text::Text;
use crate::time::Timestamp;
use plex_sdk_derive::model;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

open_enum! {
    /// The playback state of a session.
    #[derive(Default)]
    PlayState {
        /// The player is playing.
        Playing = "playing",
        /// The player is paused.
        Paused = "paused",
        /// The player is waiting for data.
        Buffering = "buffering",
        /// The player is stopped.
        #[default]
        Stopped = "stopped",
    }
}

/// The content of a `playing` notification: the playback state of a session changed.
#[model]
pub struct PlaySessionState {
    /// Key of the session, as in the list of sessions.
    pub session_key: Text,
    /// Client identifier of the player.
    pub client_identifier: Option<ClientIdentifier>,
    /// Global ID of the item. Can be empty.
    pub guid: Option<Text>,
    /// Rating key of the item.
    pub rating_key: RatingKey,
    /// URL of the media, if it is not in the library. Usually empty.
    pub url: Option<Text>,
    /// API path of the item.
    pub key: Option<Text>,
    /// Playback position, in milliseconds.
    #[wire(name = "viewOffset")]
    pub view_offset_ms: Option<u64>,
    /// ID of the play queue.
    #[wire(name = "playQueueID")]
    pub play_queue_id: Option<u64>,
    /// ID of the entry in the play queue.
    #[wire(name = "playQueueItemID")]
    pub play_queue_item_id: Option<u64>,
    /// Playback state.
    pub state: PlayState,
    /// ID of the transcode session. Absent if nothing is transcoded.
    pub transcode_session: Option<Text>,
    /// Comma-separated commands that the player accepts.
    pub controllable: Option<Text>,
}

/// How far the server got with an item.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TimelineState {
    /// 0: it is new.
    #[default]
    Created,
    /// 1: under way. Without an agent for its metadata, it stays so.
    Progress,
    /// 2: its match is looked for.
    Matching,
    /// 3: its metadata are fetched.
    DownloadingMetadata,
    /// 4: its metadata are put in.
    ProcessingMetadata,
    /// 5: done.
    Processed,
    /// 9: it is gone.
    Deleted,
    /// A number that this version of the crate does not know.
    Unknown(i64),
}

impl From<i64> for TimelineState {
    fn from(number: i64) -> Self {
        match number {
            0 => Self::Created,
            1 => Self::Progress,
            2 => Self::Matching,
            3 => Self::DownloadingMetadata,
            4 => Self::ProcessingMetadata,
            5 => Self::Processed,
            9 => Self::Deleted,
            other => Self::Unknown(other),
        }
    }
}

impl From<TimelineState> for i64 {
    fn from(state: TimelineState) -> Self {
        match state {
            TimelineState::Created => 0,
            TimelineState::Progress => 1,
            TimelineState::Matching => 2,
            TimelineState::DownloadingMetadata => 3,
            TimelineState::ProcessingMetadata => 4,
            TimelineState::Processed => 5,
            TimelineState::Deleted => 9,
            TimelineState::Unknown(other) => other,
        }
    }
}

impl Serialize for TimelineState {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i64((*self).into())
    }
}

impl<'de> Deserialize<'de> for TimelineState {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        i64::deserialize(deserializer).map(Self::from)
    }
}

/// The content of a `timeline` notification: the processing state of an item changed.
#[model]
pub struct TimelineEntry {
    /// Identifier of the provider, such as `com.plexapp.plugins.library`.
    pub identifier: Option<Text>,
    /// ID of the library section.
    #[wire(name = "sectionID")]
    pub section_id: Option<SectionId>,
    /// Rating key of the item.
    #[wire(name = "itemID")]
    pub item_id: Option<RatingKey>,
    /// Rating key of the item's parent, such as the show of a season.
    #[wire(name = "parentItemID")]
    pub parent_item_id: Option<RatingKey>,
    /// Rating key of the topmost item that contains this one.
    #[wire(name = "rootItemID")]
    pub root_item_id: Option<RatingKey>,
    /// Metadata type number of the item: 1 movie, 2 show, 3 season, 4 episode, 8 artist, 9 album, 10 track, 13 photo.
    #[wire(name = "type")]
    pub kind: Option<i64>,
    /// Title of the item.
    pub title: Option<Text>,
    /// Processing state of the item.
    pub state: TimelineState,
    /// Processing state of the item's metadata, such as `created`, `queued`, `processing` or `deleted`.
    pub metadata_state: Option<Text>,
    /// Processing state of the item's files, such as `analyzing`. Absent if processing has finished.
    pub media_state: Option<Text>,
    /// Number of items waiting to be processed.
    pub queue_size: Option<u64>,
    /// When the item last changed.
    pub updated_at: Option<Timestamp>,
}

open_enum! {
    /// What happened to a background activity.
    #[derive(Default)]
    ActivityEvent {
        /// The activity started.
        Started = "started",
        /// The activity was updated.
        #[default]
        Updated = "updated",
        /// The activity progressed.
        Progress = "progress",
        /// The activity ended.
        Ended = "ended",
    }
}

/// The content of an `activity` notification: a background activity started, progressed or ended.
#[model]
pub struct ActivityNotification {
    /// What happened to the activity.
    pub event: ActivityEvent,
    /// UUID of the activity.
    pub uuid: Text,
    /// The activity.
    #[wire(name = "Activity")]
    pub activity: Activity,
}

/// The content of a `status` notification: a status message for the user.
#[model]
pub struct StatusNotification {
    /// Title of the message.
    pub title: Option<Text>,
    /// Text of the message.
    pub description: Option<Text>,
    /// Topic of the message, such as `LIBRARY_UPDATE`.
    pub notification_name: Option<Text>,
    /// Type of the message. Absent on some servers.
    #[wire(name = "type")]
    pub kind: Option<Text>,
}

/// The content of a `progress` notification: a progress message.
#[model]
pub struct ProgressNotification {
    /// Text of the message.
    pub message: Option<Text>,
}

/// The content of a `reachability` notification: the reachability of the server from outside its network changed.
#[model]
pub struct ReachabilityNotification {
    /// Whether the server is reachable.
    pub reachability: Option<bool>,
    /// Reachability as text. Absent on some servers.
    pub status: Option<Text>,
}

/// The content of a `backgroundProcessingQueue` notification: a queue of background transcodes changed.
#[model]
pub struct BackgroundProcessingQueueEvent {
    /// ID of the queue.
    #[wire(name = "queueID")]
    pub queue_id: Option<i64>,
    /// What happened, such as `queueRegenerated`.
    pub event: Option<Text>,
}

/// The content of an `update.statechange` notification: the state of a server update changed.
#[model]
pub struct AutoUpdateNotification {
    /// URL that identifies the release.
    pub key: Option<Text>,
    /// Version of the release.
    pub version: Option<Text>,
    /// New features, as text.
    pub added: Option<Text>,
    /// Fixed issues, as text.
    pub fixed: Option<Text>,
    /// URL of the update.
    #[wire(name = "downloadURL")]
    pub download_url: Option<Text>,
    /// Update state of the release, such as `available`, `downloading`, `downloaded`, `installing` or `done`.
    pub state: Option<Text>,
}
