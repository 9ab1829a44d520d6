//! Who plays what, now and before.

use crate::codec::envelope::MediaContainer;
use crate::ids::{HistoryId, RatingKey, SectionId};
use crate::model::{BackgroundTasks, MediaStatistics, MetadataPage};
use crate::reply::NoBody;
use crate::text::Text;
use crate::time::Timestamp;
use plex_sdk_derive::{endpoints, request};

endpoints! {
    Pms, status, status_endpoints;

    /// Lists the active playback sessions of the server.
    ListSessions {}: GET "/status/sessions" -> MediaContainer<MetadataPage>, Admin, Read;
    /// Lists the background jobs that are creating optimized versions, with their progress.
    GetBackgroundTasks {}: GET "/status/sessions/background" -> MediaContainer<BackgroundTasks>, Admin, Read;
    /// Lists the playback history, one entry for each play.
    ListPlaybackHistory: GET "/status/sessions/history/all" -> MediaContainer<MetadataPage>, User, Read;
    /// Returns an entry of the playback history.
    GetHistoryItem: GET "/status/sessions/history/{historyId}" -> MediaContainer<MetadataPage>, Admin, Read;
    /// Deletes an entry of the playback history.
    DeleteHistory: DELETE "/status/sessions/history/{historyId}" -> NoBody, Admin, Idempotent;
    /// Terminates a playback session: the player stops and shows the reason.
    TerminateSession: GET | POST "/status/sessions/terminate" -> NoBody, Admin, Idempotent;
    /// Returns playback statistics by account, device, item type and time interval.
    GetStatistics: GET "/statistics/media" -> MediaContainer<MediaStatistics>, Admin, Read, unpublished;
}

/// The response contains the items that are playing, each with its user, player and session, and its transcode session
/// if it is being transcoded. `view_offset_ms` is the playback position.
#[request]
pub struct ListSessions {}

#[request]
pub struct GetBackgroundTasks {}

/// The owner sees the history of all users; other users see only their own. Use paging: the history can be long.
/// Entries contain only a few fields of the item, in addition to `history_key`, `viewed_at`, `account_id` and
/// `device_id`.
///
/// The server responds with 400 if a filter or sort is invalid.
#[request]
pub struct ListPlaybackHistory {
    /// Return only entries of the account with this id.
    #[wire(name = "accountID")]
    pub account_id: Option<u64>,
    /// Return only entries of the device with this id.
    #[wire(name = "deviceID")]
    pub device_id: Option<u64>,
    /// Return only entries of items in the library section with this id.
    #[wire(name = "librarySectionID")]
    pub library_section_id: Option<SectionId>,
    /// Return only entries of the item with this rating key. A show stands for all its episodes.
    #[wire(name = "metadataItemID")]
    pub metadata_item_id: Option<RatingKey>,
    /// Return only entries played at exactly this time.
    pub viewed_at: Option<Timestamp>,
    /// Return only entries played at or after this time.
    #[wire(name = "viewedAt>")]
    pub viewed_from: Option<Timestamp>,
    /// Return only entries played at or before this time.
    #[wire(name = "viewedAt<")]
    pub viewed_until: Option<Timestamp>,
    /// The sort, such as `viewedAt:desc`. Ascending by default. `metadataItemID` is not supported.
    pub sort: Vec<Text>,
    /// The index of the first item to return, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// The maximum number of items to return.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
    /// The fields to return. All others are left out.
    pub include_fields: Vec<Text>,
    /// The fields to leave out.
    pub exclude_fields: Vec<Text>,
    /// The elements to return. All others are left out.
    pub include_elements: Vec<Text>,
    /// The elements to leave out.
    pub exclude_elements: Vec<Text>,
    /// Additional filters, as pairs of name and value. They are sent in this order.
    #[wire(name = "*")]
    pub filter: Vec<(Text, Text)>,
}

#[request]
pub struct GetHistoryItem {
    /// The id of the entry, which is the end of its `history_key`.
    pub history_id: HistoryId,
}

/// The item remains marked as played.
#[request]
pub struct DeleteHistory {
    /// The id of the entry, which is the end of its `history_key`.
    pub history_id: HistoryId,
}

/// The server responds with 401 if it does not have this feature, which requires a Plex Pass. It responds with 403 if
/// the session id is empty.
#[request]
pub struct TerminateSession {
    /// The id of the session, as in the list of active sessions: the `id` of the item's `session`.
    pub session_id: Text,
    /// The reason to show to the user.
    pub reason: Option<Text>,
}

/// The response also contains the accounts and devices that the statistics refer to.
#[request]
pub struct GetStatistics {
    /// The length of each interval: 1 for months, 2 for weeks, 3 for days, 4 for hours.
    pub timespan: Option<u32>,
}
