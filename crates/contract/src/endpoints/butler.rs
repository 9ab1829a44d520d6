//! The tasks that a server does at night.

use crate::endpoint::endpoints;
use crate::model::{ButlerTaskName, ButlerTasks};
use crate::reply::{Named, NoBody};
use plex_sdk_derive::Request;

/// `GET /butler`
///
/// Lists the tasks with how often each runs.
///
/// - Answer: the tasks.
/// - Errors: 401 without a token that the server accepts; 403 for other users than the owner.
/// - Who: the owner.
/// - Source: `get_tasks`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct GetTasks {}

/// `POST /butler`
///
/// Starts every task that is switched on, whatever the time of day. A task that ran within its interval is left out.
///
/// - Errors: 401 without a token that the server accepts; 403 for other users than the owner.
/// - Who: the owner.
/// - Source: `start_tasks`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct StartTasks {}

/// `DELETE /butler`
///
/// Stops the tasks that run, and drops those that wait.
///
/// - Errors: 401 without a token that the server accepts; 403 for other users than the owner.
/// - Who: the owner.
/// - Source: `stop_tasks`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Request)]
pub struct StopTasks {}

/// `POST /butler/{butlerTask}`
///
/// Starts one task at once, whether it is switched on or not.
///
/// - Parameters: the task's name.
/// - Answer: nothing; status 202 instead of 200 where the task runs already.
/// - Errors: 401 without a token that the server accepts; 403 for other users than the owner; 404 for an unknown name.
/// - Who: the owner.
/// - Source: `start_task`.
#[derive(Clone, Debug, PartialEq, Eq, Request)]
#[wire(required)]
pub struct StartTask {
    /// The task's name.
    pub butler_task: ButlerTaskName,
}

impl From<ButlerTaskName> for StartTask {
    fn from(butler_task: ButlerTaskName) -> Self {
        Self { butler_task }
    }
}

/// `DELETE /butler/{butlerTask}`
///
/// Stops one task, or drops it where it waits.
///
/// - Parameters: the task's name.
/// - Errors: 401 without a token that the server accepts; 403 for other users than the owner; 404 for an unknown name,
///   and for a task that does not run.
/// - Who: the owner.
/// - Source: `stop_task`.
#[derive(Clone, Debug, PartialEq, Eq, Request)]
#[wire(required)]
pub struct StopTask {
    /// The task's name.
    pub butler_task: ButlerTaskName,
}

impl From<ButlerTaskName> for StopTask {
    fn from(butler_task: ButlerTaskName) -> Self {
        Self { butler_task }
    }
}

endpoints! {
    ($) Pms, butler, butler_endpoints;
    GetTasks {}: GET "/butler" -> Named<ButlerTasks>, Admin, Read;
    StartTasks {}: POST "/butler" -> NoBody, Admin, Once;
    StopTasks {}: DELETE "/butler" -> NoBody, Admin, Idempotent;
    StartTask: POST "/butler/{butlerTask}" -> NoBody, Admin, Once;
    StopTask: DELETE "/butler/{butlerTask}" -> NoBody, Admin, Idempotent;
}
