//! Media providers.

use crate::codec::envelope::MediaContainer;
use crate::model::ServerInfo;
use crate::reply::NoBody;
use crate::text::Text;
use plex_sdk_derive::{endpoints, request};

endpoints! {
    Pms, provider, provider_endpoints;

    /// Lists the server's media providers and their features.
    ListProviders: GET "/media/providers" -> MediaContainer<ServerInfo>, User, Read;
    /// Adds a media provider to the server.
    AddProvider: POST "/media/providers" -> NoBody, User, Once;
    /// Refreshes the features of all media providers of the server.
    RefreshProviders {}: POST "/media/providers/refresh" -> NoBody, User, Idempotent;
    /// Deletes a media provider from the server.
    DeleteMediaProvider: DELETE "/media/providers/{provider}" -> NoBody, User, Idempotent;
}

/// The list usually contains the library, and a program guide if a DVR is set up. The response also contains the
/// properties of the server.
#[request]
pub struct ListProviders {
    /// Whether to include the size of each library section. In bytes.
    pub include_storage: Option<bool>,
}

/// The server then acts as a reverse proxy for the provider. It responds with 400 if it finds no valid provider at the
/// URL.
#[request]
pub struct AddProvider {
    /// The URL of the media provider.
    pub url: Text,
}

#[request]
pub struct RefreshProviders {}

/// The server responds with 400 if the provider does not exist, and 403 if it belongs to another provider.
#[request]
pub struct DeleteMediaProvider {
    /// The id of the media provider: [`MediaProvider::id`](crate::model::MediaProvider::id).
    pub provider: Text,
}
