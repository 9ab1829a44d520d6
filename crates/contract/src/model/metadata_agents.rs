//! Providers of metadata that a server was told of, and the groups that sections use.

use crate::ids::{MetadataProviderGroupId, MetadataProviderId};
use crate::text::Text;
use plex_sdk_derive::model;

open_enum! {
    /// What a provider of metadata is good for.
    MetadataProviderRole {
        /// It gives items their global ids, and can lead a group.
        Primary = "primary",
        /// It adds to what a primary one found.
        Contributor = "contributor",
    }
}

/// Providers of metadata.
#[model]
pub struct MetadataAgentProviders {
    /// The providers.
    #[wire(name = "MetadataAgentProvider")]
    pub providers: Vec<MetadataAgentProvider>,
}

/// A provider of metadata.
#[model]
pub struct MetadataAgentProvider {
    /// Its number on this server.
    pub id: Option<MetadataProviderId>,
    /// Its identifier, such as `tv.plex.agents.custom.films`.
    pub identifier: Option<Text>,
    /// Its name.
    pub title: Option<Text>,
    /// Where it answers.
    pub uri: Option<Text>,
    /// What it is good for.
    pub agent_type: Option<MetadataProviderRole>,
    /// Whether it answered lately.
    pub online: Option<bool>,
    /// The kinds of items that it knows.
    #[wire(name = "MetadataType")]
    pub kinds: Vec<MetadataAgentKind>,
}

/// A kind of items that a provider knows.
#[model]
pub struct MetadataAgentKind {
    /// The kind's number: 1 movie, 2 show, 3 season, 4 episode and so on.
    #[wire(name = "type")]
    pub kind: Option<u16>,
}

/// Groups of providers of metadata.
#[model]
pub struct MetadataAgentProviderGroups {
    /// The groups.
    #[wire(name = "MetadataAgentProviderGroup")]
    pub groups: Vec<MetadataAgentProviderGroup>,
}

/// Providers of metadata that are asked one after the other.
#[model]
pub struct MetadataAgentProviderGroup {
    /// Its number on this server.
    pub id: Option<MetadataProviderGroupId>,
    /// Its name.
    pub title: Option<Text>,
    /// The identifier of the provider that gives items their global ids.
    pub primary_identifier: Option<Text>,
    /// Its providers.
    #[wire(name = "MetadataAgentProviderGroupItem")]
    pub items: Vec<MetadataAgentGroupItem>,
}

/// Places of providers in groups.
#[model]
pub struct MetadataAgentGroupItems {
    /// The places.
    #[wire(name = "MetadataAgentProviderGroupItem")]
    pub items: Vec<MetadataAgentGroupItem>,
}

/// The place of a provider in a group.
#[model]
pub struct MetadataAgentGroupItem {
    /// The number of the place itself.
    pub id: Option<i64>,
    /// The group.
    pub metadata_agent_provider_group_id: Option<MetadataProviderGroupId>,
    /// The provider.
    pub metadata_agent_provider_id: Option<MetadataProviderId>,
    /// Where it stands: the smaller the number, the sooner it is asked.
    pub order: Option<f64>,
}
