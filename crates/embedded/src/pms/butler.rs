//! What a server does in the background. A task that was started runs until it is stopped: nothing is done in truth.

use crate::pms::preferences::is_on;
use crate::refusal::Refusal;
use crate::serve::Call;
use crate::world::tokens::Level;
use plex_sdk_contract::codec::envelope::MediaContainer;
use plex_sdk_contract::endpoints::activities::{CancelActivity, ListActivities};
use plex_sdk_contract::endpoints::butler::{GetTasks, StartTask, StartTasks, StopTask, StopTasks};
use plex_sdk_contract::model::{Activities, Activity, ButlerTask, ButlerTaskName, ButlerTasks};
use plex_sdk_contract::reply::{Named, NoBody};
use uuid::Uuid;

/// The tasks, each with the days between two runs and its title.
const TASKS: &[(&str, u32, &str)] = &[
    ("BackupDatabase", 3, "Backup Database"),
    ("OptimizeDatabase", 7, "Optimize Database"),
    ("CleanOldBundles", 7, "Clean Old Bundles"),
    ("CleanOldCacheFiles", 7, "Clean Old Cache Files"),
    ("RefreshLocalMedia", 3, "Refresh Local Media"),
    ("RefreshLibraries", 1, "Refresh Libraries"),
    ("UpgradeMediaAnalysis", 1, "Upgrade Media Analysis"),
    ("RefreshPeriodicMetadata", 1, "Refresh Periodic Metadata"),
    ("DeepMediaAnalysis", 1, "Deep Media Analysis"),
    ("GarbageCollectBlobs", 1, "Garbage Collect Blobs"),
];

/// Whether a task is switched on; those without a switch are.
fn enabled(call: &Call<'_>, name: &str) -> Result<bool, Refusal> {
    let (_, server) = call.server()?;
    let id = format!("ButlerTask{name}");
    let found = server
        .administration
        .preferences
        .read(|values| is_on(values, &id));
    Ok(found.unwrap_or(true))
}

fn known(name: &ButlerTaskName) -> Result<&'static str, Refusal> {
    let task = TASKS.iter().find(|(known, ..)| *known == name.as_str());
    task.map(|(name, ..)| *name).ok_or(Refusal::NotFound)
}

pub(crate) fn get_tasks(
    call: &Call<'_>,
    _request: GetTasks,
) -> Result<Named<ButlerTasks>, Refusal> {
    let tasks = TASKS
        .iter()
        .map(|(name, interval, title)| {
            Ok(ButlerTask {
                name: Some((*name).into()),
                interval: Some(*interval),
                schedule_randomized: Some(true),
                enabled: Some(enabled(call, name)?),
                title: Some((*title).into()),
                description: Some((*title).into()),
            })
        })
        .collect::<Result<_, Refusal>>()?;
    Ok(Named(ButlerTasks { tasks }))
}

/// Starts tasks; those that run go on.
fn start(call: &Call<'_>, names: impl Iterator<Item = &'static str>) -> Result<NoBody, Refusal> {
    let (_, server) = call.server()?;
    let mut running = server.administration.running();
    for name in names {
        running.entry(name).or_insert_with(Uuid::new_v4);
    }
    Ok(NoBody)
}

pub(crate) fn start_tasks(call: &Call<'_>, _request: StartTasks) -> Result<NoBody, Refusal> {
    let mut names = Vec::new();
    for (name, ..) in TASKS {
        if enabled(call, name)? {
            names.push(*name);
        }
    }
    start(call, names.into_iter())
}

pub(crate) fn start_task(call: &Call<'_>, request: StartTask) -> Result<NoBody, Refusal> {
    start(call, std::iter::once(known(&request.butler_task)?))
}

pub(crate) fn stop_tasks(call: &Call<'_>, _request: StopTasks) -> Result<NoBody, Refusal> {
    let (_, server) = call.server()?;
    server.administration.running().clear();
    Ok(NoBody)
}

pub(crate) fn stop_task(call: &Call<'_>, request: StopTask) -> Result<NoBody, Refusal> {
    let (_, server) = call.server()?;
    let stopped = server
        .administration
        .running()
        .remove(known(&request.butler_task)?);
    stopped.map(|_| NoBody).ok_or(Refusal::NotFound)
}

pub(crate) fn list_activities(
    call: &Call<'_>,
    _request: ListActivities,
) -> Result<MediaContainer<Activities>, Refusal> {
    let (_, server) = call.server()?;
    let running = server.administration.running();
    let activities: Vec<Activity> = TASKS
        .iter()
        .filter(|_| call.caller.level == Level::Admin)
        .filter_map(|(name, _, title)| {
            Some(Activity {
                uuid: running.get(name)?.to_string().into(),
                kind: format!("butler.{name}").into(),
                cancellable: true,
                user_id: Some(1),
                title: Some((*title).into()),
                subtitle: Some("".into()),
                progress: Some(-1.0),
                context: None,
            })
        })
        .collect();
    Ok(MediaContainer::new(
        activities.len(),
        Activities { activities },
    ))
}

pub(crate) fn cancel_activity(call: &Call<'_>, request: CancelActivity) -> Result<NoBody, Refusal> {
    let (_, server) = call.server()?;
    let mut running = server.administration.running();
    let before = running.len();
    running.retain(|_, uuid| uuid.to_string() != request.activity_id.as_str());
    (running.len() < before)
        .then_some(NoBody)
        .ok_or(Refusal::NotFound)
}
