//! Running sessions of live TV, and recordings.

use crate::codec::envelope::MediaContainer;
use crate::endpoint::endpoints;
use crate::ids::DvrId;
use crate::model::MetadataPage;
use crate::reply::{Binary, NoBody};
use crate::text::Text;
use plex_sdk_derive::Request;

/// `GET /livetv/sessions`
///
/// Lists the running sessions of live TV.
///
/// - Parameters: filters by recorder and by channel.
/// - Answer: what is on in each, with the media to play.
/// - Errors: 401 without a token that the server accepts.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_sessions`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetSessions {
    /// The recorder it must run on.
    pub dvr_id: Option<DvrId>,
    /// The channel it must show.
    pub channel: Option<Text>,
}

/// `GET /livetv/sessions/{sessionId}`
///
/// Reads one session of live TV.
///
/// - Parameters: the session.
/// - Answer: what is on, with the media to play.
/// - Errors: 401 without a token that the server accepts; 404 where there is none.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_live_tv_session`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetLiveTvSession {
    /// The session.
    pub session_id: Text,
}

impl From<Text> for GetLiveTvSession {
    fn from(session_id: Text) -> Self {
        Self { session_id }
    }
}

/// `DELETE /livetv/sessions/{sessionId}`
///
/// Ends a session of live TV, so that its tuner is free again.
///
/// - Parameters: the session.
/// - Errors: 401 without a token that the server accepts; 404 where there is none.
/// - Who: the owner.
/// - Source: `delete_live_tv_session`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct DeleteLiveTvSession {
    /// The session.
    pub session_id: Text,
}

impl From<Text> for DeleteLiveTvSession {
    fn from(session_id: Text) -> Self {
        Self { session_id }
    }
}

/// `GET /livetv/sessions/{sessionId}/{consumerId}/index.m3u8`
///
/// Fetches the playlist of a session's segments.
///
/// - Parameters: the session, and who watches.
/// - Answer: an HLS playlist.
/// - Errors: 401 without a token that the server accepts; 404 for an unknown session or watcher.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_session_playlist_index`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetSessionPlaylistIndex {
    /// The session.
    pub session_id: Text,
    /// Who watches.
    pub consumer_id: Text,
}

/// `GET /livetv/sessions/{sessionId}/{consumerId}/{segmentId}`
///
/// Fetches a segment of a session.
///
/// - Parameters: the session, who watches, and the segment.
/// - Answer: an MPEG transport stream.
/// - Errors: 401 without a token that the server accepts; 404 for an unknown session, watcher or segment.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_session_segment`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetSessionSegment {
    /// The session.
    pub session_id: Text,
    /// Who watches.
    pub consumer_id: Text,
    /// The segment, such as `00001.ts`.
    pub segment_id: Text,
}

/// `GET /livetv/recordings`
///
/// Lists what was recorded.
///
/// - Answer: the recordings as items.
/// - Errors: 401 without a token that the server accepts.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_dvr_recordings`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct GetDvrRecordings {}

/// `GET /livetv/dvrs/{dvrId}/recordings`
///
/// Lists what one recorder recorded.
///
/// - Parameters: the recorder.
/// - Answer: the recordings as items.
/// - Errors: 401 without a token that the server accepts; 404 where there is none.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_dvr_recordings_by_dvr`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetDvrRecordingsByDvr {
    /// The recorder.
    pub dvr_id: DvrId,
}

impl From<DvrId> for GetDvrRecordingsByDvr {
    fn from(dvr_id: DvrId) -> Self {
        Self { dvr_id }
    }
}

endpoints! {
    ($) Pms, live_tv, live_tv_endpoints;
    GetSessions: GET "/livetv/sessions" -> MediaContainer<MetadataPage>, User, Read;
    GetLiveTvSession: GET "/livetv/sessions/{sessionId}" -> MediaContainer<MetadataPage>, User, Read;
    DeleteLiveTvSession: DELETE "/livetv/sessions/{sessionId}" -> NoBody, Admin, Idempotent;
    GetSessionPlaylistIndex: GET "/livetv/sessions/{sessionId}/{consumerId}/index.m3u8"
        -> Binary, User, Read;
    GetSessionSegment: GET "/livetv/sessions/{sessionId}/{consumerId}/{segmentId}"
        -> Binary, User, Read;
    GetDvrRecordings {}: GET "/livetv/recordings" -> MediaContainer<MetadataPage>, User, Read;
    GetDvrRecordingsByDvr: GET "/livetv/dvrs/{dvrId}/recordings"
        -> MediaContainer<MetadataPage>, User, Read;
}
