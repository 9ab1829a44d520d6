//! Who plays what, now and before.

use crate::codec::envelope::MediaContainer;
use crate::endpoint::endpoints;
use crate::ids::{HistoryId, RatingKey, SectionId};
use crate::model::{BackgroundTasks, MediaStatistics, MetadataPage};
use crate::reply::NoBody;
use crate::text::Text;
use crate::time::Timestamp;
use plex_sdk_derive::Request;

/// `GET /status/sessions`
///
/// Lists what is played at this moment.
///
/// - Answer: items, each with its `user`, `player`, `session` and, where it is converted, `transcode_session`;
///   `view_offset_ms` is where it is played.
/// - Errors: 401 without a token that the server accepts; 403 for others than the owner.
/// - Who: the owner.
/// - Source: `list_sessions`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct ListSessions {}

/// `GET /status/sessions/background`
///
/// Lists the optimized versions that are being made.
///
/// - Answer: jobs with how far each is in percent.
/// - Errors: 401 without a token that the server accepts; 403 for others than the owner.
/// - Who: the owner.
/// - Source: `get_background_tasks`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct GetBackgroundTasks {}

/// `GET /status/sessions/history/all`
///
/// Lists what was played, entry by entry, a window at a time.
///
/// - Parameters: whose plays, where and of what; since and until when; the order; the window; filters and fields.
/// - Answer: items in short, with `history_key`, `viewed_at`, `account_id` and `device_id`.
/// - Errors: 400 for a filter or order that cannot be; 401 without a token that the server accepts.
/// - Who: anyone whose token the server accepts; the owner sees all plays, others their own.
/// - Source: `list_playback_history`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct ListPlaybackHistory {
    /// The number of the account that played.
    #[wire(name = "accountID")]
    pub account_id: Option<u64>,
    /// The number of the device it was played on.
    #[wire(name = "deviceID")]
    pub device_id: Option<u64>,
    /// The section of the items.
    #[wire(name = "librarySectionID")]
    pub library_section_id: Option<SectionId>,
    /// The item; that of a show stands for all its episodes.
    #[wire(name = "metadataItemID")]
    pub metadata_item_id: Option<RatingKey>,
    /// Exactly when it was played.
    pub viewed_at: Option<Timestamp>,
    /// After when it was played (`viewedAt>=` on the wire: from then on).
    #[wire(name = "viewedAt>")]
    pub viewed_from: Option<Timestamp>,
    /// Until when it was played (`viewedAt<=` on the wire).
    #[wire(name = "viewedAt<")]
    pub viewed_until: Option<Timestamp>,
    /// The order: fields with `:desc` after them where wanted, such as `viewedAt:desc`.
    pub sort: Vec<Text>,
    /// The place of the first entry wanted, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// How many entries are wanted at most.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
    /// Fields to give, and no others.
    pub include_fields: Vec<Text>,
    /// Fields to leave out.
    pub exclude_fields: Vec<Text>,
    /// Elements to give, and no others.
    pub include_elements: Vec<Text>,
    /// Elements to leave out.
    pub exclude_elements: Vec<Text>,
    /// Further filters as name and value, in the order they go on the wire.
    #[wire(name = "*")]
    pub filter: Vec<(Text, Text)>,
}

/// `GET /status/sessions/history/{historyId}`
///
/// Reads an entry of the list of plays.
///
/// - Parameters: the entry.
/// - Answer: the entry.
/// - Errors: 401 without a token that the server accepts; 404 for an entry that is not there.
/// - Who: the owner.
/// - Source: `get_history_item`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetHistoryItem {
    /// The entry: the end of its `history_key`.
    pub history_id: HistoryId,
}

/// `DELETE /status/sessions/history/{historyId}`
///
/// Deletes an entry of the list of plays; whether the item counts as played does not change.
///
/// - Parameters: the entry.
/// - Answer: nothing but an empty container.
/// - Errors: 401 without a token that the server accepts; 404 for an entry that is not there.
/// - Who: the owner.
/// - Source: `delete_history`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct DeleteHistory {
    /// The entry: the end of its `history_key`.
    pub history_id: HistoryId,
}

impl From<HistoryId> for GetHistoryItem {
    fn from(history_id: HistoryId) -> Self {
        Self { history_id }
    }
}

impl From<HistoryId> for DeleteHistory {
    fn from(history_id: HistoryId) -> Self {
        Self { history_id }
    }
}

/// `GET /status/sessions/terminate`
///
/// Ends a session: its player stops and shows the reason.
///
/// - Parameters: the session; the reason.
/// - Answer: nothing.
/// - Errors: 401 without a token that the server accepts, and where the owner has no Plex Pass; 403 without a session;
///   404 for a session that is not there.
/// - Who: the owner.
/// - Verbs: servers also take `POST`, which is the documented one; clients send `GET`.
/// - Source: `terminate_session`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct TerminateSession {
    /// The session: the `id` of an item's `session` in the list of sessions.
    pub session_id: Text,
    /// The reason, to show to the user.
    pub reason: Option<Text>,
}

/// `GET /statistics/media`
///
/// Sums up what was played, by account, device, kind of item and stretch of time.
///
/// - Parameters: the length of a stretch of time.
/// - Answer: the sums, and the accounts and devices they name.
/// - Errors: 401 without a token that the server accepts; 403 for others than the owner.
/// - Who: the owner.
/// - Source: `get_statistics`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetStatistics {
    /// The length of a stretch: 1 months, 2 weeks, 3 days, 4 hours.
    pub timespan: Option<u32>,
}

endpoints! {
    ($) Pms, status, status_endpoints;
    ListSessions {}: GET "/status/sessions" -> MediaContainer<MetadataPage>, Admin, Read;
    GetBackgroundTasks {}: GET "/status/sessions/background"
        -> MediaContainer<BackgroundTasks>, Admin, Read;
    ListPlaybackHistory: GET "/status/sessions/history/all"
        -> MediaContainer<MetadataPage>, User, Read;
    GetHistoryItem: GET "/status/sessions/history/{historyId}"
        -> MediaContainer<MetadataPage>, Admin, Read;
    DeleteHistory: DELETE "/status/sessions/history/{historyId}" -> NoBody, Admin, Idempotent;
    TerminateSession: GET | POST "/status/sessions/terminate" -> NoBody, Admin, Idempotent;
    GetStatistics: GET "/statistics/media" -> MediaContainer<MediaStatistics>, Admin, Read;
}
