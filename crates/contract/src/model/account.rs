//! What an account at plex.tv consists of beside itself: services, subscriptions, settings, and what it opted out of.

use crate::model::plextv::Subscription;
use crate::reply::Root;
use crate::text::Text;
use crate::time::{DateTime, Timestamp};
use crate::token::{AccountToken, ClaimToken, Secret};
use plex_sdk_derive::model;

/// A service beside plex.tv that the account may use, such as a provider of metadata.
#[model]
pub struct AccountService {
    /// Its word, such as `metadata`.
    pub identifier: Text,
    /// Its address.
    pub endpoint: Option<Text>,
    /// The account's token there.
    pub token: Option<Secret>,
    /// A secret that goes with the token.
    pub secret: Option<Secret>,
    /// Its state: `online` or `offline`.
    pub status: Option<Text>,
}

/// A setting that apps keep with the account.
#[model]
pub struct AccountSetting {
    /// Its name, such as `experience`.
    pub id: Text,
    /// How its value is spelled, such as `json`.
    #[wire(name = "type")]
    pub kind: Option<Text>,
    /// Its value as text.
    pub value: Text,
    /// Whether it is kept from the user's eyes.
    pub hidden: Option<bool>,
    /// When it was last changed.
    pub updated_at: Option<Timestamp>,
}

/// A subscription or trial, running or past.
#[model]
pub struct AccountSubscription {
    /// Its number; lifetime subscriptions have none.
    pub id: Option<Text>,
    /// How it is paid: `lifetime`, `monthly`, `yearly`.
    pub mode: Option<Text>,
    /// What it is for, such as `plexpass`.
    #[wire(name = "type")]
    pub kind: Option<Text>,
    /// Its state, such as `active`.
    pub state: Option<Text>,
    /// When it is next paid for.
    pub renews_at: Option<Timestamp>,
    /// When it ends.
    pub ends_at: Option<Timestamp>,
    /// Where it is being moved to.
    pub transfer: Option<Text>,
}

/// What a managed user may see, filter by filter; a filter is spelled as in [`SharingSettings`].
///
/// [`SharingSettings`]: crate::model::SharingSettings
#[model]
pub struct CustomRestrictions {
    /// For everything.
    pub all: Option<Text>,
    /// For movies.
    pub movies: Option<Text>,
    /// For music.
    pub music: Option<Text>,
    /// For photos.
    pub photos: Option<Text>,
    /// For shows.
    pub television: Option<Text>,
}

/// The account as sign-in has told it from the start; names stand in two spellings.
#[model]
pub struct LegacyAccount {
    /// Its number.
    pub id: Option<u64>,
    /// Its global id.
    pub uuid: Option<Text>,
    /// Its name in web addresses; empty for a managed user.
    pub username: Text,
    /// The name to show.
    pub title: Text,
    /// Its e-mail address; empty for a managed user.
    pub email: Text,
    /// The address of its picture.
    pub thumb: Option<Text>,
    /// Its language, such as `de`.
    pub locale: Option<Text>,
    /// When it joined.
    #[wire(name = "joined_at")]
    pub joined_at: Option<DateTime>,
    /// When its e-mail address was confirmed.
    pub confirmed_at: Option<DateTime>,
    /// Whether it has a password.
    pub has_password: Option<bool>,
    /// Whether it belongs to a Home.
    pub home: Option<bool>,
    /// Whether it is a Home's guest.
    pub guest: Option<bool>,
    /// Whether it is a managed user of a Home.
    pub restricted: Option<bool>,
    /// Its number in Plex's forum.
    pub forum_id: Option<u64>,
    /// The token it was asked with.
    pub auth_token: Option<AccountToken>,
    /// The same, as old apps read it.
    #[wire(name = "authentication_token")]
    pub authentication_token: Option<Secret>,
    /// Its subscription.
    pub subscription: Option<Subscription>,
    /// What it is beside a plain account.
    pub roles: Option<LegacyRoles>,
    /// What it has bought for good.
    pub entitlements: Vec<Text>,
}

impl Root for LegacyAccount {
    const ROOT: &'static str = "user";
}

/// The roles of a [`LegacyAccount`].
#[model]
pub struct LegacyRoles {
    /// Roles such as `plexpass`.
    pub roles: Vec<Text>,
}

/// A token to claim a server with.
#[model(required)]
pub struct Claim {
    /// The token; it starts with `claim-` and is good for about four minutes.
    pub token: ClaimToken,
}

impl Root for Claim {
    const ROOT: &'static str = "claim";
}

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

/// A feature that Plex is trying out or has for some accounts.
#[model]
pub struct FeatureFlag {
    /// Its word, such as `adaptive_bitrate`.
    pub id: Text,
    /// Its global id.
    pub uuid: Text,
}

impl Root for Vec<FeatureFlag> {
    const ROOT: &'static str = "features";
}
