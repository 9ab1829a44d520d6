//! Play queues: what plays now and what next.

use crate::codec::envelope::MediaContainer;
use crate::endpoint::endpoints;
use crate::ids::{PlayQueueId, PlayQueueItemId, PlaylistId};
use crate::model::{PlayQueue, PlaylistKind};
use crate::text::Text;
use plex_sdk_derive::Request;

/// `POST /playQueues`
///
/// Makes a play queue from an address or a playlist.
///
/// - Parameters: what it plays; the address of the items or the playlist; the item to start with; how it goes on; what
///   to include with the items.
/// - Answer: the queue, and the window of its entries around the one that plays.
/// - Errors: 400 for an address that the server cannot follow; 401 without a token that the server accepts.
/// - Who: anyone whose token the server accepts.
/// - Source: `create_play_queue`.
#[derive(Clone, Debug, PartialEq, Eq, Request)]
#[wire(required)]
pub struct CreatePlayQueue {
    /// What it plays.
    #[wire(name = "type")]
    pub kind: PlaylistKind,
    /// The address of the items, such as `server://`, machine identifier, `/com.plexapp.plugins.library` and a path.
    pub uri: Option<Text>,
    /// The playlist to play.
    #[wire(name = "playlistID")]
    pub playlist_id: Option<PlaylistId>,
    /// The path of the item to start with; the first where it is not given.
    pub key: Option<Text>,
    /// Whether to shuffle it.
    pub shuffle: Option<bool>,
    /// Whether a window that is larger than the queue is filled from its start again.
    pub repeat: Option<bool>,
    /// Whether to go on after the last entry, from one episode to the next.
    pub continuous: Option<bool>,
    /// How many trailers come before a movie; the pre-roll comes only where this is given.
    pub extras_prefix_count: Option<u32>,
    /// Whether photos of albums further below count too.
    pub recursive: Option<bool>,
    /// Whether a show or season starts with the episode that is next.
    pub on_deck: Option<bool>,
    /// Whether to tell the chapters.
    pub include_chapters: Option<bool>,
    /// Whether to give rows of related items.
    pub include_related: Option<bool>,
}

/// A queue of videos.
impl Default for CreatePlayQueue {
    fn default() -> Self {
        Self {
            kind: PlaylistKind::Video,
            uri: None,
            playlist_id: None,
            key: None,
            shuffle: None,
            repeat: None,
            continuous: None,
            extras_prefix_count: None,
            recursive: None,
            on_deck: None,
            include_chapters: None,
            include_related: None,
        }
    }
}

/// `GET /playQueues/{playQueueId}`
///
/// Reads a play queue, a window around the entry that plays.
///
/// - Parameters: the queue (1 is the queue of optimized versions being made); whether the caller takes it over; the
///   window's centre and size.
/// - Answer: the queue, and its entries in the window.
/// - Errors: 400 for parameters that do not go together; 401 without a token that the server accepts; 404 for a queue
///   that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_play_queue`, `get_conversion_queue`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetPlayQueue {
    /// The queue.
    pub play_queue_id: PlayQueueId,
    /// Whether the queue belongs to the caller's device from now on, as when a player takes it over.
    pub own: Option<bool>,
    /// The entry in the middle of the window; what plays does not change.
    pub center: Option<PlayQueueItemId>,
    /// How many entries to give on each side of the middle.
    pub window: Option<u32>,
    /// Whether to give the entries before the middle; without them the middle is left out too.
    pub include_before: Option<bool>,
    /// Whether to give the entries after the middle; without them the middle is left out too.
    pub include_after: Option<bool>,
}

/// `PUT /playQueues/{playQueueId}`
///
/// Adds items to a play queue: after those added before, or right after the one that plays.
///
/// - Parameters: the queue; the address of the items or the playlist, not both; whether they play next.
/// - Answer: the queue, its version one higher.
/// - Errors: 400 for an address that the server cannot follow; 401 without a token that the server accepts; 404 for a
///   queue that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `add_to_play_queue`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct AddToPlayQueue {
    /// The queue.
    pub play_queue_id: PlayQueueId,
    /// The address of the items.
    pub uri: Option<Text>,
    /// The playlist to add.
    #[wire(name = "playlistID")]
    pub playlist_id: Option<PlaylistId>,
    /// Whether they play right after the entry that plays.
    pub next: Option<bool>,
}

/// `DELETE /playQueues/{playQueueId}/items`
///
/// Empties a play queue, but for the entry that plays.
///
/// - Parameters: the queue.
/// - Answer: the queue, its version one higher.
/// - Errors: 401 without a token that the server accepts; 404 for a queue that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `clear_play_queue`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct ClearPlayQueue {
    /// The queue.
    pub play_queue_id: PlayQueueId,
}

/// `DELETE /playQueues/{playQueueId}/items/{playQueueItemId}`
///
/// Takes an entry out of a play queue.
///
/// - Parameters: the queue; the entry.
/// - Answer: the queue, its version one higher.
/// - Errors: 400 for an entry that is not in it; 401 without a token that the server accepts; 404 for a queue that is
///   not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `delete_play_queue_item`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct DeletePlayQueueItem {
    /// The queue.
    pub play_queue_id: PlayQueueId,
    /// The entry.
    pub play_queue_item_id: PlayQueueItemId,
}

/// `PUT /playQueues/{playQueueId}/items/{playQueueItemId}/move`
///
/// Moves an entry to another place in a play queue.
///
/// - Parameters: the queue; the entry; the entry it comes after, or none for the first place.
/// - Answer: the queue, its version one higher.
/// - Errors: 400 for an entry that is not in it; 401 without a token that the server accepts; 404 for a queue that is
///   not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `move_play_queue_item`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct MovePlayQueueItem {
    /// The queue.
    pub play_queue_id: PlayQueueId,
    /// The entry.
    pub play_queue_item_id: PlayQueueItemId,
    /// The entry it comes after.
    pub after: Option<PlayQueueItemId>,
}

/// `PUT /playQueues/{playQueueId}/reset`
///
/// Makes the first entry of a play queue the one that plays.
///
/// - Parameters: the queue.
/// - Answer: the queue.
/// - Errors: 401 without a token that the server accepts; 404 for a queue that is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `reset_play_queue`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct ResetPlayQueue {
    /// The queue.
    pub play_queue_id: PlayQueueId,
}

/// `PUT /playQueues/{playQueueId}/shuffle`
///
/// Shuffles a play queue, anew where it was shuffled before; the entry that plays goes on.
///
/// - Parameters: the queue, to which nothing was added by hand.
/// - Answer: the queue.
/// - Errors: 400 for a queue that cannot be shuffled; 401 without a token that the server accepts; 404 for a queue that
///   is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `shuffle`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct Shuffle {
    /// The queue.
    pub play_queue_id: PlayQueueId,
}

/// `PUT /playQueues/{playQueueId}/unshuffle`
///
/// Puts a shuffled play queue back into its own order.
///
/// - Parameters: the queue, to which nothing was added by hand.
/// - Answer: the queue.
/// - Errors: 400 for a queue that cannot be put back; 401 without a token that the server accepts; 404 for a queue that
///   is not there for the caller.
/// - Who: anyone whose token the server accepts.
/// - Source: `unshuffle`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct Unshuffle {
    /// The queue.
    pub play_queue_id: PlayQueueId,
}

/// Operations whose one required parameter is the queue.
macro_rules! of_a_play_queue {
    ($($Name:ident),+) => {$(
        impl From<PlayQueueId> for $Name {
            #[allow(clippy::needless_update, reason = "some have the queue alone")]
            fn from(play_queue_id: PlayQueueId) -> Self {
                Self {
                    play_queue_id,
                    ..Self::default()
                }
            }
        }
    )+};
}
of_a_play_queue!(
    GetPlayQueue,
    AddToPlayQueue,
    ClearPlayQueue,
    ResetPlayQueue,
    Shuffle,
    Unshuffle
);

endpoints! {
    ($) Pms, play_queue, play_queue_endpoints;
    CreatePlayQueue: POST "/playQueues" -> MediaContainer<PlayQueue>, User, Once;
    GetPlayQueue: GET "/playQueues/{playQueueId}" -> MediaContainer<PlayQueue>, User, Read;
    AddToPlayQueue: PUT "/playQueues/{playQueueId}" -> MediaContainer<PlayQueue>, User, Once;
    ClearPlayQueue: DELETE "/playQueues/{playQueueId}/items"
        -> MediaContainer<PlayQueue>, User, Idempotent;
    DeletePlayQueueItem: DELETE "/playQueues/{playQueueId}/items/{playQueueItemId}"
        -> MediaContainer<PlayQueue>, User, Idempotent;
    MovePlayQueueItem: PUT "/playQueues/{playQueueId}/items/{playQueueItemId}/move"
        -> MediaContainer<PlayQueue>, User, Idempotent;
    ResetPlayQueue: PUT "/playQueues/{playQueueId}/reset"
        -> MediaContainer<PlayQueue>, User, Idempotent;
    Shuffle: PUT "/playQueues/{playQueueId}/shuffle" -> MediaContainer<PlayQueue>, User, Once;
    Unshuffle: PUT "/playQueues/{playQueueId}/unshuffle"
        -> MediaContainer<PlayQueue>, User, Idempotent;
}
