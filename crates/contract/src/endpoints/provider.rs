//! Media providers.

use crate::codec::envelope::MediaContainer;
use crate::endpoint::endpoints;
use crate::model::ServerInfo;
use crate::reply::NoBody;
use crate::text::Text;
use plex_sdk_derive::Request;

/// `GET /media/providers`
///
/// Lists what the server offers, feature by feature, beside the attributes of `GET /`.
///
/// - Parameters: `includeStorage`, to have each section's size in bytes counted too.
/// - Answer: the server's attributes and its providers.
/// - Errors: 401 without a token that the server accepts.
/// - Who: anyone whose token the server accepts.
/// - Source: `list_providers`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct ListProviders {
    /// Whether to count the bytes of each section.
    pub include_storage: Option<bool>,
}

/// `POST /media/providers`
///
/// Makes a provider known to the server, which from then on relays requests to it.
///
/// - Parameters: the provider's address.
/// - Errors: 400 where nothing fit answers there; 401 without a token that the server accepts.
/// - Who: anyone whose token the server accepts.
/// - Source: `add_provider`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct AddProvider {
    /// The provider's address.
    pub url: Text,
}

impl From<Text> for AddProvider {
    fn from(url: Text) -> Self {
        Self { url }
    }
}

/// `POST /media/providers/refresh`
///
/// Asks every provider anew what it can do.
///
/// - Errors: 401 without a token that the server accepts.
/// - Who: anyone whose token the server accepts.
/// - Source: `refresh_providers`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct RefreshProviders {}

/// `DELETE /media/providers/{provider}`
///
/// Makes the server forget a provider.
///
/// - Parameters: the provider's number, [`MediaProvider::id`](crate::model::MediaProvider::id).
/// - Errors: 400 where there is none; 401 without a token that the server accepts; 403 for one that belongs to another.
/// - Who: anyone whose token the server accepts.
/// - Source: `delete_media_provider`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct DeleteMediaProvider {
    /// The provider's number.
    pub provider: Text,
}

impl From<Text> for DeleteMediaProvider {
    fn from(provider: Text) -> Self {
        Self { provider }
    }
}

endpoints! {
    ($) Pms, provider, provider_endpoints;
    ListProviders: GET "/media/providers" -> MediaContainer<ServerInfo>, User, Read;
    AddProvider: POST "/media/providers" -> NoBody, User, Once;
    RefreshProviders {}: POST "/media/providers/refresh" -> NoBody, User, Idempotent;
    DeleteMediaProvider: DELETE "/media/providers/{provider}" -> NoBody, User, Idempotent;
}
