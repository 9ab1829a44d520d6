//! A server's settings.

use crate::codec::envelope::MediaContainer;
use crate::endpoint::endpoints;
use crate::model::Preferences;
use crate::reply::NoBody;
use crate::text::Text;
use plex_sdk_derive::Request;

/// `GET /:/prefs`
///
/// Lists the server's settings with their values.
///
/// - Answer: the settings; other users than the owner see few of them.
/// - Errors: 401 without a token that the server accepts.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_all_preferences`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct GetAllPreferences {}

/// `PUT /:/prefs`
///
/// Changes settings, all in one request.
///
/// - Parameters: each setting's id with its value as text; `1`, `0`, `true` and `false` are all good for booleans.
/// - Errors: 400 or 403 for a setting that is not there; 401 without a token that the server accepts.
/// - Who: anyone whose token the server accepts; what may be changed the server decides.
/// - Source: `set_preferences`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct SetPreferences {
    /// Settings as id and value: `("FriendlyName", "Attic")`.
    #[wire(name = "*")]
    pub settings: Vec<(Text, Text)>,
}

/// `GET /:/prefs/get`
///
/// Reads one setting.
///
/// - Parameters: the setting's id.
/// - Answer: the setting.
/// - Errors: 401 without a token that the server accepts; 404 for a setting that is not there.
/// - Who: anyone whose token the server accepts.
/// - Source: `get_preference`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Request)]
pub struct GetPreference {
    /// The setting's id, such as `FriendlyName`.
    pub id: Option<Text>,
}

endpoints! {
    ($) Pms, preferences, preferences_endpoints;
    GetAllPreferences {}: GET "/:/prefs" -> MediaContainer<Preferences>, User, Read;
    SetPreferences: PUT "/:/prefs" -> NoBody, User, Idempotent;
    GetPreference: GET "/:/prefs/get" -> MediaContainer<Preferences>, User, Read;
}
