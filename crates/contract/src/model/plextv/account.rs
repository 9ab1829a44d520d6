//! The account, as its own token sees it ([`AccountDetails`]), and its subscriptions.

use crate::reply::Root;
use crate::text::Text;
use crate::time::{DateTime, Timestamp};
use crate::token::{AccountToken, Secret};
use plex_sdk_derive::model;

/// A plex.tv account, as its own token sees it.
#[model(required)]
#[derive(Default)]
pub struct AccountDetails {
    /// Its number.
    pub id: u64,
    /// Its global id.
    pub uuid: Text,
    /// Its name in web addresses; empty for a managed user.
    #[wire(default)]
    pub username: Text,
    /// The name to show.
    #[wire(default)]
    pub title: Text,
    /// Its e-mail address; empty for a managed user.
    #[wire(default)]
    pub email: Text,
    /// The name that friends see.
    #[wire(default)]
    pub friendly_name: Text,
    /// The address of its picture.
    #[wire(default)]
    pub thumb: Text,
    /// Its language, such as `de`.
    pub locale: Option<Text>,
    /// Its country's code.
    #[wire(default)]
    pub country: Text,
    /// When it joined.
    pub joined_at: Option<Timestamp>,
    /// Whether its e-mail address was confirmed.
    #[wire(default)]
    pub confirmed: bool,
    /// Whether it signs in with a mailed code instead of a password.
    #[wire(default)]
    pub email_only_auth: bool,
    /// Whether it has a password.
    #[wire(default)]
    pub has_password: bool,
    /// Whether it belongs to a Home, and with a PIN is protected there.
    #[wire(default)]
    pub home: bool,
    /// Whether it administers its Home.
    #[wire(default)]
    pub home_admin: bool,
    /// How many users its Home has.
    #[wire(default)]
    pub home_size: u32,
    /// How many users its Home may have.
    #[wire(default)]
    pub max_home_size: u32,
    /// Whether it is a Home's guest.
    #[wire(default)]
    pub guest: bool,
    /// Whether it is a managed user of a Home.
    #[wire(default)]
    pub restricted: bool,
    /// Whether it needs a PIN to be switched to.
    #[wire(default)]
    pub protected: bool,
    /// Whether it signs in with a second factor.
    #[wire(default)]
    pub two_factor_enabled: bool,
    /// Whether it has backup codes for the second factor.
    #[wire(default)]
    pub backup_codes_created: bool,
    /// Whether it takes part in experiments.
    #[wire(default)]
    pub experimental_features: bool,
    /// Whether it gets Plex's newsletter.
    #[wire(default)]
    pub mailing_list_active: bool,
    /// Its newsletter state: `active`, `unsubscribed` or `removed`.
    pub mailing_list_status: Option<Text>,
    /// Kinds of plays that are sent to other services, as numbers with commas.
    #[wire(default)]
    pub scrobble_types: Text,
    /// When the sign-in ends by itself.
    pub remember_expires_at: Option<Timestamp>,
    /// The token to use from now on; it can differ from the one sent.
    pub auth_token: Option<AccountToken>,
    /// What the account has bought for good.
    #[wire(default)]
    pub entitlements: Vec<Text>,
    /// Roles such as `plexpass`.
    #[wire(default)]
    pub roles: Vec<Text>,
    /// Its subscription.
    pub subscription: Option<Subscription>,
    /// The languages it prefers.
    #[wire(omit_empty)]
    pub profile: Option<LanguageProfile>,
    /// Whether it agreed to personal advertisements.
    #[wire(omit_empty)]
    pub ads_consent: Option<bool>,
    /// When it agreed or refused.
    #[wire(omit_empty)]
    pub ads_consent_set_at: Option<Timestamp>,
    /// When it is to be asked again.
    #[wire(omit_empty)]
    pub ads_consent_reminder_at: Option<Timestamp>,
    /// Whether it was made without a name.
    #[wire(omit_empty)]
    pub anonymous: Option<bool>,
    /// The partner that brought it to Plex.
    #[wire(omit_empty)]
    pub attribution_partner: Option<Text>,
    /// What its Home PIN is checked against, as apps do it offline; absent where it has none.
    #[wire(omit_empty)]
    pub pin: Option<Secret>,
    /// What a managed user may see: `little_kid`, `older_kid` or `teen`.
    #[wire(omit_empty)]
    pub restriction_profile: Option<Text>,
    /// What a managed user may see, filter by filter.
    #[wire(omit_empty)]
    pub custom_restrictions: Option<CustomRestrictions>,
    /// Its subscription as a text, such as "Lifetime Plex Pass".
    #[wire(omit_empty)]
    pub subscription_description: Option<Text>,
    /// Its subscriptions.
    #[wire(default, omit_empty)]
    pub subscriptions: Vec<AccountSubscription>,
    /// Subscriptions it had before.
    #[wire(default, omit_empty)]
    pub past_subscriptions: Vec<AccountSubscription>,
    /// Its trials.
    #[wire(default, omit_empty)]
    pub trials: Vec<AccountSubscription>,
    /// Services beside plex.tv that it may use.
    #[wire(default, omit_empty)]
    pub services: Vec<AccountService>,
    /// Settings that apps keep with it; where they were asked for.
    #[wire(default, omit_empty)]
    pub settings: Vec<AccountSetting>,
    /// The address that mails to its queue go to.
    #[wire(omit_empty)]
    pub queue_email: Option<Text>,
    /// The device that it kept media in the cloud with.
    #[wire(omit_empty)]
    pub cloud_sync_device: Option<Text>,
    /// The version of its certificate.
    #[wire(omit_empty)]
    pub certificate_version: Option<u32>,
}

impl Root for AccountDetails {
    const ROOT: &'static str = "user";
}

/// Which sound and subtitles an account prefers.
#[model]
pub struct LanguageProfile {
    /// Whether servers choose sound and subtitles by these.
    pub auto_select_audio: bool,
    /// The language of the sound, such as `de`.
    pub default_audio_language: Option<Text>,
    /// The language of subtitles.
    pub default_subtitle_language: Option<Text>,
    /// When subtitles are shown: 0 never by itself, 1 with foreign sound, 2 always.
    pub auto_select_subtitle: u8,
    /// Whether subtitles are for the hard of hearing: 0 rather not, 1 rather, 2 only, 3 never.
    pub default_subtitle_accessibility: u8,
    /// Whether subtitles are forced ones: 0 rather not, 1 rather, 2 only, 3 never.
    pub default_subtitle_forced: u8,
    /// Whether sound describes the picture: 0 rather not, 1 rather, 2 only, 3 never.
    #[wire(omit_empty)]
    pub default_audio_accessibility: Option<u8>,
    /// The languages of the sound, the best first.
    #[wire(omit_empty)]
    pub default_audio_languages: Vec<Text>,
    /// The languages of subtitles, the best first.
    #[wire(omit_empty)]
    pub default_subtitle_languages: Vec<Text>,
    /// The languages of reviews.
    #[wire(omit_empty)]
    pub media_reviews_languages: Vec<Text>,
    /// Whose reviews are shown, as Plex numbers them: 0 to 3.
    #[wire(omit_empty)]
    pub media_reviews_visibility: Option<u8>,
    /// What is marked as watched or not, as Plex numbers it: 0 to 3.
    #[wire(omit_empty)]
    pub watched_indicator: Option<u8>,
}

/// A Plex Pass subscription.
#[model]
pub struct Subscription {
    /// Whether it is running.
    pub active: bool,
    /// Its state, such as `Active` or `Inactive`.
    pub status: Text,
    /// Its plan, such as `lifetime`.
    pub plan: Option<Text>,
    /// The features it opens.
    pub features: Vec<Text>,
    /// When it began, as text: in JSON RFC 3339, in XML `2023-03-24 00:00:00 UTC`.
    #[wire(omit_empty)]
    pub subscribed_at: Option<Text>,
    /// Who it is paid through.
    #[wire(omit_empty)]
    pub payment_service: Option<Text>,
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
