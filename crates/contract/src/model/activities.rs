//! Activities: what a server does in the background ([`Activity`]).

use crate::ids::SectionId;
use crate::text::Text;
use plex_sdk_derive::model;

/// Something a server does in the background, such as the refresh of a section.
#[model]
pub struct Activity {
    /// Its id, for as long as it lasts.
    pub uuid: Text,
    /// What it is, in words parted by dots, such as `library.update.section`.
    #[wire(name = "type")]
    pub kind: Text,
    /// Whether it can be stopped.
    pub cancellable: bool,
    /// The number of the user for whom it is done, as the server counts them; 1 is the owner.
    #[wire(name = "userID")]
    pub user_id: Option<i64>,
    /// What it is, for people.
    pub title: Option<Text>,
    /// What it is busy with just now.
    pub subtitle: Option<Text>,
    /// How far it got, 0 to 100; -1 where that is not known.
    pub progress: Option<f64>,
    /// What it is about.
    #[wire(name = "Context")]
    pub context: Option<ActivityContext>,
}

/// What an activity is about. Which fields are there depends on the activity.
#[model]
pub struct ActivityContext {
    /// The path of the item.
    pub key: Option<Text>,
    /// The section.
    #[wire(name = "librarySectionID")]
    pub library_section_id: Option<SectionId>,
    /// Whether the item's files can be read.
    pub accessible: Option<bool>,
    /// Whether the item's files were analysed.
    pub analyzed: Option<bool>,
    /// Whether the item's files are there.
    pub exists: Option<bool>,
    /// Whether the item was refreshed.
    pub refreshed: Option<bool>,
}

/// What a server is doing in the background.
#[model]
pub struct Activities {
    /// The activities.
    #[wire(name = "Activity")]
    pub activities: Vec<Activity>,
}
