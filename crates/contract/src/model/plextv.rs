//! What plex.tv answers: PINs, accounts and resources.

use crate::ids::{ClientIdentifier, PinId};
use crate::model::account::{
    AccountService, AccountSetting, AccountSubscription, CustomRestrictions,
};
use crate::model::authentication::Connection;
use crate::model::cloud::GeoLocation;
use crate::reply::Root;
use crate::text::Text;
use crate::time::{DateTime, Timestamp};
use crate::token::{AccountToken, Jwt, Secret, ServerToken, Token, TokenKind};
use plex_sdk_derive::model;

/// A PIN that a person approves to sign an app in.
#[model(required)]
#[derive(Default)]
pub struct Pin {
    /// Its number, to ask for it with.
    pub id: PinId,
    /// What the person types or the browser carries: four letters, or a long text for a strong PIN.
    pub code: Text,
    /// The name of the app that asked for it.
    pub product: Option<Text>,
    /// Whether the device is on a network that plex.tv trusts.
    #[wire(default)]
    pub trusted: bool,
    /// The address of a picture with a QR code of it.
    pub qr: Option<Text>,
    /// The app that asked for it; no other may read it.
    #[wire(default)]
    pub client_identifier: ClientIdentifier,
    /// Seconds until it expires.
    #[wire(default)]
    pub expires_in: u32,
    /// When it was made.
    pub created_at: Option<DateTime>,
    /// When it expires.
    pub expires_at: Option<DateTime>,
    /// The account's token once a person approved it; use [`Pin::token`].
    pub auth_token: Option<AccountToken>,
    /// Whether approving it made a new account.
    pub new_registration: Option<bool>,
    /// Where the app that asked for it is in the world.
    #[wire(omit_empty)]
    pub location: Option<GeoLocation>,
}

impl Pin {
    /// The account's token once a person approved the PIN.
    pub fn token(&self) -> Option<&AccountToken> {
        // In XML nothing is spelled as an empty text.
        self.auth_token.as_ref().filter(|token| !token.is_empty())
    }

    /// The same where the PIN was made with a device's key: then what it gives is signed and expires.
    pub fn jwt(&self) -> Option<Jwt> {
        let token = Token::new(self.token()?.expose()).ok()?;
        let signed = token.kind() == TokenKind::Jwt;
        signed.then(|| Jwt::new(token.expose()).ok()).flatten()
    }
}

impl Root for Pin {
    const ROOT: &'static str = "pin";
}

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

/// A server or player that an account can use.
#[model(required)]
#[derive(Default)]
pub struct Resource {
    /// Its name.
    #[wire(default)]
    pub name: Text,
    /// The software, such as `Plex Media Server`.
    #[wire(default)]
    pub product: Text,
    /// The software's version.
    #[wire(default)]
    pub product_version: Text,
    /// The operating system.
    pub platform: Option<Text>,
    /// The operating system's version.
    pub platform_version: Option<Text>,
    /// The kind of device.
    pub device: Option<Text>,
    /// Its identifier: of a server, its machine identifier.
    pub client_identifier: ClientIdentifier,
    /// When it was first seen.
    pub created_at: Option<DateTime>,
    /// When it was last seen.
    pub last_seen_at: Option<DateTime>,
    /// What it can be, separated by commas: `server`, `player`, `controller`, ….
    pub provides: Text,
    /// The owner's number where it is another account's.
    pub owner_id: Option<u64>,
    /// The owner's name where it is another account's.
    pub source_title: Option<Text>,
    /// The address it is seen under from outside.
    #[wire(default)]
    pub public_address: Text,
    /// This account's token for it; use it there instead of the account's own. Absent for players.
    pub access_token: Option<ServerToken>,
    /// Whether the account owns it.
    #[wire(default)]
    pub owned: bool,
    /// Whether it belongs to the account's Home.
    #[wire(default)]
    pub home: bool,
    /// Whether it was made for offline copies.
    #[wire(default)]
    pub synced: bool,
    /// Whether it can be reached through Plex's relay.
    #[wire(default)]
    pub relay: bool,
    /// Whether it is connected to plex.tv now.
    #[wire(default)]
    pub presence: bool,
    /// Whether it refuses plain HTTP.
    #[wire(default)]
    pub https_required: bool,
    /// Whether the caller comes from the same public address.
    #[wire(default)]
    pub public_address_matches: bool,
    /// Whether its router blocks names that point into the local network.
    #[wire(default)]
    pub dns_rebinding_protection: bool,
    /// Whether its public address works from inside.
    #[wire(default)]
    pub nat_loopback_supported: bool,
    /// Whether its items can be searched for.
    #[wire(omit_empty)]
    pub search_enabled: Option<bool>,
    /// Its addresses.
    #[wire(default)]
    pub connections: Vec<Connection>,
}

impl Root for Vec<Resource> {
    const ROOT: &'static str = "resources";
}
