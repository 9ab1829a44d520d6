//! Media providers.

use crate::codec::envelope::MediaContainer;
use crate::endpoint::endpoints;
use crate::model::ServerInfo;
use serde::{Deserialize, Serialize};

/// `GET /media/providers`
///
/// Lists what the server offers, feature by feature, beside the attributes of `GET /`.
///
/// - Parameters: `includeStorage`, to have each section's size in bytes counted too.
/// - Answer: the server's attributes and its providers.
/// - Errors: 401 without a token that the server accepts.
/// - Who: anyone whose token the server accepts.
/// - Source: `list_providers`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct ListProviders {
    /// Whether to count the bytes of each section.
    pub include_storage: Option<bool>,
}

endpoints! {
    ($) Pms, provider, provider_endpoints;
    ListProviders: GET "/media/providers" -> MediaContainer<ServerInfo>, User, Read;
}
