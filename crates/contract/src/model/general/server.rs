//! A server about itself: who it is ([`Identity`]) and what it can do ([`ServerInfo`]).

use crate::ids::MachineIdentifier;
use crate::model::library::directory::Directory;
use crate::model::provider::MediaProvider;
use crate::text::Text;
use crate::time::Timestamp;
use plex_sdk_derive::model;

/// The identity of a server. Available without a token.
#[model(required)]
#[derive(Default)]
pub struct Identity {
    /// Machine identifier of the server.
    pub machine_identifier: MachineIdentifier,
    /// Version of the server, such as `1.43.2.10687-563d026ea`.
    pub version: Text,
    /// Whether the server is claimed by an account. Absent on older servers.
    pub claimed: Option<bool>,
    /// API version of the server, such as `1.2.2`.
    pub api_version: Option<Text>,
}

/// The properties and features of a server, from the root of its API.
#[model]
pub struct ServerInfo {
    /// Friendly name of the server, set by its owner.
    pub friendly_name: Option<Text>,
    /// Machine identifier of the server.
    pub machine_identifier: Option<MachineIdentifier>,
    /// Version of the server, such as `1.43.2.10687-563d026ea`.
    pub version: Option<Text>,
    /// API version of the server, such as `1.2.2`.
    pub api_version: Option<Text>,
    /// Operating system, such as `Linux`.
    pub platform: Option<Text>,
    /// Version of the operating system.
    pub platform_version: Option<Text>,
    /// Three-letter country code.
    pub country_code: Option<Text>,
    /// Name of the server in a list of servers.
    pub name: Option<Text>,
    /// Port, 1 to 65535.
    pub port: Option<u32>,
    /// When the server last changed. -1 while an unclaimed server starts.
    pub updated_at: Option<Timestamp>,
    /// Startup step in progress, such as `startingPlugins`. Absent if the server is ready.
    pub start_state: Option<Text>,
    /// Whether mobile devices may upload photos.
    pub allow_camera_upload: bool,
    /// Whether channels may be used.
    pub allow_channel_access: bool,
    /// Whether clients may delete media files. Absent if they may not.
    pub allow_media_deletion: Option<bool>,
    /// Whether the server may be shared with other users.
    pub allow_sharing: bool,
    /// Whether tuners may be used.
    pub allow_tuners: bool,
    /// Whether the server can transcode files in the background.
    pub background_processing: bool,
    /// Whether the server has a certificate for secure connections. Absent if it has none.
    pub certificate: Option<bool>,
    /// Whether the server is claimed by an account. Absent on older servers.
    pub claimed: Option<bool>,
    /// Whether the server relays commands to players.
    pub companion_proxy: bool,
    /// Comma-separated diagnostics that the server offers, such as `logs,databases`.
    pub diagnostics: Option<Text>,
    /// Whether the server offers the event stream.
    pub event_stream: bool,
    /// Whether the server supports hub search, which groups results into hubs.
    pub hub_search: bool,
    /// Whether the server groups photos into clusters.
    pub item_clusters: bool,
    /// Version of the live TV feature.
    pub livetv: Option<u32>,
    /// Version of the media analysis. Only on older servers.
    pub media_analysis_version: Option<u32>,
    /// Whether the server lists its media providers.
    pub media_providers: bool,
    /// Whether the server supports multiple users.
    pub multiuser: bool,
    /// Version of the sonic analysis.
    pub music_analysis: Option<u32>,
    /// Whether the server can be linked to an account.
    pub my_plex: bool,
    /// Reason why the server is not reachable from outside its network.
    pub my_plex_mapping_error: Option<MappingError>,
    /// Whether the server is reachable from outside its network.
    pub my_plex_mapping_state: Option<MappingState>,
    /// Whether the server is signed in to plex.tv.
    pub my_plex_signin_state: Option<SigninState>,
    /// Whether the owner has a Plex Pass.
    pub my_plex_subscription: bool,
    /// Username or email address of the owner.
    pub my_plex_username: Option<Text>,
    /// Version of the offline transcoder, which prepares downloads.
    pub offline_transcode: Option<u32>,
    /// Comma-separated features enabled for the owner: names and UUIDs.
    pub owner_features: Option<Text>,
    /// Whether the server tags photos automatically.
    pub photo_auto_tag: Option<bool>,
    /// Whether the server runs plug-ins.
    pub plugin_host: bool,
    /// Whether the server sends push notifications.
    pub push_notifications: bool,
    /// Whether the libraries are read-only.
    pub read_only_libraries: bool,
    /// Whether the server accepts request parameters in cookies.
    pub request_parameters_in_cookie: Option<bool>,
    /// Version of the adaptive bitrate logic.
    #[wire(name = "streamingBrainABRVersion")]
    pub streaming_brain_abr_version: Option<u32>,
    /// Version of the logic that decides what to transcode.
    pub streaming_brain_version: Option<u32>,
    /// Whether the server supports mobile sync.
    pub sync: bool,
    /// Number of video transcode sessions in progress. Absent means 0.
    pub transcoder_active_video_sessions: Option<u32>,
    /// Whether the server transcodes audio.
    pub transcoder_audio: bool,
    /// Whether the server converts lyrics.
    pub transcoder_lyrics: bool,
    /// Whether the server resizes photos.
    pub transcoder_photo: bool,
    /// Whether the server converts subtitles.
    pub transcoder_subtitles: bool,
    /// Whether the server transcodes video.
    pub transcoder_video: bool,
    /// Comma-separated video bitrates to offer to the user, in kbit/s.
    pub transcoder_video_bitrates: Option<Text>,
    /// Comma-separated quality numbers, one for each bitrate. From 0.
    pub transcoder_video_qualities: Option<Text>,
    /// Comma-separated video heights, one for each bitrate, in pixels.
    pub transcoder_video_resolutions: Option<Text>,
    /// Whether the server can update itself.
    pub updater: bool,
    /// Whether the server supports voice search.
    pub voice_search: bool,
    /// Whether the server has WebKit for channels. Only on older servers.
    pub webkit: Option<bool>,
    /// Whether Flash is installed. Only on older servers.
    pub flash_installed: Option<bool>,
    /// Whether Silverlight is installed. Only on older servers.
    pub silverlight_installed: Option<bool>,
    /// Whether Soundflower is installed. Only on older servers.
    pub soundflower_installed: Option<bool>,
    /// Top-level paths of the server's API, each with its number of entries.
    #[wire(name = "Directory")]
    pub directories: Vec<Directory>,
    /// Media providers of the server. Only in the response to `GET /media/providers`.
    #[wire(name = "MediaProvider")]
    pub providers: Vec<MediaProvider>,
}

open_enum! {
    /// Whether a server is reachable from outside its network.
    MappingState {
        /// Not known yet.
        Undetermined = "unknown",
        /// The mapping is in progress.
        Waiting = "waiting",
        /// The server is reachable.
        Mapped = "mapped",
        /// The server is not reachable.
        Failed = "failed",
    }
}

open_enum! {
    /// The reason why a server is not reachable from outside its network.
    MappingError {
        /// plex.tv rejected the server's token.
        BadAuth = "badauth",
        /// plex.tv could not reach the server.
        Unreachable = "unreachable",
        /// The account no longer exists.
        MyPlexGone = "myplexgone",
        /// plex.tv did not accept the server's address.
        PublishError = "publisherror",
        /// Two routers translate addresses (double NAT).
        DoubleNat = "doublenat",
        /// The network uses jumbo frames.
        JumboFrames = "jumboframes",
    }
}

open_enum! {
    /// Whether a server is signed in to plex.tv.
    SigninState {
        /// Not known yet.
        Undetermined = "unknown",
        /// The server is signed out.
        SignedOut = "none",
        /// The server is signed in, but plex.tv rejects its token.
        Invalid = "invalid",
        /// The server is signed in.
        SignedIn = "ok",
    }
}
