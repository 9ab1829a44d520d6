//! The one version that each playable item has, with its file and streams.

use crate::world::library::FIRST_ADDED;
use plex_sdk_contract::model::{Media, Part, Stream};

pub(crate) fn millis(seconds: u64) -> u64 {
    seconds * 1000
}

/// One version of a video; `number` keeps its ids apart from those of others.
pub(crate) fn video(number: usize, file: &str, seconds: u64) -> Media {
    let number = number as u64 + 1;
    let bitrate = 2500;
    let stream = |place: u32, kind: u8, codec: &str, title: &str| Stream {
        id: Some(number * 10 + u64::from(place)),
        stream_type: kind,
        index: Some(place),
        key: Some(format!("/library/streams/{}", number * 10 + u64::from(place)).into()),
        codec: Some(codec.into()),
        display_title: Some(title.into()),
        extended_display_title: Some(title.into()),
        is_default: Some(true),
        selected: Some(kind == 2),
        ..Stream::default()
    };
    let picture = Stream {
        width: Some(1920),
        height: Some(1080),
        bit_depth: Some(8),
        bitrate: Some(2372),
        frame_rate: Some(24.0),
        profile: Some("high".into()),
        scan_type: Some("progressive".into()),
        chroma_subsampling: Some("4:2:0".into()),
        ..stream(0, 1, "h264", "1080p (H.264)")
    };
    let sound = Stream {
        channels: Some(2),
        bitrate: Some(128),
        sampling_rate: Some(48_000),
        language: Some("English".into()),
        language_code: Some("eng".into()),
        language_tag: Some("en".into()),
        profile: Some("lc".into()),
        audio_channel_layout: Some("stereo".into()),
        ..stream(1, 2, "aac", "English (AAC Stereo)")
    };
    let part = Part {
        video_profile: Some("high".into()),
        audio_profile: Some("lc".into()),
        has_64bit_offsets: Some(false),
        optimized_for_streaming: Some(true),
        streams: vec![picture, sound],
        ..part(number, file, seconds, bitrate, "mp4")
    };
    Media {
        id: Some(number),
        duration_ms: Some(millis(seconds)),
        bitrate: Some(bitrate),
        width: Some(1920),
        height: Some(1080),
        aspect_ratio: Some(1.78),
        audio_channels: Some(2),
        audio_codec: Some("aac".into()),
        audio_profile: Some("lc".into()),
        video_codec: Some("h264".into()),
        video_profile: Some("high".into()),
        video_resolution: Some("1080".into()),
        video_frame_rate: Some("24p".into()),
        container: Some("mp4".into()),
        has_64bit_offsets: Some(false),
        optimized_for_streaming: Some(true),
        parts: vec![part],
        ..Media::default()
    }
}

/// One version of a track.
pub(crate) fn audio(number: usize, file: &str, seconds: u64) -> Media {
    let number = number as u64 + 1;
    let bitrate = 320;
    let sound = Stream {
        id: Some(number * 10),
        stream_type: 2,
        index: Some(0),
        key: Some(format!("/library/streams/{}", number * 10).into()),
        codec: Some("mp3".into()),
        display_title: Some("MP3 (Stereo)".into()),
        extended_display_title: Some("MP3 (Stereo)".into()),
        selected: Some(true),
        channels: Some(2),
        bitrate: Some(bitrate),
        sampling_rate: Some(44_100),
        audio_channel_layout: Some("stereo".into()),
        ..Stream::default()
    };
    Media {
        id: Some(number),
        duration_ms: Some(millis(seconds)),
        bitrate: Some(bitrate),
        audio_channels: Some(2),
        audio_codec: Some("mp3".into()),
        container: Some("mp3".into()),
        parts: vec![Part {
            streams: vec![sound],
            ..part(number, file, seconds, bitrate, "mp3")
        }],
        ..Media::default()
    }
}

fn part(number: u64, file: &str, seconds: u64, bitrate: u32, ending: &str) -> Part {
    Part {
        id: Some(number),
        key: Some(format!("/library/parts/{number}/{FIRST_ADDED}/file.{ending}").into()),
        file: Some(file.into()),
        size: Some(seconds * u64::from(bitrate) * 125),
        duration_ms: Some(millis(seconds)),
        container: Some(ending.into()),
        ..Part::default()
    }
}
