//! Analysis of media in the background: what is in them, and pictures to seek by.

use crate::ids::RatingKey;
use crate::reply::NoBody;
use plex_sdk_derive::{endpoints, request};

endpoints! {
    Pms, library, library_analysis_endpoints;

    /// Starts the analysis of an item's media files.
    AnalyzeMetadata: PUT "/library/metadata/{ids}/analyze" -> NoBody, Admin, Once;
    /// Starts the detection of commercials in an item.
    DetectAds: PUT "/library/metadata/{ids}/addetect" -> NoBody, Admin, Once;
    /// Starts the detection of intros in an episode, or in all episodes of a season or show.
    DetectIntros: PUT "/library/metadata/{ids}/intro" -> NoBody, Admin, Once;
    /// Starts the detection of credits in an item.
    DetectCredits: PUT "/library/metadata/{ids}/credits" -> NoBody, Admin, Once;
    /// Starts voice activity detection in an item, used to synchronize subtitles.
    DetectVoiceActivity: PUT "/library/metadata/{ids}/voiceActivity" -> NoBody, Admin, Once;
    /// Starts generating the chapter thumbnails of an item.
    GenerateThumbs: PUT "/library/metadata/{ids}/chapterThumbs" -> NoBody, Admin, Once;
    /// Starts generating the video preview thumbnails of an item.
    StartBifGeneration: PUT "/library/metadata/{ids}/index" -> NoBody, Admin, Once;
}

/// The analysis reads codecs, streams and durations, and creates images. It runs in the background and is reported as
/// an activity.
#[request]
pub struct AnalyzeMetadata {
    /// The rating key of the item.
    pub ids: RatingKey,
    /// The position in the video from which to take the poster. The unit is not documented.
    pub thumb_offset: Option<f64>,
    /// The position in the video from which to take the background. The unit is not documented.
    pub art_offset: Option<f64>,
}

/// The detection runs in the background and is reported as an activity.
#[request]
pub struct DetectAds {
    /// The rating key of the item.
    pub ids: RatingKey,
}

/// The detection runs in the background and is reported as an activity.
#[request]
pub struct DetectIntros {
    /// The rating key of the item.
    pub ids: RatingKey,
    /// Whether to run the detection again if it has already been done.
    pub force: Option<bool>,
    /// The threshold for treating a segment as an intro. Its range is not documented.
    pub threshold: Option<f64>,
}

/// The detection runs in the background and is reported as an activity.
#[request]
pub struct DetectCredits {
    /// The rating key of the item.
    pub ids: RatingKey,
    /// Whether to run the detection again if it has already been done.
    pub force: Option<bool>,
    /// Whether a user started the detection.
    pub manual: Option<bool>,
}

/// The detection runs in the background and is reported as an activity.
#[request]
pub struct DetectVoiceActivity {
    /// The rating key of the item.
    pub ids: RatingKey,
    /// Whether to run the detection again if it has already been done.
    pub force: Option<bool>,
    /// Whether a user started the detection.
    pub manual: Option<bool>,
}

/// The thumbnails are generated in the background, which is reported as an activity.
#[request]
pub struct GenerateThumbs {
    /// The rating key of the item.
    pub ids: RatingKey,
    /// Whether to generate the thumbnails again if they already exist.
    pub force: Option<bool>,
}

/// Players show these thumbnails while seeking. They are generated in the background, which is reported as an activity.
#[request]
pub struct StartBifGeneration {
    /// The rating key of the item.
    pub ids: RatingKey,
    /// Whether to generate the thumbnails again if they already exist.
    pub force: Option<bool>,
}
