//! The programme guide of live TV: where lineups are found, their channels, and what is on.
//!
//! From a country, with a postal code or a region, to its lineups; from a lineup and a tuner to the map of channels. A
//! guide in use is a provider of its own, under a path such as `/tv.plex.providers.epg.cloud:11`.

use crate::codec::envelope::MediaContainer;
use crate::ids::DvrId;
use crate::model::{
    ChannelMappings, Channels, EpgCountries, EpgLanguages, EpgRegions, Lineups, MetadataPage,
    WatchNow,
};
use crate::reply::NoBody;
use crate::text::Text;
use plex_sdk_derive::{endpoints, request};

endpoints! {
    Pms, epg, epg_endpoints;

    /// Lists the countries for which program guides are available.
    GetCountries {}: GET "/livetv/epg/countries" -> MediaContainer<EpgCountries>, User, Read;
    /// Lists the lineups of a country for a postal code.
    GetCountriesLineups: GET "/livetv/epg/countries/{country}/{epgId}/lineups"
        -> MediaContainer<Lineups>, User, Read;
    /// Lists the regions of a country in a program guide.
    GetCountryRegions: GET "/livetv/epg/countries/{country}/{epgId}/regions"
        -> MediaContainer<EpgRegions>, User, Read;
    /// Lists the lineups of a region.
    ListLineups: GET "/livetv/epg/countries/{country}/{epgId}/regions/{region}/lineups"
        -> MediaContainer<Lineups>, User, Read;
    /// Lists the languages in which program guides are available.
    GetAllLanguages {}: GET "/livetv/epg/languages" -> MediaContainer<EpgLanguages>, User, Read;
    /// Finds the lineup that best matches a tuner.
    GetLineup: GET "/livetv/epg/lineup" -> NoBody, User, Read;
    /// Lists the channels of several lineups, grouped by lineup.
    GetLineupChannels: GET "/livetv/epg/lineupchannels" -> MediaContainer<Lineups>, User, Read;
    /// Lists the channels of a single lineup.
    GetChannels: GET "/livetv/epg/channels" -> MediaContainer<Channels>, User, Read;
    /// Computes the best channel mapping between a tuner and a lineup.
    ComputeChannelMap: GET "/livetv/epg/channelmap" -> MediaContainer<ChannelMappings>, User, Read;
    /// Lists the programs in the program guide.
    GetEpgGuide {}: GET "/livetv/epg/guide" -> MediaContainer<MetadataPage>, User, Read, unpublished;
    /// Searches the program guide.
    SearchEpg: GET "/livetv/epg/search" -> MediaContainer<MetadataPage>, User, Read, unpublished;
    /// Lists the channels of a program guide in use.
    MediaProviderEpgChannels: GET "/tv.plex.providers.epg.{identifier}:{deviceId}/lineups/dvr/channels"
        -> MediaContainer<Channels>, User, Read;
    /// Lists the programs of one channel on one day.
    MediaProviderEpgGrid: GET "/tv.plex.providers.epg.{identifier}:{deviceId}/grid"
        -> MediaContainer<MetadataPage>, User, Read;
    /// Lists the categories of programs that are on now, such as movies.
    MediaProviderEpgWatchnow: GET "/tv.plex.providers.epg.{identifier}:{deviceId}/watchnow"
        -> MediaContainer<WatchNow>, User, Read;
    /// Lists all programs that are on now.
    MediaProviderEpgWatchnowAll: GET "/tv.plex.providers.epg.{identifier}:{deviceId}/watchnow/all"
        -> MediaContainer<MetadataPage>, User, Read;
}

/// The `flavor` of a country says how to find its lineups: 0 by region, 1 by postal code, 2 with the single postal code
/// in `example`.
#[request]
pub struct GetCountries {}

/// The response also contains the UUID of the lineup group.
#[request]
pub struct GetCountriesLineups {
    /// The three-letter code of the country.
    pub country: Text,
    /// The identifier of the program guide provider.
    pub epg_id: Text,
    /// The postal code.
    pub postal_code: Option<Text>,
}

#[request]
pub struct GetCountryRegions {
    /// The three-letter code of the country.
    pub country: Text,
    /// The identifier of the program guide provider.
    pub epg_id: Text,
}

/// The response also contains the UUID of the lineup group.
#[request]
pub struct ListLineups {
    /// The three-letter code of the country.
    pub country: Text,
    /// The identifier of the program guide provider.
    pub epg_id: Text,
    /// The region, such as `132718`: the part of its `key` before `/lineups`.
    pub region: Text,
}

#[request]
pub struct GetAllLanguages {}

/// The result is not in the response body. It is reported by an activity, whose UUID is in the response header
/// `X-Plex-Activity`.
///
/// The server responds with 500 if it cannot read the channels of the tuner.
#[request]
pub struct GetLineup {
    /// The URI of the tuner, such as `device://tv.plex.grabbers.hdhomerun/1053C0CA`.
    pub device: Text,
    /// The URI of the lineup group. It starts with `lineup-group://`.
    pub lineup_group: Text,
}

#[request]
pub struct GetLineupChannels {
    /// The URIs of the lineups, such as `lineup://tv.plex.providers.epg.onconnect/USA-HI51418-DEFAULT`.
    #[wire(name = "lineup+")]
    pub lineups: Vec<Text>,
}

#[request]
pub struct GetChannels {
    /// The URI of the lineup, such as `lineup://tv.plex.providers.epg.onconnect/USA-HI51418-DEFAULT`.
    pub lineup: Text,
}

/// The response contains one pair for each channel that was found in both. The server responds with 500 if it cannot
/// compute the mapping.
#[request]
pub struct ComputeChannelMap {
    /// The URI of the tuner, such as `device://tv.plex.grabbers.hdhomerun/1053C0CA`.
    pub device: Text,
    /// The URI of the lineup, such as `lineup://tv.plex.providers.epg.onconnect/USA-HI51418-DEFAULT`.
    pub lineup: Text,
}

#[request]
pub struct GetEpgGuide {}

#[request]
pub struct SearchEpg {
    /// The text to search for.
    pub query: Option<Text>,
}

/// Each channel has the key that [`MediaProviderEpgGrid`] needs.
#[request]
pub struct MediaProviderEpgChannels {
    /// The kind of program guide: `cloud`, `xmltv` or `custom`.
    pub identifier: Text,
    /// The id of the DVR that uses the program guide.
    pub device_id: DvrId,
    /// Return only channels of this genre.
    pub genre: Option<Text>,
}

/// The media of each program tells when it begins and ends.
#[request]
pub struct MediaProviderEpgGrid {
    /// The kind of program guide: `cloud`, `xmltv` or `custom`.
    pub identifier: Text,
    /// The id of the DVR that uses the program guide.
    pub device_id: DvrId,
    /// The [`grid_key`](crate::model::Channel::grid_key) of the channel.
    pub channel_grid_key: Text,
    /// The day, such as `2026-01-31`.
    pub date: Text,
}

/// Each category has a title and the path that lists its programs.
#[request]
pub struct MediaProviderEpgWatchnow {
    /// The kind of program guide: `cloud`, `xmltv` or `custom`.
    pub identifier: Text,
    /// The id of the DVR that uses the program guide.
    pub device_id: DvrId,
}

#[request]
pub struct MediaProviderEpgWatchnowAll {
    /// The kind of program guide: `cloud`, `xmltv` or `custom`.
    pub identifier: Text,
    /// The id of the DVR that uses the program guide.
    pub device_id: DvrId,
}
