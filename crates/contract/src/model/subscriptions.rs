//! Recordings: what is to be recorded ([`MediaSubscription`]) and what is being recorded ([`MediaGrabOperation`]).

use crate::ids::SubscriptionId;
use crate::model::library::metadata::Metadata;
use crate::model::preferences::Setting;
use crate::text::Text;
use crate::time::Timestamp;
use plex_sdk_derive::model;

open_enum! {
    /// How far a recording got.
    GrabStatus {
        /// It does not take place.
        Inactive = "inactive",
        /// It will begin at its time.
        Scheduled = "scheduled",
        /// It is under way.
        InProgress = "inprogress",
        /// It is done.
        Complete = "complete",
        /// Somebody stopped it.
        Cancelled = "cancelled",
        /// It failed.
        Failed = "error",
        /// It is being converted.
        PostProcessing = "postprocessing",
        /// It waits.
        Paused = "paused",
    }
}

/// What is to be recorded.
#[model]
pub struct MediaSubscriptions {
    /// The subscriptions, the most important first.
    #[wire(name = "MediaSubscription")]
    pub subscriptions: Vec<MediaSubscription>,
}

/// A wish to record a movie, an episode, or all of a show.
#[model]
pub struct MediaSubscription {
    /// Its number; a template has none.
    pub key: Option<SubscriptionId>,
    /// The number of the kind of item: 1 movie, 2 show, 4 episode.
    #[wire(name = "type")]
    pub kind: Option<u16>,
    /// What is recorded, or in a template what this choice is, such as `This episode`.
    pub title: Option<Text>,
    /// The section that recordings go to.
    #[wire(name = "targetLibrarySectionID")]
    pub target_library_section_id: Option<u64>,
    /// The folder of that section, by number.
    #[wire(name = "targetSectionLocationID")]
    pub target_section_location_id: Option<u64>,
    /// The title of that section.
    pub library_section_title: Option<Text>,
    /// The path of that folder.
    pub location_path: Option<Text>,
    /// When it was made.
    pub created_at: Option<Timestamp>,
    /// The bytes of what it recorded, where they were asked for.
    pub storage_total: Option<u64>,
    /// The milliseconds of what it recorded, where they were asked for.
    #[wire(name = "durationTotal")]
    pub duration_total_ms: Option<u64>,
    /// Which airings are recorded, in words: new ones, or repeats too.
    pub airings_type: Option<Text>,
    /// In a template: what a request that takes this choice carries, as a query.
    pub parameters: Option<Text>,
    /// In a template: whether this choice is the usual one.
    pub selected: Option<bool>,
    /// The movie or episode it is about.
    #[wire(name = "Video")]
    pub video: Option<Box<Metadata>>,
    /// The show it is about.
    #[wire(name = "Directory")]
    pub directory: Option<Box<Metadata>>,
    /// The playlist it is about.
    #[wire(name = "Playlist")]
    pub playlist: Option<Box<Metadata>>,
    /// Its settings.
    #[wire(name = "Setting")]
    pub settings: Vec<Setting>,
    /// Its recordings, where they were asked for.
    #[wire(name = "MediaGrabOperation")]
    pub grabs: Vec<MediaGrabOperation>,
}

/// Choices for recording an item.
#[model]
pub struct SubscriptionTemplates {
    /// The choices, mostly in one template.
    #[wire(name = "SubscriptionTemplate")]
    pub templates: Vec<SubscriptionTemplate>,
}

/// Choices for recording an item: this episode, the season, the whole show.
#[model]
pub struct SubscriptionTemplate {
    /// The choices.
    #[wire(name = "MediaSubscription")]
    pub subscriptions: Vec<MediaSubscription>,
}

/// What is or will be recorded.
#[model]
pub struct MediaGrabOperations {
    /// The recordings.
    #[wire(name = "MediaGrabOperation")]
    pub grabs: Vec<MediaGrabOperation>,
}

/// A recording.
#[model]
pub struct MediaGrabOperation {
    /// Its id.
    pub id: Option<Text>,
    /// Its path.
    pub key: Option<Text>,
    /// The subscription that wants it.
    #[wire(name = "mediaSubscriptionID")]
    pub media_subscription_id: Option<SubscriptionId>,
    /// Which of the item's media is recorded, from 0.
    pub media_index: Option<u32>,
    /// The identifier of the grabber.
    pub grabber_identifier: Option<Text>,
    /// What the grabber fetches, such as `livetv`.
    pub grabber_protocol: Option<Text>,
    /// The identifier of the provider that the item comes from.
    pub provider: Option<Text>,
    /// How far it got.
    pub status: Option<GrabStatus>,
    /// How far it got, in per cent.
    pub percent: Option<f64>,
    /// How many bytes there are.
    pub current_size: Option<u64>,
    /// The item.
    #[wire(name = "Metadata")]
    pub metadata: Option<Box<Metadata>>,
}
