//! Recorders of live TV: tuners together with a programme guide.

use crate::codec::envelope::MediaContainer;
use crate::ids::{DvrId, TunerId};
use crate::model::{Dvrs, MetadataPage, TunedChannel};
use crate::reply::NoBody;
use crate::text::Text;
use plex_sdk_derive::{endpoints, request};

endpoints! {
    Pms, dvrs, dvrs_endpoints;

    /// Lists the DVRs and their tuners.
    ListDvrs: GET "/livetv/dvrs" -> MediaContainer<Dvrs>, User, Read;
    /// Creates a DVR from tuners and a lineup.
    CreateDvr: POST "/livetv/dvrs" -> MediaContainer<Dvrs>, Admin, Once;
    /// Returns a DVR and its tuners.
    GetDvr: GET "/livetv/dvrs/{dvrId}" -> MediaContainer<Dvrs>, User, Read;
    /// Deletes a DVR.
    DeleteDvr: DELETE "/livetv/dvrs/{dvrId}" -> NoBody, Admin, Idempotent;
    /// Lists the channels of a DVR.
    GetDvrChannels: GET "/livetv/dvrs/{dvrId}/channels"
        -> MediaContainer<MetadataPage>, User, Read, unpublished;
    /// Tunes a DVR to a channel and starts a live TV session.
    TuneChannel: POST "/livetv/dvrs/{dvrId}/channels/{channel}/tune"
        -> MediaContainer<TunedChannel>, User, Once;
    /// Adds a tuner to a DVR.
    AddDeviceToDvr: PUT "/livetv/dvrs/{dvrId}/devices/{deviceId}" -> MediaContainer<Dvrs>, Admin, Idempotent;
    /// Removes a tuner from a DVR.
    RemoveDeviceFromDvr: DELETE "/livetv/dvrs/{dvrId}/devices/{deviceId}"
        -> MediaContainer<Dvrs>, Admin, Idempotent;
    /// Lists the programs on the channels of a DVR.
    GetDvrGuide: GET "/livetv/dvrs/{dvrId}/guide" -> MediaContainer<MetadataPage>, User, Read, unpublished;
    /// Adds a lineup to a DVR.
    AddLineup: PUT "/livetv/dvrs/{dvrId}/lineups" -> MediaContainer<Dvrs>, Admin, Idempotent;
    /// Removes a lineup from a DVR.
    DeleteLineup: DELETE "/livetv/dvrs/{dvrId}/lineups" -> MediaContainer<Dvrs>, Admin, Idempotent;
    /// Changes the settings of a DVR.
    SetDvrPreferences: PUT "/livetv/dvrs/{dvrId}/prefs" -> MediaContainer<Dvrs>, Admin, Idempotent;
    /// Reloads the program guide of a DVR.
    ReloadGuide: POST "/livetv/dvrs/{dvrId}/reloadGuide" -> NoBody, Admin, Once;
    /// Stops reloading the program guide of a DVR.
    StopDvrReload: DELETE "/livetv/dvrs/{dvrId}/reloadGuide" -> NoBody, Admin, Idempotent;
}

#[request]
pub struct ListDvrs {
    /// Return only DVRs with this UUID.
    pub uuid: Option<Text>,
    /// Return only DVRs with this lineup.
    pub lineup: Option<Text>,
}

/// Add the tuners to the server and choose a lineup first.
#[request]
pub struct CreateDvr {
    /// The URI of the lineup, such as `lineup://tv.plex.providers.epg.onconnect/USA-HI51418-DEFAULT`.
    pub lineup: Option<Text>,
    /// The URIs of the tuners, such as `device://tv.plex.grabbers.hdhomerun/1053C0CA`.
    #[wire(name = "device[]+")]
    pub devices: Vec<Text>,
    /// The three-letter code of the program guide's language, such as `eng`.
    pub language: Option<Text>,
}

#[request]
pub struct GetDvr {
    /// The id of the DVR.
    pub dvr_id: DvrId,
}

/// Its recordings are kept.
#[request]
pub struct DeleteDvr {
    /// The id of the DVR.
    pub dvr_id: DvrId,
}

#[request]
pub struct GetDvrChannels {
    /// The id of the DVR.
    pub dvr_id: DvrId,
}

/// The response contains the current program with the media to play, directly or in a recording;
/// [`items`](TunedChannel::items) returns it either way. The server responds with 500 if tuning fails, for
/// example because no tuner is free.
#[request]
pub struct TuneChannel {
    /// The id of the DVR.
    pub dvr_id: DvrId,
    /// The id of the channel, such as `2.1`.
    pub channel: Text,
}

#[request]
pub struct AddDeviceToDvr {
    /// The id of the DVR.
    pub dvr_id: DvrId,
    /// The id of the tuner.
    pub device_id: TunerId,
}

#[request]
pub struct RemoveDeviceFromDvr {
    /// The id of the DVR.
    pub dvr_id: DvrId,
    /// The id of the tuner.
    pub device_id: TunerId,
}

#[request]
pub struct GetDvrGuide {
    /// The id of the DVR.
    pub dvr_id: DvrId,
}

#[request]
pub struct AddLineup {
    /// The id of the DVR.
    pub dvr_id: DvrId,
    /// The URI of the lineup, such as `lineup://tv.plex.providers.epg.onconnect/USA-HI51418-DEFAULT`.
    pub lineup: Text,
}

#[request]
pub struct DeleteLineup {
    /// The id of the DVR.
    pub dvr_id: DvrId,
    /// The URI of the lineup, such as `lineup://tv.plex.providers.epg.onconnect/USA-HI51418-DEFAULT`.
    pub lineup: Text,
}

#[request]
pub struct SetDvrPreferences {
    /// The id of the DVR.
    pub dvr_id: DvrId,
    /// The settings to change, as pairs of id and value.
    #[wire(name = "*")]
    pub settings: Vec<(Text, Text)>,
}

/// Reloading takes minutes and runs in the background. The response header `X-Plex-Activity` contains the UUID of the
/// activity that reports its progress.
#[request]
pub struct ReloadGuide {
    /// The id of the DVR.
    pub dvr_id: DvrId,
}

#[request]
pub struct StopDvrReload {
    /// The id of the DVR.
    pub dvr_id: DvrId,
}
