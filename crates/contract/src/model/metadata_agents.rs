//! Providers of metadata that a server was told of, and the groups that sections use.

use crate::ids::{MetadataProviderGroupId, MetadataProviderId};
use crate::text::Text;
use plex_sdk_derive::model;

open_enum! {
    /// The role of a metadata provider.
    MetadataProviderRole {
        /// The provider assigns global IDs to items and can be the primary provider of a group.
        Primary = "primary",
        /// The provider adds metadata to items that a primary provider found.
        Contributor = "contributor",
    }
}

/// The metadata providers registered with a server.
#[model]
pub struct MetadataAgentProviders {
    /// The metadata providers.
    #[wire(name = "MetadataAgentProvider")]
    pub providers: Vec<MetadataAgentProvider>,
}

/// A metadata provider registered with a server.
#[model]
pub struct MetadataAgentProvider {
    /// ID of the provider on the server.
    pub id: Option<MetadataProviderId>,
    /// Identifier of the provider, such as `tv.plex.agents.custom.films`.
    pub identifier: Option<Text>,
    /// Display name.
    pub title: Option<Text>,
    /// URI of the provider.
    pub uri: Option<Text>,
    /// Role of the provider.
    pub agent_type: Option<MetadataProviderRole>,
    /// Whether the provider is online.
    pub online: Option<bool>,
    /// Item types that the provider supports.
    #[wire(name = "MetadataType")]
    pub kinds: Vec<MetadataAgentKind>,
}

/// An item type that a metadata provider supports.
#[model]
pub struct MetadataAgentKind {
    /// Metadata type number: 1 movie, 2 show, 3 season, 4 episode and so on.
    #[wire(name = "type")]
    pub kind: Option<u16>,
}

/// The groups of metadata providers on a server.
#[model]
pub struct MetadataAgentProviderGroups {
    /// The groups.
    #[wire(name = "MetadataAgentProviderGroup")]
    pub groups: Vec<MetadataAgentProviderGroup>,
}

/// A group of metadata providers, queried one after another.
#[model]
pub struct MetadataAgentProviderGroup {
    /// ID of the group on the server.
    pub id: Option<MetadataProviderGroupId>,
    /// Display name.
    pub title: Option<Text>,
    /// Identifier of the primary provider, which assigns global IDs to items.
    pub primary_identifier: Option<Text>,
    /// Providers of the group.
    #[wire(name = "MetadataAgentProviderGroupItem")]
    pub items: Vec<MetadataAgentGroupItem>,
}

/// The providers of a group.
#[model]
pub struct MetadataAgentGroupItems {
    /// The providers.
    #[wire(name = "MetadataAgentProviderGroupItem")]
    pub items: Vec<MetadataAgentGroupItem>,
}

/// The membership of a metadata provider in a group.
#[model]
pub struct MetadataAgentGroupItem {
    /// ID of the membership.
    pub id: Option<i64>,
    /// ID of the group.
    pub metadata_agent_provider_group_id: Option<MetadataProviderGroupId>,
    /// ID of the provider.
    pub metadata_agent_provider_id: Option<MetadataProviderId>,
    /// Position in the group. Providers with a smaller number are queried first.
    pub order: Option<f64>,
}
