//! Announcements, services and providers beside plex.tv, features on trial.

use crate::ids::MachineIdentifier;
use crate::reply::Root;
use crate::text::Text;
use crate::time::Timestamp;
use crate::token::Secret;
use plex_sdk_derive::model;

/// The account's server in Plex Cloud. Plex Cloud has been discontinued.
#[model]
pub struct CloudServer {
    /// Friendly name of the server.
    pub name: Text,
    /// Host name.
    pub address: Text,
    /// Port, 1 to 65535.
    pub port: u16,
    /// URL scheme: `http` or `https`.
    pub scheme: Text,
}

impl Root for CloudServer {
    const ROOT: &'static str = "cloudServer";
}

/// A cloud service that acts as a player or controller, such as the one for Sonos.
#[model]
pub struct CompanionService {
    /// Identifier of the service, such as `tv.plex.sonos`.
    pub identifier: Text,
    /// Base URL of the service.
    #[wire(name = "baseURL")]
    pub base_url: Text,
    /// Display name.
    pub title: Text,
    /// URL where the user links the service to the account.
    #[wire(name = "linkURL")]
    pub link_url: Text,
    /// Comma-separated capabilities: `client`, `player`.
    pub provides: Text,
    /// The account's token for the service.
    pub token: Option<Secret>,
}

impl Root for Vec<CompanionService> {
    const ROOT: &'static str = "companions";
}

/// A media provider in the cloud.
#[model]
pub struct CloudProvider {
    /// Identifier of the provider, such as `tv.plex.provider.vod`.
    pub identifier: Text,
    /// Base URL of the provider.
    #[wire(name = "baseURL")]
    pub base_url: Text,
    /// Display name.
    pub title: Text,
    /// URL of the icon.
    pub icon: Option<Text>,
    /// Display name of the source, such as "On Plex".
    pub source_title: Option<Text>,
    /// The account's token for the provider.
    pub token: Option<Secret>,
}

impl Root for Vec<CloudProvider> {
    const ROOT: &'static str = "providers";
}

/// A list of announcements from Plex.
#[model]
pub struct Announcements {
    /// Friendly name of the responding service: `myPlex`.
    pub friendly_name: Option<Text>,
    /// Machine identifier of plex.tv.
    pub machine_identifier: Option<MachineIdentifier>,
    /// First title of the list.
    pub title1: Option<Text>,
    /// Type of the entries in the list: `mixed`.
    pub view_group: Option<Text>,
    /// Kind of content: `mixed`.
    pub content: Option<Text>,
    /// The announcements, newest first.
    #[wire(name = "Announcement")]
    pub announcements: Vec<Announcement>,
}

/// An announcement from Plex.
#[model]
pub struct Announcement {
    /// ID of the announcement.
    pub id: u64,
    /// Title.
    pub title: Text,
    /// Text of the announcement. Can contain markup.
    pub content: Text,
    /// Text of the announcement without markup.
    pub plain_content: Text,
    /// URL of the image. Can be an invalid URL.
    pub image_url: Text,
    /// URL with more information. Can be empty.
    pub url: Text,
    /// Style to display the announcement in, such as `info`.
    pub style: Text,
    /// When the announcement expires. 0 for never.
    pub expire_at: Option<Timestamp>,
    /// When to start showing the announcement.
    pub notify_at: Option<Timestamp>,
    /// Whether the account has read the announcement.
    pub read: bool,
}

/// The response of legacy plex.tv operations on success.
#[model]
pub struct Confirmation {
    /// Status code.
    pub code: Option<u16>,
    /// Status as text, in English.
    pub status: Option<Text>,
}

impl Root for Confirmation {
    const ROOT: &'static str = "Response";
}

/// A feature that Plex is testing or offers to some accounts only.
#[model]
pub struct FeatureFlag {
    /// Identifier of the feature, such as `adaptive_bitrate`.
    pub id: Text,
    /// UUID of the feature.
    pub uuid: Text,
}

impl Root for Vec<FeatureFlag> {
    const ROOT: &'static str = "features";
}
