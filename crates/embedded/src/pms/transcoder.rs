//! Conversions. Nothing is converted: what comes out is made up, as files are.
//!
//! A version is played as it is where the caller does not rule it out (`directPlay=0`) and no limit is below it:
//! `videoResolution`, `videoBitrate`, `maxVideoBitrate`, `peakBitrate`, and upper bounds of `video.width`, `video.height`
//! and `video.bitrate` in `X-Plex-Client-Profile-Extra`. Else it is converted, to h264 and aac or mp3.

use crate::file::File;
use crate::pms::content::find;
use crate::pms::library::{TAG_PREFIX, TAG_VERSION};
use crate::refusal::Refusal;
use crate::serve::Call;
use crate::world::tokens::Level;
use crate::world::transcodes::Running;
use plex_sdk_contract::codec::envelope::MediaContainer;
use plex_sdk_contract::endpoints::transcoder::*;
use plex_sdk_contract::ids::{RatingKey, TranscodeSessionId};
use plex_sdk_contract::model::{
    Media, Metadata, PlaybackDecision, StreamDecision, StreamProtocol, TranscodeSession,
    TranscodeSessions,
};
use plex_sdk_contract::reply::NoBody;
use std::fmt::Write as _;

/// The length of a segment in seconds, where nothing else is asked for.
const SEGMENT: u32 = 5;

/// What a caller can take: at most so many kbit/s, and pixels across and down.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Limits {
    rate: Option<u32>,
    width: Option<u32>,
    height: Option<u32>,
}

impl Limits {
    fn narrow(limit: &mut Option<u32>, to: u32) {
        *limit = Some(limit.map_or(to, |limit| limit.min(to)));
    }

    fn of(rates: [Option<u32>; 3], resolution: Option<&str>, profile: Option<&str>) -> Self {
        let mut limits = Self::default();
        for rate in rates.into_iter().flatten() {
            Self::narrow(&mut limits.rate, rate);
        }
        if let Some((width, height)) = resolution.and_then(|text| text.split_once('x')) {
            for (limit, text) in [(&mut limits.width, width), (&mut limits.height, height)] {
                if let Ok(number) = text.parse() {
                    Self::narrow(limit, number);
                }
            }
        }
        for rule in profile.unwrap_or_default().split('+') {
            let Some(rule) = rule
                .trim()
                .strip_prefix("add-limitation(")
                .and_then(|rule| rule.strip_suffix(')'))
            else {
                continue;
            };
            let value = |name: &str| {
                let mut pairs = rule.split('&').filter_map(|pair| pair.split_once('='));
                pairs.find(|(key, _)| *key == name).map(|(_, value)| value)
            };
            let limit = match value("name") {
                Some("video.width") => &mut limits.width,
                Some("video.height") => &mut limits.height,
                Some("video.bitrate") => &mut limits.rate,
                _ => continue,
            };
            if let (Some("upperBound"), Some(number)) = (
                value("type"),
                value("value").and_then(|text| text.parse().ok()),
            ) {
                Self::narrow(limit, number);
            }
        }
        limits
    }

    fn allow(self, media: &Media) -> bool {
        let below = |value: Option<u32>, limit: Option<u32>| {
            value.zip(limit).is_none_or(|(value, limit)| value <= limit)
        };
        below(media.bitrate, self.rate)
            && below(media.width, self.width)
            && below(media.height, self.height)
    }
}

/// The item that a path means, with its one version.
fn playable(call: &Call<'_>, path: &str) -> Result<(Metadata, Media), Refusal> {
    let (_, server) = call.server()?;
    let id = path
        .strip_prefix("/library/metadata/")
        .ok_or(Refusal::BadRequest)?;
    let library = server.lists.library();
    let at = find(call, &library, &RatingKey::from(id))?;
    let item = library.items.get(at).ok_or(Refusal::NotFound)?;
    let item = item.full.clone();
    let media = item.media.first().ok_or(Refusal::BadRequest)?.clone();
    Ok((item, media))
}

fn limits_of(
    rates: [Option<u32>; 3],
    resolution: Option<&str>,
    profile: Option<&str>,
    call: &Call<'_>,
) -> Limits {
    let header = call.headers.get("x-plex-client-profile-extra");
    let header = header.and_then(|value| value.to_str().ok());
    Limits::of(rates, resolution, profile.or(header))
}

pub(crate) fn make_decision(
    call: &Call<'_>,
    request: MakeDecision,
) -> Result<MediaContainer<PlaybackDecision>, Refusal> {
    let (item, media) = playable(call, &request.path)?;
    let rates = [
        request.video_bitrate,
        request.max_video_bitrate,
        request.peak_bitrate,
    ];
    let (resolution, profile) = (
        request.video_resolution.as_deref(),
        request.client_profile_extra.as_deref(),
    );
    let direct = request.direct_play != Some(false)
        && limits_of(rates, resolution, profile, call).allow(&media);
    let mut item = item.clone();
    for media in &mut item.media {
        media.selected = Some(true);
        for part in &mut media.parts {
            part.selected = Some(true);
            part.file = None;
            let (whole, stream) = if direct {
                ("directplay", None)
            } else {
                ("transcode", Some("transcode"))
            };
            part.decision = Some(whole.into());
            for one in &mut part.streams {
                one.decision = stream.map(Into::into);
            }
        }
    }
    let converts = "Direct play not available; Conversion OK.";
    let content = PlaybackDecision {
        general_decision_code: Some(if direct { 1000 } else { 1001 }),
        general_decision_text: Some(if direct { "Direct play OK." } else { converts }.into()),
        direct_play_decision_code: Some(if direct { 1000 } else { 3000 }),
        direct_play_decision_text: Some(
            if direct {
                "Direct play OK."
            } else {
                "App cannot direct play this item."
            }
            .into(),
        ),
        transcode_decision_code: (!direct).then_some(1001),
        transcode_decision_text: (!direct).then(|| converts.into()),
        library_section_id: item.library_section_id,
        library_section_title: item.library_section_title.clone(),
        media_tag_prefix: Some(TAG_PREFIX.into()),
        media_tag_version: Some(TAG_VERSION),
        metadata: vec![item],
        ..PlaybackDecision::default()
    };
    Ok(MediaContainer::new(1, content))
}

/// Starts a conversion: as an HLS playlist with its segments, or as one long answer.
pub(crate) fn start_transcode_session(
    call: &Call<'_>,
    request: StartTranscodeSession,
) -> Result<File, Refusal> {
    let (_, server) = call.server()?;
    let (item, media) = playable(call, &request.path)?;
    // Who names no session, as a link in a browser, gets one of the server's own.
    let name = request.transcode_session_id.or(request.session);
    let name = name
        .filter(|name| !name.as_str().is_empty())
        .unwrap_or_else(|| uuid::Uuid::new_v4().to_string().into());
    if name.as_str().contains('/') {
        return Err(Refusal::BadRequest);
    }
    let rates = [
        request.video_bitrate,
        request.max_video_bitrate,
        request.peak_bitrate,
    ];
    let resolution = request.video_resolution.as_deref();
    let limits = limits_of(
        rates,
        resolution,
        request.client_profile_extra.as_deref(),
        call,
    );
    let own = media.bitrate.unwrap_or(1000);
    let rate = limits.rate.map_or(own, |limit| limit.min(own)).max(1);
    let (hls, kind) = match request.extension.as_str() {
        "m3u8" => (true, "application/vnd.apple.mpegurl"),
        "mkv" => (false, "video/x-matroska"),
        "mp4" => (false, "video/mp4"),
        "mp3" => (false, "audio/mpeg"),
        _ => return Err(Refusal::BadRequest),
    };
    let duration_ms = item.duration_ms.unwrap_or_default();
    let seed = media.id.unwrap_or_default() << 32;
    let video = media.video_codec.is_some();
    let shown = TranscodeSession {
        key: name.as_str().into(),
        throttled: Some(false),
        complete: Some(true),
        error: Some(false),
        progress: Some(100.0),
        duration_ms: Some(duration_ms),
        context: Some(request.context.unwrap_or_else(|| "streaming".into())),
        source_video_codec: media.video_codec.clone(),
        source_audio_codec: media.audio_codec.clone(),
        video_decision: video.then_some(StreamDecision::Transcode),
        audio_decision: Some(StreamDecision::Transcode),
        protocol: Some(if hls {
            StreamProtocol::Hls
        } else {
            StreamProtocol::Http
        }),
        container: Some(if hls {
            "mpegts".into()
        } else {
            request.extension.clone()
        }),
        video_codec: video.then(|| "h264".into()),
        audio_codec: Some(if video { "aac" } else { "mp3" }.into()),
        audio_channels: media.audio_channels,
        ..TranscodeSession::default()
    };
    let running = Running {
        user: call.caller.user,
        seed,
        rate,
        shown,
    };
    server
        .administration
        .transcodes
        .start(name.as_str(), running);
    if !hls {
        return Ok(File::made(
            kind,
            seed,
            duration_ms / 1000 * u64::from(rate) * 125,
        ));
    }
    let length = request.seconds_per_segment.unwrap_or(SEGMENT).clamp(1, 60);
    Ok(File::whole(
        kind,
        playlist(name.as_str(), duration_ms, length),
    ))
}

/// The list of all segments; a segment's name is its length in milliseconds and its number.
fn playlist(name: &str, duration_ms: u64, length: u32) -> String {
    let mut list = format!(
        "#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:{length}\n#EXT-X-MEDIA-SEQUENCE:0\n#EXT-X-PLAYLIST-TYPE:VOD\n"
    );
    let (mut left, mut number) = (duration_ms, 0);
    while left > 0 {
        let this = left.min(u64::from(length) * 1000);
        let _ = write!(
            list,
            "#EXTINF:{}.{:03},\nsession/{name}/{this}-{number:05}.ts\n",
            this / 1000,
            this % 1000
        );
        left -= this;
        number += 1;
    }
    list.push_str("#EXT-X-ENDLIST\n");
    list
}

/// A conversion that the caller may see.
fn running(call: &Call<'_>, name: &TranscodeSessionId) -> Result<Running, Refusal> {
    let (_, server) = call.server()?;
    let found = server.administration.transcodes.find(name.as_str());
    let own =
        |running: &Running| call.caller.level == Level::Admin || running.user == call.caller.user;
    found.filter(own).ok_or(Refusal::NotFound)
}

pub(crate) fn get_hls_segment(call: &Call<'_>, request: GetHlsSegment) -> Result<File, Refusal> {
    let running = running(call, &request.session_id)?;
    let (length, number) = request
        .segment_id
        .split_once('-')
        .ok_or(Refusal::NotFound)?;
    let (Ok(length), Ok(number)) = (length.parse::<u64>(), number.parse::<u64>()) else {
        return Err(Refusal::NotFound);
    };
    if length == 0 || length > 60_000 {
        return Err(Refusal::NotFound);
    }
    let size = length * u64::from(running.rate) / 8;
    Ok(File::made(
        "video/mp2t",
        running.seed.wrapping_add(number << 20),
        size,
    ))
}

pub(crate) fn stop_transcode_session_universal(
    call: &Call<'_>,
    request: StopTranscodeSessionUniversal,
) -> Result<NoBody, Refusal> {
    let (_, server) = call.server()?;
    running(call, &request.session)?;
    server
        .administration
        .transcodes
        .stop(request.session.as_str());
    Ok(NoBody)
}

fn list(sessions: Vec<TranscodeSession>) -> MediaContainer<TranscodeSessions> {
    MediaContainer::new(sessions.len(), TranscodeSessions { sessions })
}

pub(crate) fn get_transcode_sessions(
    call: &Call<'_>,
    _request: GetTranscodeSessions,
) -> Result<MediaContainer<TranscodeSessions>, Refusal> {
    let (_, server) = call.server()?;
    let all = server.administration.transcodes.all();
    Ok(list(all.into_iter().map(|running| running.shown).collect()))
}

pub(crate) fn get_transcode_session(
    call: &Call<'_>,
    request: GetTranscodeSession,
) -> Result<MediaContainer<TranscodeSessions>, Refusal> {
    Ok(list(vec![running(call, &request.session_key)?.shown]))
}

pub(crate) fn stop_transcode_session(
    call: &Call<'_>,
    request: StopTranscodeSession,
) -> Result<NoBody, Refusal> {
    let (_, server) = call.server()?;
    let stopped = server
        .administration
        .transcodes
        .stop(request.session_key.as_str());
    stopped.then_some(NoBody).ok_or(Refusal::NotFound)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lowest_limit_counts() {
        let rule = |name: &str, value: u32| {
            format!(
                "add-limitation(scope=videoCodec&scopeName=*&type=upperBound&name={name}&value={value})"
            )
        };
        let profile = format!(
            "{}+{}+append-transcode-target-codec(type=videoProfile)",
            rule("video.width", 1280),
            rule("video.bitrate", 900)
        );
        let limits = Limits::of(
            [Some(2000), None, Some(1500)],
            Some("1920x1080"),
            Some(&profile),
        );
        let expected = Limits {
            rate: Some(900),
            width: Some(1280),
            height: Some(1080),
        };
        assert_eq!(limits, expected);
        assert_eq!(
            Limits::of([None; 3], Some("big"), Some("nonsense(")),
            Limits::default()
        );
    }

    #[test]
    fn a_playlist_lists_the_whole_time() {
        let list = playlist("s", 12_345, 5);
        let lengths: Vec<&str> = list
            .lines()
            .filter_map(|line| line.strip_prefix("#EXTINF:"))
            .collect();
        assert_eq!(lengths, ["5.000,", "5.000,", "2.345,"]);
        assert!(list.ends_with("session/s/2345-00002.ts\n#EXT-X-ENDLIST\n"));
    }
}
