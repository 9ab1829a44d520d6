//! Settings of an account: privacy, synced view state, opt-outs, webhooks.

use crate::reply::Root;
use crate::text::Text;
use plex_sdk_derive::model;

/// The privacy settings of an account: what it reports to Plex about its use.
#[model]
pub struct Privacy {
    /// Whether the account opted out of reporting playback.
    pub opt_out_playback: bool,
    /// Whether the account opted out of reporting library statistics.
    pub opt_out_library_stats: bool,
    /// Host that reports are sent to.
    pub domain: Option<Text>,
    /// URL that reports are sent to.
    pub base_url: Option<Text>,
    /// Reported events.
    pub metrics: Vec<PrivacyMetric>,
}

impl Root for Privacy {
    const ROOT: &'static str = "privacy";
}

/// The way one type of event is reported.
#[model]
pub struct PrivacyMetric {
    /// Type of event, such as `client:claimServer`.
    pub event: Text,
    /// How the event is reported, such as `identifiable` or `anonymous`.
    pub status: Text,
}

/// Whether the watch state is synchronized with plex.tv, for all servers of the account.
#[model]
pub struct ViewStateSync {
    /// Whether the account consented. Absent if it was never asked.
    pub consent: Option<bool>,
}

impl Root for ViewStateSync {
    const ROOT: &'static str = "viewStateSync";
}

open_enum! {
    /// A choice about the use of an online media source.
    #[derive(Default)]
    OptOutChoice {
        /// Everyone can use it. This is the default.
        #[default]
        OptIn = "opt_in",
        /// No one can use it.
        OptOut = "opt_out",
        /// Everyone except the Home's managed users can use it.
        OptOutManaged = "opt_out_managed",
    }
}

/// An account's choices about each online media source and service. A source without a choice is absent.
#[model]
pub struct OptOuts {
    /// Live TV from Plex.
    #[wire(name = "tv.plex.provider.epg", omit_empty)]
    pub live_tv: Option<OptOutChoice>,
    /// Music from TIDAL. It cannot be disabled for managed users only.
    #[wire(name = "tv.plex.provider.music", omit_empty)]
    pub music: Option<OptOutChoice>,
    /// News. Discontinued.
    #[wire(name = "tv.plex.provider.news", omit_empty)]
    pub news: Option<OptOutChoice>,
    /// Podcasts. Discontinued.
    #[wire(name = "tv.plex.provider.podcasts", omit_empty)]
    pub podcasts: Option<OptOutChoice>,
    /// Movies and shows from Plex.
    #[wire(name = "tv.plex.provider.vod", omit_empty)]
    pub vod: Option<OptOutChoice>,
    /// Web shows. Discontinued.
    #[wire(name = "tv.plex.provider.webshows", omit_empty)]
    pub webshows: Option<OptOutChoice>,
    /// Scrobbling of plays to other services.
    #[wire(omit_empty)]
    pub scrobbling: Option<OptOutChoice>,
    /// Where else an item can be watched.
    #[wire(omit_empty)]
    pub include_availabilities: Option<OptOutChoice>,
    /// The Discover source.
    #[wire(omit_empty)]
    pub include_discover_source: Option<OptOutChoice>,
    /// Search results that are not on any server.
    #[wire(omit_empty)]
    pub include_metadata_in_search: Option<OptOutChoice>,
    /// What friends watch and rate.
    #[wire(omit_empty)]
    pub include_social_proof: Option<OptOutChoice>,
}

impl Root for OptOuts {
    const ROOT: &'static str = "optOuts";
}

/// A webhook of an account: a URL that its servers report playback to.
#[model]
pub struct WebhookUrl {
    /// URL.
    pub url: Text,
}

impl Root for Vec<WebhookUrl> {
    const ROOT: &'static str = "webhooks";
}
