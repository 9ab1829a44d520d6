//! People that servers are shared with, and invitations.

use crate::ids::MachineIdentifier;
use crate::text::Text;
use crate::time::Timestamp;
use plex_sdk_derive::model;

/// The users that the account is friends with or shares servers with.
#[model]
pub struct SharedUsers {
    /// Friendly name of the responding service: `myPlex`.
    pub friendly_name: Option<Text>,
    /// Machine identifier of plex.tv.
    pub machine_identifier: Option<MachineIdentifier>,
    /// The users.
    #[wire(name = "User")]
    pub users: Vec<SharedUser>,
}

/// A user that the account is friends with or shares servers with.
#[model]
pub struct SharedUser {
    /// plex.tv account ID.
    pub id: u64,
    /// Display name.
    pub title: Text,
    /// Username. Empty for a managed user.
    pub username: Text,
    /// Email address. Empty for a managed user.
    pub email: Text,
    /// URL of the avatar.
    pub thumb: Text,
    /// ID of the playlist of recommendations for the user. Usually empty.
    pub recommendations_playlist_id: Option<Text>,
    /// Whether a PIN is required to switch to this user.
    pub protected: bool,
    /// Whether the user belongs to the caller's Home.
    pub home: bool,
    /// Whether this is a managed user.
    pub restricted: bool,
    /// Whether the user may download items.
    pub allow_sync: bool,
    /// Whether the user may upload photos.
    pub allow_camera_upload: bool,
    /// Whether the user may use channels.
    pub allow_channels: bool,
    /// Whether the user may search for subtitles.
    pub allow_subtitle_admin: bool,
    /// Live TV access: 0 none, 1 live TV, 2 live TV and recordings.
    pub allow_tuners: u8,
    /// Sharing filter for all content. See [`SharingSettings`](crate::model::SharingSettings) for the format.
    pub filter_all: Option<Text>,
    /// Sharing filter for movies.
    pub filter_movies: Option<Text>,
    /// Sharing filter for TV shows.
    pub filter_television: Option<Text>,
    /// Sharing filter for music.
    pub filter_music: Option<Text>,
    /// Sharing filter for photos.
    pub filter_photos: Option<Text>,
    /// Servers shared with the user.
    #[wire(name = "Server")]
    pub servers: Vec<SharedUserServer>,
}

/// A server that is shared with a user, or that an invitation offers.
#[model]
pub struct SharedUserServer {
    /// ID of the share. Absent in invitations.
    pub id: Option<u64>,
    /// ID of the server at plex.tv.
    pub server_id: Option<u64>,
    /// Machine identifier of the server.
    pub machine_identifier: Option<MachineIdentifier>,
    /// Friendly name of the server.
    pub name: Text,
    /// When plex.tv last saw the server.
    pub last_seen_at: Option<Timestamp>,
    /// Number of shared library sections.
    pub num_libraries: Option<u32>,
    /// Whether all library sections are shared, including future ones.
    pub all_libraries: Option<bool>,
    /// Whether the account owns the server.
    pub owned: Option<bool>,
    /// Whether the user has not accepted the invitation yet.
    pub pending: Option<bool>,
}

/// A list of pending invitations.
#[model]
pub struct Invites {
    /// Friendly name of the responding service: `myPlex`.
    pub friendly_name: Option<Text>,
    /// Machine identifier of plex.tv.
    pub machine_identifier: Option<MachineIdentifier>,
    /// The invitations.
    #[wire(name = "Invite")]
    pub invites: Vec<Invite>,
}

/// A sent or received invitation.
#[model]
pub struct Invite {
    /// plex.tv account ID of the other user, or the invited email address if it has no account.
    pub id: Text,
    /// When the invitation was sent.
    pub created_at: Option<Timestamp>,
    /// Whether the invitation is to become friends.
    pub friend: bool,
    /// Whether the invitation is to join a Home.
    pub home: bool,
    /// Whether the invitation is to access servers.
    pub server: bool,
    /// Username of the other user.
    pub username: Text,
    /// Email address of the other user.
    pub email: Text,
    /// Name that the other user shows to friends.
    pub friendly_name: Option<Text>,
    /// URL of the other user's avatar.
    pub thumb: Text,
    /// Servers that the invitation offers.
    #[wire(name = "Server")]
    pub servers: Vec<SharedUserServer>,
}
