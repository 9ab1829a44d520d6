//! Providers of metadata, and the groups that sections use.
//!
//! A provider runs somewhere on its own; a server is told its address. A group has one primary provider, which gives
//! items their ids, and any number of others that add to what it found.

use crate::codec::envelope::MediaContainer;
use crate::endpoint::endpoints;
use crate::ids::{MetadataProviderGroupId, MetadataProviderId};
use crate::model::{MetadataAgentGroupItems, MetadataAgentProviderGroups, MetadataAgentProviders};
use crate::reply::NoBody;
use crate::text::Text;
use plex_sdk_derive::Request;

/// `GET /media/providers/metadata`
///
/// Lists the providers of metadata that the server knows.
///
/// - Parameters: the numbers of the kinds of items they must know; all providers without.
/// - Answer: the providers.
/// - Errors: 401 without a token that the server accepts; 403 for other users than the owner.
/// - Who: the owner.
/// - Source: `get_metadata_agent_providers`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetMetadataAgentProviders {
    /// The numbers of kinds of items: 1 movie, 2 show, 3 season, 4 episode and so on.
    pub metadata_types: Vec<u16>,
}

/// `POST /media/providers/metadata`
///
/// Makes a provider of metadata known to the server, which asks it at once what it can do.
///
/// - Parameters: the provider's address.
/// - Answer: the provider.
/// - Errors: 400 where nothing fit answers there; 401 without a token that the server accepts; 403 for other users than
///   the owner; 409 where the server knows it already.
/// - Who: the owner.
/// - Source: `post_metadata_agent_providers`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct PostMetadataAgentProviders {
    /// The provider's address.
    pub uri: Text,
}

impl From<Text> for PostMetadataAgentProviders {
    fn from(uri: Text) -> Self {
        Self { uri }
    }
}

/// `GET /media/providers/metadata/{providerId}`
///
/// Reads one provider of metadata.
///
/// - Parameters: the provider.
/// - Answer: the provider.
/// - Errors: 401 without a token that the server accepts; 403 for other users than the owner; 404 where there is none.
/// - Who: the owner.
/// - Source: `get_metadata_agent_provider`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetMetadataAgentProvider {
    /// The provider.
    pub provider_id: MetadataProviderId,
}

impl From<MetadataProviderId> for GetMetadataAgentProvider {
    fn from(provider_id: MetadataProviderId) -> Self {
        Self { provider_id }
    }
}

/// `PUT /media/providers/metadata/{providerId}`
///
/// Gives a provider of metadata another address; everything else about it is asked there.
///
/// - Parameters: the provider and its new address.
/// - Answer: the provider.
/// - Errors: 400 where nothing fit answers there; 401 without a token that the server accepts; 403 for other users than
///   the owner.
/// - Who: the owner.
/// - Source: `put_metadata_agent_provider`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct PutMetadataAgentProvider {
    /// The provider.
    pub provider_id: MetadataProviderId,
    /// Its new address.
    pub uri: Option<Text>,
}

/// `DELETE /media/providers/metadata/{providerId}`
///
/// Makes the server forget a provider of metadata that is in no group.
///
/// - Parameters: the provider.
/// - Errors: 400; 401 without a token that the server accepts; 403 for a provider in a group, and for other users than
///   the owner; 404 where there is none.
/// - Who: the owner.
/// - Source: `delete_metadata_agent_provider`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct DeleteMetadataAgentProvider {
    /// The provider.
    pub provider_id: MetadataProviderId,
}

impl From<MetadataProviderId> for DeleteMetadataAgentProvider {
    fn from(provider_id: MetadataProviderId) -> Self {
        Self { provider_id }
    }
}

/// `GET /media/providers/metadata/group`
///
/// Lists the groups of providers.
///
/// - Answer: the groups with their providers.
/// - Errors: 401 without a token that the server accepts; 403 for other users than the owner.
/// - Who: the owner.
/// - Source: `get_metadata_agent_provider_groups`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct GetMetadataAgentProviderGroups {}

/// `POST /media/providers/metadata/group`
///
/// Makes a group, with its primary provider in it.
///
/// - Parameters: the group's name and the identifier of its primary provider.
/// - Answer: the group.
/// - Errors: 400 for a provider that cannot be primary; 401 without a token that the server accepts; 403 for other users
///   than the owner.
/// - Who: the owner.
/// - Source: `post_metadata_agent_provider_groups`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct PostMetadataAgentProviderGroups {
    /// The group's name.
    pub title: Text,
    /// The identifier of its primary provider.
    pub primary_identifier: Text,
}

/// `GET /media/providers/metadata/group/{groupId}`
///
/// Reads one group.
///
/// - Parameters: the group.
/// - Answer: the group with its providers.
/// - Errors: 401 without a token that the server accepts; 403 for other users than the owner; 404 where there is none.
/// - Who: the owner.
/// - Source: `get_metadata_agent_provider_group`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetMetadataAgentProviderGroup {
    /// The group.
    pub group_id: MetadataProviderGroupId,
}

impl From<MetadataProviderGroupId> for GetMetadataAgentProviderGroup {
    fn from(group_id: MetadataProviderGroupId) -> Self {
        Self { group_id }
    }
}

/// `PUT /media/providers/metadata/group/{groupId}`
///
/// Gives a group another name.
///
/// - Parameters: the group and its new name.
/// - Answer: the group.
/// - Errors: 400; 401 without a token that the server accepts; 403 for other users than the owner.
/// - Who: the owner.
/// - Source: `put_metadata_agent_provider_group`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct PutMetadataAgentProviderGroup {
    /// The group.
    pub group_id: MetadataProviderGroupId,
    /// Its new name.
    pub title: Option<Text>,
}

/// `DELETE /media/providers/metadata/group/{groupId}`
///
/// Deletes a group; its providers stay.
///
/// - Parameters: the group.
/// - Errors: 401 without a token that the server accepts; 403 for other users than the owner; 404 where there is none.
/// - Who: the owner.
/// - Source: `delete_metadata_agent_provider_group`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct DeleteMetadataAgentProviderGroup {
    /// The group.
    pub group_id: MetadataProviderGroupId,
}

impl From<MetadataProviderGroupId> for DeleteMetadataAgentProviderGroup {
    fn from(group_id: MetadataProviderGroupId) -> Self {
        Self { group_id }
    }
}

/// `PUT /media/providers/metadata/group/{groupId}/items/{providerId}`
///
/// Puts a provider into a group, or moves one that is in it.
///
/// - Parameters: the group, the provider, and the place behind which it goes.
/// - Answer: the places of the group.
/// - Errors: 400; 401 without a token that the server accepts; 403 for other users than the owner.
/// - Who: the owner.
/// - Source: `put_metadata_agent_provider_group_item`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct PutMetadataAgentProviderGroupItem {
    /// The group.
    pub group_id: MetadataProviderGroupId,
    /// The provider.
    pub provider_id: MetadataProviderId,
    /// The number of the place behind which it goes, where it is in the group already; -1 for the beginning.
    pub after: Option<i64>,
}

/// `DELETE /media/providers/metadata/group/{groupId}/items/{providerId}`
///
/// Takes a provider out of a group.
///
/// - Parameters: the group and the provider.
/// - Errors: 401 without a token that the server accepts; 403 for the primary provider, and for other users than the
///   owner; 404 where it is not in the group.
/// - Who: the owner.
/// - Source: `delete_metadata_agent_provider_group_item`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct DeleteMetadataAgentProviderGroupItem {
    /// The group.
    pub group_id: MetadataProviderGroupId,
    /// The provider.
    pub provider_id: MetadataProviderId,
}

endpoints! {
    ($) Pms, metadata_agents, metadata_agents_endpoints;
    GetMetadataAgentProviders: GET "/media/providers/metadata"
        -> MediaContainer<MetadataAgentProviders>, Admin, Read;
    PostMetadataAgentProviders: POST "/media/providers/metadata"
        -> MediaContainer<MetadataAgentProviders>, Admin, Once;
    GetMetadataAgentProvider: GET "/media/providers/metadata/{providerId}"
        -> MediaContainer<MetadataAgentProviders>, Admin, Read;
    PutMetadataAgentProvider: PUT "/media/providers/metadata/{providerId}"
        -> MediaContainer<MetadataAgentProviders>, Admin, Idempotent;
    DeleteMetadataAgentProvider: DELETE "/media/providers/metadata/{providerId}"
        -> NoBody, Admin, Idempotent;
    GetMetadataAgentProviderGroups {}: GET "/media/providers/metadata/group"
        -> MediaContainer<MetadataAgentProviderGroups>, Admin, Read;
    PostMetadataAgentProviderGroups: POST "/media/providers/metadata/group"
        -> MediaContainer<MetadataAgentProviderGroups>, Admin, Once;
    GetMetadataAgentProviderGroup: GET "/media/providers/metadata/group/{groupId}"
        -> MediaContainer<MetadataAgentProviderGroups>, Admin, Read;
    PutMetadataAgentProviderGroup: PUT "/media/providers/metadata/group/{groupId}"
        -> MediaContainer<MetadataAgentProviderGroups>, Admin, Idempotent;
    DeleteMetadataAgentProviderGroup: DELETE "/media/providers/metadata/group/{groupId}"
        -> NoBody, Admin, Idempotent;
    PutMetadataAgentProviderGroupItem: PUT "/media/providers/metadata/group/{groupId}/items/{providerId}"
        -> MediaContainer<MetadataAgentGroupItems>, Admin, Idempotent;
    DeleteMetadataAgentProviderGroupItem: DELETE "/media/providers/metadata/group/{groupId}/items/{providerId}"
        -> NoBody, Admin, Idempotent;
}
