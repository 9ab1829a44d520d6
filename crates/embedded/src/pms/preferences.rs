//! Settings of a server, of sections and of agents: tables of what there is, and what values each takes.

use crate::refusal::Refusal;
use crate::serve::Call;
use crate::world::tokens::Level;
use plex_sdk_contract::codec::envelope::MediaContainer;
use plex_sdk_contract::endpoints::preferences::{GetAllPreferences, GetPreference, SetPreferences};
use plex_sdk_contract::model::{Preferences, Setting};
use plex_sdk_contract::reply::NoBody;
use std::collections::BTreeMap;

/// Values of settings by id, where they are not the ones to start with.
pub(crate) type Values = BTreeMap<String, String>;

/// A setting that there is: its id, the page it is on, its name, kind, first value, and the values it can have.
pub(crate) struct Preset {
    pub(crate) id: &'static str,
    group: &'static str,
    label: &'static str,
    kind: &'static str,
    default: &'static str,
    choices: &'static [&'static str],
}

const fn preset(
    id: &'static str,
    group: &'static str,
    label: &'static str,
    kind: &'static str,
    default: &'static str,
    choices: &'static [&'static str],
) -> Preset {
    Preset {
        id,
        group,
        label,
        kind,
        default,
        choices,
    }
}

const WHEN: &[&str] = &[
    "never:never",
    "scheduled:as a scheduled task",
    "asap:as a scheduled task and when media is added",
];

/// The settings of a server.
#[rustfmt::skip]
pub(crate) const SERVER: &[Preset] = &[
    preset("FriendlyName", "general", "Friendly name", "text", "", &[]),
    preset("acceptedEULA", "", "Has the user accepted the licence", "bool", "1", &[]),
    preset("sendCrashReports", "general", "Send crash reports to Plex", "bool", "0", &[]),
    preset("LogVerbose", "general", "Enable verbose logging", "bool", "0", &[]),
    preset("ManualPortMappingMode", "network", "Manually specify public port", "bool", "0", &[]),
    preset("ManualPortMappingPort", "network", "Public port", "int", "32400", &[]),
    preset("secureConnections", "network", "Secure connections", "int", "1", &["0:Required", "1:Preferred", "2:Disabled"]),
    preset("customConnections", "network", "Custom server access URLs", "text", "", &[]),
    preset("autoEmptyTrash", "library", "Empty trash after every scan", "bool", "1", &[]),
    preset("OnDeckWindow", "library", "Weeks to consider for Continue Watching", "int", "16", &[]),
    preset("FSEventLibraryUpdatesEnabled", "library", "Scan the library by itself", "bool", "0", &[]),
    preset("ScheduledLibraryUpdatesEnabled", "library", "Scan the library from time to time", "bool", "0", &[]),
    preset("GenerateBIFBehavior", "library", "Make video preview thumbnails", "text", "never", WHEN),
    preset("GenerateChapterThumbBehavior", "library", "Make chapter thumbnails", "text", "scheduled", WHEN),
    preset("GenerateIntroMarkerBehavior", "library", "Make intro markers", "text", "asap", WHEN),
    preset("GenerateCreditsMarkerBehavior", "library", "Make credits markers", "text", "asap", WHEN),
    preset("GenerateVADBehavior", "library", "Find voices", "text", "never", WHEN),
    preset("LoudnessAnalysisBehavior", "library", "Measure loudness", "text", "asap", WHEN),
    preset("MusicAnalysisBehavior", "library", "Analyse music", "text", "asap", WHEN),
    preset("TranscoderQuality", "transcoder", "Transcoder quality", "int", "0", &["0:Automatic", "1:Fast", "2:High quality", "3:Very high quality"]),
    preset("TranscoderThrottleBuffer", "transcoder", "Seconds to transcode ahead", "int", "60", &[]),
    preset("ButlerStartHour", "butler", "Time at which tasks start to run", "int", "2", &[]),
    preset("ButlerEndHour", "butler", "Time at which tasks stop running", "int", "5", &[]),
    preset("ButlerTaskBackupDatabase", "butler", "Back up the database", "bool", "1", &[]),
    preset("ButlerTaskOptimizeDatabase", "butler", "Optimise the database", "bool", "1", &[]),
    preset("ButlerTaskCleanOldBundles", "butler", "Remove old bundles", "bool", "1", &[]),
    preset("ButlerTaskCleanOldCacheFiles", "butler", "Remove old cache files", "bool", "1", &[]),
    preset("ButlerTaskRefreshLocalMedia", "butler", "Refresh local metadata", "bool", "1", &[]),
    preset("ButlerTaskRefreshLibraries", "butler", "Update all libraries", "bool", "0", &[]),
    preset("ButlerTaskUpgradeMediaAnalysis", "butler", "Upgrade media analysis", "bool", "1", &[]),
    preset("ButlerTaskRefreshPeriodicMetadata", "butler", "Refresh metadata from time to time", "bool", "1", &[]),
    preset("ButlerTaskDeepMediaAnalysis", "butler", "Analyse media thoroughly", "bool", "1", &[]),
];

/// The settings of a section.
#[rustfmt::skip]
pub(crate) const SECTION: &[Preset] = &[
    preset("hidden", "", "Visibility", "int", "0", &["0:Everywhere", "1:Not on the home screen", "2:Not on the home screen and in search"]),
    preset("enableCinemaTrailers", "", "Enable cinema trailers", "bool", "1", &[]),
    preset("enableBIFGeneration", "", "Make video preview thumbnails", "bool", "1", &[]),
    preset("enableAutoPhotoTags", "", "Tag photos", "bool", "0", &[]),
    preset("includeInGlobal", "", "Include in the dashboard", "bool", "1", &[]),
    preset("collectionMode", "", "Collections", "int", "2", &["0:Disabled", "1:Hide items which are in collections", "2:Show collections and their items"]),
    preset("respectTags", "", "Prefer local metadata", "bool", "0", &[]),
];

/// The settings of an agent.
#[rustfmt::skip]
pub(crate) const AGENT: &[Preset] = &[
    preset("country", "", "Country", "text", "", &["", "de", "fr", "gb", "nl", "us"]),
    preset("useRedbandTrailers", "", "Use red band trailers", "bool", "0", &[]),
];

/// The value to keep for what was sent, where the setting takes it.
fn accepted(preset: &Preset, sent: &str) -> Option<String> {
    let value = match (preset.kind, sent) {
        ("bool", "1" | "true") => "1",
        ("bool", "0" | "false") => "0",
        ("bool", _) => return None,
        ("int", number) => number.parse::<i64>().ok().map(|_| number)?,
        (_, text) => text,
    };
    let word = |choice: &&str| choice.split(':').next() == Some(value);
    (preset.choices.is_empty() || preset.choices.iter().any(word)).then(|| value.to_owned())
}

/// Reads what was sent, all of it or nothing.
pub(crate) fn read<'s>(
    presets: &[Preset],
    sent: impl IntoIterator<Item = (&'s str, &'s str)>,
) -> Result<Values, Refusal> {
    sent.into_iter()
        .map(|(id, value)| {
            let preset = presets.iter().find(|preset| preset.id == id)?;
            Some((id.to_owned(), accepted(preset, value)?))
        })
        .collect::<Option<_>>()
        .ok_or(Refusal::BadRequest)
}

/// Settings with their values.
pub(crate) fn settings<'p>(
    presets: impl IntoIterator<Item = &'p Preset>,
    values: &Values,
) -> MediaContainer<Preferences> {
    let settings: Vec<Setting> = presets
        .into_iter()
        .map(|preset| Setting {
            id: preset.id.into(),
            label: Some(preset.label.into()),
            summary: Some("".into()),
            kind: Some(preset.kind.into()),
            value: Some(
                values
                    .get(preset.id)
                    .map_or(preset.default, String::as_str)
                    .into(),
            ),
            default: Some(preset.default.into()),
            group: Some(preset.group.into()),
            enum_values: (!preset.choices.is_empty()).then(|| preset.choices.join("|").into()),
            ..Setting::default()
        })
        .collect();
    MediaContainer::new(settings.len(), Preferences { settings })
}

/// True where a setting of the server is on.
pub(crate) fn is_on(values: &Values, id: &str) -> Option<bool> {
    let preset = SERVER
        .iter()
        .find(|preset| preset.id == id && preset.kind == "bool")?;
    Some(values.get(id).map_or(preset.default, String::as_str) == "1")
}

/// Users see the server's name and no more.
fn seen(call: &Call<'_>) -> impl Iterator<Item = &'static Preset> {
    let all = call.caller.level == Level::Admin;
    SERVER
        .iter()
        .filter(move |preset| all || preset.id == "FriendlyName")
}

pub(crate) fn get_all_preferences(
    call: &Call<'_>,
    _request: GetAllPreferences,
) -> Result<MediaContainer<Preferences>, Refusal> {
    let (_, server) = call.server()?;
    Ok(server
        .administration
        .preferences
        .read(|values| settings(seen(call), values)))
}

pub(crate) fn get_preference(
    call: &Call<'_>,
    request: GetPreference,
) -> Result<MediaContainer<Preferences>, Refusal> {
    let (_, server) = call.server()?;
    let found = seen(call).find(|preset| Some(preset.id) == request.id.as_deref());
    let found = found.ok_or(Refusal::NotFound)?;
    Ok(server
        .administration
        .preferences
        .read(|values| settings([found], values)))
}

pub(crate) fn set_preferences(call: &Call<'_>, request: SetPreferences) -> Result<NoBody, Refusal> {
    if call.caller.level < Level::Admin {
        return Err(Refusal::Forbidden);
    }
    let (_, server) = call.server()?;
    let sent = request
        .settings
        .iter()
        .map(|(id, value)| (id.as_str(), value.as_str()));
    let values = read(SERVER, sent.filter(|(id, _)| !id.starts_with("X-Plex-")))?;
    server
        .administration
        .preferences
        .change(|kept| kept.extend(values));
    Ok(NoBody)
}
