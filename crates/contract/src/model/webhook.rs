//! What a webhook tells: [`WebhookPayload`].

use crate::model::library::metadata::Metadata;
use crate::text::Text;
use plex_sdk_derive::model;

open_enum! {
    /// What a webhook was called for.
    WebhookEvent {
        /// An item was added that is next for its user.
        LibraryOnDeck = "library.on.deck",
        /// An item was added.
        LibraryNew = "library.new",
        /// A player paused.
        MediaPause = "media.pause",
        /// A player started.
        MediaPlay = "media.play",
        /// A user rated an item.
        MediaRate = "media.rate",
        /// A player goes on after a pause.
        MediaResume = "media.resume",
        /// An item was played for the greater part, nine tenths or so.
        MediaScrobble = "media.scrobble",
        /// A player stopped.
        MediaStop = "media.stop",
        /// The database was backed up.
        AdminDatabaseBackup = "admin.database.backup",
        /// The database is damaged.
        AdminDatabaseCorrupted = "admin.database.corrupted",
        /// A device uses the owner's account that did not before.
        DeviceNew = "device.new",
        /// A user whom the server is shared with started to play.
        PlaybackStarted = "playback.started",
    }
}

/// The JSON that a webhook carries.
#[model(required)]
pub struct WebhookPayload {
    /// What it was called for.
    pub event: WebhookEvent,
    /// Whether the user whose webhook it is owns the server.
    #[wire(default)]
    pub owner: bool,
    /// Whether the user whose webhook it is has set it off.
    #[wire(default)]
    pub user: bool,
    /// The rating that was given, 0 to 10.
    pub rating: Option<f64>,
    /// Who set it off.
    #[wire(name = "Account")]
    pub account: Option<WebhookAccount>,
    /// The server.
    #[wire(name = "Server")]
    pub server: Option<WebhookServer>,
    /// The player.
    #[wire(name = "Player")]
    pub player: Option<WebhookPlayer>,
    /// The item.
    #[wire(name = "Metadata")]
    pub metadata: Option<Box<Metadata>>,
}

/// Who set a webhook off.
#[model]
pub struct WebhookAccount {
    /// The account's number, as the server counts them; 1 is the owner.
    pub id: u64,
    /// The address of the account's picture; may be empty.
    pub thumb: Option<Text>,
    /// The account's name.
    pub title: Option<Text>,
}

/// The server that calls.
#[model]
pub struct WebhookServer {
    /// The server's name.
    pub title: Option<Text>,
    /// The server's machine identifier.
    pub uuid: Option<Text>,
}

/// The player that is told of.
#[model]
pub struct WebhookPlayer {
    /// Whether it is in the server's network.
    pub local: bool,
    /// The address it is seen at.
    pub public_address: Option<Text>,
    /// The player's name.
    pub title: Option<Text>,
    /// The player's client identifier.
    pub uuid: Option<Text>,
}
