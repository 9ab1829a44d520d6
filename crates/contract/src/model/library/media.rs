//! The playable side of an item: versions ([`Media`]), their files ([`Part`]) and what those hold ([`Stream`]).

use crate::model::wide::wide;
use crate::text::Text;
use crate::time::Timestamp;

wide! {
    /// One version of an item: the same content in one quality.
    pub struct Media: MediaMore {
        /// The version's number on the server.
        "id" id: Option<u64>,
        /// The playing time in milliseconds.
        "duration" duration_ms: Option<u64>,
        /// The overall rate in kbit/s.
        "bitrate" bitrate: Option<u32>,
        /// The picture's width in pixels.
        "width" width: Option<u32>,
        /// The picture's height in pixels.
        "height" height: Option<u32>,
        /// Width by height, such as 1.78.
        "aspectRatio" aspect_ratio: Option<f64>,
        /// How many channels the sound has.
        "audioChannels" audio_channels: Option<u32>,
        /// The sound's codec, such as `aac`.
        "audioCodec" audio_codec: Option<Text>,
        /// The sound codec's profile, such as `lc`.
        "audioProfile" audio_profile: Option<Text>,
        /// The picture's codec, such as `h264`.
        "videoCodec" video_codec: Option<Text>,
        /// The picture codec's profile, such as `high`.
        "videoProfile" video_profile: Option<Text>,
        /// The picture's class: `sd`, `480`, `576`, `720`, `1080`, `4k`.
        "videoResolution" video_resolution: Option<Text>,
        /// The picture's rate by name: `24p`, `PAL`, `NTSC`, `60p`.
        "videoFrameRate" video_frame_rate: Option<Text>,
        /// The file format, such as `mkv`.
        "container" container: Option<Text>,
        /// Whether an MP4 file uses 64-bit offsets.
        "has64bitOffsets" has_64bit_offsets: Option<bool>,
        /// Whether an MP4 file has its index in front.
        "optimizedForStreaming" optimized_for_streaming: Option<bool>,
        /// Whether speech was located in the sound.
        "hasVoiceActivity" has_voice_activity: Option<bool>,
        /// The files, one after the other in playing order.
        "Part" parts: Vec<Part>,
    }
}

wide! {
    /// The fields of [`Media`] that few versions have.
    pub struct MediaMore {
        /// The version's name, as of an optimized version.
        "title" title: Option<Text>,
        /// How it is streamed, where that is fixed: `http`, `hls`, `dash`, `mp4`.
        "protocol" protocol: Option<Text>,
        /// The file name's ending.
        "extension" extension: Option<Text>,
        /// The part to leave out at the start, in milliseconds.
        "displayOffset" display_offset_ms: Option<u64>,
        /// What it stands in for; 42 is an optimized version.
        "proxyType" proxy_type: Option<i32>,
        /// The optimization target's name.
        "target" target: Option<Text>,
        /// Whether the server picked this version to play.
        "selected" selected: Option<bool>,
        /// Whether it needs a Plex Pass.
        "premium" premium: Option<bool>,
        /// Where it comes from: `local` or `livetv`.
        "origin" origin: Option<Text>,
        /// The id of a live channel's version.
        "uuid" uuid: Option<Text>,
        /// The play queue entry it was picked for.
        "playQueueItemID" play_queue_item_id: Option<u64>,
        /// When the programme begins, for live TV.
        "beginsAt" begins_at: Option<Timestamp>,
        /// When the programme ends, for live TV.
        "endsAt" ends_at: Option<Timestamp>,
        /// Whether the programme is on now, for live TV.
        "onAir" on_air: Option<bool>,
        /// The channel's number on the server, for live TV.
        "channelID" channel_id: Option<Text>,
        /// The channel's identifier, such as `002`, for live TV.
        "channelIdentifier" channel_identifier: Option<Text>,
        /// The channel's name to show, for live TV.
        "channelTitle" channel_title: Option<Text>,
        /// The channel's virtual number, such as `2.1`, for live TV.
        "channelVcn" channel_vcn: Option<Text>,
        /// The channel's call sign, for live TV.
        "channelCallSign" channel_call_sign: Option<Text>,
        /// The channel's picture, for live TV.
        "channelThumb" channel_thumb: Option<Text>,
        /// The channel's key in the programme guide's grid, for live TV.
        "gridKey" grid_key: Option<Text>,
        /// The camera's maker, for photos.
        "make" make: Option<Text>,
        /// The camera's model, for photos.
        "model" model: Option<Text>,
        /// The camera's lens, for photos.
        "lens" lens: Option<Text>,
        /// The aperture, such as `f/2.8`, for photos.
        "aperture" aperture: Option<Text>,
        /// The exposure time, such as `1/60`, for photos.
        "exposure" exposure: Option<Text>,
        /// The sensitivity, for photos.
        "iso" iso: Option<u32>,
    }
}

wide! {
    /// One file of a version.
    pub struct Part: PartMore {
        /// The file's number on the server.
        "id" id: Option<u64>,
        /// The path to download it from.
        "key" key: Option<Text>,
        /// Its absolute path on the server's machine; shown to the owner only.
        "file" file: Option<Text>,
        /// Its length in bytes.
        "size" size: Option<u64>,
        /// The playing time in milliseconds.
        "duration" duration_ms: Option<u64>,
        /// The file format.
        "container" container: Option<Text>,
        /// The sound codec's profile.
        "audioProfile" audio_profile: Option<Text>,
        /// The picture codec's profile.
        "videoProfile" video_profile: Option<Text>,
        /// Whether the server may read it; with `checkFiles=1` only.
        "accessible" accessible: Option<bool>,
        /// Whether it is still there; with `checkFiles=1` only.
        "exists" exists: Option<bool>,
        /// Whether an MP4 file uses 64-bit offsets.
        "has64bitOffsets" has_64bit_offsets: Option<bool>,
        /// Whether an MP4 file has its index in front.
        "optimizedForStreaming" optimized_for_streaming: Option<bool>,
        /// What the file holds, besides external subtitles and lyrics.
        "Stream" streams: Vec<Stream>,
    }
}

wide! {
    /// The fields of [`Part`] that few files have.
    pub struct PartMore {
        /// The overall rate in kbit/s, in answers about playing.
        "bitrate" bitrate: Option<u32>,
        /// The picture's width in pixels, in answers about playing.
        "width" width: Option<u32>,
        /// The picture's height in pixels, in answers about playing.
        "height" height: Option<u32>,
        /// Whether it holds chapters as text.
        "hasChapterTextStream" has_chapter_text_stream: Option<bool>,
        /// Whether it holds chapters as pictures.
        "hasChapterVideoStream" has_chapter_video_stream: Option<bool>,
        /// Whether it holds a picture of its own.
        "hasThumbnail" has_thumbnail: Option<bool>,
        /// `sd` when there are preview pictures for seeking.
        "indexes" indexes: Option<Text>,
        /// The version of the analysis that measured the bandwidths.
        "deepAnalysisVersion" deep_analysis_version: Option<u32>,
        /// Comma list of kbit/s needed, for growing buffers.
        "requiredBandwidths" required_bandwidths: Option<Text>,
        /// The length of a packet in bytes, for transport streams.
        "packetLength" packet_length: Option<u32>,
        /// Which way up a photo is, EXIF values 1 to 8.
        "orientation" orientation: Option<u32>,
        /// How it is streamed: `http`, `hls`, `dash`, `mp4`.
        "protocol" protocol: Option<Text>,
        /// What happens to it: `directplay`, `copy`, `transcode`.
        "decision" decision: Option<Text>,
        /// Whether the server picked this file to play.
        "selected" selected: Option<bool>,
        /// The sync job that this file was made for.
        "syncItemId" sync_item_id: Option<u64>,
        /// How far that job is.
        "syncState" sync_state: Option<Text>,
    }
}

wide! {
    /// A track of a file: picture, sound, subtitles or lyrics.
    pub struct Stream: StreamMore {
        /// The stream's number on the server.
        "id" id: Option<u64>,
        /// What it is: 1 video, 2 audio, 3 subtitles, 4 lyrics; 0 when not said.
        "streamType" stream_type: u8,
        /// Its place in the file, from 0; external files have none.
        "index" index: Option<u32>,
        /// The path to download it from, for external subtitles and lyrics.
        "key" key: Option<Text>,
        /// Its codec, such as `h264`, `aac` or `srt`.
        "codec" codec: Option<Text>,
        /// The codec's profile.
        "profile" profile: Option<Text>,
        /// The codec's level, such as 41.
        "level" level: Option<i32>,
        /// Its name in the file.
        "title" title: Option<Text>,
        /// A short name to show.
        "displayTitle" display_title: Option<Text>,
        /// A long name to show.
        "extendedDisplayTitle" extended_display_title: Option<Text>,
        /// The language's name.
        "language" language: Option<Text>,
        /// The language's three-letter code.
        "languageCode" language_code: Option<Text>,
        /// The language's tag, such as `en` or `pt-BR`.
        "languageTag" language_tag: Option<Text>,
        /// Whether it plays for this user.
        "selected" selected: Option<bool>,
        /// Whether the file marks it as the usual choice.
        "default" is_default: Option<bool>,
        /// Whether subtitles are to show always.
        "forced" forced: Option<bool>,
        /// Its rate in kbit/s.
        "bitrate" bitrate: Option<u32>,
        /// The text format: `srt`, `lrc`, `txt`.
        "format" format: Option<Text>,
        /// The picture's width in pixels.
        "width" width: Option<u32>,
        /// The picture's height in pixels.
        "height" height: Option<u32>,
        /// The width in pixels as coded, padding included.
        "codedWidth" coded_width: Option<u32>,
        /// The height in pixels as coded, padding included.
        "codedHeight" coded_height: Option<u32>,
        /// Pictures per second.
        "frameRate" frame_rate: Option<f64>,
        /// `progressive` or `interlaced`.
        "scanType" scan_type: Option<Text>,
        /// Bits per sample.
        "bitDepth" bit_depth: Option<u32>,
        /// How many reference pictures the coding uses.
        "refFrames" ref_frames: Option<u32>,
        /// Where colour samples lie.
        "chromaLocation" chroma_location: Option<Text>,
        /// How colour is thinned out, such as `4:2:0`.
        "chromaSubsampling" chroma_subsampling: Option<Text>,
        /// The primaries, such as `bt2020`.
        "colorPrimaries" color_primaries: Option<Text>,
        /// `tv` or `pc`.
        "colorRange" color_range: Option<Text>,
        /// The colour matrix, such as `bt709`.
        "colorSpace" color_space: Option<Text>,
        /// The transfer curve, such as `smpte2084`.
        "colorTrc" color_trc: Option<Text>,
        /// How many channels the sound has.
        "channels" channels: Option<u32>,
        /// Which channels those are, such as `5.1(side)`.
        "audioChannelLayout" audio_channel_layout: Option<Text>,
        /// Samples per second.
        "samplingRate" sampling_rate: Option<u32>,
    }
}

wide! {
    /// The fields of [`Stream`] that few streams have.
    pub struct StreamMore {
        /// The id that the container gives it.
        "streamIdentifier" stream_identifier: Option<Text>,
        /// The codec's id in the container.
        "codecID" codec_id: Option<Text>,
        /// Whether it is in the original language.
        "original" original: Option<bool>,
        /// Whether it is a dubbed sound track.
        "dub" dub: Option<bool>,
        /// Whether it is made for people who hear badly.
        "hearingImpaired" hearing_impaired: Option<bool>,
        /// Whether it is made for people who see badly.
        "visualImpaired" visual_impaired: Option<bool>,
        /// Whether the picture carries closed captions.
        "closedCaptions" closed_captions: Option<bool>,
        /// `1` or a word when subtitles lie inside the picture's stream.
        "embeddedInVideo" embedded_in_video: Option<Text>,
        /// `cbr` or `vbr`.
        "bitrateMode" bitrate_mode: Option<Text>,
        /// Its length in milliseconds.
        "duration" duration_ms: Option<u64>,
        /// Comma list of kbit/s needed, for growing buffers.
        "requiredBandwidths" required_bandwidths: Option<Text>,
        /// The file format of an external stream.
        "container" container: Option<Text>,
        /// The path of an external stream's file.
        "file" file: Option<Text>,
        /// How the container packs its headers.
        "headerCompression" header_compression: Option<Text>,
        /// How the container cuts its headers, on old servers.
        "headerStripping" header_stripping: Option<Text>,
        /// What happens to it: `copy`, `transcode`, `burn`, `ignore`, `directplay`.
        "decision" decision: Option<Text>,
        /// Where it goes: `direct`, `segments-video`, `sidecar-subs`, `embedded`.
        "location" location: Option<Text>,
        /// Whether subtitles are drawn into the picture.
        "burn" burn: Option<bool>,
        /// Whether it is left out.
        "ignore" ignore: Option<bool>,
        /// `cfr` or `vfr`.
        "frameRateMode" frame_rate_mode: Option<Text>,
        /// Whether pixels are not square.
        "anamorphic" anamorphic: Option<bool>,
        /// The shape of a pixel, such as `4:3`.
        "pixelAspectRatio" pixel_aspect_ratio: Option<Text>,
        /// The layout of a pixel.
        "pixelFormat" pixel_format: Option<Text>,
        /// Whether H.264 uses arithmetic coding.
        "cabac" cabac: Option<bool>,
        /// Whether H.264 uses a scaling matrix.
        "hasScalingMatrix" has_scaling_matrix: Option<bool>,
        /// Whether it is Dolby Vision.
        "DOVIPresent" dovi_present: Option<bool>,
        /// The Dolby Vision profile.
        "DOVIProfile" dovi_profile: Option<u32>,
        /// The Dolby Vision level.
        "DOVILevel" dovi_level: Option<u32>,
        /// The Dolby Vision version, such as `1.0`.
        "DOVIVersion" dovi_version: Option<Text>,
        /// Whether the Dolby Vision base layer is there.
        "DOVIBLPresent" dovi_bl_present: Option<bool>,
        /// Whether the Dolby Vision enhancement layer is there.
        "DOVIELPresent" dovi_el_present: Option<bool>,
        /// Whether the Dolby Vision side data is there.
        "DOVIRPUPresent" dovi_rpu_present: Option<bool>,
        /// What the base layer looks like to other players.
        "DOVIBLCompatID" dovi_bl_compat_id: Option<u32>,
        /// The dialogue's level in dB, on old servers.
        "dialogNorm" dialog_norm: Option<i32>,
        /// Whether its loudness was measured.
        "canNormalizeLoudness" can_normalize_loudness: Option<bool>,
        /// The version of the loudness analysis.
        "loudnessAnalysisVersion" loudness_analysis_version: Option<u32>,
        /// The loudness in LUFS.
        "loudness" loudness: Option<f64>,
        /// The loudness range in LU.
        "lra" lra: Option<f64>,
        /// The gain in dB that evens out tracks.
        "gain" gain: Option<f64>,
        /// What to add to `gain`, in dB.
        "gainOffset" gain_offset: Option<f64>,
        /// The highest sample, 1.0 is full scale.
        "peak" peak: Option<f64>,
        /// The gain in dB that evens out albums.
        "albumGain" album_gain: Option<f64>,
        /// The highest sample of the album, 1.0 is full scale.
        "albumPeak" album_peak: Option<f64>,
        /// The loudness range of the album in LU.
        "albumRange" album_range: Option<f64>,
        /// How the sound fades in, as times and levels.
        "startRamp" start_ramp: Option<Text>,
        /// How the sound fades out, as times and levels.
        "endRamp" end_ramp: Option<Text>,
        /// The level in dB under which sound counts as silence.
        "threshold" threshold: Option<f64>,
        /// Whether lyrics carry times.
        "timed" timed: Option<bool>,
        /// How many lines of lyrics may be shown at least.
        "minLines" min_lines: Option<u32>,
        /// Who supplied subtitles or lyrics.
        "provider" provider: Option<Text>,
        /// That supplier's name to show.
        "providerTitle" provider_title: Option<Text>,
        /// The stream that found subtitles would become.
        "sourceKey" source_key: Option<Text>,
        /// Whether the server can shift subtitles to fit the sound.
        "canAutoSync" can_auto_sync: Option<bool>,
        /// Whether found subtitles were made for this very file.
        "perfectMatch" perfect_match: Option<bool>,
        /// How well found subtitles fit, higher is better.
        "score" score: Option<i32>,
        /// `1` when it is there for this session only.
        "transient" transient: Option<Text>,
        /// The user who added it.
        "userID" user_id: Option<u64>,
        /// What it is, as in `stream_type`, in a tree of items.
        "type" kind: Option<u8>,
    }
}
