//! Media providers: what a server offers, feature by feature.

use crate::model::library::sections::Section;
use crate::reply::Root;
use crate::text::Text;
use plex_sdk_derive::model;

/// A provider of media, such as a server's own library.
#[model]
pub struct MediaProvider {
    /// Its number on this server.
    pub id: Option<u32>,
    /// The number of the provider it belongs to.
    #[wire(name = "parentID")]
    pub parent_id: Option<u32>,
    /// Its identifier, such as `com.plexapp.plugins.library`.
    pub identifier: Text,
    /// The identifier of the provider's kind.
    pub provider_identifier: Option<Text>,
    /// Its name.
    pub title: Text,
    /// The kinds of media it has, separated by commas: `video,audio,photo`.
    pub types: Option<Text>,
    /// How its media can be had, separated by commas: `stream,download`.
    pub protocols: Text,
    /// Its version.
    pub version: Option<Text>,
    /// The path of its icon.
    pub icon: Option<Text>,
    /// Where its programme guide comes from.
    pub epg_source: Option<Text>,
    /// The name of the server that has it.
    pub friendly_name: Option<Text>,
    /// What it can do.
    #[wire(name = "Feature")]
    pub features: Vec<Feature>,
    /// What it is shown to belong to, such as "On Plex".
    pub source_title: Option<Text>,
}

impl Root for MediaProvider {
    const ROOT: &'static str = "MediaProvider";
}

/// One thing that a provider can do.
#[model]
pub struct Feature {
    /// What it is: `content`, `search`, `timeline`, `playlist`, ….
    #[wire(name = "type")]
    pub kind: Text,
    /// The path it is asked under.
    pub key: Option<Text>,
    /// A variant of it, such as `universal`.
    pub flavor: Option<Text>,
    /// The path that marks an item as seen.
    pub scrobble_key: Option<Text>,
    /// The path that marks an item as not seen.
    pub unscrobble_key: Option<Text>,
    /// The sections and other places where content is found.
    #[wire(name = "Directory")]
    pub directories: Vec<Section>,
    /// Whether it may be asked without a token.
    pub public: Option<bool>,
    /// What can be done with an item; of the kind `actions`.
    #[wire(name = "Action")]
    pub actions: Vec<ProviderAction>,
}

/// Something that can be done with an item of a provider.
#[model]
pub struct ProviderAction {
    /// Its word, such as `addToWatchlist`.
    pub id: Text,
    /// The path that does it.
    pub key: Text,
    /// The path that takes it back.
    pub reverse_key: Option<Text>,
}
