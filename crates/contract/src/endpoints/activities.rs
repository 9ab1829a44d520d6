//! What a server is doing in the background.

use crate::codec::envelope::MediaContainer;
use crate::endpoint::endpoints;
use crate::model::Activities;
use crate::reply::NoBody;
use crate::text::Text;
use plex_sdk_derive::Request;

/// `GET /activities`
///
/// Lists what the server is busy with: scans, analyses, guides being loaded and the like.
///
/// - Answer: the activities; the owner sees all, other users see those that they started.
/// - Errors: 401 without a token that the server accepts.
/// - Who: anyone whose token the server accepts.
/// - Source: `list_activities`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct ListActivities {}

/// `DELETE /activities/{activityId}`
///
/// Stops an activity that can be stopped.
///
/// - Parameters: the activity's UUID.
/// - Errors: 400 where it cannot be stopped; 401 without a token that the server accepts; 404 where it is over already.
/// - Who: the owner. Servers are said to let other users stop what they started themselves.
/// - Source: `cancel_activity`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct CancelActivity {
    /// The activity's UUID.
    pub activity_id: Text,
}

impl From<Text> for CancelActivity {
    fn from(activity_id: Text) -> Self {
        Self { activity_id }
    }
}

endpoints! {
    ($) Pms, activities, activities_endpoints;
    ListActivities {}: GET "/activities" -> MediaContainer<Activities>, User, Read;
    CancelActivity: DELETE "/activities/{activityId}" -> NoBody, Admin, Idempotent;
}
