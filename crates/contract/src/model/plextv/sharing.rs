//! Friends ([`Friend`]), and how servers and their libraries are shared with them.

use crate::ids::MachineIdentifier;
use crate::reply::Root;
use crate::text::Text;
use crate::time::{DateTime, Timestamp};
use crate::token::{Secret, ServerToken};
use plex_sdk_derive::model;

/// What a shared user may do on shared servers.
///
/// A sharing filter lists the allowed values, such as `contentRating=G%2CPG|label=Kids`. `contentRating!` and `label!`
/// list the excluded values. An absent or empty filter allows everything.
#[model]
#[derive(Eq)]
pub struct SharingSettings {
    /// Whether the user may download items.
    pub allow_sync: Option<bool>,
    /// Whether the user may upload photos.
    pub allow_camera_upload: Option<bool>,
    /// Whether the user may use channels.
    pub allow_channels: Option<bool>,
    /// Whether the user may search for subtitles.
    pub allow_subtitle_admin: Option<bool>,
    /// Live TV access: 0 none, 1 live TV, 2 live TV and recordings.
    pub allow_tuners: Option<u8>,
    /// Sharing filter for all content.
    pub filter_all: Option<Text>,
    /// Sharing filter for movies.
    pub filter_movies: Option<Text>,
    /// Sharing filter for TV shows.
    pub filter_television: Option<Text>,
    /// Sharing filter for music.
    pub filter_music: Option<Text>,
    /// Sharing filter for photos.
    pub filter_photos: Option<Text>,
}

/// A share of a server with one user, as the owner or the shared user sees it.
#[model]
pub struct ServerShare {
    /// ID of the share.
    pub id: u64,
    /// Friendly name of the server.
    pub name: Text,
    /// Machine identifier of the server.
    pub machine_identifier: MachineIdentifier,
    /// ID of the server at plex.tv.
    pub server_id: Option<u64>,
    /// plex.tv account ID of the owner.
    pub owner_id: Option<u64>,
    /// Whether the caller owns the server.
    pub owned: bool,
    /// plex.tv account ID of the shared user. Absent if an email address without an account was invited.
    pub invited_id: Option<u64>,
    /// Invited email address, if it has no account.
    pub invited_email: Option<Text>,
    /// Secret that accepts the invitation.
    pub invite_token: Option<Secret>,
    /// Whether the user accepted the invitation.
    pub accepted: bool,
    /// When the user accepted the invitation.
    pub accepted_at: Option<DateTime>,
    /// When the owner removed the share.
    pub deleted_at: Option<DateTime>,
    /// When the user left the share.
    pub left_at: Option<DateTime>,
    /// When plex.tv last saw the server.
    pub last_seen_at: Option<DateTime>,
    /// Number of shared library sections.
    pub num_libraries: Option<u32>,
    /// Whether all library sections are shared, including future ones.
    pub all_libraries: bool,
    /// Shared library sections.
    pub libraries: Vec<PlexTvSection>,
    /// What the user may do on the server.
    pub sharing_settings: Option<SharingSettings>,
    /// The shared user. Only if the share was just created.
    pub invited: Option<Box<Friend>>,
}

impl Root for ServerShare {
    const ROOT: &'static str = "sharedServer";
}

/// A library section of a server, as plex.tv identifies it.
#[model]
pub struct PlexTvSection {
    /// ID of the section at plex.tv, used to share it.
    pub id: u64,
    /// ID of the section on the server.
    pub key: u64,
    /// Title.
    pub title: Text,
    /// Type of the section, such as `movie`.
    #[wire(name = "type")]
    pub kind: Text,
}

/// The shares of a server.
#[model]
pub struct SharedServers {
    /// The shares, one for each user.
    #[wire(name = "SharedServer")]
    pub shared_servers: Vec<SharedServer>,
}

/// A share of a server with one user, as the owner sees it.
#[model(required)]
#[derive(Default)]
pub struct SharedServer {
    /// ID of the share.
    #[wire(default)]
    pub id: u64,
    /// plex.tv account ID of the user.
    #[wire(name = "userID")]
    pub user_id: u64,
    /// Username.
    #[wire(default)]
    pub username: Text,
    /// Email address.
    #[wire(default)]
    pub email: Text,
    /// Friendly name of the server.
    #[wire(default)]
    pub name: Text,
    /// The user's token for the server. Absent until the user accepts the invitation.
    pub access_token: Option<ServerToken>,
    /// When the user was invited.
    pub invited_at: Option<Timestamp>,
    /// When the user accepted the invitation.
    pub accepted_at: Option<Timestamp>,
    /// Whether all library sections are shared, including future ones.
    #[wire(default)]
    pub all_libraries: bool,
    /// Whether the user may download items.
    #[wire(default)]
    pub allow_sync: bool,
    /// Whether the user may upload photos.
    #[wire(default)]
    pub allow_camera_upload: bool,
    /// Whether the user may use channels.
    #[wire(default)]
    pub allow_channels: bool,
    /// All library sections of the server, shared or not.
    #[wire(name = "Section", default)]
    pub sections: Vec<SharedSection>,
}

/// A library section of a server, and whether it is shared.
#[model]
pub struct SharedSection {
    /// ID of the section at plex.tv, used to share it.
    pub id: u64,
    /// ID of the section on the server.
    pub key: Text,
    /// Title.
    pub title: Text,
    /// Type of the section, such as `movie`.
    #[wire(name = "type")]
    pub kind: Text,
    /// Whether the section is shared with the user.
    pub shared: bool,
}

open_enum! {
    /// The status of a friendship between two accounts.
    FriendStatus {
        /// The accounts are friends.
        Accepted = "accepted",
        /// The request has not been accepted yet.
        Pending = "pending",
        /// The caller sent the request and the other user has not accepted it yet.
        PendingSent = "pending_sent",
        /// The caller received the request and has not accepted it yet.
        PendingReceived = "pending_received",
    }
}

/// A friend, or a user with a pending friend request.
#[model]
pub struct Friend {
    /// plex.tv account ID.
    pub id: u64,
    /// UUID of the account.
    pub uuid: Text,
    /// Display name.
    pub title: Text,
    /// Username. Absent for a managed user.
    pub username: Option<Text>,
    /// Name shown to friends.
    pub friendly_name: Option<Text>,
    /// Email address. Absent for a managed user and until the other user has accepted.
    pub email: Option<Text>,
    /// URL of the avatar.
    pub thumb: Text,
    /// Whether this is a managed user.
    pub restricted: bool,
    /// Restriction profile of a managed user: `little_kid`, `older_kid` or `teen`.
    pub restriction_profile: Option<Text>,
    /// Whether the user belongs to the caller's Home.
    pub home: bool,
    /// Status of the friendship.
    pub status: Option<FriendStatus>,
    /// When the friendship began.
    pub friendship_created_at: Option<DateTime>,
    /// What the user may do on shared servers. Only if the request asked for it.
    pub sharing_settings: Option<SharingSettings>,
    /// Servers shared between the two accounts. Only if the request asked for them.
    pub shared_servers: Vec<ServerShare>,
    /// Other shared sources. Only if the request asked for them.
    pub shared_sources: Vec<Text>,
}

impl Root for Friend {
    const ROOT: &'static str = "friend";
}

impl Root for Vec<Friend> {
    const ROOT: &'static str = "friends";
}
