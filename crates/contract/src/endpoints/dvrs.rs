//! Recorders of live TV: tuners together with a programme guide.

use crate::codec::envelope::MediaContainer;
use crate::endpoint::endpoints;
use crate::ids::{DvrId, TunerId};
use crate::model::{Dvrs, MetadataPage, TunedChannel};
use crate::reply::NoBody;
use crate::text::Text;
use plex_sdk_derive::Request;

/// `GET /livetv/dvrs`
///
/// Lists the recorders.
///
/// - Parameters: filters by global id and by lineup.
/// - Answer: the recorders with their tuners.
/// - Errors: 401 without a token that the server accepts.
/// - Who: anyone whose token the server accepts.
/// - Source: `list_dvrs`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct ListDvrs {
    /// The global id it must have.
    pub uuid: Option<Text>,
    /// The lineup it must have.
    pub lineup: Option<Text>,
}

/// `POST /livetv/dvrs`
///
/// Makes a recorder of tuners and a lineup.
///
/// - Parameters: the lineup, the tuners, the guide's language.
/// - Answer: the recorder.
/// - Errors: 401 without a token that the server accepts; 403 for other users than the owner.
/// - Who: the owner.
/// - Source: `create_dvr`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct CreateDvr {
    /// The lineup's address, `lineup://…`.
    pub lineup: Option<Text>,
    /// The tuners' addresses, such as `device://tv.plex.grabbers.hdhomerun/1053C0CA`.
    #[wire(name = "device[]+")]
    pub devices: Vec<Text>,
    /// The guide's language, three letters.
    pub language: Option<Text>,
}

/// `GET /livetv/dvrs/{dvrId}`
///
/// Reads one recorder.
///
/// - Parameters: the recorder.
/// - Answer: the recorder with its tuners.
/// - Errors: 401 without a token that the server accepts; 404 where there is none.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_dvr`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetDvr {
    /// The recorder.
    pub dvr_id: DvrId,
}

impl From<DvrId> for GetDvr {
    fn from(dvr_id: DvrId) -> Self {
        Self { dvr_id }
    }
}

/// `DELETE /livetv/dvrs/{dvrId}`
///
/// Deletes a recorder; what it recorded stays.
///
/// - Parameters: the recorder.
/// - Errors: 401 without a token that the server accepts; 403 for other users than the owner; 404 where there is none.
/// - Who: the owner.
/// - Source: `delete_dvr`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct DeleteDvr {
    /// The recorder.
    pub dvr_id: DvrId,
}

impl From<DvrId> for DeleteDvr {
    fn from(dvr_id: DvrId) -> Self {
        Self { dvr_id }
    }
}

/// `GET /livetv/dvrs/{dvrId}/channels`
///
/// Lists the channels of a recorder.
///
/// - Parameters: the recorder.
/// - Answer: the channels as items.
/// - Errors: 401 without a token that the server accepts; 404 where there is none.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_dvr_channels`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetDvrChannels {
    /// The recorder.
    pub dvr_id: DvrId,
}

impl From<DvrId> for GetDvrChannels {
    fn from(dvr_id: DvrId) -> Self {
        Self { dvr_id }
    }
}

/// `POST /livetv/dvrs/{dvrId}/channels/{channel}/tune`
///
/// Tunes to a channel and starts a session of live TV.
///
/// - Parameters: the recorder and the channel.
/// - Answer: a recording with what is on in it, or what is on alone; `items` finds it in both.
/// - Errors: 401 without a token that the server accepts; 500 where tuning failed, as when no tuner is free.
/// - Who: anyone whose token the server accepts.
/// - Source: `tune_channel`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct TuneChannel {
    /// The recorder.
    pub dvr_id: DvrId,
    /// The channel, such as `2.1`.
    pub channel: Text,
}

/// `PUT /livetv/dvrs/{dvrId}/devices/{deviceId}`
///
/// Gives a recorder one more tuner.
///
/// - Parameters: the recorder and the tuner.
/// - Answer: the recorder.
/// - Errors: 401 without a token that the server accepts; 403 for other users than the owner; 404 where there is none.
/// - Who: the owner.
/// - Source: `add_device_to_dvr`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct AddDeviceToDvr {
    /// The recorder.
    pub dvr_id: DvrId,
    /// The tuner.
    pub device_id: TunerId,
}

/// `DELETE /livetv/dvrs/{dvrId}/devices/{deviceId}`
///
/// Takes a tuner from a recorder.
///
/// - Parameters: the recorder and the tuner.
/// - Answer: the recorder.
/// - Errors: 401 without a token that the server accepts; 403 for other users than the owner; 404 where there is none.
/// - Who: the owner.
/// - Source: `remove_device_from_dvr`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct RemoveDeviceFromDvr {
    /// The recorder.
    pub dvr_id: DvrId,
    /// The tuner.
    pub device_id: TunerId,
}

/// `GET /livetv/dvrs/{dvrId}/guide`
///
/// Lists what a recorder's channels broadcast.
///
/// - Parameters: the recorder.
/// - Answer: the programmes as items.
/// - Errors: 401 without a token that the server accepts; 404 where there is none.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_dvr_guide`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetDvrGuide {
    /// The recorder.
    pub dvr_id: DvrId,
}

impl From<DvrId> for GetDvrGuide {
    fn from(dvr_id: DvrId) -> Self {
        Self { dvr_id }
    }
}

/// `PUT /livetv/dvrs/{dvrId}/lineups`
///
/// Gives a recorder one more lineup.
///
/// - Parameters: the recorder and the lineup's address.
/// - Answer: the recorder.
/// - Errors: 401 without a token that the server accepts; 403 for other users than the owner; 404 where there is none.
/// - Who: the owner.
/// - Source: `add_lineup`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct AddLineup {
    /// The recorder.
    pub dvr_id: DvrId,
    /// The lineup's address, `lineup://…`.
    pub lineup: Text,
}

/// `DELETE /livetv/dvrs/{dvrId}/lineups`
///
/// Takes a lineup from a recorder.
///
/// - Parameters: the recorder and the lineup's address.
/// - Answer: the recorder.
/// - Errors: 401 without a token that the server accepts; 403 for other users than the owner; 404 where there is none.
/// - Who: the owner.
/// - Source: `delete_lineup`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct DeleteLineup {
    /// The recorder.
    pub dvr_id: DvrId,
    /// The lineup's address, `lineup://…`.
    pub lineup: Text,
}

/// `PUT /livetv/dvrs/{dvrId}/prefs`
///
/// Changes settings of a recorder.
///
/// - Parameters: the recorder, and each setting's id with its value as text.
/// - Answer: the recorder.
/// - Errors: 401 without a token that the server accepts; 403 for other users than the owner.
/// - Who: the owner.
/// - Source: `set_dvr_preferences`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct SetDvrPreferences {
    /// The recorder.
    pub dvr_id: DvrId,
    /// Settings as id and value.
    #[wire(name = "*")]
    pub settings: Vec<(Text, Text)>,
}

/// `POST /livetv/dvrs/{dvrId}/reloadGuide`
///
/// Loads a recorder's guide anew. It takes minutes; an activity, named in the answer's header `X-Plex-Activity`, tells
/// how far it got.
///
/// - Parameters: the recorder.
/// - Errors: 401 without a token that the server accepts; 403 for other users than the owner.
/// - Who: the owner.
/// - Source: `reload_guide`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct ReloadGuide {
    /// The recorder.
    pub dvr_id: DvrId,
}

impl From<DvrId> for ReloadGuide {
    fn from(dvr_id: DvrId) -> Self {
        Self { dvr_id }
    }
}

/// `DELETE /livetv/dvrs/{dvrId}/reloadGuide`
///
/// Stops a guide being loaded.
///
/// - Parameters: the recorder.
/// - Errors: 401 without a token that the server accepts; 403 for other users than the owner.
/// - Who: the owner.
/// - Source: `stop_dvr_reload`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct StopDvrReload {
    /// The recorder.
    pub dvr_id: DvrId,
}

impl From<DvrId> for StopDvrReload {
    fn from(dvr_id: DvrId) -> Self {
        Self { dvr_id }
    }
}

endpoints! {
    ($) Pms, dvrs, dvrs_endpoints;
    ListDvrs: GET "/livetv/dvrs" -> MediaContainer<Dvrs>, User, Read;
    CreateDvr: POST "/livetv/dvrs" -> MediaContainer<Dvrs>, Admin, Once;
    GetDvr: GET "/livetv/dvrs/{dvrId}" -> MediaContainer<Dvrs>, User, Read;
    DeleteDvr: DELETE "/livetv/dvrs/{dvrId}" -> NoBody, Admin, Idempotent;
    GetDvrChannels: GET "/livetv/dvrs/{dvrId}/channels" -> MediaContainer<MetadataPage>, User, Read;
    TuneChannel: POST "/livetv/dvrs/{dvrId}/channels/{channel}/tune"
        -> MediaContainer<TunedChannel>, User, Once;
    AddDeviceToDvr: PUT "/livetv/dvrs/{dvrId}/devices/{deviceId}"
        -> MediaContainer<Dvrs>, Admin, Idempotent;
    RemoveDeviceFromDvr: DELETE "/livetv/dvrs/{dvrId}/devices/{deviceId}"
        -> MediaContainer<Dvrs>, Admin, Idempotent;
    GetDvrGuide: GET "/livetv/dvrs/{dvrId}/guide" -> MediaContainer<MetadataPage>, User, Read;
    AddLineup: PUT "/livetv/dvrs/{dvrId}/lineups" -> MediaContainer<Dvrs>, Admin, Idempotent;
    DeleteLineup: DELETE "/livetv/dvrs/{dvrId}/lineups" -> MediaContainer<Dvrs>, Admin, Idempotent;
    SetDvrPreferences: PUT "/livetv/dvrs/{dvrId}/prefs" -> MediaContainer<Dvrs>, Admin, Idempotent;
    ReloadGuide: POST "/livetv/dvrs/{dvrId}/reloadGuide" -> NoBody, Admin, Once;
    StopDvrReload: DELETE "/livetv/dvrs/{dvrId}/reloadGuide" -> NoBody, Admin, Idempotent;
}
