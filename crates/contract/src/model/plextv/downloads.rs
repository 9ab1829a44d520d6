//! Versions of Plex products to download ([`ProductDownloads`]).

use crate::reply::Root;
use crate::text::Text;
use crate::time::Timestamp;
use plex_sdk_derive::model;
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

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
