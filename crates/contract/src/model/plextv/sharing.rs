//! Friends ([`Friend`]), and how servers and their libraries are shared with them.

use crate::ids::MachineIdentifier;
use crate::reply::Root;
use crate::text::Text;
use crate::time::{DateTime, Timestamp};
use crate::token::{Secret, ServerToken};
use plex_sdk_derive::model;

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

/// The people that a server is shared with.
#[model]
pub struct SharedServers {
    /// The shares, one a person.
    #[wire(name = "SharedServer")]
    pub shared_servers: Vec<SharedServer>,
}

/// A server's share with one person.
#[model(required)]
#[derive(Default)]
pub struct SharedServer {
    /// The share's number.
    #[wire(default)]
    pub id: u64,
    /// The person's number.
    #[wire(name = "userID")]
    pub user_id: u64,
    /// The person's name.
    #[wire(default)]
    pub username: Text,
    /// The person's e-mail address.
    #[wire(default)]
    pub email: Text,
    /// The server's name.
    #[wire(default)]
    pub name: Text,
    /// The person's token for the server; absent until the invitation is accepted.
    pub access_token: Option<ServerToken>,
    /// When the person was invited.
    pub invited_at: Option<Timestamp>,
    /// When the person accepted.
    pub accepted_at: Option<Timestamp>,
    /// Whether all libraries are shared, later ones too.
    #[wire(default)]
    pub all_libraries: bool,
    /// Whether the person may download.
    #[wire(default)]
    pub allow_sync: bool,
    /// Whether the person may upload photos.
    #[wire(default)]
    pub allow_camera_upload: bool,
    /// Whether the person may use channels.
    #[wire(default)]
    pub allow_channels: bool,
    /// The libraries, shared or not.
    #[wire(name = "Section", default)]
    pub sections: Vec<SharedSection>,
}

/// A library of a server, as plex.tv knows it.
#[model]
pub struct SharedSection {
    /// Its number at plex.tv.
    pub id: u64,
    /// Its number on the server.
    pub key: Text,
    /// Its name.
    pub title: Text,
    /// Its kind, such as `movie`.
    #[wire(name = "type")]
    pub kind: Text,
    /// Whether it is shared with the person.
    pub shared: bool,
}

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
