//! Announcements, services and providers beside plex.tv, features on trial.

use crate::ids::MachineIdentifier;
use crate::reply::Root;
use crate::text::Text;
use crate::time::Timestamp;
use crate::token::Secret;
use plex_sdk_derive::model;

/// The account's server in Plex Cloud, which is no more.
#[model]
pub struct CloudServer {
    /// Its name.
    pub name: Text,
    /// Its host name.
    pub address: Text,
    /// Its port.
    pub port: u16,
    /// `http` or `https`.
    pub scheme: Text,
}

impl Root for CloudServer {
    const ROOT: &'static str = "cloudServer";
}

/// A service beside plex.tv that plays or controls, such as the one for Sonos.
#[model]
pub struct CompanionService {
    /// Its identifier, such as `tv.plex.sonos`.
    pub identifier: Text,
    /// Its address.
    #[wire(name = "baseURL")]
    pub base_url: Text,
    /// Its name.
    pub title: Text,
    /// Where a person ties it to the account.
    #[wire(name = "linkURL")]
    pub link_url: Text,
    /// What it can be, separated by commas: `client`, `player`.
    pub provides: Text,
    /// The account's token there.
    pub token: Option<Secret>,
}

impl Root for Vec<CompanionService> {
    const ROOT: &'static str = "companions";
}

/// A provider of media beside plex.tv.
#[model]
pub struct CloudProvider {
    /// Its identifier, such as `tv.plex.provider.vod`.
    pub identifier: Text,
    /// Its address.
    #[wire(name = "baseURL")]
    pub base_url: Text,
    /// Its name.
    pub title: Text,
    /// The address of its icon.
    pub icon: Option<Text>,
    /// What it is shown to belong to, such as "On Plex".
    pub source_title: Option<Text>,
    /// The account's token there.
    pub token: Option<Secret>,
}

impl Root for Vec<CloudProvider> {
    const ROOT: &'static str = "providers";
}

/// News from Plex.
#[model]
pub struct Announcements {
    /// Who answers: `myPlex`.
    pub friendly_name: Option<Text>,
    /// The machine identifier of plex.tv itself.
    pub machine_identifier: Option<MachineIdentifier>,
    /// The list's title.
    pub title1: Option<Text>,
    /// What the list holds: `mixed`.
    pub view_group: Option<Text>,
    /// What the list is used for: `mixed`.
    pub content: Option<Text>,
    /// The announcements, the newest first.
    #[wire(name = "Announcement")]
    pub announcements: Vec<Announcement>,
}

/// One piece of news from Plex.
#[model]
pub struct Announcement {
    /// Its number.
    pub id: u64,
    /// Its title.
    pub title: Text,
    /// Its text, which may be marked up.
    pub content: Text,
    /// Its text without marks.
    pub plain_content: Text,
    /// The address of its picture; may be no address at all.
    pub image_url: Text,
    /// Where there is more to read; may be empty.
    pub url: Text,
    /// What it is shown as, such as `info`.
    pub style: Text,
    /// When it is no longer shown; 0 stands for never.
    pub expire_at: Option<Timestamp>,
    /// When it is shown from.
    pub notify_at: Option<Timestamp>,
    /// Whether the account has read it.
    pub read: bool,
}

/// What old operations of plex.tv answer where all went well.
#[model]
pub struct Confirmation {
    /// The status as a number.
    pub code: Option<u16>,
    /// What happened, in English.
    pub status: Option<Text>,
}

impl Root for Confirmation {
    const ROOT: &'static str = "Response";
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
