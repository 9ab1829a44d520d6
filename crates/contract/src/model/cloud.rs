//! What plex.tv tells beside accounts and servers: places, announcements, services beside it, and downloads.

use crate::ids::MachineIdentifier;
use crate::model::account::FeatureFlag;
use crate::reply::Root;
use crate::text::Text;
use crate::time::Timestamp;
use crate::token::Secret;
use plex_sdk_derive::model;
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// Where an address is in the world, as far as Plex knows. Nothing here is exact.
#[model(snake_case)]
pub struct GeoLocation {
    /// The country's code, such as `DE`.
    pub code: Option<Text>,
    /// The continent's code, such as `EU`.
    pub continent_code: Option<Text>,
    /// The country's name.
    pub country: Option<Text>,
    /// The city's name.
    pub city: Option<Text>,
    /// The time zone, such as `Europe/Berlin`.
    pub time_zone: Option<Text>,
    /// The postal code.
    pub postal_code: Option<Text>,
    /// States or regions, separated by commas.
    pub subdivisions: Option<Text>,
    /// Latitude and longitude in degrees, with a comma between.
    pub coordinates: Option<Text>,
    /// Whether the country belongs to the European Union: `1`, `0`, a word for either, or `Unknown`.
    pub european_union_member: Option<Text>,
    /// Whether a law there restricts what may be kept of people; spelled alike.
    pub in_privacy_restricted_country: Option<Text>,
    /// The same for the state or region.
    pub in_privacy_restricted_region: Option<Text>,
}

impl Root for GeoLocation {
    const ROOT: &'static str = "location";
}

/// The address the caller is seen under from outside.
#[model]
pub struct PublicAddress {
    /// The IP address.
    pub ip: Text,
}

impl Root for PublicAddress {
    const ROOT: &'static str = "address";
}

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

/// The features that the users of a server have.
#[model]
pub struct UserFeatures {
    /// The features.
    pub features: Vec<FeatureFlag>,
}

impl Root for UserFeatures {
    const ROOT: &'static str = "userFeatures";
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

/// What of a product can be downloaded.
#[model]
pub struct ProductDownloads {
    /// For computers: `Windows`, `MacOS`, `Linux` and so on.
    pub computer: PlatformDownloads,
    /// For network storage: `Synology (DSM 7)`, `QNAP` and so on.
    pub nas: PlatformDownloads,
}

impl Root for ProductDownloads {
    const ROOT: &'static str = "downloads";
}

/// Platforms by name, in the order they came.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlatformDownloads(pub Vec<(Text, PlatformDownload)>);

impl PlatformDownloads {
    /// The platform of this name.
    pub fn get(&self, name: &str) -> Option<&PlatformDownload> {
        let found = self.0.iter().find(|(known, _)| known == name)?;
        Some(&found.1)
    }
}

impl Serialize for PlatformDownloads {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, platform)| (name, platform)))
    }
}

impl<'de> Deserialize<'de> for PlatformDownloads {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ByName;

        impl<'de> Visitor<'de> for ByName {
            type Value = PlatformDownloads;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("platforms by name")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut platforms = Vec::new();
                while let Some(name) = map.next_key()? {
                    platforms.push((name, map.next_value()?));
                }
                Ok(PlatformDownloads(platforms))
            }
        }

        // JSON gives every name; in XML, where names of this kind were never seen, only these.
        let names = &["Windows", "MacOS", "Linux", "FreeBSD", "Synology", "QNAP"];
        deserializer.deserialize_struct("PlatformDownloads", names, ByName)
    }
}

/// The newest version of a product for one platform.
#[model(snake_case)]
pub struct PlatformDownload {
    /// The platform's word, such as `linux`.
    pub id: Text,
    /// The platform's name.
    pub name: Text,
    /// When it came out.
    pub release_date: Option<Timestamp>,
    /// Its version.
    pub version: Text,
    /// What it needs.
    pub requirements: Option<Text>,
    /// Something more to know.
    pub extra_info: Option<Text>,
    /// What is new in it.
    pub items_added: Option<Text>,
    /// What was put right in it.
    pub items_fixed: Option<Text>,
    /// Its packages.
    pub releases: Vec<DownloadRelease>,
}

/// A package to download.
#[model]
pub struct DownloadRelease {
    /// Its name to show.
    pub label: Text,
    /// The processor it is for, such as `linux-x86_64`.
    pub build: Text,
    /// The distribution it is for, such as `debian`.
    pub distro: Text,
    /// Its address.
    pub url: Text,
    /// Its SHA-1 sum in hexadecimal digits.
    pub checksum: Option<Text>,
    /// Whether it is not yet for everyone.
    #[wire(name = "isBeta")]
    pub beta: Option<bool>,
}
