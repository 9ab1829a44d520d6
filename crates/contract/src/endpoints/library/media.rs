//! Media files, their parts and streams.

use crate::codec::envelope::MediaContainer;
use crate::endpoint::Content;
use crate::ids::{MediaId, PartId, RatingKey, StreamId};
use crate::model::{AudioLevels, Streams};
use crate::reply::{Binary, NoBody};
use crate::text::Text;
use plex_sdk_derive::{endpoints, request};

endpoints! {
    Pms, library, library_media_endpoints;

    /// Downloads or streams a media file.
    GetMediaPart: GET "/library/parts/{partId}/{changestamp}/{filename}" -> Binary, User, Read;
    /// Selects the audio and subtitle streams of a part for the current user.
    SetStreamSelection: PUT "/library/parts/{partId}" -> NoBody, User, Idempotent;
    /// Downloads all video preview thumbnails of a part as a BIF file.
    GetPartIndex: GET "/library/parts/{partId}/indexes/{index}" -> Binary, User, Read;
    /// Downloads the video preview thumbnail of a part at a position, as a JPEG image.
    GetImageFromBif: GET "/library/parts/{partId}/indexes/{index}/{offset}" -> Binary, User, Read;
    /// Downloads the thumbnail of a chapter, as a JPEG image.
    GetChapterImage: GET "/library/media/{mediaId}/chapterImages/{chapter}" -> Binary, User, Read;
    /// Downloads external subtitles or lyrics.
    GetStream: GET "/library/streams/{streamId}.{ext}" | "/library/streams/{streamId}" -> Binary, User, Read;
    /// Sets the time offset of a subtitle stream.
    SetStreamOffset: PUT "/library/streams/{streamId}.{ext}" | "/library/streams/{streamId}"
        -> NoBody, User, Idempotent;
    /// Deletes external subtitles.
    DeleteStream: DELETE "/library/streams/{streamId}" | "/library/streams/{streamId}.{ext}"
        -> NoBody, User, Idempotent;
    /// Returns the loudness of an audio stream over time.
    GetStreamLevels: GET "/library/streams/{streamId}/levels" -> MediaContainer<AudioLevels>, User, Read;
    /// Returns the loudness of an audio stream over time, as plain text.
    GetStreamLoudness: GET "/library/streams/{streamId}/loudness" -> Binary, User, Read;
    /// Searches online for subtitles for an item.
    SearchSubtitles: GET "/library/metadata/{ids}/subtitles" -> MediaContainer<Streams>, Admin, Read;
    /// Downloads subtitles that a search has found and adds them to an item.
    DownloadSubtitles: PUT "/library/metadata/{id}/subtitles" -> NoBody, Admin, Idempotent, unpublished;
    /// Adds subtitles to an item, from a file or a URL.
    UploadSubtitles: POST "/library/metadata/{id}/subtitles" -> NoBody, Admin, Once, in Raw, unpublished;
}

/// The `key` of a part contains this path. With a `Range` header, the server responds with 206 and the requested range
/// of the file.
///
/// To stream a file, obtain a playback decision first: without one, the server responds with 503 if it cannot decide on
/// direct play, and with 509 if there is not enough bandwidth. It responds with 403 if `download` is set and the owner
/// does not allow downloads.
#[request]
pub struct GetMediaPart {
    /// The id of the part.
    pub part_id: PartId,
    /// The changestamp of the part, as in its `key`. It only keeps caches from returning an old file.
    pub changestamp: u64,
    /// A file name with the right extension, as in the `key` of the part, such as `file.mkv`.
    pub filename: Text,
    /// Whether to download the file instead of streaming it. The file is then sent as an attachment, and playback takes
    /// priority over it in the use of bandwidth.
    pub download: Option<bool>,
}

/// The server responds with 400 if a stream does not belong to the part.
#[request]
pub struct SetStreamSelection {
    /// The id of the part.
    pub part_id: PartId,
    /// The id of the audio stream.
    #[wire(name = "audioStreamID")]
    pub audio_stream_id: Option<StreamId>,
    /// The id of the subtitle stream, or 0 for no subtitles.
    #[wire(name = "subtitleStreamID")]
    pub subtitle_stream_id: Option<StreamId>,
    /// Whether to select similar streams in all parts of the same version.
    pub all_parts: Option<bool>,
}

/// The server responds with 404 if the part has no thumbnails, or if the interval is too short.
#[request]
pub struct GetPartIndex {
    /// The id of the part.
    pub part_id: PartId,
    /// The type of thumbnails, as in the part's `indexes`: `sd`.
    pub index: Text,
    /// The interval between two thumbnails, in milliseconds.
    pub interval: Option<u32>,
}

/// The server responds with 404 if the part has no thumbnails.
#[request]
pub struct GetImageFromBif {
    /// The id of the part.
    pub part_id: PartId,
    /// The type of thumbnails, as in the part's `indexes`: `sd`.
    pub index: Text,
    /// The position in the video, in milliseconds.
    #[wire(name = "offset")]
    pub offset_ms: u64,
}

/// The `thumb` of a chapter contains this path.
#[request]
pub struct GetChapterImage {
    /// The id of the media, that is, the version of the item.
    pub media_id: MediaId,
    /// The index of the chapter.
    pub chapter: u32,
}

/// External streams are files next to the media, and downloaded subtitles. The server responds with 501 if the stream
/// is embedded in the media file, with 403 if the caller cannot access the media, and with 404 if the stream is empty.
#[request]
pub struct GetStream {
    /// The id of the stream.
    pub stream_id: StreamId,
    /// The file extension, such as `srt`. `sub` requests the second file of `idx`/`sub` subtitles.
    pub ext: Text,
    /// The character encoding to convert to, such as `utf-8`. Only for text formats.
    pub encoding: Option<Text>,
    /// The format to convert to, such as `srt` or `vtt`. Only for text formats.
    pub format: Option<Text>,
    /// Whether to adjust the timestamps of the subtitles to match the media.
    pub auto_adjust_subtitle: Option<bool>,
}

/// Some clients ignore the offset. The server responds with 400 if the stream does not exist.
#[request]
pub struct SetStreamOffset {
    /// The id of the stream.
    pub stream_id: StreamId,
    /// The file extension, such as `srt`. It has no effect.
    pub ext: Text,
    /// The offset, in milliseconds. Positive values delay the subtitles.
    #[wire(name = "offset")]
    pub offset_ms: Option<i64>,
}

/// Only downloaded subtitles can be deleted, and subtitle files next to the media if the server is allowed to delete
/// media files.
///
/// The server responds with 403 if the caller may not delete the stream, and with 500 if the stream cannot be deleted.
#[request]
pub struct DeleteStream {
    /// The id of the stream.
    pub stream_id: StreamId,
    /// The file extension, such as `srt`. It can be omitted.
    pub ext: Option<Text>,
}

/// Levels are in dB, one for each 100 ms. The server responds with 404 if the loudness was not analyzed, and with 403
/// if the caller cannot access the media.
#[request]
pub struct GetStreamLevels {
    /// The id of the stream.
    pub stream_id: StreamId,
    /// The number of levels to return. By default, all levels.
    pub subsample: Option<u32>,
}

/// Each line contains a level in dB, one for each 100 ms. The server responds with 404 if the loudness was not
/// analyzed, and with 403 if the caller cannot access the media.
#[request]
pub struct GetStreamLoudness {
    /// The id of the stream.
    pub stream_id: StreamId,
    /// The number of levels to return. By default, all levels.
    pub subsample: Option<u32>,
}

/// The response contains subtitle streams with a `score` and a `provider_title`. Pass the `key` of a stream to
/// [`DownloadSubtitles`] to add it to the item.
#[request]
pub struct SearchSubtitles {
    /// The rating key of the item.
    pub ids: RatingKey,
    /// The two-letter code of the language, such as `en`.
    pub language: Option<Text>,
    /// The id of the version that the subtitles are for.
    #[wire(name = "mediaItemID")]
    pub media_item_id: Option<MediaId>,
    /// The title to search for. By default, the title of the item.
    pub title: Option<Text>,
    /// Subtitles for the hearing impaired: 0 prefers others, 1 prefers them, 2 returns only them, 3 excludes them.
    pub hearing_impaired: Option<u8>,
    /// Forced subtitles: 0 prefers others, 1 prefers them, 2 returns only them, 3 excludes them.
    pub forced: Option<u8>,
}

/// The download runs in the background.
#[request]
pub struct DownloadSubtitles {
    /// The rating key of the item.
    pub id: RatingKey,
    /// The `key` of the subtitles, as returned by [`SearchSubtitles`].
    pub key: Text,
}

/// The server responds with 400 if it cannot read the file.
#[request]
pub struct UploadSubtitles {
    /// The rating key of the item.
    pub id: RatingKey,
    /// The title of the subtitles, such as their file name.
    pub title: Option<Text>,
    /// The format of the subtitles, such as `srt`.
    pub format: Option<Text>,
    /// The language of the subtitles.
    pub language: Option<Text>,
    /// The id of the version that the subtitles are for.
    #[wire(name = "mediaItemID")]
    pub media_item_id: Option<MediaId>,
    /// The URL to download the subtitles from. If omitted, the subtitles must be in `content`.
    pub url: Option<Text>,
    /// Whether the subtitles are forced, that is, always shown.
    pub forced: Option<bool>,
    /// Whether the subtitles are for the hearing impaired.
    pub hearing_impaired: Option<bool>,
    /// The subtitle file. Leave it empty if `url` is set.
    #[wire(skip)]
    pub content: Content,
}
