//! Activities: what a server does in the background ([`Activity`]).

use crate::ids::SectionId;
use crate::text::Text;
use plex_sdk_derive::model;

/// A background activity of a server, such as the refresh of a library section.
#[model]
pub struct Activity {
    /// UUID of the activity, valid while it lasts.
    pub uuid: Text,
    /// Type of the activity: words separated by dots, such as `library.update.section`.
    #[wire(name = "type")]
    pub kind: Text,
    /// Whether the activity can be canceled.
    pub cancellable: bool,
    /// Server account ID of the user that the activity belongs to. 1 is the owner.
    #[wire(name = "userID")]
    pub user_id: Option<i64>,
    /// Display title.
    pub title: Option<Text>,
    /// Current step of the activity.
    pub subtitle: Option<Text>,
    /// Progress, in percent, 0 to 100. -1 if unknown.
    pub progress: Option<f64>,
    /// What the activity applies to.
    #[wire(name = "Context")]
    pub context: Option<ActivityContext>,
}

/// What an activity applies to. The fields that are present depend on the activity.
#[model]
pub struct ActivityContext {
    /// API path of the item.
    pub key: Option<Text>,
    /// ID of the library section.
    #[wire(name = "librarySectionID")]
    pub library_section_id: Option<SectionId>,
    /// Whether the server can read the item's files.
    pub accessible: Option<bool>,
    /// Whether the item's files have been analyzed.
    pub analyzed: Option<bool>,
    /// Whether the item's files exist.
    pub exists: Option<bool>,
    /// Whether the item has been refreshed.
    pub refreshed: Option<bool>,
}

/// The background activities of a server.
#[model]
pub struct Activities {
    /// The activities.
    #[wire(name = "Activity")]
    pub activities: Vec<Activity>,
}
