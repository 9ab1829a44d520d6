//! Running sessions of live TV, and recordings.

use crate::codec::envelope::MediaContainer;
use crate::ids::DvrId;
use crate::model::MetadataPage;
use crate::reply::{Binary, NoBody};
use crate::text::Text;
use plex_sdk_derive::{endpoints, request};

endpoints! {
    Pms, live_tv, live_tv_endpoints;

    /// Lists the running live TV sessions.
    GetSessions: GET "/livetv/sessions" -> MediaContainer<MetadataPage>, User, Read;
    /// Returns a single live TV session.
    GetLiveTvSession: GET "/livetv/sessions/{sessionId}" -> MediaContainer<MetadataPage>, User, Read;
    /// Ends a live TV session and frees its tuner.
    DeleteLiveTvSession: DELETE "/livetv/sessions/{sessionId}" -> NoBody, Admin, Idempotent, unpublished;
    /// Downloads the HLS playlist of a live TV session.
    GetSessionPlaylistIndex: GET "/livetv/sessions/{sessionId}/{consumerId}/index.m3u8" -> Binary, User, Read;
    /// Downloads a media segment of a live TV session.
    GetSessionSegment: GET "/livetv/sessions/{sessionId}/{consumerId}/{segmentId}" -> Binary, User, Read;
    /// Lists the recordings of all DVRs.
    GetDvrRecordings {}: GET "/livetv/recordings" -> MediaContainer<MetadataPage>, User, Read, unpublished;
    /// Lists the recordings of a single DVR.
    GetDvrRecordingsByDvr: GET "/livetv/dvrs/{dvrId}/recordings"
        -> MediaContainer<MetadataPage>, User, Read, unpublished;
}

/// Each entry contains the current program with the media to play.
#[request]
pub struct GetSessions {
    /// Return only sessions on the DVR with this id.
    pub dvr_id: Option<DvrId>,
    /// Return only sessions tuned to this channel.
    pub channel: Option<Text>,
}

/// The response contains the current program with the media to play.
#[request]
pub struct GetLiveTvSession {
    /// The id of the live TV session.
    pub session_id: Text,
}

#[request]
pub struct DeleteLiveTvSession {
    /// The id of the live TV session.
    pub session_id: Text,
}

#[request]
pub struct GetSessionPlaylistIndex {
    /// The id of the live TV session.
    pub session_id: Text,
    /// The id of the consumer that plays the session.
    pub consumer_id: Text,
}

/// The segment is an MPEG transport stream (MPEG-TS).
#[request]
pub struct GetSessionSegment {
    /// The id of the live TV session.
    pub session_id: Text,
    /// The id of the consumer that plays the session.
    pub consumer_id: Text,
    /// The id of the segment, such as `00001.ts`.
    pub segment_id: Text,
}

#[request]
pub struct GetDvrRecordings {}

#[request]
pub struct GetDvrRecordingsByDvr {
    /// The id of the DVR.
    pub dvr_id: DvrId,
}
