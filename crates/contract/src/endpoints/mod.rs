//! Every operation, a file a group; [`all`] is the whole table, and the macros at the end say who offers which group.

pub mod activities;
pub mod authentication;
pub mod butler;
pub mod collections;
pub mod content;
pub mod devices;
pub mod discover;
pub mod download_queue;
pub mod dvrs;
pub mod epg;
pub mod events;
pub mod general;
pub mod hubs;
pub mod library;
pub mod live_tv;
pub mod log;
pub mod metadata_agents;
pub mod metadata_provider;
pub mod play_queue;
pub mod player;
pub mod playlists;
pub mod plextv;
pub mod preferences;
pub mod provider;
pub mod search;
pub mod sonos;
pub mod status;
pub mod subscriptions;
pub mod timeline;
pub mod transcoder;
pub mod ultra_blur;
pub mod updater;

use crate::endpoint::Meta;

/// Hands each list with its module to `tables!`.
macro_rules! tables {
    ($($name:ident $Group:ident $doc:literal $module:tt $($list:ident)+;)+) => {
        &[$(&[$(table!($module $list)),+]),+]
    };
}
macro_rules! table {
    ([$($module:ident)::+] $list:ident) => { $($module)::+::$list };
}

/// The tables of all lists, by who offers them and by group.
const TABLES: [&[&[&[Meta]]]; 3] = [
    crate::server_groups!(tables),
    crate::account_groups!(tables),
    crate::player_groups!(tables),
];

/// Every operation as data, group by group.
pub fn all() -> impl Iterator<Item = &'static Meta> {
    TABLES
        .into_iter()
        .flatten()
        .copied()
        .flatten()
        .copied()
        .flatten()
}

/// The operation of this name, as `GetTransientToken` or `get_transient_token`.
pub fn find(name: &str) -> Option<&'static Meta> {
    all().find(|meta| meta.name == name || meta.operation() == name)
}

/// The groups of a server's operations: name, what it is, its module, and the lists of its operations.
#[doc(hidden)]
#[macro_export]
macro_rules! server_groups {
    ($callback:ident) => {
        $callback! {
            activities Activities "What the server is doing in the background." [activities] activities_endpoints;
            authentication Authentication "Temporary tokens, and connections to sources that the server knows." [authentication] authentication_endpoints;
            butler Butler "The tasks that the server does at night." [butler] butler_endpoints;
            collections Collections "Collections: made, filled, ordered." [collections] collections_endpoints;
            content Content "The items of the library." [content] content_endpoints;
            devices Devices "Tuners for live TV." [devices] devices_endpoints;
            download_queue DownloadQueue "Queues of items made ready for download." [download_queue] download_queue_endpoints;
            dvrs Dvrs "Recorders of live TV." [dvrs] dvrs_endpoints;
            epg Epg "The programme guide of live TV." [epg] epg_endpoints;
            general General "The server about itself, and its administration." [general] general_server_endpoints general_administration_endpoints general_statistics_endpoints general_sync_endpoints;
            hubs Hubs "Rows of items to start from." [hubs] hubs_endpoints;
            library Library "The library: its sections, lists, items, artwork and media." [library] library_sections_endpoints library_upkeep_endpoints library_listing_endpoints library_choices_endpoints library_all_endpoints library_items_endpoints library_related_endpoints library_matching_endpoints library_analysis_endpoints library_markers_endpoints library_artwork_endpoints library_artwork_choices_endpoints library_media_endpoints;
            live_tv LiveTv "Running sessions of live TV, and recordings." [live_tv] live_tv_endpoints;
            log Log "Lines for the server's log." [log] log_endpoints;
            metadata_agents MetadataAgents "Providers of metadata, and groups of them." [metadata_agents] metadata_agents_endpoints;
            play_queue PlayQueue "Play queues: what plays now and what next." [play_queue] play_queue_endpoints;
            playlists Playlists "Playlists: made, filled, ordered." [playlists] playlists_endpoints;
            preferences Preferences "The server's settings." [preferences] preferences_endpoints;
            provider Provider "Media providers." [provider] provider_endpoints;
            search Search "Search through everything." [search] search_endpoints;
            status Status "Who plays what, now and before." [status] status_endpoints;
            subscriptions Subscriptions "What is to be recorded." [subscriptions] subscriptions_endpoints;
            timeline Timeline "Playback reported: progress, played or not, ratings." [timeline] timeline_endpoints;
            transcoder Transcoder "Conversion of media, pictures and subtitles while they play." [transcoder] transcoder_endpoints;
            ultra_blur UltraBlur "Colours and backgrounds made from a picture." [ultra_blur] ultra_blur_endpoints;
            updater Updater "Updates of the server." [updater] updater_endpoints;
        }
    };
}

/// The groups of the operations of plex.tv and the hosts beside it; see [`server_groups`].
#[doc(hidden)]
#[macro_export]
macro_rules! account_groups {
    ($callback:ident) => {
        $callback! {
            authentication Authentication "Sign-in, and the check of a token." [plextv::authentication] plextv_authentication_endpoints;
            settings Settings "The account's settings: privacy, opt-outs, web hooks." [plextv::settings] plextv_settings_endpoints;
            devices Devices "The account's devices and their sync items." [plextv::devices] plextv_devices_endpoints;
            discover Discover "The watchlist, and what to watch where." [discover] discover_endpoints;
            friends Friends "Friends and invitations." [plextv::friends] plextv_friends_endpoints;
            general General "plex.tv about itself, and services beside the account." [plextv::general] plextv_general_endpoints;
            home Home "The users of the Home, and switching between them." [plextv::home] plextv_home_endpoints;
            metadata_provider MetadataProvider "What Plex knows of movies, shows and music." [metadata_provider] metadata_provider_endpoints;
            resources Resources "The servers and players of the account." [plextv::resources] plextv_resources_endpoints;
            sharing Sharing "Who the account's servers are shared with." [plextv::sharing] plextv_sharing_endpoints;
            sonos Sonos "Sonos speakers as players." [sonos] sonos_endpoints;
        }
    };
}

/// The groups of a player's operations; see [`server_groups`].
#[doc(hidden)]
#[macro_export]
macro_rules! player_groups {
    ($callback:ident) => {
        $callback! {
            playback Playback "What the player plays." [player::playback] player_playback_endpoints player_adjust_endpoints;
            companion Companion "What the player is, shows and reports." [player::companion] player_companion_endpoints;
        }
    };
}
