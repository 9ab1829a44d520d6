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

/// Recorders of live TV.
#[model]
pub struct Dvrs {
    /// The number of a fault; 0 for none.
    pub status: Option<i32>,
    /// The fault in words.
    pub message: Option<Text>,
    /// The recorders.
    #[wire(name = "Dvr")]
    pub dvrs: Vec<Dvr>,
}

/// A recorder of live TV: tuners with a programme guide.
#[model]
pub struct Dvr {
    /// Its number.
    pub key: Option<DvrId>,
    /// Its global id.
    pub uuid: Option<Text>,
    /// The language of its guide, three letters.
    pub language: Option<Text>,
    /// The lineup of its channels, as `lineup://tv.plex.providers.epg.cloud/…`.
    pub lineup: Option<Text>,
    /// The lineup's name.
    pub lineup_title: Option<Text>,
    /// The identifier of its guide's provider.
    pub epg_identifier: Option<Text>,
    /// The country of its guide, three letters.
    pub country: Option<Text>,
    /// The name of its guide.
    pub title: Option<Text>,
    /// When its guide was last loaded.
    pub refreshed_at: Option<Timestamp>,
    /// Its tuners.
    #[wire(name = "Device")]
    pub tuners: Vec<Tuner>,
    /// Its lineups, where it has several.
    #[wire(name = "Lineup")]
    pub lineups: Vec<Lineup>,
    /// Its settings.
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
