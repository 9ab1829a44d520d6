//! Media files, their parts and streams.

use crate::codec::envelope::MediaContainer;
use crate::endpoint::{Content, endpoints};
use crate::ids::{MediaId, PartId, RatingKey, StreamId};
use crate::model::{AudioLevels, Streams};
use crate::reply::{Binary, NoBody};
use crate::text::Text;
use plex_sdk_derive::Request;

/// `GET /library/parts/{partId}/{changestamp}/{filename}`
///
/// Fetches a file of an item, to play it or to keep it; the `key` of a part is this path.
///
/// - Parameters: the file; whether to keep it. A `Range` header asks for a piece of it.
/// - Answer: the file, or with 206 the piece of it.
/// - Errors: 401 without a token that the server accepts; 403 where the owner allows no downloads; 404 for a file
///   that is not there for the caller; 503 and 509 where it is to be played and the line is too busy.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_media_part`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetMediaPart {
    /// The file.
    pub part_id: PartId,
    /// When the file last changed, as the `key` has it; it is there for caches alone.
    pub changestamp: u64,
    /// A name with the right ending, as the `key` has it, such as `file.mkv`.
    pub filename: Text,
    /// Whether to keep it rather than play it; then it comes as an attachment, and playback goes first on the line.
    pub download: Option<bool>,
}

/// `PUT /library/parts/{partId}`
///
/// Chooses the sound and the subtitles that a file plays with, for this user.
///
/// - Parameters: the file; the streams.
/// - Answer: no body.
/// - Errors: 401 without a token that the server accepts; 400 for a stream that the file does not have.
/// - Who: anyone whose token the server accepts.
/// - Source: `set_stream_selection`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct SetStreamSelection {
    /// The file.
    pub part_id: PartId,
    /// The sound.
    #[wire(name = "audioStreamID")]
    pub audio_stream_id: Option<StreamId>,
    /// The subtitles; 0 for none.
    #[wire(name = "subtitleStreamID")]
    pub subtitle_stream_id: Option<StreamId>,
    /// Whether to choose alike for all files of the version.
    pub all_parts: Option<bool>,
}

impl From<PartId> for SetStreamSelection {
    fn from(part_id: PartId) -> Self {
        Self {
            part_id,
            ..Self::default()
        }
    }
}

/// `GET /library/parts/{partId}/indexes/{index}`
///
/// Fetches all preview pictures of a file in one, in the format BIF.
///
/// - Parameters: the file; the kind; how dense.
/// - Answer: a BIF file.
/// - Errors: 401 without a token that the server accepts; 404 where there are none, or none so dense.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_part_index`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetPartIndex {
    /// The file.
    pub part_id: PartId,
    /// The kind of preview pictures, as the part has it in `indexes`: `sd`.
    pub index: Text,
    /// The time between two pictures, in milliseconds.
    pub interval: Option<u32>,
}

/// `GET /library/parts/{partId}/indexes/{index}/{offset}`
///
/// Fetches one preview picture of a file.
///
/// - Parameters: the file; the kind; the place in milliseconds.
/// - Answer: a JPEG picture.
/// - Errors: 401 without a token that the server accepts; 404 where there are none.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_image_from_bif`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetImageFromBif {
    /// The file.
    pub part_id: PartId,
    /// The kind of preview pictures, as the part has it in `indexes`: `sd`.
    pub index: Text,
    /// The place in the video, in milliseconds.
    #[wire(name = "offset")]
    pub offset_ms: u64,
}

/// `GET /library/media/{mediaId}/chapterImages/{chapter}`
///
/// Fetches the picture of a chapter; the `thumb` of a chapter is this path.
///
/// - Parameters: the version; the chapter.
/// - Answer: a JPEG picture.
/// - Errors: 401 without a token that the server accepts; 404 where there is no such version, chapter or picture.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_chapter_image`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetChapterImage {
    /// The version.
    pub media_id: MediaId,
    /// The number of the chapter.
    pub chapter: u32,
}

/// `GET /library/streams/{streamId}.{ext}`
///
/// Fetches subtitles or lyrics that lie beside the media, or were downloaded.
///
/// - Parameters: the stream; how it is wanted.
/// - Answer: the file.
/// - Errors: 401 without a token that the server accepts; 403 for media that the caller may not see; 404 for a stream
///   that is not there or empty; 501 for one inside the media.
/// - Who: anyone whose token the server accepts.
/// - Paths: `/library/streams/{streamId}`, the `key` of a stream, gives the same.
/// - Source: `get_stream`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetStream {
    /// The stream.
    pub stream_id: StreamId,
    /// The ending of a file name, such as `srt`; `sub` asks for the second file of `idx` subtitles.
    pub ext: Text,
    /// The encoding wanted, such as `utf-8`; for text only.
    pub encoding: Option<Text>,
    /// The format wanted, such as `srt` or `vtt`; for text only.
    pub format: Option<Text>,
    /// Whether to shift them to fit the sound.
    pub auto_adjust_subtitle: Option<bool>,
}

/// `PUT /library/streams/{streamId}.{ext}`
///
/// Shifts subtitles in time, for players that heed it.
///
/// - Parameters: the stream; the shift in milliseconds.
/// - Answer: no body.
/// - Errors: 401 without a token that the server accepts; 400 for a stream that is not there.
/// - Who: anyone whose token the server accepts.
/// - Paths: the ending does not count; `/library/streams/{streamId}` does the same.
/// - Source: `set_stream_offset`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct SetStreamOffset {
    /// The stream.
    pub stream_id: StreamId,
    /// The ending of a file name, such as `srt`.
    pub ext: Text,
    /// By how much, in milliseconds; they show later where it is above 0.
    #[wire(name = "offset")]
    pub offset_ms: Option<i64>,
}

/// `DELETE /library/streams/{streamId}`
///
/// Deletes subtitles that were downloaded, or lie beside the media where the server may delete files.
///
/// - Parameters: the stream.
/// - Answer: no body.
/// - Errors: 401 without a token that the server accepts; 403 for a stream that the caller may not delete; 500 for
///   one that cannot be deleted.
/// - Who: anyone whose token the server accepts.
/// - Paths: `/library/streams/{streamId}.{ext}`, as Plex's description has it, does the same.
/// - Source: `delete_stream_by_id`; `delete_stream`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct DeleteStream {
    /// The stream.
    pub stream_id: StreamId,
    /// The ending of a file name, where the path is to have one.
    pub ext: Option<Text>,
}

impl From<StreamId> for DeleteStream {
    fn from(stream_id: StreamId) -> Self {
        Self {
            stream_id,
            ..Self::default()
        }
    }
}

/// `GET /library/streams/{streamId}/levels`
///
/// Tells how loud a sound stream is as it plays, one level for each 100 ms.
///
/// - Parameters: the stream; how many levels.
/// - Answer: levels in dB.
/// - Errors: 401 without a token that the server accepts; 403 for media that the caller may not see; 404 where the
///   loudness was not measured.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_stream_levels`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetStreamLevels {
    /// The stream.
    pub stream_id: StreamId,
    /// How many levels are wanted; all where it is not given.
    pub subsample: Option<u32>,
}

impl From<StreamId> for GetStreamLevels {
    fn from(stream_id: StreamId) -> Self {
        Self {
            stream_id,
            ..Self::default()
        }
    }
}

/// `GET /library/streams/{streamId}/loudness`
///
/// Tells how loud a sound stream is as it plays, as plain text.
///
/// - Parameters: the stream; how many levels.
/// - Answer: a line for each 100 ms with the level in dB.
/// - Errors: 401 without a token that the server accepts; 403 for media that the caller may not see; 404 where the
///   loudness was not measured.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_stream_loudness`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetStreamLoudness {
    /// The stream.
    pub stream_id: StreamId,
    /// How many levels are wanted; all where it is not given.
    pub subsample: Option<u32>,
}

impl From<StreamId> for GetStreamLoudness {
    fn from(stream_id: StreamId) -> Self {
        Self {
            stream_id,
            ..Self::default()
        }
    }
}

/// `GET /library/metadata/{ids}/subtitles`
///
/// Looks for subtitles of an item on the web.
///
/// - Parameters: the item; what is wanted.
/// - Answer: streams of type 3, with `score` and `provider_title`; [`DownloadSubtitles`] takes their `key`.
/// - Errors: 401 without a token that the server accepts; 403 for anyone but the owner; 404 for an item that is not
///   there for the caller.
/// - Who: the server's owner.
/// - Source: `search_subtitles`. Plex's description calls this verb and path `add_subtitles`, with the parameters of
///   [`UploadSubtitles`].
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct SearchSubtitles {
    /// The item.
    pub ids: RatingKey,
    /// The language wanted, two letters.
    pub language: Option<Text>,
    /// The version that they are for.
    #[wire(name = "mediaItemID")]
    pub media_item_id: Option<MediaId>,
    /// The title to look for, where not the one it has.
    pub title: Option<Text>,
    /// For people who hear badly: 0 rather not, 1 rather, 2 only, 3 only not.
    pub hearing_impaired: Option<u8>,
    /// Forced subtitles: 0 rather not, 1 rather, 2 only, 3 only not.
    pub forced: Option<u8>,
}

impl From<RatingKey> for SearchSubtitles {
    fn from(ids: RatingKey) -> Self {
        Self {
            ids,
            ..Self::default()
        }
    }
}

/// `PUT /library/metadata/{id}/subtitles`
///
/// Fetches subtitles that were found, and adds them to an item.
///
/// - Parameters: the item; which subtitles.
/// - Answer: no body; the work goes on in the background.
/// - Errors: 401 without a token that the server accepts; 403 for anyone but the owner; 404 for an item that is not
///   there for the caller.
/// - Who: the server's owner.
/// - Source: `download_subtitles`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct DownloadSubtitles {
    /// The item.
    pub id: RatingKey,
    /// The `key` of the subtitles, as [`SearchSubtitles`] gives it.
    pub key: Text,
}

/// `POST /library/metadata/{id}/subtitles`
///
/// Adds subtitles to an item.
///
/// - Parameters: the item; what they are; the address, or the file itself as the body.
/// - Answer: no body.
/// - Errors: 401 without a token that the server accepts; 403 for anyone but the owner; 400 for a file that the
///   server cannot read; 404 for an item that is not there.
/// - Who: the server's owner.
/// - Source: `upload_subtitles`; `add_subtitles`, whose parameters it has.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct UploadSubtitles {
    /// The item.
    pub id: RatingKey,
    /// Their name, such as that of the file.
    pub title: Option<Text>,
    /// Their format, such as `srt`.
    pub format: Option<Text>,
    /// Their language.
    pub language: Option<Text>,
    /// The version that they are for.
    #[wire(name = "mediaItemID")]
    pub media_item_id: Option<MediaId>,
    /// The web address to fetch them from, where they are not in the body.
    pub url: Option<Text>,
    /// Whether they are to show always.
    pub forced: Option<bool>,
    /// Whether they are made for people who hear badly.
    pub hearing_impaired: Option<bool>,
    /// The file; without bytes where `url` says where it is.
    #[wire(skip)]
    pub content: Content,
}

impl From<RatingKey> for UploadSubtitles {
    fn from(id: RatingKey) -> Self {
        Self {
            id,
            ..Self::default()
        }
    }
}

endpoints! {
    ($) Pms, library, library_media_endpoints;
    GetMediaPart: GET "/library/parts/{partId}/{changestamp}/{filename}"
        -> Binary, User, Read;
    SetStreamSelection: PUT "/library/parts/{partId}"
        -> NoBody, User, Idempotent;
    GetPartIndex: GET "/library/parts/{partId}/indexes/{index}"
        -> Binary, User, Read;
    GetImageFromBif: GET "/library/parts/{partId}/indexes/{index}/{offset}"
        -> Binary, User, Read;
    GetChapterImage: GET "/library/media/{mediaId}/chapterImages/{chapter}"
        -> Binary, User, Read;
    GetStream: GET "/library/streams/{streamId}.{ext}" | "/library/streams/{streamId}"
        -> Binary, User, Read;
    SetStreamOffset: PUT "/library/streams/{streamId}.{ext}" | "/library/streams/{streamId}"
        -> NoBody, User, Idempotent;
    DeleteStream: DELETE "/library/streams/{streamId}" | "/library/streams/{streamId}.{ext}"
        -> NoBody, User, Idempotent;
    GetStreamLevels: GET "/library/streams/{streamId}/levels"
        -> MediaContainer<AudioLevels>, User, Read;
    GetStreamLoudness: GET "/library/streams/{streamId}/loudness"
        -> Binary, User, Read;
    SearchSubtitles: GET "/library/metadata/{ids}/subtitles"
        -> MediaContainer<Streams>, Admin, Read;
    DownloadSubtitles: PUT "/library/metadata/{id}/subtitles"
        -> NoBody, Admin, Idempotent;
    UploadSubtitles: POST "/library/metadata/{id}/subtitles"
        -> NoBody, Admin, Once, in Raw;
}
