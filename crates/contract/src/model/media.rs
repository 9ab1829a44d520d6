//! The playable side of an item: versions ([`Media`]), their files ([`Part`]) and what those hold ([`Stream`]).

use crate::text::Text;
use serde::{Deserialize, Serialize};

/// One version of an item: the same content in one quality.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Media {
    /// The version's number on the server.
    pub id: Option<u64>,
    /// The version's name, as of an optimized version.
    pub title: Option<Text>,
    /// The playing time in milliseconds.
    #[serde(rename = "duration")]
    pub duration_ms: Option<u64>,
    /// The overall rate in kbit/s.
    pub bitrate: Option<u32>,
    /// The picture's width in pixels.
    pub width: Option<u32>,
    /// The picture's height in pixels.
    pub height: Option<u32>,
    /// Width by height, such as 1.78.
    pub aspect_ratio: Option<f64>,
    /// How many channels the sound has.
    pub audio_channels: Option<u32>,
    /// The sound's codec, such as `aac`.
    pub audio_codec: Option<Text>,
    /// The sound codec's profile, such as `lc`.
    pub audio_profile: Option<Text>,
    /// The picture's codec, such as `h264`.
    pub video_codec: Option<Text>,
    /// The picture codec's profile, such as `high`.
    pub video_profile: Option<Text>,
    /// The picture's class: `sd`, `480`, `576`, `720`, `1080`, `4k`.
    pub video_resolution: Option<Text>,
    /// The picture's rate by name: `24p`, `PAL`, `NTSC`, `60p`.
    pub video_frame_rate: Option<Text>,
    /// The file format, such as `mkv`.
    pub container: Option<Text>,
    /// How it is streamed, where that is fixed: `http`, `hls`, `dash`, `mp4`.
    pub protocol: Option<Text>,
    /// The file name's ending.
    pub extension: Option<Text>,
    /// Whether an MP4 file uses 64-bit offsets.
    pub has_64bit_offsets: Option<bool>,
    /// Whether an MP4 file has its index in front.
    pub optimized_for_streaming: Option<bool>,
    /// Whether speech was located in the sound.
    pub has_voice_activity: Option<bool>,
    /// The part to leave out at the start, in milliseconds.
    #[serde(rename = "displayOffset")]
    pub display_offset_ms: Option<u64>,
    /// What it stands in for; 42 is an optimized version.
    pub proxy_type: Option<i32>,
    /// The optimization target's name.
    pub target: Option<Text>,
    /// Whether the server picked this version to play.
    pub selected: Option<bool>,
    /// Whether it needs a Plex Pass.
    pub premium: Option<bool>,
    /// Where it comes from: `local` or `livetv`.
    pub origin: Option<Text>,
    /// The id of a live channel's version.
    pub uuid: Option<Text>,
    /// The play queue entry it was picked for.
    #[serde(rename = "playQueueItemID")]
    pub play_queue_item_id: Option<u64>,
    /// The camera's maker, for photos.
    pub make: Option<Text>,
    /// The camera's model, for photos.
    pub model: Option<Text>,
    /// The camera's lens, for photos.
    pub lens: Option<Text>,
    /// The aperture, such as `f/2.8`, for photos.
    pub aperture: Option<Text>,
    /// The exposure time, such as `1/60`, for photos.
    pub exposure: Option<Text>,
    /// The sensitivity, for photos.
    pub iso: Option<u32>,
    /// The files, one after the other in playing order.
    #[serde(rename = "Part")]
    pub parts: Vec<Part>,
}

/// One file of a version.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Part {
    /// The file's number on the server.
    pub id: Option<u64>,
    /// The path to download it from.
    pub key: Option<Text>,
    /// Its absolute path on the server's machine; shown to the owner only.
    pub file: Option<Text>,
    /// Its length in bytes.
    pub size: Option<u64>,
    /// The playing time in milliseconds.
    #[serde(rename = "duration")]
    pub duration_ms: Option<u64>,
    /// The file format.
    pub container: Option<Text>,
    /// The sound codec's profile.
    pub audio_profile: Option<Text>,
    /// The picture codec's profile.
    pub video_profile: Option<Text>,
    /// The overall rate in kbit/s, in answers about playing.
    pub bitrate: Option<u32>,
    /// The picture's width in pixels, in answers about playing.
    pub width: Option<u32>,
    /// The picture's height in pixels, in answers about playing.
    pub height: Option<u32>,
    /// Whether the server may read it; with `checkFiles=1` only.
    pub accessible: Option<bool>,
    /// Whether it is still there; with `checkFiles=1` only.
    pub exists: Option<bool>,
    /// Whether an MP4 file uses 64-bit offsets.
    pub has_64bit_offsets: Option<bool>,
    /// Whether an MP4 file has its index in front.
    pub optimized_for_streaming: Option<bool>,
    /// Whether it holds chapters as text.
    pub has_chapter_text_stream: Option<bool>,
    /// Whether it holds chapters as pictures.
    pub has_chapter_video_stream: Option<bool>,
    /// Whether it holds a picture of its own.
    pub has_thumbnail: Option<bool>,
    /// `sd` when there are preview pictures for seeking.
    pub indexes: Option<Text>,
    /// The version of the analysis that measured the bandwidths.
    pub deep_analysis_version: Option<u32>,
    /// Comma list of kbit/s needed, for growing buffers.
    pub required_bandwidths: Option<Text>,
    /// The length of a packet in bytes, for transport streams.
    pub packet_length: Option<u32>,
    /// Which way up a photo is, EXIF values 1 to 8.
    pub orientation: Option<u32>,
    /// How it is streamed: `http`, `hls`, `dash`, `mp4`.
    pub protocol: Option<Text>,
    /// What happens to it: `directplay`, `copy`, `transcode`.
    pub decision: Option<Text>,
    /// Whether the server picked this file to play.
    pub selected: Option<bool>,
    /// The sync job that this file was made for.
    pub sync_item_id: Option<u64>,
    /// How far that job is.
    pub sync_state: Option<Text>,
    /// What the file holds, besides external subtitles and lyrics.
    #[serde(rename = "Stream")]
    pub streams: Vec<Stream>,
}

/// A track of a file: picture, sound, subtitles or lyrics.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Stream {
    /// The stream's number on the server.
    pub id: Option<u64>,
    /// What it is: 1 video, 2 audio, 3 subtitles, 4 lyrics; 0 when not said.
    pub stream_type: u8,
    /// Its place in the file, from 0; external files have none.
    pub index: Option<u32>,
    /// The id that the container gives it.
    pub stream_identifier: Option<Text>,
    /// The path to download it from, for external subtitles and lyrics.
    pub key: Option<Text>,
    /// Its codec, such as `h264`, `aac` or `srt`.
    pub codec: Option<Text>,
    /// The codec's id in the container.
    #[serde(rename = "codecID")]
    pub codec_id: Option<Text>,
    /// The codec's profile.
    pub profile: Option<Text>,
    /// The codec's level, such as 41.
    pub level: Option<i32>,
    /// Its name in the file.
    pub title: Option<Text>,
    /// A short name to show.
    pub display_title: Option<Text>,
    /// A long name to show.
    pub extended_display_title: Option<Text>,
    /// The language's name.
    pub language: Option<Text>,
    /// The language's three-letter code.
    pub language_code: Option<Text>,
    /// The language's tag, such as `en` or `pt-BR`.
    pub language_tag: Option<Text>,
    /// Whether it plays for this user.
    pub selected: Option<bool>,
    /// Whether the file marks it as the usual choice.
    #[serde(rename = "default")]
    pub is_default: Option<bool>,
    /// Whether subtitles are to show always.
    pub forced: Option<bool>,
    /// Whether it is in the original language.
    pub original: Option<bool>,
    /// Whether it is a dubbed sound track.
    pub dub: Option<bool>,
    /// Whether it is made for people who hear badly.
    pub hearing_impaired: Option<bool>,
    /// Whether it is made for people who see badly.
    pub visual_impaired: Option<bool>,
    /// Whether the picture carries closed captions.
    pub closed_captions: Option<bool>,
    /// `1` or a word when subtitles lie inside the picture's stream.
    pub embedded_in_video: Option<Text>,
    /// Its rate in kbit/s.
    pub bitrate: Option<u32>,
    /// `cbr` or `vbr`.
    pub bitrate_mode: Option<Text>,
    /// Its length in milliseconds.
    #[serde(rename = "duration")]
    pub duration_ms: Option<u64>,
    /// Comma list of kbit/s needed, for growing buffers.
    pub required_bandwidths: Option<Text>,
    /// The file format of an external stream.
    pub container: Option<Text>,
    /// The path of an external stream's file.
    pub file: Option<Text>,
    /// The text format: `srt`, `lrc`, `txt`.
    pub format: Option<Text>,
    /// How the container packs its headers.
    pub header_compression: Option<Text>,
    /// How the container cuts its headers, on old servers.
    pub header_stripping: Option<Text>,
    /// What happens to it: `copy`, `transcode`, `burn`, `ignore`, `directplay`.
    pub decision: Option<Text>,
    /// Where it goes: `direct`, `segments-video`, `sidecar-subs`, `embedded`.
    pub location: Option<Text>,
    /// Whether subtitles are drawn into the picture.
    pub burn: Option<bool>,
    /// Whether it is left out.
    pub ignore: Option<bool>,
    /// The picture's width in pixels.
    pub width: Option<u32>,
    /// The picture's height in pixels.
    pub height: Option<u32>,
    /// The width in pixels as coded, padding included.
    pub coded_width: Option<u32>,
    /// The height in pixels as coded, padding included.
    pub coded_height: Option<u32>,
    /// Pictures per second.
    pub frame_rate: Option<f64>,
    /// `cfr` or `vfr`.
    pub frame_rate_mode: Option<Text>,
    /// `progressive` or `interlaced`.
    pub scan_type: Option<Text>,
    /// Bits per sample.
    pub bit_depth: Option<u32>,
    /// How many reference pictures the coding uses.
    pub ref_frames: Option<u32>,
    /// Whether pixels are not square.
    pub anamorphic: Option<bool>,
    /// The shape of a pixel, such as `4:3`.
    pub pixel_aspect_ratio: Option<Text>,
    /// The layout of a pixel.
    pub pixel_format: Option<Text>,
    /// Whether H.264 uses arithmetic coding.
    pub cabac: Option<bool>,
    /// Whether H.264 uses a scaling matrix.
    pub has_scaling_matrix: Option<bool>,
    /// Where colour samples lie.
    pub chroma_location: Option<Text>,
    /// How colour is thinned out, such as `4:2:0`.
    pub chroma_subsampling: Option<Text>,
    /// The primaries, such as `bt2020`.
    pub color_primaries: Option<Text>,
    /// `tv` or `pc`.
    pub color_range: Option<Text>,
    /// The colour matrix, such as `bt709`.
    pub color_space: Option<Text>,
    /// The transfer curve, such as `smpte2084`.
    pub color_trc: Option<Text>,
    /// Whether it is Dolby Vision.
    #[serde(rename = "DOVIPresent")]
    pub dovi_present: Option<bool>,
    /// The Dolby Vision profile.
    #[serde(rename = "DOVIProfile")]
    pub dovi_profile: Option<u32>,
    /// The Dolby Vision level.
    #[serde(rename = "DOVILevel")]
    pub dovi_level: Option<u32>,
    /// The Dolby Vision version, such as `1.0`.
    #[serde(rename = "DOVIVersion")]
    pub dovi_version: Option<Text>,
    /// Whether the Dolby Vision base layer is there.
    #[serde(rename = "DOVIBLPresent")]
    pub dovi_bl_present: Option<bool>,
    /// Whether the Dolby Vision enhancement layer is there.
    #[serde(rename = "DOVIELPresent")]
    pub dovi_el_present: Option<bool>,
    /// Whether the Dolby Vision side data is there.
    #[serde(rename = "DOVIRPUPresent")]
    pub dovi_rpu_present: Option<bool>,
    /// What the base layer looks like to other players.
    #[serde(rename = "DOVIBLCompatID")]
    pub dovi_bl_compat_id: Option<u32>,
    /// How many channels the sound has.
    pub channels: Option<u32>,
    /// Which channels those are, such as `5.1(side)`.
    pub audio_channel_layout: Option<Text>,
    /// Samples per second.
    pub sampling_rate: Option<u32>,
    /// The dialogue's level in dB, on old servers.
    pub dialog_norm: Option<i32>,
    /// Whether its loudness was measured.
    pub can_normalize_loudness: Option<bool>,
    /// The version of the loudness analysis.
    pub loudness_analysis_version: Option<u32>,
    /// The loudness in LUFS.
    pub loudness: Option<f64>,
    /// The loudness range in LU.
    pub lra: Option<f64>,
    /// The gain in dB that evens out tracks.
    pub gain: Option<f64>,
    /// What to add to `gain`, in dB.
    pub gain_offset: Option<f64>,
    /// The highest sample, 1.0 is full scale.
    pub peak: Option<f64>,
    /// The gain in dB that evens out albums.
    pub album_gain: Option<f64>,
    /// The highest sample of the album, 1.0 is full scale.
    pub album_peak: Option<f64>,
    /// The loudness range of the album in LU.
    pub album_range: Option<f64>,
    /// How the sound fades in, as times and levels.
    pub start_ramp: Option<Text>,
    /// How the sound fades out, as times and levels.
    pub end_ramp: Option<Text>,
    /// The level in dB under which sound counts as silence.
    pub threshold: Option<f64>,
    /// Whether lyrics carry times.
    pub timed: Option<bool>,
    /// How many lines of lyrics may be shown at least.
    pub min_lines: Option<u32>,
    /// Who supplied subtitles or lyrics.
    pub provider: Option<Text>,
    /// That supplier's name to show.
    pub provider_title: Option<Text>,
    /// The stream that found subtitles would become.
    pub source_key: Option<Text>,
    /// Whether the server can shift subtitles to fit the sound.
    pub can_auto_sync: Option<bool>,
    /// Whether found subtitles were made for this very file.
    pub perfect_match: Option<bool>,
    /// How well found subtitles fit, higher is better.
    pub score: Option<i32>,
    /// `1` when it is there for this session only.
    pub transient: Option<Text>,
    /// The user who added it.
    #[serde(rename = "userID")]
    pub user_id: Option<u64>,
    /// What it is, as in `stream_type`, in a tree of items.
    #[serde(rename = "type")]
    pub kind: Option<u8>,
}
