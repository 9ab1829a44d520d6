//! What a player is, shows and reports.

use crate::codec::envelope::MediaContainer;
use crate::ids::{ClientIdentifier, MachineIdentifier};
use crate::model::{CompanionPlayers, NavigationStep, PlayerTimelines};
use crate::reply::NoBody;
use crate::text::Text;
use crate::token::TransientToken;
use plex_sdk_derive::{endpoints, request};

endpoints! {
    Player, companion, player_companion_endpoints;

    /// Returns a player's name and capabilities, requested from the player itself.
    GetClientResourcesRoot {}: GET "/resources"
        -> MediaContainer<CompanionPlayers>, Public, Read, unpublished;
    /// Returns a player's name and capabilities, directly or through a server.
    GetClientResources: GET "/player/resources" -> MediaContainer<CompanionPlayers>, User, Read, unpublished;
    /// Opens an item's details page on a player, without playing the item.
    MirrorDetails: GET | POST "/player/mirror/details" -> NoBody, User, Idempotent, unpublished;
    /// Sends a remote control command, such as up, down, select or back, to a player.
    Navigation: GET | POST "/player/navigation/{cmd}" -> NoBody, User, Once, unpublished;
    /// Returns what a player is playing.
    PlayerPollTimeline: GET "/player/timeline/poll"
        -> MediaContainer<PlayerTimelines>, User, Read, unpublished;
    /// Subscribes to a player's timeline, so that the player reports its state to the caller.
    PlayerSubscribeTimeline: GET | POST "/player/timeline/subscribe" -> NoBody, User, Idempotent, unpublished;
    /// Cancels a subscription to a player's timeline.
    PlayerUnsubscribeTimeline: GET | POST "/player/timeline/unsubscribe"
        -> NoBody, User, Idempotent, unpublished;
}

/// Some players require a token.
#[request]
pub struct GetClientResourcesRoot {}

#[request]
pub struct GetClientResources {
    /// The client identifier of the player. Required if a server relays the request.
    #[wire(name = "X-Plex-Target-Client-Identifier")]
    pub target: Option<ClientIdentifier>,
}

#[request]
pub struct MirrorDetails {
    /// The key of the item, such as `/library/metadata/900`.
    pub key: Option<Text>,
    /// The machine identifier of the server that has the item.
    pub machine_identifier: Option<MachineIdentifier>,
    /// The protocol to connect to that server with: `http` or `https`.
    pub protocol: Option<Text>,
    /// The address of that server, as seen from the player.
    pub address: Option<Text>,
    /// The port of that server. 1 to 65535.
    pub port: Option<u16>,
    /// A transient token for that server. The player keeps it.
    pub token: Option<TransientToken>,
    /// The number of the command. A controller must increase it with every command.
    #[wire(name = "commandID", default)]
    pub command_id: u32,
    /// The client identifier of the player. Required if a server relays the command.
    #[wire(name = "X-Plex-Target-Client-Identifier")]
    pub target: Option<ClientIdentifier>,
}

#[request]
pub struct Navigation {
    /// The navigation command.
    pub cmd: NavigationStep,
    /// The number of the command. A controller must increase it with every command.
    #[wire(name = "commandID", default)]
    pub command_id: u32,
    /// The client identifier of the player. Required if a server relays the command.
    #[wire(name = "X-Plex-Target-Client-Identifier")]
    pub target: Option<ClientIdentifier>,
}

/// The response contains a timeline for each type of media, and the number of the last command that the player
/// executed.
#[request]
pub struct PlayerPollTimeline {
    /// Whether the player waits with its response until its state changes.
    pub wait: Option<bool>,
    /// The number of the command. A controller must increase it with every command.
    #[wire(name = "commandID", default)]
    pub command_id: u32,
    /// The client identifier of the player. Required if a server relays the request.
    #[wire(name = "X-Plex-Target-Client-Identifier")]
    pub target: Option<ClientIdentifier>,
}

/// The player sends its reports to the IP address that the request comes from, at `port`. A subscription expires after
/// a while. To keep receiving reports, send the request again in time.
#[request]
pub struct PlayerSubscribeTimeline {
    /// The protocol that the player sends its reports with: `http`.
    pub protocol: Option<Text>,
    /// The port that the caller listens on. 1 to 65535.
    pub port: u16,
    /// The number of the command. A controller must increase it with every command.
    #[wire(name = "commandID", default)]
    pub command_id: u32,
    /// The client identifier of the player. Required if a server relays the request.
    #[wire(name = "X-Plex-Target-Client-Identifier")]
    pub target: Option<ClientIdentifier>,
}

/// See [`PlayerSubscribeTimeline`].
#[request]
pub struct PlayerUnsubscribeTimeline {
    /// The number of the command. A controller must increase it with every command.
    #[wire(name = "commandID", default)]
    pub command_id: u32,
    /// The client identifier of the player. Required if a server relays the request.
    #[wire(name = "X-Plex-Target-Client-Identifier")]
    pub target: Option<ClientIdentifier>,
}
