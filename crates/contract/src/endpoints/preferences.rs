//! A server's settings.

use crate::codec::envelope::MediaContainer;
use crate::model::Preferences;
use crate::reply::NoBody;
use crate::text::Text;
use plex_sdk_derive::{endpoints, request};

endpoints! {
    Pms, preferences, preferences_endpoints;

    /// Lists the settings of the server and their values.
    GetAllPreferences {}: GET "/:/prefs" -> MediaContainer<Preferences>, User, Read;
    /// Changes one or more settings of the server.
    SetPreferences: PUT "/:/prefs" -> NoBody, User, Idempotent;
    /// Returns a single setting of the server.
    GetPreference: GET "/:/prefs/get" -> MediaContainer<Preferences>, User, Read;
}

/// Users other than the owner see only a few of the settings.
#[request]
pub struct GetAllPreferences {}

/// The server responds with 400 or 403 if a setting does not exist.
#[request]
pub struct SetPreferences {
    /// The settings to change, as pairs of id and value, such as `("FriendlyName", "Attic")`. Booleans can be `1`, `0`,
    /// `true` or `false`.
    #[wire(name = "*")]
    pub settings: Vec<(Text, Text)>,
}

#[request]
pub struct GetPreference {
    /// The id of the setting, such as `FriendlyName`.
    pub id: Option<Text>,
}
