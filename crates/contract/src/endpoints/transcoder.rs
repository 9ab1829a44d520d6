//! Conversion of media, pictures and subtitles while they play.

use crate::codec::envelope::MediaContainer;
use crate::endpoint::endpoints;
use crate::ids::TranscodeSessionId;
use crate::model::{PlaybackDecision, StreamProtocol, TranscodeSessions, TranscodeType};
use crate::reply::{Binary, NoBody};
use crate::text::Text;
use plex_sdk_derive::Request;

/// A request that tells the server how to convert something: its own fields first, then those that all such share.
macro_rules! transcode_request {
    (
        $(#[$doc:meta])*
        pub struct $Name:ident {
            $($(#[$field_doc:meta])* pub $field:ident: $Field:ty,)*
        }
    ) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, plex_sdk_derive::Request)]
        pub struct $Name {
            $($(#[$field_doc])* pub $field: $Field,)*
            /// Whether the app can play the media as it is.
            pub direct_play: Option<bool>,
            /// Whether the app can play the picture as it is, in another file format.
            pub direct_stream: Option<bool>,
            /// Whether the app can play the sound as it is, in another file format.
            pub direct_stream_audio: Option<bool>,
            /// How it is to be carried.
            pub protocol: Option<$crate::model::StreamProtocol>,
            /// Where the app is, seen from the server.
            pub location: Option<$crate::model::ClientLocation>,
            /// Where to start, in seconds.
            #[wire(name = "offset")]
            pub offset_seconds: Option<f64>,
            /// The version, from 0; -1 leaves it to the server.
            pub media_index: Option<i32>,
            /// The file of the version, from 0; -1 joins all of them.
            pub part_index: Option<i32>,
            /// Whether the app picked the version itself and knows that it can play it, whatever its profile says.
            #[wire(name = "hasMDE")]
            pub has_mde: Option<bool>,
            /// Whether the quality may follow the bandwidth.
            pub auto_adjust_quality: Option<bool>,
            /// The highest rate then, in kbit/s.
            pub peak_bitrate: Option<u32>,
            /// The rate of the picture in kbit/s.
            pub video_bitrate: Option<u32>,
            /// The quality of the picture, 0 to 100.
            pub video_quality: Option<u32>,
            /// The largest picture, such as `1280x720`.
            pub video_resolution: Option<$crate::text::Text>,
            /// Whether the largest picture is meant for both ways of holding the device.
            pub disable_resolution_rotation: Option<bool>,
            /// The rate of music in kbit/s.
            pub music_bitrate: Option<u32>,
            /// How many channels of sound.
            pub audio_channel_count: Option<u32>,
            /// The loudness in percent of the original.
            pub audio_boost: Option<u32>,
            /// What becomes of subtitles.
            pub subtitles: Option<$crate::model::SubtitleHandling>,
            /// What becomes of subtitles with styles of their own that the app cannot show.
            pub advanced_subtitles: Option<$crate::model::AdvancedSubtitles>,
            /// The size of drawn-in subtitles in percent.
            pub subtitle_size: Option<u32>,
            /// Whether to shift subtitles to fit the speech.
            pub auto_adjust_subtitle: Option<bool>,
            /// The largest photo, such as `1920x1080`.
            pub photo_resolution: Option<$crate::text::Text>,
            /// How much the app buffers, in kilobytes; at least so much where it is not known.
            pub media_buffer_size: Option<u64>,
            /// The length of a segment in seconds.
            pub seconds_per_segment: Option<u32>,
            /// What the app can do beyond its profile, such as
            /// `add-limitation(scope=videoCodec&scopeName=*&type=upperBound&name=video.width&value=1920)`; several with
            /// `+` between.
            #[wire(name = "X-Plex-Client-Profile-Extra")]
            pub client_profile_extra: Option<$crate::text::Text>,
            /// The profile to go by in place of the app's own, such as `generic`.
            #[wire(name = "X-Plex-Client-Profile-Name")]
            pub client_profile_name: Option<$crate::text::Text>,
            /// The id of the app's session, where it plays several things at once.
            #[wire(name = "X-Plex-Session-Identifier")]
            pub session_identifier: Option<$crate::text::Text>,
        }
    };
}
pub(crate) use transcode_request;

// No indent below: the first line of each operation's documentation follows an empty line.
transcode_request! {

/// `GET /{transcodeType}/:/transcode/universal/decision`
///
/// Asks how an item would be played: as it is, in another file format, or converted.
///
/// - Parameters: what is converted; the item's path; how the app can play; the limits.
/// - Answer: codes and texts of the decision, and the item with the version, files and streams picked, each with what
///   becomes of it.
/// - Errors: 400 for parameters that are missing or cannot be; 401 without a token that the server accepts. That it
///   cannot be played is no error: the answer's code says so.
/// - Who: anyone whose token the server accepts.
/// - Source: `make_decision`, `make_decision_video`.
pub struct MakeDecision {
    /// What is converted.
    pub transcode_type: TranscodeType,
    /// The item's path, such as `/library/metadata/900`.
    pub path: Text,
    /// The name of the conversion, to start it under later.
    pub transcode_session_id: Option<TranscodeSessionId>,
    /// The same in its older spelling, which older servers know.
    pub session: Option<TranscodeSessionId>,
    /// What it is for: `streaming` to play at once, `static` to keep.
    pub context: Option<Text>,
    /// Whether it is made for download.
    pub offline_transcode: Option<bool>,
    /// Whether seeking need not be exact.
    pub fast_seek: Option<bool>,
    /// The highest rate of the picture in kbit/s, in its older spelling.
    pub max_video_bitrate: Option<u32>,
    /// Whether the times in the media stay as they are.
    pub copyts: Option<bool>,
    /// The system that the app runs on, to pick the profile by.
    pub platform: Option<Text>,
}
}

transcode_request! {

/// `GET /{transcodeType}/:/transcode/universal/start.{extension}`
///
/// Starts a conversion, and gives the list of its segments or the media itself.
///
/// - Parameters: what is converted; how it is listed; the item's path; the limits. The conversion ends by itself some
///   minutes after its last segment was fetched or its session was last reported.
/// - Answer: an `mpd` manifest, an `m3u8` playlist, or the media as one long answer. Addresses in lists are relative to
///   the path asked for, and start with `session/`.
/// - Errors: 400 for parameters that are missing or cannot be; 401 without a token that the server accepts; 403 where
///   the user may not convert; 404 for an item that is not there.
/// - Who: anyone whose token the server accepts.
/// - Source: `start_transcode_session`, `start_universal_transcode`.
pub struct StartTranscodeSession {
    /// What is converted.
    pub transcode_type: TranscodeType,
    /// How it is listed: `mpd` for DASH, `m3u8` for HLS; of one long answer the file format, such as `mkv` or `mp3`.
    pub extension: Text,
    /// The item's path, such as `/library/metadata/900`.
    pub path: Text,
    /// The name of the conversion.
    pub transcode_session_id: Option<TranscodeSessionId>,
    /// The same in its older spelling, which older servers know.
    pub session: Option<TranscodeSessionId>,
    /// What it is for: `streaming` to play at once, `static` to keep.
    pub context: Option<Text>,
    /// Whether it is made for download.
    pub offline_transcode: Option<bool>,
    /// Whether seeking need not be exact.
    pub fast_seek: Option<bool>,
    /// The highest rate of the picture in kbit/s, in its older spelling.
    pub max_video_bitrate: Option<u32>,
    /// Whether the times in the media stay as they are.
    pub copyts: Option<bool>,
    /// The system that the app runs on, to pick the profile by.
    pub platform: Option<Text>,
}
}

transcode_request! {

/// `GET /{transcodeType}/:/transcode/universal/subtitles`
///
/// Converts the subtitles of an item, and nothing else.
///
/// - Parameters: what they belong to; the item's path; the limits, as for a conversion of the whole.
/// - Answer: the subtitles as a text file (SRT).
/// - Errors: 400 for parameters that are missing or cannot be; 401 without a token that the server accepts; 403 where
///   the user may not convert; 404 for an item without subtitles.
/// - Who: anyone whose token the server accepts.
/// - Source: `transcode_subtitles`.
pub struct TranscodeSubtitles {
    /// What they belong to.
    pub transcode_type: TranscodeType,
    /// The item's path, such as `/library/metadata/900`.
    pub path: Text,
    /// The name of the conversion.
    pub transcode_session_id: Option<TranscodeSessionId>,
    /// The highest rate of the picture in kbit/s, in its older spelling.
    pub max_video_bitrate: Option<u32>,
    /// Whether the times in the media stay as they are.
    pub copyts: Option<bool>,
    /// The system that the app runs on, to pick the profile by.
    pub platform: Option<Text>,
}
}

/// `POST /{transcodeType}/:/transcode/universal/fallback`
///
/// Has a conversion go on in a simpler way: without the hardware, or with an older codec.
///
/// - Parameters: what is converted; the name of the conversion.
/// - Answer: nothing.
/// - Errors: 401 without a token that the server accepts; 404 for a conversion that does not run; 412 where there is no
///   simpler way; 500 where that failed.
/// - Who: anyone whose token the server accepts.
/// - Source: `trigger_fallback`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct TriggerFallback {
    /// What is converted.
    pub transcode_type: TranscodeType,
    /// The name of the conversion.
    pub transcode_session_id: Option<TranscodeSessionId>,
}

/// `GET /{transcodeType}/:/transcode/universal/session/{sessionId}/{segmentId}.m4s`
///
/// Fetches a segment that a DASH manifest lists.
///
/// - Parameters: what is converted; the name of the conversion; the segment. Follow the manifest rather than count.
/// - Answer: the segment.
/// - Errors: 401 without a token that the server accepts; 404 for a conversion that does not run.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_dash_segment`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetDashSegment {
    /// What is converted.
    pub transcode_type: TranscodeType,
    /// The name of the conversion.
    pub session_id: TranscodeSessionId,
    /// The segment, without its ending.
    pub segment_id: Text,
}

/// `GET /{transcodeType}/:/transcode/universal/session/{sessionId}/{segmentId}.ts`
///
/// Fetches a segment that an HLS playlist lists.
///
/// - Parameters: what is converted; the name of the conversion; the segment. Follow the playlist rather than count.
/// - Answer: the segment.
/// - Errors: 401 without a token that the server accepts; 404 for a conversion that does not run.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_hls_segment`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetHlsSegment {
    /// What is converted.
    pub transcode_type: TranscodeType,
    /// The name of the conversion.
    pub session_id: TranscodeSessionId,
    /// The segment, without its ending.
    pub segment_id: Text,
}

/// `GET /{transcodeType}/:/transcode/universal/stop`
///
/// Ends a conversion, as a player does when it stops.
///
/// - Parameters: what is converted; the name of the conversion.
/// - Answer: nothing.
/// - Errors: 401 without a token that the server accepts; 404 for a conversion that does not run, which to most callers
///   is as good.
/// - Who: anyone whose token the server accepts.
/// - Source: `stop_transcode_session_universal`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct StopTranscodeSessionUniversal {
    /// What is converted.
    pub transcode_type: TranscodeType,
    /// The name of the conversion.
    pub session: TranscodeSessionId,
}

/// `GET /photo/:/transcode`
///
/// Gives a picture in another size or format.
///
/// - Parameters: the picture; size in pixels; format; what to do with it. Keep tokens out of the picture's address: a
///   path on the server needs none.
/// - Answer: the picture.
/// - Errors: 400 for parameters that cannot be; 401 without a token that the server accepts; 403 for an address that the
///   server may not fetch; 404 for a picture that is not there.
/// - Who: anyone whose token the server accepts.
/// - Source: `transcode_image`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct TranscodeImage {
    /// The picture: a path on the server such as an item's `thumb`, or an address.
    pub url: Text,
    /// The width in pixels.
    pub width: Option<u32>,
    /// The height in pixels.
    pub height: Option<u32>,
    /// The format: `jpg` (the default), `jpeg`, `png` or `ppm`.
    pub format: Option<Text>,
    /// The quality, 0 to 100; -1 (the default) is the best.
    pub quality: Option<i32>,
    /// Whether the picture covers the size with its shorter side, rather than fit into it.
    pub min_size: Option<bool>,
    /// Whether a small picture is made larger.
    pub upscale: Option<bool>,
    /// Whether it is turned upright, as it says itself; by default it is.
    pub rotate: Option<bool>,
    /// How far it is blurred, in pixels; 0 is not at all.
    pub blur: Option<u32>,
    /// The colours' strength in percent.
    pub saturation: Option<u32>,
    /// The opacity in percent.
    pub opacity: Option<u32>,
    /// The colour behind it, six hexadecimal digits.
    pub background: Option<Text>,
    /// The colour to mix in, six hexadecimal digits.
    pub blend_color: Option<Text>,
    /// How colour is thinned out: 0 4:1:1, 1 4:2:0, 2 4:2:2, 3 4:4:4 (the default).
    pub chroma_subsampling: Option<u8>,
}

impl From<&str> for TranscodeImage {
    fn from(url: &str) -> Self {
        Self {
            url: url.into(),
            ..Self::default()
        }
    }
}

/// `GET /transcode/sessions`
///
/// Lists the conversions that run.
///
/// - Answer: conversions with how far each is.
/// - Errors: 401 without a token that the server accepts; 403 for others than the owner.
/// - Who: the owner.
/// - Source: `get_transcode_sessions`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct GetTranscodeSessions {}

/// `GET /transcode/sessions/{sessionKey}`
///
/// Reads one conversion.
///
/// - Parameters: the conversion.
/// - Answer: the conversion, with how far it is.
/// - Errors: 401 without a token that the server accepts; 404 for a conversion that does not run.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_transcode_session`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetTranscodeSession {
    /// The conversion: its `key`.
    pub session_key: TranscodeSessionId,
}

/// `DELETE /transcode/sessions/{sessionKey}`
///
/// Ends a conversion.
///
/// - Parameters: the conversion.
/// - Answer: nothing, with status 204.
/// - Errors: 401 without a token that the server accepts; 404 for a conversion that does not run.
/// - Who: the owner.
/// - Source: `stop_transcode_session`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct StopTranscodeSession {
    /// The conversion: its `key`.
    pub session_key: TranscodeSessionId,
}

impl From<TranscodeSessionId> for GetTranscodeSession {
    fn from(session_key: TranscodeSessionId) -> Self {
        Self { session_key }
    }
}

impl From<TranscodeSessionId> for StopTranscodeSession {
    fn from(session_key: TranscodeSessionId) -> Self {
        Self { session_key }
    }
}

impl From<MakeDecision> for StartTranscodeSession {
    /// The request that starts the conversion which was decided on, listed in the way of its protocol.
    fn from(decision: MakeDecision) -> Self {
        // Both are named in full, so that no field is lost when one is added.
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
            // That it cannot be played as it is was decided.
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

endpoints! {
    ($) Pms, transcoder, transcoder_endpoints;
    MakeDecision: GET "/{transcodeType}/:/transcode/universal/decision"
        -> MediaContainer<PlaybackDecision>, User, Read;
    StartTranscodeSession: GET "/{transcodeType}/:/transcode/universal/start.{extension}"
        -> Binary, User, Idempotent;
    TranscodeSubtitles: GET "/{transcodeType}/:/transcode/universal/subtitles" -> Binary, User, Read;
    TriggerFallback: POST "/{transcodeType}/:/transcode/universal/fallback" -> NoBody, User, Once;
    GetDashSegment: GET "/{transcodeType}/:/transcode/universal/session/{sessionId}/{segmentId}.m4s"
        -> Binary, User, Read;
    GetHlsSegment: GET "/{transcodeType}/:/transcode/universal/session/{sessionId}/{segmentId}.ts"
        -> Binary, User, Read;
    StopTranscodeSessionUniversal: GET "/{transcodeType}/:/transcode/universal/stop"
        -> NoBody, User, Idempotent;
    TranscodeImage: GET "/photo/:/transcode" -> Binary, User, Read;
    GetTranscodeSessions {}: GET "/transcode/sessions"
        -> MediaContainer<TranscodeSessions>, Admin, Read;
    GetTranscodeSession: GET "/transcode/sessions/{sessionKey}"
        -> MediaContainer<TranscodeSessions>, User, Read;
    StopTranscodeSession: DELETE "/transcode/sessions/{sessionKey}"
        -> NoBody, Admin, Idempotent, status NO_CONTENT;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codec::wire::Wire;
    use crate::params;
    use http::HeaderMap;

    #[test]
    fn a_conversion_starts_with_every_parameter_of_its_decision() {
        let names = || {
            MakeDecision::NAMES
                .iter()
                .filter(|name| **name != "transcodeType")
        };
        let pairs: Vec<_> = names().map(|name| format!("{name}=1")).collect();
        let in_path = vec![("transcodeType", "music".to_owned())];
        let none = HeaderMap::new();
        let decision: MakeDecision = params::decode(in_path, &pairs.join("&"), &none).unwrap();
        let asked = params::encode(&decision).unwrap();
        for name in names() {
            assert!(asked.query.contains(&format!("{name}=1")), "{name}");
        }
        let start = params::encode(&StartTranscodeSession::from(decision)).unwrap();
        assert_eq!(start.path, "/music/:/transcode/universal/start.m3u8");
        assert_eq!(
            start.query,
            asked.query.replace("directPlay=1", "directPlay=0")
        );
    }

    #[test]
    fn the_protocol_tells_how_a_conversion_is_listed() {
        let extension = |transcode_type, protocol| {
            let decision = MakeDecision {
                transcode_type,
                protocol,
                ..MakeDecision::default()
            };
            StartTranscodeSession::from(decision).extension
        };
        let (video, music) = (TranscodeType::Video, TranscodeType::Music);
        assert_eq!(extension(video.clone(), Some(StreamProtocol::Dash)), "mpd");
        assert_eq!(extension(video.clone(), Some(StreamProtocol::Hls)), "m3u8");
        assert_eq!(extension(video.clone(), None), "m3u8");
        assert_eq!(extension(video, Some(StreamProtocol::Http)), "mkv");
        assert_eq!(extension(music, Some(StreamProtocol::Http)), "mp3");
    }
}
