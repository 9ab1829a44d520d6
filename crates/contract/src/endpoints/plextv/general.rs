//! plex.tv about itself, and services beside the account.

use crate::codec::envelope::MediaContainer;
use crate::endpoint::endpoints;
use crate::model::{
    Announcements, CloudProvider, CloudServer, CompanionService, Confirmation, FeatureFlag,
    GeoLocation, ProductDownloads, PublicAddress,
};
use crate::reply::{Binary, Plain};
use crate::text::Text;
use plex_sdk_derive::Request;

/// `GET /:/ip`
///
/// Tells the address the caller is seen under from outside.
///
/// - Answer: the IP address, as plain text with white space around it.
/// - Errors: none of its own.
/// - Who: anyone, without a token.
/// - Source: `get_public_ip`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct GetPublicIp {}

/// `GET /ip`
///
/// Tells the address the caller is seen under from outside, as an object.
///
/// - Answer: the IP address.
/// - Errors: 400 with code 1000 without `X-Plex-Client-Identifier`.
/// - Who: anyone, without a token.
/// - Source: `get_ip`, told of by one source alone; [`GetPublicIp`] is the one to rely on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct GetIp {}

/// `GET /api/v2/geoip`
///
/// Tells where an address is in the world.
///
/// - Parameters: the IP address; without it the caller's own.
/// - Answer: the place, as far as Plex knows.
/// - Errors: 400 for what is no address; 401 with code 1001 for the token.
/// - Who: any account's token.
/// - Source: `get_geo_ip`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
#[wire(snake_case)]
pub struct GetGeoIp {
    /// The IP address.
    pub ip_address: Option<Text>,
}

/// `GET /api/v2/features`
///
/// Lists the features that Plex has for the account.
///
/// - Answer: the features.
/// - Errors: 400 with code 1000 without `X-Plex-Client-Identifier`; 401 with code 1001 for the token.
/// - Who: any account's token.
/// - Source: `get_features`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct GetFeatures {}

/// `GET /api/v2/companions`
///
/// Lists services beside plex.tv that play or control, such as the one for Sonos, with the account's token for each.
///
/// - Answer: the services.
/// - Errors: 401 with code 1001 for the token.
/// - Who: any account's token.
/// - Source: `get_companions_data`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct GetCompanionsData {}

/// `GET /media/providers`
///
/// Lists the providers of media beside plex.tv, with the account's token for each.
///
/// - Answer: the providers, without a container around them.
/// - Errors: 401 with code 1001 for the token.
/// - Who: any account's token.
/// - Source: `get_cloud_providers`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct GetCloudProviders {}

/// `GET /api/v2/cloud_server`
///
/// Tells of the account's server in Plex Cloud, which is no more.
///
/// - Answer: the server.
/// - Errors: 401 with code 1001 for the token; 404 where there is none.
/// - Who: any account's token.
/// - Source: `get_cloud_server`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct GetCloudServer {}

/// `GET /api/announcements`
///
/// Lists news from Plex.
///
/// - Answer: the announcements, in XML.
/// - Errors: 401 with code 1001 for the token.
/// - Who: any account's token.
/// - Source: `list_announcements`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct ListAnnouncements {}

/// `PUT /api/announcements/{id}`
///
/// Marks a piece of news as read or not.
///
/// - Parameters: the announcement's number; whether it is read.
/// - Answer: that it went well, in XML.
/// - Errors: 401 with code 1001 for the token; 404 for an announcement that is not there.
/// - Who: any account's token.
/// - Source: `mark_announcement`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct MarkAnnouncement {
    /// The announcement's number.
    pub id: u64,
    /// Whether it is read.
    pub read: bool,
}

/// `GET /api/downloads/{product}.json`
///
/// Tells the newest version of a product for each platform, and where to get it.
///
/// - Parameters: the product's number, 5 for Plex Media Server; `channel`, `plexpass` for versions that only Plex Pass
///   has so far.
/// - Answer: the platforms with their packages, in JSON.
/// - Errors: 404 for a product that is not there.
/// - Who: anyone; for `plexpass` the token of an account with a Plex Pass.
/// - Source: `get_plex_downloads`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetPlexDownloads {
    /// The product's number.
    pub product: u32,
    /// `public` or `plexpass`.
    pub channel: Option<Text>,
}

impl From<u32> for GetPlexDownloads {
    fn from(product: u32) -> Self {
        Self {
            product,
            ..Self::default()
        }
    }
}

endpoints! {
    ($) PlexTv, general, plextv_general_endpoints;
    GetPublicIp {}: GET "/:/ip" -> Binary, Public, Read;
    GetIp {}: GET "/ip" -> Plain<PublicAddress>, Public, Read;
    GetGeoIp: GET "/api/v2/geoip" -> Plain<GeoLocation>, User, Read;
    GetFeatures {}: GET "/api/v2/features" -> Plain<Vec<FeatureFlag>>, User, Read;
    GetCompanionsData {}: GET "/api/v2/companions" -> Plain<Vec<CompanionService>>, User, Read;
    GetCloudProviders {}: GET "/media/providers" -> Plain<Vec<CloudProvider>>, User, Read;
    GetCloudServer {}: GET "/api/v2/cloud_server" -> Plain<CloudServer>, User, Read;
    ListAnnouncements {}: GET "/api/announcements" -> MediaContainer<Announcements>, User, Read;
    MarkAnnouncement: PUT "/api/announcements/{id}" -> Plain<Confirmation>, User, Idempotent;
    GetPlexDownloads: GET "/api/downloads/{product}.json" | "/downloads/{product}.json"
        -> Plain<ProductDownloads>, Public, Read;
}
