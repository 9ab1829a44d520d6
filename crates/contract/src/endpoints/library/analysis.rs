//! Analysis of media in the background: what is in them, and pictures to seek by.

use crate::endpoint::endpoints;
use crate::ids::RatingKey;
use crate::reply::NoBody;
use plex_sdk_derive::Request;

/// `PUT /library/metadata/{ids}/analyze`
///
/// Has the files of an item looked at: codecs, streams, durations, pictures.
///
/// - Parameters: the item; where to take pictures from.
/// - Answer: no body; the work goes on in the background, and shows as an activity.
/// - Errors: 401 without a token that the server accepts; 403 for anyone but the owner; 404 for an item that is not
///   there for the caller.
/// - Who: the server's owner.
/// - Source: `analyze_metadata`.
#[derive(Clone, Debug, Default, PartialEq, Request)]
pub struct AnalyzeMetadata {
    /// The item.
    pub ids: RatingKey,
    /// The place in the video to take the poster from.
    pub thumb_offset: Option<f64>,
    /// The place in the video to take the backdrop from.
    pub art_offset: Option<f64>,
}

impl From<RatingKey> for AnalyzeMetadata {
    fn from(ids: RatingKey) -> Self {
        Self {
            ids,
            ..Self::default()
        }
    }
}

/// `PUT /library/metadata/{ids}/addetect`
///
/// Has advertisement breaks looked for.
///
/// - Parameters: the item.
/// - Answer: no body; the work goes on in the background, and shows as an activity.
/// - Errors: 401 without a token that the server accepts; 403 for anyone but the owner; 404 for an item that is not
///   there for the caller.
/// - Who: the server's owner.
/// - Source: `detect_ads`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct DetectAds {
    /// The item.
    pub ids: RatingKey,
}

impl From<RatingKey> for DetectAds {
    fn from(ids: RatingKey) -> Self {
        Self { ids }
    }
}

/// `PUT /library/metadata/{ids}/intro`
///
/// Has opening titles looked for, in an episode or in all of a season or show.
///
/// - Parameters: the item; whether to do it again, and how strict to be.
/// - Answer: no body; the work goes on in the background, and shows as an activity.
/// - Errors: 401 without a token that the server accepts; 403 for anyone but the owner; 404 for an item that is not
///   there for the caller.
/// - Who: the server's owner.
/// - Source: `detect_intros`.
#[derive(Clone, Debug, Default, PartialEq, Request)]
pub struct DetectIntros {
    /// The item.
    pub ids: RatingKey,
    /// Whether to do it again where it was done before.
    pub force: Option<bool>,
    /// How alike openings must be to count as one.
    pub threshold: Option<f64>,
}

impl From<RatingKey> for DetectIntros {
    fn from(ids: RatingKey) -> Self {
        Self {
            ids,
            ..Self::default()
        }
    }
}

/// `PUT /library/metadata/{ids}/credits`
///
/// Has closing credits looked for.
///
/// - Parameters: the item; whether to do it again.
/// - Answer: no body; the work goes on in the background, and shows as an activity.
/// - Errors: 401 without a token that the server accepts; 403 for anyone but the owner; 404 for an item that is not
///   there for the caller.
/// - Who: the server's owner.
/// - Source: `detect_credits`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct DetectCredits {
    /// The item.
    pub ids: RatingKey,
    /// Whether to do it again where it was done before.
    pub force: Option<bool>,
    /// Whether a person asked for it.
    pub manual: Option<bool>,
}

impl From<RatingKey> for DetectCredits {
    fn from(ids: RatingKey) -> Self {
        Self {
            ids,
            ..Self::default()
        }
    }
}

/// `PUT /library/metadata/{ids}/voiceActivity`
///
/// Has speech located in the sound, which lets the server shift subtitles to fit.
///
/// - Parameters: the item; whether to do it again.
/// - Answer: no body; the work goes on in the background, and shows as an activity.
/// - Errors: 401 without a token that the server accepts; 403 for anyone but the owner; 404 for an item that is not
///   there for the caller.
/// - Who: the server's owner.
/// - Source: `detect_voice_activity`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct DetectVoiceActivity {
    /// The item.
    pub ids: RatingKey,
    /// Whether to do it again where it was done before.
    pub force: Option<bool>,
    /// Whether a person asked for it.
    pub manual: Option<bool>,
}

impl From<RatingKey> for DetectVoiceActivity {
    fn from(ids: RatingKey) -> Self {
        Self {
            ids,
            ..Self::default()
        }
    }
}

/// `PUT /library/metadata/{ids}/chapterThumbs`
///
/// Has pictures of the chapters made.
///
/// - Parameters: the item; whether to do it again.
/// - Answer: no body; the work goes on in the background, and shows as an activity.
/// - Errors: 401 without a token that the server accepts; 403 for anyone but the owner; 404 for an item that is not
///   there for the caller.
/// - Who: the server's owner.
/// - Source: `generate_thumbs`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GenerateThumbs {
    /// The item.
    pub ids: RatingKey,
    /// Whether to do it again where it was done before.
    pub force: Option<bool>,
}

impl From<RatingKey> for GenerateThumbs {
    fn from(ids: RatingKey) -> Self {
        Self {
            ids,
            ..Self::default()
        }
    }
}

/// `PUT /library/metadata/{ids}/index`
///
/// Has preview pictures for seeking made.
///
/// - Parameters: the item; whether to do it again.
/// - Answer: no body; the work goes on in the background, and shows as an activity.
/// - Errors: 401 without a token that the server accepts; 403 for anyone but the owner; 404 for an item that is not
///   there for the caller.
/// - Who: the server's owner.
/// - Source: `start_bif_generation`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct StartBifGeneration {
    /// The item.
    pub ids: RatingKey,
    /// Whether to do it again where it was done before.
    pub force: Option<bool>,
}

impl From<RatingKey> for StartBifGeneration {
    fn from(ids: RatingKey) -> Self {
        Self {
            ids,
            ..Self::default()
        }
    }
}

endpoints! {
    ($) Pms, library, library_analysis_endpoints;
    AnalyzeMetadata: PUT "/library/metadata/{ids}/analyze"
        -> NoBody, Admin, Once;
    DetectAds: PUT "/library/metadata/{ids}/addetect"
        -> NoBody, Admin, Once;
    DetectIntros: PUT "/library/metadata/{ids}/intro"
        -> NoBody, Admin, Once;
    DetectCredits: PUT "/library/metadata/{ids}/credits"
        -> NoBody, Admin, Once;
    DetectVoiceActivity: PUT "/library/metadata/{ids}/voiceActivity"
        -> NoBody, Admin, Once;
    GenerateThumbs: PUT "/library/metadata/{ids}/chapterThumbs"
        -> NoBody, Admin, Once;
    StartBifGeneration: PUT "/library/metadata/{ids}/index"
        -> NoBody, Admin, Once;
}
