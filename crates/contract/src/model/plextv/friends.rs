//! People that servers are shared with, and invitations.

use crate::ids::MachineIdentifier;
use crate::text::Text;
use crate::time::Timestamp;
use plex_sdk_derive::model;

/// The people that the account shares servers with, or is a friend of.
#[model]
pub struct SharedUsers {
    /// Who answers: `myPlex`.
    pub friendly_name: Option<Text>,
    /// The machine identifier of plex.tv itself.
    pub machine_identifier: Option<MachineIdentifier>,
    /// The people.
    #[wire(name = "User")]
    pub users: Vec<SharedUser>,
}

/// Someone the account shares servers with, or is a friend of.
#[model]
pub struct SharedUser {
    /// The person's number.
    pub id: u64,
    /// The name to show.
    pub title: Text,
    /// The name in web addresses; empty for a managed user.
    pub username: Text,
    /// The e-mail address; empty for a managed user.
    pub email: Text,
    /// The address of the picture.
    pub thumb: Text,
    /// The playlist of recommendations for the person, mostly empty.
    pub recommendations_playlist_id: Option<Text>,
    /// Whether a PIN is needed to switch to this user.
    pub protected: bool,
    /// Whether the person belongs to the account's Home.
    pub home: bool,
    /// Whether this is a managed user.
    pub restricted: bool,
    /// Whether the person may download.
    pub allow_sync: bool,
    /// Whether the person may upload photos.
    pub allow_camera_upload: bool,
    /// Whether the person may use channels.
    pub allow_channels: bool,
    /// Whether the person may search for subtitles.
    pub allow_subtitle_admin: bool,
    /// Whether the person may use tuners: 0 no, 1 live TV, 2 recordings too.
    pub allow_tuners: u8,
    /// The filter for everything; see [`SharingSettings`](crate::model::SharingSettings).
    pub filter_all: Option<Text>,
    /// The filter for movies.
    pub filter_movies: Option<Text>,
    /// The filter for shows.
    pub filter_television: Option<Text>,
    /// The filter for music.
    pub filter_music: Option<Text>,
    /// The filter for photos.
    pub filter_photos: Option<Text>,
    /// The servers shared with the person.
    #[wire(name = "Server")]
    pub servers: Vec<SharedUserServer>,
}

/// A server that is or will be shared with someone.
#[model]
pub struct SharedUserServer {
    /// The share's number; absent in invitations.
    pub id: Option<u64>,
    /// The server's number at plex.tv.
    pub server_id: Option<u64>,
    /// The server's machine identifier.
    pub machine_identifier: Option<MachineIdentifier>,
    /// The server's name.
    pub name: Text,
    /// When the server was last seen.
    pub last_seen_at: Option<Timestamp>,
    /// How many libraries are shared.
    pub num_libraries: Option<u32>,
    /// Whether all libraries are shared, later ones too.
    pub all_libraries: Option<bool>,
    /// Whether the account owns the server.
    pub owned: Option<bool>,
    /// Whether the person has yet to accept.
    pub pending: Option<bool>,
}

/// Invitations that wait for an answer.
#[model]
pub struct Invites {
    /// Who answers: `myPlex`.
    pub friendly_name: Option<Text>,
    /// The machine identifier of plex.tv itself.
    pub machine_identifier: Option<MachineIdentifier>,
    /// The invitations.
    #[wire(name = "Invite")]
    pub invites: Vec<Invite>,
}

/// An invitation, sent or received.
#[model]
pub struct Invite {
    /// Its number: of an account the other person's, else the address that was invited.
    pub id: Text,
    /// When it was sent.
    pub created_at: Option<Timestamp>,
    /// Whether it is for a friendship.
    pub friend: bool,
    /// Whether it is for a Home.
    pub home: bool,
    /// Whether it is for servers.
    pub server: bool,
    /// The other person's name in web addresses.
    pub username: Text,
    /// The other person's e-mail address.
    pub email: Text,
    /// The name the other person chose to be seen under.
    pub friendly_name: Option<Text>,
    /// The address of the other person's picture.
    pub thumb: Text,
    /// The servers it is for.
    #[wire(name = "Server")]
    pub servers: Vec<SharedUserServer>,
}
