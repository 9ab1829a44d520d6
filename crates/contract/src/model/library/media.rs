//! The playable side of an item: versions ([`Media`]), their files ([`Part`]) and what those hold ([`Stream`]).

use crate::model::wide::wide;
use crate::text::Text;
use crate::time::Timestamp;

wide! {
    /// A media version of an item: the same content in one quality.
    pub struct Media: MediaMore {
        /// ID of the version on the server.
        "id" id: Option<u64>,
        /// Duration, in milliseconds.
        "duration" duration_ms: Option<u64>,
        /// Overall bitrate, in kbit/s.
        "bitrate" bitrate: Option<u32>,
        /// Width, in pixels.
        "width" width: Option<u32>,
        /// Height, in pixels.
        "height" height: Option<u32>,
        /// Aspect ratio: width divided by height, such as 1.78.
        "aspectRatio" aspect_ratio: Option<f64>,
        /// Number of audio channels.
        "audioChannels" audio_channels: Option<u32>,
        /// Audio codec, such as `aac`.
        "audioCodec" audio_codec: Option<Text>,
        /// Audio codec profile, such as `lc`.
        "audioProfile" audio_profile: Option<Text>,
        /// Video codec, such as `h264`.
        "videoCodec" video_codec: Option<Text>,
        /// Video codec profile, such as `high`.
        "videoProfile" video_profile: Option<Text>,
        /// Video resolution class: `sd`, `480`, `576`, `720`, `1080` or `4k`.
        "videoResolution" video_resolution: Option<Text>,
        /// Video frame rate class, such as `24p`, `PAL`, `NTSC` or `60p`.
        "videoFrameRate" video_frame_rate: Option<Text>,
        /// Container format, such as `mkv`.
        "container" container: Option<Text>,
        /// Whether the MP4 file uses 64-bit offsets.
        "has64bitOffsets" has_64bit_offsets: Option<bool>,
        /// Whether the MP4 file is optimized for streaming: its index is at the start of the file.
        "optimizedForStreaming" optimized_for_streaming: Option<bool>,
        /// Whether voice activity was detected in the audio.
        "hasVoiceActivity" has_voice_activity: Option<bool>,
        /// Files of the version, in playback order.
        "Part" parts: Vec<Part>,
    }
}

wide! {
    /// The less common fields of [`Media`].
    pub struct MediaMore {
        /// Name of the version, such as that of an optimized version.
        "title" title: Option<Text>,
        /// Streaming protocol, if it is fixed: `http`, `hls`, `dash` or `mp4`.
        "protocol" protocol: Option<Text>,
        /// File name extension.
        "extension" extension: Option<Text>,
        /// Time to skip at the start, in milliseconds.
        "displayOffset" display_offset_ms: Option<u64>,
        /// Proxy type. 42 is an optimized version.
        "proxyType" proxy_type: Option<i32>,
        /// Name of the optimization target.
        "target" target: Option<Text>,
        /// Whether the server selected this version for playback.
        "selected" selected: Option<bool>,
        /// Whether the version requires a Plex Pass.
        "premium" premium: Option<bool>,
        /// Origin of the version: `local` or `livetv`.
        "origin" origin: Option<Text>,
        /// UUID of a live TV version.
        "uuid" uuid: Option<Text>,
        /// ID of the play queue entry that the version was selected for.
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
        /// Make of the camera. Photos only.
        "make" make: Option<Text>,
        /// Model of the camera. Photos only.
        "model" model: Option<Text>,
        /// Lens of the camera. Photos only.
        "lens" lens: Option<Text>,
        /// Aperture, such as `f/2.8`. Photos only.
        "aperture" aperture: Option<Text>,
        /// Exposure time, such as `1/60`. Photos only.
        "exposure" exposure: Option<Text>,
        /// ISO sensitivity. Photos only.
        "iso" iso: Option<u32>,
    }
}

wide! {
    /// A file of a media version.
    pub struct Part: PartMore {
        /// ID of the file on the server.
        "id" id: Option<u64>,
        /// Path to stream or download the file from.
        "key" key: Option<Text>,
        /// Absolute path on the server's disk. Only visible to the admin.
        "file" file: Option<Text>,
        /// File size, in bytes.
        "size" size: Option<u64>,
        /// Duration, in milliseconds.
        "duration" duration_ms: Option<u64>,
        /// Container format, such as `mkv`.
        "container" container: Option<Text>,
        /// Audio codec profile, such as `lc`.
        "audioProfile" audio_profile: Option<Text>,
        /// Video codec profile, such as `high`.
        "videoProfile" video_profile: Option<Text>,
        /// Whether the server can read the file. Only with `checkFiles=1`.
        "accessible" accessible: Option<bool>,
        /// Whether the file exists. Only with `checkFiles=1`.
        "exists" exists: Option<bool>,
        /// Whether the MP4 file uses 64-bit offsets.
        "has64bitOffsets" has_64bit_offsets: Option<bool>,
        /// Whether the MP4 file is optimized for streaming: its index is at the start of the file.
        "optimizedForStreaming" optimized_for_streaming: Option<bool>,
        /// Streams of the file, including external subtitles and lyrics.
        "Stream" streams: Vec<Stream>,
    }
}

wide! {
    /// The less common fields of [`Part`].
    pub struct PartMore {
        /// Overall bitrate, in kbit/s. Only in playback decisions and sessions.
        "bitrate" bitrate: Option<u32>,
        /// Width, in pixels. Only in playback decisions and sessions.
        "width" width: Option<u32>,
        /// Height, in pixels. Only in playback decisions and sessions.
        "height" height: Option<u32>,
        /// Whether the file contains chapters as text.
        "hasChapterTextStream" has_chapter_text_stream: Option<bool>,
        /// Whether the file contains chapters as images.
        "hasChapterVideoStream" has_chapter_video_stream: Option<bool>,
        /// Whether the file contains a thumbnail.
        "hasThumbnail" has_thumbnail: Option<bool>,
        /// `sd` if preview images for seeking exist.
        "indexes" indexes: Option<Text>,
        /// Version of the deep analysis, which measures the required bandwidths.
        "deepAnalysisVersion" deep_analysis_version: Option<u32>,
        /// Comma-separated bandwidths required for playback, in kbit/s, for increasing buffer sizes.
        "requiredBandwidths" required_bandwidths: Option<Text>,
        /// Packet length of a transport stream, in bytes.
        "packetLength" packet_length: Option<u32>,
        /// Orientation of a photo: EXIF value, 1 to 8.
        "orientation" orientation: Option<u32>,
        /// Streaming protocol: `http`, `hls`, `dash` or `mp4`.
        "protocol" protocol: Option<Text>,
        /// Playback decision for the file: `directplay`, `copy` or `transcode`.
        "decision" decision: Option<Text>,
        /// Whether the server selected this file for playback.
        "selected" selected: Option<bool>,
        /// ID of the sync item that the file was created for.
        "syncItemId" sync_item_id: Option<u64>,
        /// State of that sync item.
        "syncState" sync_state: Option<Text>,
    }
}

wide! {
    /// A stream of a file: video, audio, subtitles or lyrics.
    pub struct Stream: StreamMore {
        /// ID of the stream on the server.
        "id" id: Option<u64>,
        /// Type of the stream: 1 video, 2 audio, 3 subtitles, 4 lyrics, 0 unknown.
        "streamType" stream_type: u8,
        /// Index of the stream in the file, from 0. Absent for external streams.
        "index" index: Option<u32>,
        /// Path to download the stream from. Only for external subtitles and lyrics.
        "key" key: Option<Text>,
        /// Codec, such as `h264`, `aac` or `srt`.
        "codec" codec: Option<Text>,
        /// Codec profile.
        "profile" profile: Option<Text>,
        /// Codec level, such as 41.
        "level" level: Option<i32>,
        /// Title of the stream in the file.
        "title" title: Option<Text>,
        /// Short display name.
        "displayTitle" display_title: Option<Text>,
        /// Long display name.
        "extendedDisplayTitle" extended_display_title: Option<Text>,
        /// Name of the language.
        "language" language: Option<Text>,
        /// Three-letter language code.
        "languageCode" language_code: Option<Text>,
        /// Language tag, such as `en` or `pt-BR`.
        "languageTag" language_tag: Option<Text>,
        /// Whether the stream is selected for this user.
        "selected" selected: Option<bool>,
        /// Whether the file marks the stream as the default.
        "default" is_default: Option<bool>,
        /// Whether the subtitles are forced.
        "forced" forced: Option<bool>,
        /// Bitrate, in kbit/s.
        "bitrate" bitrate: Option<u32>,
        /// Format of subtitles or lyrics: `srt`, `lrc` or `txt`.
        "format" format: Option<Text>,
        /// Width, in pixels.
        "width" width: Option<u32>,
        /// Height, in pixels.
        "height" height: Option<u32>,
        /// Coded width including padding, in pixels.
        "codedWidth" coded_width: Option<u32>,
        /// Coded height including padding, in pixels.
        "codedHeight" coded_height: Option<u32>,
        /// Frame rate, in frames per second.
        "frameRate" frame_rate: Option<f64>,
        /// Scan type: `progressive` or `interlaced`.
        "scanType" scan_type: Option<Text>,
        /// Bit depth, in bits per sample.
        "bitDepth" bit_depth: Option<u32>,
        /// Number of reference frames.
        "refFrames" ref_frames: Option<u32>,
        /// Location of the chroma samples.
        "chromaLocation" chroma_location: Option<Text>,
        /// Chroma subsampling, such as `4:2:0`.
        "chromaSubsampling" chroma_subsampling: Option<Text>,
        /// Color primaries, such as `bt2020`.
        "colorPrimaries" color_primaries: Option<Text>,
        /// Color range: `tv` or `pc`.
        "colorRange" color_range: Option<Text>,
        /// Color space (matrix coefficients), such as `bt709`.
        "colorSpace" color_space: Option<Text>,
        /// Transfer characteristics, such as `smpte2084`.
        "colorTrc" color_trc: Option<Text>,
        /// Number of audio channels.
        "channels" channels: Option<u32>,
        /// Audio channel layout, such as `5.1(side)`.
        "audioChannelLayout" audio_channel_layout: Option<Text>,
        /// Sampling rate, in Hz.
        "samplingRate" sampling_rate: Option<u32>,
    }
}

wide! {
    /// The less common fields of [`Stream`].
    pub struct StreamMore {
        /// ID of the stream in the container.
        "streamIdentifier" stream_identifier: Option<Text>,
        /// ID of the codec in the container, such as `V_MPEG4/ISO/AVC`.
        "codecID" codec_id: Option<Text>,
        /// Whether the stream is in the original language.
        "original" original: Option<bool>,
        /// Whether the audio is dubbed.
        "dub" dub: Option<bool>,
        /// Whether the stream is for people with impaired hearing.
        "hearingImpaired" hearing_impaired: Option<bool>,
        /// Whether the stream is for people with impaired vision.
        "visualImpaired" visual_impaired: Option<bool>,
        /// Whether the video contains closed captions.
        "closedCaptions" closed_captions: Option<bool>,
        /// `1` or another value if the subtitles are embedded in the video stream.
        "embeddedInVideo" embedded_in_video: Option<Text>,
        /// Bitrate mode: `cbr` or `vbr`.
        "bitrateMode" bitrate_mode: Option<Text>,
        /// Duration, in milliseconds.
        "duration" duration_ms: Option<u64>,
        /// Comma-separated bandwidths required for playback, in kbit/s, for increasing buffer sizes.
        "requiredBandwidths" required_bandwidths: Option<Text>,
        /// Container format of an external stream.
        "container" container: Option<Text>,
        /// File path of an external stream.
        "file" file: Option<Text>,
        /// Header compression of the container.
        "headerCompression" header_compression: Option<Text>,
        /// Header stripping of the container. Only on older servers.
        "headerStripping" header_stripping: Option<Text>,
        /// Playback decision for the stream: `copy`, `transcode`, `burn`, `ignore` or `directplay`.
        "decision" decision: Option<Text>,
        /// How the stream is delivered, such as `direct`, `segments-video`, `sidecar-subs` or `embedded`.
        "location" location: Option<Text>,
        /// Whether the subtitles are burned into the video.
        "burn" burn: Option<bool>,
        /// Whether the stream is left out.
        "ignore" ignore: Option<bool>,
        /// Frame rate mode: `cfr` or `vfr`.
        "frameRateMode" frame_rate_mode: Option<Text>,
        /// Whether the video is anamorphic: its pixels are not square.
        "anamorphic" anamorphic: Option<bool>,
        /// Pixel aspect ratio, such as `4:3`.
        "pixelAspectRatio" pixel_aspect_ratio: Option<Text>,
        /// Pixel format.
        "pixelFormat" pixel_format: Option<Text>,
        /// Whether the H.264 stream uses arithmetic coding (CABAC).
        "cabac" cabac: Option<bool>,
        /// Whether the H.264 stream uses a scaling matrix.
        "hasScalingMatrix" has_scaling_matrix: Option<bool>,
        /// Whether the video is Dolby Vision.
        "DOVIPresent" dovi_present: Option<bool>,
        /// Dolby Vision profile.
        "DOVIProfile" dovi_profile: Option<u32>,
        /// Dolby Vision level.
        "DOVILevel" dovi_level: Option<u32>,
        /// Dolby Vision version, such as `1.0`.
        "DOVIVersion" dovi_version: Option<Text>,
        /// Whether the Dolby Vision base layer is present.
        "DOVIBLPresent" dovi_bl_present: Option<bool>,
        /// Whether the Dolby Vision enhancement layer is present.
        "DOVIELPresent" dovi_el_present: Option<bool>,
        /// Whether the Dolby Vision metadata (RPU) is present.
        "DOVIRPUPresent" dovi_rpu_present: Option<bool>,
        /// Compatibility ID of the Dolby Vision base layer.
        "DOVIBLCompatID" dovi_bl_compat_id: Option<u32>,
        /// Dialogue normalization level, in dB. Only on older servers.
        "dialogNorm" dialog_norm: Option<i32>,
        /// Whether loudness normalization is available for the stream.
        "canNormalizeLoudness" can_normalize_loudness: Option<bool>,
        /// Version of the loudness analysis.
        "loudnessAnalysisVersion" loudness_analysis_version: Option<u32>,
        /// Integrated loudness, in LUFS.
        "loudness" loudness: Option<f64>,
        /// Loudness range, in LU.
        "lra" lra: Option<f64>,
        /// Gain that normalizes the track, in dB.
        "gain" gain: Option<f64>,
        /// Offset to add to `gain`, in dB.
        "gainOffset" gain_offset: Option<f64>,
        /// Peak sample level. 1.0 is full scale.
        "peak" peak: Option<f64>,
        /// Gain that normalizes the album, in dB.
        "albumGain" album_gain: Option<f64>,
        /// Peak sample level of the album. 1.0 is full scale.
        "albumPeak" album_peak: Option<f64>,
        /// Loudness range of the album, in LU.
        "albumRange" album_range: Option<f64>,
        /// Loudness ramp at the start of the track, as times and levels.
        "startRamp" start_ramp: Option<Text>,
        /// Loudness ramp at the end of the track, as times and levels.
        "endRamp" end_ramp: Option<Text>,
        /// Level below which audio counts as silence, in dB.
        "threshold" threshold: Option<f64>,
        /// Whether the lyrics are timed.
        "timed" timed: Option<bool>,
        /// Minimum number of lyric lines to show.
        "minLines" min_lines: Option<u32>,
        /// Provider of the subtitles or lyrics.
        "provider" provider: Option<Text>,
        /// Display name of the provider.
        "providerTitle" provider_title: Option<Text>,
        /// Path of the stream at the subtitle provider.
        "sourceKey" source_key: Option<Text>,
        /// Whether the server can synchronize the subtitles with the audio.
        "canAutoSync" can_auto_sync: Option<bool>,
        /// Whether the found subtitles were made for this exact file.
        "perfectMatch" perfect_match: Option<bool>,
        /// How well the found subtitles match. The higher, the better.
        "score" score: Option<i32>,
        /// `1` if the stream exists only for this session.
        "transient" transient: Option<Text>,
        /// ID of the user who added the stream.
        "userID" user_id: Option<u64>,
        /// Type of the stream in an item tree: 1 video, 2 audio, 3 subtitles, 4 lyrics.
        "type" kind: Option<u8>,
    }
}
