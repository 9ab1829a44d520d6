//! The tasks that a server does at night.

use crate::model::{ButlerTaskName, ButlerTasks};
use crate::reply::{Named, NoBody};
use plex_sdk_derive::{endpoints, request};

endpoints! {
    Pms, butler, butler_endpoints;

    /// Lists the Butler's maintenance tasks and their schedules.
    GetTasks {}: GET "/butler" -> Named<ButlerTasks>, Admin, Read;
    /// Starts all Butler tasks that are enabled in the settings.
    StartTasks {}: POST "/butler" -> NoBody, Admin, Once;
    /// Stops all running Butler tasks and removes the scheduled ones from the queue.
    StopTasks {}: DELETE "/butler" -> NoBody, Admin, Idempotent;
    /// Starts a single Butler task by name.
    StartTask: POST "/butler/{butlerTask}" -> NoBody, Admin, Once;
    /// Stops a single Butler task, or removes it from the queue if it is waiting.
    StopTask: DELETE "/butler/{butlerTask}" -> NoBody, Admin, Idempotent;
}

/// The Butler runs periodic maintenance, such as database backups, metadata refreshes and media analysis.
#[request]
pub struct GetTasks {}

/// Tasks that are not scheduled for the current day are skipped. Outside the maintenance window that is configured on
/// the server, tasks start immediately. Within it, a task that is set to run at a random time is scheduled for a random
/// time in the window.
#[request]
pub struct StartTasks {}

#[request]
pub struct StopTasks {}

/// The status is 202 instead of 200 if the task is already running.
#[request]
pub struct StartTask {
    /// The name of the task.
    pub butler_task: ButlerTaskName,
}

/// The server responds with 404 if no task has that name, and also if the task is not running.
#[request]
pub struct StopTask {
    /// The name of the task.
    pub butler_task: ButlerTaskName,
}
