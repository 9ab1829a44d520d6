//! A server about itself: who it is ([`Identity`]) and what it can do ([`ServerInfo`]).

use crate::ids::MachineIdentifier;
use crate::model::library::directory::Directory;
use crate::model::provider::MediaProvider;
use crate::text::Text;
use crate::time::Timestamp;
use plex_sdk_derive::model;

/// Who a server is; answered to everyone, without a token.
#[model(required)]
#[derive(Default)]
pub struct Identity {
    /// The server's id.
    pub machine_identifier: MachineIdentifier,
    /// The server's version, such as `1.43.2.10687-563d026ea`.
    pub version: Text,
    /// Whether it belongs to an account; `None` on servers too old to say.
    pub claimed: Option<bool>,
    /// The version of the API it speaks, such as `1.2.2`.
    pub api_version: Option<Text>,
}

/// What a server says of itself at its root.
#[model]
pub struct ServerInfo {
    /// The name its owner gave it.
    pub friendly_name: Option<Text>,
    /// The server's id.
    pub machine_identifier: Option<MachineIdentifier>,
    /// The server's version.
    pub version: Option<Text>,
    /// The version of the API it speaks.
    pub api_version: Option<Text>,
    /// The operating system, such as `Linux`.
    pub platform: Option<Text>,
    /// The operating system's version.
    pub platform_version: Option<Text>,
    /// The country it is in, three letters.
    pub country_code: Option<Text>,
    /// The name it goes by in a list of servers.
    pub name: Option<Text>,
    /// The port it listens on.
    pub port: Option<u32>,
    /// When it last changed; -1 while an unclaimed server starts.
    pub updated_at: Option<Timestamp>,
    /// What start-up is doing, such as `startingPlugins`; absent when ready.
    pub start_state: Option<Text>,
    /// Whether phones may upload photos.
    pub allow_camera_upload: bool,
    /// Whether channels may be used.
    pub allow_channel_access: bool,
    /// Whether clients may delete files.
    pub allow_media_deletion: Option<bool>,
    /// Whether it may be shared with others.
    pub allow_sharing: bool,
    /// Whether tuners may be used.
    pub allow_tuners: bool,
    /// Whether it can convert files in the background.
    pub background_processing: bool,
    /// Whether it has a certificate for secure connections.
    pub certificate: Option<bool>,
    /// Whether it belongs to an account, where the server says so here.
    pub claimed: Option<bool>,
    /// Whether it relays commands to players.
    pub companion_proxy: bool,
    /// Comma list of the reports it can make, such as `logs`.
    pub diagnostics: Option<Text>,
    /// Whether it offers the event stream.
    pub event_stream: bool,
    /// Whether it searches in rows.
    pub hub_search: bool,
    /// Whether it groups photos.
    pub item_clusters: bool,
    /// The version of its live TV.
    pub livetv: Option<u32>,
    /// The version of its media analysis, on old servers.
    pub media_analysis_version: Option<u32>,
    /// Whether it lists its media providers.
    pub media_providers: bool,
    /// Whether it serves several users.
    pub multiuser: bool,
    /// The version of its sonic analysis.
    pub music_analysis: Option<u32>,
    /// Whether it can be bound to an account.
    pub my_plex: bool,
    /// Why it is not reachable from outside.
    pub my_plex_mapping_error: Option<MappingError>,
    /// How far it got with being reachable from outside.
    pub my_plex_mapping_state: Option<MappingState>,
    /// Whether it is signed in at plex.tv.
    pub my_plex_signin_state: Option<SigninState>,
    /// Whether its owner has a Plex Pass.
    pub my_plex_subscription: bool,
    /// The owner's name or e-mail address.
    pub my_plex_username: Option<Text>,
    /// The version of its conversion for downloads.
    pub offline_transcode: Option<u32>,
    /// Comma list of features the owner has: words and UUIDs.
    pub owner_features: Option<Text>,
    /// Whether it tags photos by itself.
    pub photo_auto_tag: Option<bool>,
    /// Whether it runs plug-ins.
    pub plugin_host: bool,
    /// Whether it pushes notifications.
    pub push_notifications: bool,
    /// Whether its libraries cannot be changed.
    pub read_only_libraries: bool,
    /// Whether it takes parameters from cookies.
    pub request_parameters_in_cookie: Option<bool>,
    /// The version of its choice of adaptive rates.
    #[wire(name = "streamingBrainABRVersion")]
    pub streaming_brain_abr_version: Option<u32>,
    /// The version of its choice of what to transcode.
    pub streaming_brain_version: Option<u32>,
    /// Whether it makes copies for devices.
    pub sync: bool,
    /// How many videos it transcodes now.
    pub transcoder_active_video_sessions: Option<u32>,
    /// Whether it transcodes sound.
    pub transcoder_audio: bool,
    /// Whether it converts lyrics.
    pub transcoder_lyrics: bool,
    /// Whether it scales photos.
    pub transcoder_photo: bool,
    /// Whether it converts subtitles.
    pub transcoder_subtitles: bool,
    /// Whether it transcodes video.
    pub transcoder_video: bool,
    /// Comma list of the rates it offers, in kbit/s.
    pub transcoder_video_bitrates: Option<Text>,
    /// Comma list of the quality numbers, one for each rate.
    pub transcoder_video_qualities: Option<Text>,
    /// Comma list of the heights, one for each rate.
    pub transcoder_video_resolutions: Option<Text>,
    /// Whether it can update itself.
    pub updater: bool,
    /// Whether it takes searches by voice.
    pub voice_search: bool,
    /// Whether it has a web engine for channels, on old servers.
    pub webkit: Option<bool>,
    /// Whether Flash is installed, on old servers.
    pub flash_installed: Option<bool>,
    /// Whether Silverlight is installed, on old servers.
    pub silverlight_installed: Option<bool>,
    /// Whether Soundflower is installed, on old servers.
    pub soundflower_installed: Option<bool>,
    /// The first steps of its paths, each with how many lie below.
    #[wire(name = "Directory")]
    pub directories: Vec<Directory>,
    /// What it offers, in the answer to `GET /media/providers` alone.
    #[wire(name = "MediaProvider")]
    pub providers: Vec<MediaProvider>,
}

open_enum! {
    /// How far a server got with being reachable from outside.
    MappingState {
        /// Not known yet.
        Undetermined = "unknown",
        /// Under way.
        Waiting = "waiting",
        /// Reachable.
        Mapped = "mapped",
        /// Not reachable.
        Failed = "failed",
    }
}

open_enum! {
    /// Why a server is not reachable from outside.
    MappingError {
        /// plex.tv refused the server's token.
        BadAuth = "badauth",
        /// plex.tv could not reach it.
        Unreachable = "unreachable",
        /// The account is gone.
        MyPlexGone = "myplexgone",
        /// plex.tv did not take the server's address.
        PublishError = "publisherror",
        /// Two routers translate addresses.
        DoubleNat = "doublenat",
        /// The network's packets are too large.
        JumboFrames = "jumboframes",
    }
}

open_enum! {
    /// Whether a server is signed in at plex.tv.
    SigninState {
        /// Not known yet.
        Undetermined = "unknown",
        /// Not signed in.
        SignedOut = "none",
        /// Signed in, but plex.tv refuses the token.
        Invalid = "invalid",
        /// Signed in.
        SignedIn = "ok",
    }
}
