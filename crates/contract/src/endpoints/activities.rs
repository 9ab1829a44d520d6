//! What a server is doing in the background.

use crate::codec::envelope::MediaContainer;
use crate::model::Activities;
use crate::reply::NoBody;
use crate::text::Text;
use plex_sdk_derive::{endpoints, request};

endpoints! {
    Pms, activities, activities_endpoints;

    /// Lists the activities that the server is running in the background.
    ListActivities {}: GET "/activities" -> MediaContainer<Activities>, User, Read;
    /// Cancels a running activity.
    CancelActivity: DELETE "/activities/{activityId}" -> NoBody, Admin, Idempotent;
}

/// Activities are long-running jobs, such as library scans, media analysis and program guide updates. The owner sees
/// all activities; other users see only the ones that they started.
#[request]
pub struct ListActivities {}

/// The server responds with 400 if the activity cannot be canceled, and with 404 if it has already ended.
#[request]
pub struct CancelActivity {
    /// The UUID of the activity.
    pub activity_id: Text,
}
