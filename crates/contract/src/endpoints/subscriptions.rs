//! What is to be recorded.
//!
//! A template says what can be recorded of an item and carries, for each choice, the parameters of the request that
//! makes the subscription: [`CreateSubscription::from_parameters`] takes them.

use crate::codec::envelope::MediaContainer;
use crate::ids::SubscriptionId;
use crate::model::MediaType;
use crate::model::{MediaGrabOperations, MediaSubscriptions, SubscriptionTemplates};
use crate::params::{self, InvalidRequest};
use crate::reply::NoBody;
use crate::text::Text;
use http::HeaderMap;
use plex_sdk_derive::{endpoints, request};
use std::collections::BTreeMap;

endpoints! {
    Pms, subscriptions, subscriptions_endpoints;

    /// Lists the recording subscriptions of the server, highest priority first.
    GetAllSubscriptions: GET "/media/subscriptions" -> MediaContainer<MediaSubscriptions>, User, Read;
    /// Creates a recording subscription.
    CreateSubscription: POST "/media/subscriptions" -> MediaContainer<MediaSubscriptions>, User, Once;
    /// Starts processing all recording subscriptions, to find what to record.
    ProcessSubscriptions {}: POST "/media/subscriptions/process" -> NoBody, User, Idempotent;
    /// Lists the scheduled recordings of all subscriptions.
    GetScheduledRecordings {}: GET "/media/subscriptions/scheduled"
        -> MediaContainer<MediaGrabOperations>, User, Read;
    /// Returns the choices for recording an item, such as one airing, a season or the whole show.
    GetTemplate: GET "/media/subscriptions/template" -> MediaContainer<SubscriptionTemplates>, User, Read;
    /// Returns a single recording subscription.
    GetSubscription: GET "/media/subscriptions/{subscriptionId}"
        -> MediaContainer<MediaSubscriptions>, User, Read;
    /// Changes the settings of a recording subscription.
    EditSubscriptionPreferences: PUT "/media/subscriptions/{subscriptionId}"
        -> MediaContainer<MediaSubscriptions>, User, Idempotent;
    /// Deletes a recording subscription and cancels its recordings.
    DeleteSubscription: DELETE "/media/subscriptions/{subscriptionId}" -> NoBody, User, Idempotent;
    /// Changes the priority of a recording subscription by moving it in the list.
    ReorderSubscription: PUT "/media/subscriptions/{subscriptionId}/move"
        -> MediaContainer<MediaSubscriptions>, Admin, Idempotent;
    /// Cancels an active or scheduled recording, but keeps its subscription.
    CancelGrab: DELETE "/media/grabbers/operations/{operationId}" -> NoBody, User, Idempotent;
}

/// The server responds with 403 if the user may not use the DVR.
#[request]
pub struct GetAllSubscriptions {
    /// Whether to include the active recordings of each subscription.
    pub include_grabs: Option<bool>,
    /// Whether to include the total size and duration of the recordings. In bytes and milliseconds.
    pub include_storage: Option<bool>,
    /// The index of the first item to return, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// The maximum number of items to return.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

/// A template contains the parameters of the request for each choice. [`from_parameters`](Self::from_parameters)
/// converts them into a request.
///
/// The server responds with 400 if the hints match nothing, 403 if the user may not use the DVR, and 409 if an
/// identical subscription exists.
#[request]
pub struct CreateSubscription {
    /// The id of the library section to record to. Not required for a playlist.
    #[wire(name = "targetLibrarySectionID")]
    pub target_library_section_id: Option<u64>,
    /// The id of the folder to record to.
    #[wire(name = "targetSectionLocationID")]
    pub target_section_location_id: Option<u64>,
    /// The metadata type of what to record: movie, show or episode.
    #[wire(name = "type")]
    pub kind: Option<MediaType>,
    /// What to record: `title`, `guid`, `year`, `ratingKey` and so on. `ratingKey` is required to download from another
    /// server.
    pub hints: BTreeMap<Text, Text>,
    /// The settings of the subscription by id, such as `minVideoQuality`.
    pub prefs: BTreeMap<Text, Text>,
    /// Where the media comes from. Downloads require `mediaProviderID`, the id of the media provider, and `source`.
    pub params: BTreeMap<Text, Text>,
}

impl CreateSubscription {
    /// Creates the request from the parameters of a choice in a subscription template.
    ///
    /// # Errors
    /// A parameter has a value of the wrong type, such as a word for the id of a library section.
    pub fn from_parameters(parameters: &str) -> Result<Self, InvalidRequest> {
        params::decode(Vec::new(), parameters, &HeaderMap::new())
    }
}

/// The server processes them in the background. The `X-Plex-Activity` header of the response contains the UUID of the
/// activity that reports the progress.
///
/// The server responds with 403 if the user may not use the DVR.
#[request]
pub struct ProcessSubscriptions {}

/// The server responds with 403 if the user may not use the DVR.
#[request]
pub struct GetScheduledRecordings {}

/// Each choice contains the parameters to create a subscription from it. The server responds with 403 if the user may
/// not use the DVR.
#[request]
pub struct GetTemplate {
    /// The global id of the item, such as `plex://episode/5fc70265c40548002d539d23`.
    pub guid: Option<Text>,
    /// The type of subscription to create.
    #[wire(name = "type")]
    pub kind: Option<Text>,
    /// The id of the library section to record to.
    #[wire(name = "targetLibrarySectionID")]
    pub target_library_section_id: Option<u64>,
}

/// The server responds with 403 if the subscription belongs to another user.
#[request]
pub struct GetSubscription {
    /// The id of the subscription.
    pub subscription_id: SubscriptionId,
    /// Whether to include the active recordings of the subscription.
    pub include_grabs: Option<bool>,
    /// Whether to include the total size and duration of the recordings. In bytes and milliseconds.
    pub include_storage: Option<bool>,
}

/// The server responds with 403 if the subscription belongs to another user.
#[request]
pub struct EditSubscriptionPreferences {
    /// The id of the subscription.
    pub subscription_id: SubscriptionId,
    /// The settings to change, by id, such as `minVideoQuality`.
    pub prefs: BTreeMap<Text, Text>,
}

/// The server responds with 403 if the subscription belongs to another user.
#[request]
pub struct DeleteSubscription {
    /// The id of the subscription.
    pub subscription_id: SubscriptionId,
}

/// If there are not enough tuners, subscriptions with a higher priority are recorded. The response contains the
/// subscriptions in their new order.
#[request]
pub struct ReorderSubscription {
    /// The id of the subscription.
    pub subscription_id: SubscriptionId,
    /// The id of the subscription to place it after. If omitted, the subscription moves to the beginning.
    pub after: Option<SubscriptionId>,
}

/// The cancellation is lost when the server restarts. The server responds with 403 if the recording belongs to another
/// user.
#[request]
pub struct CancelGrab {
    /// The id of the recording.
    pub operation_id: Text,
}
