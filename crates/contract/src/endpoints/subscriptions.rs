//! What is to be recorded.
//!
//! A template says what can be recorded of an item and carries, for each choice, the parameters of the request that
//! makes the subscription: [`CreateSubscription::from_parameters`] takes them.

use crate::codec::envelope::MediaContainer;
use crate::endpoint::endpoints;
use crate::ids::SubscriptionId;
use crate::model::{MediaGrabOperations, MediaSubscriptions, SubscriptionTemplates};
use crate::params::{self, InvalidRequest};
use crate::reply::NoBody;
use crate::text::Text;
use http::HeaderMap;
use plex_sdk_derive::Request;
use std::collections::BTreeMap;

/// `GET /media/subscriptions`
///
/// Lists what is to be recorded, the most important first.
///
/// - Parameters: whether to tell recordings and their size too; the window.
/// - Answer: the subscriptions.
/// - Errors: 401 without a token that the server accepts; 403 for users who may not record.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_all_subscriptions`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct GetAllSubscriptions {
    /// Whether to tell the recordings of each.
    pub include_grabs: Option<bool>,
    /// Whether to count bytes and playing time of what each recorded.
    pub include_storage: Option<bool>,
    /// The place of the first subscription wanted, from 0.
    #[wire(name = "X-Plex-Container-Start")]
    pub container_start: Option<u32>,
    /// How many subscriptions are wanted at most.
    #[wire(name = "X-Plex-Container-Size")]
    pub container_size: Option<u32>,
}

/// `POST /media/subscriptions`
///
/// Makes a subscription. [`from_parameters`](Self::from_parameters) takes what a template carries.
///
/// - Parameters: where recordings go; what is recorded, described by hints; settings.
/// - Answer: the subscription.
/// - Errors: 400 for hints that fit nothing; 401 without a token that the server accepts; 403 for users who may not
///   record; 409 where there is one just like it.
/// - Who: anyone whose token the server accepts.
/// - Source: `create_subscription`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct CreateSubscription {
    /// The section that recordings go to; not needed for a playlist.
    #[wire(name = "targetLibrarySectionID")]
    pub target_library_section_id: Option<u64>,
    /// The folder of that section, by number.
    #[wire(name = "targetSectionLocationID")]
    pub target_section_location_id: Option<u64>,
    /// The number of the kind of item: 1 movie, 2 show, 4 episode.
    #[wire(name = "type")]
    pub kind: Option<u16>,
    /// What is recorded: `title`, `guid`, `year`, `ratingKey` and the like.
    pub hints: BTreeMap<Text, Text>,
    /// Settings by id, such as `minVideoQuality`.
    pub prefs: BTreeMap<Text, Text>,
    /// Where it comes from: `mediaProviderID` the provider's number, for downloads also `source`.
    pub params: BTreeMap<Text, Text>,
}

impl CreateSubscription {
    /// Takes the parameters that a template's choice carries.
    ///
    /// Fails where they are of a kind that this request does not take, such as words for a section's number.
    pub fn from_parameters(parameters: &str) -> Result<Self, InvalidRequest> {
        params::decode(Vec::new(), parameters, &HeaderMap::new())
    }
}

/// `POST /media/subscriptions/process`
///
/// Has the server look through all subscriptions for what is to be recorded. An activity, named in the answer's header
/// `X-Plex-Activity`, tells how far it got.
///
/// - Errors: 401 without a token that the server accepts; 403 for users who may not record.
/// - Who: anyone whose token the server accepts.
/// - Source: `process_subscriptions`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct ProcessSubscriptions {}

/// `GET /media/subscriptions/scheduled`
///
/// Lists the recordings that will take place.
///
/// - Answer: the recordings.
/// - Errors: 401 without a token that the server accepts; 403 for users who may not record.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_scheduled_recordings`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct GetScheduledRecordings {}

/// `GET /media/subscriptions/template`
///
/// Tells what can be recorded of an item: one airing, the season, the whole show.
///
/// - Parameters: the item's global id; filters.
/// - Answer: the choices, each with the parameters that make it a subscription.
/// - Errors: 401 without a token that the server accepts; 403 for users who may not record.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_template`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetTemplate {
    /// The item's global id, such as `plex://episode/5fc70265c40548002d539d23`.
    pub guid: Option<Text>,
    /// The kind of subscription that is wanted.
    #[wire(name = "type")]
    pub kind: Option<Text>,
    /// The section that recordings are to go to.
    #[wire(name = "targetLibrarySectionID")]
    pub target_library_section_id: Option<u64>,
}

/// `GET /media/subscriptions/{subscriptionId}`
///
/// Reads one subscription.
///
/// - Parameters: the subscription; whether to tell recordings and their size too.
/// - Answer: the subscription.
/// - Errors: 400; 401 without a token that the server accepts; 403 for other users' subscriptions; 404 where there is
///   none.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_subscription`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetSubscription {
    /// The subscription.
    pub subscription_id: SubscriptionId,
    /// Whether to tell its recordings.
    pub include_grabs: Option<bool>,
    /// Whether to count bytes and playing time of what it recorded.
    pub include_storage: Option<bool>,
}

impl From<SubscriptionId> for GetSubscription {
    fn from(subscription_id: SubscriptionId) -> Self {
        Self {
            subscription_id,
            ..Self::default()
        }
    }
}

/// `PUT /media/subscriptions/{subscriptionId}`
///
/// Changes settings of a subscription.
///
/// - Parameters: the subscription and the settings.
/// - Answer: the subscription.
/// - Errors: 400; 401 without a token that the server accepts; 403 for other users' subscriptions; 404 where there is
///   none.
/// - Who: anyone whose token the server accepts.
/// - Source: `edit_subscription_preferences`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct EditSubscriptionPreferences {
    /// The subscription.
    pub subscription_id: SubscriptionId,
    /// Settings by id, such as `minVideoQuality`.
    pub prefs: BTreeMap<Text, Text>,
}

/// `DELETE /media/subscriptions/{subscriptionId}`
///
/// Deletes a subscription and stops its recordings.
///
/// - Parameters: the subscription.
/// - Errors: 400; 401 without a token that the server accepts; 403 for other users' subscriptions; 404 where there is
///   none.
/// - Who: anyone whose token the server accepts.
/// - Source: `delete_subscription`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct DeleteSubscription {
    /// The subscription.
    pub subscription_id: SubscriptionId,
}

impl From<SubscriptionId> for DeleteSubscription {
    fn from(subscription_id: SubscriptionId) -> Self {
        Self { subscription_id }
    }
}

/// `PUT /media/subscriptions/{subscriptionId}/move`
///
/// Makes a subscription more or less important than others: where tuners are few, the more important one is recorded.
///
/// - Parameters: the subscription, and the one behind which it goes; the first place without.
/// - Answer: the subscriptions in their new order.
/// - Errors: 400; 401 without a token that the server accepts; 403 for other users than the owner; 404 where there is
///   none.
/// - Who: the owner.
/// - Source: `reorder_subscription`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct ReorderSubscription {
    /// The subscription.
    pub subscription_id: SubscriptionId,
    /// The one behind which it goes.
    pub after: Option<SubscriptionId>,
}

/// `DELETE /media/grabbers/operations/{operationId}`
///
/// Stops a recording, or drops one that waits, while its subscription stays.
///
/// - Parameters: the recording.
/// - Errors: 401 without a token that the server accepts; 403 for other users' recordings; 404 where there is none.
/// - Who: anyone whose token the server accepts, for recordings of their own.
/// - Source: `cancel_grab`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct CancelGrab {
    /// The recording's id.
    pub operation_id: Text,
}

impl From<Text> for CancelGrab {
    fn from(operation_id: Text) -> Self {
        Self { operation_id }
    }
}

endpoints! {
    ($) Pms, subscriptions, subscriptions_endpoints;
    GetAllSubscriptions: GET "/media/subscriptions" -> MediaContainer<MediaSubscriptions>, User, Read;
    CreateSubscription: POST "/media/subscriptions"
        -> MediaContainer<MediaSubscriptions>, User, Once;
    ProcessSubscriptions {}: POST "/media/subscriptions/process" -> NoBody, User, Idempotent;
    GetScheduledRecordings {}: GET "/media/subscriptions/scheduled"
        -> MediaContainer<MediaGrabOperations>, User, Read;
    GetTemplate: GET "/media/subscriptions/template"
        -> MediaContainer<SubscriptionTemplates>, User, Read;
    GetSubscription: GET "/media/subscriptions/{subscriptionId}"
        -> MediaContainer<MediaSubscriptions>, User, Read;
    EditSubscriptionPreferences: PUT "/media/subscriptions/{subscriptionId}"
        -> MediaContainer<MediaSubscriptions>, User, Idempotent;
    DeleteSubscription: DELETE "/media/subscriptions/{subscriptionId}" -> NoBody, User, Idempotent;
    ReorderSubscription: PUT "/media/subscriptions/{subscriptionId}/move"
        -> MediaContainer<MediaSubscriptions>, Admin, Idempotent;
    CancelGrab: DELETE "/media/grabbers/operations/{operationId}" -> NoBody, User, Idempotent;
}
