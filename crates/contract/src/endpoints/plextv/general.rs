//! plex.tv about itself, and services beside the account.

use crate::codec::envelope::MediaContainer;
use crate::model::{
    Announcements, CloudProvider, CloudServer, CompanionService, Confirmation, FeatureFlag,
    GeoLocation, ProductDownloads, PublicAddress,
};
use crate::reply::{Binary, Plain};
use crate::text::Text;
use plex_sdk_derive::{endpoints, request};

endpoints! {
    PlexTv, general, plextv_general_endpoints;

    /// Returns the caller's public IP address as plain text.
    GetPublicIp {}: GET "/:/ip" -> Binary, Public, Read, unpublished;
    /// Returns the caller's public IP address as an object.
    GetIp {}: GET "/ip" -> Plain<PublicAddress>, Public, Read, unpublished;
    /// Returns the approximate geographic location of an IP address.
    GetGeoIp: GET "/api/v2/geoip" -> Plain<GeoLocation>, User, Read, unpublished;
    /// Lists the features that Plex has enabled for the account.
    GetFeatures {}: GET "/api/v2/features" -> Plain<Vec<FeatureFlag>>, User, Read, unpublished;
    /// Lists the cloud services that act as players or controllers, such as the one for Sonos.
    GetCompanionsData {}: GET "/api/v2/companions" -> Plain<Vec<CompanionService>>, User, Read, unpublished;
    /// Lists the media providers in the cloud, with the account's token for each.
    GetCloudProviders {}: GET "/media/providers" -> Plain<Vec<CloudProvider>>, User, Read, unpublished;
    /// Returns the account's Plex Cloud server.
    GetCloudServer {}: GET "/api/v2/cloud_server" -> Plain<CloudServer>, User, Read, unpublished;
    /// Lists the announcements from Plex.
    ListAnnouncements {}: GET "/api/announcements" -> MediaContainer<Announcements>, User, Read, unpublished;
    /// Marks an announcement from Plex as read or unread.
    MarkAnnouncement: PUT "/api/announcements/{id}" -> Plain<Confirmation>, User, Idempotent, unpublished;
    /// Returns the latest version of a product and its downloads for each platform.
    GetPlexDownloads: GET "/api/downloads/{product}.json" | "/downloads/{product}.json"
        -> Plain<ProductDownloads>, Public, Read, unpublished;
}

/// The text can have white space around it.
#[request]
pub struct GetPublicIp {}

/// Prefer [`GetPublicIp`].
#[request]
pub struct GetIp {}

#[request(snake_case)]
pub struct GetGeoIp {
    /// The IP address. Default: the caller's own.
    pub ip_address: Option<Text>,
}

#[request]
pub struct GetFeatures {}

/// The response contains the account's token for each service.
#[request]
pub struct GetCompanionsData {}

#[request]
pub struct GetCloudProviders {}

/// Plex Cloud has been discontinued. plex.tv responds with 404 if the account has no such server.
#[request]
pub struct GetCloudServer {}

#[request]
pub struct ListAnnouncements {}

#[request]
pub struct MarkAnnouncement {
    /// The id of the announcement.
    pub id: u64,
    /// Whether the announcement is read.
    pub read: bool,
}

/// The `plexpass` channel requires the token of an account with a Plex Pass.
#[request]
pub struct GetPlexDownloads {
    /// The id of the product. 5 is Plex Media Server.
    pub product: u32,
    /// The release channel: `public` or `plexpass`.
    pub channel: Option<Text>,
}
