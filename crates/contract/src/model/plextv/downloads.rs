//! Versions of Plex products to download ([`ProductDownloads`]).

use crate::reply::Root;
use crate::text::Text;
use crate::time::Timestamp;
use plex_sdk_derive::model;
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// The available downloads of a product.
#[model]
pub struct ProductDownloads {
    /// Downloads for computers, by platform, such as `Windows`, `MacOS` or `Linux`.
    pub computer: PlatformDownloads,
    /// Downloads for network storage, by platform, such as `Synology (DSM 7)` or `QNAP`.
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

/// The latest release of a product for one platform.
#[model(snake_case)]
pub struct PlatformDownload {
    /// Identifier of the platform, such as `linux`.
    pub id: Text,
    /// Display name of the platform.
    pub name: Text,
    /// Release date.
    pub release_date: Option<Timestamp>,
    /// Version of the release.
    pub version: Text,
    /// System requirements.
    pub requirements: Option<Text>,
    /// Additional information.
    pub extra_info: Option<Text>,
    /// New features.
    pub items_added: Option<Text>,
    /// Fixed issues.
    pub items_fixed: Option<Text>,
    /// Packages to download.
    pub releases: Vec<DownloadRelease>,
}

/// A package to download.
#[model]
pub struct DownloadRelease {
    /// Display name.
    pub label: Text,
    /// Platform and processor that the package is for, such as `linux-x86_64`.
    pub build: Text,
    /// Distribution that the package is for, such as `debian`.
    pub distro: Text,
    /// URL of the package.
    pub url: Text,
    /// SHA-1 checksum, in hexadecimal.
    pub checksum: Option<Text>,
    /// Whether the package is a beta release.
    #[wire(name = "isBeta")]
    pub beta: Option<bool>,
}
