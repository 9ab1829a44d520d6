//! What notifications tell, a type a kind.

use crate::ids::{ClientIdentifier, RatingKey, SectionId};
use crate::model::activities::Activity;
use crate::text::Text;
use crate::time::Timestamp;
use plex_sdk_derive::model;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

open_enum! {
    /// Whether something plays.
    #[derive(Default)]
    PlayState {
        /// It plays.
        Playing = "playing",
        /// It is paused.
        Paused = "paused",
        /// The player waits for more of it.
        Buffering = "buffering",
        /// It was stopped.
        #[default]
        Stopped = "stopped",
    }
}

/// `playing`: a player started, goes on, paused or stopped.
#[model]
pub struct PlaySessionState {
    /// The session's number, as in the list of sessions.
    pub session_key: Text,
    /// The player.
    pub client_identifier: Option<ClientIdentifier>,
    /// The item's global id; may be empty.
    pub guid: Option<Text>,
    /// The item.
    pub rating_key: RatingKey,
    /// The address it is played from, where that is not the library; mostly empty.
    pub url: Option<Text>,
    /// The item's path.
    pub key: Option<Text>,
    /// How far it got, in milliseconds from the start.
    #[wire(name = "viewOffset")]
    pub view_offset_ms: Option<u64>,
    /// The play queue it is played from.
    #[wire(name = "playQueueID")]
    pub play_queue_id: Option<u64>,
    /// Its entry in the play queue.
    #[wire(name = "playQueueItemID")]
    pub play_queue_item_id: Option<u64>,
    /// What the player does.
    pub state: PlayState,
    /// The conversion it is played from, where there is one.
    pub transcode_session: Option<Text>,
    /// What of the player can be controlled, parted by commas.
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

/// `timeline`: the server works on an item, is done with it, or removed it.
#[model]
pub struct TimelineEntry {
    /// Who does it: `com.plexapp.plugins.library` for the library.
    pub identifier: Option<Text>,
    /// The section.
    #[wire(name = "sectionID")]
    pub section_id: Option<SectionId>,
    /// The item.
    #[wire(name = "itemID")]
    pub item_id: Option<RatingKey>,
    /// What the item belongs to, as a season to its show.
    #[wire(name = "parentItemID")]
    pub parent_item_id: Option<RatingKey>,
    /// The topmost item it belongs to.
    #[wire(name = "rootItemID")]
    pub root_item_id: Option<RatingKey>,
    /// What the item is, as a number: 1 movie, 2 show, 3 season, 4 episode, 8 artist, 9 album, 10 track, 13 photo.
    #[wire(name = "type")]
    pub kind: Option<i64>,
    /// The item's title.
    pub title: Option<Text>,
    /// How far the server got.
    pub state: TimelineState,
    /// What happens to its metadata, such as `created`, `queued`, `processing`, `deleted`.
    pub metadata_state: Option<Text>,
    /// What happens to its files, such as `analyzing`; absent when nothing does any more.
    pub media_state: Option<Text>,
    /// How many items wait.
    pub queue_size: Option<u64>,
    /// When the item last changed.
    pub updated_at: Option<Timestamp>,
}

open_enum! {
    /// What became of an activity.
    #[derive(Default)]
    ActivityEvent {
        /// It began.
        Started = "started",
        /// It goes on.
        #[default]
        Updated = "updated",
        /// It goes on, and got further.
        Progress = "progress",
        /// It is over.
        Ended = "ended",
    }
}

/// `activity`: something in the background began, goes on, or is over.
#[model]
pub struct ActivityNotification {
    /// What became of it.
    pub event: ActivityEvent,
    /// The activity's id.
    pub uuid: Text,
    /// The activity.
    #[wire(name = "Activity")]
    pub activity: Activity,
}

/// `status`: a message for people.
#[model]
pub struct StatusNotification {
    /// The message's head.
    pub title: Option<Text>,
    /// The message.
    pub description: Option<Text>,
    /// What it is about, such as `LIBRARY_UPDATE`.
    pub notification_name: Option<Text>,
    /// What kind of message it is, where a server says so.
    #[wire(name = "type")]
    pub kind: Option<Text>,
}

/// `progress`: a message about work under way.
#[model]
pub struct ProgressNotification {
    /// The message.
    pub message: Option<Text>,
}

/// `reachability`: whether the server can be reached from outside changed.
#[model]
pub struct ReachabilityNotification {
    /// Whether it can.
    pub reachability: Option<bool>,
    /// The same in a word, where a server says so.
    pub status: Option<Text>,
}

/// `backgroundProcessingQueue`: a queue of conversions changed.
#[model]
pub struct BackgroundProcessingQueueEvent {
    /// The queue's number.
    #[wire(name = "queueID")]
    pub queue_id: Option<i64>,
    /// What happened, such as `queueRegenerated`.
    pub event: Option<Text>,
}

/// `update.statechange`: the server found, fetches or installs an update of itself.
#[model]
pub struct AutoUpdateNotification {
    /// The update's path.
    pub key: Option<Text>,
    /// The version it brings.
    pub version: Option<Text>,
    /// What is new, as text.
    pub added: Option<Text>,
    /// What is mended, as text.
    pub fixed: Option<Text>,
    /// Where it is fetched from.
    #[wire(name = "downloadURL")]
    pub download_url: Option<Text>,
    /// How far it got, such as `available`, `downloading`, `downloaded`, `installing`, `done`.
    pub state: Option<Text>,
}
