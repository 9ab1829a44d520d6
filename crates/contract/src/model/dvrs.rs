//! Recorders of live TV ([`Dvr`]) and what tuning to a channel answers ([`TunedChannel`]).

use crate::ids::DvrId;
use crate::model::devices::Tuner;
use crate::model::epg::Lineup;
use crate::model::library::metadata::Metadata;
use crate::model::preferences::Setting;
use crate::model::subscriptions::MediaSubscription;
use crate::text::Text;
use crate::time::Timestamp;
use plex_sdk_derive::model;

/// A list of DVRs.
#[model]
pub struct Dvrs {
    /// Status code. 0 or absent for no error.
    pub status: Option<i32>,
    /// Error message.
    pub message: Option<Text>,
    /// The DVRs.
    #[wire(name = "Dvr")]
    pub dvrs: Vec<Dvr>,
}

/// A DVR: tuners together with a program guide.
#[model]
pub struct Dvr {
    /// ID of the DVR.
    pub key: Option<DvrId>,
    /// UUID of the DVR.
    pub uuid: Option<Text>,
    /// Three-letter language code of the program guide.
    pub language: Option<Text>,
    /// URI of the lineup, such as `lineup://tv.plex.providers.epg.cloud/…`.
    pub lineup: Option<Text>,
    /// Display name of the lineup.
    pub lineup_title: Option<Text>,
    /// Identifier of the program guide's provider.
    pub epg_identifier: Option<Text>,
    /// Three-letter country code of the program guide.
    pub country: Option<Text>,
    /// Display name of the program guide.
    pub title: Option<Text>,
    /// When the program guide was last refreshed.
    pub refreshed_at: Option<Timestamp>,
    /// Tuners of the DVR.
    #[wire(name = "Device")]
    pub tuners: Vec<Tuner>,
    /// Lineups of the DVR, if it has several.
    #[wire(name = "Lineup")]
    pub lineups: Vec<Lineup>,
    /// Settings of the DVR.
    #[wire(name = "Setting")]
    pub settings: Vec<Setting>,
}

/// What a tuner was set to: a recording of what is on, or the item alone.
#[model]
pub struct TunedChannel {
    /// The wish to record that tuning made, with its recording and the item in that.
    #[wire(name = "MediaSubscription")]
    pub subscriptions: Vec<MediaSubscription>,
    /// The item, from servers that answer it without a recording.
    #[wire(name = "Metadata")]
    pub metadata: Vec<Metadata>,
}

impl TunedChannel {
    /// The items that are on, wherever the server put them; their keys are the paths of live TV sessions.
    pub fn items(&self) -> impl Iterator<Item = &Metadata> {
        let grabs = self.subscriptions.iter().flat_map(|wish| &wish.grabs);
        let grabbed = grabs.filter_map(|grab| grab.metadata.as_deref());
        grabbed.chain(&self.metadata)
    }
}
