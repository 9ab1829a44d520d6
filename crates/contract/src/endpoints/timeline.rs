//! Playback reported: progress, played or not, ratings.

use crate::codec::envelope::MediaContainer;
use crate::ids::{PlayQueueId, PlayQueueItemId, RatingKey};
use crate::model::{PlaybackState, TimelineAnswer};
use crate::reply::NoBody;
use crate::text::Text;
use crate::time::Timestamp;
use plex_sdk_derive::{endpoints, request};

endpoints! {
    Pms, timeline, timeline_endpoints;

    /// Marks an item as played, including all items in it.
    MarkPlayed: GET | PUT "/:/scrobble" -> NoBody, User, Once;
    /// Marks an item as unplayed, including all items in it.
    Unscrobble: GET | PUT "/:/unscrobble" -> NoBody, User, Idempotent;
    /// Sets or removes the user's rating of an item.
    SetRating: PUT | GET "/:/rate" -> NoBody, User, Idempotent;
    /// Reports what a player is doing with an item, which updates the resume position.
    Report: GET | POST "/:/timeline" -> MediaContainer<TimelineAnswer>, User, Once;
    /// Sets the resume position of an item without a playback session.
    GetProgress: GET | POST "/:/progress" -> NoBody, User, Idempotent, unpublished;
    /// Removes an item from the "Continue Watching" hub until it is played again.
    RemoveFromContinueWatching: PUT "/actions/removeFromContinueWatching"
        -> NoBody, User, Idempotent, unpublished;
}

/// The identifier of the library as a provider of media: what `identifier` is in most requests of this group.
pub const LIBRARY: &str = "com.plexapp.plugins.library";

/// On a show or season, this also marks the episodes; on an artist or album, the tracks. It clears the resume position
/// and adds no entry to the playback history. Each user has their own watch state.
///
/// Set either `key` or `uri`. Otherwise, the server responds with 400.
#[request]
pub struct MarkPlayed {
    /// The identifier of the media provider. Default: [`LIBRARY`].
    #[wire(preset = LIBRARY.into())]
    pub identifier: Text,
    /// The rating key of the item.
    pub key: Option<RatingKey>,
    /// The URI of the item, as an alternative to the rating key.
    pub uri: Option<Text>,
}

/// On a show or season, this also marks the episodes; on an artist or album, the tracks. It clears the resume position.
/// Each user has their own watch state.
///
/// Set either `key` or `uri`. Otherwise, the server responds with 400.
#[request]
pub struct Unscrobble {
    /// The identifier of the media provider. Default: [`LIBRARY`].
    #[wire(preset = LIBRARY.into())]
    pub identifier: Text,
    /// The rating key of the item.
    pub key: Option<RatingKey>,
    /// The URI of the item, as an alternative to the rating key.
    pub uri: Option<Text>,
}

/// A request that names an item of the library by its rating key.
macro_rules! of_the_library {
    ($($Name:ident from $($Key:ty),+;)+) => {$($(
        impl From<$Key> for $Name {
            fn from(key: $Key) -> Self {
                Self::default().key(key)
            }
        }
    )+)+};
}
of_the_library! {
    MarkPlayed from RatingKey, &str, String, u64;
    Unscrobble from RatingKey, &str, String, u64;
}

/// Each user has their own ratings. The server responds with 400 if the rating is out of range or the time is in the
/// future.
#[request]
pub struct SetRating {
    /// The identifier of the media provider. Default: [`LIBRARY`].
    #[wire(preset = LIBRARY.into())]
    pub identifier: Text,
    /// The rating key of the item.
    pub key: RatingKey,
    /// The rating. 0 to 10, or -1 to remove it.
    pub rating: f64,
    /// When the user rated the item. Must not be in the future. Default: now.
    pub rated_at: Option<Timestamp>,
}

/// Send a report whenever the state changes, and regularly during playback: every 10 seconds, or every 20 seconds on a
/// cellular network. The server stores the resume position, and marks the item as played near its end. Positions in the
/// first minute are not stored.
///
/// The response contains the resume position. It also tells if the server has terminated the session; the player must
/// then stop. The server responds with 400 if the parameters contradict each other.
#[request]
pub struct Report {
    /// The rating key of the item.
    pub rating_key: Option<RatingKey>,
    /// The key of the item, such as `/library/metadata/900`.
    pub key: Option<Text>,
    /// The identifier of the media provider. For the library, [`LIBRARY`].
    pub identifier: Option<Text>,
    /// The playback state.
    pub state: Option<PlaybackState>,
    /// The playback position. In milliseconds, from 0.
    #[wire(name = "time")]
    pub time_ms: Option<u64>,
    /// The duration of the item. In milliseconds.
    #[wire(name = "duration")]
    pub duration_ms: Option<u64>,
    /// How long the item has been playing, without pauses. In milliseconds.
    #[wire(name = "playBackTime")]
    pub play_back_time_ms: Option<u64>,
    /// The id of the play queue.
    #[wire(name = "playQueueID")]
    pub play_queue_id: Option<PlayQueueId>,
    /// The id of the play queue item.
    #[wire(name = "playQueueItemID")]
    pub play_queue_item_id: Option<PlayQueueItemId>,
    /// The path of the list that the item is played from, such as `/playQueues/12`.
    pub container_key: Option<Text>,
    /// The global id of the item.
    pub guid: Option<Text>,
    /// The URL of an item that is not in a library.
    pub url: Option<Text>,
    /// Where the user started playback, such as `home:hub.continueWatching`.
    pub context: Option<Text>,
    /// The index of the row on the screen from which the user started playback, from 0.
    pub row: Option<u32>,
    /// Whether the player chose the media version itself.
    #[wire(name = "hasMDE")]
    pub has_mde: Option<bool>,
    /// Whether the player continues with another item. Only with `stopped`.
    pub continuing: Option<bool>,
    /// When the player was at the reported position. Only for offline reports.
    #[wire(name = "updated")]
    pub updated_at: Option<Timestamp>,
    /// Whether the report is sent later because the player was offline.
    pub offline: Option<bool>,
    /// The time until the first frame was shown. In seconds. Only in the first report.
    #[wire(name = "timeToFirstFrame")]
    pub time_to_first_frame_seconds: Option<u64>,
    /// The time spent buffering since the last report. In seconds.
    #[wire(name = "timeStalled")]
    pub time_stalled_seconds: Option<u64>,
    /// The bandwidth that the player measured. In kbit/s.
    pub bandwidth: Option<u64>,
    /// The amount of buffered media. In seconds. An alternative to `buffered_size`.
    #[wire(name = "bufferedTime")]
    pub buffered_time_seconds: Option<u64>,
    /// The amount of buffered media. In kilobytes. An alternative to `buffered_time_seconds`.
    pub buffered_size: Option<u64>,
    /// The id of the playback session. It tells apart the sessions of a client that plays several items at once.
    #[wire(name = "X-Plex-Session-Identifier")]
    pub session_identifier: Option<Text>,
}

/// Each user has their own resume positions.
#[request]
pub struct GetProgress {
    /// The rating key of the item.
    pub key: RatingKey,
    /// The identifier of the media provider. For the library, [`LIBRARY`].
    pub identifier: Option<Text>,
    /// The resume position. In milliseconds, from 0.
    #[wire(name = "time")]
    pub time_ms: u64,
    /// The playback state. Use `stopped` if nothing is playing.
    pub state: Option<PlaybackState>,
}

/// The resume position is kept. A server can offer this action at another path, which the `actions` feature of its
/// media provider specifies.
#[request]
pub struct RemoveFromContinueWatching {
    /// The rating key of the item.
    pub rating_key: RatingKey,
    /// The key of the item, such as `/library/metadata/900`. Usually omitted.
    pub key: Option<Text>,
}
