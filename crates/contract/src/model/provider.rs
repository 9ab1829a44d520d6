//! Media providers: what a server offers, feature by feature.

use crate::model::library::sections::Section;
use crate::reply::Root;
use crate::text::Text;
use plex_sdk_derive::model;

/// A media provider, such as a server's own library.
#[model]
pub struct MediaProvider {
    /// ID of the provider on the server.
    pub id: Option<u32>,
    /// ID of the provider that this one belongs to.
    #[wire(name = "parentID")]
    pub parent_id: Option<u32>,
    /// Identifier of the provider, such as `com.plexapp.plugins.library`.
    pub identifier: Text,
    /// Identifier of the type of provider.
    pub provider_identifier: Option<Text>,
    /// Display name.
    pub title: Text,
    /// Comma-separated media types, such as `video,audio,photo`.
    pub types: Option<Text>,
    /// Comma-separated delivery methods: `stream`, `download`.
    pub protocols: Text,
    /// Version of the provider.
    pub version: Option<Text>,
    /// Path of the icon.
    pub icon: Option<Text>,
    /// Source of the program guide.
    pub epg_source: Option<Text>,
    /// Friendly name of the server.
    pub friendly_name: Option<Text>,
    /// Features of the provider.
    #[wire(name = "Feature")]
    pub features: Vec<Feature>,
    /// Display name of the source, such as "On Plex".
    pub source_title: Option<Text>,
}

impl Root for MediaProvider {
    const ROOT: &'static str = "MediaProvider";
}

/// A feature of a media provider.
#[model]
pub struct Feature {
    /// Type of the feature, such as `content`, `search`, `timeline` or `playlist`.
    #[wire(name = "type")]
    pub kind: Text,
    /// API path of the feature.
    pub key: Option<Text>,
    /// Variant of the feature, such as `universal`.
    pub flavor: Option<Text>,
    /// API path that marks an item as played.
    pub scrobble_key: Option<Text>,
    /// API path that marks an item as unplayed.
    pub unscrobble_key: Option<Text>,
    /// Library sections and other entry points to content.
    #[wire(name = "Directory")]
    pub directories: Vec<Section>,
    /// Whether the feature is available without a token.
    pub public: Option<bool>,
    /// Actions that can be performed on an item. Only for features of type `actions`.
    #[wire(name = "Action")]
    pub actions: Vec<ProviderAction>,
}

/// An action that can be performed on an item of a provider.
#[model]
pub struct ProviderAction {
    /// Identifier of the action, such as `addToWatchlist`.
    pub id: Text,
    /// API path that performs the action.
    pub key: Text,
    /// API path that reverses the action.
    pub reverse_key: Option<Text>,
}
