//! The table of operations with their handlers, and which of them a request means.
//!
//! Operations of the contract without a handler are known as well: whoever may call them is told that they are not served.

use crate::file::File;
use crate::refusal::Refusal;
use crate::serve::Call;
use crate::{player, plextv, pms};
use axum::response::Response;
use http::{HeaderName, HeaderValue, Method, StatusCode, header};
use plex_sdk_contract::codec::Format;
use plex_sdk_contract::codec::envelope::MediaContainer;
use plex_sdk_contract::endpoint::{Endpoint, Host, Meta};
use plex_sdk_contract::endpoints::{
    self, activities, authentication, butler, collections, content, general, hubs, library, log,
    play_queue, playlists, preferences, provider, search, status, timeline, transcoder, updater,
};
use plex_sdk_contract::model::ArtworkElement;
use plex_sdk_contract::path::Template;
use plex_sdk_contract::reply::{Binary, Encoded, Named, NoBody, Plain, Reply};
use plex_sdk_contract::{endpoints::plextv as account, params};
use std::sync::LazyLock;

/// A path's values by placeholder.
pub(crate) type PathValues = Vec<(&'static str, String)>;

const CONTAINER_START: HeaderName = HeaderName::from_static("x-plex-container-start");
const CONTAINER_TOTAL_SIZE: HeaderName = HeaderName::from_static("x-plex-container-total-size");

/// What an answer says of its window onto a list.
trait Window {
    fn window(&self) -> Option<(u32, u32)>;
}

impl<T> Window for MediaContainer<T> {
    fn window(&self) -> Option<(u32, u32)> {
        Some((self.offset.unwrap_or(0), self.total_size?))
    }
}

impl<T> Window for Plain<T> {
    fn window(&self) -> Option<(u32, u32)> {
        None
    }
}

impl<T> Window for Named<T> {
    fn window(&self) -> Option<(u32, u32)> {
        None
    }
}

impl Window for NoBody {
    fn window(&self) -> Option<(u32, u32)> {
        None
    }
}

type Handler = Box<dyn Fn(&Call<'_>, PathValues) -> Result<Response, Refusal> + Send + Sync>;

/// An operation with its handler.
pub(crate) struct Route {
    pub(crate) meta: Meta,
    handler: Option<Handler>,
}

impl Route {
    fn new<E>(handler: fn(&Call<'_>, E) -> Result<E::Response, Refusal>) -> Self
    where
        E: Endpoint,
        E::Response: Window,
    {
        Self::with(move |call, request: E| {
            let reply = handler(call, request)?;
            let encoded = reply.encode(call.format).map_err(|error| {
                tracing::error!(%error, operation = E::NAME, "an answer could not be written");
                Refusal::Broken
            })?;
            Ok(response(E::STATUS, encoded, reply.window()))
        })
    }

    /// An operation that answers bytes.
    fn file<E>(handler: fn(&Call<'_>, E) -> Result<File, Refusal>) -> Self
    where
        E: Endpoint<Response = Binary>,
    {
        Self::with(move |call, request: E| Ok(handler(call, request)?.into_response(call.headers)))
    }

    fn with<E: Endpoint>(
        handler: impl Fn(&Call<'_>, E) -> Result<Response, Refusal> + Send + Sync + 'static,
    ) -> Self {
        let run = move |call: &Call<'_>, values: PathValues| {
            let request =
                params::decode_with_body::<E>(values, call.query, call.headers, call.body)
                    .map_err(|_| Refusal::BadRequest)?;
            handler(call, request)
        };
        Self {
            meta: Meta::of::<E>(),
            handler: Some(Box::new(run)),
        }
    }

    pub(crate) fn run(&self, call: &Call<'_>, values: PathValues) -> Result<Response, Refusal> {
        let handler = self.handler.as_ref().ok_or(Refusal::NotServed)?;
        handler(call, values)
    }
}

/// An answer in its spelling, with where its window starts and how many entries the whole list has.
fn response(status: StatusCode, encoded: Encoded, window: Option<(u32, u32)>) -> Response {
    let mut response = Response::new(encoded.body.into());
    *response.status_mut() = status;
    let headers = response.headers_mut();
    if let Some(kind) = encoded.content_type {
        headers.insert(header::CONTENT_TYPE, kind);
    }
    if let Some((start, total)) = window {
        headers.insert(CONTAINER_START, number(start));
        headers.insert(CONTAINER_TOTAL_SIZE, number(total));
    }
    response
}

macro_rules! files {
    ($($Operation:ty => $handler:path,)+) => { vec![$(Route::file::<$Operation>($handler)),+] };
}

/// The operations that answer bytes.
fn files() -> Vec<Route> {
    files! {
        library::GetMediaPart => pms::media::get_media_part,
        library::GetItemArtwork => pms::artwork::get_item_artwork,
        library::GetFile => pms::artwork::get_file,
        library::GetThumbImage => pms::artwork::get_thumb_image,
        library::GetSectionImage => pms::artwork::get_section_image,
        transcoder::TranscodeImage => pms::artwork::transcode_image,
        transcoder::StartTranscodeSession => pms::transcoder::start_transcode_session,
        transcoder::GetHlsSegment => pms::transcoder::get_hls_segment,
    }
}

macro_rules! routes {
    ($($Operation:ty => $handler:path,)+) => { vec![$(Route::new::<$Operation>($handler)),+] };
}

#[expect(clippy::too_many_lines, reason = "it is a table")]
fn table() -> Vec<Route> {
    routes! {
        authentication::GetTransientToken => pms::authentication::get_transient_token,
        authentication::GetSourceConnectionInformation
            => pms::authentication::get_source_connection_information,
        general::GetIdentity => pms::general::get_identity,
        general::GetClients => player::get_clients,
        general::GetServerInfo => pms::general::get_server_info,
        library::GetRootLibrary => pms::library::get_root_library,
        library::GetSections => pms::library::get_sections,
        library::ListFilterChoices => pms::library::list_filter_choices,
        content::ListContent => pms::content::list_content,
        content::GetMetadataItem => pms::content::get_metadata_item,
        content::GetMetadataChildren => pms::content::get_metadata_children,
        content::GetAllItemLeaves => pms::content::get_all_item_leaves,
        provider::ListProviders => pms::provider::list_providers,
        // Collections, playlists, play queues, edits.
        library::GetCollections => pms::collections::get_collections,
        library::DeleteCollection => pms::collections::delete_collection,
        collections::CreateCollection => pms::collections::create_collection,
        collections::GetCollection => pms::collections::get_collection,
        collections::DeleteCollectionByKey => pms::collections::delete_collection_by_key,
        collections::GetCollectionChildren => pms::collections::get_collection_children,
        content::GetCollectionItems => pms::collections::get_collection_items,
        collections::AddCollectionItems => pms::collections::add_collection_items,
        collections::RemoveCollectionItem => pms::collections::remove_collection_item,
        collections::MoveCollectionItem => pms::collections::move_collection_item,
        collections::SetCollectionPreferences => pms::collections::set_collection_preferences,
        playlists::ListPlaylists => pms::playlists::list_playlists,
        playlists::CreatePlaylist => pms::playlists::create_playlist,
        playlists::UploadPlaylist => pms::playlists::upload_playlist,
        playlists::GetPlaylist => pms::playlists::get_playlist,
        playlists::DeletePlaylist => pms::playlists::delete_playlist,
        playlists::UpdatePlaylist => pms::playlists::update_playlist,
        playlists::GetPlaylistItems => pms::playlists::get_playlist_items,
        playlists::AddPlaylistItems => pms::playlists::add_playlist_items,
        playlists::ClearPlaylistItems => pms::playlists::clear_playlist_items,
        playlists::DeletePlaylistItem => pms::playlists::delete_playlist_item,
        playlists::MovePlaylistItem => pms::playlists::move_playlist_item,
        play_queue::CreatePlayQueue => pms::play_queues::create_play_queue,
        play_queue::GetPlayQueue => pms::play_queues::get_play_queue,
        play_queue::AddToPlayQueue => pms::play_queues::add_to_play_queue,
        play_queue::ClearPlayQueue => pms::play_queues::clear_play_queue,
        play_queue::DeletePlayQueueItem => pms::play_queues::delete_play_queue_item,
        play_queue::MovePlayQueueItem => pms::play_queues::move_play_queue_item,
        play_queue::ResetPlayQueue => pms::play_queues::reset_play_queue,
        play_queue::Shuffle => pms::play_queues::shuffle,
        play_queue::Unshuffle => pms::play_queues::unshuffle,
        library::UpdateItems => pms::edits::update_items,
        library::EditMetadataItem => pms::edits::edit_metadata_item,
        library::SetItemPreferences => pms::edits::set_item_preferences,
        library::DeleteMetadataItem => pms::edits::delete_metadata_item,
        library::GetTags => pms::edits::get_tags,
        library::GetCommon => pms::edits::get_common,
        // What an account played and how it rates.
        timeline::MarkPlayed => pms::timeline::mark_played,
        timeline::Unscrobble => pms::timeline::unscrobble,
        timeline::SetRating => pms::timeline::set_rating,
        timeline::Report => pms::timeline::report,
        timeline::GetProgress => pms::timeline::get_progress,
        timeline::RemoveFromContinueWatching => pms::timeline::remove_from_continue_watching,
        // Who plays what.
        status::ListSessions => pms::status::list_sessions,
        status::GetBackgroundTasks => pms::status::get_background_tasks,
        status::ListPlaybackHistory => pms::status::list_playback_history,
        status::GetHistoryItem => pms::status::get_history_item,
        status::DeleteHistory => pms::status::delete_history,
        status::TerminateSession => pms::status::terminate_session,
        // What to watch next, and what came in last.
        library::GetOnDeck => pms::deck::get_on_deck,
        library::GetOnDeckForSection => pms::deck::get_on_deck_for_section,
        library::GetMetadataOnDeck => pms::deck::get_metadata_on_deck,
        library::GetRecentlyAddedGlobal => pms::deck::get_recently_added_global,
        library::GetRecentlyAddedForSection => pms::deck::get_recently_added_for_section,
        library::GetNewestForSection => pms::deck::get_newest_for_section,
        library::GetUnwatchedForSection => pms::deck::get_unwatched_for_section,
        hubs::GetContinueWatchingItems => pms::deck::get_continue_watching_items,
        hubs::GetSectionContinueWatchingItems => pms::deck::get_section_continue_watching_items,
        // Rows of items, and searches.
        hubs::GetAllHubs => pms::hubs::get_all_hubs,
        hubs::GetPromotedHubs => pms::hubs::get_promoted_hubs,
        hubs::GetContinueWatching => pms::hubs::get_continue_watching,
        hubs::GetHomeRecentlyAdded => pms::hubs::get_home_recently_added,
        hubs::GetSectionHubs => pms::hubs::get_section_hubs,
        hubs::GetHubItems => pms::hubs::get_hub_items,
        hubs::GetMetadataHubs => pms::hubs::get_metadata_hubs,
        hubs::GetRelatedHubs => pms::hubs::get_related_hubs,
        hubs::GetPostplayHubs => pms::hubs::get_postplay_hubs,
        library::GetRelatedItems => pms::hubs::get_related_items,
        library::ListSimilar => pms::hubs::list_similar,
        search::SearchHubs => pms::search::search_hubs,
        search::VoiceSearchHubs => pms::search::voice_search_hubs,
        search::GetSearchResults => pms::search::get_search_results,
        library::SearchSection => pms::search::search_section,
        account::authentication::CreatePin => plextv::authentication::create_pin,
        account::authentication::GetPin => plextv::authentication::get_pin,
        account::authentication::LinkPin => plextv::authentication::link_pin,
        account::authentication::SignIn => plextv::authentication::sign_in,
        account::authentication::SignOut => plextv::authentication::sign_out,
        account::authentication::RegisterDeviceJwk => plextv::devices::register_device_jwk,
        account::authentication::GetAuthNonce => plextv::devices::get_auth_nonce,
        account::authentication::ExchangeJwtToken => plextv::devices::exchange_jwt_token,
        account::authentication::GetAuthKeys => plextv::devices::get_auth_keys,
        account::home::GetHomeUsers => plextv::home::get_home_users,
        account::home::SwitchHomeUser => plextv::home::switch_home_user,
        account::home::SwitchHomeUserV2 => plextv::home::switch_home_user_v2,
        account::sharing::ListSharedServers => plextv::sharing::list_shared_servers,
        account::authentication::GetTokenDetails => plextv::authentication::get_token_details,
        account::resources::GetServerResources => plextv::resources::get_server_resources,
        // Pictures to choose from.
        library::ListPosters => pms::artwork::list_posters,
        library::UploadPoster => pms::artwork::upload_poster,
        library::SetPoster => pms::artwork::set_poster,
        library::DeletePoster => pms::artwork::delete_poster,
        library::ListArts => pms::artwork::list_arts,
        library::UploadArt => pms::artwork::upload_art,
        library::SetArt => pms::artwork::set_art,
        library::DeleteArt => pms::artwork::delete_art,
        library::ListClearLogos => pms::artwork::list_clear_logos,
        library::UploadClearLogo => pms::artwork::upload_clear_logo,
        library::SetClearLogo => pms::artwork::set_clear_logo,
        library::DeleteClearLogo => pms::artwork::delete_clear_logo,
        library::ListSquareArts => pms::artwork::list_square_arts,
        library::UploadSquareArt => pms::artwork::upload_square_art,
        library::SetSquareArt => pms::artwork::set_square_art,
        library::DeleteSquareArt => pms::artwork::delete_square_art,
        library::ListThemes => pms::artwork::list_themes,
        library::UploadTheme => pms::artwork::upload_theme,
        library::DeleteTheme => pms::artwork::delete_theme,
        library::SetItemArtwork => pms::artwork::set_item_artwork,
        library::UpdateItemArtwork => pms::artwork::update_item_artwork,
        library::LibraryMetadataDeleteElement => pms::artwork::library_metadata_delete_element,
        // Settings, background work, the server's account and machine.
        preferences::GetAllPreferences => pms::preferences::get_all_preferences,
        preferences::SetPreferences => pms::preferences::set_preferences,
        preferences::GetPreference => pms::preferences::get_preference,
        butler::GetTasks => pms::butler::get_tasks,
        butler::StartTasks => pms::butler::start_tasks,
        butler::StopTasks => pms::butler::stop_tasks,
        butler::StartTask => pms::butler::start_task,
        butler::StopTask => pms::butler::stop_task,
        activities::ListActivities => pms::butler::list_activities,
        activities::CancelActivity => pms::butler::cancel_activity,
        general::GetMyPlexAccount => pms::administration::get_my_plex_account,
        general::RefreshReachability => pms::administration::refresh_reachability,
        general::GetAgentPreferences => pms::administration::get_agent_preferences,
        general::GetMetadataAgents => pms::administration::get_metadata_agents,
        general::GetMetadataAgentDetails => pms::administration::get_metadata_agent_details,
        general::BrowseFilesystem => pms::administration::browse_filesystem,
        general::BrowseFilesystemPath => pms::administration::browse_filesystem_path,
        general::GetSystemAccounts => pms::administration::get_system_accounts,
        general::GetSystemDevices => pms::administration::get_system_devices,
        general::GetLocalServers => pms::administration::get_local_servers,
        general::GetBandwidthStatistics => pms::administration::get_bandwidth_statistics,
        general::GetResourceStatistics => pms::administration::get_resource_statistics,
        updater::GetUpdatesStatus => pms::administration::get_updates_status,
        updater::CheckUpdates => pms::administration::check_updates,
        updater::ApplyUpdates => pms::administration::apply_updates,
        log::WriteMessage => pms::administration::write_message,
        log::WriteLog => pms::administration::write_log,
        // Sections.
        library::AddSection => pms::sections::add_section,
        library::EditSection => pms::sections::edit_section,
        library::DeleteLibrarySection => pms::sections::delete_library_section,
        library::GetLibraryDetails => pms::sections::get_library_details,
        library::GetSectionAgents => pms::sections::get_section_agents,
        library::GetSectionsPrefs => pms::sections::get_sections_prefs,
        library::GetSectionPreferences => pms::sections::get_section_preferences,
        library::GetSectionSettings => pms::sections::get_section_settings,
        library::SetSectionPreferences => pms::sections::set_section_preferences,
        library::GetSectionTimeline => pms::sections::get_section_timeline,
        library::RefreshSection => pms::sections::refresh_section,
        library::CancelRefresh => pms::sections::cancel_refresh,
        library::RefreshAllSections => pms::sections::refresh_all_sections,
        library::StopAllRefreshes => pms::sections::stop_all_refreshes,
        library::RefreshSectionsMetadata => pms::sections::refresh_sections_metadata,
        library::EmptyTrash => pms::sections::empty_trash,
        library::StartAnalysis => pms::sections::start_analysis,
        library::DeleteIndexes => pms::sections::delete_indexes,
        library::DeleteIntros => pms::sections::delete_intros,
        library::OptimizeSection => pms::sections::optimize_section,
        library::CleanBundles => pms::sections::clean_bundles,
        library::OptimizeDatabase => pms::sections::optimize_database,
        library::GetSectionFilters => pms::sections::get_section_filters,
        library::GetAvailableSorts => pms::sections::get_available_sorts,
        library::GetFirstCharacters => pms::sections::get_first_characters,
        library::GetSectionFolder => pms::sections::get_section_folder,
        // Conversions.
        transcoder::MakeDecision => pms::transcoder::make_decision,
        transcoder::StopTranscodeSessionUniversal => pms::transcoder::stop_transcode_session_universal,
        transcoder::GetTranscodeSessions => pms::transcoder::get_transcode_sessions,
        transcoder::GetTranscodeSession => pms::transcoder::get_transcode_session,
        transcoder::StopTranscodeSession => pms::transcoder::stop_transcode_session,
    }
}

/// The table, ordered so that the first fit is the right one.
pub(crate) struct Routes {
    routes: Vec<Route>,
    /// Templates by how many segments they have; each with its route's place.
    buckets: Vec<Vec<(Template, usize)>>,
}

/// The routes, made at the first request.
pub(crate) static ROUTES: LazyLock<Routes> = LazyLock::new(|| Routes::new(all()));

/// The operations with a handler, then the others.
fn all() -> Vec<Route> {
    let mut routes = table();
    routes.extend(files());
    let is = |a: &Meta, b: &Meta| a.name == b.name && a.host == b.host;
    let others: Vec<Meta> = endpoints::all()
        .filter(|meta| !routes.iter().any(|route| is(&route.meta, meta)))
        .copied()
        .collect();
    routes.extend(others.into_iter().map(|meta| Route {
        meta,
        handler: None,
    }));
    routes
}

/// True where the embedded Plex answers this operation, as itself or as the shortcut of one that it answers.
pub fn serves(meta: &Meta) -> bool {
    if player::serves(meta) {
        return true;
    }
    let one = ["1".to_owned()];
    let path = Template::new(meta.path).fill(|_| Some(&one[..]));
    let found = |path: String| ROUTES.find(meta.host, meta.method, &path);
    ROUTES.routes.iter().any(|route| {
        route.handler.is_some() && route.meta.name == meta.name && route.meta.host == meta.host
    }) || path
        .ok()
        .and_then(found)
        .is_some_and(|(route, _)| route.handler.is_some())
}

fn segments(path: &str) -> usize {
    path.split('/')
        .filter(|segment| !segment.is_empty())
        .count()
}

impl Routes {
    fn new(routes: Vec<Route>) -> Self {
        let mut buckets: Vec<Vec<(Template, usize)>> = Vec::new();
        for (place, route) in routes.iter().enumerate() {
            for template in route.meta.templates() {
                let length = segments(template.as_str());
                if buckets.len() <= length {
                    buckets.resize_with(length + 1, Vec::new);
                }
                if let Some(bucket) = buckets.get_mut(length) {
                    bucket.push((template, place));
                }
            }
        }
        for bucket in &mut buckets {
            bucket.sort_by(|(a, _), (b, _)| a.precedence(b));
        }
        Self { routes, buckets }
    }

    /// The route for a request, with its path's values. `HEAD` finds what `GET` does.
    pub(crate) fn find(
        &self,
        host: Host,
        method: &Method,
        path: &str,
    ) -> Option<(&Route, PathValues)> {
        let takes = |meta: &Meta| {
            meta.takes(method) || (method == Method::HEAD && meta.takes(&Method::GET))
        };
        let bucket = self.buckets.get(segments(path))?;
        let first = |served: bool| {
            bucket.iter().find_map(|(template, place)| {
                let route = self.routes.get(*place)?;
                if route.handler.is_some() != served
                    || !answers_for(host, route.meta.host)
                    || !takes(&route.meta)
                {
                    return None;
                }
                let values = template.matches(path)?;
                takes_words(&route.meta, &values).then_some((route, values))
            })
        };
        // An operation without a handler may be a shortcut of one that has one: `genre` of `{tag}`.
        first(true).or_else(|| first(false))
    }
}

/// False where a placeholder stands for a number or one of a few words and something else was sent: it is another
/// operation's path.
fn takes_words(meta: &Meta, values: &PathValues) -> bool {
    values.iter().all(|(placeholder, word)| match *placeholder {
        "element" if meta.group == "library" => ArtworkElement::KNOWN.contains(&word.as_str()),
        "changestamp" | "timestamp" | "playlistId" => word.parse::<i64>().is_ok(),
        "tag" if meta.group == "library" => pms::library::is_choice(word),
        _ => true,
    })
}

/// One listener stands for plex.tv and the hosts beside it.
fn answers_for(site: Host, operation: Host) -> bool {
    site == operation || (site == Host::PlexTv && operation.is_cloud())
}

/// A number as a header's value.
fn number(value: u32) -> HeaderValue {
    u64::from(value).into()
}

/// How an answer is to be spelled, and what it may be spelled as.
pub(crate) fn format_of(headers: &http::HeaderMap) -> Format {
    Format::wanted_by(headers.get(http::header::ACCEPT))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_operation_has_two_handlers_or_none_of_the_tables() {
        let routes = all();
        assert_eq!(routes.len(), endpoints::all().count());
        let first = endpoints::find("GetTransientToken").unwrap();
        assert!(serves(first));
    }

    #[test]
    fn a_request_finds_its_operation() {
        let find = |host, method: Method, path: &str| {
            ROUTES
                .find(host, &method, path)
                .map(|(route, values)| (route.meta.name, values))
        };
        let name = |host, method, path| find(host, method, path).map(|(name, _)| name);
        assert_eq!(
            name(Host::Pms, Method::GET, "/library/sections/all"),
            Some("GetSections")
        );
        assert_eq!(
            name(Host::Pms, Method::GET, "/library/sections/"),
            Some("GetSections")
        );
        assert_eq!(name(Host::Pms, Method::GET, "/"), Some("GetServerInfo"));
        assert_eq!(
            find(Host::Pms, Method::HEAD, "/library/sections/1/all"),
            Some(("ListContent", vec![("sectionId", "1".into())]))
        );
        for method in [Method::GET, Method::POST, Method::PATCH, Method::DELETE] {
            assert_eq!(
                name(Host::Pms, method, "/security/token"),
                Some("GetTransientToken")
            );
        }
        assert_eq!(name(Host::Pms, Method::POST, "/identity"), None);
        assert_eq!(name(Host::Pms, Method::GET, "/api/v2/user"), None);
        assert_eq!(name(Host::PlexTv, Method::GET, "/identity"), None);
        assert_eq!(name(Host::Pms, Method::GET, "//identity"), None);
    }
}
