//! What a webhook tells: [`WebhookPayload`].

use crate::model::library::metadata::Metadata;
use crate::text::Text;
use plex_sdk_derive::model;

open_enum! {
    /// The event that triggered a webhook.
    WebhookEvent {
        /// An item was added that is next in line for its user (On Deck).
        LibraryOnDeck = "library.on.deck",
        /// An item was added to the library.
        LibraryNew = "library.new",
        /// Playback was paused.
        MediaPause = "media.pause",
        /// Playback started.
        MediaPlay = "media.play",
        /// A user rated an item.
        MediaRate = "media.rate",
        /// Playback resumed.
        MediaResume = "media.resume",
        /// An item counts as played: about 90 percent of it was played.
        MediaScrobble = "media.scrobble",
        /// Playback stopped.
        MediaStop = "media.stop",
        /// The database was backed up.
        AdminDatabaseBackup = "admin.database.backup",
        /// The database is corrupted.
        AdminDatabaseCorrupted = "admin.database.corrupted",
        /// A new device uses the owner's account.
        DeviceNew = "device.new",
        /// A shared user started playback.
        PlaybackStarted = "playback.started",
    }
}

/// The JSON payload of a webhook.
#[model(required)]
pub struct WebhookPayload {
    /// Event that triggered the webhook.
    pub event: WebhookEvent,
    /// Whether the user who registered the webhook owns the server.
    #[wire(default)]
    pub owner: bool,
    /// Whether the user who registered the webhook triggered the event.
    #[wire(default)]
    pub user: bool,
    /// Rating that the user gave, 0 to 10.
    pub rating: Option<f64>,
    /// User who triggered the event.
    #[wire(name = "Account")]
    pub account: Option<WebhookAccount>,
    /// Server that sent the webhook.
    #[wire(name = "Server")]
    pub server: Option<WebhookServer>,
    /// Player that the event refers to.
    #[wire(name = "Player")]
    pub player: Option<WebhookPlayer>,
    /// Item that the event refers to.
    #[wire(name = "Metadata")]
    pub metadata: Option<Box<Metadata>>,
}

/// The user who triggered a webhook event.
#[model]
pub struct WebhookAccount {
    /// Account ID on the server. 1 is the owner.
    pub id: u64,
    /// URL of the avatar. Can be empty.
    pub thumb: Option<Text>,
    /// Display name.
    pub title: Option<Text>,
}

/// The server that sent a webhook.
#[model]
pub struct WebhookServer {
    /// Friendly name of the server.
    pub title: Option<Text>,
    /// Machine identifier of the server.
    pub uuid: Option<Text>,
}

/// The player that a webhook event refers to.
#[model]
pub struct WebhookPlayer {
    /// Whether the player is in the server's own network.
    pub local: bool,
    /// Public IP address of the player.
    pub public_address: Option<Text>,
    /// Name of the player.
    pub title: Option<Text>,
    /// Client identifier of the player.
    pub uuid: Option<Text>,
}
