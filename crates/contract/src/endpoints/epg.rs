//! The programme guide of live TV: where lineups are found, their channels, and what is on.
//!
//! From a country, with a postal code or a region, to its lineups; from a lineup and a tuner to the map of channels. A
//! guide in use is a provider of its own, under a path such as `/tv.plex.providers.epg.cloud:11`.

use crate::codec::envelope::MediaContainer;
use crate::endpoint::endpoints;
use crate::ids::DvrId;
use crate::model::{
    ChannelMappings, Channels, EpgCountries, EpgLanguages, EpgRegions, Lineups, MetadataPage,
    WatchNow,
};
use crate::reply::NoBody;
use crate::text::Text;
use plex_sdk_derive::Request;

/// `GET /livetv/epg/countries`
///
/// Lists the countries that guides are there for.
///
/// - Answer: the countries, each with how one gets to its lineups.
/// - Errors: 401 without a token that the server accepts.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_countries`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct GetCountries {}

/// `GET /livetv/epg/countries/{country}/{epgId}/lineups`
///
/// Lists the lineups of a country by postal code.
///
/// - Parameters: the country, the guide's provider, the postal code.
/// - Answer: the lineups, and the global id of their group.
/// - Errors: 401 without a token that the server accepts; 404 for an unknown provider.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_countries_lineups`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetCountriesLineups {
    /// The country's code, three letters.
    pub country: Text,
    /// The identifier of the guide's provider.
    pub epg_id: Text,
    /// The postal code.
    pub postal_code: Option<Text>,
}

/// `GET /livetv/epg/countries/{country}/{epgId}/regions`
///
/// Lists the regions of a country.
///
/// - Parameters: the country and the guide's provider.
/// - Answer: the regions.
/// - Errors: 401 without a token that the server accepts; 404 for an unknown provider.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_country_regions`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetCountryRegions {
    /// The country's code, three letters.
    pub country: Text,
    /// The identifier of the guide's provider.
    pub epg_id: Text,
}

/// `GET /livetv/epg/countries/{country}/{epgId}/regions/{region}/lineups`
///
/// Lists the lineups of a region.
///
/// - Parameters: the country, the guide's provider, the region.
/// - Answer: the lineups, and the global id of their group.
/// - Errors: 401 without a token that the server accepts; 404 for an unknown provider.
/// - Who: anyone whose token the server accepts.
/// - Source: `list_lineups`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct ListLineups {
    /// The country's code, three letters.
    pub country: Text,
    /// The identifier of the guide's provider.
    pub epg_id: Text,
    /// The region.
    pub region: Text,
}

/// `GET /livetv/epg/languages`
///
/// Lists the languages that guides are written in.
///
/// - Answer: the languages.
/// - Errors: 401 without a token that the server accepts.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_all_languages`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct GetAllLanguages {}

/// `GET /livetv/epg/lineup`
///
/// Has the server find the lineup that fits a tuner best. What it found stands in an activity, which the answer's
/// header `X-Plex-Activity` names.
///
/// - Parameters: the tuner's address and the lineup group's.
/// - Errors: 401 without a token that the server accepts; 404 for an unknown tuner or provider; 500 where the tuner's
///   channels could not be read.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_lineup`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetLineup {
    /// The tuner's address, `device://…`.
    pub device: Text,
    /// The lineup group's address, `lineup-group://…`.
    pub lineup_group: Text,
}

/// `GET /livetv/epg/lineupchannels`
///
/// Lists the channels of several lineups.
///
/// - Parameters: the lineups' addresses.
/// - Answer: the lineups with their channels.
/// - Errors: 401 without a token that the server accepts; 404 for an unknown provider.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_lineup_channels`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetLineupChannels {
    /// The lineups' addresses, `lineup://…`.
    #[wire(name = "lineup+")]
    pub lineups: Vec<Text>,
}

/// `GET /livetv/epg/channels`
///
/// Lists the channels of a lineup.
///
/// - Parameters: the lineup's address.
/// - Answer: the channels.
/// - Errors: 401 without a token that the server accepts; 404 for an unknown provider.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_channels`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetChannels {
    /// The lineup's address, `lineup://…`.
    pub lineup: Text,
}

impl From<Text> for GetChannels {
    fn from(lineup: Text) -> Self {
        Self { lineup }
    }
}

/// `GET /livetv/epg/channelmap`
///
/// Works out which channels of a tuner are which ones of a lineup.
///
/// - Parameters: the tuner's address and the lineup's.
/// - Answer: a pair for each channel that was found in both.
/// - Errors: 401 without a token that the server accepts; 404 for an unknown tuner or provider; 500 where it failed.
/// - Who: anyone whose token the server accepts.
/// - Source: `compute_channel_map`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct ComputeChannelMap {
    /// The tuner's address, `device://…`.
    pub device: Text,
    /// The lineup's address, `lineup://…`.
    pub lineup: Text,
}

/// `GET /livetv/epg/guide`
///
/// Lists what is broadcast.
///
/// - Answer: the programmes as items.
/// - Errors: 401 without a token that the server accepts.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_epg_guide`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct GetEpgGuide {}

/// `GET /livetv/epg/search`
///
/// Searches what is broadcast.
///
/// - Parameters: the words, named as in every other search; the source names none.
/// - Answer: the programmes as items.
/// - Errors: 401 without a token that the server accepts.
/// - Who: anyone whose token the server accepts.
/// - Source: `search_epg`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct SearchEpg {
    /// The words.
    pub query: Option<Text>,
}

/// `GET /tv.plex.providers.epg.{identifier}:{deviceId}/lineups/dvr/channels`
///
/// Lists the channels of a guide in use.
///
/// - Parameters: the guide, and a genre that the channels must be of.
/// - Answer: the channels, each with the key for [`MediaProviderEpgGrid`].
/// - Errors: 401 without a token that the server accepts; 404 for an unknown guide.
/// - Who: anyone whose token the server accepts.
/// - Source: `media_provider_epg_channels`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct MediaProviderEpgChannels {
    /// Where the guide comes from: `cloud`, `xmltv` or `custom`.
    pub identifier: Text,
    /// The number behind it, which is the recorder's.
    pub device_id: DvrId,
    /// The genre.
    pub genre: Option<Text>,
}

/// `GET /tv.plex.providers.epg.{identifier}:{deviceId}/grid`
///
/// Lists what a channel broadcasts on one day.
///
/// - Parameters: the guide, the channel and the day.
/// - Answer: the programmes as items; their media tell when each begins and ends.
/// - Errors: 401 without a token that the server accepts; 404 for an unknown guide.
/// - Who: anyone whose token the server accepts.
/// - Source: `media_provider_epg_grid`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct MediaProviderEpgGrid {
    /// Where the guide comes from: `cloud`, `xmltv` or `custom`.
    pub identifier: Text,
    /// The number behind it, which is the recorder's.
    pub device_id: DvrId,
    /// The channel's [`grid_key`](crate::model::Channel::grid_key).
    pub channel_grid_key: Text,
    /// The day, as `2026-01-31`.
    pub date: Text,
}

/// `GET /tv.plex.providers.epg.{identifier}:{deviceId}/watchnow`
///
/// Lists the ways to look at what is on now.
///
/// - Parameters: the guide.
/// - Answer: paths with their titles.
/// - Errors: 401 without a token that the server accepts; 404 for an unknown guide.
/// - Who: anyone whose token the server accepts.
/// - Source: `media_provider_epg_watchnow`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct MediaProviderEpgWatchnow {
    /// Where the guide comes from: `cloud`, `xmltv` or `custom`.
    pub identifier: Text,
    /// The number behind it, which is the recorder's.
    pub device_id: DvrId,
}

/// `GET /tv.plex.providers.epg.{identifier}:{deviceId}/watchnow/all`
///
/// Lists what is on now.
///
/// - Parameters: the guide.
/// - Answer: the programmes as items.
/// - Errors: 401 without a token that the server accepts; 404 for an unknown guide.
/// - Who: anyone whose token the server accepts.
/// - Source: `media_provider_epg_watchnow_all`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct MediaProviderEpgWatchnowAll {
    /// Where the guide comes from: `cloud`, `xmltv` or `custom`.
    pub identifier: Text,
    /// The number behind it, which is the recorder's.
    pub device_id: DvrId,
}

endpoints! {
    ($) Pms, epg, epg_endpoints;
    GetCountries {}: GET "/livetv/epg/countries" -> MediaContainer<EpgCountries>, User, Read;
    GetCountriesLineups: GET "/livetv/epg/countries/{country}/{epgId}/lineups"
        -> MediaContainer<Lineups>, User, Read;
    GetCountryRegions: GET "/livetv/epg/countries/{country}/{epgId}/regions"
        -> MediaContainer<EpgRegions>, User, Read;
    ListLineups: GET "/livetv/epg/countries/{country}/{epgId}/regions/{region}/lineups"
        -> MediaContainer<Lineups>, User, Read;
    GetAllLanguages {}: GET "/livetv/epg/languages" -> MediaContainer<EpgLanguages>, User, Read;
    GetLineup: GET "/livetv/epg/lineup" -> NoBody, User, Read;
    GetLineupChannels: GET "/livetv/epg/lineupchannels" -> MediaContainer<Lineups>, User, Read;
    GetChannels: GET "/livetv/epg/channels" -> MediaContainer<Channels>, User, Read;
    ComputeChannelMap: GET "/livetv/epg/channelmap" -> MediaContainer<ChannelMappings>, User, Read;
    GetEpgGuide {}: GET "/livetv/epg/guide" -> MediaContainer<MetadataPage>, User, Read;
    SearchEpg: GET "/livetv/epg/search" -> MediaContainer<MetadataPage>, User, Read;
    MediaProviderEpgChannels: GET "/tv.plex.providers.epg.{identifier}:{deviceId}/lineups/dvr/channels"
        -> MediaContainer<Channels>, User, Read;
    MediaProviderEpgGrid: GET "/tv.plex.providers.epg.{identifier}:{deviceId}/grid"
        -> MediaContainer<MetadataPage>, User, Read;
    MediaProviderEpgWatchnow: GET "/tv.plex.providers.epg.{identifier}:{deviceId}/watchnow"
        -> MediaContainer<WatchNow>, User, Read;
    MediaProviderEpgWatchnowAll: GET "/tv.plex.providers.epg.{identifier}:{deviceId}/watchnow/all"
        -> MediaContainer<MetadataPage>, User, Read;
}
