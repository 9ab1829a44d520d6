//! Conversion of media, pictures and subtitles while they play.

use crate::codec::envelope::MediaContainer;
use crate::ids::TranscodeSessionId;
use crate::model::{PlaybackDecision, StreamProtocol, TranscodeSessions, TranscodeType};
use crate::reply::{Binary, NoBody};
use crate::text::Text;
use plex_sdk_derive::{endpoints, request};

endpoints! {
    Pms, transcoder, transcoder_endpoints;

    /// Returns how the server would play an item: direct play, direct stream or transcode.
    MakeDecision: GET "/{transcodeType}/:/transcode/universal/decision"
        -> MediaContainer<PlaybackDecision>, User, Read;
    /// Starts a transcode session and returns its manifest, its playlist or the media itself.
    StartTranscodeSession: GET "/{transcodeType}/:/transcode/universal/start.{extension}"
        -> Binary, User, Idempotent, unpublished;
    /// Transcodes only the subtitles of an item, to an SRT file.
    TranscodeSubtitles: GET "/{transcodeType}/:/transcode/universal/subtitles" -> Binary, User, Read;
    /// Switches a transcode session to a simpler method, such as software or an older codec.
    TriggerFallback: POST "/{transcodeType}/:/transcode/universal/fallback" -> NoBody, User, Once;
    /// Downloads a segment of a DASH transcode session.
    GetDashSegment: GET "/{transcodeType}/:/transcode/universal/session/{sessionId}/{segmentId}.m4s"
        -> Binary, User, Read, unpublished;
    /// Downloads a segment of an HLS transcode session.
    GetHlsSegment: GET "/{transcodeType}/:/transcode/universal/session/{sessionId}/{segmentId}.ts"
        -> Binary, User, Read, unpublished;
    /// Stops a transcode session, as players do when playback ends.
    StopTranscodeSessionUniversal: GET "/{transcodeType}/:/transcode/universal/stop"
        -> NoBody, User, Idempotent, unpublished;
    /// Returns an image in another size or format, or with effects such as blur.
    TranscodeImage: GET "/photo/:/transcode" -> Binary, User, Read;
    /// Lists the transcode sessions that are running, with their progress.
    GetTranscodeSessions {}: GET "/transcode/sessions"
        -> MediaContainer<TranscodeSessions>, Admin, Read, unpublished;
    /// Returns a running transcode session and its progress.
    GetTranscodeSession: GET "/transcode/sessions/{sessionKey}"
        -> MediaContainer<TranscodeSessions>, User, Read, unpublished;
    /// Stops any user's transcode session, as the owner of the server.
    StopTranscodeSession: DELETE "/transcode/sessions/{sessionKey}"
        -> NoBody, Admin, Idempotent, status NO_CONTENT, unpublished;
}

/// Defines a request for a transcode: its own fields first, then those that all of them share.
macro_rules! transcode_request {
    (
        $(#[$doc:meta])*
        pub struct $Name:ident {
            $($(#[$field_doc:meta])* pub $field:ident: $Field:ty,)*
        }
    ) => {
        $(#[$doc])*
        #[plex_sdk_derive::request]
        pub struct $Name {
            $($(#[$field_doc])* pub $field: $Field,)*
            /// Whether the client can play the media as it is.
            pub direct_play: Option<bool>,
            /// Whether the client can play the video stream unchanged in another container.
            pub direct_stream: Option<bool>,
            /// Whether the client can play the audio stream unchanged in another container.
            pub direct_stream_audio: Option<bool>,
            /// The streaming protocol of the transcode session.
            pub protocol: Option<$crate::model::StreamProtocol>,
            /// The type of network that the client is on. It can help the server choose a bitrate.
            pub location: Option<$crate::model::ClientLocation>,
            /// The offset to start at, from the beginning of the media. In seconds.
            #[wire(name = "offset")]
            pub offset_seconds: Option<f64>,
            /// The index of the media version to use, from 0. If omitted or -1, the server chooses.
            pub media_index: Option<i32>,
            /// The index of the part to use, from 0. If omitted or -1, all parts are joined.
            pub part_index: Option<i32>,
            /// Whether to ignore client profiles when deciding if direct play is possible. Only has an effect if
            /// `direct_play` is `true` and neither `media_index` nor `part_index` is omitted or -1.
            #[wire(name = "hasMDE")]
            pub has_mde: Option<bool>,
            /// Whether the client supports adaptive bitrate streaming (ABR).
            pub auto_adjust_quality: Option<bool>,
            /// The maximum bitrate for adaptive bitrate streaming. In kbit/s, from 0.
            pub peak_bitrate: Option<u32>,
            /// The target video bitrate. In kbit/s, from 0.
            pub video_bitrate: Option<u32>,
            /// The target quality. 0 to 99.
            pub video_quality: Option<u32>,
            /// The maximum video resolution, such as `1280x720`.
            pub video_resolution: Option<$crate::text::Text>,
            /// Whether the maximum resolution applies to both orientations of the device.
            pub disable_resolution_rotation: Option<bool>,
            /// The target bitrate for audio-only files. In kbit/s, from 0.
            pub music_bitrate: Option<u32>,
            /// The target number of audio channels. 1 to 8.
            pub audio_channel_count: Option<u32>,
            /// The loudness of transcoded audio. In percent of the original, from 1.
            pub audio_boost: Option<u32>,
            /// How to include subtitles.
            pub subtitles: Option<$crate::model::SubtitleHandling>,
            /// How to include advanced subtitles, such as ASS, that the client does not support.
            pub advanced_subtitles: Option<$crate::model::AdvancedSubtitles>,
            /// The size of burned-in subtitles. In percent of the original, from 1.
            pub subtitle_size: Option<u32>,
            /// Whether to shift subtitles to match detected speech.
            pub auto_adjust_subtitle: Option<bool>,
            /// The target photo resolution, such as `1920x1080`.
            pub photo_resolution: Option<$crate::text::Text>,
            /// The size of the client's playback buffer. In kilobytes. If the exact size is unknown, a lower bound.
            pub media_buffer_size: Option<u64>,
            /// The length of each transcoded segment. In seconds.
            pub seconds_per_segment: Option<u32>,
            /// Capabilities to add to the client profile, such as
            /// `add-limitation(scope=videoCodec&scopeName=*&type=upperBound&name=video.width&value=1920)`. Separate
            /// several with `+`.
            #[wire(name = "X-Plex-Client-Profile-Extra")]
            pub client_profile_extra: Option<$crate::text::Text>,
            /// The client profile to use instead of the client's own, such as `generic`.
            #[wire(name = "X-Plex-Client-Profile-Name")]
            pub client_profile_name: Option<$crate::text::Text>,
            /// The id of the playback session. It tells apart the sessions of a client that plays several items at
            /// once.
            #[wire(name = "X-Plex-Session-Identifier")]
            pub session_identifier: Option<$crate::text::Text>,
        }
    };
}
pub(crate) use transcode_request;

transcode_request! {
/// The response contains the decision as codes and text, and the item with the selected media version, files and
/// streams. If the item cannot be played, the status is still 200, and the decision code says why.
///
/// The server responds with 400 if parameters are missing or invalid.
pub struct MakeDecision {
    /// The type of media to transcode.
    pub transcode_type: TranscodeType,
    /// The key of the item, such as `/library/metadata/900`.
    pub path: Text,
    /// The id to start the transcode session with later.
    pub transcode_session_id: Option<TranscodeSessionId>,
    /// The same id under its older name, which older servers require.
    pub session: Option<TranscodeSessionId>,
    /// The purpose of the transcode: `streaming` for playback, `static` for a file to keep.
    pub context: Option<Text>,
    /// Whether the transcode is for a download.
    pub offline_transcode: Option<bool>,
    /// Whether seeking may be inexact.
    pub fast_seek: Option<bool>,
    /// The maximum video bitrate, in the older form of the parameter. In kbit/s.
    pub max_video_bitrate: Option<u32>,
    /// Whether to keep the original timestamps of the media.
    pub copyts: Option<bool>,
    /// The platform that the client runs on. The server selects the client profile by it.
    pub platform: Option<Text>,
}
}

transcode_request! {
/// URLs in a manifest or playlist are relative to the path of this request and start with `session/`. The session ends
/// by itself some minutes after the last segment was requested or the last timeline report was sent.
///
/// The server responds with 400 if parameters are missing or invalid, and 403 if the user may not transcode.
pub struct StartTranscodeSession {
    /// The type of media to transcode.
    pub transcode_type: TranscodeType,
    /// The format of the response: `mpd` for a DASH manifest, `m3u8` for an HLS playlist, or the container of a single
    /// file, such as `mkv` or `mp3`.
    pub extension: Text,
    /// The key of the item, such as `/library/metadata/900`.
    pub path: Text,
    /// The id of the transcode session.
    pub transcode_session_id: Option<TranscodeSessionId>,
    /// The same id under its older name, which older servers require.
    pub session: Option<TranscodeSessionId>,
    /// The purpose of the transcode: `streaming` for playback, `static` for a file to keep.
    pub context: Option<Text>,
    /// Whether the transcode is for a download.
    pub offline_transcode: Option<bool>,
    /// Whether seeking may be inexact.
    pub fast_seek: Option<bool>,
    /// The maximum video bitrate, in the older form of the parameter. In kbit/s.
    pub max_video_bitrate: Option<u32>,
    /// Whether to keep the original timestamps of the media.
    pub copyts: Option<bool>,
    /// The platform that the client runs on. The server selects the client profile by it.
    pub platform: Option<Text>,
}
}

transcode_request! {
/// The server responds with 400 if parameters are missing or invalid, 403 if the user may not transcode, and 404 if the
/// item has no subtitles.
pub struct TranscodeSubtitles {
    /// The type of media that the subtitles belong to.
    pub transcode_type: TranscodeType,
    /// The key of the item, such as `/library/metadata/900`.
    pub path: Text,
    /// The id of the transcode session.
    pub transcode_session_id: Option<TranscodeSessionId>,
    /// The maximum video bitrate, in the older form of the parameter. In kbit/s.
    pub max_video_bitrate: Option<u32>,
    /// Whether to keep the original timestamps of the media.
    pub copyts: Option<bool>,
    /// The platform that the client runs on. The server selects the client profile by it.
    pub platform: Option<Text>,
}
}

/// The server responds with 412 if there is no simpler method, and 500 if the switch fails.
#[request]
pub struct TriggerFallback {
    /// The type of media to transcode.
    pub transcode_type: TranscodeType,
    /// The id of the transcode session.
    pub transcode_session_id: Option<TranscodeSessionId>,
}

/// Request the segments that the manifest lists. Do not guess their numbers.
#[request]
pub struct GetDashSegment {
    /// The type of media to transcode.
    pub transcode_type: TranscodeType,
    /// The id of the transcode session.
    pub session_id: TranscodeSessionId,
    /// The id of the segment, without the `.m4s` extension.
    pub segment_id: Text,
}

/// Request the segments that the playlist lists. Do not guess their numbers.
#[request]
pub struct GetHlsSegment {
    /// The type of media to transcode.
    pub transcode_type: TranscodeType,
    /// The id of the transcode session.
    pub session_id: TranscodeSessionId,
    /// The id of the segment, without the `.ts` extension.
    pub segment_id: Text,
}

/// The server responds with 404 if the session is not running. Most callers can treat that as success.
#[request]
pub struct StopTranscodeSessionUniversal {
    /// The type of media to transcode.
    pub transcode_type: TranscodeType,
    /// The id of the transcode session.
    pub session: TranscodeSessionId,
}

/// The image keeps its aspect ratio. The server responds with 403 if it may not fetch the URL.
///
/// Do not include a token in `url`: a path on the server does not need one.
#[request]
pub struct TranscodeImage {
    /// The image: a path on the server, such as the `thumb` of an item, or an absolute URL.
    pub url: Text,
    /// The width of the image. In pixels.
    pub width: Option<u32>,
    /// The height of the image. In pixels.
    pub height: Option<u32>,
    /// The format: `jpg`, `jpeg`, `png` or `ppm`. Default: `jpg`.
    pub format: Option<Text>,
    /// The quality. 0 to 127, or -1 for the best. Default: -1.
    pub quality: Option<i32>,
    /// Whether the image fills the given size and may exceed it in one dimension, instead of fitting into it. Default:
    /// `false`.
    pub min_size: Option<bool>,
    /// Whether to enlarge an image that is smaller than the given size. Default: `false`.
    pub upscale: Option<bool>,
    /// Whether to rotate the image as its EXIF data specifies. Default: `true`.
    pub rotate: Option<bool>,
    /// The strength of the blur, from 0. Default: 0 (none).
    pub blur: Option<u32>,
    /// The saturation. In percent, 0 to 100. Default: 100.
    pub saturation: Option<u32>,
    /// The opacity. In percent, 0 to 100. Default: 100.
    pub opacity: Option<u32>,
    /// The background color for transparent images, as six hexadecimal digits. Default: none.
    pub background: Option<Text>,
    /// The color to blend with the image, as six hexadecimal digits. Default: none.
    pub blend_color: Option<Text>,
    /// The chroma subsampling: 0 for 4:1:1, 1 for 4:2:0, 2 for 4:2:2, 3 for 4:4:4. Default: 3.
    pub chroma_subsampling: Option<u8>,
}

#[request]
pub struct GetTranscodeSessions {}

#[request]
pub struct GetTranscodeSession {
    /// The id of the transcode session: its `key`.
    pub session_key: TranscodeSessionId,
}

#[request]
pub struct StopTranscodeSession {
    /// The id of the transcode session: its `key`.
    pub session_key: TranscodeSessionId,
}

impl From<MakeDecision> for StartTranscodeSession {
    /// Creates the request that starts the transcode session, with the extension for its protocol.
    fn from(decision: MakeDecision) -> Self {
        // Names every field, so that a new one cannot be forgotten.
        let MakeDecision {
            transcode_type,
            path,
            transcode_session_id,
            session,
            context,
            offline_transcode,
            fast_seek,
            max_video_bitrate,
            copyts,
            platform,
            direct_stream,
            direct_stream_audio,
            protocol,
            location,
            offset_seconds,
            media_index,
            part_index,
            has_mde,
            auto_adjust_quality,
            peak_bitrate,
            video_bitrate,
            video_quality,
            video_resolution,
            disable_resolution_rotation,
            music_bitrate,
            audio_channel_count,
            audio_boost,
            subtitles,
            advanced_subtitles,
            subtitle_size,
            auto_adjust_subtitle,
            photo_resolution,
            media_buffer_size,
            seconds_per_segment,
            client_profile_extra,
            client_profile_name,
            session_identifier,
            direct_play: _,
        } = decision;
        let extension = match &protocol {
            Some(StreamProtocol::Dash) => "mpd",
            Some(StreamProtocol::Http) if transcode_type == TranscodeType::Music => "mp3",
            Some(StreamProtocol::Http) => "mkv",
            _ => "m3u8",
        };
        Self {
            extension: extension.into(),
            // The server has decided against direct play.
            direct_play: Some(false),
            transcode_type,
            path,
            transcode_session_id,
            session,
            context,
            offline_transcode,
            fast_seek,
            max_video_bitrate,
            copyts,
            platform,
            direct_stream,
            direct_stream_audio,
            protocol,
            location,
            offset_seconds,
            media_index,
            part_index,
            has_mde,
            auto_adjust_quality,
            peak_bitrate,
            video_bitrate,
            video_quality,
            video_resolution,
            disable_resolution_rotation,
            music_bitrate,
            audio_channel_count,
            audio_boost,
            subtitles,
            advanced_subtitles,
            subtitle_size,
            auto_adjust_subtitle,
            photo_resolution,
            media_buffer_size,
            seconds_per_segment,
            client_profile_extra,
            client_profile_name,
            session_identifier,
        }
    }
}
