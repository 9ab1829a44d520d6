//! Play queues: what plays now and what next.

use crate::codec::envelope::MediaContainer;
use crate::ids::{PlayQueueId, PlayQueueItemId, PlaylistId};
use crate::model::{PlayQueue, PlaylistKind};
use crate::text::Text;
use plex_sdk_derive::{endpoints, request};

endpoints! {
    Pms, play_queue, play_queue_endpoints;

    /// Creates a play queue from a content URI or a playlist.
    CreatePlayQueue: POST "/playQueues" -> MediaContainer<PlayQueue>, User, Once;
    /// Returns a play queue and a window of its items.
    GetPlayQueue: GET "/playQueues/{playQueueId}" -> MediaContainer<PlayQueue>, User, Read;
    /// Adds items to a play queue.
    AddToPlayQueue: PUT "/playQueues/{playQueueId}" -> MediaContainer<PlayQueue>, User, Once;
    /// Removes all items from a play queue except the selected one.
    ClearPlayQueue: DELETE "/playQueues/{playQueueId}/items" -> MediaContainer<PlayQueue>, User, Idempotent;
    /// Removes an item from a play queue.
    DeletePlayQueueItem: DELETE "/playQueues/{playQueueId}/items/{playQueueItemId}"
        -> MediaContainer<PlayQueue>, User, Idempotent;
    /// Moves an item to another position in a play queue.
    MovePlayQueueItem: PUT "/playQueues/{playQueueId}/items/{playQueueItemId}/move"
        -> MediaContainer<PlayQueue>, User, Idempotent;
    /// Selects the first item of a play queue.
    ResetPlayQueue: PUT "/playQueues/{playQueueId}/reset" -> MediaContainer<PlayQueue>, User, Idempotent;
    /// Shuffles a play queue and keeps the selected item.
    Shuffle: PUT "/playQueues/{playQueueId}/shuffle" -> MediaContainer<PlayQueue>, User, Once;
    /// Restores the original order of a shuffled play queue.
    Unshuffle: PUT "/playQueues/{playQueueId}/unshuffle" -> MediaContainer<PlayQueue>, User, Idempotent;
}

/// Set either `uri` or `playlist_id`. The response contains the play queue and a window of its items around the
/// selected one. The server responds with 400 if it cannot resolve the URI.
///
/// A play queue that is created from an album without `key` starts with an Up Next area, so it cannot be shuffled.
#[request]
pub struct CreatePlayQueue {
    /// The type of media in the play queue.
    #[wire(name = "type")]
    pub kind: PlaylistKind,
    /// The content URI of the items, such as `server://<machine
    /// identifier>/com.plexapp.plugins.library/library/metadata/1,2`.
    pub uri: Option<Text>,
    /// The id of the playlist.
    #[wire(name = "playlistID")]
    pub playlist_id: Option<PlaylistId>,
    /// The key of the item to play first, such as `/library/metadata/900`. By default, the first item.
    pub key: Option<Text>,
    /// Whether to shuffle the play queue. Default: `false`.
    pub shuffle: Option<bool>,
    /// Whether to fill empty space in the window by wrapping around to the other end of the play queue. Default:
    /// `false`.
    pub repeat: Option<bool>,
    /// Whether to continue after the last item, such as with the next episode. Default: `false`.
    pub continuous: Option<bool>,
    /// The number of trailers before a movie, not counting the pre-roll. If omitted, there is no pre-roll either. When
    /// resuming a movie, omit it instead of passing 0.
    pub extras_prefix_count: Option<u32>,
    /// Whether to include the photos of nested albums. Only for photo play queues. Default: `true`.
    pub recursive: Option<bool>,
    /// Whether to start a show or season with its on-deck episode, if it has one. Otherwise it starts at the beginning.
    pub on_deck: Option<bool>,
    /// Whether to include the chapters of each item.
    pub include_chapters: Option<bool>,
    /// Whether to include the hubs of related items.
    pub include_related: Option<bool>,
}

/// By default, the window is centered on the selected item. The server responds with 400 if the parameters contradict
/// each other.
///
/// The play queue with the id 1 contains the optimized versions that are being created.
#[request]
pub struct GetPlayQueue {
    /// The id of the play queue.
    pub play_queue_id: PlayQueueId,
    /// Whether to transfer ownership of the play queue to the caller's device, as when a player takes it over.
    pub own: Option<bool>,
    /// The id of the play queue item to center the window on. This does not change the selected item.
    pub center: Option<PlayQueueItemId>,
    /// The number of items to return on each side of the center.
    pub window: Option<u32>,
    /// Whether to include the items before the center. If `false`, the center is left out too. Default: `true`.
    pub include_before: Option<bool>,
    /// Whether to include the items after the center. If `false`, the center is left out too. Default: `true`.
    pub include_after: Option<bool>,
}

/// Set either `uri` or `playlist_id`, not both. This increments the version of the play queue. The server responds with
/// 400 if it cannot resolve the URI.
#[request]
pub struct AddToPlayQueue {
    /// The id of the play queue.
    pub play_queue_id: PlayQueueId,
    /// The content URI of the items, such as `server://<machine
    /// identifier>/com.plexapp.plugins.library/library/metadata/1,2`.
    pub uri: Option<Text>,
    /// The id of the playlist.
    #[wire(name = "playlistID")]
    pub playlist_id: Option<PlaylistId>,
    /// Whether to play the items right after the selected item. Otherwise they go after the items that were added
    /// before. Default: `false`.
    pub next: Option<bool>,
}

/// This increments the version of the play queue.
#[request]
pub struct ClearPlayQueue {
    /// The id of the play queue.
    pub play_queue_id: PlayQueueId,
}

/// This increments the version of the play queue. The server responds with 400 if the item is not in the play queue.
#[request]
pub struct DeletePlayQueueItem {
    /// The id of the play queue.
    pub play_queue_id: PlayQueueId,
    /// The id of the play queue item.
    pub play_queue_item_id: PlayQueueItemId,
}

/// This increments the version of the play queue. The server responds with 400 if the item is not in the play queue.
#[request]
pub struct MovePlayQueueItem {
    /// The id of the play queue.
    pub play_queue_id: PlayQueueId,
    /// The id of the play queue item.
    pub play_queue_item_id: PlayQueueItemId,
    /// The id of the play queue item to place it after. If omitted, the item moves to the beginning.
    pub after: Option<PlayQueueItemId>,
}

#[request]
pub struct ResetPlayQueue {
    /// The id of the play queue.
    pub play_queue_id: PlayQueueId,
}

/// A play queue that is already shuffled is shuffled again. The server responds with 400 if the play queue has an Up
/// Next area, which holds the items that were added to it.
#[request]
pub struct Shuffle {
    /// The id of the play queue.
    pub play_queue_id: PlayQueueId,
}

/// The server responds with 400 if the play queue has an Up Next area, which holds the items that were added to it.
#[request]
pub struct Unshuffle {
    /// The id of the play queue.
    pub play_queue_id: PlayQueueId,
}
