//! Settings of an account: privacy, synced view state, opt-outs, webhooks.

use crate::reply::Root;
use crate::text::Text;
use plex_sdk_derive::model;

/// What the account tells Plex about its use.
#[model]
pub struct Privacy {
    /// Whether Plex is not told what is played.
    pub opt_out_playback: bool,
    /// Whether Plex is not told how large libraries are.
    pub opt_out_library_stats: bool,
    /// The host that reports go to.
    pub domain: Option<Text>,
    /// The address that reports go to.
    pub base_url: Option<Text>,
    /// What is reported, event by event.
    pub metrics: Vec<PrivacyMetric>,
}

impl Root for Privacy {
    const ROOT: &'static str = "privacy";
}

/// How one kind of event is reported.
#[model]
pub struct PrivacyMetric {
    /// The event, such as `client:claimServer`.
    pub event: Text,
    /// How it is reported, such as `identifiable` or `anonymous`.
    pub status: Text,
}

/// Whether what was watched is kept at Plex, for all servers of the account.
#[model]
pub struct ViewStateSync {
    /// Whether the account agreed; absent where it was never asked.
    pub consent: Option<bool>,
}

impl Root for ViewStateSync {
    const ROOT: &'static str = "viewStateSync";
}

open_enum! {
    /// How an online source of media is used.
    #[derive(Default)]
    OptOutChoice {
        /// By everyone, as it is until someone opts out.
        #[default]
        OptIn = "opt_in",
        /// By nobody.
        OptOut = "opt_out",
        /// By everyone but the Home's managed users.
        OptOutManaged = "opt_out_managed",
    }
}

/// How the account uses each online source and service; what it never chose is absent.
#[model]
pub struct OptOuts {
    /// Live TV from Plex.
    #[wire(name = "tv.plex.provider.epg", omit_empty)]
    pub live_tv: Option<OptOutChoice>,
    /// Music from TIDAL; it cannot be kept from managed users alone.
    #[wire(name = "tv.plex.provider.music", omit_empty)]
    pub music: Option<OptOutChoice>,
    /// News, which is no more.
    #[wire(name = "tv.plex.provider.news", omit_empty)]
    pub news: Option<OptOutChoice>,
    /// Podcasts, which are no more.
    #[wire(name = "tv.plex.provider.podcasts", omit_empty)]
    pub podcasts: Option<OptOutChoice>,
    /// Movies and shows from Plex.
    #[wire(name = "tv.plex.provider.vod", omit_empty)]
    pub vod: Option<OptOutChoice>,
    /// Web shows, which are no more.
    #[wire(name = "tv.plex.provider.webshows", omit_empty)]
    pub webshows: Option<OptOutChoice>,
    /// Telling other services what was watched.
    #[wire(omit_empty)]
    pub scrobbling: Option<OptOutChoice>,
    /// Where else an item can be watched.
    #[wire(omit_empty)]
    pub include_availabilities: Option<OptOutChoice>,
    /// The Discover source.
    #[wire(omit_empty)]
    pub include_discover_source: Option<OptOutChoice>,
    /// Items that no server has, in search.
    #[wire(omit_empty)]
    pub include_metadata_in_search: Option<OptOutChoice>,
    /// What friends watch and rate.
    #[wire(omit_empty)]
    pub include_social_proof: Option<OptOutChoice>,
}

impl Root for OptOuts {
    const ROOT: &'static str = "optOuts";
}

/// An address that servers of the account report playback to.
#[model]
pub struct WebhookUrl {
    /// The address.
    pub url: Text,
}

impl Root for Vec<WebhookUrl> {
    const ROOT: &'static str = "webhooks";
}
