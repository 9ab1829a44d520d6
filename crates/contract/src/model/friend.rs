//! People at plex.tv: friends, those that servers are shared with, and invitations.

use crate::ids::MachineIdentifier;
use crate::reply::Root;
use crate::text::Text;
use crate::time::{DateTime, Timestamp};
use crate::token::Secret;
use plex_sdk_derive::model;

open_enum! {
    /// How far two accounts are to being friends.
    FriendStatus {
        /// They are friends.
        Accepted = "accepted",
        /// One of them has yet to accept.
        Pending = "pending",
        /// The other one has yet to accept.
        PendingSent = "pending_sent",
        /// The caller has yet to accept.
        PendingReceived = "pending_received",
    }
}

/// A friend, or someone who is to become one.
#[model]
pub struct Friend {
    /// The person's number.
    pub id: u64,
    /// The person's global id.
    pub uuid: Text,
    /// The name to show.
    pub title: Text,
    /// The name in web addresses; absent for a managed user.
    pub username: Option<Text>,
    /// The name the person chose to be seen under.
    pub friendly_name: Option<Text>,
    /// The e-mail address; absent for a managed user, and until the other one accepted.
    pub email: Option<Text>,
    /// The address of the picture.
    pub thumb: Text,
    /// Whether this is a managed user of the caller's Home.
    pub restricted: bool,
    /// What a managed user may see: `little_kid`, `older_kid` or `teen`.
    pub restriction_profile: Option<Text>,
    /// Whether the person belongs to the caller's Home.
    pub home: bool,
    /// How far it is.
    pub status: Option<FriendStatus>,
    /// When the two became friends.
    pub friendship_created_at: Option<DateTime>,
    /// What the person may do on shared servers; where it was asked for.
    pub sharing_settings: Option<SharingSettings>,
    /// The servers shared between the two; where it was asked for.
    pub shared_servers: Vec<ServerShare>,
    /// Other things shared; where it was asked for.
    pub shared_sources: Vec<Text>,
}

impl Root for Friend {
    const ROOT: &'static str = "friend";
}

impl Root for Vec<Friend> {
    const ROOT: &'static str = "friends";
}

/// What someone may do on servers that are shared with them.
///
/// A filter lists what may be seen: `contentRating=G%2CPG|label=Kids`, with `contentRating!` and `label!` for what may
/// not. Nothing or an empty text stands for everything.
#[model]
#[derive(Eq)]
pub struct SharingSettings {
    /// Whether they may download.
    pub allow_sync: Option<bool>,
    /// Whether they may upload photos.
    pub allow_camera_upload: Option<bool>,
    /// Whether they may use channels.
    pub allow_channels: Option<bool>,
    /// Whether they may search for subtitles.
    pub allow_subtitle_admin: Option<bool>,
    /// Whether they may use tuners: 0 no, 1 live TV, 2 recordings too.
    pub allow_tuners: Option<u8>,
    /// The filter for everything.
    pub filter_all: Option<Text>,
    /// The filter for movies.
    pub filter_movies: Option<Text>,
    /// The filter for shows.
    pub filter_television: Option<Text>,
    /// The filter for music.
    pub filter_music: Option<Text>,
    /// The filter for photos.
    pub filter_photos: Option<Text>,
}

/// A server's share with one person, from either side.
#[model]
pub struct ServerShare {
    /// The share's number.
    pub id: u64,
    /// The server's name.
    pub name: Text,
    /// The server's machine identifier.
    pub machine_identifier: MachineIdentifier,
    /// The server's number at plex.tv.
    pub server_id: Option<u64>,
    /// The owner's number.
    pub owner_id: Option<u64>,
    /// Whether the caller owns the server.
    pub owned: bool,
    /// The person's number; absent where an address without an account was invited.
    pub invited_id: Option<u64>,
    /// The address that was invited, where it had no account.
    pub invited_email: Option<Text>,
    /// A secret that accepts the invitation.
    pub invite_token: Option<Secret>,
    /// Whether the person accepted.
    pub accepted: bool,
    /// When the person accepted.
    pub accepted_at: Option<DateTime>,
    /// When the owner took the share back.
    pub deleted_at: Option<DateTime>,
    /// When the person left it.
    pub left_at: Option<DateTime>,
    /// When the server was last seen.
    pub last_seen_at: Option<DateTime>,
    /// How many libraries are shared.
    pub num_libraries: Option<u32>,
    /// Whether all libraries are shared, later ones too.
    pub all_libraries: bool,
    /// The shared libraries.
    pub libraries: Vec<PlexTvSection>,
    /// What the person may do there.
    pub sharing_settings: Option<SharingSettings>,
    /// The person, where the share was just made.
    pub invited: Option<Box<Friend>>,
}

impl Root for ServerShare {
    const ROOT: &'static str = "sharedServer";
}

/// A library of a server, by its number at plex.tv and its number on the server.
#[model]
pub struct PlexTvSection {
    /// Its number at plex.tv; shares are made with these.
    pub id: u64,
    /// Its number on the server.
    pub key: u64,
    /// Its name.
    pub title: Text,
    /// Its kind, such as `movie`.
    #[wire(name = "type")]
    pub kind: Text,
}

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
    /// The filter for everything; see [`SharingSettings`].
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
