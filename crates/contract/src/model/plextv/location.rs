//! Where an address is in the world ([`GeoLocation`]), and which one the caller has.

use crate::reply::Root;
use crate::text::Text;
use plex_sdk_derive::model;

/// The approximate geographic location of an IP address.
#[model(snake_case)]
pub struct GeoLocation {
    /// Country code, such as `DE`.
    pub code: Option<Text>,
    /// Continent code, such as `EU`.
    pub continent_code: Option<Text>,
    /// Name of the country.
    pub country: Option<Text>,
    /// Name of the city.
    pub city: Option<Text>,
    /// Time zone, such as `Europe/Berlin`.
    pub time_zone: Option<Text>,
    /// Postal code.
    pub postal_code: Option<Text>,
    /// Comma-separated states or regions.
    pub subdivisions: Option<Text>,
    /// Latitude and longitude, in degrees, separated by a comma.
    pub coordinates: Option<Text>,
    /// Whether the country belongs to the European Union: `1`, `0`, `true`, `false` or `Unknown`.
    pub european_union_member: Option<Text>,
    /// Whether the country has a restrictive privacy law: `1`, `0`, `true`, `false` or `Unknown`.
    pub in_privacy_restricted_country: Option<Text>,
    /// Whether the state or region has a restrictive privacy law: `1`, `0`, `true`, `false` or `Unknown`.
    pub in_privacy_restricted_region: Option<Text>,
}

impl Root for GeoLocation {
    const ROOT: &'static str = "location";
}

/// The public IP address of the caller.
#[model]
pub struct PublicAddress {
    /// IP address.
    pub ip: Text,
}

impl Root for PublicAddress {
    const ROOT: &'static str = "address";
}
