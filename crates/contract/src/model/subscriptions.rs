//! Recordings: what is to be recorded ([`MediaSubscription`]) and what is being recorded ([`MediaGrabOperation`]).

use crate::ids::SubscriptionId;
use crate::model::library::metadata::Metadata;
use crate::model::preferences::Setting;
use crate::text::Text;
use crate::time::Timestamp;
use plex_sdk_derive::model;

open_enum! {
    /// The status of a recording.
    GrabStatus {
        /// The recording does not take place.
        Inactive = "inactive",
        /// The recording is scheduled.
        Scheduled = "scheduled",
        /// The recording is in progress.
        InProgress = "inprogress",
        /// The recording is complete.
        Complete = "complete",
        /// The recording was canceled.
        Cancelled = "cancelled",
        /// The recording failed.
        Failed = "error",
        /// The recording is being post-processed, such as transcoded.
        PostProcessing = "postprocessing",
        /// The recording is paused.
        Paused = "paused",
    }
}

/// The recording subscriptions of a server.
#[model]
pub struct MediaSubscriptions {
    /// The subscriptions, highest priority first.
    #[wire(name = "MediaSubscription")]
    pub subscriptions: Vec<MediaSubscription>,
}

/// A recording subscription: a request to record a movie, an episode or a whole show.
#[model]
pub struct MediaSubscription {
    /// ID of the subscription. Absent in a template.
    pub key: Option<SubscriptionId>,
    /// Metadata type number of what to record: 1 movie, 2 show, 4 episode.
    #[wire(name = "type")]
    pub kind: Option<u16>,
    /// Title of what to record. In a template, the title of the choice, such as `This episode`.
    pub title: Option<Text>,
    /// ID of the library section to record to.
    #[wire(name = "targetLibrarySectionID")]
    pub target_library_section_id: Option<u64>,
    /// ID of the folder to record to.
    #[wire(name = "targetSectionLocationID")]
    pub target_section_location_id: Option<u64>,
    /// Title of the library section to record to.
    pub library_section_title: Option<Text>,
    /// Absolute path of the folder to record to.
    pub location_path: Option<Text>,
    /// When the subscription was created.
    pub created_at: Option<Timestamp>,
    /// Total size of the recordings, in bytes. Only if the request asked for it.
    pub storage_total: Option<u64>,
    /// Total duration of the recordings, in milliseconds. Only if the request asked for it.
    #[wire(name = "durationTotal")]
    pub duration_total_ms: Option<u64>,
    /// Which airings to record, as text: `New Airings Only` or `New and Repeat Airings`.
    pub airings_type: Option<Text>,
    /// Query parameters that create this subscription. Only in a template.
    pub parameters: Option<Text>,
    /// Whether this is the default choice. Only in a template.
    pub selected: Option<bool>,
    /// The movie or episode to record.
    #[wire(name = "Video")]
    pub video: Option<Box<Metadata>>,
    /// The show to record.
    #[wire(name = "Directory")]
    pub directory: Option<Box<Metadata>>,
    /// The playlist that the subscription applies to.
    #[wire(name = "Playlist")]
    pub playlist: Option<Box<Metadata>>,
    /// Settings of the subscription.
    #[wire(name = "Setting")]
    pub settings: Vec<Setting>,
    /// Recordings of the subscription. Only if the request asked for them.
    #[wire(name = "MediaGrabOperation")]
    pub grabs: Vec<MediaGrabOperation>,
}

/// The choices for recording an item.
#[model]
pub struct SubscriptionTemplates {
    /// The templates, usually one.
    #[wire(name = "SubscriptionTemplate")]
    pub templates: Vec<SubscriptionTemplate>,
}

/// A template with the choices for recording an item, such as this episode or the whole show.
#[model]
pub struct SubscriptionTemplate {
    /// The choices.
    #[wire(name = "MediaSubscription")]
    pub subscriptions: Vec<MediaSubscription>,
}

/// The scheduled and active recordings of a server.
#[model]
pub struct MediaGrabOperations {
    /// The recordings.
    #[wire(name = "MediaGrabOperation")]
    pub grabs: Vec<MediaGrabOperation>,
}

/// A scheduled or active recording.
#[model]
pub struct MediaGrabOperation {
    /// ID of the recording.
    pub id: Option<Text>,
    /// API path of the recording.
    pub key: Option<Text>,
    /// ID of the subscription that the recording belongs to.
    #[wire(name = "mediaSubscriptionID")]
    pub media_subscription_id: Option<SubscriptionId>,
    /// Index of the item's media version to record, from 0.
    pub media_index: Option<u32>,
    /// Identifier of the grabber.
    pub grabber_identifier: Option<Text>,
    /// Protocol of the grabber, such as `livetv`.
    pub grabber_protocol: Option<Text>,
    /// Identifier of the provider that the item comes from.
    pub provider: Option<Text>,
    /// Status of the recording.
    pub status: Option<GrabStatus>,
    /// Progress, in percent, 0 to 100.
    pub percent: Option<f64>,
    /// Size of the recording so far, in bytes.
    pub current_size: Option<u64>,
    /// The item to record.
    #[wire(name = "Metadata")]
    pub metadata: Option<Box<Metadata>>,
}
