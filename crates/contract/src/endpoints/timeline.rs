//! Playback reported: progress, played or not, ratings.

use crate::codec::envelope::MediaContainer;
use crate::endpoint::endpoints;
use crate::ids::{PlayQueueId, PlayQueueItemId, RatingKey};
use crate::model::{PlaybackState, TimelineAnswer};
use crate::reply::NoBody;
use crate::text::Text;
use crate::time::Timestamp;
use plex_sdk_derive::Request;

/// The identifier of the library as a provider of media: what `identifier` is in most requests of this group.
pub const LIBRARY: &str = "com.plexapp.plugins.library";

/// `GET /:/scrobble`
///
/// Marks an item as played, with everything below it, and forgets where it was left. The list of plays gets no entry.
///
/// - Parameters: the provider, [`LIBRARY`] for the library; the item, by rating key or address.
/// - Answer: nothing.
/// - Errors: 400 without an item; 401 without a token that the server accepts; 404 for a provider or item that is not
///   there for the caller.
/// - Who: anyone whose token the server accepts; everyone has their own.
/// - Verbs: servers also take `PUT`, which is the documented one; clients send `GET`.
/// - Source: `mark_played`.
#[derive(Clone, Debug, PartialEq, Eq, Request)]
#[wire(required)]
pub struct MarkPlayed {
    /// The provider.
    pub identifier: Text,
    /// The item.
    pub key: Option<RatingKey>,
    /// The item's address, in place of its key.
    pub uri: Option<Text>,
}

/// `GET /:/unscrobble`
///
/// Marks an item as not played, with everything below it, and forgets where it was left.
///
/// - Parameters: the provider, [`LIBRARY`] for the library; the item, by rating key or address.
/// - Answer: nothing.
/// - Errors: 400 without an item; 401 without a token that the server accepts; 404 for a provider or item that is not
///   there for the caller.
/// - Who: anyone whose token the server accepts; everyone has their own.
/// - Verbs: servers also take `PUT`, which is the documented one; clients send `GET`.
/// - Source: `unscrobble`.
#[derive(Clone, Debug, PartialEq, Eq, Request)]
#[wire(required)]
pub struct Unscrobble {
    /// The provider.
    pub identifier: Text,
    /// The item.
    pub key: Option<RatingKey>,
    /// The item's address, in place of its key.
    pub uri: Option<Text>,
}

/// An item of the library.
macro_rules! of_the_library {
    ($($Name:ident),+) => {$(
        /// No item of the library yet.
        impl Default for $Name {
            fn default() -> Self {
                Self {
                    identifier: LIBRARY.into(),
                    key: None,
                    uri: None,
                }
            }
        }

        /// An item of the library.
        impl From<RatingKey> for $Name {
            fn from(key: RatingKey) -> Self {
                Self {
                    key: Some(key),
                    ..Self::default()
                }
            }
        }
    )+};
}
of_the_library!(MarkPlayed, Unscrobble);

/// `PUT /:/rate`
///
/// Rates an item.
///
/// - Parameters: the provider, [`LIBRARY`] for the library; the item; the rating; when it was rated.
/// - Answer: nothing.
/// - Errors: 400 for a rating or an instant that cannot be; 401 without a token that the server accepts; 404 for a
///   provider or item that is not there for the caller.
/// - Who: anyone whose token the server accepts; everyone has their own.
/// - Verbs: servers also take `GET`.
/// - Source: `set_rating`.
#[derive(Clone, Debug, PartialEq, Request)]
#[wire(required)]
pub struct SetRating {
    /// The provider.
    pub identifier: Text,
    /// The item.
    pub key: RatingKey,
    /// The rating, 0 to 10; -1 takes it back.
    pub rating: f64,
    /// When it was rated; now where it is not given. It may not lie in the future.
    pub rated_at: Option<Timestamp>,
}

impl SetRating {
    /// A rating, 0 to 10, of an item of the library, as of now; -1 takes it back.
    pub fn new(key: RatingKey, rating: f64) -> Self {
        Self {
            identifier: LIBRARY.into(),
            key,
            rating,
            rated_at: None,
        }
    }
}

/// `GET /:/timeline`
///
/// Reports what a player does with an item: at each change, and every ten seconds while it plays (every twenty on a
/// mobile network). The server keeps where the item resumes, and marks it as played near its end; a place in the first
/// minute is not kept.
///
/// - Parameters: the item, what the player does, the place and the playing time in milliseconds; the play queue; how
///   playing goes.
/// - Answer: where the item resumes; whether the session was ended by the server.
/// - Errors: 400 for parameters that do not go together; 401 without a token that the server accepts.
/// - Who: anyone whose token the server accepts.
/// - Verbs: servers also take `POST`, which is the documented one; clients send `GET`.
/// - Source: `report`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct Report {
    /// The item.
    pub rating_key: Option<RatingKey>,
    /// The item's path.
    pub key: Option<Text>,
    /// The provider, [`LIBRARY`] for the library.
    pub identifier: Option<Text>,
    /// What the player does.
    pub state: Option<PlaybackState>,
    /// The place in the item, in milliseconds.
    #[wire(name = "time")]
    pub time_ms: Option<u64>,
    /// The item's playing time, in milliseconds.
    #[wire(name = "duration")]
    pub duration_ms: Option<u64>,
    /// How long it has been playing, in milliseconds, pauses left out.
    #[wire(name = "playBackTime")]
    pub play_back_time_ms: Option<u64>,
    /// The play queue.
    #[wire(name = "playQueueID")]
    pub play_queue_id: Option<PlayQueueId>,
    /// The entry of the play queue.
    #[wire(name = "playQueueItemID")]
    pub play_queue_item_id: Option<PlayQueueItemId>,
    /// The path of what is played as a whole, such as `/playQueues/12`.
    pub container_key: Option<Text>,
    /// The item's global id.
    pub guid: Option<Text>,
    /// The address of an item that is in no library.
    pub url: Option<Text>,
    /// Where the user started it, such as `home:hub.continueWatching`.
    pub context: Option<Text>,
    /// The row of the screen it was started from, from 0.
    pub row: Option<u32>,
    /// Whether the player picked the version itself.
    #[wire(name = "hasMDE")]
    pub has_mde: Option<bool>,
    /// With `stopped`: whether another item plays next.
    pub continuing: Option<bool>,
    /// With `offline`: when the player was where it reports to have been.
    #[wire(name = "updated")]
    pub updated_at: Option<Timestamp>,
    /// Whether this is reported later, as the player was offline.
    pub offline: Option<bool>,
    /// With the first report: the seconds until the first picture.
    #[wire(name = "timeToFirstFrame")]
    pub time_to_first_frame_seconds: Option<u64>,
    /// The seconds spent waiting for data since the last report.
    #[wire(name = "timeStalled")]
    pub time_stalled_seconds: Option<u64>,
    /// The bandwidth as the player sees it, in kbit/s.
    pub bandwidth: Option<u64>,
    /// How much is buffered, in seconds; or as `buffered_size`.
    #[wire(name = "bufferedTime")]
    pub buffered_time_seconds: Option<u64>,
    /// How much is buffered, in kilobytes; or as `buffered_time_seconds`.
    pub buffered_size: Option<u64>,
    /// The id of the session, where a player plays several things at once.
    #[wire(name = "X-Plex-Session-Identifier")]
    pub session_identifier: Option<Text>,
}

/// `GET /:/progress`
///
/// Sets where an item resumes, without a session.
///
/// - Parameters: the item; the provider, [`LIBRARY`] for the library; the place in milliseconds; what the player does.
/// - Answer: nothing.
/// - Errors: 400 for parameters that are missing or cannot be; 401 without a token that the server accepts.
/// - Who: anyone whose token the server accepts; everyone has their own.
/// - Verbs: servers also take `POST`.
/// - Source: `get_progress`, `update_play_progress`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetProgress {
    /// The item.
    pub key: RatingKey,
    /// The provider.
    pub identifier: Option<Text>,
    /// The place in the item, in milliseconds.
    #[wire(name = "time")]
    pub time_ms: u64,
    /// What the player does; `stopped` where there is none.
    pub state: Option<PlaybackState>,
}

/// `PUT /actions/removeFromContinueWatching`
///
/// Takes an item out of "Continue Watching" until it is played again; where it resumes is kept.
///
/// - Parameters: the item.
/// - Answer: nothing.
/// - Errors: 400 without an item; 401 without a token that the server accepts; 404 for an item that is not there for
///   the caller.
/// - Who: anyone whose token the server accepts; everyone has their own.
/// - Paths: this is the usual one; the feature `actions` of the media provider has the one to use.
/// - Source: `remove_from_continue_watching`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct RemoveFromContinueWatching {
    /// The item.
    pub rating_key: RatingKey,
    /// The item's path, which one generated client sends as well.
    pub key: Option<Text>,
}

impl From<RatingKey> for RemoveFromContinueWatching {
    fn from(rating_key: RatingKey) -> Self {
        Self {
            rating_key,
            key: None,
        }
    }
}

endpoints! {
    ($) Pms, timeline, timeline_endpoints;
    MarkPlayed: GET | PUT "/:/scrobble" -> NoBody, User, Once;
    Unscrobble: GET | PUT "/:/unscrobble" -> NoBody, User, Idempotent;
    SetRating: PUT | GET "/:/rate" -> NoBody, User, Idempotent;
    Report: GET | POST "/:/timeline" -> MediaContainer<TimelineAnswer>, User, Once;
    GetProgress: GET | POST "/:/progress" -> NoBody, User, Idempotent;
    RemoveFromContinueWatching: PUT "/actions/removeFromContinueWatching"
        -> NoBody, User, Idempotent;
}
