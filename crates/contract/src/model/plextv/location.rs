//! Where an address is in the world ([`GeoLocation`]), and which one the caller has.

use crate::reply::Root;
use crate::text::Text;
use plex_sdk_derive::model;

/// Where an address is in the world, as far as Plex knows. Nothing here is exact.
#[model(snake_case)]
pub struct GeoLocation {
    /// The country's code, such as `DE`.
    pub code: Option<Text>,
    /// The continent's code, such as `EU`.
    pub continent_code: Option<Text>,
    /// The country's name.
    pub country: Option<Text>,
    /// The city's name.
    pub city: Option<Text>,
    /// The time zone, such as `Europe/Berlin`.
    pub time_zone: Option<Text>,
    /// The postal code.
    pub postal_code: Option<Text>,
    /// States or regions, separated by commas.
    pub subdivisions: Option<Text>,
    /// Latitude and longitude in degrees, with a comma between.
    pub coordinates: Option<Text>,
    /// Whether the country belongs to the European Union: `1`, `0`, a word for either, or `Unknown`.
    pub european_union_member: Option<Text>,
    /// Whether a law there restricts what may be kept of people; spelled alike.
    pub in_privacy_restricted_country: Option<Text>,
    /// The same for the state or region.
    pub in_privacy_restricted_region: Option<Text>,
}

impl Root for GeoLocation {
    const ROOT: &'static str = "location";
}

/// The address the caller is seen under from outside.
#[model]
pub struct PublicAddress {
    /// The IP address.
    pub ip: Text,
}

impl Root for PublicAddress {
    const ROOT: &'static str = "address";
}
