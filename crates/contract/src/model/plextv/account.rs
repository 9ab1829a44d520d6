//! The account, as its own token sees it ([`AccountDetails`]), and its subscriptions.

use crate::reply::Root;
use crate::text::Text;
use crate::time::{DateTime, Timestamp};
use crate::token::{AccountToken, Secret};
use plex_sdk_derive::model;

/// A plex.tv account, as returned to its own token.
#[model(required)]
#[derive(Default)]
pub struct AccountDetails {
    /// plex.tv account ID.
    pub id: u64,
    /// UUID of the account.
    pub uuid: Text,
    /// Username. Empty for a managed user.
    #[wire(default)]
    pub username: Text,
    /// Display name.
    #[wire(default)]
    pub title: Text,
    /// Email address. Empty for a managed user.
    #[wire(default)]
    pub email: Text,
    /// Name shown to friends.
    #[wire(default)]
    pub friendly_name: Text,
    /// URL of the avatar.
    #[wire(default)]
    pub thumb: Text,
    /// Language, such as `de`.
    pub locale: Option<Text>,
    /// Country code.
    #[wire(default)]
    pub country: Text,
    /// When the account was created.
    pub joined_at: Option<Timestamp>,
    /// Whether the email address is confirmed.
    #[wire(default)]
    pub confirmed: bool,
    /// Whether the account signs in with an emailed code instead of a password.
    #[wire(default)]
    pub email_only_auth: bool,
    /// Whether the account has a password.
    #[wire(default)]
    pub has_password: bool,
    /// Whether the account belongs to a Home.
    #[wire(default)]
    pub home: bool,
    /// Whether the account is the admin of its Home.
    #[wire(default)]
    pub home_admin: bool,
    /// Number of users in the Home.
    #[wire(default)]
    pub home_size: u32,
    /// Maximum number of users in the Home.
    #[wire(default)]
    pub max_home_size: u32,
    /// Whether the account is the guest of a Home.
    #[wire(default)]
    pub guest: bool,
    /// Whether the account is a managed user.
    #[wire(default)]
    pub restricted: bool,
    /// Whether a PIN is required to switch to this user.
    #[wire(default)]
    pub protected: bool,
    /// Whether two-factor authentication is enabled.
    #[wire(default)]
    pub two_factor_enabled: bool,
    /// Whether backup codes for two-factor authentication exist.
    #[wire(default)]
    pub backup_codes_created: bool,
    /// Whether experimental features are enabled.
    #[wire(default)]
    pub experimental_features: bool,
    /// Whether the account receives the Plex newsletter.
    #[wire(default)]
    pub mailing_list_active: bool,
    /// Newsletter status: `active`, `unsubscribed` or `removed`.
    pub mailing_list_status: Option<Text>,
    /// Comma-separated numbers of the types of plays that are scrobbled to other services. Can be empty.
    #[wire(default)]
    pub scrobble_types: Text,
    /// When the sign-in expires.
    pub remember_expires_at: Option<Timestamp>,
    /// Token to use from now on. It can differ from the token of the request.
    pub auth_token: Option<AccountToken>,
    /// Permanent purchases of the account.
    #[wire(default)]
    pub entitlements: Vec<Text>,
    /// Roles of the account, such as `plexpass`.
    #[wire(default)]
    pub roles: Vec<Text>,
    /// Plex Pass subscription.
    pub subscription: Option<Subscription>,
    /// Language preferences.
    #[wire(omit_empty)]
    pub profile: Option<LanguageProfile>,
    /// Whether the account consented to personalized ads.
    #[wire(omit_empty)]
    pub ads_consent: Option<bool>,
    /// When the account gave or refused its consent to personalized ads.
    #[wire(omit_empty)]
    pub ads_consent_set_at: Option<Timestamp>,
    /// When to ask for consent to personalized ads again.
    #[wire(omit_empty)]
    pub ads_consent_reminder_at: Option<Timestamp>,
    /// Whether the account is anonymous.
    #[wire(omit_empty)]
    pub anonymous: Option<bool>,
    /// Partner that referred the account to Plex.
    #[wire(omit_empty)]
    pub attribution_partner: Option<Text>,
    /// Hash that apps check the Home PIN against when offline. Absent if the account has no PIN.
    #[wire(omit_empty)]
    pub pin: Option<Secret>,
    /// Restriction profile of a managed user: `little_kid`, `older_kid` or `teen`.
    #[wire(omit_empty)]
    pub restriction_profile: Option<Text>,
    /// Custom restrictions of a managed user.
    #[wire(omit_empty)]
    pub custom_restrictions: Option<CustomRestrictions>,
    /// Subscription as text, such as "Lifetime Plex Pass".
    #[wire(omit_empty)]
    pub subscription_description: Option<Text>,
    /// Current subscriptions.
    #[wire(default, omit_empty)]
    pub subscriptions: Vec<AccountSubscription>,
    /// Past subscriptions.
    #[wire(default, omit_empty)]
    pub past_subscriptions: Vec<AccountSubscription>,
    /// Trials.
    #[wire(default, omit_empty)]
    pub trials: Vec<AccountSubscription>,
    /// Other services that the account can use.
    #[wire(default, omit_empty)]
    pub services: Vec<AccountService>,
    /// Settings that apps store with the account. Only if the request asked for them.
    #[wire(default, omit_empty)]
    pub settings: Vec<AccountSetting>,
    /// Email address for adding items to the account's queue.
    #[wire(omit_empty)]
    pub queue_email: Option<Text>,
    /// Device that the account used for Cloud Sync.
    #[wire(omit_empty)]
    pub cloud_sync_device: Option<Text>,
    /// Version of the account's certificate.
    #[wire(omit_empty)]
    pub certificate_version: Option<u32>,
}

impl Root for AccountDetails {
    const ROOT: &'static str = "user";
}

/// The audio and subtitle language preferences of an account.
#[model]
pub struct LanguageProfile {
    /// Whether servers select audio and subtitle streams by these preferences.
    pub auto_select_audio: bool,
    /// Preferred audio language, such as `de`.
    pub default_audio_language: Option<Text>,
    /// Preferred subtitle language, such as `de`.
    pub default_subtitle_language: Option<Text>,
    /// When to show subtitles: 0 if selected manually, 1 with foreign audio, 2 always.
    pub auto_select_subtitle: u8,
    /// Whether to use subtitles for the deaf and hard of hearing: 0 prefer others, 1 prefer them, 2 only, 3 never.
    pub default_subtitle_accessibility: u8,
    /// Whether to use forced subtitles: 0 prefer others, 1 prefer them, 2 only, 3 never.
    pub default_subtitle_forced: u8,
    /// Whether to use audio descriptions: 0 prefer others, 1 prefer them, 2 only, 3 never.
    #[wire(omit_empty)]
    pub default_audio_accessibility: Option<u8>,
    /// Preferred audio languages, most preferred first.
    #[wire(omit_empty)]
    pub default_audio_languages: Vec<Text>,
    /// Preferred subtitle languages, most preferred first.
    #[wire(omit_empty)]
    pub default_subtitle_languages: Vec<Text>,
    /// Languages of reviews to show.
    #[wire(omit_empty)]
    pub media_reviews_languages: Vec<Text>,
    /// Whose reviews to show: 0 to 3, as numbered by Plex.
    #[wire(omit_empty)]
    pub media_reviews_visibility: Option<u8>,
    /// Which items show a watched indicator: 0 to 3, as numbered by Plex.
    #[wire(omit_empty)]
    pub watched_indicator: Option<u8>,
}

/// A Plex Pass subscription.
#[model]
pub struct Subscription {
    /// Whether the subscription is active.
    pub active: bool,
    /// Status, such as `Active` or `Inactive`.
    pub status: Text,
    /// Plan, such as `lifetime`.
    pub plan: Option<Text>,
    /// Features that the subscription includes.
    pub features: Vec<Text>,
    /// Start of the subscription as text: RFC 3339 in JSON, `2023-03-24 00:00:00 UTC` in XML.
    #[wire(omit_empty)]
    pub subscribed_at: Option<Text>,
    /// Payment service.
    #[wire(omit_empty)]
    pub payment_service: Option<Text>,
}

/// A current or past subscription or trial of an account.
#[model]
pub struct AccountSubscription {
    /// ID of the subscription. Absent for a lifetime subscription.
    pub id: Option<Text>,
    /// Billing mode: `lifetime`, `monthly` or `yearly`.
    pub mode: Option<Text>,
    /// Product that the subscription is for, such as `plexpass`.
    #[wire(name = "type")]
    pub kind: Option<Text>,
    /// State, such as `active`.
    pub state: Option<Text>,
    /// When the subscription renews.
    pub renews_at: Option<Timestamp>,
    /// When the subscription ends.
    pub ends_at: Option<Timestamp>,
    /// Where the subscription is being transferred to.
    pub transfer: Option<Text>,
}

/// A service other than plex.tv that an account can use, such as a metadata provider.
#[model]
pub struct AccountService {
    /// Identifier of the service, such as `metadata`.
    pub identifier: Text,
    /// URL of the service.
    pub endpoint: Option<Text>,
    /// The account's token for the service.
    pub token: Option<Secret>,
    /// Secret that belongs to the token.
    pub secret: Option<Secret>,
    /// Status of the service: `online` or `offline`.
    pub status: Option<Text>,
}

/// A setting that apps store with an account.
#[model]
pub struct AccountSetting {
    /// Identifier of the setting, such as `experience`.
    pub id: Text,
    /// Format of the value, such as `json`.
    #[wire(name = "type")]
    pub kind: Option<Text>,
    /// Value as text.
    pub value: Text,
    /// Whether the setting is hidden from the user.
    pub hidden: Option<bool>,
    /// When the setting last changed.
    pub updated_at: Option<Timestamp>,
}

/// The custom restrictions of a managed user, one filter for each type of content. The filters have the same format as
/// in [`SharingSettings`](crate::model::SharingSettings).
#[model]
pub struct CustomRestrictions {
    /// Filter for all content.
    pub all: Option<Text>,
    /// Filter for movies.
    pub movies: Option<Text>,
    /// Filter for music.
    pub music: Option<Text>,
    /// Filter for photos.
    pub photos: Option<Text>,
    /// Filter for TV shows.
    pub television: Option<Text>,
}

/// A plex.tv account, as returned by the legacy sign-in. Some values appear under two names.
#[model]
pub struct LegacyAccount {
    /// plex.tv account ID.
    pub id: Option<u64>,
    /// UUID of the account.
    pub uuid: Option<Text>,
    /// Username. Empty for a managed user.
    pub username: Text,
    /// Display name.
    pub title: Text,
    /// Email address. Empty for a managed user.
    pub email: Text,
    /// URL of the avatar.
    pub thumb: Option<Text>,
    /// Language, such as `de`.
    pub locale: Option<Text>,
    /// When the account was created.
    #[wire(name = "joined_at")]
    pub joined_at: Option<DateTime>,
    /// When the email address was confirmed.
    pub confirmed_at: Option<DateTime>,
    /// Whether the account has a password.
    pub has_password: Option<bool>,
    /// Whether the account belongs to a Home.
    pub home: Option<bool>,
    /// Whether the account is the guest of a Home.
    pub guest: Option<bool>,
    /// Whether the account is a managed user.
    pub restricted: Option<bool>,
    /// ID of the account in the Plex forum.
    pub forum_id: Option<u64>,
    /// Account token.
    pub auth_token: Option<AccountToken>,
    /// The same account token, for older apps.
    #[wire(name = "authentication_token")]
    pub authentication_token: Option<Secret>,
    /// Plex Pass subscription.
    pub subscription: Option<Subscription>,
    /// Roles of the account.
    pub roles: Option<LegacyRoles>,
    /// Permanent purchases of the account.
    pub entitlements: Vec<Text>,
}

impl Root for LegacyAccount {
    const ROOT: &'static str = "user";
}

/// The roles of a [`LegacyAccount`].
#[model]
pub struct LegacyRoles {
    /// Roles of the account, such as `plexpass`.
    pub roles: Vec<Text>,
}
