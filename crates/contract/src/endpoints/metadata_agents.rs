//! Providers of metadata, and the groups that sections use.
//!
//! A provider runs somewhere on its own; a server is told its address. A group has one primary provider, which gives
//! items their ids, and any number of others that add to what it found.

use crate::codec::envelope::MediaContainer;
use crate::ids::{MetadataProviderGroupId, MetadataProviderId};
use crate::model::MediaType;
use crate::model::{MetadataAgentGroupItems, MetadataAgentProviderGroups, MetadataAgentProviders};
use crate::reply::NoBody;
use crate::text::Text;
use plex_sdk_derive::{endpoints, request};

endpoints! {
    Pms, metadata_agents, metadata_agents_endpoints;

    /// Lists the metadata agent providers that the server knows.
    GetMetadataAgentProviders: GET "/media/providers/metadata"
        -> MediaContainer<MetadataAgentProviders>, Admin, Read;
    /// Adds a metadata agent provider to the server.
    PostMetadataAgentProviders: POST "/media/providers/metadata"
        -> MediaContainer<MetadataAgentProviders>, Admin, Once;
    /// Returns a single metadata agent provider.
    GetMetadataAgentProvider: GET "/media/providers/metadata/{providerId}"
        -> MediaContainer<MetadataAgentProviders>, Admin, Read;
    /// Changes the URI of a metadata agent provider.
    PutMetadataAgentProvider: PUT "/media/providers/metadata/{providerId}"
        -> MediaContainer<MetadataAgentProviders>, Admin, Idempotent;
    /// Removes a metadata agent provider from the server.
    DeleteMetadataAgentProvider: DELETE "/media/providers/metadata/{providerId}" -> NoBody, Admin, Idempotent;
    /// Lists the groups of metadata agent providers.
    GetMetadataAgentProviderGroups {}: GET "/media/providers/metadata/group"
        -> MediaContainer<MetadataAgentProviderGroups>, Admin, Read;
    /// Creates a group of metadata agent providers from its primary provider.
    PostMetadataAgentProviderGroups: POST "/media/providers/metadata/group"
        -> MediaContainer<MetadataAgentProviderGroups>, Admin, Once;
    /// Returns a single group of metadata agent providers.
    GetMetadataAgentProviderGroup: GET "/media/providers/metadata/group/{groupId}"
        -> MediaContainer<MetadataAgentProviderGroups>, Admin, Read;
    /// Renames a group of metadata agent providers.
    PutMetadataAgentProviderGroup: PUT "/media/providers/metadata/group/{groupId}"
        -> MediaContainer<MetadataAgentProviderGroups>, Admin, Idempotent;
    /// Deletes a group of metadata agent providers.
    DeleteMetadataAgentProviderGroup: DELETE "/media/providers/metadata/group/{groupId}"
        -> NoBody, Admin, Idempotent;
    /// Adds a metadata agent provider to a group, or moves it within the group.
    PutMetadataAgentProviderGroupItem: PUT "/media/providers/metadata/group/{groupId}/items/{providerId}"
        -> MediaContainer<MetadataAgentGroupItems>, Admin, Idempotent;
    /// Removes a metadata agent provider from a group.
    DeleteMetadataAgentProviderGroupItem: DELETE "/media/providers/metadata/group/{groupId}/items/{providerId}"
        -> NoBody, Admin, Idempotent;
}

/// A metadata agent provider is an external service that supplies metadata.
#[request]
pub struct GetMetadataAgentProviders {
    /// Return only providers for these types of metadata. By default, all providers.
    pub metadata_types: Vec<MediaType>,
}

/// The server immediately asks the provider for its capabilities. It responds with 400 if the response is not valid,
/// and with 409 if it already knows the provider.
#[request]
pub struct PostMetadataAgentProviders {
    /// The URI of the provider.
    pub uri: Text,
}

#[request]
pub struct GetMetadataAgentProvider {
    /// The id of the metadata agent provider.
    pub provider_id: MetadataProviderId,
}

/// The server reads all other properties from the provider at the new URI. It responds with 400 if the provider's
/// response is not valid.
#[request]
pub struct PutMetadataAgentProvider {
    /// The id of the metadata agent provider.
    pub provider_id: MetadataProviderId,
    /// The new URI of the provider.
    pub uri: Option<Text>,
}

/// The server responds with 403 if the provider belongs to a group.
#[request]
pub struct DeleteMetadataAgentProvider {
    /// The id of the metadata agent provider.
    pub provider_id: MetadataProviderId,
}

/// Library sections use groups. A group has one primary provider, which identifies items, and any number of others that
/// add metadata.
#[request]
pub struct GetMetadataAgentProviderGroups {}

/// The server responds with 400 if the provider cannot be primary.
#[request]
pub struct PostMetadataAgentProviderGroups {
    /// The title of the group.
    pub title: Text,
    /// The identifier of the primary provider.
    pub primary_identifier: Text,
}

#[request]
pub struct GetMetadataAgentProviderGroup {
    /// The id of the group of metadata agent providers.
    pub group_id: MetadataProviderGroupId,
}

#[request]
pub struct PutMetadataAgentProviderGroup {
    /// The id of the group of metadata agent providers.
    pub group_id: MetadataProviderGroupId,
    /// The new title of the group.
    pub title: Option<Text>,
}

/// The providers themselves are kept.
#[request]
pub struct DeleteMetadataAgentProviderGroup {
    /// The id of the group of metadata agent providers.
    pub group_id: MetadataProviderGroupId,
}

/// The response contains the group items, which hold the order of the providers.
#[request]
pub struct PutMetadataAgentProviderGroupItem {
    /// The id of the group of metadata agent providers.
    pub group_id: MetadataProviderGroupId,
    /// The id of the metadata agent provider.
    pub provider_id: MetadataProviderId,
    /// The id of the group item to place the provider after, or -1 for the beginning. Only has an effect if the
    /// provider is already in the group.
    pub after: Option<i64>,
}

/// The server responds with 403 if the provider is the primary provider of the group.
#[request]
pub struct DeleteMetadataAgentProviderGroupItem {
    /// The id of the group of metadata agent providers.
    pub group_id: MetadataProviderGroupId,
    /// The id of the metadata agent provider.
    pub provider_id: MetadataProviderId,
}
